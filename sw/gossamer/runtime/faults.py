"""Faults: a line that damages, loses and adds bytes, for tests of everything that uses one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gossamer.runtime.connection import Transport

__all__ = ["Faults", "FaultyTransport"]


@dataclass(frozen=True, kw_only=True)
class Faults:
    """How a line fails, in both directions, each event independent of all others.

    Attributes
    ----------
    bit_errors : float
        Chance of each data bit to be inverted.
    dropped, inserted : float
        Chance of each byte to get lost, and of a random byte before it.
    pauses : float
        Chance that the host does not look at what it has got before more comes, or a time-out.
    resets : float
        Chance that the device is reset before the host looks again.
    seed : int
    """

    bit_errors: float = 0.0
    dropped: float = 0.0
    inserted: float = 0.0
    pauses: float = 0.0
    resets: float = 0.0
    seed: int = 0


class FaultyTransport:
    """A transport over another one, with faults.

    Parameters
    ----------
    transport : Transport
        The line.
    faults : Faults
    reset : callable, optional
        Resets the device.

    Attributes
    ----------
    count : dict of str to int
        Faults so far, by the name of their rate.
    """

    def __init__(
        self, transport: Transport, faults: Faults, reset: Callable[[], None] | None = None
    ) -> None:
        self._transport = transport
        self._reset = reset
        # A direction's faults do not depend on how the traffic of both interleaves.
        there, back, host = np.random.default_rng(faults.seed).spawn(3)
        self._there, self._back = _Direction(faults, there), _Direction(faults, back)
        self._pauses = _Events(faults.pauses, host)
        self._resets = _Events(faults.resets if reset else 0.0, host)

    @property
    def count(self) -> dict[str, int]:
        events = {
            name: self._there.events[name].count + self._back.events[name].count
            for name in self._there.events
        }
        return events | {"pauses": self._pauses.count, "resets": self._resets.count}

    def write(self, data: bytes) -> None:
        """Send what is left of the bytes."""
        if harmed := self._there.harm(data):
            self._transport.write(harmed)

    def read(self, count: int, timeout: float) -> bytes:
        """What is left of the bytes that come, or none after ``timeout`` seconds."""
        if self._reset and self._resets.within(1):
            self._reset()
        while data := self._transport.read(count, timeout):
            if len(data) < count and self._pauses.within(1):
                data += self._transport.read(count - len(data), timeout)
            if harmed := self._back.harm(data):
                return harmed
        return b""


class _Events:
    """Rare events in a row of trials: a geometric number of trials lies between two."""

    def __init__(self, rate: float, random: np.random.Generator) -> None:
        self.count = 0
        self._rate, self._random = rate, random
        self._wait = self._gap()

    def within(self, trials: int) -> list[int]:
        """Which of the next trials are events, in order."""
        found = []
        at = self._wait
        while at < trials:
            found.append(at)
            at += 1 + self._gap()
        self._wait = at - trials
        self.count += len(found)
        return found

    def _gap(self) -> int:
        # 2^62 trials are more than there will be.
        return int(self._random.geometric(self._rate)) - 1 if self._rate else 1 << 62


class _Direction:
    """What happens to the bytes that go one way."""

    def __init__(self, faults: Faults, random: np.random.Generator) -> None:
        self._random = random
        self.events = {
            "bit_errors": _Events(faults.bit_errors, random),
            "dropped": _Events(faults.dropped, random),
            "inserted": _Events(faults.inserted, random),
        }

    def harm(self, data: bytes) -> bytes:
        harmed = bytearray(data)
        for bit in self.events["bit_errors"].within(8 * len(data)):
            harmed[bit // 8] ^= 1 << bit % 8
        for at in reversed(self.events["inserted"].within(len(data))):
            harmed.insert(at, int(self._random.integers(256)))
        for at in reversed(self.events["dropped"].within(len(harmed))):
            del harmed[at]
        return bytes(harmed)
