"""Slots: memories that hold whole frames between the link and the engine."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal, signed
from amaranth.lib import data, memory, stream
from amaranth.lib.wiring import Component, In, Out
from amaranth.utils import ceil_log2

from gossamer_hw.link.wire import WINDOW

__all__ = ["INPUT", "OUTPUT", "Beats", "DirectInput", "InputSlots", "ResultSlots", "input_layout"]


def input_layout(beat: int) -> data.StructLayout:
    """What an engine takes that gets ``beat`` input elements together."""
    elements = signed(8) if beat == 1 else data.ArrayLayout(signed(8), beat)
    return data.StructLayout({"data": elements, "last": 1})


#: What an engine takes that gets them one by one.
INPUT = input_layout(1)
#: What an engine gives.
OUTPUT = data.StructLayout({"data": signed(16), "last": 1})


def _depth(size: int) -> int:
    """Words of a memory of two slots at powers of two, so that an address is slot and offset."""
    return (1 << ceil_log2(size)) + size


class InputSlots(Component):
    """Hold two input tensors that are complete, or coming in, or going out.

    Parameters
    ----------
    size : int
        Elements of a tensor.
    ragged : bool
        Whether tensors may be shorter: one ends with the element that was stored last.
    beat : int
        Elements that leave together, a power of two that divides ``size``; not where tensors are
        ragged.

    Members
    -------
    write : In(1), offset : In(range(size)), data : In(8)
        Store an element in the slot that is filled next; without effect when no slot is free. With
        a beat, elements come in their order, from the first one of a beat on.
    commit : In(1)
        Pulses when the slot is complete.
    free : Out(range(3))
        Slots that hold nothing.
    o : Out(stream.Signature(input_layout(beat)))
        Complete tensors in order, one element or beat a cycle.
    """

    write: Signal
    offset: Signal
    data: Signal
    commit: Signal
    free: Signal
    o: stream.Interface

    def __init__(self, size: int, *, ragged: bool = False, beat: int = 1) -> None:
        if beat & (beat - 1) or size % beat or ragged and beat > 1:
            raise ValueError(f"Inputs of {size!r} elements cannot leave {beat!r} at a time")
        self.size = size
        self.ragged = ragged
        self.beat = beat
        super().__init__({
            "write": In(1), "offset": In(range(size)), "data": In(8),
            "commit": In(1),
            "free": Out(range(WINDOW + 1), init=WINDOW),
            "o": Out(stream.Signature(input_layout(beat))),
        })

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        beats = self.size // self.beat
        m.submodules.memory = slots = memory.Memory(
            shape=8 * self.beat, depth=_depth(beats), init=[])
        write_port = slots.write_port()
        read_port = slots.read_port()
        bits, inner = ceil_log2(beats), ceil_log2(self.beat)

        fill = Signal()
        m.d.comb += [
            write_port.addr.eq(Cat(self.offset[inner:inner + bits], fill)),
            write_port.data.eq(self.data),
            write_port.en.eq(self.write & (self.free != 0)),
        ]
        if inner:
            older = Signal(8 * (self.beat - 1))     # the elements before, the latest one last
            whole = Cat(older, self.data)
            with m.If(self.write):
                m.d.sync += older.eq(whole[8:])
            m.d.comb += [
                write_port.data.eq(whole),
                write_port.en.eq(self.write & (self.free != 0) & self.offset[:inner].all()),
            ]
        m.d.sync += fill.eq(fill ^ self.commit)

        # The memory's output register is the stream's: an element is fetched when it is free.
        drain = Signal()
        position = Signal(range(beats))
        last = position == beats - 1
        if self.ragged:
            ends = [Signal(range(self.size), name=f"end_{slot}") for slot in range(WINDOW)]
            for slot, end in enumerate(ends):
                with m.If(write_port.en & (fill == slot)):
                    m.d.sync += end.eq(self.offset)
            last = position == Mux(drain, ends[1], ends[0])
        fetch = (self.free != WINDOW) & (~self.o.valid | self.o.ready)
        m.d.comb += [
            read_port.addr.eq(Cat(position[:bits], drain)),
            read_port.en.eq(fetch),
            self.o.payload.data.eq(read_port.data),
        ]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(fetch):
            m.d.sync += [
                self.o.valid.eq(1),
                self.o.payload.last.eq(last),
                position.eq(Mux(last, 0, position + 1)),
                drain.eq(drain ^ last),
            ]
        m.d.sync += self.free.eq(self.free - self.commit + (fetch & last))

        return m


class Beats(Component):
    """Put elements together that come one by one.

    Members
    -------
    i : In(stream.Signature(INPUT))
    o : Out(stream.Signature(input_layout(beat)))
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, beat: int) -> None:
        self.beat = beat
        super().__init__({"i": In(stream.Signature(INPUT)),
                          "o": Out(stream.Signature(input_layout(beat)))})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        number = Signal(range(self.beat))
        ends = number == self.beat - 1
        m.d.comb += self.i.ready.eq(self.o.ready | ~self.o.valid)
        with m.If(self.i.ready):
            m.d.sync += self.o.valid.eq(self.i.valid & ends)
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [
                number.eq(number + 1),
                self.o.payload.data.as_value().eq(
                    Cat(self.o.payload.data.as_value()[8:], self.i.payload.data)),
                self.o.payload.last.eq(self.i.payload.last),
            ]

        return m


class DirectInput(Component):
    """Hand an input tensor to the engine as it comes in, and its last element when it is complete.

    The engine's own memory is the only slot, so that a tensor that comes while an inference runs
    finds none. One that is never complete is overwritten by the next.

    Parameters
    ----------
    size : int
        Elements of a tensor, at least two.

    Members
    -------
    write, offset, data, commit, o
        As in ``InputSlots``; at most every other cycle.
    free : Out(range(3))
        1 while the engine waits for a tensor, else 0.
    begin : In(1)
        Pulses before the first element of a tensor.
    restart : Out(1)
        To the engine: the next element is the first one.
    """

    write: Signal
    offset: Signal
    data: Signal
    commit: Signal
    free: Signal
    begin: Signal
    restart: Signal
    o: stream.Interface

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__({
            "write": In(1), "offset": In(range(size)), "data": In(8),
            "commit": In(1), "begin": In(1), "restart": Out(1),
            "free": Out(range(WINDOW + 1)),
            "o": Out(stream.Signature(INPUT)),
        })

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        last = self.offset == self.size - 1
        m.d.comb += [
            self.free.eq(self.o.ready & ~(self.o.valid & self.o.payload.last)),
            self.restart.eq(self.begin & (self.free != 0)),
        ]
        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        with m.If(self.write & (self.free != 0)):
            m.d.sync += [
                self.o.payload.data.eq(self.data),
                self.o.payload.last.eq(last),
                self.o.valid.eq(~last),
            ]
        with m.If(self.commit):
            m.d.sync += self.o.valid.eq(1)

        return m


class ResultSlots(Component):
    """Hold two results until they are released.

    Parameters
    ----------
    size : int
        Elements of a result.
    ragged : bool
        Whether results may be shorter: one ends with its ``last`` element.

    Members
    -------
    i : In(stream.Signature(OUTPUT))
        Results in order, one element a cycle while a slot is free.
    release : In(range(3))
        Slots to give back, oldest first.
    held : Out(range(3))
        Slots that hold a complete result.
    slot : In(1), offset : In(range(2 * size)), data : Out(8)
        Read byte ``offset`` of a slot, little-endian; one cycle later.
    length : Out(16)
        Only if ``ragged``: bytes of the result in the slot.
    """

    i: stream.Interface
    release: Signal
    held: Signal
    slot: Signal
    offset: Signal
    data: Signal
    length: Signal

    def __init__(self, size: int, *, ragged: bool = False) -> None:
        self.size = size
        self.ragged = ragged
        super().__init__({
            "i": In(stream.Signature(OUTPUT)),
            "release": In(range(WINDOW + 1)),
            "held": Out(range(WINDOW + 1)),
            "slot": In(1), "offset": In(range(2 * size)), "data": Out(8),
        } | ({"length": Out(16)} if ragged else {}))

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        m.submodules.memory = slots = memory.Memory(shape=16, depth=_depth(self.size), init=[])
        write_port = slots.write_port()
        read_port = slots.read_port()
        bits = ceil_log2(self.size)

        fill = Signal()
        position = Signal(range(self.size))
        transfer = self.i.valid & self.i.ready
        finish = transfer & self.i.payload.last
        m.d.comb += [
            self.i.ready.eq(self.held != WINDOW),
            write_port.addr.eq(Cat(position[:bits], fill)),
            write_port.data.eq(self.i.payload.data),
            write_port.en.eq(transfer),
        ]
        with m.If(transfer):
            m.d.sync += position.eq(Mux(self.i.payload.last, 0, position + 1))
        m.d.sync += [
            fill.eq(fill ^ finish),
            self.held.eq(self.held + finish - self.release),
        ]
        if self.ragged:
            ends = [Signal(range(self.size), name=f"end_{slot}") for slot in range(WINDOW)]
            for slot, end in enumerate(ends):
                with m.If(finish & (fill == slot)):
                    m.d.sync += end.eq(position)
            m.d.comb += self.length.eq(2 * Mux(self.slot, ends[1], ends[0]) + 2)

        high = Signal()
        m.d.sync += high.eq(self.offset[0])
        m.d.comb += [
            read_port.addr.eq(Cat(self.offset[1:1 + bits], self.slot)),
            self.data.eq(read_port.data.word_select(high, 8)),
        ]

        return m
