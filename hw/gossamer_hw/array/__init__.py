"""The array engine: a sparse multiply-accumulate array with its memories and sequencer."""

from .engine import ArrayEngine
from .spec import ArraySpec, Channel, Column, Curve, Factor, Layer, Loop, Residual

__all__ = ["ArrayEngine", "ArraySpec", "Channel", "Column", "Curve", "Factor", "Layer", "Loop",
           "Residual"]
