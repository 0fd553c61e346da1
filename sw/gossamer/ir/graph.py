"""The graph: a compressed model as typed nodes with exact integer semantics."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from .ops import Input, IntArray, Node
from .types import TensorType

__all__ = ["Graph"]


@dataclass(frozen=True, eq=False)
class Graph:
    """Nodes in topological order; the first is the input and the last is the output.

    A graph is immutable: a pass returns a new one and :func:`gossamer.ir.check.check` runs on it.
    Equality compares every field of every node, arrays by value.
    """

    nodes: tuple[Node, ...]

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __getitem__(self, name: str) -> Node:
        for node in self.nodes:
            if node.name == name:
                return node
        raise KeyError(name)

    @property
    def input(self) -> Input:
        """The node through which data enters."""
        node = self.nodes[0]
        assert isinstance(node, Input)
        return node

    @property
    def output(self) -> Node:
        """The node whose value is the result."""
        return self.nodes[-1]

    def consumers(self, name: str) -> tuple[Node, ...]:
        """Nodes that read the value of node ``name``, in order."""
        return tuple(node for node in self.nodes if name in node.inputs)

    def types(self) -> dict[str, TensorType]:
        """Type of every node's value."""
        return dict(self._types)

    @functools.cached_property
    def _types(self) -> dict[str, TensorType]:
        # A planner asks thousands of times.
        types: dict[str, TensorType] = {}
        for node in self.nodes:
            types[node.name] = node.infer(*(types[name] for name in node.inputs))
        return types

    def trace(self, x: npt.ArrayLike) -> dict[str, IntArray]:
        """Compute every node's value for a batch ``x`` of input integers, shape (N, *input.shape).

        Raises
        ------
        ValueError
            If ``x`` has another shape, is not of an integer type or lies outside the input's range.
        """
        values = np.asarray(x)
        self.input.admit(values)
        results: dict[str, IntArray] = {self.input.name: values.astype(np.int64)}
        for node in self.nodes[1:]:
            results[node.name] = node.compute(*(results[name] for name in node.inputs))
        return results

    def run(self, x: npt.ArrayLike) -> IntArray:
        """Compute the output integers for a batch: the golden model of everything downstream."""
        return self.trace(x)[self.output.name]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Graph)
            and len(self.nodes) == len(other.nodes)
            and all(a is b or _same(a, b) for a, b in zip(self.nodes, other.nodes, strict=True))
        )

    def __hash__(self) -> int:
        return hash(tuple(node.name for node in self.nodes))

    def replace(self, changes: Mapping[str, Node]) -> Graph:
        """The same graph with some nodes exchanged, by name."""
        return Graph(tuple(changes.get(node.name, node) for node in self.nodes))


def _same(a: Node, b: Node) -> bool:
    if type(a) is not type(b):
        return False
    for field in fields(a):
        left, right = getattr(a, field.name), getattr(b, field.name)
        if isinstance(left, np.ndarray) or isinstance(right, np.ndarray):
            if not (np.shape(left) == np.shape(right) and np.array_equal(left, right)):
                return False
        elif left != right:
            return False
    return True
