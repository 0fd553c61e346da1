"""What the array cannot compute is refused by name before anything is planned."""

from dataclasses import replace

import numpy as np
import pytest
from tests.graphs import imported, residual, tiny_cnn

from gossamer import ir
from gossamer.errors import UnsupportedError
from gossamer.plan import Geometry, device_part, finish, lower
from gossamer.plan.passes import passes

CNN, NET, OTHER = tiny_cnn(), residual(), imported()


def change(graph, name, **changes):
    """The graph with some fields of one node exchanged."""
    return graph.replace({name: replace(graph[name], **changes)})


def ending(*nodes):
    return ir.check(ir.Graph((*CNN.nodes, *nodes)))


@pytest.mark.parametrize("graph, message", [
    (OTHER, "Node 'frame' pads on its own, which the array does not compute; pad in the "
            "convolution that follows."),
    (change(NET, "second_out", offset=3),
     "Node 'sum' adds to 'second_out', which has an offset; quantise what is added without a zero "
     "point."),
    (ending(ir.Table(name="t", x="scores", values=np.arange(1 << 16) % 100, first=-32768,
                     scale=1.0)),
     "Node 't' looks values up in a table, which the array does not compute; use a clamp."),
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
