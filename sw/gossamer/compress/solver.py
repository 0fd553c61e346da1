"""Splitting: train weights towards a set that the hardware can hold, then project them onto it.

Weights W are trained with a pull ``rho / 2 * |W - Z + U|**2`` towards Z, their projection onto the
set. With a dual, U adds up what is still missing: that is ADMM in its scaled form, where each round
ends with ``Z = project(W + U)`` and ``U += W - Z``. Without one, U stays zero and Z follows W in
every step: that is the relaxed variable splitting of RVSM and RGSM.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from .projections import Projection

__all__ = ["Splitting"]


@dataclass
class Constraint:
    """One parameter, the set it must reach, and the two auxiliaries of the method."""

    weight: Tensor
    projection: Projection
    z: Tensor
    u: Tensor


class Splitting:
    """Pulls parameters towards their projections.

    Parameters
    ----------
    targets : mapping of a parameter's name to (parameter, projection)
        What must be reached; other parameters train freely.
    rho : float
        Weight of the pull.
    dual : bool
        Whether U adds up the distance to the set.
    """

    def __init__(
        self, targets: Mapping[str, tuple[Tensor, Projection]], *, rho: float, dual: bool = True
    ) -> None:
        self.rho, self.dual = rho, dual
        self.constraints = {
            name: Constraint(weight, projection, projection.project(weight.detach()),
                             torch.zeros_like(weight, requires_grad=False))
            for name, (weight, projection) in targets.items()
        }

    def penalty(self) -> Tensor:
        """The pull, to add to the loss; its gradient is ``rho * (W - Z + U)``."""
        parts = [((c.weight - c.z + c.u) ** 2).sum() for c in self.constraints.values()]
        return self.rho / 2 * torch.stack(parts).sum()

    @torch.no_grad()
    def step(self, growth: float = 1.0) -> None:
        """New Z and U; then the pull grows by a factor, and U, in units of 1 / rho, shrinks."""
        for c in self.constraints.values():
            c.z = c.projection.project(c.weight + c.u)
            if self.dual:
                c.u = (c.u + c.weight - c.z) / growth
        self.rho *= growth

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

    def state(self) -> dict[str, Any]:
        """What a checkpoint keeps."""
        return {"rho": self.rho, **{name: {"z": c.z, "u": c.u}
                                    for name, c in self.constraints.items()}}

    def load(self, state: Mapping[str, Any]) -> None:
        """Go on from a :meth:`state`."""
        self.rho = state["rho"]
        for name, c in self.constraints.items():
            c.z, c.u = state[name]["z"], state[name]["u"]
