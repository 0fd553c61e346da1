"""Macros: blocks that hold weights and compute on them in place."""

from .column import ColumnMacro
from .layer import ColumnFormat, ColumnLayer
from .matrix import ColumnMatrix

__all__ = ["ColumnFormat", "ColumnLayer", "ColumnMacro", "ColumnMatrix"]
