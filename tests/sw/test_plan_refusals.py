"""What the array cannot compute is refused by name before anything is planned."""

from dataclasses import replace

import numpy as np
import pytest
from tests.graphs import imported, tiny_cnn

from gossamer import ir
from gossamer.errors import UnsupportedError
from gossamer.plan.passes import passes

CNN, OTHER = tiny_cnn(), imported()


def ending(*nodes):
    return ir.check(ir.Graph((*CNN.nodes, *nodes)))


@pytest.mark.parametrize("graph, message", [
    (OTHER, "Node 'frame' pads on its own, which the array does not compute; pad in the "
            "convolution that follows."),
    (CNN.replace({"relu": replace(CNN["relu"], rounding="double")}),
     "Node 'relu' rounds by the rule double, and the array by half_up; compress the model with "
     "Gossamer, or run its graph in software."),
    (CNN.replace({"relu": replace(CNN["relu"], offset=3)}),
     "Node 'relu' computes with a zero point, and the array without; quantise symmetrically."),
    (CNN.replace({"conv": replace(CNN["conv"], pad=7)}),
     "Node 'conv' computes with a zero point, and the array without; quantise symmetrically."),
    (ending(ir.Table(name="t", x="scores", values=np.arange(1 << 16) % 100, first=-32768,
                     scale=1.0)),
     "Node 't' looks values up in a table, which the array does not compute; use a clamp."),
])
def test_what_the_array_lacks_is_said(graph, message):
    with pytest.raises(UnsupportedError) as caught:
        passes(graph)
    assert str(caught.value) == message
