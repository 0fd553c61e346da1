# amaranth: UnusedElaboratable=no
"""Single sums that floating point rounds otherwise than a straight line, down to the hardware."""

from dataclasses import replace

import numpy as np
import pytest
from tests.sw.test_importers_scales import floats, inputs, modelled, real, simulated, static

from gossamer.description import Description
from gossamer.errors import GossamerError
from gossamer.importers import thresholds as thresholds_module
from gossamer.importers.exceptions import MOST, straightened
from gossamer.importers.onnx import import_onnx
from gossamer.importers.thresholds import nearest, rescaling, thresholds
from gossamer.ir import Conv2d, Graph, Input, Linear, Requantize, SumPool, check
from gossamer.plan import Geometry, abreast, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

quantization = pytest.importorskip("onnxruntime.quantization",
                                   reason="onnxruntime, the oracle, is not installed")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning",
                                        "ignore::RuntimeWarning")      # of onnxruntime

SQUARE = Geometry(rows=4, columns=4, burst=16)


@pytest.mark.parametrize("seed", [0, 1, 3, 15])
def test_lines_and_exceptions_are_what_floats_round(seed):
    rng = np.random.default_rng(seed)
    channels, low, high = 48, -int(rng.integers(20_000, 90_000)), int(rng.integers(20_000, 90_000))
    scales = (rng.uniform(3, 9, channels) * 1e-4).astype(np.float32)
    step, zero = np.float32(rng.uniform(0.2, 0.4)), int(rng.integers(-90, 30))

    def levels(sums):
        values = np.rint((sums.astype(np.float32) * scales[:, None]).astype(np.float32) / step)
        return (values + zero).clip(-128, 127).astype(np.int64)

    found = thresholds(lambda sums: levels(sums) + 128, channels, low, high, 255)
    bent, exceptions = straightened(found, low, high)
    assert len(exceptions) > 0
    gain = scales.astype(float) / float(step)
    made = rescaling(bent, -128, 1, low, high, gain, np.zeros(channels), zero, fine=True)
    node = Requantize(
        name="y", x="x", multiplier=made.multiplier, shift=made.shift, low=-128, high=127,
        scale=1.0, offset=made.offset, rounding=made.rounding, exceptions=np.stack([
            exceptions[:, 0], (exceptions[:, 1] << made.fraction) + made.bias[exceptions[:, 0]],
            exceptions[:, 2] << made.fraction], axis=1))
    for sums in np.array_split(np.arange(low, high + 1), 8):       # every sum there is
        x = (sums[:, None] << made.fraction) + made.bias
        assert np.array_equal(node.compute(x), levels(np.tile(sums, (channels, 1))).T)


def test_what_is_no_line_at_all_has_no_exceptions():
    curve = np.sort(np.random.default_rng(0).integers(-4000, 4000, (3, 15)), axis=1)
    assert (nearest(curve, -5000, 5000).room < 0).all()
    assert straightened(curve, -5000, 5000) is None


def layer(bias=0, fraction=0, exceptions=((0, 3, 1),), zero=0, outputs=8):
    """A layer whose sums are few enough to try all of them: two inputs of three bits."""
    weight = np.random.default_rng(3).integers(-3, 4, (outputs, 2)).astype(np.int8)
    weight[0] = (1, 2)
    return check(Graph((
        Input(name="x", shape=(2,), low=0 + zero, high=7 + zero, scale=1.0, zero=zero),
        Linear(name="l", x="x", weight=weight, weight_bits=3, fraction=fraction,
               bias=np.full(outputs, bias)),
        Requantize(name="y", x="l", multiplier=np.full(outputs, 3), shift=np.full(outputs, 2),
                   low=-128, high=127, scale=1.0, exceptions=np.array(exceptions)))))


def replaced(graph, exceptions):
    """The graph with other exceptions everywhere."""
    return check(Graph(tuple(
        replace(node, exceptions=exceptions) if isinstance(node, Requantize) else node
        for node in graph)))


def every(graph):
    low, high = graph.input.low, graph.input.high
    grid = np.arange(low, high + 1)
    return np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)


def brute(graph):
    """The results by the definition, one sum after the other."""
    node, scale = graph["l"], graph["y"]
    rows = []
    for x in every(graph):
        sums = [(int(total) << node.fraction) + int(bias)
                for total, bias in zip(node.weight.astype(int) @ x, node.bias, strict=True)]
        for channel, at, step in scale.exceptions:
            if int((node.weight.astype(int) @ x)[channel] << node.fraction) + int(
                    node.bias[channel]) == at:
                sums[channel] = int(at + step)
        rows.append([min(max((total * 3 + 2) >> 2, -128), 127) for total in sums])
    return np.array(rows)


MANY = [(channel, at, step) for channel in range(8)
        for at, step in ((channel - 6, 1), (3, -1), (9 - channel, 1)) if channel - 6 != 3]
MANY = list({(channel, at): (channel, at, step) for channel, at, step in MANY}.values())
CASES = {
    "one": layer(), "bias": layer(bias=-3), "many": layer(exceptions=MANY), "many, biased": layer(
        bias=2, exceptions=MANY),
    "offset": layer(bias=-300, zero=100, exceptions=((0, 3, 5), (0, 9, -1))),
    "fraction": layer(bias=5, fraction=3, exceptions=((0, 29, 8), (1, 21, -8), (0, 30, 8))),
    "never": layer(exceptions=((0, 1 << 40, 1), (0, 3, 1))),
}
GEOMETRIES = {
    "usual": SQUARE, "deep": Geometry(rows=4, columns=4, burst=16, deep=True),
    "single": Geometry(rows=4, columns=4, burst=16, single=True, requantizers=1),
    "steady": Geometry(rows=4, columns=4, burst=16, single=True, requantizers=1,
                       steady=True),
    "both": Geometry(rows=4, columns=4, burst=16, requantizers=2),
}


#: Every geometry and every case, but in the fast suite not all with all.
PAIRS = [pytest.param(name, geometry, marks=() if geometry == "usual" or name in (
             "many, biased", "fraction") else pytest.mark.slow)
         for name in CASES for geometry in GEOMETRIES]


@pytest.mark.parametrize(("name", "geometry"), PAIRS)
def test_every_sum_is_rounded_as_defined(name, geometry):
    graph = CASES[name]
    wanted = brute(graph)
    assert np.array_equal(graph.run(every(graph)), wanted)
    program = lower(graph, GEOMETRIES[geometry])
    spec = program.spec
    elements = (every(graph) - max(0, graph.input.high - 127)).astype(np.int8)
    assert np.array_equal(spec.model(elements), wanted)
    # Those that exceptions change, and the first few.
    changed = (wanted != brute(replaced(graph, np.zeros((0, 3), np.int64)))).any(axis=1)
    assert changed.any()
    some = np.unique([0, 1, 2, *np.flatnonzero(changed)[:6]])
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements[some], wanted.shape[1],
                              expected=wanted[some], timeout_cycles=2_000)
    assert set(run.cycles[1:]) == {predict(program).total}


def test_a_description_keeps_exceptions(tmp_path):
    graph = CASES["many"]
    file = tmp_path / "model.gsm"
    Description(graph=graph, name="model").save(file)
    again = Description.load(file).graph
    assert np.array_equal(again["y"].exceptions, graph["y"].exceptions)
    assert np.array_equal(again.run(every(graph)), brute(graph))


@pytest.mark.parametrize(("exceptions", "reason"), [
    (((8, 0, 1),), "exceptions for other channels than 0..7"),
    (((0, 1, 1), (0, 1, -1)), "two exceptions for the same sum"),
    (((0, 1),), r"exceptions of shape \(1, 2\)"),
    (((0, 1, 1 << 62),), "beyond"),
])
def test_wrong_exceptions_are_refused(exceptions, reason):
    with pytest.raises(GossamerError, match=reason):
        layer(exceptions=exceptions)


def test_pixels_side_by_side_have_the_exceptions_of_each():
    rng = np.random.default_rng(0)
    graph = check(Graph((
        Input(name="x", shape=(4, 4, 2), low=-8, high=7, scale=1.0),
        Conv2d(name="c", x="x", weight=rng.integers(-3, 4, (2, 3, 3, 2)).astype(np.int8),
               weight_bits=3, bias=np.zeros(2, np.int64), padding=(1, 1, 1, 1)),
        Requantize(name="y", x="c", multiplier=np.array([3, 5]), shift=np.array([2, 3]), low=-128,
                   high=127, scale=1.0, exceptions=np.array([(0, 3, 40), (1, -2, -50)])),
        SumPool(name="p", x="y", window=(2, 2), stride=(2, 2)),
        Requantize(name="z", x="p", multiplier=np.array([1, 1]), shift=np.array([2, 2]), low=-128,
                   high=127, scale=1.0))))
    made = abreast.abreast(graph, 8, 4)
    assert len(made.nodes) > len(graph.nodes)
    x = inputs(graph, 50)
    assert np.array_equal(made.run(x), graph.run(x))
    assert (replaced(graph, np.zeros((0, 3), np.int64)).run(x) != graph.run(x)).any()


@pytest.mark.parametrize(("kind", "seed"), [("add", 0), ("add", 1), ("join", 1), ("join", 5)])
def test_networks_quantised_by_channels_have_a_multiplication(kind, seed, tmp_path):
    data = static(kind, quantization.QuantType.QInt8, per_channel=True, seed=seed)(tmp_path)
    graph = import_onnx(data).graph
    assert not any(node.kind == "multithreshold" for node in graph)
    made = [node for node in graph if isinstance(node, Requantize) and len(node.exceptions)]
    assert made and all(np.bincount(node.exceptions[:, 0]).max() <= MOST for node in made)
    x = inputs(graph, 100)
    assert np.array_equal(modelled(graph, x)[1].reshape(graph.run(x).shape), graph.run(x))


@pytest.mark.slow
@pytest.mark.parametrize("board", ["icebreaker", "ulx3s"])
def test_networks_quantised_by_channels_run(board, tmp_path):
    from tests.onnx_models import unfused_outputs

    data = static("add", quantization.QuantType.QInt8, per_channel=True, seed=1)(tmp_path)
    graph = import_onnx(data).graph
    x = inputs(graph, 200)
    assert np.array_equal(real(graph, graph.run(x)), unfused_outputs(data, floats(graph, x)))
    simulated(graph, board, tmp_path / "out")


def test_alike_channels_are_searched_as_one_and_only_once(monkeypatch):
    """Averages have the same thresholds in all channels, and a divisor has several windows."""
    searched = []
    search = thresholds_module._search
    monkeypatch.setattr(thresholds_module, "_search",
                        lambda found, *rest: searched.append(len(found)) or search(found, *rest))
    found = np.tile(np.arange(-50, 51) * 7 + 3, (64, 1))
    gain, shift = np.full(64, 1 / 7), np.full(64, 0.25)
    one, two = (thresholds_module.rescaling(found, -51, 1, -400, 400, gain, shift, fine=True)
                for _ in range(2))
    assert one is two
    assert len(one.bias) == len(one.multiplier) == len(one.shift) == 64
    assert thresholds_module._reaches(found, -51, 1, -400, 400, one).all()
    assert searched
    assert set(searched) == {1}


def test_ties_leave_no_room_for_a_bias_between_two_sums(monkeypatch):
    """A line through ties that go either way is none: its fractions are not searched."""
    def never(*_):
        raise AssertionError("searched")

    found = 2 * np.arange(1, 40)[None] + np.arange(1, 40) % 2
    assert thresholds_module.rescaling(found, 0, 1, 0, 99, None, None) is None
    monkeypatch.setattr(thresholds_module, "_search", never)
    assert thresholds_module.rescaling(found, 0, 1, 0, 99, None, None, fine=True) is None
