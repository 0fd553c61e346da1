"""Weight side of the array: the memory, and the decoders that turn its words into blocks."""

from __future__ import annotations

from amaranth.hdl import Module, Mux, Signal, Value, unsigned
from amaranth.lib import memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from ..link.load import load_signature
from ..link.word_source import word_source
from ..single_port import SinglePortMemory
from .delay import later
from .spec import ArraySpec
from .streamed import StreamedMemory
from .table import held_per_layer, per_layer

__all__ = ["BlockSource", "LoadedMemory", "WeightMemory"]


class WeightMemory(wiring.Component):
    """Stream memory words in order, one per cycle, and go back on request.

    After ``rewind`` the next word is that at the mark, after one idle cycle; with ``mark`` the mark
    moves to the word after the one transferred in this cycle (or after the last one transferred).
    With ``restart`` mark and next word are the first of the memory. With ``held``, words are held
    after the memory, there are three idle cycles, and one after ``mark``.

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

    def __init__(self, words: tuple[int, ...], port: int, *, held: bool = False) -> None:
        self.words = words
        self.port = port
        self.held = held
        super().__init__({
            "o": Out(stream.Signature(unsigned(port))),
            "mark": In(1),
            "rewind": In(1),
            "restart": In(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        depth = max(2, len(self.words))
        address, enable, word = self._memory(m, depth)
        valid = self.o.valid        # of the word that was read last
        moves: Value = self.o.ready | ~self.o.valid
        mark, rewind, restart = self.mark, self.rewind, self.restart
        if self.held:
            # No word is given in the cycle in which the strobes act.
            mark, rewind, restart, acts = (later(m, value, 1, name) for value, name in (
                (mark, "marks"), (rewind, "rewinds"), (restart, "restarts"),
                (mark | rewind | restart, "acts")))
            valid, out, waits = Signal(), Signal(self.port, reset_less=True), Signal()
            moves = self.o.ready & ~acts | ~waits
            with m.If(moves):
                m.d.sync += [out.eq(word), waits.eq(valid)]
            with m.If(rewind | restart):
                m.d.sync += waits.eq(0)
            m.d.comb += self.o.valid.eq(waits & ~acts)
            word, moves = out, moves | ~valid
        fetch = Signal(range(depth + 1))    # next word to read from memory
        taken = Signal(range(depth + 1))    # words transferred since the start of the memory
        marked = Signal(range(depth + 1))
        transfer = self.o.valid & self.o.ready
        after = Signal(range(depth + 1))

        m.d.comb += [
            self.o.payload.eq(word),
            address.eq(fetch),
            enable.eq(moves),
            after.eq(taken + transfer),
        ]
        m.d.sync += taken.eq(after)
        with m.If(enable):
            m.d.sync += [valid.eq(1), fetch.eq(fetch + 1)]
        with m.If(mark):
            m.d.sync += marked.eq(after)
        with m.If(rewind):
            m.d.sync += [valid.eq(0), fetch.eq(marked), taken.eq(marked)]
        with m.If(restart):
            m.d.sync += [valid.eq(0), fetch.eq(0), taken.eq(0), marked.eq(0)]

        return m

    def _memory(self, m: Module, depth: int) -> tuple[Value, Value, Value]:
        """Address and enable of the read port, and the word that was read last."""
        m.submodules.memory = store = memory.Memory(
            shape=unsigned(self.port), depth=depth, init=self.words)
        read = store.read_port()
        return read.addr, read.en, read.data


class LoadedMemory(WeightMemory):
    """The same words in single-port memory, which has no initial contents.

    Reading and writing never collide: the words are written before ``load.done``, and read after
    it. Until then no word comes.

    Members
    -------
    load : In(load_signature(...))
        Bytes of the words, little-endian.
    """

    load: wiring.PureInterface

    def __init__(self, words: tuple[int, ...], port: int, size: int) -> None:
        self.words = words
        self.port = port
        self.size = size
        self.held = False
        wiring.Component.__init__(self, {
            "o": Out(stream.Signature(unsigned(port))),
            "mark": In(1),
            "rewind": In(1),
            "restart": In(1),
            "load": In(load_signature(size)),
        })

    def _memory(self, m: Module, depth: int) -> tuple[Value, Value, Value]:
        width = self.port // 8
        m.submodules.memory = store = SinglePortMemory(-(-self.size // width), self.port)
        address, enable, latest = (Signal.like(store.address), Signal(), Signal.like(store.address))
        lane = width.bit_length() - 1
        m.d.comb += [
            store.address.eq(Mux(self.load.done, Mux(enable, address, latest),
                                 self.load.address >> lane)),
            store.data_in.eq(self.load.data.replicate(width)),
            store.write.eq(Mux(self.load.write & ~self.load.done,
                               1 << self.load.address[:lane], 0)),
        ]
        # The word stays as long as its address does.
        m.d.sync += latest.eq(store.address)
        return address, enable, store.data_out


class BlockSource(wiring.Component):
    """Tiles of the whole program, in the order in which the array consumes them.

    For every layer and row group the tiles come once per burst of positions; after the last layer
    the program starts again. Runs ahead of the array by one tile.

    Members
    -------
    o : Out(stream.Signature(spec.tile_layout))
        Tiles; ``last`` marks the last one of a row group.
    load : In(load_signature(...))
        With ``spec.loaded``: the weights.
    source : In(word_source(spec.port)), begin : In(1)
        With ``spec.ring``: the weights, and when an inference begins.
    """

    o: stream.Interface

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        super().__init__({"o": Out(stream.Signature(spec.tile_layout))} | (
            {"load": In(load_signature(len(spec.image)))} if spec.loaded else {}) | (
            {"source": In(word_source(spec.port)), "begin": In(1)} if spec.ring else {}))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec, layers = self.spec, self.spec.layers
        words: WeightMemory | StreamedMemory
        if spec.loaded:
            words = LoadedMemory(spec.words, spec.port, len(spec.image))
            connect(m, flipped(self.load), words.load)
        elif spec.ring:
            words = StreamedMemory(spec.runs, spec.port, spec.ring)
            connect(m, flipped(self.source), words.source)
            m.d.comb += words.begin.eq(self.begin)
        else:
            words = WeightMemory(spec.words, spec.port, held=spec.rewinding > 1)
        m.submodules.words = words

        layer = Signal(range(len(layers)))
        groups = max(entry.groups(spec.rows) for entry in layers)
        group = Signal(range(groups))
        burst = Signal(range(max(entry.bursts for entry in layers)))

        advance = Signal()      # to the next layer

        def constant(values: list[int]) -> Value:
            # In a register where the path from here through the sequencer and back is the longest.
            if spec.buffered:
                return held_per_layer(m, layer, advance, values)
            return per_layer(layer, values)

        decoders = []
        for number, format in enumerate(spec.formats):
            decoder = format.create(
                count=spec.count, width=spec.lanes.weight_width, groups=groups)
            m.submodules[f"decoder_{number}"] = decoder
            m.d.comb += [
                decoder.count.eq(constant([entry.count for entry in layers])),
                decoder.group.eq(group),
            ]
            decoders.append(decoder)
        if len(decoders) == 1:
            connect(m, words.o, decoders[0].i)
            connect(m, decoders[0].o, flipped(self.o))
        else:
            with m.Switch(constant([entry.format for entry in layers])):
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

        last_burst = burst == constant([entry.bursts - 1 for entry in layers])
        last_group = group == constant([entry.groups(spec.rows) - 1 for entry in layers])
        last_layer = layer == len(layers) - 1
        with m.If(self.o.valid & self.o.ready & self.o.payload.last):
            m.d.sync += burst.eq(burst + 1)
            with m.If(~last_burst):
                m.d.comb += words.rewind.eq(1)
            with m.Else():
                m.d.comb += words.mark.eq(~(last_group & last_layer))
                m.d.sync += [burst.eq(0), group.eq(group + 1)]
                with m.If(last_group):
                    if spec.buffered:
                        m.d.comb += advance.eq(1)
                    m.d.sync += [group.eq(0), layer.eq(Mux(last_layer, 0, layer + 1))]
                    m.d.comb += words.restart.eq(last_layer)
        if spec.loaded:
            with m.If(~self.load.done):
                m.d.comb += words.restart.eq(1)

        return m
