"""Bit-stream formats: fields of any width, packed without gaps into memory words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .base import Blocks, Format, Loads, Sizes
from .values import joined

__all__ = ["BitFormat", "BitReader", "Step"]


class Step(NamedTuple):
    """What a decoder does in one go: wait for ``need`` bits, use the lowest ``width`` of them.

    ``code`` are the bits, first field lowest, of which ``values`` are weights; ``tile`` is the
    column block of the tile that leaves in this step, if any.
    """

    code: int
    width: int
    need: int
    values: int = 0
    tile: int | None = None


@dataclass(frozen=True, kw_only=True)
class BitFormat(Format):
    """A row group is a string of bits, first bit lowest in the first word.

    A step takes one cycle, or one for each word that it has to fetch if there are more.
    """

    @abstractmethod
    def steps(self, group: Blocks, number: int) -> Iterator[Step]:
        """What the decoder does with a row group; a tile leaves in the last step."""

    def words(self, group: Blocks, number: int) -> tuple[list[int], Loads, Sizes]:
        # Mirrors the funnel, which fetches a word only when a step lacks bits.
        blocks, each = [], []
        bits = width = values = fetched = cycles = 0
        for step in self.steps(group, number):
            words = max(0, -(-(width + step.need - fetched * self.port) // self.port))
            fetched += words
            cycles += max(1, words)
            bits |= step.code << width
            width += step.width
            values += step.values
            if step.tile is not None:
                blocks.append(step.tile)
                each.append(cycles)
                cycles = 0
        assert not cycles and fetched == -(-width // self.port), "steps do not end with the bits"
        data = bits.to_bytes(fetched * self.port // 8, "little")
        words_ = joined(np.frombuffer(data, np.uint8).reshape(fetched, self.port // 8))
        return words_, Loads(blocks, each), Sizes(values, width, self.port * fetched)


class BitReader:
    """Read fields from words as :class:`BitFormat` packs them."""

    def __init__(self, words: Iterator[int], port: int) -> None:
        self._words = words
        self._port = port
        self._held = 0
        self._level = 0

    def take(self, width: int) -> int:
        """The next ``width`` bits; ``ValueError`` if the words end before."""
        while self._level < width:
            word = next(self._words, None)
            if word is None:
                raise ValueError("Row group ends before its last block")
            self._held |= word << self._level
            self._level += self._port
        field = self._held & (1 << width) - 1
        self._held >>= width
        self._level -= width
        return field

    def finish(self) -> None:
        """End the row group; ``ValueError`` if the rest of its last word is not zero."""
        if self._held:
            raise ValueError("Row group has bits after its last block")
