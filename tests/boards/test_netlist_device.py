"""A whole device behind its UART, as RTL and as a netlist, run by the host's own code."""

import random

import numpy as np
import pytest
from amaranth.back import verilog

from gossamer.errors import GossamerError
from gossamer.runtime.device import Device
from gossamer.runtime.protocol import Frame, Type, control
from gossamer_boards.line import SimulatedLine
from gossamer_boards.top import DeviceTop
from gossamer_sim.netlist import synthesise

DIVISOR = 5
# A host's quarter of a second is 12,500 cycles: time for an identity and for an inference.
RATE = 50_000


@pytest.fixture
def rtl(engine, identity, tmp_path):
    device = DeviceTop(engine(), identity=identity.encode(), input_size=8, output_size=3,
                       divisor=DIVISOR, idle_timeout=1000)
    path = tmp_path / "device.v"
    path.write_text(verilog.convert(device, name="device", emit_src=False))
    return path


def classify(sources, identity, folder, *, samples):
    batch = np.random.default_rng(5).integers(-128, 128, (samples, 2, 4, 1)).astype(np.int8)
    sums = batch.reshape(samples, -1).sum(axis=1, dtype=np.int16)
    with SimulatedLine(sources, divisor=DIVISOR, folder=folder, cycles_per_second=RATE) as line:
        device = Device(line)
        assert device.identity() == identity
        assert (device.infer(batch) == sums[:, None] + np.arange(3)).all()
        assert (device.infer(batch[:1]) == sums[0] + np.arange(3)).all()
        counters = device.counters()
        # Eight elements in and three out, one a cycle.
        assert (counters.cycles, counters.inferences) == (11, samples + 1)


def test_the_host_runs_a_device(rtl, identity, tmp_path):
    classify([rtl], identity, tmp_path, samples=4)


@pytest.mark.slow
def test_the_host_runs_a_netlist_of_the_vendors_cells(rtl, identity, tmp_path):
    netlist = synthesise(rtl, "ice40", "device", tmp_path / "netlist", options="-dsp")
    assert "SB_LUT4" in netlist.verilog.read_text()
    classify(netlist.sources, identity, tmp_path, samples=4)


class LossyLine(SimulatedLine):
    """Damages or loses one byte in a hundred, in both directions."""

    random = random.Random(6)

    def harm(self, data):
        kept = bytes(byte ^ (1 if self.random.random() < 0.005 else 0) for byte in data)
        return b"" if self.random.random() < 0.005 else kept

    def write(self, data):
        super().write(b"".join(self.harm(data[at:at + 1]) for at in range(len(data))))

    def read(self, count, timeout):
        while data := super().read(count, timeout):
            if kept := self.harm(data):
                return kept
        return b""


def test_a_line_that_loses_and_damages_costs_time_and_no_result(rtl, tmp_path):
    batch = np.random.default_rng(7).integers(-128, 128, (20, 8)).astype(np.int8)
    with LossyLine([rtl], divisor=DIVISOR, folder=tmp_path, cycles_per_second=RATE) as line:
        device = Device(line, retries=60)
        assert (device.infer(batch)[:, 0] == batch.sum(axis=1, dtype=np.int16)).all()
        assert device.counters().inferences == 20


def test_a_damaged_line_never_feeds_the_engine(rtl, tmp_path):
    with SimulatedLine([rtl], divisor=DIVISOR, folder=tmp_path, cycles_per_second=RATE) as line:
        raw = bytearray(Frame(type=Type.DATA, payload=bytes(8)).encode())
        raw[12] ^= 1
        line.write(bytes(raw))
        assert line.read(1, 0.25) == control(Type.NACK, 0).encode()[:1]


def test_a_device_that_does_not_simulate_is_named(tmp_path):
    source = tmp_path / "device.v"
    source.write_text("module device (input clk, rst, rx, output tx); assign tx = 1'bx; endmodule")
    with SimulatedLine([source], divisor=4, folder=tmp_path) as line, pytest.raises(
            GossamerError, match=r"^The simulated device failed and said '.*tx is unknown.*'\.$"):
        line.write(b"G")
