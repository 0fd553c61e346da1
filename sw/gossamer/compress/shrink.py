"""Shrink: remove channels that are always zero, or that nothing reads, from a network for good.

What is removed changes no value: outputs are the same numbers before and after.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import torch

from ..errors import GossamerError
from ..importers.float_graph import (
    FloatConv2d,
    FloatGraph,
    FloatNode,
    FloatWeighted,
    Limited,
)
from .qat import Network

__all__ = ["channel_ids", "shrink", "shrink_network"]

BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.int64]


def shrink(graph: FloatGraph) -> FloatGraph:
    """The same function without dead channels; the input and the result keep theirs.

    A channel goes where all that share it (see :func:`channel_ids`) are zero for every input, or
    are read with zero weights only. Every value keeps one channel at least.
    """
    return _cut(graph, _kept(graph))


@torch.no_grad()
def shrink_network(network: Network) -> Network:
    """A pruned network without its dead channels, to go on training; masks are kept.

    Raises
    ------
    GossamerError
        If scales have been chosen already.
    """
    if network.quantized:
        raise GossamerError(
            "Channels can be removed only before scales are chosen; shrink the network before "
            "quantised training.")
    layers = {node.name: network.layer(node.name) for node in network.graph.weighted}
    graph = FloatGraph(tuple(
        dataclasses.replace(node, weight=layers[node.name].masked().numpy().copy(),
                            bias=layers[node.name].biases().numpy().copy())
        if isinstance(node, FloatWeighted) else node
        for node in network.graph))
    kept = _kept(graph)
    small = Network(_cut(graph, kept), network.recipe, low=network.low, high=network.high,
                    scale=network.scales[graph.input.name])
    for node in graph.weighted:
        layer, new = layers[node.name], small.layer(node.name)
        new.mask.copy_(torch.from_numpy(_part(node, layer.mask.numpy(), kept)))
        new.bias_mask.copy_(layer.bias_mask[torch.from_numpy(kept[node.name])])
    return small


def channel_ids(graph: FloatGraph) -> dict[str, IntArray]:
    """Which channels can only be removed together: the same number for each node's channel.

    A pool has the channels of what it reads, and an addition those of both its branches. Each
    channel of an image is one of every pixel after flattening. In a convolution with groups, all
    inputs and outputs of a group go together, so that as many are left in each group.
    """
    parent: list[int] = []

    def find(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    def join(some: Iterable[int], others: Iterable[int]) -> None:
        for a, b in zip(some, others, strict=True):
            parent[find(a)] = find(b)

    ids: dict[str, IntArray] = {}
    for node in graph:
        ids[node.name] = own = np.arange(len(parent), len(parent) + node.shape[-1])
        parent.extend(own.tolist())
        if isinstance(node, FloatWeighted):
            groups = node.groups if isinstance(node, FloatConv2d) else 1
            if groups > 1:
                for group in np.split(own, groups), np.split(ids[node.x], groups):
                    for members in group:
                        join(members, [members[0]] * len(members))
                join(own[::len(own) // groups], ids[node.x][::len(ids[node.x]) // groups])
            continue
        for name in node.inputs:
            join(own, np.tile(ids[name], len(own) // len(ids[name])))
    return {name: np.array([find(i) for i in own]) for name, own in ids.items()}


def _kept(graph: FloatGraph) -> dict[str, BoolArray]:
    """Which channels of each node stay."""
    zero: dict[str, BoolArray] = {}
    for node in graph:
        zero[node.name] = _zero(node, zero)
    used = {node.name: np.zeros(node.shape[-1], bool) for node in graph}
    used[graph.output.name][:] = True
    for node in reversed(graph.nodes):
        live = used[node.name] & ~zero[node.name]
        if isinstance(node, FloatWeighted):
            channels, weights = _inputs(node)
            used[node.x][channels[weights.any(axis=1) & live[:, None]]] = True
            continue
        for name in node.inputs:
            used[name] |= live.reshape(-1, len(used[name])).any(axis=0)
    ids = channel_ids(graph)
    stay = {*ids[graph.input.name].tolist(), *ids[graph.output.name].tolist()}
    for name, own in ids.items():
        stay.update(own[used[name] & ~zero[name]].tolist())
    for own in ids.values():
        if stay.isdisjoint(own.tolist()):
            stay.add(int(own[0]))
    return {name: np.isin(own, list(stay)) for name, own in ids.items()}


def _zero(node: FloatNode, zero: dict[str, BoolArray]) -> BoolArray:
    """Which channels of a node are zero for every input, given those of its inputs."""
    found = np.zeros(node.shape[-1], bool)
    if isinstance(node, FloatWeighted):
        channels, weights = _inputs(node)
        read = weights.any(axis=1) & ~zero[node.x][channels]
        found = ~read.any(axis=1) & (node.bias == 0)
    elif node.inputs:
        parts = [np.tile(zero[name], len(found) // len(zero[name])) for name in node.inputs]
        found = np.logical_and.reduce(parts)
    if isinstance(node, Limited) and not node.low <= 0 <= node.high:
        found = np.zeros_like(found)
    return found


def _inputs(node: FloatWeighted) -> tuple[IntArray, BoolArray]:
    """Channel that each column reads (outputs, inputs), and nonzeros (outputs, taps, inputs)."""
    outputs, inputs = node.weight.shape[0], node.weight.shape[-1]
    groups = node.groups if isinstance(node, FloatConv2d) else 1
    group = np.arange(outputs)[:, None] // (outputs // groups)
    return group * inputs + np.arange(inputs), node.weight.reshape(outputs, -1, inputs) != 0


def _cut(graph: FloatGraph, kept: dict[str, BoolArray]) -> FloatGraph:
    """The graph with those channels only."""
    if all(channels.all() for channels in kept.values()):
        return graph
    nodes: list[FloatNode] = []
    for node in graph:
        own = kept[node.name]
        node = dataclasses.replace(node, shape=(*node.shape[:-1], int(own.sum())))
        if isinstance(node, FloatWeighted):
            node = dataclasses.replace(
                node, weight=_part(node, node.weight, kept), bias=node.bias[own])
        if isinstance(node, FloatConv2d) and node.groups > 1:
            each = len(kept[node.x]) // node.groups
            node = dataclasses.replace(node, groups=int(kept[node.x].sum()) // each)
        nodes.append(node)
    return FloatGraph(tuple(nodes))


def _part(node: FloatWeighted, array: npt.NDArray[np.float32], kept: dict[str, BoolArray]
          ) -> npt.NDArray[np.float32]:
    """What is left of an array in the shape of a layer's weights."""
    rows = array[kept[node.name]]
    whole = isinstance(node, FloatConv2d) and node.groups > 1
    return rows if whole else np.ascontiguousarray(rows[..., kept[node.x]])
