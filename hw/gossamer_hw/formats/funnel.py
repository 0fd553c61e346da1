"""Funnel: read fields of changing width from a stream of words."""

from __future__ import annotations

import math
from collections.abc import Collection

from amaranth.hdl import Module, Mux, Signal, unsigned
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

__all__ = ["Funnel"]


class Funnel(wiring.Component):
    """Show the next bits of a stream of words, and move on by as many as were used.

    A word is fetched only when the bits that are held do not suffice, and its bits are seen in the
    cycle in which it arrives: a step costs max(1, new words) cycles.

    Parameters
    ----------
    port : int
        Bits of a word.
    widths : collection of int
        All values that ``need`` and ``used`` may have, 0 apart.

    Members
    -------
    i : In(stream.Signature(unsigned(port)))
        Words.
    need : In
        Bits that the present step waits for; must not depend on ``window``.
    ready : Out(1)
        They are there.
    window : Out(max(widths))
        The next bits, the first one lowest; undefined beyond ``need``, or until ``ready``.
    used : In
        Bits to remove, at most ``need``.
    step : In(1)
        Remove them in this cycle; only while ``ready``.
    clear : In(1)
        With ``step``: drop what is left of the last word.
    """

    i: stream.Interface
    need: Signal
    ready: Signal
    window: Signal
    used: Signal
    step: Signal
    clear: Signal

    def __init__(self, *, port: int, widths: Collection[int]) -> None:
        self.port = port
        self.widest = max(widths)
        # All positions in a word are multiples of the grain, which saves levels of shifting.
        self.grain = math.gcd(port, *widths)
        super().__init__({
            "i": In(stream.Signature(unsigned(port))),
            "need": In(range(self.widest + 1)),
            "ready": Out(1),
            "window": Out(self.widest),
            "used": In(range(self.widest + 1)),
            "step": In(1),
            "clear": In(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        grain, port = self.grain, self.port // self.grain
        zeros = grain.bit_length() - 1 if grain & (grain - 1) == 0 else None

        def grains(bits: Signal) -> Signal:
            """A number of bits as a number of grains."""
            if zeros is not None:
                return bits[zeros:]
            counts = Signal(range(self.widest // grain + 1), name=f"{bits.name}_grains")
            with m.Switch(bits):
                for count in range(1, self.widest // grain + 1):
                    with m.Case(count * grain):
                        m.d.comb += counts.eq(count)
            return counts

        # Before a word is fetched fewer bits are held than are needed; after it, that and a word.
        size = self.widest + self.port - grain
        held = Signal(size)
        level = Signal(range(size // grain + 1))
        joined = Signal(size)
        need, used = grains(self.need), grains(self.used)

        # A word is only of use while fewer bits are held than the widest step needs. Whether it is
        # needed is known late, so the window shows it in any case.
        bits = max(1, (self.widest // grain - 1).bit_length())
        word = Mux(level[bits:].any(), 0, self.i.payload)

        fetch = Signal()
        enough = Signal()
        m.d.comb += [
            enough.eq(level >= need),
            joined.eq(held | word << level[:bits] * grain),
            self.window.eq(joined),
            self.ready.eq(enough | self.i.valid & (level + port >= need)),
            # A word that completes the step goes with it, any other one at once.
            self.i.ready.eq(~enough & (self.step | (level + port < need))),
            fetch.eq(self.i.valid & self.i.ready),
        ]
        with m.If(self.step):
            m.d.sync += [
                held.eq(Mux(self.clear, 0, Mux(enough, held, joined) >> used * grain)),
                level.eq(Mux(self.clear, 0, level + Mux(enough, 0, port) - used)),
            ]
        with m.Elif(fetch):
            m.d.sync += [held.eq(joined), level.eq(level + port)]

        return m
