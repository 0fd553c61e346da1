"""Table of channels: what is in it, and single-port memory for it where block RAM is too small."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Mux, ShapeLike, Signal, signed
from amaranth.lib import data, memory, wiring
from amaranth.lib.wiring import In, Out

from ..link.word_source import filling
from ..single_port import SinglePortMemory
from .delay import later
from .layer import Channel
from .spec import ArraySpec
from .table import shape_of

__all__ = ["ChannelBuffer", "ChannelTable", "ahead", "channel_entries", "channel_image",
           "channel_layout", "entry_words", "group_places", "halved"]


def entry_words(layout: data.ArrayLayout, port: int) -> int:
    """Words of ``port`` bits that an entry of the table takes, a power of two."""
    return 1 << (-(-layout.size // port) - 1).bit_length()


def channel_layout(spec: ArraySpec) -> data.ArrayLayout:
    """An entry of the table of channels: one channel per requantizer."""
    fields: dict[str, ShapeLike] = dict(
        zip(("bias", "multiplier", "shift"), spec.scales, strict=True))
    if spec.exceptions:
        channels = [channel for entry in spec.channels_table for channel in entry]
        fields["exceptions"] = data.ArrayLayout(data.StructLayout({
            "sum": signed(spec.accumulator_bits),
            "step": shape_of([-1, *(step for channel in channels
                                   for _, step in channel.exceptions)]),
        }), spec.exceptions)
    return data.ArrayLayout(data.StructLayout(fields), spec.requantizers)


def halved(spec: ArraySpec) -> bool:
    """Whether an entry in single-port memory is read in two halves: there is a cycle for each."""
    return spec.pace > 1 and entry_words(channel_layout(spec), spec.port) > 1


def ahead(spec: ArraySpec) -> bool:
    """Whether entries are fetched from single-port memory word by word, a row group ahead.

    Where a step takes a cycle, there is no time to read an entry of several words in it.
    """
    return spec.parked and spec.pace == 1 and entry_words(channel_layout(spec), spec.port) > 1


def group_places(spec: ArraySpec) -> int:
    """With :func:`ahead`: entries that every row group has room for, a power of two."""
    most = max(spec.steps(layer, group) for layer in spec.layers
               for group in range(layer.groups(spec.rows)))
    return 1 << (most - 1).bit_length()


def channel_entries(spec: ArraySpec) -> list[list[dict[str, Any]]]:
    """The table of channels, of the layout :func:`channel_layout`."""
    least = min(map(min, spec.shifts))

    def exceptions(channel: Channel) -> dict[str, Any]:
        if not spec.exceptions:
            return {}
        unused = [(0, 0)] * (spec.exceptions - len(channel.exceptions))
        return {"exceptions": [{"sum": total, "step": step}
                               for total, step in (*channel.exceptions, *unused)]}

    return [[{
        "bias": channel.bias,
        "multiplier": channel.multiplier,
        "shift": shift - least,
        **exceptions(channel),
    } for channel, shift in zip(entry, shifts, strict=True)]
        for entry, shifts in zip(spec.channels_table, spec.shifts, strict=True)]


def channel_image(spec: ArraySpec) -> bytes:
    """The table of channels as it fills single-port memory, every entry little-endian.

    With :func:`ahead`, row groups of fewer entries than there are places are filled up with zeros.
    """
    layout = channel_layout(spec)
    size = entry_words(layout, spec.port) * spec.port // 8
    entries = [layout.const(entry).as_bits().to_bytes(size, "little")
               for entry in channel_entries(spec)]
    if not ahead(spec):
        return b"".join(entries)
    image, place = b"", 0
    for layer in spec.layers:
        for group in range(layer.groups(spec.rows)):
            steps = spec.steps(layer, group)
            image += b"".join(entries[place:place + steps]).ljust(group_places(spec) * size, b"\0")
            place += steps
    return image


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


class ChannelBuffer(wiring.Component):
    """The same, an entry in every cycle: row group by row group, in turn, again and again.

    The words of a row group's entries are fetched into block RAM while the row group before is at
    hand, one in a cycle.

    Parameters
    ----------
    layout : ArrayLayout
        Of an entry.
    groups, places : int
        Row groups, and the entries of each, a power of two.
    port : int
        Bits of a word of those that fill it; each entry begins with one of its own.

    Members
    -------
    fill : In(filling(port, words))
        Words of the entries.
    ready : Out(1)
        The row group at hand can be read. First when all words were filled in, and from two cycles
        after its last word was fetched: ``places`` times the words of an entry after the last
        cycle with ``next`` but one, or after the row group before it was fetched.
    place : In(range(places)), enable : In(1), data : Out(layout)
        An entry of the row group at hand in the last cycle with ``enable``, from the next one on.
    next : In(1)
        Pulses: from the next cycle on, the row group that follows is at hand. Only while ``ready``.
    """

    fill: Any
    ready: Signal
    place: Signal
    enable: Signal
    data: data.View
    next: Signal

    def __init__(self, layout: data.ArrayLayout, groups: int, places: int, port: int) -> None:
        self.layout = layout
        self.groups = groups
        self.places = places
        self.port = port
        self.words = entry_words(layout, port)
        super().__init__({
            "fill": In(filling(port, groups * places * self.words)), "ready": Out(1),
            "place": In(range(places)), "enable": In(1), "data": Out(layout), "next": In(1)})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        count = self.groups * self.places * self.words
        m.submodules.memory = store = SinglePortMemory(count, self.port)
        filled = Signal()
        address = Signal.like(store.address)    # of the word that is fetched next
        m.d.comb += [
            store.address.eq(Mux(self.fill.write, self.fill.address, address)),
            store.data_in.eq(self.fill.word),
            store.write.eq(self.fill.write.replicate(len(store.write))),
        ]
        with m.If(self.fill.write):
            m.d.sync += filled.eq(self.fill.address == count - 1)

        # Row groups at hand or after it: that are asked for, and that have come.
        asked, come = Signal(range(3)), Signal(range(3))
        fetch, ends = Signal(), Signal()
        bits = (self.places * self.words - 1).bit_length()
        m.d.comb += [
            fetch.eq(filled & ~asked[1]),
            ends.eq(fetch & address[:bits].all()),
            self.ready.eq(come != 0),
        ]
        m.d.sync += [
            asked.eq(asked + ends - self.next),
            come.eq(come + later(m, ends, 1, "ended") - self.next),
        ]
        to, at = Signal(), Signal()     # halves of the buffer: that is filled, and that is read
        with m.If(fetch):
            m.d.sync += [address.eq(Mux(address == count - 1, 0, address + 1)), to.eq(to ^ ends)]
        m.d.sync += at.eq(at ^ self.next)

        # A block RAM or more for each word of an entry.
        comes = later(m, fetch, 1, "comes")
        split = (self.words - 1).bit_length()
        here = later(m, Cat(address[:bits], to), 1, "here")
        parts = []
        for word in range(-(-self.layout.size // self.port)):
            width = min(self.port, self.layout.size - word * self.port)
            m.submodules[f"word_{word}"] = held = memory.Memory(
                shape=width, depth=2 * self.places, init=[], attrs={"ram_style": "block"})
            read, write = held.read_port(), held.write_port()
            m.d.comb += [
                write.addr.eq(here[split:]),
                write.data.eq(store.data_out),
                write.en.eq(comes & (here[:split] == word)),
                read.addr.eq(Cat(self.place, at)),
                read.en.eq(self.enable),
            ]
            parts.append(read.data)
        m.d.comb += self.data.eq(Cat(parts))

        return m
