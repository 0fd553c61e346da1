"""Connection: every tensor goes to the device once and every result comes back once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from gossamer.errors import GossamerError
from gossamer.runtime import identity
from gossamer.runtime.exchange import Exchange, Statistics
from gossamer.runtime.protocol import (
    LOAD_LENGTH,
    MAX_PAYLOAD,
    Deframer,
    Frame,
    LoadType,
    Reason,
    Type,
)

__all__ = ["Connection", "Transport"]


class Transport(Protocol):
    """A line of bytes in both directions."""

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""

    def write(self, data: bytes) -> None:
        """Send bytes."""


class Connection:
    """The host's side of the protocol over a line that may lose, damage or repeat bytes.

    Parameters
    ----------
    transport : Transport
        The line.
    timeout : float
        Seconds of silence after which the host asks again. Must be longer than the device's own
        limit for half a frame, 10 ms.
    retries : int
        Silences in a row after which the device counts as lost.

    Attributes
    ----------
    timeout : float
    statistics : Statistics
        Since the connection was made.
    """

    def __init__(self, transport: Transport, *, timeout: float = 0.25, retries: int = 20) -> None:
        self.statistics = Statistics()
        self._transport = transport
        self.timeout = timeout
        self._retries = retries
        self._deframer = Deframer()
        self._received: list[Frame] = []
        self._next = 0
        self._identity: identity.Identity | None = None
        self._loaded = False  # Whether the device's memory is filled from here.
        self._inferences = 0  # That the device has counted when an exchange begins.

    def identify(self) -> tuple[identity.Identity, identity.Counters]:
        """Ask the device what it is.

        Its answer also says which sequence number it awaits, so this comes first, and again
        after anything has gone wrong.
        """
        for _ in range(self._retries):
            self._send(Frame(type=Type.IDENTIFY))
            while frame := self._receive():
                if frame.type == Type.IDENTITY:
                    self._next = frame.sequence
                    found, counters = identity.decode(frame.payload)
                    self._check(found)
                    self._inferences = counters.inferences
                    return found, counters
        raise GossamerError(
            "No device answers; check the cable, the port, the rate, and that the board is flashed."
        )

    def load(self, image: bytes) -> None:
        """Fill the device's memory, in whole LOAD frames, from where it is filled already."""
        parts = [image[at:at + LOAD_LENGTH] for at in range(0, len(image), LOAD_LENGTH)]
        part = 0
        self._loaded = True
        for _ in range(self._retries):
            self._send(_load(parts, part))
            while frame := self._receive():
                if frame.type != LoadType.LOADED:
                    if frame.foreign:
                        raise self._foreign()
                    if frame.type == Type.NACK and not frame.unloaded \
                            and frame.reason == Reason.HEADER:
                        raise GossamerError(
                            "The device has no memory to load; flash the design that belongs to "
                            "these weights.")
                    if frame.type == Type.NACK:
                        break
                    continue
                every, part = frame.parts
                if every != len(parts):
                    raise GossamerError(
                        f"The device's memory takes {every} parts, not {len(parts)}; "
                        "flash the design that belongs to these weights.")
                if part == len(parts):
                    return
                self._send(_load(parts, part))
        raise GossamerError(
            f"The device does not take its weights, after {part} of {len(parts)} parts; check the "
            "cable, and reset the board.")

    def exchange(
        self, tensors: Sequence[bytes], progress: Callable[[int], None] | None = None
    ) -> list[bytes]:
        """Send every tensor and return their results in order.

        A device that is reset meanwhile is noticed, and gets again what it has not answered.

        Parameters
        ----------
        progress : callable, optional
            Called with the number of results so far.
        """
        exchange = Exchange(tensors, self._send, base=self._next, inferences=self._inferences,
                            statistics=self.statistics)
        while not exchange.done:
            exchange.fill()
            before = len(exchange.results)
            frame = self._receive()
            if frame is not None:
                if frame.type == Type.IDENTITY:
                    self._check(identity.decode(frame.payload)[0])
                elif frame.type in (Type.ACK, Type.NACK, Type.CREDIT) and frame.unloaded:
                    raise GossamerError(
                        "The device has no weights yet; load them before the first inference.")
                elif frame.type in (Type.ACK, Type.NACK, Type.CREDIT) and frame.foreign:
                    raise self._foreign()
                exchange.take(frame)
                if progress and len(exchange.results) > before:
                    progress(len(exchange.results))
            else:
                exchange.silence()
                if exchange.silences == self._retries:
                    raise self._lost(len(exchange.results), len(tensors))
        self._next = (exchange.base + len(tensors)) % 256
        self._inferences = exchange.inferences + len(tensors)
        return exchange.results

    def _check(self, found: identity.Identity) -> None:
        """Refuse a device that has become another one."""
        if self._identity is None:
            self._identity = found
        elif found != self._identity:
            raise GossamerError(
                f"The device was {self._identity.name!r} and is now {found.name!r}, another "
                "design; open it again."
            )

    def _foreign(self) -> GossamerError:
        if self._loaded:
            return GossamerError(
                "The board's SDRAM gives other weights than were loaded; reset the board, and "
                "build the design for a slower clock if that happens again.")
        return GossamerError(
            "The board's flash does not hold the weights of this design, or its SDRAM gives "
            "others; flash the design again with `gossamer flash`, or build it for a slower clock.")

    def _lost(self, done: int, total: int) -> GossamerError:
        seconds = self.timeout * self._retries
        return GossamerError(
            f"The device has not finished an inference for {seconds:g} s, after {done} of {total}; "
            "check the cable, reset the board, and open it again."
        )

    def _send(self, frame: Frame) -> None:
        self._transport.write(frame.encode())

    def _receive(self) -> Frame | None:
        """The next frame, or nothing after a silence."""
        heard = 0
        while not self._received:
            # The transport keeps the time, so that a simulated line may be slow. A line that only
            # babbles counts as silent after the length of the longest frame.
            data = self._transport.read(4096, self.timeout) if heard <= MAX_PAYLOAD else b""
            if not data:
                self._received += self._deframer.resynchronise()
                break
            heard += len(data)
            self._received += self._deframer.feed(data)
        return self._received.pop(0) if self._received else None


def _load(parts: Sequence[bytes], part: int) -> Frame:
    """The frame with a part of a memory."""
    return Frame(type=LoadType.LOAD, sequence=part % 256, payload=parts[part])
