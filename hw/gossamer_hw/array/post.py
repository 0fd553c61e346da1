"""Post-processing: from sums to activations, and on to memory or out of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from amaranth.hdl import Array, Cat, Const, Module, Mux, Signal, Value, signed
from amaranth.lib import data, fifo, memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from ..link.word_source import filling
from .channels import (
    ChannelBuffer,
    ChannelTable,
    ahead,
    channel_entries,
    channel_image,
    channel_layout,
    group_places,
    halved,
)
from .curve import looked_up
from .delay import later
from .limits import within
from .residual import ResidualSum
from .rounding import STICKY, prepare, rounded, shifted, shifted_on
from .soft import add_rows, product_rows
from .spec import ArraySpec
from .stages import FLAGS, Stages
from .table import of_layer
from .thresholds import ThresholdSearch

__all__ = ["PostProcessor"]


#: With ``deep``: outputs that wait to be taken, more than are on their way at any time; at least.
QUEUE = 32


class PostProcessor(wiring.Component):
    """Bias, requantise or compare with thresholds, add a residual, pass a curve, pool, and write.

    Takes the bursts in the order in which they were filled; every position and row in turn,
    ``requantizers`` rows at a time (one at a time in the layer whose results leave the engine).
    A step takes ``spec.pace`` cycles; its result is written ``spec.post_latency`` cycles later. All
    of it waits while an output is not taken; with ``spec.deep``, outputs pass a queue, and no step
    is issued whose output might not find a place there.

    Members
    -------
    filled : In(1)
        Pulses when a burst of results is complete.
    result_bank, result_position, enable : Out
        Result to read.
    result_part : Out(range(parts))
        With more than one part: which.
    results : In(ArrayLayout(signed(accumulator_bits), rows // parts))
        One cycle later.
    released : Out(1)
        Pulses when the results of a burst have been read.
    residual : Out(1)
        The activation memory must present the elements from ``residual_address`` on in the next
        cycle, or, with ``spec.deep``, three cycles later.
    residual_address : Out
    residual_data : In(ArrayLayout(signed(8), spec.together))
    write : Out(1)
        Write ``data`` at ``address``.
    address, data : Out
        As in ``ActivationMemory``.
    o : Out(stream.Signature(StructLayout({"data": signed(16), "last": 1})))
        Results of the last layer.
    done : Out(1)
        Pulses when the last result of a burst is written or taken.
    fill : In(filling(spec.port, ...))
        Only with ``spec.parked``: the words of :func:`channel_image`.
    """

    o: stream.Interface

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        address = max(1, (spec.depth * spec.word - 1).bit_length())
        elements = data.ArrayLayout(signed(8), spec.together)
        super().__init__({
            "filled": In(1),
            "result_bank": Out(range(spec.banks)),
            "result_position": Out(range(spec.burst)),
            "enable": Out(1),
            "results": In(data.ArrayLayout(
                signed(spec.accumulator_bits), spec.rows // spec.parts)),
            "released": Out(1),
            "residual": Out(1),
            "residual_address": Out(address),
            "residual_data": In(elements),
            "write": Out(1),
            "address": Out(address),
            "data": Out(elements),
            "o": Out(stream.Signature(data.StructLayout({"data": signed(16), "last": 1}))),
            "done": Out(1),
        } | ({"result_part": Out(range(spec.parts))} if spec.parts > 1 else {})
          | ({"fill": In(filling(spec.port, 8 * len(channel_image(spec)) // spec.port))}
             if spec.parked else {}))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec, layers = self.spec, self.spec.layers
        lanes = range(spec.requantizers)
        layer = Signal(range(len(layers)))
        advance = Signal()

        def constant(field: str) -> Value:
            return self._of_layer(m, layer, [int(getattr(entry, field)) for entry in layers])

        # Issue: one step per cycle while a burst is waiting.
        issue = Signal()
        turn = Signal()             # with a pace of two: no step may be issued
        issued = Signal(FLAGS)
        row = Signal(range(spec.rows))
        room: Value = Const(1)      # for the output of a step
        if spec.deep:
            m.submodules.queue = queue = fifo.SyncFIFOBuffered(width=18, depth=self._queue)
            room = self._room(m, queue, constant("output") & issued.last & issue)
        entry = self._steps(m, layer, advance, issue, issued, row, turn, room)
        stages = Stages(m, spec, advance, valid=issue, kept=issued, address=entry["address"],
                        width=len(self.address) * (1 + spec.alike))
        stage, register = stages.begin, stages.register
        residuals = ResidualSum(m, spec, layer, asks=self.residual, address=self.residual_address,
                                elements=self.residual_data)

        # 1: pick the rows, add the bias.
        stage(1)
        chosen = Signal.like(row)
        with m.If(advance):
            m.d.sync += chosen.eq(row)
        summed: list[Value] = list(self.results)
        parameters = entry["parameters"]
        if spec.deep:
            # The parameters come a cycle later than the sums.
            summed, (chosen,) = register(summed, "summed"), register([chosen], "chosen")
            stage(25)
        read = spec.rows // spec.parts
        if spec.parts > 1:
            m.d.comb += self.result_part.eq(row >> (read.bit_length() - 1))
            chosen = chosen[:read.bit_length() - 1]
        picked: list[Value] = []
        for lane in lanes:
            rows = Array(summed[i] for i in range(lane, read, spec.requantizers))
            position = chosen // spec.requantizers
            value = rows[position]
            if lane == 0 and spec.requantizers > 1:
                value = Mux(constant("output"), Array(summed)[chosen], value)
            picked.append(value)
        if spec.deep:
            picked = register(picked, "picked")
            parameters = data.View(channel_layout(spec), *register(
                [parameters.as_value()], "parameters"))
            stage(20)
        sums = []
        for lane, value in zip(lanes, picked, strict=True):
            total = Signal(signed(spec.sum_bits), name=f"total_{lane}")
            if spec.exceptions:
                # A channel has each sum once.
                value = value + reduce(or_, (
                    Mux(value == entry.sum, entry.step, 0)
                    for entry in parameters[lane].exceptions)).as_signed()
            scaled_up = value << spec.fraction if spec.fraction else value
            m.d.comb += total.eq(scaled_up + parameters[lane].bias)
            sums.append(total)
        # Where a step takes two cycles, they stay for both.
        arrives = advance & stages.valid if spec.pace > 1 else advance
        sums = register(sums, "sum", arrives)
        multipliers = [parameters[lane].multiplier for lane in lanes]
        if spec.pace == 1:
            multipliers = register(multipliers, "multiplier", arrives)
        shifts = register([parameters[lane].shift for lane in lanes], "shift", arrives)
        search = ThresholdSearch(m, spec, layer) if spec.levels else None
        if search:
            search.begin(stages, sums, multipliers if spec.pace == 1 else
                         register(multipliers, "place", arrives))

        # 2: multiply; in two cycles, by half of the multiplier in each.
        stage(2)
        if spec.pace > 1:
            half = -(-len(multipliers[0]) // 2)
            parts: list[Value] = []
            for lane, (total, multiplier) in enumerate(zip(sums, multipliers, strict=True)):
                upper = multiplier[half:]
                upper = upper.as_signed() if multiplier.shape().signed else upper
                factor = Signal.like(
                    Mux(stages.valid, multiplier[:half], upper), name=f"factor_{lane}")
                rest = Signal.like(upper, name=f"rest_{lane}")
                with m.If(advance):
                    m.d.sync += factor.eq(rest)
                with m.If(arrives):
                    m.d.sync += [factor.eq(multiplier[:half]), rest.eq(upper)]
                rows = register(product_rows(m, total, factor, f"part_{lane}"), f"rows_{lane}")
                parts.append(add_rows(m, rows, len(total) + len(factor), f"part_{lane}"))
            stage(13)
            shifts = register(shifts, "shift_early")
            highs = register(parts, "part")
            stage(10)
            lows = register(highs, "lower")
            shifts = register(shifts, "shift_between")
            stage(12)
            # No wider than they are: the shifter and the limits take that width on.
            width = spec.sum_bits + len(multipliers[0])
            products = register([
                (low + (high << half))[:width].as_signed()
                for low, high in zip(lows, highs, strict=True)], "product")
        elif spec.single:
            # The halves at the same time, and their sum a cycle later.
            half = -(-len(multipliers[0]) // 2)
            halves: tuple[list[Value], list[Value]] = [], []
            for lane, (total, multiplier) in enumerate(zip(sums, multipliers, strict=True)):
                upper = multiplier[half:]
                upper = upper.as_signed() if multiplier.shape().signed else upper
                for found, factor, name in zip(halves, (multiplier[:half], upper),
                                               (f"low_{lane}", f"high_{lane}"), strict=True):
                    rows = register(product_rows(m, total, factor, name), f"rows_{name}")
                    found.append(add_rows(m, rows, len(total) + len(factor) + 1, name))
            stage(13)
            shifts = register(shifts, "shift_early")
            lows, highs = register(halves[0], "low"), register(halves[1], "high")
            stage(10)
            shifts = register(shifts, "shift_between")
            width = spec.sum_bits + len(multipliers[0])
            products = register([
                (low + (high << half))[:width].as_signed()
                for low, high in zip(lows, highs, strict=True)], "product")
        elif spec.deep:
            whole = stages.in_digits(list(zip(sums, multipliers, strict=True)), "digit")
            shifts = register(shifts, "shift_early")
            stage(21)
            products = register(whole, "product")
        else:
            products = register([a * b for a, b in zip(sums, multipliers, strict=True)], "product")
        shifts = register(shifts, "shift_late")

        # 3: shift and round; other rules than half up need a cycle more.
        if spec.roundings != {"half_up"}:
            stage(8)
            products = register(prepare(m, spec, layer, products), "prepared")
            shifts = register(shifts, "shift_last")
        if spec.reads and spec.deep:
            residuals.ask(stages.valid, stages.address)
        stage(3)
        least = min(map(min, spec.shifts))
        if spec.deep:
            # By the lower bits, then by the others.
            half = len(shifts[0]) // 2
            products = register([
                shifted(spec, product, least, shift[:half])
                for product, shift in zip(products, shifts, strict=True)], "shifted")
            shifts = register([shift[half:] << half for shift in shifts], "shift_rest")
            stage(26)
            products = register([
                shifted_on(spec, product, shift)
                for product, shift in zip(products, shifts, strict=True)], "shifted_on")
            stage(27)
            least, shifts = STICKY, [Const(0)] * len(products)
        scaled = register(rounded(m, spec, layer, products, [
            (least, shift) for shift in shifts]), "scaled")
        if spec.reads and not spec.deep:
            residuals.ask(stages.valid & advance & self._begins(stages.address)
                          if spec.single else stages.valid & advance, stages.address)

        # 4: limit.
        stage(4)
        if spec.deep:
            beyond = [register([value < constant("low"), value > constant("high")], f"beyond_{i}")
                      for i, value in enumerate(scaled)]
            scaled = register(scaled, "whole")
            stage(28)
        else:
            beyond = [[value < constant("low"), value > constant("high")] for value in scaled]
        values = register([
            within(spec, value, constant("low"), constant("high"), "low", "high", beyond=pair)
            for value, pair in zip(scaled, beyond, strict=True)
        ], "limited")

        if spec.reads:
            values = residuals.added(stages, values)
        if search:
            values = search.merged(stages, values)
        if spec.curves:
            values = looked_up(m, spec, layer, stages, values)

        if spec.pools:
            stage(6)
            best = [Signal.like(value, name=f"best_{i}") for i, value in enumerate(values)]
            greatest = [
                Mux(~stages.kept.first & (old > value), old, value)
                for old, value in zip(best, values, strict=True)
            ]
            with m.If(advance & stages.valid):
                m.d.sync += [old.eq(new) for old, new in zip(best, greatest, strict=True)]
            values = register(greatest, "pooled")

        if spec.late:
            stage(11)
            values = register(values, "late")
        leaves = constant("output")
        writes = Signal()           # from a register: the array waits for it
        if spec.single:
            with m.If(advance):
                m.d.sync += writes.eq(stages.valid & stages.kept.last & ~leaves
                                      & self._ends(stages.address))
        stage(7)
        result = values[0]
        if any(entry.output and entry.zero for entry in layers):
            result = result - constant("zero")
        results = [value - constant("zero") for value in values]
        if spec.single:
            # The word is written with its last results.
            older = self._collect(m, results, stages.valid & stages.kept.last & advance)
            m.d.comb += [
                self.write.eq(writes),
                self.address.eq(stages.address & -spec.together),
                *(self.data[i].eq(value) for i, value in enumerate([*older, *results])),
            ]
            if spec.pace > 1:
                with m.If(advance):
                    m.d.sync += turn.eq(~turn & Cat(stages.working).any())
        else:
            m.d.comb += [
                self.write.eq(stages.valid & stages.kept.last & ~leaves),
                self.address.eq(stages.address),
                *(self.data[lane].eq(value) for lane, value in enumerate(results)),
            ]
        gives = stages.valid & stages.kept.last & leaves
        ends: Value = stages.kept.layer    # with ``done``
        if spec.deep:
            wide = Signal(signed(16))
            m.d.comb += [
                wide.eq(result),
                queue.w_en.eq(gives),
                queue.w_data.eq(Cat(wide, stages.kept.burst, stages.kept.layer)),
                self.o.valid.eq(queue.r_rdy),
                queue.r_en.eq(self.o.ready),
                self.o.payload.data.eq(queue.r_data[:16]),
                self.o.payload.last.eq(queue.r_data[17]),
                advance.eq(1),
                self.done.eq(Mux(leaves, self.o.valid & self.o.ready & queue.r_data[16],
                                 stages.valid & stages.kept.burst)),
            ]
            ends = Mux(leaves, queue.r_data[17], stages.kept.layer)
        else:
            m.d.comb += [
                self.o.valid.eq(gives),
                self.o.payload.data.eq(result),
                self.o.payload.last.eq(stages.kept.layer),
                advance.eq(~self.o.valid | self.o.ready),
                self.done.eq(stages.valid & stages.kept.burst & advance),
            ]
        with m.If(self.done & ends):
            # The next layer cannot have issued anything: it waits for this one to be written.
            m.d.sync += layer.eq(Mux(layer == len(layers) - 1, 0, layer + 1))

        return m

    def _of_layer(self, m: Module, layer: Value, values: Sequence[int]) -> Value:
        return of_layer(m, self.spec.deep, layer, values)

    def _room(self, m: Module, queue: fifo.SyncFIFOBuffered, claims: Value) -> Value:
        """Whether there is a place for one more output than were claimed."""
        free = Signal(range(self._queue + 1), init=self._queue)
        m.d.sync += free.eq(free - claims + (queue.r_rdy & queue.r_en))
        return free != 0

    @property
    def _queue(self) -> int:
        """Places of the queue."""
        return max(QUEUE, 1 << (self.spec.post_latency + 8).bit_length())

    def _steps(self, m: Module, layer: Signal, advance: Signal, issue: Signal, issued: data.View,
               row: Signal, turn: Signal, room: Value) -> dict[str, Value]:
        """Walk the bursts that wait: drive the read ports, ``issue``, ``issued`` and ``row``."""
        spec, layers = self.spec, self.spec.layers
        waiting = Signal(range(spec.banks + 1))
        group = Signal(range(max(entry.groups(spec.rows) for entry in layers)))
        burst = Signal(range(max(entry.bursts for entry in layers)))
        position = Signal(range(spec.burst))        # first of the pooling window
        member = Signal(range(max(2, *(entry.window for entry in layers))))
        step = Signal(range(max(2, spec.rows)))
        start = Signal(range(len(spec.channels_table) + 1))   # parameters of the row group
        group_element = Signal.like(self.address)   # relative to the layer's first output
        element = Signal.like(self.address)

        last_groups = [entry.groups(spec.rows) - 1 for entry in layers]
        last_group = group == self._of_layer(m, layer, last_groups)
        last_burst = burst == self._of_layer(m, layer, [entry.bursts - 1 for entry in layers])
        steps = Mux(last_group,
                    self._of_layer(m, layer, [spec.steps(e, g) for e, g in
                                      zip(layers, last_groups, strict=True)]),
                    self._of_layer(m, layer, [spec.steps(entry, 0) for entry in layers]))
        window = self._of_layer(m, layer, [entry.window for entry in layers])
        length = Mux(last_burst, self._of_layer(m, layer, [entry.results[1] for entry in layers]),
                     self._of_layer(m, layer, [entry.results[0] for entry in layers]))
        output = self._of_layer(m, layer, [int(entry.output) for entry in layers])

        member_ends = member == window - 1
        step_ends = step == steps - 1
        position_ends = position == length - window
        burst_ends = member_ends & step_ends & position_ends
        buffer = None
        if ahead(spec):
            groups = sum(entry.groups(spec.rows) for entry in layers)
            m.submodules.channels = buffer = ChannelBuffer(
                channel_layout(spec), groups, group_places(spec), spec.port)
            connect(m, flipped(self.fill), buffer.fill)
            m.d.comb += [
                buffer.place.eq(step), buffer.enable.eq(advance),
                buffer.next.eq(self.released & last_burst),
            ]
            room = buffer.ready
        m.d.comb += [
            issue.eq((waiting != 0) & ~turn if spec.pace > 1 else (waiting != 0) & room
                     if spec.deep or buffer else waiting != 0),
            issued.first.eq(member == 0),
            issued.last.eq(member_ends),
            issued.burst.eq(burst_ends),
            issued.layer.eq(burst_ends & last_burst & last_group),
            self.enable.eq(advance),
            self.released.eq(issue & advance & burst_ends),
            self.result_position.eq(position + member),
        ]
        if spec.requantizers > 1:
            m.d.comb += row.eq(Mux(output, step, step * spec.requantizers))
        else:
            m.d.comb += row.eq(step)

        m.d.sync += waiting.eq(waiting + self.filled - self.released)
        out_step = self._of_layer(m, layer, [entry.out_step for entry in layers])
        with m.If(issue & advance):
            m.d.sync += member.eq(member + 1)
            with m.If(member_ends):
                m.d.sync += [member.eq(0), step.eq(step + 1)]
                with m.If(step_ends):
                    m.d.sync += [
                        step.eq(0),
                        position.eq(position + window),
                        element.eq(element + out_step),
                    ]
            with m.If(burst_ends):
                if spec.turns:
                    turns = self._of_layer(m, layer, [
                        e.out_step if e.out_turn is None else e.out_turn for e in layers])
                    m.d.sync += element.eq(element + turns)
                m.d.sync += [
                    position.eq(0),
                    self.result_bank.eq(self.result_bank + 1),
                    burst.eq(burst + 1),
                ]
                with m.If(last_burst):
                    m.d.sync += [
                        burst.eq(0),
                        group.eq(group + 1),
                        start.eq(start + steps),
                        group_element.eq(group_element + spec.rows),
                        element.eq(group_element + spec.rows),
                    ]
                    with m.If(last_group):
                        m.d.sync += [group.eq(0), group_element.eq(0), element.eq(0)]
                        with m.If(layer == len(layers) - 1):
                            m.d.sync += start.eq(0)

        if buffer:
            parameters = buffer.data
        elif spec.parked:
            m.submodules.channels = parked = ChannelTable(
                channel_layout(spec), len(spec.channels_table), spec.port, halves=halved(spec))
            connect(m, flipped(self.fill), parked.fill)
            m.d.comb += [parked.address.eq(start + step), parked.enable.eq(advance)]
            if parked.halves:
                m.d.comb += parked.take.eq(issue & advance)
            parameters = parked.data
        else:
            # Of a few words only, it would be logic otherwise, with its address at every bit.
            m.submodules.channels = table = memory.Memory(
                shape=channel_layout(spec), depth=max(2, len(spec.channels_table)),
                init=channel_entries(spec), attrs={"rom_style": "block"} if spec.deep else {})
            read = table.read_port()
            place: Value = start + step
            if spec.deep:
                place = later(m, place[:len(read.addr)], 1, "place")
            m.d.comb += [read.addr.eq(place), read.en.eq(advance)]
            parameters = read.data
        base = self._of_layer(m, layer, [entry.out_base for entry in layers])
        address: Value = (base + element + row)[:len(self.address)]
        if spec.alike:      # with the channel, where that is the same for all pixels
            channel = Signal.like(self.address, name="channel")
            m.d.comb += channel.eq(group_element + row)
            address = Cat(address, channel)
        return {"parameters": parameters, "address": address}

    def _begins(self, address: Value) -> Value:
        """Whether a result begins a word that is written together."""
        return address[:self._place] >> (self.spec.requantizers.bit_length() - 1) == 0

    def _ends(self, address: Value) -> Value:
        """Whether a result ends a word that is written together."""
        step = address[:self._place] >> (self.spec.requantizers.bit_length() - 1)
        return step == self.spec.together // self.spec.requantizers - 1

    @property
    def _place(self) -> int:
        """Bits of an address that say where in a word that is written together."""
        return self.spec.together.bit_length() - 1

    def _collect(self, m: Module, results: list[Value], arrive: Value) -> list[Value]:
        """The results before these that belong to the same word."""
        older: list[Signal] = []
        for number in range(self.spec.together - len(results)):
            older.append(Signal(8, name=f"older_{number}"))
        with m.If(arrive):
            m.d.sync += [old.eq(new) for old, new in zip(
                older, [*older, *results][len(results):], strict=False)]
        return list(older)
