"""Small legal graphs for tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from gossamer import ir

__all__ = ["gated", "imported", "random_graph", "residual", "separable", "ternary_layer",
           "tiny_cnn", "tiny_mlp"]


def requantize(name: str, x: str, channels: int, rng: np.random.Generator, **keys: Any
               ) -> ir.Requantize:
    return ir.Requantize(
        name=name, x=x, multiplier=rng.integers(1, 1 << 12, channels),
        shift=rng.integers(8, 18, channels),
        **({"low": 0, "high": 255, "scale": 0.125} | keys),
    )


def tiny_mlp(seed: int = 0, inputs: int = 6, hidden: int = 5, outputs: int = 3) -> ir.Graph:
    """Linear, ReLU, linear, with ternary weights first."""
    rng = np.random.default_rng(seed)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(inputs,), low=0, high=16, scale=0.0625),
        ir.Linear(name="a", x="x", weight=rng.integers(-1, 2, (hidden, inputs)).astype(np.int8),
                  bias=rng.integers(-9, 9, hidden), weight_bits=2),
        requantize("a_out", "a", hidden, rng),
        ir.Linear(name="b", x="a_out",
                  weight=rng.integers(-128, 128, (outputs, hidden)).astype(np.int8),
                  bias=rng.integers(-99, 99, outputs), weight_bits=8),
        requantize("b_out", "b", outputs, rng, low=-32768, high=32767),
    )))


def ternary_layer(seed: int = 2, inputs: int = 6, outputs: int = 3) -> ir.Graph:
    """One ternary layer: the smallest engine that there is."""
    rng = np.random.default_rng(seed)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(inputs,), low=0, high=16, scale=0.0625),
        ir.Linear(name="a", x="x", weight=rng.integers(-1, 2, (outputs, inputs)).astype(np.int8),
                  bias=rng.integers(-9, 9, outputs), weight_bits=2),
        requantize("a_out", "a", outputs, rng, low=-128, high=127),
    )))


def tiny_cnn(seed: int = 0, weight_bits: int = 4) -> ir.Graph:
    """Convolution, ReLU, pool, flatten, linear on 6x6 images of one channel."""
    rng = np.random.default_rng(seed)
    half = 1 << (weight_bits - 1)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(6, 6, 1), low=0, high=16, scale=0.0625),
        ir.Conv2d(name="conv", x="x",
                  weight=rng.integers(-half, half, (4, 3, 3, 1)).astype(np.int8),
                  bias=rng.integers(-50, 50, 4), weight_bits=weight_bits, padding=(1, 1, 1, 1)),
        requantize("relu", "conv", 4, rng),
        ir.MaxPool(name="pool", x="relu", window=(2, 2), stride=(2, 2)),
        ir.Flatten(name="flat", x="pool"),
        ir.Linear(name="fc", x="flat",
                  weight=rng.integers(-half, half, (3, 36)).astype(np.int8),
                  bias=rng.integers(-50, 50, 3), weight_bits=weight_bits),
        requantize("scores", "fc", 3, rng, low=-32768, high=32767),
    )))


def residual(seed: int = 0) -> ir.Graph:
    """Every kind of node: two convolutions around a skip, pooling of both kinds, a classifier."""
    rng = np.random.default_rng(seed)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(6, 6, 4), low=-128, high=127, scale=0.01),
        ir.Conv2d(name="first", x="x", weight=rng.integers(-8, 8, (4, 3, 3, 4)).astype(np.int8),
                  bias=rng.integers(-50, 50, 4), weight_bits=4, padding=(1, 1, 1, 1)),
        requantize("first_out", "first", 4, rng),
        ir.Conv2d(name="second", x="first_out",
                  weight=rng.integers(-8, 8, (4, 3, 3, 2)).astype(np.int8),
                  bias=rng.integers(-50, 50, 4), weight_bits=4, padding=(1, 1, 1, 1), groups=2),
        requantize("second_out", "second", 4, rng, low=-1024, high=1023),
        ir.Add(name="sum", a="second_out", b="first_out", multiplier=77, shift=6, low=0,
               high=255, scale=0.125),
        ir.MaxPool(name="max", x="sum", window=(2, 2), stride=(2, 2)),
        ir.SumPool(name="mean", x="max", window=(3, 3), stride=(3, 3)),
        requantize("mean_out", "mean", 4, rng),
        ir.Flatten(name="flat", x="mean_out"),
        ir.Linear(name="fc", x="flat", weight=rng.integers(-1, 2, (3, 4)).astype(np.int8),
                  bias=rng.integers(-9, 9, 3), weight_bits=2),
        requantize("scores", "fc", 3, rng, low=-32768, high=32767),
    )))


def odd_image(seed: int = 0) -> ir.Graph:
    """Three channels, a skip, and sums over windows: several of a tensor, then one."""
    rng = np.random.default_rng(seed)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(6, 6, 3), low=-128, high=127, scale=0.01),
        ir.Conv2d(name="first", x="x", weight=rng.integers(-8, 8, (4, 3, 3, 3)).astype(np.int8),
                  bias=rng.integers(-50, 50, 4), weight_bits=4, padding=(1, 1, 1, 1)),
        requantize("first_out", "first", 4, rng),
        ir.Conv2d(name="between", x="first_out",
                  weight=rng.integers(-8, 8, (4, 1, 1, 4)).astype(np.int8),
                  bias=rng.integers(-50, 50, 4), weight_bits=4),
        requantize("between_out", "between", 4, rng),
        ir.Conv2d(name="second", x="between_out",
                  weight=rng.integers(-8, 8, (4, 3, 3, 4)).astype(np.int8),
                  bias=rng.integers(-50, 50, 4), weight_bits=4, padding=(1, 1, 1, 1)),
        requantize("second_out", "second", 4, rng, low=-1024, high=1023),
        ir.Add(name="sum", a="second_out", b="first_out", multiplier=77, shift=6, low=0,
               high=255, scale=0.125),
        ir.SumPool(name="halves", x="sum", window=(2, 2), stride=(2, 2)),
        requantize("halves_out", "halves", 4, rng),
        ir.SumPool(name="mean", x="halves_out", window=(3, 3), stride=(3, 3)),
        requantize("mean_out", "mean", 4, rng),
        ir.Flatten(name="flat", x="mean_out"),
        ir.Linear(name="fc", x="flat", weight=rng.integers(-8, 8, (3, 4)).astype(np.int8),
                  bias=rng.integers(-9, 9, 3), weight_bits=4),
        requantize("scores", "fc", 3, rng, low=-32768, high=32767),
    )))


def joined(seed: int = 0, *, window: int = 1) -> ir.Graph:
    """A skip at a scale of its own, as TensorFlow Lite adds, between layers that add nothing."""
    rng = np.random.default_rng(seed)

    def conv(name: str, x: str, size: int, **keys: int) -> list[ir.Node]:
        weight = rng.integers(-8, 8, (4, size, size, 4)).astype(np.int8)
        return [
            ir.Conv2d(name=name, x=x, weight=weight, bias=rng.integers(-50, 50, 4), weight_bits=4,
                      padding=(size // 2,) * 4),
            requantize(f"{name}_out", name, 4, rng, **keys)]

    pool = [ir.MaxPool(name="pool", x="sum_out", window=(2, 2), stride=(2, 2))]
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(4, 4, 4), low=-128, high=127, scale=0.01),
        *conv("first", "x", 3),
        *conv("second", "first_out", 3, low=-100, high=99),
        ir.Table(name="a", x="second_out", values=700 * np.arange(-100, 100), first=-100,
                 scale=2.0 ** -12),
        ir.Table(name="b", x="first_out", values=300 * np.arange(256) - 4000, first=0,
                 scale=2.0 ** -12),
        ir.Sum(name="sum", a="a", b="b"),
        ir.Requantize(name="sum_out", x="sum", multiplier=np.full(4, 5), shift=np.full(4, 12),
                      low=-90, high=80, scale=0.125),
        *(pool if window > 1 else []),
        *conv("third", "pool" if window > 1 else "sum_out", 1, low=-5, high=99),
        *conv("last", "third_out", 1, low=-32768, high=32767),
    )))


def gated(seed: int = 0, *, alike: bool = False, added: bool = False, wide: bool = False
          ) -> ir.Graph:
    """A product of two branches, or of an image and a factor for each channel, between layers.

    Zero points and rounding are those of TensorFlow Lite; with ``added``, a sum follows.
    """
    rng = np.random.default_rng(seed)

    def conv(name: str, x: str, size: int, **keys: int) -> list[ir.Node]:
        weight = rng.integers(-8, 8, (4, size, size, 4)).astype(np.int8)
        return [
            ir.Conv2d(name=name, x=x, weight=weight, bias=rng.integers(-50, 50, 4), weight_bits=4,
                      padding=(size // 2,) * 4),
            requantize(f"{name}_out", name, 4, rng, **keys)]

    factors: list[ir.Node] = conv("second", "first_out", 3, low=-128, high=127)
    if alike:
        factors = [ir.SumPool(name="mean", x="first_out", window=(4, 4), stride=(4, 4)),
                   requantize("mean_out", "mean", 4, rng),
                   *conv("second", "mean_out", 1, low=-128, high=127)]
    later: list[ir.Node] = [ir.Add(name="sum", a="third_out", b="product_out", multiplier=77,
                                   shift=6, low=-100, high=99, scale=0.125)] if added else []
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(4, 4, 4), low=-128, high=127, scale=0.01),
        *conv("first", "x", 3),
        *factors,
        ir.Product(name="product", a="first_out", b="second_out", a_zero=117, b_zero=-128),
        ir.Requantize(name="product_out", x="product", multiplier=np.full(4, 1398765431),
                      shift=np.full(4, 38), offset=-9, low=-128, high=100, scale=0.125,
                      rounding="double"),
        *conv("third", "product_out", 1, low=-90 if added else -5, high=99),
        *later,
        *conv("last", "sum" if added else "third_out", 1,
              low=-32768 if wide else -128, high=32767 if wide else 127),
    )))


def imported(seed: int = 0) -> ir.Graph:
    """What importers add to the kinds of nodes: zero points, roundings, tables, thresholds."""
    rng = np.random.default_rng(seed)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(5, 4, 2), low=-128, high=127, scale=0.1, zero=-3.0),
        ir.Pad(name="frame", x="x", padding=(1, 0, 0, 2), value=-3),
        ir.Conv2d(name="conv", x="frame",
                  weight=rng.integers(-128, 128, (3, 2, 2, 2)).astype(np.int8),
                  bias=rng.integers(-999, 999, 3), weight_bits=8, padding=(0, 1, 1, 0), pad=-3),
        ir.Requantize(name="image", x="conv", multiplier=rng.integers(1 << 30, 1 << 31, 3),
                      shift=np.array([37, 39, 40]), low=-128, high=127, scale=0.2, offset=5,
                      zero=5.0, rounding="double"),
        ir.Table(name="a", x="image", values=rng.integers(-1 << 20, 1 << 20, 256), first=-128,
                 scale=2.0 ** -20),
        ir.Table(name="b", x="image", values=rng.integers(-1 << 20, 1 << 20, 256), first=-128,
                 scale=2.0 ** -20),
        ir.Sum(name="sum", a="a", b="b"),
        ir.MultiThreshold(name="signs", x="sum", thresholds=rng.integers(-1 << 18, 1 << 18, (3, 1)),
                          low=-1, step=2, scale=1.0),
        ir.Reshape(name="wide", x="signs", shape=(3, 12, 3)),
        ir.Flatten(name="flat", x="wide"),
        ir.Linear(name="fc", x="flat", weight=rng.integers(-128, 128, (4, 108)).astype(np.int8),
                  bias=rng.integers(-9, 9, 4), weight_bits=8),
        ir.Requantize(name="scores", x="fc", multiplier=np.array([1, 3, 5, 7]),
                      shift=np.array([3, 4, 5, 6]), low=-128, high=127, scale=0.1,
                      rounding="half_even"),
        ir.Softmax(name="shares", x="scores",
                   exponentials=((1 << 31) * np.exp(-0.1 * np.arange(256)) - 1).astype(np.int64)),
    )))


def separable(seed: int = 0, channels: int = 8) -> ir.Graph:
    """A small DS-CNN: strided convolution of one channel, depthwise, pointwise, mean, classes."""
    rng = np.random.default_rng(seed)

    def scale(name: str, x: str, count: int, rule: str = "double") -> ir.Requantize:
        least = 38 if rule == "double" else 33
        return ir.Requantize(
            name=name, x=x, multiplier=rng.integers(1 << 30, 1 << 31, count),
            shift=rng.integers(least, least + 4, count), low=-128, high=127, offset=-7, zero=-7.0,
            scale=0.5, rounding=rule)

    def weights(*shape: int) -> np.ndarray:
        return rng.integers(-128, 128, shape).astype(np.int8)

    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(9, 10, 1), low=-128, high=127, scale=0.1, zero=3.0),
        ir.Conv2d(name="first", x="x", weight=weights(channels, 4, 4, 1),
                  bias=rng.integers(-999, 999, channels), weight_bits=8, stride=(2, 2),
                  padding=(1, 1, 1, 1), pad=3),
        scale("a", "first", channels),
        ir.Conv2d(name="depthwise", x="a", weight=weights(channels, 3, 3, 1),
                  bias=rng.integers(-999, 999, channels), weight_bits=8, groups=channels,
                  padding=(1, 1, 1, 1), pad=-7),
        scale("b", "depthwise", channels),
        ir.Conv2d(name="pointwise", x="b", weight=weights(channels, 1, 1, channels),
                  bias=rng.integers(-999, 999, channels), weight_bits=8, pad=-7),
        scale("c", "pointwise", channels),
        ir.SumPool(name="mean", x="c", window=(4, 5), stride=(4, 5)),
        scale("d", "mean", channels),
        ir.Flatten(name="flat", x="d"),
        ir.Linear(name="fc", x="flat", weight=weights(3, channels), bias=rng.integers(-9, 9, 3),
                  weight_bits=8),
        scale("scores", "fc", 3, "half_away"),
    )))


def sequence(seed: int = 0) -> ir.Graph:
    """Convolutions along time, as images of one row, and then of one column."""
    rng = np.random.default_rng(seed)

    def conv(name: str, x: str, *shape: int) -> ir.Conv2d:
        return ir.Conv2d(name=name, x=x, weight=rng.integers(-3, 4, shape).astype(np.int8),
                         bias=rng.integers(-50, 50, shape[0]), weight_bits=3,
                         padding=(0, 0, 1, 1) if shape[1] == 1 else (0, 0, 0, 0))

    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(12, 4), low=0, high=31, scale=1.0),
        ir.Reshape(name="row", x="x", shape=(1, 12, 4)),
        conv("first", "row", 8, 1, 3, 4), requantize("first_out", "first", 8, rng),
        ir.Reshape(name="column", x="first_out", shape=(12, 1, 8)),
        conv("second", "column", 4, 3, 1, 8), requantize("second_out", "second", 4, rng),
        ir.Reshape(name="square", x="second_out", shape=(5, 2, 4)),
        ir.MaxPool(name="pool", x="square", window=(2, 2), stride=(1, 1)),
        ir.Flatten(name="flat", x="pool"),
        ir.Linear(name="fc", x="flat", weight=rng.integers(-3, 4, (5, 16)).astype(np.int8),
                  bias=rng.integers(-50, 50, 5), weight_bits=3),
        requantize("fc_out", "fc", 5, rng, low=-128, high=127),
        ir.Reshape(name="y", x="fc_out", shape=(5, 1)),
    )))


def random_graph(seed: int) -> ir.Graph:
    """A chain of random layers, with a skip where two shapes agree."""
    rng = np.random.default_rng(seed)

    def pick(options: Sequence[int]) -> int:
        return int(rng.choice(options))

    low, high = ((0, 16), (0, 255), (-128, 127), (-5, 3), (0, 1))[rng.integers(5)]
    nodes: list[ir.Node] = [
        ir.Input(name="x", shape=(pick((5, 6, 7, 9)), pick((5, 6, 8)), pick((1, 2, 4))),
                 low=low, high=high, scale=0.5)
    ]
    skip: str | None = None

    def shape() -> tuple[int, ...]:
        return ir.Graph(tuple(nodes)).types()[nodes[-1].name].shape

    def requantized(**keys: Any) -> None:
        channels = shape()[-1]
        nodes.append(requantize(f"{nodes[-1].name}_out", nodes[-1].name, channels, rng, **keys))

    for index in range(rng.integers(1, 5)):
        x, (height, width, channels) = nodes[-1].name, shape()
        if skip is None and index and rng.random() < 0.4:
            skip = x
        kind = ("conv", "conv", "same", "max", "sum")[rng.integers(5)]
        if kind in ("conv", "same"):
            same = kind == "same"
            bits = pick(range(2, 9))
            groups = 1 if same else pick([g for g in (1, 2, 4) if channels % g == 0])
            kernel = (3, 3) if same else (pick((1, 2, 3)), pick((1, 2, 3)))
            dilation = (1, 1) if same else (pick((1, 2)), pick((1, 2)))
            padding = (1, 1, 1, 1) if same else tuple(int(p) for p in rng.integers(0, 3, 4))
            assert len(padding) == 4
            if any(d * (k - 1) >= size for d, k, size in
                   zip(dilation, kernel, (height, width), strict=True)):
                continue
            outputs = channels if same else groups * pick((1, 2, 3))
            half = 1 << (bits - 1)
            weight = rng.integers(-half, half, (outputs, *kernel, channels // groups))
            nodes.append(ir.Conv2d(
                name=f"conv{index}", x=x, weight=weight.astype(np.int8),
                bias=rng.integers(-300, 300, outputs), weight_bits=bits,
                stride=(1, 1) if same else (pick((1, 2)), pick((1, 2, 3))), padding=padding,
                dilation=dilation, groups=groups))
            requantized()
        elif min(height, width) >= 2:
            pool = ir.MaxPool if kind == "max" else ir.SumPool
            window = (pick((1, 2)), 2)
            nodes.append(pool(name=f"pool{index}", x=x, window=window, stride=(pick((1, 2)), 2)))
            if kind == "sum":
                requantized()
        graph = ir.Graph(tuple(nodes))
        if (skip is not None and isinstance(nodes[-1], ir.Requantize)
                and graph.types()[skip].shape == shape()):
            nodes.append(ir.Add(
                name=f"add{index}", a=nodes[-1].name, b=skip, multiplier=pick(range(1, 999)),
                shift=pick((1, 5, 9)), low=-99, high=155, scale=0.25))
            skip = None
    size = int(np.prod(shape()))
    outputs = pick((1, 3, 10))
    nodes.append(ir.Flatten(name="flat", x=nodes[-1].name))
    nodes.append(ir.Linear(
        name="fc", x="flat", weight=rng.integers(-128, 128, (outputs, size)).astype(np.int8),
        bias=rng.integers(-9999, 9999, outputs), weight_bits=8))
    requantized(low=-32768, high=32767)
    return ir.check(ir.Graph(tuple(nodes)))


def uneven(name: str, sums: ir.Weighted, steps: int, operands: tuple[int, int],
           rng: np.random.Generator, **keys: Any) -> ir.MultiThreshold:
    """Thresholds in the middle eighth of a layer's sums, for operands in a range.

    There most sums are. Those of the first channel are lower, those of the second one higher by
    half of that, so that few matter; those of the third are two of the same.
    """
    least, most = sums.accumulator(*operands)
    found = rng.integers(least // 8, most // 8 + 1, (sums.outputs, steps))
    found[:1] += least // 16
    found[1:2] += most // 16
    found[2:3] = found[2:3, :1] + (np.arange(steps) >= steps // 2)
    return ir.MultiThreshold(name=name, x=sums.name, thresholds=np.sort(found, axis=1),
                             **({"low": 0, "step": 1, "scale": 0.125} | keys))


def curved(seed: int = 0, channels: int = 4, *, added: bool = True) -> ir.Graph:
    """Tables and thresholds behind layers, pools and, if ``added``, a sum."""
    rng = np.random.default_rng(seed)

    def conv(name: str, x: str, size: int) -> ir.Conv2d:
        return ir.Conv2d(
            name=name, x=x, bias=rng.integers(-50, 50, channels), weight_bits=4,
            weight=rng.integers(-8, 8, (channels, size, size, channels)).astype(np.int8),
            padding=(size // 2,) * 4)

    def table(name: str, x: str, size: int, low: int, high: int, first: int) -> ir.Table:
        return ir.Table(name=name, x=x, values=rng.integers(low, high + 1, size), first=first,
                        scale=0.125)

    second = conv("second", "first_curve", 1)
    fourth = conv("fourth", "sum_curve", 3)
    fifth = conv("fifth", "pool", 1)
    fc = ir.Linear(name="fc", x="flat", weight=rng.integers(-8, 8, (7, 4 * channels)
                                                            ).astype(np.int8),
                   bias=rng.integers(-9, 9, 7), weight_bits=4)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(4, 4, channels), low=-128, high=127, scale=0.01),
        first := conv("first", "x", 3),
        requantize("first_out", first.name, channels, rng, low=-99, high=110, offset=7, zero=7.0),
        table("first_curve", "first_out", 256, -128, 127, -128),
        second,
        uneven("second_out", second, 15, (-128, 127), rng, low=-3),
        conv("third", "second_out", 3),
        requantize("third_out", "third", channels, rng, low=-20, high=43),
        *([
            ir.Sum(name="sum", a="third_out", b="first_curve"),
            ir.Requantize(name="sum_out", x="sum", multiplier=np.full(channels, 3),
                          shift=np.full(channels, 3), low=-14, high=15, scale=0.5, offset=1,
                          zero=1.0),
            table("sum_curve", "sum_out", 32, 0, 255, -16),
        ] if added else [table("sum_curve", "third_out", 64, 0, 255, -20)]),
        fourth,
        uneven("fourth_out", fourth, 5, (0, 255), rng, low=-5, step=2),
        ir.MaxPool(name="pool", x="fourth_out", window=(2, 2), stride=(2, 2)),
        fifth,
        uneven("fifth_out", fifth, 255, (-5, 5), rng, low=-128),
        ir.Flatten(name="flat", x="fifth_out"),
        fc,
        uneven("scores", fc, 30, (-128, 127), rng, low=-30),
    )))
