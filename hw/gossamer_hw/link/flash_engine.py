"""Flash engine: an engine whose weights come from a quad SPI flash for every inference."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from .quad_flash import QUAD_SPI, QuadFlash
from .slots import INPUT, OUTPUT

__all__ = ["FlashEngine"]


class FlashEngine(Component):
    """An engine with its flash; to a link it looks like an engine.

    Parameters
    ----------
    engine : Component
        With ``i`` and ``o`` as in ``gossamer_hw.link.slots``, and ``words``; with ``fill`` if the
        flash has a tail.
    flash : QuadFlash
        Where the words come from.

    Members
    -------
    i : In(stream.Signature(INPUT)), o : Out(stream.Signature(OUTPUT))
        Those of the engine.
    restart : In(1)
        Only if the engine is ``direct``: its own.
    lap : Out(1)
        Only if the engine has ``laps``: its own.
    spi : Out(QUAD_SPI)
        To the flash.
    failed : Out(1)
        The flash does not hold the weights. No result comes any more.
    """

    i: stream.Interface
    o: stream.Interface
    restart: Signal
    lap: Signal
    spi: Any
    failed: Signal

    def __init__(self, engine: Any, flash: QuadFlash) -> None:
        self.engine = engine
        self.flash = flash
        self.laps = getattr(engine, "laps", 0)
        self.direct = getattr(engine, "direct", False)
        super().__init__({
            "i": In(stream.Signature(INPUT)),
            "o": Out(stream.Signature(OUTPUT)),
            **({"restart": In(1)} if self.direct else {}),
            **({"lap": Out(1)} if self.laps else {}),
            "spi": Out(QUAD_SPI),
            "failed": Out(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        m.submodules.flash = flash = self.flash
        connect(m, flipped(self.i), engine.i)
        connect(m, engine.o, flipped(self.o))
        connect(m, flash.words, engine.words)
        connect(m, flash.spi, flipped(self.spi))
        if flash.tail:
            connect(m, flash.fill, engine.fill)
        m.d.comb += self.failed.eq(flash.failed)
        if self.direct:
            m.d.comb += engine.restart.eq(self.restart)
        if self.laps:
            m.d.comb += self.lap.eq(engine.lap)

        return m
