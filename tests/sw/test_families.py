"""Networks of usual families: imported exactly, and computed by an array of a small board."""

from dataclasses import replace

import numpy as np
import pytest
from tests import families
from tests.sw.test_importers_onnx import compare as compare_onnx
from tests.sw.test_importers_tflite import compare as compare_tflite

from gossamer import ir
from gossamer.importers.onnx import import_onnx
from gossamer.importers.tflite import import_tflite
from gossamer.importers.thresholds import rescaling
from gossamer.plan import Geometry, device_part, lower, plan, stored
from gossamer_boards.icebreaker import ICEBREAKER
from gossamer_boards.ulx3s import ULX3S

schema = pytest.importorskip("ai_edge_litert.schema_py_generated",
                             reason="LiteRT, the oracle, is not installed")

pytestmark = pytest.mark.filterwarnings(
    # Of qonnx's own code.
    "ignore::DeprecationWarning", "ignore::UserWarning", "ignore::RuntimeWarning")

SINGLE = Geometry(rows=4, columns=4, burst=8, requantizers=1, multiplier="dual", single=True,
                  streamed=2, parked=True)


def computes(graph, geometry):
    """Whether the array's model gives the graph's integers."""
    graph = device_part(graph)
    entry = graph.input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (3, *entry.shape))
    zero = stored(entry.name, entry.infer()).zero
    found = lower(graph, geometry).spec.model((x - zero).reshape(3, -1).astype(np.int8))
    return np.array_equal(found, graph.run(x).reshape(3, -1))


@pytest.mark.parametrize(("build", "keys", "operators"), [
    (families.autoencoder, {"narrow": 4}, 10),
    (families.visual_wake_words, {"narrow": 8, "size": 32}, 31),
    (families.streaming_words, {"narrow": 2, "steps": 40}, 12)])
def test_tflite_families_are_exact_on_an_array(build, keys, operators):
    data = build(schema, **keys)
    assert compare_tflite(data, 6) == operators
    for geometry in (Geometry(rows=4, columns=4), SINGLE):
        assert computes(import_tflite(data).graph, geometry)


@pytest.mark.parametrize(("data", "shape"), [
    (families.mlp(1, 1, narrow=4), (28, 28, 1)),
    (families.keyword_mlp(narrow=4), (490,)),
    (families.keyword_mlp(narrow=4, thresholds=True), (490,)),
    (families.cnv(1, 1, narrow=8), (32, 32, 3)),
    (families.cnv(2, 2, narrow=8), (32, 32, 3))],
    ids=["tfc-1w1a", "kws-3w3a", "kws-thresholds", "cnv-1w1a", "cnv-2w2a"])
def test_qonnx_families_are_exact_on_an_array(data, shape):
    rng = np.random.default_rng(0)
    high = 1.0 if len(shape) == 3 else 100.0
    graph, compared = compare_onnx(data, rng.uniform(0 if high == 1 else -high, high, (4, *shape)))
    layers = sum(isinstance(node, ir.Weighted) for node in graph)
    assert compared >= layers - 1
    assert not any(isinstance(node, ir.MultiThreshold) for node in graph)
    assert computes(graph, Geometry(rows=4, columns=4))


def test_one_bit_layers_read_padded_images_from_single_port_memory():
    assert computes(import_onnx(families.cnv(1, 1, narrow=8)).graph, replace(
        SINGLE, multiplier=None))


@pytest.mark.slow
@pytest.mark.parametrize(("board", "most"), [(ICEBREAKER, 761_000), (ULX3S, 82_300)],
                         ids=["icebreaker", "ulx3s"])
def test_visual_wake_words_fit_a_board(board, most):
    graph = import_tflite(families.visual_wake_words(schema)).graph
    made = plan(graph, board.target, fast=True)
    assert made.needs.fits(board.target)
    assert made.cycles < most
    if board is ULX3S:
        return
    # Channels in single-port memory, and a step of post-processing in every cycle.
    assert (made.geometry.parked, made.geometry.steady, made.needs.sprams) == (True, True, 4)
    share = {layer.name: layer.macs / (made.geometry.lanes * layer.cycles) for layer in made.layers}
    assert all(share[f"depthwise_conv_2d_{number}.sum"] > 0.49 for number in (1, 5, 9))
    # Which takes some block RAM, and is left out where that is short.
    fewer = replace(board.target, block_rams=made.needs.block_rams - 1)
    given = Geometry(rows=4, columns=4, multiplier="dual", window=True)
    slower = plan(graph, fewer, given).geometry
    assert (slower.parked, slower.steady) == (True, False)
    assert plan(graph, board.target, given).geometry == made.geometry


@pytest.mark.parametrize("steps", [2, 3, 7, 15])
def test_constant_channels_and_thresholds_without_a_scale_are_one_multiplication(steps):
    low, high = -500, 500
    rng = np.random.default_rng(steps)
    first, apart = rng.uniform(-300, 0, 40), rng.uniform(0.3, 60, 40)
    found = np.ceil(first[:, None] + apart[:, None] * np.arange(steps)).astype(np.int64)
    found[0], found[1] = low, high + 1      # always, and never
    found[2, 0], found[2, 1:] = low, high + 1
    found = found.clip(low, high + 1)
    made = rescaling(found, -1, 1, low, high, None, None, fine=True)
    assert made is not None
    sums = np.arange(low, high + 1)
    reached = (sums[:, None, None] >= found).sum(axis=2).T - 1
    exact = ((sums << made.fraction) + made.bias[:, None]) * made.multiplier[:, None]
    shift = made.shift[:, None]
    rounded = (exact + (1 << shift >> 1 if made.rounding == "half_up" else 0)) >> shift
    assert np.array_equal((rounded + made.offset).clip(-1, steps - 1), reached)
