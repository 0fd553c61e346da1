"""Framer: make frames of the host protocol out of their fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from amaranth.hdl import Module, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out

from gossamer_hw.link import crc, wire

__all__ = ["Framer"]


class Framer(Component):
    """Send one frame for each ``start``.

    Parameters
    ----------
    lengths : mapping of Type or LoadType to int
        Payload of every type that is sent, in bytes; at least one.
    ragged : bool
        Whether DATA frames may be shorter.

    Members
    -------
    start : In(1)
        Pulses while ``busy`` is low.
    busy : Out(1)
        High from the cycle after ``start`` to the transfer of the frame's last byte.
    type : In(3), sequence : In(8)
        Header; stable while ``busy``.
    frame_id_byte : Out(1), frame_id : In(8)
        Byte of the frame id, due one cycle after its number.
    offset : Out(range(...)), payload : In(8)
        Byte of the payload, due one cycle after its number: the output of a memory.
    size : In(16)
        Only if ``ragged``: bytes of the payload of a DATA frame, until its start byte leaves.
    o : Out(stream.Signature(8))
        Bytes to send.
    """

    start: Signal
    busy: Signal
    type: Signal
    sequence: Signal
    frame_id_byte: Signal
    frame_id: Signal
    offset: Signal
    payload: Signal
    size: Signal
    o: stream.Interface

    def __init__(self, lengths: Mapping[Any, int], *, ragged: bool = False) -> None:
        for kind, length in lengths.items():
            if not 1 <= length < 1 << 16:
                raise ValueError(f"A {kind.name} frame carries 1 to 65535 bytes, not {length!r}")
        self.lengths = dict(lengths)
        self.ragged = ragged
        super().__init__({
            "start": In(1), "busy": Out(1),
            "type": In(3), "sequence": In(8),
            "frame_id_byte": Out(1), "frame_id": In(8),
            "offset": Out(range(max(lengths.values()))), "payload": In(8),
            "o": Out(stream.Signature(8)),
        } | ({"size": In(16)} if ragged else {}))

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        m.submodules.crc = checksum = crc.SerialCRC32()

        # A frame ends where it said that it would, whatever becomes of its payload meanwhile.
        given = Signal(range(max(self.lengths.values()) + 1))

        length = Signal(16)
        with m.Switch(self.type):
            for kind, value in self.lengths.items():
                with m.Case(kind):
                    m.d.comb += length.eq(
                        given if self.ragged and kind == wire.Type.DATA else value)

        # The checksum takes a byte in nine cycles, so every byte stands that long: memories that
        # answer one cycle after their address need no handshake.
        byte = self.o.payload
        transfer = self.o.valid & self.o.ready
        m.d.comb += [
            self.o.valid.eq(self.busy & checksum.i.ready),
            checksum.i.payload.eq(byte),
            checksum.i.valid.eq(transfer & ~checksum.clear),
        ]

        count = Signal(4)
        m.d.comb += self.frame_id_byte.eq(count[0])
        with m.If(transfer):
            m.d.sync += count.eq(count + 1)

        with m.FSM() as fsm:
            m.d.comb += self.busy.eq(~fsm.ongoing("IDLE"))

            with m.State("IDLE"):
                m.d.sync += [count.eq(0), self.offset.eq(0)]
                with m.If(self.start):
                    m.next = "HEADER"

            with m.State("HEADER"):
                with m.Switch(count):
                    with m.Case(0):
                        m.d.comb += [byte.eq(wire.START), checksum.clear.eq(1)]
                        if self.ragged:
                            m.d.sync += given.eq(self.size)
                    with m.Case(1):
                        m.d.comb += byte.eq(wire.VERSION)
                    with m.Case(2):
                        m.d.comb += byte.eq(self.sequence)
                    with m.Case(3):
                        m.d.comb += byte.eq(self.type)
                    with m.Case(6, 7):
                        m.d.comb += byte.eq(self.frame_id)
                    with m.Case(8):
                        m.d.comb += byte.eq(length[:8])
                    with m.Case(9):
                        m.d.comb += byte.eq(length[8:])
                with m.If(transfer & (count == wire.HEADER_LENGTH - 1)):
                    m.next = "PAYLOAD"

            with m.State("PAYLOAD"):
                m.d.comb += byte.eq(self.payload)
                with m.If(transfer):
                    m.d.sync += [self.offset.eq(self.offset + 1), count.eq(0)]
                    with m.If(self.offset == length - 1):
                        m.next = "TRAILER"

            with m.State("TRAILER"):
                # The register takes in its own low byte, so that the next one comes down.
                m.d.comb += [
                    byte.eq(~checksum.register[:8]),
                    checksum.i.payload.eq(checksum.register[:8]),
                ]
                with m.If(transfer & (count == wire.TRAILER_LENGTH - 1)):
                    m.next = "IDLE"

        # What the proof of this component speaks of.
        self.state, self.checksum, self.count, self.given = fsm, checksum, count, given

        return m
