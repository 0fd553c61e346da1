"""Inspect: what a description holds, layer by layer, its bits counted by really packing them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from . import ir
from .description import Description, Robustness
from .plan import (
    OBJECTIVE,
    SPARSITIES,
    BreakEven,
    Geometry,
    Option,
    break_even,
    options,
    smallest,
)
from .target import Target

__all__ = ["Inspection", "LayerSummary", "Weights", "inspect"]

#: Width of the words that bits are counted in where no plan has chosen one.
PORT = 32


@dataclass(frozen=True, kw_only=True)
class LayerSummary:
    """One weighted layer.

    Attributes
    ----------
    shape : tuple of int
        Of its value.
    weights, nonzero : int
        All weights of the dense layer, and those that are not zero.
    blocks, survivors : int
        All blocks of the layer's geometry, and those that hold a nonzero weight.
    format : str
        The smallest weight format.
    packed_bits : int
        Memory that the weights take in that format, headers and padding included.
    accumulator_bits : int
        Width of the sums, by the exact bound of these weights.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    weight_bits: int
    ternary: bool
    geometry: tuple[int, int]
    weights: int
    nonzero: int
    blocks: int
    survivors: int
    format: str
    packed_bits: int
    accumulator_bits: int


@dataclass(frozen=True, kw_only=True)
class Weights:
    """All weights of a model together; biases and scales are not among them."""

    count: int
    nonzero: int
    packed_bits: int

    @property
    def bits_per_weight(self) -> float:
        """Packed bits for each weight of the dense model."""
        return self.packed_bits / self.count if self.count else 0.0

    @property
    def ratio_vs_float32(self) -> float:
        """How many times smaller than the dense model in 32-bit floats."""
        return 32 * self.count / self.packed_bits if self.packed_bits else 1.0

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {
            "bits_per_weight": self.bits_per_weight,
            "ratio_vs_float32": self.ratio_vs_float32,
        }


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """What a description holds.

    ``plan`` is what the model costs on a board, as the planner says it, or None without a board.
    ``refusal`` says why the model does not fit the board, if so.
    ``options`` are, for each layer, all ways to store and compute it alone on that board, and
    ``break_even`` is the pruning ratio from which each way to prune it pays there.
    """

    name: str
    recipe: str
    classes: int
    float_accuracy: float | None
    integer_accuracy: float | None
    test_images: int
    robustness: Robustness | None
    samples: int
    input_shape: tuple[int, ...]
    layers: tuple[LayerSummary, ...]
    plan: dict[str, Any] | None = None
    refusal: str = ""
    options: dict[str, tuple[Option, ...]] = field(default_factory=dict)
    break_even: dict[str, tuple[BreakEven, ...]] = field(default_factory=dict)

    @property
    def objective(self) -> str:
        """By what the options are compared."""
        return OBJECTIVE

    @property
    def weights(self) -> Weights:
        return Weights(
            count=sum(layer.weights for layer in self.layers),
            nonzero=sum(layer.nonzero for layer in self.layers),
            packed_bits=sum(layer.packed_bits for layer in self.layers),
        )

    @property
    def pruned(self) -> float:
        """Share of the weight blocks that hold nothing but zeros."""
        blocks = sum(layer.blocks for layer in self.layers)
        kept = sum(layer.survivors for layer in self.layers)
        return 1 - kept / blocks if blocks else 0.0

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "recipe": self.recipe,
            "classes": self.classes,
            "accuracy": {
                "float": self.float_accuracy,
                "integer": self.integer_accuracy,
                "test_images": self.test_images,
                "robustness": asdict(self.robustness) if self.robustness else None,
            },
            "samples": self.samples,
            "input_shape": list(self.input_shape),
            "weights": self.weights.to_json(),
            "pruned": self.pruned,
            "layers": [asdict(layer) for layer in self.layers],
            "plan": self.plan,
            "refusal": self.refusal,
            "objective": self.objective,
            "options": {
                name: [option.to_json() for option in found]
                for name, found in self.options.items()
            },
            "break_even": {
                name: {each.sparsity: each.to_json() for each in found}
                for name, found in self.break_even.items()
            },
        }


def inspect(
    description: Description, plan: dict[str, Any] | None = None, target: Target | None = None,
    refusal: str = "",
) -> Inspection:
    """Look into a description; with a target, compare all formats there."""
    graph = description.graph
    types = graph.types()
    nodes = [node for node in graph if isinstance(node, ir.Weighted)]
    return Inspection(
        name=description.name,
        recipe=description.recipe,
        classes=description.classes,
        float_accuracy=description.float_accuracy,
        integer_accuracy=description.integer_accuracy,
        test_images=description.test_images,
        robustness=description.robustness,
        samples=0 if description.samples is None else len(description.samples),
        input_shape=graph.input.shape,
        layers=tuple(_summary(node, types[node.name]) for node in nodes),
        plan=plan,
        refusal=refusal,
        options={} if target is None else {
            node.name: options(graph, node, target) for node in nodes
        },
        break_even={} if target is None else {
            node.name: tuple(break_even(graph, node, target, each) for each in SPARSITIES)
            for node in nodes
        },
    )


def _summary(node: ir.Weighted, type_: ir.TensorType) -> LayerSummary:
    kept = ir.survivors(node, *node.geometry)
    format_, bits = smallest(
        node, Geometry(rows=node.geometry[0], columns=node.geometry[1], port=PORT))
    return LayerSummary(
        name=node.name,
        kind=node.kind,
        shape=type_.shape,
        weight_bits=node.weight_bits,
        ternary=node.ternary,
        geometry=node.geometry,
        weights=node.weight.size,
        nonzero=int(np.count_nonzero(node.weight)),
        blocks=kept.size,
        survivors=int(np.count_nonzero(kept)),
        format=format_.name,
        packed_bits=bits,
        accumulator_bits=type_.bits,
    )
