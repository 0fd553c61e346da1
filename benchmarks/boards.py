"""What the digits network becomes on every board: clock, cells and time to build.

    python benchmarks/boards.py --json
    python benchmarks/boards.py --board icebreaker --description net.gsm
    python benchmarks/boards.py --seeds 4 --jobs 2
    python benchmarks/boards.py --board ice40_hx8k_b_evn --layer-counters

The network is trained once, by the demo's recipe, unless a description is given. Bitstreams are
built from nothing, so that the time is that of a first build.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import gossamer as gs
import gossamer_boards
from gossamer.demonstration import RECIPES
from gossamer.description import Description
from gossamer_boards.build import build

__all__ = ["main", "measure", "trained"]


def trained(path: Path | None, model: str = "cnn") -> Description:
    """The description in a file, or the demo's model."""
    if path is not None:
        return Description.load(path)
    from gossamer.compress import build as network
    from gossamer.compress import recipe

    chosen = recipe(RECIPES[model])
    return gs.compress(network(model, seed=chosen.seed), "digits", chosen, name=f"digits-{model}")


def measure(description: Description, board: str, folder: Path, *, seeds: int, jobs: int,
            layer_counters: bool) -> dict[str, Any]:
    """One line of the table; what does not close has its reason in place of numbers."""
    begin = time.monotonic()
    row: dict[str, Any] = {"board": board}
    try:
        design = gs.generate(description, board=board, out=folder / board)
        found = build(design, seeds=seeds, jobs=jobs, layer_counters=layer_counters,
                      cache=folder / "cache")
    except gs.GossamerError as error:
        return row | {"refused": str(error)}
    return row | {
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


def main(arguments: list[str] | None = None) -> None:
    """Print a table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--board", action="append", choices=gossamer_boards.names())
    parser.add_argument("--description", type=Path, help="a .gsm file in place of training")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--layer-counters", action="store_true",
                        help="let the device count the cycles of each layer")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    rows = []
    with tempfile.TemporaryDirectory() as name:
        description = trained(given.description)
        for board in given.board or gossamer_boards.names():
            print(f"{board} ...", file=sys.stderr)
            rows.append(measure(description, board, Path(name), seeds=given.seeds,
                                jobs=given.jobs, layer_counters=given.layer_counters))
    if given.json:
        print(json.dumps({"model": description.name, "boards": rows}, indent=1))
        return
    for row in rows:
        if "refused" in row:
            print(f"{row['board']:<22} {row['refused']}")
            continue
        cells = ", ".join(f"{kind} {count['used']:,}/{count['available']:,}"
                          for kind, count in row["utilisation"].items() if count["used"])
        print(f"{row['board']:<22} {row['clock_mhz']:6.2f} MHz of {row['fmax_mhz']:6.2f}  "
              f"{row['latency_us']:8.2f} us  {row['build_seconds']:4} s  {cells}")


if __name__ == "__main__":
    main()
