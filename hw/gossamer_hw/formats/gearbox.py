"""Gearbox: regroup a stream of words into blocks of another number of symbols."""

from __future__ import annotations

import math

from amaranth.hdl import Cat, Module, Mux, Signal, unsigned
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

__all__ = ["Gearbox", "whole"]


def whole(intake: int, outtake: int) -> bool:
    """Whether every word has its place in a block of so many symbols.

    Blocks of two words are left to the multiplexers, with which the cost tables were measured.
    """
    return outtake > 2 * intake and outtake % intake == 0


class Gearbox(wiring.Component):
    """Regroup ``intake`` symbols per word into ``outtake`` symbols per block.

    Symbols that a block does not use wait for the next one. A block leaves in the same cycle as
    the word that completes it arrives, so it costs max(1, new words) cycles. While ``clear`` is
    high, the symbols left over at the end of the cycle are dropped.

    A block of more than two :func:`whole` words needs no multiplexers: each word has its place.

    Members
    -------
    i : In(stream.Signature(unsigned(intake * width)))
        Words.
    o : Out(stream.Signature(unsigned(outtake * width)))
        Blocks.
    clear : In(1)
        Drop what is left over.
    """

    i: stream.Interface
    o: stream.Interface
    clear: Signal

    def __init__(self, *, intake: int, outtake: int, width: int) -> None:
        self.intake = intake
        self.outtake = outtake
        self.width = width
        super().__init__({
            "i": In(stream.Signature(unsigned(intake * width))),
            "o": Out(stream.Signature(unsigned(outtake * width))),
            "clear": In(1),
        })

    def levels(self) -> list[int]:
        """Numbers of symbols that can be waiting between cycles, in ascending order."""
        seen, todo = set(), [0]
        while todo:
            level = todo.pop()
            if level in seen:
                continue
            seen.add(level)
            if level >= self.outtake:
                todo.append(level - self.outtake)
            elif level + self.intake >= self.outtake:
                todo.append(level + self.intake - self.outtake)
            else:
                todo.append(level + self.intake)
        return sorted(seen)

    def elaborate(self, platform: object) -> Module:
        m = Module()

        if whole(self.intake, self.outtake):
            self._fill(m)
        else:
            self._shift(m)

        return m

    def _fill(self, m: Module) -> None:
        """Words fill the places of a block; the last one leaves with it at once."""
        size = self.intake * self.width
        places = range(self.outtake // self.intake - 1)
        held = [Signal(size, name=f"held_{place}") for place in places]
        level = Signal(range(len(held) + 1))
        complete = Signal()
        m.d.comb += [
            complete.eq(level == len(held)),
            self.o.valid.eq(complete & self.i.valid),
            self.o.payload.eq(Cat(*held, self.i.payload)),
            self.i.ready.eq(~complete | self.o.ready),
        ]
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += level.eq(Mux(complete, 0, level + 1))
            with m.Switch(level):
                for place in places:
                    with m.Case(place):
                        m.d.sync += held[place].eq(self.i.payload)
        with m.If(self.clear):
            m.d.sync += level.eq(0)

    def _shift(self, m: Module) -> None:
        """Words go on top of what is held, wherever that ends."""
        levels = self.levels()
        grain = math.gcd(*levels) or 1
        held = Signal(max(levels) * self.width)
        level = Signal(range(max(levels) // grain + 1))

        # Everything there is: what is held, and the incoming word above it.
        joined = Signal((max(levels) + self.intake) * self.width)
        m.d.comb += joined.eq(self.i.payload)
        with m.Switch(level):
            for waiting in levels[1:]:
                with m.Case(waiting // grain):
                    m.d.comb += joined.eq(held[:waiting * self.width]
                                          | self.i.payload << waiting * self.width)

        enough = level >= -(-self.outtake // grain)
        complete = Signal()
        m.d.comb += [
            complete.eq(level >= max(0, -(-(self.outtake - self.intake) // grain))),
            self.o.valid.eq(enough | complete & self.i.valid),
            self.o.payload.eq(joined),
            self.i.ready.eq(~enough & (~complete | self.o.ready)),
        ]

        rest = Signal(len(held))
        m.d.comb += rest.eq(joined >> self.outtake * self.width)
        after = Signal(range(max(levels) // grain + 1))
        m.d.comb += after.eq(level)
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += held.eq(rest)
            m.d.comb += after.eq(Mux(enough, level, level + self.intake // grain)
                                 - self.outtake // grain)
            if max(levels) >= self.outtake:
                with m.If(enough):
                    m.d.sync += held.eq(held >> self.outtake * self.width)
        with m.Elif(self.i.valid & self.i.ready):
            m.d.sync += held.eq(joined)
            m.d.comb += after.eq(level + self.intake // grain)
        m.d.sync += level.eq(Mux(self.clear, 0, after))
