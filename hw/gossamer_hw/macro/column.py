"""Column macro: a store of compressed weights that are multiplied bit by bit where they lie."""

from __future__ import annotations

from amaranth.hdl import Array, Cat, Module, Mux, Signal, signed
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out

from ..formats.funnel import Funnel
from .layer import BITS, GROUP, LENGTH, WORD, ColumnFormat

__all__ = ["ColumnMacro"]


class ColumnMacro(wiring.Component):
    """Sparse dot products of activations with stored columns, in a format and precision per layer.

    After the digital compute-in-memory macro SP-IMC (Sridharan et al., CICC 2024): activations come
    in bit by bit, each bit of a weight is a column of its own that adds up what its rows select,
    and eight columns are read as eight, four, two or one weight; the top column of a weight counts
    negative. How segments are stored, and the cycles they take, says :class:`ColumnLayer`.

    A run is: words into the store, a configuration, and then for each segment of the inputs its 64
    activations, after which the dot products of ``segments`` stored column segments leave, that of
    the first output first. The next activations meet the column segments that follow in the store.
    Words and configurations are taken between segments of activations.

    Whatever words are stored, a segment ends, and the columns do not depend on those before.

    Parameters
    ----------
    depth : int
        Words of the store.

    Members
    -------
    words : In(stream.Signature(StructLayout({"data": 16, "last": 1})))
        Words for the store, from address 0; after ``last`` they begin again.
    layer : In(stream.Signature(StructLayout))
        Configuration: ``format``, ``precision`` (logarithm of the weight width), ``index``,
        ``slots``, ``segments`` (for each 64 activations, at least 1) and the address ``base`` of
        the first.
    activations : In(stream.Signature(signed(8)))
    o : Out(stream.Signature(StructLayout({"data": signed(22), "last": 1})))
        Dot products; ``last`` with that of the last output of a column segment.
    """

    words: stream.Interface
    layer: stream.Interface
    activations: stream.Interface
    o: stream.Interface

    def __init__(self, *, depth: int = 1024) -> None:
        self.depth = depth
        self.configuration = data.StructLayout({
            "format": ColumnFormat, "precision": 2, "index": 4, "slots": 5, "segments": 8,
            "base": range(depth),
        })
        self.sum = signed(BITS + LENGTH.bit_length() - 1)
        super().__init__({
            "words": In(stream.Signature(data.StructLayout({"data": WORD, "last": 1}))),
            "layer": In(stream.Signature(self.configuration)),
            "activations": In(stream.Signature(signed(BITS))),
            "o": Out(stream.Signature(
                data.StructLayout({"data": signed(self.sum.width + BITS), "last": 1}))),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.store = store = memory.Memory(shape=WORD, depth=self.depth, init=[])
        m.submodules.inputs = inputs = memory.Memory(shape=signed(BITS), depth=LENGTH, init=[])
        # No field is wider than a word, so that each takes one cycle.
        m.submodules.funnel = funnel = Funnel(port=WORD, widths=range(1, WORD + 1))

        layer = Signal(self.configuration)
        segment = Signal.like(layer.segments)
        decoding, busy, running = Signal(), Signal(), Signal()

        # Fill the memories and take the configuration while nothing runs. Words go first, so that
        # the one behind the last activation is not read while it is written.
        word = Signal(range(self.depth))
        loaded = Signal(range(LENGTH))
        write_word, write_input = store.write_port(), inputs.write_port()
        m.d.comb += [
            self.words.ready.eq(~running),
            self.layer.ready.eq(~running),
            self.activations.ready.eq(~running & ~self.words.valid & ~self.layer.valid),
            write_word.en.eq(self.words.valid & self.words.ready),
            write_word.addr.eq(word),
            write_word.data.eq(self.words.payload.data),
            write_input.en.eq(self.activations.valid & self.activations.ready),
            write_input.addr.eq(loaded),
            write_input.data.eq(self.activations.payload),
        ]
        with m.If(write_word.en):
            m.d.sync += word.eq(Mux(self.words.payload.last, 0, word + 1))
        with m.If(write_input.en):
            m.d.sync += loaded.eq(loaded + 1)
            with m.If(loaded == LENGTH - 1):
                m.d.sync += [running.eq(1), decoding.eq(1), segment.eq(layer.segments)]

        # Words of the store, one in each cycle.
        read_word = store.read_port()
        address = Signal(range(self.depth))
        m.d.comb += [
            funnel.i.valid.eq(decoding),
            funnel.i.payload.eq(read_word.data),
            read_word.addr.eq(Mux(funnel.i.valid & funnel.i.ready, address + 1, address)),
        ]
        m.d.sync += address.eq(read_word.addr)
        with m.If(self.layer.valid & self.layer.ready):
            m.d.sync += [layer.eq(self.layer.payload), address.eq(self.layer.payload.base)]

        # Fields: a count or a mask first, then entries.
        head = Signal(2)
        row = Signal(range(LENGTH))
        left = Signal(range(2 * LENGTH))
        mask = Signal(GROUP)
        free = Signal()
        escape, end, entry = Signal(), Signal(), Signal()
        place = Signal.like(row)
        index = Signal(BITS)
        value = Signal(BITS)
        ones = Signal(BITS)
        m.d.comb += [
            ones.eq((1 << layer.index) - 1),
            index.eq(funnel.window & ones),
            value.eq(funnel.window >> layer.index),
            entry.eq(head == 0),
            funnel.need.eq(layer.index + BITS),
            funnel.used.eq(funnel.need),
            # An escape waits like an entry, so that no step hangs on what the window shows.
            funnel.step.eq(decoding & funnel.ready & (~entry | free)),
            funnel.clear.eq(end),
        ]

        def begin(format: object) -> None:
            """Expect the first field of a segment."""
            m.d.sync += [row.eq(0), left.eq(0)]
            with m.Switch(format):
                with m.Case(ColumnFormat.BITMAP):
                    m.d.sync += head.eq(3)
                with m.Case(ColumnFormat.COORDINATES, ColumnFormat.RUN_LENGTH):
                    m.d.sync += head.eq(1)
                with m.Default():
                    m.d.sync += head.eq(0)

        with m.Switch(layer.format):
            with m.Case(ColumnFormat.DENSE):
                m.d.comb += [place.eq(row), end.eq(row == LENGTH - 1)]
                with m.If(funnel.step):
                    m.d.sync += row.eq(row + 1)
            with m.Case(ColumnFormat.BITMAP):
                # A look at the mask has a cycle of its own, which an entry's eight hide.
                lowest = mask & -mask
                found = Signal()
                bit = Signal(range(GROUP))
                m.d.comb += [place.eq(Cat(bit, row[-1])), entry.eq((head == 0) & found)]
                with m.Switch(head):
                    with m.Case(0):
                        m.d.comb += end.eq(~found & row[-1])
                        with m.If(~found):
                            m.d.comb += funnel.need.eq(0)
                        with m.If(funnel.step):
                            m.d.sync += head.eq(1)
                            with m.If(~found):
                                m.d.sync += [row.eq(row + GROUP), head.eq(3)]
                    with m.Case(1):
                        m.d.comb += funnel.need.eq(0)
                        with m.If(funnel.step):
                            m.d.sync += [
                                bit.eq(Cat(
                                    Cat(lowest[j] for j in range(GROUP) if j >> i & 1).any()
                                    for i in range(len(bit)))),
                                found.eq(mask.any()),
                                mask.eq(mask & ~lowest),
                                head.eq(0),
                            ]
                    with m.Default():
                        m.d.comb += funnel.need.eq(WORD)
                        with m.If(funnel.step):
                            m.d.sync += [
                                mask.eq(Cat(mask[WORD:], funnel.window)),
                                head.eq(head - 1),
                            ]
            with m.Case(ColumnFormat.COORDINATES, ColumnFormat.RUN_LENGTH):
                run_length = layer.format == ColumnFormat.RUN_LENGTH
                m.d.comb += [
                    place.eq(Mux(run_length, row, 0) + index),
                    escape.eq(run_length & (index == ones)),
                    end.eq(left == 1),
                ]
                with m.If(head != 0):
                    m.d.comb += [
                        funnel.need.eq(len(left)),
                        end.eq(~funnel.window[:len(left)].any()),
                    ]
                with m.If(funnel.step):
                    m.d.sync += head.eq(0)
                    with m.If(head != 0):
                        m.d.sync += left.eq(funnel.window)
                    with m.Else():
                        m.d.sync += [left.eq(left - 1), row.eq(place + ~escape)]
            with m.Default():
                final = left + 1 == layer.slots
                m.d.comb += [
                    place.eq(row | index),
                    end.eq(final & (row + ones == LENGTH - 1)),
                ]
                with m.If(funnel.step):
                    m.d.sync += left.eq(left + 1)
                    with m.If(final):
                        m.d.sync += [left.eq(0), row.eq(row + ones + 1)]
        with m.If(self.layer.valid & self.layer.ready):
            begin(self.layer.payload.format)
        with m.If(funnel.step & end):
            m.d.sync += decoding.eq(0)
            begin(layer.format)

        # Columns: each adds the bit's weight if its own bit and the activation's are set.
        read_input = inputs.read_port()
        held = Signal(BITS)
        selected = Signal(BITS)
        time = Signal(range(BITS))
        unit = Signal(signed(BITS + 1))
        columns = [Signal(self.sum, name=f"column_{i}") for i in range(BITS)]
        start = funnel.step & entry & ~escape
        m.d.comb += [
            free.eq(~busy | (time == BITS - 1)),
            read_input.addr.eq(place),
            read_input.en.eq(start),
            selected.eq(Mux(busy & read_input.data.bit_select(time, 1), held, 0)),
            unit.eq(Mux(time == BITS - 1, -(1 << BITS - 1), 1 << time)),
        ]
        m.d.sync += time.eq(time + busy)
        with m.If(start):
            m.d.sync += [held.eq(value), busy.eq(1)]
        with m.Elif(free):
            m.d.sync += busy.eq(0)
        for i, column in enumerate(columns):
            with m.If(selected[i]):
                m.d.sync += column.eq(column + unit)

        # Weights: from the top column of each, which counts negative, down to its lowest.
        number = Signal(range(BITS + 1))
        tops = Signal(range(BITS))
        result = Signal(self.o.payload.data.shape())
        last = Signal()
        valid = Signal()
        chosen = Array(columns)[(number ^ tops)[:len(tops)]]
        m.d.comb += [
            tops.eq((1 << layer.precision) - 1),
            self.o.valid.eq(valid),
            self.o.payload.data.eq(result),
            self.o.payload.last.eq(last),
        ]
        with m.If(running & ~decoding & ~busy & (~valid | self.o.ready)):
            with m.If(number != BITS):
                m.d.sync += [
                    result.eq(Mux((number & tops) == 0, -chosen, (result << 1) + chosen)),
                    valid.eq((number & tops) == tops),
                    last.eq(number == BITS - 1),
                    number.eq(number + 1),
                ]
            with m.Else():
                m.d.sync += [
                    valid.eq(0),
                    number.eq(0),
                    segment.eq(segment - 1),
                    running.eq(segment != 1),
                    decoding.eq(segment != 1),
                    *(column.eq(0) for column in columns),
                ]

        return m
