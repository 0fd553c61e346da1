"""Boards: pins, clocks, host links, tool chains, flashing."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

from gossamer.errors import GossamerError
from gossamer_boards.board import Board
from gossamer_boards.colorlight_i5 import COLORLIGHT_I5
from gossamer_boards.flows import built
from gossamer_boards.ice40_hx8k_b_evn import ICE40_HX8K_B_EVN
from gossamer_boards.icebreaker import ICEBREAKER
from gossamer_boards.lifcl_40_evn import LIFCL_40_EVN
from gossamer_boards.orangecrab_r0_2_25f import ORANGECRAB_R0_2_25F
from gossamer_boards.tang_nano_9k import TANG_NANO_9K
from gossamer_boards.ulx3s import ULX3S
from gossamer_boards.ulx3s_12f import ULX3S_12F

__all__ = ["OWN", "Board", "built", "get", "names"]

#: Environment variable with files that describe boards of the user's own, separated as in PATH.
OWN = "GOSSAMER_BOARDS"

#: Families of devices whose flow is known.
_FAMILIES = ("ice40", "ecp5", "nexus", "gowin")

#: The boards that come along.
_BOARDS = {board.name: board for board in (
    ICEBREAKER, ICE40_HX8K_B_EVN, ULX3S, ULX3S_12F, ORANGECRAB_R0_2_25F, COLORLIGHT_I5,
    TANG_NANO_9K, LIFCL_40_EVN)}


def names() -> tuple[str, ...]:
    """Every board that a design can be made for."""
    return tuple(_known())


def get(name: str) -> Board:
    """The board of this name."""
    known = _known()
    try:
        return known[name]
    except KeyError:
        raise GossamerError(
            f"Board {name!r} is not known; choose one of {', '.join(known)}."
        ) from None


def _known() -> dict[str, Board]:
    """All boards by name; one of the user's may not take the name of another."""
    known = dict(_BOARDS)
    for file in filter(None, os.environ.get(OWN, "").split(os.pathsep)):
        board = _load(Path(file))
        if board.name in known:
            raise GossamerError(
                f"{file} describes a second board {board.name!r}; give it another name.")
        known[board.name] = board
    return known


def _load(path: Path) -> Board:
    """The board that a file calls ``BOARD``; the file is executed."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise GossamerError(f"{OWN} names {path}, which is not a Python file; correct or unset it.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise GossamerError(
            f"{path} describes no board, because it ends with {type(error).__name__}: "
            f"{str(error).rstrip('.')}; correct it or unset {OWN}.") from error
    board = getattr(module, "BOARD", None)
    if not isinstance(board, Board):
        raise GossamerError(
            f"{path} has no BOARD of the class gossamer_boards.Board; see docs/boards.md.")
    if board.family not in _FAMILIES:
        raise GossamerError(
            f"{path} describes a board of the family {board.family!r}, whose tools are not known; "
            f"the families are {', '.join(_FAMILIES)}.")
    return board
