"""Every rule of a legal graph, with the whole sentence that a user reads when it is broken."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests.graphs import gated, imported, random_graph, requantize, residual, tiny_cnn, tiny_mlp

from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.ir.check import RULES

RNG = np.random.default_rng(0)


def change(graph: ir.Graph, name: str, /, **changes: Any) -> ir.Graph:
    """The graph with some fields of one node exchanged."""
    return graph.replace({name: replace(graph[name], **changes)})


def without(graph: ir.Graph, name: str) -> ir.Graph:
    return ir.Graph(tuple(node for node in graph if node.name != name))


MLP, CNN, NET, OTHER = tiny_mlp(), tiny_cnn(), residual(), imported()
GATED = gated(alike=True)
EXTRA_INPUT = ir.Input(name="y", shape=(6,), low=0, high=1, scale=1.0)
UNUSED = ir.Flatten(name="unused", x="pool")

#: Rule, what breaks it, what is said.
BROKEN: list[tuple[str, ir.Graph, str]] = [
    ("names_are_unique", change(MLP, "a_out", name="a"), "Node 'a' needs a name of its own."),
    ("names_are_unique", change(MLP, "x", name=""), "Node '' needs a name of its own."),
    ("one_input_comes_first", without(MLP, "x"),
     "Node 'a' is not where a graph has its one input: first."),
    ("one_input_comes_first", ir.Graph((MLP.nodes[0], EXTRA_INPUT, *MLP.nodes[1:])),
     "Node 'y' is not where a graph has its one input: first."),
    ("order_is_topological", ir.Graph((MLP["x"], MLP["a_out"], MLP["a"], MLP["b"], MLP["b_out"])),
     "Node 'a_out' reads 'a', which no earlier node computes."),
    ("order_is_topological", change(NET, "sum", b="nowhere"),
     "Node 'sum' reads 'nowhere', which no earlier node computes."),
    ("every_value_is_used", ir.Graph((*CNN.nodes[:4], UNUSED, *CNN.nodes[4:])),
     "Node 'unused' is computed but never used."),
    ("windows_are_positive", change(CNN, "pool", window=(0, 2)),
     "Node 'pool' has an empty window or stride."),
    ("windows_are_positive", change(NET, "mean", stride=(3, 0)),
     "Node 'mean' has an empty window or stride."),
    ("weights_fit_their_width", change(MLP, "b", weight_bits=9),
     "Node 'b' has a weight width of 9, not 1 to 8."),
    ("weights_fit_their_width", change(MLP, "a", weight_bits=0),
     "Node 'a' has a weight width of 0, not 1 to 8."),
    ("weights_fit_their_width", change(MLP, "a", weight_bits=1),
     "Node 'a' has one-bit weights other than -1 and 1."),
    ("weights_fit_their_width", change(CNN, "conv", weight=np.full((4, 3, 3, 1), 8, np.int8)),
     "Node 'conv' has weights 8..8 beyond 4 bits."),
    ("weights_fit_their_width", change(CNN, "conv", weight=np.full((4, 3, 3, 1), -9, np.int8)),
     "Node 'conv' has weights -9..-9 beyond 4 bits."),
    ("weights_fit_their_width", change(MLP, "a", bias=np.zeros(4, np.int64)),
     "Node 'a' has 4 biases for 5 outputs."),
    ("weights_fit_their_width", change(MLP, "a", geometry=(0, 4)),
     "Node 'a' has an empty block geometry (0, 4)."),
    ("types_fit", change(GATED, "mean", window=(2, 2), stride=(2, 2)),
     "Node 'product' multiplies tensors of different shapes (4, 4, 4) and (2, 2, 4)."),
    ("integers_are_small", change(GATED, "product", b_zero=1 << 16),
     "Node 'product' has zeros beyond 17 bits."),
    ("types_fit", change(MLP, "x", shape=(7,)),
     "Node 'a' takes 6 inputs, not a tensor of (7,)."),
    ("types_fit", change(CNN, "x", shape=(36,)),
     "Node 'conv' takes an image (height, width, channels), not (36,)."),
    ("types_fit", change(CNN, "x", shape=(6, 6, 2)),
     "Node 'conv' has weights for 1 input channels in 1 groups, not 2."),
    ("types_fit", change(NET, "second", groups=4, weight=np.ones((3, 3, 3, 1), np.int8),
                         bias=np.zeros(3, np.int64)),
     "Node 'second' has weights for 4 input channels in 4 groups, not 4."),
    ("types_fit", change(CNN, "x", shape=(1, 1, 1)),
     "Node 'pool' has a window of (2, 2) that is larger than its image."),
    ("types_fit", change(CNN, "relu", multiplier=np.ones(3, np.int64)),
     "Node 'relu' has 3 multipliers and 4 shifts for 4 channels."),
    ("types_fit", change(NET, "second", stride=(2, 2)),
     "Node 'sum' adds tensors of different shapes (3, 3, 4) and (6, 6, 4)."),
    ("accumulators_are_requantized", without(MLP, "b_out"),
     "Node 'b' has sums that are not read by exactly one requantize."),
    ("accumulators_are_requantized", change(without(CNN, "relu"), "pool", x="conv"),
     "Node 'conv' has sums that are not read by exactly one requantize."),
    ("accumulators_are_requantized",
     ir.Graph((*MLP.nodes, requantize("again", "b_out", 3, RNG))),
     "Node 'b_out' is requantized although it is not a sum."),
    ("ranges_fit", change(MLP, "x", low=16), "Node 'x' has an empty range 16..16."),
    ("ranges_fit", change(MLP, "a_out", low=1, high=0), "Node 'a_out' has an empty range 1..0."),
    ("ranges_fit", change(MLP, "b_out", high=1 << 16),
     "Node 'b_out' has a range -32768..65536 beyond 16 bits."),
    ("ranges_fit", change(MLP, "b_out", high=1 << 15),
     "Node 'b_out' has a range -32768..32768 beyond 16 bits."),
    ("ranges_fit", change(NET, "sum", low=-32769),
     "Node 'sum' has a range -32769..255 beyond 16 bits."),
    ("ranges_fit", change(MLP, "x", scale=float("nan")),
     "Node 'x' has a scale of nan, not a positive number."),
    ("ranges_fit", change(MLP, "a_out", scale=0.0),
     "Node 'a_out' has a scale of 0.0, not a positive number."),
    ("ranges_fit", change(NET, "sum", scale=float("inf")),
     "Node 'sum' has a scale of inf, not a positive number."),
    ("scales_are_exact", change(MLP, "a_out", shift=np.array([8, 8, 0, 8, 8])),
     "Node 'a_out' has a shift outside 1..47."),
    ("scales_are_exact", change(NET, "sum", shift=48), "Node 'sum' has a shift outside 1..47."),
    ("scales_are_exact", change(MLP, "b_out", multiplier=np.array([1, 1 << 31, 1])),
     "Node 'b_out' has a multiplier beyond 31 bits."),
    ("scales_are_exact", change(MLP, "b_out", multiplier=np.array([1, -(1 << 63), 1])),
     "Node 'b_out' has a multiplier beyond 31 bits."),
    ("scales_are_exact", change(NET, "sum", multiplier=-(1 << 31)),
     "Node 'sum' has a multiplier beyond 31 bits."),
    ("products_fit", change(MLP, "b", bias=np.full(3, 1 << 60)),
     "Node 'b_out' has products of sum and multiplier beyond 63 bits."),
    ("ranges_fit", change(OTHER, "x", zero=float("nan")),
     "Node 'x' has a zero of nan, not a number."),
    ("scales_are_exact", change(OTHER, "image", shift=np.array([37, 63, 40])),
     "Node 'image' has a shift outside 1..62."),
    ("scales_are_exact", change(OTHER, "scores", rounding="down"),
     "Node 'scores' rounds by 'down', not by half_up, half_even, half_away, floor, double."),
    ("types_fit", change(OTHER, "a", first=-127),
     "Node 'a' has entries for -127..128, not for -128..127."),
    ("types_fit", change(OTHER, "wide", shape=(3, 12, 2)),
     "Node 'wide' brings a tensor of (6, 6, 3) to (3, 12, 2), which holds another number of "
     "elements."),
    ("types_fit", change(OTHER, "signs", thresholds=np.zeros((2, 1), np.int64)),
     "Node 'signs' has thresholds for 2 channels, not 3."),
    ("types_fit", change(OTHER, "shares", exponentials=np.array([(1 << 31) - 1])),
     "Node 'shares' has 1 exponentials for values -128..127."),
    ("types_fit", change(OTHER, "b", x="x"),
     "Node 'sum' adds tensors of different shapes (6, 6, 3) and (5, 4, 2)."),
    ("tensors_are_small", ir.Graph((
        ir.Input(name="x", shape=(1 << 13, 1 << 12, 1), low=0, high=1, scale=1.0),)),
     "Node 'x' has 33,554,432 elements, not 1 to 16,777,216."),
    ("tensors_are_small", ir.Graph((
        ir.Input(name="x", shape=(1, 1, 1 << 14), low=0, high=1, scale=1.0),
        ir.Conv2d(name="wide", x="x", weight=np.ones((1 << 14, 1, 1, 1), np.int8),
                  bias=np.zeros(1 << 14, np.int64), weight_bits=8, groups=1 << 14))),
     "Node 'wide' has more than 67,108,864 weights and zeros between its groups."),
    ("integers_are_small", change(OTHER, "a", values=np.full(256, 1 << 31)),
     "Node 'a' has values beyond 32 bits."),
    ("integers_are_small", change(OTHER, "image", offset=1 << 17),
     "Node 'image' has an offset beyond 17 bits."),
    ("tables_are_sensible", change(OTHER, "signs", thresholds=np.array([[2, 1]] * 3)),
     "Node 'signs' has thresholds that do not ascend."),
    ("tables_are_sensible", change(OTHER, "signs", step=3),
     "Node 'signs' has a step of 3, not 1 or 2."),
    ("tables_are_sensible", change(OTHER, "shares", exponentials=np.zeros(256, np.int64)),
     "Node 'shares' has exponentials that are not 2**31 - 1 first and 0 or more."),
    ("weights_fit_their_width", change(MLP, "a", weight=np.zeros((5, 0), np.int8)),
     "Node 'a' has no weights."),
    ("joins_have_parts", ir.Graph((
        ir.Input(name="x", shape=(4,), low=0, high=1, scale=1.0),
        ir.Concat(name="none", parts=()), ir.Concat(name="all", parts=("x", "none")))),
     "Node 'none' joins no tensors."),
    ("adds_take_a_requantized_sum", change(NET, "sum", a="x", b="second_out"),
     "Node 'sum' adds to a value that was not requantized to its scale."),
]


@pytest.mark.parametrize("rule, graph, message", BROKEN, ids=[f"{b[0]}-{b[2]}" for b in BROKEN])
def test_a_broken_rule_is_said_in_one_sentence(rule, graph, message):
    with pytest.raises(GossamerError) as caught:
        ir.check(graph)
    assert str(caught.value) == message


def test_every_rule_is_broken_by_a_case():
    assert {rule for rule, _, _ in BROKEN} == {rule.__name__ for rule in RULES}


def test_an_empty_graph_is_refused():
    with pytest.raises(GossamerError) as caught:
        ir.check(ir.Graph(()))
    assert str(caught.value) == "The graph has no nodes; a graph has at least an input."


@pytest.mark.parametrize("graph", [MLP, CNN, NET, OTHER, random_graph(5)],
                         ids=["mlp", "cnn", "residual", "imported", "random"])
def test_a_legal_graph_passes_and_is_returned(graph):
    assert ir.check(graph) is graph


@pytest.mark.parametrize("bits, low, high", [(1, -1, 1), (2, -2, 1), (4, -8, 7), (8, -128, 127)])
def test_the_ends_of_a_width_are_legal(bits, low, high):
    weight = np.array([[low, high] * 3] * 5, np.int8)
    ir.check(change(MLP, "a", weight=weight, weight_bits=bits))
