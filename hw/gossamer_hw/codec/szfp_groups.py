"""Groups of Szfp1d: their sizes, and how many of them a block has."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Mux, Signal, Value

from .geometry import planes_kept

__all__ = ["GROUP", "HEADERS", "PART", "WIDEST", "group_count", "most"]

#: Bit planes of a group, and how many groups say which coefficients they hold.
GROUP = 6
HEADERS = 4

#: Groups of the mean that are read or written at once.
PART = 4

#: Most bits that are read or written at once: those of so many groups of the mean.
WIDEST = PART * GROUP


def most(planes: int) -> int:
    """Groups that hold so many planes."""
    return -(-planes // GROUP)


def group_count(m: Module, part: Any, field: Value) -> Signal:
    """Groups of a block with that exponent field by the limits of a component."""
    width = part.geometry.width
    groups = Signal(range(most(width) + 1))
    kept = planes_kept(m, part, field)
    with m.Switch(Mux(field.any(), kept, 0)):
        for planes in range(1, width + 1):
            with m.Case(planes):
                m.d.comb += groups.eq(most(planes))
    return groups
