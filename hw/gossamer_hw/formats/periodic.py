"""Periodic format: convolution kernels of pre-defined patterns; masks are known, not stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Array, Cat, Const, Module, Mux, Signal

from .base import BlockDecoder, Blocks
from .bits import BitFormat, BitReader, Step
from .expand import expand, population
from .funnel import Funnel
from .values import sign_extend

__all__ = ["PSC1_P16", "PSC2_P8", "PSC4_P8", "PSC4_P16", "Periodic"]


def _period(length: int, *kernels: tuple[int, ...]) -> tuple[int, ...]:
    """Masks of a full 3 x 3 kernel and then kernels with the given taps in turn."""
    turns = (kernels[i % len(kernels)] for i in range(length - 1))
    return 0b111_111_111, *(sum(1 << tap for tap in taps) for taps in turns)


_CORNERS = (0, 1, 3, 4), (1, 2, 4, 5), (3, 4, 6, 7), (4, 5, 7, 8)
_PAIRS = (0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)

#: The four 2 x 2 parts of a 3 x 3 kernel in turn, one kernel of 8 or 16 full.
PSC4_P8 = _period(8, *_CORNERS)
PSC4_P16 = _period(16, *_CORNERS)
#: Two neighbouring taps, and one tap.
PSC2_P8 = _period(8, *_PAIRS)
PSC1_P16 = _period(16, *((tap,) for tap in range(9)))


@dataclass(frozen=True, kw_only=True)
class Periodic(BitFormat):
    """The weights inside the patterns in flat order, without any index.

    Pre-defined periodic sparsity (Kundu et al., IEEE TC 2020, arXiv 2001.10710): the weight of
    filter i, tap t and channel j is kept where bit t of
    ``patterns[(i // filters + j // channels + 1) % len(patterns)]`` is set.

    Attributes
    ----------
    taps : int
        Elements of a kernel. Column blocks are ordered by taps: with n blocks of channels, block
        ``tap * n + k`` has channels ``columns * k`` and following of that tap.
    patterns : tuple of int
        Masks of ``taps`` bits.
    filters, channels : int
        Neighbours that have a pattern in common; a divisor or a multiple of the rows and columns
        of a block. Where both are multiples, blocks are kept or pruned as a whole.
    """

    taps: int
    patterns: tuple[int, ...]
    filters: int = 1
    channels: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.patterns or any(not 0 <= p < 1 << self.taps for p in self.patterns):
            raise ValueError(f"Patterns must be masks of {self.taps} bits, not {self.patterns!r}")
        for name, shared, size in (
                ("filters", self.filters, self.rows), ("channels", self.channels, self.columns)):
            if shared < 1 or (shared % size and size % shared):
                raise ValueError(
                    f"A pattern's {name} must divide {size} or be a multiple of it, not {shared}")
        if self.values.together != 1 or not self.values.legal(0):
            raise ValueError(f"Periodic kernels cannot be stored as {self.values.name}")

    @property
    def name(self) -> str:
        return f"periodic{len(self.patterns)}-{self.values.name}"

    @property
    def whole(self) -> bool:
        """Whether a mask is the same for all of a block."""
        return self.filters % self.rows == 0 and self.channels % self.columns == 0

    def masks(self, count: int, number: int) -> npt.NDArray[np.bool_]:
        """Places (count, rows, columns) of the weights of a row group that are kept."""
        index = np.arange(count)
        each = count // self.taps
        filters = (number * self.rows + np.arange(self.rows)) // self.filters
        channels = (index[:, None] % each * self.columns + np.arange(self.columns)) // self.channels
        phases = (filters[None, :, None] + channels[:, None, :] + 1) % len(self.patterns)
        kept = np.array(self.patterns)[phases] >> (index // each)[:, None, None] & 1
        return kept.astype(bool)

    def legal(self, group: Blocks, number: int = 0) -> str | None:
        reason = super().legal(group, number)
        if reason is not None:
            return reason
        if len(group) % self.taps:
            return f"needs as many column blocks for each of {self.taps} taps, not {len(group)}"
        masks = self.masks(len(group), number)
        if not masks.any():
            return f"keeps no weight of row group {number}"
        if group[~masks].any():
            return "has weights outside the patterns"
        return None

    def steps(self, group: Blocks, number: int) -> Iterator[Step]:
        masks = self.masks(len(group), number)
        waiting: int | None = None
        for index, mask in enumerate(masks):
            if not mask.any() or waiting is None:
                yield Step(0, 0, 0)
            else:
                yield self._block(group, masks, waiting)
            if mask.any():
                waiting = index
        assert waiting is not None
        yield self._block(group, masks, waiting)

    def _block(self, group: Blocks, masks: npt.NDArray[np.bool_], index: int) -> Step:
        weights = group[index][masks[index]].tolist()
        coded = self.values.coded
        code = sum(self.values.pack([v], coded) << coded * i for i, v in enumerate(weights))
        width = coded * len(weights)
        return Step(code, width, width, width, index)

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        blocks = np.zeros((count, self.rows, self.columns), np.int8)
        if count % self.taps:
            raise ValueError(f"Row group has {count} column blocks for kernels of {self.taps} taps")
        masks = self.masks(count, number)
        reader = BitReader(words, self.port)
        coded = self.values.coded
        blocks[masks] = [
            self.values.unpack(reader.take(coded), coded)[0] for _ in range(int(masks.sum()))]
        reader.finish()
        return blocks

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return PeriodicDecoder(self, count=count, width=width, groups=groups)


class PeriodicDecoder(BlockDecoder):
    """Walk all column blocks with a modulo counter; see :class:`BlockDecoder`.

    A kept block waits in a register until the one after it is found, which tells whether it is the
    last. A step passes one block: a pruned one costs a cycle. What happens does not depend on the
    words.
    """

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, Periodic)
        values, lanes, coded = format.values, format.lanes, format.values.coded
        period = len(format.patterns)
        m.submodules.funnel = funnel = Funnel(
            port=format.port,
            widths={coded * lanes} if format.whole else {coded * (i + 1) for i in range(lanes)})

        # The block that waits.
        present = Signal()
        mask = Signal(1 if format.whole else lanes)
        bits = Signal(range(coded * lanes + 1))      # of its values
        index = Signal.like(self.o.payload.index)

        # The block after it.
        place = Signal.like(index)
        done = Signal()                              # there is none
        tap = Signal(range(format.taps))
        passed = Signal.like(self.count)             # taps x blocks of channels before it
        phase = Signal(range(period))                # of its first filter and channel
        started = Signal()                           # the phase is not that of the first channel
        start = Signal(range(period))
        m.d.comb += start.eq(Array(
            Const((number * format.rows // format.filters + 1) % period, range(period))
            for number in range(1 << len(self.group)))[self.group])
        current = Mux(started, phase, start)

        # Its mask: a pattern's bits of one tap, the present phase first.
        column = Signal(period)
        turned = Signal(period)
        kept = Signal.like(mask)
        m.d.comb += [
            column.eq(Array(
                Const(sum((p >> t & 1) << i for i, p in enumerate(format.patterns)), period)
                for t in range(format.taps))[tap]),
            turned.eq(Cat(column, column) >> current),
            kept.eq(turned[0] if format.whole else Cat(
                turned[(row // format.filters + column // format.channels) % period]
                for row in range(format.rows) for column in range(format.columns))),
        ]

        window = values.expand(funnel.window, coded * lanes)
        placed = Signal(lanes * values.width)
        m.d.comb += [
            placed.eq(Mux(mask, window, 0) if format.whole
                      else expand(m, window, mask, values.width)),
            funnel.i.payload.eq(self.i.payload),
            funnel.i.valid.eq(self.i.valid),
            self.i.ready.eq(funnel.i.ready),
            funnel.used.eq(bits),
            self.o.payload.index.eq(index),
            self.o.payload.weights.eq(sign_extend(placed, lanes, values.width, self.width)),
            self.o.payload.last.eq(done),
        ]

        # Blocks of channels until the phase moves on, and by how much.
        repeats = max(1, format.channels // format.columns)
        pace = max(1, format.columns // format.channels) % period
        repeat = Signal(range(repeats))
        moves = repeat == repeats - 1

        advance = Signal()
        with m.If(Mux(present, ~done & ~kept.any(), self.i.valid)):
            m.d.comb += advance.eq(1)
        with m.Elif(present):
            m.d.comb += [
                funnel.need.eq(bits),
                self.o.valid.eq(funnel.ready),
                funnel.step.eq(self.o.valid & self.o.ready),
                funnel.clear.eq(self.o.payload.last),
                advance.eq(funnel.step),
            ]

        with m.If(advance):
            with m.If(done | kept.any()):
                m.d.sync += [
                    present.eq(1),
                    mask.eq(Mux(done, 0, kept)),
                    bits.eq(Mux(done, 0, (kept * lanes if format.whole else population(kept))
                                * coded)),
                    index.eq(Mux(done, 0, place)),
                ]
            with m.If(~done):
                m.d.sync += [
                    place.eq(place + 1),
                    done.eq(place == self.count - 1),
                    passed.eq(passed + format.taps),
                    started.eq(1),
                    repeat.eq(Mux(moves, 0, repeat + 1)),
                    phase.eq(Mux(moves, Mux(current + pace >= period, current + pace - period,
                                            current + pace), current)),
                ]
                with m.If(passed + format.taps == self.count):
                    m.d.sync += [tap.eq(tap + 1), passed.eq(0), started.eq(0), repeat.eq(0)]
            with m.Elif(present):
                m.d.sync += [present.eq(0), done.eq(0), place.eq(0), tap.eq(0), passed.eq(0),
                             started.eq(0), repeat.eq(0)]

        return m
