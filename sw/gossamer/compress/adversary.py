"""Adversary: images changed a little so that a network errs, for training and for evaluation."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor, nn

__all__ = ["Adversary"]


@dataclass(frozen=True, kw_only=True)
class Adversary:
    """Projected gradient descent in the maximum norm (Madry et al., ICLR 2018, arXiv 1706.06083).

    Attributes
    ----------
    epsilon : float
        Largest change of a value, in units of the real input.
    step : float
        Change per step.
    steps : int
    low, high : float, optional
        Range of the input; ``compress`` takes that of the data if they are not given.
    """

    epsilon: float = 0.1
    step: float = 0.025
    steps: int = 7
    low: float | None = None
    high: float | None = None

    def problem(self) -> str:
        """What is wrong with the numbers; empty if nothing is."""
        if not (self.epsilon > 0 and self.step > 0 and self.steps >= 1):
            return "an adversary needs a positive epsilon, step and number of steps"
        if self.low is not None and self.high is not None and self.low >= self.high:
            return f"low must be less than high, but they are {self.low} and {self.high}"
        return ""

    def within(self, low: float, high: float) -> Adversary:
        """The same with a range of the input, where none was given."""
        return replace(self, low=low if self.low is None else self.low,
                       high=high if self.high is None else self.high)

    def attack(
        self, module: nn.Module, x: Tensor, y: Tensor, generator: torch.Generator
    ) -> Tensor:
        """Samples near ``x`` that raise the module's loss; its gradients are left alone."""
        noise = torch.rand(x.shape, generator=generator, dtype=x.dtype) * 2 - 1
        found = self._limited(x + noise * self.epsilon)
        for _ in range(self.steps):
            found.requires_grad_(True)
            loss = F.cross_entropy(module(found), y)
            (slope,) = torch.autograd.grad(loss, found)
            with torch.no_grad():
                found = found + self.step * slope.sign()
                found = torch.max(torch.min(found, x + self.epsilon), x - self.epsilon)
                found = self._limited(found)
        return found.detach()

    def _limited(self, x: Tensor) -> Tensor:
        return x if self.low is self.high is None else x.clamp(self.low, self.high)
