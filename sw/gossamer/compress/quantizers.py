"""Quantisers: which integers the weights of a layer may be, and the scale that suits them best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

__all__ = [
    "Integers",
    "Levels",
    "Nonzero",
    "Quantizer",
    "SharedExponent",
    "WeightRule",
    "fit_scale",
    "nested_packings",
    "shared_ids",
]

#: Weights that share an exponent, as in the microscaling (MX) formats of the Open Compute Project.
SHARED = 32

#: How often rounding and the best scale alternate.
ROUNDS = 8


class Quantizer(Protocol):
    """A set of integer weights, which are steps of a scale per output."""

    @property
    def limit(self) -> int:
        """The largest magnitude."""
        ...

    @property
    def packings(self) -> tuple[str, ...]:
        """How the integers can be stored, of :data:`gossamer.plan.geometry.PACKINGS`; best first.

        The planner finds others where weights happen to fit them.
        """
        ...

    def codes(self, steps: Tensor) -> Tensor:
        """The integers nearest to weights that were divided by their scale."""
        ...

    def legal(self, codes: Tensor) -> bool:
        """Whether integers are in the set."""
        ...

    def fit(self, rows: Tensor) -> Tensor:
        """The scale of each row of weights that brings them nearest to the integers.

        Rows have shape (outputs, weights); of a row of zeros, any scale.
        """
        ...


class WeightRule(Protocol):
    """How a recipe rounds weights: it makes the quantiser of each layer."""

    @property
    def weight_bits(self) -> int:
        """Width of the integers."""
        ...

    def problem(self) -> str:
        """What is wrong with the rule; empty if nothing is."""
        ...

    def quantizer(self, weight: Tensor) -> Quantizer:
        """The quantiser of a layer that has these real weights, zero where they are pruned."""
        ...


@dataclass(frozen=True)
class Integers:
    """All integers ``-limit..limit``; a limit of 1 is ternary."""

    limit: int

    @property
    def packings(self) -> tuple[str, ...]:
        return ("trits", "integers") if self.limit == 1 else ("integers",)

    def codes(self, steps: Tensor) -> Tensor:
        return torch.floor(steps + 0.5).clamp(-self.limit, self.limit)

    def legal(self, codes: Tensor) -> bool:
        return _whole(codes) and bool((codes.abs() <= self.limit).all())

    def fit(self, rows: Tensor) -> Tensor:
        if self.limit > 1:
            return _alternate(rows, rows.abs().amax(dim=1) / self.limit, self)
        # Exact: with the k largest magnitudes at s, the error falls by (their sum)**2 / k at
        # s = sum / k, and the best of all k is taken.
        sums = rows.abs().sort(dim=1, descending=True).values.cumsum(dim=1)
        counts = torch.arange(1, rows.shape[1] + 1, dtype=rows.dtype)
        best = (sums * sums / counts).argmax(dim=1, keepdim=True)
        return (sums / counts).gather(1, best).squeeze(1)


@dataclass(frozen=True)
class Nonzero:
    """The 2**bits integers from -2**(bits-1) to 2**(bits-1) without zero, for what survives.

    As in ADMM-NN (Ren et al., ASPLOS 2019, arXiv 1812.11677): pruning has decided what is zero, so
    that no code is lost to it. A weight of exactly zero is taken for a pruned one and stays zero.

    It is a rule as well, the same for every layer.

    Attributes
    ----------
    bits : int
        Of a survivor.
    shared : bool
        Whether all outputs of a layer have the same scale, as published.
    """

    bits: int
    shared: bool = False

    @property
    def limit(self) -> int:
        return 1 << (self.bits - 1)

    @property
    def packings(self) -> tuple[str, ...]:
        return "nonzero", "integers"

    @property
    def weight_bits(self) -> int:
        return self.bits + 1

    def problem(self) -> str:
        return "" if 1 <= self.bits <= 7 else f"survivors have 1 to 7 bits, not {self.bits}"

    def quantizer(self, weight: Tensor) -> Nonzero:
        return self

    def codes(self, steps: Tensor) -> Tensor:
        return torch.floor(steps.abs() + 0.5).clamp(1, self.limit) * steps.sign()

    def legal(self, codes: Tensor) -> bool:
        return Integers(self.limit).legal(codes)

    def fit(self, rows: Tensor) -> Tensor:
        if self.shared:
            return _best(rows.reshape(1, -1), self).expand(len(rows))
        return _best(rows, self)


@dataclass(frozen=True)
class Levels:
    """Zero and some magnitudes, ascending, with both signs.

    Two of them are the nested ternary weights of He and Fan (CVPR 2019, arXiv 1810.01018): two
    ternary planes of one tensor, whose thresholds follow each other, have five states, not nine.
    """

    levels: tuple[int, ...]

    @property
    def limit(self) -> int:
        return self.levels[-1]

    @property
    def packings(self) -> tuple[str, ...]:
        return nested_packings(self.levels)

    def codes(self, steps: Tensor) -> Tensor:
        levels = torch.tensor((0, *self.levels), dtype=steps.dtype)
        borders = (levels[1:] + levels[:-1]) / 2
        return levels[torch.bucketize(steps.abs(), borders, right=True)] * steps.sign()

    def legal(self, codes: Tensor) -> bool:
        return bool(torch.isin(codes.abs(), torch.tensor((0, *self.levels), dtype=codes.dtype))
                    .all())

    def fit(self, rows: Tensor) -> Tensor:
        return _best(rows, self)


@dataclass(frozen=True, eq=False)
class SharedExponent:
    """Mantissas of ``bits`` bits times a power of two that 32 weights share, within 8 bits.

    As in MX, the exponent is the least at which the largest magnitude has no more digits than a
    mantissa; what then still rounds up beyond the largest mantissa is limited to it.

    Attributes
    ----------
    bits : int
        Of a mantissa, its sign included.
    ids : int tensor
        Which weights share an exponent, see :func:`shared_ids`.
    """

    bits: int
    ids: Tensor
    limit: int = 127

    @property
    def packings(self) -> tuple[str, ...]:
        """Those of all integers; the format ``mx`` stores mantissas."""
        return ("integers",)

    def codes(self, steps: Tensor) -> Tensor:
        peak = self._peaks(torch.floor(steps + 0.5).clamp(-self.limit, self.limit))
        digits = torch.frexp(peak)[1]
        unit = torch.exp2((digits - (self.bits - 1)).clamp(min=0).to(steps.dtype))[self.ids]
        top = (1 << (self.bits - 1)) - 1
        return torch.floor(steps / unit + 0.5).clamp(-top, top) * unit

    def legal(self, codes: Tensor) -> bool:
        if not Integers(self.limit).legal(codes):
            return False
        fits = torch.zeros(int(self.ids.max()) + 1, dtype=torch.bool)
        for exponent in range(8):
            mantissas = codes / (1 << exponent)
            wrong = mantissas.frac().abs() + (mantissas.abs() >= 1 << (self.bits - 1))
            fits |= self._peaks(wrong) == 0
        return bool(fits.all())

    def fit(self, rows: Tensor) -> Tensor:
        # Groups that share an exponent are near enough to all integers.
        return Integers(self.limit).fit(rows)

    def _peaks(self, codes: Tensor) -> Tensor:
        """The largest magnitude of each group."""
        zeros = torch.zeros(int(self.ids.max()) + 1, dtype=codes.dtype)
        return zeros.scatter_reduce(0, self.ids.reshape(-1), codes.abs().reshape(-1), "amax")


def shared_ids(positions: Tensor, size: int) -> Tensor:
    """Which weights share an exponent: 32 in a row, afresh in each row group of ``size`` places."""
    groups = -(-size // SHARED)
    return positions // size * groups + positions % size // SHARED


def nested_packings(levels: tuple[int, ...]) -> tuple[str, ...]:
    """How zero and some magnitudes can be stored: states of two or four have a packing."""
    states = 2 if len(levels) <= 2 else 4
    top = (1 << levels[-1].bit_length()) - 1    # of integers that hold them
    return ("nested", "integers") if len(levels) <= states <= top else ("integers",)


def fit_scale(weight: Tensor, quantizer: Quantizer) -> Tensor:
    """The scale of each output that suits ``weight`` best, see :meth:`Quantizer.fit`.

    An output whose weights are all zero gets the mean scale of the others.
    """
    rows = weight.detach().reshape(len(weight), -1)
    peak = rows.abs().amax(dim=1)
    scale = quantizer.fit(rows)
    if not bool((peak > 0).any()):
        return torch.ones_like(scale)
    return torch.where(peak > 0, scale, scale[peak > 0].mean())


def _best(rows: Tensor, quantizer: Quantizer) -> Tensor:
    """The best of the scales that are reached from several, since few levels have many optima."""
    peak = rows.abs().amax(dim=1)
    starts = [peak / quantizer.limit * part for part in (1.0, 0.7, 0.5, 0.35)]
    fitted = [_alternate(rows, start, quantizer) for start in starts]
    errors = torch.stack([_error(rows, scale, quantizer) for scale in fitted])
    return torch.stack(fitted).gather(0, errors.argmin(dim=0, keepdim=True)).squeeze(0)


def _alternate(rows: Tensor, scale: Tensor, quantizer: Quantizer) -> Tensor:
    """Rounding and the least-squares scale of the rounded integers, in turn."""
    scale = torch.where(scale > 0, scale, 1.0)
    for _ in range(ROUNDS):
        codes = quantizer.codes(rows / scale[:, None])
        power = (codes * codes).sum(dim=1)
        scale = torch.where(power > 0, (codes * rows).sum(dim=1) / power.clamp(min=1), scale)
    return scale


def _error(rows: Tensor, scale: Tensor, quantizer: Quantizer) -> Tensor:
    return ((quantizer.codes(rows / scale[:, None]) * scale[:, None] - rows) ** 2).sum(dim=1)


def _whole(codes: Tensor) -> bool:
    return bool((codes == codes.round()).all())
