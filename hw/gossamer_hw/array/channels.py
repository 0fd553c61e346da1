"""Table of channels: what is in it, and single-port memory for it where block RAM is too small."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal, unsigned
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from ..link.word_source import filling
from ..single_port import SinglePortMemory
from .spec import ArraySpec
from .table import shape_of

__all__ = ["ChannelTable", "channel_entries", "channel_image", "channel_layout", "entry_words",
           "halved"]


def entry_words(layout: data.ArrayLayout, port: int) -> int:
    """Words of ``port`` bits that an entry of the table takes, a power of two."""
    return 1 << (-(-layout.size // port) - 1).bit_length()


def channel_layout(spec: ArraySpec) -> data.ArrayLayout:
    """An entry of the table of channels: one channel per requantizer."""
    channels = [channel for entry in spec.channels_table for channel in entry]
    shifts = [shift for entry in spec.shifts for shift in entry]
    bias = shape_of([-1, *(channel.bias for channel in channels)])
    return data.ArrayLayout(data.StructLayout({
        "bias": bias,
        "multiplier": shape_of([channel.multiplier for channel in channels]),
        "shift": unsigned((max(shifts) - min(shifts)).bit_length()),
    }), spec.requantizers)


def halved(spec: ArraySpec) -> bool:
    """Whether an entry in single-port memory is read in two halves: there is a cycle for each."""
    return spec.pace > 1 and entry_words(channel_layout(spec), spec.port) > 1


def channel_entries(spec: ArraySpec) -> list[list[dict[str, int]]]:
    """The table of channels, of the layout :func:`channel_layout`."""
    least = min(map(min, spec.shifts))
    return [[{
        "bias": channel.bias,
        "multiplier": channel.multiplier,
        "shift": shift - least,
    } for channel, shift in zip(entry, shifts, strict=True)]
        for entry, shifts in zip(spec.channels_table, spec.shifts, strict=True)]


def channel_image(spec: ArraySpec) -> bytes:
    """The table of channels as it fills single-port memory, every entry little-endian."""
    layout = channel_layout(spec)
    size = entry_words(layout, spec.port) * spec.port // 8
    return b"".join(layout.const(entry).as_bits().to_bytes(size, "little")
                    for entry in channel_entries(spec))


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
