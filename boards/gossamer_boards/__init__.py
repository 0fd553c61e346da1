"""Boards: pins, clocks, host links, tool chains, flashing."""

from gossamer.errors import GossamerError
from gossamer_boards.board import Board
from gossamer_boards.colorlight_i5 import COLORLIGHT_I5
from gossamer_boards.ice40_hx8k_b_evn import ICE40_HX8K_B_EVN
from gossamer_boards.icebreaker import ICEBREAKER
from gossamer_boards.orangecrab_r0_2_25f import ORANGECRAB_R0_2_25F
from gossamer_boards.tang_nano_9k import TANG_NANO_9K
from gossamer_boards.ulx3s import ULX3S
from gossamer_boards.ulx3s_12f import ULX3S_12F

__all__ = ["Board", "get", "names"]

_BOARDS = {board.name: board for board in (
    ICEBREAKER, ICE40_HX8K_B_EVN, ULX3S, ULX3S_12F, ORANGECRAB_R0_2_25F, COLORLIGHT_I5,
    TANG_NANO_9K)}


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
