"""Talking to a whole device through its UART, as Verilog and as a netlist."""

import pytest
from amaranth import Module, Signal
from amaranth.back import verilog
from amaranth.lib.wiring import Component, In, Out

from gossamer.errors import GossamerError
from gossamer_sim.netlist import synthesise
from gossamer_sim.uart import run_uart

DIVISOR = 6


class Echo(Component):
    """Answers each byte with its complement once it has come."""

    def __init__(self) -> None:
        super().__init__({"rx": In(1, init=1), "tx": Out(1, init=1)})

    def elaborate(self, platform):
        m = Module()

        time = Signal(range(2 * DIVISOR))
        bits = Signal(range(10))
        word = Signal(8)
        sending = Signal()

        m.d.comb += self.tx.eq(~sending | ((bits != 0) & ~word[0]))
        with m.If(time != 0):
            m.d.sync += time.eq(time - 1)
        with m.Elif(sending):
            m.d.sync += [time.eq(DIVISOR - 1), bits.eq(bits + 1)]
            with m.If(bits != 0):
                m.d.sync += word.eq(word >> 1)
            with m.If(bits == 8):
                # The idle line is the stop bit; it is time to listen again.
                m.d.sync += [sending.eq(0), bits.eq(0), time.eq(0)]
        with m.Elif(bits == 0):
            with m.If(~self.rx):
                m.d.sync += [bits.eq(1), time.eq(DIVISOR + DIVISOR // 2 - 2)]
        with m.Elif(bits <= 8):
            m.d.sync += [word.eq(word[1:] | self.rx << 7), bits.eq(bits + 1), time.eq(DIVISOR - 1)]
        with m.Else():
            m.d.sync += [sending.eq(1), bits.eq(0), time.eq(DIVISOR - 1)]

        return m


@pytest.fixture(scope="module")
def echo(tmp_path_factory):
    path = tmp_path_factory.mktemp("echo") / "echo.v"
    path.write_text(verilog.convert(Echo(), name="top", emit_src=False))
    return path


SCRIPT: list[bytes | int] = [b"\x00", 1, b"\xff", 1, b"\xa5", 1, b"\x4e", 1]
ANSWER = b"\xff\x00\x5a\xb1"
PATIENCE = 20 * DIVISOR


@pytest.mark.parametrize("simulator", ["verilator", "icarus"])
def test_bytes_go_in_and_out(echo, tmp_path, simulator):
    assert (
        run_uart(
            echo, SCRIPT, DIVISOR, build_dir=tmp_path, simulator=simulator, timeout_cycles=PATIENCE
        )
        == ANSWER
    )


@pytest.mark.icarus
def test_silence_is_reported(echo, tmp_path):
    with pytest.raises(
        GossamerError,
        match=r"^The device sent 1 of 2 bytes and then nothing for 120 cycles\.$",
    ):
        run_uart(
            echo,
            [b"\x11", 2],
            DIVISOR,
            build_dir=tmp_path,
            simulator="icarus",
            timeout_cycles=PATIENCE,
        )


@pytest.mark.icarus
def test_a_wrong_divisor_is_reported(echo, tmp_path):
    with pytest.raises(GossamerError, match=r"has no stop bit; check the divisor\.$"):
        run_uart(echo, [b"\xff" * 4, 20], DIVISOR // 2, build_dir=tmp_path, simulator="icarus")


@pytest.mark.icarus
def test_the_netlist_of_ice40_answers_the_same(echo, tmp_path):
    netlist = synthesise(echo, "ice40", "top", tmp_path / "netlist")
    assert "SB_LUT4" in netlist.verilog.read_text()
    assert (
        run_uart(
            netlist,
            SCRIPT,
            DIVISOR,
            build_dir=tmp_path,
            simulator="icarus",
            timeout_cycles=PATIENCE,
        )
        == ANSWER
    )


@pytest.mark.slow
@pytest.mark.parametrize("family", ["ice40", "ecp5"])
def test_netlists_answer_the_same_in_verilator(echo, tmp_path, family):
    netlist = synthesise(echo, family, "top", tmp_path / "netlist")
    assert run_uart(netlist, SCRIPT, DIVISOR, build_dir=tmp_path, timeout_cycles=PATIENCE) == ANSWER
