"""Weight side of the array: the memory, and the decoders that turn its words into blocks."""

from __future__ import annotations

from amaranth.hdl import Module, Mux, Signal, unsigned
from amaranth.lib import memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from .spec import ArraySpec
from .table import per_layer

__all__ = ["BlockSource", "WeightMemory"]


class WeightMemory(wiring.Component):
    """Stream memory words in order, one per cycle, and go back on request.

    After ``rewind`` the next word is that at the mark, after one idle cycle; with ``mark`` the mark
    moves to the word after the one transferred in this cycle (or after the last one transferred).
    With ``restart`` mark and next word are the first of the memory.

    Members
    -------
    o : Out(stream.Signature(unsigned(port)))
    mark, rewind, restart : In(1)
        At most one of them in a cycle.
    """

    o: stream.Interface
    mark: Signal
    rewind: Signal
    restart: Signal

    def __init__(self, words: tuple[int, ...], port: int) -> None:
        self.words = words
        self.port = port
        super().__init__({
            "o": Out(stream.Signature(unsigned(port))),
            "mark": In(1),
            "rewind": In(1),
            "restart": In(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        depth = max(2, len(self.words))
        m.submodules.memory = store = memory.Memory(
            shape=unsigned(self.port), depth=depth, init=self.words)
        read = store.read_port()

        fetch = Signal(range(depth + 1))    # next word to read from memory
        taken = Signal(range(depth + 1))    # words transferred since the start of the memory
        marked = Signal(range(depth + 1))
        transfer = self.o.valid & self.o.ready
        after = Signal(range(depth + 1))

        m.d.comb += [
            self.o.payload.eq(read.data),
            read.addr.eq(fetch),
            read.en.eq(self.o.ready | ~self.o.valid),
            after.eq(taken + transfer),
        ]
        m.d.sync += taken.eq(after)
        with m.If(read.en):
            m.d.sync += [self.o.valid.eq(1), fetch.eq(fetch + 1)]
        with m.If(self.mark):
            m.d.sync += marked.eq(after)
        with m.If(self.rewind):
            m.d.sync += [self.o.valid.eq(0), fetch.eq(marked), taken.eq(marked)]
        with m.If(self.restart):
            m.d.sync += [self.o.valid.eq(0), fetch.eq(0), taken.eq(0), marked.eq(0)]

        return m


class BlockSource(wiring.Component):
    """Tiles of the whole program, in the order in which the array consumes them.

    For every layer and row group the tiles come once per burst of positions; after the last layer
    the program starts again. Runs ahead of the array by one tile.

    Members
    -------
    o : Out(stream.Signature(spec.tile_layout))
        Tiles; ``last`` marks the last one of a row group.
    """

    o: stream.Interface

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        super().__init__({"o": Out(stream.Signature(spec.tile_layout))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec, layers = self.spec, self.spec.layers
        m.submodules.words = words = WeightMemory(spec.words, spec.port)

        layer = Signal(range(len(layers)))
        groups = max(entry.groups(spec.rows) for entry in layers)
        group = Signal(range(groups))
        burst = Signal(range(max(entry.bursts for entry in layers)))

        decoders = []
        for number, format in enumerate(spec.formats):
            decoder = format.create(
                count=spec.count, width=spec.lanes.weight_width, groups=groups)
            m.submodules[f"decoder_{number}"] = decoder
            m.d.comb += [
                decoder.count.eq(per_layer(layer, [entry.count for entry in layers])),
                decoder.group.eq(group),
            ]
            decoders.append(decoder)
        if len(decoders) == 1:
            connect(m, words.o, decoders[0].i)
            connect(m, decoders[0].o, flipped(self.o))
        else:
            with m.Switch(per_layer(layer, [entry.format for entry in layers])):
                for number, decoder in enumerate(decoders):
                    m.d.comb += decoder.i.payload.eq(words.o.payload)
                    with m.Case(number):
                        m.d.comb += [
                            decoder.i.valid.eq(words.o.valid),
                            words.o.ready.eq(decoder.i.ready),
                            self.o.payload.eq(decoder.o.payload),
                            self.o.valid.eq(decoder.o.valid),
                            decoder.o.ready.eq(self.o.ready),
                        ]

        last_burst = burst == per_layer(layer, [entry.bursts - 1 for entry in layers])
        last_group = group == per_layer(layer, [entry.groups(spec.rows) - 1 for entry in layers])
        last_layer = layer == len(layers) - 1
        with m.If(self.o.valid & self.o.ready & self.o.payload.last):
            m.d.sync += burst.eq(burst + 1)
            with m.If(~last_burst):
                m.d.comb += words.rewind.eq(1)
            with m.Else():
                m.d.comb += words.mark.eq(~(last_group & last_layer))
                m.d.sync += [burst.eq(0), group.eq(group + 1)]
                with m.If(last_group):
                    m.d.sync += [group.eq(0), layer.eq(Mux(last_layer, 0, layer + 1))]
                    m.d.comb += words.restart.eq(last_layer)

        return m
