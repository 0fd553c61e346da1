"""ADMM: train weights towards a set that the hardware can hold, then project them onto it.

The scaled form: weights W are trained with a pull ``rho / 2 * |W - Z + U|**2`` towards Z; each
round ends with ``Z = project(W + U)`` and ``U += W - Z``. The pull grows from round to round and
U, which is in units of 1 / rho, shrinks to match.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from .projections import Projection

__all__ = ["Admm"]


@dataclass
class Constraint:
    """One parameter, the set it must reach, and the two auxiliaries of the method."""

    weight: Tensor
    projection: Projection
    z: Tensor
    u: Tensor


class Admm:
    """Pulls parameters towards their projections over several rounds.

    Parameters
    ----------
    targets : mapping of a parameter's name to (parameter, projection)
        What must be reached; other parameters train freely.
    rho : float
        Weight of the pull in the first round.
    growth : float
        Factor of the pull from one round to the next.
    """

    def __init__(
        self,
        targets: Mapping[str, tuple[Tensor, Projection]],
        *,
        rho: float,
        growth: float = 1.5,
    ) -> None:
        self.rho, self.growth = rho, growth
        self.constraints = {
            name: Constraint(
                weight, projection, projection.project(weight.detach()),
                torch.zeros_like(weight, requires_grad=False),
            )
            for name, (weight, projection) in targets.items()
        }

    def penalty(self) -> Tensor:
        """The pull, to add to the loss; its gradient is ``rho * (W - Z + U)``."""
        parts = [((c.weight - c.z + c.u) ** 2).sum() for c in self.constraints.values()]
        return self.rho / 2 * torch.stack(parts).sum()

    @torch.no_grad()
    def step(self) -> None:
        """End a round: new Z and U, then a stronger pull."""
        for c in self.constraints.values():
            c.z = c.projection.project(c.weight + c.u)
            c.u = (c.u + c.weight - c.z) / self.growth
        self.rho *= self.growth

    @torch.no_grad()
    def residual(self) -> float:
        """How far the weights are from their sets: ``|W - Z| / |W|`` over all of them."""
        apart = sum(float(((c.weight - c.z) ** 2).sum()) for c in self.constraints.values())
        whole = sum(float((c.weight ** 2).sum()) for c in self.constraints.values())
        return float((apart / whole) ** 0.5) if whole else 0.0

    @torch.no_grad()
    def finish(self) -> None:
        """Project the weights themselves; what follows must keep them there."""
        for c in self.constraints.values():
            c.weight.copy_(c.projection.project(c.weight))

    def run(self, rounds: int, train_round: Callable[[int], None]) -> list[float]:
        """All rounds and the final projection; returns the residual at the end of each round.

        ``train_round`` trains for one round with :meth:`penalty` in the loss, its learning rate
        starting afresh.
        """
        residuals = []
        for index in range(rounds):
            train_round(index)
            residuals.append(self.residual())
            self.step()
        self.finish()
        return residuals
