"""Compress: train, prune and quantise a PyTorch module to a graph of exact integers."""

from .models import MODELS, build
from .oracle import TorchIntegers
from .pipeline import Compressed, compress
from .recipes import RECIPES, Recipe, recipe

__all__ = [
    "MODELS",
    "RECIPES",
    "Compressed",
    "Recipe",
    "TorchIntegers",
    "build",
    "compress",
    "recipe",
]
