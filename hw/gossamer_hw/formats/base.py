"""Weight formats: one object with three readings, ``encode``, ``decode`` and ``create``."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Signal, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from .tile import Tile
from .values import Values

__all__ = ["BlockDecoder", "Blocks", "Format", "Load", "Loads", "Sizes"]

Blocks = npt.NDArray[np.int8]


class Load(NamedTuple):
    """One tile: its column block, and the cycles that its decoder takes.

    Counted from the cycle in which the tile before left, when words come without a pause.
    """

    block: int
    cycles: int


class Loads(Sequence[Load]):
    """The tiles of a row group in order, their column blocks and cycles in arrays.

    A layer can have a million of them.
    """

    def __init__(self, blocks: npt.ArrayLike, cycles: npt.ArrayLike) -> None:
        self.blocks = np.asarray(blocks, np.int64)
        self.cycles = np.asarray(cycles, np.int64)

    @functools.cached_property
    def columns(self) -> int:
        """Column blocks that have tiles."""
        return int(np.unique(self.blocks).size)

    def __len__(self) -> int:
        return len(self.blocks)

    @overload
    def __getitem__(self, index: int) -> Load: ...

    @overload
    def __getitem__(self, index: slice) -> Loads: ...

    def __getitem__(self, index: int | slice) -> Load | Loads:
        if isinstance(index, slice):
            return Loads(self.blocks[index], self.cycles[index])
        return Load(int(self.blocks[index]), int(self.cycles[index]))

    def __eq__(self, other: object) -> bool:
        return self is other or isinstance(other, Loads) and (
            np.array_equal(self.blocks, other.blocks) and np.array_equal(self.cycles, other.cycles))

    def __hash__(self) -> int:
        return hash((self.blocks.tobytes(), self.cycles.tobytes()))


class Sizes(NamedTuple):
    """Bits of a row group: its values, with everything that says where they belong, as stored.

    ``stored`` are whole memory words, padding included; ``codes`` is what a published table counts.
    """

    values: int
    codes: int
    stored: int

    def __add__(self, other: Sizes) -> Sizes:  # type: ignore[override]
        return Sizes(*(a + b for a, b in zip(self, other, strict=True)))


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

    A row group starts on a word of its own. Its blocks are stored by ascending column block. The
    methods take row groups as arrays of shape (column blocks, rows, columns); ``number`` is that of
    the row group in its layer, which matters to formats whose masks follow from it.
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

    @property
    def lanes(self) -> int:
        """Weights in a block."""
        return self.rows * self.columns

    @property
    def tile(self) -> Tile:
        """What leaves the decoder in one piece: a block, unless a format says otherwise."""
        return Tile(rows=self.rows, columns=self.columns)

    @abstractmethod
    def words(self, group: Blocks, number: int) -> tuple[list[int], Loads, Sizes]:
        """The words of a row group, the tiles in order with what each costs, and the sizes."""

    @abstractmethod
    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        """All blocks (count, rows, columns) of the row group that ``words`` starts with.

        Takes the row group's words and no more.

        Raises
        ------
        ValueError
            If the words end early, or name a block or an entry outside the row group, a count that
            is too large, or entries out of order.
        """

    @abstractmethod
    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        """The decoder for layers of up to ``groups`` row groups of up to ``count`` column blocks.

        Weights leave it ``width`` bits wide.
        """

    def layout(self, *, count: int, width: int) -> data.StructLayout:
        """Payload of the decoder's output, see :meth:`Tile.layout`."""
        return self.tile.layout(count=count, width=width, rows=self.rows)

    def legal(self, group: Blocks, number: int = 0) -> str | None:
        """Why the format cannot store a row group, or None if it can."""
        if group.shape[1:] != (self.rows, self.columns):
            return (f"has blocks of {self.rows} x {self.columns}, "
                    f"not {' x '.join(map(str, group.shape[1:]))}")
        if not _legal(self.values)[group].all():
            return f"cannot hold weights {group.min()}..{group.max()}"
        return None

    def encode(self, group: Blocks, number: int = 0) -> list[int]:
        """The words of a row group; ``ValueError`` if it is not legal in this format."""
        return self.pack(group, number)[0]

    def loads(self, group: Blocks, number: int = 0) -> list[Load]:
        """The tiles of a row group in order, with what each costs to read."""
        return list(self.pack(group, number)[1])

    def sizes(self, group: Blocks, number: int = 0) -> Sizes:
        """Bits of a row group, counted in three ways."""
        return self.pack(group, number)[2]

    def bits(self, group: Blocks, number: int = 0) -> int:
        """Bits of memory that a row group takes, headers and padding included."""
        return self.sizes(group, number).stored

    def cycles(self, group: Blocks, positions: int = 1, number: int = 0) -> int:
        """Cycles that an array spends on a row group when ``positions`` pass each tile."""
        return int(np.maximum(positions, self.pack(group, number)[1].cycles).sum())

    def decode(self, words: Sequence[int], count: int, number: int = 0) -> Blocks:
        """All blocks (count, rows, columns) of a row group, from its words.

        Raises
        ------
        ValueError
            As :meth:`read`; if other words follow; and if ``encode`` stores these blocks in other
            words.
        """
        source = iter(words)
        blocks = self.read(source, count, number)
        if next(source, None) is not None:
            raise ValueError("Row group goes on after its last block")
        if self.legal(blocks, number) or self.encode(blocks, number) != list(words):
            raise ValueError("Row group is not in the words that its weights are stored in")
        return blocks

    def pack(self, group: Blocks, number: int = 0) -> tuple[list[int], Loads, Sizes]:
        """Words, loads and sizes of a row group; ``ValueError`` if it is not legal."""
        reason = self.legal(group, number)
        if reason is not None:
            raise ValueError(f"Format {self.name} {reason}")
        return self.words(group, number)


@functools.lru_cache(maxsize=64)
def _legal(values: Values) -> npt.NDArray[np.bool_]:
    """By weight, from 0 to 127 and then from -128 to -1, whether a packing holds it."""
    return np.array([values.legal(value) for value in (*range(128), *range(-128, 0))])


class BlockDecoder(wiring.Component):
    """Decode the words of row groups into tiles.

    When a tile leaves is what :meth:`Format.loads` says: as soon as the last word it needs has
    come, or, where weights come one by one, when the next one belongs to another block. After the
    last tile of a row group the decoder expects the first word of the next one, and does nothing
    until it is there.

    Members
    -------
    i : In(stream.Signature(unsigned(port)))
        Memory words.
    o : Out(stream.Signature(StructLayout))
        Tiles, see :meth:`Tile.layout`. Whatever the words are, ``index`` is less than ``count``.
    count : In(range(count + 1))
        Column blocks of the row group; constant from its first word to its last tile.
    group : In(range(groups))
        Number of the row group in its layer; constant from its first word to its last tile.
    """

    i: stream.Interface
    o: stream.Interface
    count: Signal
    group: Signal

    def __init__(self, format: Format, *, count: int, width: int, groups: int = 1) -> None:
        self.format = format
        self.width = width
        super().__init__({
            "i": In(stream.Signature(unsigned(format.port))),
            "o": Out(stream.Signature(format.layout(count=count, width=width))),
            "count": In(range(count + 1)),
            "group": In(range(max(2, groups))),
        })
