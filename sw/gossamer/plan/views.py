"""Views: where tensors lie that are parts of others, so that joining and slicing copy nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ..ir import Concat, Flatten, Graph, Node, Patch, Reshape, Slice

__all__ = ["Places", "View", "joined", "scattered", "tensors", "views"]


@dataclass(frozen=True, kw_only=True)
class View:
    """A tensor as a part of a stored one.

    Attributes
    ----------
    root : str
        The stored tensor.
    offset : int
        Element of it that is the first one here.
    pixel, row : int
        Elements from one pixel to the next, and from one row of pixels to the next.
    """

    root: str
    offset: int
    pixel: int
    row: int


def tensors(graph: Graph, name: str) -> set[str]:
    """The computed tensors that ``name`` consists of."""
    node = graph[name]
    if isinstance(node, (Flatten, Reshape, Slice)):
        return tensors(graph, node.x)
    if isinstance(node, (Concat, Patch)):
        return set().union(*(tensors(graph, part) for part in node.inputs))
    return {name}


Places = dict[str, tuple[Concat | Patch, tuple[int, int, int]]]


def joined(graph: Graph) -> Places:
    """By name, the concat or patch that a value is a part of, and its first row, column and
    channel there.

    A value is computed right in its place in the last of them that names it.
    """
    found: Places = {}
    types = graph.types()
    for node in graph:
        if isinstance(node, Concat):
            channel = 0
            for part in node.parts:
                found[part] = (node, (0, 0, channel))
                channel += types[part].channels
        elif isinstance(node, Patch):
            found[node.x] = (node, (0, 0, 0))
            found[node.part] = (node, (*node.first, 0))
    return found


def scattered(graph: Graph, name: str, places: Places) -> bool:
    """Whether the elements of a value do not follow each other in memory."""
    node, kind = graph[name], graph.types()[name]
    if len(kind.shape) == 1 or math.prod(kind.shape[:-1]) == 1:
        return False
    if isinstance(node, Slice):
        whole = graph.types()[node.x].shape
        return node.shape[1:] != whole[1:] or scattered(graph, node.x, places)
    if name not in places:
        return False
    into = places[name][0]
    if isinstance(into, Patch):
        narrow = kind.shape[1] < graph.types()[into.name].shape[1]
        return narrow or scattered(graph, into.name, places)
    return len(into.parts) > 1 or scattered(graph, into.name, places)


def views(graph: Graph) -> dict[str, View]:
    """The place of every value of a graph without scattered values in other shapes."""
    types, places = graph.types(), joined(graph)
    inside = {}     # by tensor, the value that is a part
    for part in places:
        node: Node = graph[part]
        while isinstance(node, (Flatten, Reshape)):
            node = graph[node.x]
        inside[node.name] = part
    found: dict[str, View] = {}

    def straight(name: str, root: str, offset: int) -> View:
        """A value whose elements follow each other."""
        shape = types[name].shape
        return View(root=root, offset=offset, pixel=shape[-1],
                    row=shape[-1] * (shape[-2] if len(shape) > 1 else 1))

    def view(name: str) -> View:
        if name in found:
            return found[name]
        node = graph[name]
        if isinstance(node, (Flatten, Reshape)):
            source = view(node.x)
            made = straight(name, source.root, source.offset)
        elif isinstance(node, Slice):
            source = view(node.x)
            steps = (source.row, source.pixel, 1)[-len(node.first):]
            made = replace(source, offset=source.offset + sum(
                first * step for first, step in zip(node.first, steps, strict=True)))
        elif name in inside:
            into, (row, column, channel) = places[inside[name]]
            source = view(into.name)
            made = replace(source, offset=source.offset + row * source.row
                           + column * source.pixel + channel)
            if len(types[inside[name]].shape) == 1 or not scattered(graph, inside[name], places):
                made = straight(name, made.root, made.offset)
        else:
            made = straight(name, name, 0)
        found[name] = made
        return made

    for node in graph:
        view(node.name)
    return found
