"""Import ONNX models that are quantised: QONNX, and ONNX with QuantizeLinear and DequantizeLinear.

A quantised tensor is integers of a node; a layer of integers gives sums; whatever floating-point
functions follow are carried along until the next quantiser, and become one node with it: see
:mod:`gossamer.importers.thresholds`.
"""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import ir
from ..errors import GossamerError, UnsupportedError
from . import onnx_constants as folding
from . import onnx_quantizers as quantizers
from .imported import Imported, InputSteps
from .onnx_file import MOST_ELEMENTS, Model, Node, read
from .onnx_values import Constant, Data, Doubles, Ints, Link, Quantizer, affine, clamp, curve
from .thresholds import rescaling, thresholds

__all__ = ["Importer", "import_onnx"]

SUPPORTED = (
    "use only Conv, MatMul, Gemm, Add, pooling, BatchNormalization, Relu, Clip, Sigmoid, Tanh, "
    "reshaping to a vector, and quantisers"
)

#: The nearest supported thing, by operator.
NEAREST = {
    "Gelu": "use Relu",
    "Elu": "use Relu",
    "HardSwish": "use Relu",
    "ConvTranspose": "use Conv",
    "InstanceNormalization": "use BatchNormalization",
    "LayerNormalization": "use BatchNormalization",
    "Concat": "use Add",
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

#: The most thresholds in one node.
MOST_THRESHOLDS = 1 << 22


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


class Importer:
    """One walk over the nodes; ``values`` says what is known of each tensor."""

    def __init__(self, model: Model, steps: InputSteps) -> None:
        self.model = model
        self.steps = steps
        self.nodes: list[ir.Node] = []
        self.types: dict[str, ir.TensorType] = {}
        self.values: dict[str, Constant | Data] = {
            name: Constant(values=array) for name, array in model.constants.items()}
        self.notes: list[str] = []
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
            "AveragePool": self.average_pool,
            "GlobalAveragePool": self.average_pool,
            "ReduceMean": self.reduce_mean,
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
            if not node.outputs or any(node.outputs[1:]) and node.kind != "Dropout":
                raise self.refuse(node, "does not compute one tensor", "export the model again")
            if node.outputs[0] in self.values:
                raise self.refuse(node, f"computes {node.outputs[0]!r} again", "export it again")
            self.values[node.outputs[0]] = self.compute(node)
        found = self.values.get(model.output)
        if not isinstance(found, Data):
            raise GossamerError("The model's output does not depend on its input; export it again.")
        return Imported(graph=ir.check(self.pruned(self.output(found))), classes=self.classes,
                        notes=tuple(self.notes))

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
        if data.sums is None:
            raise self.refuse(node, "is not quantised", "end in a layer or a quantiser")
        line = data.line()
        if line is None or any(link.gain is None for link in data.chain):
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
        if len(node.inputs) == 5:
            drop, limits, to = self.scalar(node, 3) - self.scalar(node, 4), None, scale
            to_zero = zero
        else:  # the second version says the scale after it
            to, bits = self.step(node, 4), self.scalar(node, 5)
            drop = round(math.log2(to / scale))
            if not 1 <= bits <= 16:
                raise self.refuse(node, f"truncates to {bits} bits", "use 1 to 8 bits")
            limits = quantizers.integer(
                1, 0, max(2, int(bits)), signed=bool(self.number(node, "signed", 1)),
                narrow=bool(self.number(node, "narrow", 0)), rounding="ROUND")
            limits = (limits.low, limits.high)
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
        whole = make(1.0, zero).integers((real / scale.astype(np.float32)).reshape(1, -1))
        integers = np.asarray(whole, np.float64).reshape(real.shape).astype(np.int64) - int(zero)
        return Constant(values=(integers * scale).astype(np.float32), integers=integers,
                        scale=scale, bits=bits if not zero else 8)

    def quantize(self, node: Node, data: Data, quantizer: Quantizer) -> Data:
        """Bring data to integers: the input, sums, or an activation at another scale."""
        if not (np.isfinite(quantizer.zero) and abs(quantizer.zero) < 1 << 16):
            raise self.refuse(node, f"has a zero point of {quantizer.zero}", "export it again")
        if data.raw:
            return self.enter(node, data, quantizer)
        if data.sums is not None:
            name = self.requantize(node, data, quantizer)
        else:
            name = self.table(node, data, quantizer)
        name = self.flat(data, name)
        return Data(shape=data.shape, name=name, scale=np.array([quantizer.scale]),
                    zero=quantizer.zero, image=data.image)

    def enter(self, node: Node, data: Data, quantizer: Quantizer) -> Data:
        """The input node; what is computed before the first quantiser is the host's."""
        line = data.line()
        low, high = quantizer.low, quantizer.high
        if line is None or len(line[0]) > 1 or any(link.gain is None for link in data.chain) or (
                not line[0][0] > 0) or low is None or high is None:
            raise self.refuse(node, "quantises the input after more than a scale and an offset",
                              "quantise the input itself")
        gain, offset = float(line[0][0]), float(line[1][0])
        if any(isinstance(made, ir.Input) for made in self.nodes):
            raise self.refuse(node, "quantises the input a second time", "quantise it once")
        image = data.image or data.shape
        shape = (*image[1:], image[0])
        name = self.model.input
        if quantizer.rounds_even and quantizer.step == 1:
            self.add(ir.Input(
                name=name, shape=shape, low=low, high=high, scale=quantizer.scale / gain,
                zero=quantizer.zero + offset / quantizer.scale))
        elif high - low == quantizer.step:
            name = self.enter_binary(node, shape, gain, offset, quantizer, low)
        else:
            raise self.refuse(node, "rounds the input otherwise than to nearest, ties to even",
                              "use the rounding mode ROUND")
        if len(data.shape) < len(image):
            name = self.add(ir.Flatten(name=self.unique(f"{name}.flat"), x=name))
        return Data(shape=data.shape, name=name, scale=np.array([quantizer.scale]),
                    zero=quantizer.zero, image=data.image)

    def enter_binary(self, node: Node, shape: tuple[int, ...], gain: float, offset: float,
                     quantizer: Quantizer, low: int) -> str:
        """Two values: a very steep scale decides on which side of the threshold the input is."""
        ends = quantizer.integers(np.array([[-1e-30, 0.0]], np.float32))[0]
        if ends.tolist() != [low, low + quantizer.step]:
            raise self.refuse(node, "has two values for the input that do not change at zero",
                              "use BipolarQuant")
        steep = 2.0 ** 40
        name = self.add(ir.Input(name=self.model.input, shape=shape, low=0, high=1,
                                 scale=1 / (gain * steep), zero=1 + offset * steep))
        return self.add(ir.Table(name=self.unique(node.name), x=name, first=0,
                                 values=np.array([low, low + quantizer.step]),
                                 scale=quantizer.scale, zero=quantizer.zero))

    def requantize(self, node: Node, data: Data, quantizer: Quantizer) -> str:
        """Sums, what was computed since, and a quantiser become one node."""
        assert data.sums is not None
        sums = dataclasses.replace(data.sums, name=self.unique(data.sums.name))
        kind = sums.infer(*(self.types[name] for name in sums.inputs))
        ends = self.integers(node, data, quantizer, np.array([[kind.low, kind.high]]))
        # Where the value falls as the sum rises, the negated sum is looked at instead.
        signs = np.where(np.broadcast_to(ends[:, 0] > ends[:, 1], (data.channels,)), -1, 1)
        least, most = kind.low, kind.high
        if (signs < 0).any():
            least, most = min(least, -most), max(most, -least)
            if data.zero:
                raise self.refuse(node, "falls where the sums before it rise",
                                  "use positive scales")
            data = dataclasses.replace(data, scale=data.scale * signs)
        low, high = quantizer.low, quantizer.high
        if low is None or high is None:
            low, high = int(ends.min()), max(int(ends.max()), int(ends.min()) + 1)
        steps = (high - low) // quantizer.step
        if steps * data.channels > MOST_THRESHOLDS:
            raise self.refuse(node, f"has {steps:,} steps in {data.channels:,} channels",
                              "quantise to 8 bits")

        def levels(values: Ints) -> Ints:
            return (self.integers(node, data, quantizer, values) - low) // quantizer.step

        found = thresholds(levels, data.channels, least, most, steps)
        # A zero point is added after rounding if it can be; inside, it may turn ties the other way.
        made = None
        for offset in {int(quantizer.zero): None, 0: None}:
            made = made or rescaling(found, low, quantizer.step, least, most,
                                     *self.slope(data, quantizer, offset), offset)
        name = self.unique(node.name)
        if made is None or made.bias.any() and not isinstance(sums, ir.Weighted):
            self.add(self.negated(node, sums, signs))
            return self.add(ir.MultiThreshold(
                name=name, x=sums.name, thresholds=found, low=low, step=quantizer.step,
                scale=quantizer.scale, zero=quantizer.zero))
        if isinstance(sums, ir.Weighted):
            sums = dataclasses.replace(sums, bias=sums.bias + signs * made.bias)
        self.add(sums)
        return self.add(ir.Requantize(
            name=name, x=sums.name, multiplier=signs * made.multiplier, shift=made.shift, low=low,
            high=high, scale=quantizer.scale, offset=made.offset, zero=quantizer.zero,
            rounding=made.rounding))

    def slope(self, data: Data, quantizer: Quantizer, offset: int
              ) -> tuple[Doubles | None, Doubles | None]:
        """How steps of a quantiser depend on sums: ``gain * (sum + shift) + offset``."""
        line = data.line()
        if line is None:
            return None, None
        share = quantizer.scale * 2.0 ** quantizer.drop
        gain = np.broadcast_to(line[0] / share, (data.channels,))
        constant = line[1] / share + (quantizer.zero - offset)
        with np.errstate(all="ignore"):
            return gain, np.broadcast_to(constant / gain, (data.channels,))

    def negated(self, node: Node, sums: ir.Node, signs: Ints) -> ir.Node:
        """The same sums with some channels negated."""
        if (signs > 0).all():
            return sums
        if not isinstance(sums, ir.Weighted) or (sums.weight[signs < 0] == -128).any():
            raise self.refuse(node, "falls where the sums before it rise",
                              "use positive scales, or weights without -128")
        weight = sums.weight * signs.reshape(-1, *(1,) * (sums.weight.ndim - 1))
        bits = sums.weight_bits
        if bits > 1 and weight.max() >= 1 << (bits - 1):
            bits += 1
        return dataclasses.replace(sums, weight=weight.astype(np.int8), bias=sums.bias * signs,
                                   weight_bits=bits)

    def integers(self, node: Node, data: Data, quantizer: Quantizer, values: Ints) -> Ints:
        """What a quantiser makes of sums (channels, n), through the chain."""
        clamps = all(link.gain is None and link.straight for link in data.chain)
        if quantizer.direct is not None and data.zero == 0 and clamps:
            made = quantizer.direct(values, data.scale)
            for link in data.chain:
                limits = link.apply(np.array([[-np.inf, np.inf]], np.float32))
                ends = quantizer.integers(limits)[0]
                made = np.clip(made, ends[0], ends[1])
        else:
            made = quantizer.integers(data.real(values))
        if not np.isfinite(made).all() or np.abs(made).max(initial=0) > 1 << 24:
            raise self.refuse(node, "quantises what is no finite number", "train again")
        return np.asarray(made, np.float64).astype(np.int64)

    def table(self, node: Node, data: Data, quantizer: Quantizer) -> str:
        """An activation at another scale, or after functions of single values."""
        kind = self.types[data.name]
        values = np.arange(kind.low, kind.high + 1)
        rows = self.integers(node, data, quantizer, values[None])
        if (rows != rows[0]).any():
            raise self.refuse(node, "quantises an activation differently in each channel",
                              "quantise after a convolution or a linear layer")
        if np.array_equal(rows[0], values):
            return data.name
        return self.add(ir.Table(name=self.unique(node.name), x=data.name, values=rows[0],
                                 first=kind.low, scale=quantizer.scale, zero=quantizer.zero))

    # Layers.

    def conv(self, node: Node) -> Data:
        data, weight = self.activation(node, 0), self.weights(node, 1)
        values = weight.integers
        assert values is not None and weight.scale is not None
        if len(data.shape) != 3 or values.ndim != 4:
            raise self.refuse(node, f"convolves {data.shape} with weights {values.shape}",
                              "use two-dimensional convolutions over images")
        groups = int(self.number(node, "group", 1))
        outputs, inputs, kh, kw = values.shape
        if groups < 1 or data.shape[0] != inputs * groups or outputs % groups:
            raise self.refuse(node, f"has weights {values.shape} for {data.shape} in {groups} "
                              "groups", "export the model again")
        stride, dilation = self.pair(node, "strides"), self.pair(node, "dilations")
        padding = self.padding(node, data.shape, (kh, kw), stride, dilation)
        zero = self.whole_zero(node, data)
        sums = ir.Conv2d(
            name=node.name, x=data.name,
            weight=np.ascontiguousarray(values.transpose(0, 2, 3, 1)).astype(np.int8),
            bias=-zero * values.reshape(outputs, -1).sum(axis=1), weight_bits=weight.bits,
            stride=stride, padding=padding, dilation=dilation, groups=groups, pad=zero)
        return self.layer(node, data, sums, self.output_scales(node, weight), 2)

    def matmul(self, node: Node) -> Data:
        return self.linear(node, self.weights(node, 1), transposed=False)

    def gemm(self, node: Node) -> Data:
        if self.number(node, "transA", 0) or any(
                self.number(node, name, 1.0) != 1 for name in ("alpha", "beta")):
            raise self.refuse(node, "transposes its data or has factors", "use MatMul and Add")
        return self.linear(node, self.weights(node, 1),
                           transposed=bool(self.number(node, "transB", 0)))

    def linear(self, node: Node, weight: Constant, transposed: bool) -> Data:
        data = self.activation(node, 0)
        assert weight.integers is not None and weight.scale is not None
        if weight.integers.ndim == 2 and not transposed:
            weight = dataclasses.replace(weight, integers=weight.integers.T, scale=weight.scale.T)
        values = weight.integers
        assert values is not None
        if len(data.shape) != 1 or values.ndim != 2 or values.shape[1] != data.shape[0]:
            raise self.refuse(node, f"multiplies {data.shape} by weights {values.shape}",
                              "multiply a vector by a matrix of constants")
        if data.image is not None:  # from ONNX's order of the columns to memory order
            values = values.reshape(-1, *data.image).transpose(0, 2, 3, 1).reshape(len(values), -1)
        zero = self.whole_zero(node, data)
        sums = ir.Linear(
            name=node.name, x=data.name, weight=np.ascontiguousarray(values).astype(np.int8),
            bias=-zero * values.sum(axis=1), weight_bits=weight.bits)
        return self.layer(node, data, sums, self.output_scales(node, weight), 2)

    def layer(self, node: Node, data: Data, sums: ir.Weighted, scales: Doubles, bias: int) -> Data:
        """Sums and their scale, with the bias if there is one."""
        try:
            kind = sums.infer(self.types[data.name])
        except ValueError as error:
            raise self.refuse(node, str(error), "export the model again") from None
        if kind.size > MOST_ELEMENTS:
            raise self.refuse(node, f"makes {kind.size:,} elements", "use smaller images")
        if max(-kind.low, kind.high) >= 1 << 31:
            raise self.refuse(node, "has sums beyond 32 bits", "use fewer inputs")
        *size, channels = kind.shape
        made = Data(shape=(channels, *size), name=node.name, sums=sums, scale=data.scale * scales)
        if len(node.inputs) > bias and node.inputs[bias]:
            return self.shifted(node, made, self.constant(node, bias), 1)
        return made

    def max_pool(self, node: Node) -> Data:
        data = self.activation(node, 0)
        window, stride = self.window(node, data)
        padding = self.padding(node, data.shape, window, stride, (1, 1))
        if self.pair(node, "dilations") != (1, 1):
            raise self.refuse(node, "has a dilated window", "use a dilation of 1")
        x = data.name
        if any(padding):
            x = self.add(ir.Pad(name=self.unique(f"{node.name}.pad"), x=x, padding=padding,
                                value=self.types[x].low), node)
        name = self.add(ir.MaxPool(name=self.unique(node.name), x=x, window=window, stride=stride),
                        node)
        height, width, channels = self.types[name].shape
        return dataclasses.replace(data, name=name, shape=(channels, height, width))

    def average_pool(self, node: Node) -> Data:
        data = self.activation(node, 0)
        if node.kind == "GlobalAveragePool":
            if len(data.shape) != 3:
                raise self.refuse(node, f"pools {data.shape}", "pool images")
            return self.average(node, data, data.shape[1:], (1, 1))
        window, stride = self.window(node, data)
        if any(self.padding(node, data.shape, window, stride, (1, 1))):
            raise self.refuse(node, "averages over windows that leave the image",
                              "use no padding")
        return self.average(node, data, window, stride)

    def reduce_mean(self, node: Node) -> Data:
        data = self.activation(node, 0)
        axes = node.attributes.get("axes")
        if axes is None and len(node.inputs) > 1:
            axes = self.array(node, 1).ravel().tolist()
        if len(data.shape) != 3 or axes is None or sorted(a % 4 for a in axes) != [2, 3]:
            raise self.refuse(node, "averages over other axes than height and width",
                              "use GlobalAveragePool")
        pooled = self.average(node, data, data.shape[1:], (1, 1))
        if self.number(node, "keepdims", 1):
            return pooled
        return dataclasses.replace(pooled, shape=pooled.shape[:1])

    def average(self, node: Node, data: Data, window: tuple[int, ...], stride: tuple[int, int]
                ) -> Data:
        count = math.prod(window)
        sums = ir.SumPool(name=node.name, x=data.name, window=(window[0], window[1]),
                          stride=stride)
        try:
            height, width, channels = sums.infer(self.types[data.name]).shape
        except ValueError as error:
            raise self.refuse(node, str(error), "pool smaller windows") from None
        share = affine(lambda x: x / np.float32(count), 1 / count, 0)
        return Data(shape=(channels, height, width), name=node.name, sums=sums, scale=data.scale,
                    zero=data.zero * count, chain=(share,))

    # Functions of single values.

    def arithmetic(self, node: Node) -> Data:
        a, b = self.value(node, 0), self.value(node, 1)
        if any(isinstance(value, Data) and value.last for value in (a, b)):
            raise self.refuse(node, "reads an image whose channels are last",
                              "move them back with Transpose")
        if isinstance(a, Data) and isinstance(b, Data):
            if node.kind != "Add":
                raise self.refuse(node, "combines two tensors", "use Add")
            return self.sum(node, a, b)
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

    def shifted(self, node: Node, data: Data, constant: Constant, sign: int) -> Data:
        """Add a constant: to the bias of a layer if it is a whole number of steps there."""
        offset = self.per_channel(node, data, constant)
        if isinstance(data.sums, ir.Weighted) and not data.chain:
            steps = sign * offset[:, 0].astype(np.float64) / data.scale
            if constant.integers is not None and constant.scale is not None:
                ratio = (constant.scale.ravel() / data.scale).ravel()
                # A bias is stored in steps whose scale was rounded to 32 bits.
                ratio = np.where(np.abs(ratio - 1) < 1e-6, 1, ratio)
                steps = sign * constant.integers.ravel() * ratio
            if np.array_equal(steps, np.rint(steps)) and np.abs(steps).max() < 1 << 31:
                bias = data.sums.bias + steps.astype(np.int64)
                return dataclasses.replace(data, sums=dataclasses.replace(data.sums, bias=bias))
        return self.linked(node, data, affine(
            lambda x: x + np.float32(sign) * offset, 1, sign * offset.astype(np.float64)))

    def sum(self, node: Node, a: Data, b: Data) -> Data:
        """Two activations of one scale, or of scales that are whole multiples."""
        if not (a.quantized and b.quantized) or a.shape != b.shape or a.image != b.image:
            raise self.refuse(node, "adds tensors that are not both quantised, or of different "
                              "shapes", "quantise both")
        fine = min(float(a.scale[0]), float(b.scale[0]))
        names, zero = [], 0.0
        for side, data in zip("ab", (a, b), strict=True):
            ratio = float(data.scale[0]) / fine
            if abs(ratio - round(ratio)) > 1e-6 * ratio or ratio > 1 << 12:
                raise self.refuse(node, f"adds steps of {a.scale[0]} and {b.scale[0]}",
                                  "quantise both branches at one scale")
            kind = self.types[data.name]
            zero += data.zero * round(ratio)
            names.append(data.name if round(ratio) == 1 else self.add(ir.Table(
                name=self.unique(f"{node.name}.{side}"), x=data.name, first=kind.low, scale=fine,
                values=round(ratio) * np.arange(kind.low, kind.high + 1))))
        sums = ir.Sum(name=node.name, a=names[0], b=names[1])
        return Data(shape=a.shape, name=node.name, sums=sums, scale=np.array([fine]), zero=zero,
                    image=a.image)

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
        return self.linked(node, self.data(node, 0), curve(lambda x: 1 / (1 + np.exp(-x))))

    def tanh(self, node: Node) -> Data:
        return self.linked(node, self.data(node, 0), curve(np.tanh))

    def linked(self, node: Node, data: Data, link: Link) -> Data:
        return dataclasses.replace(data, chain=(*data.chain, link))

    # Shapes.

    def reshape(self, node: Node) -> Data:
        data = self.data(node, 0)
        shape = folding.reshaped(node, data.shape, self.optional(node, 1))
        if shape == data.shape:
            return data
        if shape is None or len(shape) != 1 or len(data.shape) != 3:
            raise self.refuse(node, f"brings {data.shape} to {shape or 'another shape'}",
                              "reshape only by flattening each image to a vector")
        channels, height, width = data.shape
        image = None if data.last or channels == 1 or height * width == 1 else data.shape
        if data.raw:
            return dataclasses.replace(data, shape=shape, image=data.shape)
        if not data.quantized:
            if height * width > 1:
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
        if order == [0, 3, 1, 2] and len(data.shape) == 3 and (data.last or data.raw):
            height, width, channels = data.shape
            return dataclasses.replace(data, shape=(channels, height, width), last=False)
        if order == [0, 2, 3, 1] and len(data.shape) == 3 and data.quantized and not data.last:
            channels, height, width = data.shape
            return dataclasses.replace(data, shape=(height, width, channels), last=True)
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
        data = self.data(node, 0)
        self.classes = data.channels
        self.notes.append(f"{node.kind} {node.name!r} is left to the host: the output is the "
                          "scores before it.")
        return data

    # Pieces.

    def flat(self, data: Data, name: str) -> str:
        """A vector of what ONNX holds as one: sums are flattened after they are quantised."""
        if len(self.types[name].shape) == len(data.shape):
            return name
        return self.add(ir.Flatten(name=self.unique(f"{name}.flat"), x=name))

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

    def unique(self, name: str) -> str:
        """A name that no node has."""
        if name not in self.types:
            return name
        return next(trial for i in itertools.count(2)
                    if (trial := f"{name}_{i}") not in self.types)

    def refuse(self, node: Node, reason: str, remedy: str) -> UnsupportedError:
        return UnsupportedError(node.name, f"({node.kind}) {reason}", remedy)

    def optional(self, node: Node, index: int) -> npt.NDArray[Any] | None:
        """An input that is a constant, or None if it is absent."""
        if index >= len(node.inputs) or not node.inputs[index]:
            return None
        return self.array(node, index)

    def value(self, node: Node, index: int) -> Constant | Data:
        if index >= len(node.inputs) or node.inputs[index] not in self.values:
            raise self.refuse(node, f"lacks input {index}", "export the model again")
        return self.values[node.inputs[index]]

    def data(self, node: Node, index: int) -> Data:
        value = self.value(node, index)
        if not isinstance(value, Data):
            raise self.refuse(node, "computes with constants alone", SUPPORTED)
        if value.last and self.operators[node.kind] not in (self.transpose, self.reshape):
            raise self.refuse(node, "reads an image whose channels are last",
                              "move them back with Transpose")
        return value

    def activation(self, node: Node, index: int) -> Data:
        """Quantised data; an input without a quantiser gets one."""
        data = self.data(node, index)
        if data.raw:
            scale, bits = self.steps.scale, self.steps.bits
            entered = self.enter(node, data, quantizers.integer(
                scale, 0.0, bits, signed=True, narrow=False, rounding="ROUND"))
            self.notes.append(
                f"The model does not quantise its input {self.model.input!r}: it enters in {bits} "
                f"bits in steps of {scale:g}.")
            self.values[node.inputs[index]] = entered
            return entered
        if not data.quantized:
            raise self.refuse(node, "reads what is not quantised", "quantise it before")
        return data

    def constant(self, node: Node, index: int) -> Constant:
        value = self.value(node, index)
        if not isinstance(value, Constant):
            raise self.refuse(node, f"has an input {index} that is no constant",
                              "store it as a constant")
        return value

    def array(self, node: Node, index: int) -> npt.NDArray[Any]:
        return np.asarray(self.constant(node, index).values)

    def weights(self, node: Node, index: int) -> Constant:
        """Constant integers of up to 8 bits; whole numbers in floats are their own integers."""
        value = self.constant(node, index)
        if value.integers is None:
            whole = value.values.astype(np.float64)
            if not np.array_equal(whole, np.rint(whole)):
                raise self.refuse(node, "has weights that are not quantised",
                                  "quantise them with Quant or DequantizeLinear")
            value = dataclasses.replace(value, integers=whole.clip(-999, 999).astype(np.int64),
                                        scale=np.ones(whole.shape))
        assert value.integers is not None
        if not value.integers.size:
            raise self.refuse(node, "has no weights", "export the model again")
        low, high = int(value.integers.min()), int(value.integers.max())
        if low < -128 or high > 127:
            raise self.refuse(node, f"has weights {low}..{high} beyond 8 bits",
                              "quantise them to 8 bits or fewer")
        bits = next(b for b in range(2, 9) if low >= -(1 << (b - 1)) and high < 1 << (b - 1))
        if value.bits == 1 and (np.abs(value.integers) == 1).all():
            bits = 1
        return dataclasses.replace(value, bits=bits)

    def output_scales(self, node: Node, weight: Constant) -> Doubles:
        """A scale for each output, the first axis; one for each weight is refused."""
        assert weight.scale is not None
        rows = weight.scale.reshape(len(weight.scale), -1)
        if (rows != rows[:, :1]).any():
            raise self.refuse(node, "has weight scales along another axis than outputs",
                              "use one scale, or one for each output")
        return rows[:, 0].astype(np.float64)

    def whole_zero(self, node: Node, data: Data) -> int:
        if data.zero != int(data.zero):
            raise self.refuse(node, f"reads integers whose zero is {data.zero}",
                              "use whole zero points")
        return int(data.zero)

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
        if found is None:
            return 0, 255, np.zeros(1, np.int64)
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

    def pair(self, node: Node, name: str) -> tuple[int, int]:
        value = node.attributes.get(name, [1, 1])
        if not isinstance(value, list) or len(value) != 2 or not all(
                isinstance(v, int) and 1 <= v < 1 << 16 for v in value):
            raise self.refuse(node, f"has an attribute {name!r} that is not two positive numbers",
                              "use images")
        return value[0], value[1]

    def window(self, node: Node, data: Data) -> tuple[tuple[int, int], tuple[int, int]]:
        if len(data.shape) != 3 or "kernel_shape" not in node.attributes:
            raise self.refuse(node, f"pools {data.shape}", "pool images")
        if self.number(node, "ceil_mode", 0):
            raise self.refuse(node, "rounds its size up (ceil_mode)", "use ceil_mode=0")
        return self.pair(node, "kernel_shape"), self.pair(node, "strides")

    def padding(self, node: Node, shape: tuple[int, ...], window: tuple[int, int],
                stride: tuple[int, int], dilation: tuple[int, int]) -> tuple[int, int, int, int]:
        """(top, bottom, left, right)."""
        automatic = self.text(node, "auto_pad", "NOTSET")
        if automatic in ("SAME_UPPER", "SAME_LOWER"):
            ends = []
            for size, kernel, step, spread in zip(shape[1:], window, stride, dilation,
                                                  strict=True):
                total = max(0, (-(-size // step) - 1) * step + spread * (kernel - 1) + 1 - size)
                less, more = total // 2, total - total // 2
                ends += [less, more] if automatic == "SAME_UPPER" else [more, less]
            top, bottom, left, right = ends
            return top, bottom, left, right
        pads = node.attributes.get("pads", [0, 0, 0, 0])
        if automatic not in ("NOTSET", "VALID") or not isinstance(pads, list) or (
                len(pads) != 4) or not all(isinstance(p, int) and 0 <= p < 1 << 12 for p in pads):
            raise self.refuse(node, "has a padding that is not four numbers", "use images")
        if automatic == "VALID":
            return 0, 0, 0, 0
        return pads[0], pads[2], pads[1], pads[3]
