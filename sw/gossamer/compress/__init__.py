"""Compress: train, prune and quantise a PyTorch module to a graph of exact integers."""

from .adversary import Adversary
from .methods import Admm, OneShot, Reweighted, StraightThrough, Threshold
from .models import MODELS, build
from .oracle import TorchIntegers
from .pipeline import Compressed, Robustness, Watch, compress
from .recipes import RECIPES, Recipe, recipe
from .structures import Blocks, Irregular, Pattern, PeriodicKernels, RowColumn, Structure

__all__ = [
    "MODELS",
    "RECIPES",
    "Admm",
    "Adversary",
    "Blocks",
    "Compressed",
    "Irregular",
    "OneShot",
    "Pattern",
    "PeriodicKernels",
    "Recipe",
    "Reweighted",
    "Robustness",
    "RowColumn",
    "StraightThrough",
    "Structure",
    "Threshold",
    "TorchIntegers",
    "Watch",
    "build",
    "compress",
    "recipe",
]
