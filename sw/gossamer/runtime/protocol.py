"""Frames of the host protocol, version 1: fields to bytes and back (docs/protocol.md)."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from gossamer.errors import GossamerError
from gossamer_hw.link.wire import (
    CONTROL_LENGTH,
    FOREIGN,
    HEADER_LENGTH,
    LOAD_LENGTH,
    START,
    TRAILER_LENGTH,
    UNLOADED,
    VERSION,
    WINDOW,
    LoadType,
    Reason,
    Type,
)

__all__ = ["LOAD_LENGTH", "MAX_PAYLOAD", "UNLOADED", "VERSION", "WINDOW", "Deframer", "Frame",
           "LoadType", "Reason", "Type", "control"]

#: What the length field can say.
MAX_PAYLOAD = 0xFFFF

_HEADER = struct.Struct("<BBBBBBHH")
assert _HEADER.size == HEADER_LENGTH


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One frame, in either direction.

    >>> Frame(type=Type.IDENTIFY).encode().hex(" ")
    '47 01 00 04 00 00 00 00 00 00 fe 24 3d 05'
    """

    type: Type | LoadType
    sequence: int = 0
    payload: bytes = b""
    stream: int = 0
    level: int = 0
    frame_id: int = 0

    def encode(self) -> bytes:
        """The bytes on the wire, from start byte to CRC."""
        if len(self.payload) > MAX_PAYLOAD:
            raise GossamerError(
                f"A frame carries at most {MAX_PAYLOAD} bytes, not {len(self.payload)}; "
                "split the tensor."
            )
        body = _HEADER.pack(
            START, VERSION, self.sequence, self.type, self.stream, self.level, self.frame_id,
            len(self.payload),
        ) + self.payload
        return body + _crc(body)

    @property
    def credit(self) -> int:
        """Free places, in an ACK, NACK or CREDIT."""
        return self.payload[0]

    @property
    def reason(self) -> Reason:
        """Why not, in a NACK."""
        return Reason(self.payload[1])

    @property
    def parts(self) -> tuple[int, int]:
        """In a LOADED frame: the parts of a memory in all, and the next one that is awaited."""
        numbers = struct.unpack(f"<{len(self.payload) // 2}H", self.payload)
        return numbers[0], numbers[-1] if len(numbers) > 1 else self.sequence

    @property
    def unloaded(self) -> bool:
        """Whether it is a NACK because the device's memory is not filled."""
        return self.type == Type.NACK and self.payload[1] == UNLOADED

    @property
    def foreign(self) -> bool:
        """Whether it is a NACK because the device's flash does not hold its weights."""
        return self.type == Type.NACK and self.payload[1] == FOREIGN


def control(
    kind: Type, sequence: int, *, credit: int = WINDOW, reason: Reason = Reason.NONE
) -> Frame:
    """An ACK, NACK or CREDIT: ``sequence`` is that of the next data frame awaited."""
    return Frame(type=kind, sequence=sequence, payload=bytes([credit, reason]))


def _crc(body: bytes) -> bytes:
    """CRC of a frame up to its payload: it covers everything but the start byte."""
    return zlib.crc32(body[1:]).to_bytes(TRAILER_LENGTH, "little")


def _plausible(kind: int, length: int) -> bool:
    """Whether a frame of this type can have this length."""
    match kind:
        case Type.ACK | Type.NACK | Type.CREDIT:
            return length == CONTROL_LENGTH
        case LoadType.LOADED:
            return length in (CONTROL_LENGTH, 2 * CONTROL_LENGTH)
        case LoadType.LOAD:
            return length == LOAD_LENGTH
        case Type.IDENTIFY:
            return length == 0
        case Type.DATA | Type.IDENTITY:
            return length > 0
    return False


class Deframer:
    """Find frames in bytes that arrive in pieces of any size.

    After a damaged frame the search goes on at the byte after its start byte, so that no intact
    frame is lost. Bytes that belong to none are dropped and counted in ``dropped``.
    """

    def __init__(self) -> None:
        self.dropped = 0
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[Frame]:
        """Take bytes; return the frames that they complete."""
        self._buffer += data
        frames = []
        while (size := self._candidate()) and len(self._buffer) >= size:
            raw = bytes(self._buffer[:size])
            if _crc(raw[:-TRAILER_LENGTH]) == raw[-TRAILER_LENGTH:]:
                frames.append(_parse(raw))
                del self._buffer[:size]
            else:
                self._drop(1)
        return frames

    def resynchronise(self) -> list[Frame]:
        """Give up the frame that has begun, because the line has been silent for too long."""
        frames = []
        while self._buffer:
            self._drop(1)
            frames += self.feed(b"")
        return frames

    def _drop(self, count: int) -> None:
        self.dropped += count
        del self._buffer[:count]

    def _candidate(self) -> int:
        """Bytes of the frame at the beginning of the buffer, 0 while that is not known."""
        while self._buffer:
            if (start := self._buffer.find(START)) != 0:
                self._drop(start if start > 0 else len(self._buffer))
                continue
            if len(self._buffer) > 1 and self._buffer[1] != VERSION:
                self._drop(1)
                continue
            if len(self._buffer) < HEADER_LENGTH:
                return 0
            fields = _HEADER.unpack(self._buffer[:HEADER_LENGTH])
            if _plausible(fields[3], fields[-1]):
                return HEADER_LENGTH + int(fields[-1]) + TRAILER_LENGTH
            self._drop(1)
        return 0


def _parse(raw: bytes) -> Frame:
    _, _, sequence, kind, stream, level, frame_id, _ = _HEADER.unpack(raw[:HEADER_LENGTH])
    return Frame(
        type=Type(kind) if kind in set(Type) else LoadType(kind), sequence=sequence,
        payload=raw[HEADER_LENGTH:-TRAILER_LENGTH],
        stream=stream, level=level, frame_id=frame_id,
    )
