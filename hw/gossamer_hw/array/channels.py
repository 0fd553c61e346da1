"""Table of channels in single-port memory, where block RAM is too small for it."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from ..link.word_source import filling
from ..single_port import SinglePortMemory

__all__ = ["ChannelTable", "entry_words"]


def entry_words(layout: data.ArrayLayout, port: int) -> int:
    """Words of ``port`` bits that an entry of the table takes, a power of two."""
    return 1 << (-(-layout.size // port) - 1).bit_length()


class ChannelTable(wiring.Component):
    """The parameters of all channels, filled after a reset and only read from then on.

    Parameters
    ----------
    layout : ArrayLayout
        Of an entry.
    depth : int
        Entries.
    port : int
        Bits of a word of those that fill it; each entry begins with one of its own.
    halves : bool
        Whether an entry is read in two halves, from a memory of half the width.

    Members
    -------
    fill : In(filling(port, words))
        Words of the entries. Nothing may be read before the last one.
    address : In(range(depth)), enable : In(1), data : Out(layout)
        The entry at ``address`` of the last cycle with ``enable``, from the next one on.
    take : In(1)
        With ``halves``: the entry at ``address``, which must be that of the cycle before, is what
        ``data`` are from the next cycle on, until and in the first one with ``enable``. Only with
        ``enable``, and not in two cycles with ``enable`` in a row.
    """

    fill: Any
    address: Signal
    enable: Signal
    data: data.View

    def __init__(self, layout: data.ArrayLayout, depth: int, port: int, *,
                 halves: bool = False) -> None:
        self.layout = layout
        self.halves = halves
        self.depth = depth
        self.port = port
        self.words = entry_words(layout, port)
        super().__init__({
            "fill": In(filling(port, depth * self.words)),
            "address": In(range(max(2, depth))), "enable": In(1), "data": Out(layout),
        } | ({"take": In(1)} if halves else {}))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        each = self.words // 2 if self.halves else self.words     # words side by side
        m.submodules.memory = store = SinglePortMemory(
            self.depth * self.words // each, each * self.port)
        bits = each.bit_length() - 1
        lanes = self.port // 8
        reading = Signal.like(store.address)
        m.d.comb += [
            store.address.eq(Mux(self.fill.write, self.fill.address >> bits, reading)),
            store.data_in.eq(self.fill.word.replicate(each)),
            store.write.eq(Mux(self.fill.write, ((1 << lanes) - 1)
                               << (self.fill.address[:bits] * lanes), 0)),
        ]
        latest = Signal.like(store.address)
        if self.halves:
            lower = Signal(store.width)
            held = Signal()             # an entry was taken, and is needed still
            m.d.comb += [
                reading.eq(Mux(self.take, self.address << 1 | 1,
                               Mux(held & ~self.enable, latest, self.address << 1))),
                self.data.eq(Cat(lower, store.data_out)),
            ]
            m.d.sync += held.eq(self.take | held & ~self.enable)
            with m.If(self.take):
                m.d.sync += [lower.eq(store.data_out), latest.eq(reading)]
        else:
            m.d.comb += [
                reading.eq(Mux(self.enable, self.address, latest)),
                self.data.eq(store.data_out),
            ]
            # An entry stays as long as its address does.
            m.d.sync += latest.eq(store.address)

        return m
