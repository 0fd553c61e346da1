"""Choose the weight format of a layer."""

from __future__ import annotations

from gossamer_hw.formats import BlockBitmap, Dense, Format, Integers, Trits, Values

from ..ir import Weighted, blocks
from .geometry import Geometry

__all__ = ["candidates", "integers", "smallest"]


def integers(node: Weighted) -> Integers:
    """The narrowest integer packing that holds the layer's weights."""
    low, high = int(node.weight.min()), int(node.weight.max())
    needed = max((-low - 1).bit_length() if low < 0 else 0, high.bit_length()) + 1
    return Integers(max(needed, 2))


def candidates(node: Weighted, geometry: Geometry) -> list[Format]:
    """Formats that can store the layer's weights for an array of a geometry."""
    values: Values = Trits() if node.ternary else integers(node)
    return [
        kind(values=values, rows=geometry.rows, columns=geometry.columns, port=geometry.port)
        for kind in (Dense, BlockBitmap)
    ]


def smallest(node: Weighted, geometry: Geometry) -> tuple[Format, int]:
    """The format that takes the fewest bits, and the bits, found by packing the layer."""
    cut = blocks(node, geometry.rows, geometry.columns)
    sizes = [
        (sum(format.bits(group, number) for number, group in enumerate(cut)), order, format)
        for order, format in enumerate(candidates(node, geometry))
    ]
    bits, _, format = min(sizes, key=lambda size: size[:2])
    return format, bits
