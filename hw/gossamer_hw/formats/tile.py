"""Tiles: what a decoder hands to the array in one piece."""

from __future__ import annotations

from dataclasses import dataclass

from amaranth.hdl import unsigned
from amaranth.lib import data

__all__ = ["Tile"]


@dataclass(frozen=True, kw_only=True)
class Tile:
    """Shape of a tile: the weights that meet operands in one cycle.

    A block that is stored whole is one tile, and lane (r, c) multiplies operand c of the column
    block for row r of the row group. Sparse formats leave some of that to the tile itself: which
    operand a lane takes (``reach``), and which row a lane's products belong to (``scatter``).

    Attributes
    ----------
    rows, columns : int
        Lanes.
    reach : int
        Operands that a lane chooses from; 1 where there is no choice. Of n operands, lane column c
        chooses from the run of ``reach`` that holds operand ``c * n // columns``: all operands are
        in reach of some lane.
    shared : bool
        Whether all rows choose alike.
    scatter : bool
        Whether a tile names the rows of the row group that its own rows belong to.
    """

    rows: int
    columns: int
    reach: int = 1
    shared: bool = True
    scatter: bool = False

    @property
    def lanes(self) -> int:
        """Weights in a tile."""
        return self.rows * self.columns

    @property
    def choices(self) -> int:
        """Operand numbers that come with a tile."""
        return 0 if self.reach == 1 else self.columns if self.shared else self.lanes

    def layout(self, *, count: int, width: int, rows: int) -> data.StructLayout:
        """Payload of a stream of tiles.

        ``index`` is the column block (of at most ``count``); ``weights`` the signed weights of
        ``width`` bits side by side, row by row; ``last`` marks the last tile of a row group. Where
        lanes choose, ``columns`` holds the chosen operands' numbers within reach: one per lane
        column, or one per lane if rows choose on their own. With ``scatter``, ``row`` and ``valid``
        say for each row of the tile which of the ``rows`` of the row group it is, if any.
        """
        fields: dict[str, object] = {
            "index": unsigned(max(1, (count - 1).bit_length())),
            "weights": unsigned(self.lanes * width),
        }
        if self.choices:
            fields["columns"] = data.ArrayLayout(
                unsigned((self.reach - 1).bit_length()), self.choices)
        if self.scatter:
            fields["row"] = data.ArrayLayout(
                unsigned(max(1, (rows - 1).bit_length())), self.rows)
            fields["valid"] = unsigned(self.rows)
        return data.StructLayout(fields | {"last": 1})
