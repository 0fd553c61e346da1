"""Drivers for the stream ports of a design, for benches that run under cocotb."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

from cocotb.triggers import RisingEdge

__all__ = ["Sink", "Source", "StreamError"]


class StreamError(Exception):
    """A stream does not keep the rules; the sentence names the stream and the transfer."""


class _Driver:
    """What source and sink share: the port's signals, the clock and the chance of a pause."""

    def __init__(self, dut: Any, name: str, *, stall: float = 0.0, seed: int = 0) -> None:
        self.name = name
        self.transfers = 0
        self._clk = dut.clk
        self._payload = getattr(dut, f"{name}__payload")
        self._valid = getattr(dut, f"{name}__valid")
        self._ready = getattr(dut, f"{name}__ready")
        self._stall = stall
        # Every stream pauses at its own times.
        self._random = random.Random(f"{seed} {name}")

    def _pause(self) -> bool:
        return self._random.random() < self._stall

    def _known(self, signal: Any) -> int:
        """Value of a signal just before the clock edge that was waited for."""
        value = signal.value
        if not value.is_resolvable:
            raise StreamError(
                f"Stream {self.name!r} has the unknown value {value} on "
                f"{signal._name!r} at transfer {self.transfers}."
            )
        return int(value)


class Source(_Driver):
    """Offers payloads, given as bit patterns, to an input stream."""

    def __init__(self, dut: Any, name: str, *, stall: float = 0.0, seed: int = 0) -> None:
        super().__init__(dut, name, stall=stall, seed=seed)
        self._valid.value = 0
        self._payload.value = 0

    async def send(self, payloads: Iterable[int]) -> None:
        """Send all payloads, then leave the stream idle."""
        mask = (1 << len(self._payload)) - 1
        for payload in payloads:
            while self._pause():
                self._valid.value = 0
                await RisingEdge(self._clk)
            self._payload.value = payload & mask
            self._valid.value = 1
            await RisingEdge(self._clk)
            while not self._known(self._ready):
                await RisingEdge(self._clk)
            self.transfers += 1
            self._valid.value = 0


class Sink(_Driver):
    """Takes payloads, as bit patterns, from an output stream and checks its rules.

    Once offered, a payload must stay until it is taken.
    """

    def __init__(self, dut: Any, name: str, *, stall: float = 0.0, seed: int = 0) -> None:
        super().__init__(dut, name, stall=stall, seed=seed)
        self.received: list[int] = []
        self._ready.value = 0

    async def run(self) -> None:
        """Take payloads into ``received`` until cancelled."""
        waiting: int | None = None
        while True:
            ready = not self._pause()
            self._ready.value = int(ready)
            await RisingEdge(self._clk)
            offered = self._known(self._payload) if self._known(self._valid) else None
            if waiting is not None and offered != waiting:
                raise StreamError(
                    f"Stream {self.name!r} offers {waiting} at transfer {self.transfers} but "
                    f"{'nothing' if offered is None else offered} a cycle later, before it was "
                    "taken."
                )
            waiting = None if ready else offered
            if ready and offered is not None:
                self.received.append(offered)
                self.transfers += 1
