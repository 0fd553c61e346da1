"""Adversary: images changed a little so that a network errs, for training and for evaluation."""

from __future__ import annotations

from dataclasses import dataclass

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
    low, high : float
        Range of the input.
    """

    epsilon: float = 0.1
    step: float = 0.025
    steps: int = 7
    low: float = 0.0
    high: float = 1.0

    def problem(self) -> str:
        """What is wrong with the numbers; empty if nothing is."""
        if not (self.epsilon > 0 and self.step > 0 and self.steps >= 1 and self.low < self.high):
            return "an adversary needs a positive epsilon, step and number of steps, and low < high"
        return ""

    def attack(
        self, module: nn.Module, x: Tensor, y: Tensor, generator: torch.Generator
    ) -> Tensor:
        """Samples near ``x`` that raise the module's loss; its gradients are left alone."""
        noise = torch.rand(x.shape, generator=generator, dtype=x.dtype) * 2 - 1
        found = (x + noise * self.epsilon).clamp(self.low, self.high)
        for _ in range(self.steps):
            found.requires_grad_(True)
            loss = F.cross_entropy(module(found), y)
            (slope,) = torch.autograd.grad(loss, found)
            with torch.no_grad():
                found = found + self.step * slope.sign()
                found = torch.max(torch.min(found, x + self.epsilon), x - self.epsilon)
                found = found.clamp(self.low, self.high)
        return found.detach()
