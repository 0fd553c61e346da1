"""Compression methods against their baselines, on test sets that none of them has seen.

    python benchmarks/compression.py [NAME ...] [--seeds N] [--json] [--folder FOLDER]
                                     [--page FILE] [--quick] [--no-simulation]

Every baseline trains for as many epochs as the method that it is compared with, from the same float
model. Figures are means over the seeds. The networks of all seeds are generated for the ULX3S and
simulated with Verilator, 100 images each, against the integers that PyTorch computed. What is
measured is kept in the folder, so an interrupted run goes on where it was; with ``--no-simulation``
networks that were not simulated yet are left so, and the tables say how many were.

``prune``, ``quantize``
    Digits, perceptron 64-256-128-10.
``lenet``
    LeNet-5 (20-50-500-10) on 5,000 images of MNIST: how far it can be pruned without loss.
``ternary``, ``periodic``, ``robust``
    Digits: ternary and nested ternary weights, pre-defined kernels, adversarial training.
``post-training``
    Pruning a trained network from samples without labels; digits and MNIST.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import itertools
import json
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

import gossamer as gs
from gossamer import data, ir
from gossamer.compress import (
    Admm,
    Adversary,
    Blocks,
    Compressed,
    Irregular,
    LayerWise,
    OneShot,
    PeriodicKernels,
    Recipe,
    RowColumn,
    build,
    compress,
)
from gossamer.compress.augment import Augmentation
from gossamer.compress.describe import describe
from gossamer.compress.quantizers import Nonzero
from gossamer.compress.ternary import AbsMean, Expansion, Learned, MaxThreshold, MeanThreshold
from gossamer.compress.train import train
from gossamer.data import Dataset
from gossamer.files import write_atomic
from gossamer.plan import Geometry
from gossamer.plan.formats import KINDS, IllegalFormatError, kind, pack
from gossamer.plan.geometry import row_columns
from gossamer_hw.formats import PSC4_P8, Sizes

BOARD = "ulx3s"
IMAGES = 100


class Perceptron(nn.Module):
    """64-256-128-10, 50,432 weights, for images (N, 1, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a, self.b, self.c = nn.Linear(64, 256), nn.Linear(256, 128), nn.Linear(128, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.c(torch.relu(self.b(torch.relu(self.a(x.flatten(1))))))


class LeNet5(nn.Module):
    """Convolutions 20 and 50, linear layers 500 and 10: the 430,500 weights of Caffe's LeNet-5."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 20, 5), nn.Conv2d(20, 50, 5)
        self.fc1, self.fc2 = nn.Linear(800, 500), nn.Linear(500, 10)
        self.pool = nn.MaxPool2d(2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.pool(torch.relu(self.conv1(x)))
        x = self.pool(torch.relu(self.conv2(x)))
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))


class PeriodicCNN(nn.Module):
    """Convolutions 16, 32 and 32, two pools and a linear layer, for images (N, 1, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a, self.b = nn.Conv2d(1, 16, 3, padding=1), nn.Conv2d(16, 32, 3, padding=1)
        self.c, self.d = nn.Conv2d(32, 32, 3, padding=1), nn.Linear(128, 10)
        self.pool = nn.MaxPool2d(2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.pool(torch.relu(self.b(torch.relu(self.a(x)))))
        return self.d(self.pool(torch.relu(self.c(x))).flatten(1))


def _mnist() -> Dataset:
    found = data.load("mnist5k")
    return replace(found, train_x=found.train_x.reshape(-1, 28, 28, 1),
                   test_x=found.test_x.reshape(-1, 28, 28, 1))


@dataclass(frozen=True)
class Task:
    """A model and its data, and how the float model that all start from is trained."""

    model: Callable[[], nn.Module]
    data: Callable[[], Dataset]
    base: Recipe


def _base(epochs: int, rate: float = 3e-3, **changes: Any) -> Recipe:
    return Recipe(name="float", float_epochs=epochs, learning_rate=rate, distillation=0.0,
                  whole_share=0.0, method=OneShot(), masked_epochs=0, range_epochs=0,
                  exact_epochs=0, **({"augmentation": Augmentation()} | changes))


#: Two of the sixteen steps of a digit's pixels.
ADVERSARY = Adversary(epsilon=0.125, step=0.03, low=0.0, high=1.0)

MOVED = {"augmentation": Augmentation(shift=0.5, rotation=8, zoom=0.08)}

TASKS = {
    "perceptron": Task(Perceptron, lambda: data.load("digits"), _base(30)),
    "cnn": Task(lambda: build("cnn"), lambda: data.load("digits"), _base(40, 1e-2, **MOVED)),
    "periodic": Task(PeriodicCNN, lambda: data.load("digits"), _base(25)),
    "robust": Task(Perceptron, lambda: data.load("digits"), _base(30, adversary=ADVERSARY)),
    "mlp-300-100": Task(lambda: build("mlp-300-100"), lambda: data.load("mnist5k"), _base(12)),
    "lenet": Task(LeNet5, _mnist, _base(20, 2e-3)),
}


@dataclass
class Bench:
    """Where results are kept, and what has been measured."""

    folder: Path
    seeds: int
    quick: bool
    simulating: bool = True
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    def cut(self, recipe: Recipe) -> Recipe:
        """With ``--quick``, one epoch of each stage: everything runs, nothing is learned."""
        if not self.quick:
            return recipe

        def few(epochs: int) -> int:
            return min(epochs, max(1, len(recipe.freezing)))

        changes: dict[str, Any] = {
            name: few(getattr(recipe, name))
            for name in ("float_epochs", "masked_epochs", "range_epochs", "exact_epochs")}
        if isinstance(recipe.method, Admm):
            changes["method"] = replace(recipe.method, epochs=1, rounds=1, steps=())
        if recipe.levelling:
            changes["levelling"] = Admm(epochs=1, rounds=1)
        return replace(recipe, **changes)

    def pretrained(self, task: str, seed: int) -> nn.Module:
        """The float model that all recipes of a task start from."""
        base = self.cut(TASKS[task].base)
        key = hashlib.sha256(repr(base).encode()).hexdigest()[:12]
        path = self.folder / f"{task}-{seed}-{key}.pt"
        torch.manual_seed(seed)
        module = TASKS[task].model()
        if path.exists():
            module.load_state_dict(torch.load(path, weights_only=True))
            return module
        samples = TASKS[task].data()
        x = torch.from_numpy(samples.train_x)
        x = x.permute(0, 3, 1, 2).contiguous() if x.ndim == 4 else x
        train(module, (x, torch.from_numpy(samples.train_y)), epochs=base.float_epochs,
              rate=base.learning_rate, batch=base.batch, weight_decay=base.weight_decay,
              generator=torch.Generator().manual_seed(seed), augment=base.augmentation,
              adversary=base.adversary)
        torch.save(module.state_dict(), path)
        return module

    def run(self, name: str, task: str, seed: int, recipe: Recipe,
            module: nn.Module | None = None) -> tuple[dict[str, Any], ir.Graph]:
        """Compress, measure and simulate; kept results are used again."""
        recipe = self.cut(replace(recipe, name=name, seed=seed))
        start = repr(TASKS[task].base) if module is None else _digest(module)
        key = hashlib.sha256((repr(recipe) + start).encode()).hexdigest()[:12]
        path = self.folder / f"{re.sub('[^0-9A-Za-z]+', '-', name)}-{seed}-{key}.json"
        described = path.with_suffix(".gsm")
        if path.exists() and described.exists():
            row: dict[str, Any] = json.loads(path.read_text())
            self.simulate(row, path)
            return row, gs.Description.load(described).graph
        print(f"{name}, seed {seed}", file=sys.stderr, flush=True)
        samples = TASKS[task].data()
        begun = time.monotonic()
        result = compress(module or self.pretrained(task, seed), samples, recipe)
        seconds = time.monotonic() - begun
        description = describe(result, samples, recipe, task)
        description.save(described, overwrite=True)
        row = figures(result) | {"name": name, "task": task, "seed": seed, "seconds": seconds}
        write_atomic(path, json.dumps(row).encode(), overwrite=True)
        self.simulate(row, path)
        return row, result.graph

    def simulate(self, row: dict[str, Any], path: Path) -> None:
        """Add to a row what its hardware did, unless that is known."""
        if self.simulating and "simulated" not in row:
            print(f"simulating {row['name']}, seed {row['seed']}", file=sys.stderr, flush=True)
            row["simulated"] = simulate(path.with_suffix(".gsm"), path.with_suffix(""))
            write_atomic(path, json.dumps(row).encode(), overwrite=True)

    def each(self, name: str, task: str, recipe: Recipe) -> dict[str, Any]:
        """The mean over all seeds, kept by its name."""
        rows = [self.run(name, task, seed, recipe)[0] for seed in range(self.seeds)]
        return self.mean(name, rows)

    def mean(self, name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any]
        found = {"name": name, "task": rows[0]["task"], "seeds": len(rows)}
        for key in ("float", "integer", "density", "values", "indexed", "stored", "weights",
                    "seconds"):
            found[key] = float(np.mean([row[key] for row in rows]))
        if "robust" in rows[0]:
            found["robust"] = np.mean([row["robust"] for row in rows], axis=0).tolist()
        found["test_images"] = rows[0]["test_images"]
        ran = [row["simulated"] for row in rows if "simulated" in row]
        found["simulated"] = {
            "networks": len(ran), "images": sum(each["images"] for each in ran),
            "mismatches": sum(each["mismatches"] for each in ran)}
        self.rows[name] = found
        return found


def _digest(module: nn.Module) -> str:
    """Of all parameters."""
    return hashlib.sha256(b"".join(
        value.numpy().tobytes() for value in module.state_dict().values())).hexdigest()


def figures(result: Compressed) -> dict[str, Any]:
    """Accuracy and bits of one network: values, with indexes, and as stored in memory words."""
    layers = [node for node in result.graph if isinstance(node, ir.Weighted)]
    sizes = Sizes(0, 0, 0)
    for layer in layers:
        sizes = sizes + min(stored(layer), key=lambda size: size.stored)
    weights = sum(layer.weight.size for layer in layers)
    row: dict[str, Any] = {
        "float": 100 * result.float_accuracy, "integer": 100 * result.integer_accuracy,
        "test_images": result.test_images, "weights": weights,
        "density": sum(int(np.count_nonzero(layer.weight)) for layer in layers) / weights,
        "values": sizes.values, "indexed": sizes.codes, "stored": sizes.stored,
    }
    if result.robustness:
        assert result.pruned_robustness is not None
        attacked = result.robustness
        row["robust"] = [100 * share for share in (
            attacked.float_accuracy, result.pruned_robustness, attacked.transferred,
            attacked.fresh)]
    return row


def stored(layer: ir.Weighted) -> Iterator[Sizes]:
    """Bits of a layer in every format that holds it."""
    for name in KINDS:
        if name == "pattern":
            continue
        shapes = row_columns(*layer.geometry) if name == "bcr" else [Geometry(format=name)]
        for geometry in shapes:
            with contextlib.suppress(IllegalFormatError):
                yield pack(layer, kind(name, layer, geometry)).sizes


def simulate(description: Path, place: Path) -> dict[str, Any]:
    """Generate and run the network's hardware; integers that are not PyTorch's are counted."""
    shutil.rmtree(place, ignore_errors=True)
    design = gs.generate(description, board=BOARD, out=place)
    samples = design.description.samples
    assert samples is not None
    found = gs.simulate(design, samples.inputs[:IMAGES].astype(np.int64))
    row = {"images": found.images, "mismatches": found.mismatches, "cycles": found.worst_cycles,
           "predicted": found.predicted}
    shutil.rmtree(place)
    return row


def pruned(density: float, epochs: int = 30, **changes: Any) -> Recipe:
    """ADMM, then training with the mask, and integers of eight bits without training.

    Of the last layer a quarter is left: its ten classes need more than their share.
    """
    return replace(_base(0, 1e-2), density=density, layer_densities={"c": 0.25}, masked_epochs=20,
                   method=Admm(epochs=epochs, rounds=15, rho=1e-3, growth=1.5), **changes)


def at_once(recipe: Recipe) -> Recipe:
    """Its one-shot baseline, with all its epochs after the cut."""
    assert isinstance(recipe.method, Admm)
    return replace(recipe, method=OneShot(),
                   masked_epochs=recipe.masked_epochs + recipe.method.epochs)


@dataclass(frozen=True)
class Claim:
    """What was promised of a method, and what was reached."""

    text: str
    reached: float
    least: float

    @property
    def holds(self) -> bool:
        return self.reached >= self.least

    def to_json(self) -> dict[str, Any]:
        return {"claim": self.text, "reached": self.reached, "least": self.least,
                "holds": self.holds}


def prune(bench: Bench) -> Iterator[Claim]:
    for factor in (20, 40):
        blocks = pruned(1 / factor, structure=Blocks())
        admm = bench.each(f"blocks 4x4, {factor}x, ADMM", "perceptron", blocks)
        shot = bench.each(f"blocks 4x4, {factor}x, one-shot", "perceptron", at_once(blocks))
        yield Claim(f"ADMM beats one-shot, 4x4 blocks, {factor}x, points",
                    admm["integer"] - shot["integer"], 1.0)
        rows = bench.each(f"BCR 16x16, {factor}x, ADMM", "perceptron", pruned(
            1 / factor, structure=RowColumn((1, 1)), rows=16, columns=16))
        yield Claim(f"BCR beats 4x4 blocks at an actual density of 1/{factor}, points",
                    rows["integer"] - admm["integer"], 2.0)


def quantize(bench: Bench) -> Iterator[Claim]:
    # ADMM-NN's levels have one scale in a layer. Rounding with a scale for each output, fitted by
    # least squares, is a stronger baseline: at 20x it loses less than is to be won. Eight bits show
    # what pruning alone has lost. The method has as many epochs as rounding: 5 of ADMM, in which
    # the levels pull, and 25 in which weights are rounded.
    for factor, rule in ((10, Nonzero(3)), (20, Nonzero(2)), (20, Nonzero(2, shared=True)),
                         (40, Nonzero(2)), (40, Nonzero(2, shared=True))):
        recipe = pruned(1 / factor, structure=Irregular())
        masked = recipe.masked_epochs
        name = f"irregular, {factor}x, {rule.bits} bit{', one scale' * rule.shared}"
        if not rule.shared:
            bench.each(f"irregular, {factor}x, 8 bit", "perceptron",
                       replace(recipe, masked_epochs=masked + 30))
        rounding = replace(recipe, rule=rule, weight_bits=rule.weight_bits)
        admm = bench.each(f"{name}, ADMM", "perceptron", replace(
            rounding, levelling=Admm(epochs=5, rounds=5, rho=0.03), range_epochs=15,
            exact_epochs=10))
        plain = bench.each(f"{name}, rounded", "perceptron",
                           replace(rounding, masked_epochs=masked + 30))
        if factor == 10:
            yield Claim("10x irregular and 3 bit against the float model, points",
                        admm["integer"] - admm["float"], -1.0)
        else:
            yield Claim(f"ADMM beats rounding, {name.removeprefix('irregular, ')}"
                        f"{'' if rule.shared else ', a scale per output'}, points",
                        admm["integer"] - plain["integer"], 1.0 if factor == 20 else 2.0)


#: Densities of LeNet-5 by the bits of its values, each reached from the one before.
LADDERS = {2: (1 / 8, 1 / 14, 1 / 24, 1 / 45, 1 / 85), 3: (1 / 14, 1 / 24, 1 / 45)}


def lenet(bench: Bench) -> Iterator[Claim]:
    step = replace(
        _base(0, 4e-3), structure=Irregular(), layer_densities={"conv1": 0.6, "fc2": 0.15},
        method=Admm(epochs=10, rounds=5, rho=1e-3, growth=2.2), masked_epochs=8,
        levelling=Admm(epochs=2, rounds=1, rho=0.03), exact_epochs=3, freezing=(0.5,),
        rule=Nonzero(2), weight_bits=3, distillation=0.5)
    rows: dict[tuple[int, float], list[dict[str, Any]]] = {}
    for (bits, ladder), seed in itertools.product(LADDERS.items(), range(bench.seeds)):
        recipe = replace(step, rule=Nonzero(bits), weight_bits=bits + 1)
        module = bench.pretrained("lenet", seed)
        dense, teacher = module, module
        for density in ladder[:1] if bench.quick else ladder:
            row, graph = bench.run(f"LeNet-5, {round(1 / density)}x, {bits} bit", "lenet", seed,
                                   replace(recipe, density=density), module)
            rows.setdefault((bits, density), []).append(row | {"float": _accuracy(dense)})
            module = _weights_of(graph, teacher)
    ratio = storage = 0.0
    for (bits, density), found in rows.items():
        mean = bench.mean(f"LeNet-5, {round(1 / density)}x, {bits} bit", found)
        if mean["integer"] >= mean["float"]:
            ratio = max(ratio, 1 / mean["density"])
            storage = max(storage, 32 * mean["weights"] / mean["values"])
    yield Claim("LeNet-5 pruned without loss, times (published: 85 and 246 on all of MNIST)", ratio,
                1.0)
    yield Claim("LeNet-5's value bits without loss, times fewer than of 32-bit floats (1,910)",
                storage, 32.0)


def _accuracy(module: nn.Module) -> float:
    samples = _mnist()
    with torch.no_grad():
        result = module(torch.from_numpy(samples.test_x).permute(0, 3, 1, 2))
    return 100 * float((result.argmax(dim=1).numpy() == samples.test_y).mean())


def _weights_of(graph: ir.Graph, module: nn.Module) -> nn.Module:
    """A LeNet-5 with the real values of a graph's integers, to be pruned further."""
    torch.manual_seed(0)
    found = LeNet5()
    scales = {node.name: node.scale for node in graph if hasattr(node, "scale")}
    inputs: dict[str, float] = {}
    for node in graph:
        scale = scales.get(node.name, inputs.get(getattr(node, "x", ""), 0.0))
        inputs[node.name] = scale
        if not isinstance(node, ir.Requantize):
            continue
        layer = graph[node.x]
        assert isinstance(layer, ir.Weighted)
        step = torch.from_numpy(node.multiplier * 2.0 ** -node.shift * node.scale
                                / inputs[layer.x])
        target = found.get_submodule(node.name)
        assert isinstance(target, nn.Conv2d | nn.Linear) and target.bias is not None
        weight = torch.from_numpy(layer.weight.copy()).double()
        weight = weight * step.reshape(-1, *(1,) * (weight.ndim - 1))
        if isinstance(target, nn.Conv2d):
            weight = weight.permute(0, 3, 1, 2)
        elif node.name == "fc1":  # memory has channels last
            weight = weight.reshape(500, 4, 4, 50).permute(0, 3, 1, 2).reshape(500, 800)
        with torch.no_grad():
            target.weight.copy_(weight)
            target.bias.copy_(torch.from_numpy(layer.bias.copy()) * step * inputs[layer.x])
    return found


def ternary(bench: Bench) -> Iterator[Claim]:
    trained = replace(_base(0), weight_bits=2, range_epochs=20, exact_epochs=10)
    rules = {"nearest": None, "0.05 max": MaxThreshold(0.05), "TWN": MeanThreshold(),
             "absmean": AbsMean(), "learned": Learned()}
    for name, rule in rules.items():
        recipe = replace(trained, rule=rule) if rule else replace(trained, levels=(1,))
        row = bench.each(f"ternary, {name}, trained", "perceptron", recipe)
        yield Claim(f"ternary, {name}, trained, against float, points",
                    row["integer"] - row["float"], -1.0)
    one = bench.each("ternary, 0.1 max, rounded", "perceptron", replace(
        trained, rule=MaxThreshold(0.1), range_epochs=0, exact_epochs=0))
    two = bench.each("nested, 0.1 and 0.4 max, rounded", "perceptron", replace(
        trained, rule=Expansion((0.1, 0.4)), weight_bits=3, range_epochs=0, exact_epochs=0))
    yield Claim("nested beats ternary, both rounded, points", two["integer"] - one["integer"], 0.1)


def periodic(bench: Bench) -> Iterator[Claim]:
    recipe = replace(_base(25), structure=PeriodicKernels(PSC4_P8, 4, 4), range_epochs=5,
                     exact_epochs=5)
    dense = bench.each("dense CNN, 8 bit", "periodic", replace(recipe, structure=Irregular()))
    row = bench.each("periodic pSC4-P8, 8 bit", "periodic", recipe)
    yield Claim("periodic pSC4-P8 against dense, points", row["integer"] - dense["float"], -1.0)


def robust(bench: Bench) -> Iterator[Claim]:
    # All but natural training have 50 epochs with the adversary, 30 of them in common, the others
    # from the same peak rate: training with a mask takes half of the recipe's.
    plain = bench.each("natural training", "perceptron", _base(0, adversary=ADVERSARY))
    whole = bench.each("adversarial training", "robust", _base(20, 5e-3, adversary=ADVERSARY))
    cut = _base(0, 1e-2, adversary=ADVERSARY, structure=Irregular(), density=0.25)
    cut = replace(cut, masked_epochs=20)
    pruned = bench.each("adversarial training, 75 % pruned", "robust", cut)
    integers = bench.each("adversarial training, 75 % pruned, 4 bit", "robust", replace(
        cut, masked_epochs=10, weight_bits=4, range_epochs=6, exact_epochs=4))
    yield Claim("adversarial against natural training, robust points",
                whole["robust"][0] - plain["robust"][0], 10.0)
    yield Claim("pruned to 25 % against whole, both in floats, robust points",
                pruned["robust"][1] - whole["robust"][0], -3.0)
    yield Claim("the pruned network's integers against its floats, fresh attack, robust points",
                integers["robust"][3] - pruned["robust"][1], -3.0)


def post_training(bench: Bench) -> Iterator[Claim]:
    for task in ("perceptron", "cnn", "mlp-300-100"):
        bare = replace(_base(0), structure=Irregular(), density=0.1)
        shot = bench.each(f"{task}, 10x, one-shot, no training", task, bare)
        wise = bench.each(f"{task}, 10x, layer-wise", task, replace(bare, method=LayerWise()))
        yield Claim(f"layer-wise beats one-shot without training, {task}, points",
                    wise["integer"] - shot["integer"], 1.0)
        yield Claim(f"seconds left of 60, {task}", 60 - wise["seconds"], 0.0)


EXPERIMENTS: dict[str, Callable[[Bench], Iterator[Claim]]] = {
    "prune": prune, "quantize": quantize, "lenet": lenet, "ternary": ternary,
    "periodic": periodic, "robust": robust, "post-training": post_training,
}


def table(bench: Bench) -> list[list[str]]:
    """The figures as text, a heading first."""
    lines = [["network", "float %", "integer %", "pruned", "value bits", "with indexes",
              "in memory", "smaller", "robust %", "simulated"]]
    for row in bench.rows.values():
        whole = 32 * row["weights"]
        ran = row["simulated"]
        lines.append([
            row["name"], f"{row['float']:.1f}", f"{row['integer']:.1f}",
            f"{1 / row['density']:.1f}x", f"{row['values']:,.0f}", f"{row['indexed']:,.0f}",
            f"{row['stored']:,.0f}",
            f"{whole / row['values']:,.0f}x / {whole / row['indexed']:,.0f}x / "
            f"{whole / row['stored']:,.0f}x",
            " / ".join(f"{share:.1f}" for share in row.get("robust", ())),
            f"{ran['mismatches']} wrong of {ran['images']} images, {ran['networks']} of "
            f"{row['seeds']} networks",
        ])
    return lines


def page(lines: list[list[str]], claims: list[Claim], bench: Bench, names: list[str]
         ) -> str:
    """The tables as a page of the documentation."""
    heading, *rest = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join([
        "# Compression, measured", "",
        f"Written by `python benchmarks/compression.py {' '.join(names)} --page "
        "docs/compression-measured.md`; do not edit.", "",
        f"Means of {bench.seeds} seeds; 360 test images of the digits, 1,000 of MNIST. Robust: "
        "the float model", "attacked, the pruned network in floats attacked, the integers on the "
        "float model's samples, and the", "integers attacked; each attack is a fresh one. "
        "Smaller: than 32-bit weights, by value bits, with", "indexes, and in memory words. "
        "Simulated: 100 images of each network.", "",
        heading, "|" + "---|" * len(lines[0]), *rest, "",
        "| claim | least | reached |", "|---|---|---|",
        *(f"| {claim.text} | {claim.least:.1f} | {claim.reached:.1f}"
          f"{'' if claim.holds else ' (missed)'} |" for claim in claims), ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(EXPERIMENTS))
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--folder", type=Path, default=Path("compression"),
                        help="where networks and results are kept")
    parser.add_argument("--page", type=Path, help="write the tables into this Markdown file")
    parser.add_argument("--no-simulation", action="store_true",
                        help="leave networks that have not been simulated yet")
    parser.add_argument("--quick", action="store_true",
                        help="one epoch of everything, to see that it runs")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.names if name not in EXPERIMENTS]
    if unknown:
        parser.error(f"there is no experiment {unknown[0]!r}; choose of {', '.join(EXPERIMENTS)}")
    # What one epoch makes must not be taken for the real thing.
    folder = arguments.folder / "quick" if arguments.quick else arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    bench = Bench(folder, arguments.seeds, arguments.quick, not arguments.no_simulation)
    claims = [claim for name in arguments.names or EXPERIMENTS
              for claim in EXPERIMENTS[name](bench)]
    lines = table(bench)
    if arguments.page:
        text = page(lines, claims, bench, arguments.names)
        write_atomic(arguments.page, text.encode(), overwrite=True)
    if arguments.json:
        print(json.dumps({"networks": list(bench.rows.values()),
                          "claims": [claim.to_json() for claim in claims]}, indent=2))
        return
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(f"{text:{width}}" for text, width in zip(line, widths, strict=True)))
    for claim in claims:
        print(f"{claim.text}: {claim.reached:.2f}, at least {claim.least:g}: "
              f"{'holds' if claim.holds else 'MISSED'}")


if __name__ == "__main__":
    main()
