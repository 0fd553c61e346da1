"""Rounding rules of post-processing, as logic: one shifter for all of them.

With ``n`` the shift less one, ``(p + 2**n) >> (n + 1)`` is ``((p >> n) + 1) >> 1``. Ties away from
zero are this for ``p - 1`` where p is negative. The rule double has dropped 31 bits before, with
ties upwards, to q; what is left, ties away from zero, is the same for ``2 * q - (q < 0)``.
"""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Signal, Value, signed

from .spec import ArraySpec
from .table import of_layer

__all__ = ["STICKY", "prepare", "rounded", "shifted", "shifted_on"]

#: Bits that :func:`shifted` leaves below, which :func:`rounded` then shifts out.
STICKY = 1


def prepare(m: Module, spec: ArraySpec, layer: Value, products: list[Value]) -> list[Value]:
    """Products as the shifter wants them, by each layer's rule."""
    prepared = []
    for i, product in enumerate(products):
        width = len(product) + 1
        if spec.parked and spec.steady and spec.roundings == {"double"}:
            # In one addition: p - 1 for negative products that are rounded down, which only
            # makes -1 of some 0, and that is rounded to 0 again.
            dropped, negative = product[min(30, width - 2)], product[-1]
            once = Signal(signed(max(2, width - 31)), name=f"once_{i}")
            m.d.comb += once.eq(
                (product >> 31) + Cat(dropped ^ negative, negative & ~dropped).as_signed())
            prepared.append(Cat(negative, once).as_signed())
            continue
        if spec.buffered and spec.roundings == {"double"}:
            # Nothing else needs the bits that are dropped.
            once = Signal(signed(max(2, width - 31)), name=f"once_{i}")
            value = Signal(signed(len(once) + 1), name=f"prepare_{i}")
            m.d.comb += [
                once.eq((product >> 31) + product[min(30, width - 2)]),
                value.eq((once << 1) - once[-1]),
            ]
            prepared.append(value)
            continue
        value = Signal(signed(width), name=f"prepare_{i}")
        m.d.comb += value.eq(product)
        if "half_away" in spec.roundings:
            with m.If(_rule(m, spec, layer, "half_away")):
                m.d.comb += value.eq(product - product[-1])
        if "double" in spec.roundings:
            once = Signal(signed(max(2, width - 31)), name=f"once_{i}")
            m.d.comb += once.eq((product >> 31) + product[min(30, width - 2)])
            with m.If(_rule(m, spec, layer, "double")):
                m.d.comb += value.eq((once << 1) - once[-1])
        prepared.append(value)
    return prepared


def rounded(m: Module, spec: ArraySpec, layer: Value, prepared: list[Value],
            shifts: list[tuple[int, Value]]) -> list[Value]:
    """Prepared products, shifted by the sum of a pair and by one more, and rounded."""
    results: list[Value] = []
    for i, (value, (least, shift)) in enumerate(zip(prepared, shifts, strict=True)):
        if spec.roundings == {"half_up"}:
            results.append(((value >> least >> shift) + 1) >> 1)
            continue
        shifted = Signal(signed(max(2, len(value) - least)), name=f"shifted_{i}")
        m.d.comb += shifted.eq(value >> least >> shift)
        up = Signal(name=f"up_{i}")
        m.d.comb += up.eq(~_rule(m, spec, layer, "floor"))
        if "half_even" in spec.roundings:
            # What was cut off is nothing, and the integer below is even: a tie that goes down.
            tie = (shifted << shift << least) == value
            with m.If(_rule(m, spec, layer, "half_even") & tie & ~shifted[1]):
                m.d.comb += up.eq(0)
        results.append((shifted + up) >> 1)
    return results


def shifted(spec: ArraySpec, prepared: Value, least: int, shift: Value) -> Value:
    """The shift alone, to be rounded later; the lowest bit says whether a bit was lost."""
    result = prepared >> least >> shift
    lost: Value = Const(0, 1)
    if "half_even" in spec.roundings:
        lost = (result << shift << least) != prepared
    return Cat(lost, result).as_signed()


def shifted_on(spec: ArraySpec, value: Value, shift: Value) -> Value:
    """What :func:`shifted` gave, by more bits."""
    result = value[STICKY:].as_signed() >> shift
    lost = value[:STICKY] | (result << shift != value[STICKY:].as_signed()
                             if "half_even" in spec.roundings else 0)
    return Cat(lost[:STICKY], result).as_signed()


def _rule(m: Module, spec: ArraySpec, layer: Value, name: str) -> Value:
    """Whether the layer rounds by a rule."""
    return of_layer(m, spec.deep, layer, [int(entry.rounding == name) for entry in spec.layers])
