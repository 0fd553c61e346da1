"""What the array cannot compute is refused by name before anything is planned."""

from dataclasses import replace

import numpy as np
import pytest
from tests.graphs import imported, requantize, residual, tiny_cnn

from gossamer import ir
from gossamer.errors import UnsupportedError
from gossamer.plan import Geometry, device_part, finish, lower
from gossamer.plan.affine import fold_tables
from gossamer.plan.passes import passes

CNN, NET, OTHER = tiny_cnn(), residual(), imported()


def change(graph, name, **changes):
    """The graph with some fields of one node exchanged."""
    return graph.replace({name: replace(graph[name], **changes)})


def ending(*nodes):
    return ir.check(ir.Graph((*CNN.nodes, *nodes)))


@pytest.mark.parametrize("graph, message", [
    (OTHER, "Node 'signs' distinguishes 1,024 or more sums or products of two tensors, or 256 "
            "where channels differ; quantise them to 8 bits before any function or batch norm."),
    (change(NET, "second_out", offset=3),
     "Node 'sum' adds to 'second_out', which has an offset; quantise what is added without a zero "
     "point."),
    (ir.check(ir.Graph((*NET.nodes[:3], ir.Sum(name="twice", a="first_out", b="first_out"),
                        ir.MultiThreshold(name="t", x="twice", low=0, step=1, scale=1.0,
                                          thresholds=np.arange(4 * 5).reshape(4, 5) ** 2)))),
     "Node 't' distinguishes 1,024 or more sums or products of two tensors, or 256 where channels "
     "differ; quantise them to 8 bits before any function or batch norm."),
])
def test_what_the_array_lacks_is_said(graph, message):
    with pytest.raises(UnsupportedError) as caught:
        passes(graph)
    assert str(caught.value) == message


def test_a_softmax_at_the_end_is_left_to_the_host():
    rng = np.random.default_rng(0)
    scores = change(CNN, "scores", low=-128, high=127)
    graph = ir.check(ir.Graph((*scores.nodes, ir.Softmax(
        name="shares", x="scores",
        exponentials=((1 << 31) * np.exp(-np.arange(256) / 8) - 1).astype(np.int64)))))
    assert device_part(graph) == scores
    x = rng.integers(0, 17, (5, *graph.input.shape))
    assert np.array_equal(finish(graph, scores.run(x)), graph.run(x))
    assert lower(graph, Geometry()).passes == passes(scores)


@pytest.mark.parametrize(("first", "values"), [(0, [-1, 1]), (-3, [4, 5, 6, 7]), (0, [-7, -5, -3])])
@pytest.mark.parametrize("pad", [None, 0, 1, -1])
def test_a_straight_table_becomes_part_of_the_layers_that_read_it(first, values, pad):
    rng = np.random.default_rng(0)
    entry = ir.Input(name="x", shape=(4, 3, 2), low=first, high=first + len(values) - 1, scale=1.0)
    table = ir.Table(name="t", x="x", values=np.array(values), first=first, scale=1.0)
    conv = ir.Conv2d(name="conv", x="t", weight=rng.integers(-3, 4, (4, 3, 3, 2)).astype(np.int8),
                     bias=rng.integers(-9, 9, 4), weight_bits=3,
                     padding=(0,) * 4 if pad is None else (1, 0, 1, 1), pad=pad or 0)
    flat = ir.Flatten(name="flat", x="t")
    linear = ir.Linear(name="fc", x="flat", weight=rng.integers(-3, 4, (5, 24)).astype(np.int8),
                       bias=rng.integers(-9, 9, 5), weight_bits=3)
    x = rng.integers(entry.low, entry.high + 1, (6, 4, 3, 2))
    for nodes in ((entry, table, conv), (entry, table, flat, linear)):
        graph = ir.Graph(nodes)
        folded = fold_tables(graph)
        assert (folded.run(x) == graph.run(x)).all()
        slope = values[1] - values[0]
        place, rest = divmod((pad or 0) - values[0], slope)
        between = nodes[-1] is conv and pad is not None and (
            rest or not 0 <= place < len(values))
        assert any(isinstance(node, ir.Table) for node in folded) == bool(between)


@pytest.mark.parametrize("table", [[0, 1, 3], [5, 4], [0, 3]])
def test_other_tables_stay(table):
    rng = np.random.default_rng(0)
    graph = ir.Graph((
        ir.Input(name="x", shape=(3,), low=0, high=len(table) - 1, scale=1.0),
        ir.Table(name="t", x="x", values=np.array(table), first=0, scale=1.0),
        ir.Linear(name="fc", x="t", weight=rng.integers(-3, 4, (5, 3)).astype(np.int8),
                  bias=rng.integers(-9, 9, 5), weight_bits=3)))
    assert fold_tables(graph) == graph


def test_padding_that_does_not_fit_in_memory_is_refused():
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(4, 4, 2), low=-128, high=127, scale=1.0),
        ir.Conv2d(name="conv", x="x", weight=np.ones((2, 3, 3, 2), np.int8), pad=200,
                  bias=np.zeros(2, np.int64), weight_bits=2, padding=(1, 1, 1, 1)),
        requantize("y", "conv", 2, np.random.default_rng(0)))))
    with pytest.raises(UnsupportedError, match=r"^Node 'conv' pads with 200, which does not fit "):
        lower(graph, Geometry())


def test_a_table_of_a_table_disappears_too():
    graph = ir.Graph((
        ir.Input(name="x", shape=(3,), low=0, high=1, scale=1.0),
        ir.Table(name="s", x="x", values=np.array([5, 6]), first=0, scale=1.0),
        ir.Table(name="t", x="s", values=np.array([-1, 1]), first=5, scale=1.0),
        ir.Linear(name="fc", x="t", weight=np.array([[1, -2, 3]], np.int8),
                  bias=np.array([7]), weight_bits=3)))
    folded = fold_tables(graph)
    assert [node.name for node in folded] == ["x", "fc"]
    x = np.array([[0, 0, 0], [1, 0, 1], [1, 1, 1]])
    assert (folded.run(x) == graph.run(x)).all()


def test_a_fraction_and_two_roundings_do_not_go_together():
    graph = change(change(CNN, CNN.nodes[1].name, fraction=1), "scores", rounding="double",
                   shift=np.full(len(CNN["scores"].shift), 40))
    with pytest.raises(UnsupportedError, match=r"rounds twice, and 'conv' has a bias between two "):
        lower(graph, Geometry())
