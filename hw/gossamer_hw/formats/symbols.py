"""Symbol formats: blocks of packed symbols, with a header word here and there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .base import Blocks, Format, Load, Sizes
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
    def stored(self, group: Blocks) -> list[int]:
        """Column blocks that are stored, ascending: at least one."""

    def header(self, chunk: int, stored: Sequence[int]) -> int:
        """The word that precedes the blocks of a chunk."""
        raise NotImplementedError

    def words(self, group: Blocks, number: int) -> tuple[list[int], list[Load], Sizes]:
        # Mirrors the decoder: a header when a chunk begins, then words until a block is complete.
        stored = self.stored(group)
        symbols = group[stored].reshape(-1)
        each = self.values.symbols(self.port)
        coded = iter(pack_words(self.values, symbols, self.port))
        words: list[int] = []
        loads = []
        level = chunk = headers = 0
        pending = self.chunk is not None
        for index in stored:
            before = len(words)
            while self.chunk is not None and (pending or index >= chunk * self.chunk):
                words.append(self.header(chunk, stored))
                chunk += 1
                headers += 1
                pending = False
            cycles = len(words) - before
            before = len(words)
            while level < self.lanes:
                words.append(next(coded))
                level += each
            level -= self.lanes
            loads.append(Load(index, cycles + max(1, len(words) - before)))
        values = symbols.size * self.values.coded // self.values.together
        return words, loads, Sizes(
            values, values + headers * self.header_bits, self.port * len(words))

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
