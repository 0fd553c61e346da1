"""Window: the next bits of a stream of words, and a packer that makes such streams."""

from __future__ import annotations

import functools
import operator

from amaranth.hdl import Cat, Module, Mux, Signal, Value
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from amaranth.utils import exact_log2

__all__ = ["Packer", "Window", "words"]


def words(port: int) -> stream.Signature:
    """Signature of a stream of words; ``last`` is on the last word of a chunk."""
    return stream.Signature(data.StructLayout({"data": port, "last": 1}))


class Window(wiring.Component):
    """Show the next bits of a chunk, and move on by as many as are used.

    Behind the last word of a chunk there are zeros, until ``clear`` goes on to the next chunk. A
    step needs the word behind the present one, or to know that there is none. Steps are possible in
    every cycle while words come.

    Parameters
    ----------
    port : int
        Bits of a word, a power of two.
    widest : int
        Most bits that a step uses, at most ``port``.
    options : int
        How many numbers of bits there are to choose from.

    Members
    -------
    i : In(words(port))
        Words.
    bits : Out(widest)
        The next bits, the first one lowest.
    ready : Out(1)
        They are valid.
    used : In(ArrayLayout(range(widest + 1), options))
        Numbers of bits that may be used.
    bound : In(range(widest + 1))
        Bits to use instead of each number that is marked in ``bounded``.
    bounded : In(options)
        Those numbers.
    choice : In(options)
        A one for the number that is used, and zeros; may depend on ``bits``.
    step : In(1)
        Use them; only while ``ready``.
    needed : In(1)
        With ``step``: they are more than padding.
    missed : Out(1)
        Since the last ``clear`` some that were needed are behind the last word.
    ended : Out(1)
        The next bit is behind the last word.
    clear : In(1)
        Drop what is there, only while ``ended``.
    """

    i: stream.Interface
    bits: Signal
    ready: Signal
    used: data.View[data.ArrayLayout]
    bound: Signal
    bounded: Signal
    choice: Signal
    step: Signal
    needed: Signal
    missed: Signal
    ended: Signal
    clear: Signal

    def __init__(self, *, port: int, widest: int, options: int) -> None:
        if port & (port - 1) or widest > port:
            raise ValueError(f"Words must have a power of two of bits and hold the {widest} bits "
                             f"of a step, not {port!r}")
        self.port = port
        self.widest = widest
        self.options = options
        super().__init__({
            "i": In(words(port)),
            "bits": Out(widest),
            "ready": Out(1),
            "used": In(data.ArrayLayout(range(widest + 1), options)),
            "bound": In(range(widest + 1)),
            "bounded": In(options),
            "choice": In(options),
            "step": In(1),
            "needed": In(1),
            "missed": Out(1),
            "ended": Out(1),
            "clear": In(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        port, digits = self.port, exact_log2(self.port)
        # Two words, the first one lowest; whether each is there, and whether it is more than the
        # zeros behind the end, and whether its chunk's words end with it or before.
        low, high = Signal(port), Signal(port)
        low_valid, high_valid = Signal(), Signal()
        low_real, high_real = Signal(), Signal()
        low_last, high_last, finished = Signal(), Signal(), Signal()
        # With the bit above, that a word was left behind in the step before.
        position = Signal(range(2 * port))
        base, beyond = position[:digits], position[digits]

        # All sums are made before it is known which one counts.
        after, bound, chosen = Signal(range(2 * port)), Signal(range(2 * port)), []
        m.d.comb += bound.eq(base + self.bound)
        for number in range(self.options):
            free, masked = Signal.like(after), Signal.like(after)
            m.d.comb += [
                free.eq(base + self.used[number]),
                masked.eq(Mux(self.bounded[number], bound, free)
                          & self.choice[number].replicate(len(after))),
            ]
            chosen.append(masked)
        shift, down, load = (Signal(name=name) for name in ("shift", "down", "load"))
        # The largest shift comes first, after which fewer bits are left to shift.
        view: Value = Cat(low, high)
        for digit in reversed(range(digits)):
            shifted = Signal(len(self.bits) + (1 << digit) - 1, name=f"shifted_{1 << digit}")
            m.d.comb += shifted.eq(Mux(position[digit], view >> (1 << digit), view))
            view = shifted
        m.d.comb += [
            self.bits.eq(view),
            self.ready.eq(low_valid & high_valid),
            after.eq(functools.reduce(operator.or_, chosen)),
            self.ended.eq(low_valid & ~low_real),
            finished.eq(low_valid & low_last | high_valid & high_last),
            shift.eq(self.step & after[digits]),
            # Both words are there in a step, so what comes late is in one place.
            down.eq(shift | high_valid & ~low_valid),
            load.eq(shift | ~self.ready),
            self.i.ready.eq(load & ~finished),
        ]
        m.d.sync += position.eq(Mux(self.step, after, base))
        with m.If(down):
            m.d.sync += [low.eq(high), low_valid.eq(1), low_real.eq(high_real),
                         low_last.eq(high_last)]
        with m.If(load):
            m.d.sync += [
                high.eq(Mux(finished, 0, self.i.payload.data)),
                high_valid.eq(finished | self.i.valid),
                high_real.eq(~finished),
                high_last.eq(finished | self.i.payload.last),
            ]

        # What was missing is found out a cycle later, from the position that came of it.
        before, low_before, high_before, needed, missed = (
            Signal(digits), Signal(), Signal(), Signal(), Signal())
        m.d.comb += self.missed.eq(missed | needed & Mux(
            low_before, ~high_before & beyond & base.any(), position != before))
        m.d.sync += [before.eq(base), low_before.eq(low_real), high_before.eq(high_real),
                     needed.eq(self.step & self.needed), missed.eq(self.missed)]
        with m.If(self.clear):
            m.d.sync += [position.eq(0), low_valid.eq(0), high_valid.eq(0), missed.eq(0)]

        return m


class Packer(wiring.Component):
    """Put fields of any width into words without gaps.

    A word leaves when the next one is complete, or when its chunk ends, so that it is known whether
    it is the last. A field takes one cycle, the end of a chunk one or two.

    Parameters
    ----------
    port : int
        Bits of a word, a power of two.
    widest : int
        Most bits of a field, at most ``port``.

    Members
    -------
    i : In(stream.Signature(StructLayout))
        Fields: ``bits``, of which the lowest ``width`` count and the others are zero; ``end`` is
        for a chunk that ends here, in a field of no bits.
    o : Out(words(port))
        Words. A chunk has at least one.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, *, port: int, widest: int) -> None:
        if port & (port - 1) or widest > port:
            raise ValueError(f"Words must have a power of two of bits and hold the {widest} bits "
                             f"of a field, not {port!r}")
        self.port = port
        super().__init__({
            "i": In(stream.Signature(data.StructLayout({
                "bits": widest, "width": range(widest + 1), "end": 1}))),
            "o": Out(words(port)),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        port = self.port
        rest, fill = Signal(port), Signal(range(port))
        whole, waiting = Signal(port), Signal()

        joined = Signal(2 * port)
        total = Signal(range(2 * port))
        complete, final, free = Signal(), Signal(), Signal()
        end = self.i.payload.end
        m.d.comb += [
            joined.eq(rest | self.i.payload.bits << fill),
            total.eq(fill + self.i.payload.width),
            complete.eq(total >= port),
            # At the end there are two words at most: the one that waits, and what is left.
            final.eq(end & ~(waiting & fill.any())),
            self.o.payload.data.eq(Mux(waiting, whole, rest)),
            self.o.payload.last.eq(final),
            self.o.valid.eq(self.i.valid & Mux(end, 1, complete & waiting)),
            free.eq(~self.o.valid | self.o.ready),
            self.i.ready.eq(free & (~end | final)),
        ]
        with m.If(self.i.valid & free):
            with m.If(end):
                m.d.sync += waiting.eq(0)
                with m.If(final):
                    m.d.sync += [rest.eq(0), fill.eq(0)]
            with m.Else():
                m.d.sync += [rest.eq(joined), fill.eq(total)]
                with m.If(complete):
                    m.d.sync += [whole.eq(joined), waiting.eq(1), rest.eq(joined >> port)]

        return m
