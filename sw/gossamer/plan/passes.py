"""Cut a graph into passes over the array: a weighted node with everything that follows in place."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from ..errors import UnsupportedError
from ..ir import (
    Add,
    Conv2d,
    Flatten,
    Graph,
    Input,
    MaxPool,
    MultiThreshold,
    Node,
    Pad,
    Requantize,
    Reshape,
    Softmax,
    Sum,
    SumPool,
    Table,
    Weighted,
    check,
)
from .join import Join, join, operand

__all__ = ["Pass", "passes", "resolve"]

T = TypeVar("T", bound=Node)

#: Nodes that the array has no hardware for: what they are, and what to do.
ABSENT: dict[type[Node], tuple[str, str]] = {
    MultiThreshold: ("compares with thresholds", "use activations with one scale and a clamp"),
    Table: ("looks values up in a table", "use a clamp"),
    Softmax: ("is a softmax", "end the model before it; its greatest score is the same"),
    Pad: ("pads on its own", "pad in the convolution that follows"),
}


@dataclass(frozen=True, kw_only=True)
class Pass:
    """What one layer of the engine computes.

    Attributes
    ----------
    weighted : Weighted
        Convolution or linear node; a sum pool as a convolution with ones.
    requantize : Requantize
    add : Add or None
    join : Join or None
        An addition at a scale of its own, in place of ``add``.
    pool : MaxPool or None
    source : str
        Name of the tensor it reads; ``weighted.x`` is that in the shape in which it is read.
    residual : str or None
        Name of the tensor that ``add`` or ``join`` adds.
    output : str
        Name of the tensor it writes.
    """

    weighted: Weighted
    requantize: Requantize
    add: Add | None
    join: Join | None
    pool: MaxPool | None
    source: str
    residual: str | None
    output: str


def resolve(graph: Graph, name: str) -> str:
    """The tensor behind ``name``: flattening and reshaping give no new one."""
    node = graph[name]
    while isinstance(node, (Flatten, Reshape)):
        node = graph[node.x]
    return node.name


@functools.lru_cache(maxsize=8)  # a plan asks for every array that it compares
def passes(graph: Graph) -> tuple[Pass, ...]:
    """Passes in order.

    An addition or a max pool that cannot be done in the pass of its operand, because the operand is
    needed elsewhere as well or comes from outside, gets a pass of its own that copies the operand.

    Raises
    ------
    UnsupportedError
        If the graph computes nothing, or something that the array does not.
    """
    _refuse(graph)
    graph = _separate(graph)
    sums = _places(graph)
    found = []
    for node in graph:
        if not isinstance(node, (Weighted, SumPool)):
            continue
        (requantize,) = graph.consumers(node.name)
        assert isinstance(requantize, Requantize)
        last: Node = requantize
        add = _only(graph, last, Add)
        if isinstance(add, Add) and add.a == last.name != add.b:
            last = add
        else:
            add = None
        joined, residual = None, add.b if add else None
        total = sums.get(last.name)
        if total is not None:
            own = next(name for name in total.inputs if operand(graph, name) == last.name)
            joined = join(graph, total, own)
            residual = operand(graph, total.b if own == total.a else total.a)
            (last,) = graph.consumers(total.name)
        pool = _only(graph, last, MaxPool)
        if isinstance(pool, MaxPool):
            last = pool
        else:
            pool = None
        found.append(Pass(
            weighted=_ones(node, graph.types()[node.x].channels) if isinstance(node, SumPool)
            else node,
            requantize=requantize,
            add=add,
            join=joined,
            pool=pool,
            source=resolve(graph, node.x),
            residual=resolve(graph, residual) if residual is not None else None,
            output=last.name,
        ))
    if not found:
        raise UnsupportedError(graph.output.name, "computes nothing from its input",
                               "use a model with at least one linear or convolution layer")
    # A pass comes when its last operand is there, which is where its last node stands.
    order = {node.name: index for index, node in enumerate(graph)}
    return tuple(sorted(found, key=lambda item: order[item.output]))


def _refuse(graph: Graph) -> None:
    """Refuse what the array does not compute."""
    for node in graph:
        if isinstance(node, Table) and isinstance(_only(graph, node, Sum), Sum):
            continue  # it is part of the sum
        if type(node) in ABSENT:
            reason, remedy = ABSENT[type(node)]
            raise UnsupportedError(node.name, f"{reason}, which the array does not compute",
                                   remedy)
        if isinstance(node, Add) and isinstance(graph[node.a], Requantize):
            source = graph[node.a]
            assert isinstance(source, Requantize)
            if source.offset:
                raise UnsupportedError(
                    node.name, f"adds to {source.name!r}, which has an offset",
                    "quantise what is added without a zero point")


def _places(graph: Graph) -> dict[str, Sum]:
    """The value in whose pass each sum is done: it is read by nothing else."""
    places: dict[str, Sum] = {}
    for node in graph:
        if isinstance(node, Sum):
            name = next(name for name in (node.b, node.a) if _alone(graph, name))
            places[operand(graph, name)] = node
    return places


def _alone(graph: Graph, name: str) -> bool:
    """Whether an operand of a sum is a layer's result that nothing else reads."""
    tensor = graph[operand(graph, name)]
    reads = sum(node.inputs.count(read) for node in graph for read in {name, tensor.name})
    return (isinstance(tensor, Requantize) and not isinstance(graph[tensor.x], Sum)
            and reads == (1 if tensor.name == name else 2))


def _only(graph: Graph, node: Node, kind: type[T]) -> T | None:
    """The one consumer of a node, if it is of this kind."""
    readers = graph.consumers(node.name)
    if len(readers) == 1 and isinstance(readers[0], kind):
        return readers[0]
    return None


def _ones(node: SumPool, channels: int) -> Conv2d:
    """A sum over windows is a convolution of every channel with ones."""
    return Conv2d(
        name=node.name, x=node.x, weight=np.ones((channels, *node.window, 1), np.int8),
        bias=np.zeros(channels, np.int64), weight_bits=2, stride=node.stride, groups=channels)


def _separate(graph: Graph) -> Graph:
    """Insert a copy in front of every addition and max pool that cannot be done in place."""
    nodes: list[Node] = []
    for node in graph:
        if isinstance(node, Add):
            source = graph[node.a]
            if len(graph.consumers(node.a)) > 1 or node.a == node.b:
                copies = _copy(graph, source, node.name)
                nodes += copies
                node = Add(name=node.name, a=copies[-1].name, b=node.b,
                           multiplier=node.multiplier, shift=node.shift, low=node.low,
                           high=node.high, scale=node.scale)
        elif isinstance(node, Sum) and not any(_alone(graph, name) for name in node.inputs):
            source = graph[operand(graph, node.a)]
            copies = _copy(graph, source, node.name)
            nodes += copies
            table = graph[node.a]
            if isinstance(table, Table):
                nodes.append(replace(table, name=f"{node.a}.copy.{node.name}",
                                     x=copies[-1].name))
            node = Sum(name=node.name, a=nodes[-1].name, b=node.b)
        elif isinstance(node, MaxPool):
            source = graph[node.x]
            # A sum has a residual for every position, so it is stored before it is pooled.
            if not isinstance(source, Requantize) or isinstance(graph[source.x], Sum) or (
                    len(graph.consumers(node.x)) > 1):
                copies = _copy(graph, source, node.name)
                nodes += copies
                node = MaxPool(name=node.name, x=copies[-1].name, window=node.window,
                               stride=node.stride)
        nodes.append(node)
    used = {name for node in nodes for name in node.inputs} | {nodes[-1].name}
    return check(Graph(tuple(node for node in nodes if node.name in used)))


def _copy(graph: Graph, operand: Node, reader: str) -> list[Node]:
    kind = graph.types()[operand.name]
    if isinstance(operand, Input) and len(kind.shape) == 1:
        raise UnsupportedError(reader, "pools a vector", "pool an image")
    assert kind.scale is not None
    name = f"{operand.name}.copy.{reader}"
    return [
        SumPool(name=f"{name}.sum", x=operand.name, window=(1, 1), stride=(1, 1)),
        Requantize(name=name, x=f"{name}.sum", multiplier=np.full(kind.channels, 2),
                   shift=np.full(kind.channels, 1), low=kind.low, high=kind.high,
                   scale=kind.scale),
    ]
