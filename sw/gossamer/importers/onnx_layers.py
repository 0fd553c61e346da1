"""Layers of ONNX on quantised data: convolutions, matrix products, pooling."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from .. import ir
from . import averages
from .onnx_file import MOST_ELEMENTS, Node
from .onnx_quantize import QuantizingBuilder
from .onnx_values import Constant, Data, Doubles, Link, Pool, affine

__all__ = ["LayerBuilder"]


class LayerBuilder(QuantizingBuilder):
    """Knows layers: what they read is quantised, what they make is sums."""

    def conv(self, node: Node) -> Data:
        data, weight = self.activation(node, 0), self.weights(node, 1)
        values = weight.integers
        assert values is not None and weight.scale is not None
        axes = len(data.shape) - 1
        if axes not in (1, 2) or values.ndim != axes + 2:
            raise self.refuse(node, f"convolves {data.shape} with weights {values.shape}",
                              "use convolutions over images or lines")
        if axes == 1:       # an image of height one
            values = values[:, :, None]
        groups = int(self.number(node, "group", 1))
        outputs, inputs, kh, kw = values.shape
        if groups < 1 or data.shape[0] != inputs * groups or outputs % groups:
            raise self.refuse(node, f"has weights {values.shape} for {data.shape} in {groups} "
                              "groups", "export the model again")
        kernel = node.attributes.get("kernel_shape", [kh, kw][-axes:])
        if not isinstance(kernel, list) or kernel != [kh, kw][-axes:]:
            raise self.refuse(node, f"has weights of {kh} x {kw} for another kernel_shape",
                              "export the model again")
        stride, dilation = (self.pair(node, name, axes) for name in ("strides", "dilations"))
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
            values = np.moveaxis(values.reshape(-1, *data.image), 1, -1).reshape(len(values), -1)
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
        made = Data(shape=(channels, *size[len(size) + 1 - len(data.shape):]), name=node.name,
                    sums=sums, scale=data.scale * scales)
        if len(node.inputs) > bias and node.inputs[bias]:
            return self.shifted(node, made, self.constant(node, bias), 1)
        return made

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

    def linked(self, node: Node, data: Data, link: Link) -> Data:
        return dataclasses.replace(data, chain=(*data.chain, link))

    def max_pool(self, node: Node) -> Data:
        if node.kind == "GlobalMaxPool":
            return self.greatest(node)
        data = self.data(node, 0)
        window, stride = self.window(node, data)
        dilation = self.pair(node, "dilations", len(data.shape) - 1)
        # onnxruntime pads as if there were no gaps, which gives another size than ONNX says.
        if dilation != (1, 1) and self.text(node, "auto_pad", "NOTSET").startswith("SAME"):
            raise self.refuse(node, "has a dilated window and auto_pad", "use pads")
        return self.maximum(node, window, stride, dilation, self.reach(
            node, data, window, stride, dilation,
            self.padding(node, data.shape, window, stride, dilation)))

    def maximum(self, node: Node, window: tuple[int, int], stride: tuple[int, int],
                dilation: tuple[int, int] = (1, 1),
                padding: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Data:
        """A max pool of an activation, or of what a quantiser will be behind."""
        data, axes = self.data(node, 0), len(self.data(node, 0).shape) - 1
        pool = Pool(window=window, stride=stride, dilation=dilation, padding=padding,
                    after=len(data.chain))
        if data.raw or data.quantized:
            data = self.activation(node, 0)
            name = self.pooled(node, data.name, pool, self.unique(node.name))
            return dataclasses.replace(data, name=name, shape=self.shaped(name, axes))
        try:
            size = ir.windows((*(1, *data.shape[1:])[-2:], data.channels), window, stride, padding,
                              dilation)
        except ValueError as error:
            raise self.refuse(node, str(error), "pool smaller windows") from None
        return dataclasses.replace(data, shape=(data.channels, *size[2 - axes:]),
                                   pools=(*data.pools, pool))

    def greatest(self, node: Node) -> Data:
        """The maximum of every channel."""
        data = self.data(node, 0)
        if len(data.shape) not in (2, 3):
            raise self.refuse(node, f"pools {data.shape}", "pool images")
        height, width = (1, *data.shape[1:])[-2:]
        return self.maximum(node, (height, width), (1, 1))

    def pad(self, node: Node) -> Data:
        """A frame of one integer around an image, which the convolution that reads it makes."""
        data = self.data(node, 0)
        if not data.quantized:
            raise self.refuse(node, "pads what is not quantised", "quantise it before")
        amounts, axes = self.optional(node, 1), self.optional(node, 3)
        amounts = np.asarray(node.attributes.get("pads", []) if amounts is None else amounts)
        rank = len(data.shape) + 1
        axes = np.arange(rank) if axes is None else axes.ravel()
        whole = {amounts.dtype.kind, axes.dtype.kind} <= set("iu")
        if self.text(node, "mode", "constant") != "constant" or rank < 3 or not whole or (
                amounts.shape != (2 * len(axes),)) or any(
                not -rank <= axis < rank for axis in axes):
            raise self.refuse(node, f"pads {data.shape} otherwise than by a constant",
                              "pad images by zeros")
        frame = np.zeros((2, rank), np.int64)
        frame[:, axes] = amounts.reshape(2, -1)
        if frame[:, :2].any() or frame.min() < 0 or frame.max() >= 1 << 12:
            raise self.refuse(node, f"pads by {amounts.tolist()}", "pad height and width only")
        given = self.scalar(node, 2) if self.optional(node, 2) is not None else (
            float(self.number(node, "value", 0.0)))
        value, kind = given / float(data.scale[0]) + data.zero, self.types[data.name]
        if value != np.rint(value) or not kind.low <= value <= kind.high:
            raise self.refuse(node, f"pads with {given:g}, which the quantiser does not have",
                              "pad with zeros")
        (top, left), (bottom, right) = (
            (0, *side)[-2:] for side in frame[:, 2:].tolist())
        name = self.add(ir.Pad(name=self.unique(node.name), x=data.name, value=int(value),
                               padding=(top, bottom, left, right)), node)
        return dataclasses.replace(data, name=name, shape=self.shaped(name, len(data.shape) - 1))

    def concat(self, node: Node) -> Data:
        """Channels, or the elements of vectors, one after the other."""
        parts = [self.activation(node, index) for index in range(len(node.inputs))]
        first, axis = parts[0], int(self.number(node, "axis", 1))
        if axis not in (1, -len(first.shape)) or any(part.image for part in parts):
            raise self.refuse(node, f"joins along axis {axis}, or flattened images",
                              "join channels, axis 1, before flattening")
        shape = (sum(part.channels for part in parts), *first.shape[1:])
        if any(part.zero != first.zero or not np.array_equal(part.scale, first.scale)
               for part in parts):
            if any(part.shape[1:] != first.shape[1:] for part in parts):
                raise self.refuse(node, "joins tensors of different shapes", "export it again")
            return dataclasses.replace(first, name=node.name, shape=shape, parts=tuple(parts))
        name = self.add(ir.Concat(name=self.unique(node.name),
                                  parts=tuple(part.name for part in parts)), node)
        return dataclasses.replace(first, name=name, shape=shape)

    def slice(self, node: Node) -> Data:
        """A part of an image or of a vector."""
        data = self.activation(node, 0)
        rank = len(data.shape) + 1
        starts, ends = (self.array(node, index).ravel() for index in (1, 2))
        axes, steps = (self.optional(node, index) for index in (3, 4))
        axes = np.arange(len(starts)) if axes is None else axes.ravel()
        steps = np.ones_like(axes) if steps is None else steps.ravel()
        if any(given.dtype.kind not in "iu" for given in (starts, ends, axes, steps)):
            raise self.refuse(node, "takes parts that are no whole numbers", "export it again")
        if data.image or not len(starts) == len(ends) == len(axes) == len(steps) or any(
                not -rank <= axis < rank or axis % rank == 0 for axis in axes) or any(
                not 1 <= step < 1 << 16 or step > 1 and axis % rank == 1
                for axis, step in zip(axes, steps, strict=False)):
            raise self.refuse(node, "takes channels at distances, or elements in reverse, of the "
                              "batch, or of a flattened image",
                              "slice images and vectors, channels in steps of one")
        first, last = [0] * (rank - 1), list(data.shape)
        for axis, start, end in zip(axes % rank - 1, starts, ends, strict=True):
            whole = data.shape[axis]
            first[axis], last[axis] = (
                min(max(int(at) + whole * int(at < 0), 0), whole) for at in (start, end))
        made = self.part(node, data, first, last)
        if (steps == 1).all():
            return made
        # Every so many pixels: the maximum of each alone.
        every = [1] * (rank - 1)
        for axis, step in zip(axes % rank - 1, steps, strict=True):
            every[axis] = int(step)
        height, width = (1, *every[1:])[-2:]
        name = self.add(ir.MaxPool(name=self.unique(f"{node.name}.steps"), x=made.name,
                                   window=(1, 1), stride=(height, width)), node)
        return dataclasses.replace(made, name=name, shape=self.shaped(name, rank - 2))

    def split(self, node: Node) -> list[Data]:
        """A tensor in parts of sizes that are given, or alike but for the last one."""
        data = self.activation(node, 0)
        count, rank = len(node.outputs), len(data.shape) + 1
        axis = int(self.number(node, "axis", 0))
        if data.image or not -rank <= axis < rank or axis % rank == 0:
            raise self.refuse(node, "splits the batch, or a flattened image",
                              "split images and vectors")
        axis = axis % rank - 1
        whole = data.shape[axis]
        given = self.optional(node, 1)
        if given is None:
            given = node.attributes.get("split")
        alike = -(-whole // count)
        sizes = np.full(count, alike) if given is None else np.asarray(given).ravel()
        ends = np.minimum(np.cumsum(sizes), whole) if given is None else np.cumsum(sizes)
        if len(sizes) != count or (sizes < 1).any() or ends[-1] != whole:
            raise self.refuse(node, f"splits {whole} elements into {count} parts of other sizes",
                              "export the model again")
        parts = []
        for start, end in zip([0, *ends[:-1]], ends, strict=True):
            first, last = [0] * (rank - 1), list(data.shape)
            first[axis], last[axis] = int(start), int(end)
            parts.append(self.part(node, data, first, last))
        return parts

    def part(self, node: Node, data: Data, first: list[int], last: list[int]) -> Data:
        """Elements from ``first`` to before ``last`` along every axis, channels first."""
        counts = [end - start for start, end in zip(first, last, strict=True)]
        if min(counts) < 1:
            raise self.refuse(node, f"takes {tuple(counts)} of {data.shape}",
                              "take one element at least along every axis")
        line = len(data.shape) == 2
        name = self.add(ir.Slice(
            name=self.unique(node.name), x=data.name, first=(*(0,) * line, *first[1:], first[0]),
            shape=(*(1,) * line, *counts[1:], counts[0])), node)
        return dataclasses.replace(data, name=name, shape=tuple(counts))

    def average_pool(self, node: Node) -> Data:
        data = self.activation(node, 0)
        if node.kind == "GlobalAveragePool":
            return self.mean(node, data)
        window, stride = self.window(node, data)
        if self.pair(node, "dilations", len(data.shape) - 1) != (1, 1):
            raise self.refuse(node, "has a dilated window", "use a dilation of 1")
        framed = self.padding(node, data.shape, window, stride, (1, 1))
        padding = self.reach(node, data, window, stride, (1, 1), framed)
        return self.average(node, data, window, stride, padding, framed if self.number(
            node, "count_include_pad", 0) else (0, 0, 0, 0))

    def mean(self, node: Node, data: Data) -> Data:
        """The average of every channel."""
        shape = self.types[data.name].shape
        if len(shape) != 3:
            raise self.refuse(node, f"pools {data.shape}", "pool images")
        return self.average(node, data, (shape[0], shape[1]), (1, 1))

    def reduced(self, node: Node) -> Data:
        """Mean or maximum over an image."""
        data = self.data(node, 0)
        axes = node.attributes.get("axes")
        rank = len(data.shape) + 1
        if axes is None and len(node.inputs) > 1:
            axes = self.array(node, 1).ravel().tolist()
        greatest = node.kind == "ReduceMax"
        if rank < 3 or axes is None or sorted(a % rank for a in axes) != list(range(2, rank)):
            raise self.refuse(
                node, f"{'takes the maximum' if greatest else 'averages'} over other axes than "
                "height and width",
                f"use {'GlobalMaxPool' if greatest else 'GlobalAveragePool'}")
        pooled = self.greatest(node) if greatest else self.mean(node, self.activation(node, 0))
        if self.number(node, "keepdims", 1):
            return pooled
        shape = pooled.shape[:1]
        if not pooled.quantized:
            return dataclasses.replace(pooled, shape=shape)
        name = self.add(ir.Flatten(name=self.unique(f"{node.name}.flat"), x=pooled.name))
        return dataclasses.replace(pooled, shape=shape, name=name)

    def average(self, node: Node, data: Data, window: tuple[int, int], stride: tuple[int, int],
                padding: tuple[int, int, int, int] = (0, 0, 0, 0),
                framed: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Data:
        """Sums over windows, divided by the elements of each that are in the ``framed`` image.

        What is outside the image counts as zero.
        """
        shape = self.types[data.name].shape
        try:
            size = ir.windows(shape, window, stride, padding)
        except ValueError as error:
            raise self.refuse(node, str(error), "pool smaller windows") from None
        if math.prod(size) * shape[2] > MOST_ELEMENTS:
            raise self.refuse(node, f"makes {math.prod(size) * shape[2]:,} elements",
                              "use smaller images")
        axes = [averages.axis(*axis) for axis in zip(
            shape, window, stride, padding[::2], size, framed[::2], framed[1::2], strict=False)]
        regions = averages.regions(*axes)
        if not regions:
            raise self.refuse(node, f"averages over windows of {window} that leave the image, some "
                              "of them altogether or in too many ways",
                              "use a smaller window or padding")
        parts = tuple(self.divided(node, data, region, stride, f".{number}" * (len(regions) > 1))
                      for number, region in enumerate(regions))
        if len(parts) == 1:
            return parts[0]
        return dataclasses.replace(
            parts[0], name=node.name, sums=None, chain=(), parts=parts,
            places=tuple(region.at for region in regions))

    def divided(self, node: Node, data: Data, region: averages.Region, stride: tuple[int, int],
                suffix: str) -> Data:
        """Averages of one divisor."""
        shape = self.types[data.name].shape
        read = region.part(self.unique(f"{node.name}{suffix}.part"), data.name, shape)
        sums = region.sums(f"{node.name}{suffix}", self.add(read) if read else data.name, shape[2],
                           stride, self.whole_zero(node, data) if any(region.padding) else 0)
        *size, channels = sums.infer(self.types[sums.x]).shape
        share = affine(lambda x: x / np.float32(region.count), 1 / region.count, 0)
        return Data(shape=(channels, *size[3 - len(data.shape):]), name=sums.name, sums=sums,
                    scale=data.scale, zero=data.zero * math.prod(region.window), chain=(share,))

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

    def window(self, node: Node, data: Data) -> tuple[tuple[int, int], tuple[int, int]]:
        axes = len(data.shape) - 1
        if axes not in (1, 2) or "kernel_shape" not in node.attributes:
            raise self.refuse(node, f"pools {data.shape}", "pool images")
        return self.pair(node, "kernel_shape", axes), self.pair(node, "strides", axes)

    def reach(self, node: Node, data: Data, window: tuple[int, int], stride: tuple[int, int],
              dilation: tuple[int, int], padding: tuple[int, int, int, int]
              ) -> tuple[int, int, int, int]:
        """The padding of a pool, with what its last windows reach beyond if ``ceil_mode`` is set.

        No window is refused that begins in the image or before; one without any element is.
        """
        ends = list(padding)
        for axis, (size, count, step, spread) in enumerate(zip(
                (1, *data.shape[1:])[-2:], window, stride, dilation, strict=True)):
            before, after = padding[2 * axis:2 * axis + 2]
            span = spread * (count - 1) + 1
            left = size + before + after - span
            if left < 0:
                raise self.refuse(node, f"has a window of {window} that is larger than its image",
                                  "pool smaller windows")
            results = left // step + 1
            if self.number(node, "ceil_mode", 0):
                results = -(-left // step) + 1
                results -= (results - 1) * step >= size + before
                ends[2 * axis + 1] = max(0, (results - 1) * step + span - size - before)
            first = np.arange(results) * step - before
            inside = -(-np.maximum(0, -first) // spread)    # the first tap that is not before
            if (inside >= count).any() or (first + spread * inside >= size).any():
                raise self.refuse(node, "has windows without any element of the image",
                                  "use less padding")
        return ends[0], ends[1], ends[2], ends[3]

    def padding(self, node: Node, shape: tuple[int, ...], window: tuple[int, int],
                stride: tuple[int, int], dilation: tuple[int, int]) -> tuple[int, int, int, int]:
        """(top, bottom, left, right)."""
        automatic = self.text(node, "auto_pad", "NOTSET")
        if automatic in ("SAME_UPPER", "SAME_LOWER"):
            ends = []
            for size, kernel, step, spread in zip((1, *shape[1:])[-2:], window, stride, dilation,
                                                  strict=True):
                total = (-(-size // step) - 1) * step + spread * (kernel - 1) + 1 - size
                if total < -1:      # onnxruntime begins inside the image, or refuses
                    raise self.refuse(node, f"has {-total} pixels that no window reaches, and "
                                      "auto_pad", "use pads")
                total = max(0, total)
                less, more = total // 2, total - total // 2
                ends += [less, more] if automatic == "SAME_UPPER" else [more, less]
            top, bottom, left, right = ends
            return top, bottom, left, right
        count = 2 * len(shape[1:])
        pads = node.attributes.get("pads", [0] * count)
        if automatic not in ("NOTSET", "VALID") or not isinstance(pads, list) or (
                len(pads) != count) or not all(
                isinstance(p, int) and 0 <= p < 1 << 12 for p in pads):
            raise self.refuse(
                node, f"has a padding that is not {'four' if count == 4 else 'two'} numbers",
                "use images")
        if automatic == "VALID":
            return 0, 0, 0, 0
        if count == 2:
            return 0, 0, pads[0], pads[1]
        return pads[0], pads[2], pads[1], pads[3]
