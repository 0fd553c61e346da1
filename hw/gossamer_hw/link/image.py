"""Images on the link: the order in which their blocks travel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gossamer_hw.codec import ZfpL
from gossamer_hw.codec.blocks import SIDE

__all__ = ["Image"]


@dataclass(frozen=True)
class Image:
    """An image whose blocks go from left to right and top to bottom, at each place one per channel.

    Attributes
    ----------
    rows, columns, channels : int
        Channels are the last axis. With a single row blocks have one dimension, and there is a
        single channel.
    """

    rows: int
    columns: int
    channels: int

    def __post_init__(self) -> None:
        if min(self.rows, self.columns, self.channels) < 1:
            raise ValueError(f"Images must have at least one element, not {self.rows} x "
                             f"{self.columns} x {self.channels}")
        if self.rows == 1 and self.channels > 1:
            raise ValueError("Images of a single row must have a single channel, not "
                             f"{self.channels}")

    @property
    def size(self) -> int:
        return self.rows * self.columns * self.channels

    @property
    def dimension(self) -> int:
        """Of its blocks."""
        return 1 if self.rows == 1 else 2

    def count(self, codec: ZfpL) -> int:
        """How many blocks there are."""
        return codec.count((self.channels, self.rows, self.columns))

    @property
    def _grid(self) -> tuple[int, int]:
        """Blocks down and across."""
        return -(-self.rows // SIDE), -(-self.columns // SIDE)

    def cut(self, codec: ZfpL, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Blocks (count, 4 or 16) of values (size,), in the order in which they travel."""
        if self.rows == 1:
            return codec.cut(values)
        apart = codec.cut(
            np.moveaxis(values.reshape(self.rows, self.columns, self.channels), -1, 0))
        return np.moveaxis(apart.reshape(self.channels, *self._grid, 16), 0, 2).reshape(-1, 16)

    def join(self, codec: ZfpL, blocks: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The values (size,) of these blocks."""
        if self.rows == 1:
            return codec.join(blocks, (1, self.columns)).reshape(-1)
        ordered = np.moveaxis(blocks.reshape(*self._grid, self.channels, 16), 2, 0)
        image = codec.join(ordered.reshape(-1, 16), (self.channels, self.rows, self.columns))
        return np.moveaxis(image, 0, -1).reshape(-1)
