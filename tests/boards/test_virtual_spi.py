"""A device on an SPI bus, in Verilator and in Icarus, run by the host's own code.

One device is compiled for all tests. Its engine answers with sums of eight elements.
"""

import random

import numpy as np
import pytest
from amaranth.back import verilog
from tests.boards.conftest import Sum

from gossamer.runtime.device import Device
from gossamer.runtime.faults import Faults, FaultyTransport
from gossamer.runtime.protocol import Frame, Type
from gossamer.runtime.spi import SpiTransport, encode
from gossamer_boards.line import SimulatedSpi
from gossamer_boards.top import DeviceTop
from gossamer_hw.link.spi import CYCLES_PER_BIT
from gossamer_hw.link.wire import IDLE
from gossamer_sim.pins import SpiPins
from gossamer_sim.virtual import PortController, VirtualBoard, VirtualSpi

IDLE_CYCLES = 4096
NOISE = Faults(bit_errors=1e-4, dropped=1e-3, inserted=1e-3, seed=3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("spi")


@pytest.fixture
def device(folder, identity):
    """Verilog, and what a virtual board needs to know of it."""
    path = folder / "device.v"
    if not path.exists():
        top = DeviceTop(Sum(), identity=identity.encode(), input_size=8, output_size=3,
                        divisor=CYCLES_PER_BIT, idle_timeout=IDLE_CYCLES, line="spi")
        path.write_text(verilog.convert(top, name="device", emit_src=False))
    return {"verilog": path, "divisor": CYCLES_PER_BIT, "build_dir": folder / "verilator"}


@pytest.fixture
def bus(device):
    with VirtualSpi(**device, cycles_per_second=100_000) as bus:
        yield bus


def samples(count, seed=5):
    batch = np.random.default_rng(seed).integers(-128, 128, (count, 2, 4, 1)).astype(np.int8)
    sums = batch.reshape(count, -1).sum(axis=1, dtype=np.int16)
    return batch, sums[:, None] + np.arange(3)


class Noisy:
    """A bus whose wires get bits wrong, before anything is made of them."""

    def __init__(self, bus, rate):
        self._bus, self._rate, self._random = bus, rate, random.Random(4)
        self.wrong = 0
        self.seconds = bus.seconds

    def exchange(self, data):
        return self._damaged(self._bus.exchange(self._damaged(data)))

    def _damaged(self, data):
        line = bytearray(data)
        for place in range(8 * len(line)):
            if self._random.random() < self._rate:
                line[place // 8] ^= 1 << place % 8
                self.wrong += 1
        return bytes(line)


def test_the_host_runs_a_device_through_the_pins_of_its_spi(bus, identity):
    batch, expected = samples(50)
    device = Device(SpiTransport(bus))
    assert device.identity() == identity
    assert (device.infer(batch) == expected).all()
    assert (device.infer(batch[:1]) == expected[:1]).all()
    status = device.status()
    assert (status.inferences, status.cycles) == (51, 11)
    assert (status.resent, status.silences, status.resets) == (0, 0, 0)


def test_a_virtual_board_with_spi_answers_a_byte_for_each_at_its_port(device, identity):
    batch, expected = samples(20)
    with VirtualBoard(**device, quiet_cycles=4 * IDLE_CYCLES, line="spi") as board:
        port = PortController(board.port)
        with Device(SpiTransport(port), timeout=0.3, close=port.close) as host:
            assert host.identity() == identity
            assert (host.infer(batch) == expected).all()
            board.reset()
            assert (host.infer(batch) == expected).all()
            assert host.status().resets == 1


def test_a_bit_of_spi_takes_as_long_as_the_divisor_says(bus):
    bus.exchange(bytes([IDLE]) * 10)
    begin = bus.cycles
    bus.exchange(bytes([IDLE]) * 100)
    # The chip is selected and released in half a bit each, and rests for half a bit.
    assert 800 * CYCLES_PER_BIT < bus.cycles - begin <= 802 * CYCLES_PER_BIT


def test_a_device_with_nothing_to_say_says_so(bus):
    assert bus.exchange(bytes([IDLE]) * 500) == bytes([IDLE]) * 500


def test_the_same_calls_over_spi_take_the_same_cycles(device):
    def run():
        with VirtualSpi(**device, cycles_per_second=100_000) as bus:
            Device(SpiTransport(bus)).infer(samples(30)[0])
            return bus.cycles

    assert run() == run()


def test_lost_and_added_bytes_on_spi_cost_time_and_no_result(bus):
    batch, expected = samples(100)
    faulty = FaultyTransport(SpiTransport(bus), NOISE)
    device = Device(faulty, retries=100)
    assert (device.infer(batch) == expected).all()
    assert device.status().inferences == 100
    assert all(faulty.count[name] for name in ("bit_errors", "dropped", "inserted"))


def test_wrong_bits_on_the_bus_cost_time_and_no_result(bus):
    """Idle bytes and escapes are damaged as well."""
    batch, expected = samples(100)
    noisy = Noisy(bus, 2e-4)
    device = Device(SpiTransport(noisy), retries=100)
    assert (device.infer(batch) == expected).all()
    assert device.status().inferences == 100
    assert noisy.wrong > 10


def test_a_reset_in_the_middle_of_a_batch_over_spi_loses_nothing(bus):
    batch, expected = samples(12)
    device = Device(SpiTransport(bus))

    def press(done):
        if done == 5:
            bus.reset()

    assert (device.infer(batch, press) == expected).all()
    assert device.status().resets == 1


def test_half_a_frame_on_spi_is_forgotten_while_the_host_polls(bus):
    batch, expected = samples(3)
    bus.exchange(encode(Frame(type=Type.DATA, payload=bytes(8)).encode()[:15]))
    bus.exchange(bytes([IDLE]) * (2 * IDLE_CYCLES // CYCLES_PER_BIT // 8))
    device = Device(SpiTransport(bus))
    assert (device.infer(batch) == expected).all()
    assert device.status().resent == 0


@pytest.mark.parametrize("simulator", [
    pytest.param("verilator", marks=pytest.mark.slow), "icarus"])
def test_the_simulators_of_proofs_play_a_controller(simulator, device, identity, tmp_path):
    batch, expected = samples(3)
    kind = SpiPins if simulator == "verilator" else SimulatedSpi
    with kind([device["verilog"]], divisor=CYCLES_PER_BIT, folder=tmp_path) as bus:
        host = Device(SpiTransport(bus))
        assert host.identity() == identity
        assert (host.infer(batch) == expected).all()
