"""ZfpL: ZFP with levels, so that a bit plane is one field of known size and takes one cycle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from . import blocks, transform
from .base import Codec
from .bits import BitReader, BitString
from .geometry import Geometry
from .limits import Limits
from .types import FLOAT32, ValueType
from .zfpl_decoder import ZfpLDecoder
from .zfpl_encoder import ZfpLEncoder

__all__ = ["LEVELS", "ZfpL"]

#: Coefficients that may be significant at each level, by dimension: whole diagonals.
LEVELS = {1: (0, 1, 2, 3, 4), 2: (0, 1, 3, 6, 10, 16)}

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class ZfpL(Codec):
    """ZFP's blocks, transform and bit planes, with another code for the planes.

    A block of floats begins with a one and its exponent field, or is a zero and nothing else if all
    its values are zero or no plane of it is kept. A plane, from the highest one down, is a one for
    each level that it rises above the plane before, a zero unless the highest level is reached in
    it or was before, and the bits of all coefficients of the level.

    With ``Limits.bits`` a block is that string, cut or filled with zeros; what was cut is read as
    zeros. Otherwise exactly the coefficients that ZFP keeps are kept, so the values are the same.

    Attributes
    ----------
    values : ValueType
        What is compressed.
    dimension : int
        1 or 2: of blocks, over the last axes of an array.
    """

    values: ValueType = FLOAT32
    dimension: int = 2

    def __post_init__(self) -> None:
        if self.dimension not in (1, 2):
            raise ValueError(f"Blocks must have 1 or 2 dimensions, not {self.dimension!r}")

    @property
    def name(self) -> str:
        return f"zfpl{self.dimension}-{self.values.name}"

    @property
    def size(self) -> int:
        return blocks.SIDE ** self.dimension

    @property
    def levels(self) -> tuple[int, ...]:
        """Coefficients of each level."""
        return LEVELS[self.dimension]

    @property
    def header(self) -> int:
        """Bits in front of the planes of a block that is not zero."""
        bits = self.values.exponent_bits
        return bits and 1 + bits

    @property
    def longest(self) -> int:
        """Most bits that a block can have."""
        return self.header + len(self.levels) - 1 + self.size * self.values.planes

    def kept(self, field: int, limits: Limits) -> int:
        """Bit planes that are kept of a block with that exponent field."""
        if not field and self.values.exponent_bits:
            return 0
        kept = limits.kept(self.values.exponent(field), self.dimension)
        return min(self.values.planes, kept)

    def cut(self, array: Array) -> Array:
        return blocks.cut(array, self.dimension)

    def join(self, blocks_: Array, shape: tuple[int, ...]) -> Array:
        return blocks.join(blocks_, shape)

    def count(self, shape: tuple[int, ...]) -> int:
        return blocks.count(shape, self.dimension)

    def strings(self, blocks: Ints, limits: Limits) -> list[BitString]:
        fields, integers = self.values.align(blocks)
        planes = transform.codes(integers, self.values.planes)
        return [self._string(field, self.kept(field, limits), codes, limits.bits)
                for field, codes in zip(fields.tolist(), planes.tolist(), strict=True)]

    def _string(self, field: int, kept: int, codes: list[int], size: int) -> BitString:
        levels, top = self.levels, len(self.levels) - 1
        bits = width = 0
        if self.header:
            bits, width = (field << 1 | 1, self.header) if kept else (0, 1)
        level = 0
        highest = self.values.planes - 1
        for plane in range(highest, highest - kept, -1):
            code = codes[plane]
            if level < top:
                start = level
                while code >> levels[level]:
                    level += 1
                bits |= (1 << level - start) - 1 << width
                width += level - start + (level < top)
            bits |= (code & (1 << levels[level]) - 1) << width
            width += levels[level]
        if size:
            return BitString(bits & (1 << size) - 1, size)
        return BitString(bits, width)

    def read(self, reader: BitReader, count: int, limits: Limits) -> Ints:
        fields = np.zeros(count, np.int64)
        planes = np.zeros((count, self.values.planes), np.int64)
        levels, top = self.levels, len(self.levels) - 1
        highest = self.values.planes - 1
        for block in range(count):
            reader.limit = limits.bits or None
            if self.header and reader.take(1):
                fields[block] = reader.take(self.header - 1)
            level = 0
            for plane in range(highest, highest - self.kept(int(fields[block]), limits), -1):
                while level < top and reader.take(1):
                    level += 1
                planes[block, plane] = reader.take(levels[level])
            if reader.limit:
                reader.skip(reader.limit)
        integers = transform.values(planes, self.size, self.values.planes)
        return self.values.restore(fields, integers)

    def create_decoder(self, *, lanes: int = 1, planes: int = 1, port: int = 32,
                       fixed_rate: bool = True) -> ZfpLDecoder:
        """The decoder, for so many values and bit planes a cycle and words of so many bits.

        Without ``fixed_rate`` it knows the other limits only, and is smaller and faster.
        """
        # Half the transform where it need not hurry: the planes of 16-bit integers take their time.
        slow = self.dimension == 2 and lanes == planes == 1 and not self.header
        return ZfpLDecoder(Geometry(
            self, lanes=lanes, planes=planes, port=port, fixed_rate=fixed_rate,
            digit=1 if slow else None))

    def create_encoder(self, *, lanes: int = 1, planes: int = 1, port: int = 32,
                       fixed_rate: bool = True) -> ZfpLEncoder:
        """The encoder, for so many values and bit planes a cycle and words of so many bits.

        Without ``fixed_rate`` it knows the other limits only, and is smaller and faster.
        """
        return ZfpLEncoder(Geometry(
            self, lanes=lanes, planes=planes, port=port, fixed_rate=fixed_rate))
