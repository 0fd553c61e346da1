"""Cycles against density: pruned blocks cost no cycle.

    python benchmarks/density.py [--json] [--plot density.png]

The digits CNN (conv 8, conv 16 with stride 2, linear 10) with random ternary weights whose blocks
of 4 x 4 survive with the same share in every layer, on the array that the planner chooses for the
iCEBreaker at full density. Cycles are simulated with Amaranth's simulator, outputs compared with
the graph's integers. The straight line is fitted over the work that survives: blocks times the
positions that pass them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

import gossamer_boards
from gossamer import ir
from gossamer.plan import Plan, make, plan, stored
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

DENSITIES = (1.0, 0.8, 0.6, 0.45, 0.3, 0.2)


def digits_cnn(density: float, seed: int = 0) -> ir.Graph:
    """The demo's CNN with random weights; ``density`` is the share of blocks that survive."""
    rng = np.random.default_rng(seed)

    def weights(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
        values = rng.choice(np.array([-1, 1], np.int8), shape)
        rows = values.reshape(shape[0], -1)
        # Blocks as gossamer.ir.blocks cuts them: kernel rows of the first layer have 3 elements.
        run = 3 if rows.shape[1] == 9 else rows.shape[1]
        groups, columns = -(-shape[0] // 4), rows.shape[1] // run * -(-run // 4)
        kept = np.zeros(groups * columns, bool)
        kept[rng.permutation(kept.size)[:round(density * kept.size)]] = True
        for index in np.flatnonzero(~kept):
            group, column = divmod(int(index), columns)
            start = column * 3 if run == 3 else column * 4
            rows[4 * group:4 * group + 4, start:start + (3 if run == 3 else 4)] = 0
        return values

    def requantize(name: str, channels: int, shift: int, low: int, high: int) -> ir.Requantize:
        return ir.Requantize(name=f"{name}.out", x=name, multiplier=np.full(channels, 181),
                             shift=np.full(channels, shift), low=low, high=high, scale=1.0)

    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(8, 8, 1), low=0, high=16, scale=1 / 16),
        ir.Conv2d(name="conv1", x="x", weight=weights(8, 3, 3, 1), bias=np.zeros(8, np.int64),
                  weight_bits=2, padding=(1, 1, 1, 1)),
        requantize("conv1", 8, 6, 0, 255),
        ir.Conv2d(name="conv2", x="conv1.out", weight=weights(16, 3, 3, 8),
                  bias=np.zeros(16, np.int64), weight_bits=2, stride=(2, 2),
                  padding=(1, 1, 1, 1)),
        requantize("conv2", 16, 9, 0, 255),
        ir.Flatten(name="flat", x="conv2.out"),
        ir.Linear(name="linear", x="flat", weight=weights(10, 256), bias=np.zeros(10, np.int64),
                  weight_bits=2),
        requantize("linear", 10, 7, -32768, 32767),
    )))


def work(made: Plan) -> int:
    """Surviving blocks times the positions that pass them."""
    return sum(layer.survivors * layer.positions for layer in made.layers)


def simulate(graph: ir.Graph, made: Plan, images: int = 2) -> int:
    """Cycles of an inference; its integers are compared with the graph's."""
    rng = np.random.default_rng(1)
    x = rng.integers(graph.input.low, graph.input.high + 1, (images, *graph.input.shape))
    zero = stored("x", graph.input.infer()).zero
    spec = made.program.spec
    run = run_engine_amaranth(lambda: ArrayEngine(spec), (x - zero).reshape(images, -1), 10,
                              expected=graph.run(x))
    (cycles,) = set(run.cycles.tolist())
    return int(cycles)


def measure() -> dict[str, Any]:
    target = gossamer_boards.get("icebreaker").target
    geometry = plan(digits_cnn(1.0), target).geometry
    rows = []
    for density in DENSITIES:
        graph = digits_cnn(density)
        made = make(graph, target, geometry)
        survivors = sum(layer.survivors for layer in made.layers)
        blocks = sum(layer.blocks for layer in made.layers)
        rows.append({"density": survivors / blocks, "survivors": survivors, "work": work(made),
                     "predicted": made.cycles, "simulated": simulate(graph, made)})
    x = np.array([row["work"] for row in rows], float)
    y = np.array([row["simulated"] for row in rows], float)
    slope, intercept = np.polyfit(x, y, 1)
    residual = y - (slope * x + intercept)
    dense = make(digits_cnn(1.0), target, geometry)
    conv = dense.layers[:2]
    lanes = geometry.rows * geometry.columns
    return {
        "rows": rows,
        "cycles_per_block_position": slope,
        "cycles_fixed": intercept,
        "r_squared": float(1 - residual.var() / y.var()),
        "dense_conv_efficiency": sum(layer.macs for layer in conv) / (
            lanes * sum(layer.cycles for layer in conv)),
    }


def draw(result: dict[str, Any], path: Path) -> None:
    # A picture needs matplotlib, which only the benchmarks do.
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    x = np.array([row["work"] for row in result["rows"]])
    figure, axes = plt.subplots(figsize=(6, 4))
    axes.plot(x, [row["simulated"] for row in result["rows"]], "o", label="simulated")
    axes.plot(x, result["cycles_per_block_position"] * x + result["cycles_fixed"], "-",
              label=f"{result['cycles_per_block_position']:.3f} per block and position")
    axes.set(xlabel="surviving blocks x positions", ylabel="cycles per inference", ylim=(0, None),
             xlim=(0, None), title="digits CNN, 4 x 4 ternary array")
    axes.legend()
    figure.savefig(path, dpi=120, bbox_inches="tight")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--plot", type=Path, help="draw the line into this file")
    arguments = parser.parse_args()
    result = measure()
    if arguments.plot:
        draw(result, arguments.plot)
    if arguments.json:
        print(json.dumps(result, indent=2))
        return
    print(f"{'density':>8} {'blocks':>7} {'work':>6} {'predicted':>10} {'simulated':>10}")
    for row in result["rows"]:
        print(f"{row['density']:8.2f} {row['survivors']:7} {row['work']:6} {row['predicted']:10} "
              f"{row['simulated']:10}")
    print(f"cycles = {result['cycles_per_block_position']:.3f} x work + "
          f"{result['cycles_fixed']:.0f}, R^2 = {result['r_squared']:.4f}")
    print(f"useful lane-cycles of the dense convolutions: {result['dense_conv_efficiency']:.1%}")


if __name__ == "__main__":
    main()
