"""Constants that depend on the layer, as logic."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Array, Const, Module, Shape, Signal, Value, unsigned

from .delay import later

__all__ = ["held_per_layer", "of_layer", "per_layer", "shape_of"]


def shape_of(values: Sequence[int]) -> Shape:
    """The narrowest shape that holds all ``values``."""
    low, high = min(values), max(values)
    if low < 0:
        return Shape(max((-low - 1).bit_length(), high.bit_length()) + 1, signed=True)
    return unsigned(max(1, high.bit_length()))


def per_layer(layer: Value, values: Sequence[int], shape: Shape | None = None) -> Value:
    """``values[layer]``, in the narrowest shape that holds all of them or in ``shape``.

    The table is logic, not memory: a bit that all layers agree on costs nothing, any other one LUT
    for up to sixteen layers.
    """
    shape = shape_of(values) if shape is None else shape
    if len(set(values)) == 1:
        return Const(values[0], shape)
    return Array(Const(value, shape) for value in values)[layer]


def of_layer(m: Module, deep: bool, layer: Value, values: Sequence[int],
             shape: Shape | None = None) -> Value:
    """The same; with ``deep``, from a register, which follows ``layer`` by a cycle."""
    value = per_layer(layer, values, shape)
    if not deep or isinstance(value, Const):
        return value
    # Whatever condition the caller stands in does not hold for the register.
    m.submodules += (register := Module())
    return later(register, value, 1, "of_layer")


def held_per_layer(m: Module, layer: Value, advance: Value, values: Sequence[int]) -> Value:
    """The same from a register, where ``layer`` moves on, to the next or from last to first, in
    the cycle after ``advance``.
    """
    if len(set(values)) == 1:
        return per_layer(layer, values)
    held = Signal(shape_of(values), init=values[0])
    with m.If(advance):
        m.d.sync += held.eq(per_layer(layer, [*values[1:], values[0]]))
    return held
