"""The array engine: a sparse multiply-accumulate array with its memories and sequencer."""

from .engine import ArrayEngine
from .layer import PRIMED, Channel, Column, Curve, Factor, Layer, Loop, Residual
from .spec import ArraySpec

__all__ = ["PRIMED", "ArrayEngine", "ArraySpec", "Channel", "Column", "Curve", "Factor", "Layer",
           "Loop", "Residual"]
