"""Products wider than a DSP block, in parts that are registered before they are added."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Shape, Value

__all__ = ["digits", "partial_products", "shifted_sum"]

#: Bits of a factor, without sign, that a DSP block of 18 x 18 bits takes.
DIGIT = 17


def digits(shape: Shape) -> int:
    """How many digits a factor of this shape has."""
    return max(1, -(-(shape.width - shape.signed) // DIGIT))


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
    last = DIGIT * (digits(value.shape()) - 1)
    top = value[last:]
    return [*((value[start:start + DIGIT], start) for start in range(0, last, DIGIT)),
            (top.as_signed() if value.shape().signed else top, last)]
