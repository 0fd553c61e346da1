"""Budgets: how dense each layer may be, found from what the planner says that its weights cost."""

from __future__ import annotations

import copy
import functools
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F

from .. import ir
from ..errors import GossamerError
from ..plan import BreakEven, Geometry, Plan, Sparsity, TooLargeError, break_even, make, plan
from ..plan.break_even import DENSE
from ..plan.energy import EnergyModel
from ..target import Target
from .lower import lower
from .qat import Network
from .train import Progress, Samples, accuracy, scores

__all__ = ["Budget", "Shares", "share_out"]

Objective = Literal["cycles", "bits", "energy"]
#: Densities of the layers, in the network's order.
Densities = tuple[float, ...]

#: Halvings of the interval in which the last step of a search ends.
HALVINGS = 5
#: Searches, each on the array that suits the densities that the one before has found.
ROUNDS = 3
#: A loss that grows by less than this does not grow.
LEAST = 1e-6


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What a compressed model may cost on a board, or may lose to cost less.

    Attributes
    ----------
    target : Target
        The board.
    objective : str
        ``cycles`` of an inference, ``bits`` of weight memory, or ``energy`` of an inference,
        which is a model (:class:`gossamer.plan.energy.EnergyModel`).
    share : float or None
        What it may cost, as a share of the dense model on that board.
    points : float or None
        How many points of accuracy it may lose on the validation samples, right after pruning by
        magnitude: training wins most of them back. Give this or ``share``.
    step : float
        What a layer keeps of its weights in one step of the search.
    least : float
        The lowest density of a layer.
    energy : EnergyModel
    geometry : Geometry or None
        The array; the planner chooses otherwise.
    """

    target: Target
    objective: Objective = "cycles"
    share: float | None = None
    points: float | None = None
    step: float = 0.8
    least: float = 1 / 64
    energy: EnergyModel = EnergyModel()
    geometry: Geometry | None = None

    def __post_init__(self) -> None:
        def need(condition: bool, rule: str) -> None:
            if not condition:
                raise GossamerError(f"The budget is not possible: {rule}.")

        need(self.objective in ("cycles", "bits", "energy"),
             f"the objective must be cycles, bits or energy, not {self.objective!r}")
        need((self.share is None) != (self.points is None), "it needs either a share or points")
        need(self.share is None or 0 < self.share <= 1,
             f"the share must be above 0 and at most 1, not {self.share}")
        need(self.points is None or 0 <= self.points <= 100,
             f"the points must be 0 to 100, not {self.points}")
        need(0 < self.step < 1, f"step must be between 0 and 1, not {self.step}")
        need(0 < self.least <= 1, f"least must be above 0 and at most 1, not {self.least}")

    def plan(self, graph: ir.Graph) -> Plan:
        """The planner's plan of a graph."""
        return plan(graph, self.target, self.geometry)

    def cost(self, plan: Plan) -> float:
        """What a plan costs, in the objective's own unit: cycles, bits or picojoules."""
        if self.objective == "energy":
            return self.energy.inference(plan)
        return plan.cycles if self.objective == "cycles" else plan.packed_bits


@dataclass(frozen=True, kw_only=True, eq=False)
class Shares:
    """The densities that a budget leads to.

    Attributes
    ----------
    layer_densities : dict of str to float
        For :attr:`Recipe.layer_densities`; all layers, those that stay dense with 1.
    cost, dense_cost : float
        Of the pruned and the dense model on the board, in the unit of the objective.
    loss, dense_loss : float
        Cross entropy of the validation samples, before any training with the zeros.
    accuracy, dense_accuracy : float
        Share of those samples that are classified correctly.
    break_even : dict of str to BreakEven
        Of every layer that a search has pruned, on the board.
    restored : tuple of str
        Layers that are dense because a search would have pruned them short of their break-even.
    plan : Plan
        Of the pruned model. Training changes values but no zeros, so that only formats that
        follow the values can change its cycles and bits.
    """

    layer_densities: dict[str, float]
    cost: float
    dense_cost: float
    loss: float
    dense_loss: float
    accuracy: float
    dense_accuracy: float
    break_even: dict[str, BreakEven]
    restored: tuple[str, ...]
    plan: Plan


def share_out(
    network: Network, samples: Samples, budget: Budget, *, progress: Progress | None = None
) -> Shares:
    """Find the densities of a trained network's layers that meet a budget at the least loss.

    All layers begin dense. Again and again the layer that saves most for what the loss grows by is
    pruned a step further, by magnitude and by the structure of the network's recipe: to the next N
    of N:M, and at once to the patterns of kernels. Both are measured, by planning the pruned graph
    and by evaluating ``samples``. The last step is bisected. Layers that are then denser than
    their break-even are set back, and the search begins again with them either dense or beyond it
    (after ADMM-NN, Ren et al., ASPLOS 2019, arXiv 1812.11677): what they do not save, others must.

    Parameters
    ----------
    network : Network
        Not quantised yet; it is not changed.
    samples : pair of tensors
        Validation samples and their classes.
    progress : callable, optional
        Called with ``budget``, what is reached of the budget in percent, and 100.

    Raises
    ------
    GossamerError
        If the structure leaves no choice for a layer, or no densities meet the budget.
    """
    return _Search(network, samples, budget, progress).run()


class _Search:
    def __init__(
        self, network: Network, samples: Samples, budget: Budget, progress: Progress | None
    ) -> None:
        recipe = network.recipe
        if not recipe.structure.layered:
            raise GossamerError(
                f"The recipe {recipe.name!r} has a structure that says what every layer keeps, so "
                "a budget cannot choose densities; choose another structure.")
        self.network, self.samples, self.budget = copy.deepcopy(network), samples, budget
        self.progress = progress
        self.nodes = network.graph.weighted
        exact = copy.deepcopy(network)
        exact.freeze(samples[0])
        self.integers = lower(exact)
        self.masks: dict[tuple[str, float], torch.Tensor] = {}
        self.pruned: dict[tuple[str, float], ir.Node] = {}
        self.losses: dict[Densities, tuple[float, float]] = {}
        self.costs: dict[Densities, float] = {}
        self.geometry = Geometry()
        #: Highest density of a layer that is not dense; 0 if it must be dense.
        self.limits: dict[str, float] = {}
        self.dense = (1.0,) * len(self.nodes)
        self.dense_cost = 0.0

    def run(self) -> Shares:
        start = max(self.budget.least, self.budget.share or 0.25)
        geometry = self.budget.plan(self.graph((start,) * len(self.nodes))).geometry
        try:
            dense = self.budget.plan(self.graph(self.dense))
        except TooLargeError:
            dense = make(self.graph(self.dense), self.budget.target, geometry)
        self.dense_cost = self.budget.cost(dense)
        for _ in range(ROUNDS):
            self.geometry = geometry
            self.costs.clear()
            self.limits.clear()
            found, ratios = self.balanced()
            geometry = self.budget.plan(self.graph(found)).geometry
            if geometry == self.geometry:
                break
        share = self.budget.share
        if share is not None and not self.reached(found):
            raise GossamerError(
                f"The {self.budget.objective} cannot fall to {share:.1%} of the dense model's: "
                f"{self.cost(found) / self.dense_cost:.1%} is the least that was found; allow a "
                "larger share, or a lower least density.")
        self.report(found, finished=True)
        loss, correct = self.evaluate(found)
        dense_loss, dense_correct = self.evaluate(self.dense)
        return Shares(
            layer_densities={node.name: density for node, density
                             in zip(self.nodes, found, strict=True)},
            cost=self.cost(found), dense_cost=self.dense_cost, loss=loss, dense_loss=dense_loss,
            accuracy=correct, dense_accuracy=dense_correct, break_even=ratios,
            restored=tuple(node.name for node, density in zip(self.nodes, found, strict=True)
                           if density == 1 and node.name in self.limits),
            plan=self.planned(found))

    # What densities mean.

    def mask(self, name: str, density: float) -> torch.Tensor:
        """One where a weight of a layer survives, zero elsewhere."""
        if (name, density) not in self.masks:
            recipe = self.network.recipe
            weight = self.network.layer(name).weight.detach()
            # Structures without a density prune by what the layers are, the first above all.
            nodes = [node for node in self.nodes
                     if node.name == name or not recipe.structure.budgeted]
            densities = {node.name: density if node.name == name else 1.0 for node in nodes}
            sets = recipe.structure.projections(nodes, replace(
                recipe, density=1.0, budget=None, layer_densities=densities))
            self.masks[name, density] = (
                sets[name].mask(weight) if name in sets else torch.ones_like(weight))
        return self.masks[name, density]

    def graph(self, densities: Densities) -> ir.Graph:
        """The integers of the dense network, with zeros."""
        kept = dict(zip((node.name for node in self.nodes), densities, strict=True))
        return ir.Graph(tuple(
            self.zeroed(node, kept[node.name.removesuffix(".sum")])
            if isinstance(node, ir.Weighted) else node for node in self.integers))

    def zeroed(self, node: ir.Weighted, density: float) -> ir.Node:
        """A layer pruned; the same object for the same density, so that it is packed once."""
        key = node.name, density
        if key not in self.pruned:
            mask = self.mask(node.name.removesuffix(".sum"), density).numpy().astype(np.int8)
            self.pruned[key] = replace(node, weight=node.weight * mask)
        return self.pruned[key]

    def planned(self, densities: Densities) -> Plan:
        return make(self.graph(densities), self.budget.target, self.geometry)

    def cost(self, densities: Densities) -> float:
        if densities not in self.costs:
            self.costs[densities] = self.budget.cost(self.planned(densities))
        return self.costs[densities]

    def evaluate(self, densities: Densities) -> tuple[float, float]:
        """Loss and accuracy of the pruned network in real numbers."""
        if densities not in self.losses:
            for node, density in zip(self.nodes, densities, strict=True):
                self.network.layer(node.name).mask.copy_(self.mask(node.name, density))
            x, y = self.samples
            result = scores(self.network, x)
            self.losses[densities] = (float(F.cross_entropy(result, y)), accuracy(result, y))
        return self.losses[densities]

    # The search.

    def balanced(self) -> tuple[Densities, dict[str, BreakEven]]:
        """Densities within the budget, every pruned layer beyond its break-even."""
        ratios: dict[str, BreakEven] = {}
        while True:
            found = self.greedy()
            pruned = [(node.name, density) for node, density
                      in zip(self.nodes, found, strict=True) if density < 1]
            for name, _ in pruned:
                if name not in ratios:
                    ratios[name] = self.measured(name)
            below = [name for name, density in pruned if not self.pays(ratios[name], name, density)]
            if not below:
                return found, ratios
            for name in below:
                self.limits[name] = next(filter(
                    functools.partial(self.pays, ratios[name], name), self.levels()), 0.0)

    def pays(self, ratio: BreakEven, name: str, density: float) -> bool:
        """Whether a layer pruned to a density is beyond its break-even."""
        return ratio.pays(float(self.mask(name, density).double().mean()))

    def levels(self) -> tuple[float, ...]:
        """Densities in steps from dense to the least."""
        count = int(math.log(self.budget.least) / math.log(self.budget.step) + 1e-9)
        return tuple(self.budget.step ** index for index in range(count + 1))

    def measured(self, name: str) -> BreakEven:
        """The break-even of a layer, with the structure's masks and the array's own format."""
        chosen = self.geometry
        kind = chosen.format or (
            "bcr" if chosen.tile else "pattern" if chosen.pattern else "block-bitmap")
        if kind in DENSE:
            kind = "block-bitmap"
        def mask(node: ir.Weighted, density: float) -> npt.NDArray[np.bool_]:
            return self.mask(name, density).numpy() != 0

        graph = self.graph(self.dense)
        (node,) = (node for node in graph
                   if isinstance(node, ir.Weighted) and node.name == f"{name}.sum")
        sparsity = Sparsity(type(self.network.recipe.structure).__name__, (kind,), mask,
                            self.levels())
        return break_even(graph, node, self.budget.target, sparsity,
                          by="bits" if self.budget.objective == "bits" else "area")

    def greedy(self) -> Densities:
        """Densities within the budget, or the least of them that were found."""
        now = self.dense
        while not self.reached(now):
            self.report(now)
            steps = self.steps(now)
            allowed = [step for step in steps if self.allowed(step[1])]
            if not allowed:
                if not steps:
                    return now
                layer, following = min(steps, key=lambda step: self.price(now, step[1]))
                last = self.between(now, following, layer, self.allowed)
                return last if self.cost(last) < self.cost(now) else now
            layer, following = min(allowed, key=lambda step: self.price(now, step[1]))
            if self.reached(following):
                return self.between(following, now, layer, self.reached)
            now = following
        return now

    def steps(self, now: Densities) -> list[tuple[int, Densities]]:
        """For each layer the next densities that cost less, if there are any."""
        found = []
        for index, node in enumerate(self.nodes):
            density = min(now[index] * self.budget.step, self.limits.get(node.name, 1.0))
            while density >= self.budget.least:
                following = _at(now, index, density)
                if self.cost(following) < self.cost(now):
                    found.append((index, following))
                    break
                density *= self.budget.step
        return found

    def price(self, now: Densities, following: Densities) -> float:
        """What the loss grows by for what is saved."""
        growth = self.evaluate(following)[0] - self.evaluate(now)[0]
        return max(growth, LEAST) / (self.cost(now) - self.cost(following))

    def reached(self, densities: Densities) -> bool:
        """Whether the cost is low enough; with points, nothing is."""
        share = self.budget.share
        return share is not None and self.cost(densities) <= share * self.dense_cost

    def allowed(self, densities: Densities) -> bool:
        """Whether the accuracy is high enough; with a share, any is."""
        points = self.budget.points
        if points is None:
            return True
        lost = self.evaluate(self.dense)[1] - self.evaluate(densities)[1]
        return 100 * lost <= points + 1e-9

    def between(
        self, good: Densities, bad: Densities, layer: int, fine: Callable[[Densities], bool]
    ) -> Densities:
        """The densities nearest to ``bad``, in one layer, that are still fine."""
        limit = self.limits.get(self.nodes[layer].name, 1.0)
        edge = _at(good, layer, limit)
        if good[layer] > limit:         # nothing between dense and the limit
            if not fine(edge):
                return good
            good = edge
        elif bad[layer] > limit:
            if fine(edge):
                return edge
            bad = edge
        for _ in range(HALVINGS):
            middle = _at(good, layer, (good[layer] + bad[layer]) / 2)
            if fine(middle):
                good = middle
            else:
                bad = middle
        return good

    def report(self, now: Densities, finished: bool = False) -> None:
        if self.progress is None:
            return
        done = 100.0
        if not finished and self.budget.share is not None:
            wanted = (1 - self.budget.share) * self.dense_cost
            done = 100 * (self.dense_cost - self.cost(now)) / wanted if wanted else 100.0
        elif not finished and self.budget.points:
            lost = self.evaluate(self.dense)[1] - self.evaluate(now)[1]
            done = 100 * 100 * lost / self.budget.points
        self.progress("budget", int(min(100.0, max(0.0, done))), 100)


def _at(densities: Densities, layer: int, density: float) -> Densities:
    """The densities with another one in a layer."""
    return (*densities[:layer], density, *densities[layer + 1:])
