"""Augmentation: images moved a little at random, so that few samples train without overfitting."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

__all__ = ["Augmentation"]


@dataclass(frozen=True)
class Augmentation:
    """Largest random changes of an image.

    Attributes
    ----------
    shift : float
        Along each axis, in pixels.
    rotation : float
        In degrees.
    zoom : float
        Of each axis, and as a shear, as a share of the size.
    """

    shift: float = 0.0
    rotation: float = 0.0
    zoom: float = 0.0

    def __call__(self, x: Tensor, generator: torch.Generator) -> Tensor:
        """Move each image of a batch (N, C, H, W) its own way; vectors stay as they are."""
        if x.ndim != 4 or self == Augmentation():
            return x

        def uniform(limit: float) -> Tensor:
            random = torch.rand(len(x), generator=generator, dtype=torch.float64)
            return ((random * 2 - 1) * limit).to(x.dtype)

        angle = uniform(math.radians(self.rotation))
        cosine, sine = torch.cos(angle), torch.sin(angle)
        affine = torch.stack([
            torch.stack([cosine * (1 + uniform(self.zoom)), uniform(self.zoom) - sine,
                         uniform(self.shift) * 2 / x.shape[3]], dim=1),
            torch.stack([sine, cosine * (1 + uniform(self.zoom)),
                         uniform(self.shift) * 2 / x.shape[2]], dim=1),
        ], dim=1)
        grid = F.affine_grid(affine, list(x.shape), align_corners=False)
        return F.grid_sample(x, grid, align_corners=False)
