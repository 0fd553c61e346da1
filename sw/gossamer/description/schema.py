"""Schema of ``model.json``, version 1: what a description holds besides its arrays."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["FORMAT", "VERSION", "Model", "Operator"]

#: Value of the key ``format``: tells a description from any other archive with a model.json.
FORMAT = "gossamer-description"

#: Version that this module reads and writes. A change of meaning or a new key raises it.
VERSION = 1

Count = Annotated[int, Field(ge=1)]
Size = Annotated[int, Field(ge=0)]
Name = Annotated[str, Field(min_length=1)]
Scale = Annotated[float, Field(gt=0)]
Fraction = Annotated[float, Field(ge=0, le=1)]
Pair = tuple[Count, Count]


class Strict(BaseModel):
    """No unknown key, no silent conversion, no NaN."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class Operator(Strict):
    """One node; which arrays stand beside it in ``weights.safetensors`` depends on its kind."""

    kind: Any
    name: Name


class Input(Operator):
    kind: Literal["input"]
    shape: Annotated[tuple[Count, ...], Field(min_length=1, max_length=3)]
    low: int
    high: int
    scale: Scale


class Weighted(Operator):
    x: Name
    weight_bits: Annotated[int, Field(ge=1, le=8)]
    geometry: Pair


class Linear(Weighted):
    kind: Literal["linear"]


class Conv2d(Weighted):
    kind: Literal["conv2d"]
    stride: Pair
    padding: tuple[Size, Size, Size, Size]
    dilation: Pair
    groups: Count


class SumPool(Operator):
    kind: Literal["sumpool"]
    x: Name
    window: Pair
    stride: Pair


class MaxPool(Operator):
    kind: Literal["maxpool"]
    x: Name
    window: Pair
    stride: Pair


class Requantize(Operator):
    kind: Literal["requantize"]
    x: Name
    low: int
    high: int
    scale: Scale


class Add(Operator):
    kind: Literal["add"]
    a: Name
    b: Name
    multiplier: int
    shift: Annotated[int, Field(ge=1, le=47)]
    low: int
    high: int
    scale: Scale


class Flatten(Operator):
    kind: Literal["flatten"]
    x: Name


AnyOperator = Annotated[
    Input | Linear | Conv2d | SumPool | MaxPool | Requantize | Add | Flatten,
    Field(discriminator="kind"),
]


class Accuracy(Strict):
    """Fractions of ``test_images`` classified correctly; null where nothing was measured."""

    float: Fraction | None
    integer: Fraction | None
    test_images: Size


class Model(Strict):
    """The whole of ``model.json``."""

    format: Literal["gossamer-description"]
    version: Literal[1]
    name: str
    recipe: str
    classes: Size
    accuracy: Accuracy
    nodes: Annotated[tuple[AnyOperator, ...], Field(min_length=1)]
