"""Products wider than a DSP block, in parts that are registered before they are added."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Value

__all__ = ["partial_products", "shifted_sum"]

#: Bits of a factor, without sign, that a DSP block of 18 x 18 bits takes.
DIGIT = 17


def partial_products(a: Value, b: Value) -> list[tuple[Value, int]]:
    """Products of the digits of two factors, and by how many bits each is shifted in ``a * b``."""
    return [(x * y, i + j) for x, i in _digits(a) for y, j in _digits(b)]


def shifted_sum(parts: Sequence[tuple[Value, int]]) -> Value:
    """The sum of all parts, each shifted by its bits; those between are added first."""
    between = sum(part << shift for part, shift in parts[1:-1])
    return (parts[0][0] if len(parts) == 1 else
            parts[0][0] + (parts[-1][0] << parts[-1][1]) + between)


def _digits(value: Value) -> list[tuple[Value, int]]:
    """Digits of a number, the lowest first, and where they stand; the last one has its sign."""
    digits: list[tuple[Value, int]] = []
    start = 0
    while len(value) - start > DIGIT + value.shape().signed:
        digits.append((value[start:start + DIGIT], start))
        start += DIGIT
    top = value[start:]
    return [*digits, (top.as_signed() if value.shape().signed else top, start)]
