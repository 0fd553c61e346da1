"""Delay: a value some cycles later."""

from __future__ import annotations

from amaranth.hdl import Module, Signal, Value

__all__ = ["later"]


def later(m: Module, value: Value, cycles: int, name: str, *, reset_less: bool = False) -> Value:
    """``value``, that many cycles later, in the shape that it has."""
    for number in range(cycles):
        held = Signal(value.shape(), name=f"{name}_{number}" if number else name,
                      reset_less=reset_less)
        m.d.sync += held.eq(value)
        value = held
    return value
