"""Lanes: integer multipliers and ternary adders."""

from .base import Lanes
from .dual import DualIntegerLanes
from .integer import IntegerLanes
from .ternary import TernaryLanes

__all__ = ["DualIntegerLanes", "IntegerLanes", "Lanes", "TernaryLanes"]
