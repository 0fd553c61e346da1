"""Lower a graph to the program of an array engine."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from gossamer_hw.array import (
    ArraySpec,
    Channel,
    Column,
    Curve,
    Factor,
    Layer,
    Loop,
    Residual,
)
from gossamer_hw.formats import Format, Loads

from ..errors import UnsupportedError
from ..ir import (
    Conv2d,
    Graph,
    IntArray,
    MultiThreshold,
    Requantize,
    Table,
    TensorType,
    Weighted,
    block_columns,
    blocks,
    own_blocks,
)
from .abreast import abreast
from .fold import folded
from .formats import choose, pack
from .geometry import Geometry
from .host import device_part
from .lanes import lanes_for
from .memory import Tensor, allocate
from .pad import padded
from .passes import Pass, passes, separate, streamed
from .pools import pooled
from .rounding import unify
from .stream import ring
from .thresholds import Rows, search
from .views import View, views
from .widen import widened
from .window import Window, spread, windowed

__all__ = ["Program", "Stored", "lower", "stored"]


#: Largest input in bytes that gets block RAM of its own beside single-port memory.
APART = 1024


@dataclass(frozen=True, kw_only=True)
class Stored:
    """How a tensor lies in signed eight-bit elements: value minus ``zero``."""

    low: int
    high: int
    zero: int


@dataclass(frozen=True, kw_only=True)
class Program:
    """An engine's specification, and what the plan tells of its layers.

    Attributes
    ----------
    spec : ArraySpec
    graph : Graph
        What it computes, with the copies that it needs.
    passes : tuple of Pass
        One per layer of the engine.
    nodes : tuple of Weighted
        Per layer, what it stores: its blocks are those of the weight memory.
    loads : per layer and row group, the tiles and what they cost to read.
    words : per layer, memory words of its weights.
    macs : per layer, multiply-accumulates of the model, spatial padding included.
    """

    spec: ArraySpec
    graph: Graph
    passes: tuple[Pass, ...]
    nodes: tuple[Weighted, ...]
    loads: tuple[tuple[Loads, ...], ...]
    words: tuple[int, ...]
    macs: tuple[int, ...]


def stored(name: str, kind: TensorType, whole: TensorType | None = None) -> Stored:
    """How a tensor is stored, as a part of another if ``whole`` is that; at most eight bits."""
    within = whole or kind
    zero = max(0, within.high - 127) + min(0, within.low + 128)
    if within.high - within.low > 255 or not -127 <= zero <= 128:
        raise UnsupportedError(
            name, f"has values {within.low}..{within.high} that need more than 8 bits",
            "quantise what stays in memory to 8 bits; only the output may have 16")
    return Stored(low=kind.low, high=kind.high, zero=zero)


def lower(graph: Graph, geometry: Geometry, *, ordered: bool = True) -> Program:
    """The program that computes ``graph`` on an array of this geometry.

    Without ``ordered``, an image leaves it in any order: what a layer alone costs is asked.

    Raises
    ------
    UnsupportedError
        Naming the node that the array cannot compute.
    """
    program = _lowered(graph, replace(geometry, multiplier=None, dsp_rows=0), ordered)
    lanes = lanes_for([item.weighted for item in program.passes], geometry)
    return replace(program, spec=program.spec.with_lanes(lanes))


@functools.lru_cache(maxsize=8)     # a planner comes back to arrays with other lanes
def _lowered(graph: Graph, geometry: Geometry, ordered: bool) -> Program:
    """The same with the smallest lanes."""
    graph = pooled(device_part(graph), geometry)
    graph = separate(streamed(graph, geometry.rows) if ordered else graph)
    given = graph.input.shape
    macs = tuple(_macs(item, graph.types()) for item in passes(graph))
    if geometry.single:
        graph = widened(graph, geometry.columns)
        if _mixed(graph, geometry):
            graph = padded(graph)
    else:
        graph = abreast(graph, geometry.rows, geometry.columns)
    items = unify(graph) if geometry.single else passes(graph)
    for item in items:
        if geometry.steady and item.residual is not None:
            raise UnsupportedError(
                item.output, "adds to or multiplies a tensor in single-port memory, which steady "
                "post-processing has no time to read", "leave the geometry's steady out")
    types = graph.types()
    seen = spread(items, types, views(graph), geometry)
    tensors, places = _tensors(graph, items, types, seen, geometry)
    windows = [windowed(item, types, seen, geometry, last=index == len(items) - 1)
               for index, item in enumerate(items)]
    walked = [(window.node(geometry), window.fold) if window else folded(item, geometry)
              for window, item in zip(windows, items, strict=True)]
    nodes = tuple(node for node, _ in walked)
    pixels = 1 + any(window is not None and window.paired for window in windows)
    word = max(pixels * geometry.rows, geometry.columns) if any(windows) else geometry.columns
    addresses, size = allocate(tensors, word)
    addresses |= {name: addresses[place] for name, place in places.items()}
    # The input has block RAM of its own if only the first pass reads it.
    apart = geometry.single and all(tensor.name != graph.input.name for tensor in tensors)
    if apart:
        addresses[graph.input.name] = 0
    if geometry.single and _odd(items, types, seen, geometry):
        addresses[graph.input.name] += 1
    if apart:       # whose addresses are as wide
        size = max(size, addresses[graph.input.name] + types[graph.input.name].size)
    formats: list[Format] = []
    layers: list[Layer] = []
    words: list[int] = []
    table: list[Column] = []
    channels: list[tuple[Channel, ...]] = []
    loads: list[tuple[Loads, ...]] = []
    sizes: list[int] = []
    lengths: list[int] = []
    accumulator = [0, 0]
    sums = [0, 0]
    requantizers = _requantizers(items, windows, types, seen, geometry, word)
    fraction = _fraction(items)
    chosen = choose(nodes, geometry)
    searches = [
        search(item.requantize, item.weighted, types[item.source].low, types[item.source].high)
        if isinstance(item.requantize, MultiThreshold) else None for item in items]
    levels = {found.levels for found in searches if found}
    rounding, shift = _unused(items, fraction)
    rows = Rows(requantizers)
    curves: dict[Curve, int] = {}

    for index, item in enumerate(items):
        last = index == len(items) - 1
        source, view = types[item.weighted.x], seen[item.source]
        at = stored(item.source, source, types[view.root])
        node, fold, window = nodes[index], walked[index][1], windows[index]
        outside = item.weighted.outside
        if isinstance(item.weighted, Conv2d) and any(item.weighted.padding) and not (
                -128 <= outside - at.zero <= 127):
            raise UnsupportedError(
                node.name, f"pads with {outside}, which does not fit in the 8 bits of its "
                "input", "pad with a value that the input can have")
        cut = blocks(node, geometry.rows, geometry.columns, own=geometry.single)
        format = chosen[index]
        if format not in formats:
            formats.append(format)
        packed = pack(node, format, geometry.single)
        loads.append(packed.loads)
        sizes.append(sum(map(len, packed.words)))
        lengths += map(len, packed.words)
        words += [word for group in packed.words for word in group]
        layer = _layer(item, node, fold, index, last, types, at, addresses, seen,
                       formats.index(format), len(table), cut.shape[1], geometry)
        found = searches[index]
        if found:
            layer = replace(layer, low=found.low, levels=found.levels, step=found.step,
                            rounding=rounding)
        if item.table is not None:
            layer = _curved(layer, item.table, types[item.table.x], 0 if last else stored(
                item.output, types[item.output], types[seen[item.output].root]).zero, curves)
        layers.append(window.layer(layer, view, geometry) if window else layer)
        table += window.columns(view, geometry) if window else _columns(
            node, source, view, geometry)
        reach = _bounds(item.weighted, at, outside)
        finer = fraction - item.weighted.fraction
        if isinstance(item.requantize, Requantize):
            entries = _entries(item.weighted, item.requantize, at.zero, finer, reach)
        elif found:
            lanes = [0 if last else number % geometry.rows % requantizers
                     for number in range(item.weighted.outputs)]
            entries = tuple(
                Channel(bias=int(bias) << finer, shift=shift,
                        multiplier=rows.place(lane, (row << finer).tolist()) >> min(levels))
                for lane, bias, row in zip(lanes, _bias(item.weighted, at.zero) - found.middle,
                                           found.rows, strict=True))
        channels += _channels(entries * (window.abreast if window else 1), last, geometry.rows,
                              requantizers)
        low, high = item.weighted.accumulator(at.low, at.high)
        if isinstance(item.requantize, Requantize):
            most = int(np.abs(item.requantize.exceptions[:, 2]).max(initial=0))
            low, high = low - most, high + most
        if found:
            low, high = found.sums
        sums = [min(sums[0], low << finer), max(sums[1], high << finer)]
        low, high = _bounds(node, at, outside)
        accumulator = [min(accumulator[0], low * fold), max(accumulator[1], high * fold)]

    depth = 1 << max(1, (-(-size // word) - 1).bit_length())
    spec = ArraySpec(
        rows=geometry.rows, columns=geometry.columns,
        lanes=lanes_for([item.weighted for item in items], geometry),
        gather=any(_needs_gather(item, types, seen[item.source], word) for item in items)
        or any(windows) and (pixels > 1 or geometry.rows != geometry.columns)
        or any(window is not None and window.abreast > 1 for window in windows),
        formats=tuple(formats), layers=tuple(layers), words=tuple(words),
        columns_table=tuple(table), channels_table=tuple(channels),
        input_base=addresses[graph.input.name], input_size=math.prod(given),
        input_run=0 if given == graph.input.shape else given[-1],
        depth=depth, banks=geometry.banks, requantizers=requantizers,
        accumulator_bits=_width(*accumulator), sum_bits=_width(*sums), fraction=fraction,
        loaded=geometry.loaded, single=geometry.single, steady=geometry.steady, deep=geometry.deep,
        apart=apart, drain=geometry.drain or 0,
        ring=ring(lengths, geometry.streamed), parked=geometry.parked,
        runs=tuple((length, len(list(same))) for length, same in itertools.groupby(lengths))
        if geometry.streamed else (),
        curves=tuple(curves), thresholds=rows.filled(max(levels, default=0)))
    return Program(spec=spec, graph=graph, passes=items, nodes=nodes, loads=tuple(loads),
                   words=tuple(sizes), macs=macs)


def _tensors(graph: Graph, items: tuple[Pass, ...], types: dict[str, TensorType],
             seen: dict[str, View], geometry: Geometry) -> tuple[list[Tensor], dict[str, str]]:
    """Everything that needs memory, with the passes between which it lives.

    And which results take whose place: in single-port memory that of what is added to them.
    """
    reads: dict[str, int] = {}
    born: dict[str, int] = {}
    for index, item in enumerate(items):
        for name in (item.source, item.residual):
            if name is not None:
                reads[seen[name].root] = index
        if index < len(items) - 1:
            born.setdefault(seen[item.output].root, index)
    # In single-port memory it may lie one element further.
    first = Tensor(name=graph.input.name, born=-1,
                   size=types[graph.input.name].size + geometry.single,
                   dies=reads[graph.input.name])
    sizes = {name: math.prod(types[name].shape[:-2]) * seen[name].row for name in born}
    rest = [Tensor(name=name, size=sizes[name], born=index, dies=reads[name])
            for name, index in born.items()]
    for tensor in (first, *rest):
        stored(tensor.name, types[tensor.name])
    places: dict[str, str] = {}
    for index, item in enumerate(items[:-1]):
        other = None if item.residual is None else seen[item.residual].root
        if geometry.single and other is not None and reads[other] == index and (
                seen[item.source].root != other != graph.input.name) and (
                seen[item.output].root == item.output) and (
                types[other].size == types[item.output].size):
            places[item.output] = places.get(other, other)
    rest = [replace(tensor, dies=max(reads[name] for name in (tensor.name, *(
                name for name, place in places.items() if place == tensor.name))))
            for tensor in rest if tensor.name not in places]
    if types[items[-1].output].high > 32767:
        raise UnsupportedError(items[-1].output, "has outputs above 32767",
                               "quantise the output to 16 bits signed")
    if geometry.single and first.dies == 0 and rest and items[0].residual is None and (
            first.size <= APART):
        return rest, places
    return [first, *rest], places


def _mixed(graph: Graph, geometry: Geometry) -> bool:
    """Whether the input is read from even and from odd addresses."""
    types, seen = graph.types(), views(graph)
    return any(len(_reads(item, types, seen[item.source], geometry)) > 1
               for item in passes(graph) if item.source == graph.input.name)


def _odd(items: tuple[Pass, ...], types: dict[str, TensorType], seen: dict[str, View],
         geometry: Geometry) -> bool:
    """Whether the input must lie at an odd address so that all reads begin at even ones.

    Refuses what cannot lie in single-port memory, which is read and written in words.
    """
    for item in items[:-1]:
        if types[item.output].channels % geometry.columns:
            raise UnsupportedError(
                item.output, f"has {types[item.output].channels} channels, which are no multiple "
                f"of the {geometry.columns} that single-port memory takes together",
                "use a device with more block RAM, or other numbers of channels")
        added = [] if item.residual is None else [seen[item.residual].offset]
        if any(size % geometry.columns for size in (seen[item.output].offset, *added)):
            raise UnsupportedError(
                item.output, f"is added to, multiplied or joined within a word of "
                f"{geometry.columns} elements, which single-port memory writes together",
                "use a device with more block RAM, or join and slice channels in multiples of the "
                "array's columns")
    parities: dict[str, set[int]] = {}
    graph_input = seen[items[0].source].root
    for item in items:
        reads = _reads(item, types, seen[item.source], geometry)
        root = seen[item.source].root
        if len(reads) > 1 or root != graph_input and reads != {0}:
            raise UnsupportedError(
                item.weighted.name, "reads from even and from odd addresses, but single-port "
                "memory holds two elements in a word",
                "use a device with more block RAM, or an even number of channels")
        parities[root] = parities.get(root, set()) | reads
    if len(parities[graph_input]) > 1 or parities[graph_input] == {1} and any(
            item.residual is not None and seen[item.residual].root == graph_input
            for item in items):
        raise UnsupportedError(
            graph_input, "is read from even and from odd addresses, but single-port memory holds "
            "two elements in a word",
            "use a device with more block RAM, or an even number of channels")
    return parities[graph_input] == {1}


def _reads(item: Pass, types: dict[str, TensorType], view: View, geometry: Geometry) -> set[int]:
    """Parities of the addresses at which a pass reads, relative to the tensor that it reads."""
    node = item.weighted
    offsets = {(view.offset + column.offset) % 2
               for column in _columns(node, types[item.weighted.x], view, geometry)}
    if not isinstance(node, Conv2d):
        return offsets
    steps = {view.pixel * node.stride[1] % 2, view.row * node.stride[0] % 2, 0}
    corner = node.padding[0] * view.row + node.padding[2] * view.pixel
    return {(corner + offset + step) % 2 for offset in offsets for step in steps}


def _requantizers(items: tuple[Pass, ...], windows: list[Window | None],
                  types: dict[str, TensorType], seen: dict[str, View], geometry: Geometry,
                  word: int) -> int:
    """As many as asked, as long as results fall on whole groups of them."""
    count = min(geometry.requantizers, geometry.rows, word)
    steps = set()
    for item, window in zip(items[:-1], windows, strict=False):
        view, abreast = seen[item.output], window.abreast if window else 1
        steps |= {abreast * types[item.output].channels, view.offset, abreast * view.pixel}
    steps |= {seen[item.residual].offset for item in items if item.residual is not None}
    while any(size % count for size in steps):
        count //= 2
    return count


def _fraction(items: tuple[Pass, ...]) -> int:
    """Bits of the biases below the accumulators, the most that a layer has."""
    most = max(items, key=lambda item: item.weighted.fraction).weighted
    for item in items:
        if most.fraction and isinstance(item.requantize, Requantize) and (
                item.requantize.rounding == "double"):
            raise UnsupportedError(
                item.requantize.name, f"rounds twice, and {most.name!r} has a bias between two "
                "sums", "quantise all layers by the same rule")
    return most.fraction


def _needs_gather(item: Pass, types: dict[str, TensorType], view: View, word: int) -> bool:
    """Whether a pass reads from other elements on than the first ones of words."""
    steps = [view.offset]
    if isinstance(item.weighted, Conv2d):
        steps += [types[item.weighted.x].channels, view.pixel, view.row]
    return any(size % word for size in steps)


def _bounds(node: Weighted, at: Stored, outside: int) -> tuple[int, int]:
    """Exact range of the accumulators, which hold sums over stored values."""
    # Operands are values between the limits, or those of the padding; sums start at nothing.
    low, high = min(at.low, outside) - at.zero, max(at.high, outside) - at.zero
    low, high = min(low, 0), max(high, 0)
    positive, negative = node.signs
    return (int((positive * low + negative * high).min()),
            int((positive * high + negative * low).max()))


def _width(low: int, high: int) -> int:
    return max((-low - 1).bit_length() if low < 0 else 0, high.bit_length()) + 1


def _layer(item: Pass, node: Weighted, fold: int, index: int, last: bool,
           types: dict[str, TensorType], at: Stored, addresses: dict[str, int],
           seen: dict[str, View], number: int, column_base: int, count: int, geometry: Geometry
           ) -> Layer:
    source, result = types[item.weighted.x], types[item.output]
    height, width, depth = _image(item, source)
    view = seen[item.source]
    pixel, row = (view.pixel, view.row) if isinstance(item.weighted, Conv2d) else (depth, depth)

    def address(name: str) -> int:
        """Of a value's first element; 0 for what leaves the engine."""
        return addresses.get(seen[name].root, 0) + seen[name].offset

    out_height, out_width = (1, 1) if len(result.shape) == 1 else result.shape[:2]
    if isinstance(item.weighted, Conv2d):
        (sy, sx), (top, _, left, _) = item.weighted.stride, item.weighted.padding
        padded = any(item.weighted.padding)
    else:
        sy = sx = 1
        top = left = 0
        padded = False
    slides = geometry.single and own_blocks(node, geometry.rows, geometry.columns) is not None
    loops = []
    window, py, px = 1, 1, 1
    if fold > 1:
        _, kh, kw, _ = item.weighted.weight.shape
        loops = [Loop(count=kw, dy=0, dx=1, step=pixel),
                 Loop(count=kh, dy=1, dx=0, step=row)]
    if item.pool is not None:
        (wh, ww), (py, px) = item.pool.window, item.pool.stride
        window = wh * ww
        ey, ex = (each * spread for each, spread in zip((sy, sx), item.pool.dilation, strict=True))
        loops = [Loop(count=ww, dy=0, dx=ex, step=ex * pixel),
                 Loop(count=wh, dy=ey, dx=0, step=ey * row)]
    loops += [Loop(count=out_width, dy=0, dx=sx * px, step=sx * px * pixel),
              Loop(count=out_height, dy=sy * py, dx=0, step=sy * py * row)]
    loops = [loop for loop in loops if loop.count > 1] or loops[:1]
    positions = window * fold * out_height * out_width
    if window > geometry.burst:
        raise UnsupportedError(
            item.output, f"pools windows of {window} positions, more than the "
            f"{geometry.burst} that one burst holds", "use a smaller window or an average pool")
    scale = item.requantize
    offset, rounding = (scale.offset, scale.rounding) if isinstance(scale, Requantize) else (
        0, "half_up")
    residual = factor = None
    low, high = scale.low, scale.high
    after = offset
    if item.residual is not None:
        place = address(item.residual) - (0 if last else address(item.output))
        other = stored(item.residual, types[item.residual],
                       types[seen[item.residual].root]).zero
        if item.join is not None:
            made = item.join.function
            residual = Residual(
                offset=place, zero=other, multiplier=made.other, shift=made.shift,
                own=made.own, bias=made.bias + made.own * offset, even=made.even)
            low, high, after = item.join.low, item.join.high, item.join.after
        elif item.times is not None:
            scaled = item.times.function
            factor = Factor(
                offset=address(item.residual) if item.times.alike else place,
                own=offset - item.times.own_zero, zero=other - item.times.other_zero,
                multiplier=scaled.multiplier, bias=scaled.bias, below=scaled.below,
                shift=scaled.shift, even=scaled.even, alike=item.times.alike)
            low, high, after = item.times.low, item.times.high, item.times.after
        elif item.add is not None:
            residual = Residual(offset=place, zero=other, multiplier=item.add.multiplier,
                                shift=item.add.shift)
            low, high = item.add.low, item.add.high
    return Layer(
        name=item.weighted.name, format=number, count=count, channels=result.channels,
        loops=tuple(loops), window=window,
        burst=min(geometry.burst // window * window * fold, positions),
        y=-top, x=-left, base=address(item.source) - top * row - left * pixel,
        height=height, width=width, padded=padded, pad=item.weighted.outside - at.zero,
        column_base=column_base, low=scale.low - offset, high=scale.high - offset,
        residual=residual, factor=factor, sum_low=low, sum_high=high,
        zero=(0 if last else stored(
            item.output, result, types[seen[item.output].root]).zero) - after,
        rounding=rounding,
        out_base=0 if last else address(item.output),
        out_step=result.channels if last else _step(result, seen[item.output]), output=last,
        group_step=geometry.rows if slides else 0, fold=fold)


def _image(item: Pass, source: TensorType) -> tuple[int, int, int]:
    """Height, width and channels of what a pass reads."""
    if isinstance(item.weighted, Conv2d):
        height, width, depth = source.shape
        return height, width, depth
    return 1, 1, source.size


def _step(result: TensorType, view: View) -> int:
    """Elements from one result to the next; results of an image one pixel wide are rows."""
    return view.row if len(result.shape) == 3 and result.shape[1] == 1 else view.pixel


def _strides(view: View) -> tuple[int, int]:
    return view.pixel, view.row


def _columns(node: Weighted, source: TensorType, view: View | None, geometry: Geometry
             ) -> Iterable[Column]:
    """Where the operands of every column block lie."""
    depth = source.channels
    steps = (depth, depth * source.shape[1] if len(source.shape) == 3 else depth)
    if view is not None and isinstance(node, Conv2d):
        if view.pixel != depth and depth % geometry.columns and node.weight.shape[2] > 1:
            raise UnsupportedError(
                node.name, f"reads {depth} channels of {view.pixel} that lie side by side, in "
                f"columns of {geometry.columns}",
                "join or slice channels in multiples of the array's columns")
        steps = _strides(view)
    return _operands(node, depth, steps, geometry.columns,
                     geometry.rows if geometry.single else 0)


@functools.lru_cache(maxsize=256)
def _operands(node: Weighted, depth: int, steps: tuple[int, int], columns: int, group: int
              ) -> tuple[Column, ...]:
    """The same for an image of some channels whose pixels and rows lie at distances.

    With ``group``, of row groups with blocks of their own.
    """
    cut = block_columns(node, columns)
    own = own_blocks(node, group, columns) if group else None
    found = []
    for block in cut if own is None else cut[own[0]]:
        inside = block[block >= 0]
        if not isinstance(node, Conv2d):
            found.append(Column(offset=int(block[0]), dy=0, dx=(0,) * columns))
            continue
        kw = node.weight.shape[2]
        ky, rest = divmod(int(block[0]), kw * depth)
        kx, channel = divmod(rest, depth)
        dy, dx = ky * node.dilation[0], kx * node.dilation[1]
        taps = [(int(k) % (kw * depth)) // depth * node.dilation[1] for k in inside]
        found.append(Column(offset=dy * steps[1] + dx * steps[0] + channel, dy=dy,
                            dx=tuple(taps + [taps[-1]] * (columns - len(taps)))))
    return tuple(found)


def _curved(layer: Layer, table: Table, source: TensorType, zero: int, curves: dict[Curve, int]
            ) -> Layer:
    """A layer whose results, stored less ``zero``, pass a table."""
    # Results are the values less the layer's zero; what the table reads is stored as it is.
    first = source.low + layer.zero - zero
    values = table.compute(np.arange(source.low, source.high + 1)) - zero
    curve = Curve(first=first, values=tuple(values.tolist()))
    return replace(layer, curve=curves.setdefault(curve, len(curves)), zero=0)


def _unused(items: tuple[Pass, ...], fraction: int) -> tuple[str, int]:
    """Rounding and shift of layers that compare with thresholds: those of another layer, if any."""
    scaled = [(item.requantize, fraction - item.weighted.fraction) for item in items
              if isinstance(item.requantize, Requantize)]
    if not scaled:
        return "half_up", 1
    rounding = scaled[0][0].rounding
    return rounding, min(max(_least(scale), int(scale.shift.min())) + finer
                         for scale, finer in scaled if scale.rounding == rounding)


def _channels(entries: tuple[Channel, ...], last: bool, rows: int, requantizers: int
              ) -> Iterable[tuple[Channel, ...]]:
    """Parameters in the order in which post-processing asks for them."""
    if last:
        return [(entry,) * requantizers for entry in entries]
    steps = []
    for group in range(0, len(entries), rows):
        members = entries[group:group + rows]
        steps += [tuple(members[i:i + requantizers])
                  for i in range(0, len(members), requantizers)]
    return steps


@functools.lru_cache(maxsize=256)
def _entries(node: Weighted, scale: Requantize, zero: int, finer: int, reach: tuple[int, int]
             ) -> tuple[Channel, ...]:
    """Parameters of every channel, with biases of so many bits more below the sums.

    Exceptions outside the sums' ``reach`` are left out.
    """
    biases, least = _bias(node, zero), _least(scale)
    exceptions: list[list[tuple[int, int]]] = [[] for _ in scale.multiplier]
    for channel, *exception in scale.exceptions.tolist():
        at, step = exception[0] - int(biases[channel]), exception[1]
        if at % (1 << node.fraction) or not reach[0] <= at >> node.fraction <= reach[1]:
            continue        # no sum is that
        exceptions[channel].append((at >> node.fraction, step >> node.fraction))
        if step % (1 << node.fraction):
            raise UnsupportedError(
                scale.name, "has an exception by a part of a step between two sums",
                "import the model again")
    return tuple(
        Channel(bias=int(bias) << finer, multiplier=int(multiplier) << max(0, least - int(shift)),
                shift=max(least, int(shift)) + finer, exceptions=tuple(others))
        for bias, multiplier, shift, others in zip(
            biases, scale.multiplier, scale.shift, exceptions, strict=True))


def _bias(node: Weighted, zero: int) -> IntArray:
    """Biases of sums over stored values, which put back what storing took away."""
    positive, negative = node.signs
    return node.bias + (zero * (positive + negative) << node.fraction)


def _least(scale: Requantize) -> int:
    """The smallest shift that post-processing has; a smaller one is a larger multiplier."""
    # The rule double drops 31 bits first.
    return 31 if scale.rounding == "double" else 1


def _macs(item: Pass, types: dict[str, TensorType]) -> int:
    """Multiply-accumulates of the model: every weight at every position it is used."""
    result = types[item.output]
    positions = 1 if len(result.shape) == 1 else result.shape[0] * result.shape[1]
    if item.pool is not None:
        positions *= item.pool.window[0] * item.pool.window[1]
    return item.weighted.weight.size * positions
