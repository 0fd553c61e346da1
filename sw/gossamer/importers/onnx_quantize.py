"""Bring data to integers: the input, sums with what was computed since, or another scale."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from .. import ir
from ..pairs import Fit, fit, rescaled
from . import onnx_quantizers as quantizers
from .exceptions import straightened
from .onnx_file import Node
from .onnx_graph import GraphBuilder
from .onnx_values import Data, Doubles, Floats, Ints, Pool, Quantizer
from .thresholds import Rescaling, rescaling, thresholds

__all__ = ["QuantizingBuilder"]

#: The most pairs of integers that are looked at.
MOST_PAIRS = 1 << 20

#: The most thresholds in one node.
MOST_THRESHOLDS = 1 << 22


class QuantizingBuilder(GraphBuilder):
    """Knows what a quantiser makes of data."""

    def quantize(self, node: Node, data: Data, quantizer: Quantizer) -> Data:
        """Bring data to integers: the input, sums, or an activation at another scale."""
        if not (np.isfinite(quantizer.zero) and abs(quantizer.zero) < 1 << 16):
            raise self.refuse(node, f"has a zero point of {quantizer.zero}", "export it again")
        if data.raw:
            return self.enter(node, data, quantizer)
        if data.pools:
            return self.quantized_first(node, data, quantizer)
        if data.pair is not None and data.times:
            name = self.multiplied(node, data, data.pair, quantizer)
        elif data.pair is not None:
            name = self.added(node, data, data.pair, quantizer)
        elif data.places:
            name = self.patched(node, data, quantizer)
        elif data.parts:
            parts = tuple(self.table(node, dataclasses.replace(part, chain=data.chain), quantizer)
                          for part in data.parts)
            name = self.add(ir.Concat(name=self.unique(data.name), parts=parts), node)
        elif data.sums is not None:
            name = self.requantize(node, data, quantizer)
        else:
            name = self.table(node, data, quantizer)
        name = self.flat(data, name)
        return Data(shape=data.shape, name=name, scale=np.array([quantizer.scale]),
                    zero=quantizer.zero, image=data.image)

    def quantized_first(self, node: Node, data: Data, quantizer: Quantizer) -> Data:
        """What is pooled, quantised; then the max pools."""
        for pool in data.pools:
            if any(link.gain is not None and (link.gain <= 0).any()
                   for link in data.chain[pool.after:]):
                raise self.refuse(node, "falls where a maximum before it rises",
                                  "quantise before the max pool")
        # As many axes as there were.
        whole = self.quantize(
            dataclasses.replace(node, name=f"{node.name}.whole"),
            dataclasses.replace(data, pools=(), shape=data.shape if len(data.shape) > 1 else (
                data.channels, 1, 1)), dataclasses.replace(quantizer, direct=None))
        name = whole.name
        for number, pool in enumerate(data.pools):
            last = number == len(data.pools) - 1
            name = self.pooled(node, name, pool, self.unique(
                node.name if last else f"{node.name}.{number}"))
        return dataclasses.replace(whole, name=self.flat(data, name), shape=data.shape)

    def pooled(self, node: Node, x: str, pool: Pool, name: str) -> str:
        """A max pool of integers; what is outside is the lowest one."""
        if any(pool.padding):
            x = self.add(ir.Pad(name=self.unique(f"{name}.pad"), x=x, padding=pool.padding,
                                value=self.types[x].low), node)
        return self.add(ir.MaxPool(name=name, x=x, window=pool.window, stride=pool.stride,
                                   dilation=pool.dilation), node)

    def patched(self, node: Node, data: Data, quantizer: Quantizer) -> str:
        """Averages of several divisors, each quantised and put over those before it."""
        made = ""
        for number, (part, place) in enumerate(zip(data.parts, data.places, strict=True)):
            name = self.requantize(
                dataclasses.replace(node, name=f"{node.name}.{number}"),
                dataclasses.replace(part, chain=part.chain + data.chain), quantizer)
            last = number == len(data.parts) - 1
            made = name if not number else self.add(ir.Patch(
                name=self.unique(node.name if last else f"{node.name}.{number}.whole"), x=made,
                part=name, first=place), node)
        return made

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
        shape = (*(1,) * (len(image) == 2), *image[1:], image[0])
        if data.image:
            self.notes.append(f"The model flattens its input of {image}, which Gossamer takes with "
                              f"the first axis last, as {shape}.")
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
        ends = quantizer.integers(np.array([[-1e-30, 0]], dtype=np.float32))
        if (ends != [low, low + quantizer.step]).any():
            raise self.refuse(node, "has two values for the input that do not change at zero",
                              "use BipolarQuant")
        steep = 2.0 ** 40
        name = self.add(ir.Input(name=self.model.input, shape=shape, low=0, high=1,
                                 scale=1 / (gain * steep), zero=1 + offset * steep))
        return self.add(ir.Table(name=self.unique(node.name), x=name, first=0,
                                 values=np.array([low, low + quantizer.step]),
                                 scale=quantizer.scale, zero=quantizer.zero))

    def pair_of(self, node: Node, a: Data, b: Data) -> Data:
        """The sum of two activations, as one of integers if that is what floating point makes."""
        fine = min(float(a.scale[0]), float(b.scale[0]))
        made = Data(shape=a.shape, name=node.name, scale=np.array([fine]), image=a.image,
                    pair=(a, b))
        ratios = [float(data.scale[0]) / fine for data in (a, b)]
        if any(abs(ratio - round(ratio)) > 1e-6 * ratio or ratio > 1 << 12 for ratio in ratios):
            return made
        steps, real = self.pairs(node, a, b, np.add)
        names, whole = [], np.zeros((1, 1))
        for side, data, values, ratio, shape in zip(
                "ab", (a, b), steps, ratios, ((-1, 1), (1, -1)), strict=True):
            whole = whole + round(ratio) * (values - data.zero).reshape(shape)
            names.append(data.name if round(ratio) == 1 else self.add(ir.Table(
                name=self.unique(f"{node.name}.{side}"), x=data.name, first=int(values[0]),
                scale=fine, values=round(ratio) * values)))
        if not np.array_equal((whole * fine).astype(np.float32), real):
            return made
        return dataclasses.replace(
            made, sums=ir.Sum(name=node.name, a=names[0], b=names[1]),
            zero=sum(round(ratio) * data.zero for data, ratio in zip((a, b), ratios, strict=True)))

    def pairs(self, node: Node, a: Data, b: Data, function: np.ufunc
              ) -> tuple[tuple[Ints, Ints], Floats]:
        """All integers of two activations, and what 32-bit floats make of them."""
        kinds = [self.types[data.name] for data in (a, b)]
        if math.prod(kind.high - kind.low + 1 for kind in kinds) > MOST_PAIRS:
            raise self.refuse(node, "combines tensors of more than 20 bits together",
                              "quantise both to 8 bits")
        first, second = (np.arange(kind.low, kind.high + 1) for kind in kinds)
        return (first, second), function.outer(a.real(first[None])[0], b.real(second[None])[0])

    def added(self, node: Node, data: Data, pair: tuple[Data, Data], quantizer: Quantizer) -> str:
        """An addition and a quantiser: one multiplication of each operand and one rounding.

        All pairs of integers are looked at, as the model adds them in floating point.
        """
        count, types, name = len(self.nodes), dict(self.types), ""
        if data.sums is not None:
            name = self.requantize(node, data, quantizer)
            if isinstance(self.nodes[-1], ir.Requantize):
                return name
        made = self.rounded_once(node, data, pair, quantizer)
        if made is None:
            if name:
                return name     # thresholds
            raise self.refuse(
                node, f"rounds sums of steps of {pair[0].scale[0]:g} and {pair[1].scale[0]:g} "
                "otherwise than any multiplication of each with one shift", "quantise both "
                "branches at one scale, or calibrate with other data")
        del self.nodes[count:]      # the thresholds
        self.types = types
        added, low, high, offset = made
        # Rounding to even adds half of the divisor itself.
        bias = added.bias - (added.even << (added.shift - 1))
        tables = []
        for side, part, factor, first in zip("ab", pair, (added.own, added.other), (bias, 0),
                                             strict=True):
            kind = self.types[part.name]
            values = np.arange(kind.low, kind.high + 1)
            tables.append(self.add(ir.Table(
                name=self.unique(f"{data.name}.{side}"), x=part.name, first=kind.low,
                values=factor * values + first,
                scale=quantizer.scale / 2.0 ** added.shift)))
        sums = self.add(ir.Sum(name=self.unique(data.name), a=tables[0], b=tables[1]))
        channels = np.ones(self.types[sums].channels, np.int64)
        return self.add(ir.Requantize(
            name=self.unique(node.name), x=sums, multiplier=channels,
            shift=added.shift * channels, low=low, high=high, scale=quantizer.scale,
            zero=quantizer.zero, offset=offset,
            rounding="half_even" if added.even else "floor"))

    def rounded_once(self, node: Node, data: Data, pair: tuple[Data, Data], quantizer: Quantizer
                     ) -> tuple[Fit, int, int, int] | None:
        """What makes the integers of all pairs but for an offset; their limits, and the offset."""
        (first, second), real = self.pairs(node, *pair, np.add)
        line = dataclasses.replace(data, scale=np.ones(1), zero=0.0).line()
        low, high = quantizer.low, quantizer.high
        if line is None or len(line[0]) > 1 or low is None or high is None or quantizer.step > 1:
            return None
        rows = self.finite(node, quantizer.integers(data.through(real.reshape(1, -1))))
        if (rows != rows[0]).any():
            return None
        wanted = rows[0].reshape(real.shape)
        if data.limited:
            low, high = int(wanted.min()), int(wanted.max())
        gain, offset = (float(end[0]) / quantizer.scale for end in line)
        slopes = tuple(gain * float(part.scale[0]) for part in pair)
        constant = offset + quantizer.zero - sum(
            slope * part.zero for slope, part in zip(slopes, pair, strict=True))
        # A zero point is added after ties went to even, or before.
        for after in {int(quantizer.zero): None, 0: None}:
            found = fit(first, second, wanted - after, (slopes[0], slopes[1]), constant - after,
                        low - after, high - after)
            if found is not None and found.even:
                return found, low, high, after
            if found is not None:
                bias = found.bias + (after << found.shift)
                return dataclasses.replace(found, bias=bias), low, high, 0
        return None

    def multiplied(self, node: Node, data: Data, pair: tuple[Data, Data], quantizer: Quantizer
                   ) -> str:
        """A multiplication and a quantiser: one rounding of the integers' product.

        All pairs of integers are looked at, as the model multiplies them in floating point.
        """
        product = data.sums
        assert isinstance(product, ir.Product)
        (first, second), real = self.pairs(node, *pair, np.multiply)
        rows = self.finite(node, quantizer.integers(data.through(real.reshape(1, -1))))
        line, low, high = data.line(), quantizer.low, quantizer.high
        made, offset = None, 0
        if low is None or high is None:
            raise self.refuse(node, "quantises a product without limits", "use Quant")
        if (rows == rows[0]).all() and line is not None and len(line[0]) == 1 and (
                quantizer.step == 1):
            wanted = rows[0]
            if data.limited:
                low, high = int(wanted.min()), max(int(wanted.max()), int(wanted.min()) + 1)
            gain, constant = (float(end[0]) / quantizer.scale for end in line)
            offset = round(constant + quantizer.zero)
            products = np.multiply.outer(first - product.a_zero, second - product.b_zero)
            made = rescaled(products.ravel(), wanted - offset, gain, low - offset, high - offset)
        if made is None:
            raise self.refuse(
                node, f"rounds products of steps of {pair[0].scale[0]:g} and "
                f"{pair[1].scale[0]:g} otherwise than any multiplication with one shift",
                "quantise the product itself with one scale, or calibrate with other data")
        rounding, multiplier, shift = made
        sums = self.add(dataclasses.replace(product, name=self.unique(product.name)), node)
        channels = np.ones(self.types[sums].channels, np.int64)
        return self.add(ir.Requantize(
            name=self.unique(node.name), x=sums, multiplier=multiplier * channels,
            shift=shift * channels, low=low, high=high, scale=quantizer.scale,
            zero=quantizer.zero, offset=offset, rounding=rounding))

    def requantize(self, node: Node, data: Data, quantizer: Quantizer) -> str:
        """Sums, what was computed since, and a quantiser become one node."""
        assert data.sums is not None
        sums = dataclasses.replace(data.sums, name=self.unique(data.sums.name))
        kind = sums.infer(*(self.types[name] for name in sums.inputs))
        ends = self.integers(node, data, quantizer, np.array([[kind.low, kind.high]]))
        # Where the value falls as the sum rises, the negated sum is looked at instead.
        signs: Ints = np.where(np.broadcast_to(ends[:, 0] > ends[:, 1], (data.channels,)), -1, 1)
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

        def multiplication(found: Ints, low: int) -> Rescaling | None:
            """A zero point is added after rounding if it can be; inside, it may turn ties."""
            made = None
            for fine in (False, True)[:1 + isinstance(sums, (ir.Weighted, ir.SumPool))]:
                for offset in {int(quantizer.zero): None, 0: None}:
                    made = made or rescaling(
                        found, low, quantizer.step, least, most,
                        *self.slope(data, quantizer, offset), offset, fine=fine)
            return made

        made = multiplication(found, low)
        bottom, top = low, high
        if made is None and quantizer.step == 1 and data.limited and (
                0 < ends.max() - ends.min() < steps):
            # A clamp between the sums and the quantiser is the node's own.
            bottom, top = int(ends.min()), int(ends.max())
            made = multiplication(found[:, bottom - low:top - low], bottom)
        exceptions: Ints = np.zeros((0, 3), np.int64)
        if made is None and isinstance(sums, (ir.Weighted, ir.SumPool)) and (
                data.line() is not None):
            straight = straightened(found[:, bottom - low:top - low], least, most)
            if straight is not None:
                made, exceptions = multiplication(straight[0], bottom), straight[1]
        if made is not None and made.bias.any() and isinstance(sums, ir.SumPool):
            sums = sums.convolution(data.channels)
        name = self.unique(node.name)
        if made is None or made.bias.any() and not isinstance(sums, ir.Weighted):
            self.add(self.negated(node, sums, signs))
            return self.add(ir.MultiThreshold(
                name=name, x=sums.name, thresholds=found, low=low, step=quantizer.step,
                scale=quantizer.scale, zero=quantizer.zero))
        if isinstance(sums, ir.Weighted):
            sums = dataclasses.replace(
                sums, bias=(sums.bias << made.fraction) + signs * made.bias,
                fraction=made.fraction)
        self.add(sums)
        channel, at, step = exceptions.T
        at, step = (at << made.fraction) + made.bias[channel], step << made.fraction
        return self.add(ir.Requantize(
            name=name, x=sums.name, multiplier=signs * made.multiplier, shift=made.shift,
            low=bottom, high=top, scale=quantizer.scale, offset=made.offset, zero=quantizer.zero,
            rounding=made.rounding, exceptions=np.stack(
                [channel, signs[channel] * at, signs[channel] * step], axis=1)))

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
        if isinstance(sums, ir.SumPool):
            sums = sums.convolution(len(signs))
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
        clamps = not isinstance(data.sums, ir.Sum) and all(
            link.gain is None and link.straight for link in data.chain)
        if quantizer.direct is not None and data.zero == 0 and clamps:
            made = quantizer.direct(values, data.scale)
            for link in data.chain:
                limits = link.apply(np.array([[-np.inf, np.inf]], np.float32))
                ends = quantizer.integers(limits)[0]
                made = np.clip(made, ends[0], ends[1])
        else:
            made = quantizer.integers(data.real(values))
        return self.finite(node, made)

    def finite(self, node: Node, made: Floats) -> Ints:
        """Results of a quantiser as integers."""
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
