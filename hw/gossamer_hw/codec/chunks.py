"""Chunks: streams of compressed blocks that can be read from several places at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from .bits import BitString, pack

__all__ = ["PORT", "Chunk", "Chunks"]

#: Bits of a word.
PORT = 32


@dataclass(frozen=True)
class Chunk:
    """Words that start with a block, and the number of blocks in them."""

    words: tuple[int, ...]
    blocks: int


@dataclass(frozen=True)
class Chunks:
    """Compressed blocks in chunks of as many blocks, the last one apart.

    A chunk begins with a word, and has at least one; zeros fill its last one. With the start table
    any chunk can be decoded without the others.

    Attributes
    ----------
    chunks : tuple of Chunk
        In the order of the blocks.
    bits : int
        Of all blocks, without padding.
    """

    chunks: tuple[Chunk, ...]
    bits: int

    @classmethod
    def of(cls, strings: Sequence[BitString], size: int | None) -> Chunks:
        """Blocks in chunks of ``size`` blocks, or in a single one."""
        if size is not None and size < 1:
            raise ValueError(f"Chunks must have at least one block, not {size!r}")
        size = size or max(1, len(strings))
        parts = [strings[start:start + size] for start in range(0, len(strings), size)]
        return cls(tuple(Chunk(tuple(pack(part, PORT)) or (0,), len(part)) for part in parts),
                   sum(string.width for string in strings))

    @property
    def starts(self) -> list[int]:
        """First word of each chunk."""
        return list(itertools.accumulate((len(chunk.words) for chunk in self.chunks[:-1]),
                                         initial=0))

    @property
    def stored(self) -> int:
        """Bits of all words, and of a start table of one word per chunk."""
        return PORT * sum(len(chunk.words) + 1 for chunk in self.chunks)
