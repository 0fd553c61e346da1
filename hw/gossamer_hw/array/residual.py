"""The sum of a layer's results and of elements that lie in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from amaranth.hdl import Array, Cat, Module, Mux, Shape, Signal, Value, signed
from amaranth.lib import data

from .factor import FactorProduct
from .layer import Layer
from .limits import within
from .soft import add_rows, product_rows, soft_product
from .spec import ArraySpec
from .stages import Stages
from .table import of_layer, shape_of

__all__ = ["ResidualSum"]


class ResidualSum:
    """Logic of second operands, above all of residual additions
    (:class:`gossamer_hw.array.Residual`), a part of post-processing.

    In single-port memory, one multiplier in logic takes both operands of a sum that is shifted as a
    whole, one after the other; in a deep pipeline, products are made of digits. Elsewhere there is
    a product for each operand that needs one.

    Parameters
    ----------
    layer : Signal
        Number of the layer.
    asks, address : Signal
        Driven: the memory is to present the elements from ``address`` on.
    elements : View of ArrayLayout(signed(8), spec.together)
        What it presents.
    """

    def __init__(self, m: Module, spec: ArraySpec, layer: Signal, *, asks: Signal, address: Signal,
                 elements: data.View) -> None:
        self.m = m
        self.spec = spec
        self.layer = layer
        self.asks, self.address, self.elements = asks, address, elements
        self.carried: list[Value] | None = None     # the second operands, after a product

    def ask(self, now: Value, address: Value) -> None:
        """Ask for what is added to the results of a stage; with ``spec.deep``, a cycle later."""
        adds = self._of_layer(lambda entry: int(entry.second is not None))
        offset = self._of_layer(lambda entry: (
            entry.second.offset if entry.second else 0) % (1 << len(self.address)))
        if self.spec.alike:     # the channel is in the upper bits
            alike = self._of_layer(lambda entry: int(bool(entry.factor and entry.factor.alike)))
            address = Mux(alike, address[len(self.address):], address[:len(self.address)])
        domain = self.m.d.sync if self.spec.deep else self.m.d.comb
        domain += [self.asks.eq(now & adds), self.address.eq(address + offset)]

    def added(self, stages: Stages, values: list[Value]) -> list[Value]:
        """The limited sums and products, or the values where there are none; from their register
        on.
        """
        spec, layers = self.spec, self.spec.layers
        if spec.multiplies:
            values, self.carried = FactorProduct(self.m, spec, self.layer).multiplied(
                stages, values, self._present(stages.address))
            if not spec.adds:
                return values
        if spec.joins and spec.single:
            totals = self._serial(stages, values)
            stages.begin(5)
            limits = [(e.sum_low, e.sum_high) if e.residual else e.limits for e in layers]
            low, high = (of_layer(self.m, spec.deep, self.layer, list(ends))
                         for ends in zip(*limits, strict=True))
            return stages.register([
                within(spec, total, low, high, "sum_low", "sum_high", "low", "high")
                for total in totals], "added")
        beyond: list[Sequence[Value]] = [()] * len(values)
        adds = self._of_layer(lambda entry: int(entry.residual is not None))
        low = self._of_layer(lambda entry: entry.sum_low)
        high = self._of_layer(lambda entry: entry.sum_high)
        if spec.deep:
            totals, values = self._in_digits(stages, values)
            stages.begin(29)
            beyond = [stages.register([total < low, total > high], f"beyond_sum_{i}")
                      for i, total in enumerate(totals)]
            totals = stages.register(totals, "whole_sum")
            values = stages.register(values, "after_last")
        elif spec.joins:
            totals, values = self._joined(stages, values)
        else:
            others = stages.register(self._scaled(stages.address), "residual")
            totals = [value + other for value, other in zip(values, others, strict=True)]
        stages.begin(5)
        return stages.register([
            Mux(adds, within(spec, total, low, high, "sum_low", "sum_high", beyond=pair), value)
            for total, value, pair in zip(totals, values, beyond, strict=True)], "added")

    def _serial(self, stages: Stages, values: Sequence[Value]) -> list[Value]:
        """One multiplication after the other, by the same rows; by one and by zero where nothing is
        added.
        """
        m, layers = self.m, self.spec.layers
        others = stages.register(self._present(stages.address), "residual")
        stages.begin(9)
        own, other = (of_layer(m, self.spec.deep, self.layer, list(factors)) for factors in zip(*(
            (e.residual.whole[0], e.residual.multiplier) if e.residual else (1, 0)
            for e in layers), strict=True))
        negative = any(each.shape().signed for each in (own, other))
        width = max(len(each) + (negative and not each.shape().signed) for each in (own, other))
        parts = []
        factor = Signal(Shape(width, signed=negative), name="joint_factor")
        with m.If(stages.advance):
            m.d.sync += factor.eq(Mux(stages.valid, own, other))
        for lane, (value, element) in enumerate(zip(values, others, strict=True)):
            wide = max(len(value) + (not value.shape().signed), len(element))
            operand = Signal(signed(wide), name=f"joint_operand_{lane}")
            rest = Signal(signed(wide), name=f"joint_rest_{lane}")
            with m.If(stages.advance):
                m.d.sync += operand.eq(rest)
            with m.If(stages.advance & stages.valid):
                m.d.sync += [operand.eq(value), rest.eq(element)]
            rows = stages.register(product_rows(m, factor, operand, f"joint_{lane}"),
                                   f"joint_rows_{lane}")
            parts.append(add_rows(m, rows, width + wide + 1, f"joint_{lane}"))
        stages.begin(14)
        stages.begin(15)
        seconds = stages.register(parts, "joint_part")
        stages.begin(16)
        firsts = stages.register(seconds, "joint_first")
        stages.begin(17)
        bias = self._of_layer(lambda entry: entry.residual.whole[1] if entry.residual else 0)
        sums = stages.register([a + b + bias for a, b in zip(firsts, seconds, strict=True)],
                               "joint_sum")
        stages.begin(18)
        by = self._of_layer(lambda entry: entry.residual.shift if entry.residual else 0)
        shape = shape_of([end for entry in layers for end in entry.joint])
        narrow = [total[:shape.width] for total in self._shifted(sums, by)]
        return stages.register(
            [value.as_signed() if shape.signed else value for value in narrow], "joint_total")

    def _in_digits(self, stages: Stages, values: list[Value]) -> tuple[list[Value], list[Value]]:
        """Sums, and the values that belong to them; in stages of their own."""
        joins = self.spec.joins
        others = stages.register(self._present(stages.address), "residual")
        stages.begin(23)
        others = stages.in_digits([(other, self._factor()) for other in others], "other")
        if joins:
            own = self._of_layer(lambda entry: entry.residual.whole[0] if entry.residual else 0)
            bias = self._of_layer(lambda entry: entry.residual.whole[1] if entry.residual else 0)
            owns = stages.in_digits([(value, own) for value in values], "own")
        values = stages.register(values, "first")
        stages.begin(9)
        others = stages.register(others, "other_whole")
        values = stages.register(values, "second_first")
        if joins:
            owns = stages.register(owns, "own_whole")
            stages.begin(30)
            others = stages.register([a + b + bias for a, b in zip(owns, others, strict=True)],
                                     "joint_sum")
            values = stages.register(values, "third_first")
        stages.begin(24)
        by = self._of_layer(lambda entry: entry.residual.shift - (not joins)
                            if entry.residual else 0)
        totals = (self._shifted(others, by) if joins else
                  [value + (((other >> by) + 1) >> 1)
                   for value, other in zip(values, others, strict=True)])
        return stages.register(totals, "total"), stages.register(values, "last_first")

    def _joined(self, stages: Stages, values: list[Value]) -> tuple[list[Value], list[Value]]:
        """The same with products in a stage."""
        others = stages.register(self._scaled(stages.address), "residual")
        stages.begin(9)
        own = self._of_layer(lambda entry: entry.residual.whole[0] if entry.residual else 0)
        products = stages.register(self._products(values, own, "own"), "own_product")
        values, others = stages.register(values, "first"), stages.register(others, "second")
        by = self._of_layer(lambda entry: entry.residual.shift if entry.residual else 0)
        return self._shifted([a + b for a, b in zip(products, others, strict=True)], by), values

    def _shifted(self, sums: Sequence[Value], by: Value) -> list[Value]:
        """Sums shifted as a whole; the lowest bit of a tie that goes to even is cleared."""
        if not self.spec.evens:
            return [value >> by for value in sums]
        even = self._of_layer(lambda entry: int(entry.residual is not None
                                                and entry.residual.even))
        lost = self._of_layer(lambda entry: (1 << entry.residual.shift) - 1
                              if entry.residual and entry.residual.even else 0)
        return [self._to_even(value >> by, even & ~(value & lost).any()) for value in sums]

    def _to_even(self, total: Value, tie: Value) -> Value:
        return Cat(total[0] & ~tie, total[1:]).as_signed()

    def _of_layer(self, field: Callable[[Layer], int]) -> Value:
        """A constant that depends on the layer."""
        return of_layer(self.m, self.spec.deep, self.layer, [
            field(entry) for entry in self.spec.layers])

    def _scaled(self, address: Value) -> list[Value]:
        """The second operands at the scale of the sum, or before the sum's shift."""
        others = self._present(address)
        shift = self._of_layer(lambda entry: entry.residual.shift - 1 if entry.residual else 0)
        bias = self._of_layer(lambda entry: entry.residual.whole[1] if entry.residual else 0)
        return [product + bias if self.spec.joins else ((product >> shift) + 1) >> 1
                for product in self._products(others, self._factor(), "residual")]

    def _factor(self) -> Value:
        """What the second operands are multiplied by."""
        return self._of_layer(lambda entry: entry.residual.multiplier if entry.residual else 1)

    def _products(self, values: Sequence[Value], factor: Value, name: str) -> list[Value]:
        """``value * factor``, in logic where the DSP blocks are lanes."""
        if self.spec.single:
            return [soft_product(self.m, factor, value, f"{name}_{i}")
                    for i, value in enumerate(values)]
        return [value * factor for value in values]

    def _present(self, address: Value) -> list[Value]:
        """The second operands as values."""
        m, spec = self.m, self.spec
        if self.carried is not None:
            return self.carried
        zero = self._of_layer(lambda entry: entry.second.zero if entry.second else 0)
        if spec.deep:
            return [element + zero for element in self.elements]
        # The memory presents the elements for one cycle; a stalled output may need them longer.
        fresh = Signal()
        m.d.sync += fresh.eq(self.asks)
        present: list[Value] = []
        for i, element in enumerate(self.elements):
            caught = Signal(signed(8), name=f"caught_{i}")
            with m.If(fresh):
                m.d.sync += caught.eq(element)
            present.append(Mux(fresh, element, caught))
        if spec.single:
            word = Array(present)
            place = spec.together.bit_length() - 1
            present = [word[address[:place] | i] for i in range(spec.requantizers)]
        return [element + zero for element in present]
