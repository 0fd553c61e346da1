"""Streamed engine: an engine whose weights come from outside the chip for every inference."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from .load import load_signature
from .quad_flash import QUAD_SPI, QuadFlash
from .sdram import SDRAM, Sdram
from .slots import OUTPUT, input_layout

__all__ = ["StreamedEngine"]


class StreamedEngine(Component):
    """An engine with the memory that its weights come from; to a link it looks like an engine.

    Parameters
    ----------
    engine : Component
        With ``i`` and ``o`` as in ``gossamer_hw.link.slots``, and ``words``; with ``fill`` if a
        flash has a tail.
    source : QuadFlash or Sdram
        Where the words come from.

    Members
    -------
    i : In(stream.Signature(input_layout(engine.beat))), o : Out(stream.Signature(OUTPUT))
        Those of the engine.
    restart : In(1)
        Only if the engine is ``direct``: its own.
    lap : Out(1)
        Only if the engine has ``laps``: its own.
    spi : Out(QUAD_SPI)
        To a flash.
    sdram : Out(SDRAM), load : In(load_signature(...)), starting : Out(1)
        To an SDRAM, and from the host that fills it once it is no longer ``starting``.
    failed : Out(1)
        The memory does not hold the weights. No result comes any more.
    """

    i: stream.Interface
    o: stream.Interface
    restart: Signal
    lap: Signal
    spi: Any
    sdram: Any
    load: Any
    starting: Signal
    failed: Signal

    def __init__(self, engine: Any, source: QuadFlash | Sdram) -> None:
        self.engine = engine
        self.source = source
        self.laps = getattr(engine, "laps", 0)
        self.beat = getattr(engine, "beat", 1)
        self.direct = getattr(engine, "direct", False)
        super().__init__({
            "i": In(stream.Signature(input_layout(self.beat))),
            "o": Out(stream.Signature(OUTPUT)),
            **({"restart": In(1)} if self.direct else {}),
            **({"lap": Out(1)} if self.laps else {}),
            **({"spi": Out(QUAD_SPI)} if isinstance(source, QuadFlash) else {
                "sdram": Out(SDRAM), "load": In(load_signature(source.load_size)),
                "starting": Out(1)}),
            "failed": Out(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        source = self.source
        if isinstance(source, QuadFlash):
            m.submodules.flash = source
            connect(m, source.spi, flipped(self.spi))
            if source.tail:
                connect(m, source.fill, engine.fill)
        else:
            m.submodules.sdram = source
            connect(m, source.sdram, flipped(self.sdram))
            connect(m, flipped(self.load), source.load)
            m.d.comb += self.starting.eq(source.starting)
        connect(m, flipped(self.i), engine.i)
        connect(m, engine.o, flipped(self.o))
        connect(m, source.words, engine.words)
        m.d.comb += self.failed.eq(source.failed)
        if self.direct:
            m.d.comb += engine.restart.eq(self.restart)
        if self.laps:
            m.d.comb += self.lap.eq(engine.lap)

        return m
