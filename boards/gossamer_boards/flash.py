"""Flash: load a bitstream into the board that is plugged in."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Literal

import gossamer_boards
from gossamer.design import Design
from gossamer.errors import GossamerError
from gossamer_boards import header, toolchain
from gossamer_boards.board import Board
from gossamer_boards.build import FOLDER, Build
from gossamer_hw.link.flash import contents

__all__ = ["Memory", "behind", "flash", "flash_bitstream"]

#: Where a bitstream goes: into the FPGA until the power goes, or into the chip that it boots from.
Memory = Literal["sram", "flash"]

#: What openFPGALoader says when nothing is plugged in, or nothing it may use.
_NO_CABLE = re.compile(
    r"(?i)unable to open|device not found|no cable|no device|jtag init failed|can't open"
)
_NO_PERMISSION = re.compile(r"(?i)access denied|permission|insufficient")

#: Seconds that a loader may take, and bytes for each of which it gets one more.
_TIMEOUT, _SLOWEST = 300, 10_000


def flash(design: Design, memory: Memory | None = None) -> None:
    """Load a design's bitstream into the board that it is for.

    Where the board boots from flash, weights that have no other place at power-up go behind it, and
    those that are read from there all the time.
    """
    build = Build.load(design.folder / FOLDER)
    board = gossamer_boards.get(design.board)
    weights, address = behind(design, board)
    if weights and (memory == "flash" or memory is None and board.family == "ice40"):
        _check(board, build.bitstream)
        if (size := build.bitstream.stat().st_size) > address:
            raise GossamerError(
                f"The bitstream has {size:,} bytes and the weights lie from byte {address:,} on; "
                "raise flash_address in the board's file.")
        with tempfile.TemporaryDirectory() as folder:
            # Before the bitstream, so that they are there when it starts. On its own: what lies
            # behind an ECP5's bitstream in one file moves, since the comment before it is left out.
            path = Path(folder) / "weights.bin"
            path.write_bytes(weights)
            _load(board, path, "--write-flash", "--offset", str(address))
    flash_bitstream(board, build.bitstream, memory)


def behind(design: Design, board: Board) -> tuple[bytes, int]:
    """Weights that a flash holds behind the bitstream, if it does, and where."""
    if design.streamed:
        return design.streamed, board.flash_address or 0
    address = board.boots_from(len(design.image)) if design.image else None
    if address is None:
        return b"", 0
    return contents(design.image, bytes.fromhex(design.hash)), address


def flash_bitstream(board: Board, bitstream: Path, memory: Memory | None = None) -> None:
    """Load ``bitstream`` into a board; one for another device is refused.

    Without ``memory`` the board's usual one is taken: on iCE40 boards the flash chip, which
    survives a power cycle, on others the FPGA itself.
    """
    _check(board, bitstream)
    _load(board, bitstream, *([] if memory is None else [f"--write-{memory}"]))


def _check(board: Board, bitstream: Path) -> None:
    if not bitstream.is_file():
        raise GossamerError(f"There is no bitstream {bitstream}; build the design first.")
    header.check(board, bitstream)


def _load(board: Board, path: Path, *options: str) -> None:
    tool = toolchain.find("openFPGALoader")
    timeout = _TIMEOUT + path.stat().st_size // _SLOWEST
    try:
        answer = subprocess.run(
            [tool.path, "--board", board.cable, *options, str(path)],
            capture_output=True, text=True, timeout=timeout, check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise GossamerError(
            f"{board.name} did not take {path.name} within {timeout} s; plug the board in again "
            "and repeat."
        ) from None
    said = answer.stdout + answer.stderr
    if answer.returncode == 0:
        return
    if _NO_PERMISSION.search(said):
        raise GossamerError(
            f"The cable of {board.name} may not be opened by this user; add openFPGALoader's udev "
            "rules, plug the board in again, and repeat."
        )
    if _NO_CABLE.search(said):
        raise GossamerError(
            f"No {board.name} answers; plug the board in, check the cable, and repeat."
        )
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    last = re.sub(r"\x1b\[[0-9;]*m", "", lines[-1]).rstrip(".") if lines else "nothing"
    raise GossamerError(
        f"openFPGALoader ended with status {answer.returncode} and said {last!r}; repeat, and see "
        "its documentation if the message stays."
    )
