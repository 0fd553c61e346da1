"""Read a TensorFlow Lite file into plain values, trusting nothing in it."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import tflite

from ..errors import GossamerError
from .imported import plain

__all__ = ["File", "Operator", "Tensor", "read"]

#: What the first bytes of a file say.
IDENTIFIER = b"TFL3"

#: More than any network for such boards, and little enough to walk through.
MOST_OPERATORS, MOST_TENSORS, MOST_AXES = 4096, 16384, 8

#: What the generated accessors raise on a damaged file.
DAMAGE = (struct.error, IndexError, ValueError, TypeError, OverflowError, KeyError,
          AttributeError, MemoryError)

#: Operators' options that an importer asks for, and which of their fields.
_WINDOW = ("Padding", "StrideH", "StrideW", "FusedActivationFunction")
_DILATION = ("DilationHFactor", "DilationWFactor")
OPTIONS: dict[int, tuple[type[Any], tuple[str, ...]]] = {
    getattr(tflite.BuiltinOptions, name): (getattr(tflite, name), fields)
    for name, fields in {
        "AddOptions": ("FusedActivationFunction",),
        "ConcatenationOptions": ("Axis", "FusedActivationFunction"),
        "Conv2DOptions": (*_WINDOW, *_DILATION),
        "DepthwiseConv2DOptions": (*_WINDOW, *_DILATION),
        "FullyConnectedOptions": ("FusedActivationFunction", "WeightsFormat"),
        "MulOptions": ("FusedActivationFunction",),
        "Pool2DOptions": (*_WINDOW, "FilterHeight", "FilterWidth"),
        "SoftmaxOptions": ("Beta",),
        "SubOptions": ("FusedActivationFunction",),
        "StridedSliceOptions": ("BeginMask", "EndMask", "EllipsisMask", "NewAxisMask",
                                "ShrinkAxisMask", "Offset"),
    }.items()
}


def _names(enumeration: type[Any]) -> dict[int, str]:
    return {value: name for name, value in vars(enumeration).items() if isinstance(value, int)}


OPERATORS = _names(tflite.BuiltinOperator)
TYPES = _names(tflite.TensorType)
DTYPES = {"INT8": np.int8, "UINT8": np.uint8, "INT32": np.int32, "INT64": np.int64,
          "FLOAT32": np.float32}


@dataclass(frozen=True, kw_only=True, eq=False)
class Tensor:
    """A tensor; ``data`` is there for constants.

    ``dynamic`` says that an axis beyond the batch has no fixed length. ``scales`` and ``zeros``
    hold one entry, or one for each channel along ``axis``; none if the tensor is not quantised.
    """

    name: str
    type: str
    shape: tuple[int, ...]
    dynamic: bool
    scales: npt.NDArray[np.float32]
    zeros: npt.NDArray[np.int64]
    axis: int
    data: npt.NDArray[Any] | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Operator:
    """An operator; an absent input is -1. ``options`` is None where the file has none."""

    index: int
    kind: str
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    options: dict[str, Any] | None


@dataclass(frozen=True, kw_only=True, eq=False)
class File:
    """What a file holds, in its order."""

    tensors: tuple[Tensor, ...]
    operators: tuple[Operator, ...]
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]


def read(data: bytes) -> File:
    """Read the file's bytes; a :class:`GossamerError` says what is wrong with them."""
    if data[4:8] != IDENTIFIER:
        raise GossamerError(
            "The file is not a TensorFlow Lite model: it lacks the mark TFL3; convert the model "
            "with TensorFlow Lite's converter.")
    try:
        return _read(tflite.Model.GetRootAs(data, 0))
    except DAMAGE as error:
        raise GossamerError(
            "The file is damaged or cut short: its tables point outside of it; get it again."
        ) from error


def _read(model: Any) -> File:
    if _count(model.SubgraphsLength(), 1 << 16, "subgraphs") != 1:
        raise GossamerError(
            f"The model has {model.SubgraphsLength()} subgraphs; convert one function without "
            "control flow.")
    graph = model.Subgraphs(0)
    tensors = _count(graph.TensorsLength(), MOST_TENSORS, "tensors")
    operators = _count(graph.OperatorsLength(), MOST_OPERATORS, "operators")
    return File(
        tensors=tuple(_tensor(model, graph.Tensors(i)) for i in range(tensors)),
        operators=tuple(_operator(model, graph.Operators(i), i, tensors)
                        for i in range(operators)),
        inputs=_indices(graph.InputsLength(), graph.Inputs, tensors),
        outputs=_indices(graph.OutputsLength(), graph.Outputs, tensors),
    )


def _count(count: int, most: int, what: str) -> int:
    if not 0 <= count <= most:
        raise GossamerError(f"The file claims {count:,} {what}, and at most {most:,} are read; "
                            "use a smaller model.")
    return count


def _indices(count: int, get: Callable[[int], int], tensors: int) -> tuple[int, ...]:
    found = tuple(int(get(i)) for i in range(_count(count, MOST_TENSORS, "inputs or outputs")))
    if any(not -1 <= index < tensors for index in found):
        raise IndexError("a tensor that does not exist")
    return found


def _tensor(model: Any, tensor: Any) -> Tensor:
    name = (tensor.Name() or b"").decode("utf-8", "replace")
    kind = TYPES.get(tensor.Type(), f"type {tensor.Type()}")
    shape = tuple(int(tensor.Shape(i)) for i in range(
        _count(tensor.ShapeLength(), MOST_AXES, "axes")))
    signature = tuple(int(tensor.ShapeSignature(i)) for i in range(
        _count(tensor.ShapeSignatureLength(), MOST_AXES, "axes")))
    quantization = tensor.Quantization()
    scales, zeros, axis = np.zeros(0, np.float32), np.zeros(0, np.int64), 0
    if quantization is not None and quantization.ScaleLength():
        scales = np.array(quantization.ScaleAsNumpy(), np.float32)
        zeros = np.zeros(len(scales), np.int64)
        if quantization.ZeroPointLength():
            zeros = np.array(quantization.ZeroPointAsNumpy(), np.int64)
        axis = int(quantization.QuantizedDimension())
    return Tensor(
        name=name, type=kind, shape=shape, dynamic=any(size < 0 for size in signature[1:]),
        scales=scales, zeros=zeros, axis=axis,
        data=_data(model, tensor.Buffer(), kind, shape),
    )


def _data(model: Any, buffer: int, kind: str, shape: tuple[int, ...]) -> npt.NDArray[Any] | None:
    """Elements of a constant, None where the buffer is empty."""
    if not 0 < buffer < model.BuffersLength():
        return None
    data = model.Buffers(buffer)
    if data is None or not data.DataLength() or kind not in DTYPES:
        return None
    flat = np.frombuffer(np.asarray(data.DataAsNumpy(), np.uint8).tobytes(),
                         np.dtype(DTYPES[kind]).newbyteorder("<"))
    return flat.astype(DTYPES[kind]).reshape(shape)


def _operator(model: Any, operator: Any, index: int, tensors: int) -> Operator:
    code = model.OperatorCodes(operator.OpcodeIndex())
    if not 0 <= operator.OpcodeIndex() < model.OperatorCodesLength():
        raise IndexError("an operator code that does not exist")
    # Old files have the code in a field of eight bits.
    number = max(code.BuiltinCode(), code.DeprecatedBuiltinCode())
    kind = OPERATORS.get(number, f"operator code {number}")
    if kind == "CUSTOM":
        kind = f"custom operator {plain((code.CustomCode() or b'').decode('utf-8', 'replace'))}"
    options = None
    table = operator.BuiltinOptions()
    if table is not None and operator.BuiltinOptionsType() in OPTIONS:
        made, fields = OPTIONS[operator.BuiltinOptionsType()]
        accessor = made()
        accessor.Init(table.Bytes, table.Pos)
        options = {field: getattr(accessor, field)() for field in fields}
    return Operator(
        index=index, kind=kind, options=options,
        inputs=_indices(operator.InputsLength(), operator.Inputs, tensors),
        outputs=_indices(operator.OutputsLength(), operator.Outputs, tensors),
    )
