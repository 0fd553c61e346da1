"""Responder: the device's side of the host protocol in Python, the model of the hardware's."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from gossamer.runtime.protocol import WINDOW, Deframer, Frame, Reason, Type, control

__all__ = ["Responder"]


@dataclass
class Responder:
    """Answers a host as ``gossamer_hw.link.endpoint`` does, but at once.

    Attributes
    ----------
    identity : bytes
        Payload of the answer to an identity request; the counters are appended, cycles being 0.
    input_size : int
        Bytes of a data frame, or the most if it is ``ragged``.
    infer : callable
        From the payload of a data frame to that of its result.
    """

    identity: bytes
    input_size: int
    infer: Callable[[bytes], bytes]
    ragged: bool = False
    _deframer: Deframer = field(default_factory=Deframer)
    _expected: int = 0
    _acknowledged: int = 0
    _waiting: list[Frame] = field(default_factory=list)
    _results: list[Frame] = field(default_factory=list)
    _sent: int = 0
    _inferences: int = 0

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the host; return those that the device sends."""
        answers: list[Frame] = []
        damaged = self._deframer.dropped
        for frame in self._deframer.feed(data):
            self._take(frame, answers)
        if self._deframer.dropped > damaged:
            answers.append(self._status(Type.NACK, Reason.CRC))
        while self._waiting and len(self._results) < WINDOW:
            frame = self._waiting.pop(0)
            self._inferences += 1
            self._results.append(Frame(
                type=Type.DATA, sequence=frame.sequence, frame_id=frame.frame_id,
                payload=self.infer(frame.payload),
            ))
            answers.append(self._status(Type.CREDIT))
        answers += self._results[self._sent:]
        self._sent = len(self._results)
        return b"".join(frame.encode() for frame in answers)

    def silence(self) -> bytes:
        """Forget half a frame, because nothing has come for a while."""
        return b"".join(self.feed(frame.encode()) for frame in self._deframer.resynchronise())

    def reset(self) -> None:
        """Forget everything, as when the reset button is pressed."""
        self._deframer = Deframer()
        self._waiting, self._results = [], []
        self._expected = self._acknowledged = self._sent = self._inferences = 0

    def _status(self, kind: Type, reason: Reason = Reason.NONE) -> Frame:
        return control(kind, self._expected, credit=WINDOW - len(self._waiting), reason=reason)

    def _take(self, frame: Frame, answers: list[Frame]) -> None:
        match frame.type:
            case Type.DATA:
                answers.append(self._take_data(frame))
            case Type.IDENTIFY:
                counters = struct.pack("<II", 0, self._inferences)
                answers.append(Frame(
                    type=Type.IDENTITY, sequence=self._expected, payload=self.identity + counters,
                ))
            case Type.ACK | Type.NACK:
                gained = (frame.sequence - self._acknowledged) % 256
                if gained <= self._sent:
                    self._acknowledged = frame.sequence
                    del self._results[:gained]
                    self._sent -= gained
                if frame.type == Type.NACK:
                    self._sent = 0
            case _:
                answers.append(self._status(Type.NACK, Reason.HEADER))

    def _take_data(self, frame: Frame) -> Frame:
        size = len(frame.payload)
        fits = 0 < size <= self.input_size if self.ragged else size == self.input_size
        if not fits or frame.stream or frame.level:
            return self._status(Type.NACK, Reason.HEADER)
        ahead = (frame.sequence - self._expected) % 256
        if ahead >= 128:
            return self._status(Type.ACK)
        if ahead:
            return self._status(Type.NACK, Reason.ORDER)
        if len(self._waiting) == WINDOW:
            return self._status(Type.NACK, Reason.BUSY)
        self._waiting.append(frame)
        self._expected = (self._expected + 1) % 256
        return self._status(Type.ACK)
