"""Selection: which operand each lane takes, and which row its products belong to."""

from __future__ import annotations

from collections.abc import Sequence

from amaranth.hdl import Array, Cat, Module, Mux, Signal, Value, signed
from amaranth.lib import data

from ..formats import Tile

__all__ = ["gather", "hold", "scatter"]


def gather(m: Module, tile: Tile, operands: Sequence[Value], columns: data.View | None
           ) -> list[list[Value]]:
    """Operands of every lane, ``[row][column]``, from those of a column block.

    Where lanes choose, an operand is picked by a multiplexer of ``tile.reach`` inputs and held in a
    register, so the result is one cycle late; rows that choose alike share it.
    """
    if columns is None:
        return [list(operands)] * tile.rows
    rows = 1 if tile.shared else tile.rows
    picked: list[list[Value]] = []
    for row in range(rows):
        picked.append([])
        for column in range(tile.columns):
            first = column * len(operands) // tile.columns // tile.reach * tile.reach
            choice = columns[row * tile.columns + column]
            operand = Signal(signed(8), name=f"operand_{row}_{column}")
            m.d.sync += operand.eq(Array(operands[first:first + tile.reach])[choice])
            picked[-1].append(operand)
    return picked * (tile.rows // rows)


def hold(m: Module, rows: int, columns: int, operands: Sequence[Value], fetched: Value,
         windows: Value, pairs: Value | None = None, *, reset_less: bool = False
         ) -> list[list[Value]]:
    """Operands of every lane, from a register of its own: those of its column, or the last pixels.

    After a cycle with ``fetched`` and ``windows``, row r holds ``operands[r]`` in its last column,
    and in the others what was one further; without ``windows``, column c of all rows holds
    ``operands[c]``. A multiplexer of two inputs and its register are one logic cell a bit. With
    ``pairs`` too, row r holds ``operands[rows + r]`` in the last column of the first half.
    """
    held = [[Signal(signed(8), name=f"operand_{row}_{column}", reset_less=reset_less)
             for column in range(columns)] for row in range(rows)]
    with m.If(fetched):
        for row, registers in enumerate(held):
            following = [*registers[1:], operands[row]]
            if pairs is not None:
                middle = columns // 2 - 1
                following[middle] = Mux(pairs, operands[rows + row], following[middle])
            m.d.sync += [register.eq(Mux(windows, pixel, operand)) for register, pixel, operand in
                         zip(registers, following, operands, strict=False)]
    return [list(registers) for registers in held]


def scatter(sums: Sequence[Value], rows: int, enables: Sequence[Value]) -> list[Value]:
    """Sums of all ``rows`` of a row group: that of the tile's row that belongs there, or zero.

    ``enables[i]`` has one bit per row of the row group, at most one of them set: where the sum of
    the tile's row i goes. No two go to the same row.
    """
    width = max(len(value) for value in sums)
    wide = [Cat(value, value[-1].replicate(width - len(value))) for value in sums]
    placed = []
    for row in range(rows):
        total: Value = enables[0][row].replicate(width) & wide[0]
        for value, enable in zip(wide[1:], enables[1:], strict=True):
            total |= enable[row].replicate(width) & value
        placed.append(total.as_signed())
    return placed
