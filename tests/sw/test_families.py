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
from gossamer.plan import Geometry, device_part, lower, make, stored
from gossamer_boards.icebreaker import ICEBREAKER

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
def test_visual_wake_words_fit_an_icebreaker():
    graph = import_tflite(families.visual_wake_words(schema)).graph
    made = make(graph, ICEBREAKER.target, SINGLE)
    assert made.needs.fits(ICEBREAKER.target)
    assert made.needs.sprams == 4
    assert made.cycles < 1_000_000


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
