"""Synthesis with Yosys, with another mapper where ABC9 fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from gossamer_boards import toolchain

__all__ = ["BEFORE", "synthesise"]

#: What goes before synthesis, by family. ABC9 of a Gowin makes wide multiplexers of whole products
#: to gain a nanosecond, three times as many look-up tables; paths of 20 ns are quick enough.
BEFORE = {"gowin": "scratchpad -set abc9.D 20000"}


def synthesise(tool: toolchain.Tool, arguments: Sequence[str], script: Path, *, log: Path,
               again: Callable[[], None] = lambda: None) -> bool:
    """Run a script in its folder; for an ECP5 a second time without ABC9 if that fails.

    Yosys 0.70 cannot put back what ABC9 made of some designs (it asserts that widths are equal).
    ABC knows no delays of the fabric, so what it makes is slower. ``again`` is called between the
    two. Returns whether ABC9 was left out; the script then says so too.

    Raises
    ------
    ToolFailed
        If there is no other mapper, or if it fails as well.
    """
    try:
        toolchain.run(tool, arguments, cwd=script.parent, log=log)
        return False
    except toolchain.ToolFailed:
        text = script.read_text()
        other = re.sub(
            r"^ *synth_ecp5 (.*)$",
            r"synth_ecp5 \1 -run :map_luts\nabc -dress -lut 4:7\nclean\n"
            r"synth_ecp5 \1 -run map_cells:", text, flags=re.MULTILINE)
        if other == text:
            raise
    script.write_text(other)
    again()
    toolchain.run(tool, arguments, cwd=script.parent, log=log)
    return True
