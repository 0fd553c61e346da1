"""BlockFloat: MX blocks, in which small integers share an exponent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .base import Codec
from .bits import BitReader, BitString
from .block_float_hardware import BlockFloatDecoder, BlockFloatEncoder
from .limits import Limits
from .types import FLOAT32, Float

__all__ = ["BlockFloat"]

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class BlockFloat(Codec):
    """Blocks of values with one scale, as MXINT8 (OCP Microscaling Formats 1.0).

    A block is its scale, which is the exponent field of its largest value, and an integer of
    ``bits`` bits for each value, the first one lowest. Such an integer has ``bits - 2`` bits behind
    the binary point and is rounded half away from zero; the largest negative one is not used. All
    blocks have the same size, so limits do not matter.

    Attributes
    ----------
    values : Float
        What is compressed.
    bits : int
        Bits of each integer.
    share : int
        Values of a block, along the last axis of an array; zeros fill the last one.
    """

    values: Float = FLOAT32
    bits: int = 8
    share: int = 32

    def __post_init__(self) -> None:
        if not 2 <= self.bits <= self.values.planes - 2:
            raise ValueError(f"Integers for {self.values.name} must have 2 to "
                             f"{self.values.planes - 2} bits, not {self.bits!r}")
        if self.share < 1:
            raise ValueError(f"At least one value must share a scale, not {self.share!r}")

    @property
    def name(self) -> str:
        return f"mxint{self.bits}-{self.share}-{self.values.name}"

    @property
    def size(self) -> int:
        return self.share

    @property
    def width(self) -> int:
        """Bits of a block."""
        return self.values.exponent_bits + self.share * self.bits

    def cut(self, array: Array) -> Array:
        fill = -array.shape[-1] % self.share
        padding = [(0, 0)] * (array.ndim - 1) + [(0, fill)]
        return np.pad(array, padding).reshape(-1, self.share)

    def join(self, blocks: Array, shape: tuple[int, ...]) -> Array:
        return blocks.reshape(*shape[:-1], -1)[..., :shape[-1]]

    def count(self, shape: tuple[int, ...]) -> int:
        return int(np.prod(shape[:-1])) * -(-shape[-1] // self.share)

    def strings(self, blocks: Ints, limits: Limits) -> list[BitString]:
        fields, integers = self.values.align(blocks)
        drop = self.values.planes - 1 - self.bits
        magnitudes = np.minimum((np.abs(integers) + (1 << drop - 1)) >> drop,
                                (1 << self.bits - 1) - 1)
        codes = np.where(integers < 0, -magnitudes, magnitudes) & (1 << self.bits) - 1
        header = self.values.exponent_bits
        return [BitString(
            max(0, field - 1) | sum(code << header + i * self.bits for i, code in enumerate(row)),
            self.width) for field, row in zip(fields.tolist(), codes.tolist(), strict=True)]

    def read(self, reader: BitReader, count: int, limits: Limits) -> Ints:
        scales = np.empty(count, np.int64)
        codes = np.empty((count, self.share), np.int64)
        for block in range(count):
            scales[block] = reader.take(self.values.exponent_bits)
            codes[block] = [reader.take(self.bits) for _ in range(self.share)]
        half = 1 << self.bits - 1
        integers = (codes ^ half) - half << self.values.planes - self.bits
        return self.values.restore(scales, integers)

    def create_decoder(self, *, lanes: int = 1, port: int = 32) -> BlockFloatDecoder:
        """The decoder, for so many values a cycle and words of so many bits."""
        self._check(lanes, port)
        return BlockFloatDecoder(self, lanes=lanes, port=port)

    def create_encoder(self, *, lanes: int = 1, port: int = 32) -> BlockFloatEncoder:
        """The encoder, for so many values a cycle and words of so many bits."""
        self._check(lanes, port)
        return BlockFloatEncoder(self, lanes=lanes, port=port)

    def _check(self, lanes: int, port: int) -> None:
        steps = self.share // lanes if lanes > 0 else 0
        if not steps or self.share % lanes or steps & (steps - 1):
            raise ValueError(f"Lanes must divide the {self.share} values of a block into a power "
                             f"of two of beats, not {lanes!r}")
        if port & (port - 1) or port <= max(lanes * self.bits, self.values.exponent_bits):
            raise ValueError(f"Words must have a power of two of bits and more than the values of "
                             f"{lanes} lanes, not {port!r}")
