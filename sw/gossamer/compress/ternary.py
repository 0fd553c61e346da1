"""Ternary rules: thresholds that follow the weights, and one that is learned.

A weight is zero below a threshold, and a scale with the weight's sign from there on. Thresholds are
relative to the weights, so that codes do not depend on the scale of either. Pruned weights, which
are zero, count in no mean.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .quantizers import Integers, Levels, nested_packings

__all__ = [
    "AbsMean",
    "Expansion",
    "Learned",
    "LearnedThreshold",
    "MaxThreshold",
    "MeanThreshold",
    "NestedThresholds",
]


@dataclass(frozen=True)
class Threshold:
    """A threshold for each output, a share of some measure of its magnitudes; also a rule."""

    share: float

    @property
    def limit(self) -> int:
        return 1

    @property
    def packings(self) -> tuple[str, ...]:
        return Integers(1).packings

    @property
    def weight_bits(self) -> int:
        return 2

    def problem(self) -> str:
        return "" if self.share > 0 else f"the threshold's share must be positive, not {self.share}"

    def quantizer(self, weight: Tensor) -> Threshold:
        return self

    def measure(self, magnitudes: Tensor) -> Tensor:
        """What the threshold of each row of magnitudes (outputs, weights) is a share of."""
        raise NotImplementedError

    def codes(self, steps: Tensor) -> Tensor:
        threshold = self.share * self.measure(steps.abs().reshape(len(steps), -1))
        beyond = steps.abs() >= threshold.reshape(-1, *(1,) * (steps.ndim - 1))
        return beyond * steps.sign()

    def legal(self, codes: Tensor) -> bool:
        return Integers(1).legal(codes)

    def fit(self, rows: Tensor) -> Tensor:
        """The mean magnitude beyond the threshold, which is the best scale for these codes."""
        return _mean(rows.abs() * self.codes(rows).abs())


@dataclass(frozen=True)
class MaxThreshold(Threshold):
    """A share of the largest magnitude (He, Gong and Fan, WACV 2019, arXiv 1807.07948)."""

    share: float = 0.05

    def measure(self, magnitudes: Tensor) -> Tensor:
        return magnitudes.amax(dim=1)


@dataclass(frozen=True)
class MeanThreshold(Threshold):
    """A share of the mean magnitude: ternary weight networks (TWN; Li et al., arXiv 1605.04711)."""

    share: float = 0.7

    def measure(self, magnitudes: Tensor) -> Tensor:
        return _mean(magnitudes)


@dataclass(frozen=True)
class AbsMean(MeanThreshold):
    """Round to the mean magnitude, which is the scale too (BitNet b1.58, arXiv 2402.17764)."""

    share: float = 0.5

    def fit(self, rows: Tensor) -> Tensor:
        return _mean(rows.abs())


@dataclass(frozen=True)
class Learned:
    """A threshold that is trained, for each layer one (He and Fan, CVPR 2019, arXiv 1810.01018).

    Attributes
    ----------
    share : float
        Where it starts, as a share of the mean magnitude of the layer.
    """

    share: float = 0.7

    @property
    def weight_bits(self) -> int:
        return 2

    def problem(self) -> str:
        return "" if self.share > 0 else f"the threshold's share must be positive, not {self.share}"

    def quantizer(self, weight: Tensor) -> LearnedThreshold:
        return LearnedThreshold(self.share)


class LearnedThreshold(nn.Module):
    """A threshold in steps of the scale, and how the scale depends on it.

    With normally distributed weights, their mean magnitude beyond the threshold is known in closed
    form. It is the layer's scale, and gives the threshold a gradient; rounding gives it none.
    ``growth`` is what has been learned, as a factor's logarithm: the threshold stays positive.
    """

    threshold: Tensor

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.growth = nn.Parameter(torch.zeros(()))
        self.register_buffer("threshold", torch.tensor(0.5, dtype=torch.float64))

    @property
    def limit(self) -> int:
        return 1

    @property
    def packings(self) -> tuple[str, ...]:
        return Integers(1).packings

    def codes(self, steps: Tensor) -> Tensor:
        return (steps.abs() >= self._present().to(steps.dtype)) * steps.sign()

    def legal(self, codes: Tensor) -> bool:
        return Integers(1).legal(codes)

    @torch.no_grad()
    def fit(self, rows: Tensor) -> Tensor:
        """The scale of the starting threshold, the same for all outputs; learning starts afresh."""
        weights = rows[rows != 0]
        if not len(weights):
            return torch.ones(len(rows), dtype=rows.dtype)
        start = self.share * weights.abs().mean()
        scale = normal_scale(start, weights)
        self.threshold.copy_(start / scale)
        self.growth.zero_()
        return scale.expand(len(rows)).clone()

    def factor(self, steps: Tensor) -> Tensor:
        """Exactly one; its gradient is that of the scale, relative to it, by the threshold."""
        scale = normal_scale(self._present(), steps[steps != 0].detach().double())
        return (scale / scale.detach()).to(steps.dtype)

    @torch.no_grad()
    def follow(self, steps: Tensor) -> Tensor:
        """By which factor the scale grows for what has been learned; the codes stay the same."""
        present = self._present()
        factor = normal_scale(present, steps[steps != 0].double())
        self.threshold.copy_(present / factor)
        self.growth.zero_()
        return factor

    def _present(self) -> Tensor:
        return self.threshold * self.growth.double().exp()


def normal_scale(threshold: Tensor, weights: Tensor) -> Tensor:
    """Mean magnitude beyond a threshold, if weights are normal with their mean and deviation.

    One if there are not two different weights.
    """
    if len(weights) < 2 or not bool((deviation := weights.std(correction=0)) > 0):
        return torch.ones_like(threshold)
    mean = weights.mean()
    low, high = (-threshold - mean) / deviation, (threshold - mean) / deviation
    below, above = torch.special.ndtr(low), torch.special.ndtr(-high)
    density = (torch.exp(-low * low / 2) + torch.exp(-high * high / 2)) / math.sqrt(2 * math.pi)
    share = (below + above).clamp(min=1e-30)
    # Far beyond all weights the share vanishes, and the mean magnitude is the threshold itself.
    return torch.maximum((mean * (above - below) + deviation * density) / share, threshold)


@dataclass(frozen=True)
class Expansion:
    """Nested ternary weights by residual expansion (He and Fan, CVPR 2019, arXiv 1810.01018).

    All ternary planes come from the same weights, each with a threshold of its own, so a weight has
    the state of the highest threshold it reaches. Its value is the least-squares one of the state,
    as a small integer times the scale.

    Attributes
    ----------
    shares : tuple of float
        The thresholds as shares of the largest magnitude of an output, ascending.
    weight_bits : int
        Width of the integers, 2 to 5.
    """

    shares: tuple[float, ...] = (0.05, 0.1)
    weight_bits: int = 3

    def problem(self) -> str:
        ascending = all(a < b for a, b in itertools.pairwise((0.0, *self.shares, 1.0)))
        if not self.shares or not ascending:
            return f"thresholds must ascend between 0 and 1, not {self.shares}"
        if not 2 <= self.weight_bits <= 5 or len(self.shares) >= 1 << self.weight_bits - 1:
            return (f"integers of {self.weight_bits} bits, which must be 2 to 5, cannot hold "
                    f"{len(self.shares)} magnitudes")
        return ""

    def quantizer(self, weight: Tensor) -> NestedThresholds:
        """The states' values are those integers that come nearest to this layer's weights."""
        rows = weight.detach().reshape(len(weight), -1).abs().double()
        state = _states(rows, self.shares)
        each = [state == m + 1 for m in range(len(self.shares))]
        counts = torch.stack([members.double().sum(dim=1) for members in each])
        sums = torch.stack([(rows * members).sum(dim=1) for members in each])
        top = (1 << (self.weight_bits - 1)) - 1
        choices = list(itertools.combinations(range(1, top + 1), len(self.shares)))
        levels = torch.tensor(choices, dtype=torch.float64)
        # With the best scale of each output, the squared error falls by this much.
        gain = (levels @ sums) ** 2 / (levels ** 2 @ counts).clamp(min=1)
        return NestedThresholds(self.shares, choices[int(gain.sum(dim=1).argmax())])


@dataclass(frozen=True)
class NestedThresholds:
    """Thresholds as shares of the largest magnitude of an output, and the integer beyond each."""

    shares: tuple[float, ...]
    levels: tuple[int, ...]

    @property
    def limit(self) -> int:
        return self.levels[-1]

    @property
    def packings(self) -> tuple[str, ...]:
        return nested_packings(self.levels)

    def codes(self, steps: Tensor) -> Tensor:
        levels = torch.tensor((0, *self.levels), dtype=steps.dtype)
        state = _states(steps.abs().reshape(len(steps), -1), self.shares)
        return levels[state].reshape(steps.shape) * steps.sign()

    def legal(self, codes: Tensor) -> bool:
        return Levels(self.levels).legal(codes)

    def fit(self, rows: Tensor) -> Tensor:
        """The least-squares scale: codes do not depend on it."""
        codes = self.codes(rows)
        return (codes * rows).sum(dim=1) / (codes * codes).sum(dim=1).clamp(min=1)


def _states(magnitudes: Tensor, shares: tuple[float, ...]) -> Tensor:
    """How many thresholds each of the magnitudes (outputs, weights) reaches."""
    peak = magnitudes.amax(dim=1, keepdim=True)
    reached = [(magnitudes >= share * peak) & (magnitudes > 0) for share in shares]
    return torch.stack(reached).sum(dim=0)


def _mean(magnitudes: Tensor) -> Tensor:
    """Mean of those of each row that are not zero."""
    return magnitudes.sum(dim=1) / (magnitudes > 0).sum(dim=1).clamp(min=1)
