"""Neighbouring pixels side by side, where a layer has fewer channels than the array has rows."""

from dataclasses import replace

import numpy as np
import pytest
from tests.hw.test_array_window import check

from gossamer import ir
from gossamer.plan import Geometry, lower, make, stored
from gossamer.plan.abreast import abreast
from gossamer_boards.ulx3s import ULX3S

GEOMETRY = Geometry(rows=16, columns=8, port=128, burst=16, requantizers=4)


def network(*, size=(7, 16), inputs=3, channels=4, kernel=(3, 3), stride=(2, 2),
            padding=(0, 1, 0, 1), bits=8, skip=False, seed=0):
    """A convolution, and a pointwise one that reads it; with ``skip``, its results are added."""
    rng = np.random.default_rng(seed)

    def conv(name, x, *shape, **keys):
        low = 1 - (1 << bits - 1)
        weight = rng.integers(low, -low + 1, shape) if bits > 1 else rng.choice((-1, 1), shape)
        # Sums are brought to all of eight bits.
        shift = round(np.log2(np.abs(weight).mean() * np.prod(shape[1:]) ** 0.5)) + 12
        return [ir.Conv2d(name=name, x=x, weight=weight.astype(np.int8), weight_bits=bits,
                          bias=rng.integers(-99, 99, shape[0]), **keys),
                ir.Requantize(name=f"{name}_out", x=name, low=-128, high=127, scale=1.0,
                              multiplier=rng.integers(1 << 11, 1 << 12, shape[0]),
                              shift=rng.integers(shift, shift + 2, shape[0]))]

    added = [ir.Add(name="sum", a="next_out", b="conv_out", multiplier=1, shift=1, low=-128,
                    high=127, scale=1.0), *conv("last", "sum", channels, 1, 1, channels)
             ] if skip else []
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(*size, inputs), low=-128, high=127, scale=1.0),
        *conv("conv", "x", channels, *kernel, inputs, stride=stride, padding=padding, pad=-7),
        *conv("next", "conv_out", channels, 1, 1, channels),
        *added)))


def width(graph, geometry=GEOMETRY):
    """How many pixels of the first convolution are computed at a time, if the model is exact."""
    program = lower(graph, geometry)
    x = np.random.default_rng(1).integers(-128, 128, (4, *graph.input.shape))
    elements = (x - stored("x", graph.input.infer()).zero).reshape(4, -1).astype(np.int8)
    outputs = graph.run(x).reshape(4, -1)
    assert len(np.unique(outputs)) > 20
    assert (program.spec.model(elements) == outputs).all()
    return program.passes[0].weighted.outputs // 4


@pytest.mark.parametrize(("keys", "expected"), [
    ({}, 2),                                    # 15 elements of a line in two blocks, as 9 before
    ({"inputs": 1}, 2),                         # in one block; twice as many pixels need two
    ({"inputs": 8}, 4),                         # windows overlap
    ({"inputs": 8, "stride": (3, 3), "padding": (0, 0, 0, 2)}, 1),      # and here they do not
    ({"size": (6, 18), "inputs": 2}, 3),        # of 9 results across
    ({"kernel": (1, 5), "stride": (1, 1), "padding": (1, 0, 3, 1), "inputs": 2}, 4),
    ({"kernel": (2, 2), "stride": (3, 3), "padding": (1, 2, 1, 1), "inputs": 1}, 2),
    ({"bits": 1, "inputs": 1}, 2),
    ({"skip": True}, 1),                        # its place is that of single pixels
], ids=str)
def test_as_many_pixels_as_take_the_fewest_steps(keys, expected):
    assert width(network(**keys)) == expected


def test_as_many_channels_as_rows_stay_as_they_are():
    graph = network()
    assert abreast(graph, 4, 8) is graph
    assert width(graph, replace(GEOMETRY, rows=4)) == 1


def test_pixels_that_were_pruned_are_not_stored_again():
    """Blocks of zeros cost nothing before, and would be parts of others."""
    graph = network(inputs=1, kernel=(1, 3), stride=(1, 2), padding=(0, 0, 0, 1))
    weight = graph["conv"].weight.copy()
    assert width(graph) > 1
    weight[:] = 0
    assert abreast(graph.replace({"conv": replace(graph["conv"], weight=weight)}), 16, 8)[
        "conv"].outputs == 4


@pytest.mark.parametrize("geometry", [
    GEOMETRY, pytest.param(replace(GEOMETRY, deep=True), marks=pytest.mark.slow)],
    ids=["short", "deep"])
def test_engines_take_the_cycles_of_the_plan(geometry):
    check(network(inputs=1), geometry)


def test_they_save_cycles_and_count_the_multiplications_of_the_model():
    graph = network(size=(32, 32), channels=8)
    made = make(graph, ULX3S.target, GEOMETRY)
    full = make(graph, ULX3S.target, replace(GEOMETRY, rows=8))     # no row to spare
    assert [layer.macs for layer in made.layers] == [layer.macs for layer in full.layers]
    assert made.layers[0].macs == 16 * 16 * 8 * 27
    # Half of the positions, beside the same cycles before and after all of them.
    assert 2 * (full.layers[0].cycles - made.layers[0].cycles) > 0.9 * full.layers[0].cycles
