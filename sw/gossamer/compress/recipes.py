"""Recipes: what to compress a model to, and how long to train for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gossamer_hw.formats import PSC4_P8

from ..errors import GossamerError
from .adversary import Adversary
from .augment import Augmentation
from .budget import Budget
from .methods import Admm, LayerWise, Method, OneShot
from .quantizers import WeightRule
from .structures import Blocks, Irregular, Pattern, PeriodicKernels, RowColumn, Structure
from .train import OPTIMIZERS

__all__ = ["RECIPES", "Recipe", "recipe"]


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """Everything a compression depends on besides the model and its data.

    Attributes
    ----------
    name : str
        Name on the command line.
    weight_bits : int
        Width of the integer weights, 2 to 8.
    levels : tuple of int
        Magnitudes, ascending, that weights may have besides zero, times a factor per output
        channel; all of ``weight_bits`` if empty. (1,) is ternary, two are nested ternary.
    rule : WeightRule, optional
        How weights become ternary or nested ternary, in place of rounding to the nearest.
    mantissa_bits : int
        Weights of 8 bits are mantissas of so many bits times a power of two that 32 neighbours
        share, as in MX; 0 if they are free.
    activation_bits : int
        Width of the activations between layers, 2 to 8.
    rows, columns : int
        Block of outputs x inputs: that of the array it will run on.
    structure : Structure
        Which weights are zero together; whole blocks unless said otherwise.
    density : float
        Share of all weight blocks that survive, 0 to 1: one budget for the whole model, in which
        blocks compete by their norm relative to the mean of their layer. Where the structure does
        not prune whole blocks, every weight is a block in this. N:M patterns and periodic kernels
        have a density of their own.
    budget : Budget, optional
        What the model may cost on a board: it decides the layers' densities, once the float model
        has been trained, in place of ``density``.
    layer_densities : mapping of a layer's name to a share
        Layers that do not compete but keep this share of their own blocks; of N:M the nearest N,
        and of kernels with patterns, 1 keeps a layer dense.
    whole_share : float
        Layers with at most this share of all blocks are not pruned: a first convolution costs few
        blocks, and everything passes through it.
    float_epochs : int
        Epochs to train the given module in floating point; 0 keeps it as given.
    method : Method
        How the weights are brought to the structure.
    masked_epochs : int
        Epochs after the hard pruning, still in floating point.
    levelling : Admm, optional
        Pulls what survived towards integers before anything is rounded.
    range_epochs : int
        Quantised epochs in which the scales follow the weights and activations.
    exact_epochs : int
        Last epochs, with the scales frozen to multipliers and shifts.
    freezing : tuple of float
        If given, weights are rounded one after the other in the last epochs: before each part of
        these, so large a share of those at each level that are not decided, the nearest first;
        after them the rest.
    learning_rate : float
        Peak of the first stage; the later ones start from parts of it.
    optimizer : str
        ``adam`` (AdamW) or ``sgd`` (Nesterov momentum 0.9).
    weight_decay : float
        What a weight loses of itself per step, over the learning rate.
    batch : int
        Samples per step.
    augmentation : Augmentation
        Random changes of training images.
    adversary : Adversary, optional
        Changes the training samples of every stage so that the network errs.
    distillation : float
        Share of the float model's scores in the loss of the compressed one, 0 to 1.
    averaging : float
        Share of itself that the running average of the weights keeps in each step of the last
        stage, which ends with that average: weights that oscillate between two integers settle.
    validation : float
        Share of the training samples that only watch: the accuracy on them is shown and kept.
    seed : int
        Of every random choice.
    """

    name: str
    weight_bits: int = 8
    levels: tuple[int, ...] = ()
    rule: WeightRule | None = None
    mantissa_bits: int = 0
    activation_bits: int = 8
    rows: int = 4
    columns: int = 4
    structure: Structure = Blocks()
    density: float = 1.0
    budget: Budget | None = None
    layer_densities: Mapping[str, float] = field(default_factory=dict)
    whole_share: float = 0.05
    float_epochs: int = 80
    method: Method = Admm()
    masked_epochs: int = 30
    levelling: Admm | None = None
    range_epochs: int = 80
    exact_epochs: int = 30
    freezing: tuple[float, ...] = ()
    learning_rate: float = 1e-2
    optimizer: str = "adam"
    weight_decay: float = 0.01
    batch: int = 64
    augmentation: Augmentation = Augmentation(shift=0.5, rotation=8, zoom=0.08)
    adversary: Adversary | None = None
    distillation: float = 0.7
    averaging: float = 0.98
    validation: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        def need(condition: bool, rule: str) -> None:
            if not condition:
                raise GossamerError(f"The recipe {self.name!r} is not possible: {rule}.")

        need(2 <= self.weight_bits <= 8, f"weight_bits must be 2 to 8, not {self.weight_bits}")
        top = (1 << (self.weight_bits - 1)) - 1
        need(tuple(sorted({*self.levels} - {0})) == self.levels
             and max(self.levels, default=0) <= top,
             f"levels must ascend from 1 to at most {top}, the most that {self.weight_bits} bits "
             f"hold, but are {self.levels}")
        need(self.mantissa_bits == 0 or 2 <= self.mantissa_bits <= 7,
             f"mantissa_bits must be 0 or 2 to 7, not {self.mantissa_bits}")
        need(not self.mantissa_bits or (self.weight_bits == 8 and not self.levels),
             "mantissas with a shared exponent make weights of 8 bits without levels")
        need(2 <= self.activation_bits <= 8,
             f"activation_bits must be 2 to 8, not {self.activation_bits}")
        need(all(size >= 1 and not size & (size - 1) for size in (self.rows, self.columns)),
             f"the rows and columns of a block must be powers of two, not {self.rows} and "
             f"{self.columns}")
        problem = self.structure.problem(self.rows, self.columns)
        need(not problem, problem)
        need(self.structure.budgeted or self.density == 1,
             f"{type(self.structure).__name__} has a density of its own")
        need(self.structure.layered or not self.layer_densities,
             f"{type(self.structure).__name__} says itself what every layer keeps")
        need(self.budget is None or not self.layer_densities,
             "a budget chooses the densities itself")
        need(self.budget is None or self.structure.separate and self.structure.layered,
             f"a budget cannot choose the densities of {type(self.structure).__name__}")
        shares = {"density": self.density, "whole_share": self.whole_share,
                  "distillation": self.distillation, "averaging": self.averaging,
                  "validation": self.validation,
                  **{f"freezing[{i}]": share for i, share in enumerate(self.freezing)},
                  **{f"layer_densities[{k!r}]": v for k, v in self.layer_densities.items()}}
        for name, share in shares.items():
            need(0 <= share <= 1, f"{name} must be 0 to 1, not {share}")
        need(self.validation < 1, "validation must leave samples to train with")
        need(self.rule is None or not (self.levels or self.mantissa_bits),
             "a rule has levels of its own")
        need(self.rule is None or self.rule.weight_bits == self.weight_bits,
             f"the rule makes weights of {self.rule.weight_bits if self.rule else 0} bits, not "
             f"{self.weight_bits}")
        need(not getattr(self.method, "steps", ()) or self.structure.budgeted,
             f"{type(self.structure).__name__} cannot be reached in steps of density")
        for part in (self.method, self.levelling, self.adversary, self.rule):
            problem = part.problem() if part else ""
            need(not problem, f"{type(part).__name__}: {problem}")
        for name in ("float_epochs", "masked_epochs", "range_epochs", "exact_epochs"):
            epochs = getattr(self, name)
            need(epochs >= 0, f"{name} must not be negative, but is {epochs}")
        need(self.batch >= 1, "batch must be positive")
        need(0 <= self.seed < 1 << 63, f"seed must be 0 to 2**63 - 1, not {self.seed}")
        need(self.learning_rate > 0, "learning_rate must be positive")
        need(self.optimizer in OPTIMIZERS,
             f"optimizer must be one of {', '.join(OPTIMIZERS)}, not {self.optimizer!r}")


# Recipes for the digits. The numbers of the first four were compared by validation: four fifths of
# the training samples trained and the rest decided, three times with different fifths. The others
# take over what they can, and were confirmed on one of those fifths.
_DIGITS = (
    Recipe(name="int8", range_epochs=20, exact_epochs=10),
    Recipe(name="block-int4", weight_bits=4, density=0.385, range_epochs=40),
    Recipe(name="block-ternary", weight_bits=2, levels=(1,), density=0.385),
    # A perceptron has no weights to share between positions: it needs more of its blocks, and
    # cannot follow images that move as far.
    Recipe(name="block-ternary-mlp", weight_bits=2, levels=(1,), density=0.6,
           augmentation=Augmentation(shift=0.25, rotation=5, zoom=0.05)),
    Recipe(name="irregular-int4", weight_bits=4, structure=Irregular(), density=0.25,
           range_epochs=40),
    Recipe(name="nm", weight_bits=4, structure=Pattern(1, 4), rows=8, columns=8,
           range_epochs=40),
    Recipe(name="bcr", weight_bits=4, structure=RowColumn(), rows=8, columns=8, density=0.3,
           range_epochs=40),
    Recipe(name="nested", weight_bits=3, levels=(1, 2), range_epochs=40),
    Recipe(name="periodic", weight_bits=4, structure=PeriodicKernels(PSC4_P8, 4, 4),
           masked_epochs=0, range_epochs=40),
    Recipe(name="mx-int4", mantissa_bits=4, range_epochs=40),
    Recipe(name="int4", weight_bits=4, range_epochs=40),
    Recipe(name="ternary", weight_bits=2, levels=(1,)),
)

# Those that do not train, or not only with the samples as they are.
_OTHERS = (
    Recipe(name="post-training", weight_bits=4, structure=Irregular(), density=0.25,
           float_epochs=0, method=LayerWise(), masked_epochs=0, range_epochs=0, exact_epochs=0),
    # Magnitude pruning and training with the mask against the adversary keeps more robustness than
    # pulling the weights while they learn to withstand it.
    Recipe(name="robust", weight_bits=4, structure=Irregular(), density=0.22, method=OneShot(),
           adversary=Adversary(epsilon=0.125, step=0.03), range_epochs=20, exact_epochs=10),
)

# The same for a perceptron on MNIST: far more weights, of which far fewer are needed, and more
# samples in an epoch.
_MNIST = tuple(
    replace(
        recipe, name=f"{recipe.name}-mnist", density=0.1 if recipe.density < 1 else 1.0,
        float_epochs=12, method=Admm(epochs=12, rounds=4, rho=0.01, growth=2.0), masked_epochs=6,
        range_epochs=10, exact_epochs=4, learning_rate=3e-3,
    )
    for recipe in _DIGITS
    if recipe.name != "block-ternary-mlp" and not isinstance(recipe.structure, PeriodicKernels)
)

#: Named recipes, for the command line.
RECIPES = {recipe.name: recipe for recipe in (*_DIGITS, *_OTHERS, *_MNIST)}


def recipe(name: str) -> Recipe:
    """The recipe of a name; ``GossamerError`` lists the names there are."""
    if name not in RECIPES:
        raise GossamerError(
            f"There is no recipe {name!r}; choose one of {', '.join(sorted(RECIPES))}."
        )
    return RECIPES[name]
