"""Limits of values, and how wide values are that keep them."""

from __future__ import annotations

from amaranth.hdl import Mux, Value

from .spec import ArraySpec
from .table import shape_of

__all__ = ["within"]


def within(spec: ArraySpec, value: Value, low: Value, high: Value, *fields: str) -> Value:
    """A value between limits, with ``spec.buffered`` no wider than these fields of any layer.

    What is multiplied and added after that is in logic there, and as wide as its operands, or in as
    many DSP blocks as they have digits.
    """
    limited = Mux(value < low, low, Mux(value > high, high, value))
    if not spec.buffered:
        return limited
    shape = shape_of([getattr(layer, field) for layer in spec.layers for field in fields])
    limited = limited[:shape.width]
    return limited.as_signed() if shape.signed else limited
