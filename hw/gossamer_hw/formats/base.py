"""Weight formats: one object with three readings, ``encode``, ``decode`` and ``create``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Signal, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from .values import Values

__all__ = ["BlockDecoder", "Format", "Load"]

Blocks = npt.NDArray[np.int8]


class Load(NamedTuple):
    """One stored block: its column block and the memory words read since the block before."""

    block: int
    headers: int
    words: int

    @property
    def cycles(self) -> int:
        """Cycles a decoder takes for the block when words come without a pause."""
        return self.headers + max(1, self.words)


@dataclass(frozen=True, kw_only=True)
class Format(ABC):
    """How one row group of blocks lies in memory words.

    Attributes
    ----------
    values : Values
        Packing of the weights.
    rows, columns : int
        Shape of a block.
    port : int
        Width of the weight memory in bits: 16 or a multiple of 32.

    A row group starts on a word of its own. Its blocks are stored by ascending column block, each
    row by row, and their symbols run on from block to block.
    """

    values: Values
    rows: int
    columns: int
    port: int

    def __post_init__(self) -> None:
        if self.port != 16 and (self.port < 32 or self.port % 32):
            raise ValueError(f"Weight port must be 16 or a multiple of 32 bits, not {self.port!r}")

    @property
    @abstractmethod
    def name(self) -> str:
        """Name in tables and files, for example ``bitmap-trits``."""

    @abstractmethod
    def stored(self, group: Blocks) -> list[int]:
        """Column blocks that are stored, ascending: at least one."""

    @abstractmethod
    def header(self, chunk: int, stored: Sequence[int]) -> int | None:
        """The word that precedes the blocks of a chunk, or None where there is none."""

    @property
    @abstractmethod
    def chunk(self) -> int | None:
        """Column blocks that one header word describes; None without headers."""

    @abstractmethod
    def read(self, words: Iterator[int], count: int) -> Blocks:
        """All blocks (count, rows, columns) of the row group that ``words`` starts with.

        Takes the row group's words and no more.

        Raises
        ------
        ValueError
            If the words end early or name a block beyond ``count``.
        """

    def decode(self, words: Sequence[int], count: int) -> Blocks:
        """All blocks (count, rows, columns) of a row group, from its words.

        Raises
        ------
        ValueError
            If the words end early, name a block beyond ``count``, or are followed by others.
        """
        source = iter(words)
        blocks = self.read(source, count)
        if next(source, None) is not None:
            raise ValueError("Row group goes on after its last block")
        return blocks

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

    @abstractmethod
    def create(self, *, count: int, width: int) -> BlockDecoder:
        """The decoder for row groups of up to ``count`` column blocks, weights ``width`` bits."""

    @property
    def lanes(self) -> int:
        """Weights in a block."""
        return self.rows * self.columns

    def loads(self, group: Blocks) -> list[Load]:
        """The stored blocks in order, with what each costs to read."""
        return [load for load, _ in self._emit(group)]

    def encode(self, group: Blocks) -> list[int]:
        """The words of a row group ``group`` of shape (column blocks, rows, columns)."""
        if group.shape[1:] != (self.rows, self.columns):
            raise ValueError(
                f"Blocks must be {self.rows} x {self.columns}, not "
                f"{' x '.join(map(str, group.shape[1:]))}"
            )
        if not self.values.legal(int(group.min()), int(group.max())):
            raise ValueError(
                f"Format {self.name} cannot hold weights {group.min()}..{group.max()}"
            )
        return [word for _, words in self._emit(group) for word in words]

    def bits(self, group: Blocks) -> int:
        """Bits of memory that a row group takes, headers and padding included."""
        return self.port * len(self.encode(group))

    def _emit(self, group: Blocks) -> Iterable[tuple[Load, list[int]]]:
        # Mirrors the decoder: a header when a chunk begins, then words until a block is complete.
        stored = self.stored(group)
        symbols = [int(v) for index in stored for v in group[index].reshape(-1)]
        each = self.values.symbols(self.port)
        taken = level = chunk = 0
        pending = self.chunk is not None
        for index in stored:
            words: list[int] = []
            while self.chunk is not None and (pending or index >= chunk * self.chunk):
                header = self.header(chunk, stored)
                assert header is not None
                words.append(header)
                chunk += 1
                pending = False
            headers = len(words)
            while level < self.lanes:
                words.append(self.values.pack(symbols[taken:taken + each], self.port))
                taken += each
                level += each
            level -= self.lanes
            yield Load(index, headers, len(words) - headers), words


class BlockDecoder(wiring.Component):
    """Decode the words of row groups into blocks.

    A block leaves in the cycle in which its last word arrives. After the last block of a row group
    the decoder expects the first word of the next one.

    Members
    -------
    i : In(stream.Signature(unsigned(port)))
        Memory words.
    o : Out(stream.Signature(StructLayout))
        Blocks: ``index`` is the column block, ``weights`` the signed weights side by side, row by
        row, and ``last`` marks the last block of the row group.
    count : In(range(count + 1))
        Column blocks of the row group; constant while one is decoded.
    """

    i: stream.Interface
    o: stream.Interface
    count: Signal

    def __init__(self, format: Format, *, count: int, width: int) -> None:
        self.format = format
        self.width = width
        super().__init__({
            "i": In(stream.Signature(unsigned(format.port))),
            "o": Out(stream.Signature(self.layout(format.lanes, count=count, width=width))),
            "count": In(range(count + 1)),
        })

    @staticmethod
    def layout(lanes: int, *, count: int, width: int) -> data.StructLayout:
        """Payload of a stream of blocks."""
        return data.StructLayout({
            "index": unsigned(max(1, (count - 1).bit_length())),
            "weights": unsigned(lanes * width),
            "last": 1,
        })
