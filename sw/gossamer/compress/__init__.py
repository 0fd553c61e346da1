"""Compress: train, prune and quantise a PyTorch module to a graph of exact integers."""

from .models import MODELS, build
from .oracle import TorchIntegers
from .pipeline import Compressed, compress
from .recipes import RECIPES, Recipe, recipe
from .structures import Blocks, Irregular, Pattern, PeriodicKernels, RowColumn, Structure

__all__ = [
    "MODELS",
    "RECIPES",
    "Blocks",
    "Compressed",
    "Irregular",
    "Pattern",
    "PeriodicKernels",
    "Recipe",
    "RowColumn",
    "Structure",
    "TorchIntegers",
    "build",
    "compress",
    "recipe",
]
