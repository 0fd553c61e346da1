"""BCR format: of every block some rows and some columns are left; one mask for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import Array, Cat, Const, Module, Mux, Signal, Value
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from .base import BlockDecoder, Blocks, Format, Loads, Sizes
from .bits import BitReader
from .block_bitmap import lowest_set
from .funnel import Funnel
from .tile import Tile
from .values import joined, sign_extend

__all__ = ["RowColumn", "RowColumnDecoder"]

#: Flags of a header; where more column blocks follow, the highest one says that no block does.
FLAGS = 32


@dataclass(frozen=True, kw_only=True)
class RowColumn(Format):
    """Block-based column-row (BCR) sparsity of GRIM (Niu et al., TPAMI 2022, arXiv 2108.11033).

    A row group begins with a header: one flag for each column block, set where the block has
    weights. If there are more than 32 column blocks, a header describes 31 of them and its highest
    bit says that it is the last header; others follow where the decoder has worked off the one
    before. Headers are padded to whole groups of four bits.

    A block is a row mask and a column mask (bit i: row or column i is left), then its values by
    tiles: ``tile_rows`` of the rows that are left times ``tile_columns`` of the columns that are
    left, all tiles of the first columns before those of the next ones, each column by column,
    without gaps. The masks of a block whose predecessor has the same header stand in front of the
    predecessor's last tile, so that the decoder reads both in one step.

    A row group without weights is a header without flags, and gives one tile of zeros.
    """

    tile_rows: int = 4
    tile_columns: int = 4

    def __post_init__(self) -> None:
        super().__post_init__()
        if not (1 <= self.tile_rows <= self.rows and 1 <= self.tile_columns <= self.columns):
            raise ValueError(
                f"Tiles of {self.tile_rows} x {self.tile_columns} are no part of blocks of "
                f"{self.rows} x {self.columns}")
        if self.values.together > 1 or not self.values.legal(0):
            raise ValueError(f"Row and column masks cannot go with {self.values.name}")

    @property
    def name(self) -> str:
        return f"bcr{self.rows}x{self.columns}-{self.values.name}"

    @property
    def tile(self) -> Tile:
        return Tile(rows=self.tile_rows, columns=self.tile_columns, reach=self.columns,
                    scatter=True)

    @property
    def mask_bits(self) -> int:
        return self.rows + self.columns

    @staticmethod
    def header(left: int) -> tuple[int, int, bool]:
        """Flags and bits of the header for ``left`` column blocks, and if it has a last bit."""
        many = left > FLAGS
        flags = FLAGS - 1 if many else left
        return flags, -(-(flags + many) // 4) * 4, many

    def words(self, group: Blocks, number: int) -> tuple[list[int], Loads, Sizes]:
        kept = np.flatnonzero(group.any(axis=(1, 2)))
        blocks = group[kept]
        rows, columns = np.asarray(blocks.any(axis=2)), np.asarray(blocks.any(axis=1))
        down, across = (-(-left.sum(axis=1) // size) for left, size in (
            (rows, self.tile_rows), (columns, self.tile_columns)))
        first = np.concatenate([[0], np.cumsum(down * across)])     # tile of every block
        # Values by block, column and row, and then by tile.
        block, x, y = np.nonzero(columns[:, :, None] & rows[:, None, :])
        column, row = (np.cumsum(left, axis=1) - 1 for left in (columns, rows))
        tile = (first[block] + column[block, x] // self.tile_columns * down[block]
                + row[block, y] // self.tile_rows)
        order = np.argsort(tile, kind="stable")
        tile, values = tile[order], blocks[block, y, x][order]

        coded = self.values.coded
        counts = np.bincount(tile, minlength=max(1, int(first[-1])))
        widths = counts * coded
        # Headers and the masks behind them, and the tiles that they stand in front of.
        bases: list[tuple[int, int, bool]] = []
        places: list[int] = []
        others: list[int] = []
        masked: list[int] = []
        begins = np.zeros(len(kept), bool)      # blocks whose masks stand behind a header
        base, last = 0, False
        while not last:
            flags, width, many = self.header(len(group) - base)
            start, end = np.searchsorted(kept, [base, base + flags])
            last = bool(end == len(kept))
            bases.append((len(places), base, many))
            places.append(int(first[start]))
            others.append(width)
            if end > start:
                masked.append(len(places))
                places.append(int(first[start]))
                others.append(self.mask_bits)
                begins[start] = True
            base += flags
        follows = first[np.flatnonzero(~begins)] - 1    # tiles that masks are in
        widths[follows] += self.mask_bits

        steps = np.array(places, np.int64) + np.arange(len(places))     # that give no tile
        all_widths = np.insert(widths, places, others)
        gives = np.ones(len(all_widths), bool)
        gives[steps] = False
        bit_ends = np.cumsum(all_widths)
        starts = bit_ends - all_widths
        masks = np.empty(len(kept), np.int64)           # where they begin
        masks[begins] = starts[steps[masked]]
        masks[~begins] = starts[gives][follows]
        ends = -(-bit_ends // self.port)
        bits = np.zeros(int(ends[-1]) * self.port, np.uint8)
        for place, base, many in bases:
            flagged = kept[(kept >= base) & (kept < base + FLAGS - many)] - base
            bits[starts[steps[place]] + flagged] = 1
            if many and base == bases[-1][1]:
                bits[starts[steps[place]] + FLAGS - 1] = 1
        bits[masks[:, None] + np.arange(self.mask_bits)] = np.concatenate([rows, columns], axis=1)
        inside = np.arange(len(tile)) - (np.cumsum(counts) - counts)[tile]
        at = starts[gives].copy()
        at[follows] += self.mask_bits
        bits[(at[tile] + coded * inside)[:, None] + np.arange(coded)] = np.unpackbits(
            values.view(np.uint8)[:, None], axis=1, count=coded, bitorder="little")

        words = joined(np.packbits(bits, bitorder="little").reshape(-1, self.port // 8))
        cycles = np.cumsum(np.maximum(1, np.diff(ends, prepend=0)))[gives]
        of = np.repeat(kept, down * across) if len(kept) else np.zeros(1)
        return words, Loads(of, np.diff(cycles, prepend=0)), Sizes(
            len(values) * coded, int(bit_ends[-1]), self.port * len(words))

    def _left(self, block: Blocks) -> tuple[list[int], list[int]]:
        """Rows and columns with a weight."""
        rows, columns = np.nonzero(block.any(axis=1))[0], np.nonzero(block.any(axis=0))[0]
        return rows.tolist(), columns.tolist()

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        blocks = np.zeros((count, self.rows, self.columns), np.int8)
        reader = BitReader(words, self.port)
        base, last = 0, False
        while not last:
            flags, width, many = self.header(count - base)
            code = reader.take(width)
            last = not many or bool(code >> (FLAGS - 1))
            code &= (1 << (FLAGS - 1)) - 1 if many else (1 << width) - 1
            if code >> flags:
                raise ValueError(
                    f"Row group has column block {base + code.bit_length() - 1} beyond its {count}")
            members = [base + i for i in range(flags) if code >> i & 1]
            if last and not members and base:
                raise ValueError("Row group has a last header without blocks")
            masks = reader.take(self.mask_bits) if members else 0
            for index in members:
                masks = self._read_block(reader, blocks[index], masks, index != members[-1])
            base += flags
        reader.finish()
        return blocks

    def _read_block(self, reader: BitReader, block: Blocks, masks: int, more: bool) -> int:
        """Fill a block from its masks and tiles; the masks of the next one, if it has some."""
        rows = [i for i in range(self.rows) if masks >> i & 1]
        columns = [i for i in range(self.columns) if masks >> self.rows + i & 1]
        if not rows or not columns:
            raise ValueError("Row group has a block without rows or without columns")
        following = 0
        for x in range(0, len(columns), self.tile_columns):
            for y in range(0, len(rows), self.tile_rows):
                across, down = columns[x:x + self.tile_columns], rows[y:y + self.tile_rows]
                if more and x + len(across) == len(columns) and y + len(down) == len(rows):
                    following = reader.take(self.mask_bits)
                for column in across:
                    for row in down:
                        code = reader.take(self.values.coded)
                        (block[row, column],) = self.values.unpack(code, self.values.coded)
        if self._left(block) != (rows, columns):
            raise ValueError("Row group has a block whose masks name a row or column of zeros")
        return following

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return RowColumnDecoder(self, count=count, width=width, groups=groups)


class RowColumnDecoder(BlockDecoder):
    """Walk the tiles of the blocks that are flagged; see :class:`BlockDecoder`.

    The rows and columns of a tile are the lowest set bits of two masks, found by counting the bits
    below each, one step ahead of the tile. Whatever the words are, no two rows of a tile are the
    same.
    """

    def __init__(self, format: Format, *, count: int, width: int, groups: int = 1) -> None:
        super().__init__(format, count=count, width=width, groups=groups)
        # Attributes, so that a proof can tell which of their values are reached.
        self.base = Signal.like(self.o.payload.index)    # first column block of the header
        self.flags = Signal(FLAGS)                       # blocks to come
        self.here = Signal(range(FLAGS))                 # the block at work
        self.final = Signal(init=1)                      # this is the last header
        assert isinstance(format, RowColumn)
        self.rows = Selection(format.rows, format.tile_rows)
        self.columns = Selection(format.columns, format.tile_columns)

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, RowColumn)
        base, flags, here, final = self.base, self.flags, self.here, self.final
        m.submodules.rows, m.submodules.columns = rows, columns = self.rows, self.columns
        values, tile, coded = format.values, format.tile, format.values.coded
        areas = {r * c * coded for r in range(tile.rows + 1) for c in range(tile.columns + 1)}
        headers = range(4, FLAGS + 1, 4)
        m.submodules.funnel = funnel = Funnel(port=format.port, widths={
            *headers, format.mask_bits, *areas, *(area + format.mask_bits for area in areas)} - {0})

        row_mask = Signal(format.rows)
        block_ends = Signal()
        ahead = Signal()                            # the masks of the next block come first
        area = Signal(range(max(areas) + 1))
        shifted = Signal(max(areas))
        m.d.comb += [
            block_ends.eq(~rows.more & ~columns.more),
            ahead.eq(block_ends & flags.any()),
            area.eq(Array(
                Array(Const(r * c * coded, len(area)) for r in range(tile.rows + 1))[rows.taken]
                for c in range(tile.columns + 1))[columns.taken]),
            shifted.eq(Mux(ahead, funnel.window >> format.mask_bits, funnel.window)),
        ]

        weights = []
        for row in range(tile.rows):
            for column in range(tile.columns):
                # A tile of fewer rows is packed more closely.
                code = Signal(coded, name=f"code_{row}_{column}")
                m.d.comb += code.eq(Array(
                    shifted[(column * r + row) * coded:][:coded] if r > row else 0
                    for r in range(tile.rows + 1))[rows.taken])
                present = (column < columns.taken) & (row < rows.taken)
                weights.append(Mux(present, values.expand(code, coded), 0)[:values.width])
        placed = Signal(tile.lanes * values.width)

        left = Signal.like(self.count)
        many = Signal()
        flag_bits = Signal(range(FLAGS + 1))
        legal_flags = Signal(FLAGS)
        m.d.comb += [
            funnel.i.payload.eq(self.i.payload),
            funnel.i.valid.eq(self.i.valid),
            self.i.ready.eq(funnel.i.ready),
            funnel.used.eq(funnel.need),
            left.eq(self.count - base),
            many.eq(left > FLAGS),
            flag_bits.eq(Mux(many, FLAGS, (left + 3) & ~3)),
            *(legal_flags[i].eq(funnel.window[i] & ((left > i) if i < FLAGS - 1
                                                    else (left == FLAGS)))
              for i in range(FLAGS)),
            placed.eq(Cat(weights)),
            self.o.payload.index.eq(base + here),
            self.o.payload.weights.eq(sign_extend(placed, tile.lanes, values.width, self.width)),
            *(field.eq(number) for field, number in zip(
                self.o.payload.columns if tile.choices else (), columns.numbers, strict=False)),
            *(field.eq(number)
              for field, number in zip(self.o.payload.row, rows.numbers, strict=True)),
            self.o.payload.valid.eq((1 << rows.taken) - 1),
            self.o.payload.last.eq(block_ends & ~flags.any() & final),
        ]

        def masks(row: Value, column: Value) -> None:
            # Not under the condition of a step, which is known late.
            m.d.comb += [rows.mask.eq(row), columns.mask.eq(column)]

        def load() -> None:
            m.d.comb += [rows.load.eq(1), columns.load.eq(1)]
            m.d.sync += row_mask.eq(funnel.window)

        coming = funnel.window[:format.rows], funnel.window[format.rows:format.mask_bits]

        def next_block(waiting: Value) -> None:
            m.d.sync += [here.eq(lowest_set(waiting)), flags.eq(waiting & (waiting - 1))]

        with m.FSM():
            with m.State("Header"):
                # Without flags, a tile of zeros ends the row group.
                masks(Const(0), Const(0))
                m.d.comb += [funnel.need.eq(flag_bits), funnel.step.eq(funnel.ready)]
                with m.If(funnel.step):
                    load()
                    next_block(legal_flags)
                    last = ~many | funnel.window[FLAGS - 1]
                    m.d.sync += final.eq(last)
                    with m.If(legal_flags.any()):
                        m.next = "Masks"
                    with m.Elif(last):
                        m.d.sync += here.eq(0)
                        m.next = "Tiles"
                    with m.Else():
                        m.d.sync += base.eq(base + FLAGS - 1)
            with m.State("Masks"):
                masks(*coming)
                m.d.comb += [funnel.need.eq(format.mask_bits), funnel.step.eq(funnel.ready)]
                with m.If(funnel.step):
                    load()
                    m.next = "Tiles"
            with m.State("Tiles"):
                with m.If(ahead):
                    masks(*coming)
                with m.Else():
                    masks(Mux(rows.more, rows.rest, row_mask), columns.rest)
                m.d.comb += [
                    funnel.need.eq(area + Mux(ahead, format.mask_bits, 0)),
                    self.o.valid.eq(funnel.ready),
                    funnel.step.eq(self.o.valid & self.o.ready),
                    funnel.clear.eq(self.o.payload.last),
                ]
                with m.If(funnel.step):
                    m.d.comb += [rows.load.eq(1), columns.load.eq(~rows.more)]
                    with m.If(ahead):
                        load()
                        next_block(flags)
                    with m.Elif(block_ends):
                        m.d.sync += base.eq(Mux(final, 0, base + FLAGS - 1))
                        m.next = "Header"

        return m


class Selection(wiring.Component):
    """The lowest set bits of a mask, in registers.

    Members
    -------
    mask : In(size)
    load : In(1)
        Take the mask; the outputs belong to it from the next cycle.
    numbers : Out(ArrayLayout(range(size), count))
        Numbers of the lowest set bits, ascending; 0 where there are no more.
    taken : Out(range(count + 1))
        How many there are.
    rest : Out(size)
        The other bits.
    more : Out(1)
        Some of those are set.
    """

    def __init__(self, size: int, count: int) -> None:
        self.size, self.count = size, count
        super().__init__({
            "mask": In(size),
            "load": In(1),
            "numbers": Out(data.ArrayLayout(max(1, (size - 1).bit_length()), count)),
            "taken": Out(range(count + 1)),
            "rest": Out(size),
            "more": Out(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        ranks = []
        for i in range(self.size):
            below = Signal(range(i + 1), name=f"below_{i}")
            rank = Signal(range(self.count + 1), name=f"rank_{i}")
            m.d.comb += [
                below.eq(sum(self.mask[:i], start=Const(0, 1))),
                rank.eq(Mux(below > self.count, self.count, below)),
            ]
            ranks.append(rank)
        total = Signal(range(self.size + 1))
        rest = Signal(self.size)
        m.d.comb += [
            total.eq(sum(self.mask, start=Const(0, 1))),
            rest.eq(Cat(bit & (rank == self.count)
                        for bit, rank in zip(self.mask, ranks, strict=True))),
        ]
        with m.If(self.load):
            for place in range(self.count):
                pick = Signal(self.size, name=f"pick_{place}")
                m.d.comb += pick.eq(Cat(
                    bit & (rank == place) for bit, rank in zip(self.mask, ranks, strict=True)))
                m.d.sync += self.numbers[place].eq(_number(pick))
            m.d.sync += [
                self.taken.eq(Mux(total > self.count, self.count, total)),
                self.rest.eq(rest),
                self.more.eq(total > self.count),
            ]

        return m


def _number(one_hot: Value) -> Value:
    """Number of the one set bit; 0 if there is none."""
    width = max(1, (len(one_hot) - 1).bit_length())
    return Cat(
        Cat(one_hot[i] for i in range(len(one_hot)) if i >> bit & 1).any() for bit in range(width))
