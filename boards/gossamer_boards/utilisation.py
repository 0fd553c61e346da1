"""Utilisation: what place and route says: cells used, the frequency reached, what is too big."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from gossamer.errors import GossamerError

__all__ = ["TOP", "Resource", "read", "too_big"]

#: What the files are called.
TOP = "top"

#: What the report calls the cells of nextpnr.
_CELLS: dict[str, dict[str, tuple[str, ...]]] = {
    "ice40": {
        "logic cells": ("ICESTORM_LC",),
        "block RAM": ("ICESTORM_RAM",),
        "SPRAM": ("ICESTORM_SPRAM",),
        "DSP": ("ICESTORM_DSP",),
        "PLL": ("ICESTORM_PLL",),
    },
    "ecp5": {
        "LUT": ("TRELLIS_COMB",),
        "FF": ("TRELLIS_FF",),
        "block RAM": ("DP16KD",),
        "DSP": ("MULT18X18D",),
        "PLL": ("EHXPLLL",),
    },
    "nexus": {
        "LUT": ("OXIDE_COMB",),
        "FF": ("OXIDE_FF",),
        "block RAM": ("OXIDE_EBR",),
        "large RAM": ("LRAM_CORE",),
        "DSP": ("MULT9_CORE",),
    },
    "gowin": {
        "LUT": ("LUT4",),
        "adder": ("ALU",),
        "FF": ("DFF",),
        "block RAM": ("BSRAM", "DPB", "SDPB", "SP", "ROM", "pROM"),
        "DSP": ("MULT9X9", "MULT18X18", "MULT36X36"),
        "PLL": ("rPLL",),
    },
}


@dataclass(frozen=True, kw_only=True)
class Resource:
    """So many used of so many."""

    used: int
    available: int


def read(family: str, work: Path) -> tuple[dict[str, Resource], float]:
    """Cells, and the frequency reached in MHz, from nextpnr's report."""
    found = json.loads((work / f"{TOP}.report.json").read_text())
    resources = {}
    for kind, cells in _CELLS[family].items():
        counts = [found["utilization"][cell] for cell in cells if cell in found["utilization"]]
        if counts:
            resources[kind] = Resource(
                used=sum(count["used"] for count in counts),
                available=sum(count["available"] for count in counts),
            )
    if family == "nexus" and "DSP" in resources:
        # The device is sold with multipliers of 18 bits, each of which is two of nine.
        nines = resources["DSP"]
        resources["DSP"] = Resource(used=-(-nines.used // 2), available=nines.available // 2)
    if family == "ice40":
        # Each logic cell is a look-up table and a flip-flop; these are what synthesis made.
        for kind, count in _ice40_cells((work / f"{TOP}.rpt").read_text()).items():
            resources[kind] = Resource(used=count, available=resources["logic cells"].available)
    clocks = [clock["achieved"] for clock in found["fmax"].values()]
    if not clocks:
        raise GossamerError(
            "Place and route reports no clock at all, so the design has no logic that is used; "
            "check that the engine's streams are connected."
        )
    return resources, min(clocks)


def _ice40_cells(text: str) -> dict[str, int]:
    """Look-up tables and flip-flops of the last statistics in a Yosys log."""
    last = text[text.rindex("Printing statistics"):]
    cells = {name: int(count) for count, name in re.findall(r"^\s+(\d+)\s+(SB_\w+)$", last, re.M)}
    return {
        "LUT": cells.get("SB_LUT4", 0),
        "FF": sum(count for name, count in cells.items() if name.startswith("SB_DFF")),
    }


def too_big(board: str, family: str, work: Path) -> GossamerError | None:
    """What does not fit, if that is why a tool failed."""
    log = work / f"{TOP}.tim"
    text = log.read_text() if log.exists() else ""
    counts = re.findall(r"Info:\s+(\w+):\s+(\d+)/\s*(\d+)\s+\d+%", text)
    over = []
    for kind, cells in _CELLS[family].items():
        need, have = (sum(int(count[index]) for count in counts if count[0] in cells)
                      for index in (1, 2))
        if need > have:
            over.append(f"{need} {kind} of {have}")
    if not over:
        return None
    return GossamerError(
        f"The design does not fit {board}: it needs {', '.join(over)}; "
        "prune more, use fewer lanes, or choose a larger board."
    )
