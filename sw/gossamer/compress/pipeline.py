"""Compress: from a module and its data to a graph of exact integers."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from .. import ir
from ..data import Dataset
from ..description import Robustness
from ..errors import GossamerError
from ..importers.float_graph import FloatGraph, FloatWeighted
from ..importers.torch import trace
from .budget import Budget, share_out
from .channels import Channels
from .checkpoint import Checkpoint, fingerprint
from .lower import lower
from .methods import Stateful
from .projections import MaskProjection
from .qat import Layer, Network
from .quantizers import fit_scale
from .recipes import Recipe
from .shrink import shrink_network
from .solver import Splitting
from .train import Progress, Samples, accuracy, scores, train

__all__ = ["Compressed", "Watch", "compress"]


#: Samples that a budget's search evaluates; it does so hundreds of times.
WATCHED = 500

#: Called after an epoch with the stage and its figures: loss, density, accuracy, residual.
Watch = Callable[[str, Mapping[str, float]], None]


@dataclass(frozen=True, eq=False)
class Compressed:
    """A compressed model and how well it does.

    Attributes
    ----------
    graph : Graph
        The model in exact integers.
    float_accuracy, integer_accuracy : float
        Share of the test samples that the float model and the graph classify correctly.
    pruned_accuracy : float
        The same of the pruned network before quantisation, in real numbers.
    test_images : int
        Number of test samples.
    history : dict
        What happened, by stage: losses per epoch, ADMM's residual per round, accuracy per epoch on
        what was held out.
    robustness : Robustness, optional
        Accuracy under attack, if the recipe has an adversary.
    pruned_robustness : float, optional
        Accuracy of the pruned network in real numbers on samples attacked for it, likewise.
    """

    graph: ir.Graph
    float_accuracy: float
    integer_accuracy: float
    pruned_accuracy: float
    test_images: int
    history: dict[str, list[float]] = field(default_factory=dict)
    robustness: Robustness | None = None
    pruned_robustness: float | None = None


def compress(
    module: nn.Module, dataset: Dataset, recipe: Recipe, *, progress: Progress | None = None,
    watch: Watch | None = None, checkpoint: Path | None = None,
) -> Compressed:
    """Train, prune and quantise a module as a recipe says.

    The module itself is not changed. The same module, data and recipe give the same graph, whether
    the work was interrupted in between or not.

    Parameters
    ----------
    module : nn.Module
        Takes batches of images (N, C, H, W) or vectors (N, F) and returns scores (N, classes).
    progress : callable, optional
        Called with a stage's name, the epochs done and the epochs in all.
    watch : callable, optional
        Called after each epoch with the stage and its figures.
    checkpoint : Path, optional
        Keeps the state after each epoch; if the file is there, the work goes on from it. At the
        end it is removed.
    """
    kept = Checkpoint(checkpoint, fingerprint(module, dataset, recipe)) if checkpoint else None
    with _deterministic(recipe.seed):
        result = _Compression(module, dataset, recipe, progress, watch, kept).run()
    if kept:
        kept.remove()
    return result


class _Compression:
    """One compression: its data, its generator and its stages in order.

    A resumed one repeats all decisions but skips the trainings that were done, so that what it
    decides is void until the interrupted training brings back the state of everything.
    """

    network: Network

    def __init__(
        self, module: nn.Module, dataset: Dataset, recipe: Recipe, progress: Progress | None,
        watch: Watch | None, checkpoint: Checkpoint | None,
    ) -> None:
        self.dataset, self.recipe, self.progress, self.watch = dataset, recipe, progress, watch
        self.module = copy.deepcopy(module).float()
        x, y = _tensors(dataset.train_x, dataset.train_y)
        held_out = _held_out(len(x), recipe.validation)
        self.samples = x[~held_out], y[~held_out]
        self.validation = x[held_out], y[held_out]
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.history: dict[str, list[float]] = {}
        self.checkpoint = checkpoint
        self.saved = checkpoint.saved if checkpoint else None
        self.calls = 0
        self.whole: dict[str, Tensor] | None = None  # the network before it lost channels
        self.seen: dict[str, Tensor] = {}   # weights from which sets were last made
        self.pruned: list[float] = []       # accuracy before quantisation, and under attack
        # What an adversary may do to samples is what the data's range allows.
        self.adversary = recipe.adversary and recipe.adversary.within(
            dataset.low * dataset.scale, dataset.high * dataset.scale)
        if self.saved:
            self.module.load_state_dict(self.saved["module"])

    def run(self) -> Compressed:
        recipe = self.recipe
        graph = trace(self.module, self.samples[0].shape[1:])  # refuse it before training it
        classes = graph.output.shape
        if len(classes) != 1 or classes[0] < self.dataset.classes:
            raise GossamerError(
                f"The model's result has shape {classes}, but the data has {self.dataset.classes} "
                "classes; let it return one score for each class."
            )
        if recipe.float_epochs:
            if recipe.structure.fixed and not recipe.budget:
                self.fix(graph)
            self.fit("float", self.module, recipe.float_epochs, 1.0)
            graph = trace(self.module, self.samples[0].shape[1:])
        self.network = Network(graph, recipe, low=self.dataset.low, high=self.dataset.high,
                               scale=self.dataset.scale)
        if recipe.budget:
            self.share_out(recipe.budget)
        self.prune()
        # A resumed compression has no pruned weights where these were counted already.
        self.pruned = self.saved["pruned"] if self.saved else self.accuracies()
        self.quantize()
        return self.result()

    # What methods work on, see gossamer.compress.methods.Pruning.

    @property
    def layers(self) -> dict[str, Layer]:
        return {node.name: self.network.layer(node.name) for node in self.network.graph.weighted}

    def sets(self, density: float | None = None) -> dict[str, MaskProjection]:
        """The sets of the layers that are not whole, for the weights as they are now."""
        recipe = self.recipe
        if density is not None and recipe.structure.budgeted:
            recipe = replace(recipe, density=density)
        # A resumed compression has no weights yet, but those of the sets that it was on its way to.
        known = self.saved["seen"] if self.saved else {}
        self.seen = {name: known.get(name, layer.weight).detach().clone()
                     for name, layer in self.layers.items()}
        graph = FloatGraph(tuple(
            replace(node, weight=self.seen[node.name].numpy())
            if isinstance(node, FloatWeighted) else node for node in self.network.graph))
        return recipe.structure.for_graph(graph, recipe)

    def note(self, key: str, value: float) -> None:
        """Add a number to the history."""
        self.history.setdefault(key, []).append(value)

    def train(
        self, stage: str, epochs: int, *, penalty: Callable[[], Tensor] | None = None,
        after_step: Callable[[], None] | None = None, state: Stateful | None = None,
        residual: Callable[[], float] | None = None, done: int = 0, total: int | None = None,
    ) -> None:
        """Train the network, not rounded yet, for some epochs of a stage."""
        self.fit(stage, self.network, epochs, 0.5, penalty=penalty, after_step=after_step,
                 extra=state, residual=residual, done=done, total=total)

    # Stages.

    def fit(
        self, stage: str, module: nn.Module, epochs: int, part: float, *,
        penalty: Callable[[], Tensor] | None = None, after_step: Callable[[], None] | None = None,
        extra: Stateful | None = None, residual: Callable[[], float] | None = None,
        refit: bool = False, done: int = 0, total: int | None = None,
    ) -> None:
        """Train for some epochs of a stage at a part of the recipe's learning rate."""
        recipe, total = self.recipe, total or epochs
        dtype = torch.float64 if stage == "exact" else torch.float32
        samples = self.samples[0].to(dtype), self.samples[1]
        before = len(self.history.get(stage, ()))
        state = None
        self.calls += 1
        if self.saved:
            if self.calls < self.saved["call"]:
                return
            before = self.saved["before"]
            state = self.restore(module, extra)

        def before_epoch(epoch: int) -> None:
            if self.progress:
                self.progress(stage, done + epoch, total)
            if refit:
                self.network.fit(samples[0])

        def after_epoch(loop: dict[str, Any]) -> None:
            losses = self.history.setdefault(stage, [])
            losses[before:] = loop["losses"]
            self.report(stage, module, losses[-1], residual, extra, dtype)
            if self.checkpoint:
                self.keep(module, extra, loop, before)

        train(
            module, samples, epochs=epochs, rate=recipe.learning_rate * part, batch=recipe.batch,
            generator=self.generator, optimizer=recipe.optimizer,
            weight_decay=recipe.weight_decay, augment=recipe.augmentation,
            adversary=self.adversary, teacher=None if module is self.module else self.module,
            distillation=recipe.distillation, penalty=penalty,
            averaging=recipe.averaging if stage == "exact" else 0.0, before_epoch=before_epoch,
            after_step=after_step, after_epoch=after_epoch, state=state,
        )
        if self.progress and done + epochs == total:
            self.progress(stage, total, total)

    def report(self, stage: str, module: nn.Module, loss: float,
               residual: Callable[[], float] | None, extra: Stateful | None, dtype: torch.dtype
               ) -> None:
        """The figures of an epoch, for the history and for who watches.

        The density is that of the weights, or of what a splitting pulls them to.
        """
        figures = {"loss": loss}
        x, y = self.validation
        if len(x):
            figures["validation"] = accuracy(scores(module, x.to(dtype)), y)
            self.note(f"{stage}_validation", figures["validation"])
        if not self.watch:
            return
        if module is not self.module:
            masks = {name: layer.mask * layer.kept for name, layer in self.layers.items()}
            if isinstance(extra, Splitting):
                masks |= {name: c.z != 0 for name, c in extra.constraints.items()}
            figures["density"] = (sum(int(torch.count_nonzero(mask)) for mask in masks.values())
                                  / sum(mask.numel() for mask in masks.values()))
        if residual:
            figures["residual"] = residual()
        self.watch(stage, figures)

    def keep(self, module: nn.Module, extra: Stateful | None, loop: dict[str, Any], before: int
             ) -> None:
        """Save everything that later epochs depend on."""
        assert self.checkpoint
        saved = {
            "call": self.calls, "before": before, "loop": loop, "history": self.history,
            "module": self.module.state_dict(), "generator": self.generator.get_state(),
            "random": torch.random.get_rng_state(), "extra": extra.state() if extra else None,
            "whole": self.whole, "seen": self.seen, "pruned": self.pruned,
        }
        if module is not self.module:
            saved |= {"network": self.network.state_dict(), "scales": self.network.scales,
                      "ratios": self.network.ratios, "quantized": self.network.quantized}
        self.checkpoint.save(saved)

    def restore(self, module: nn.Module, extra: Stateful | None) -> dict[str, Any]:
        """The opposite of :meth:`keep`; returns the state of the loop."""
        saved, self.saved = self.saved, None
        assert saved
        self.generator.set_state(saved["generator"])
        torch.random.set_rng_state(saved["random"])
        self.history = saved["history"]
        if module is not self.module:
            self.network.load_state_dict(saved["network"])
            self.network.scales, self.network.ratios = saved["scales"], saved["ratios"]
            self.network.quantized = saved["quantized"]
        if extra:
            extra.load(saved["extra"])
        loop = saved["loop"]
        assert isinstance(loop, dict)
        return loop

    def fix(self, graph: FloatGraph) -> None:
        """Train the module itself with zeros that do not depend on its weights.

        Weights are zeroed once, and so is their gradient in each step.
        """
        projections = self.recipe.structure.for_graph(graph, self.recipe)
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

    def share_out(self, budget: Budget) -> None:
        """Let a budget choose the densities, by what is held out or else by some samples."""
        x, y = self.validation if len(self.validation[0]) else self.samples
        every = max(1, len(x) // WATCHED)
        shares = share_out(self.network, (x[::every], y[::every]), budget, progress=self.progress)
        self.recipe = replace(self.recipe, budget=None, layer_densities=shares.layer_densities)
        for name, density in shares.layer_densities.items():
            self.note(f"density {name}", density)

    def prune(self) -> None:
        """Bring the weights to their structure, cut, and train what is left."""
        fixed = self.recipe.structure.fixed
        sets = self.sets() if fixed else self.recipe.method.reach(self)
        if not sets:
            return
        for name, projection in sets.items():
            self.layers[name].prune(projection)
        self.train("masked", self.recipe.masked_epochs)
        if isinstance(self.recipe.structure, Channels):
            # A resumed compression has no weights yet that would say which channels are dead.
            if self.saved and self.saved["whole"]:
                self.network.load_state_dict(self.saved["whole"])
            self.whole = {key: value.clone() for key, value in self.network.state_dict().items()}
            self.network = shrink_network(self.network)

    def quantize(self) -> None:
        """Train with rounding: first with scales that follow, then with the exact ones."""
        recipe, network = self.recipe, self.network
        if recipe.levelling:
            splitting = Splitting({
                name: (layer.weight, Rounded(layer)) for name, layer in self.layers.items()
            }, rho=recipe.levelling.rho)
            recipe.levelling.run(self, splitting, "levels")
        self.fit("range", network, recipe.range_epochs, 1.0, refit=True)
        # From here on, what trains is what the hardware computes.
        network.freeze(self.samples[0])
        self.module.double()
        shares = recipe.freezing or (0.0,)
        ends = [recipe.exact_epochs * part // len(shares) for part in range(len(shares) + 1)]
        for share, begin, end in zip(shares, ends, ends[1:], strict=False):
            if recipe.freezing:
                for layer in self.layers.values():
                    layer.hold(share)
            self.fit("exact", network, end - begin, 0.2, done=begin, total=ends[-1])
        if recipe.freezing:
            for layer in self.layers.values():
                layer.hold(1.0)
        self.module.float()

    def accuracies(self) -> list[float]:
        """Accuracy of the network on the test samples and, with an adversary, under attack."""
        x, y = _tensors(self.dataset.test_x, self.dataset.test_y)
        found = [accuracy(scores(self.network, x), y)]
        if self.adversary:
            # A generator of its own: what is only measured must not change what is trained.
            attacked = self.attacked(self.network, x, y, torch.Generator().manual_seed(0))
            found.append(accuracy(scores(self.network, attacked), y))
        return found

    def result(self) -> Compressed:
        graph = lower(self.network)
        x, y = _tensors(self.dataset.test_x, self.dataset.test_y)
        integers = graph.run(self.dataset.integers(self.dataset.test_x))
        return Compressed(
            graph=graph,
            float_accuracy=accuracy(scores(self.module, x), y),
            integer_accuracy=accuracy(torch.from_numpy(integers), y),
            pruned_accuracy=self.pruned[0],
            test_images=len(y),
            history=self.history,
            robustness=self.attack(graph) if self.recipe.adversary else None,
            pruned_robustness=self.pruned[1] if self.recipe.adversary else None,
        )

    def attacked(self, module: nn.Module, x: Tensor, y: Tensor, generator: torch.Generator
                 ) -> Tensor:
        """Samples attacked for a module with twice the steps of training.

        They change by whole steps of the input, rounded towards no change: rounding to the
        nearest would let the accelerator see changes larger than the float model's.
        """
        assert self.adversary
        module.eval()
        adversary = replace(self.adversary, steps=2 * self.adversary.steps)
        found = adversary.attack(module, x, y, generator)
        step = self.dataset.scale
        # The tolerance is for changes of whole steps that floats miss by a little.
        whole = torch.trunc((found.double() - x.float()) / step * (1 + 1e-5))
        return x.float() + whole.float() * step

    def attack(self, graph: ir.Graph) -> Robustness:
        """Attack the float model and the quantised network."""
        x, y = _tensors(self.dataset.test_x, self.dataset.test_y)
        known = self.attacked(self.module, x, y, self.generator)
        fresh = self.attacked(self.network, x.double(), y, self.generator)

        def integer(found: Tensor) -> float:
            real = found.permute(0, 2, 3, 1) if found.ndim == 4 else found
            result = graph.run(self.dataset.integers(real.numpy().astype(np.float32)))
            return accuracy(torch.from_numpy(result), y)

        return Robustness(accuracy(scores(self.module, known), y), integer(known), integer(fresh))


@dataclass(frozen=True, eq=False)
class Rounded:
    """The set of weights that are integers of a layer's quantiser, at the scale that fits best."""

    layer: Layer

    def project(self, weight: Tensor) -> Tensor:
        masked = (weight * self.layer.mask).detach()
        scale = fit_scale(masked.double(), self.layer.quantizer).to(weight.dtype)
        scale = scale.reshape(-1, *(1,) * (weight.ndim - 1))
        return self.layer.quantizer.codes(masked / scale) * scale * self.layer.mask

    def legal(self, weight: Tensor) -> bool:
        return bool(torch.isclose(self.project(weight), weight, rtol=1e-5, atol=1e-7).all())


def _held_out(count: int, share: float) -> Tensor:
    """Which samples only watch: as many as the share says, evenly among all."""
    index = torch.arange(count + 1, dtype=torch.float64)
    return torch.floor(index * share).diff() > 0


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
