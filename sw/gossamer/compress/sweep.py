"""Sweeps: one model compressed to several densities, and what each costs on a board."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from torch import nn

from .. import ir
from ..data import Dataset
from ..description import Description
from ..errors import GossamerError
from ..files import write_atomic
from ..plan import TooLargeError, plan
from ..target import Target
from .checkpoint import fingerprint
from .describe import describe
from .methods import Threshold
from .pipeline import Watch, compress
from .recipes import Recipe
from .train import Progress

__all__ = ["PICTURE", "Point", "Sweep", "draw", "need_pictures", "pareto", "sweep"]

#: What a sweep is in its folder, beside a description for each density and the picture.
TABLE, PICTURE = "sweep.json", "sweep.png"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One density of a sweep.

    Attributes
    ----------
    density : float
        That of the recipe.
    nonzero : float
        Share of the weights that are not zero.
    accuracy, float_accuracy : float
        Share of the test samples that the integers and the float model classify correctly.
    bits, cycles, cells : int or None
        Weight memory, cycles of an inference and logic cells on the board, as planned; None where
        the model does not fit.
    best : bool
        Whether no other point is as good in accuracy, bits and cycles and better in one of them.
    file : str
        Description, in the sweep's folder.
    refusal : str
        Why it does not fit, if so.
    """

    density: float
    nonzero: float
    accuracy: float
    float_accuracy: float
    bits: int | None = None
    cycles: int | None = None
    cells: int | None = None
    best: bool = False
    file: str
    refusal: str = ""


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """A trade-off between accuracy, bits and cycles; ``points`` by falling density."""

    model: str
    recipe: str
    data: str
    board: str
    test_images: int
    points: tuple[Point, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"points": [asdict(point) for point in self.points]}


def sweep(
    module: nn.Module, dataset: Dataset, recipe: Recipe, densities: Sequence[float],
    target: Target, folder: Path, *, name: str | None = None, progress: Progress | None = None,
    watch: Watch | None = None,
) -> Sweep:
    """Compress a module to several densities and plan each result for a board.

    Every result is kept in ``folder``, with the table ``sweep.json``: a sweep that was interrupted
    goes on where it was, and one with more densities only adds what is missing.

    Parameters
    ----------
    densities : sequence of float
        For :attr:`Recipe.density`, above 0 to 1.
    folder : Path
        New or empty, or that of a sweep of the same module, data and recipe.
    progress, watch : callable, optional
        As in :func:`compress`; stages have the density in front.

    Raises
    ------
    GossamerError
        If a density is not possible or the folder is that of something else.
    """
    if not densities or len({*densities}) < len(densities):
        raise GossamerError("A sweep needs densities, each of them once; give for example 0.5,0.1.")
    if min(densities) <= 0:
        raise GossamerError(
            f"A sweep cannot compress to the density {min(densities)}; give shares above 0.")
    if recipe.budget or isinstance(recipe.method, Threshold):
        raise GossamerError(
            f"The recipe {recipe.name!r} does not ask for a density, because "
            f"{'a budget' if recipe.budget else 'a threshold'} decides how much is pruned; sweep "
            "one that does.")
    recipes = {density: replace(recipe, density=density)
               for density in sorted(densities, reverse=True)}
    key = fingerprint(module, dataset, replace(recipe, density=1.0))
    name = name or type(module).__name__
    _prepare(folder, key)
    points = []
    for density, each in recipes.items():
        stem = f"density-{density!r}".removesuffix(".0")
        file = folder / f"{stem}.gsm"
        if file.exists():
            description = Description.load(file)
        else:
            result = compress(
                module, dataset, each, progress=_at(density, progress), watch=_at(density, watch),
                checkpoint=folder / f".{stem}.checkpoint")
            description = describe(result, dataset, each, name)
            description.save(file)
        points.append(_point(description, density, target, file.name))
    done = Sweep(model=name, recipe=recipe.name, data=dataset.name, board=target.name,
                 test_images=len(dataset.test_y), points=pareto(points))
    _write(folder, {"key": key, **done.to_json()})
    return done


def pareto(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points, those marked that no other one dominates in accuracy, bits and cycles."""
    def figures(point: Point) -> tuple[float, float, float]:
        assert point.bits is not None and point.cycles is not None
        return -point.accuracy, point.bits, point.cycles

    fitting = [point for point in points if point.cycles is not None]

    def dominated(point: Point) -> bool:
        mine = figures(point)
        return any(theirs != mine and all(a <= b for a, b in zip(theirs, mine, strict=True))
                   for theirs in map(figures, fitting))

    return tuple(replace(point, best=point in fitting and not dominated(point))
                 for point in points)


def need_pictures() -> None:
    """Refuse to go on where the library that draws pictures is not installed."""
    if importlib.util.find_spec("matplotlib") is None:
        raise GossamerError(
            "A picture needs the package matplotlib, which is not installed; install it with pip "
            "install matplotlib.")


def draw(found: Sweep, path: Path) -> None:
    """Draw accuracy over bits and over cycles; points that none dominates are filled and joined.

    Raises
    ------
    GossamerError
        If the library that draws pictures is not installed.
    """
    need_pictures()
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, panels = plt.subplots(1, 2, figsize=(10, 4), sharey=True)
    labels = {"bits": "bits of weight memory", "cycles": "cycles per inference"}
    for axes, (what, label) in zip(panels, labels.items(), strict=True):
        points = [point for point in found.points if point.cycles is not None]
        for best, style in ((True, "o-"), (False, "o")):
            some = sorted((getattr(point, what), 100 * point.accuracy)
                          for point in points if point.best == best)
            if some:
                axes.plot(*zip(*some, strict=True), style, color="C0",
                          fillstyle="full" if best else "none",
                          label="Pareto front" if best else "dominated")
        for point in points:
            axes.annotate(f"{point.density:g}", (getattr(point, what), 100 * point.accuracy),
                          textcoords="offset points", xytext=(5, -10), fontsize=8)
        axes.margins(x=0.1)
        axes.set(xlabel=label, xlim=(0, None))
        axes.grid(alpha=0.3)
    panels[0].set(ylabel=f"accuracy on {found.test_images} test samples, %")
    if any(point.cycles is not None for point in found.points):
        panels[0].legend()
    figure.suptitle(f"{found.model} on {found.data}, {found.recipe}, {found.board}; "
                    "numbers are densities")
    figure.savefig(path, dpi=120, bbox_inches="tight")
    plt.close(figure)


def _prepare(folder: Path, key: str) -> None:
    """Make the folder, or make sure that it is one of this sweep."""
    try:
        folder.mkdir(exist_ok=True)
        table = folder / TABLE
        if table.exists():
            known = json.loads(table.read_text())
            if not isinstance(known, dict) or known.get("key") != key:
                raise GossamerError(
                    f"The folder {folder} belongs to a sweep of another model, data set or recipe; "
                    "choose another folder.")
        elif any(folder.iterdir()):
            raise GossamerError(
                f"The folder {folder} exists and is not that of a sweep; choose another name.")
        else:
            _write(folder, {"key": key})
    except (OSError, ValueError) as error:
        raise GossamerError(
            f"The folder {folder} cannot be used for a sweep ({error}); choose another.") from error


def _write(folder: Path, table: Mapping[str, Any]) -> None:
    write_atomic(folder / TABLE, (json.dumps(table, indent=1) + "\n").encode(), overwrite=True)


def _at(density: float, called: Any) -> Any:
    """A progress or watch whose stages have the density in front."""
    if called is None:
        return None

    def call(stage: str, *rest: Any) -> None:
        called(f"{density:g}: {stage}", *rest)

    return call


def _point(description: Description, density: float, target: Target, file: str) -> Point:
    weights = [node.weight for node in description.graph if isinstance(node, ir.Weighted)]
    accuracy, before = description.integer_accuracy, description.float_accuracy
    assert accuracy is not None and before is not None
    point = Point(
        density=density, accuracy=accuracy, float_accuracy=before, file=file,
        nonzero=sum(map(np.count_nonzero, weights)) / sum(weight.size for weight in weights))
    try:
        made = plan(description.graph, target)
    except TooLargeError as error:
        return replace(point, refusal=str(error))
    return replace(point, bits=made.packed_bits, cycles=made.cycles, cells=made.needs.luts)
