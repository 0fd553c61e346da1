"""Compressors of blocks: one object with three readings, encode, decode and hardware."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import numpy as np
import numpy.typing as npt

from .bits import BitReader, BitString
from .chunks import PORT, Chunk, Chunks
from .limits import Limits
from .types import ValueType

__all__ = ["Codec"]

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]


class Codec(ABC):
    """What is the same in all compressors: arrays become blocks, and blocks become chunks.

    Blocks are arrays (count, size) of bit patterns of the value type.
    """

    @property
    @abstractmethod
    def name(self) -> str:
        """Name in tables, for example ``zfpl2-float32``."""

    @property
    @abstractmethod
    def values(self) -> ValueType:
        """What is compressed."""

    @property
    @abstractmethod
    def size(self) -> int:
        """Values in a block."""

    @abstractmethod
    def cut(self, array: Array) -> Array:
        """Blocks of an array."""

    @abstractmethod
    def join(self, blocks: Array, shape: tuple[int, ...]) -> Array:
        """The array of these blocks."""

    @abstractmethod
    def count(self, shape: tuple[int, ...]) -> int:
        """Blocks of an array of that shape."""

    @abstractmethod
    def strings(self, blocks: Ints, limits: Limits) -> list[BitString]:
        """Each block as a string of bits."""

    @abstractmethod
    def read(self, reader: BitReader, count: int, limits: Limits) -> Ints:
        """So many blocks from strings of bits; whatever the bits are, there are so many."""

    def encode(self, array: Array, limits: Limits, *, chunk: int | None = None,
               saturate: bool = False) -> Chunks:
        """Compress an array, into chunks of so many blocks or a single one.

        ``saturate`` is what becomes of numbers that the type cannot hold, infinities and NaNs among
        them: the nearest one that it can, and 0 for NaN; otherwise they are a ``ValueError``.
        """
        patterns = self.values.patterns(array, saturate=saturate)
        return Chunks.of(self.strings(self.cut(patterns), limits), chunk)

    def decode(self, chunks: Chunks, shape: tuple[int, ...], limits: Limits) -> Array:
        """The array of that shape.

        Raises
        ------
        ValueError
            If the number of blocks is another one, or a chunk is damaged.
        """
        blocks = sum(chunk.blocks for chunk in chunks.chunks)
        if blocks != self.count(shape):
            raise ValueError(f"An array of shape {shape} has {self.count(shape)} blocks, and the "
                             f"chunks have {blocks}")
        parts = []
        for number, chunk in enumerate(chunks.chunks):
            part, damaged = self.decode_chunk(chunk, limits)
            if damaged:
                raise ValueError(f"Chunk {number} is damaged: its bits do not end with its blocks")
            parts.append(part)
        return self.values.numbers(self.join(np.concatenate(parts), shape))

    def decode_chunk(self, chunk: Chunk, limits: Limits) -> tuple[Ints, bool]:
        """The blocks of a chunk, and whether it is damaged.

        Behind its words there are zeros. It is damaged if blocks extend into them, or if bits that
        are not zero follow the blocks.
        """
        reader = BitReader(chunk.words, PORT)
        blocks = self.read(reader, chunk.blocks, limits)
        return blocks, bool(reader.missing or reader.rest())
