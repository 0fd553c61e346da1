"""Two models in every weight format, end to end: accuracy, bits, cycles, logic and clock.

    python benchmarks/format_designs.py [--json] [--only PATTERN ...] [--folder FOLDER]
                                        [--page FILE] [--kept]

A small convolutional network on scikit-learn's digits, on the iCE40UP5K of the iCEBreaker, and a
784-300-100-10 perceptron on 5,000 images of MNIST, on the ECP5 of the ULX3S (its weights do not fit
the other). Each is trained for the format, planned, simulated with Verilator against the integers
that PyTorch computed, and built into a bitstream. What is trained, built and measured is kept in
the folder, so an interrupted run goes on where it was.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import gossamer as gs
from gossamer.compress.models import build
from gossamer.description import Description
from gossamer.design import Design
from gossamer.errors import GossamerError
from gossamer.files import write_atomic


class Case(NamedTuple):
    """A model, the recipe it is compressed by, and the format it is stored in."""

    model: str
    recipe: str
    format: str
    board: str

    @property
    def name(self) -> str:
        return f"{self.model}-{self.recipe}-{self.format}-{self.board}"


#: Model, data set, suffix of its recipes.
DATA = {"cnn": ("digits", ""), "mlp-300-100": ("mnist5k", "-mnist")}

CASES = [
    *(Case("cnn", recipe, format, "icebreaker") for recipe, format in (
        ("int8", "dense"), ("block-ternary", "block-bitmap"), ("block-int4", "block-bitmap"),
        ("irregular-int4", "bitmap"), ("irregular-int4", "coo"),
        ("irregular-int4", "run-length4"), ("periodic", "periodic"), ("nested", "dense"),
        ("mx-int4", "mx"))),
    *(Case("cnn", recipe, format, "ulx3s") for recipe, format in (   # too large for the other
        ("nm", "pattern"), ("bcr", "bcr"))),
    *(Case("mlp-300-100", recipe, format, "ulx3s") for recipe, format in (
        ("int8", "dense"), ("block-ternary", "block-bitmap"), ("block-int4", "block-bitmap"),
        ("irregular-int4", "bitmap"), ("irregular-int4", "coo"),
        ("irregular-int4", "run-length5"), ("nm", "pattern"), ("bcr", "bcr"),
        ("nested", "dense"), ("mx-int4", "mx"))),
]


def describe(case: Case, folder: Path) -> Description:
    """The trained model, from the folder if it is there."""
    path = folder / f"{case.model}-{case.recipe}.gsm"
    if not path.exists():
        data, suffix = DATA[case.model]
        print(f"{path.stem}: training", file=sys.stderr, flush=True)
        gs.compress(build(case.model), data, case.recipe + suffix, name=case.model).save(path)
    return Description.load(path)


def measure(case: Case, folder: Path) -> dict[str, Any]:
    """Everything about one design; designs that are there already are used again."""
    description = describe(case, folder)
    place = folder / case.name
    try:
        design = Design.load(place)
    except GossamerError:
        shutil.rmtree(place, ignore_errors=True)
        design = gs.generate(description, board=case.board, out=place, format=case.format)
    kept = folder / f"{case.name}.json"
    if kept.exists():
        row: dict[str, Any] = json.loads(kept.read_text())
        if row["design"] == design.hash:
            return row
    print(f"{case.name}: simulating", file=sys.stderr, flush=True)
    simulation = gs.simulate(design)
    print(f"{case.name}: building", file=sys.stderr, flush=True)
    bitstream = gs.build(design)
    clock = bitstream.clock_hz / 1e6
    plan = design.plan
    weights = gs.inspect(description).weights
    row = {
        "case": list(case), "design": design.hash, "trained": description.recipe,
        "formats": [plan.program.spec.formats[layer.format].name
                    for layer in plan.program.spec.layers],
        "lanes": plan.program.spec.lanes.name,
        "geometry": plan.to_json()["segments"][0]["geometry"],
        "accuracy": {"float": description.float_accuracy, "integer": description.integer_accuracy,
                     "images": description.test_images},
        "images": simulation.images, "mismatches": simulation.mismatches,
        "bits": plan.packed_bits, "bits_per_weight": plan.packed_bits / weights.count,
        "cycles": {"predicted": plan.cycles, "simulated": simulation.worst_cycles},
        "utilisation": {kind: resource.used for kind, resource in bitstream.resources.items()},
        "predicted": plan.needs.to_json(),
        "fmax_mhz": bitstream.fmax_mhz, "clock_mhz": clock, "microseconds": plan.cycles / clock,
    }
    write_atomic(kept, json.dumps(row).encode(), overwrite=True)
    return row


def table(rows: list[dict[str, Any]]) -> list[list[str]]:
    """The figures as text, a heading first."""
    lines = [["model", "recipe", "format", "board", "accuracy float / integer", "bits per weight",
              "cycles", "LUTs", "block RAMs", "DSPs", "fmax MHz", "us", "wrong integers"]]
    for row in rows:
        if "error" in row:
            lines.append([*row["case"], row["error"], *[""] * 8])
            continue
        used = row["utilisation"]
        lines.append([
            *row["case"], f"{row['accuracy']['float']:.2%} / {row['accuracy']['integer']:.2%}",
            f"{row['bits_per_weight']:.3f}", f"{row['cycles']['simulated']:,}"
            + ("" if row["cycles"]["predicted"] == row["cycles"]["simulated"] else " *"),
            f"{used['logic cells'] if 'logic cells' in used else used['LUT']:,}",
            str(used.get("block RAM", 0)), str(used.get("DSP", 0)), f"{row['fmax_mhz']:.1f}",
            f"{row['microseconds']:.1f}", f"{row['mismatches']} on {row['images']} images"])
    return lines


def page(lines: list[list[str]]) -> str:
    """The table as a page of the documentation."""
    heading, *rest = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join([
        "# Two models in every format", "",
        "Written by `python benchmarks/format_designs.py --page docs/format-designs.md`; do not "
        "edit.", "",
        "A small convolutional network on scikit-learn's digits and a 784-300-100-10 perceptron on",
        "5,000 images of MNIST, trained for each format, simulated with Verilator against the",
        "integers that PyTorch computed, and built: whole devices with host link. Cycles count",
        "from the first input element to the last output; a star marks a prediction that is not",
        "what was simulated. LUTs are logic cells on the iCE40 and TRELLIS_COMB on the ECP5.", "",
        heading, "|" + "---|" * len(lines[0]), *rest, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--only", nargs="*", default=["*"], help="patterns of the cases' names")
    parser.add_argument("--folder", type=Path, default=Path("format-designs"),
                        help="where models and designs are kept")
    parser.add_argument("--page", type=Path, help="write the table into this Markdown file")
    parser.add_argument("--kept", action="store_true",
                        help="show what the folder has, and measure nothing")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for case in CASES:
        if any(fnmatch.fnmatch(case.name, pattern) for pattern in arguments.only):
            kept = arguments.folder / f"{case.name}.json"
            try:
                if arguments.kept:
                    rows.append(json.loads(kept.read_text()) if kept.exists()
                                else {"case": list(case), "error": "not measured yet"})
                    continue
                rows.append(measure(case, arguments.folder))
            except GossamerError as error:
                rows.append({"case": list(case), "error": str(error)})
    lines = table(rows)
    if arguments.page:
        write_atomic(arguments.page, page(lines).encode(), overwrite=True)
    if arguments.json:
        print(json.dumps({"rows": rows}, indent=2))
        return
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(f"{text:{width}}" for text, width in zip(line, widths, strict=True)))


if __name__ == "__main__":
    main()
