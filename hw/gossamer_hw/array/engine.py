"""The array engine: one time-multiplexed sparse multiply-accumulate array for all layers."""

from __future__ import annotations

from amaranth.hdl import Array, Module, Mux, Signal, Value, signed
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from ..link.load import load_signature
from ..link.slots import input_layout
from ..link.word_source import filling, word_source
from .accumulate import Accumulator
from .channels import channel_image
from .delay import later
from .memory import activation_memory
from .operands import operand_network
from .post import PostProcessor
from .select import gather, hold, scatter
from .sequencer import Sequencer
from .spec import HALVED, OPERANDS, ArraySpec
from .table import per_layer
from .weights import BlockSource

__all__ = ["ArrayEngine"]


class ArrayEngine(wiring.Component):
    """Run a model, one inference after the other.

    Takes an input tensor in memory order, computes all layers and gives the output tensor. The next
    input is accepted when the last output has been taken. Without waiting on either side an
    inference takes exactly the number of cycles that the plan predicts.

    Members
    -------
    i : In(stream.Signature(input_layout(spec.beat)))
        Stored input elements, ``spec.beat`` at a time; ``last`` marks the final ones.
    o : Out(stream.Signature(StructLayout({"data": signed(16), "last": 1})))
        Output elements; ``last`` marks the final one.
    lap : Out(1)
        Only with ``laps``: pulses when a layer begins and when the last one has ended, a cycle
        later.
    results : Out(stream.Signature(StructLayout({"address": ..., "data": ...})))
        Only with ``traced``: what post-processing writes to activation memory, whether ready or
        not, so that a simulation sees all layers.
    restart : In(1)
        Only with ``direct``: the next input element is the first of a tensor, whatever came before.
    load : In(load_signature(...))
        With ``spec.loaded``: the weights. The first inference waits for them.
    words : In(word_source(spec.port))
        With ``spec.ring``: the weights, once for every inference, from its first element on, or,
        with ``spec.direct``, from its last one on.
    fill : In(filling(spec.port, ...))
        With ``spec.parked``: the words of :func:`channel_image`.

    The pipeline: issue a position and read its operands / choose or hold operands where lanes do /
    multiply / add up the columns and scatter them to rows / accumulate. With ``spec.deep``, an
    address is held before and after it is that of a bank, what was read before and after it is
    turned to its columns, and sums of a few columns before they are added up. Post-processing
    follows on its own: see :class:`PostProcessor`.
    """

    i: stream.Interface
    o: stream.Interface
    lap: Signal
    results: stream.Interface
    restart: Signal

    def __init__(self, spec: ArraySpec, *, laps: bool = False, traced: bool = False,
                 direct: bool = False) -> None:
        self.spec = spec
        self.direct = direct
        self.traced = traced
        #: How often ``lap`` pulses from the first input element to the last output element.
        self.laps = len(spec.layers) if laps else 0
        #: Input elements that come together.
        self.beat = spec.beat
        super().__init__({
            "i": In(stream.Signature(input_layout(spec.beat))),
            "o": Out(stream.Signature(data.StructLayout({"data": signed(16), "last": 1}))),
            **({"lap": Out(1)} if laps else {}),
            **({"restart": In(1)} if direct else {}),
            **({"results": Out(stream.Signature(data.StructLayout({
                "address": max(1, (spec.depth * spec.word - 1).bit_length()),
                "data": data.ArrayLayout(signed(8), spec.together)})))} if traced else {}),
        } | ({"load": In(load_signature(len(spec.image)))} if spec.loaded else {})
          | ({"words": In(word_source(spec.port))} if spec.ring else {})
          | ({"fill": In(filling(spec.port, 8 * len(channel_image(spec)) // spec.port))}
             if spec.parked else {}))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec = self.spec
        m.submodules.source = source = BlockSource(spec)
        m.submodules.sequencer = sequencer = Sequencer(spec)
        m.submodules.operands = operands = operand_network(spec, **sequencer.walk.widths)
        m.submodules.activations = activations = activation_memory(spec)
        m.submodules.accumulator = accumulator = Accumulator(spec)
        m.submodules.post = post = PostProcessor(spec)

        connect(m, source.o, sequencer.i)
        if spec.loaded:
            connect(m, flipped(self.load), source.load)

        # Input tensor, one element or beat at a time.
        loading = sequencer.idle
        element = Signal.like(activations.address, init=spec.input_base)
        load = self.i.valid & self.i.ready
        if spec.ring:
            connect(m, flipped(self.words), source.source)
            if spec.parked:
                connect(m, flipped(self.fill), post.fill)
            # Inputs that come directly take their time, which no other cycle may depend on.
            m.d.comb += source.begin.eq(load & self.i.payload.last if spec.direct else load)
        m.d.comb += [
            self.i.ready.eq(loading),
            sequencer.loaded.eq(load & self.i.payload.last),
        ]
        following: Value = element + spec.beat
        if spec.input_run:
            channel = Signal(range(spec.input_run))
            ends = channel == spec.input_run - 1
            following = element + 1 + ends
            with m.If(load):
                m.d.sync += channel.eq(Mux(ends, 0, channel + 1))
        with m.If(load):
            m.d.sync += element.eq(Mux(self.i.payload.last, spec.input_base, following))

        if self.direct:
            with m.If(self.restart):
                m.d.sync += element.eq(spec.input_base)
                if spec.input_run:
                    m.d.sync += channel.eq(0)

        # Activation memory: post-processing reads residuals ahead of the array, which then waits.
        # Nothing is read there before a layer begins, some cycles after what it reads was written.
        def held_back(value: Value, name: str) -> Value:
            return later(m, value, spec.deep, name, reset_less=True)

        holds: Value = post.residual
        if spec.single:
            holds |= post.write
        if spec.apart:
            first = sequencer.layer == 0
            m.d.comb += activations.first.eq(first)
            holds &= ~first
        if spec.shares:
            holds &= ~sequencer.spare
        m.d.comb += [
            sequencer.hold.eq(holds),
            activations.write.eq(held_back(load | post.write, "writes")),
            activations.single.eq(held_back(loading, "singly")),
            activations.address.eq(held_back(Mux(loading, element, post.address), "write_address")),
        ]
        given = [self.i.payload.data] if spec.beat == 1 else list(self.i.payload.data)
        for lane in range(spec.together):
            m.d.comb += activations.data[lane].eq(held_back(
                Mux(loading, given[lane % spec.beat], post.data[lane]), f"written_{lane}"))
        bits = spec.word.bit_length() - 1
        asked, asked_address = post.residual, post.residual_address
        fetched = activations.read_data
        if spec.deep:
            asked, asked_address = (later(m, value, 1, name) for value, name in (
                (asked, "asked"), (asked_address, "asked_address")))
            fetched = Signal.like(activations.read_data, reset_less=True)
            m.d.sync += fetched.eq(activations.read_data)
        domain = m.d.sync if spec.deep else m.d.comb
        for bank in range(spec.word):
            domain += activations.read_address[bank].eq(
                Mux(asked, asked_address >> bits, operands.address[bank]))
        if spec.reads and spec.single:
            m.d.comb += post.residual_data.eq(fetched)
        elif spec.reads:
            # Results are a multiple of their number apart, so they lie in one set of banks.
            offset = later(m, asked_address[:bits], 3 if spec.deep else 1, "offset")
            for lane in range(spec.requantizers):
                m.d.comb += post.residual_data[lane].eq(Array(fetched)[offset | lane])

        # Issue.
        m.d.comb += [
            operands.layer.eq(sequencer.layer),
            operands.column.eq(sequencer.column),
            operands.data.eq(fetched),
            *(getattr(operands, name).eq(getattr(sequencer, name))
              for name in sequencer.walk.widths),
        ]
        control = data.StructLayout({
            "valid": 1, "first": 1, "last": 1, "end": 1,
            "position": sequencer.position.shape(), "bank": sequencer.bank.shape(),
        })
        stages = [Signal(control, name=f"control_{number}") for number in range(spec.latency + 1)]
        m.d.comb += [
            stages[0].valid.eq(sequencer.step & sequencer.valid if spec.windows
                               else sequencer.step),
            *(getattr(stages[0], name).eq(getattr(sequencer, name))
              for name in ("first", "last", "end", "position", "bank")),
        ]
        if spec.folds:
            m.d.comb += [
                stages[0].first.eq(sequencer.first & sequencer.opens),
                stages[0].last.eq(sequencer.last & sequencer.closes),
            ]
        for before, after in zip(stages, stages[1:], strict=False):
            m.d.sync += after.eq(before)

        # Choose or hold operands.
        tile = spec.tile
        current = later(m, sequencer.tile, (OPERANDS - 1 if spec.deep else 0)
                        + (spec.windows and not spec.single), "tile", reset_less=spec.deep)
        if spec.windows:
            takes: Value = sequencer.step
            if spec.shares:
                m.d.comb += operands.primes.eq(sequencer.primes)
                takes |= sequencer.primes
            windows = Signal()
            m.d.sync += windows.eq(
                per_layer(sequencer.layer, [int(entry.taps > 0) for entry in spec.layers]))
            pairs = None
            if spec.pairs:
                pairs = Signal()
                m.d.sync += pairs.eq(
                    per_layer(sequencer.layer, [int(entry.beside != 0) for entry in spec.layers]))
            chosen = hold(
                m, tile.rows, tile.columns, list(operands.operands),
                later(m, takes, 1 + (OPERANDS if spec.deep else 0), "fetched"),
                windows, pairs, reset_less=spec.deep)
        else:
            chosen = gather(m, tile, list(operands.operands),
                            current.columns if tile.choices else None)
        if tile.choices:
            chosen_tile = current
            current = Signal(spec.tile_layout)
            m.d.sync += current.eq(chosen_tile)

        # Multiply.
        held = spec.single and not tile.choices     # lanes keep their weights
        source_of_weights = sequencer.upcoming if held else current
        width = spec.lanes.weight_width
        weights = [
            [source_of_weights.weights.word_select(row * tile.columns + column, width)
             for column in range(tile.columns)]
            for row in range(tile.rows)
        ]
        products = []
        for row, values in enumerate(
                spec.lanes.held_products(m, weights, chosen, sequencer.over) if held
                else spec.lanes.products(m, weights, chosen)):
            if spec.lanes.latency and not spec.deep:
                products.append(values)
                continue
            products.append([later(m, value, 1, f"product_{row}_{column}", reset_less=spec.deep)
                             for column, value in enumerate(values)])

        # Add up the columns, and bring the sums to their rows.
        halved = spec.deep and spec.halved
        if halved:
            products = [[
                later(m, _tree(values[i:i + HALVED]), 1, f"part_{row}_{i}", reset_less=True)
                for i in range(0, len(values), HALVED)] for row, values in enumerate(products)]
        sums = [_tree(values) for values in products]
        if tile.scatter:
            enables = []
            for row in range(tile.rows):
                enable = Signal(spec.rows, name=f"enable_{row}")
                m.d.sync += enable.eq(Mux(current.valid[row], 1 << current.row[row], 0))
                enables.append(later(
                    m, enable, halved + (spec.deep and spec.lanes.latency), f"enable_{row}_later"))
            sums = scatter(sums, spec.rows, enables)
        for row, value in enumerate(sums):
            held_sum = Signal.like(accumulator.sums[row], name=f"sum_{row}", reset_less=spec.deep)
            m.d.sync += held_sum.eq(value)
            m.d.comb += accumulator.sums[row].eq(held_sum)

        # Accumulate.
        m.d.comb += [
            accumulator.position.eq(stages[-2 - spec.deep].position),
            accumulator.valid.eq(stages[-1].valid),
            accumulator.first.eq(stages[-1 - spec.deep].first),
            accumulator.last.eq(stages[-1].last),
            accumulator.end.eq(stages[-1].end),
            accumulator.bank.eq(stages[-1].bank),
        ]

        m.d.comb += [
            post.filled.eq(accumulator.filled),
            accumulator.result_bank.eq(post.result_bank),
            accumulator.result_position.eq(post.result_position),
            accumulator.enable.eq(post.enable),
            *([accumulator.result_part.eq(post.result_part)] if spec.parts > 1 else []),
            post.results.eq(accumulator.results),
            sequencer.released.eq(later(m, post.released, spec.deep, "released")),
            sequencer.done.eq(later(m, post.done, spec.deep, "done")),
            self.o.payload.eq(post.o.payload),
            self.o.valid.eq(post.o.valid),
            post.o.ready.eq(self.o.ready),
        ]

        if self.traced:
            m.d.comb += [
                self.results.valid.eq(post.write),
                self.results.payload.address.eq(post.address),
                *(self.results.payload.data[lane].eq(post.data[lane])
                  for lane in range(spec.together)),
            ]

        if self.laps:
            loaded = Signal()
            layer = Signal.like(sequencer.layer)
            m.d.sync += [loaded.eq(sequencer.loaded), layer.eq(sequencer.layer)]
            m.d.comb += self.lap.eq(loaded | (sequencer.layer != layer))

        return m


def _tree(values: list[Value]) -> Value:
    """Sum of ``values`` as a balanced tree."""
    while len(values) > 1:
        values = [sum(values[i:i + 2]) for i in range(0, len(values), 2)]
    return values[0]
