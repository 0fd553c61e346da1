"""Streamed weights: a ring of words that a memory outside the chip fills ahead of the array."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Mux, Signal, Value, unsigned
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out

from ..link.word_source import word_source

__all__ = ["StreamedMemory", "group_layout"]


def group_layout(runs: tuple[tuple[int, int], ...]) -> data.StructLayout:
    """Entry of the table of row groups: words of each, and of how many in a row, less one each."""
    words, groups = (max(values) for values in zip(*runs, strict=True))
    return data.StructLayout({
        "words": max(1, (words - 1).bit_length()), "groups": max(1, (groups - 1).bit_length())})


class StreamedMemory(wiring.Component):
    """Stream memory words in order, one per cycle, as :class:`WeightMemory` does, from a ring.

    The words of an inference are asked for once, from ``begin`` on, as long as there is room. The
    words of a row group leave from two cycles after its last one came on; those of the last one,
    when all are known to be right. Words before the mark make room; the others are kept, to be
    read again after ``rewind``. So no inference ends with weights that are not this design's.

    Parameters
    ----------
    runs : tuple of (words, groups)
        Row groups of all layers: how many in a row have how many words.
    port : int
        Bits of a word.
    depth : int
        Words of the ring, more than those of any row group. One place stays empty.

    Members
    -------
    o : Out(stream.Signature(unsigned(port)))
    mark, rewind, restart : In(1)
        As in :class:`WeightMemory`. With ``restart`` the inference is over.
    begin : In(1)
        An inference begins. Without effect until it is over.
    source : In(word_source(port))
    """

    o: stream.Interface
    mark: Signal
    rewind: Signal
    restart: Signal
    begin: Signal
    source: Any

    def __init__(self, runs: tuple[tuple[int, int], ...], port: int, depth: int) -> None:
        self.runs = runs
        self.port = port
        self.depth = depth
        super().__init__({
            "o": Out(stream.Signature(unsigned(port))),
            "mark": In(1), "rewind": In(1), "restart": In(1), "begin": In(1),
            "source": In(word_source(port)),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.memory = ring = memory.Memory(
            shape=unsigned(self.port), depth=self.depth, init=[])
        write, read = ring.write_port(), ring.read_port()

        def place(name: str) -> Signal:
            return Signal(range(self.depth), name=name)

        def following(at: Value) -> Value:
            return Mux(at == self.depth - 1, 0, at + 1)

        begun = Signal()
        m.d.comb += self.source.begin.eq(self.begin & ~begun)
        with m.If(self.begin):
            m.d.sync += begun.eq(1)

        # Words that are asked for, that came, and that may leave: places after the last of them.
        promised, filled, limit = place("promised"), place("filled"), place("limit")
        marked = place("marked")
        beyond, above = place("beyond"), place("above")
        m.d.comb += [
            beyond.eq(following(promised)),
            above.eq(Mux(self.source.valid, following(filled), filled)),
            self.source.room.eq(beyond != marked),
            write.addr.eq(filled),
            write.data.eq(self.source.word),
            write.en.eq(self.source.valid),
        ]
        m.d.sync += filled.eq(above)
        with m.If(self.source.asked):
            m.d.sync += promised.eq(beyond)

        # The row group that comes. Words come further apart than the table takes.
        layout = group_layout(self.runs)
        m.submodules.groups = table = memory.Memory(
            shape=layout, depth=max(2, len(self.runs)),
            init=[{"words": words - 1, "groups": groups - 1} for words, groups in self.runs])
        entry = table.read_port()
        run = Signal(range(len(self.runs)))
        group = Signal(layout["groups"].width)
        word = Signal(layout["words"].width)
        m.d.comb += entry.addr.eq(run)
        with m.If(self.source.valid):
            m.d.sync += word.eq(word + 1)
            with m.If(word == entry.data.words):
                last = group == entry.data.groups
                m.d.sync += [word.eq(0), group.eq(Mux(last, 0, group + 1)), run.eq(run + last)]
                with m.If(~(last & (run == len(self.runs) - 1))):
                    m.d.sync += limit.eq(above)
        with m.If(self.source.intact):
            m.d.sync += limit.eq(above)

        # Words that leave.
        fetch, taken, after = place("fetch"), place("taken"), place("after")
        enable = self.o.ready | ~self.o.valid
        m.d.comb += [
            read.addr.eq(fetch),
            read.en.eq(enable),
            self.o.payload.eq(read.data),
            after.eq(Mux(self.o.valid & self.o.ready, following(taken), taken)),
        ]
        m.d.sync += taken.eq(after)
        with m.If(enable):
            m.d.sync += self.o.valid.eq(fetch != limit)
            with m.If(fetch != limit):
                m.d.sync += fetch.eq(following(fetch))
        with m.If(self.mark):
            m.d.sync += marked.eq(after)
        with m.If(self.rewind):
            m.d.sync += [self.o.valid.eq(0), fetch.eq(marked), taken.eq(marked)]
        with m.If(self.restart):
            m.d.sync += [signal.eq(0) for signal in (
                self.o.valid, fetch, taken, marked, promised, filled, limit, run, group, word,
                begun)]

        return m
