"""Parallel: several decoders that take the chunks of one stream in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from amaranth.hdl import Module, Mux, Signal, Value
from amaranth.lib import fifo, stream, wiring
from amaranth.lib.wiring import Flow, In, Out, flipped

__all__ = ["ParallelDecoder"]

#: Ports that are not limits, which all decoders share.
STREAMS = ("counts", "i", "o", "ended", "damaged")


class ParallelDecoder(wiring.Component):
    """Decode chunk after chunk with decoders that work side by side.

    Chunk n goes to decoder n modulo their number, and values leave in the order of the chunks. All
    decoders are busy as long as words come and values are taken fast enough, and each has room for
    the words of a chunk and for its values.

    Parameters
    ----------
    decoders : sequence of component
        They are alike; each is used by this component alone.
    words, beats : int
        Depth of the queue in front of each decoder, and behind it.

    Members
    -------
    counts, i, o
        As of the decoders.
    ended, damaged : Out(number)
        Of each decoder.

    Limits are ports as well, with the same names as of the decoders.
    """

    counts: stream.Interface
    i: stream.Interface
    o: stream.Interface
    ended: Signal
    damaged: Signal

    def __init__(self, decoders: Sequence[Any], *, words: int, beats: int) -> None:
        self.decoders = list(decoders)
        self.words = words
        self.beats = beats
        members = dict(self.decoders[0].signature.members)
        self.limits = [name for name, member in members.items()
                       if name not in STREAMS and member.flow is Flow.In]
        super().__init__({
            "counts": members["counts"], "i": members["i"], "o": members["o"],
            "ended": Out(len(self.decoders)), "damaged": Out(len(self.decoders)),
            **{name: In(members[name].shape) for name in self.limits},
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        for number, decoder in enumerate(self.decoders):
            m.submodules[f"decoder_{number}"] = decoder
            m.d.comb += [
                self.ended[number].eq(decoder.ended), self.damaged[number].eq(decoder.damaged),
                *(getattr(decoder, name).eq(getattr(self, name)) for name in self.limits),
            ]

        # Counts wait for their decoder, so that all words can be handed out at once.
        counts = [_queue(m, f"counts_{n}", self.counts, decoder.counts, 4)
                  for n, decoder in enumerate(self.decoders)]
        words = [_queue(m, f"words_{n}", self.i, decoder.i, self.words)
                 for n, decoder in enumerate(self.decoders)]
        self._share(m, "counts", flipped(self.counts), counts, None)
        self._share(m, "words", flipped(self.i), words, self.i.payload.last)

        outputs = []
        for number, decoder in enumerate(self.decoders):
            payload = decoder.o.payload.as_value()
            m.submodules[f"beats_{number}"] = queue = fifo.SyncFIFOBuffered(
                width=len(payload), depth=self.beats)
            m.d.comb += [queue.w_data.eq(payload), queue.w_en.eq(decoder.o.valid),
                         decoder.o.ready.eq(queue.w_rdy)]
            outputs.append(queue)
        turn = Signal(range(max(2, len(outputs))))
        with m.Switch(turn):
            for number, queue in enumerate(outputs):
                with m.Case(number):
                    m.d.comb += [
                        self.o.payload.eq(queue.r_data), self.o.valid.eq(queue.r_rdy),
                        queue.r_en.eq(self.o.ready),
                    ]
        with m.If(self.o.valid & self.o.ready & self.o.payload.last):
            m.d.sync += turn.eq(self._next(turn))

        return m

    def _next(self, turn: Signal) -> Value:
        return Mux(turn == len(self.decoders) - 1, 0, turn + 1)

    def _share(self, m: Module, name: str, source: Any, queues: list[Any], last: Value | None
               ) -> None:
        """Hand a stream to the queues in turn; the turn ends with each ``last`` payload."""
        turn = Signal(range(max(2, len(queues))), name=f"turn_{name}")
        with m.Switch(turn):
            for number, queue in enumerate(queues):
                with m.Case(number):
                    m.d.comb += [queue.w_en.eq(source.valid), source.ready.eq(queue.w_rdy)]
        ends = source.valid & source.ready
        with m.If(ends if last is None else ends & last):
            m.d.sync += turn.eq(self._next(turn))


def _queue(m: Module, name: str, source: Any, target: Any, depth: int) -> fifo.SyncFIFOBuffered:
    """A queue in front of a decoder, which always has the payload of the stream at its input."""
    payload = Value.cast(target.payload)
    m.submodules[name] = queue = fifo.SyncFIFOBuffered(width=len(payload), depth=depth)
    m.d.comb += [
        queue.w_data.eq(source.payload), payload.eq(queue.r_data),
        target.valid.eq(queue.r_rdy), queue.r_en.eq(target.ready),
    ]
    return queue
