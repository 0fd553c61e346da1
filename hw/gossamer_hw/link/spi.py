"""SPI: bytes in both directions at once, on the clock of a controller, which may be faster than
a UART."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import cdc, stream
from amaranth.lib.wiring import Component, In, Out

from gossamer_hw.link.wire import ESCAPE, ESCAPED_ESCAPE, ESCAPED_IDLE, IDLE

__all__ = ["CYCLES_PER_BIT", "Peripheral"]

#: The least clock cycles in a period of SCK. The peripheral answers a falling edge at most three
#: cycles later; half a period is four, so that one is left for pads, wires and the controller.
CYCLES_PER_BIT = 8


class Peripheral(Component):
    """An SPI peripheral in mode 0, the highest bit first, that samples its pins.

    The controller gives the clock, so it must send something to hear something. What stands for
    nothing is the byte IDLE. Where a byte that means something has the value of IDLE or ESCAPE, two
    bytes take its place: ESCAPE and another one for each (as in RFC 1055, SLIP).
    Idle bytes may come anywhere, in the midst of frames too, in either direction.

    What is received at the end of a transaction, less than eight bits, is dropped. A byte of which
    the controller has not taken all eight bits is sent again in the next transaction.

    SCK is high and low for at least four cycles each, and ``cs`` is high for four cycles before its
    first edge and after its last one, and low for four cycles between transactions.

    Members
    -------
    cs : In(1), sck : In(1), copi : In(1)
        From the controller, not synchronised; ``cs`` is high in a transaction.
    cipo : Out(1)
        To the controller, driven by a register.
    o : Out(stream.Signature(8))
        Received bytes. One that is not taken within eight bits is overwritten by the next.
    i : In(stream.Signature(8))
        Bytes to send.
    """

    cs: Signal
    sck: Signal
    copi: Signal
    cipo: Signal
    o: stream.Interface
    i: stream.Interface

    def __init__(self) -> None:
        super().__init__({
            "cs": In(1), "sck": In(1), "copi": In(1), "cipo": Out(1),
            "o": Out(stream.Signature(8)), "i": In(stream.Signature(8)),
        })

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        cs, sck, copi = Signal(), Signal(), Signal()
        m.submodules.cs = cdc.FFSynchronizer(self.cs, cs)
        m.submodules.sck = cdc.FFSynchronizer(self.sck, sck)
        m.submodules.copi = cdc.FFSynchronizer(self.copi, copi)
        selected, high = Signal(), Signal()     # One cycle ago.
        m.d.sync += [selected.eq(cs), high.eq(sck)]
        rises, falls, begins = Signal(), Signal(), Signal()
        m.d.comb += [
            rises.eq(cs & sck & ~high),
            falls.eq(cs & ~sck & high),
            begins.eq(cs & ~selected),
        ]

        # Bits of the byte that have passed; it is whole with the eighth.
        bit = Signal(3)
        whole = Signal()
        m.d.comb += whole.eq(rises & (bit == 7))
        with m.If(~cs):
            m.d.sync += bit.eq(0)
        with m.Elif(rises):
            m.d.sync += bit.eq(bit + 1)

        before, escaped = self._receive(m, copi, rises, whole)
        self._send(m, begins, falls, whole, bit)

        # What the proof of this component speaks of.
        self.rises, self.whole, self.level = rises, whole, copi
        self.before, self.escaped = before, escaped

        return m

    def _receive(
        self, m: Module, copi: Signal, rises: Signal, whole: Signal
    ) -> tuple[Signal, Signal]:
        before = Signal(7)
        byte = Signal(8)
        m.d.comb += byte.eq(Cat(copi, before))
        with m.If(rises):
            m.d.sync += before.eq(byte)

        with m.If(self.o.ready):
            m.d.sync += self.o.valid.eq(0)
        escaped = Signal()
        with m.If(whole & (byte != IDLE)):
            m.d.sync += escaped.eq(byte == ESCAPE)
            with m.If(byte != ESCAPE):
                m.d.sync += [self.o.valid.eq(1), self.o.payload.eq(byte)]
            with m.If(escaped):
                # Any other byte after an escape is damaged, and its frame's CRC says so.
                with m.Switch(byte):
                    with m.Case(ESCAPED_IDLE):
                        m.d.sync += self.o.payload.eq(IDLE)
                    with m.Case(ESCAPED_ESCAPE):
                        m.d.sync += self.o.payload.eq(ESCAPE)
        return before, escaped

    def _send(
        self, m: Module, begins: Signal, falls: Signal, whole: Signal, bit: Signal
    ) -> None:
        # The byte that waits, and whether its escape has been sent.
        held, waits, escaped = Signal(8), Signal(), Signal()
        m.d.comb += self.i.ready.eq(~waits)
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [held.eq(self.i.payload), waits.eq(1)]

        special = Signal()
        m.d.comb += special.eq((held == IDLE) | (held == ESCAPE))
        symbol = Signal(8)
        with m.If(~waits):
            m.d.comb += symbol.eq(IDLE)
        with m.Elif(~special):
            m.d.comb += symbol.eq(held)
        with m.Elif(~escaped):
            m.d.comb += symbol.eq(ESCAPE)
        with m.Else():
            m.d.comb += symbol.eq(Mux(held == IDLE, ESCAPED_IDLE, ESCAPED_ESCAPE))

        # A symbol begins where the one before has ended; it counts when its last bit is taken.
        shift, leaving = Signal(8), Signal()
        m.d.comb += self.cipo.eq(shift[-1])
        with m.If(begins | (falls & (bit == 0))):
            m.d.sync += [shift.eq(symbol), leaving.eq(waits)]
        with m.Elif(falls):
            m.d.sync += shift.eq(shift << 1)
        with m.If(whole & leaving):
            m.d.sync += [waits.eq(special & ~escaped), escaped.eq(special & ~escaped)]
