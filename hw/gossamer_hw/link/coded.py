"""Coded engine: an engine whose inputs come compressed."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from .link_codec import LinkCodec
from .slots import INPUT, OUTPUT

__all__ = ["CodedEngine"]


class CodedEngine(Component):
    """An engine behind the decoder of a link codec; to a link it looks like an engine.

    Parameters
    ----------
    engine : Component
        With ``i`` and ``o`` as in ``gossamer_hw.link.slots``.
    codec : LinkCodec
        Of its inputs.

    Members
    -------
    i : In(stream.Signature(INPUT))
        Bytes of frames.
    o : Out(stream.Signature(OUTPUT))
        Outputs of the engine.
    lap : Out(1)
        Only if the engine has ``laps``: its own.
    """

    #: Frames are as long as they need.
    ragged = True

    i: stream.Interface
    o: stream.Interface
    lap: Signal

    def __init__(self, engine: Any, codec: LinkCodec) -> None:
        self.engine = engine
        self.codec = codec
        self.laps = getattr(engine, "laps", 0)
        super().__init__({
            "i": In(stream.Signature(INPUT)),
            "o": Out(stream.Signature(OUTPUT)),
            **({"lap": Out(1)} if self.laps else {}),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        m.submodules.decoder = decoder = self.codec.create_decoder()
        connect(m, flipped(self.i), decoder.i)
        connect(m, decoder.o, engine.i)
        connect(m, engine.o, flipped(self.o))
        if self.laps:
            m.d.comb += self.lap.eq(engine.lap)

        return m
