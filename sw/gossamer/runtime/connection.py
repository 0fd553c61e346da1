"""Connection: every tensor goes to the device once and every result comes back once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from gossamer.errors import GossamerError
from gossamer.runtime import identity
from gossamer.runtime.protocol import (
    LOAD_LENGTH,
    MAX_PAYLOAD,
    Deframer,
    Frame,
    LoadType,
    Reason,
    Type,
    control,
)

__all__ = ["Connection", "Statistics", "Transport"]


#: So often in a row a device is asked for a result before the one that it sends.
EARLY = 4


class Transport(Protocol):
    """A line of bytes in both directions."""

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""

    def write(self, data: bytes) -> None:
        """Send bytes."""


@dataclass(kw_only=True)
class Statistics:
    """What went wrong on the line and was put right.

    Attributes
    ----------
    resent : int
        Tensors that were sent again.
    silences : int
        Time-outs.
    resets : int
        Resets of the device that were noticed.
    """

    resent: int = 0
    silences: int = 0
    resets: int = 0


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
        for _ in range(self._retries):
            self._send(Frame(type=LoadType.LOAD, sequence=part, payload=parts[part]))
            while frame := self._receive():
                if frame.type != LoadType.LOADED:
                    if frame.type == Type.NACK and frame.reason == Reason.HEADER:
                        raise GossamerError(
                            "The device has no memory to load; flash the design that belongs to "
                            "these weights.")
                    if frame.type == Type.NACK:
                        break
                    continue
                if frame.payload[0] != len(parts):
                    raise GossamerError(
                        f"The device's memory takes {frame.payload[0]} parts, not {len(parts)}; "
                        "flash the design that belongs to these weights.")
                part = frame.sequence
                if part == len(parts):
                    return
                self._send(Frame(type=LoadType.LOAD, sequence=part, payload=parts[part]))
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
        base = self._next
        results: list[bytes] = []
        accepted = 0  # Tensors that the device has.
        sent = 0
        reached = 0  # The most that was ever sent: after a silence the host sends again.
        limit = 1  # Tensors up to here find a place; more are known after the first answer.
        resent_at = -1  # A NACK is obeyed once: the next frames of the window cause the same one.
        silences = 0
        early = 0  # Results that came in place of the one that is awaited.
        doubt = False  # Whether the device's sequence numbers are still ours: no tensor is sent.
        asked = False  # The device, in such a doubt, what it is.
        while len(results) < len(tensors):
            while sent < min(limit, len(tensors)) and not doubt:
                self._send(Frame(
                    type=Type.DATA, sequence=(base + sent) % 256, frame_id=sent % 65536,
                    payload=tensors[sent],
                ))
                self.statistics.resent += sent < reached
                sent += 1
                reached = max(reached, sent)
            frame = self._receive()
            if frame is None:
                silences += 1
                self.statistics.silences += 1
                if silences == self._retries:
                    raise self._lost(len(results), len(tensors))
                if doubt or silences > 1:
                    # The device may have been reset. Nothing is on its way, and nothing is sent
                    # until it has answered: a tensor with an old number cannot pass for a new one.
                    doubt = asked = True
                    self._send(Frame(type=Type.IDENTIFY))
                    continue
                # Everything may be lost: a tensor, its result, or word of a free place.
                self._send(control(Type.NACK, (base + len(results)) % 256))
                sent, limit, resent_at = accepted, max(limit, accepted + 1), -1
                continue
            if frame.type == Type.DATA:
                ahead = (frame.sequence - base - len(results)) % 256
                if ahead == 0:
                    results.append(frame.payload)
                    silences = early = 0
                    if progress:
                        progress(len(results))
                if ahead == 0 or ahead >= 128:
                    # A result that is here already, or of an earlier session, makes room too.
                    self._send(control(Type.ACK, (frame.sequence + 1) % 256))
                elif early < EARLY:
                    early += 1
                    self._send(control(Type.NACK, (base + len(results)) % 256))
                else:
                    # It does not have the one before.
                    doubt = True
            elif frame.type in (Type.ACK, Type.NACK, Type.CREDIT):
                gained = (frame.sequence - base - accepted) % 256
                if gained > reached - accepted:
                    doubt = True
                    continue
                if gained:
                    silences = 0
                if frame.unloaded:
                    raise GossamerError(
                        "The device has no weights yet; load them before the first inference.")
                accepted += gained
                sent = max(sent, accepted)
                limit = accepted + frame.credit
                if frame.type == Type.NACK and resent_at != accepted:
                    sent = resent_at = accepted
            elif frame.type == Type.IDENTITY and asked:
                doubt, asked, early = False, False, 0
                found, counters = identity.decode(frame.payload)
                self._check(found)
                gained = (frame.sequence - base - accepted) % 256
                known = gained <= reached - accepted
                if counters.inferences < self._inferences + len(results) or (
                        not known and frame.sequence == 0):
                    # It was reset: what is not answered goes out again, under its numbers.
                    self.statistics.resets += 1
                    self._inferences = counters.inferences - len(results)
                    base = (frame.sequence - len(results)) % 256
                    accepted = reached = len(results)
                elif known:
                    accepted += gained
                else:
                    raise GossamerError(
                        "The device expects a tensor that was not sent yet; it was used by another "
                        "program meanwhile, so open it again."
                    )
                self._send(control(Type.NACK, (base + len(results)) % 256))
                sent, limit, resent_at = accepted, accepted + 1, -1
        self._next = (base + len(tensors)) % 256
        self._inferences += len(tensors)
        return results

    def _check(self, found: identity.Identity) -> None:
        """Refuse a device that has become another one."""
        if self._identity is None:
            self._identity = found
        elif found != self._identity:
            raise GossamerError(
                f"The device was {self._identity.name!r} and is now {found.name!r}, another "
                "design; open it again."
            )

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
