"""What every part of the ONNX importer does: add nodes, and read inputs and attributes."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import ir
from ..errors import UnsupportedError
from .imported import InputSteps
from .onnx_file import MOST_ELEMENTS, Model, Node
from .onnx_values import Constant, Data, Ints

__all__ = ["SUPPORTED", "GraphBuilder"]

SUPPORTED = (
    "use only Conv, MatMul, Gemm, Add, Mul, Pad, pooling, BatchNormalization, Relu, Clip, Sigmoid, "
    "Tanh, reshaping to a vector, and quantisers"
)

#: Types that QuantizeLinear may name without a zero point, by ONNX's numbers.
WITHOUT_ZERO = {2: np.uint8, 3: np.int8, 4: np.uint16, 5: np.int16}

#: What may read an image whose channels ONNX sees last.
CARRIERS = ("Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze")


class GraphBuilder:
    """The graph as far as it is; ``values`` says what is known of each tensor of the model."""

    def __init__(self, model: Model, steps: InputSteps) -> None:
        self.model = model
        self.steps = steps
        self.nodes: list[ir.Node] = []
        self.types: dict[str, ir.TensorType] = {}
        self.values: dict[str, Constant | Data] = {
            name: Constant(values=array) for name, array in model.constants.items()}
        self.notes: list[str] = []

    def add(self, node: ir.Node, source: Node | None = None) -> str:
        """Append a node; a ``ValueError`` of its shapes becomes a refusal."""
        try:
            kind = node.infer(*(self.types[name] for name in node.inputs))
        except ValueError as error:
            raise UnsupportedError(source.name if source else node.name, str(error),
                                   "export the model again") from None
        if kind.size > MOST_ELEMENTS:
            raise UnsupportedError(node.name, f"makes {kind.size:,} elements",
                                   "use smaller images")
        self.types[node.name] = kind
        self.nodes.append(node)
        return node.name

    def flat(self, data: Data, name: str) -> str:
        """A vector of what ONNX holds as one: sums are flattened after they are quantised."""
        if len(data.shape) > 1 or len(self.types[name].shape) == 1:
            return name
        return self.add(ir.Flatten(name=self.unique(f"{name}.flat"), x=name))

    def shaped(self, name: str, axes: int) -> tuple[int, ...]:
        """Shape of a node's value as ONNX has it, with so many axes beside that of the channels."""
        *size, channels = self.types[name].shape
        return (channels, *size[len(size) - axes:])

    def unique(self, name: str) -> str:
        """A name that no node has."""
        if name not in self.types:
            return name
        return next(trial for i in itertools.count(2)
                    if (trial := f"{name}_{i}") not in self.types)

    def refuse(self, node: Node, reason: str, remedy: str) -> UnsupportedError:
        return UnsupportedError(node.name, f"({node.kind}) {reason}", remedy)

    def value(self, node: Node, index: int) -> Constant | Data:
        if index >= len(node.inputs) or node.inputs[index] not in self.values:
            raise self.refuse(node, f"lacks input {index}", "export the model again")
        return self.values[node.inputs[index]]

    def data(self, node: Node, index: int) -> Data:
        value = self.value(node, index)
        if not isinstance(value, Data):
            raise self.refuse(node, "computes with constants alone", SUPPORTED)
        if value.last and node.kind not in CARRIERS:
            raise self.refuse(node, "reads an image whose channels are last",
                              "move them back with Transpose")
        return value

    def constant(self, node: Node, index: int) -> Constant:
        value = self.value(node, index)
        if not isinstance(value, Constant):
            raise self.refuse(node, f"has an input {index} that is no constant",
                              "store it as a constant")
        return value

    def array(self, node: Node, index: int) -> npt.NDArray[Any]:
        return np.asarray(self.constant(node, index).values)

    def optional(self, node: Node, index: int) -> npt.NDArray[Any] | None:
        """An input that is a constant, or None if it is absent."""
        if index >= len(node.inputs) or not node.inputs[index]:
            return None
        return self.array(node, index)

    def scalar(self, node: Node, index: int) -> float:
        values = self.array(node, index).ravel()
        if not values.size or (values != values[0]).any() or not np.isfinite(values[0]):
            raise self.refuse(node, f"has an input {index} that is not one finite number",
                              "use one for the tensor")
        return float(values[0])

    def step(self, node: Node, index: int) -> float:
        """A positive scale."""
        scale = self.scalar(node, index)
        if not 2.0 ** -60 < scale < 2.0 ** 60:
            raise self.refuse(node, f"has a scale of {scale}", "use a positive scale")
        return scale

    def zero_point(self, node: Node) -> tuple[int, int, Ints]:
        """Limits of the quantised type, and the zero point."""
        found = self.optional(node, 2)
        if found is None:   # the type is an attribute then, or that of the data
            stated = int(self.number(node, "output_dtype", 0))
            if stated not in (0, *WITHOUT_ZERO):
                raise self.refuse(node, f"quantises to type number {stated}", "use int8 or uint8")
            found = np.zeros(1, WITHOUT_ZERO.get(stated, np.uint8))
        limits = {"int8": (-128, 127), "uint8": (0, 255), "int16": (-32768, 32767),
                  "uint16": (0, 65535), "int32": (-(1 << 31), (1 << 31) - 1)}
        if found.dtype.name not in limits or not found.size:
            raise self.refuse(node, f"quantises to type {found.dtype}", "use int8 or uint8")
        return (*limits[found.dtype.name], found.astype(np.int64))

    def number(self, node: Node, name: str, default: float) -> float:
        value = node.attributes.get(name, default)
        if not isinstance(value, (int, float)) or not (np.isfinite(value) or value == default):
            raise self.refuse(node, f"has an attribute {name!r} that is no number",
                              "export the model again")
        return value

    def text(self, node: Node, name: str, default: str) -> str:
        value = node.attributes.get(name, default)
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)

    def pair(self, node: Node, name: str, axes: int = 2) -> tuple[int, int]:
        """A number for height and width; of a line, which is one pixel high, for its width."""
        value = node.attributes.get(name, [1] * axes)
        if not isinstance(value, list) or len(value) != axes or not all(
                isinstance(v, int) and 1 <= v < 1 << 16 for v in value):
            raise self.refuse(
                node, f"has an attribute {name!r} that is not "
                f"{'two positive numbers' if axes == 2 else 'one positive number'}", "use images")
        return (1, value[0]) if axes == 1 else (value[0], value[1])

    def per_channel(self, node: Node, data: Data, constant: Constant) -> npt.NDArray[np.float32]:
        """A constant as (channels, 1) or (1, 1); it may not vary along height and width."""
        values = np.asarray(constant.values, np.float32)
        if not np.isfinite(values).all():
            raise self.refuse(node, "has a constant that is not finite", "train again")
        rank = len(data.shape) + 1
        batch_norm = node.kind in ("BatchNormalization", "Conv") and values.ndim == 1
        shape = (1, values.size, *(1,) * (rank - 2)) if batch_norm else (
            *(1,) * (rank - values.ndim), *values.shape)
        if values.ndim > rank or any(
                size != 1 and (axis != 1 or size != data.channels)
                for axis, size in enumerate(shape)):
            raise self.refuse(node, f"combines {data.shape} with a constant of {values.shape}",
                              "use one number, or one for each channel")
        if values.size > 1 and data.image is not None:
            raise self.refuse(node, "treats the elements of a flattened image differently",
                              "do so before flattening, or in a layer")
        return values.reshape(-1, 1)

    def whole_zero(self, node: Node, data: Data) -> int:
        if data.zero != int(data.zero):
            raise self.refuse(node, f"reads integers whose zero is {data.zero}",
                              "use whole zero points")
        return int(data.zero)
