"""Limits of values, and how wide values are that keep them."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Mux, Value

from .spec import ArraySpec
from .table import shape_of

__all__ = ["within"]


def within(spec: ArraySpec, value: Value, low: Value, high: Value, *fields: str,
           beyond: Sequence[Value] = ()) -> Value:
    """A value between limits, with ``spec.buffered`` no wider than these fields of any layer.

    ``beyond`` is whether it is less than the lower, more than the upper limit, if that is known.
    What is multiplied and added after that is in logic there, and as wide as its operands, or in as
    many DSP blocks as they have digits.
    """
    below, above = beyond or (value < low, value > high)
    limited = Mux(below, low, Mux(above, high, value))
    if not spec.buffered:
        return limited
    shape = shape_of([getattr(layer, field) for layer in spec.layers for field in fields])
    limited = limited[:shape.width]
    return limited.as_signed() if shape.signed else limited
