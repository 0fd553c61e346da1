"""Value types of the compressors: what a bit pattern stands for, as integers of one block."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["BFLOAT16", "FLOAT16", "FLOAT32", "Float", "Integer", "ValueType"]

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class ValueType(ABC):
    """Values of one kind, which become integers of :attr:`planes` bits and a block exponent.

    A block's integers have two bits of head room: they are at most ``2 ** (planes - 2)`` in
    magnitude. The value is the integer times ``2 ** (exponent - (planes - 2))``.
    """

    @property
    @abstractmethod
    def name(self) -> str:
        """Name in tables, for example ``float32``."""

    @property
    @abstractmethod
    def width(self) -> int:
        """Bits of a value."""

    @property
    @abstractmethod
    def planes(self) -> int:
        """Bits of a block's integers: 16 or 32."""

    @property
    @abstractmethod
    def exponent_bits(self) -> int:
        """Bits of a block's exponent field; 0 if all blocks have the same exponent."""

    @abstractmethod
    def patterns(self, array: Array, *, saturate: bool = False) -> Ints:
        """Bit patterns of an array of numbers, rounded to this type.

        With ``saturate`` numbers beyond the range become the last one in it, and NaN becomes 0.

        Raises
        ------
        ValueError
            Without ``saturate``, if a number is not in the range.
        """

    @abstractmethod
    def numbers(self, patterns: Ints) -> Array:
        """The numbers of bit patterns."""

    @abstractmethod
    def align(self, patterns: Ints) -> tuple[Ints, Ints]:
        """Exponent fields (count,) and integers (count, size) of blocks of bit patterns.

        The exponent field is 0 for a block of zeros.
        """

    @abstractmethod
    def restore(self, fields: Ints, integers: Ints) -> Ints:
        """Bit patterns (count, size) of blocks of integers: rounded to even, saturated."""

    @abstractmethod
    def exponent(self, field: int) -> int:
        """All values of a block with this exponent field are below two to this power."""


@dataclass(frozen=True, kw_only=True)
class Float(ValueType):
    """Floating-point numbers as in IEEE 754.

    Infinities and NaNs are not values of the type; denormal numbers are.

    Attributes
    ----------
    exponent_width, mantissa : int
        Bits of the two fields.
    """

    exponent_width: int
    mantissa: int

    @property
    def name(self) -> str:
        return {(8, 23): "float32", (8, 7): "bfloat16", (5, 10): "float16"}.get(
            (self.exponent_width, self.mantissa), f"float{self.exponent_width}.{self.mantissa}")

    def __post_init__(self) -> None:
        if not 2 <= self.exponent_width <= 8 or not 1 <= self.mantissa <= 23:
            raise ValueError(
                f"Floats must have 2 to 8 exponent bits and 1 to 23 mantissa bits, not "
                f"{self.exponent_width!r} and {self.mantissa!r}")

    @property
    def width(self) -> int:
        return 1 + self.exponent_width + self.mantissa

    @property
    def planes(self) -> int:
        return 16 if self.mantissa <= 12 else 32

    @property
    def exponent_bits(self) -> int:
        return self.exponent_width

    @property
    def bias(self) -> int:
        return (1 << self.exponent_width - 1) - 1

    @property
    def largest(self) -> int:
        """Pattern of the largest number."""
        return (((1 << self.exponent_width) - 1) << self.mantissa) - 1

    def patterns(self, array: Array, *, saturate: bool = False) -> Ints:
        array = np.asarray(array, np.float32)
        bits = array.view(np.uint32).astype(np.int64)
        magnitude, sign = bits & 0x7fff_ffff, bits >> 31
        nan = magnitude > 0x7f80_0000
        field = np.maximum(magnitude >> 23, 1)
        significand = (magnitude & 0x7f_ffff) | (magnitude >= 0x80_0000).astype(np.int64) << 23
        # Bits to drop: those that the mantissa has too many, and more below the smallest exponent.
        lowest = field - 127 + self.bias
        drop = np.minimum(23 - self.mantissa + np.maximum(0, 1 - lowest), 30)
        half = np.where(drop > 0, (1 << drop) >> 1, 0)
        kept = significand >> drop
        rest = significand & (1 << drop) - 1
        kept += (rest > half) | (rest == half) & (drop > 0) & (kept & 1 == 1)
        pattern = (np.maximum(lowest, 1) - 1 << self.mantissa) + kept
        over = pattern > self.largest
        if not saturate and over.any():
            raise ValueError(f"Infinities, NaNs and numbers too large for {self.name} cannot be "
                             "compressed; saturate them first")
        pattern = np.where(nan, 0, np.where(over, self.largest, pattern))
        return pattern | (sign & ~nan) << self.width - 1

    def numbers(self, patterns: Ints) -> npt.NDArray[np.float32]:
        magnitude = patterns & (1 << self.width - 1) - 1
        field = np.maximum(magnitude >> self.mantissa, 1)
        significand = magnitude - (field - 1 << self.mantissa)
        sign = np.where(patterns >> self.width - 1, -1.0, 1.0)
        return np.ldexp(sign * significand, field - self.bias - self.mantissa).astype(np.float32)

    def align(self, patterns: Ints) -> tuple[Ints, Ints]:
        magnitude = patterns & (1 << self.width - 1) - 1
        largest = magnitude.max(axis=1)
        # One more than the largest exponent, so that denormal blocks have 1, and zeros have 0.
        fields = np.where(largest > 0, (largest >> self.mantissa) + 1, 0)
        exponent = np.maximum(magnitude >> self.mantissa, 1)
        significand = magnitude - (exponent - 1 << self.mantissa)
        shift = np.clip(fields[:, None] - exponent, 0, self.planes)
        integers = significand << self.planes - 2 - self.mantissa >> shift
        return fields, np.where(patterns >> self.width - 1, -integers, integers)

    def restore(self, fields: Ints, integers: Ints) -> Ints:
        magnitude = np.abs(integers)
        zeros = self.planes - np.frexp(magnitude.astype(np.float64))[1]
        # Denormal numbers stay where the smallest exponent puts them.
        shift = np.minimum(zeros, fields[:, None])
        aligned = magnitude << shift
        drop = self.planes - 1 - self.mantissa
        rest = aligned & (1 << drop) - 1
        kept = aligned >> drop
        kept += rest + (kept & 1) > 1 << drop - 1
        pattern = np.minimum((fields[:, None] - shift << self.mantissa) + kept, self.largest)
        sign = (integers < 0).astype(np.int64) << self.width - 1
        return np.where(magnitude > 0, pattern | sign, 0)

    def exponent(self, field: int) -> int:
        return field - self.bias


@dataclass(frozen=True, kw_only=True)
class Integer(ValueType):
    """Signed integers of 2 to 16 bits.

    They are shifted up as far as the head room allows, so that the rounding of the transform does
    not reach them while there are bits below.
    """

    bits: int

    def __post_init__(self) -> None:
        if not 2 <= self.bits <= 16:
            raise ValueError(f"Integers must have 2 to 16 bits, not {self.bits!r}")

    @property
    def name(self) -> str:
        return f"int{self.bits}"

    @property
    def width(self) -> int:
        return self.bits

    @property
    def planes(self) -> int:
        return 16 if self.bits < 16 else 32

    @property
    def exponent_bits(self) -> int:
        return 0

    @property
    def shift(self) -> int:
        """Bits below the integers."""
        return self.planes - 1 - self.bits

    def patterns(self, array: Array, *, saturate: bool = False) -> Ints:
        half = 1 << self.bits - 1
        array = np.asarray(array)
        if not np.issubdtype(array.dtype, np.integer):
            raise TypeError(f"Values of type {self.name} must be integers, not {array.dtype}")
        if saturate:
            array = np.clip(array, -half, half - 1)
        elif array.size and (array.min() < -half or array.max() >= half):
            raise ValueError(f"Integers {array.min()}..{array.max()} do not fit {self.name}")
        return array.astype(np.int64) & (1 << self.bits) - 1

    def numbers(self, patterns: Ints) -> npt.NDArray[np.int16]:
        half = 1 << self.bits - 1
        return ((patterns ^ half) - half).astype(np.int16)

    def align(self, patterns: Ints) -> tuple[Ints, Ints]:
        half = 1 << self.bits - 1
        return np.zeros(len(patterns), np.int64), (patterns ^ half) - half << self.shift

    def restore(self, fields: Ints, integers: Ints) -> Ints:
        half = 1 << self.bits - 1
        rounded = integers + (1 << self.shift >> 1) >> self.shift
        return np.clip(rounded, -half, half - 1) & (1 << self.bits) - 1

    def exponent(self, field: int) -> int:
        return self.bits - 1


FLOAT32 = Float(exponent_width=8, mantissa=23)
BFLOAT16 = Float(exponent_width=8, mantissa=7)
FLOAT16 = Float(exponent_width=5, mantissa=10)
