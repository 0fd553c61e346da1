"""Post-processing: from sums to activations, and on to memory or out of the engine."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from amaranth.hdl import Array, Cat, Const, Module, Mux, Signal, Value, signed
from amaranth.lib import data, fifo, memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from ..link.word_source import filling
from .channels import ChannelTable, channel_entries, channel_image, channel_layout, halved
from .rounding import STICKY, prepare, rounded, shifted
from .soft import add_rows, product_rows, soft_product
from .spec import ArraySpec
from .table import of_layer, shape_of
from .wide import partial_products, shifted_sum

__all__ = ["PostProcessor"]


#: With ``deep``: outputs that wait to be taken, more than are on their way at any time.
QUEUE = 32


class PostProcessor(wiring.Component):
    """Bias, requantise, add a residual, pool, and write.

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
        flags = data.StructLayout({
            "first": 1, "last": 1,      # first and last position of a pooling window
            "burst": 1, "layer": 1,     # last step of its burst, of its layer
        })
        issue = Signal()
        turn = Signal()             # with a pace of two: no step may be issued
        issued = Signal(flags)
        row = Signal(range(spec.rows))
        room: Value = Const(1)      # for the output of a step
        if spec.deep:
            m.submodules.queue = queue = fifo.SyncFIFOBuffered(width=18, depth=QUEUE)
            room = self._room(m, queue, constant("output") & issued.last & issue)
        entry = self._steps(m, layer, advance, issue, issued, row, turn, room)
        valid, kept, address = issue, issued, entry["address"]
        working: list[Value] = [issue]

        def stage(number: int) -> None:
            """Carry what belongs to the data one cycle further."""
            nonlocal valid, kept, address
            before = valid, kept, address
            valid = Signal(name=f"valid_{number}")
            working.append(valid)
            # In a pace of two nothing follows at once: every other stage leaves them there.
            moves = spec.pace == 1 or len(working) % 2 == 0
            if moves:
                kept = Signal(flags, name=f"flags_{number}")
                address = Signal.like(self.address, name=f"address_{number}")
            with m.If(advance):
                m.d.sync += valid.eq(before[0])
                with contextlib.nullcontext() if spec.pace == 1 else m.If(before[0]):
                    if moves:
                        m.d.sync += [kept.eq(before[1]), address.eq(before[2])]

        def register(values: list[Value], name: str, when: Value = advance) -> list[Value]:
            """Hold values for the next stage, each in the shape it has."""
            held = [Signal(value.shape(), name=f"{name}_{i}") for i, value in enumerate(values)]
            with m.If(when):
                m.d.sync += [old.eq(new) for old, new in zip(held, values, strict=True)]
            return held

        def in_digits(pairs: Sequence[tuple[Value, Value]], name: str) -> list[Value]:
            """Products, of which the parts are held for the next stage."""
            wholes: list[Value] = []
            for lane, (a, b) in enumerate(pairs):
                parts, shifts = zip(*partial_products(a, b), strict=True)
                held = register(list(parts), f"{name}_{lane}")
                whole = Signal((a * b).shape(), name=f"{name}_{lane}_whole")
                m.d.comb += whole.eq(shifted_sum(list(zip(held, shifts, strict=True))))
                wholes.append(whole)
            return wholes

        # 1: pick the rows, add the bias.
        stage(1)
        chosen = Signal.like(row)
        with m.If(advance):
            m.d.sync += chosen.eq(row)
        summed: list[Value] = list(self.results)
        parameters = entry["parameters"]
        if spec.deep:
            summed, (chosen,) = register(summed, "summed"), register([chosen], "chosen")
            parameters = data.View(channel_layout(spec), *register(
                [parameters.as_value()], "parameters"))
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
                [parameters.as_value()], "parameters_later"))
            stage(20)
        sums = []
        for lane, value in zip(lanes, picked, strict=True):
            total = Signal(signed(spec.sum_bits), name=f"total_{lane}")
            scaled_up = value << spec.fraction if spec.fraction else value
            m.d.comb += total.eq(scaled_up + parameters[lane].bias)
            sums.append(total)
        # Where a step takes two cycles, they stay for both.
        arrives = advance & valid if spec.pace > 1 else advance
        sums = register(sums, "sum", arrives)
        multipliers = [parameters[lane].multiplier for lane in lanes]
        if spec.pace == 1:
            multipliers = register(multipliers, "multiplier", arrives)
        shifts = register([parameters[lane].shift for lane in lanes], "shift", arrives)

        if spec.adds and spec.deep and spec.roundings == {"half_up"}:
            self._ask(m, layer, valid, address)

        # 2: multiply; in two cycles, by half of the multiplier in each.
        stage(2)
        if spec.pace > 1:
            half = -(-len(multipliers[0]) // 2)
            parts: list[Value] = []
            for lane, (total, multiplier) in enumerate(zip(sums, multipliers, strict=True)):
                upper = multiplier[half:]
                upper = upper.as_signed() if multiplier.shape().signed else upper
                factor = Signal.like(Mux(valid, multiplier[:half], upper), name=f"factor_{lane}")
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
            whole = in_digits(list(zip(sums, multipliers, strict=True)), "digit")
            shifts = register(shifts, "shift_early")
            if spec.adds and spec.roundings != {"half_up"}:
                self._ask(m, layer, valid, address)
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
        stage(3)
        least = min(map(min, spec.shifts))
        if spec.deep:
            products = register([
                shifted(spec, product, least, shift)
                for product, shift in zip(products, shifts, strict=True)], "shifted")
            stage(26)
            least, shifts = STICKY, [Const(0)] * len(products)
        scaled = register(rounded(m, spec, layer, products, [
            (least, shift) for shift in shifts]), "scaled")
        if spec.adds and not spec.deep:
            self._ask(m, layer, valid & advance & self._begins(address)
                      if spec.single else valid & advance, address)

        # 4: limit.
        stage(4)
        values = register([
            self._within(value, constant("low"), constant("high"), "low", "high")
            for value in scaled
        ], "limited")

        if spec.adds:
            own = self._of_layer(m, layer, [
                e.residual.whole[0] if e.residual else 0 for e in layers])
            if spec.joins and spec.single:
                # One multiplication after the other, by the same rows; by one and by zero where
                # nothing is added.
                others = register(self._present(m, layer, address), "residual")
                stage(9)
                own, other = (self._of_layer(m, layer, list(factors)) for factors in zip(*(
                    (e.residual.whole[0], e.residual.multiplier) if e.residual else (1, 0)
                    for e in layers), strict=True))
                width = max(len(own), len(other))
                parts = []
                factor = Signal(width, name="joint_factor")
                with m.If(advance):
                    m.d.sync += factor.eq(Mux(valid, own, other))
                for lane, (value, element) in enumerate(zip(values, others, strict=True)):
                    wide = max(len(value) + (not value.shape().signed), len(element))
                    operand = Signal(signed(wide), name=f"joint_operand_{lane}")
                    rest = Signal(signed(wide), name=f"joint_rest_{lane}")
                    with m.If(advance):
                        m.d.sync += operand.eq(rest)
                    with m.If(advance & valid):
                        m.d.sync += [operand.eq(value), rest.eq(element)]
                    rows = register(product_rows(m, factor, operand, f"joint_{lane}"),
                                    f"joint_rows_{lane}")
                    parts.append(add_rows(m, rows, width + wide + 1, f"joint_{lane}"))
                stage(14)
                stage(15)
                seconds = register(parts, "joint_part")
                stage(16)
                firsts = register(seconds, "joint_first")
                stage(17)
                bias = self._of_layer(m, layer, [
                    e.residual.whole[1] if e.residual else 0 for e in layers])
                sums = register([a + b + bias for a, b in zip(firsts, seconds, strict=True)],
                                "joint_sum")
                stage(18)
                by = self._of_layer(m, layer, [
                    e.residual.shift if e.residual else 0 for e in layers])
                shape = shape_of([end for e in layers for end in e.joint])
                narrow = [(value >> by)[:shape.width] for value in sums]
                totals: list[Value] = register(
                    [value.as_signed() if shape.signed else value for value in narrow],
                    "joint_total")
            elif spec.deep:
                others = register(self._present(m, layer, address), "residual")
                stage(23)
                others = in_digits([(other, self._factor(m, layer)) for other in others], "other")
                if spec.joins:
                    own, bias = (self._of_layer(m, layer, list(values)) for values in zip(*(
                        e.residual.whole if e.residual else (0, 0) for e in layers), strict=True))
                    owns = in_digits([(value, own) for value in values], "own")
                values = register(values, "first")
                stage(9)
                if spec.joins:
                    sums = [a + b + bias for a, b in zip(owns, others, strict=True)]
                else:
                    sums = others
                sums = register(sums, "joint_sum")
                values = register(values, "second_first")
                stage(24)
                if spec.joins:
                    by = self._of_layer(m, layer, [
                        e.residual.shift if e.residual else 0 for e in layers])
                    totals = [value >> by for value in sums]
                else:
                    by = self._of_layer(m, layer, [
                        e.residual.shift - 1 if e.residual else 0 for e in layers])
                    totals = [value + (((other >> by) + 1) >> 1)
                              for value, other in zip(values, sums, strict=True)]
                totals = register(totals, "total")
                values = register(values, "last_first")
            elif spec.joins:
                others = register(self._residuals(m, layer, address), "residual")
                stage(9)
                products = register(_products(m, spec, values, own, "own"), "own_product")
                values, others = register(values, "first"), register(others, "second")
                by = self._of_layer(m, layer, [
                    e.residual.shift if e.residual else 0 for e in layers])
                totals = [(a + b) >> by for a, b in zip(products, others, strict=True)]
            else:
                others = register(self._residuals(m, layer, address), "residual")
                totals = [value + other for value, other in zip(values, others, strict=True)]
            stage(5)
            if spec.joins and spec.single:
                limits = [(e.sum_low, e.sum_high) if e.residual else (e.low, e.high)
                          for e in layers]
                low, high = (self._of_layer(m, layer, list(ends))
                             for ends in zip(*limits, strict=True))
                values = register([
                    self._within(total, low, high, "sum_low", "sum_high", "low", "high")
                    for total in totals], "added")
            else:
                adds = self._of_layer(m, layer, [int(e.residual is not None) for e in layers])
                values = register([
                    Mux(adds, self._within(total, constant("sum_low"), constant("sum_high"),
                                           "sum_low", "sum_high"), value)
                    for total, value in zip(totals, values, strict=True)
                ], "added")

        if spec.pools:
            stage(6)
            best = [Signal.like(value, name=f"best_{i}") for i, value in enumerate(values)]
            greatest = [
                Mux(~kept.first & (old > value), old, value)
                for old, value in zip(best, values, strict=True)
            ]
            with m.If(advance & valid):
                m.d.sync += [old.eq(new) for old, new in zip(best, greatest, strict=True)]
            values = register(greatest, "pooled")

        if spec.late:
            stage(11)
            values = register(values, "late")
        leaves = constant("output")
        writes = Signal()           # from a register: the array waits for it
        if spec.single:
            with m.If(advance):
                m.d.sync += writes.eq(valid & kept.last & ~leaves & self._ends(address))
        stage(7)
        result = values[0]
        if any(entry.output and entry.zero for entry in layers):
            result = result - constant("zero")
        results = [value - constant("zero") for value in values]
        if spec.single:
            # The word is written with its last results.
            older = self._collect(m, results, valid & kept.last & advance)
            m.d.comb += [
                self.write.eq(writes),
                self.address.eq(address & -spec.together),
                *(self.data[i].eq(value) for i, value in enumerate([*older, *results])),
            ]
            if spec.pace > 1:
                with m.If(advance):
                    m.d.sync += turn.eq(~turn & Cat(working).any())
        else:
            m.d.comb += [
                self.write.eq(valid & kept.last & ~leaves),
                self.address.eq(address),
                *(self.data[lane].eq(value) for lane, value in enumerate(results)),
            ]
        gives = valid & kept.last & leaves
        ends: Value = kept.layer    # with ``done``
        if spec.deep:
            wide = Signal(signed(16))
            m.d.comb += [
                wide.eq(result),
                queue.w_en.eq(gives),
                queue.w_data.eq(Cat(wide, kept.burst, kept.layer)),
                self.o.valid.eq(queue.r_rdy),
                queue.r_en.eq(self.o.ready),
                self.o.payload.data.eq(queue.r_data[:16]),
                self.o.payload.last.eq(queue.r_data[17]),
                advance.eq(1),
                self.done.eq(Mux(leaves, self.o.valid & self.o.ready & queue.r_data[16],
                                 valid & kept.burst)),
            ]
            ends = Mux(leaves, queue.r_data[17], kept.layer)
        else:
            m.d.comb += [
                self.o.valid.eq(gives),
                self.o.payload.data.eq(result),
                self.o.payload.last.eq(kept.layer),
                advance.eq(~self.o.valid | self.o.ready),
                self.done.eq(valid & kept.burst & advance),
            ]
        with m.If(self.done & ends):
            # The next layer cannot have issued anything: it waits for this one to be written.
            m.d.sync += layer.eq(Mux(layer == len(layers) - 1, 0, layer + 1))

        return m

    def _of_layer(self, m: Module, layer: Value, values: Sequence[int]) -> Value:
        return of_layer(m, self.spec.deep, layer, values)

    def _room(self, m: Module, queue: fifo.SyncFIFOBuffered, claims: Value) -> Value:
        """Whether there is a place for one more output than were claimed."""
        free = Signal(range(QUEUE + 1), init=QUEUE)
        m.d.sync += free.eq(free - claims + (queue.r_rdy & queue.r_en))
        return free != 0

    def _ask(self, m: Module, layer: Signal, now: Value, address: Value) -> None:
        """Ask for what is added to the results of a stage; with ``spec.deep``, a cycle later."""
        layers = self.spec.layers
        adds = self._of_layer(m, layer, [int(entry.residual is not None) for entry in layers])
        offset = self._of_layer(m, layer, [
            (entry.residual.offset if entry.residual else 0) % (1 << len(self.address))
            for entry in layers])
        domain = m.d.sync if self.spec.deep else m.d.comb
        domain += [
            self.residual.eq(now & adds),
            self.residual_address.eq(address + offset),
        ]

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
        m.d.comb += [
            issue.eq((waiting != 0) & ~turn if spec.pace > 1 else (waiting != 0) & room
                     if spec.deep else waiting != 0),
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

        if spec.parked:
            m.submodules.channels = parked = ChannelTable(
                channel_layout(spec), len(spec.channels_table), spec.port, halves=halved(spec))
            connect(m, flipped(self.fill), parked.fill)
            m.d.comb += [parked.address.eq(start + step), parked.enable.eq(advance)]
            if parked.halves:
                m.d.comb += parked.take.eq(issue & advance)
            parameters = parked.data
        else:
            m.submodules.channels = table = memory.Memory(
                shape=channel_layout(spec), depth=max(2, len(spec.channels_table)),
                init=channel_entries(spec))
            read = table.read_port()
            m.d.comb += [read.addr.eq(start + step), read.en.eq(advance)]
            parameters = read.data
        base = self._of_layer(m, layer, [entry.out_base for entry in layers])
        return {"parameters": parameters, "address": (base + element + row)[:len(self.address)]}

    def _within(self, value: Value, low: Value, high: Value, *fields: str) -> Value:
        """A value between limits, with ``spec.buffered`` no wider than the limits of any layer.

        What is multiplied and added after that is in logic there, and as wide as its operands, or
        in as many DSP blocks as they have digits.
        """
        limited = _limit(value, low, high)
        if not self.spec.buffered:
            return limited
        shape = shape_of([getattr(layer, field) for layer in self.spec.layers for field in fields])
        limited = limited[:shape.width]
        return limited.as_signed() if shape.signed else limited

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

    def _residuals(self, m: Module, layer: Signal, address: Value) -> list[Value]:
        """The second operands at the scale of the sum, or before the sum's shift."""
        entries = [entry.residual for entry in self.spec.layers]
        others = self._present(m, layer, address)
        scaled = []
        shift = self._of_layer(m, layer, [e.shift - 1 if e else 0 for e in entries])
        for product in _products(m, self.spec, others, self._factor(m, layer), "residual"):
            if self.spec.joins:
                scaled.append(product + self._of_layer(m, layer, [e.whole[1] if e else 0
                                                          for e in entries]))
            else:
                scaled.append(((product >> shift) + 1) >> 1)
        return scaled

    def _factor(self, m: Module, layer: Signal) -> Value:
        """What the second operands are multiplied by."""
        return self._of_layer(m, layer, [entry.residual.multiplier if entry.residual else 1
                                 for entry in self.spec.layers])

    def _present(self, m: Module, layer: Signal, address: Value) -> list[Value]:
        """The second operands as values."""
        zero = self._of_layer(m, layer, [entry.residual.zero if entry.residual else 0
                                 for entry in self.spec.layers])
        if self.spec.deep:
            return [element + zero for element in self.residual_data]
        # The memory presents the elements for one cycle; a stalled output may need them longer.
        fresh = Signal()
        m.d.sync += fresh.eq(self.residual)
        present: list[Value] = []
        for i, element in enumerate(self.residual_data):
            caught = Signal(signed(8), name=f"caught_{i}")
            with m.If(fresh):
                m.d.sync += caught.eq(element)
            present.append(Mux(fresh, element, caught))
        if self.spec.single:
            word = Array(present)
            present = [word[address[:self._place] | i] for i in range(self.spec.requantizers)]
        return [element + zero for element in present]


def _products(m: Module, spec: ArraySpec, values: list[Value], factor: Value, name: str
              ) -> list[Value]:
    """``value * factor``, in logic where the DSP blocks are lanes."""
    if spec.single:
        return [soft_product(m, factor, value, f"{name}_{i}") for i, value in enumerate(values)]
    return [value * factor for value in values]


def _limit(value: Value, low: Value, high: Value) -> Value:
    return Mux(value < low, low, Mux(value > high, high, value))
