"""What the digits CNN and the keyword spotter become on every board: clock, cells, time to build.

    python benchmarks/boards.py --json
    python benchmarks/boards.py --model ds-cnn --board icebreaker
    python benchmarks/boards.py --board icebreaker --description net.gsm
    python benchmarks/boards.py --seeds 4 --jobs 2
    python benchmarks/boards.py --board ice40_hx8k_b_evn --layer-counters
    python benchmarks/boards.py --json --into build/boards.json

The digits network is trained once, by the demo's recipe; the DS-CNN is MLPerf Tiny's
``kws_ref_model.tflite`` in the folder ``$GOSSAMER_MODELS``, or ``../shared/models``. Bitstreams are
built from nothing, so that the time is that of a first build. A row of a design that does not fit
says why. With ``--into`` finished rows are kept in a file, and an interrupted run goes on where it
was: a row is measured again only if the design, the options or the tools are others.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gossamer as gs
import gossamer_boards
from gossamer.demonstration import RECIPES
from gossamer.description import Description
from gossamer_boards import toolchain
from gossamer_boards.build import build

__all__ = ["MODELS", "Rows", "key", "main", "measure", "trained"]

FOLDER = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[2] / "shared" / "models"))

#: Tools that a row depends on.
TOOLS = (
    "yosys", "nextpnr-ice40", "nextpnr-ecp5", "nextpnr-himbaechel-gowin", "nextpnr-nexus")


def trained(path: Path | None, model: str = "cnn") -> Description:
    """The description in a file, or the demo's model."""
    if path is not None:
        return Description.load(path)
    from gossamer.compress import build as network
    from gossamer.compress import recipe

    chosen = recipe(RECIPES[model])
    return gs.compress(network(model, seed=chosen.seed), "digits", chosen, name=f"digits-{model}")


def imported() -> Description:
    """MLPerf Tiny's keyword spotter."""
    path = FOLDER / "kws_ref_model.tflite"
    if not path.exists():
        raise gs.GossamerError(
            f"{path} is not there; let GOSSAMER_MODELS name the folder that holds it.")
    return gs.import_(path)[0]


#: Where each model comes from.
MODELS: dict[str, Callable[[], Description]] = {
    "digits-cnn": lambda: trained(None), "ds-cnn": imported}


class Rows:
    """Finished rows by key, in a file if there is one."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._rows: dict[str, dict[str, Any]] = {}
        if path is not None and path.exists():
            self._rows = json.loads(path.read_text())

    def get(self, key: str) -> dict[str, Any] | None:
        """The row of an earlier run."""
        return self._rows.get(key)

    def keep(self, key: str, row: dict[str, Any]) -> None:
        """Add a row; the file is whole at any time."""
        self._rows[key] = row
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_name(f".{self._path.name}.partial")
            fresh.write_text(json.dumps(self._rows, indent=1) + "\n")
            fresh.rename(self._path)


def key(design: str, *, seeds: int, layer_counters: bool) -> str:
    """What a row depends on: the design's hash, which covers board and Verilog, options, tools."""
    versions = {name: toolchain.locate(name).version for name in TOOLS}
    text = json.dumps([design, seeds, layer_counters, versions])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def measure(model: str, description: Description, board: str, folder: Path, rows: Rows, *,
            seeds: int, jobs: int, layer_counters: bool) -> dict[str, Any]:
    """One line of the table; what does not close has its reason in place of numbers."""
    begin = time.monotonic()
    row: dict[str, Any] = {"model": model, "board": board}
    try:
        design = gs.generate(description, board=board, out=folder / f"{model}-{board}")
    except gs.GossamerError as error:
        return row | {"refused": str(error)}
    name = key(design.hash, seeds=seeds, layer_counters=layer_counters)
    if kept := rows.get(name):
        return kept
    try:
        found = build(design, seeds=seeds, jobs=jobs, layer_counters=layer_counters,
                      cache=folder / "cache")
    except gs.GossamerError as error:
        row |= {"refused": str(error)}
    else:
        row |= {
            "clock_mhz": found.clock_hz / 1e6,
            "fmax_mhz": round(found.fmax_mhz, 2),
            "seed": found.seed,
            "cycles": design.plan.cycles,
            "latency_us": round(design.plan.cycles / found.clock_hz * 1e6, 2),
            "utilisation": found.utilisation,
            "build_seconds": round(time.monotonic() - begin),
            "bitstream_sha256": hashlib.sha256(found.bitstream.read_bytes()).hexdigest(),
            "tools": found.tools,
        }
    rows.keep(name, row)
    return row


def main(arguments: list[str] | None = None) -> None:
    """Print a table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--board", action="append", choices=gossamer_boards.names())
    parser.add_argument("--model", action="append", choices=MODELS)
    parser.add_argument("--description", type=Path, help="a .gsm file in place of training")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--layer-counters", action="store_true",
                        help="let the device count the cycles of each layer")
    parser.add_argument("--into", type=Path, help="keep finished rows in this file")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    models = {name: MODELS[name] for name in given.model or MODELS}
    if given.description:
        models = {given.description.stem: lambda: trained(given.description)}
    kept, rows = Rows(given.into), []
    with tempfile.TemporaryDirectory() as folder:
        for model, make in models.items():
            description = make()
            for board in given.board or gossamer_boards.names():
                print(f"{model} on {board} ...", file=sys.stderr)
                rows.append(measure(
                    model, description, board, Path(folder), kept, seeds=given.seeds,
                    jobs=given.jobs, layer_counters=given.layer_counters))
    if given.json:
        print(json.dumps({"boards": rows}, indent=1))
        return
    for row in rows:
        where = f"{row['model']:<11} {row['board']:<20}"
        if "refused" in row:
            print(f"{where} {row['refused']}")
            continue
        cells = ", ".join(f"{kind} {count['used']:,}/{count['available']:,}"
                          for kind, count in row["utilisation"].items() if count["used"])
        print(f"{where} {row['clock_mhz']:6.2f} MHz of {row['fmax_mhz']:6.2f}  "
              f"{row['latency_us']:8.2f} us  {row['build_seconds']:4} s  {cells}")


if __name__ == "__main__":
    main()
