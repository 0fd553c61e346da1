"""Unblock: values in the order of their blocks to the order of their rows."""

from __future__ import annotations

from amaranth.hdl import Module, Mux, Signal, signed
from amaranth.lib import memory, stream, wiring
from amaranth.lib.wiring import In, Out

from .blocks import SIDE

__all__ = ["Unblock"]


class Unblock(wiring.Component):
    """Give the values of an image row by row, without the padding of its blocks.

    Four rows are written while the four before are read, so a value may come and go in every cycle.
    Blocks of four rows of the image come from left to right, at each place one for each channel.

    Parameters
    ----------
    rows, columns, channels : int
        Of the image, of which the channels are the last axis.
    width : int
        Bits of a value.

    Members
    -------
    i : In(stream.Signature(signed(width)))
        Blocks, x fastest.
    o : Out(stream.Signature(signed(width)))
        Rows.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, *, rows: int, columns: int, channels: int, width: int) -> None:
        self.rows, self.columns, self.channels = rows, columns, channels
        self.width = width
        super().__init__({"i": In(stream.Signature(signed(width))),
                          "o": Out(stream.Signature(signed(width)))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        across, strips = -(-self.columns // SIDE), -(-self.rows // SIDE)
        pitch = across * SIDE * self.channels               # values of a row in the memory
        m.submodules.store = store = memory.Memory(
            shape=signed(self.width), depth=2 * SIDE * pitch, init=[])
        write, read = store.write_port(), store.read_port()
        full, filled, emptied = Signal(2), Signal(), Signal()
        m.d.sync += full.eq(full + filled - emptied)

        # Where the next value belongs: x counts first, then y, channel and block.
        half = Signal()
        x, y = Signal(range(SIDE)), Signal(range(SIDE))
        channel, block = Signal(range(max(2, self.channels))), Signal(range(max(2, across)))
        start, place = Signal(range(pitch)), Signal(range(2 * SIDE * pitch))
        ends = channel == self.channels - 1
        m.d.comb += [
            self.i.ready.eq(full != 2),
            write.addr.eq(place),
            write.data.eq(self.i.payload),
            write.en.eq(self.i.valid & self.i.ready),
        ]
        following = Signal.like(start)
        m.d.comb += following.eq(
            start + Mux(ends, (SIDE - 1) * self.channels + 1, 1))
        base = Signal.like(place)
        m.d.comb += base.eq(Mux(half, SIDE * pitch, 0))
        with m.If(write.en):
            m.d.sync += [x.eq(x + 1), place.eq(place + self.channels)]
            with m.If(x == SIDE - 1):
                m.d.sync += [y.eq(y + 1),
                             place.eq(place + (pitch - (SIDE - 1) * self.channels))]
                with m.If(y == SIDE - 1):
                    m.d.sync += [channel.eq(Mux(ends, 0, channel + 1)), start.eq(following),
                                 place.eq(base + following)]
                    with m.If(ends):
                        m.d.sync += block.eq(block + 1)
                        with m.If(block == across - 1):
                            m.d.comb += filled.eq(1)
                            m.d.sync += [block.eq(0), start.eq(0), half.eq(~half),
                                         place.eq(Mux(half, 0, SIDE * pitch))]

        # Rows, of which the last four may be fewer.
        row, strip = Signal(range(SIDE)), Signal(range(max(2, strips)))
        column, address = Signal(range(pitch)), Signal(range(2 * SIDE * pitch))
        read_half = Signal()
        rest = self.rows - SIDE * (strips - 1)
        last_column = column == self.columns * self.channels - 1
        last_row = row == Mux(strip == strips - 1, rest - 1, SIDE - 1)
        fetch = Signal()
        m.d.comb += [
            fetch.eq(full.any() & (~self.o.valid | self.o.ready)),
            read.addr.eq(address),
            read.en.eq(fetch),
            self.o.payload.eq(read.data),
            emptied.eq(fetch & last_column & last_row),
        ]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(fetch):
            m.d.sync += [self.o.valid.eq(1), column.eq(column + 1), address.eq(address + 1)]
            with m.If(last_column):
                m.d.sync += [column.eq(0), row.eq(row + 1),
                             address.eq(address + (pitch - self.columns * self.channels + 1))]
        with m.If(emptied):
            m.d.sync += [row.eq(0), read_half.eq(~read_half),
                         address.eq(Mux(read_half, 0, SIDE * pitch)),
                         strip.eq(Mux(strip == strips - 1, 0, strip + 1))]

        return m
