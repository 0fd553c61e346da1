"""Exchange: the tensors of one batch on their way, and what the host makes of every frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gossamer.errors import GossamerError
from gossamer.runtime import identity
from gossamer.runtime.protocol import Frame, Type, control

__all__ = ["Exchange", "Statistics"]

#: So often in a row a device is asked for a result before the one that it sends.
EARLY = 4


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


class Exchange:
    """The host's side of the protocol for one batch, without the line (docs/protocol.md).

    Parameters
    ----------
    tensors : sequence of bytes
    send : callable
        Sends a frame.
    base : int
        Sequence number of the first tensor.
    inferences : int
        That the device has counted before it.
    statistics : Statistics
        Is added to.

    Attributes
    ----------
    results : list of bytes
        So far, in order.
    base, inferences : int
        As given, or anew after a reset of the device.
    silences : int
        In a row.
    """

    def __init__(
        self, tensors: Sequence[bytes], send: Callable[[Frame], None], *, base: int,
        inferences: int, statistics: Statistics,
    ) -> None:
        self.results: list[bytes] = []
        self.base = base
        self.inferences = inferences
        self.silences = 0
        self._tensors = tensors
        self._send = send
        self._statistics = statistics
        self._accepted = 0  # Tensors that the device has.
        self._sent = 0
        self._reached = 0  # The most that was ever sent: after a silence the host sends again.
        self._limit = 1  # Tensors up to here find a place; more are known after the first answer.
        # A NACK is obeyed once: the next frames of the window cause the same one.
        self._resent_at = -1
        self._early = 0  # Results that came in place of the one that is awaited.
        self._doubt = False  # Whether the device's numbers are still ours: no tensor is sent.
        self._asked = False  # The device, in such a doubt, what it is.

    @property
    def done(self) -> bool:
        return len(self.results) == len(self._tensors)

    def fill(self) -> None:
        """Send the tensors that find a place."""
        while self._sent < min(self._limit, len(self._tensors)) and not self._doubt:
            self._send(Frame(
                type=Type.DATA, sequence=(self.base + self._sent) % 256,
                frame_id=self._sent % 65536, payload=self._tensors[self._sent],
            ))
            self._statistics.resent += self._sent < self._reached
            self._sent += 1
            self._reached = max(self._reached, self._sent)

    def silence(self) -> None:
        """Nothing has come for too long."""
        self.silences += 1
        self._statistics.silences += 1
        if self._doubt or self.silences > 1:
            # The device may have been reset. Nothing is on its way, and nothing is sent until it
            # has answered: a tensor with an old number cannot pass for a new one.
            self._doubt = self._asked = True
            self._send(Frame(type=Type.IDENTIFY))
        else:
            # Everything may be lost: a tensor, its result, or word of a free place.
            self._again(max(self._limit, self._accepted + 1))

    def take(self, frame: Frame) -> None:
        """A frame of the device."""
        match frame.type:
            case Type.DATA:
                self._result(frame)
            case Type.ACK | Type.NACK | Type.CREDIT:
                self._status(frame)
            case Type.IDENTITY if self._asked:
                self._identity(frame)

    def _again(self, limit: int) -> None:
        """Ask for the results that are missing, and send what the device has not acknowledged."""
        self._send(control(Type.NACK, (self.base + len(self.results)) % 256))
        self._sent, self._limit, self._resent_at = self._accepted, limit, -1

    def _result(self, frame: Frame) -> None:
        ahead = (frame.sequence - self.base - len(self.results)) % 256
        if ahead == 0:
            self.results.append(frame.payload)
            self.silences = self._early = 0
        if ahead == 0 or ahead >= 128:
            # A result that is here already, or of an earlier session, makes room too.
            self._send(control(Type.ACK, (frame.sequence + 1) % 256))
        elif self._early < EARLY:
            self._early += 1
            self._send(control(Type.NACK, (self.base + len(self.results)) % 256))
        else:
            # The device does not have the one before.
            self._doubt = True

    def _gained(self, frame: Frame) -> int | None:
        """Tensors that were accepted since the last news, or nothing if that cannot be."""
        gained = (frame.sequence - self.base - self._accepted) % 256
        return gained if gained <= self._reached - self._accepted else None

    def _status(self, frame: Frame) -> None:
        gained = self._gained(frame)
        if gained is None:
            self._doubt = True
            return
        if gained:
            self.silences = 0
        self._accepted += gained
        self._sent = max(self._sent, self._accepted)
        self._limit = self._accepted + frame.credit
        if frame.type == Type.NACK and self._resent_at != self._accepted:
            self._sent = self._resent_at = self._accepted

    def _identity(self, frame: Frame) -> None:
        """The device has said what it is, and nothing else is on its way."""
        self._doubt, self._asked, self._early = False, False, 0
        _, counters = identity.decode(frame.payload)
        gained = self._gained(frame)
        forgotten = counters.inferences < self.inferences + len(self.results)
        if forgotten or (gained is None and frame.sequence == 0):
            # It was reset: what is not answered goes out again, under its numbers.
            self._statistics.resets += 1
            self.inferences = counters.inferences - len(self.results)
            self.base = (frame.sequence - len(self.results)) % 256
            self._accepted = self._reached = len(self.results)
        elif gained is None:
            raise GossamerError(
                "The device expects a tensor that was not sent yet; it was used by another "
                "program meanwhile, so open it again."
            )
        else:
            self._accepted += gained
        self._again(self._accepted + 1)
