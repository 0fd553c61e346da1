"""The product of a layer's results and of elements that lie in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from amaranth.hdl import Cat, Module, Mux, Shape, Signal, Value

from .layer import Layer
from .soft import add_rows, product_rows
from .spec import ArraySpec
from .stages import Stages
from .table import of_layer, shape_of

__all__ = ["FactorProduct"]


class FactorProduct:
    """Logic of multiplications of tensors (:class:`gossamer_hw.array.Factor`), in stages of its
    own.

    A value of a layer that multiplies nothing passes as its product with one. In single-port
    memory, multiplications are in logic, the second one by half of the multiplier in each of the
    two cycles of a step; in a deep pipeline, products are made of digits.
    """

    def __init__(self, m: Module, spec: ArraySpec, layer: Signal) -> None:
        self.m = m
        self.spec = spec
        self.layer = layer

    def multiplied(self, stages: Stages, values: Sequence[Value], elements: list[Value]
                   ) -> tuple[list[Value], list[Value]]:
        """The limited products, from their register on; and the elements, if a sum takes them."""
        spec = self.spec
        carried = elements

        def begin(number: int) -> None:
            nonlocal carried
            if spec.adds:
                carried = stages.register(carried, f"carried_{number}")
            stages.begin(number)

        multiplies = self._of_layer(lambda entry: int(entry.factor is not None))
        seconds = stages.register([
            self._narrow(Mux(multiplies, element, 1), spec.factors(1), f"factor_{i}")
            for i, element in enumerate(elements)], "factor_second")
        begin(41)
        own = self._of_layer(lambda entry: entry.factor.own if entry.factor else 0)
        firsts = [self._narrow(value + own, spec.factors(0), f"factor_own_{i}")
                  for i, value in enumerate(values)]
        exact = (self._in_logic if spec.single else self._in_digits if spec.deep
                 else self._in_blocks)(stages, begin, firsts, seconds)

        bias = self._of_layer(lambda entry: entry.factor.bias if entry.factor else 0)
        below = self._of_layer(lambda entry: entry.factor.below if entry.factor else 0)
        totals = [self._narrow(value + Mux(value < 0, below, bias), spec.factors(4),
                               f"factor_biased_{i}") for i, value in enumerate(exact)]
        if spec.deep:
            totals = stages.register(totals, "factor_total")
            begin(47)
        totals = self._shifted(totals)
        if spec.buffered:
            totals = stages.register(totals, "factor_shifted")
            begin(48)
        limits = [entry.limits for entry in spec.layers]
        low, high = (of_layer(self.m, spec.deep, self.layer, ends)
                     for ends in map(list, zip(*limits, strict=True)))
        beyond = [[total < low, total > high] for total in totals]
        if spec.deep:
            beyond = [stages.register(pair, f"factor_beyond_{i}") for i, pair in enumerate(beyond)]
            totals = stages.register(totals, "factor_whole")
            begin(49)
        shape = shape_of([end for ends in limits for end in ends])
        return stages.register([
            self._narrow(Mux(less, low, Mux(more, high, total)), shape, f"factor_limited_{i}")
            for i, (total, (less, more)) in enumerate(zip(totals, beyond, strict=True))],
            "multiplied"), carried

    def _in_blocks(self, stages: Stages, begin: Callable[[int], None], firsts: list[Value],
                   seconds: list[Value]) -> list[Value]:
        """Both products, each in a stage."""
        products = stages.register([
            self._narrow(a * b, self.spec.factors(2), f"factor_product_{i}")
            for i, (a, b) in enumerate(zip(firsts, seconds, strict=True))], "factor_product")
        begin(42)
        multiplier = self._multiplier()
        exact = stages.register([
            self._narrow(product * multiplier, self.spec.factors(3), f"factor_exact_{i}")
            for i, product in enumerate(products)], "factor_exact")
        begin(43)
        return exact

    def _in_digits(self, stages: Stages, begin: Callable[[int], None], firsts: list[Value],
                   seconds: list[Value]) -> list[Value]:
        """Both products of digits, which are registered before they are added."""
        firsts = stages.register(firsts, "factor_first")
        seconds = stages.register(seconds, "factor_other")
        begin(42)
        products = stages.in_digits(list(zip(firsts, seconds, strict=True)), "factor_digit")
        begin(43)
        products = stages.register([
            self._narrow(product, self.spec.factors(2), f"factor_product_{i}")
            for i, product in enumerate(products)], "factor_product")
        begin(44)
        multiplier = self._multiplier()
        wholes = stages.in_digits([(product, multiplier) for product in products], "factor_scaled")
        begin(45)
        exact = stages.register([
            self._narrow(whole, self.spec.factors(3), f"factor_exact_{i}")
            for i, whole in enumerate(wholes)], "factor_exact")
        begin(46)
        return exact

    def _in_logic(self, stages: Stages, begin: Callable[[int], None], firsts: list[Value],
                  seconds: list[Value]) -> list[Value]:
        """The first product at once, the second one by a half after the other."""
        m, spec = self.m, self.spec
        rows = [stages.register(product_rows(m, a, b, f"factor_{i}"), f"factor_rows_{i}")
                for i, (a, b) in enumerate(zip(firsts, seconds, strict=True))]
        begin(42)
        # They stay for both cycles of a step.
        products = stages.register([
            self._narrow(add_rows(m, parts, len(a) + len(b) + 1, f"factor_{i}"), spec.factors(2),
                         f"factor_product_{i}")
            for i, (parts, a, b) in enumerate(zip(rows, firsts, seconds, strict=True))],
            "factor_product", stages.advance & stages.valid)
        multiplier = self._multiplier()
        half = -(-len(multiplier) // 2)
        upper = multiplier[half:]
        upper = upper.as_signed() if multiplier.shape().signed else upper
        part = Signal.like(Mux(stages.valid, multiplier[:half], upper), name="factor_part")
        with m.If(stages.advance):
            m.d.sync += part.eq(Mux(stages.valid, multiplier[:half], upper))
        begin(43)
        rows = [stages.register(product_rows(m, product, part, f"factor_half_{i}"),
                                f"factor_half_rows_{i}") for i, product in enumerate(products)]
        begin(44)
        highs = stages.register([
            add_rows(m, parts, len(product) + len(part) + 1, f"factor_half_{i}")
            for i, (parts, product) in enumerate(zip(rows, products, strict=True))], "factor_high")
        begin(45)
        lows = stages.register(highs, "factor_low")
        begin(46)
        exact = stages.register([
            self._narrow(low + (high << half), spec.factors(3), f"factor_exact_{i}")
            for i, (low, high) in enumerate(zip(lows, highs, strict=True))], "factor_exact")
        begin(47)
        return exact

    def _shifted(self, totals: Sequence[Value]) -> list[Value]:
        """Products without the bits of the shift; ties that go to even lose their lowest bit."""
        by = self._of_layer(lambda entry: entry.factor.shift if entry.factor else 0)
        evens = [entry.factor is not None and entry.factor.even for entry in self.spec.layers]
        shifted: list[Value] = []
        for i, total in enumerate(totals):
            value = self._narrow(total >> by, self.spec.factors(5), f"factor_by_{i}")
            if any(evens):
                even = self._of_layer(lambda e: int(e.factor is not None and e.factor.even))
                lost = self._of_layer(lambda e: (1 << e.factor.shift) - 1
                                      if e.factor and e.factor.even else 0)
                tie = even & ~(total & lost).any()
                cleared: Value = Cat(value[0] & ~tie, value[1:])
                value = cleared.as_signed() if value.shape().signed else cleared
            shifted.append(value)
        return shifted

    def _multiplier(self) -> Value:
        return self._of_layer(lambda entry: entry.factor.multiplier if entry.factor else 1,
                              self.spec.multipliers)

    def _narrow(self, value: Value, shape: Shape, name: str) -> Value:
        """A value in a shape that holds all that it can be."""
        held = Signal(shape, name=name)
        self.m.d.comb += held.eq(value)
        return held

    def _of_layer(self, field: Callable[[Layer], int], shape: Shape | None = None) -> Value:
        return of_layer(self.m, self.spec.deep, self.layer, [
            field(entry) for entry in self.spec.layers], shape)
