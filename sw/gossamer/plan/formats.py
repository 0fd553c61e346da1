"""Choose the weight format of a layer."""

from __future__ import annotations

from gossamer_hw.formats import BlockBitmap, Dense, Format, Integers, Trits, Values

from ..ir import Weighted, blocks

__all__ = ["candidates", "integers", "smallest"]


def integers(node: Weighted) -> Integers:
    """The narrowest integer packing that holds the layer's weights."""
    low, high = int(node.weight.min()), int(node.weight.max())
    needed = max((-low - 1).bit_length() if low < 0 else 0, high.bit_length()) + 1
    return Integers(max(needed, 2))


def candidates(node: Weighted, rows: int, columns: int, port: int) -> list[Format]:
    """Formats that can store the layer's weights."""
    values: Values = Trits() if node.ternary else integers(node)
    return [
        kind(values=values, rows=rows, columns=columns, port=port) for kind in (Dense, BlockBitmap)
    ]


def smallest(node: Weighted, rows: int, columns: int, port: int) -> tuple[Format, int]:
    """The format that takes the fewest bits, and the bits, found by packing the layer."""
    cut = blocks(node, rows, columns)
    sizes = [
        (sum(map(format.bits, cut)), number, format)
        for number, format in enumerate(candidates(node, rows, columns, port))
    ]
    bits, _, format = min(sizes, key=lambda size: size[:2])
    return format, bits
