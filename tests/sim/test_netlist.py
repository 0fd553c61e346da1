"""Netlists: memories and whole engines in vendor cells."""

import pytest
from amaranth import Module, Signal
from amaranth.back import verilog
from amaranth.lib import memory
from amaranth.lib.wiring import Component, In, Out
from tests.sim.conftest import OUTPUTS, expected_cycles, expected_outputs

from gossamer.errors import GossamerError
from gossamer_sim.netlist import synthesise
from gossamer_sim.run import run_engine


class Rom(Component):
    """A memory large enough for a block RAM."""

    def __init__(self) -> None:
        super().__init__({"address": In(9), "data": Out(8)})

    def elaborate(self, platform):
        m = Module()

        init = [index * 7 % 251 for index in range(512)]
        m.submodules.memory = rom = memory.Memory(shape=8, depth=512, init=init)
        port = rom.read_port()
        count = Signal(9)
        m.d.sync += count.eq(count + self.address)
        m.d.comb += [port.addr.eq(count), self.data.eq(port.data)]

        return m


@pytest.fixture
def rom(tmp_path):
    path = tmp_path / "rom.v"
    path.write_text(verilog.convert(Rom(), name="rom", emit_src=False))
    return path


@pytest.mark.icarus
def test_the_netlist_of_an_engine_gives_the_same_cycles(engine_verilog, tmp_path, inputs):
    source = tmp_path / "engine.v"
    source.write_text(engine_verilog)
    netlist = synthesise(source, "ice40", "engine", tmp_path / "netlist")
    run = run_engine(
        netlist,
        inputs[:4],
        OUTPUTS,
        build_dir=tmp_path,
        simulator="icarus",
        expected=expected_outputs(inputs[:4]),
    )
    assert (run.cycles == expected_cycles(inputs[:4])).all()


def test_cells_without_a_model_are_refused(rom, tmp_path):
    with pytest.raises(
        GossamerError,
        match=r"^The netlist of 'rom' has cells without a simulation model \(DP16KD\); leave them "
        r"out of the design or, for block RAMs and multipliers, synthesise with -nobram or "
        r"-nodsp\.$",
    ):
        synthesise(rom, "ecp5", "rom", tmp_path / "netlist")


def test_block_rams_of_ice40_have_a_model(rom, tmp_path):
    netlist = synthesise(rom, "ice40", "rom", tmp_path / "netlist")
    assert "SB_RAM40_4K" in netlist.verilog.read_text()


@pytest.mark.icarus
def test_icarus_is_refused_for_ecp5(rom, tmp_path, inputs):
    netlist = synthesise(rom, "ecp5", "rom", tmp_path / "netlist", options="-nobram")
    with pytest.raises(
        GossamerError,
        match=r"^Icarus does not read the cell models of ecp5; choose the simulator verilator\.$",
    ):
        run_engine(netlist, inputs, OUTPUTS, build_dir=tmp_path, top="rom", simulator="icarus")


def test_verilog_with_errors_is_reported(tmp_path):
    source = tmp_path / "broken.v"
    source.write_text("module broken(")
    with pytest.raises(
        GossamerError,
        match=r"^Yosys could not synthesise 'broken'; see .*yosys\.log for its messages\.$",
    ):
        synthesise(source, "ice40", "broken", tmp_path / "netlist")


def test_other_families_are_refused(tmp_path):
    with pytest.raises(
        GossamerError,
        match=r"^There are no cell models of 'gowin'; choose one of ice40, ecp5\.$",
    ):
        synthesise(tmp_path / "x.v", "gowin", "x", tmp_path)
