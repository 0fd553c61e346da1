"""Coded engine: an engine whose inputs come compressed, or whose results leave so."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from .link_codec import LinkCodec
from .load import load_signature
from .result_codec import ResultCodec
from .slots import OUTPUT, Beats, input_layout

__all__ = ["CodedEngine"]


class CodedEngine(Component):
    """An engine between the decoder and the encoder of a link; to a link it looks like an engine.

    Parameters
    ----------
    engine : Component
        With ``i`` and ``o`` as in ``gossamer_hw.link.slots``.
    codec : LinkCodec, optional
        Of its inputs.
    results : ResultCodec, optional
        Of its outputs.
    load_size : int
        Bytes that the host fills of the engine's memory, through ``load``; 0 if there is none.

    Members
    -------
    i : In(stream.Signature(input_layout(beat)))
        Bytes of frames, or elements, as many together as the engine takes.
    o : Out(stream.Signature(OUTPUT))
        Outputs of the engine, or 16 bits of their frames at a time.
    lap : Out(1)
        Only if the engine has ``laps``: its own.
    load : In(load_signature(load_size))
        To the engine's memory, if there is one.
    restart : In(1)
        Only if the engine is ``direct``, without a codec of inputs: to the engine.
    """

    i: stream.Interface
    o: stream.Interface
    lap: Signal
    load: Any
    restart: Signal

    def __init__(self, engine: Any, codec: LinkCodec | None, results: ResultCodec | None = None, *,
                 load_size: int = 0) -> None:
        self.engine = engine
        self.codec = codec
        self.results = results
        self.laps = getattr(engine, "laps", 0)
        self.load_size = load_size
        self.beat = 1 if codec else getattr(engine, "beat", 1)
        #: Frames are as long as they need.
        self.ragged = codec is not None
        self.ragged_results = results is not None
        self.direct = codec is None and getattr(engine, "direct", False)
        super().__init__({
            "i": In(stream.Signature(input_layout(self.beat))),
            "o": Out(stream.Signature(OUTPUT)),
            **({"lap": Out(1)} if self.laps else {}),
            **({"load": In(load_signature(load_size))} if load_size else {}),
            **({"restart": In(1)} if self.direct else {}),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        if self.codec is None:
            connect(m, flipped(self.i), engine.i)
        else:
            m.submodules.decoder = decoder = self.codec.create_decoder()
            connect(m, flipped(self.i), decoder.i)
            if getattr(engine, "beat", 1) > 1:
                m.submodules.beats = beats = Beats(engine.beat)
                connect(m, decoder.o, beats.i)
                connect(m, beats.o, engine.i)
            else:
                connect(m, decoder.o, engine.i)
        if self.results is None:
            connect(m, engine.o, flipped(self.o))
        else:
            m.submodules.encoder = encoder = self.results.create_encoder()
            connect(m, engine.o, encoder.i)
            connect(m, encoder.o, flipped(self.o))
        if self.laps:
            m.d.comb += self.lap.eq(engine.lap)
        if self.direct:
            m.d.comb += engine.restart.eq(self.restart)
        if self.load_size:
            connect(m, flipped(self.load), engine.load)

        return m
