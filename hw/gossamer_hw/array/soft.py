"""Multiplication in look-up tables, for devices whose DSP blocks all work as lanes."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Const, Module, Mux, Signal, Value, signed

__all__ = ["add_rows", "product_rows", "soft_product"]

#: Rows of partial products that ripple into each other; their sums are added as a tree.
CHAIN = 4


def soft_product(m: Module, a: Value, b: Value, name: str) -> Value:
    """``a * b``, combinational, without a multiplication that synthesis maps to a DSP block."""
    return add_rows(m, product_rows(m, a, b, name), len(a) + len(b) + (not a.shape().signed), name)


def product_rows(m: Module, a: Value, b: Value, name: str) -> list[Value]:
    """The rows of ``a * b`` in sums of ``CHAIN``, the i-th of them ``2**(CHAIN * i)`` times.

    A row adds ``a`` where a bit of ``b`` is set and hands on its sum where it is not: on an iCE40
    that is one logic cell a bit, since the cell of an adder has an input to spare.
    """
    sums: list[Value] = []
    for start in range(0, len(b), CHAIN):
        total: Value = Const(0, signed(1))
        for bit in range(start, min(start + CHAIN, len(b))):
            shifted = a << (bit - start)
            negative = b.shape().signed and bit == len(b) - 1
            row = Signal(signed(len(a) + bit - start + 2), name=f"{name}_{bit}")
            m.d.comb += row.eq(Mux(b[bit], total - shifted if negative else total + shifted, total))
            total = row
        sums.append(total)
    return sums


def add_rows(m: Module, rows: Sequence[Value], width: int, name: str) -> Value:
    """What sums of rows add up to, which has ``width`` bits, signed, though they may have more."""
    sums = [total << CHAIN * number for number, total in enumerate(rows)]
    while len(sums) > 1:
        pairs: list[Value] = []
        for number in range(0, len(sums), 2):
            pair = sum(sums[number:number + 2])
            held = Signal(pair.shape(), name=f"{name}_sum_{len(sums)}_{number}")
            m.d.comb += held.eq(pair)
            pairs.append(held)
        sums = pairs
    product = Signal(signed(width), name=f"{name}_product")
    m.d.comb += product.eq(sums[0])
    return product
