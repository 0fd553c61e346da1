"""Joining and slicing: nothing is copied where a pass can read and write in place."""

from dataclasses import replace

import numpy as np
import pytest
from tests import graphs
from tests.hw.test_array_engine import inputs

from gossamer import ir
from gossamer.errors import UnsupportedError
from gossamer.plan import Geometry, lower, predict
from gossamer.plan.passes import passes, separate
from gossamer.plan.views import views
from gossamer_hw.array import ArrayEngine
from gossamer_sim.bench import check_streams_amaranth
from gossamer_sim.run import run_engine_amaranth

GEOMETRIES = [
    Geometry(rows=4, columns=4, burst=16),
    Geometry(rows=2, columns=8, port=64, burst=8, banks=2, requantizers=1),
    Geometry(rows=8, columns=2, port=16, burst=4, banks=1, requantizers=2),
]


class Maker:
    """Adds nodes one by one; every activation has the same scale."""

    def __init__(self, shape, seed):
        self.rng = np.random.default_rng(seed)
        self.nodes = [ir.Input(name="x", shape=shape, low=0, high=255, scale=0.125)]
        self.types = {"x": self.nodes[0].infer()}

    def add(self, node):
        self.nodes.append(node)
        self.types[node.name] = node.infer(*(self.types[name] for name in node.inputs))
        return node.name

    def layer(self, x, channels, size=1, **keys):
        """A convolution or a linear layer, and its activation."""
        name = f"n{len(self.nodes)}"
        inside = self.types[x].channels
        common = {"bias": self.rng.integers(-50, 50, channels), "weight_bits": 4, "x": x,
                  "name": name}
        shape = (channels, size, size, inside) if len(self.types[x].shape) == 3 else (
            channels, inside)
        weight = self.rng.integers(-7, 8, shape).astype(np.int8)
        self.add(ir.Linear(weight=weight, **common) if len(shape) == 2 else ir.Conv2d(
            weight=weight, padding=(size // 2,) * 4, **common))
        limits = {"low": 0, "high": 255} | keys
        return self.add(graphs.requantize(f"{name}_out", name, channels, self.rng, **limits))

    def concat(self, *parts):
        return self.add(ir.Concat(name=f"n{len(self.nodes)}", parts=parts))

    def slice(self, x, first, shape):
        return self.add(ir.Slice(name=f"n{len(self.nodes)}", x=x, first=first, shape=shape))

    def pool(self, x):
        return self.add(ir.MaxPool(name=f"n{len(self.nodes)}", x=x, window=(2, 2), stride=(2, 2)))

    def flatten(self, x):
        return self.add(ir.Flatten(name=f"n{len(self.nodes)}", x=x))

    def done(self):
        return ir.check(ir.Graph(tuple(self.nodes)))


def inception(m):
    """Branches of several widths side by side, one of them with a range of its own."""
    a = m.layer("x", 4)
    b = m.layer("x", 4, 3, low=-128, high=127)
    both = m.concat(b, m.layer(a, 8, 3, high=100))
    return m.layer(m.flatten(m.layer(both, 4, 3)), 3)


def dense(m):
    """Each layer reads all before it: joined values that are joined again, and the input."""
    one = m.concat("x", m.layer("x", 4, 3))
    two = m.concat(one, m.layer(one, 4, 3))
    return m.layer(m.flatten(m.pool(m.layer(two, 4))), 3)


def halves(m):
    """Channels are split, go separate ways, and are joined in another order."""
    a = m.layer("x", 8, 3)
    height, width, _ = m.types[a].shape
    left = m.slice(a, (0, 0, 0), (height, width, 4))
    right = m.slice(a, (0, 0, 4), (height, width, 4))
    return m.layer(m.flatten(m.concat(m.layer(right, 4, 3), left)), 3)


def crop(m):
    """The middle of an image, of its rows only, and of a vector."""
    a = m.layer("x", 4, 3)
    height, width, _ = m.types[a].shape
    middle = m.slice(a, (1, 1, 0), (height - 2, width - 3, 4))
    rows = m.slice(a, (2, 0, 0), (2, width, 4))
    vector = m.concat(m.flatten(m.layer(middle, 4, 3)), m.flatten(rows), m.flatten(middle))
    return m.layer(m.slice(vector, (5,), (m.types[vector].size - 9,)), 3)


def ends(m):
    """What leaves the engine is a join, of a vector twice."""
    vector = m.layer(m.flatten("x"), 4)
    return m.concat(vector, m.layer(vector, 4), vector)


def sliced_end(m):
    a = m.layer("x", 8)
    return m.slice(m.concat(a, m.layer(a, 4)), (1, 2, 3), (2, 2, 6))


def image_end(m):
    """An image leaves the engine pixel by pixel, though it has more channels than rows."""
    return m.layer("x", 10, 3)


def flat_end(m):
    """The same as a vector."""
    return m.flatten(m.layer("x", 10, 3))


def added(m):
    """A residual of joined channels."""
    both = m.concat(m.layer("x", 4), m.layer("x", 4, 3))
    name = m.layer(both, 8, low=-300, high=300)
    total = m.add(ir.Add(name="sum", a=name, b=both, multiplier=77, shift=6, low=0, high=255,
                         scale=0.125))
    return m.layer(m.flatten(total), 3)


def residual(m, name, a, b):
    return m.add(ir.Add(name=name, a=a, b=b, multiplier=77, shift=6, low=0, high=255, scale=0.125))


def added_slice(m):
    """What is added to the output is a part of a tensor, at an odd channel of it."""
    height, width, _ = m.types["x"].shape
    part = m.slice(m.layer("x", 8), (0, 0, 3), (height, width, 4))
    return residual(m, "sum", m.layer("x", 4, low=-300, high=300), part)


def added_vector(m):
    """What is added lies at an odd element of a vector."""
    vector = m.flatten("x")
    part = m.slice(vector, (3,), (4,))
    # The sum is stored, two elements at a time, and copied to the output as it is.
    return m.concat(residual(m, "sum", m.layer(vector, 4, low=0, high=20), part))


def joined_sum(m):
    """A sum is a part of a concat, and so is what is added to it."""
    both = m.concat(m.layer("x", 4), m.layer("x", 4, 3))
    height, width, _ = m.types["x"].shape
    part = m.slice(both, (0, 0, 1), (height, width, 4))
    total = residual(m, "sum", m.layer(part, 4, low=-300, high=300), part)
    return m.layer(m.flatten(m.concat(m.layer("x", 4), total)), 3)


def added_twice(m):
    """To a sum at a scale of its own, whose operands are parts, something is added again."""
    both = m.layer("x", 8)
    height, width, _ = m.types["x"].shape
    left, right = (m.slice(both, (0, 0, at), (height, width, 4)) for at in (0, 4))
    m.add(ir.Sum(name="first", a=left, b=right))
    m.add(ir.Requantize(name="half", x="first", multiplier=np.full(4, 1 << 10),
                        shift=np.full(4, 11), low=0, high=255, scale=0.125))
    return residual(m, "second", "half", "x")


def vectors(m):
    """Sums of vectors whose operands are needed again, or are no layer's results."""
    one = m.layer(m.flatten("x"), 8)
    two = residual(m, "one", one, m.layer(one, 8))
    m.add(ir.Sum(name="first", a=two, b=one))
    three = m.add(ir.Requantize(name="half", x="first", multiplier=np.full(8, 1 << 10),
                                shift=np.full(8, 11), low=0, high=255, scale=0.125))
    m.add(ir.Sum(name="second", a=three, b=m.layer(three, 8)))
    m.add(ir.Requantize(name="end", x="second", multiplier=np.full(8, 1 << 10),
                        shift=np.full(8, 11), low=0, high=255, scale=0.125))
    return m.layer("end", 3)


def pixels(m):
    """One pixel that is added to as a vector, and an image that is."""
    height, width, _ = m.types["x"].shape
    image = m.layer("x", 4, low=0, high=200)
    total = residual(m, "all", m.flatten(image), m.flatten("x"))
    pixel = m.slice(image, (1, 2, 0), (1, 1, 4))
    one = residual(m, "one", m.flatten(m.layer(pixel, 4)), m.flatten(pixel))
    return m.layer(m.concat(one, total), 3)


def graph(build, seed=0, shape=(6, 7, 4)):
    made = Maker(shape, seed)
    build(made)
    return made.done()


BUILDERS = [inception, dense, halves, crop, ends, sliced_end, image_end, flat_end, added,
            added_slice, added_vector, joined_sum, added_twice, vectors,
            pixels]


@pytest.mark.parametrize("geometry", GEOMETRIES, ids=lambda g: f"{g.rows}x{g.columns}")
@pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)
def test_the_engines_model_is_the_graph(build, geometry):
    for seed in range(3):
        found = graph(build, seed)
        try:
            spec = lower(found, geometry).spec
        except UnsupportedError as error:
            # Eight columns from the four channels of a part, with what is beside them between.
            assert geometry.columns == 8 and "channels of 8 that lie side by side" in error.reason
            assert build in (halves,)
            continue
        x, elements = inputs(found, 5, seed)
        assert (spec.model(elements) == found.run(x).reshape(5, -1)).all()


@pytest.mark.parametrize("build", [
    pytest.param(build, marks=() if build in (inception, joined_sum, added_slice, vectors)
                 else pytest.mark.slow, id=build.__name__) for build in BUILDERS])
def test_the_engine_computes_it_in_the_cycles_that_are_predicted(build):
    found = graph(build, shape=(5, 6, 4))
    program = lower(found, GEOMETRIES[0])
    x, elements = inputs(found, 3)      # the third is random

    def frames(values):
        return [{"data": int(v), "last": int(i == len(row) - 1)}
                for row in values for i, v in enumerate(row)]

    for stall in (0.0, 0.4):
        check_streams_amaranth(
            ArrayEngine(program.spec), {"i": frames(elements)},
            {"o": frames(found.run(x).reshape(3, -1))}, stall=stall, seed=5,
            timeout_cycles=3 * predict(program).total if not stall else 200_000)


@pytest.mark.parametrize(("build", "copies"), [
    (inception, 0), (dense, 1), (halves, 1), (crop, 2), (ends, 2), (sliced_end, 1), (added, 0)],
    ids=lambda value: value.__name__ if callable(value) else str(value))
def test_only_what_cannot_lie_in_place_is_copied(build, copies):
    found = graph(build)
    layers = sum(isinstance(node, ir.Weighted) for node in found)
    assert len(passes(found)) == layers + copies
    # Nothing more is copied the second time.
    assert [node.name for node in separate(separate(found))] == [
        node.name for node in separate(found)]


def test_parts_lie_side_by_side_in_one_tensor():
    found = separate(graph(inception))
    seen = views(found)
    (joined,) = (node for node in found if isinstance(node, ir.Concat))
    first, second = (seen[part] for part in joined.parts)
    assert first.root == second.root == joined.name
    assert (first.offset, second.offset) == (0, 4)
    assert first.pixel == second.pixel == 12 and first.row == 12 * 7


@pytest.mark.parametrize(("make", "message"), [
    (lambda m: m.concat("x", m.slice("x", (0, 0, 0), (5, 7, 4))),
     r"joins tensors of different shapes \(6, 7, 4\) and \(5, 7, 4\)$"),
    (lambda m: m.concat("x", m.layer("x", 4, scale=0.5)),
     r"joins tensors of different scales 0\.125 and 0\.5, or of different zeros$"),
    (lambda m: m.slice("x", (0, 0, 2), (6, 7, 3)),
     r"takes \(6, 7, 3\) from \(0, 0, 2\) on, which is not inside \(6, 7, 4\)$"),
    (lambda m: m.slice("x", (0,), (6,)), r"which is not inside \(6, 7, 4\)$"),
])
def test_what_does_not_fit_together_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make(Maker((6, 7, 4), 0))


def test_tables_of_rows_are_neither_joined_nor_sliced():
    m = Maker((6, 7, 4), 0)
    rows = m.add(ir.Reshape(name="rows", x="x", shape=(42, 4)))
    for make in (lambda: m.concat(rows, rows), lambda: m.slice(rows, (0, 0), (42, 2))):
        with pytest.raises(ValueError, match=r"tensors? of 2 axes, not (vectors or images|a vec)"):
            make()


def test_ranges_that_need_nine_bits_together_are_refused():
    m = Maker((6, 7, 4), 0)
    m.layer(m.concat("x", m.layer("x", 4, low=-128, high=127)), 3)
    with pytest.raises(UnsupportedError, match=r"-128\.\.255 that need more than 8 bits"):
        lower(m.done(), GEOMETRIES[0])


#: Those whose values single-port memory can hold in words of four elements, and what it refuses.
SINGLE = Geometry(rows=4, columns=4, burst=8, requantizers=1, single=True, loaded=True)
REFUSED = {
    sliced_end: r"'n6\.copy\.n6\.pixels' has 6 channels, which are no multiple of the 4 that",
    image_end: r"'n1_out' has 10 channels, which are no multiple of the 4 that",
    flat_end: r"'n1_out' has 10 channels, which are no multiple of the 4 that",
    added_vector: r"'sum' is added to, multiplied or joined within a word of 4 elements, wh",
}


@pytest.mark.parametrize("build", [build for build in BUILDERS if build not in REFUSED],
                         ids=lambda build: build.__name__)
def test_parts_lie_in_single_port_memory_too(build):
    for geometry in (SINGLE, replace(SINGLE, rows=8, columns=2, port=16, drain=2)):
        found = graph(build)
        spec = lower(found, geometry).spec
        x, elements = inputs(found, 5)
        assert (spec.model(elements) == found.run(x).reshape(5, -1)).all()


@pytest.mark.parametrize("build", [
    pytest.param(build, marks=() if build is joined_sum else pytest.mark.slow,
                 id=build.__name__) for build in BUILDERS if build not in REFUSED])
def test_an_engine_with_single_port_memory_computes_it_in_the_predicted_cycles(build):
    found = graph(build, shape=(5, 6, 4))
    program = lower(found, SINGLE)
    x, elements = inputs(found, 3)
    outputs = found.run(x).reshape(3, -1)
    run = run_engine_amaranth(
        lambda: ArrayEngine(program.spec), elements, outputs.shape[1], expected=outputs,
        timeout_cycles=50_000, image=program.spec.image)
    assert list(run.cycles[1:]) == [predict(program).total] * 2


@pytest.mark.parametrize("build", REFUSED, ids=lambda build: build.__name__)
def test_single_port_memory_refuses_what_falls_between_its_words(build):
    with pytest.raises(UnsupportedError, match=rf"^Node {REFUSED[build]}"):
        lower(graph(build), SINGLE)


def test_a_layer_that_reads_a_slice_from_an_odd_channel_ignores_what_is_read_more():
    m = Maker((5, 6, 4), 0)
    part = m.slice(m.layer("x", 12), (1, 1, 3), (3, 4, 4))
    m.layer(m.flatten(m.concat(m.layer(part, 4, 3), m.layer(part, 8))), 3)
    found = m.done()
    spec = lower(found, SINGLE).spec
    # From channel 0 to 8, in two column blocks for every tap and row group.
    assert [layer.count for layer in spec.layers[1:3]] == [18, 2]
    x, elements = inputs(found, 5)
    assert (spec.model(elements) == found.run(x).reshape(5, -1)).all()
