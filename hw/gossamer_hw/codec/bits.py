"""Bit strings: fields of any width, the first one lowest, in words of one width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["BitReader", "BitString", "pack"]


class BitString(NamedTuple):
    """``width`` bits, the first one lowest."""

    bits: int
    width: int


def pack(strings: Iterable[BitString], port: int) -> list[int]:
    """Words of ``port`` bits that hold the strings without gaps; zeros fill the last one."""
    mask = (1 << port) - 1
    words = []
    held = level = 0
    for bits, width in strings:
        held |= bits << level
        level += width
        while level >= port:
            words.append(held & mask)
            held >>= port
            level -= port
    if level:
        words.append(held)
    return words


class BitReader:
    """Read fields from words.

    Behind the last word there are zeros. ``limit``, where it is not None, is how many bits are left
    to be read before the reader gives zeros without moving on.

    Attributes
    ----------
    missing : int
        Bits that were asked for behind the last word.
    """

    def __init__(self, words: Iterable[int], port: int) -> None:
        self._words: Iterator[int] = iter(words)
        self._port = port
        self._held = 0
        self._level = 0
        self.limit: int | None = None
        self.missing = 0

    def _fetch(self, width: int) -> None:
        while self._level < width:
            word = next(self._words, None)
            if word is None:
                break
            self._held |= word << self._level
            self._level += self._port

    def peek(self, width: int) -> int:
        """The next ``width`` bits."""
        if self.limit is not None:
            width = min(width, self.limit)
        self._fetch(width)
        return self._held & (1 << width) - 1

    def skip(self, width: int) -> None:
        """Go on by ``width`` bits."""
        if self.limit is not None:
            width = min(width, self.limit)
            self.limit -= width
        self._fetch(width)
        self.missing += max(0, width - self._level)
        self._held >>= width
        self._level = max(0, self._level - width)

    def take(self, width: int) -> int:
        """Read the next ``width`` bits."""
        field = self.peek(width)
        self.skip(width)
        return field

    def rest(self) -> int:
        """All that is left, which is zero where it is padding."""
        for word in self._words:
            self._held |= word << self._level
            self._level += self._port
        return self._held
