"""Block: values in the order of their rows to the order of their blocks."""

from __future__ import annotations

from amaranth.hdl import Module, Mux, Signal, Value, signed
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out

from .blocks import PADDING, SIDE

__all__ = ["Block"]


class Block(wiring.Component):
    """Give the values of an image block by block, those it does not fill padded as in ZFP.

    Four rows are written while the four before are read, so a value may come and go in every cycle.
    Blocks of four rows of the image leave from left to right, at each place one for each channel.

    Parameters
    ----------
    rows, columns, channels : int
        Of the image, of which the channels are the last axis.
    width : int
        Bits of a value.

    Members
    -------
    i : In(stream.Signature(signed(width)))
        Rows.
    o : Out(stream.Signature(StructLayout))
        Blocks, x fastest: ``value``, and ``last`` with the last one of an image.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, *, rows: int, columns: int, channels: int, width: int) -> None:
        self.rows, self.columns, self.channels = rows, columns, channels
        self.width = width
        super().__init__({
            "i": In(stream.Signature(signed(width))),
            "o": Out(stream.Signature(data.StructLayout({"value": signed(width), "last": 1}))),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        across, strips = -(-self.columns // SIDE), -(-self.rows // SIDE)
        pitch = self.columns * self.channels
        m.submodules.store = store = memory.Memory(
            shape=signed(self.width), depth=2 * SIDE * pitch, init=[])
        write, read = store.write_port(), store.read_port()
        full, filled, emptied = Signal(2), Signal(), Signal()
        m.d.sync += full.eq(full + filled - emptied)

        # Rows, of which the last strip may have fewer than four.
        half, column = Signal(), Signal(range(max(2, pitch)))
        row, place = Signal(range(SIDE)), Signal(range(2 * SIDE * pitch))
        strip = Signal(range(max(2, strips)))
        rest = self.rows - SIDE * (strips - 1)
        m.d.comb += [
            self.i.ready.eq(full != 2),
            write.addr.eq(place),
            write.data.eq(self.i.payload),
            write.en.eq(self.i.valid & self.i.ready),
            filled.eq(write.en & (column == pitch - 1)
                      & (row == Mux(strip == strips - 1, rest - 1, SIDE - 1))),
        ]
        with m.If(write.en):
            m.d.sync += [column.eq(column + 1), place.eq(place + 1)]
            with m.If(column == pitch - 1):
                m.d.sync += [column.eq(0), row.eq(row + 1)]
        with m.If(filled):
            m.d.sync += [row.eq(0), half.eq(~half), place.eq(Mux(half, 0, SIDE * pitch)),
                         strip.eq(Mux(strip == strips - 1, 0, strip + 1))]

        # Blocks: x counts first, then y, channel and block. Where the image ends, places that are
        # in it stand for those that are not.
        x, y = Signal(range(SIDE)), Signal(range(SIDE))
        channel, block = Signal(range(max(2, self.channels))), Signal(range(max(2, across)))
        start, base = Signal(range(pitch)), Signal(range(2 * SIDE * pitch))
        read_strip, fetch = Signal.like(strip), Signal()
        right, bottom = block == across - 1, read_strip == strips - 1
        over = self.columns - SIDE * (across - 1)
        ends = channel == self.channels - 1
        m.d.comb += [
            fetch.eq(full.any() & (~self.o.valid | self.o.ready)),
            read.addr.eq(base + start + _offset(m, x, right, over, self.channels)
                         + _offset(m, y, bottom, rest, pitch)),
            read.en.eq(fetch),
            self.o.payload.value.eq(read.data),
            emptied.eq(fetch & (x == SIDE - 1) & (y == SIDE - 1) & ends & right),
        ]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(fetch):
            m.d.sync += [self.o.valid.eq(1), self.o.payload.last.eq(emptied & bottom), x.eq(x + 1)]
            with m.If(x == SIDE - 1):
                m.d.sync += y.eq(y + 1)
                with m.If(y == SIDE - 1):
                    m.d.sync += [
                        channel.eq(Mux(ends, 0, channel + 1)),
                        start.eq(start + Mux(ends, (SIDE - 1) * self.channels + 1, 1)),
                        block.eq(block + ends)]
        with m.If(emptied):
            m.d.sync += [block.eq(0), start.eq(0), base.eq(Mux(base.any(), 0, SIDE * pitch)),
                         read_strip.eq(Mux(bottom, 0, read_strip + 1))]

        return m


def _offset(m: Module, place: Signal, final: Value, rest: int, pitch: int) -> Signal:
    """Address of a place in a block, of which only the first ``rest`` are there if it is final."""
    offset = Signal(range((SIDE - 1) * pitch + 1), name=f"{place.name}_offset")
    with m.Switch(place):
        for number, other in enumerate(PADDING[rest]):
            with m.Case(number):
                m.d.comb += offset.eq(Mux(final, other * pitch, number * pitch))
    return offset
