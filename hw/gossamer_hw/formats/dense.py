"""Dense format: every block is stored; no index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Module, Signal

from .base import BlockDecoder, Blocks
from .gearbox import Gearbox
from .symbols import SymbolFormat
from .values import sign_extend

__all__ = ["Dense"]


@dataclass(frozen=True, kw_only=True)
class Dense(SymbolFormat):
    """All column blocks in order."""

    @property
    def name(self) -> str:
        return f"dense-{self.values.name}"

    def stored(self, group: Blocks) -> npt.NDArray[np.int64]:
        return np.arange(len(group))

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        queue: list[int] = []
        return np.stack([self._take(words, queue) for _ in range(count)])

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return DenseDecoder(self, count=count, width=width, groups=groups)


class DenseDecoder(BlockDecoder):
    """Count the column blocks; see :class:`BlockDecoder`."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        values, lanes = self.format.values, self.format.lanes
        m.submodules.gearbox = gearbox = Gearbox(
            intake=values.symbols(self.format.port), outtake=lanes, width=values.width)
        index = Signal.like(self.o.payload.index)

        m.d.comb += [
            gearbox.i.payload.eq(values.expand(self.i.payload, self.format.port)),
            gearbox.i.valid.eq(self.i.valid),
            self.i.ready.eq(gearbox.i.ready),
            self.o.valid.eq(gearbox.o.valid),
            gearbox.o.ready.eq(self.o.ready),
            self.o.payload.weights.eq(
                sign_extend(gearbox.o.payload, lanes, values.width, self.width)),
            self.o.payload.index.eq(index),
            self.o.payload.last.eq(index == (self.count - 1)[:len(index)]),
        ]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += index.eq(index + 1)
            with m.If(self.o.payload.last):
                m.d.sync += index.eq(0)
                m.d.comb += gearbox.clear.eq(1)

        return m
