"""Models made by others, on a board: cycles, efficiency of each layer, logic, memory and clock.

    python benchmarks/models.py [MODEL ...] [--board BOARD] [--smallest] [--inputs N] [--build]
                                [--densities LIST [--bits BITS] [--block SIZE]]
                                [--json] [--folder FOLDER]

DS-CNN and ResNet-8 of MLPerf Tiny (TensorFlow Lite), TFC-w2a2 and jet tagging (QONNX) are imported,
planned for the fewest cycles that the board has room for (with ``--smallest``, for the fewest logic
cells x cycles), simulated with Verilator on random inputs against the exact model, and with
``--build`` placed and routed. With ``--densities 1,0.5,0.25`` their weights are first rounded to
fewer bits and the weakest blocks set to zero: not asking for accuracy, but for integers that are
equal and cycles that are saved. The files are looked for in ``$GOSSAMER_MODELS``, or in
``shared/models`` beside the project.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

import gossamer as gs
from gossamer import ir
from gossamer.description import Description
from gossamer.errors import GossamerError
from gossamer.plan import SPARSITIES

FILES = {
    "ds-cnn": "kws_ref_model.tflite", "resnet-8": "pretrainedResnet_quant.tflite",
    "tfc": "TFC_2W2A.onnx", "jet-tagging": "qkeras_jettagging.onnx",
}

MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[2] / "shared" / "models"))


#: The way to prune: whole blocks.
(BLOCKS,) = (sparsity for sparsity in SPARSITIES if sparsity.name == "blocks")


def pruned(graph: ir.Graph, density: float, bits: int, block: int) -> ir.Graph:
    """A graph with ``bits`` of its wider weights, and a share of the blocks of each such layer.

    Sums get smaller by the bits that go, and so do biases and the shifts that bring them back.
    """
    changes: dict[str, ir.Node] = {}
    for node in graph:
        if not isinstance(node, ir.Weighted) or node.weight_bits <= bits:
            continue
        lost = node.weight_bits - bits
        half = 1 << bits - 1
        weight = np.rint(node.weight / 2.0 ** lost).clip(-half, half - 1).astype(np.int8)
        node = replace(node, weight=weight, weight_bits=bits, geometry=(block, block),
                       bias=node.bias >> lost)
        changes[node.name] = replace(node, weight=weight * BLOCKS.mask(node, density))
        (scale,) = graph.consumers(node.name)
        assert isinstance(scale, ir.Requantize)
        changes[scale.name] = replace(scale, shift=scale.shift - lost)
    return ir.check(graph.replace(changes))


def measure(name: str, board: str, folder: Path, *, inputs: int, fast: bool, build: bool,
            prune: Callable[[ir.Graph], ir.Graph] | None = None) -> dict[str, Any]:
    """Everything about one model; times are of this machine, all else is not."""
    path = MODELS / FILES[name]
    if not path.exists():
        raise GossamerError(
            f"{path} does not exist; set GOSSAMER_MODELS to the folder that has it.")
    begun = time.process_time()
    description, _ = gs.import_(path, name=name)
    if prune is not None:
        description = Description(graph=prune(description.graph), name=name)
    imported = time.process_time()
    place = folder / f"{name}-{board}"
    shutil.rmtree(place, ignore_errors=True)
    design = gs.generate(description, board=board, out=place, fast=fast)
    generated = time.process_time()
    entry = description.graph.input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (inputs, *entry.shape))
    simulation = gs.simulate(design, x)
    plan = design.plan
    (segment,) = plan.to_json()["segments"]
    macs = sum(layer.macs for layer in plan.layers)
    row: dict[str, Any] = {
        "model": name, "board": board, "lanes": segment["lanes"],
        "cycles": {"predicted": plan.cycles, "simulated": simulation.worst_cycles},
        "inputs": simulation.images, "mismatches": simulation.mismatches,
        "efficiency": macs / (segment["lanes"] * plan.cycles),
        "layers": [{"name": layer.name, "cycles": layer.cycles, "efficiency": share}
                   for layer, share in zip(plan.layers, segment["efficiency"], strict=True)],
        "needs": plan.needs.to_json(), "packed_bits": plan.packed_bits,
        "blocks x positions": sum(layer.survivors * layer.positions for layer in plan.layers),
        "seconds": {"import": imported - begun, "generate": generated - imported},
    }
    if build:
        made = gs.build(design)
        row |= {
            "fmax_mhz": made.fmax_mhz, "clock_mhz": made.clock_hz / 1e6,
            "microseconds": plan.cycles / made.clock_hz * 1e6,
            "utilisation": {kind: each.used for kind, each in made.resources.items()},
        }
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="*", metavar="MODEL", help=", ".join(FILES))
    parser.add_argument("--board", default="ulx3s")
    parser.add_argument("--smallest", action="store_true",
                        help="fewest logic cells x cycles, not fewest cycles")
    parser.add_argument("--inputs", type=int, default=10)
    parser.add_argument("--build", action="store_true", help="place and route as well")
    parser.add_argument("--densities", default="", metavar="LIST",
                        help="shares of the blocks that are left, with commas")
    parser.add_argument("--bits", type=int, default=4, help="of weights, with --densities")
    parser.add_argument("--block", type=int, default=16, metavar="SIZE",
                        help="rows and columns of a block, with --densities")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--folder", type=Path, default=Path("build/models"),
                        help="where designs are kept")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.models if name not in FILES]
    if unknown:
        parser.error(f"there is no model {unknown[0]!r}; choose of {', '.join(FILES)}")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    rows, failed = [], False
    densities: list[float | None] = [
        float(part) for part in arguments.densities.split(",") if part]
    for name, density in itertools.product(arguments.models or FILES, densities or [None]):
        left = "" if density is None else f", {density:.3g} of the blocks"
        print(f"{name} on {arguments.board}{left}", file=sys.stderr, flush=True)
        try:
            row = measure(name, arguments.board, arguments.folder, inputs=arguments.inputs,
                          fast=not arguments.smallest, build=arguments.build,
                          prune=None if density is None else functools.partial(
                              pruned, density=density, bits=arguments.bits, block=arguments.block))
        except GossamerError as error:
            row, failed = {"model": name, "board": arguments.board, "error": str(error)}, True
        row |= {"density": density}
        rows.append(row)
        if arguments.json:
            continue
        if "error" in row:
            print(f"{name}: {row['error']}")
            continue
        clock = ""
        if arguments.build:
            clock = f", {row['clock_mhz']:.1f} MHz, {row['microseconds']:,.0f} us"
        print(f"{name}{left}: {row['cycles']['simulated']:,} cycles "
              f"({row['cycles']['predicted']:,} "
              f"predicted), {row['lanes']} lanes used to {row['efficiency']:.0%}, "
              f"{row['mismatches']} wrong on {row['inputs']} inputs{clock}")
        for layer in row["layers"]:
            print(f"    {layer['name']:32} {layer['cycles']:10,} {layer['efficiency']:7.1%}")
    if arguments.json:
        print(json.dumps({"models": rows}, indent=2))
    sys.exit(failed)


if __name__ == "__main__":
    main()
