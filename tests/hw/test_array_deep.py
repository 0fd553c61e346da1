# amaranth: UnusedElaboratable=no
"""An engine with a deep pipeline: the integers of its model, in the cycles of the plan."""

import itertools
import math
from dataclasses import replace
from random import Random

import pytest
from amaranth.hdl import Module, Signal, signed, unsigned
from amaranth.sim import Simulator
from tests import graphs
from tests.hw.test_array_engine import GRAPHS, inputs, rounding

from gossamer.errors import GossamerError
from gossamer.plan import Geometry, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_hw.array.wide import digits, partial_products, shifted_sum, soft_bits
from gossamer_sim.bench import check_streams_amaranth
from gossamer_sim.run import run_engine_amaranth

SQUARE = Geometry(rows=4, columns=4, burst=16, deep=True)
GEOMETRIES = {
    "4x4": SQUARE,
    "2x8": Geometry(rows=2, columns=8, port=64, burst=8, banks=2, requantizers=1, deep=True),
    "8x8": Geometry(rows=8, columns=8, port=64, burst=4, banks=1, requantizers=4,
                    multiplier="dsp", deep=True),
    "mixed": Geometry(rows=4, columns=8, port=32, multiplier="mixed", dsp_rows=2, deep=True),
    "pattern": Geometry(rows=4, columns=8, port=64, pattern=(2, 4), deep=True),
}
NETWORKS = GRAPHS | {
    "separable": graphs.separable(), "joined": graphs.joined(window=1),
    "pooled": graphs.joined(window=2), "rounding": rounding("double", "half_away"),
    "even": rounding("half_even", "floor"),
}


def frames(values, beat=1):
    return [{"data": row[i:i + beat].tolist() if beat > 1 else int(row[i]),
             "last": int(i + beat == len(row))}
            for row in values for i in range(0, len(row), beat)]


#: What is tried in the fast suite: every geometry and every network, but not all with all.
FAST = {("mlp", "2x8"), ("mlp", "mixed"), ("residual", "2x8"),
        ("joined", "8x8"), ("pooled", "4x4"), ("rounding", "pattern"), ("even", "4x4")}
#: The array of two rows cannot give images of four channels.
PAIRS = [pytest.param(name, geometry, marks=() if (name, geometry) in FAST else pytest.mark.slow)
         for name in NETWORKS for geometry in GEOMETRIES
         if geometry != "2x8" or name not in ("joined", "pooled")]


@pytest.mark.parametrize(("name", "geometry"), PAIRS)
def test_the_graph_is_computed_in_the_cycles_of_the_plan(name, geometry):
    graph = NETWORKS[name]
    program = lower(graph, GEOMETRIES[geometry])
    spec = program.spec
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=20_000)
    assert list(run.cycles[1:]) == [predict(program).total] * 2


@pytest.mark.parametrize("name", ["joined", "pooled", "mlp"])
def test_outputs_that_are_not_taken_wait_in_a_queue(name):
    """Of the network "joined", more than there is room for."""
    graph = NETWORKS[name]
    spec = lower(graph, SQUARE).spec
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    check_streams_amaranth(ArrayEngine(spec), {"i": frames(elements, spec.beat)},
                           {"o": frames(outputs)},
                           stall=0.85, seed=5, timeout_cycles=200_000)


def test_inputs_come_as_many_at_a_time_as_results_are_written():
    """Or as many as divide them."""
    for name, counts in (("mlp", (1, 2, 4)), ("joined", (1, 2, 4))):
        size = lower(NETWORKS[name], SQUARE).spec.input_size
        for count in counts:
            program = lower(NETWORKS[name], replace(SQUARE, requantizers=count))
            spec = program.spec
            assert spec.beat == math.gcd(size, spec.requantizers)
            assert predict(program).input * spec.beat == size
            assert replace(spec, deep=False).beat == 1


def test_it_is_not_for_single_port_memory():
    with pytest.raises(GossamerError, match="pipeline is not deep in single-port memory"):
        replace(SQUARE, single=True)


@pytest.mark.parametrize("shapes", [
    (signed(23), unsigned(31)), (signed(9), unsigned(23)), (signed(40), signed(32)),
    (unsigned(8), unsigned(5)), (signed(2), signed(36)), (unsigned(17), signed(18))])
def test_products_of_digits_add_up(shapes):
    a, b = (Signal(shape) for shape in shapes)
    product = Signal((a * b).shape())
    m = Module()
    m.d.comb += product.eq(shifted_sum(partial_products(a, b)))
    simulator = Simulator(m)
    random = Random(1)

    def values(shape):
        low = -(1 << shape.width - 1) if shape.signed else 0
        high = low + (1 << shape.width) - 1
        return [low, high, 0, 1, *(random.randint(low, high) for _ in range(12))]

    async def bench(ctx):
        for x, y in itertools.product(*map(values, shapes)):
            ctx.set(a, x)
            ctx.set(b, y)
            assert ctx.get(product) == x * y

    simulator.add_testbench(bench)
    simulator.run()


def test_narrow_factors_take_no_dsp_block():
    assert digits(signed(23), unsigned(31)) == 2 and digits(signed(9), unsigned(23)) == 0
    assert soft_bits(signed(9), unsigned(23)) == 9 * 23
    assert digits(signed(40), signed(32)) == 4
