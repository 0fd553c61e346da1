"""Boards: pins, clocks, host links, tool chains, flashing."""

from gossamer.errors import GossamerError
from gossamer_boards.board import Board
from gossamer_boards.icebreaker import ICEBREAKER
from gossamer_boards.ulx3s import ULX3S

__all__ = ["Board", "get", "names"]

_BOARDS = {board.name: board for board in (ICEBREAKER, ULX3S)}


def names() -> tuple[str, ...]:
    """Every board that a design can be made for."""
    return tuple(_BOARDS)


def get(name: str) -> Board:
    """The board of this name."""
    try:
        return _BOARDS[name]
    except KeyError:
        raise GossamerError(
            f"Board {name!r} is not known; choose one of {', '.join(_BOARDS)}."
        ) from None
