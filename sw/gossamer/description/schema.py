"""Schema of ``model.json``, version 7: what a description holds besides its arrays."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["FORMAT", "VERSION", "Model", "Operator"]

#: Value of the key ``format``: tells a description from any other archive with a model.json.
FORMAT = "gossamer-description"

#: Version that this module writes; it reads all that came before. A change of meaning or a new key
#: raises it, and what older files lack has a default here.
VERSION = 7

# Numbers that NumPy holds; what a graph allows of them is checked later.
Whole = Annotated[int, Field(ge=-(1 << 62), le=1 << 62)]
Count = Annotated[int, Field(ge=1, le=1 << 31)]
Size = Annotated[int, Field(ge=0, le=1 << 31)]
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
    low: Whole
    high: Whole
    scale: Scale
    zero: float = 0.0


class Weighted(Operator):
    x: Name
    weight_bits: Annotated[int, Field(ge=1, le=8)]
    geometry: Pair
    fraction: Annotated[int, Field(ge=0, le=16)] = 0


class Linear(Weighted):
    kind: Literal["linear"]


class Conv2d(Weighted):
    kind: Literal["conv2d"]
    stride: Pair
    padding: tuple[Size, Size, Size, Size]
    dilation: Pair
    groups: Count
    pad: Whole = 0


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
    dilation: Pair = (1, 1)


class Requantize(Operator):
    kind: Literal["requantize"]
    x: Name
    low: Whole
    high: Whole
    scale: Scale
    offset: Whole = 0
    zero: float = 0.0
    rounding: Literal["half_up", "half_even", "half_away", "floor", "double"] = "half_up"


class MultiThreshold(Operator):
    kind: Literal["multithreshold"]
    x: Name
    low: Whole
    step: Count
    scale: Scale
    zero: float


class Table(Operator):
    kind: Literal["table"]
    x: Name
    first: Whole
    scale: Scale
    zero: float


class Sum(Operator):
    kind: Literal["sum"]
    a: Name
    b: Name


class Product(Operator):
    kind: Literal["product"]
    a: Name
    b: Name
    a_zero: Whole
    b_zero: Whole


class Softmax(Operator):
    kind: Literal["softmax"]
    x: Name
    zero: Whole


class Add(Operator):
    kind: Literal["add"]
    a: Name
    b: Name
    multiplier: Whole
    shift: Annotated[int, Field(ge=1, le=47)]
    low: Whole
    high: Whole
    scale: Scale


class Flatten(Operator):
    kind: Literal["flatten"]
    x: Name


class Reshape(Operator):
    kind: Literal["reshape"]
    x: Name
    shape: Annotated[tuple[Count, ...], Field(min_length=1, max_length=3)]


class Concat(Operator):
    kind: Literal["concat"]
    parts: Annotated[tuple[Name, ...], Field(min_length=1)]


class Slice(Operator):
    kind: Literal["slice"]
    x: Name
    first: Annotated[tuple[Size, ...], Field(min_length=1, max_length=3)]
    shape: Annotated[tuple[Count, ...], Field(min_length=1, max_length=3)]


class Pad(Operator):
    kind: Literal["pad"]
    x: Name
    padding: tuple[Size, Size, Size, Size]
    value: Whole


class Patch(Operator):
    kind: Literal["patch"]
    x: Name
    part: Name
    first: tuple[Size, Size]


AnyOperator = Annotated[
    Input | Linear | Conv2d | SumPool | MaxPool | Requantize | MultiThreshold | Table | Sum
    | Product | Add | Softmax | Flatten | Reshape | Concat | Slice | Pad
    | Patch,
    Field(discriminator="kind"),
]


class Robustness(Strict):
    """Fractions of the same images, attacked, classified correctly."""

    float_accuracy: Fraction
    transferred: Fraction
    fresh: Fraction


class Accuracy(Strict):
    """Fractions of ``test_images`` classified correctly; null where nothing was measured."""

    float: Fraction | None
    integer: Fraction | None
    test_images: Size
    robustness: Robustness | None = None


class Model(Strict):
    """The whole of ``model.json``."""

    format: Literal["gossamer-description"]
    version: Literal[1, 2, 3, 4, 5, 6, 7]
    name: str
    recipe: str
    classes: Size
    accuracy: Accuracy
    nodes: Annotated[tuple[AnyOperator, ...], Field(min_length=1)]
