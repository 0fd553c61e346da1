"""Operators of the graph, each of which can compute itself in exact integers.

Values are numpy int64 arrays of shape (N, *type.shape), channels last. Nodes are immutable and
hold their arrays read-only.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from gossamer_hw.fixed_point import softmax
from gossamer_hw.requantize import ROUNDINGS, half_up

from .types import TensorType

__all__ = [
    "Add",
    "Concat",
    "Conv2d",
    "Flatten",
    "Input",
    "IntArray",
    "Linear",
    "MaxPool",
    "MultiThreshold",
    "Node",
    "Pad",
    "Patch",
    "Product",
    "Requantize",
    "Reshape",
    "Slice",
    "Softmax",
    "Sum",
    "SumPool",
    "Table",
    "Weighted",
    "windows",
]

IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Node:
    """A named value and how it is computed from others."""

    #: Name in a saved description.
    kind: ClassVar[str]
    name: str

    def __post_init__(self) -> None:
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, np.ndarray):
                value = np.array(value)
                value.flags.writeable = False
                object.__setattr__(self, item.name, value)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the nodes this one reads."""
        return (self.x,) if hasattr(self, "x") else ()

    def infer(self, *types: TensorType) -> TensorType:
        """Type of the value, from the types of the inputs; ``ValueError`` if they do not fit."""
        raise NotImplementedError

    def compute(self, *values: IntArray) -> IntArray:
        """The value, from the values of the inputs."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True, eq=False)
class Input(Node):
    """Where data enters, as integers ``round(real / scale + zero)`` limited to ``low..high``.

    Real inputs are rounded to nearest, ties to even, by the host (:meth:`quantize`).
    """

    kind: ClassVar[str] = "input"
    shape: tuple[int, ...]
    low: int
    high: int
    scale: float
    zero: float = 0.0

    def infer(self, *types: TensorType) -> TensorType:
        return TensorType(shape=self.shape, low=self.low, high=self.high, scale=self.scale,
                          zero=self.zero)

    def quantize(self, real: npt.ArrayLike) -> IntArray:
        """Bring real values to the integers of this input."""
        steps = np.rint(np.asarray(real, dtype=np.float64) / self.scale + self.zero)
        return np.clip(steps, self.low, self.high).astype(np.int64)

    def admit(self, values: npt.NDArray[Any]) -> None:
        """Check a batch of input integers; ``ValueError`` says what is wrong with it."""
        if values.shape[1:] != self.shape:
            raise ValueError(
                f"Input must have shape (N, {', '.join(map(str, self.shape))}), not "
                f"({', '.join(map(str, values.shape))})"
            )
        if not np.issubdtype(values.dtype, np.integer):
            raise ValueError(f"Input must be of an integer type, not {values.dtype}")
        if values.size and not (values.min() >= self.low and values.max() <= self.high):
            raise ValueError(
                f"Input must lie in {self.low}..{self.high}, not "
                f"{values.min()}..{values.max()}"
            )


@dataclass(frozen=True, kw_only=True, eq=False)
class Weighted(Node):
    """What linear and convolution layers share: ``(products << fraction) + bias``.

    Attributes
    ----------
    weight : int array
        First axis is the output channel.
    bias : int array, shape (outputs,)
        In steps of ``2**-fraction`` of the products' sum.
    weight_bits : int
        Width the values were trained for, 1 to 8; -1, 0, 1 are also storable as trits.
    geometry : (rows, columns)
        Block of outputs x inputs that pruning removes as a whole.
    fraction : int
        Bits of the bias that lie below the products: what a network adds between two sums.
    """

    x: str
    weight: npt.NDArray[np.int8]
    bias: IntArray
    weight_bits: int
    geometry: tuple[int, int] = (4, 4)
    fraction: int = 0

    @property
    def outputs(self) -> int:
        return int(self.weight.shape[0])

    @property
    def ternary(self) -> bool:
        """Whether every weight is -1, 0 or 1."""
        return bool(self.weight.min(initial=0) >= -1 and self.weight.max(initial=0) <= 1)

    @property
    def outside(self) -> int:
        """What an operand is that lies outside the input."""
        return 0

    @functools.cached_property
    def signs(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Sums of the positive and of the negative weights of every output."""
        matrix = self.weight.reshape(self.outputs, -1)
        return (matrix.sum(axis=1, where=matrix > 0, dtype=np.int64),
                matrix.sum(axis=1, where=matrix < 0, dtype=np.int64))

    def reach(self, low: int, high: int) -> tuple[IntArray, IntArray]:
        """Exact range of every channel's sums, over all inputs in ``low..high``.

        It is reached: choose ``high`` under positive weights and ``low`` under negative ones, or
        the reverse. Padding puts another integer in place of an input; a range that does not
        contain it is widened.
        """
        low, high = min(low, self.outside), max(high, self.outside)
        positive, negative = self.signs
        return ((positive * low + negative * high << self.fraction) + self.bias,
                (positive * high + negative * low << self.fraction) + self.bias)

    def accumulator(self, low: int, high: int) -> tuple[int, int]:
        """Exact range of the sums of all channels, see :meth:`reach`.

        Zero is always inside, since an accumulator starts there.
        """
        bottoms, tops = self.reach(low, high)
        return min(int(bottoms.min()), 0), max(int(tops.max()), 0)


@dataclass(frozen=True, kw_only=True, eq=False)
class Linear(Weighted):
    """``(x @ weight.T << fraction) + bias``; weight has shape (outputs, inputs)."""

    kind: ClassVar[str] = "linear"

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        if x.shape != (self.weight.shape[1],):
            raise ValueError(f"takes {self.weight.shape[1]} inputs, not a tensor of {x.shape}")
        low, high = self.accumulator(x.low, x.high)
        return TensorType(shape=(self.outputs,), low=low, high=high)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        return (x @ self.weight.astype(np.int64).T << self.fraction) + self.bias


@dataclass(frozen=True, kw_only=True, eq=False)
class Conv2d(Weighted):
    """Two-dimensional convolution; weight has shape (outputs, kh, kw, inputs / groups).

    Padding is (top, bottom, left, right), stride and dilation are (vertical, horizontal); what
    lies outside the image counts as the integer ``pad``.
    """

    kind: ClassVar[str] = "conv2d"
    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int, int, int] = (0, 0, 0, 0)
    dilation: tuple[int, int] = (1, 1)
    groups: int = 1
    pad: int = 0

    @property
    def outside(self) -> int:
        return self.pad

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        if len(x.shape) != 3:
            raise ValueError(f"takes an image (height, width, channels), not {x.shape}")
        if x.channels != self.weight.shape[3] * self.groups or self.outputs % self.groups:
            raise ValueError(
                f"has weights for {self.weight.shape[3] * self.groups} input channels in "
                f"{self.groups} groups, not {x.channels}"
            )
        height, width = windows(x.shape, self.weight.shape[1:3], self.stride, self.padding,
                                self.dilation)
        low, high = self.accumulator(x.low, x.high)
        return TensorType(shape=(height, width, self.outputs), low=low, high=high)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        top, bottom, left, right = self.padding
        padded = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)),
                        constant_values=self.pad)
        patches = slide(padded, self.weight.shape[1:3], self.stride, self.dilation)
        batch, height, width = patches.shape[:3]
        inputs = self.weight.shape[3]
        each = self.outputs // self.groups
        parts = [
            patches[..., g * inputs:(g + 1) * inputs].reshape(batch, height, width, -1)
            @ self.weight[g * each:(g + 1) * each].reshape(each, -1).astype(np.int64).T
            for g in range(self.groups)
        ]
        return (np.concatenate(parts, axis=-1) << self.fraction) + self.bias


@dataclass(frozen=True, kw_only=True, eq=False)
class SumPool(Node):
    """Sum over windows, channel by channel: an average pool before its division.

    The :class:`Requantize` that follows holds the division in its scale.
    """

    kind: ClassVar[str] = "sumpool"
    x: str
    window: tuple[int, int]
    stride: tuple[int, int]

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        height, width = windows(x.shape, self.window, self.stride)
        count = self.window[0] * self.window[1]
        return TensorType(shape=(height, width, x.channels), low=min(x.low, 0) * count,
                          high=max(x.high, 0) * count)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        return slide(x, self.window, self.stride).sum(axis=(3, 4))

    def convolution(self, channels: int) -> Conv2d:
        """The same sums as a convolution of every channel with ones."""
        return Conv2d(
            name=self.name, x=self.x, weight=np.ones((channels, *self.window, 1), np.int8),
            bias=np.zeros(channels, np.int64), weight_bits=2, stride=self.stride, groups=channels)


@dataclass(frozen=True, kw_only=True, eq=False)
class MaxPool(Node):
    """Maximum over windows, channel by channel, of elements ``dilation`` apart."""

    kind: ClassVar[str] = "maxpool"
    x: str
    window: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int] = (1, 1)

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        height, width = windows(x.shape, self.window, self.stride, dilation=self.dilation)
        return TensorType(shape=(height, width, x.channels), low=x.low, high=x.high,
                          scale=x.scale, zero=x.zero)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        return slide(x, self.window, self.stride, self.dilation).max(axis=(3, 4))


@dataclass(frozen=True, kw_only=True, eq=False)
class Requantize(Node):
    """Bring accumulators to activations: ``round(x * multiplier / 2**shift) + offset``, limited.

    ``multiplier`` and ``shift`` hold one integer per channel; shifts are 1 or more. ``rounding``
    names one of :data:`gossamer_hw.requantize.ROUNDINGS`: ``half_up`` is
    ``(x * multiplier + 2**(shift-1)) >> shift``. A ReLU is ``low = zero``, usually 0.

    ``exceptions``, of shape (n, 3), are channel, sum and step, each channel and sum once: where
    ``x`` is just that sum in that channel, ``x + step`` is rounded in its place. What
    floating point rounds, just beside ties, is not always a straight line.
    """

    kind: ClassVar[str] = "requantize"
    x: str
    multiplier: IntArray
    shift: IntArray
    low: int
    high: int
    scale: float
    offset: int = 0
    zero: float = 0.0
    rounding: str = "half_up"
    exceptions: IntArray = field(default_factory=lambda: np.zeros((0, 3), np.int64))

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        if not self.multiplier.shape == self.shift.shape == (x.channels,):
            raise ValueError(
                f"has {self.multiplier.size} multipliers and {self.shift.size} shifts for "
                f"{x.channels} channels"
            )
        if self.exceptions.ndim != 2 or self.exceptions.shape[1] != 3:
            raise ValueError(f"has exceptions of shape {self.exceptions.shape}, not (n, 3)")
        channels = self.exceptions[:, 0]
        if channels.size and not 0 <= channels.min() <= channels.max() < x.channels:
            raise ValueError(f"has exceptions for other channels than 0..{x.channels - 1}")
        if len(np.unique(self.exceptions[:, :2], axis=0)) < len(channels):
            raise ValueError("has two exceptions for the same sum")
        return TensorType(shape=x.shape, low=self.low, high=self.high, scale=self.scale,
                          zero=self.zero)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        if len(self.exceptions):
            given, x = x, x.copy()
            for channel, value, step in self.exceptions:
                x[..., channel][given[..., channel] == value] += step
        rounded = ROUNDINGS[self.rounding](x, self.multiplier, self.shift)
        return (rounded + self.offset).clip(self.low, self.high)


@dataclass(frozen=True, kw_only=True, eq=False)
class MultiThreshold(Node):
    """Bring accumulators to activations: ``low + step * (how many thresholds x reaches)``.

    ``thresholds`` has shape (channels, steps), ascending in each row; a value reaches a threshold
    when it is not below it (Umuroglu and Jahre, "Streamlined deployment for quantized neural
    networks", 2017). ``step`` is 2 for values of -1 and 1.
    """

    kind: ClassVar[str] = "multithreshold"
    x: str
    thresholds: IntArray
    low: int
    step: int
    scale: float
    zero: float = 0.0

    @property
    def high(self) -> int:
        """The greatest value, which reaches every threshold."""
        return self.low + self.step * int(self.thresholds.shape[1])

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        if len(self.thresholds) != x.channels:
            raise ValueError(
                f"has thresholds for {len(self.thresholds)} channels, not {x.channels}")
        return TensorType(shape=x.shape, low=self.low, high=self.high, scale=self.scale,
                          zero=self.zero)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        flat = x.reshape(-1, x.shape[-1])
        reached = [np.searchsorted(row, column, side="right")
                   for row, column in zip(self.thresholds, flat.T, strict=True)]
        return self.low + self.step * np.stack(reached, axis=-1).reshape(x.shape)


@dataclass(frozen=True, kw_only=True, eq=False)
class Table(Node):
    """Any function of single values: ``values[x - first]``."""

    kind: ClassVar[str] = "table"
    x: str
    values: IntArray
    first: int
    scale: float
    zero: float = 0.0

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        if x.low < self.first or x.high >= self.first + len(self.values):
            raise ValueError(
                f"has entries for {self.first}..{self.first + len(self.values) - 1}, not for "
                f"{x.low}..{x.high}")
        return TensorType(shape=x.shape, low=int(self.values.min()), high=int(self.values.max()),
                          scale=self.scale, zero=self.zero)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        return self.values[x - self.first]


@dataclass(frozen=True, kw_only=True, eq=False)
class Sum(Node):
    """``a + b`` as it is: a sum that is requantized next, its operands often from tables."""

    kind: ClassVar[str] = "sum"
    a: str
    b: str

    @property
    def inputs(self) -> tuple[str, ...]:
        return (self.a, self.b)

    def infer(self, *types: TensorType) -> TensorType:
        a, b = types
        if a.shape != b.shape:
            raise ValueError(f"adds tensors of different shapes {a.shape} and {b.shape}")
        return TensorType(shape=a.shape, low=a.low + b.low, high=a.high + b.high)

    def compute(self, *values: IntArray) -> IntArray:
        a, b = values
        return a + b


@dataclass(frozen=True, kw_only=True, eq=False)
class Product(Node):
    """``(a - a_zero) * (b - b_zero)``, element by element: a product that is requantized next.

    ``b`` has the shape of ``a``, or is a vector or one pixel of as many channels, by which every
    pixel of ``a`` is multiplied.
    """

    kind: ClassVar[str] = "product"
    a: str
    b: str
    a_zero: int = 0
    b_zero: int = 0

    @property
    def inputs(self) -> tuple[str, ...]:
        return (self.a, self.b)

    def infer(self, *types: TensorType) -> TensorType:
        a, b = types
        pixel = (*(1,) * (len(a.shape) - 1), a.channels)
        if b.shape not in (a.shape, pixel, pixel[-1:]):
            raise ValueError(f"multiplies tensors of different shapes {a.shape} and {b.shape}")
        ends = [(x - self.a_zero) * (y - self.b_zero)
                for x in (a.low, a.high) for y in (b.low, b.high)]
        return TensorType(shape=a.shape, low=min(ends), high=max(ends))

    def compute(self, *values: IntArray) -> IntArray:
        a, b = values
        if a.ndim > b.ndim:
            b = b.reshape(len(b), *(1,) * (a.ndim - 2), -1)
        return (a - self.a_zero) * (b - self.b_zero)


@dataclass(frozen=True, kw_only=True, eq=False)
class Softmax(Node):
    """Shares of a vector's exponentials, in steps of 1/256 from ``zero``, limited to 8 bits.

    ``exponentials[d]`` is the exponential of a value that is ``d`` below the greatest one, in
    steps of 2**-31, the first being 2**31 - 1. Sum, division and rounding are those of
    :func:`gossamer_hw.fixed_point.softmax`, which are TensorFlow Lite's.
    """

    kind: ClassVar[str] = "softmax"
    x: str
    exponentials: IntArray
    zero: int = -128

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        if x.high - x.low >= len(self.exponentials):
            raise ValueError(f"has {len(self.exponentials)} exponentials for values "
                             f"{x.low}..{x.high}")
        return TensorType(shape=x.shape, low=self.zero, high=self.zero + 255, scale=1 / 256,
                          zero=self.zero)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        below = x.max(axis=-1, keepdims=True) - x
        return softmax(self.exponentials[below]).clip(0, 255) + self.zero


@dataclass(frozen=True, kw_only=True, eq=False)
class Add(Node):
    """Residual addition: ``a + ((b * multiplier + 2**(shift-1)) >> shift)``, limited.

    ``a`` comes from a :class:`Requantize` that already has the scale of the sum, usually with a
    range wider than the sum's; ``b`` is any activation and is brought to that scale here.
    """

    kind: ClassVar[str] = "add"
    a: str
    b: str
    multiplier: int
    shift: int
    low: int
    high: int
    scale: float

    @property
    def inputs(self) -> tuple[str, ...]:
        return (self.a, self.b)

    def infer(self, *types: TensorType) -> TensorType:
        a, b = types
        if a.shape != b.shape:
            raise ValueError(f"adds tensors of different shapes {a.shape} and {b.shape}")
        return TensorType(shape=a.shape, low=self.low, high=self.high, scale=self.scale)

    def compute(self, *values: IntArray) -> IntArray:
        a, b = values
        scaled = half_up(b, np.int64(self.multiplier), np.int64(self.shift))
        return (a + scaled).clip(self.low, self.high)


@dataclass(frozen=True, kw_only=True, eq=False)
class Flatten(Node):
    """Image to vector, in memory order (height, width, channel): costs nothing."""

    kind: ClassVar[str] = "flatten"
    x: str

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        return TensorType(shape=(x.size,), low=x.low, high=x.high, scale=x.scale, zero=x.zero)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        return x.reshape(x.shape[0], -1)


@dataclass(frozen=True, kw_only=True, eq=False)
class Reshape(Node):
    """The same elements in memory order, in another shape."""

    kind: ClassVar[str] = "reshape"
    x: str
    shape: tuple[int, ...]

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        shaped = replace(x, shape=self.shape)
        if shaped.size != x.size:
            raise ValueError(f"brings a tensor of {x.shape} to {self.shape}, which holds another "
                             "number of elements")
        return shaped

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        return x.reshape(len(x), *self.shape)


@dataclass(frozen=True, kw_only=True, eq=False)
class Concat(Node):
    """Tensors of one scale side by side: the channels of the first, then those of the next."""

    kind: ClassVar[str] = "concat"
    parts: tuple[str, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        return self.parts

    def infer(self, *types: TensorType) -> TensorType:
        first = types[0]
        if len(first.shape) not in (1, 3):
            raise ValueError(f"joins tensors of {len(first.shape)} axes, not vectors or images")
        for other in types[1:]:
            if other.shape[:-1] != first.shape[:-1]:
                raise ValueError(f"joins tensors of different shapes {first.shape} and "
                                 f"{other.shape}")
            if (other.scale, other.zero) != (first.scale, first.zero):
                raise ValueError(f"joins tensors of different scales {first.scale} and "
                                 f"{other.scale}, or of different zeros")
        return replace(
            first, shape=(*first.shape[:-1], sum(each.channels for each in types)),
            low=min(each.low for each in types), high=max(each.high for each in types))

    def compute(self, *values: IntArray) -> IntArray:
        return np.concatenate(values, axis=-1)


@dataclass(frozen=True, kw_only=True, eq=False)
class Patch(Node):
    """An image with ``part`` in the place of its pixels from ``first``, (row, column), on.

    The part has the same scale and channels, and is whole rows or one column of what it covers.
    """

    kind: ClassVar[str] = "patch"
    x: str
    part: str
    first: tuple[int, int]

    @property
    def inputs(self) -> tuple[str, ...]:
        return (self.x, self.part)

    def infer(self, *types: TensorType) -> TensorType:
        x, part = types
        if not len(x.shape) == len(part.shape) == 3 or x.channels != part.channels or any(
                first < 0 or first + count > size
                for first, count, size in zip(self.first, part.shape, x.shape, strict=False)):
            raise ValueError(f"puts {part.shape} at {self.first} into {x.shape}, which is not "
                             "inside")
        if part.shape[1] not in (1, x.shape[1]):
            raise ValueError(f"puts {part.shape} into {x.shape}, which is neither whole rows nor "
                             "one column")
        if (x.scale, x.zero) != (part.scale, part.zero):
            raise ValueError(f"puts a tensor of scale {part.scale} into one of {x.scale}, or of "
                             "another zero")
        return replace(x, low=min(x.low, part.low), high=max(x.high, part.high))

    def compute(self, *values: IntArray) -> IntArray:
        x, part = values
        made = x.copy()
        (row, column), (height, width) = self.first, part.shape[1:3]
        made[:, row:row + height, column:column + width] = part
        return made


@dataclass(frozen=True, kw_only=True, eq=False)
class Slice(Node):
    """A part of a tensor: along every axis ``shape`` elements from ``first`` on."""

    kind: ClassVar[str] = "slice"
    x: str
    first: tuple[int, ...]
    shape: tuple[int, ...]

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        if len(x.shape) not in (1, 3):
            raise ValueError(f"slices a tensor of {len(x.shape)} axes, not a vector or an image")
        if not len(self.first) == len(self.shape) == len(x.shape) or any(
                first < 0 or count < 1 or first + count > size
                for first, count, size in zip(self.first, self.shape, x.shape, strict=True)):
            raise ValueError(f"takes {self.shape} from {self.first} on, which is not inside "
                             f"{x.shape}")
        return replace(x, shape=self.shape)

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        return x[:, *(slice(first, first + count)
                      for first, count in zip(self.first, self.shape, strict=True))]


@dataclass(frozen=True, kw_only=True, eq=False)
class Pad(Node):
    """A frame of the integer ``value``; padding is (top, bottom, left, right)."""

    kind: ClassVar[str] = "pad"
    x: str
    padding: tuple[int, int, int, int]
    value: int

    def infer(self, *types: TensorType) -> TensorType:
        (x,) = types
        height, width = windows(x.shape, (1, 1), (1, 1), self.padding)
        return replace(x, shape=(height, width, x.channels), low=min(x.low, self.value),
                       high=max(x.high, self.value))

    def compute(self, *values: IntArray) -> IntArray:
        (x,) = values
        top, bottom, left, right = self.padding
        return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)),
                      constant_values=self.value)


def windows(
    shape: tuple[int, ...],
    window: tuple[int, ...],
    stride: tuple[int, int],
    padding: tuple[int, int, int, int] = (0, 0, 0, 0),
    dilation: tuple[int, int] = (1, 1),
) -> tuple[int, int]:
    """Output height and width of a window that slides over an image."""
    if len(shape) != 3:
        raise ValueError(f"takes an image (height, width, channels), not {shape}")
    height = (shape[0] + padding[0] + padding[1] - dilation[0] * (window[0] - 1) - 1) // stride[0]
    width = (shape[1] + padding[2] + padding[3] - dilation[1] * (window[1] - 1) - 1) // stride[1]
    if height < 0 or width < 0:
        raise ValueError(f"has a window of {tuple(window)} that is larger than its image")
    return height + 1, width + 1


def slide(
    x: IntArray,
    window: tuple[int, ...],
    stride: tuple[int, int],
    dilation: tuple[int, int] = (1, 1),
) -> IntArray:
    """All windows of images (N, H, W, C) as an array (N, OH, OW, kh, kw, C)."""
    span = tuple(d * (k - 1) + 1 for k, d in zip(window, dilation, strict=True))
    views = np.lib.stride_tricks.sliding_window_view(x, span, axis=(1, 2))
    views = views[:, ::stride[0], ::stride[1], :, ::dilation[0], ::dilation[1]]
    return views.transpose(0, 1, 2, 4, 5, 3)
