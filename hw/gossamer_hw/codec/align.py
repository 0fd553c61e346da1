"""Hardware of the value types: numbers to integers of a block and back."""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value, signed, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from .types import Float, Integer, ValueType

__all__ = ["Align", "Restore", "beats"]


def beats(values: ValueType, lanes: int) -> stream.Signature:
    """Signature of a stream of bit patterns, so many a beat.

    ``last`` is on the last beat of a chunk.
    """
    return stream.Signature(data.StructLayout({
        "values": data.ArrayLayout(unsigned(values.width), lanes), "last": 1}))


class _Lanes(wiring.Component):
    """Lanes that work alike, in stages that move on together whenever the output is free."""

    i: stream.Interface
    o: stream.Interface

    def __init__(self, values: ValueType, lanes: int, i: stream.Signature, o: stream.Signature
                 ) -> None:
        self.values = values
        self.lanes = lanes
        super().__init__({"i": In(i), "o": Out(o)})

    def _integers(self) -> data.ArrayLayout:
        return data.ArrayLayout(unsigned(self.values.planes), self.lanes)


class Restore(_Lanes):
    """Integers of a block to values, rounded to even and saturated; see ``ValueType.restore``.

    One beat a cycle; a beat takes four cycles for floats and one for integers.

    Members
    -------
    i : In(stream.Signature(StructLayout))
        ``integers`` of all lanes, the block's exponent ``field``, ``last``.
    o : Out(beats(values, lanes))
        Values.
    """

    def __init__(self, values: ValueType, lanes: int) -> None:
        integers = data.ArrayLayout(unsigned(values.planes), lanes)
        super().__init__(values, lanes, stream.Signature(data.StructLayout({
            "integers": integers, "field": values.exponent_bits, "last": 1})),
            beats(values, lanes))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        values = self.values
        advance = Signal()
        lanes = [self.i.payload.integers[lane] for lane in range(self.lanes)]
        if isinstance(values, Float):
            results = [self._float(m, advance, values, lane) for lane in lanes]
            depth = 4
        else:
            assert isinstance(values, Integer)
            results = [self._integer(m, advance, values, lane) for lane in lanes]
            depth = 1
        marks: Value = Cat(self.i.valid, self.i.payload.last)
        for stage in range(depth):
            later = Signal(2, name=f"marks_{stage}")
            with m.If(advance):
                m.d.sync += later.eq(marks)
            marks = later
        m.d.comb += [
            self.o.valid.eq(marks[0]),
            self.o.payload.last.eq(marks[1]),
            self.o.payload.values.eq(Cat(results)),
            advance.eq(~self.o.valid | self.o.ready),
            self.i.ready.eq(advance),
        ]

        return m

    def _integer(self, m: Module, advance: Signal, values: Integer, lane: Value) -> Signal:
        shift, width = values.shift, values.width
        # One bit above the values is enough for rounding up, and the rest must be copies of it.
        rounded = Signal(signed(values.planes + 1 - shift))
        m.d.comb += rounded.eq(
            ((lane.as_signed() >> shift - 1) + 1 if shift else lane.as_signed() << 1) >> 1)
        top = rounded[width - 1:]
        fits = top.all() | ~top.any()
        result = Signal(width)
        with m.If(advance):
            sign = rounded[-1]
            m.d.sync += result.eq(Mux(fits, rounded, Cat((~sign).replicate(width - 1), sign)))
        return result

    def _float(self, m: Module, advance: Signal, values: Float, lane: Value) -> Signal:
        width, mantissa, exponent = values.planes, values.mantissa, values.exponent_bits
        drop = width - 1 - mantissa

        # Magnitude.
        magnitude, negative, nonzero = Signal(width), Signal(), Signal()
        field = Signal(exponent)
        with m.If(advance):
            m.d.sync += [
                magnitude.eq((lane ^ lane[-1].replicate(width)) + lane[-1]),
                negative.eq(lane[-1]), field.eq(self.i.payload.field),
            ]

        # The highest one goes to the top, but a denormal number stays where its exponent is 1. The
        # shift is found from its highest bit down. It may use up a bit of the exponent field, or
        # any amount once a higher bit of the field is left over.
        value: Value = magnitude
        halves = width.bit_length() - 1
        spare: Value = field[halves:].any()
        shifts: list[Value] = []

        def normalise(places: list[int]) -> None:
            nonlocal value, spare
            for place in places:
                amount = 1 << place
                allowed = field[place] if place < exponent else Const(0, 1)
                shift, shifted, left = Signal(), Signal(width), Signal()
                m.d.comb += [
                    shift.eq((spare | allowed) & ~value[width - amount:].any()),
                    shifted.eq(Mux(shift, value << amount, value)),
                    left.eq(spare | allowed & ~shift),
                ]
                value, spare = shifted, left
                shifts.insert(0, shift)

        normalise(list(range(halves - 1, halves - 3, -1)))
        held, remaining = Signal(width), Signal()
        first = Signal(2)
        later_field, later_negative = Signal(exponent), Signal()
        with m.If(advance):
            m.d.sync += [
                held.eq(value), remaining.eq(spare), first.eq(Cat(shifts)),
                later_field.eq(field), later_negative.eq(negative), nonzero.eq(magnitude.any()),
            ]
        value, spare, field = held, remaining, later_field
        shifts = [first[0], first[1]]
        normalise(list(range(halves - 3, -1, -1)))

        # Exponent and mantissa, and the bit that rounding adds.
        aligned, up = Signal(width - drop), Signal()
        base = Signal(exponent + 1)
        sign, some = Signal(), Signal()
        with m.If(advance):
            m.d.sync += [
                aligned.eq(value >> drop),
                up.eq(value[drop - 1] & (value[drop] | value[:drop - 1].any())),
                base.eq(later_field - Cat(shifts)),
                sign.eq(later_negative), some.eq(nonzero),
            ]
        pattern = Signal(values.width + 1)
        over = Signal()
        result = Signal(values.width)
        m.d.comb += [
            pattern.eq(Cat(Const(0, mantissa), base) + aligned + up),
            over.eq(pattern > values.largest),
        ]
        with m.If(advance):
            m.d.sync += result.eq(
                Mux(some, Cat(Mux(over, values.largest, pattern)[:values.width - 1], sign), 0))
        return result


class Align(_Lanes):
    """Values to integers of a block; see ``ValueType.align``.

    One beat a cycle; a beat takes three cycles for floats and one for integers.

    Members
    -------
    i : In(stream.Signature(StructLayout))
        ``values`` of all lanes, the block's exponent ``field``.
    o : Out(stream.Signature(ArrayLayout))
        Integers of all lanes.
    """

    def __init__(self, values: ValueType, lanes: int) -> None:
        super().__init__(
            values, lanes, stream.Signature(data.StructLayout({
                "values": data.ArrayLayout(unsigned(values.width), lanes),
                "field": values.exponent_bits})),
            stream.Signature(data.ArrayLayout(unsigned(values.planes), lanes)))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        values = self.values
        advance = Signal()
        lanes = [self.i.payload.values[lane] for lane in range(self.lanes)]
        if isinstance(values, Float):
            results = [self._float(m, advance, values, lane) for lane in lanes]
            depth = 3
        else:
            assert isinstance(values, Integer)
            results = [Signal(values.planes) for _ in lanes]
            for result, lane in zip(results, lanes, strict=True):
                with m.If(advance):
                    m.d.sync += result.eq(lane.as_signed() << values.shift)
            depth = 1
        valid: Value = self.i.valid
        for stage in range(depth):
            later = Signal(name=f"valid_{stage}")
            with m.If(advance):
                m.d.sync += later.eq(valid)
            valid = later
        m.d.comb += [
            self.o.valid.eq(valid),
            self.o.payload.eq(Cat(results)),
            advance.eq(~self.o.valid | self.o.ready),
            self.i.ready.eq(advance),
        ]

        return m

    def _float(self, m: Module, advance: Signal, values: Float, lane: Value) -> Signal:
        width, mantissa = values.planes, values.mantissa
        exponent = lane[mantissa:-1]
        significand, shift, sign = Signal(mantissa + 1), Signal(values.exponent_bits), Signal()
        with m.If(advance):
            m.d.sync += [
                significand.eq(Cat(lane[:mantissa], exponent.any())),
                shift.eq(self.i.payload.field - Mux(exponent.any(), exponent, 1)),
                sign.eq(lane[-1]),
            ]
        # A shift by as many places as there are bits leaves nothing.
        places = width.bit_length() - 1
        whole, shifted, negative = Signal(width - 1), Signal(width - 1), Signal()
        m.d.comb += whole.eq(significand << width - 2 - mantissa)
        with m.If(advance):
            m.d.sync += [
                shifted.eq(Mux(shift[places:].any(), 0, whole >> shift[:places])),
                negative.eq(sign),
            ]
        result = Signal(width)
        with m.If(advance):
            m.d.sync += result.eq((shifted ^ negative.replicate(width)) + negative)
        return result
