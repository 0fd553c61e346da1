"""Collector: take numbers digit by digit, all of a block at once, and give them one by one."""

from __future__ import annotations

from amaranth.hdl import Cat, Module, Mux, Signal, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

__all__ = ["Collector"]


class Collector(wiring.Component):
    """Collect the digits of numbers, of which the lowest may be dropped.

    Digits enter a shift register of each number. With the last ones numbers go over into a queue,
    from which they leave while the next digits enter. That is two registers for each bit that is
    kept, but only one of them needs a choice in front; a square of registers as in ``Transposer``
    has one with a choice for every bit, kept or not.

    Parameters
    ----------
    numbers, lanes : int
        How many there are, and how many of them leave at a time.
    digit : int
        Bits of a digit.
    kept : int
        Bits of a number that are kept, the highest; more than those of a digit.

    Members
    -------
    i : In(stream.Signature(StructLayout))
        ``digits``, one of each number, the lowest first; ``last`` with the highest one. There may
        be more of them than are kept, and for some blocks more than for others.
    o : Out(stream.Signature(ArrayLayout(unsigned(kept), lanes)))
        Numbers.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, *, numbers: int, lanes: int, digit: int, kept: int) -> None:
        self.numbers, self.lanes = numbers, lanes
        self.digit, self.kept = digit, kept
        super().__init__({
            "i": In(stream.Signature(data.StructLayout({"digits": numbers * digit, "last": 1}))),
            "o": Out(stream.Signature(data.ArrayLayout(unsigned(kept), lanes))),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        digit, kept, beats = self.digit, self.kept, self.numbers // self.lanes
        left = Signal(range(beats + 1))
        complete, takes, loads, leaves = Signal(), Signal(), Signal(), Signal()
        m.d.comb += [
            complete.eq(self.i.payload.last),
            self.o.valid.eq(left.any()),
            leaves.eq(self.o.valid & self.o.ready),
            self.i.ready.eq(~complete | ~left.any() | (left == 1) & self.o.ready),
            takes.eq(self.i.valid & self.i.ready),
            loads.eq(takes & complete),
        ]
        with m.If(loads | leaves):
            m.d.sync += left.eq(Mux(loads, beats, left - 1))

        # Behind the last digit there is one register less, for it goes straight into the queue.
        queue = [Signal(kept, name=f"queue_{number}", reset_less=True)
                 for number in range(self.numbers)]
        for number, place in enumerate(queue):
            held = Signal(kept - digit, name=f"held_{number}", reset_less=True)
            whole = Cat(held, self.i.payload.digits[number * digit:(number + 1) * digit])
            behind = queue[number + self.lanes] if number + self.lanes < self.numbers else whole
            with m.If(takes):
                m.d.sync += held.eq(whole[digit:])
            with m.If(loads | leaves):
                m.d.sync += place.eq(Mux(loads, whole, behind))
        m.d.comb += self.o.payload.eq(Cat(queue[:self.lanes]))

        return m
