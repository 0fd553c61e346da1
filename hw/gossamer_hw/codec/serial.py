"""ZFP's transform digit by digit, lowest first: adders of a few bits in place of whole words.

A block's numbers arrive as ``digits`` bits of each of them per step. All stages move together; the
steps of a block follow each other without a gap, gaps between blocks are bubbles.
"""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from .transform import ORDER

__all__ = ["SerialForward", "SerialInverse"]


class _Stage:
    """Digits of all numbers in one pipeline stage, and where in their block they are."""

    def __init__(self, digits: Sequence[Value], first: Value, last: Value, valid: Value) -> None:
        self.digits = list(digits)
        self.first, self.last, self.valid = first, last, valid


class _Pipeline(wiring.Component):
    """What both directions share: arithmetic on digits, and registers that move together.

    Members
    -------
    advance : In(1)
        Everything moves on by a step.
    digits : In(size * digit)
        Digits of all numbers, the first number lowest.
    first, last : In(1)
        They are the first or last digits of their block.
    valid : In(1)
        They are digits of a block.
    result : Out(size * digit)
    result_valid : Out(1)
    result_last : Out(1)
        Only with ``marks``: they are the last digits of their block.
    """

    advance: Signal
    digits: Signal
    first: Signal
    last: Signal
    valid: Signal
    result: Signal
    result_valid: Signal
    result_last: Signal

    def __init__(self, *, dimension: int, width: int, digit: int, marks: bool = False) -> None:
        self.marks = marks
        self.dimension = dimension
        self.size = 4 ** dimension
        self.width = width
        self.digit = digit
        super().__init__({
            "advance": In(1),
            "digits": In(self.size * digit),
            "first": In(1),
            "last": In(1),
            "valid": In(1),
            "result": Out(self.size * digit),
            "result_valid": Out(1),
        } | ({"result_last": Out(1)} if marks else {}))

    @property
    def groups(self) -> list[list[list[int]]]:
        """Places of the four numbers that are transformed together, by axis, x first."""
        if self.dimension == 1:
            return [[[0, 1, 2, 3]]]
        return [[[4 * y + x for x in range(4)] for y in range(4)],
                [[4 * y + x for y in range(4)] for x in range(4)]]

    def _input(self) -> _Stage:
        digits = [self.digits[i * self.digit:(i + 1) * self.digit] for i in range(self.size)]
        return _Stage(digits, self.first, self.last, self.valid)

    def _register(self, m: Module, stage: _Stage) -> _Stage:
        """The stage one step later."""
        digits = [Signal(self.digit) for _ in stage.digits]
        first, last, valid = Signal(), Signal(), Signal()
        with m.If(self.advance):
            m.d.sync += [first.eq(stage.first), last.eq(stage.last), valid.eq(stage.valid)]
            m.d.sync += [new.eq(old) for new, old in zip(digits, stage.digits, strict=True)]
        return _Stage(digits, first, last, valid)

    def _add(self, m: Module, first: Value, a: Value, b: Value, *, carry: int = 0) -> Signal:
        """The sum of two digits, and ``carry`` with the first ones of a block."""
        held, incoming = Signal(), Signal()
        total = Signal(self.digit)
        m.d.comb += incoming.eq(Mux(first, carry, held))
        if self.digit <= 2:
            chain: Value = incoming
            sums = []
            for i in range(self.digit):
                sums.append(a[i] ^ b[i] ^ chain)
                next_carry = Signal()
                m.d.comb += next_carry.eq(a[i] & b[i] | (a[i] | b[i]) & chain)
                chain = next_carry
            m.d.comb += total.eq(Cat(sums))
        else:
            # One bit more below, which makes a carry of the incoming one.
            whole = Signal(self.digit + 2)
            m.d.comb += [whole.eq(Cat(Const(1, 1), a) + Cat(incoming, b)), total.eq(whole[1:])]
            chain = whole[-1]
        with m.If(self.advance):
            m.d.sync += held.eq(chain)
        return total

    def _subtract(self, m: Module, first: Value, a: Value, b: Value) -> Signal:
        inverted = Signal(self.digit)
        m.d.comb += inverted.eq(~b)
        return self._add(m, first, a, inverted, carry=1)

    def _halve(self, stage: _Stage, place: int, following: Value) -> Value:
        """A digit of half the number, which takes a bit of the digit that follows."""
        digit = stage.digits[place]
        return Cat(digit[1:], Mux(stage.last, digit[-1], following[0]))


class SerialInverse(_Pipeline):
    """From coefficients to base -2, in order of frequency, to the numbers of a block."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        stage = self._places(m, self._input())
        for groups in reversed(self.groups):
            stage = self._axis(m, self._register(m, stage), groups)
        m.d.comb += [self.result.eq(Cat(stage.digits)), self.result_valid.eq(stage.valid)]
        if self.marks:
            m.d.comb += self.result_last.eq(stage.last)

        return m

    def _places(self, m: Module, stage: _Stage) -> _Stage:
        """Base 2, and the place in the block."""
        mask = _Mask(m, self, stage)
        digits: list[Value] = [Const(0)] * self.size
        for code, place in zip(stage.digits, ORDER[self.dimension], strict=True):
            changed = Signal(self.digit)
            m.d.comb += changed.eq(code ^ mask.digit)
            digits[place] = self._subtract(m, stage.first, changed, mask.digit)
        return _Stage(digits, stage.first, stage.last, stage.valid)

    def _axis(self, m: Module, stage: _Stage, groups: list[list[int]]) -> _Stage:
        second = self._register(m, stage)
        digits = list(second.digits)
        for _, y, _, w in groups:
            half = self._halve(second, w, stage.digits[w])
            digits[y] = self._add(m, second.first, second.digits[y], half)
        lifted = _Stage(digits, second.first, second.last, second.valid)
        third = self._register(m, lifted)
        digits = list(third.digits)
        for x, y, z, w in groups:
            half = self._halve(third, y, lifted.digits[y])
            odd = self._subtract(m, third.first, third.digits[w], half)
            digits[y] = self._add(m, third.first, odd, third.digits[y])
            digits[w] = self._subtract(m, third.first, odd, third.digits[y])
            digits[z] = self._add(m, third.first, third.digits[x], third.digits[z])
            digits[x] = self._subtract(m, third.first, third.digits[x], third.digits[z])
        fourth = self._register(m, _Stage(digits, third.first, third.last, third.valid))
        digits = list(fourth.digits)
        for x, y, z, w in groups:
            a, b, c, d = (fourth.digits[i] for i in (x, y, z, w))
            digits[x] = self._subtract(m, fourth.first, a, d)
            digits[y] = self._add(m, fourth.first, c, b)
            digits[z] = self._subtract(m, fourth.first, c, b)
            digits[w] = self._add(m, fourth.first, a, d)
        return _Stage(digits, fourth.first, fourth.last, fourth.valid)


class SerialForward(_Pipeline):
    """From the numbers of a block to coefficients to base -2, in order of frequency."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        stage = self._input()
        for groups in self.groups:
            stage = self._axis(m, self._register(m, stage), groups)
        stage = self._codes(m, self._register(m, stage))
        m.d.comb += [self.result.eq(Cat(stage.digits)), self.result_valid.eq(stage.valid)]

        return m

    def _codes(self, m: Module, stage: _Stage) -> _Stage:
        """Base -2, by frequency."""
        mask = _Mask(m, self, stage)
        digits = [self._add(m, stage.first, stage.digits[place], mask.digit) ^ mask.digit
                  for place in ORDER[self.dimension]]
        return _Stage(digits, stage.first, stage.last, stage.valid)

    def _axis(self, m: Module, stage: _Stage, groups: list[list[int]]) -> _Stage:
        outer = [pair for x, y, z, w in groups for pair in ((x, w), (z, y))]
        inner = [pair for x, y, z, w in groups for pair in ((x, z), (w, y))]
        stage = self._average(m, self._average(m, stage, outer), inner)
        # w += y >> 1
        later = self._register(m, stage)
        digits = list(later.digits)
        for _, y, _, w in groups:
            half = self._halve(later, y, stage.digits[y])
            digits[w] = self._add(m, later.first, later.digits[w], half)
        stage = _Stage(digits, later.first, later.last, later.valid)
        # y -= w >> 1
        later = self._register(m, stage)
        digits = list(later.digits)
        for _, y, _, w in groups:
            half = self._halve(later, w, stage.digits[w])
            digits[y] = self._subtract(m, later.first, later.digits[y], half)
        return _Stage(digits, later.first, later.last, later.valid)

    def _average(self, m: Module, stage: _Stage, pairs: list[tuple[int, int]]) -> _Stage:
        """The mean of each pair in place of its first, and its second without that."""
        digits = list(stage.digits)
        for a, b in pairs:
            digits[a] = self._add(m, stage.first, stage.digits[a], stage.digits[b])
        sums = _Stage(digits, stage.first, stage.last, stage.valid)
        later = self._register(m, sums)
        digits = list(later.digits)
        for a, b in pairs:
            mean = Signal(self.digit)
            m.d.comb += mean.eq(self._halve(later, a, sums.digits[a]))
            digits[a] = mean
            digits[b] = self._subtract(m, later.first, later.digits[b], mean)
        return self._register(m, _Stage(digits, later.first, later.last, later.valid))


class _Mask:
    """The digit of the number whose odd bits are ones, which leads to base -2 and back."""

    def __init__(self, m: Module, pipeline: _Pipeline, stage: _Stage) -> None:
        if pipeline.digit > 1:
            self.digit: Value = Const(sum(1 << i for i in range(1, pipeline.digit, 2)),
                                      pipeline.digit)
            return
        held = Signal()
        with m.If(pipeline.advance):
            m.d.sync += held.eq(stage.first | ~held)
        self.digit = held & ~stage.first
