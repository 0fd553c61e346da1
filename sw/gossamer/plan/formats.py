"""Choose the weight format of a layer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gossamer_hw.formats import (
    BlockBitmap,
    Dense,
    Format,
    Integers,
    Pattern,
    RowColumn,
    Trits,
    Values,
)

from ..ir import Weighted, blocks
from .geometry import Geometry

__all__ = ["candidates", "integers", "levels", "smallest"]


def integers(node: Weighted) -> Integers:
    """The narrowest integer packing that holds the layer's weights."""
    low, high = int(node.weight.min()), int(node.weight.max())
    needed = max((-low - 1).bit_length() if low < 0 else 0, high.bit_length()) + 1
    return Integers(max(needed, 2))


def levels(*nodes: Weighted) -> tuple[int, ...]:
    """Magnitudes of the weights that are not zero, filled up to 2 or 4; empty if there are more."""
    found = {int(v) for node in nodes for v in np.unique(np.abs(node.weight.astype(int))) if v}
    for count in (2, 4):
        if len(found) <= count:
            spare = (level for level in range(1, 9) if level not in found)
            return tuple(sorted([*found, *(next(spare) for _ in range(count - len(found)))]))
    return ()


def candidates(node: Weighted, geometry: Geometry) -> list[Format]:
    """Formats that can store the layer's weights for an array of a geometry."""
    shape = {"rows": geometry.rows, "columns": geometry.columns, "port": geometry.port}
    if geometry.tile is not None:
        rows, columns = geometry.tile
        return [RowColumn(values=integers(node), tile_rows=rows, tile_columns=columns, **shape)]
    if geometry.pattern is not None:
        n, m = geometry.pattern
        form = Pattern(values=integers(node), n=n, m=m, **shape)
        fullest = max(map(form.fullest, blocks(node, geometry.rows, geometry.columns)))
        return [replace(form, passes=max(1, -(-fullest // n)))]
    values: Values = Trits() if node.ternary else integers(node)
    return [kind(values=values, **shape) for kind in (Dense, BlockBitmap)]


def smallest(node: Weighted, geometry: Geometry) -> tuple[Format, int]:
    """The format that takes the fewest bits, and the bits, found by packing the layer."""
    cut = blocks(node, geometry.rows, geometry.columns)
    sizes = [
        (sum(format.bits(group, number) for number, group in enumerate(cut)), order, format)
        for order, format in enumerate(candidates(node, geometry))
    ]
    bits, _, format = min(sizes, key=lambda size: size[:2])
    return format, bits
