"""Windows in a plan: where they are chosen, what they cost, and how well lanes are used."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests import graphs

from gossamer import ir
from gossamer.errors import GossamerError, UnsupportedError
from gossamer.plan import Geometry, lower, make, plan
from gossamer.plan.cost import needs
from gossamer.target import Target

BOARD = Target(name="small", device="iCE40UP5K-SG48", family="ice40", luts=9999, block_rams=60,
               block_ram_bits=4096, block_ram_width=16, sprams=4, dsps=8, clock_hz=12_000_000)
SINGLE = Geometry(rows=4, columns=4, burst=32, requantizers=1, multiplier="dual", loaded=True,
                  single=True, window=True, steady=True)


def depthwise(height: int, width: int, channels: int, *, skip: bool = False) -> ir.Graph:
    """A depthwise layer as in a DS-CNN, after a pointwise one and before the mean."""
    rng = np.random.default_rng(0)

    def conv(name: str, x: str, size: int, **keys: Any) -> list[ir.Node]:
        inputs = 1 if "groups" in keys else channels
        weight = rng.integers(-128, 128, (channels, size, size, inputs))
        return [ir.Conv2d(name=name, x=x, weight=weight.astype(np.int8), weight_bits=8,
                          bias=np.zeros(channels, np.int64), **keys),
                graphs.requantize(f"{name}_out", name, channels, rng)]

    skipped = [ir.Add(name="sum", a="depthwise_out", b="first_out", multiplier=1, shift=1,
                      low=0, high=255, scale=0.125)] if skip else []
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(height, width, channels), low=0, high=255, scale=1.0),
        *conv("first", "x", 1),
        *conv("depthwise", "first_out", 3, groups=channels, padding=(1, 1, 1, 1)),
        *skipped,
        ir.SumPool(name="mean", x="sum" if skip else "depthwise_out", window=(height, width),
                   stride=(height, width)),
        graphs.requantize("mean_out", "mean", channels, rng))))


@pytest.mark.parametrize(("shape", "geometry", "least"), [
    ((25, 5), SINGLE, 0.5),                                         # DS-CNN on the iCEBreaker
    ((24, 24), SINGLE, 0.5),
    ((25, 5), Geometry(rows=32, columns=4, port=256, burst=64, requantizers=16, window=True), 0.6),
    ((24, 24), Geometry(rows=32, columns=4, port=256, burst=64, requantizers=16, window=True), 0.6),
], ids=["tall-4x4", "square-4x4", "tall-32x4", "square-32x4"])
def test_a_depthwise_layer_uses_half_of_the_lanes(shape, geometry, least):
    made = make(depthwise(*shape, 64), BOARD, geometry)
    (layer,) = (layer for layer in made.layers if layer.name == "depthwise")
    assert layer.macs / (layer.cycles * geometry.lanes) > least
    plain = make(made.graph, BOARD, replace(geometry, window=False))
    assert layer.cycles < [each.cycles for each in plain.layers if each.name == "depthwise"][0] / 2


def test_the_planner_takes_windows_where_they_pay():
    small = replace(BOARD, block_rams=20)
    found = plan(depthwise(25, 5, 64), small, fast=True).geometry
    assert (found.single, found.window, found.steady) == (True, True, True)
    # What is added is read between the steps of post-processing.
    found = plan(depthwise(25, 5, 64, skip=True), small, fast=True).geometry
    assert (found.single, found.steady) == (True, False)
    assert not plan(graphs.tiny_cnn(), BOARD, fast=True).geometry.window


def test_windows_cost_a_cell_for_each_bit_of_an_operand():
    graph = depthwise(9, 9, 16)
    geometry = Geometry(rows=4, columns=4, format="dense", window=True)
    window, plain = (needs(lower(graph, replace(geometry, window=each)).spec, BOARD)
                     for each in (True, False))
    assert window.luts - plain.luts == 4 * 4 * 8
    assert lower(graph, replace(geometry, rows=8, requantizers=8)).spec.word == 8


def test_steady_post_processing_reads_no_residuals():
    with pytest.raises(UnsupportedError, match=r"steady post-processing has no time to read"):
        lower(depthwise(8, 8, 8, skip=True), SINGLE)
    with pytest.raises(GossamerError, match=r"^An array's post-processing is steady without sing"):
        Geometry(steady=True)
