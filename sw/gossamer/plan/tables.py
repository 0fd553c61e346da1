"""Tables: those that bring a tensor to another scale, as one multiplication; others, to layers."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..importers.thresholds import Rescaling, rescaling
from ..ir import Conv2d, Flatten, Graph, MaxPool, Node, Requantize, Reshape, Sum, Table, TensorType

__all__ = ["Scale", "lifted", "proportional", "straight"]

#: The greatest power of two that is a weight of 8 bits.
MOST_WEIGHT = 6


@dataclass(frozen=True)
class Scale:
    """What a table does, as sums of single elements with a bias that are requantized.

    The elements are those of the tensor times ``2**steps``.
    """

    table: Table
    rescaling: Rescaling
    steps: int = 0

    def whole(self) -> Scale | None:
        """The same with a bias of whole steps, of elements times a weight that is large enough."""
        made = self.rescaling
        if made.fraction > MOST_WEIGHT:
            return None
        return Scale(self.table, replace(made, fraction=0), made.fraction)

    def nodes(self, sums: Conv2d, to: Requantize) -> list[Node]:
        """``sums``, a copy, with the bias, and ``to`` with the table's results."""
        made, channels = self.rescaling, len(sums.bias)
        return [
            replace(sums, bias=np.full(channels, made.bias[0]), fraction=made.fraction,
                    weight=sums.weight << self.steps,
                    weight_bits=max(sums.weight_bits, self.steps + 2)),
            replace(to, multiplier=np.full(channels, made.multiplier[0]),
                    shift=np.full(channels, made.shift[0]), offset=made.offset,
                    rounding=made.rounding, low=int(self.table.values.min()),
                    high=int(self.table.values.max()), scale=self.table.scale,
                    zero=self.table.zero)]


def proportional(table: Table, source: TensorType) -> Scale | None:
    """The multiplication that gives what a table has for every element, if there is one."""
    elements = np.arange(source.low, source.high + 1)
    values = table.compute(elements)
    low, high = int(table.values.min()), int(table.values.max())
    if low == high or (np.diff(values) < 0).any():
        return None
    found = source.low + np.searchsorted(values, np.arange(low + 1, high + 1))[None]
    assert source.scale is not None
    gain, start = np.array([source.scale / table.scale]), np.array([-source.zero])
    for fine in (False, True):
        # A zero point is added after rounding; before, it may turn ties.
        for offset in {int(table.zero): None, 0: None}:
            made = rescaling(found, low, 1, source.low, source.high, gain,
                             start + (table.zero - offset) / gain, offset, fine=fine)
            if made is not None:
                return Scale(table, made)
    return None


def straight(table: Table) -> bool:
    """Whether a table is a line but for rounding, as the operands of sums are."""
    values = table.values.astype(np.float64)
    line = np.linspace(values[0], values[-1], len(values))
    slope = abs(values[-1] - values[0]) / max(1, len(values) - 1)
    return bool(np.abs(values - line).max() <= 1 + slope / 2)


def lifted(graph: Graph) -> Graph:
    """The same function with tables right behind what computes their elements.

    They come before a change of shape, and, where they do not fall, before a max pool.
    """
    while True:
        for table in graph:
            if not isinstance(table, Table):
                continue
            above, readers = graph[table.x], graph.consumers(table.name)
            if len(readers) == 1 and isinstance(readers[0], Sum):
                continue    # it is part of the sum
            rises = (np.diff(table.values) >= 0).all()
            if (isinstance(above, (Flatten, Reshape)) or isinstance(above, MaxPool) and rises) \
                    and len(graph.consumers(above.name)) == 1:
                first = replace(table, name=f"{table.name}.{above.name}", x=above.x)
                swapped = {above.name: first,
                           table.name: replace(above, name=table.name, x=first.name)}
                graph = Graph(tuple(swapped.get(node.name, node) for node in graph))
                break
        else:
            return graph
