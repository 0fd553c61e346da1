"""Rows and columns of blocks (BCR) on a trained layer: bits, cycles and load balance.

    python benchmarks/bcr.py [--json]

The second layer of a perceptron 64-256-128-10 for the digits: 128 x 256 weights, of which ADMM
leaves rows and columns of blocks of 16 x 16, as whole arrays of 4 x 4 or as any number, at the
densities of the specification's table. Survivors become integers of four bits without zero, as in
ADMM-NN (Ren et al., ASPLOS 2019). Cycles are those of the decoder where words of 128 bits come
without a pause; row groups are divided among arrays by :func:`gossamer.plan.balance.assign`.

A block that is not empty has masks of 32 bits, an eighth of a bit per weight: the specification's
bits take a layer in which some blocks are. The projection leaves something of almost every block,
so the layer is pruned a second time with whole blocks going first, as many in every block row (the
balanced form of YOLObile; Cai et al., AAAI 2021).
"""

from __future__ import annotations

import argparse
import copy
import functools
import json
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from gossamer import data, ir
from gossamer.compress.projections import positions
from gossamer.compress.row_column import RowColumnProjection
from gossamer.compress.solver import Splitting
from gossamer.compress.train import accuracy, scores, train
from gossamer.importers.float_graph import FloatLinear
from gossamer.plan.balance import assign, imbalance
from gossamer_hw.formats import Integers, RowColumn, Sizes

BLOCK = 16
TILE = 4
ARRAYS = (1, 2, 4, 8)
EPOCHS = 10

#: Blocks of a block row.
ALL = 16

#: The specification's table: by density, bits per weight, and utilisation of 4 x 4 lanes where
#: rows and columns are not rounded to the array.
SPECIFICATION = {0.126: (0.62, 0.65), 0.069: (0.38, 0.57), 0.040: (0.25, 0.52)}

#: Blocks of a block row that are left where whole ones go first.
FEWER = {0.126: 10, 0.069: 10, 0.040: 7}

FORMAT = RowColumn(values=Integers(4), rows=BLOCK, columns=BLOCK, port=128, tile_rows=TILE,
                   tile_columns=TILE)


def fit(module: nn.Module, epochs: int, rate: float, splitting: Splitting | None = None) -> None:
    digits = data.load("digits")
    samples = (torch.from_numpy(digits.train_x.reshape(len(digits.train_x), -1)),
               torch.from_numpy(digits.train_y))
    train(module, samples, epochs=epochs, rate=rate, batch=64, weight_decay=0.01,
          generator=torch.Generator().manual_seed(0),
          penalty=splitting.penalty if splitting else None)


def correct(module: nn.Module) -> float:
    """Share of the test samples."""
    digits = data.load("digits")
    x = torch.from_numpy(digits.test_x.reshape(len(digits.test_x), -1))
    return accuracy(scores(module, x), torch.from_numpy(digits.test_y))


@functools.cache
def perceptron(epochs: int) -> nn.Sequential:
    """Trained, with all weights."""
    torch.manual_seed(0)
    module = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(),
                           nn.Linear(128, 10))
    fit(module, epochs, 3e-3)
    return module


def prune(density: float, unit: int, blocks: int, epochs: int
          ) -> tuple[npt.NDArray[np.int8], float]:
    """The layer as integers, and the accuracy on the test set with these.

    The numbers of rows and columns that are left of a block are multiples of ``unit``; no more than
    ``blocks`` of a block row have any. ``epochs`` are those of training, of each of four rounds of
    ADMM, and of training with the mask.
    """
    module = copy.deepcopy(perceptron(epochs))
    layer = module[2]
    assert isinstance(layer, nn.Linear)
    node = FloatLinear(name="layer", x="x", shape=(1, 1, 128), bias=np.zeros(128, np.float32),
                       weight=layer.weight.detach().numpy())
    projection = RowColumnProjection(
        positions(node, BLOCK, BLOCK), BLOCK, BLOCK, (unit, unit),
        round(density * layer.weight.numel()), blocks=None if blocks == ALL else blocks)
    splitting = Splitting({"layer": (layer.weight, projection)}, rho=1e-2)
    for _ in range(4):
        fit(module, epochs, 1e-3, splitting)
        splitting.step(2.0)
    splitting.finish()
    mask = (layer.weight.detach() != 0).float()
    layer.weight.register_hook(mask.mul)
    fit(module, epochs, 1e-3)
    with torch.no_grad():
        codes, step = integers((layer.weight * mask).numpy())
        layer.weight.copy_(torch.from_numpy(codes * step))
    return codes, correct(module)


def integers(weight: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], np.float32]:
    """Integers -7..7, of which only those are zero that were zero before, and their step."""
    step = np.float32(np.abs(weight).max() / 7)
    magnitude = np.clip(np.floor(np.abs(weight) / step + 0.5), 1, 7)
    return (np.sign(weight) * magnitude).astype(np.int8), step


def describe(weight: npt.NDArray[np.int8]) -> dict[str, Any]:
    """What the layer takes in the format."""
    node = ir.Linear(name="layer", x="x", weight=weight, bias=np.zeros(len(weight), np.int64),
                     weight_bits=4)
    groups = ir.blocks(node, BLOCK, BLOCK)
    sizes = sum((FORMAT.sizes(group) for group in groups), Sizes(0, 0, 0))
    loads = [FORMAT.loads(group) for group in groups]
    cycles = [sum(load.cycles for load in tiles) for tiles in loads]
    tiles = sum(map(len, loads))
    nonzero = int(np.count_nonzero(weight))
    return {
        "density": nonzero / weight.size,
        "bits": sizes.codes / weight.size,
        "stored": sizes.stored / weight.size,
        "blocks": int(groups.any(axis=(2, 3)).sum()),
        "tiles": tiles,
        "cycles": sum(cycles),
        "utilisation": nonzero / (TILE * TILE * tiles),
        "imbalance": {arrays: imbalance(cycles, assign(cycles, arrays)) for arrays in ARRAYS},
    }


def measure(epochs: int = EPOCHS) -> list[dict[str, Any]]:
    rows = []
    for density, (bits, utilisation) in SPECIFICATION.items():
        for unit in (TILE, 1):
            for blocks in (ALL, FEWER[density]):
                codes, accurate = prune(density, unit, blocks, epochs)
                row = describe(codes)
                rows.append({"target": density, "round_to": unit, "blocks_of_a_row": blocks, **row,
                             "accuracy": accurate, "specification_bits": bits,
                             "specification_utilisation": 1.0 if unit > 1 else utilisation,
                             "within": row["bits"] <= bits
                             and row["utilisation"] >= (1.0 if unit > 1 else utilisation)})
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    rows = measure()
    if arguments.json:
        print(json.dumps({"layer": [128, 256], "dense_accuracy": correct(perceptron(EPOCHS)),
                          "rows": rows}, indent=2))
        return
    print("128 x 256 weights of 4 bits, blocks of 16 x 16, 4 x 4 lanes; all weights: 2048 tiles, "
          f"accuracy\n{correct(perceptron(EPOCHS)):.1%}; the specification's numbers in brackets, "
          "* where one of them is better")
    print(f"{'density':>8}{'round to':>9}{'bits':>7}{'':>8}{'stored':>8}{'blocks':>7}{'tiles':>6}"
          f"{'cycles':>7}{'used':>6}{'':>7}{'accuracy':>9}  imbalance of "
          f"{', '.join(map(str, ARRAYS))} arrays")
    for row in rows:
        shares = "  ".join(f"{share:.2f}" for share in row["imbalance"].values())
        print(f"{row['density']:8.4f}{row['round_to']:9}{row['bits']:7.3f}"
              f"{' ' if row['within'] else '*'}"
              f"{'(' + format(row['specification_bits'], '.2f') + ')':>7}{row['stored']:8.3f}"
              f"{row['blocks']:7}{row['tiles']:6}{row['cycles']:7}{row['utilisation']:6.2f}"
              f"{'(' + format(row['specification_utilisation'], '.2f') + ')':>7}"
              f"{row['accuracy']:9.1%}  {shares}")


if __name__ == "__main__":
    main()
