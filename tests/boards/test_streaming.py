"""Weights that stay in the board's flash: a device reads them in every inference."""

import numpy as np
import pytest
from amaranth.back import verilog
from tests import graphs

import gossamer as gs
from gossamer.description import Description
from gossamer.design import generate
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, lower, plan
from gossamer.plan.plan import make
from gossamer.running import run
from gossamer.runtime.device import Device
from gossamer.runtime.identity import Identity, Tensor
from gossamer.verification import verify
from gossamer_boards import chips, flash, flash_chip
from gossamer_boards.build import build
from gossamer_boards.icebreaker import ICEBREAKER
from gossamer_boards.line import SimulatedLine
from gossamer_boards.top import DeviceTop
from gossamer_hw.array import ArrayEngine
from gossamer_hw.link.quad_flash import QuadFlash
from gossamer_hw.link.streamed_engine import StreamedEngine

DIVISOR = 4
RATE = 100_000
ADDRESS = 0x300
INPUTS = 24
GRAPH = graphs.tiny_mlp(inputs=INPUTS, hidden=12)
GEOMETRY = Geometry(rows=2, columns=4, multiplier="lut", requantizers=1, streamed=2)
IDENTITY = Identity(design=bytes(32), input=Tensor(shape=(INPUTS,), scale=1.0),
                    output=Tensor(shape=(3,), scale=1.0))


def line(folder, held):
    """A device whose flash holds ``held``."""
    spec = lower(GRAPH, GEOMETRY).spec
    engine = StreamedEngine(ArrayEngine(spec), QuadFlash(
        image=spec.image, port=spec.port, address=ADDRESS, rest=64))
    device = DeviceTop(engine, identity=IDENTITY.encode(), input_size=INPUTS, output_size=3,
                       divisor=DIVISOR, idle_timeout=1000)
    path = folder / "device.v"
    chip = flash_chip.quad_beside(folder, held or spec.image, ADDRESS)
    path.write_text(verilog.convert(device, name=chips.CORE, emit_src=False)
                    + chips.behind([chip]))
    return SimulatedLine([path], divisor=DIVISOR, folder=folder, cycles_per_second=RATE)


def infer(device, count):
    x = np.random.default_rng(1).integers(0, 17, (count, INPUTS))
    assert (device.infer(x.astype(np.int8)) == GRAPH.run(x)).all()


@pytest.mark.slow
def test_a_device_reads_its_weights_from_flash(tmp_path):
    with line(tmp_path, b"") as wires:
        device = Device(wires)
        infer(device, 3)
        infer(device, 1)
        assert device.counters().cycles == make(GRAPH, ICEBREAKER.target, GEOMETRY).cycles


@pytest.mark.parametrize("wait", [pytest.param(0, marks=pytest.mark.slow), 0.1],
                         ids=["at once", "later"])
def test_a_host_is_told_that_the_flash_holds_other_weights(wait, tmp_path):
    with line(tmp_path, b"\xff" * 8) as wires:
        if wait:
            wires.read(1, wait)
        with pytest.raises(GossamerError, match=(
                r"^The board's flash does not hold the weights of this design, or its SDRAM gives "
                r"others; flash the design again with `gossamer flash`, or build it for a slower "
                r"clock\.$")):
            infer(Device(wires), 1)


def streamed(folder):
    description = Description(
        graph=GRAPH, name="streamed", recipe="", classes=3, float_accuracy=None,
        integer_accuracy=None, test_images=0, samples=None)
    made = plan(GRAPH, ICEBREAKER.target, GEOMETRY)
    return generate(description, made, "icebreaker", folder)


def test_a_simulator_without_a_flash_chip_is_refused(tmp_path):
    design = streamed(tmp_path / "design")
    assert (design.image, len(design.streamed)) == (b"", len(design.plan.program.spec.words) * 4)
    with pytest.raises(GossamerError, match=r"^The Amaranth simulator has no flash chip"):
        gs.simulate(design, np.zeros((1, INPUTS), int), simulator="amaranth")


@pytest.mark.slow
def test_a_design_is_proved_with_its_flash(tmp_path, monkeypatch):
    design = streamed(tmp_path / "design")
    x = np.random.default_rng(2).integers(0, 17, (3, INPUTS))
    simulated = gs.simulate(design, x)
    assert simulated.mismatches == 0
    assert set(simulated.cycles[1:]) == {design.plan.cycles}
    result = run(design, x, port=None, verify=True)
    assert (result.mismatches, result.cycles) == (0, design.plan.cycles)
    found = build(design)
    proof = verify(design, images=2)
    assert [(rung.level, rung.state) for rung in proof.rungs] == [
        ("rtl", "proved"), ("netlist", "proved"), ("routed", "proved"),
        ("bitstream", "not proved")]
    written = []
    monkeypatch.setattr(flash, "_load", lambda board, path, *options: written.append(
        (options, path.read_bytes())))
    flash.flash(design)
    address = str(ICEBREAKER.target.quad_flash)
    assert written == [(("--write-flash", "--offset", address), design.streamed),
                       ((), found.bitstream.read_bytes())]
