"""Cut a graph into passes over the array: a weighted node with everything that follows in place."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from ..errors import UnsupportedError
from ..ir import (
    Add,
    Concat,
    Conv2d,
    Flatten,
    Graph,
    MaxPool,
    MultiThreshold,
    Node,
    Pad,
    Patch,
    Product,
    Requantize,
    Reshape,
    Slice,
    Softmax,
    Sum,
    SumPool,
    Table,
    TensorType,
    Weighted,
    check,
)
from .join import Join, join
from .join import operand as behind_table
from .product import Times, times
from .tables import Scale, lifted, proportional, straight
from .views import Places, joined, scattered

__all__ = ["Pass", "copied", "passes", "separate", "streamed"]

T = TypeVar("T", bound=Node)

#: What two operands make, one of them in its pass.
MERGES = (Sum, Product)

#: Sums that a curve has values of at most, and those that are looked at, of all channels.
MOST_CURVE, MOST_SUMS = 1024, 1 << 22

#: Nodes that the array has no hardware for: what they are, and what to do.
ABSENT: dict[type[Node], tuple[str, str]] = {
    Softmax: ("is a softmax", "end the model before it; its greatest score is the same"),
}


@dataclass(frozen=True, kw_only=True)
class Pass:
    """What one layer of the engine computes.

    Attributes
    ----------
    weighted : Weighted
        Convolution or linear node; a sum pool as a convolution with ones.
    requantize : Requantize or MultiThreshold
    add : Add or None
    join : Join or None
        An addition at a scale of its own, in place of ``add``.
    times : Times or None
        A multiplication in place of them.
    table : Table or None
        What its results pass before ``pool``.
    pool : MaxPool or None
    source : str
        Name of the value it reads.
    residual : str or None
        Name of the value that ``add`` or ``join`` adds, or ``times`` multiplies by.
    output : str
        Name of the tensor it writes.
    """

    weighted: Weighted
    requantize: Requantize | MultiThreshold
    add: Add | None
    join: Join | None
    times: Times | None
    table: Table | None
    pool: MaxPool | None
    source: str
    residual: str | None
    output: str


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
    graph = separate(graph)
    merged = _places(graph)
    found = []
    for node in graph:
        if not isinstance(node, (Weighted, SumPool)):
            continue
        (requantize,) = graph.consumers(node.name)
        assert isinstance(requantize, (Requantize, MultiThreshold))
        last: Node = requantize
        shaped = _shaped(graph, requantize)
        add = _only(graph, shaped, Add)
        if isinstance(add, Add) and add.a == shaped.name != add.b:
            last = add
        else:
            add = None
        joined, factor, residual = None, None, add.b if add else None
        total = merged.get(shaped.name)
        if total is not None:
            own = next(name for name in total.inputs
                       if operand(graph, total, name) == shaped.name)
            if isinstance(total, Sum):
                joined = join(graph, total, own)
            else:
                factor = times(graph, total, own)
            residual = operand(graph, total, total.b if own == total.a else total.a)
            (last,) = graph.consumers(total.name)
        table = _only(graph, last, Table)
        if isinstance(table, Table) and _only(graph, table, Sum) is None:
            last = table
        else:
            table = None
        pool = _only(graph, last, MaxPool)
        if isinstance(pool, MaxPool):
            last = pool
        else:
            pool = None
        found.append(Pass(
            weighted=node.convolution(graph.types()[node.x].channels)
            if isinstance(node, SumPool) else node,
            requantize=requantize,
            add=add,
            join=joined,
            times=factor,
            table=table,
            pool=pool,
            source=node.x,
            residual=residual,
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
        if type(node) in ABSENT:
            reason, remedy = ABSENT[type(node)]
            raise UnsupportedError(node.name, f"{reason}, which the array does not compute",
                                   remedy)
        if isinstance(node, Add):
            source = _behind(graph, graph[node.a])
            if isinstance(source, Requantize) and source.offset:
                raise UnsupportedError(
                    node.name, f"adds to {source.name!r}, which has an offset",
                    "quantise what is added without a zero point")


def operand(graph: Graph, node: Sum | Product, name: str) -> str:
    """The tensor that an operand of a sum or a product is made of: a sum takes tables in."""
    return behind_table(graph, name) if isinstance(node, Sum) else name


def _places(graph: Graph) -> dict[str, Sum | Product]:
    """The value in whose pass each sum or product is done: it is read by nothing else."""
    places: dict[str, Sum | Product] = {}
    for node in graph:
        if isinstance(node, MERGES):
            name = next(name for name in (node.b, node.a) if _alone(graph, node, name))
            places[operand(graph, node, name)] = node
    return places


def _alone(graph: Graph, merge: Sum | Product, name: str) -> bool:
    """Whether an operand is a layer's result that nothing else reads, of the result's size."""
    tensor = graph[operand(graph, merge, name)]
    types = graph.types()
    if types[tensor.name].size != types[merge.name].size:
        return False
    reads = sum(node.inputs.count(read) for node in graph for read in {name, tensor.name})
    return _computed(graph, tensor) and reads == (1 if tensor.name == name else 2)


def _computed(graph: Graph, node: Node) -> bool:
    """Whether a value is a layer's result as it leaves the layer, of one pixel in any shape."""
    made = _behind(graph, node)
    return (isinstance(made, Requantize) and not isinstance(graph[made.x], MERGES)
            and _shaped(graph, made) is node)


def _unadded(graph: Graph, node: Node) -> bool:
    """Whether a value is what a layer that adds nothing computes."""
    if isinstance(node, Table):
        node = graph[node.x]
    return (isinstance(node, (Requantize, MultiThreshold))
            and not isinstance(graph[node.x], MERGES))


def _behind(graph: Graph, node: Node) -> Node:
    """What computes a value that is there in another shape."""
    while isinstance(node, (Flatten, Reshape)):
        node = graph[node.x]
    return node


def _shaped(graph: Graph, node: Node) -> Node:
    """A result as it is read: one pixel may be read as a vector, and the other way round."""
    types = graph.types()
    while math.prod(types[node.name].shape[:-1]) == 1:
        reader = _only(graph, node, Flatten) or _only(graph, node, Reshape)
        if reader is None or math.prod(types[reader.name].shape[:-1]) != 1:
            break
        node = reader
    return node


def _only(graph: Graph, node: Node, kind: type[T]) -> T | None:
    """The one consumer of a node, if it is of this kind."""
    readers = graph.consumers(node.name)
    if len(readers) == 1 and isinstance(readers[0], kind):
        return readers[0]
    return None


@functools.lru_cache(maxsize=8)
def separate(graph: Graph) -> Graph:
    """The same function with a copy of each operand that a pass cannot read or write in its place.

    Those are operands of additions and max pools that are needed elsewhere, parts of a concat that
    no pass computes just for it, values whose elements do not follow each other but are read as if
    they did, and outputs that are not computed last. A frame is padding of a copy.

    Raises
    ------
    UnsupportedError
        If the graph has something that the array does not compute.
    """
    graph = _behind_layers(_framed(_behind_sums(_scaled(graph))))
    _refuse(graph)
    nodes: list[Node] = []
    for node in graph:
        if isinstance(node, Add):
            source = graph[node.a]
            # The result of a sum is stored before something else is added to it.
            if len(graph.consumers(node.a)) > 1 or node.a == node.b or not _computed(
                    graph, source):
                copies = copied(graph, source, node.name)
                nodes += copies
                node = Add(name=node.name, a=copies[-1].name, b=node.b,
                           multiplier=node.multiplier, shift=node.shift, low=node.low,
                           high=node.high, scale=node.scale)
        elif isinstance(node, MERGES) and not any(
                _alone(graph, node, name) for name in node.inputs):
            source = graph[operand(graph, node, node.a)]
            copies = copied(graph, source, node.name)
            nodes += copies
            table = graph[node.a]
            if isinstance(node, Sum) and isinstance(table, Table):
                nodes.append(replace(table, name=f"{node.a}.copy.{node.name}",
                                     x=copies[-1].name))
            node = replace(node, a=nodes[-1].name)
        elif isinstance(node, MaxPool):
            source = graph[node.x]
            # A sum has a residual for every position, so it is stored before it is pooled.
            if not _unadded(graph, source) or len(graph.consumers(node.x)) > 1:
                copies = copied(graph, source, node.name)
                nodes += copies
                node = replace(node, x=copies[-1].name)
        nodes.append(node)
    return check(_used(_apart(_ended(_parts(_used(Graph(tuple(nodes))))))))


def _scaled(graph: Graph) -> Graph:
    """Tables outside of sums, if they are multiplications, are copies at another scale."""
    # That rule knows no bias between two sums.
    double = any(isinstance(node, Requantize) and node.rounding == "double" for node in graph)
    nodes: list[Node] = []
    for node in graph:
        made: list[Node] = [node]
        if isinstance(node, Table) and _only(graph, node, Sum) is None and not _whole(
                graph, graph[node.x]):
            scale = proportional(node, graph.types()[node.x])
            scale = scale.whole() if scale and double else scale
            if scale is not None:
                made = copied(graph, graph[node.x], node.name, scale)
        nodes += made
    return Graph(tuple(nodes))


def _whole(graph: Graph, node: Node) -> bool:
    """Whether a value is a sum or a product of two tensors as it is, limited: a curve's."""
    return (isinstance(node, Requantize) and isinstance(graph[node.x], MERGES)
            and (node.multiplier == 2).all() and (node.shift == 1).all())


@dataclass(frozen=True)
class _Later:
    """What brings sums to activations, done by a layer that reads the sums less an offset."""

    node: Requantize | MultiThreshold
    offset: int

    def nodes(self, sums: Conv2d, to: Requantize) -> list[Node]:
        return [replace(sums, bias=np.full(len(sums.bias), self.offset)),
                replace(self.node, name=to.name, x=sums.name)]


def _behind_sums(graph: Graph) -> Graph:
    """Sums and products of two tensors have one scale for all channels.

    Thresholds that are those of all channels are a curve of the sum, between the first and the last
    of them. Where channels differ, the sum is stored so, and a layer reads it.
    """
    nodes: list[Node] = []
    types = graph.types()
    for node in graph:
        nodes.append(node)
        if not isinstance(node, (Requantize, MultiThreshold)) or not isinstance(
                graph[node.x], MERGES) or isinstance(node, Requantize) and not (
                np.ptp(node.multiplier) or np.ptp(node.shift) or len(node.exceptions)):
            continue
        kind = types[node.x]
        low, high, curve = _span(node, kind)
        channels = np.ones(kind.channels, np.int64)
        offset = 0 if curve is not None else low + 128
        whole = Requantize(
            name=f"{node.name}.whole", x=node.x, multiplier=2 * channels, shift=channels,
            low=low - offset, high=high - offset, offset=-offset, scale=1.0)
        nodes[-1:] = [whole]
        nodes += copied(Graph(tuple(nodes)), whole, node.name, _Later(node, offset)) if (
            curve is None) else [Table(name=node.name, x=whole.name, values=curve, first=low,
                                       scale=node.scale, zero=node.zero)]
    return Graph(tuple(nodes))


def _span(node: Requantize | MultiThreshold, kind: TensorType
          ) -> tuple[int, int, npt.NDArray[np.int64] | None]:
    """Sums below and above which all channels keep their value; these values, if all have them."""
    if (kind.high - kind.low) * kind.channels <= MOST_SUMS:
        sums = np.arange(kind.low, kind.high + 1)
        values = node.compute(np.broadcast_to(sums[:, None], (len(sums), kind.channels)))
        steps = np.flatnonzero((np.diff(values, axis=0) != 0).any(axis=1))
        first, last = (int(steps[0]), int(steps[-1]) + 1) if len(steps) else (0, 1)
        if last - first < MOST_CURVE and (values == values[:, :1]).all():
            return int(sums[first]), int(sums[last]), values[first:last + 1, 0]
        if last - first < 256:
            return int(sums[first]), int(sums[last]), None
    raise UnsupportedError(
        node.name, f"distinguishes {MOST_CURVE:,} or more sums or products of two tensors, or 256 "
        "where channels differ", "quantise them to 8 bits before any function or batch norm")


def _framed(graph: Graph) -> Graph:
    """Frames are what copies of one tap read outside of an image."""
    nodes: list[Node] = []
    for node in graph:
        if isinstance(node, Pad):
            *_, total, image = copied(graph, node, "")
            assert isinstance(total, SumPool) and isinstance(image, Requantize)
            channels = graph.types()[node.name].channels
            nodes.append(replace(
                total.convolution(channels), name=f"{node.name}.sum", x=node.x,
                padding=node.padding, pad=node.value))
            node = replace(image, name=node.name, x=nodes[-1].name)
        nodes.append(node)
    return Graph(tuple(nodes))


def _behind_layers(graph: Graph) -> Graph:
    """Every other table is the only one to read a layer's results: if need be, those of a copy."""
    nodes: list[Node] = []
    for node in graph:
        if isinstance(node, Sum):
            # What is no line is not part of a sum.
            names: list[str] = []
            for name in node.inputs:
                table = graph[name]
                if isinstance(table, Table) and np.ptp(table.values) < 256 and (
                        _only(graph, table, Sum) is None or not straight(table)):
                    same = np.arange(int(table.values.min()), int(table.values.max()) + 1)
                    nodes.append(Table(name=f"{name}.in.{node.name}.{len(names)}", x=name,
                                       values=same, first=int(same[0]), scale=table.scale,
                                       zero=table.zero))
                    name = nodes[-1].name
                names.append(name)
            node = replace(node, a=names[0], b=names[1])
        nodes.append(node)
    graph = lifted(Graph(tuple(nodes)))
    nodes = []
    for node in graph:
        if isinstance(node, Table) and _only(graph, node, Sum) is None:
            source = graph[node.x]
            if len(graph.consumers(node.x)) > 1 or not isinstance(
                    source, (Requantize, MultiThreshold, Add)):
                copies = copied(graph, source, node.name)
                nodes += copies
                node = replace(node, x=copies[-1].name)
        nodes.append(node)
    return lifted(Graph(tuple(nodes)))


def _used(graph: Graph) -> Graph:
    """The graph without values that copies have taken the place of."""
    needed = {graph.output.name}
    for node in reversed(graph.nodes):
        if node.name in needed:
            needed.update(node.inputs)
    return Graph(tuple(node for node in graph if node.name in needed))


@functools.lru_cache(maxsize=8)
def streamed(graph: Graph, rows: int) -> Graph:
    """The same function with an output that an array of ``rows`` sends in its order.

    A row group of the last layer leaves the array for all pixels before the next one does. An image
    of more channels is therefore stored, and copied with as many elements as rows for a pixel.

    Raises
    ------
    UnsupportedError
        If such an output needs more than eight bits.
    """
    last = end = graph.output
    while isinstance(end, (Flatten, Reshape)):
        end = graph[end.x]
    types = graph.types()
    kind = types[end.name]
    if math.prod(kind.shape[:-1]) == 1 or kind.channels <= rows:
        return graph
    if kind.high - kind.low > 255:
        raise UnsupportedError(
            end.name, f"has {kind.channels} channels of more than 8 bits for every pixel of the "
            f"output, and the array has {rows} rows",
            "quantise the output to 8 bits, or end in a vector")
    together = math.gcd(kind.size, rows)
    pixels = Reshape(name=f"{last.name}.pixels", x=last.name,
                     shape=(1, kind.size // together, together))
    longer = Graph((*graph, pixels))
    *_, out = copies = copied(longer, pixels, "output")
    return Graph((*longer, *copies,
                  Reshape(name=f"{last.name}.output", x=out.name,
                          shape=types[last.name].shape)))


def _parts(graph: Graph) -> Graph:
    """Every part of a concat or a patch is computed by a pass, and for it alone."""
    nodes: list[Node] = []
    taken: set[str] = set()
    order = {node.name: index for index, node in enumerate(graph)}
    for node in graph:
        if isinstance(node, Concat):
            parts = []
            for number, part in enumerate(node.parts):
                shape = graph.types()[part].shape
                tensor = graph[part]
                while isinstance(tensor, (Flatten, Reshape)) and len(shape) == 1:
                    tensor = graph[tensor.x]
                # What is added to a result lies as the result does: not between other channels.
                written = isinstance(tensor, (MaxPool, Concat, Patch)) or _unadded(graph, tensor)
                if tensor.name in taken or not written:
                    nodes += copied(graph, tensor, f"{node.name}.{number}")
                    if tensor.name != part:
                        nodes.append(Reshape(name=f"{part}.copy.{node.name}.{number}",
                                             x=nodes[-1].name, shape=shape))
                    part = nodes[-1].name
                else:
                    taken.add(tensor.name)
                parts.append(part)
            node = replace(node, parts=tuple(parts))
        elif isinstance(node, Patch):
            # It changes what is read elsewhere, and its part is written after the rest.
            copies: list[Node] = []
            changed = {}
            for field, name in (("x", node.x), ("part", node.part)):
                tensor = graph[name]
                written = (_unadded(graph, tensor) or isinstance(tensor, MaxPool)
                           or isinstance(tensor, Patch) and field == "x")
                alone = sum(other.inputs.count(name) for other in graph) == 1
                late = field == "x" or order[name] > order[node.x] and not copies
                if not (written and alone and late):
                    copies += copied(graph, tensor, f"{node.name}.{field}")
                    name = copies[-1].name
                changed[field] = name
            node = replace(node, x=changed["x"], part=changed["part"])
            nodes += copies
        nodes.append(node)
    return Graph(tuple(nodes))


def _ended(graph: Graph) -> Graph:
    """The output is computed by the last pass, which sends it on."""
    end = graph.output
    while isinstance(end, (Flatten, Reshape)):
        end = graph[end.x]
    if isinstance(end, (Concat, Patch, Slice)):
        return Graph((*graph, *copied(graph, graph.output, "output")))
    return graph


def _apart(graph: Graph) -> Graph:
    """Values that are read in another shape have their elements one after the other."""
    nodes: list[Node] = []
    places = joined(graph)
    for node in graph:
        if isinstance(node, (Flatten, Reshape)) and scattered(graph, node.x, places):
            nodes += (copies := copied(graph, graph[node.x], node.name))
            node = replace(node, x=copies[-1].name)
        elif isinstance(node, Add) and scattered(graph, node.b, places):
            nodes += (copies := copied(graph, graph[node.b], f"{node.name}.b"))
            node = replace(node, b=copies[-1].name)
        elif isinstance(node, MERGES):
            for name in ("a", "b"):
                node = _gathered(graph, node, name, places, nodes)
        nodes.append(node)
    return Graph(tuple(nodes))


def _gathered(graph: Graph, node: Sum | Product, name: str, places: Places,
              nodes: list[Node]) -> Sum | Product:
    """A sum or product with a copy of an operand whose elements do not follow each other."""
    value = getattr(node, name)
    tensor = operand(graph, node, value)
    if not scattered(graph, tensor, places):
        return node
    reader = f"{node.name}.{name}"
    nodes += copied(graph, graph[tensor], reader)
    table = graph[value]
    if isinstance(node, Sum) and isinstance(table, Table):
        nodes.append(replace(table, name=f"{value}.copy.{reader}", x=nodes[-1].name))
    made = nodes[-1].name
    return replace(node, a=made) if name == "a" else replace(node, b=made)


def copied(graph: Graph, operand: Node, reader: str, scale: Scale | _Later | None = None
           ) -> list[Node]:
    """Nodes that copy a value; the last one is the copy, or is the reader if that scales it."""
    kind = graph.types()[operand.name]
    assert kind.scale is not None
    name = f"{operand.name}.copy.{reader}"
    last = reader if scale else name
    nodes: list[Node] = []
    vector = len(kind.shape) < 3
    if vector:      # as an image of one pixel
        nodes.append(Reshape(name=f"{name}.pixel", x=operand.name, shape=(1, 1, kind.size)))
    channels = kind.size if vector else kind.channels
    total = SumPool(name=f"{name}.sum", x=nodes[-1].name if vector else operand.name,
                    window=(1, 1), stride=(1, 1))
    image = Requantize(
        name=f"{name}.image" if vector else last, x=total.name, multiplier=np.full(channels, 2),
        shift=np.full(channels, 1), low=kind.low, high=kind.high, scale=kind.scale, zero=kind.zero)
    nodes += [total, image] if scale is None else scale.nodes(total.convolution(channels), image)
    if vector:
        nodes.append(Reshape(name=last, x=image.name, shape=kind.shape))
    return nodes
