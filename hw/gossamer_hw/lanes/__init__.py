"""Lanes: multipliers, two to a DSP block if need be, and lanes without any multiplier."""

from .base import Lanes
from .dual import DualIntegerLanes
from .integer import IntegerLanes
from .mixed import MixedLanes
from .nested import NestedLanes
from .subwindow import PeriodicKernels
from .ternary import TernaryLanes

__all__ = [
    "DualIntegerLanes", "IntegerLanes", "Lanes", "MixedLanes", "NestedLanes", "PeriodicKernels",
    "TernaryLanes",
]
