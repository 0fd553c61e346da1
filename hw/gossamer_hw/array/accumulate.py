"""Accumulators: one sum per row and position of a burst."""

from __future__ import annotations

from amaranth.hdl import Cat, Module, Mux, Signal, Value, signed
from amaranth.lib import data, memory, wiring
from amaranth.lib.wiring import In, Out

from .delay import later
from .spec import ArraySpec

__all__ = ["Accumulator"]


class Accumulator(wiring.Component):
    """Add up the partial sums of a burst, and keep the results of finished bursts.

    Accepts a position every cycle, also the same one in consecutive cycles, but ``spec.parts``
    cycles after a result at the earliest. ``position`` comes one cycle before the other members
    that belong to it; with ``spec.deep`` two, and ``first`` one.

    Members
    -------
    position : In(range(burst))
    valid : In(1)
    first, last : In(1)
        First block of the burst: start from zero. Last block: the sum is a result.
    bank : In(range(banks))
        Where results go.
    sums : In(ArrayLayout(signed(accumulator_bits), rows))
    filled : Out(1)
        Pulses when the last position of a burst is added; results are readable from the next cycle.
    end : In(1)
        The last position of a burst.
    result_bank, result_position : In
        Result to read.
    result_part : In(range(parts))
        With more than one part: which.
    results : Out(ArrayLayout(signed(accumulator_bits), rows // parts))
        One cycle later, while ``enable`` was high.
    enable : In(1)
    """

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        rows = data.ArrayLayout(signed(spec.accumulator_bits), spec.rows)
        super().__init__({
            "position": In(range(spec.burst)),
            "valid": In(1),
            "first": In(1),
            "last": In(1),
            "end": In(1),
            "bank": In(range(spec.banks)),
            "sums": In(rows),
            "filled": Out(1),
            "result_bank": In(range(spec.banks)),
            "result_position": In(range(spec.burst)),
            "results": Out(data.ArrayLayout(
                signed(spec.accumulator_bits), spec.rows // spec.parts)),
            "enable": In(1),
        } | ({"result_part": In(range(spec.parts))} if spec.parts > 1 else {}))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec = self.spec
        rows = data.ArrayLayout(signed(spec.accumulator_bits), spec.rows)
        size = 1 << max(1, (spec.burst - 1).bit_length())
        m.submodules.partial = partial = memory.Memory(shape=rows, depth=size, init=[])
        m.submodules.finished = finished = memory.Memory(
            shape=self.results.shape(), depth=size * spec.banks * spec.parts, init=[])
        partial_read, partial_write = partial.read_port(), partial.write_port()
        result_read, result_write = finished.read_port(), finished.write_port()

        here = Signal.like(self.position)       # position of the sums
        recent = Signal.like(self.position)     # position added last
        total = Signal(rows)
        # What was added last, still on its way to memory.
        latest = Signal(rows, reset_less=spec.deep)
        if spec.deep:
            # What was read is held, and what it lacks is put in its place: in that cycle the sum
            # before the last one, with the next sums the last one.
            soon = later(m, self.position, 1, "soon")
            held = Signal(rows, reset_less=True)
            lacks, same = Signal(), Signal()
            following = Mux(self.valid, here, recent)
            m.d.sync += [
                here.eq(soon), lacks.eq(self.position == following),
                same.eq((soon == following) & ~self.first)]
            for row in range(spec.rows):
                read = Mux(lacks, latest[row], partial_read.data[row])
                m.d.sync += held[row].eq(Mux(self.first, 0, read))
                m.d.comb += total[row].eq(Mux(same, latest[row], held[row]) + self.sums[row])
        else:
            m.d.sync += here.eq(self.position)
            for row in range(spec.rows):
                so_far = Mux(here == recent, latest[row], partial_read.data[row])
                m.d.comb += total[row].eq(Mux(self.first, 0, so_far) + self.sums[row])
        with m.If(self.valid):
            m.d.sync += [recent.eq(here), latest.eq(total)]

        place: Value = self.bank * size + here
        written: Value = total
        now: Value = self.valid & self.last
        filled: Value = self.valid & self.last & self.end
        source: Value = self.result_bank * size + self.result_position
        if spec.parts > 1:
            place, written, now, filled = self._in_parts(m, place, latest)
            source = Cat(self.result_part, source)
        m.d.comb += [
            partial_read.addr.eq(self.position),
            partial_write.addr.eq(here),
            partial_write.data.eq(total),
            partial_write.en.eq(self.valid & ~self.last),
            result_write.addr.eq(place),
            result_write.data.eq(written),
            result_write.en.eq(now),
            self.filled.eq(filled),
            result_read.addr.eq(source),
            result_read.en.eq(self.enable),
            self.results.eq(result_read.data),
        ]

        return m

    def _in_parts(self, m: Module, place: Value, latest: data.View
                  ) -> tuple[Value, Value, Value, Value]:
        """Address, data and enable of results that are written part by part, and the last one.

        Taken from the register that holds what was added last.
        """
        spec = self.spec
        width = spec.rows // spec.parts * spec.accumulator_bits
        part = Signal(range(spec.parts))
        busy, ends = Signal(), Signal()
        held = Signal.like(place)
        with m.If(busy):
            m.d.sync += [part.eq(part + 1), busy.eq(part != spec.parts - 1)]
        with m.If(self.valid & self.last):
            m.d.sync += [busy.eq(1), part.eq(0), held.eq(place), ends.eq(self.end)]
        return (Cat(part, held), latest.as_value().word_select(part, width), busy,
                busy & ends & (part == spec.parts - 1))
