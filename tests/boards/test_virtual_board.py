"""The virtual board: pins that toggle behind a serial port, and a host that survives what happens.

One device is compiled for all tests. Its engine answers with sums of eight elements.
"""

import os

import numpy as np
import pytest
import serial
from amaranth.back import verilog
from tests.boards.conftest import Sum

from gossamer.errors import GossamerError
from gossamer.runtime.device import Device, SerialTransport
from gossamer.runtime.faults import Faults, FaultyTransport
from gossamer.runtime.protocol import Deframer, Frame, Type, control
from gossamer_boards.top import DeviceTop
from gossamer_sim.virtual import VirtualBoard, VirtualLine, compile_board

DIVISOR = 4
IDLE = 4096
NOISE = Faults(bit_errors=1e-4, dropped=1e-3, inserted=1e-3, seed=3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("virtual")


@pytest.fixture
def device(folder, identity):
    """Verilog, and what a virtual board needs to know of it."""
    path = folder / "device.v"
    if not path.exists():
        top = DeviceTop(Sum(), identity=identity.encode(), input_size=8, output_size=3,
                        divisor=DIVISOR, idle_timeout=IDLE)
        path.write_text(verilog.convert(top, name="device", emit_src=False))
    return {"verilog": path, "divisor": DIVISOR, "build_dir": folder / "verilator"}


@pytest.fixture
def board(device):
    with VirtualBoard(**device, quiet_cycles=4 * IDLE) as board:
        yield board


@pytest.fixture
def line(device):
    with VirtualLine(**device, cycles_per_second=100_000) as line:
        yield line


def samples(count, seed=5):
    batch = np.random.default_rng(seed).integers(-128, 128, (count, 2, 4, 1)).astype(np.int8)
    sums = batch.reshape(count, -1).sum(axis=1, dtype=np.int16)
    return batch, sums[:, None] + np.arange(3)


def test_the_host_opens_the_port_of_the_virtual_board_as_that_of_a_real_one(board, identity):
    batch, expected = samples(50)
    with Device.open(board.port) as device:
        assert device.identity() == identity
        assert (device.infer(batch) == expected).all()
        assert (device.infer(batch[:1]) == expected[:1]).all()
        status = device.status()
        # Eight elements in and three out, one a cycle.
        assert (status.inferences, status.cycles) == (51, 11)
        assert (status.resent, status.silences, status.resets) == (0, 0, 0)
        assert (device.dequantize(expected) == expected * 0.25).all()


def test_the_device_without_these_counters_says_so(board):
    with Device.open(board.port) as device:
        assert device.status().layer_cycles == ()
        with pytest.raises(GossamerError, match=(
                r"^The device does not count the cycles of its layers; build its design with "
                r"--layer-counters\.$")):
            device.layer_cycles()


def test_bits_are_on_the_pins_for_as_long_as_the_rate_says(line):
    question = Frame(type=Type.IDENTIFY).encode()
    line.write(question)
    begin = line.cycles
    answer = line.read(1, 0.25)
    # The first byte of the answer is complete after the question's bytes, ten bits each.
    assert answer[:1] == b"\x47"
    assert line.cycles - begin > 10 * DIVISOR * (len(question) + 1)


def test_the_same_calls_take_the_same_cycles(device):
    def run():
        with VirtualLine(**device, cycles_per_second=100_000) as line:
            host = Device(FaultyTransport(line, NOISE), retries=100)
            host.infer(samples(30)[0])
            return line.cycles

    assert run() == run()


def test_what_is_compiled_once_is_used_again(device):
    program = compile_board(device["verilog"], device["build_dir"])
    before = program.stat().st_mtime_ns
    assert compile_board(device["verilog"], device["build_dir"]) == program
    assert program.stat().st_mtime_ns == before


def test_verilog_that_is_wrong_is_one_sentence(tmp_path):
    source = tmp_path / "device.v"
    source.write_text("module device (input clk; endmodule")
    with pytest.raises(GossamerError, match=(
            rf"^Verilator could not compile the virtual board; see {tmp_path}/out/build\.log for "
            r"its messages\.$")):
        compile_board(source, tmp_path / "out")


def test_a_line_that_fails_costs_time_and_no_result(line):
    batch, expected = samples(150)
    faulty = FaultyTransport(line, NOISE)
    device = Device(faulty, retries=100)
    assert (device.infer(batch) == expected).all()
    status = device.status()
    assert status.inferences == 150
    assert status.resent and status.silences
    assert all(faulty.count[name] for name in ("bit_errors", "dropped", "inserted"))


def test_noise_at_the_serial_port_is_survived(board):
    batch, expected = samples(60)
    port = SerialTransport(board.port, 1_000_000)
    device = Device(FaultyTransport(port, NOISE), timeout=0.02, retries=1000)
    assert (device.infer(batch) == expected).all()
    port.close()


@pytest.mark.parametrize("at", [0, 1, 7])
def test_a_reset_in_the_middle_of_a_batch_loses_nothing(line, at):
    """From the first inference on, and where the numbers of the host and the device meet."""
    batch, expected = samples(12)
    device = Device(line)

    def press(done):
        if done == at:
            line.reset()

    if at == 0:
        line.reset()
    assert (device.infer(batch, press) == expected).all()
    # A device that has answered nothing yet is as good as new.
    assert device.status().resets == (at > 0)
    assert device.status().inferences >= 12 - at - 2


def test_a_reset_where_the_sequence_numbers_begin_again_mixes_nothing_up(line):
    """The device awaits number 0 after a reset, and the host may just be there."""
    batch, expected = samples(264)
    device = Device(line)

    def press(done):
        if done == 254:
            line.reset()

    assert (device.infer(batch, press) == expected).all()
    assert device.status().resets == 1


def test_a_reset_between_two_batches_is_noticed(board):
    batch, expected = samples(20)
    with Device.open(board.port, timeout=0.05) as device:
        assert (device.infer(batch) == expected).all()
        board.reset()
        assert (device.infer(batch) == expected).all()
        assert device.status().resets == 1


def test_a_host_that_is_unplugged_in_the_middle_of_a_frame_is_forgotten(board):
    batch, expected = samples(5)
    half = Frame(type=Type.DATA, payload=bytes(8)).encode()[:15]
    with serial.Serial(board.port) as port:
        port.write(half)
    # The board forgets half a frame after its own time, which is simulated here.
    with Device.open(board.port, timeout=0.05) as device:
        assert (device.infer(batch) == expected).all()


def test_a_host_that_dies_leaves_the_next_one_a_working_device(board):
    batch, expected = samples(20)
    with serial.Serial(board.port) as port:
        for sequence in range(2):
            port.write(Frame(type=Type.DATA, sequence=sequence, payload=bytes(8)).encode())
    with Device.open(board.port) as device:
        assert (device.infer(batch) == expected).all()


def test_a_damaged_frame_never_feeds_the_engine(line):
    raw = bytearray(Frame(type=Type.DATA, payload=bytes(8)).encode())
    raw[12] ^= 1
    line.write(bytes(raw))
    answer = b""
    while piece := line.read(100, 0.25):
        answer += piece
    assert [frame.type for frame in Deframer().feed(answer)] == [Type.NACK]
    line.write(Frame(type=Type.IDENTIFY).encode() + control(Type.NACK, 0).encode())
    assert Device(line).status().inferences == 0


def test_a_board_that_is_switched_off_is_one_sentence(board, line):
    for ended in (board, line):
        ended.close()
    with pytest.raises(GossamerError, match=r"^The virtual board has ended; start it again\.$"):
        board.cycles()
    with pytest.raises(GossamerError, match=r"^The virtual board has ended; start it again\.$"):
        line.read(1, 0.1)
    assert not os.path.exists(f"/proc/{board._process.pid}/exe")
