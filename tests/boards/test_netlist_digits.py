"""Compressed models behind their UART: the last rung before a board."""

from dataclasses import replace

import numpy as np
import pytest
from amaranth.back import verilog
from tests.graphs import tiny_cnn

import gossamer as gs
from gossamer.compress import build, recipe
from gossamer.compress.methods import Admm
from gossamer.description import Description
from gossamer.runtime.device import Device
from gossamer_boards.build import identify, portable
from gossamer_boards.line import SimulatedLine
from gossamer_sim.netlist import synthesise

DIVISOR = 5
# A host's quarter of a second is 25,000 cycles: time for an identity and for an inference.
RATE = 100_000


def write(design, folder):
    path = folder / "device.v"
    device = portable(design, divisor=DIVISOR, idle_timeout=1000)
    path.write_text(verilog.convert(device, name="device", emit_src=False))
    return path


def infer(design, sources, x, folder):
    """Scores of a simulated device for input integers, and the cycles that it counted last."""
    with SimulatedLine(sources, divisor=DIVISOR, folder=folder, cycles_per_second=RATE) as line:
        device = Device(line)
        assert device.identity() == identify(design)
        # The last one alone, so that nothing else is in flight.
        scores = [device.infer(design.elements(x[:-1])), device.infer(design.elements(x[-1:]))]
        return np.concatenate(scores), device.counters()


def test_a_model_behind_its_uart_gives_the_integers_of_its_graph(tmp_path):
    graph = tiny_cnn()
    path = Description(graph=graph, name="tiny").save(tmp_path / "net.gsm")
    design = gs.generate(path, out=tmp_path / "design")
    x = np.random.default_rng(1).integers(
        graph.input.low, graph.input.high + 1, (3, *graph.input.shape))
    scores, counters = infer(design, [write(design, tmp_path)], x, tmp_path)
    assert (scores == graph.run(x).reshape(scores.shape)).all()
    assert (counters.cycles, counters.inferences) == (design.plan.cycles, 3)


@pytest.mark.slow
def test_a_netlist_behind_its_uart_reads_digits(tmp_path):
    quick = replace(recipe("block-ternary"), float_epochs=10, method=Admm(epochs=4, rounds=2),
                    masked_epochs=4, range_epochs=4, exact_epochs=4)
    description = gs.compress(build("cnn"), recipe=quick)
    design = gs.generate(description, out=tmp_path / "design")
    samples = description.samples
    assert samples is not None
    x, labels = samples.inputs[:4].astype(np.int64), samples.labels[:4]
    netlist = synthesise(write(design, tmp_path), "ice40", "device", tmp_path / "netlist",
                         options="-dsp")
    scores, counters = infer(design, netlist.sources, x, tmp_path)
    assert (scores == samples.outputs[:4].reshape(4, -1)).all()
    assert (scores.argmax(axis=1) == labels).sum() >= 3
    assert counters.cycles == design.plan.cycles
