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

__all__ = ["Memory", "flash", "flash_bitstream", "with_weights"]

#: Where a bitstream goes: into the FPGA until the power goes, or into the chip that it boots from.
Memory = Literal["sram", "flash"]

#: What openFPGALoader says when nothing is plugged in, or nothing it may use.
_NO_CABLE = re.compile(
    r"(?i)unable to open|device not found|no cable|no device|jtag init failed|can't open"
)
_NO_PERMISSION = re.compile(r"(?i)access denied|permission|insufficient")

_TIMEOUT = 300


def flash(design: Design, memory: Memory | None = None) -> None:
    """Load a design's bitstream into the board that it is for.

    Where the board boots from flash, weights that have no other place at power-up go behind it, and
    those that are read from there all the time.
    """
    build = Build.load(design.folder / FOLDER)
    board = gossamer_boards.get(design.board)
    weights = design.streamed or (
        design.image and contents(design.image, bytes.fromhex(design.hash)))
    if not weights or board.flash_address is None or memory == "sram":
        flash_bitstream(board, build.bitstream, memory)
        return
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name) / build.bitstream.name
        whole.write_bytes(with_weights(
            build.bitstream.read_bytes(), weights, board.flash_address))
        flash_bitstream(board, whole, memory)


def with_weights(bitstream: bytes, weights: bytes, address: int) -> bytes:
    """What a flash holds from its start on: a bitstream, and weights at an address.

    Raises
    ------
    GossamerError
        If the bitstream reaches beyond the address.
    """
    if len(bitstream) > address:
        raise GossamerError(
            f"The bitstream has {len(bitstream):,} bytes and the weights lie from byte "
            f"{address:,} on; raise flash_address in the board's file.")
    return bitstream.ljust(address, b"\xff") + weights


def flash_bitstream(board: Board, bitstream: Path, memory: Memory | None = None) -> None:
    """Load ``bitstream`` into a board; one for another device is refused.

    Without ``memory`` the board's usual one is taken: on iCE40 boards the flash chip, which
    survives a power cycle, on others the FPGA itself.
    """
    if not bitstream.is_file():
        raise GossamerError(f"There is no bitstream {bitstream}; build the design first.")
    header.check(board, bitstream)
    tool = toolchain.find("openFPGALoader")
    where = [] if memory is None else [f"--write-{memory}"]
    try:
        answer = subprocess.run(
            [tool.path, "--board", board.cable, *where, str(bitstream)],
            capture_output=True, text=True, timeout=_TIMEOUT, check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise GossamerError(
            f"{board.name} did not take the bitstream within {_TIMEOUT} s; plug the board in again "
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
