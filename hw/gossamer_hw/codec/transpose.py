"""Transposer: take the columns of square matrices, one a cycle, and give their rows."""

from __future__ import annotations

from amaranth.hdl import Module, Mux, Signal, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

__all__ = ["Transposer"]


class Transposer(wiring.Component):
    """Give element j of each of ``side`` vectors as vector j, in the order in which they came.

    While one matrix leaves the next one enters: its vectors move in the direction in which the
    others move out, so there is one register per element. Once the first vector of a matrix is in,
    vectors leave only together with its others.

    Members
    -------
    i : In(stream.Signature(ArrayLayout(unsigned(width), side)))
        Vectors in.
    o : Out(stream.Signature(ArrayLayout(unsigned(width), side)))
        Vectors out.
    """

    i: stream.Interface
    o: stream.Interface

    def __init__(self, *, side: int, width: int) -> None:
        self.side = side
        self.width = width
        layout = data.ArrayLayout(unsigned(width), side)
        super().__init__({"i": In(stream.Signature(layout)), "o": Out(stream.Signature(layout))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        side = self.side
        cells = [[Signal(self.width, name=f"cell_{row}_{column}") for column in range(side)]
                 for row in range(side)]
        down = Signal()
        entered, left = Signal(range(max(2, side))), Signal(range(side + 1))

        started, free, shift, enters = (
            Signal(name=name) for name in ("started", "free", "shift", "enters"))
        m.d.comb += [
            started.eq(entered.any()),
            free.eq(~left.any() | self.o.ready),
            enters.eq(free & self.i.valid),
            shift.eq(enters | free & ~started & left.any()),
            self.i.ready.eq(free),
            self.o.valid.eq(left.any() & (~started | self.i.valid)),
        ]
        # Vectors move to the right or down; the first one arrives last in the numbering of cells.
        for row in range(side):
            for column in range(side):
                right = cells[row][column - 1] if column else self.i.payload[side - 1 - row]
                below = cells[row - 1][column] if row else self.i.payload[side - 1 - column]
                with m.If(shift):
                    m.d.sync += cells[row][column].eq(Mux(down, below, right))
        for place in range(side):
            m.d.comb += self.o.payload[side - 1 - place].eq(
                Mux(down, cells[side - 1][place], cells[place][side - 1]))
        with m.If(shift & left.any()):
            m.d.sync += left.eq(left - 1)
        with m.If(enters):
            m.d.sync += entered.eq(entered + 1)
            with m.If(entered == side - 1):
                m.d.sync += [entered.eq(0), left.eq(side), down.eq(~down)]

        return m
