"""Symbol formats: blocks of packed symbols, with a header word here and there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .base import Blocks, Format, Loads, Sizes
from .values import pack_words

__all__ = ["SymbolFormat"]


@dataclass(frozen=True, kw_only=True)
class SymbolFormat(Format):
    """Stored blocks in full, row by row; their symbols run on from block to block.

    A word holds as many symbols as the packing fits whole. The column blocks may be described by
    header words, one for every chunk of them.
    """

    @property
    def chunk(self) -> int | None:
        """Column blocks that one header word describes; None without headers."""
        return None

    @property
    def header_bits(self) -> int:
        """Bits of a header word that say something."""
        return 0

    @abstractmethod
    def stored(self, group: Blocks) -> npt.NDArray[np.int64]:
        """Column blocks that are stored, ascending: at least one."""

    def sizes(self, group: Blocks, number: int = 0) -> Sizes:
        stored = self.stored(group)
        chunks = 0 if self.chunk is None else int(stored[-1]) // self.chunk + 1
        return self._sizes(len(stored), chunks)

    def _sizes(self, stored: int, headers: int) -> Sizes:
        """Of so many stored blocks and header words."""
        symbols = stored * self.lanes
        values = symbols * self.values.coded // self.values.together
        words = headers + -(-symbols // self.values.symbols(self.port))
        return Sizes(values, values + headers * self.header_bits, self.port * words)

    def headers(self, stored: npt.NDArray[np.int64]) -> list[int]:
        """The words that precede the blocks of the chunks, up to the last stored block."""
        return []

    def words(self, group: Blocks, number: int) -> tuple[list[int], Loads, Sizes]:
        # Mirrors the decoder: a header when a chunk begins, then words until a block is complete.
        stored = self.stored(group)
        symbols = group[stored].reshape(-1)
        each = self.values.symbols(self.port)
        coded = pack_words(self.values, symbols, self.port)
        # Words and headers up to the end of every stored block.
        ends = -(-self.lanes * np.arange(len(stored) + 1) // each)
        chunks = np.zeros(len(stored) + 1, np.int64)
        if self.chunk is not None:
            chunks[1:] = stored // self.chunk + 1
        cycles = np.diff(chunks) + np.maximum(1, np.diff(ends))
        headers = self.headers(stored)
        words = coded
        if headers:
            # A header stands before the words that its first block needs.
            places = np.repeat(ends[:-1], np.diff(chunks))
            words = np.insert(np.array(coded, object), places, headers).tolist()
        return words, Loads(stored, cycles), self._sizes(len(stored), len(headers))

    def _take(self, words: Iterator[int], queue: list[int]) -> Blocks:
        """One block from the symbols in ``queue`` and as many more words as it needs."""
        while len(queue) < self.lanes:
            word = next(words, None)
            if word is None:
                raise ValueError("Row group ends before its last block")
            queue += self.values.unpack(word, self.port)
        block = np.array(queue[:self.lanes], np.int8).reshape(self.rows, self.columns)
        del queue[:self.lanes]
        return block
