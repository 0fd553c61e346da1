"""Compute with the constants of an ONNX graph, so that only what depends on the input remains."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import helper

from .onnx_file import DAMAGE, MOST_ELEMENTS, Node
from .onnx_values import Constant

__all__ = ["OPERATORS", "fold", "reshaped"]

Array = npt.NDArray[Any]


def fold(node: Node, operands: list[Constant]) -> Constant | None:
    """The result of an operator on constants; None if they do not suit it."""
    arrays = [np.asarray(operand.values) for operand in operands]
    if math.prod(np.broadcast_shapes(*_sizes(arrays))) > MOST_ELEMENTS:
        return None
    try:
        with np.errstate(all="ignore"):
            if node.kind in STRUCTURE and operands[0].integers is not None:
                first = operands[0]
                assert first.integers is not None and first.scale is not None
                values, integers, scale = (
                    STRUCTURE[node.kind](node, [array, *arrays[1:]])
                    for array in (arrays[0], first.integers, first.scale))
                return Constant(values=values, integers=integers, scale=scale, bits=first.bits)
            return Constant(values=np.asarray(OPERATORS[node.kind](node, arrays)))
    except DAMAGE:
        return None


def reshaped(node: Node, shape: tuple[int, ...], target: Array | None) -> tuple[int, ...] | None:
    """Shape of one sample after a reshaping operator; None if the batch does not stay."""
    full = (1, *shape)
    try:
        made = STRUCTURE[node.kind](node, [np.empty(full, np.bool_)] + (
            [] if target is None else [target])).shape
    except DAMAGE:
        return None
    return made[1:] if made and made[0] == 1 else None


def _sizes(arrays: list[Array]) -> list[tuple[int, ...]]:
    """Shapes that broadcasting may join; others only bound the size."""
    try:
        np.broadcast_shapes(*(array.shape for array in arrays))
    except ValueError:
        return [(sum(array.size for array in arrays),)]
    return [array.shape for array in arrays]


def _axes(node: Node, arrays: list[Array]) -> tuple[int, ...] | None:
    """Axes from the attribute, or from the second input as newer files have it."""
    if "axes" in node.attributes:
        return tuple(node.attributes["axes"])
    return tuple(arrays[1].ravel().tolist()) if len(arrays) > 1 else None


def _reshape(node: Node, arrays: list[Array]) -> Array:
    source, target = arrays[0], arrays[1].ravel().tolist()
    if not node.attributes.get("allowzero", 0):
        target = [source.shape[i] if size == 0 else size for i, size in enumerate(target)]
    return source.reshape([int(size) for size in target])


def _flatten(node: Node, arrays: list[Array]) -> Array:
    axis = int(node.attributes.get("axis", 1))
    shape = arrays[0].shape
    axis += len(shape) if axis < 0 else 0
    return arrays[0].reshape(math.prod(shape[:axis]), math.prod(shape[axis:]))


def _unsqueeze(node: Node, arrays: list[Array]) -> Array:
    axes = _axes(node, arrays)
    if axes is None or len(axes) > 8:
        raise ValueError("no axes")
    return np.expand_dims(arrays[0], axes)


def _concat(node: Node, arrays: list[Array]) -> Array:
    return np.concatenate(arrays, axis=node.attributes["axis"])


def _gather(node: Node, arrays: list[Array]) -> Array:
    if arrays[1].size * arrays[0].size > MOST_ELEMENTS:
        raise ValueError("too large")
    return np.take(arrays[0], arrays[1].astype(np.int64), axis=int(node.attributes.get("axis", 0)))


def _cast(node: Node, arrays: list[Array]) -> Array:
    dtype = np.dtype(helper.tensor_dtype_to_np_dtype(node.attributes["to"]))
    if dtype.kind not in "fiub":
        raise ValueError("no number")
    return arrays[0].astype(dtype)


def _binary(function: Callable[[Array, Array], Array]) -> Callable[[Node, list[Array]], Array]:
    def compute(node: Node, arrays: list[Array]) -> Array:
        a, b = arrays
        return np.asarray(function(a, b)).astype(a.dtype)

    return compute


def _divide(a: Array, b: Array) -> Array:
    if a.dtype.kind in "iu":
        return np.trunc(a / b)
    return a / b


Folds = dict[str, Callable[[Node, list[Array]], Array]]

#: What only moves elements: integers and scales of a quantised constant move with them.
STRUCTURE: Folds = {
    "Identity": lambda node, arrays: arrays[0],
    "Dropout": lambda node, arrays: arrays[0],
    "Transpose": lambda node, arrays: np.transpose(arrays[0], node.attributes.get("perm")),
    "Reshape": _reshape,
    "Flatten": _flatten,
    "Squeeze": lambda node, arrays: np.squeeze(arrays[0], _axes(node, arrays)),
    "Unsqueeze": _unsqueeze,
}

#: Operators on constants.
OPERATORS: Folds = STRUCTURE | {
    "Shape": lambda node, arrays: np.array(arrays[0].shape, np.int64),
    "Concat": _concat,
    "Gather": _gather,
    "Cast": _cast,
    "Add": _binary(np.add),
    "Sub": _binary(np.subtract),
    "Mul": _binary(np.multiply),
    "Div": _binary(_divide),
    "Pow": _binary(np.power),
    "Sqrt": lambda node, arrays: np.sqrt(arrays[0]),
    "Neg": lambda node, arrays: -arrays[0],
}
