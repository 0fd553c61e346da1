"""Entry formats: only nonzero weights are stored, each with where it belongs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value
from amaranth.lib.wiring import connect, flipped

from .base import BlockDecoder, Blocks
from .bits import BitFormat, BitReader, Step
from .funnel import Funnel
from .values import sign_extend

__all__ = ["Entry", "EntryFormat", "Place"]


class Entry(NamedTuple):
    """An entry of a row group: its index field, and its weight's position in flat order.

    ``weight`` is zero for an entry that only moves on.
    """

    field: int
    position: int
    weight: int


@dataclass(frozen=True, kw_only=True)
class EntryFormat(BitFormat):
    """Sections of entries, each section behind the number of its entries.

    An entry is an index field and the code of a weight. Weights come in flat order, by column
    block, row and column.

    The decoder collects the weights of a block in registers. A header is a step. In each step that
    follows, up to ``rate`` entries are taken, those that lie in one block: an entry of another
    block waits for the next step, and an entry that only moves on waits for nothing. A block leaves
    in the step that takes the first entry of another one, and the last block in a step of its own.
    A row group without entries gives its first block, as zeros.

    Attributes
    ----------
    rate : int
        Entries that are decoded in one cycle, at most.
    """

    rate: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.values.together != 1:
            raise ValueError(f"Entries hold one value each; {self.values.name} are coded "
                             f"{self.values.together} together")
        if self.lanes & (self.lanes - 1):
            raise ValueError(f"Blocks of entries must have a power of two of weights, "
                             f"not {self.rows} x {self.columns}")
        if self.rate < 1:
            raise ValueError(f"Rate must be at least one entry, not {self.rate!r}")

    @property
    @abstractmethod
    def count_bits(self) -> int:
        """Bits of the number of entries of a section."""

    @property
    @abstractmethod
    def index_bits(self) -> int:
        """Bits of the index field of an entry."""

    @property
    def entry_bits(self) -> int:
        """Bits of an entry."""
        return self.index_bits + self.values.coded

    @abstractmethod
    def sections(self, flat: npt.NDArray[np.int8]) -> Iterator[list[Entry]]:
        """The entries of a row group's weights in flat order."""

    def legal(self, group: Blocks, number: int = 0) -> str | None:
        # Zeros are not stored, so a legal weight may stand for them: every packing has -1.
        return super().legal(np.where(group == 0, np.int8(-1), group))

    def steps(self, group: Blocks, number: int) -> Iterator[Step]:
        current: int | None = None                    # the block that is being collected
        before: int | None = None                     # that of the entries of the last step
        for code, width, need, values, block in self._takes(group):
            leaves = before not in (None, current)
            yield Step(code, width, need, values, current if leaves else None)
            current = current if before is None else before
            before = block
        yield Step(0, 0, 0, tile=current or 0)

    def _takes(self, group: Blocks) -> Iterator[tuple[int, int, int, int, int | None]]:
        """Headers and entries; the latter with their block, if they have a weight.

        As code, width, need and values of a step, and the block.
        """
        coded, index_bits, entry_bits = self.values.coded, self.index_bits, self.entry_bits
        lanes, rate = self.lanes, self.rate
        codes = {0: 0} | {weight: self.values.pack([weight], coded) << index_bits
                          for weight in map(int, np.unique(group)) if weight}
        for entries in self.sections(group.reshape(-1)):
            yield len(entries), self.count_bits, self.count_bits, 0, None
            start = 0
            while start < len(entries):
                code = taken = values = 0
                block: int | None = None
                for field, position, weight in entries[start:start + rate]:
                    if weight:
                        its = position // lanes
                        if block not in (None, its):
                            break
                        block = its
                        values += coded
                    code |= (field | codes[weight]) << entry_bits * taken
                    taken += 1
                need = entry_bits * min(rate, len(entries) - start)
                yield code, entry_bits * taken, need, values, block
                start += taken
        yield 0, 0, 0, 0, None

    def take_weight(self, reader: BitReader) -> int:
        """The weight of the next entry; ``ValueError`` if it is zero."""
        field = reader.take(self.values.coded)
        weight, = self.values.unpack(field, self.values.coded)
        if not weight:
            raise ValueError("Row group has an entry whose weight is zero")
        return weight

    @abstractmethod
    def place(self, index: Value, code: Value, section: Value, last: Place) -> Place:
        """Hardware: where the entry lies that follows entry ``last`` of the row group.

        ``code`` is that of its weight.
        """

    @abstractmethod
    def final(self, section: Value, count: Value) -> Value:
        """Hardware: whether this section is the last one of ``count`` column blocks."""

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return EntryDecoder(self, count=count, width=width, groups=groups)


class Place(NamedTuple):
    """Hardware: where an entry lies in flat order, and whether it has a weight."""

    position: Value
    real: Value


class EntryDecoder(BlockDecoder):
    """Find out where entries lie, and in the next step put them there. See :class:`EntryFormat`.

    A position beyond the row group, which no encoder gives, wraps around, and a block beyond its
    last one is given as block 0.
    """

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, EntryFormat)
        entry, rate, lanes = format.entry_bits, format.rate, format.lanes
        inside = lanes.bit_length() - 1               # bits of a position within a block
        m.submodules.funnel = funnel = Funnel(
            port=format.port,
            widths={format.count_bits, *(entry * (i + 1) for i in range(rate))})
        connect(m, flipped(self.i), funnel.i)

        # What is known of the row group before the next entries, and of those that were taken last.
        section = Signal(len(self.o.payload.index) + inside)
        left = Signal(format.count_bits)              # entries of the section still to come
        more = [Signal(name=f"more_{i}") for i in range(rate)]    # at least i + 1 of them
        last = Place(Signal(len(section), name="last_position"), Signal(name="last_real"))
        block = Signal.like(self.o.payload.index)
        present = Signal()                            # they have a weight, in this block
        found = [Signal(name=f"found_{i}") for i in range(rate)]
        lane = [Signal(inside, name=f"lane_{i}") for i in range(rate)]
        value = [Signal(format.values.width, name=f"value_{i}") for i in range(rate)]

        # The entries that lie in the block of the first one with a weight.
        places = []
        before = last
        for i in range(rate):
            field = funnel.window[entry * i:entry * (i + 1)]
            position, real = format.place(
                field[:format.index_bits], field[format.index_bits:], section, before)
            before = Place(Signal.like(last.position, name=f"position_{i}"),
                           Signal(name=f"real_{i}"))
            m.d.comb += [before.position.eq(position), before.real.eq(real)]
            places.append(before)
        takes: list[Value] = [Const(1, 1)]
        any_real, their = places[0].real, places[0].position[inside:]
        for i, place in enumerate(places[1:], start=1):
            its = place.position[inside:]
            take = Signal(name=f"take_{i}")
            m.d.comb += take.eq(
                takes[-1] & more[i] & ~(any_real & place.real & (its != their)))
            their = Mux(any_real, their, its)
            any_real = any_real | take & place.real
            takes.append(take)

        # The block that is collected leaves when another one comes, and at the end.
        weights = [Signal(format.values.width, name=f"weight_{i}") for i in range(lanes)]
        current = Signal.like(self.o.payload.index)
        begun = Signal()                              # there is such a block
        other = Signal()
        leaves = Signal()
        step = Signal()
        m.d.comb += [
            other.eq(present & begun & (block != current)),
            leaves.eq(other | self.o.payload.last),
            self.o.valid.eq(funnel.ready & leaves),
            self.o.payload.index.eq(Mux(current < self.count, current, 0)),
            self.o.payload.weights.eq(
                sign_extend(Cat(weights), lanes, format.values.width, self.width)),
            step.eq(funnel.ready & (~leaves | self.o.ready)),
            funnel.step.eq(step),
        ]
        with m.If(step):
            m.d.sync += [present.eq(0), *(bit.eq(0) for bit in found)]
            with m.If(present):
                m.d.sync += [begun.eq(1), current.eq(block)]
            for number, weight in enumerate(weights):
                after = Mux(leaves, 0, weight)
                for i in range(rate):
                    after = Mux(found[i] & (lane[i] == number), value[i], after)
                m.d.sync += weight.eq(after)

        def leave_section() -> None:
            with m.If(format.final(section, self.count)):
                m.next = "place"
            with m.Else():
                m.d.sync += section.eq(section + 1)
                m.next = "header"

        with m.FSM():
            with m.State("header"):
                m.d.comb += [
                    funnel.need.eq(format.count_bits),
                    funnel.used.eq(format.count_bits),
                ]
                with m.If(step):
                    entries = funnel.window[:format.count_bits]
                    m.d.sync += [left.eq(entries), *(
                        bit.eq(entries > i) for i, bit in enumerate(more))]
                    with m.If(entries != 0):
                        m.next = "entries"
                    with m.Else():
                        leave_section()

            with m.State("entries"):
                m.d.comb += [funnel.need.eq(entry), funnel.used.eq(entry)]
                for i in range(1, rate):
                    with m.If(more[i]):
                        m.d.comb += funnel.need.eq(entry * (i + 1))
                    with m.If(takes[i]):
                        m.d.comb += funnel.used.eq(entry * (i + 1))
                with m.If(step):
                    m.d.sync += [block.eq(their), present.eq(any_real)]
                    for i in range(rate):
                        code = funnel.window[entry * i:entry * (i + 1)][format.index_bits:]
                        m.d.sync += [
                            found[i].eq(takes[i] & places[i].real),
                            lane[i].eq(places[i].position),
                            value[i].eq(format.values.expand(code, format.values.coded)),
                        ]
                        with m.If(takes[i]):
                            m.d.sync += [
                                last.position.eq(places[i].position),
                                last.real.eq(places[i].real),
                                left.eq(left - (i + 1)),
                                *(bit.eq(left > k + i + 1) for k, bit in enumerate(more)),
                            ]
                    with m.If(left == sum(takes)):
                        leave_section()

            with m.State("place"):
                with m.If(step):
                    m.next = "end"

            with m.State("end"):
                m.d.comb += [self.o.payload.last.eq(1), funnel.clear.eq(1)]
                with m.If(step):
                    m.d.sync += [register.eq(0) for register in (current, begun, section, *last)]
                    m.next = "header"

        return m
