"""Chunks: streams of compressed blocks that can be read from several places at once."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Compressed blocks in chunks of a fixed size, the last one apart.

    A chunk holds whole blocks; zeros fill it up. The numbers of blocks are the start table: with
    them, any chunk can be decoded without the others.

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
    def of(cls, strings: Iterable[BitString], size: int | None) -> Chunks:
        """Blocks in chunks of ``size`` bytes, or in a single one.

        Raises
        ------
        ValueError
            If the size is not that of whole words, or if a block is larger.
        """
        if size is not None and (size < 1 or size % (PORT // 8)):
            raise ValueError(f"Chunks must be a multiple of {PORT // 8} bytes, not {size!r}")
        chunks: list[Chunk] = []
        held: list[BitString] = []
        level = total = 0

        def close(words: int | None) -> None:
            packed = pack(held, PORT)
            padding = 0 if words is None else words - len(packed)
            chunks.append(Chunk((*packed, *[0] * padding), len(held)))

        for string in strings:
            if size is not None and level + string.width > 8 * size:
                if string.width > 8 * size:
                    raise ValueError(f"A block of {string.width} bits does not fit a chunk of "
                                     f"{size} bytes")
                close(8 * size // PORT)
                held, level = [], 0
            held.append(string)
            level += string.width
            total += string.width
        if held:
            close(None)
        return cls(tuple(chunks), total)

    @property
    def starts(self) -> list[int]:
        """First block of each chunk."""
        starts = [0]
        for chunk in self.chunks:
            starts.append(starts[-1] + chunk.blocks)
        return starts[:-1]

    @property
    def stored(self) -> int:
        """Bits of all words."""
        return PORT * sum(len(chunk.words) for chunk in self.chunks)
