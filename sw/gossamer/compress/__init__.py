"""Compress: train, prune and quantise a PyTorch module to a graph of exact integers."""

from .adversary import Adversary
from .channels import Channels
from .methods import Admm, LayerWise, OneShot, Reweighted, StraightThrough, Threshold
from .models import MODELS, build
from .oracle import TorchIntegers
from .pipeline import Compressed, Watch, compress
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
    "Admm",
    "Adversary",
    "Blocks",
    "Channels",
    "Compressed",
    "FixedMask",
    "Irregular",
    "KernelPatterns",
    "LayerWise",
    "OneShot",
    "Pattern",
    "PeriodicKernels",
    "Punched",
    "Recipe",
    "Reweighted",
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
