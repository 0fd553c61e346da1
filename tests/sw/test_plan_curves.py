"""Tables and thresholds of imported networks and of networks by hand, down to the array."""

import numpy as np
import pytest
from tests import graphs, tflite_models
from tests.every_layer import check_every_layer
from tests.onnx_models import Builder, qonnx_values

from gossamer import ir
from gossamer.importers.onnx import import_onnx
from gossamer.importers.tflite import import_tflite
from gossamer.plan import Geometry, TooLargeError, lower, plan, predict, stored
from gossamer.plan.cost import needs
from gossamer.plan.thresholds import Rows, search
from gossamer.target import Target
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

pytestmark = pytest.mark.filterwarnings(
    # Of qonnx's own code.
    "ignore::DeprecationWarning", "ignore::UserWarning", "ignore::RuntimeWarning")

SMALL = Target(name="small", device="iCE40UP5K-SG48", family="ice40", luts=5280, block_rams=30,
               block_ram_bits=4096, block_ram_width=16, sprams=0, dsps=8, clock_hz=12_000_000)


def on_the_array(graph, x, tmp_path, geometry=None):
    """Everything of every layer, and the cycles."""
    program = lower(graph, geometry or Geometry())
    made = program.graph.run(x).reshape(len(x), -1)
    assert np.array_equal(made, graph.run(x).reshape(len(x), -1))
    assert check_every_layer(program, program.graph, x, tmp_path, simulator="amaranth") > 0
    elements = (x - stored(graph.input.name, graph.input.infer()).zero).reshape(len(x), -1)
    run = run_engine_amaranth(lambda: ArrayEngine(program.spec), elements.astype(np.int8),
                              made.shape[1], expected=made, timeout_cycles=50_000,
                              image=program.spec.image if program.spec.loaded else b"")
    assert set(run.cycles[int(program.spec.loaded):]) == {predict(program).total}
    return program.spec


def test_curves_of_tensorflow_lite_run_on_the_array(tmp_path):
    """LOGISTIC behind a layer, TANH behind a max pool, and LOGISTIC behind a joined tensor."""
    schema = pytest.importorskip("ai_edge_litert.schema_py_generated")
    model = tflite_models.Builder(schema, 0)

    def conv(x):
        return model.operator("CONV_2D", [x, model.weights((4, 3, 3, 4), 0), model.bias(4)],
                              model.activation(4, 4, 4, scale=0.05, zero=3), "Conv2DOptions",
                              strideH=1, strideW=1, dilationHFactor=1, dilationWFactor=1)

    def curve(kind, x, *shape):
        scale, zero = {"LOGISTIC": (1 / 256, -128), "TANH": (1 / 128, 0)}[kind]
        return model.operator(kind, [x], model.activation(*shape, scale=scale, zero=zero))

    x = model.input(4, 4, 4, scale=0.02, zero=-5)
    a, b = curve("LOGISTIC", conv(x), 4, 4, 4), conv(x)
    b = model.operator("ADD", [a, b], model.activation(4, 4, 4, scale=0.06, zero=1), "AddOptions")
    b = model.operator("MAX_POOL_2D", [b], model.activation(2, 2, 4, scale=0.06, zero=1),
                       "Pool2DOptions", strideH=2, strideW=2, filterHeight=2, filterWidth=2,
                       padding=1)
    b = curve("TANH", b, 2, 2, 4)
    c = model.operator("CONCATENATION", [b, b], model.activation(2, 2, 8, scale=1 / 128, zero=0),
                       "ConcatenationOptions", axis=3)
    c = curve("LOGISTIC", c, 2, 2, 8)
    flat = model.operator("RESHAPE", [c, model.constant([1, 32])],
                          model.activation(32, scale=1 / 256, zero=-128))
    model.operator("FULLY_CONNECTED", [flat, model.weights((3, 32), 0), model.bias(3)],
                   model.activation(3, scale=0.1, zero=4), "FullyConnectedOptions")
    data = model.bytes()
    graph = import_tflite(data).graph
    x = np.random.default_rng(0).integers(-128, 128, (3, 4, 4, 4))
    wanted = [found[-1].reshape(-1) for found in tflite_models.outputs(data, x)]
    assert np.array_equal(graph.run(x).reshape(3, -1), np.stack(wanted))
    spec = on_the_array(graph, x, tmp_path)
    assert len(spec.curves) == 3


@pytest.mark.parametrize("bits", [3, 4, 8])
def test_curves_of_qonnx_run_on_the_array(bits, tmp_path):
    """Sigmoid and Tanh behind batch norms become uneven thresholds."""
    pytest.importorskip("qonnx")
    model = Builder(bits, 12)
    x = model.quant("x", 1 / 8, 6)
    for inputs, outputs, curve in ((12, 8, "Sigmoid"), (8, 6, "Tanh")):
        x = model.add("MatMul", [x, model.weights((inputs, outputs), 0.125, 4)])
        x = model.quant(model.add(curve, [model.batch_norm(x, outputs, 2.0)]), 2.0 ** (1 - bits),
                        bits)
    x = model.add("MatMul", [x, model.weights((6, 4), 0.25, 4)])
    data = model.bytes(x)
    graph = import_onnx(data).graph
    reals = np.random.default_rng(0).normal(0, 3, (30, 12))
    steps = graph.input.quantize(reals)
    wanted = qonnx_values(data, reals)[x]
    kind = graph.types()[graph.output.name]
    assert np.array_equal((graph.run(steps) - kind.zero) * np.float32(kind.scale), wanted)
    assert sum(isinstance(node, ir.MultiThreshold) for node in graph) == 2
    spec = on_the_array(graph, steps[:3], tmp_path)
    assert spec.levels == bits


def rising(m, x):
    """A batch norm."""
    return m.add("BatchNormalization", [x, *map(m.constant, (
        m.rng.uniform(0.5, 2, 8), m.rng.normal(0, 1, 8), m.rng.normal(0, 3, 8),
        m.rng.uniform(5, 20, 8)))])


SUMMED = {
    # What follows the addition, and layers: of the branches, and one more if channels differ.
    "curve": (lambda m, x: m.quant(m.add("Tanh", [x]), 0.125, 4), 2),
    "thresholds": (lambda m, x: m.add("MultiThreshold", [x, m.constant(
        [[-5.0, -4.5, -1.0, 0.0, 0.25, 3.0, 7.0]])], out_scale=0.5), 2),
    "channels": (lambda m, x: m.add("MultiThreshold", [x, m.constant(
        np.sort(m.rng.normal(0, 3, (8, 7))))], out_scale=0.5), 3),
    "norm": (lambda m, x: m.quant(m.add("Relu", [rising(m, x)]), 0.5, 4, signed=0), 3),
}


@pytest.mark.parametrize("geometry", [
    Geometry(), Geometry(single=True, loaded=True, requantizers=1),
    Geometry(rows=8, requantizers=4, banks=2, deep=True)], ids=["usual", "single", "deep"])
@pytest.mark.parametrize("kind", SUMMED)
def test_what_follows_an_addition_in_qonnx_runs_on_the_array(kind, geometry, tmp_path):
    """A function, uneven thresholds, and a batch norm of two branches of different scales."""
    model = Builder(3, 8, 4, 5)
    x = model.quant("x", 0.5, 5)

    def branch(scale):
        return model.quant(model.add("Conv", [x, model.weights((8, 8, 1, 1), 0.25, 4)]), scale, 5)

    make, layers = SUMMED[kind]
    y = make(model, model.add("Add", [branch(0.25), branch(0.75)]))
    y = model.add("Conv", [y, model.weights((4, 8, 1, 1), 0.25, 3)])
    data = model.bytes(model.quant(y, 0.5, 6))
    graph = import_onnx(data).graph
    total = next(node for node in graph if isinstance(node, ir.Sum))
    assert isinstance(graph.consumers(total.name)[0], ir.MultiThreshold)
    reals = np.random.default_rng(0).normal(0, 3, (200, 4, 5, 8))
    steps = graph.input.quantize(reals)
    wanted = qonnx_values(data, reals.transpose(0, 3, 1, 2))[model.nodes[-1].output[0]]
    kind_of = graph.types()[graph.output.name]
    assert np.array_equal(graph.run(steps) * np.float32(kind_of.scale),
                          wanted.transpose(0, 2, 3, 1))
    assert len(np.unique(graph.trace(steps)[graph.consumers(total.name)[0].name])) > 5
    program = lower(graph, geometry)
    assert len(program.passes) == layers + 1
    if (kind, geometry.single) in (("curve", False), ("norm", True)):
        on_the_array(graph, steps[:2], tmp_path, geometry)
    else:
        zero = stored("x", graph.input.infer()).zero
        elements = (steps - zero).reshape(len(steps), -1).astype(np.int8)
        assert np.array_equal(program.spec.model(elements),
                              graph.run(steps).reshape(len(steps), -1))


def test_even_thresholds_behind_a_sum_are_a_curve_as_well():
    """Also where a multiplication would do, of sums that need more than 8 bits."""
    rng = np.random.default_rng(0)
    nodes = [ir.Input(name="x", shape=(3, 3, 4), low=-128, high=127, scale=1.0)]
    for name in "ab":
        nodes += [ir.Conv2d(name=f"{name}.sum", x="x", bias=np.zeros(4, np.int64), weight_bits=4,
                            weight=rng.integers(-8, 8, (4, 1, 1, 4)).astype(np.int8)),
                  ir.Requantize(name=name, x=f"{name}.sum", multiplier=np.full(4, 3),
                                shift=np.full(4, 5), low=-128, high=127, scale=1.0)]
    nodes += [ir.Sum(name="sum", a="a", b="b"),
              ir.MultiThreshold(name="even", x="sum", low=0, step=1, scale=16.0,
                                thresholds=np.tile(np.arange(-240, 241, 16), (4, 1)))]
    graph = ir.check(ir.Graph(tuple(nodes)))
    program = lower(graph, Geometry())
    assert len(program.passes) == 2 and len(program.spec.curves[0].values) == 482
    x = rng.integers(-128, 128, (20, 3, 3, 4))
    assert np.array_equal(program.spec.model(x.reshape(20, -1).astype(np.int8)),
                          graph.run(x).reshape(20, -1))


def dense(steps, outputs=16, same=False):
    """A layer of uneven thresholds before another layer."""
    rng = np.random.default_rng(0)
    weight = rng.integers(-8, 8, (outputs, 8)).astype(np.int8)
    if same:
        weight[:] = weight[0]
    layer = ir.Linear(name="a", x="x", weight=weight, bias=np.zeros(outputs, np.int64),
                      weight_bits=4)
    uneven = graphs.uneven("t", layer, steps, (-128, 127), rng)
    if same:
        uneven = ir.MultiThreshold(
            name="t", x="a", low=0, step=1, scale=0.125,
            thresholds=np.tile(uneven.thresholds[3], (outputs, 1)))
    last = ir.Linear(name="b", x="t", weight=rng.integers(-8, 8, (2, outputs)).astype(np.int8),
                     bias=np.zeros(2, np.int64), weight_bits=4)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(8,), low=-128, high=127, scale=1.0), layer, uneven, last,
        graphs.requantize("y", "b", 2, rng))))


def test_equal_rows_of_thresholds_lie_there_once():
    geometry = Geometry(requantizers=2)
    one = lower(dense(15, same=True), geometry).spec
    other = lower(dense(15), geometry).spec
    assert [len(lane) for lane in one.thresholds] == [16, 16]
    assert [len(lane) for lane in other.thresholds] == [128, 128]
    x = np.random.default_rng(1).integers(-128, 128, (200, 8))
    for spec, graph in ((one, dense(15, same=True)), (other, dense(15))):
        assert np.array_equal(spec.model(x.astype(np.int8)), graph.run(x))
    assert needs(one, SMALL).block_rams < needs(other, SMALL).block_rams


def test_thresholds_that_do_not_fit_are_refused_with_need_and_have():
    with pytest.raises(TooLargeError, match=r"^The model does not fit small .* of 30 block RAMs"):
        plan(dense(255, outputs=128), SMALL)
    assert plan(dense(15), SMALL).needs.fits(SMALL)


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 7, 31, 255])
def test_a_search_is_the_number_of_thresholds(steps):
    rng = np.random.default_rng(steps)
    layer = ir.Linear(name="a", x="x", weight=rng.integers(-8, 8, (5, 9)).astype(np.int8),
                      bias=rng.integers(-99, 99, 5), weight_bits=4)
    node = graphs.uneven("t", layer, steps, (-20, 30), rng, low=-9, step=2)
    found = search(node, layer, -20, 30)
    least, most = layer.accumulator(-20, 30)
    sums = np.broadcast_to(np.arange(least, most + 1)[:, None], (most + 1 - least, 5))
    number = sum((sums - found.middle >= found.rows[:, i]).astype(int)
                 for i in range(1, 1 << found.levels))
    assert np.array_equal(found.low + found.step * number, node.compute(sums))
    bottoms, tops = layer.reach(-20, 30)
    assert found.sums == ((bottoms - found.middle).min(), (tops - found.middle).max())


def test_rows_lie_at_multiples_of_their_length():
    rows = Rows(1)
    assert [rows.place(0, row) for row in ([0, 5], [0] * 8, [0, 5], [0, 1, 2, 3])] == [0, 8, 0, 16]
    assert [len(lane) for lane in rows.filled(3)] == [24]
