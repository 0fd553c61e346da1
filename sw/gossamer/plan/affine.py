"""Tables that are straight lines become part of the layers that read them."""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np

from ..ir import MOST_FRACTION, Conv2d, Flatten, Graph, Node, Table, Weighted

__all__ = ["fold_tables"]


@functools.lru_cache(maxsize=4)
def fold_tables(graph: Graph) -> Graph:
    """The same function without tables ``slope * x + start``, of slope one or two, before layers.

    Two values, as one-bit networks have them, are such a line. ``weight @ (slope * x + start)`` is
    ``slope * (weight @ x)`` and a part of the bias, and a slope of two is a bit of its fraction.
    """
    for table in reversed(graph.nodes):     # one may read another
        if isinstance(table, Table):
            graph = _folded(graph, table) or graph
    return graph


def _folded(graph: Graph, table: Table) -> Graph | None:
    slope = int(table.values[1] - table.values[0]) if len(table.values) > 1 else 0
    if slope not in (1, 2) or (np.diff(table.values) != slope).any():
        return None
    start = int(table.values[0]) - slope * table.first
    same = {table.name}             # tensors that hold the table's values
    nodes: list[Node] = []
    for node in graph:
        if node is table:
            continue
        if not same.isdisjoint(node.inputs):
            if isinstance(node, Flatten):
                same.add(node.name)
            elif isinstance(node, Weighted):
                folded = _shifted(node, slope, start, table)
                if folded is None:
                    return None
                node = folded
            else:
                return None
            if node.inputs == (table.name,):
                node = replace(node, x=table.x)
        nodes.append(node)
    return None if graph.output.name in same else Graph(tuple(nodes))


def _shifted(node: Weighted, slope: int, start: int, table: Table) -> Weighted | None:
    """The layer that reads x in the place of ``slope * x + start``, if it can."""
    sums = node.weight.reshape(node.outputs, -1).astype(np.int64).sum(axis=1)
    changed = replace(node, bias=node.bias + (sums * start << node.fraction),
                      fraction=node.fraction + slope - 1)
    if isinstance(changed, Conv2d) and any(changed.padding):
        pad, rest = divmod(changed.pad - start, slope)
        if rest or not 0 <= pad - table.first < len(table.values):
            return None
        changed = replace(changed, pad=pad)
    return changed if changed.fraction <= MOST_FRACTION else None
