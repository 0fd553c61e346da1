"""Products wider than a DSP block, in parts that are registered before they are added."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Mux, Shape, Value

__all__ = ["DIGIT", "digits", "partial_products", "pieces", "shifted_sum",
           "soft_bits"]

#: Bits of a factor, without sign, that a DSP block of 18 x 18 bits takes.
DIGIT = 17

#: Bits of a factor for which look-up tables multiply: a DSP block would be hardly used.
NARROW = 9

#: Rows of such a product that are added before a register.
ROWS = 6


def digits(a: Shape, b: Shape) -> int:
    """DSP blocks that the product of two factors of these shapes takes."""
    return sum(min(x, y) > NARROW for x in _widths(a) for y in _widths(b))


def soft_bits(a: Shape, b: Shape) -> int:
    """Bits that look-up tables add for it."""
    return sum(x * y for x in _widths(a) for y in _widths(b) if min(x, y) <= NARROW)


def pieces(a: Shape, b: Shape) -> tuple[int, int]:
    """Products of digits that it is the sum of, and how many of them are two halves."""
    narrow = [min(x, y) for x in _widths(a) for y in _widths(b)]
    return len(narrow), sum(ROWS < width <= NARROW for width in narrow)


def partial_products(a: Value, b: Value) -> list[tuple[Value, int]]:
    """Products of the digits of two factors, and by how many bits each is shifted in ``a * b``.

    Those of look-up tables are two halves where they have more than ``ROWS`` rows.
    """
    return [(part, shift + i + j) for x, i in _digits(a) for y, j in _digits(b)
            for part, shift in _product(x, y)]


def shifted_sum(parts: Sequence[tuple[Value, int]]) -> Value:
    """The sum of all parts, each shifted by its bits; those between are added first."""
    between = sum(part << shift for part, shift in parts[1:-1])
    return (parts[0][0] if len(parts) == 1 else
            parts[0][0] + (parts[-1][0] << parts[-1][1]) + between)


def _widths(shape: Shape) -> list[int]:
    """Bits of the digits, the lowest first."""
    count = max(1, -(-(shape.width - shape.signed) // DIGIT))
    return [DIGIT] * (count - 1) + [shape.width - DIGIT * (count - 1)]


def _digits(value: Value) -> list[tuple[Value, int]]:
    """Digits of a number, the lowest first, and where they stand; the last one has its sign."""
    last = DIGIT * (len(_widths(value.shape())) - 1)
    top = value[last:]
    return [*((value[start:start + DIGIT], start) for start in range(0, last, DIGIT)),
            (top.as_signed() if value.shape().signed else top, last)]


def _product(a: Value, b: Value) -> list[tuple[Value, int]]:
    """Parts of ``a * b``, without a DSP block if one of them is narrow."""
    narrow, wide = sorted((a, b), key=len)
    if len(narrow) > NARROW:
        return [(a * b, 0)]
    if len(narrow) <= ROWS:
        return [(_added_rows(narrow, wide), 0)]
    half = len(narrow) // 2
    upper = narrow[half:].as_signed() if narrow.shape().signed else narrow[half:]
    return [(_added_rows(narrow[:half], wide), 0), (_added_rows(upper, wide), half)]


def _added_rows(narrow: Value, wide: Value) -> Value:
    """``narrow * wide``: a row for each bit that is set."""
    rows = [Mux(bit, wide << place, 0) for place, bit in enumerate(narrow)]
    if narrow.shape().signed:
        rows[-1] = -rows[-1]
    total = sum(rows[1:], start=rows[0])[:len(narrow) + len(wide)]
    return total.as_signed() if (narrow * wide).shape().signed else total
