"""Deframer: find frames of the host protocol in a stream of bytes."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out
from amaranth.utils import ceil_log2

from gossamer_hw.link import crc, wire
from gossamer_hw.link.wire import LoadType, Type

__all__ = ["Deframer"]


class Deframer(Component):
    """Check frames from the host and hand on their fields as they pass.

    A frame is legal when its version is 1, its type is one that a host sends, stream and level are
    zero and the length is that of its type. Bytes outside a frame and frames of another version
    are passed over in silence. A frame that has begun is given up after ``idle_timeout`` cycles
    without a byte, rounded up to a power of two.

    Takes a byte every nine cycles, and one cycle more after the last of a frame.

    Parameters
    ----------
    data_length : int
        Payload of a data frame in bytes.
    idle_timeout : int
        In cycles.
    loads : bool
        Whether LOAD frames are legal.
    ragged : bool
        Whether data frames may be shorter, down to one byte.

    Members
    -------
    i : In(stream.Signature(8))
        Received bytes.
    type : Out(3), sequence : Out(8)
        Header of the frame, from before its payload until the next frame.
    begin : Out(1)
        Pulses when a legal header of a data frame has ended and its payload follows.
    frame_id : Out(1), frame_id_byte : Out(1)
        ``frame_id`` pulses while ``i.payload`` is byte number ``frame_id_byte`` of the frame id.
    data : Out(1), offset : Out(range(data_length))
        ``data`` pulses while ``i.payload`` is byte number ``offset`` of a data frame's payload.
        Whether the frame is right is not known yet.
    load : Out(1)
        With ``loads``: the same for the payload of a LOAD frame.
    received, damaged, illegal : Out(1)
        Pulses once a frame: its CRC is right, its CRC is wrong, its header is not legal.
    """

    i: stream.Interface
    type: Signal
    sequence: Signal
    begin: Signal
    frame_id: Signal
    frame_id_byte: Signal
    data: Signal
    offset: Signal
    received: Signal
    damaged: Signal
    illegal: Signal

    def __init__(self, *, data_length: int, idle_timeout: int, loads: bool = False,
                 ragged: bool = False) -> None:
        if not 1 <= data_length < 1 << 16:
            raise ValueError(f"A data frame carries 1 to 65535 bytes, not {data_length!r}")
        self.data_length = data_length
        self.idle_timeout = idle_timeout
        self.loads = loads
        self.ragged = ragged
        longest = max(data_length, wire.LOAD_LENGTH) if loads else data_length
        super().__init__({
            "i": In(stream.Signature(8)),
            "type": Out(3), "sequence": Out(8),
            "begin": Out(1),
            "frame_id": Out(1), "frame_id_byte": Out(1),
            "data": Out(1), "offset": Out(range(longest)),
            "received": Out(1), "damaged": Out(1), "illegal": Out(1),
        } | ({"load": Out(1)} if loads else {}))

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        byte = self.i.payload
        taken = self.i.valid & self.i.ready

        m.submodules.crc = checksum = crc.SerialCRC32()
        m.d.comb += [checksum.i.payload.eq(byte), checksum.i.valid.eq(taken)]

        # A power of two, so that expiry is one bit and not a comparison.
        idle = Signal(ceil_log2(self.idle_timeout) + 1)
        expired = idle[-1]
        with m.If(taken):
            m.d.sync += idle.eq(0)
        with m.Elif(~expired):
            m.d.sync += idle.eq(idle + 1)

        # Length field of a ragged frame.
        size = Signal(16)

        # Position in the header or countdown of the trailer: never needed at once.
        count = Signal(4)
        legal = Signal()
        length = Signal(16)
        with m.Switch(self.type):
            with m.Case(Type.DATA):
                m.d.comb += length.eq(size if self.ragged else self.data_length)
            with m.Case(Type.ACK, Type.NACK):
                m.d.comb += length.eq(wire.CONTROL_LENGTH)
            if self.loads:
                with m.Case(LoadType.LOAD):
                    m.d.comb += length.eq(wire.LOAD_LENGTH)
        loading = self.type == LoadType.LOAD
        fits = byte == length[8:]
        if self.ragged:
            given = Cat(size[:8], byte)
            fits = Mux(self.type == Type.DATA, (given != 0) & (given <= self.data_length), fits)

        def require(fact: Any) -> None:
            with m.If(~fact):
                m.d.sync += legal.eq(0)

        with m.FSM() as fsm:
            m.d.comb += self.i.ready.eq(checksum.i.ready & ~fsm.ongoing("CHECK"))

            with m.State("HUNT"):
                with m.If(taken & (byte == wire.START)):
                    m.next = "VERSION"

            with m.State("VERSION"):
                m.d.comb += checksum.clear.eq(1)
                m.d.sync += [count.eq(2), legal.eq(1)]
                with m.If(expired):
                    m.next = "HUNT"
                with m.Elif(taken & (byte == wire.VERSION)):
                    m.next = "HEADER"
                with m.Elif(taken & (byte != wire.START)):
                    # Otherwise the byte before was noise, and this one may be the start.
                    m.next = "HUNT"

            with m.State("HEADER"):
                m.d.comb += self.frame_id_byte.eq(count[0])
                with m.If(expired):
                    m.next = "HUNT"
                with m.Elif(taken):
                    m.d.sync += count.eq(count + 1)
                    with m.Switch(count):
                        with m.Case(2):
                            m.d.sync += self.sequence.eq(byte)
                        with m.Case(3):
                            m.d.sync += self.type.eq(byte)
                            # DATA, ACK, NACK and IDENTIFY; the others are a device's.
                            illegal = (byte > Type.IDENTIFY) | (byte == Type.CREDIT)
                            if self.loads:
                                illegal &= byte != LoadType.LOAD
                            with m.If(illegal):
                                m.d.sync += legal.eq(0)
                        with m.Case(4, 5):
                            require(byte == 0)
                        with m.Case(6, 7):
                            m.d.comb += self.frame_id.eq(1)
                        with m.Case(8):
                            if self.ragged:
                                m.d.sync += size[:8].eq(byte)
                                require((self.type == Type.DATA) | (byte == length[:8]))
                            else:
                                require(byte == length[:8])
                        with m.Case(9):
                            m.d.sync += [self.offset.eq(0), count.eq(wire.TRAILER_LENGTH)]
                            if self.ragged:
                                m.d.sync += size[8:].eq(byte)
                            with m.If(~legal | (~fits if self.ragged else byte != length[8:])):
                                m.d.comb += self.illegal.eq(1)
                                m.next = "HUNT"
                            with m.Elif(self.type == Type.DATA):
                                m.d.comb += self.begin.eq(1)
                                m.next = "PAYLOAD"
                            if self.loads:
                                with m.Elif(loading):
                                    m.next = "PAYLOAD"
                            with m.Else():
                                # What a host says of its own places is of no use to a device:
                                # the payload of a control frame only counts for the CRC.
                                with m.If(self.type != Type.IDENTIFY):
                                    m.d.sync += count.eq(wire.CONTROL_LENGTH + wire.TRAILER_LENGTH)
                                m.next = "TRAILER"

            with m.State("PAYLOAD"):
                with m.If(expired):
                    m.next = "HUNT"
                with m.Elif(taken):
                    if self.loads:
                        m.d.comb += [self.data.eq(~loading), self.load.eq(loading)]
                    else:
                        m.d.comb += self.data.eq(1)
                    m.d.sync += self.offset.eq(self.offset + 1)
                    whole = length if self.loads or self.ragged else self.data_length
                    with m.If(self.offset == whole - 1):
                        m.next = "TRAILER"

            with m.State("TRAILER"):
                with m.If(expired):
                    m.next = "HUNT"
                with m.Elif(taken):
                    m.d.sync += count.eq(count - 1)
                    with m.If(count == 1):
                        m.next = "CHECK"

            with m.State("CHECK"):
                with m.If(checksum.i.ready):
                    right = checksum.register == crc.RESIDUE
                    m.d.comb += [self.received.eq(right), self.damaged.eq(~right)]
                    m.next = "HUNT"

        # What the proof of this component speaks of.
        self.state, self.checksum, self.count, self.legal = fsm, checksum, count, legal
        self.size = size

        return m
