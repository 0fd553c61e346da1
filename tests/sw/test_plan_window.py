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


def depthwise(height: int, width: int, channels: int, *, skip: bool = False, stride: int = 1
              ) -> ir.Graph:
    """A depthwise layer as in a DS-CNN or MobileNet, after a pointwise one and before the mean."""
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
        *conv("depthwise", "first_out", 3, groups=channels, stride=(stride, stride),
              padding=(1, 1, 1, 1) if stride == 1 else (0, 1, 0, 1)),
        *skipped,
        ir.SumPool(name="mean", x="sum" if skip else "depthwise_out",
                   window=(height // stride, width // stride),
                   stride=(height // stride, width // stride)),
        graphs.requantize("mean_out", "mean", channels, rng))))


TALL = Geometry(rows=32, columns=4, port=256, burst=64, requantizers=16, window=True)
WIDE = Geometry(rows=16, columns=8, port=256, burst=64, requantizers=8, window=True)


@pytest.mark.parametrize(("shape", "channels", "geometry", "least"), [
    ((25, 5), 64, SINGLE, 0.53),                                    # DS-CNN on the iCEBreaker
    ((48, 48), 8, SINGLE, 0.5), ((24, 24), 32, SINGLE, 0.55),       # MobileNet there
    ((12, 12), 64, SINGLE, 0.55), ((6, 6), 128, SINGLE, 0.55),
    ((25, 5), 64, TALL, 0.6), ((24, 24), 64, TALL, 0.6),
    ((48, 48), 8, TALL, 0.5), ((24, 24), 16, TALL, 0.5),             # pixels side by side
    ((48, 48), 8, replace(WIDE, pairs=True), 0.52),
], ids=str)
def test_a_depthwise_layer_uses_half_of_the_lanes(shape, channels, geometry, least):
    made = make(depthwise(*shape, channels), BOARD, geometry)
    (layer,) = (layer for layer in made.layers if layer.name == "depthwise")
    assert layer.macs / (layer.cycles * geometry.lanes) > least
    plain = make(made.graph, BOARD, replace(geometry, window=False, pairs=False))
    assert layer.cycles < [each.cycles for each in plain.layers if each.name == "depthwise"][0] / 2


@pytest.mark.parametrize("deep", [False, True], ids=["short", "deep"])
@pytest.mark.parametrize(("shape", "channels", "stride", "geometry", "least"), [
    ((48, 48), 32, 2, TALL, 0.65), ((24, 24), 64, 2, TALL, 0.65), ((12, 12), 128, 2, TALL, 0.59),
    ((6, 6), 256, 2, TALL, 0.5), ((12, 12), 64, 2, replace(TALL, rows=16, requantizers=8), 0.59),
    ((24, 24), 64, 1, WIDE, 0.5),       # two columns of the kernel in eight of the array
], ids=str)
def test_pairs_of_pixels_use_half_of_the_lanes(shape, channels, stride, geometry, least, deep):
    graph = depthwise(*shape, channels, stride=stride)
    found = {}
    for pairs in (True, False):
        made = make(graph, BOARD, replace(geometry, pairs=pairs, deep=deep))
        (layer,) = (layer for layer in made.layers if layer.name == "depthwise")
        found[pairs] = layer.macs / (layer.cycles * geometry.lanes)
    assert found[True] > least > 0.375 > found[False]


def test_pixels_side_by_side_are_written_together():
    """So more results of few channels at a time, as in the first layers of a MobileNet."""
    rng = np.random.default_rng(0)
    nodes: list[ir.Node] = [ir.Input(name="x", shape=(16, 16, 3), low=-128, high=127, scale=0.1)]
    for name, kernel, inputs, outputs, keys in (
            ("first", 3, 3, 8, {"stride": (2, 2), "padding": (0, 1, 0, 1)}),
            ("depthwise", 3, 1, 8, {"groups": 8, "padding": (1, 1, 1, 1)}), ("last", 1, 8, 16, {})):
        weight = rng.integers(-128, 128, (outputs, kernel, kernel, inputs)).astype(np.int8)
        nodes += [ir.Conv2d(name=name, x=nodes[-1].name, weight=weight, weight_bits=8,
                            bias=np.zeros(outputs, np.int64), **keys),
                  graphs.requantize(f"{name}_out", name, outputs, rng)]
    graph = ir.check(ir.Graph(tuple(nodes)))
    spec = lower(graph, replace(WIDE, requantizers=16)).spec
    assert [layer.channels for layer in spec.layers] == [16, 16, 16]
    assert spec.requantizers == 16


@pytest.mark.parametrize(("geometry", "burst"), [
    (SINGLE, 3), (replace(SINGLE, single=False, steady=False), 2)], ids=["single", "short"])
def test_a_burst_is_as_long_as_the_next_weights_take(geometry, burst):
    """A cycle, and one more for the next burst; or until the register is free that they wait in."""
    rng = np.random.default_rng(0)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(15, 11, 8), low=0, high=255, scale=1.0),
        ir.Conv2d(name="a", x="x", weight=rng.integers(-8, 8, (8, 3, 1, 1)).astype(np.int8),
                  bias=np.zeros(8, np.int64), weight_bits=4, groups=8, padding=(1, 1, 0, 0)),
        graphs.requantize("b", "a", 8, rng))))
    spec = lower(graph, replace(geometry, port=64, burst=8)).spec
    assert spec.layers[0].burst == burst


def test_room_between_pixels_is_made_only_where_pairs_are_read():
    def steps(channels: int, geometry: Geometry, **keys: Any) -> list[int]:
        spec = lower(depthwise(8, 8, channels, **keys), geometry).spec
        return [spec.layers[0].out_step, spec.layers[1].beside, spec.word]

    geometry = Geometry(rows=8, columns=4, burst=64, window=True, pairs=True)
    assert steps(16, geometry, stride=2) == [24, 24, 16]
    assert steps(8, geometry, stride=2) == [8, 8, 16]
    assert steps(12, geometry, stride=2) == [12, 0, 8]      # parts of row groups
    assert steps(16, geometry) == [16, 0, 8]                # every pixel gives a result
    assert steps(16, replace(geometry, pairs=False), stride=2) == [16, 0, 8]
    broad = replace(geometry, columns=8, port=256)
    assert steps(16, broad) == [24, 24, 16]
    assert steps(16, broad, skip=True) == [16, 0, 8]        # what is added lies as the sum does


def test_a_mean_takes_a_cycle_for_each_pixel():
    made = make(depthwise(25, 5, 64), BOARD, TALL)
    mean = made.program.spec.layers[-1]
    assert (mean.taps, mean.fold, mean.count) == (1, 125, 1)
    # Two row groups, whose 64 results leave one in a cycle.
    assert 2 * 125 < made.layers[-1].cycles < 2 * 125 + 64
    plain = make(made.graph, BOARD, replace(TALL, window=False))
    assert plain.layers[-1].cycles >= 125 * 64 // 4     # a tile for every four channels of a pixel


def test_the_planner_takes_pairs_where_they_pay():
    board = replace(BOARD, luts=99999, block_rams=2000, dsps=99)
    assert plan(depthwise(24, 24, 64, stride=2), board, fast=True).geometry.pairs
    assert not plan(depthwise(25, 5, 64), board, fast=True).geometry.pairs


def test_pairs_of_pixels_come_from_block_ram():
    for keys in ({}, {"window": True, "single": True, "loaded": True}):
        with pytest.raises(GossamerError, match=r"^An array reads pairs of pixels from banks "):
            Geometry(pairs=True, **keys)


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
