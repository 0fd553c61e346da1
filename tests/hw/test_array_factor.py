# amaranth: UnusedElaboratable=no
"""Products of two tensors in every kind of engine: the graph's integers in the plan's cycles."""

from dataclasses import replace

import numpy as np
import pytest
from tests import graphs
from tests.hw.test_array_engine import inputs

from gossamer import ir
from gossamer.plan import Geometry, lower, predict
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

SINGLE = Geometry(rows=4, columns=4, burst=8, requantizers=1, loaded=True, single=True)
GEOMETRIES = {
    "usual": Geometry(rows=4, columns=4, burst=16),
    "one": Geometry(rows=4, columns=2, burst=8, requantizers=1),
    "single": SINGLE,
    "single-2": replace(SINGLE, requantizers=2, burst=16),
    "drained": Geometry(rows=8, columns=2, port=16, burst=8, banks=2, requantizers=1, loaded=True,
                        single=True, drain=2),
    "deep": Geometry(rows=4, columns=4, burst=16, deep=True),
    "deep-8": Geometry(rows=8, columns=8, port=64, burst=4, banks=1, requantizers=4,
                       multiplier="dsp", deep=True),
}


def even(graph):
    """The graph with products that are rounded to even, ties among them."""
    node = graph["product_out"]
    return ir.check(graph.replace({"product_out": replace(
        node, multiplier=np.full(4, 1), shift=np.full(4, 7), rounding="half_even")}))


def curve(name, x, kind, seed=0):
    """A table behind a tensor, of 8 bits."""
    values = np.random.default_rng(seed).integers(-128, 128, kind.high - kind.low + 1)
    return ir.Table(name=name, x=x, first=kind.low, values=values, scale=0.125)


def curved(graph, *, factor=False, behind=False, itself=False):
    """The graph with a curve before a factor, as in squeeze-and-excite, or behind the product; or
    with its first operand through a curve in place of the factor.
    """
    types, product = graph.types(), graph["product"]
    nodes = []
    for node in graph:
        if node.name == "product" and (factor or itself):
            nodes.append(curve("gate", product.a if itself else product.b,
                               types[product.a if itself else product.b]))
            node = replace(node, b="gate")
        if behind and getattr(node, "x", "") == "product_out":
            nodes.append(curve("late", "product_out", types["product_out"], 1))
            node = replace(node, x="late")
        nodes.append(node)
    used = {name for node in nodes for name in node.inputs} | {nodes[-1].name}
    while any(node.name not in used for node in nodes):     # what the curve takes the place of
        nodes = [node for node in nodes if node.name in used]
        used = {name for node in nodes for name in node.inputs} | {nodes[-1].name}
    return ir.check(ir.Graph(tuple(nodes)))


NETWORKS = {
    "elements": graphs.gated(), "channels": graphs.gated(1, alike=True),
    "sum": graphs.gated(2, added=True), "wide": graphs.gated(3, alike=True, wide=True),
    "even": even(graphs.gated(4)),
    "gate": curved(graphs.gated(5), factor=True),
    "channels, gate": curved(graphs.gated(6, alike=True), factor=True),
    "itself": curved(graphs.gated(7), itself=True),
    "behind": curved(graphs.gated(8, alike=True), behind=True),
    "both": curved(graphs.gated(9), factor=True, behind=True),
}


#: Every geometry and every network, but in the fast suite not all with all.
PAIRS = [pytest.param(name, geometry, marks=() if geometry == "usual" or name in (
             "elements", "channels, gate") else pytest.mark.slow)
         for name in NETWORKS for geometry in GEOMETRIES]


@pytest.mark.parametrize(("name", "geometry"), PAIRS)
def test_the_graph_is_computed_in_the_cycles_of_the_plan(name, geometry):
    graph = NETWORKS[name]
    program = lower(graph, GEOMETRIES[geometry])
    spec = program.spec
    assert spec.multiplies and spec.adds == (name == "sum")
    assert spec.alike == (name in ("channels", "wide", "channels, gate", "behind"))
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    assert len(np.unique(outputs)) > 12
    assert (spec.model(elements) == outputs).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=20_000,
                              image=spec.image if spec.loaded else b"")
    assert list(run.cycles[1:]) == [predict(program).total] * 2
