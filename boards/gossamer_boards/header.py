"""Header: which device a bitstream is for, from its own first bytes."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from gossamer.errors import GossamerError
from gossamer_boards.board import Board

__all__ = ["check", "device"]

#: Columns less one and rows of the configuration memory, by the part's name (Project IceStorm).
_ICE40 = {
    (331, 144): ("iCE40HX1K", "iCE40LP1K"),
    (691, 336): ("iCE40UP5K",),
    (871, 272): ("iCE40HX8K", "iCE40HX4K", "iCE40LP8K", "iCE40LP4K"),
}
#: IDCODE by the part's name (ECP5 and ECP5-5G sysCONFIG user guide, Nexus sysCONFIG user guide,
#: Gowin JTAG guide).
_IDCODES = {
    0x21111043: ("LFE5U-12F",),
    0x41111043: ("LFE5U-25F",),
    0x41112043: ("LFE5U-45F",),
    0x41113043: ("LFE5U-85F",),
    0x01111043: ("LFE5UM-25F",),
    0x01112043: ("LFE5UM-45F",),
    0x01113043: ("LFE5UM-85F",),
    0x81111043: ("LFE5UM5G-25F",),
    0x81112043: ("LFE5UM5G-45F",),
    0x81113043: ("LFE5UM5G-85F",),
    0x010F1043: ("LIFCL-40",),
    0x110F1043: ("LIFCL-40",),
    0x1100481B: ("GW1NR-LV9", "GW1N-LV9"),
}

_HEAD = 4096


def check(board: Board, bitstream: Path) -> None:
    """Refuse a bitstream that is not for the board's device.

    Another device's bitstream does no good, and on some may drive pins against each other.
    """
    found = device(bitstream)
    wanted = board.target.device
    if not any(wanted.startswith(name) for name in found):
        what = f"for {found[0]}" if found else "no bitstream of a device that is known"
        raise GossamerError(
            f"{bitstream} is {what}, and {board.name} needs one for {wanted}; build the design for "
            "this board."
        )


def device(bitstream: Path) -> tuple[str, ...]:
    """Names of the parts that take a bitstream, nothing if that is not known."""
    with bitstream.open("rb") as file:
        head = file.read(_HEAD)
    if (start := head.find(b"\x7e\xaa\x99\x7e")) >= 0:
        return _ICE40.get(_ice40_size(head[start + 4:]), ())
    if (start := head.find(b"\xff\xff\xbd\xb3")) >= 0:
        # VERIFY_ID and its operands.
        found = re.search(rb"\xe2\x00\x00\x00(....)", head[start:], re.DOTALL)
        return _IDCODES.get(struct.unpack(">I", found[1])[0], ()) if found else ()
    # Gowin's files are text, a line of binary digits for each command.
    if found := re.search(rb"^00000110[01]{24}([01]{32})\r?$", head, re.MULTILINE):
        return _IDCODES.get(int(found[1], 2), ())
    return ()


def _ice40_size(commands: bytes) -> tuple[int, int]:
    """Width and height that the first commands set: a nibble each for what and how many bytes."""
    size = {6: 0, 7: 0}
    at = 0
    while at < len(commands) and not all(size.values()):
        what, length = divmod(commands[at], 16)
        if what in size:
            size[what] = int.from_bytes(commands[at + 1:at + 1 + length], "big")
        at += 1 + length
    return size[6], size[7]
