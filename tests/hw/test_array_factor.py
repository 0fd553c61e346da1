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


NETWORKS = {
    "elements": graphs.gated(), "channels": graphs.gated(1, alike=True),
    "sum": graphs.gated(2, added=True), "wide": graphs.gated(3, alike=True, wide=True),
    "even": even(graphs.gated(4)),
}


@pytest.mark.parametrize("geometry", GEOMETRIES)
@pytest.mark.parametrize("name", NETWORKS)
def test_the_graph_is_computed_in_the_cycles_of_the_plan(name, geometry):
    graph = NETWORKS[name]
    program = lower(graph, GEOMETRIES[geometry])
    spec = program.spec
    assert spec.multiplies and spec.adds == (name == "sum")
    assert spec.alike == (name in ("channels", "wide"))
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    assert len(np.unique(outputs)) > 12
    assert (spec.model(elements) == outputs).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=20_000,
                              image=spec.image if spec.loaded else b"")
    assert list(run.cycles[1:]) == [predict(program).total] * 2
