"""ZFP, byte for byte what the library makes of float32 and int32 arrays of one and two dimensions.

It is the reference that the hardware's own format is held against. Lindstrom, "Fixed-Rate
Compressed Floating-Point Arrays", IEEE TVCG 20(12), 2014; the stream is that of ZFP 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from . import blocks, transform
from .bits import BitReader, BitString, pack
from .limits import Limits

__all__ = ["Zfp"]

WIDTH = 32
EXPONENT_BITS = 8
BIAS = 127

#: The library writes words of so many bits.
PORT = 64

Array = npt.NDArray[Any]


@dataclass(frozen=True, kw_only=True)
class Zfp:
    """ZFP in fixed-rate, fixed-precision and fixed-accuracy mode.

    Attributes
    ----------
    dimension : int
        1 or 2: arrays have as many axes.
    """

    dimension: int = 2

    def __post_init__(self) -> None:
        if self.dimension not in (1, 2):
            raise ValueError(f"Blocks must have 1 or 2 dimensions, not {self.dimension!r}")

    @property
    def size(self) -> int:
        """Values in a block."""
        return blocks.SIDE ** self.dimension

    def encode(self, array: Array, limits: Limits) -> bytes:
        """The stream, without a header: whole words of 64 bits.

        A bound of the error does not concern integers, which must be below 2**30.

        The library multiplies by a power of two that overflows where a block's largest value is
        below 2**-98: such blocks, all but zero, come back as zeros, here as there.
        """
        if array.dtype not in (np.float32, np.int32):
            raise TypeError(f"ZFP takes float32 and int32 arrays here, not {array.dtype}")
        if array.ndim != self.dimension:
            raise ValueError(f"ZFP of {self.dimension} dimensions takes no {array.ndim}-D array")
        cut = blocks.cut(array, self.dimension)
        if array.dtype == np.int32:
            codes = transform.codes(cut.astype(np.int64), WIDTH)
            strings = [self._block(0, 0, planes, limits.planes, limits)
                       for planes in codes.tolist()]
        else:
            self._check(limits)
            if not np.isfinite(array).all():
                raise ValueError("ZFP cannot hold infinities and NaNs")
            exponents = self._exponents(cut)
            codes = transform.codes(self._cast(cut, exponents), WIDTH)
            strings = []
            for exponent, planes in zip(exponents.tolist(), codes.tolist(), strict=True):
                kept = limits.kept(exponent, self.dimension)
                biased = exponent + BIAS if kept else 0
                strings.append(self._block(2 * biased + 1, 1 + EXPONENT_BITS, planes, kept, limits)
                               if biased else BitString(0, max(1, limits.bits)))
        return b"".join(word.to_bytes(PORT // 8, "little") for word in pack(strings, PORT))

    @staticmethod
    def _check(limits: Limits) -> None:
        # The library writes behind its buffer then.
        if 0 < limits.bits <= EXPONENT_BITS:
            raise ValueError(f"Blocks of floats must have at least {1 + EXPONENT_BITS} bits, "
                             f"not {limits.bits}")

    @staticmethod
    def _exponents(cut: Array) -> npt.NDArray[np.int64]:
        """Of the largest value of each block, as frexp gives it; -127 for zeros."""
        largest = np.abs(cut).max(axis=1)
        exponents = np.maximum(np.frexp(largest)[1].astype(np.int64), 1 - BIAS)
        return np.where(largest > 0, exponents, -BIAS)

    @staticmethod
    def _cast(cut: Array, exponents: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        with np.errstate(over="ignore", invalid="ignore"):
            scale = np.ldexp(np.float32(1), (WIDTH - 2 - exponents).astype(np.int32))
            scaled = scale[:, None] * cut
            # What the processor makes of numbers that are no integers.
            legal = np.abs(scaled) < 2.0 ** (WIDTH - 1)
            return np.where(legal, np.trunc(np.where(legal, scaled, 0)),
                            -2.0 ** (WIDTH - 1)).astype(np.int64)

    def _block(self, header: int, width: int, planes: list[int], kept: int, limits: Limits
               ) -> BitString:
        """Header and bit planes, with group tests that say where the significant bits end."""
        bits, size = header, self.size
        left = (limits.bits or 1 << 20) - width
        active = 0  # coefficients that have had a one so far

        def put(field: int, count: int) -> None:
            nonlocal bits, width, left
            count = min(count, left)
            bits |= (field & (1 << count) - 1) << width
            width += count
            left -= count

        for plane in range(WIDTH - 1, WIDTH - 1 - min(kept, WIDTH), -1):
            if not left:
                break
            code = planes[plane]
            put(code, active)
            code >>= active
            while active < size and left:
                put(code != 0, 1)
                if not code:
                    break
                while active < size - 1 and left:
                    put(code, 1)
                    if code & 1:
                        break
                    code >>= 1
                    active += 1
                code >>= 1
                active += 1
        return BitString(bits, max(width, limits.bits))

    def decode(self, stream: bytes, shape: tuple[int, ...], dtype: npt.DTypeLike, limits: Limits
               ) -> Array:
        """The array that the library reads from the stream."""
        words = [int.from_bytes(stream[i:i + PORT // 8], "little")
                 for i in range(0, len(stream), PORT // 8)]
        reader = BitReader(words, PORT)
        integer = np.dtype(dtype) == np.int32
        if not integer:
            self._check(limits)
        codes, exponents = [], []
        for _ in range(blocks.count(shape, self.dimension)):
            exponent, kept = 0, limits.planes
            reader.limit = limits.bits or None
            if not integer:
                biased = reader.take(EXPONENT_BITS) if reader.take(1) else 0
                exponent = biased - BIAS
                kept = limits.kept(exponent, self.dimension) if biased else 0
            codes.append(self._planes(reader, kept))
            exponents.append(exponent)
            if reader.limit:
                reader.skip(reader.limit)
        values = transform.values(np.array(codes, np.int64), self.size, WIDTH)
        if not integer:
            scale = np.ldexp(np.float32(1), np.array(exponents, np.int32) - (WIDTH - 2))
            with np.errstate(over="ignore"):
                return blocks.join(scale[:, None] * values.astype(np.float32), shape)
        return blocks.join(values.astype(np.int32), shape)

    def _planes(self, reader: BitReader, kept: int) -> list[int]:
        planes = [0] * WIDTH
        active = 0
        for plane in range(WIDTH - 1, WIDTH - 1 - min(kept, WIDTH), -1):
            code = reader.take(active)
            while active < self.size and reader.limit != 0:
                if not reader.take(1):
                    break
                while active < self.size - 1 and reader.limit != 0:
                    if reader.take(1):
                        break
                    active += 1
                code |= 1 << active
                active += 1
            planes[plane] = code
        return planes
