"""Lanes: integer multipliers and ternary adders."""

from .base import Lanes
from .integer import IntegerLanes
from .ternary import TernaryLanes

__all__ = ["IntegerLanes", "Lanes", "TernaryLanes"]
