"""Compress: from a module and its data to a graph of exact integers."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import nn

from .. import ir
from ..data import Dataset
from ..errors import GossamerError
from ..importers.float_graph import FloatGraph
from ..importers.torch import trace
from .admm import Admm
from .lower import lower
from .qat import Network
from .recipes import Recipe
from .train import Progress, Samples, accuracy, scores, train

__all__ = ["Compressed", "compress"]


@dataclass(frozen=True, eq=False)
class Compressed:
    """A compressed model and how well it does.

    Attributes
    ----------
    graph : Graph
        The model in exact integers.
    float_accuracy, integer_accuracy : float
        Share of the test samples that the float model and the graph classify correctly.
    test_images : int
        Number of test samples.
    history : dict
        What happened, by stage: losses per epoch, ADMM's residual per round.
    """

    graph: ir.Graph
    float_accuracy: float
    integer_accuracy: float
    test_images: int
    history: dict[str, list[float]] = field(default_factory=dict)


def compress(
    module: nn.Module, dataset: Dataset, recipe: Recipe, *, progress: Progress | None = None
) -> Compressed:
    """Train, prune and quantise a module as a recipe says.

    The module itself is not changed. The same module, data and recipe give the same graph.

    Parameters
    ----------
    module : nn.Module
        Takes batches of images (N, C, H, W) or vectors (N, F) and returns scores (N, classes).
    progress : callable, optional
        Called with a stage's name, the epochs done and the epochs in all.
    """
    with _deterministic(recipe.seed):
        return _Compression(module, dataset, recipe, progress).run()


class _Compression:
    """One compression: its data, its generator and its stages in order."""

    def __init__(
        self, module: nn.Module, dataset: Dataset, recipe: Recipe, progress: Progress | None
    ) -> None:
        self.dataset, self.recipe, self.progress = dataset, recipe, progress
        self.module = copy.deepcopy(module).float()
        self.samples = _tensors(dataset.train_x, dataset.train_y)
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.history: dict[str, list[float]] = {}

    def run(self) -> Compressed:
        graph = trace(self.module, self.samples[0].shape[1:])  # refuse it before training it
        classes = graph.output.shape
        if len(classes) != 1 or classes[0] < self.dataset.classes:
            raise GossamerError(
                f"The model's result has shape {classes}, but the data has {self.dataset.classes} "
                "classes; let it return one score for each class."
            )
        if self.recipe.float_epochs:
            if self.recipe.structure.fixed:
                self.hold(graph)
            self.train("float", self.module, self.samples, self.recipe.float_epochs, 1.0)
            graph = trace(self.module, self.samples[0].shape[1:])
        network = Network(graph, self.recipe, low=self.dataset.low, high=self.dataset.high,
                          scale=self.dataset.scale)
        self.prune(network)
        self.quantize(network)
        return self.result(network)

    def train(
        self, stage: str, module: nn.Module, samples: Samples, epochs: int, part: float,
        *, admm: Admm | None = None, refit: Network | None = None,
        done: int = 0, total: int | None = None,
    ) -> None:
        """Train for some epochs of a stage at a part of the recipe's learning rate."""
        total = total or epochs

        def before_epoch(epoch: int) -> None:
            if self.progress:
                self.progress(stage, done + epoch, total)
            if refit:
                refit.fit(samples[0])

        losses = train(
            module, samples, epochs=epochs, rate=self.recipe.learning_rate * part,
            batch=self.recipe.batch, generator=self.generator,
            weight_decay=self.recipe.weight_decay, augment=self.recipe.augmentation,
            teacher=None if module is self.module else self.module,
            distillation=self.recipe.distillation, penalty=admm.penalty if admm else None,
            averaging=self.recipe.averaging if stage == "exact" else 0.0,
            before_epoch=before_epoch,
        )
        self.history.setdefault(stage, []).extend(losses)
        if self.progress and done + epochs == total:
            self.progress(stage, total, total)

    def hold(self, graph: FloatGraph) -> None:
        """Train the module itself with zeros that do not depend on its weights.

        Weights are zeroed once, and so is their gradient in each step.
        """
        projections = self.recipe.structure.projections(graph.weighted, self.recipe)
        modules = dict(self.module.named_modules())
        for node in graph.weighted:
            if node.name not in projections:
                continue
            conv = modules.get(node.name)
            if not isinstance(conv, nn.Conv2d):
                raise GossamerError(
                    f"The layer {node.name!r} is not a Conv2d that is used once, so the recipe "
                    f"{self.recipe.name!r} cannot train it with fixed zeros; make it one."
                )
            mask = projections[node.name].mask(torch.from_numpy(node.weight)).permute(0, 3, 1, 2)
            with torch.no_grad():
                conv.weight.mul_(mask)
            conv.weight.register_hook(mask.mul)

    def prune(self, network: Network) -> None:
        """Pull the weights to their structure, cut, and train what is left."""
        recipe = self.recipe
        projections = recipe.structure.projections(network.graph.weighted, recipe)
        if not projections:
            return
        layers = {name: network.layer(name) for name in projections}
        if not recipe.structure.fixed:
            admm = Admm({name: (layers[name].weight, p) for name, p in projections.items()},
                        rho=recipe.admm_rho, growth=recipe.admm_growth)
            epochs = recipe.admm_epochs // recipe.admm_rounds

            def train_round(index: int) -> None:
                self.train("admm", network, self.samples, epochs, 0.5, admm=admm,
                           done=index * epochs, total=recipe.admm_rounds * epochs)

            self.history["admm_residual"] = admm.run(recipe.admm_rounds, train_round)
        for name, layer in layers.items():
            layer.mask.copy_(projections[name].mask(layer.weight))
        self.train("masked", network, self.samples, recipe.masked_epochs, 0.5)

    def quantize(self, network: Network) -> None:
        """Train with rounding: first with scales that follow, then with the exact ones."""
        self.train("range", network, self.samples, self.recipe.range_epochs, 1.0, refit=network)
        # From here on, what trains is what the hardware computes.
        network.freeze(self.samples[0])
        self.module.double()
        x, y = self.samples
        self.train("exact", network, (x.double(), y), self.recipe.exact_epochs, 0.2)
        self.module.float()

    def result(self, network: Network) -> Compressed:
        graph = lower(network)
        test_x, test_y = _tensors(self.dataset.test_x, self.dataset.test_y)
        integers = graph.run(self.dataset.integers(self.dataset.test_x))
        return Compressed(
            graph=graph,
            float_accuracy=accuracy(scores(self.module, test_x), test_y),
            integer_accuracy=accuracy(torch.from_numpy(integers), test_y),
            test_images=len(test_y),
            history=self.history,
        )


def _tensors(x: np.ndarray, y: np.ndarray) -> Samples:
    """Samples as modules take them: images (N, C, H, W)."""
    real = torch.from_numpy(x)
    return (real.permute(0, 3, 1, 2).contiguous() if real.ndim == 4 else real,
            torch.from_numpy(y))


@contextmanager
def _deterministic(seed: int) -> Iterator[None]:
    """One thread and a seeded generator of dropout and its like; the caller's are restored."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            yield
    finally:
        torch.set_num_threads(threads)
