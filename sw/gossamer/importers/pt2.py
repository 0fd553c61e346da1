"""Import quantised programs of ``torch.export``: fake quantisers, or those of PyTorch 2 Export.

The calls of the program are brought to the nodes of :mod:`gossamer.importers.onnx`, which does the
rest: a quantised convolution is the same, whoever wrote it down.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import Any

import numpy as np

from ..errors import UnsupportedError
from . import onnx_quantizers as quantizers
from .imported import Imported, InputSteps
from .onnx import Importer
from .onnx_file import Model, Node
from .onnx_values import Constant, Data
from .pt2_file import DAMAGE, Call, Program, Ref, read

__all__ = ["import_pt2"]

SUPPORTED = (
    "use only conv1d, conv2d, linear, batch_norm, relu, clamp, add, mul, cat, pad, slices, "
    "pooling, flatten, sigmoid, tanh and quantisers"
)

#: The nearest supported thing, by operator.
NEAREST = {
    "aten.gelu": "use relu",
    "aten.silu": "use relu",
    "aten.hardswish": "use relu6",
    "aten.matmul": "use linear",
}

IDENTITIES = ("alias", "clone", "contiguous", "detach", "detach_", "dropout", "lift_fresh_copy",
              "to", "_to_copy")
QUANTIZERS = {
    "quantized_decomposed.quantize_per_tensor": "torch.quantize",
    "quantized_decomposed.quantize_per_channel": "torch.quantize",
    "quantized_decomposed.dequantize_per_tensor": "torch.dequantize",
    "quantized_decomposed.dequantize_per_channel": "torch.dequantize",
    "aten.fake_quantize_per_tensor_affine": "torch.quantize",
    "aten.fake_quantize_per_channel_affine": "torch.quantize",
}


def import_pt2(data: bytes, steps: InputSteps | None = None) -> Imported:
    """Bring the bytes of a ``.pt2`` file to a graph.

    Raises
    ------
    UnsupportedError
        Naming the first call that cannot be computed, and why.
    GossamerError
        If the file is damaged or is no program of one input and one output.
    """
    with np.errstate(all="ignore"):  # what is not finite is found and refused
        return _Pt2Importer(_Translator(read(data)).model(), steps or InputSteps()).run()


class _Pt2Importer(Importer):
    """Knows PyTorch's quantisers as well."""

    def __init__(self, model: Model, steps: InputSteps) -> None:
        super().__init__(model, steps)
        self.operators |= {"torch.quantize": self.torch_quantize,
                           "torch.dequantize": self.torch_dequantize}

    def torch_quantize(self, node: Node) -> Constant | Data:
        """Quantise, and keep the real values in mind: the dequantiser that follows adds nothing."""
        value = self.value(node, 0)
        low, high = (int(self.number(node, name, 0)) for name in ("quant_min", "quant_max"))
        if not -(1 << 15) <= low < high < 1 << 16:
            raise self.refuse(node, f"quantises to {low}..{high}", "quantise to 8 bits")
        if isinstance(value, Data):
            zero = self.scalar(node, 2)
            if zero != int(zero):
                raise self.refuse(node, f"has a zero point of {zero}", "use a whole one")
            return self.quantize(node, value, quantizers.by_inverse(
                self.step(node, 1), int(zero), low, high))
        if value.integers is not None:
            return value
        real = np.asarray(value.values, np.float32)
        scale, zero_points = (self.along(node, i, real.ndim) for i in (1, 2))
        if not (np.isfinite(scale) & (scale > 0)).all() or not np.isfinite(real).all():
            raise self.refuse(node, "has a scale that is not positive, or weights that are not "
                              "finite", "train again")
        inverse = np.float32(1) / scale.astype(np.float32)
        integers = np.clip(np.rint(real * inverse) + zero_points, low, high) - zero_points
        return self.scaled(node, integers.astype(np.int64), scale)

    def torch_dequantize(self, node: Node) -> Constant | Data:
        value = self.value(node, 0)
        if isinstance(value, Data) or value.integers is not None:
            return value
        if value.values.dtype.kind not in "iu":
            raise self.refuse(node, f"reads a constant of type {value.values.dtype}",
                              "store it quantised")
        scale, zero_points = (self.along(node, i, value.values.ndim) for i in (1, 2))
        if not (np.isfinite(scale) & (scale > 0)).all():
            raise self.refuse(node, "has a scale that is not positive", "train again")
        return self.scaled(node, value.values.astype(np.int64) - zero_points.astype(np.int64),
                           scale)

    def scaled(self, node: Node, integers: Any, scale: Any) -> Constant:
        try:
            scales = np.broadcast_to(scale.astype(np.float64), integers.shape)
        except ValueError:
            raise self.refuse(node, f"has {scale.size} scales for weights of {integers.shape}",
                              "export the module again") from None
        return Constant(values=(integers * scales).astype(np.float32), integers=integers,
                        scale=scales)

    def along(self, node: Node, index: int, rank: int) -> Any:
        """A constant for the tensor, or one along an axis, ready to be broadcast."""
        values = self.array(node, index)
        axis = int(self.number(node, "axis", 0))
        if values.size == 1:
            return values.reshape((1,) * rank)
        if values.ndim != 1 or not 0 <= axis < rank:
            raise self.refuse(node, f"has scales of shape {values.shape}", "export it again")
        return values.reshape(*(-1 if i == axis else 1 for i in range(rank)))


class _Translator:
    """Calls of a program as nodes of ONNX."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.constants = dict(program.constants)
        self.nodes: list[Node] = []
        self.kinds: dict[str, Callable[[Call], None]] = {
            "aten.conv1d": lambda call: self.convolution(call, 1),
            "aten.conv2d": lambda call: self.convolution(call, 2),
            "aten.linear": lambda call: self.plain(call, "Gemm", "input", "weight", "bias",
                                                   transB=1),
            "aten.relu": lambda call: self.plain(call, "Relu", "self"),
            "aten.relu_": lambda call: self.plain(call, "Relu", "self"),
            "aten.relu6": lambda call: self.plain(call, "Clip", "self", min=0.0, max=6.0),
            "aten.hardtanh": lambda call: self.limits(call, "min_val", "max_val", -1.0, 1.0),
            "aten.hardtanh_": lambda call: self.limits(call, "min_val", "max_val", -1.0, 1.0),
            "aten.clamp": lambda call: self.limits(call, "min", "max", -math.inf, math.inf),
            "aten.sigmoid": lambda call: self.plain(call, "Sigmoid", "self"),
            "aten.tanh": lambda call: self.plain(call, "Tanh", "self"),
            "aten.softmax": lambda call: self.plain(call, "Softmax", "self"),
            "aten.log_softmax": lambda call: self.plain(call, "LogSoftmax", "self"),
            **{f"aten.{name}_pool{axes}d": functools.partial(self.pool, kind=kind, axes=axes)
               for name, kind in (("max", "MaxPool"), ("avg", "AveragePool")) for axes in (1, 2)},
            "aten.adaptive_avg_pool1d": self.global_pool,
            "aten.adaptive_avg_pool2d": self.global_pool,
            "aten.mean": lambda call: self.reduced(call, "ReduceMean"),
            "aten.amax": lambda call: self.reduced(call, "ReduceMax"),
            "aten.argmax": lambda call: self.plain(call, "ArgMax", "self"),
            "aten.flatten": self.flatten,
            "aten.squeeze": lambda call: self.line(call, "Squeeze"),
            "aten.unsqueeze": lambda call: self.line(call, "Unsqueeze"),
            "aten.view": lambda call: self.reshape(call, "size"),
            "aten.reshape": lambda call: self.reshape(call, "shape"),
            "aten.batch_norm": self.batch_norm,
            "aten.cat": lambda call: self.add(
                call, "Concat", [part.name for part in call.arguments["tensors"]],
                axis=int(call.arguments.get("dim", 0))),
            "aten.slice": self.slice,
            "aten.pad": self.pad,
            "aten.constant_pad_nd": self.pad,
            "aten.permute": lambda call: self.add(
                call, "Transpose", [self.tensor(call, "self")],
                perm=[int(axis) % len(call.arguments["dims"])
                      for axis in call.arguments["dims"]]),
            "aten.zeros": lambda call: self.filled(call, 0),
            "aten.ones": lambda call: self.filled(call, 1),
            "aten.full": lambda call: self.filled(call, call.arguments.get("fill_value", 0)),
            **{f"aten.{name}": self.identity for name in IDENTITIES},
            **{f"aten.{name}": self.arithmetic
               for name in ("add", "sub", "mul", "div", "add_", "mul_")},
            **dict.fromkeys(QUANTIZERS, self.quantizer),
        }

    def model(self) -> Model:
        for call in self.program.calls:
            if call.target not in self.kinds:
                raise refuse(call, "is not supported", NEAREST.get(call.target, SUPPORTED))
            try:
                self.kinds[call.target](call)
            except DAMAGE as error:
                raise refuse(call, "has arguments that do not suit it",
                             "export the module again") from error
        return Model(nodes=tuple(self.nodes), constants=self.constants, input=self.program.input,
                     shape=self.program.shape, output=self.program.output)

    def add(self, call: Call, kind: str, inputs: list[str], name: str | None = None,
            **attributes: Any) -> None:
        self.nodes.append(Node(name=name or call.name, kind=kind, domain="",
                               inputs=tuple(inputs), outputs=(name or call.name,),
                               attributes=attributes))

    def plain(self, call: Call, kind: str, *names: str, **attributes: Any) -> None:
        """An operator whose arguments are tensors."""
        inputs = [self.tensor(call, name) for name in names]
        while inputs and not inputs[-1]:
            inputs.pop()
        self.add(call, kind, inputs, **attributes)

    def tensor(self, call: Call, name: str) -> str:
        """The name of a tensor; a number becomes a constant, what is absent an empty name."""
        value = call.arguments.get(name)
        if value is None:
            return ""
        if isinstance(value, Ref):
            return value.name
        return self.constant(call, name, value)

    def constant(self, call: Call, name: str, value: Any) -> str:
        made = f"{call.name}.{name}"
        self.constants[made] = np.asarray(value, np.float32 if isinstance(value, float) else None)
        return made

    def identity(self, call: Call) -> None:
        self.add(call, "Identity", [self.tensor(call, "input" if "input" in call.arguments
                                                else "self")])

    def arithmetic(self, call: Call) -> None:
        if call.arguments.get("alpha", 1) != 1:
            raise refuse(call, "scales what it adds", "fold the factor into a layer")
        if call.arguments.get("rounding_mode") is not None:
            raise refuse(call, "rounds what it divides", "quantise after it")
        kind = call.target.removeprefix("aten.").rstrip("_").capitalize()
        self.plain(call, kind, "self", "other")

    def limits(self, call: Call, low: str, high: str, least: float, most: float) -> None:
        bounds = [call.arguments.get(name) for name in (low, high)]
        self.plain(call, "Clip", "self", min=float(least if bounds[0] is None else bounds[0]),
                   max=float(most if bounds[1] is None else bounds[1]))

    def convolution(self, call: Call, axes: int) -> None:
        arguments = call.arguments
        padding = arguments.get("padding", [0])
        attributes: dict[str, Any] = {"auto_pad": "SAME_UPPER"} if padding == "same" else {
            "pads": several([0] if padding == "valid" else padding, axes) * 2}
        self.plain(call, "Conv", "input", "weight", "bias", **attributes,
                   strides=several(arguments.get("stride", [1]), axes),
                   dilations=several(arguments.get("dilation", [1]), axes),
                   group=arguments.get("groups", 1))

    def pool(self, call: Call, kind: str, axes: int) -> None:
        arguments = call.arguments
        if arguments.get("divisor_override") is not None:
            raise refuse(call, "has a divisor of its own", "leave divisor_override out")
        window = several(arguments["kernel_size"], axes)
        self.plain(call, kind, "self", kernel_shape=window,
                   strides=several(arguments.get("stride") or window, axes),
                   pads=several(arguments.get("padding", [0]), axes) * 2,
                   dilations=several(arguments.get("dilation", [1]), axes),
                   count_include_pad=int(arguments.get("count_include_pad", True)),
                   ceil_mode=int(arguments.get("ceil_mode", False)))

    def global_pool(self, call: Call) -> None:
        if set(several(call.arguments["output_size"], 2)) != {1}:
            raise refuse(call, "pools to more than one element", "pool to 1, or use avg_pool2d")
        self.plain(call, "GlobalAveragePool", "self")

    def reduced(self, call: Call, kind: str) -> None:
        axes, keep = call.arguments.get("dim"), call.arguments.get("keepdim", False)
        inputs = [self.tensor(call, "self")]
        pooled = call.name if keep else f"{call.name}.image"
        self.add(call, kind, inputs, name=pooled, axes=axes, keepdims=1)
        if not keep:
            self.add(call, "Flatten", [pooled])

    def flatten(self, call: Call) -> None:
        if call.arguments.get("start_dim", 0) != 1 or call.arguments.get("end_dim", -1) != -1:
            raise refuse(call, "flattens the batch, or not all axes", "use flatten(1)")
        self.plain(call, "Flatten", "self")

    def line(self, call: Call, kind: str) -> None:
        """An axis of one element more or less."""
        self.add(call, kind, [self.tensor(call, "self")], axes=several(call.arguments["dim"], 1))

    def reshape(self, call: Call, name: str) -> None:
        shape = np.asarray(call.arguments[name], np.int64)
        self.constants[f"{call.name}.{name}"] = shape
        self.add(call, "Reshape", [self.tensor(call, "self"), f"{call.name}.{name}"])

    def slice(self, call: Call) -> None:
        limits = [call.arguments.get(name) for name in ("start", "end")]
        start, end = (default if limit is None else int(limit)
                      for limit, default in zip(limits, (0, (1 << 63) - 1), strict=True))
        inputs = [self.tensor(call, "self")]
        for name, value in (("starts", start), ("ends", end),
                            ("axes", call.arguments.get("dim", 0)),
                            ("steps", call.arguments.get("step", 1))):
            self.constants[f"{call.name}.{name}"] = np.array([value], np.int64)
            inputs.append(f"{call.name}.{name}")
        axis, step = call.arguments.get("dim", 0), call.arguments.get("step", 1)
        if (axis, start, step) == (0, 0, 1) and end >= 1:
            self.add(call, "Identity", inputs[:1])      # all of the batch
        else:
            self.add(call, "Slice", inputs)

    def pad(self, call: Call) -> None:
        """The last axis is first in PyTorch's list."""
        given = [int(amount) for amount in call.arguments["pad"]]
        axes = list(range(-1, -len(given) // 2 - 1, -1))
        for name, value in (("pads", given[::2] + given[1::2]), ("axes", axes)):
            self.constants[f"{call.name}.{name}"] = np.array(value, np.int64)
        self.add(call, "Pad", [self.tensor(call, "self"), f"{call.name}.pads", "",
                               f"{call.name}.axes"],
                 mode=str(call.arguments.get("mode", "constant")),
                 value=float(call.arguments.get("value") or 0))

    def batch_norm(self, call: Call) -> None:
        if call.arguments.get("training"):
            raise refuse(call, "is exported in training", "call eval() before exporting")
        self.plain(call, "BatchNormalization", "input", "weight", "bias", "running_mean",
                   "running_var", epsilon=float(call.arguments.get("eps", 1e-5)))

    def filled(self, call: Call, value: float) -> None:
        size = call.arguments.get("size", [])
        if any(s < 0 for s in size) or math.prod(size) > 1 << 20:
            raise refuse(call, f"makes a constant of shape {size}", "use a smaller model")
        self.constants[call.name] = np.full(size, value, np.float32)

    def quantizer(self, call: Call) -> None:
        names = ("input" if "input" in call.arguments else "self",
                 "scale" if "scale" in call.arguments else "scales",
                 next((name for name in ("zero_point", "zero_points") if name in call.arguments),
                      "zero_point"))
        low, high = (call.arguments.get(name, 0) for name in ("quant_min", "quant_max"))
        self.plain(call, QUANTIZERS[call.target], *names, quant_min=low, quant_max=high,
                   axis=call.arguments.get("axis", 0))


def refuse(call: Call, reason: str, remedy: str) -> UnsupportedError:
    return UnsupportedError(call.name, f"({call.target}) {reason}", remedy)


def several(value: Any, axes: int) -> list[int]:
    """One number for all axes, or one for each."""
    numbers = [value] if isinstance(value, int) else list(value)
    return [int(numbers[0]), int(numbers[-1])][-axes:]
