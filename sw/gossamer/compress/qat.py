"""Quantisation-aware training: a float graph that computes in the accelerator's integers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..importers.float_graph import (
    FloatAdd,
    FloatAveragePool,
    FloatConv2d,
    FloatFlatten,
    FloatGraph,
    FloatInput,
    FloatMaxPool,
    FloatNode,
    FloatWeighted,
    Limited,
)
from .projections import MaskProjection, positions
from .quantizers import Integers, Levels, Quantizer, SharedExponent, fit_scale, shared_ids
from .ternary import LearnedThreshold

if TYPE_CHECKING:
    from .recipes import Recipe

__all__ = ["Layer", "Network", "encode_ratio"]

#: Multipliers have eight bits, 128..255, so that one small product rescales a sum.
MULTIPLIER_BITS = 8
#: Scores leave the accelerator with 16 bits; a residual branch has as many before its addition.
WIDE = (-(1 << 15), (1 << 15) - 1)


class Layer(nn.Module):
    """Weights of one layer in training, with the mask and the scales of their integers.

    A masked weight is zero for good. ``scale`` is the real value of one integer step of each
    output; ``multiplier / 2**shift`` brings sums to the next activation. While scales may move,
    ``gain`` learns by which factor, as a logarithm, an output's weights and bias should grow.

    Attributes
    ----------
    straight : MaskProjection, optional
        Weights count as projected onto this set, while their gradient passes straight through.
    kept : tensor
        What the projection kept last.
    held : tensor, optional
        Integers that are decided already, NaN where a weight still trains, and is not rounded.
    """

    mask: Tensor
    held: Tensor | None
    scale: Tensor
    multiplier: Tensor
    shift: Tensor
    bias_mask: Tensor

    def __init__(self, node: FloatWeighted, quantizer: Quantizer) -> None:
        super().__init__()
        self.quantizer = quantizer
        self.weight = nn.Parameter(torch.from_numpy(node.weight.copy()))
        self.bias = nn.Parameter(torch.from_numpy(node.bias.copy()))
        self.gain = nn.Parameter(torch.zeros_like(self.bias))
        self.straight: MaskProjection | None = None
        self.kept = torch.ones_like(self.weight)
        self.register_buffer("mask", torch.ones_like(self.weight))
        self.register_buffer("held", None)
        self.register_buffer("scale", torch.ones(len(self.bias), dtype=torch.float64))
        self.register_buffer("multiplier", torch.full((len(self.bias),), 128))
        self.register_buffer("shift", torch.full((len(self.bias),), 7))
        self.register_buffer("bias_mask", torch.ones_like(self.bias))

    def masked(self) -> Tensor:
        """The real weights."""
        weight = self.weight * self.mask
        if self.straight is not None:
            self.kept = self.straight.mask(weight.detach())
            weight = weight + (weight * self.kept - weight).detach()
        return weight

    def codes(self) -> Tensor:
        """The integer weights; their gradient passes straight through rounding and limits.

        Past the limits as well, because a ternary weight beyond them must be able to come back.
        """
        steps = self.steps()
        if self.held is not None:
            limit = self.quantizer.limit
            return torch.where(self.held.isnan(), steps.clamp(-limit, limit), self.held)
        codes = _Coded.apply(steps, self.quantizer)
        assert isinstance(codes, Tensor)
        return codes

    def steps(self) -> Tensor:
        """The real weights in integer steps, not rounded."""
        return self.masked() / _along(self.scale.to(self.weight.dtype), self.weight)

    @torch.no_grad()
    def hold(self, share: float) -> None:
        """Decide a share of those integers that are not, at each level the nearest to it first.

        The incremental quantisation of Zhou et al. (INQ, arXiv 1702.03044) and of ADMM-NN; once
        the share is 1, all are decided.
        """
        steps, codes = self.steps(), self.quantizer.codes(self.steps())
        held = torch.full_like(steps, torch.nan) if self.held is None else self.held.clone()
        held[self.mask == 0] = 0
        for level in codes[held.isnan()].unique():
            there = torch.nonzero((held.isnan() & (codes == level)).reshape(-1)).squeeze(1)
            distance = (steps.reshape(-1)[there] - level).abs()
            order = torch.sort(distance, stable=True).indices
            held.reshape(-1)[there[order[:math.ceil(share * len(there))]]] = level
        self.held = held

    def biases(self) -> Tensor:
        """The real biases; an output that has been removed has none."""
        return self.bias * self.bias_mask

    @torch.no_grad()
    def prune(self, projection: MaskProjection) -> None:
        """Mask what a projection drops, for good."""
        self.mask.copy_(projection.mask(self.weight))
        self.bias_mask.copy_(projection.bias_mask(self.weight))

    @torch.no_grad()
    def grow(self, factor: Tensor) -> None:
        """Multiply scale, weights and bias of each output, which leaves their integers alone.

        Weights in training gather at the borders between two integers: were the scale to move
        without them, many would flip at once.
        """
        self.scale.mul_(factor)
        self.weight.mul_(_along(factor, self.weight).to(self.weight.dtype))
        self.bias.mul_(factor.to(self.bias.dtype))

    def ratio(self) -> Tensor:
        """What brings sums to the next activation: exact once ``gain`` has been used up."""
        exact = self.multiplier.double() * torch.exp2(-self.shift.double())
        ratio = exact.to(self.weight.dtype) * self.gain.exp()
        if isinstance(self.quantizer, LearnedThreshold):
            scale = self.scale.to(self.weight.dtype)
            ratio = ratio * self.quantizer.factor(self.masked() / _along(scale, self.weight))
        return ratio

    @torch.no_grad()
    def follow(self) -> None:
        """Use up what has been learned about the scale; no integer changes."""
        self.grow(self.gain.double().exp())
        self.gain.zero_()
        if isinstance(self.quantizer, LearnedThreshold):
            steps = self.masked() / _along(self.scale.to(self.weight.dtype), self.weight)
            self.scale.mul_(self.quantizer.follow(steps))


class Network(nn.Module):
    """A float graph as a module that takes what the traced module took and returns its scores.

    It computes with real numbers until :meth:`fit` has chosen scales; from then on each value is
    an integer of the accelerator, held in a float, and each rounding passes gradients straight
    through. After :meth:`freeze` it does so in float64, where every such integer is exact.
    """

    def __init__(
        self, graph: FloatGraph, recipe: Recipe, *, low: int, high: int, scale: float
    ) -> None:
        super().__init__()
        self.graph = graph
        self.recipe = recipe
        self.low, self.high = low, high
        self.layers = nn.ModuleDict({
            _key(node.name): Layer(node, _quantizer(node, recipe)) for node in graph.weighted
        })
        #: Real value of one integer step, by node; complete once the scales have been chosen.
        self.scales: dict[str, float] = {graph.input.name: scale}
        #: Multiplier and shift of additions (for their branch b) and average pools.
        self.ratios: dict[str, tuple[int, int]] = {}
        self.quantized = False

    def layer(self, name: str) -> Layer:
        """The weights of the node of a name."""
        layer = self.layers[_key(name)]
        assert isinstance(layer, Layer)
        return layer

    def forward(self, x: Tensor) -> Tensor:
        output = self.graph.output.name
        if not self.quantized:
            return self.real(x)[output]
        return self.integers(x)[output] * self.scales[output]

    # Ranges.

    def adder(self, node: FloatNode) -> FloatAdd | None:
        """The residual addition that brings a node's sums straight to its own scale."""
        for reader in self.graph.consumers(node.name):
            if isinstance(reader, FloatAdd) and reader.a == node.name:
                return reader
        return None

    def is_score(self, node: FloatNode) -> bool:
        """Whether a value, perhaps pooled or flattened, is the result."""
        readers = self.graph.consumers(node.name)
        if not readers:
            return True
        moved = len(readers) == 1 and isinstance(readers[0], (FloatMaxPool, FloatFlatten))
        return moved and self.is_score(readers[0])

    def nonnegative(self, node: FloatNode) -> bool:
        """Whether no value is below zero, so that an unsigned integer holds it."""
        if isinstance(node, FloatInput):
            return self.low >= 0
        if isinstance(node, Limited) and node.low >= 0:
            return True
        if isinstance(node, FloatWeighted):
            return False
        return all(self.nonnegative(self.graph[name]) for name in node.inputs)

    def limits(self, node: Limited) -> tuple[int, int]:
        """Range of a node's integers: its type's, narrowed by the model's own clamp."""
        bits = self.recipe.activation_bits
        if self.is_score(node) or self.adder(node):
            low, high = WIDE
        elif self.nonnegative(node):
            low, high = 0, (1 << bits) - 1
        else:
            low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1
        scale = self.scales[node.name]
        if math.isfinite(node.low):
            low = max(low, round(node.low / scale))
        if math.isfinite(node.high):
            high = min(high, max(round(node.high / scale), low + 1))
        return low, high

    # Evaluation.

    def real(self, x: Tensor, *, codes: bool = False) -> dict[str, Tensor]:
        """Every node's real value; with ``codes`` the weights are rounded, all else is not."""
        values: dict[str, Tensor] = {}
        for node in self.graph:
            match node:
                case FloatInput():
                    value = x
                case FloatWeighted():
                    layer = self.layer(node.name)
                    weight = layer.masked()
                    if codes:
                        weight = layer.codes() * _along(layer.scale.to(weight.dtype), weight)
                    value = _weigh(node, values[node.x], weight, layer.biases())
                case FloatAdd():
                    value = values[node.a] + values[node.b]
                case FloatAveragePool():
                    value = F.avg_pool2d(values[node.x], node.window, node.stride)
                case _:
                    value = _move(node, values)
            if isinstance(node, Limited):
                value = value.clamp(node.low, node.high)
            values[node.name] = value
        return values

    def integers(self, x: Tensor) -> dict[str, Tensor]:
        """Every node's integers for real samples ``x``."""
        values: dict[str, Tensor] = {}
        for node in self.graph:
            match node:
                case FloatInput():
                    steps = x.double() / self.scales[node.name]
                    whole = steps + (torch.round(steps) - steps).detach()  # for an adversary
                    value = whole.clamp(self.low, self.high).to(x.dtype)
                case FloatWeighted():
                    layer = self.layer(node.name)
                    sums = _weigh(node, values[node.x], layer.codes(), self.bias_codes(node))
                    value = _round(sums * _channels(layer.ratio(), sums))
                case FloatAdd():
                    factor = _ratio(*self.ratios[node.name])
                    value = values[node.a] + _round(values[node.b] * factor)
                case FloatAveragePool():
                    count = node.window[0] * node.window[1]
                    sums = F.avg_pool2d(values[node.x], node.window, node.stride) * count
                    value = _round(_round(sums) * _ratio(*self.ratios[node.name]))
                case _:
                    value = _move(node, values)
            if isinstance(node, Limited):
                value = value.clamp(*self.limits(node))
            values[node.name] = value
        return values

    def bias_codes(self, node: FloatWeighted) -> Tensor:
        """The biases in steps of the sums."""
        layer = self.layer(node.name)
        return _round(layer.biases() / (layer.scale * self.scales[node.x]).to(layer.bias.dtype))

    # Scales.

    @torch.no_grad()
    def fit(self, x: Tensor) -> None:
        """Choose every scale from the weights and from samples ``x``, and quantise from now on.

        Each scale is then moved to where the factor between two activations is exactly a
        multiplier over a power of two: the weights absorb what that changes, so nothing is lost.
        """
        for node in self.graph.weighted:
            layer = self.layer(node.name)
            if self.quantized:
                layer.follow()
            else:
                layer.scale.copy_(fit_scale(layer.masked().double(), layer.quantizer))
        peaks = {name: float(value.abs().max()) for name, value in self.real(x, codes=True).items()}
        self.scales = {name: self.scales[name] for name in (self.graph.input.name,)}
        for each in self.graph:
            self._fit_scale(each, peaks)
        for node in self.graph.weighted:
            layer = self.layer(node.name)
            step = self.scales[node.x] / self.scales[node.name]
            layer.multiplier, layer.shift = encode_ratio(layer.scale * step)
            layer.grow(layer.multiplier * torch.exp2(-layer.shift.double()) / step / layer.scale)
        self.quantized = True

    def freeze(self, x: Tensor) -> None:
        """Choose every scale for the last time, and compute exactly, in float64, from now on."""
        self.fit(x)
        for node in self.graph.weighted:
            layer = self.layer(node.name)
            layer.gain.requires_grad_(False)
            if isinstance(layer.quantizer, LearnedThreshold):
                layer.quantizer.requires_grad_(False)
        self.double()

    def _fit_scale(self, node: FloatNode, peaks: dict[str, float]) -> float:
        """Choose the scale of one value, after those it depends on."""
        if node.name not in self.scales:
            adder = self.adder(node)
            if adder:
                scale = self._fit_scale(adder, peaks)
            elif isinstance(node, FloatWeighted):
                scale = self._least_scale(node, peaks)
            elif isinstance(node, (FloatAdd, FloatAveragePool)):
                # Only one factor, so the scale itself moves to where that is exact.
                step = self._step(node, peaks)
                scale = step / _ratio(*_encode(step / self._least_scale(node, peaks)))
            else:
                scale = self._fit_scale(self.graph[node.inputs[0]], peaks)
            self.scales[node.name] = scale
            if isinstance(node, (FloatAdd, FloatAveragePool)):
                self.ratios[node.name] = _encode(self._step(node, peaks) / scale)
        return self.scales[node.name]

    def _step(self, node: FloatNode, peaks: dict[str, float]) -> float:
        """Largest real value of one step of what is rescaled to make a value."""
        match node:
            case FloatWeighted():
                step = self._fit_scale(self.graph[node.x], peaks)
                return step * float(self.layer(node.name).scale.max())
            case FloatAveragePool():
                return self._fit_scale(self.graph[node.x], peaks) / math.prod(node.window)
            case FloatAdd():
                return self._fit_scale(self.graph[node.b], peaks)
        raise AssertionError(f"{node.name} is not rescaled")

    def _least_scale(self, node: Limited, peaks: dict[str, float]) -> float:
        """The scale at which a value just fits its range and every factor its multiplier."""
        bits = self.recipe.activation_bits
        peak = peaks[node.name]
        if self.is_score(node):
            high = WIDE[1] // 2  # headroom: scores must not saturate on unseen samples
        else:
            high = (1 << bits) - 1 if self.nonnegative(node) else (1 << (bits - 1)) - 1
        scale = (peak or 1.0) / high
        largest = (1 << MULTIPLIER_BITS - 1) - 1
        if isinstance(node, FloatAdd):
            a = self.graph[node.a]
            scale = max(scale, peaks[a.name] / WIDE[1], self._step(a, peaks) / largest)
        return max(scale, self._step(node, peaks) / largest)


def encode_ratio(ratio: Tensor) -> tuple[Tensor, Tensor]:
    """Multipliers of eight bits, and shifts of 1 to 47, nearest to positive factors."""
    top = (1 << MULTIPLIER_BITS) - 1
    shift = torch.floor(torch.log2(top / ratio)).clamp(1, 47)
    # A factor between 255 and 256 steps would round to 256: it takes one step less of shift.
    shift = shift - (torch.round(ratio * torch.exp2(shift)) > top).to(shift.dtype)
    shift = shift.clamp(min=1)
    multiplier = torch.round(ratio * torch.exp2(shift)).clamp(0, top)
    return multiplier.to(torch.int64), shift.to(torch.int64)


def _encode(ratio: float) -> tuple[int, int]:
    multiplier, shift = encode_ratio(torch.tensor([ratio], dtype=torch.float64))
    return int(multiplier), int(shift)


def _ratio(multiplier: int, shift: int) -> float:
    return math.ldexp(multiplier, -shift)


class _Coded(torch.autograd.Function):
    """Round to the integers of a quantiser; the gradient passes as if that had not happened."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, quantizer: Quantizer) -> Tensor:
        return quantizer.codes(x)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None]:
        return gradients[0], None


class _Rounded(torch.autograd.Function):
    """Round half up; the gradient passes as if that had not happened."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        return torch.floor(x + 0.5)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Tensor:
        return gradients[0]


def _round(x: Tensor) -> Tensor:
    rounded = _Rounded.apply(x)
    assert isinstance(rounded, Tensor)
    return rounded


def _quantizer(node: FloatWeighted, recipe: Recipe) -> Quantizer:
    """What a recipe makes of the weights of a layer."""
    if recipe.rule:
        return recipe.rule.quantizer(torch.from_numpy(node.weight))
    if recipe.mantissa_bits:
        size = recipe.rows * recipe.columns
        places = positions(node, recipe.rows, recipe.columns)
        groups = -(-len(node.weight) // recipe.rows)
        blocks = -(-(int(places.max()) + 1) // size)
        return SharedExponent(recipe.mantissa_bits, shared_ids(places, blocks // groups * size))
    limit = max(recipe.levels, default=(1 << (recipe.weight_bits - 1)) - 1)
    if recipe.levels in ((), tuple(range(1, limit + 1))):
        return Integers(limit)
    return Levels(recipe.levels)


def _weigh(node: FloatWeighted, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """A convolution or linear layer; images have PyTorch's order, weights memory order."""
    if not isinstance(node, FloatConv2d):
        return F.linear(x, weight, bias)
    top, bottom, left, right = node.padding
    padding: tuple[int, int] = (top, left)
    if (top, left) != (bottom, right):
        x, padding = F.pad(x, (left, right, top, bottom)), (0, 0)
    return F.conv2d(x, weight.permute(0, 3, 1, 2), bias, node.stride, padding, node.dilation,
                    node.groups)


def _move(node: FloatNode, values: dict[str, Tensor]) -> Tensor:
    """What only selects or reorders values, so that integers stay integers."""
    match node:
        case FloatMaxPool():
            return F.max_pool2d(values[node.x], node.window, node.stride)
        case FloatFlatten():
            return values[node.x].permute(0, 2, 3, 1).flatten(1)
    raise AssertionError(f"{type(node).__name__} is not evaluated")


def _channels(ratio: Tensor, x: Tensor) -> Tensor:
    """One value per channel, shaped to meet PyTorch's order."""
    return ratio.reshape(-1, *(1,) * (x.ndim - 2))


def _along(scale: Tensor, weight: Tensor) -> Tensor:
    """One value per output, shaped to meet the weights."""
    return scale.reshape(-1, *(1,) * (weight.ndim - 1))


def _key(name: str) -> str:
    """A node's name as a child module's, which must not hold a dot."""
    return name.replace(".", "/")
