"""Frames around images become the padding of the convolutions that read them."""

from __future__ import annotations

from dataclasses import replace

from .. import ir

__all__ = ["merge_frames"]


def merge_frames(graph: ir.Graph) -> ir.Graph:
    """The same function with fewer :class:`ir.Pad` nodes, which would be copies.

    A frame is merged into every convolution that reads it and pads with the same integer or not at
    all, and disappears if nothing else reads it.
    """
    nodes: dict[str, ir.Node] = {node.name: node for node in graph}
    for node in graph:
        while isinstance(node, ir.Conv2d) and isinstance(frame := nodes[node.x], ir.Pad) and (
                node.pad == frame.value or not any(node.padding)):
            top, bottom, left, right = (
                a + b for a, b in zip(node.padding, frame.padding, strict=True))
            node = replace(
                node, x=frame.x, pad=frame.value, padding=(top, bottom, left, right))
            nodes[node.name] = node
    kept: list[ir.Node] = []
    read = {graph.output.name}
    for node in reversed(nodes.values()):
        if node.name in read or not isinstance(node, ir.Pad):
            kept.append(node)
            read |= set(node.inputs)
    return ir.Graph(tuple(reversed(kept)))
