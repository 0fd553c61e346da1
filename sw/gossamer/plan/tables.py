"""Tables that bring a tensor to another scale, as one multiplication with rounding."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..importers.thresholds import Rescaling, rescaling
from ..ir import Conv2d, Node, Requantize, Table, TensorType

__all__ = ["Scale", "proportional"]


@dataclass(frozen=True)
class Scale:
    """What a table does, as sums of single elements with a bias that are requantized."""

    table: Table
    rescaling: Rescaling

    def nodes(self, sums: Conv2d, to: Requantize) -> list[Node]:
        """``sums``, a copy, with the bias, and ``to`` with the table's results."""
        made, channels = self.rescaling, len(sums.bias)
        return [
            replace(sums, bias=np.full(channels, made.bias[0]), fraction=made.fraction),
            replace(to, multiplier=np.full(channels, made.multiplier[0]),
                    shift=np.full(channels, made.shift[0]), offset=made.offset,
                    rounding=made.rounding, low=int(self.table.values.min()),
                    high=int(self.table.values.max()), scale=self.table.scale,
                    zero=self.table.zero)]


def proportional(table: Table, source: TensorType) -> Scale | None:
    """The multiplication that gives what a table has for every element, if there is one."""
    elements = np.arange(source.low, source.high + 1)
    values = table.compute(elements)
    low, high = int(table.values.min()), int(table.values.max())
    if low == high or (np.diff(values) < 0).any():
        return None
    found = source.low + np.searchsorted(values, np.arange(low + 1, high + 1))[None]
    assert source.scale is not None
    gain, start = np.array([source.scale / table.scale]), np.array([-source.zero])
    for fine in (False, True):
        # A zero point is added after rounding; before, it may turn ties.
        for offset in {int(table.zero): None, 0: None}:
            made = rescaling(found, low, 1, source.low, source.high, gain,
                             start + (table.zero - offset) / gain, offset, fine=fine)
            if made is not None:
                return Scale(table, made)
    return None
