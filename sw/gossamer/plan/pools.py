"""Max pools that read what is stored: overlapping ones, and windows that no burst holds."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..ir import Graph, MaxPool, Node, Pad, Product, Requantize, Sum, SumPool
from .geometry import Geometry
from .passes import copied

__all__ = ["overlaps", "pooled"]

#: Steps of a max pool in one pass for which two passes, along and across, are not worth a tensor.
SHORTER = 1.5


@dataclass(frozen=True, kw_only=True)
class Axis:
    """One axis of a max pool: elements, window, stride, padding before and after, and dilation."""

    size: int
    window: int
    stride: int
    before: int
    after: int
    dilation: int = 1

    @property
    def results(self) -> int:
        span = self.dilation * (self.window - 1) + 1
        return (self.size + self.before + self.after - span) // self.stride + 1

    def stages(self, most: int) -> Iterator[Axis]:
        """The same maximum by windows of at most ``most`` elements, one after the other."""
        axis = self
        if axis.results == 1:       # whatever the stride is, as long as it is no smaller
            axis = replace(axis, stride=-(-axis.stride // axis.window) * axis.window)
        while axis.window > most:
            parts = [] if axis.before or axis.after or axis.dilation > 1 else [
                size for size in range(2, most + 1)
                if axis.window % size == axis.stride % size == 0]
            size, step = (parts[-1], parts[-1]) if parts else (most, 1)
            yield replace(axis, window=size, stride=step)
            axis = Axis(size=replace(axis, window=size, stride=step).results,
                        window=axis.window // size if parts else axis.window - size + 1,
                        stride=axis.stride // step, before=0, after=0, dilation=axis.dilation)
        yield axis


@functools.lru_cache(maxsize=8)
def pooled(graph: Graph, geometry: Geometry) -> Graph:
    """The graph with max pools that the array computes, the fewest positions of them.

    Where windows overlap, a convolution whose results are pooled in the same pass would compute
    some of them more than once; so they are stored, unless ``geometry.fused``. Large windows are
    those of a line, and then of what lines gave.
    """
    types = graph.types()
    nodes: list[Node] = []
    for node in graph:
        if not isinstance(node, MaxPool):
            nodes.append(node)
            continue
        source, padding = graph[node.x], (0, 0, 0, 0)
        frame = None
        if isinstance(source, Pad) and len(graph.consumers(source.name)) == 1:
            frame, padding, source = source, source.padding, graph[source.x]
        shape = types[source.name].shape
        axes = [Axis(size=shape[i], window=node.window[i], stride=node.stride[i],
                     before=padding[2 * i], after=padding[2 * i + 1],
                     dilation=node.dilation[i]) for i in (0, 1)]
        way = _way(axes, geometry.burst)
        x = node.x
        shared = any(axis.stride < axis.window and axis.results > 1 for axis in way[0])
        if frame is None and shared and not geometry.fused and _computed(graph, source):
            nodes += (copies := copied(graph, source, node.name))
            x = copies[-1].name
        if len(way) == 1:
            nodes.append(replace(node, x=x))
            continue
        if frame is not None:
            nodes, x = [other for other in nodes if other is not frame], source.name
        for number, stage in enumerate(way):
            name = node.name if number == len(way) - 1 else f"{node.name}.{number}"
            frames = (stage[0].before, stage[0].after, stage[1].before, stage[1].after)
            if frame is not None and any(frames):
                nodes.append(Pad(name=f"{name}.frame", x=x, padding=frames, value=frame.value))
                x = nodes[-1].name
            nodes.append(MaxPool(name=name, x=x, window=(stage[0].window, stage[1].window),
                                 stride=(stage[0].stride, stage[1].stride),
                                 dilation=(stage[0].dilation, stage[1].dilation)))
            x = name
    return Graph(tuple(nodes))


def overlaps(graph: Graph) -> bool:
    """Whether a layer's results could be pooled as they come, some of them computed again."""
    types = graph.types()
    return any(
        isinstance(node, MaxPool) and _computed(graph, graph[node.x]) and any(
            step < size and count > 1
            for step, size, count in zip(node.stride, node.window, types[node.name].shape,
                                         strict=False))
        for node in graph)


def _computed(graph: Graph, node: Node) -> bool:
    """Whether a value is what a layer computes for one reader, and not a copy."""
    if not isinstance(node, Requantize) or len(graph.consumers(node.name)) > 1:
        return False
    made = graph[node.x]
    return not (isinstance(made, (Sum, Product))
                or isinstance(made, SumPool) and made.window == made.stride == (1, 1))


def _way(axes: list[Axis], most: int) -> list[tuple[Axis, Axis]]:
    """Stages (vertical, horizontal) with few steps, of windows of at most ``most`` positions."""
    down, across = axes
    whole = [(down, across)]
    if most < 2:        # which no maximum fits in
        return whole
    ways = []
    for first in (0, 1):
        now = list(axes)
        stages: list[tuple[Axis, Axis]] = []
        for turn in (first, 1 - first):
            for stage in now[turn].stages(most):
                still = Axis(size=now[1 - turn].size if turn == first else now[1 - turn].results,
                             window=1, stride=1, before=0, after=0)
                stages.append((stage, still) if turn == 0 else (still, stage))
        ways.append([pair for pair in stages if not all(
            axis.window == axis.stride == 1 for axis in pair)])
    short = min(ways, key=_steps)
    if down.window * across.window <= most and _steps(whole) <= SHORTER * _steps(short) or (
            not short):
        return whole
    return short


def _steps(way: list[tuple[Axis, Axis]]) -> int:
    """Positions of all windows."""
    return sum(down.results * down.window * across.results * across.window
               for down, across in way)
