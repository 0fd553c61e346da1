"""Methods: the ways in which weights are brought to a structure before they are cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import torch
from torch import Tensor

from .projections import MaskProjection, block_norms
from .solver import Splitting

if TYPE_CHECKING:
    from .qat import Layer, Network
    from .train import Progress, Samples

__all__ = ["Admm", "LayerWise", "Method", "OneShot", "Reweighted", "StraightThrough", "Threshold"]


class Stateful(Protocol):
    """What changes from epoch to epoch besides the weights, so that a checkpoint keeps it."""

    def state(self) -> dict[str, Any]: ...

    def load(self, state: Mapping[str, Any]) -> None: ...


class Pruning(Protocol):
    """What a method works on: the layers to prune, their sets, and a way to train."""

    @property
    def layers(self) -> Mapping[str, Layer]: ...

    @property
    def network(self) -> Network: ...

    @property
    def samples(self) -> Samples: ...

    @property
    def progress(self) -> Progress | None: ...

    def sets(self, density: float | None = None) -> dict[str, MaskProjection]:
        """The sets of the layers that are not whole, for the weights as they are now.

        ``density`` takes the place of the recipe's.
        """
        ...

    def train(
        self, stage: str, epochs: int, *, penalty: Callable[[], Tensor] | None = None,
        after_step: Callable[[], None] | None = None, state: Stateful | None = None,
        residual: Callable[[], float] | None = None, done: int = 0, total: int | None = None,
    ) -> None:
        """Train the network for some epochs of a stage."""
        ...

    def note(self, key: str, value: float) -> None:
        """Add a number to the history."""
        ...


class Method(Protocol):
    """Trains a network's weights and returns the sets that they are then cut to."""

    def problem(self) -> str:
        """What is wrong with the numbers; empty if nothing is."""
        ...

    def reach(self, pruning: Pruning) -> dict[str, MaskProjection]: ...


def _positive(**values: float) -> str:
    """What is wrong with numbers that must be positive; empty if nothing is."""
    wrong = [f"{name} must be positive, but is {value}" for name, value in values.items()
             if not value > 0]
    return wrong[0] if wrong else ""


@dataclass(frozen=True, kw_only=True)
class OneShot:
    """Cut at once: the baseline of all methods."""

    def problem(self) -> str:
        return ""

    def reach(self, pruning: Pruning) -> dict[str, MaskProjection]:
        return pruning.sets()


@dataclass(frozen=True, kw_only=True)
class Admm:
    """ADMM with a dual and a growing pull (Ren et al., ASPLOS 2019, arXiv 1812.11677).

    Attributes
    ----------
    epochs, rounds : int
        Epochs in all, and the rounds they are divided into, for each of the steps; the learning
        rate starts afresh in each round.
    rho, growth : float
        Weight of the pull in the first round, and its factor from round to round.
    steps : tuple of float
        Densities to reach first, one after the other, each with as many epochs: progressive ADMM
        (Ye et al., arXiv 1903.09769) prunes further that way.
    """

    epochs: int = 64
    rounds: int = 8
    rho: float = 3e-3
    growth: float = 1.8
    steps: tuple[float, ...] = ()

    def problem(self) -> str:
        if self.epochs < 0:
            return f"epochs must not be negative, but is {self.epochs}"
        if not all(0 < step <= 1 for step in self.steps):
            return f"steps must be densities above 0 and up to 1, but are {self.steps}"
        rounds = self.rounds * (len(self.steps) + 1)
        if 0 < self.epochs < rounds:
            return f"epochs must be 0 or one for each of {rounds} rounds, but are {self.epochs}"
        return _positive(rounds=self.rounds, rho=self.rho, growth=self.growth)

    def reach(self, pruning: Pruning) -> dict[str, MaskProjection]:
        sets: dict[str, MaskProjection] = {}
        for index, density in enumerate((*self.steps, None)):
            sets = pruning.sets(density)
            splitting = Splitting(
                {name: (pruning.layers[name].weight, each) for name, each in sets.items()},
                rho=self.rho)
            if sets:
                self.run(pruning, splitting, "admm", index, len(self.steps) + 1)
        return sets

    def run(self, pruning: Pruning, splitting: Splitting, stage: str, part: int = 0, parts: int = 1
            ) -> None:
        """All rounds and the final projection, as one part of a stage."""
        rounds = parts * self.rounds
        ends = [self.epochs * index // rounds for index in range(rounds + 1)]
        for index in range(part * self.rounds, (part + 1) * self.rounds):
            pruning.train(stage, ends[index + 1] - ends[index], penalty=splitting.penalty,
                          state=splitting, residual=splitting.residual, done=ends[index],
                          total=self.epochs)
            pruning.note(f"{stage}_residual", splitting.residual())
            splitting.step(self.growth)
        splitting.finish()


@dataclass(frozen=True, eq=False)
class Above(MaskProjection):
    """Keep groups whose norm is above a threshold: hard thresholding, the proximal map of L0."""

    ids: Tensor
    threshold: float
    removes_outputs: bool = False

    def mask(self, weight: Tensor) -> Tensor:
        sizes = self.ids.reshape(-1).bincount().clamp(min=1)
        norms = (block_norms(weight, self.ids) * sizes).sqrt()
        return (norms > self.threshold).to(weight.dtype)[self.ids]

    def legal(self, weight: Tensor) -> bool:
        return bool(torch.equal(weight * self.mask(weight), weight))


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """RVSM and RGSM: a splitting without a dual (Dinh et al., LOD 2020, arXiv 2003.00631).

    Z keeps the groups of the structure whose norm is above ``sqrt(2 * sparsity / beta)`` and
    follows the weights in every step. How many survive is an outcome: the recipe's density is not
    asked. Groups of one weight are RVSM; rows, blocks or channels are RGSM.

    Attributes
    ----------
    epochs : int
    beta : float
        Weight of the pull.
    sparsity : float
        What a group costs that is not zero, lambda of the paper.
    lasso : float
        Weight of the sum of the groups' norms in the loss.
    """

    epochs: int = 60
    beta: float = 1.0
    sparsity: float = 1e-4
    lasso: float = 0.0

    def problem(self) -> str:
        if self.epochs < 0 or self.lasso < 0:
            return "epochs and lasso must not be negative"
        return _positive(beta=self.beta, sparsity=self.sparsity)

    def reach(self, pruning: Pruning) -> dict[str, MaskProjection]:
        sets: dict[str, MaskProjection] = {
            name: Above(each.groups()[0], (2 * self.sparsity / self.beta) ** 0.5,
                        each.removes_outputs)
            for name, each in pruning.sets(0.5).items()  # groups do not depend on the density
        }
        if not sets:
            return sets
        weights = {name: pruning.layers[name].weight for name in sets}
        splitting = Splitting({name: (weights[name], sets[name]) for name in sets},
                              rho=self.beta, dual=False)

        def penalty() -> Tensor:
            pull = splitting.penalty()
            if self.lasso:
                for name, each in sets.items():
                    assert isinstance(each, Above)
                    pull = pull + self.lasso * _sums(weights[name], each.ids).add(1e-8).sqrt().sum()
            return pull

        pruning.train("threshold", self.epochs, penalty=penalty, after_step=splitting.step,
                      state=splitting, residual=splitting.residual)
        pruning.note("threshold_residual", splitting.residual())
        splitting.finish()
        return sets


@dataclass(frozen=True, kw_only=True)
class Reweighted:
    """A group penalty that small groups feel most ("Mobile or FPGA?", ACM TECS 21(5), 2022).

    The loss gets ``penalty * sum(gamma * |group|**2)`` with ``gamma = 1 / (|group|**2 + epsilon)``
    fetched anew every ``refresh`` epochs. How the budget divides among the layers is only decided
    afterwards, from the weights that are left.

    Attributes
    ----------
    epochs, refresh : int
    penalty, epsilon : float
    """

    epochs: int = 60
    refresh: int = 10
    penalty: float = 1e-4
    epsilon: float = 1e-3

    def problem(self) -> str:
        if self.epochs < 0:
            return f"epochs must not be negative, but is {self.epochs}"
        return _positive(refresh=self.refresh, penalty=self.penalty, epsilon=self.epsilon)

    def reach(self, pruning: Pruning) -> dict[str, MaskProjection]:
        groups = _Groups(self, {
            name: (pruning.layers[name].weight, each.groups())
            for name, each in pruning.sets().items()
        })
        for begin in range(0, self.epochs if groups.members else 0, self.refresh):
            groups.weigh()
            pruning.train("reweighted", min(self.refresh, self.epochs - begin),
                          penalty=groups.penalty, state=groups, done=begin, total=self.epochs)
        return pruning.sets()


class _Groups:
    """The groups of all layers with their gammas."""

    def __init__(
        self, method: Reweighted, members: Mapping[str, tuple[Tensor, list[Tensor]]]
    ) -> None:
        self.method = method
        self.members = [(weight, ids) for weight, all_ids in members.values() for ids in all_ids]
        self.gammas: list[Tensor] = []

    @torch.no_grad()
    def weigh(self) -> None:
        self.gammas = [1 / (_sums(weight, ids) + self.method.epsilon)
                       for weight, ids in self.members]

    def penalty(self) -> Tensor:
        parts = [(gamma * _sums(weight, ids)).sum()
                 for (weight, ids), gamma in zip(self.members, self.gammas, strict=True)]
        return self.method.penalty * torch.stack(parts).sum()

    def state(self) -> dict[str, Any]:
        return {"gammas": self.gammas}

    def load(self, state: Mapping[str, Any]) -> None:
        self.gammas = list(state["gammas"])


@dataclass(frozen=True, kw_only=True)
class StraightThrough:
    """SR-STE: compute with the projected weights, train all (Zhou et al., arXiv 2102.04010).

    The gradient of the loss passes straight through the projection, and weights outside the set
    decay, so that the choice settles. Made for N:M; any structure will do.

    Attributes
    ----------
    epochs : int
    decay : float
        Weight of the squares of those outside.
    """

    epochs: int = 60
    decay: float = 2e-4

    def problem(self) -> str:
        if self.epochs < 0 or self.decay < 0:
            return "epochs and decay must not be negative"
        return ""

    def reach(self, pruning: Pruning) -> dict[str, MaskProjection]:
        sets = pruning.sets()
        layers = {name: pruning.layers[name] for name in sets}
        for name, layer in layers.items():
            layer.straight = sets[name]

        def penalty() -> Tensor:
            outside = [((layer.weight * (1 - layer.kept)) ** 2).sum() for layer in layers.values()]
            return self.decay / 2 * torch.stack(outside).sum()

        if sets:
            pruning.train("sr-ste", self.epochs, penalty=penalty)
        for layer in layers.values():
            layer.straight = None
        return sets


@dataclass(frozen=True, kw_only=True)
class LayerWise:
    """Layer by layer, from samples without labels, in seconds: see :mod:`.layerwise`.

    Attributes
    ----------
    count : int
        Samples, evenly among those for training.
    integers : bool
        Whether weights become integers on the way, so that later layers make up for that as well.
        Best where no training follows.
    """

    count: int = 512
    integers: bool = True

    def problem(self) -> str:
        return _positive(count=self.count)

    def reach(self, pruning: Pruning) -> dict[str, MaskProjection]:
        # Here, because it needs the network, which needs the recipe, which needs the methods.
        from .layerwise import prune_network

        sets = pruning.sets()
        x = pruning.samples[0]
        errors = prune_network(
            pruning.network, x[::max(1, len(x) // self.count)][:self.count], sets,
            quantize=self.integers, progress=pruning.progress)
        for name, error in errors.items():
            pruning.note(f"layers_error {name}", error)
        return sets


def _sums(weight: Tensor, ids: Tensor) -> Tensor:
    """Sum of the squares in each group, with a gradient."""
    sums = torch.zeros(int(ids.max()) + 1, dtype=weight.dtype)
    return sums.index_add(0, ids.reshape(-1), weight.reshape(-1) ** 2)
