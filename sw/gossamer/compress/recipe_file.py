"""Recipe files: a recipe as TOML, on top of a named one.

    base = "bcr"
    density = 0.2

    [method]
    kind = "admm"
    epochs = 40
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Checks types and gives errors that name the field; recipes themselves stay plain dataclasses.
from pydantic import ConfigDict, TypeAdapter, ValidationError

from ..errors import GossamerError
from ..target import Target
from .adversary import Adversary
from .augment import Augmentation
from .budget import Budget
from .channels import Channels
from .methods import Admm, LayerWise, OneShot, Reweighted, StraightThrough, Threshold
from .quantizers import Nonzero
from .recipes import Recipe, recipe
from .structures import (
    Blocks,
    Irregular,
    KernelPatterns,
    Pattern,
    PeriodicKernels,
    Punched,
    RowColumn,
)
from .ternary import AbsMean, Expansion, Learned, MaxThreshold, MeanThreshold

__all__ = ["KINDS", "find", "load"]

#: Parts of a recipe that come in kinds, by the table's name and its key ``kind``.
KINDS: dict[str, dict[str, type]] = {
    "structure": {"blocks": Blocks, "irregular": Irregular, "pattern": Pattern,
                  "row-column": RowColumn, "periodic": PeriodicKernels, "punched": Punched,
                  "kernel-patterns": KernelPatterns, "channels": Channels},
    "method": {"one-shot": OneShot, "admm": Admm, "threshold": Threshold,
               "reweighted": Reweighted, "straight-through": StraightThrough,
               "layer-wise": LayerWise},
    "rule": {"max": MaxThreshold, "mean": MeanThreshold, "abs-mean": AbsMean, "learned": Learned,
             "nested": Expansion, "nonzero": Nonzero},
}

#: Parts of one kind.
PARTS: dict[str, type] = {"augmentation": Augmentation, "adversary": Adversary, "levelling": Admm,
                          "budget": Budget}


def find(name: str, board: Callable[[str], Target]) -> Recipe:
    """The recipe of a name, or of a file whose name ends in ``.toml``.

    ``board`` gives the device of a board's name, for budgets.
    """
    return load(Path(name), board) if name.endswith(".toml") else recipe(name)


def load(path: Path, board: Callable[[str], Target]) -> Recipe:
    """Read a recipe file.

    What the file does not say is taken from the recipe that ``base`` names, or from the defaults
    of :class:`Recipe`; its name is the file's, unless it gives one.

    Raises
    ------
    GossamerError
        If the file cannot be read, is not TOML, or says something that is no recipe.
    """
    try:
        with open(path, "rb") as file:
            said = tomllib.load(file)
    except OSError as error:
        raise GossamerError(f"The recipe {path} cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GossamerError(f"The recipe {path} is not TOML: {error}.") from error
    name = said.pop("base", None)
    if name is not None and not isinstance(name, str):
        raise GossamerError(f"The recipe {path} has a base that is not a name.")
    base = recipe(name) if name else Recipe(name=path.stem)
    fields = {field.name: field for field in dataclasses.fields(Recipe)}
    changes: dict[str, Any] = {"name": path.stem}
    for key, value in said.items():
        if key not in fields:
            raise GossamerError(f"The recipe {path} has a key {key!r}; a recipe has "
                                f"{', '.join(['base', *fields])}.")
        kind: Any = _type(path, key, value)
        if key == "budget" and isinstance(value, dict):
            value = _targeted(path, value, board)
        if isinstance(value, dict):
            value = {k.replace("-", "_"): v for k, v in value.items() if k != "kind"}
        changes[key] = _checked(path, key, kind, value)
    return dataclasses.replace(base, **changes)


def _type(path: Path, key: str, value: Any) -> Any:
    """What a key holds."""
    if key in KINDS:
        kind = value.get("kind") if isinstance(value, dict) else value
        if kind not in KINDS[key]:
            raise GossamerError(f"The recipe {path} has the {key} {kind!r}; choose one of "
                                f"{', '.join(KINDS[key])}.")
        return KINDS[key][kind]
    if key in PARTS:
        return PARTS[key]
    return {"levels": tuple[int, ...], "freezing": tuple[float, ...],
            "layer_densities": dict[str, float]}.get(key) or type(
                getattr(Recipe(name="any"), key))


def _targeted(path: Path, budget: dict[str, Any], board: Callable[[str], Target]
              ) -> dict[str, Any]:
    """A budget with the device of its board."""
    if not isinstance(budget.get("board"), str):
        raise GossamerError(f"The recipe {path} has a budget without a board; name one.")
    rest = {key: value for key, value in budget.items() if key != "board"}
    return {"target": board(budget["board"]), **rest}


def _checked(path: Path, key: str, kind: Any, value: Any) -> Any:
    """A value of the type that a key holds."""
    if dataclasses.is_dataclass(kind) and not isinstance(value, dict):
        value = {}
    strict = not isinstance(value, list | dict)  # TOML has no tuples, and 1 is a float as well
    adapter: TypeAdapter[Any] = TypeAdapter(
        kind, config=None if dataclasses.is_dataclass(kind) else ConfigDict(strict=strict))
    if dataclasses.is_dataclass(kind):
        unknown = sorted(set(value) - {field.name for field in dataclasses.fields(kind)})
        if unknown:
            raise GossamerError(f"The recipe {path} has an unknown key {unknown[0]!r} in {key}.")
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, (key, *first["loc"])))
        raise GossamerError(f"The recipe {path} is wrong at {place}: {first['msg']}.") from error
