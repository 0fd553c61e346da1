"""Images of which parts are computed apart: averages with several divisors, and any other."""

import numpy as np
import pytest
from tests.hw.test_array_engine import inputs
from tests.sw.test_plan_pools import check_engine
from tests.sw.test_plan_views import Maker

from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.importers import averages
from gossamer.plan import Geometry, lower

GEOMETRIES = {
    "usual": Geometry(rows=4, columns=4, burst=16),
    "window": Geometry(rows=4, columns=4, burst=16, window=True),
    "pairs": Geometry(rows=2, columns=4, burst=16, window=True, pairs=True),
    "single": Geometry(rows=4, columns=4, burst=8, requantizers=1, single=True, loaded=True),
    "steady": Geometry(rows=4, columns=4, burst=8, requantizers=1, single=True, loaded=True,
                       window=True, steady=True),
    "deep": Geometry(rows=8, columns=4, burst=16, banks=2, requantizers=4, deep=True),
}


def patch(m, x, part, first):
    return m.add(ir.Patch(name=f"n{len(m.nodes)}", x=x, part=part, first=first))


def average(m, x, window, stride, padding):
    """The mean of what is inside the image, rounded half away from zero."""
    shape = m.types[x].shape
    size = ir.windows(shape, window, stride, padding)
    made = ""
    for region in averages.regions(*(averages.axis(*axis) for axis in zip(
            shape, window, stride, padding[::2], size, strict=False))):
        read = region.part(f"n{len(m.nodes)}", x, shape)
        sums = m.add(region.sums(f"s{len(m.nodes)}", m.add(read) if read else x, shape[2], stride,
                                 pad=0))
        channels = np.ones(shape[2], np.int64)
        part = m.add(ir.Requantize(
            name=f"n{len(m.nodes)}", x=sums, multiplier=-(-(1 << 20) // region.count) * channels,
            shift=20 * channels, low=0, high=255, scale=0.125, rounding="half_away"))
        made = patch(m, made, part, region.at) if made else part
    return made


def random(seed):
    """An average of any window, stride and padding, and what follows it."""
    rng = np.random.default_rng(seed)
    size = tuple(int(n) for n in rng.integers(1, 8, 2))
    m = Maker((*size, 4), seed)
    x = m.layer("x", 8, 3) if rng.random() < 0.5 else "x"
    window = tuple(int(n) for n in rng.integers(1, 5, 2))
    padding = [int(rng.integers(0, window[side // 2])) for side in range(4)]
    for side in (0, 1):     # that no window is larger than its image
        padding[2 * side] = max(padding[2 * side], min(
            window[side] - 1, window[side] - size[side]))
        padding[2 * side + 1] = max(padding[2 * side + 1], min(
            window[side] - 1, window[side] - size[side] - padding[2 * side]))
    y = average(m, x, window, tuple(int(n) for n in rng.integers(1, 3, 2)), padding)
    kind = rng.integers(0, 4)
    if kind == 0:
        m.layer(m.flatten(y), 4)
    elif kind == 1:
        m.layer(m.concat(y, m.layer(y, 4)), 4)
    elif kind == 2:
        m.layer(y, 4, 3)
    return m.done()


def tangled(seed=0):
    """Parts that come early, are needed elsewhere, read what they change, or are no layers'."""
    m = Maker((5, 6, 4), seed)
    early = m.layer(m.slice("x", (0, 0, 0), (2, 6, 4)), 4)
    base = m.layer("x", 4)
    column = m.layer(m.slice(base, (1, 2, 0), (4, 1, 4)), 4)
    one = patch(m, base, early, (3, 0))
    two = patch(m, one, column, (0, 5))
    three = patch(m, two, m.slice("x", (4, 3, 0), (1, 1, 4)), (2, 2))
    four = patch(m, three, column, (1, 0))
    five = patch(m, "x", m.slice(four, (0, 0, 0), (5, 1, 4)), (0, 3))
    total = m.add(ir.Add(name="sum", a=m.layer(two, 4, low=-300, high=300), b=five, multiplier=77,
                         shift=6, low=0, high=255, scale=0.125))
    six = patch(m, m.layer(one, 4), m.slice(total, (1, 0, 0), (1, 6, 4)), (4, 0))
    m.layer(m.concat(six, four), 4)
    return m.done()


def ends(seed=0):
    """The model begins and ends in an average."""
    m = Maker((5, 4, 4), seed)
    x = average(m, "x", (3, 3), (2, 2), (1, 1, 1, 1))
    average(m, m.layer(x, 8), (2, 2), (1, 1), (1, 1, 0, 1))
    return m.done()


@pytest.mark.parametrize("name", GEOMETRIES)
def test_the_engines_model_is_the_graph(name):
    for seed in range(60):
        graph = random(seed)
        program = lower(graph, GEOMETRIES[name])
        x, elements = inputs(graph, 4)
        assert (program.spec.model(elements) == graph.run(x).reshape(4, -1)).all(), seed


@pytest.mark.parametrize("name", ["usual", "window", "pairs", "single", "deep"])
def test_parts_are_copied_where_they_must(name):
    for graph in (tangled(), ends()):
        program = lower(graph, GEOMETRIES[name])
        x, elements = inputs(graph, 4)
        assert (program.spec.model(elements) == graph.run(x).reshape(4, -1)).all()


def test_a_patch_computes_itself():
    graph = tangled()
    x, _ = inputs(graph, 3)
    values = graph.trace(x)
    for node in graph:
        if isinstance(node, ir.Patch):
            whole, part = (values[name] for name in node.inputs)
            rows, columns = (slice(first, first + size) for first, size in zip(
                node.first, part.shape[1:3], strict=True))
            assert np.array_equal(values[node.name][:, rows, columns], part)
            outside = np.ones(whole.shape, bool)
            outside[:, rows, columns] = False
            assert np.array_equal(values[node.name][outside], whole[outside])


def test_an_average_in_its_places_takes_no_copies():
    m = Maker((6, 6, 4), 0)
    m.layer(average(m, m.layer("x", 4), (3, 3), (1, 1), (1, 1, 1, 1)), 4)
    program = lower(m.done(), GEOMETRIES["usual"])
    assert len(program.passes) == 2 + 9
    bases = [layer.out_base for layer in program.spec.layers[1:-1]]
    assert sorted(np.array(bases) - min(bases)) == [0, 0, 0, 0, 20, 20, 120, 120, 140]


@pytest.mark.parametrize(("build", "name"), [
    pytest.param(build, name, marks=() if (build, name) in (
        (ends, "usual"), (ends, "window"), (ends, "single"), (tangled, "deep")) else
        pytest.mark.slow)
    for build in (ends, tangled) for name in GEOMETRIES if (build, name) != (tangled, "steady")])
def test_the_engine_computes_it_in_the_cycles_that_are_predicted(build, name):
    check_engine(build(), GEOMETRIES[name])


@pytest.mark.parametrize(("shape", "first", "reason"), [
    ((2, 6, 4), (4, 0), "puts (2, 6, 4) at (4, 0) into (5, 6, 4), which is not inside"),
    ((2, 2, 4), (0, 0), "puts (2, 2, 4) into (5, 6, 4), which is neither whole rows nor one "
                        "column"),
    ((1, 1, 3), (0, 0), "puts (1, 1, 3) at (0, 0) into (5, 6, 4), which is not inside"),
])
def test_parts_that_do_not_fit_are_refused(shape, first, reason):
    m = Maker((5, 6, 4), 0)
    base = m.layer("x", 4)
    part = m.slice("x", (0, 0, 0), shape)
    graph = ir.Graph((*m.nodes, ir.Patch(name="p", x=base, part=part, first=first)))
    with pytest.raises(GossamerError) as caught:
        ir.check(graph)
    assert str(caught.value) == f"Node 'p' {reason}."
