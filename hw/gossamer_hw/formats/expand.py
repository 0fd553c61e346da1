"""Expansion: packed values take the places that a mask gives them."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value

from .values import pick

__all__ = ["expand", "expanded", "population", "ranks"]


def expanded(values: Sequence[int], mask: Sequence[bool]) -> list[int]:
    """The model of :func:`expand`: the i-th value goes where the i-th set bit is."""
    source = iter(values)
    return [next(source) if bit else 0 for bit in mask]


def expand(m: Module, values: Value, mask: Value, width: int) -> Value:
    """Hardware: place i gets value ``popcount(mask[:i])`` where ``mask[i]`` is set, else 0.

    ``values`` are fields of ``width`` bits side by side, as many as the mask has bits, as is the
    result. Place i has i + 1 values to choose from.
    """
    source = Signal(len(mask) * width, name="packed")
    result = Signal.like(source, name="placed")
    fields = [source[width * i:width * (i + 1)] for i in range(len(mask))]
    m.d.comb += [source.eq(values), result.eq(Cat(
        Mux(bit, pick(fields[:i + 1], rank), 0)[:width]
        for i, (bit, rank) in enumerate(zip(mask, ranks(m, mask), strict=True))))]
    return result


def ranks(m: Module, mask: Value) -> list[Value]:
    """Set bits below each bit of a mask, as a tree of prefix sums (Sklansky, 1960)."""
    if len(mask) <= 4:
        sums = [_count(mask[:i]) for i in range(len(mask))]
    else:
        half = 1 << ((len(mask) - 1).bit_length() - 1)
        below = Signal(range(half + 1), name="below")
        m.d.comb += below.eq(population(mask[:half]))
        sums = [*ranks(m, mask[:half]), *(below + rank for rank in ranks(m, mask[half:]))]
    results = []
    for i, total in enumerate(sums):
        rank = Signal(range(i + 1), name=f"rank_{i}")
        m.d.comb += rank.eq(total)
        results.append(rank)
    return results


def population(mask: Value) -> Value:
    """Number of set bits."""
    if len(mask) <= 4:
        return _count(mask)
    half = 1 << ((len(mask) - 1).bit_length() - 1)
    total = population(mask[:half]) + population(mask[half:])
    return total[:len(mask).bit_length()]


def _count(mask: Value) -> Value:
    """Set bits of a mask of at most four, a LUT per bit of the result."""
    if not len(mask):
        return Const(0, 1)
    counts = [Const(i.bit_count(), len(mask).bit_length()) for i in range(1 << len(mask))]
    return pick(counts, mask)
