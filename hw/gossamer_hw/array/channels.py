"""Table of channels in single-port memory, where block RAM is too small for it."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Mux, Signal
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

    Members
    -------
    fill : In(filling(port, words))
        Words of the entries. Nothing may be read before the last one.
    address : In(range(depth)), enable : In(1), data : Out(layout)
        The entry at ``address`` of the last cycle with ``enable``, from the next one on.
    """

    fill: Any
    address: Signal
    enable: Signal
    data: data.View

    def __init__(self, layout: data.ArrayLayout, depth: int, port: int) -> None:
        self.layout = layout
        self.depth = depth
        self.port = port
        self.words = entry_words(layout, port)
        super().__init__({
            "fill": In(filling(port, depth * self.words)),
            "address": In(range(max(2, depth))), "enable": In(1), "data": Out(layout),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.memory = store = SinglePortMemory(self.depth, self.words * self.port)
        latest = Signal.like(store.address)
        bits = self.words.bit_length() - 1
        lanes = self.port // 8
        m.d.comb += [
            store.address.eq(Mux(self.fill.write, self.fill.address >> bits,
                                 Mux(self.enable, self.address, latest))),
            store.data_in.eq(self.fill.word.replicate(self.words)),
            store.write.eq(Mux(self.fill.write, ((1 << lanes) - 1)
                               << (self.fill.address[:bits] * lanes), 0)),
            self.data.eq(store.data_out),
        ]
        # An entry stays as long as its address does.
        m.d.sync += latest.eq(store.address)

        return m
