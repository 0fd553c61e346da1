"""What every operator of the TensorFlow Lite importer needs: its inputs, scales and options."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import ir
from ..errors import UnsupportedError
from . import tflite_arithmetic as arithmetic
from .tflite_arithmetic import Affine
from .tflite_file import File, Operator, Tensor

__all__ = ["GraphBuilder"]

ACTIVATIONS = {0: "NONE", 1: "RELU", 2: "RELU_N1_TO_1", 3: "RELU6", 4: "TANH", 5: "SIGN_BIT"}
SAME, VALID = 0, 1


class GraphBuilder:
    """The graph as far as it is; ``names`` says which node computes a tensor of the file.

    ``orders`` holds the places in memory of a tensor's elements where they are not in their order.
    """

    def __init__(self, file: File) -> None:
        self.file = file
        self.nodes: list[ir.Node] = []
        self.types: dict[str, ir.TensorType] = {}
        self.names: dict[int, str] = {}
        self.orders: dict[int, npt.NDArray[np.int64]] = {}

    def add(self, node: ir.Node, tensor: int | None = None) -> str:
        """Append a node; a ``ValueError`` of its shapes becomes a refusal."""
        try:
            self.types[node.name] = node.infer(*(self.types[name] for name in node.inputs))
        except ValueError as error:
            raise UnsupportedError(node.name, str(error), "convert the model again") from None
        self.nodes.append(node)
        if tensor is not None:
            self.names[tensor] = node.name
        return node.name

    def name(self, operator: Operator) -> str:
        return f"{operator.kind.lower()}_{operator.index}"

    def refuse(self, operator: Operator, reason: str, remedy: str) -> UnsupportedError:
        """The error that names an operator as its file does."""
        outputs = [self.file.tensors[i].name for i in operator.outputs if i >= 0]
        return UnsupportedError((outputs or [""])[0] or self.name(operator),
                                f"({operator.kind}, operator {operator.index}) {reason}", remedy)

    def options(self, operator: Operator, *fields: str) -> dict[str, Any]:
        """Options of the right class for the operator: it has these fields."""
        found = operator.options
        if found is None or any(field not in found for field in fields):
            raise self.refuse(operator, "lacks its options", "convert the model again")
        return found

    def tensor(self, operator: Operator, index: int) -> Tensor:
        if index >= len(operator.inputs) or operator.inputs[index] < 0:
            raise self.refuse(operator, f"lacks input {index}", "convert the model again")
        return self.file.tensors[operator.inputs[index]]

    def operand(self, operator: Operator, index: int, *, ordered: bool = True) -> str:
        """The node behind an input that must be data, unless not ``ordered`` as it is in memory."""
        self.tensor(operator, index)
        number = operator.inputs[index]
        if number not in self.names:
            raise self.refuse(operator, "computes with a constant or with what no earlier operator "
                              "computes", "apply operators to data only")
        if ordered and number in self.orders:
            raise self.refuse(operator, "reads what TRANSPOSE has brought into another order",
                              "transpose only before RESHAPE and FULLY_CONNECTED")
        return self.names[number]

    def constant(self, operator: Operator, index: int) -> npt.NDArray[Any]:
        data = self.tensor(operator, index).data
        if data is None or not data.size:
            raise self.refuse(operator, f"has an input {index} that is no constant",
                              "convert the model with constant parameters")
        return data

    def integers(self, operator: Operator, index: int) -> npt.NDArray[Any]:
        """A constant parameter: axes, places, sizes."""
        data = self.constant(operator, index)
        if data.dtype.kind not in "iu":
            raise self.refuse(operator, f"has an input {index} of type {data.dtype}",
                              "convert the model with integer parameters")
        return data

    def weights(self, operator: Operator, index: int, rank: int, axis: int
                ) -> npt.NDArray[np.int8]:
        """Constant weights of 8 bits whose zero point is zero."""
        tensor, data = self.tensor(operator, index), self.constant(operator, index)
        if tensor.type != "INT8" or data.ndim != rank:
            raise self.refuse(operator, f"has weights of type {tensor.type} and {data.ndim} axes",
                              f"quantise them to INT8 with {rank} axes")
        if tensor.zeros.any() or len(tensor.scales) > 1 and tensor.axis != axis:
            raise self.refuse(operator, "has weights with a zero point, or scales along another "
                              "axis than outputs", "quantise weights symmetrically")
        return data.astype(np.int8)

    def scales(self, operator: Operator, index: int, outputs: int) -> npt.NDArray[np.float32]:
        scales = self.tensor(operator, index).scales
        if len(scales) not in (1, outputs) or not (np.isfinite(scales) & (scales > 0)).all():
            raise self.refuse(operator, f"has {len(scales)} weight scales for {outputs} outputs, "
                              "or one that is not positive", "convert the model again")
        return np.broadcast_to(scales, (outputs,))

    def bias(self, operator: Operator, weight: npt.NDArray[np.int8], source: Affine
             ) -> npt.NDArray[np.int64]:
        """Bias with the input's zero point folded in: the sum of ``-zero * weight``."""
        folded = -source.zero * weight.reshape(len(weight), -1).astype(np.int64).sum(axis=1)
        if len(operator.inputs) < 3 or operator.inputs[2] < 0:
            return folded
        tensor, data = self.tensor(operator, 2), self.constant(operator, 2)
        if tensor.type != "INT32" or data.shape != (len(weight),):
            raise self.refuse(operator, f"has a bias of type {tensor.type} and shape {data.shape}",
                              f"quantise it to INT32 of shape {(len(weight),)}")
        return folded + data

    def affine(self, operator: Operator, index: int) -> Affine:
        tensor = self.tensor(operator, index)
        uint8 = tensor.type == "UINT8" and operator.kind == "QUANTIZE"
        if tensor.type == "FLOAT32" and self.names.get(operator.inputs[index]) == "input":
            raise self.refuse(operator, "reads the input in floating point",
                              "convert the model to 8-bit integers, inputs included")
        if tensor.type != "INT8" and not uint8:
            raise self.refuse(operator, f"computes with type {tensor.type}",
                              "convert the model to 8-bit integers")
        return self._affine(tensor, self.name(operator), *((0, 255) if uint8 else (-128, 127)))

    def affine_of_output(self, operator: Operator) -> Affine:
        tensor = self.file.tensors[operator.outputs[0]]
        if tensor.type != "INT8":
            raise self.refuse(operator, f"has a result of type {tensor.type}",
                              "convert the model to 8-bit integers")
        return self._affine(tensor, self.name(operator), -128, 127)

    def same_scale(self, operator: Operator) -> Affine:
        """The scale of an operator that must not change it."""
        source, to = self.affine(operator, 0), self.affine_of_output(operator)
        if source != to:
            raise self.refuse(operator, "changes the scale of its input",
                              "convert the model again")
        return source

    def activation(self, operator: Operator, options: dict[str, Any]) -> tuple[int, int]:
        number = options["FusedActivationFunction"]
        name = ACTIVATIONS.get(number, f"number {number}")
        found = arithmetic.limits(name, self.affine_of_output(operator))
        if found is None:
            raise self.refuse(operator, f"has the fused activation {name}", "use RELU or RELU6")
        if not found[0] < found[1]:
            raise self.refuse(operator, f"has an empty range {found[0]}..{found[1]}",
                              "choose other ranges")
        return found

    def window(self, operator: Operator, options: dict[str, Any]
               ) -> tuple[tuple[int, int], tuple[int, int]]:
        window = (options["FilterHeight"], options["FilterWidth"])
        stride = (options["StrideH"], options["StrideW"])
        if min(*window, *stride) < 1:
            raise self.refuse(operator, "has an empty window or stride", "convert again")
        return window, stride

    def padding(self, operator: Operator, options: dict[str, Any], shape: tuple[int, ...],
                window: tuple[int, int], stride: tuple[int, int],
                dilation: tuple[int, int] = (1, 1)) -> tuple[int, int, int, int]:
        """(top, bottom, left, right): what is odd comes after the image."""
        kind = options["Padding"]
        if len(shape) != 3 or kind not in (SAME, VALID) or min(*window, *stride, *dilation) < 1:
            raise self.refuse(operator, f"slides a window of {window} in steps of {stride} over "
                              f"{shape}", "slide a window over an image")
        if kind == VALID:
            return 0, 0, 0, 0
        ends = []
        for size, kernel, step, spread in zip(shape, window, stride, dilation, strict=False):
            total = max(0, (-(-size // step) - 1) * step + spread * (kernel - 1) + 1 - size)
            ends += [total // 2, total - total // 2]
        top, bottom, left, right = ends
        self.bounded(operator, (shape[0] + top + bottom) * (shape[1] + left + right) * shape[2])
        return top, bottom, left, right

    def bounded(self, operator: Operator, elements: int) -> None:
        if elements > 1 << 24:
            raise self.refuse(operator, f"needs a tensor of {elements:,} elements",
                              "use smaller images")

    def sensible(self, operator: Operator, factor: float) -> bool:
        """True for a factor between scales that can be written; a refusal for any other."""
        if not 2.0 ** -31 <= factor < 1 << 30:
            raise self.refuse(operator, "has scales too far apart", "choose other ranges")
        return True

    def _affine(self, tensor: Tensor, name: str, low: int, high: int) -> Affine:
        if len(tensor.scales) != 1 or len(tensor.zeros) != 1:
            raise UnsupportedError(name, f"has {len(tensor.scales)} scales for {tensor.name!r}",
                                   "quantise activations with one scale for the tensor")
        scale, zero = tensor.scales[0], int(tensor.zeros[0])
        if not (np.isfinite(scale) and scale > 0) or not low <= zero <= high:
            raise UnsupportedError(name, f"has a scale of {scale} and a zero point of {zero} for "
                                   f"{tensor.name!r}", "convert the model again")
        return Affine(scale, zero)

    def _shape(self, tensor: Tensor, name: str) -> tuple[int, ...]:
        """Shape of one sample."""
        if tensor.dynamic or not 2 <= len(tensor.shape) <= 4 or min(tensor.shape) < 1:
            raise UnsupportedError(name, f"has the shape {tensor.shape}"
                                   f"{', some of it not fixed' if tensor.dynamic else ''}",
                                   "convert with fixed shapes of one batch and up to three axes")
        if tensor.shape[0] != 1:
            raise UnsupportedError(name, f"has a batch of {tensor.shape[0]}",
                                   "convert with a batch of one")
        if math.prod(tensor.shape) > 1 << 24:
            raise UnsupportedError(name, f"has {math.prod(tensor.shape):,} elements",
                                   "use smaller images")
        return tensor.shape[1:]
