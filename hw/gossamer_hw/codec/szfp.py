"""Szfp1d: the published hardware variant of ZFP that takes six bit planes at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from . import blocks, transform
from .base import Codec
from .bits import BitReader, BitString
from .geometry import Steps
from .limits import Limits
from .szfp_decoder import Szfp1dDecoder
from .szfp_encoder import Szfp1dEncoder
from .szfp_groups import GROUP, HEADERS, most
from .types import FLOAT32, Float

__all__ = ["Szfp1d"]

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Szfp1d(Codec):
    """Blocks of four values along one axis, as in BurstZ (Sun, Kang, Jun, ICS 2020).

    A block is its exponent field, the highest ``6 groups`` bits of the mean, and for each group of
    six planes those bits of the other three coefficients: in the first four groups, only of as many
    of them as a number of two bits in front says, which is all up to the last one that is not zero.
    How many groups there are follows from the exponent and the limits; nothing else of the limits
    matters.

    The published coder works on doubles; here are its groups, headers and order for numbers of up
    to 32 bits. Three of its habits are left out: a block of zeros is an exponent field of zero and
    nothing else, denormal numbers have no hidden one, and the number of groups cannot wrap around.

    Attributes
    ----------
    values : Float
        What is compressed.
    """

    values: Float = FLOAT32

    @property
    def name(self) -> str:
        return f"szfp1-{self.values.name}"

    @property
    def size(self) -> int:
        return blocks.SIDE

    @property
    def dimension(self) -> int:
        """Of blocks."""
        return 1

    @property
    def header(self) -> int:
        """Bits of the exponent field."""
        return self.values.exponent_bits

    @property
    def most(self) -> int:
        """Groups that hold all planes; bits below the lowest plane are zero."""
        return most(self.values.planes)

    def groups(self, field: int, limits: Limits) -> int:
        """Groups of a block with that exponent field."""
        kept = limits.kept(self.values.exponent(field), 1) if field else 0
        return min(self.most, -(-kept // GROUP))

    def cut(self, array: Array) -> Array:
        return blocks.cut(array, 1)

    def join(self, blocks_: Array, shape: tuple[int, ...]) -> Array:
        return blocks.join(blocks_, shape)

    def count(self, shape: tuple[int, ...]) -> int:
        return blocks.count(shape, 1)

    def strings(self, blocks: Ints, limits: Limits) -> list[BitString]:
        width, most = self.values.planes, GROUP * self.most
        fields, integers = self.values.align(blocks)
        codes = transform.negabinary(transform.forward(integers, width), width) << most - width
        return [self._string(field, self.groups(field, limits), code)
                for field, code in zip(fields.tolist(), codes.tolist(), strict=True)]

    def _string(self, field: int, groups: int, codes: list[int]) -> BitString:
        header = self.values.exponent_bits
        if not groups:
            return BitString(0, header)
        mean, *others = (code >> GROUP * (self.most - groups) for code in codes)
        bits, width = field | mean << header, header + GROUP * groups
        for group in range(groups):
            shift, mask = GROUP * (groups - 1 - group), (1 << GROUP) - 1
            parts = [code >> shift & mask for code in others]
            count = len(parts)
            if group < HEADERS:
                while count and not parts[count - 1]:
                    count -= 1
                bits |= count << width
                width += 2
            for part in parts[:count]:
                bits |= part << width
                width += GROUP
        return BitString(bits, width)

    def read(self, reader: BitReader, count: int, limits: Limits) -> Ints:
        width, most = self.values.planes, GROUP * self.most
        fields = np.zeros(count, np.int64)
        codes = np.zeros((count, self.size), np.int64)
        for block in range(count):
            field = reader.take(self.values.exponent_bits)
            groups = self.groups(field, limits)
            if not groups:
                continue
            fields[block] = field
            codes[block, 0] = reader.take(GROUP * groups) << most - GROUP * groups
            for group in range(groups):
                shift = most - GROUP * (group + 1)
                present = reader.take(2) if group < HEADERS else self.size - 1
                for other in range(1, 1 + present):
                    codes[block, other] |= reader.take(GROUP) << shift
        integers = transform.integers(codes >> most - width, width)
        return self.values.restore(fields, transform.inverse(integers, width))

    def create_decoder(self, *, lanes: int = 1, port: int = 32) -> Szfp1dDecoder:
        """The decoder, for so many values a cycle and words of so many bits."""
        return Szfp1dDecoder(Steps(self, lanes=lanes, port=port, fixed_rate=False))

    def create_encoder(self, *, lanes: int = 1, port: int = 32) -> Szfp1dEncoder:
        """The encoder, for so many values a cycle and words of so many bits."""
        return Szfp1dEncoder(Steps(self, lanes=lanes, port=port, fixed_rate=False))
