"""Bits per weight of every format against density, beside the entropy and the published table.

    python benchmarks/formats.py [--json] [--plot docs/formats.png]

Random masks with an exact number of weights left, mean over seeds. Integers have four bits. Codes
are the bits of weights, indexes and headers; stored are whole words of 32 bits. The count of a run
length's row group is printed apart, because the table of the specification has none.

The table's run-length columns fit rows of about 480 weights whose long runs end in a stored zero,
as in EIE (Han et al., ISCA 2016), and fit no length of rows with the escape that the specification
describes. The lines "stored zeros" are the other form.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gossamer_hw.formats import (
    PSC1_P16,
    PSC2_P8,
    PSC4_P8,
    PSC4_P16,
    Bitmap,
    BlockBitmap,
    Coordinates,
    Dense,
    Format,
    Integers,
    Nested,
    Nonzero,
    Pattern,
    Periodic,
    RowColumn,
    RunLength,
    SharedExponent,
    Sizes,
    Trits,
    Values,
)
from gossamer_hw.formats.run_length import COUNT_BITS

Mask = npt.NDArray[np.bool_]

BITS = 4
DENSITIES = tuple(2.0**-i for i in range(1, 8))
SEEDS = 4

#: Bits per weight at these densities, by the specification's table of int4 formats, and by its
#: list of codes for ternary and nested weights.
SPECIFICATION: dict[str, tuple[float, ...]] = {
    "entropy": (3.00, 1.81, 1.04, 0.59, 0.33, 0.18, 0.10),
    "bitmap": (3.00, 2.00, 1.50, 1.25, 1.12, 1.06, 1.03),
    "coo64": (5.12, 2.62, 1.36, 0.73, 0.42, 0.27, 0.19),
    "run-length4": (4.01, 2.03, 1.13, 0.76, 0.60, 0.49, 0.40),
    "run-length5": (4.51, 2.26, 1.14, 0.64, 0.42, 0.32, 0.24),
    "run-length8": (6.01, 3.01, 1.50, 0.75, 0.37, 0.19, 0.10),
    "n of 16": (4.00, 2.00, 1.00, 0.50),
    "bitmap, ternary": tuple(1 + density for density in DENSITIES),
    "dense, trits": (1.60,) * 7,
    "dense, 5 states": (2.33,) * 7,
    "dense, 9 states": (3.20,) * 7,
}
for _runs in (4, 5, 8):
    SPECIFICATION[f"run-length{_runs}, stored zeros"] = SPECIFICATION[f"run-length{_runs}"]


@dataclass(frozen=True)
class Layer:
    """Row groups of a layer, and which weights a random one keeps.

    ``mask`` is given a generator, a shape (row groups, column blocks, rows, columns) and a density.
    """

    groups: int
    count: int
    mask: Callable[[np.random.Generator, tuple[int, int, int, int], float], Mask]


def exactly(rng: np.random.Generator, size: int, density: float) -> Mask:
    """``density * size`` places out of ``size``."""
    kept = np.zeros(size, bool)
    kept[rng.permutation(size)[:round(density * size)]] = True
    return kept


def irregular(rng: np.random.Generator, shape: tuple[int, ...], density: float) -> Mask:
    return exactly(rng, math.prod(shape), density).reshape(shape)


def whole_blocks(rng: np.random.Generator, shape: tuple[int, ...], density: float) -> Mask:
    kept = irregular(rng, (*shape[:2], 1, 1), density)
    return np.broadcast_to(kept, shape)


def runs_of_blocks(rng: np.random.Generator, shape: tuple[int, ...], density: float) -> Mask:
    """Four neighbouring column blocks are kept together."""
    kept = irregular(rng, (shape[0], shape[1] // 4, 1, 1), density).repeat(4, axis=1)
    return np.broadcast_to(kept, shape)


def some_of_sixteen(rng: np.random.Generator, shape: tuple[int, ...], density: float) -> Mask:
    """In every group of 16 the same number."""
    order = rng.random((*shape[:-1], shape[-1] // 16, 16)).argsort(axis=-1)
    return (order < round(16 * density)).reshape(shape)


def rows_and_columns(rng: np.random.Generator, shape: tuple[int, ...], density: float) -> Mask:
    """Of every block as many rows as columns, or twice as many, but no less than four of each.

    What is left fills arrays of 4 x 4. Below 1/16 only a share of the blocks is left.
    """
    kept = np.zeros(shape, bool)
    area = max(16, round(density * shape[2] * shape[3]))
    rows = 1 << ((area - 1).bit_length() + 1) // 2
    for block in np.argwhere(exactly(rng, shape[0] * shape[1],
                                     density * shape[2] * shape[3] / area).reshape(shape[:2])):
        some_rows = rng.permutation(shape[2])[:rows]
        some_columns = rng.permutation(shape[3])[:area // rows]
        kept[block[0], block[1], some_rows[:, None], some_columns] = True
    return kept


#: Rows of 512 weights, as row groups; and those that fit the table's run lengths.
ROWS = Layer(32, 32, irregular)
SHORTER_ROWS = Layer(128, 30, irregular)
#: Layers of 1024 columns, in blocks of 4 x 4 and of 16 x 16.
BLOCKS = Layer(8, 256, whole_blocks)
PUNCHED = Layer(8, 256, runs_of_blocks)
LARGE_BLOCKS = Layer(4, 64, rows_and_columns)


def formats(density: float) -> dict[str, tuple[Format, Layer]]:
    """Formats by their name in the table, and the layer that each is measured on."""
    def rows(kind: Callable[..., Format], values: Values, **keys: Any) -> Format:
        return kind(values=values, rows=1, columns=16, port=32, **keys)

    def blocks(kind: Callable[..., Format], values: Values, size: int = 4, **keys: Any) -> Format:
        return kind(values=values, rows=size, columns=size, port=32, **keys)

    integers = Integers(BITS)
    return {
        "dense": (rows(Dense, integers), ROWS),
        "mx": (rows(SharedExponent, integers), ROWS),
        "bitmap": (rows(Bitmap, integers), ROWS),
        "coo64": (rows(Coordinates, integers), ROWS),
        **{f"run-length{runs}": (rows(RunLength, integers, runs=runs), SHORTER_ROWS)
           for runs in (4, 5, 8)},
        **{f"run-length{runs}, stored zeros": (
            rows(RunLength, integers, runs=runs, zeros=True), SHORTER_ROWS) for runs in (4, 5, 8)},
        **({"n of 16": (rows(Pattern, integers, n=round(16 * density), m=16),
                        Layer(32, 32, some_of_sixteen))} if 16 * density >= 1 else {}),
        "block-bitmap": (blocks(BlockBitmap, integers), BLOCKS),
        "block-punched": (blocks(BlockBitmap, integers, span=4), PUNCHED),
        "bcr": (blocks(RowColumn, integers, 16), LARGE_BLOCKS),
        "dense, trits": (rows(Dense, Trits()), ROWS),
        "bitmap, ternary": (rows(Bitmap, Nonzero(1)), ROWS),
        "coo64, ternary": (rows(Coordinates, Nonzero(1)), ROWS),
        "run-length5, ternary": (rows(RunLength, Nonzero(1), runs=5), SHORTER_ROWS),
        "block-bitmap, trits": (blocks(BlockBitmap, Trits()), BLOCKS),
        "dense, 5 states": (rows(Dense, Nested((1, 2))), ROWS),
        "dense, 9 states": (rows(Dense, Nested((1, 2, 3, 4))), ROWS),
    }


def weights(format: Format, rng: np.random.Generator, mask: Mask) -> npt.NDArray[np.int8]:
    """Any weights of the packing where a mask is set."""
    half = 1 << (format.values.width - 1)
    legal = [v for v in range(-half, half) if v and format.values.legal(v)]
    return (rng.choice(legal, mask.shape) * mask).astype(np.int8)


def entropy(density: float, bits: int) -> float:
    """Bits per weight that no code of independent weights of ``bits`` bits falls short of."""
    rest = 1 - density
    return bits * density - density * math.log2(density) - rest * math.log2(rest)


def sizes(format: Format, layer: Layer, density: float, seeds: int) -> tuple[float, ...]:
    """Bits per weight: of values, with indexes, and as stored."""
    total, count = Sizes(0, 0, 0), 0
    shape = layer.groups, layer.count, format.rows, format.columns
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        for number, group in enumerate(weights(format, rng, layer.mask(rng, shape, density))):
            total += format.sizes(group, number)
            count += group.size
    return tuple(bits / count for bits in total)


def record(name: str, density: float, values: float, codes: float, stored: float | None,
           counts: float = 0.0) -> dict[str, Any]:
    """An entry of the table; ``codes`` without ``counts``, which are part of what is stored."""
    published = dict(zip(DENSITIES, SPECIFICATION.get(name, ()), strict=False)).get(density)
    found: dict[str, Any] = {"format": name, "density": density, "values": values, "codes": codes,
                             "counts": counts, "stored": stored}
    if published is not None:
        difference = codes - published
        found |= {"specification": published, "difference": difference,
                  "within": abs(difference) <= max(0.02 * published, 0.01)}
    return found


def measure(seeds: int = SEEDS) -> list[dict[str, Any]]:
    """Every format at every density that it can have."""
    table = [record("entropy", d, BITS * d, entropy(d, BITS), None) for d in DENSITIES]
    table += [record("entropy, ternary", d, d, entropy(d, 1), None) for d in DENSITIES]
    for density in DENSITIES:
        for name, (format, layer) in formats(density).items():
            values, codes, stored = sizes(format, layer, density, seeds)
            counts = 0.0
            if isinstance(format, RunLength):
                counts = COUNT_BITS / (layer.count * format.lanes)
            table.append(record(name, density, values, codes - counts, stored, counts))
    return table


def periodic() -> list[dict[str, Any]]:
    """Pre-defined kernels, whose density is that of their patterns, and which have no index."""
    table = []
    for name, patterns in (("PSC4_P8", PSC4_P8), ("PSC4_P16", PSC4_P16), ("PSC2_P8", PSC2_P8),
                           ("PSC1_P16", PSC1_P16)):
        format = Periodic(values=Integers(BITS), rows=4, columns=4, port=32, taps=9,
                          patterns=patterns)
        total, count = Sizes(0, 0, 0), 0
        rng = np.random.default_rng(0)
        for number in range(4):     # a layer of 16 filters and 64 channels
            mask = format.masks(9 * 16, number)
            total += format.sizes(weights(format, rng, mask), number)
            count += mask.size
        table.append({"patterns": name, "density": total.values / BITS / count,
                      "codes": total.codes / count, "stored": total.stored / count,
                      "index": (total.codes - total.values) / count})
    return table


def draw(table: list[dict[str, Any]], path: Path) -> None:
    # A picture needs matplotlib, which only the benchmarks do.
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    names = list(dict.fromkeys(entry["format"] for entry in table))
    figure, both = plt.subplots(1, 2, figsize=(11, 4.8), sharex=True, sharey=True)
    for axes, title, members in (
            (both[0], f"integers of {BITS} bits", [name for name in names if "," not in name]),
            (both[1], "ternary and nested", [name for name in names if "," in name
                                             and "zeros" not in name])):
        for i, name in enumerate(members):
            entries = [entry for entry in table if entry["format"] == name]
            style = {"color": "black", "lw": 2} if "entropy" in name else {
                "color": f"C{i % 10}", "lw": 1, "ls": "-" if i <= 10 else "--"}
            axes.plot([e["density"] for e in entries], [e["codes"] for e in entries], label=name,
                      **style)
            published = [e for e in entries if "specification" in e and "entropy" not in name]
            axes.plot([e["density"] for e in published], [e["specification"] for e in published],
                      "x", ms=5, color=style["color"])
        axes.set_xscale("log", base=2)
        axes.set_yscale("log", base=2)
        axes.set(xlabel="density", title=f"{title} (x: specification)", xlim=(0.55, 0.007))
        axes.set_xticks(DENSITIES, [f"1/{round(1 / d)}" for d in DENSITIES])
        ticks = [2.0**i for i in range(-4, 3)]
        axes.set_yticks(ticks, [f"{tick:.3g}" for tick in ticks])
        axes.grid(alpha=0.3)
        axes.legend(fontsize=7)
    both[0].set_ylabel("bits per weight")
    figure.savefig(path, dpi=110, bbox_inches="tight")


def show(table: list[dict[str, Any]], title: str, text: Callable[[dict[str, Any]], str | None]
         ) -> None:
    """A line for every format that has something to show."""
    print(f"\n{title:30}" + "".join(f"{f'1/{round(1 / d)}':>9}" for d in DENSITIES))
    lines: dict[str, dict[float, str]] = {}
    for entry in table:
        found = text(entry)
        if found is not None:
            lines.setdefault(entry["format"], {})[entry["density"]] = found
    for name, cells in lines.items():
        print(f"{name:30}" + "".join(f"{cells.get(d, ''):>9}" for d in DENSITIES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--plot", type=Path, help="draw the codes into this file")
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"random layers ({SEEDS})")
    arguments = parser.parse_args()
    table, kernels = measure(arguments.seeds), periodic()
    if arguments.plot:
        draw(table, arguments.plot)
    compared = [entry for entry in table if "within" in entry]
    if arguments.json:
        print(json.dumps({"seeds": arguments.seeds, "formats": table, "periodic": kernels},
                         indent=2))
        return
    print("Bits per weight at densities")
    show(table, "codes", lambda e: f"{e['codes']:.3f}")
    show(table, "codes and counts", lambda e: f"{e['codes'] + e['counts']:.3f}"
         if e["counts"] else None)
    show(table, "stored words", lambda e: None if e["stored"] is None else f"{e['stored']:.3f}")
    show(table, "codes less the specification's", lambda e: None if "within" not in e else
         f"{e['difference']:+.3f}{' ' if e['within'] else '*'}")
    print(f"* more than 2 % and 0.01 bit: {sum(not e['within'] for e in compared)} of "
          f"{len(compared)} entries")
    print(f"\n{'periodic kernels':30}{'density':>9}{'codes':>9}{'stored':>9}{'index':>9}")
    for kernel in kernels:
        print(f"{kernel['patterns']:30}{kernel['density']:9.3f}{kernel['codes']:9.3f}"
              f"{kernel['stored']:9.3f}{kernel['index']:9.3f}")


if __name__ == "__main__":
    main()
