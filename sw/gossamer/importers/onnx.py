"""Import ONNX models that are quantised: QONNX, and ONNX with QuantizeLinear and DequantizeLinear.

A quantised tensor is integers of a node; a layer of integers gives sums; whatever floating-point
functions follow are carried along until the next quantiser, and become one node with it: see
:mod:`gossamer.importers.thresholds`. What all operators need is in ``onnx_graph``, quantising in
``onnx_quantize``, layers in ``onnx_layers``.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable

import numpy as np

from .. import ir
from ..errors import GossamerError
from . import onnx_constants as folding
from . import onnx_quantizers as quantizers
from .frames import merge_frames
from .imported import Imported, InputSteps
from .onnx_file import Model, Node, read
from .onnx_graph import SUPPORTED
from .onnx_layers import LayerBuilder
from .onnx_values import Constant, Data, Quantizer, affine, clamp, curve

__all__ = ["Importer", "import_onnx"]

#: The nearest supported thing, by operator.
NEAREST = {
    "Gelu": "use Relu",
    "Elu": "use Relu",
    "HardSwish": "use Relu",
    "ConvTranspose": "use Conv",
    "InstanceNormalization": "use BatchNormalization",
    "LayerNormalization": "use BatchNormalization",
    "Gather": "use Slice",
    "LSTM": "use convolutions over time",
    "GRU": "use convolutions over time",
    "QLinearConv": "export with QuantizeLinear and DequantizeLinear",
    "QLinearMatMul": "export with QuantizeLinear and DequantizeLinear",
    "TopK": "end the model in its scores",
}

#: Domains whose operators are known.
DOMAINS = ("", "ai.onnx", "qonnx.custom_op.general", "onnx.brevitas", "finn.custom_op.general")

#: Left to the host where they come last.
LAST = ("Softmax", "LogSoftmax", "ArgMax")


def import_onnx(data: bytes, steps: InputSteps | None = None) -> Imported:
    """Bring the bytes of an ``.onnx`` file to a graph.

    Parameters
    ----------
    data : bytes
    steps : InputSteps, optional
        For a model whose input has no quantiser.

    Raises
    ------
    UnsupportedError
        Naming the first node that cannot be computed, and why.
    GossamerError
        If the file is damaged or is no model of one input and one output.
    """
    with np.errstate(all="ignore"):  # what is not finite is found and refused
        return Importer(read(data), steps or InputSteps()).run()


class Importer(LayerBuilder):
    """One walk over the nodes; knows every operator."""

    def __init__(self, model: Model, steps: InputSteps) -> None:
        super().__init__(model, steps)
        self.classes = 0
        self.operators: dict[str, Callable[[Node], Constant | Data]] = {
            "Quant": self.quant,
            "IntQuant": self.quant,
            "BipolarQuant": self.bipolar_quant,
            "Trunc": self.trunc,
            "MultiThreshold": self.multi_threshold,
            "QuantizeLinear": self.quantize_linear,
            "DequantizeLinear": self.dequantize_linear,
            "Conv": self.conv,
            "MatMul": self.matmul,
            "Gemm": self.gemm,
            "MaxPool": self.max_pool,
            "GlobalMaxPool": self.max_pool,
            "AveragePool": self.average_pool,
            "GlobalAveragePool": self.average_pool,
            "ReduceMean": self.reduced,
            "ReduceMax": self.reduced,
            "Pad": self.pad,
            "Concat": self.concat,
            "Slice": self.slice,
            "BatchNormalization": self.batch_norm,
            "Relu": self.relu,
            "Clip": self.clip,
            "LeakyRelu": self.leaky_relu,
            "Sigmoid": self.sigmoid,
            "Tanh": self.tanh,
            "Reshape": self.reshape,
            "Flatten": self.reshape,
            "Squeeze": self.reshape,
            "Unsqueeze": self.reshape,
            "Transpose": self.transpose,
            "Shape": self.shape,
            "Constant": self.constant_node,
            **dict.fromkeys(("Add", "Sub", "Mul", "Div"), self.arithmetic),
            **dict.fromkeys(("Identity", "Dropout", "Cast"), self.identity),
            **dict.fromkeys(LAST, self.last),
        }

    def run(self) -> Imported:
        model = self.model
        self.values[model.input] = Data(shape=model.shape, name=model.input, scale=np.ones(1),
                                        raw=True)
        for node in model.nodes:
            if node.domain not in DOMAINS:
                raise self.refuse(node, f"is of the unknown domain {node.domain!r}", SUPPORTED)
            several = node.kind == "Split"
            if not node.outputs or any(node.outputs[1:]) and node.kind != "Dropout" and not several:
                raise self.refuse(node, "does not compute one tensor", "export the model again")
            made = self.split(node) if several else [self.compute(node)]
            for name, value in zip(node.outputs, made, strict=False):
                if name in self.values:
                    raise self.refuse(node, f"computes {name!r} again", "export it again")
                self.values[name] = value
        found = self.values.get(model.output)
        if not isinstance(found, Data):
            raise GossamerError("The model's output does not depend on its input; export it again.")
        graph = merge_frames(self.pruned(self.output(found)))
        return Imported(graph=ir.check(graph), classes=self.classes, notes=tuple(self.notes))

    def compute(self, node: Node) -> Constant | Data:
        operands = [self.value(node, i) for i, name in enumerate(node.inputs) if name]
        constant = operands and all(isinstance(value, Constant) for value in operands)
        if constant and node.kind in folding.OPERATORS:
            made = folding.fold(node, [v for v in operands if isinstance(v, Constant)])
            if made is None:
                raise self.refuse(node, "computes with constants that do not suit it",
                                  "export the model again")
            return made
        if node.kind not in self.operators:
            raise self.refuse(node, "is not supported", NEAREST.get(node.kind, SUPPORTED))
        return self.operators[node.kind](node)

    def output(self, data: Data) -> str:
        """The node of the result; sums leave as they are if one scale serves them all."""
        if data.quantized:
            return data.name
        node = Node(name=self.model.output, kind="output", domain="", inputs=(), outputs=(),
                    attributes={})
        if data.sums is None and (data.pair or data.parts):
            raise self.refuse(node, "adds, joins or averages at different scales",
                              "quantise the output")
        if data.sums is None:
            raise self.refuse(node, "is not quantised", "end in a layer or a quantiser")
        line = data.line()
        if line is None or data.pools or any(link.gain is None for link in data.chain):
            raise self.refuse(node, "is limited or bent without a quantiser",
                              "end in the scores, or quantise the output")
        gain, offset = line
        if not (np.ptp(gain) == 0 and gain[0] > 0 and np.ptp(offset) == 0):
            raise self.refuse(node, "has a scale or an offset for each channel",
                              "quantise the output")
        sums = self.add(data.sums)
        kind = self.types[sums]
        if kind.low < -(1 << 15) or kind.high >= 1 << 15:
            raise self.refuse(node, f"has sums {kind.low}..{kind.high} beyond 16 bits",
                              "quantise the output")
        channels = np.ones(kind.channels, np.int64)
        return self.flat(data, self.add(ir.Requantize(
            name=self.unique(self.model.output), x=sums, multiplier=2 * channels, shift=channels,
            low=kind.low, high=kind.high, scale=float(gain[0]),
            zero=-float(offset[0]) / float(gain[0]))))

    def pruned(self, last: str) -> ir.Graph:
        """The nodes that the result depends on."""
        used, kept = {last}, []
        for node in reversed(self.nodes):
            if node.name in used or isinstance(node, ir.Input):
                used.update(node.inputs)
                kept.append(node)
        return ir.Graph(tuple(kept[::-1]))

    # Quantisers.

    def quant(self, node: Node) -> Constant | Data:
        bits = self.scalar(node, 3)
        rounding = self.text(node, "rounding_mode", "ROUND").upper()
        if rounding not in quantizers.ROUNDINGS:
            raise self.refuse(node, f"has the unknown rounding mode {rounding!r}", "use ROUND")
        if bits != int(bits) or not 1 <= bits <= 32:
            raise self.refuse(node, f"quantises to {bits} bits", "use 1 to 8 bits")
        signed, narrow = bool(self.number(node, "signed", 1)), bool(self.number(node, "narrow", 0))

        def make(scale: float, zero: float) -> Quantizer:
            return quantizers.integer(scale, zero, int(bits), signed=signed, narrow=narrow,
                                      rounding=rounding)

        value = self.value(node, 0)
        if isinstance(value, Constant):
            return self.quantized_constant(node, value, make, int(bits))
        if bits > 16:
            raise self.refuse(node, f"quantises to {bits} bits", "use 1 to 8 bits")
        return self.quantize(node, value, make(self.step(node, 1), self.scalar(node, 2)))

    def bipolar_quant(self, node: Node) -> Constant | Data:
        value = self.value(node, 0)
        if isinstance(value, Constant):
            return self.quantized_constant(node, value,
                                           lambda scale, zero: quantizers.bipolar(scale), 1)
        return self.quantize(node, value, quantizers.bipolar(self.step(node, 1)))

    def trunc(self, node: Node) -> Data:
        rounding = self.text(node, "rounding_mode", "FLOOR").upper()
        if rounding not in quantizers.ROUNDINGS:
            raise self.refuse(node, f"has the unknown rounding mode {rounding!r}", "use FLOOR")
        scale, zero = self.step(node, 1), self.scalar(node, 2)
        limits = None
        if len(node.inputs) == 5:
            drop, to, to_zero = self.scalar(node, 3) - self.scalar(node, 4), scale, zero
        else:  # the second version says the scale after it
            to, bits = self.step(node, 4), self.scalar(node, 5)
            drop = round(math.log2(to / scale))
            if not 1 <= bits <= 16:
                raise self.refuse(node, f"truncates to {bits} bits", "use 1 to 8 bits")
            limits = quantizers.limits(
                int(bits), signed=bool(self.number(node, "signed", 1)),
                narrow=bool(self.number(node, "narrow", 0)))
            to_zero = zero / 2.0 ** drop
        if drop != int(drop) or not 0 <= drop <= 31:
            raise self.refuse(node, f"drops {drop} bits", "drop 0 to 31 bits")
        return self.quantize(node, self.data(node, 0), quantizers.truncate(
            scale, zero, int(drop), rounding, limits, to, to_zero))

    def multi_threshold(self, node: Node) -> Data:
        data, table = self.data(node, 0), self.array(node, 1).astype(np.float32)
        if table.ndim != 2 or len(table) not in (1, data.channels) or not table.shape[1]:
            raise self.refuse(node, f"has thresholds of shape {table.shape}",
                              "give (channels, steps)")
        if np.any(np.diff(table, axis=1) < 0) or not np.isfinite(table).all():
            raise self.refuse(node, "has thresholds that do not ascend", "sort them")
        layout = self.text(node, "data_layout", "")
        if layout not in ("", "NC", "NCHW"):
            raise self.refuse(node, f"has its channels elsewhere ({layout})", "use NCHW")
        scale, bias = (float(self.number(node, name, default))
                       for name, default in (("out_scale", 1.0), ("out_bias", 0.0)))
        made = quantizers.multi_threshold(table, scale, bias) if scale > 0 else None
        if made is None:
            raise self.refuse(node, f"has a scale of {scale} and a bias of {bias}",
                              "use a bias of whole steps")
        return self.quantize(node, data, made)

    def quantize_linear(self, node: Node) -> Constant | Data:
        value = self.value(node, 0)
        if isinstance(value, Constant):
            raise self.refuse(node, "quantises a constant", "store the constant quantised")
        low, high, zero = self.zero_point(node)
        if zero.size != 1:
            raise self.refuse(node, "has a zero point for each channel", "use one")
        return self.quantize(node, value, quantizers.linear(
            self.step(node, 1), int(zero.ravel()[0]), low, high))

    def dequantize_linear(self, node: Node) -> Constant | Data:
        value = self.value(node, 0)
        _, _, zero = self.zero_point(node)
        if isinstance(value, Data):
            if not value.quantized:
                raise self.refuse(node, "reads what is not quantised", "quantise it first")
            return dataclasses.replace(value, scale=np.array([self.step(node, 1)]),
                                       zero=float(zero.ravel()[0]))
        if value.values.dtype.kind not in "iu":
            raise self.refuse(node, f"reads a constant of type {value.values.dtype}",
                              "store it quantised")
        integers = value.values.astype(np.int64)
        scale = self.array(node, 1).astype(np.float64)
        axis = int(self.number(node, "axis", 1))
        if self.number(node, "block_size", 0) or scale.size > 1 and scale.ndim != 1 or (
                zero.size > 1 and scale.size == 1 and zero.ndim != 1):
            raise self.refuse(node, "has scales for blocks", "give one for each channel")
        if scale.ndim == 1 and scale.size > 1:
            if not -integers.ndim <= axis < integers.ndim or (
                    integers.shape[axis] != scale.size or zero.size not in (1, scale.size)):
                raise self.refuse(node, f"has {scale.size} scales for {integers.shape}",
                                  "give one for each channel")
            shape = [1] * integers.ndim
            shape[axis] = -1
            scale = scale.reshape(shape)
            zero = zero.reshape(shape) if zero.size > 1 else zero
        if not (np.isfinite(scale) & (scale > 0)).all() or zero.ndim > integers.ndim:
            raise self.refuse(node, "has a scale that is not positive", "export it again")
        integers = integers - zero
        return Constant(values=(integers * scale).astype(np.float32), integers=integers,
                        scale=np.broadcast_to(scale, integers.shape))

    def quantized_constant(self, node: Node, value: Constant,
                           make: Callable[[float, float], Quantizer], bits: int) -> Constant:
        """Weights or biases: integers of real values, one scale for each or for all."""
        real = np.asarray(value.values, np.float32)
        scale = self.array(node, 1).astype(np.float64)
        zero = self.scalar(node, 2) if len(node.inputs) > 2 else 0.0
        try:
            scale = np.broadcast_to(scale, real.shape)
        except ValueError:
            raise self.refuse(node, f"has scales of shape {scale.shape} for {real.shape}",
                              "export the model again") from None
        if not (np.isfinite(scale) & (scale > 0)).all() or zero != int(zero):
            raise self.refuse(node, "has a scale that is not positive, or a broken zero point",
                              "export the model again")
        if not np.isfinite(real).all():
            raise self.refuse(node, "quantises what is not finite", "train again")
        # A quantiser takes one scale; real values in steps of their own scale have one of 1.
        steps = np.asarray(real / scale.astype(np.float32), np.float32).reshape(1, -1)
        whole = make(1.0, zero).integers(steps)
        integers = np.asarray(whole, np.float64).reshape(real.shape).astype(np.int64) - int(zero)
        return Constant(values=(integers * scale).astype(np.float32), integers=integers,
                        scale=scale, bits=bits if not zero else 8)

    # Functions of single values.

    def arithmetic(self, node: Node) -> Data:
        a, b = self.value(node, 0), self.value(node, 1)
        if any(isinstance(value, Data) and value.last for value in (a, b)):
            raise self.refuse(node, "reads an image whose channels are last",
                              "move them back with Transpose")
        if isinstance(a, Data) and isinstance(b, Data):
            if node.kind not in ("Add", "Mul"):
                raise self.refuse(node, "combines two tensors", "use Add or Mul")
            return self.sum(node, a, b) if node.kind == "Add" else self.product(node, a, b)
        if isinstance(a, Data) and isinstance(b, Constant):
            if node.kind == "Add":
                return self.shifted(node, a, b, 1)
            if node.kind == "Sub":
                return self.shifted(node, a, b, -1)
            factor = self.per_channel(node, a, b)
            if not factor.all():
                raise self.refuse(node, "multiplies or divides by zero", "train again")
            if node.kind == "Mul":
                return self.linked(node, a, affine(lambda x: x * factor, factor, 0))
            return self.linked(node, a, affine(lambda x: x / factor, 1 / np.float64(factor), 0))
        assert isinstance(a, Constant) and isinstance(b, Data)
        if node.kind == "Add":
            return self.shifted(node, b, a, 1)
        constant = self.per_channel(node, b, a)
        if node.kind == "Sub":
            return self.linked(node, b, affine(lambda x: constant - x, -1, constant))
        if node.kind == "Mul" and constant.all():
            return self.linked(node, b, affine(lambda x: x * constant, constant, 0))
        raise self.refuse(node, "divides by data, or multiplies it by zero", "multiply instead")

    def sum(self, node: Node, a: Data, b: Data) -> Data:
        """Two activations; as integers where their scales are whole multiples."""
        if not (a.quantized and b.quantized) or a.shape != b.shape or a.image != b.image:
            raise self.refuse(node, "adds tensors that are not both quantised, or of different "
                              "shapes", "quantise both")
        return self.pair_of(node, a, b)

    def product(self, node: Node, a: Data, b: Data) -> Data:
        """Two activations; the second may be a factor for each channel of an image."""
        a, b = sorted((a, b), key=lambda data: -math.prod(data.shape))
        factors = len(a.shape) == 3 and b.shape == (a.channels, 1, 1)
        if not (a.quantized and b.quantized) or a.image != b.image or (
                a.shape != b.shape and not factors):
            raise self.refuse(
                node, f"multiplies tensors of {a.shape} and {b.shape}, or such that are not both "
                "quantised", "quantise both, and use one shape, or one factor for each channel")
        product = ir.Product(name=node.name, a=a.name, b=b.name, a_zero=self.whole_zero(node, a),
                             b_zero=self.whole_zero(node, b))
        return Data(shape=a.shape, name=node.name, scale=a.scale * b.scale, image=a.image,
                    pair=(a, b), times=True, sums=product)

    def batch_norm(self, node: Node) -> Data:
        data = self.data(node, 0)
        gain, offset, mean, variance = (
            self.per_channel(node, data, self.constant(node, i)) for i in (1, 2, 3, 4))
        epsilon = np.float32(self.number(node, "epsilon", 1e-5))
        with np.errstate(all="ignore"):
            factor = gain / np.sqrt(variance + epsilon)
            shift = offset - mean * factor
        if not (np.isfinite(factor) & np.isfinite(shift)).all() or not factor.all():
            raise self.refuse(node, "has a factor of zero or infinity", "train again")
        return self.linked(node, data, affine(lambda x: x * factor + shift, factor, shift))

    def relu(self, node: Node) -> Data:
        return self.linked(node, self.data(node, 0), clamp(0, np.inf))

    def clip(self, node: Node) -> Data:
        low, high = (float(self.number(node, name, default)) for name, default in (
            ("min", -np.inf), ("max", np.inf)))
        if len(node.inputs) > 1 and node.inputs[1]:
            low = self.scalar(node, 1)
        if len(node.inputs) > 2 and node.inputs[2]:
            high = self.scalar(node, 2)
        if not low < high:
            raise self.refuse(node, f"limits to {low}..{high}", "use a range")
        return self.linked(node, self.data(node, 0), clamp(low, high))

    def leaky_relu(self, node: Node) -> Data:
        slope = np.float32(self.number(node, "alpha", 0.01))
        if not slope >= 0:
            raise self.refuse(node, f"has a slope of {slope}", "use a positive slope")
        return self.linked(node, self.data(node, 0), curve(
            lambda x: np.where(x < 0, x * slope, x).astype(np.float32)))

    def sigmoid(self, node: Node) -> Data:
        if node.outputs[0] == self.model.output:
            return self.left(node)
        return self.linked(node, self.data(node, 0), curve(
            lambda x: np.asarray(1 / (1 + np.exp(-x)), np.float32)))

    def tanh(self, node: Node) -> Data:
        return self.linked(node, self.data(node, 0), curve(
            lambda x: np.asarray(np.tanh(x), np.float32)))

    # Shapes.

    def reshape(self, node: Node) -> Data:
        data = self.data(node, 0)
        shape = folding.reshaped(node, data.shape, self.optional(node, 1))
        if shape == data.shape:
            return data
        if shape is not None and not data.last and {len(shape), len(data.shape)} == {2, 3}:
            line, picture = sorted((shape, data.shape), key=len)
            if picture == (line[0], 1, line[1]):    # a line is an image of height one
                return dataclasses.replace(data, shape=shape)
        if shape is None or len(shape) != 1 or len(data.shape) not in (2, 3):
            raise self.refuse(node, f"brings {data.shape} to {shape or 'another shape'}",
                              "reshape only by flattening each image to a vector")
        pixels = math.prod(data.shape[1:])
        image = None if data.last or data.channels == 1 or pixels == 1 else data.shape
        if data.raw:
            return dataclasses.replace(data, shape=shape, image=data.shape)
        if not data.quantized:
            if pixels > 1:
                raise self.refuse(node, "flattens what is not quantised", "quantise it first")
            return dataclasses.replace(data, shape=shape)
        name = self.add(ir.Flatten(name=self.unique(node.name), x=data.name))
        return dataclasses.replace(data, shape=shape, name=name, image=image, last=False)

    def transpose(self, node: Node) -> Data:
        """Channels last and first again: a way of seeing, for they are last in memory anyway."""
        data = self.data(node, 0)
        order = node.attributes.get("perm")
        if order == list(range(len(data.shape) + 1)):
            return data
        axes = len(data.shape)
        if order == [0, axes, *range(1, axes)] and axes in (2, 3) and (data.last or data.raw):
            return dataclasses.replace(data, shape=(data.shape[-1], *data.shape[:-1]), last=False)
        if order == [0, *range(2, axes + 1), 1] and axes in (2, 3) and (
                data.quantized and not data.last):
            return dataclasses.replace(data, shape=(*data.shape[1:], data.shape[0]), last=True)
        raise self.refuse(node, f"reorders the axes of {data.shape} by {order}",
                          "only move the channels of an image to the end and back")

    def shape(self, node: Node) -> Constant:
        return Constant(values=np.array([1, *self.data(node, 0).shape], np.int64))

    def constant_node(self, node: Node) -> Constant:
        value = node.attributes.get("value")
        if not isinstance(value, np.ndarray):
            raise self.refuse(node, "is a constant without an array", "export the model again")
        return Constant(values=value)

    def identity(self, node: Node) -> Constant | Data:
        if node.kind == "Cast" and node.attributes.get("to") != 1:
            raise self.refuse(node, "casts data to another type", "keep it in 32-bit floats")
        return self.value(node, 0)

    def last(self, node: Node) -> Data:
        """Softmax and the like do not change which score is the greatest; the host does them."""
        if node.outputs[0] != self.model.output:
            raise self.refuse(node, "stands inside the model", "end the model in it")
        data = self.left(node)
        self.classes = data.channels
        return data

    def left(self, node: Node) -> Data:
        """What an operator at the end reads."""
        self.notes.append(f"{node.kind} {node.name!r} is left to the host: the output is the "
                          "scores before it.")
        return self.data(node, 0)
