"""Compress: train, prune and quantise a PyTorch module to a graph of exact integers."""

from .channels import Channels
from .models import MODELS, build
from .oracle import TorchIntegers
from .pipeline import Compressed, compress
from .recipes import RECIPES, Recipe, recipe
from .structures import (
    Blocks,
    FixedMask,
    Irregular,
    KernelPatterns,
    Pattern,
    PeriodicKernels,
    Punched,
    RowColumn,
    Structure,
)

__all__ = [
    "MODELS",
    "RECIPES",
    "Blocks",
    "Channels",
    "Compressed",
    "FixedMask",
    "Irregular",
    "KernelPatterns",
    "Pattern",
    "PeriodicKernels",
    "Punched",
    "Recipe",
    "RowColumn",
    "Structure",
    "TorchIntegers",
    "build",
    "compress",
    "recipe",
]
