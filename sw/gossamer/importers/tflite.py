"""Import TensorFlow Lite models of 8-bit integers, each integer as the reference kernels have it.

Values keep the file's integers, zero points included: a sum of products has the input's zero point
in its bias, and padding is the integer that means zero. Node ``conv_2d_3`` is operator 3 of the
file; its value is that operator's output.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import ir
from ..errors import GossamerError, UnsupportedError
from . import averages
from . import tflite_arithmetic as arithmetic
from .frames import merge_frames
from .imported import Imported
from .tflite_arithmetic import INT8, Affine
from .tflite_file import File, Operator, read
from .tflite_graph import GraphBuilder

__all__ = ["NEAREST", "import_tflite"]

SUPPORTED = (
    "use only convolutions, fully connected layers, ADD, SUB, MUL, average and max pooling, MEAN, "
    "REDUCE_MAX, PAD, reshaping, TRANSPOSE before fully connected layers, CONCATENATION, "
    "SLICE, STRIDED_SLICE, SPLIT, clamps, LOGISTIC, TANH, SOFTMAX and ARG_MAX"
)

#: The nearest supported thing, by operator.
NEAREST = {
    "HARD_SWISH": "use RELU6",
    "LEAKY_RELU": "use RELU",
    "RELU_N1_TO_1": "fuse it into the operator before it",
    "PRELU": "use RELU",
    "ELU": "use RELU",
    "GELU": "use RELU",
    "LOG_SOFTMAX": "use SOFTMAX, whose greatest element is the same",
    "CONV_3D": "use CONV_2D",
    "TRANSPOSE_CONV": "use CONV_2D",
    "BATCH_MATMUL": "use FULLY_CONNECTED with constant weights",
    "SPLIT_V": "use SLICE",
    "GATHER": "use SLICE",
    "UNIDIRECTIONAL_SEQUENCE_LSTM": "use convolutions over time",
}

RESHAPES = ("RESHAPE", "SQUEEZE", "EXPAND_DIMS")

#: Bits of the sums of the reference kernels.
SUM_BITS = 32


def import_tflite(data: bytes) -> Imported:
    """Bring the bytes of a ``.tflite`` file to a graph.

    Raises
    ------
    UnsupportedError
        Naming the first operator that cannot be computed, and why.
    GossamerError
        If the file is damaged or is no model of one input and one output.
    """
    with np.errstate(all="ignore"):  # what is not finite is found and refused
        return _Importer(read(data)).run()


class _Importer(GraphBuilder):
    """One walk over the operators; knows every one of them."""

    def __init__(self, file: File) -> None:
        super().__init__(file)
        self.notes: list[str] = []
        self.operators: dict[str, Callable[[Operator], None]] = {
            "CONV_2D": self.conv,
            "DEPTHWISE_CONV_2D": self.depthwise_conv,
            "FULLY_CONNECTED": self.fully_connected,
            "ADD": self.addition,
            "SUB": self.addition,
            "MUL": self.multiplication,
            "AVERAGE_POOL_2D": self.average_pool,
            "MAX_POOL_2D": self.max_pool,
            "MEAN": self.mean,
            "REDUCE_MAX": self.reduce_max,
            "ARG_MAX": self.arg_max,
            "PAD": self.pad,
            "CONCATENATION": self.concatenation,
            "SLICE": self.slice,
            "STRIDED_SLICE": self.strided_slice,
            "SPLIT": self.split,
            "SOFTMAX": self.softmax,
            "LOGISTIC": self.logistic,
            "TANH": self.tanh,
            "RELU": self.clamp,
            "RELU6": self.clamp,
            "QUANTIZE": self.quantize,
            "DEQUANTIZE": self.dequantize,
            "TRANSPOSE": self.transpose,
            **dict.fromkeys(RESHAPES, self.reshape),
        }

    def run(self) -> Imported:
        file = self.file
        for what, found in (("inputs", file.inputs), ("outputs", file.outputs)):
            if len(found) != 1 or found[0] < 0:
                raise GossamerError(
                    f"The model has {len(found)} {what}; convert a model with one.")
        used = self._used()
        self.read = {tensor for operator in used for tensor in operator.inputs} | {file.outputs[0]}
        self.input(file.inputs[0], used)
        for operator in used:
            if operator.kind not in self.operators:
                raise self.refuse(operator, "is not supported",
                                  NEAREST.get(operator.kind, SUPPORTED))
            outputs = set(operator.outputs)
            if len(operator.outputs) != 1 and operator.kind != "SPLIT" or (
                    not outputs or outputs & self.names.keys()):
                raise self.refuse(operator, "does not compute one tensor of its own",
                                  "convert the model again")
            self.operators[operator.kind](operator)
            if operator.kind != "ARG_MAX":
                self._agree(operator)
        if file.outputs[0] not in self.names or not used:
            raise GossamerError("The model computes nothing from its input; convert it again.")
        graph = ir.check(merge_frames(ir.Graph(tuple(self.nodes))))
        last = graph.output
        return Imported(
            graph=graph,
            classes=self.types[last.name].channels
            if isinstance(last, ir.Softmax) or self.notes else 0, notes=tuple(self.notes))

    def _used(self) -> list[Operator]:
        """The operators that the output depends on, in order."""
        needed = {self.file.outputs[0]}
        used = []
        for operator in reversed(self.file.operators):
            if needed.intersection(operator.outputs):
                needed.update(operator.inputs)
                used.append(operator)
        return used[::-1]

    def input(self, index: int, used: list[Operator]) -> None:
        """The input; floats that are quantised first enter quantised."""
        tensor = self.file.tensors[index]
        readers = [operator for operator in used if index in operator.inputs]
        name, first = tensor.name or "input", index
        if tensor.type == "FLOAT32" and readers and all(
                reader.kind == "QUANTIZE" for reader in readers):
            first = readers[0].outputs[0]
            used.remove(readers[0])
        entry = self.file.tensors[first]
        if entry.type not in ("INT8", "UINT8"):
            raise UnsupportedError(name, f"is an input of type {tensor.type}",
                                   "convert the model to 8-bit integers, inputs included")
        low, high = (-128, 127) if entry.type == "INT8" else (0, 255)
        affine = self._affine(entry, name, low, high)
        self.add(ir.Input(name="input", shape=self._shape(entry, name), low=low, high=high,
                          scale=float(affine.scale), zero=float(affine.zero)), index)
        self.names[first] = "input"

    # Operators.

    def conv(self, operator: Operator) -> None:
        weight = self.weights(operator, 1, 4, 0)
        options = self.options(operator, "StrideH", "DilationHFactor")
        self.convolve(operator, weight, options,
                      (options["DilationHFactor"], options["DilationWFactor"]))

    def depthwise_conv(self, operator: Operator) -> None:
        weight = self.weights(operator, 1, 4, 3)
        if weight.shape[0] != 1:
            raise self.refuse(operator, f"has weights of shape {weight.shape}", "convert again")
        options = self.options(operator, "StrideH", "DilationHFactor")
        self.convolve(operator, weight.transpose(3, 1, 2, 0), options,
                      (options["DilationHFactor"], options["DilationWFactor"]))

    def convolve(self, operator: Operator, weight: npt.NDArray[np.int8], options: dict[str, Any],
                 dilation: tuple[int, int]) -> None:
        x = self.operand(operator, 0)
        shape = self.types[x].shape
        outputs, kh, kw, inputs = weight.shape
        if len(shape) != 3 or shape[2] % inputs or outputs % (shape[2] // inputs):
            raise self.refuse(operator, f"convolves {shape} with weights {weight.shape}",
                              "convolve images whose channels suit the weights")
        stride = (options["StrideH"], options["StrideW"])
        source = self.affine(operator, 0)
        padding = self.padding(operator, options, shape, (kh, kw), stride, dilation)
        scales = self.scales(operator, 1, outputs)
        to = self.affine_of_output(operator)
        factors = (float(source.scale) * scales.astype(np.float64)) / float(to.scale)
        sums = ir.Conv2d(
            name=f"{self.name(operator)}.sum", x=x, weight=np.ascontiguousarray(weight),
            bias=self.bias(operator, weight, source), weight_bits=8, stride=stride,
            padding=padding, dilation=dilation, groups=shape[2] // inputs, pad=source.zero)
        self.requantize(operator, sums, [float(factor) for factor in factors],
                        self.activation(operator, options))

    def fully_connected(self, operator: Operator) -> None:
        weight = self.weights(operator, 1, 2, 0)
        x = self.operand(operator, 0, ordered=False)
        options = self.options(operator, "WeightsFormat")
        if options["WeightsFormat"]:
            raise self.refuse(operator, "has shuffled weights", "convert with the default layout")
        if self.types[x].size != weight.shape[1]:
            raise self.refuse(operator, f"multiplies {self.types[x].shape} by weights "
                              f"{weight.shape}", "give it one vector")
        if len(self.types[x].shape) != 1:
            x = self.add(ir.Flatten(name=f"{self.name(operator)}.flat", x=x))
        order = self.orders.get(operator.inputs[0])
        if order is not None:
            weight = weight[:, np.argsort(order.ravel())]
        source, to = self.affine(operator, 0), self.affine_of_output(operator)
        scales = self.scales(operator, 1, len(weight)).astype(np.float64)
        factors = float(source.scale) * scales / float(to.scale)
        low, high = self.activation(operator, options)
        sums = self.add(ir.Linear(
            name=f"{self.name(operator)}.sum", x=x, weight=weight,
            bias=self.bias(operator, weight, source), weight_bits=8))
        kind = self.types[sums]
        found = {factor: arithmetic.single_rounding(factor, kind.low, kind.high)
                 for factor in map(float, factors)
                 if self.sensible(operator, factor)}
        pairs = [found[float(factor)] for factor in factors]
        if None in pairs:
            raise self.refuse(operator, "has a scale that no 31-bit multiplier matches",
                              "choose other ranges")
        self.add(ir.Requantize(
            name=self.name(operator), x=sums, multiplier=np.array([p[0] for p in pairs if p]),
            shift=np.array([p[1] for p in pairs if p]), low=low, high=high,
            scale=float(to.scale), offset=to.zero, zero=float(to.zero), rounding="half_away"),
            operator.outputs[0])

    def addition(self, operator: Operator) -> None:
        """A sum of two tensors, or their difference; one may be constant."""
        signs = (1, -1 if operator.kind == "SUB" else 1)
        affines = [self.affine(operator, i) for i in (0, 1)]
        to = self.affine_of_output(operator)
        limits = self.activation(operator, self.options(operator, "FusedActivationFunction"))
        twice = 2 * float(max(affine.scale for affine in affines))
        factor = twice / ((1 << 20) * float(to.scale))
        if not 0 < factor < 1:
            raise self.refuse(operator, "adds to a much finer scale", "choose other ranges")
        fixed = self.fixed(operator)
        if fixed is not None:
            side, elements = fixed
            terms = signs[side] * arithmetic.add_table(affines[side], twice)[elements + 128]
            sums = signs[1 - side] * arithmetic.add_table(affines[1 - side], twice) + terms[:, None]
            own, other = (signs[i] * float(affines[i].scale) for i in (1 - side, side))
            start = (elements - affines[side].zero) * (other / own) - affines[1 - side].zero
            self.channelwise(operator, self.operand(operator, 1 - side),
                             arithmetic.rescaled(sums, factor, to, *limits),
                             np.full(len(start), own / float(to.scale)), start)
            return
        operands = [self.operand(operator, i) for i in (0, 1)]
        shapes = [self.types[x].shape for x in operands]
        if shapes[0] != shapes[1]:
            raise self.refuse(operator, f"adds tensors of different shapes {shapes[0]} and "
                              f"{shapes[1]}", "add tensors of one shape")
        name = self.name(operator)
        for letter, x, affine, sign in zip("ab", operands, affines, signs, strict=True):
            self.add(ir.Table(name=f"{name}.{letter}", x=x, first=-128, scale=twice / (1 << 20),
                              values=sign * arithmetic.add_table(affine, twice)))
        self.requantize(operator, ir.Sum(name=f"{name}.sum", a=f"{name}.a", b=f"{name}.b"),
                        [factor] * shapes[0][-1], limits)

    def multiplication(self, operator: Operator) -> None:
        """Two tensors of one shape, or an image and a factor for each of its channels."""
        fixed, to = self.fixed(operator), self.affine_of_output(operator)
        limits = self.activation(operator, self.options(operator, "FusedActivationFunction"))
        if fixed is not None:
            side, elements = fixed
            source, constant = (self.affine(operator, i) for i in (1 - side, side))
            factor = float(source.scale * constant.scale / to.scale)
            products = np.multiply.outer(elements - constant.zero, INT8 - source.zero)
            if self.sensible(operator, factor) and np.abs(products).max() * max(1, factor) >= (
                    1 << (SUM_BITS - 2)):
                raise self.refuse(operator, "has sums beyond 32 bits",
                                  "use a coarser output scale")
            factors = elements - constant.zero
            self.channelwise(operator, self.operand(operator, 1 - side),
                             arithmetic.rescaled(products, factor, to, *limits),
                             factor * factors, np.full(len(factors), float(-source.zero)))
            return
        operands = [(self.operand(operator, i), self.affine(operator, i)) for i in (0, 1)]
        operands.sort(key=lambda item: (self.types[item[0]].size, len(self.types[item[0]].shape)))
        (b, second), (a, first) = operands
        shapes = [self.types[x].shape for x in (a, b)]
        if shapes[0] != shapes[1] and not shapes[0][-1] == shapes[1][-1] == self.types[b].size:
            raise self.refuse(operator, f"multiplies tensors of different shapes {shapes[0]} and "
                              f"{shapes[1]}", "multiply by a tensor of the same shape, or by one "
                              "factor for each channel")
        # The reference multiplies scales as 32-bit floats.
        factor = float(first.scale * second.scale / to.scale)
        product = ir.Product(name=f"{self.name(operator)}.product", a=a, b=b, a_zero=first.zero,
                             b_zero=second.zero)
        self.requantize(operator, product, [factor] * shapes[0][-1], limits)

    def fixed(self, operator: Operator) -> tuple[int, npt.NDArray[np.int64]] | None:
        """Which of two operands is constant, and its elements: one, or one for each channel."""
        for side in (0, 1):
            tensor = self.tensor(operator, side)
            if operator.inputs[side] in self.names or tensor.data is None:
                continue
            channels = self.types[self.operand(operator, 1 - side)].channels
            if tensor.data.size != 1 and not (
                    tensor.data.size == tensor.data.shape[-1] == channels):
                raise self.refuse(operator, f"combines a tensor with a constant of "
                                  f"{tensor.data.shape}",
                                  "use one number, or one for each channel")
            return side, tensor.data.astype(np.int64).ravel()
        return None

    def channelwise(self, operator: Operator, x: str, values: npt.NDArray[np.int64],
                    gain: npt.NDArray[np.floating], start: npt.NDArray[np.floating]) -> None:
        """What becomes of each of 256 integers, in each channel: all but ``gain * (x + start)``.

        A layer of single weights. Where a line misses integers, they are exceptions.
        """
        if (values == values[0]).all():
            self.table(operator, x, values[0], self.affine_of_output(operator))
            return
        kind, to, name = self.types[x], self.affine_of_output(operator), self.name(operator)
        shape = kind.shape
        if len(shape) < 3:
            x = self.add(ir.Reshape(name=f"{name}.pixels", x=x,
                                    shape=(*(1,) * (3 - len(shape)), *shape)))
        low, high = int(values.min()), int(values.max())
        for weight in (1, 64):
            made = arithmetic.line(values, gain / weight, weight * start, weight, to, low, high)
            if made is not None and (weight > 1 or not len(made[2])):
                break
        signs = np.where(gain < 0, -1, 1)
        scale: dict[str, Any] = {
            "name": name if len(shape) == 3 else f"{name}.image", "x": f"{name}.sum", "low": low,
            "scale": float(to.scale), "zero": float(to.zero)}
        if made is not None:
            bias, multiplier, exceptions = made
            result: ir.Node = ir.Requantize(
                multiplier=multiplier, shift=np.full(len(signs), arithmetic.LINE_SHIFT),
                high=high, offset=to.zero, exceptions=exceptions, **scale)
        else:
            weight, bias = 1, np.zeros(len(signs), np.int64)
            rising = np.where(signs[:, None] > 0, values, values[:, ::-1])
            # Of negated integers, the first one is one higher.
            found = [np.searchsorted(row, np.arange(low + 1, high + 1)) - 128 + (sign < 0)
                     for row, sign in zip(rising, signs, strict=True)]
            result = ir.MultiThreshold(thresholds=np.stack(found), step=1, **scale)
        factors = signs if made is None else np.full(len(signs), weight)
        self.add(ir.Conv2d(
            name=f"{name}.sum", x=x, groups=kind.channels, bias=bias,
            weight_bits=8 if weight > 1 else 2,
            weight=factors.astype(np.int8).reshape(-1, 1, 1, 1)))
        last = self.add(result)
        if len(shape) < 3:
            last = self.add(ir.Reshape(name=name, x=last, shape=shape))
        self.names[operator.outputs[0]] = last

    def average_pool(self, operator: Operator) -> None:
        x, options = self.operand(operator, 0), self.options(operator, "FilterHeight")
        window, stride = self.window(operator, options)
        shape = self.types[x].shape
        padding = self.padding(operator, options, shape, window, stride)
        source = self.same_scale(operator)
        low, high = self.activation(operator, options)
        if math.prod(window) > 1 << 14:
            raise self.refuse(operator, f"averages over {math.prod(window)} values",
                              "use a smaller window")
        try:
            size = ir.windows(shape, window, stride, padding)
        except ValueError as error:
            raise self.refuse(operator, str(error), "convert the model again") from None
        axes = [averages.axis(*axis) for axis in zip(
            shape, window, stride, padding[::2], size, strict=False)]
        parts = averages.regions(*axes)
        if not parts:
            raise self.refuse(operator, f"averages over windows of {window}, which leave the image "
                              "in too many ways", "use padding VALID, or a smaller window")
        name, channels = self.name(operator), np.ones(shape[2], np.int64)
        made = ""
        for number, region in enumerate(parts):
            prefix = name if len(parts) == 1 else f"{name}.{number}"
            read = region.part(f"{prefix}.part", x, shape)
            sums = self.add(region.sums(f"{prefix}.sum", self.add(read) if read else x, shape[2],
                                        stride, pad=0))
            multiplier, shift = arithmetic.divisor(region.count, 128 * region.count)
            part = self.add(ir.Requantize(
                name=prefix, x=sums, multiplier=multiplier * channels, shift=shift * channels,
                low=low, high=high, scale=float(source.scale), zero=float(source.zero),
                rounding="half_away"))
            made = part if not number else self.add(ir.Patch(
                name=name if number == len(parts) - 1 else f"{prefix}.whole", x=made, part=part,
                first=region.at))
        self.names[operator.outputs[0]] = made

    def max_pool(self, operator: Operator) -> None:
        x, options = self.operand(operator, 0), self.options(operator, "FilterHeight")
        window, stride = self.window(operator, options)
        padding = self.padding(operator, options, self.types[x].shape, window, stride)
        source = self.same_scale(operator)
        low, high = self.activation(operator, options)
        name = self.name(operator)
        if any(padding):
            x = self.add(ir.Pad(name=f"{name}.pad", x=x, padding=padding, value=-128))
        if (low, high) == (-128, 127):
            self.add(ir.MaxPool(name=name, x=x, window=window, stride=stride),
                     operator.outputs[0])
            return
        pooled = self.add(ir.MaxPool(name=f"{name}.max", x=x, window=window, stride=stride))
        self.table(operator, pooled, INT8.clip(low, high), source)

    def mean(self, operator: Operator) -> None:
        x = self.operand(operator, 0)
        axes = self.integers(operator, 1).ravel()
        shape = self.types[x].shape
        if len(shape) != 3 or sorted(int(axis) % 4 for axis in axes) != [1, 2]:
            raise self.refuse(operator, "averages over other axes than height and width",
                              "use a global average pool")
        source, to = self.affine(operator, 0), self.affine_of_output(operator)
        height, width, channels = shape
        if height * width > 1 << 14:
            raise self.refuse(operator, f"averages over {height * width} values",
                              "use a smaller image")
        # The division is in the multiplier, cut to an integer.
        count = height * width
        multiplier, shift = arithmetic.quantize_multiplier(float(source.scale) / float(to.scale))
        extra = min(count.bit_length() - 1, 62 - shift)
        multiplier, shift = (multiplier << extra) // count, shift + extra
        name = self.name(operator)
        sums = self.add(ir.Conv2d(
            name=f"{name}.sum", x=x, weight=np.ones((channels, height, width, 1), np.int8),
            bias=np.full(channels, -source.zero * count), weight_bits=2, groups=channels,
            pad=source.zero))
        self.scale(operator, sums, multiplier, shift, (-128, 127),
                   flat=len(self.file.tensors[operator.outputs[0]].shape) == 2)

    def reduce_max(self, operator: Operator) -> None:
        x = self.operand(operator, 0)
        axes = self.integers(operator, 1).ravel()
        shape = self.types[x].shape
        if len(shape) != 3 or sorted(int(axis) % 4 for axis in axes) != [1, 2]:
            raise self.refuse(operator, "takes the maximum over other axes than height and width",
                              "use a max pool")
        self.same_scale(operator)
        name = self.name(operator)
        flat = len(self.file.tensors[operator.outputs[0]].shape) == 2
        made = self.add(ir.MaxPool(name=f"{name}.image" if flat else name, x=x,
                                   window=(shape[0], shape[1]), stride=(1, 1)))
        self.names[operator.outputs[0]] = self.add(
            ir.Flatten(name=name, x=made)) if flat else made

    def arg_max(self, operator: Operator) -> None:
        """Only as the last operator, of scores: the host does it."""
        x = self.operand(operator, 0)
        axis = self.integers(operator, 1).ravel()
        if operator.outputs[0] != self.file.outputs[0] or len(self.types[x].shape) != 1 or (
                axis.tolist() not in ([1], [-1])):
            raise self.refuse(operator, "stands inside the model, or looks along other axes than "
                              "the scores", "end the model in its scores")
        self.names[operator.outputs[0]] = x
        self.notes.append(f"ARG_MAX {self.name(operator)!r} is left to the host: the output is the "
                          "scores before it.")

    def pad(self, operator: Operator) -> None:
        x = self.operand(operator, 0)
        source = self.same_scale(operator)
        amounts = self.integers(operator, 1)
        rank = len(self.types[x].shape) + 1
        if rank != 4 or amounts.shape != (4, 2) or amounts[[0, 3]].any() or amounts.min() < 0:
            raise self.refuse(operator, "pads other axes than height and width",
                              "pad images only")
        (top, bottom), (left, right) = ((int(a), int(b)) for a, b in amounts[1:3])
        self.bounded(operator, (self.types[x].shape[0] + top + bottom)
                     * (self.types[x].shape[1] + left + right) * self.types[x].channels)
        self.add(ir.Pad(name=self.name(operator), x=x, padding=(top, bottom, left, right),
                        value=source.zero), operator.outputs[0])

    def reshape(self, operator: Operator) -> None:
        x, name = self.operand(operator, 0, ordered=False), self.name(operator)
        self.same_scale(operator)
        shape = self._shape(self.file.tensors[operator.outputs[0]], name)
        if math.prod(shape) != self.types[x].size:
            raise self.refuse(operator, f"brings {self.types[x].shape} to {shape}, which holds "
                              "another number of elements", "convert the model again")
        self.reordered(operator, x, self.order(operator, x).reshape(shape))

    def transpose(self, operator: Operator) -> None:
        x = self.operand(operator, 0, ordered=False)
        self.same_scale(operator)
        order, axes = self.order(operator, x), self.integers(operator, 1).ravel().tolist()
        if sorted(axes) != list(range(order.ndim + 1)) or axes[0]:
            raise self.refuse(operator, f"orders axes as {axes}", "keep the batch first")
        self.reordered(operator, x, order.transpose([axis - 1 for axis in axes[1:]]))

    def order(self, operator: Operator, x: str) -> npt.NDArray[np.int64]:
        """Where the elements of the first input lie in memory, in its shape."""
        kind = self.types[x]
        return self.orders.get(operator.inputs[0], np.arange(kind.size).reshape(kind.shape))

    def reordered(self, operator: Operator, x: str, order: npt.NDArray[np.int64]) -> None:
        """The same elements seen in another shape or order, which a layer's weights take over."""
        name, shape = self.name(operator), order.shape
        if (np.diff(order.ravel()) != 1).any():
            if operator.outputs[0] == self.file.outputs[0]:
                raise self.refuse(operator, "gives the elements of the output another order",
                                  "end the model before it")
            self.names[operator.outputs[0]] = x
            self.orders[operator.outputs[0]] = order
            return
        made: ir.Node = ir.Reshape(name=name, x=x, shape=shape)
        if len(shape) == 1 and len(self.types[x].shape) > 1:
            made = ir.Flatten(name=name, x=x)
        self.add(made, operator.outputs[0])

    def concatenation(self, operator: Operator) -> None:
        options = self.options(operator, "Axis", "FusedActivationFunction")
        parts = [self.operand(operator, index) for index in range(len(operator.inputs))]
        to = self.affine_of_output(operator)
        if not parts or any(self.affine(operator, index) != to for index in range(len(parts))):
            raise self.refuse(operator, "joins tensors of other scales than its own",
                              "convert the model again")
        rank = len(self.types[parts[0]].shape)
        if options["Axis"] not in (-1, rank) or options["FusedActivationFunction"]:
            raise self.refuse(operator, f"joins along axis {options['Axis']}, or clamps",
                              "join channels, the last axis, and nothing else")
        self.add(ir.Concat(name=self.name(operator), parts=tuple(parts)), operator.outputs[0])

    def slice(self, operator: Operator) -> None:
        x = self.operand(operator, 0)
        self.same_scale(operator)
        shape = self.types[x].shape
        first, size = (self.integers(operator, index).ravel() for index in (1, 2))
        if len(first) != len(shape) + 1 or len(size) != len(first) or first[0]:
            raise self.refuse(operator, "takes a part of the batch, or of other axes than it has",
                              "slice one sample")
        counts = tuple(whole - int(begin) if count == -1 else int(count)
                       for whole, begin, count in zip(shape, first[1:], size[1:], strict=True))
        self.part(operator, x, tuple(map(int, first[1:])), counts, operator.outputs[0])

    def strided_slice(self, operator: Operator) -> None:
        x = self.operand(operator, 0)
        self.same_scale(operator)
        shape = (1, *self.types[x].shape)
        options = self.options(operator, "BeginMask", "EndMask")
        begins, ends, steps = (
            self.integers(operator, index).ravel().tolist() for index in (1, 2, 3))
        if not len(begins) == len(ends) == len(steps) <= len(shape) or not all(
                1 <= step < 1 << 16 for step in steps) or any(
                options[name] for name in ("EllipsisMask", "NewAxisMask", "ShrinkAxisMask",
                                       "Offset")):
            raise self.refuse(operator, "takes elements in reverse, or other axes than there are",
                              "slice with positive steps and keep all axes")
        every = [*steps, *(1,) * (len(shape) - len(steps))]
        if every[-1] > 1 or len(shape) < 4 and max(every) > 1:
            raise self.refuse(operator, "takes channels at distances", "slice them in steps of one")
        first, counts = [], []
        for axis, whole in enumerate(shape):
            begin, end = 0, whole
            if axis < len(begins):
                if not options["BeginMask"] >> axis & 1:
                    begin = min(max(begins[axis] + (begins[axis] < 0) * whole, 0), whole)
                if not options["EndMask"] >> axis & 1:
                    end = min(max(ends[axis] + (ends[axis] < 0) * whole, 0), whole)
            first.append(begin)
            counts.append(end - begin)
        if (first[0], counts[0]) != (0, 1):
            raise self.refuse(operator, "takes a part of the batch", "slice one sample")
        if max(every[1:]) == 1:
            self.part(operator, x, tuple(first[1:]), tuple(counts[1:]), operator.outputs[0])
            return
        self.part(operator, x, tuple(first[1:]), tuple(counts[1:]), operator.outputs[0], ".whole")
        # Every so many pixels: the maximum of each alone.
        self.add(ir.MaxPool(name=self.name(operator), x=self.names[operator.outputs[0]],
                            window=(1, 1), stride=(every[1], every[2])), operator.outputs[0])

    def split(self, operator: Operator) -> None:
        axes, x = self.integers(operator, 0).ravel(), self.operand(operator, 1)
        shape = self.types[x].shape
        axis = (int(axes[0]) + (axes[0] < 0) * (len(shape) + 1)) - 1
        count = len(operator.outputs)
        if not 0 <= axis < len(shape) or shape[axis] % count:
            raise self.refuse(operator, f"splits {shape} into {count} along axis {axis + 1}",
                              "split an axis of the sample into equal parts")
        size = shape[axis] // count
        parts = shape[:axis] + (size,) + shape[axis + 1:]
        for number, tensor in enumerate(operator.outputs):
            if self.affine(operator, 1) != self._affine(
                    self.file.tensors[tensor], self.name(operator), -128, 127):
                raise self.refuse(operator, "changes the scale of its input",
                                  "convert the model again")
            first = (0,) * axis + (number * size,) + (0,) * (len(shape) - axis - 1)
            if tensor in self.read:
                self.part(operator, x, first, parts, tensor, f".{number}")

    def part(self, operator: Operator, x: str, first: tuple[int, ...], shape: tuple[int, ...],
             tensor: int, suffix: str = "") -> None:
        if min(shape) < 1:
            raise self.refuse(operator, f"takes {shape} of {self.types[x].shape}",
                              "take one element at least along every axis")
        self.add(ir.Slice(name=self.name(operator) + suffix, x=x, first=first, shape=shape), tensor)

    def softmax(self, operator: Operator) -> None:
        x = self.operand(operator, 0)
        to = self.affine_of_output(operator)
        if (to.scale, to.zero) != (np.float32(1 / 256), -128):
            raise self.refuse(operator, "does not give shares in steps of 1/256 from -128",
                              "convert the model again")
        beta = float(self.options(operator, "Beta")["Beta"])
        if not (math.isfinite(beta) and beta > 0):
            raise self.refuse(operator, f"has a beta of {beta}", "use a beta of 1")
        try:
            values = arithmetic.exponentials(self.affine(operator, 0).scale, beta)
        except ValueError as error:
            raise self.refuse(operator, str(error), "choose other ranges") from None
        self.add(ir.Softmax(name=self.name(operator), x=x, exponentials=values),
                 operator.outputs[0])

    def logistic(self, operator: Operator) -> None:
        self.function(operator, arithmetic.logistic_table, np.float32(1 / 256), -128)

    def tanh(self, operator: Operator) -> None:
        self.function(operator, arithmetic.tanh_table, np.float32(1 / 128), 0)

    def clamp(self, operator: Operator) -> None:
        to = self.affine_of_output(operator)
        found = arithmetic.limits(operator.kind, to)
        assert found is not None
        self.rescale(operator, to, *found)

    def quantize(self, operator: Operator) -> None:
        self.rescale(operator, self.affine_of_output(operator), -128, 127)

    def dequantize(self, operator: Operator) -> None:
        """Only as the last operator, where the host does it."""
        if operator.outputs[0] != self.file.outputs[0]:
            raise self.refuse(operator, "goes on in floating point",
                              "convert all of the model to 8-bit integers")
        self.names[operator.outputs[0]] = self.operand(operator, 0)

    # What operators have in common.

    def requantize(self, operator: Operator, sums: ir.Node, factors: list[float],
                   limits: tuple[int, int]) -> None:
        """Add sums and what brings them to the output's scale."""
        self.add(sums)
        pairs = [arithmetic.quantize_multiplier(factor) for factor in factors
                 if self.sensible(operator, factor)]
        self.scale(operator, sums.name, [m for m, _ in pairs], [s for _, s in pairs], limits)

    def scale(self, operator: Operator, sums: str, multiplier: int | list[int],
              shift: int | list[int], limits: tuple[int, int], flat: bool = False) -> None:
        kind, to, name = self.types[sums], self.affine_of_output(operator), self.name(operator)
        # Where the reference shifts left before it multiplies, its 32 bits must suffice.
        left = max(0, 31 - int(np.min(shift)))
        if max(-kind.low, kind.high) << left >= 1 << (SUM_BITS - 1):
            raise self.refuse(operator, "has sums beyond 32 bits",
                              "use fewer inputs or a coarser output scale")
        channels = np.ones(kind.channels, np.int64)
        made = self.add(ir.Requantize(
            name=f"{name}.image" if flat else name, x=sums,
            multiplier=np.asarray(multiplier, np.int64) * channels,
            shift=np.asarray(shift, np.int64) * channels, low=limits[0], high=limits[1],
            scale=float(to.scale), offset=to.zero, zero=float(to.zero), rounding="double"))
        if flat:
            self.add(ir.Flatten(name=name, x=made))
        self.names[operator.outputs[0]] = name

    def rescale(self, operator: Operator, to: Affine, low: int, high: int) -> None:
        x, source = self.operand(operator, 0), self.affine(operator, 0)
        if not source.scale / to.scale < 1 << 20:
            raise self.refuse(operator, "has scales too far apart", "choose other ranges")
        first = self.types[x].low
        values = np.arange(first, self.types[x].high + 1)
        self.table(operator, x, arithmetic.requantize_table(source, to, low, high, values), to,
                   first)

    def function(self, operator: Operator, make: Callable[[Affine], npt.NDArray[np.int64]],
                 scale: np.float32, zero: int) -> None:
        x, to = self.operand(operator, 0), self.affine_of_output(operator)
        if (to.scale, to.zero) != (scale, zero):
            raise self.refuse(operator, f"has results in steps of {to.scale} from {to.zero}",
                              f"convert it to steps of {scale} from {zero}")
        self.table(operator, x, make(self.affine(operator, 0)), to)

    def table(self, operator: Operator, x: str, values: npt.NDArray[np.int64], to: Affine,
              first: int = -128) -> None:
        self.add(ir.Table(name=self.name(operator), x=x, values=values, first=first,
                          scale=float(to.scale), zero=float(to.zero)), operator.outputs[0])

    def _agree(self, operator: Operator) -> None:
        """Shapes that the file states must be those that come out."""
        for tensor in operator.outputs:
            if tensor not in self.names or tensor in self.orders:   # a part that nothing reads
                continue
            stated, shape = self.file.tensors[tensor], self.types[self.names[tensor]].shape
            if self._shape(stated, self.name(operator)) != shape:
                raise self.refuse(operator, f"makes {shape}, and the file says {stated.shape[1:]}",
                                  "convert the model again")
