"""UART: bytes over one wire, eight data bits, no parity, one stop bit."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import cdc, stream
from amaranth.lib.wiring import Component, In, Out

__all__ = ["Receiver", "Transmitter"]


def _check(divisor: int) -> None:
    if not isinstance(divisor, int):
        raise TypeError(f"A UART divisor must be an integer, not {divisor!r}")
    if divisor < 4:
        raise ValueError(f"A UART divisor must be at least 4, not {divisor!r}")


class Receiver(Component):
    """Turn a wire into bytes.

    A byte appears in the middle of its stop bit and waits until it is taken; one that is not taken
    within ten bit times is overwritten by the next. A byte whose stop bit is low is dropped.

    Parameters
    ----------
    divisor : int
        Clock cycles per bit.

    Members
    -------
    rx : In(1)
        The wire, not synchronised.
    o : Out(stream.Signature(8))
        Received bytes.
    """

    rx: Signal
    o: stream.Interface

    def __init__(self, divisor: int) -> None:
        _check(divisor)
        self.divisor = divisor
        super().__init__({"rx": In(1, init=1), "o": Out(stream.Signature(8))})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        wire = Signal(init=1)
        m.submodules.synchroniser = cdc.FFSynchronizer(self.rx, wire, init=1)

        timer = Signal(range(self.divisor + self.divisor // 2))
        busy = Signal()
        # A one travels ahead of the data: when it reaches the lowest bit, eight bits are in.
        shift = Signal(9)

        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)

        with m.If(timer != 0):
            m.d.sync += timer.eq(timer - 1)
        with m.Elif(~busy):
            with m.If(~wire):
                # From the edge to the middle of the first data bit.
                m.d.sync += [
                    busy.eq(1),
                    shift.eq(1 << 8),
                    timer.eq(self.divisor + self.divisor // 2 - 1),
                ]
        with m.Elif(~shift[0]):
            m.d.sync += [shift.eq(Cat(shift[1:], wire)), timer.eq(self.divisor - 1)]
        with m.Else():
            m.d.sync += busy.eq(0)
            with m.If(wire):
                m.d.sync += [self.o.payload.eq(shift[1:]), self.o.valid.eq(1)]
            with m.Else():
                # A break or a byte out of step: half a bit later the wire may be high again.
                m.d.sync += timer.eq(self.divisor // 2)

        return m


class Transmitter(Component):
    """Turn bytes into a wire.

    Takes a byte every ten bit times; the start bit leaves in the cycle after the transfer.

    Parameters
    ----------
    divisor : int
        Clock cycles per bit.

    Members
    -------
    i : In(stream.Signature(8))
        Bytes to send.
    tx : Out(1)
        The wire, driven by a register, high when idle.
    """

    i: stream.Interface
    tx: Signal

    def __init__(self, divisor: int) -> None:
        _check(divisor)
        self.divisor = divisor
        super().__init__({"i": In(stream.Signature(8)), "tx": Out(1, init=1)})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        timer = Signal(range(self.divisor))
        # Stop bit, data, start bit. The stop bit is the last one left, and then the idle level.
        shift = Signal(10, init=1)
        m.d.comb += self.tx.eq(shift[0])

        with m.If(timer != 0):
            m.d.sync += timer.eq(timer - 1)
        with m.Elif(shift[1:] != 0):
            m.d.sync += [shift.eq(shift[1:]), timer.eq(self.divisor - 1)]
        with m.Else():
            m.d.comb += self.i.ready.eq(1)
            with m.If(self.i.valid):
                m.d.sync += [
                    shift.eq(Cat(0, self.i.payload, 1)),
                    timer.eq(self.divisor - 1),
                ]

        return m
