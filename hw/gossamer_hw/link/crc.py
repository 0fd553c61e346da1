"""CRC-32, one bit a cycle: a UART leaves ten bit times for every byte."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out

__all__ = ["POLYNOMIAL", "RESIDUE", "SerialCRC32", "crc32_register"]

#: IEEE 802.3, least significant bit first.
POLYNOMIAL = 0xEDB88320
#: Register after a message and its own CRC.
RESIDUE = 0xDEBB20E3


def crc32_register(data: bytes, register: int = 0xFFFFFFFF) -> int:
    """The register after ``data``; its complement is ``zlib.crc32(data)``."""
    for byte in data:
        for bit in range(8):
            feedback = (register ^ byte >> bit) & 1
            register = register >> 1 ^ (POLYNOMIAL if feedback else 0)
    return register


class SerialCRC32(Component):
    """CRC-32 as in Ethernet and zlib, computed from bytes.

    Takes a byte every nine cycles: the register is final in the cycle in which ``i.ready`` rises
    again. In place of an output of the CRC byte by byte, feed the register its own low byte:
    the feedback then is zero and the next byte of the CRC arrives at the bottom.

    Parameters
    ----------
    start : int
        Register before a message; that after bytes that come before each one, for example.

    Members
    -------
    i : In(stream.Signature(8))
        Message.
    clear : In(1)
        Starts a new message. A byte that is transferred in the same cycle is its first.
    register : Out(32)
        The complement of the CRC of the bytes so far.
    """

    i: stream.Interface
    clear: Signal
    register: Signal

    def __init__(self, start: int = 0xFFFFFFFF) -> None:
        self.start = start
        super().__init__({
            "i": In(stream.Signature(8)),
            "clear": In(1),
            "register": Out(32, init=start),
        })
        # A one travels behind the data: when it alone is left, all eight bits are done.
        self.shift = Signal(9, init=1)

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        shift = self.shift
        busy = shift[1:] != 0
        feedback = self.register[0] ^ shift[0]

        m.d.comb += self.i.ready.eq(~busy)
        with m.If(self.clear):
            m.d.sync += [self.register.eq(self.start), shift.eq(1)]
        with m.Elif(busy):
            m.d.sync += [
                self.register.eq(Cat(self.register[1:], 0) ^ Mux(feedback, POLYNOMIAL, 0)),
                shift.eq(shift[1:]),
            ]
        with m.If(self.i.valid & (self.i.ready | self.clear)):
            m.d.sync += shift.eq(Cat(self.i.payload, 1))

        return m
