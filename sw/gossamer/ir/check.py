"""What a legal graph is: a list of rules, checked after every pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from gossamer_hw.fixed_point import ONE
from gossamer_hw.requantize import ROUNDINGS

from ..errors import GossamerError, shortened
from .graph import Graph
from .ops import (
    Add,
    Concat,
    Conv2d,
    Flatten,
    Input,
    IntArray,
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
    Weighted,
)

__all__ = ["RULES", "check"]

Rule = Callable[[Graph], Iterable[tuple[str, str]]]

#: What makes sums, and what may read them.
SUMS = (Weighted, SumPool, Sum, Product)
REQUANTIZERS = (Requantize, MultiThreshold)

#: What states its scale, and its zero but for the last.
SCALED = (Input, Requantize, MultiThreshold, Table, Add)

#: The most elements in one sample of a tensor: far beyond any board, and a bound on memory.
MOST_ELEMENTS = 1 << 24

#: The most weights of a layer, zeros between groups included.
MOST_WEIGHTS = 1 << 26

#: Weights of a block that pruning removes as a whole.
MOST_BLOCK = 1 << 12

#: Bits of a bias below the products.
MOST_FRACTION = 16


def names_are_unique(graph: Graph) -> Iterable[tuple[str, str]]:
    seen: set[str] = set()
    for node in graph:
        if not node.name or node.name in seen:
            yield node.name, "needs a name of its own"
        seen.add(node.name)


def order_is_topological(graph: Graph) -> Iterable[tuple[str, str]]:
    seen: set[str] = set()
    for node in graph:
        for name in node.inputs:
            if name not in seen:
                yield node.name, f"reads {name!r}, which no earlier node computes"
        seen.add(node.name)


def one_input_comes_first(graph: Graph) -> Iterable[tuple[str, str]]:
    for index, node in enumerate(graph):
        if isinstance(node, Input) != (index == 0):
            yield node.name, "is not where a graph has its one input: first"


def every_value_is_used(graph: Graph) -> Iterable[tuple[str, str]]:
    used = {name for node in graph for name in node.inputs}
    for node in graph.nodes[:-1]:
        if node.name not in used:
            yield node.name, "is computed but never used"


def types_fit(graph: Graph) -> Iterable[tuple[str, str]]:
    try:
        types = graph.types()
    except ValueError:
        types = {}
        for node in graph:  # find the culprit
            try:
                types[node.name] = node.infer(*(types[name] for name in node.inputs))
            except ValueError as error:
                yield node.name, str(error)
                return


def weights_fit_their_width(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        if isinstance(node, Weighted):
            if not node.weight.size:
                yield node.name, "has no weights"
            elif not 1 <= node.weight_bits <= 8:
                yield node.name, f"has a weight width of {node.weight_bits}, not 1 to 8"
            elif node.weight_bits == 1:
                if np.any(np.abs(node.weight) != 1):
                    yield node.name, "has one-bit weights other than -1 and 1"
            else:
                half = 1 << (node.weight_bits - 1)
                low, high = int(node.weight.min()), int(node.weight.max())
                if low < -half or high >= half:
                    yield node.name, f"has weights {low}..{high} beyond {node.weight_bits} bits"
            if node.bias.shape != (node.outputs,):
                yield node.name, f"has {node.bias.size} biases for {node.outputs} outputs"
            if not 0 <= node.fraction <= MOST_FRACTION:
                yield node.name, (f"has a bias with {node.fraction} bits of fraction, not 0 to "
                                  f"{MOST_FRACTION}")
            if min(node.geometry) < 1:
                yield node.name, f"has an empty block geometry {node.geometry}"
            elif node.geometry[0] * node.geometry[1] > MOST_BLOCK:
                yield node.name, (f"has blocks of {node.geometry[0]} x {node.geometry[1]} weights, "
                                  f"more than {MOST_BLOCK:,}")


def accumulators_are_requantized(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        readers = graph.consumers(node.name)
        if isinstance(node, SUMS):
            if len(readers) != 1 or not isinstance(readers[0], REQUANTIZERS):
                yield node.name, "has sums that are not read by exactly one requantize"
        elif any(isinstance(reader, REQUANTIZERS) for reader in readers):
            yield node.name, "is requantized although it is not a sum"


def ranges_fit(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        if isinstance(node, (Input, Requantize, MultiThreshold, Add)):
            if not node.low < node.high:
                yield node.name, f"has an empty range {node.low}..{node.high}"
            elif _beyond(16, node.low, node.high) and (
                    node.low < 0 or _beyond(17, node.low, node.high)):
                yield node.name, f"has a range {node.low}..{node.high} beyond 16 bits"
        if isinstance(node, SCALED) and not (np.isfinite(node.scale) and node.scale > 0):
            yield node.name, f"has a scale of {node.scale}, not a positive number"
        if isinstance(node, SCALED[:-1]) and not np.isfinite(node.zero):
            yield node.name, f"has a zero of {node.zero}, not a number"


def integers_are_small(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        for what, bits, values in _integers(node):
            if len(values) and _beyond(bits, int(np.min(values)), int(np.max(values))):
                yield node.name, f"has {what} beyond {bits} bits"


def tables_are_sensible(graph: Graph) -> Iterable[tuple[str, str]]:
    types = graph.types()
    for node in graph:
        if isinstance(node, MultiThreshold):
            if node.step not in (1, 2):
                yield node.name, f"has a step of {node.step}, not 1 or 2"
            if np.any(np.diff(node.thresholds, axis=1) < 0):
                yield node.name, "has thresholds that do not ascend"
        elif isinstance(node, Table):
            wide = any(isinstance(reader, Sum) for reader in graph.consumers(node.name))
            value = types[node.name]
            if not wide and _beyond(16, value.low, value.high):
                yield node.name, f"has a range {value.low}..{value.high} beyond 16 bits"
        elif isinstance(node, Softmax):
            first, least = int(node.exponentials[0]), int(node.exponentials.min())
            if first != ONE or int(node.exponentials.max()) > ONE or least < 0:
                yield node.name, "has exponentials that are not 2**31 - 1 first and 0 or more"
            if types[node.x].channels > 4095:
                yield node.name, f"shares among {types[node.x].channels} values, more than 4095"


def tensors_are_small(graph: Graph) -> Iterable[tuple[str, str]]:
    for name, value in graph.types().items():
        if not 1 <= value.size <= MOST_ELEMENTS:
            yield name, f"has {value.size:,} elements, not 1 to {MOST_ELEMENTS:,}"
    for node in graph:
        # The planner spells groups out.
        if isinstance(node, Conv2d) and node.weight.size * node.groups > MOST_WEIGHTS:
            yield node.name, f"has more than {MOST_WEIGHTS:,} weights and zeros between its groups"


def scales_are_exact(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        if isinstance(node, Requantize) and node.rounding not in ROUNDINGS:
            yield node.name, f"rounds by {node.rounding!r}, not by {', '.join(ROUNDINGS)}"
        if isinstance(node, (Requantize, Add)):
            shift, multiplier = np.asarray(node.shift), np.asarray(node.multiplier)
            # A second rounding of 31 bits at most follows the first.
            most = 62 if isinstance(node, Requantize) and node.rounding == "double" else 47
            if shift.min() < 1 or shift.max() > most:
                yield node.name, f"has a shift outside 1..{most}"
            # Not by abs(), which leaves the smallest 64-bit integer negative.
            if multiplier.max() >= 1 << 31 or multiplier.min() <= -(1 << 31):
                yield node.name, "has a multiplier beyond 31 bits"


def products_fit(graph: Graph) -> Iterable[tuple[str, str]]:
    types = graph.types()
    for node in graph:
        if isinstance(node, (Requantize, Add)):
            operand = types[node.x if isinstance(node, Requantize) else node.b]
            reach = max(-operand.low, operand.high)
            if isinstance(node, Requantize):
                reach += int(np.abs(node.exceptions[:, 2]).max(initial=0))
            if reach * max(abs(int(m)) for m in np.ravel(node.multiplier)) >= 1 << 62:
                yield node.name, "has products of sum and multiplier beyond 63 bits"


def adds_take_a_requantized_sum(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        if isinstance(node, Add):
            source = graph[node.a]
            while isinstance(source, (Flatten, Reshape)):
                source = graph[source.x]
            if not isinstance(source, Requantize):
                yield node.name, "adds to a value that was not requantized to its scale"


def joins_have_parts(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        if isinstance(node, Concat) and not node.parts:
            yield node.name, "joins no tensors"


def windows_are_positive(graph: Graph) -> Iterable[tuple[str, str]]:
    for node in graph:
        if isinstance(node, (MaxPool, SumPool)) and min(*node.window, *node.stride) < 1:
            yield node.name, "has an empty window or stride"
        if isinstance(node, MaxPool) and min(node.dilation) < 1:
            yield node.name, f"has a dilation of {node.dilation}"


def _integers(node: Node) -> Iterable[tuple[str, int, Sequence[int] | IntArray]]:
    """Integers of a node that no other rule limits: what they are, their bits, themselves."""
    match node:
        case Weighted():
            yield "a value outside its input", 17, [node.outside]
        case Requantize():
            yield "an offset", 17, [node.offset]
            yield "the sum of an exception", 63, node.exceptions[:, 1]
            yield "the step of an exception", 32, node.exceptions[:, 2]
        case Product():
            yield "zeros", 17, [node.a_zero, node.b_zero]
        case Softmax():
            yield "a zero", 17, [node.zero]
        case MultiThreshold():
            yield "thresholds", 48, node.thresholds.ravel()
        case Table():
            yield "values", 32, node.values
            yield "a first entry", 17, [node.first]
        case Pad():
            yield "a frame", 17, [node.value]
        case Patch():
            yield "a place", 32, node.first
        case Reshape():
            yield "a shape", 32, node.shape
        case Slice():
            yield "a place", 32, (*node.first, *node.shape)


def _beyond(bits: int, low: int, high: int) -> bool:
    """Whether a range needs more than a signed integer of these bits."""
    return low < -(1 << (bits - 1)) or high >= 1 << (bits - 1)


RULES: tuple[Rule, ...] = (
    names_are_unique,
    one_input_comes_first,
    order_is_topological,
    every_value_is_used,
    windows_are_positive,
    joins_have_parts,
    weights_fit_their_width,
    types_fit,
    tensors_are_small,
    accumulators_are_requantized,
    ranges_fit,
    integers_are_small,
    tables_are_sensible,
    scales_are_exact,
    products_fit,
    adds_take_a_requantized_sum,
)


def check(graph: Graph) -> Graph:
    """Return ``graph`` if every rule holds.

    Raises
    ------
    GossamerError
        Naming the first node that breaks a rule, and the rule.
    """
    if not graph.nodes:
        raise GossamerError("The graph has no nodes; a graph has at least an input.")
    for rule in RULES:
        for name, reason in rule(graph):
            raise GossamerError(f"Node {shortened(name)!r} {reason}.")
    return graph
