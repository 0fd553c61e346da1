# amaranth: UnusedElaboratable=no
"""Depthwise layers whose lanes hold the pixels under a line of the kernel."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests import graphs

from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, lower, predict, stored
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

SINGLE = Geometry(rows=4, columns=4, burst=32, requantizers=1, multiplier="dual", loaded=True,
                  single=True, window=True)
#: In block RAM, with as many rows as columns, more, and fewer.
SQUARE = Geometry(rows=4, columns=4, burst=16, requantizers=2, window=True)
TALL = Geometry(rows=8, columns=4, burst=8, banks=2, requantizers=8, window=True)
WIDE = Geometry(rows=2, columns=4, burst=32, requantizers=1, multiplier="dsp", window=True)
STEADY = replace(SINGLE, steady=True)
DEEP = replace(TALL, deep=True, requantizers=4)
GEOMETRIES = {"single": SINGLE, "square": SQUARE, "tall": TALL, "wide": WIDE, "deep": DEEP,
              "steady": STEADY, "steady-2": replace(STEADY, requantizers=2, banks=2)}


def scaled(name: str, channels: int, rng: np.random.Generator) -> ir.Requantize:
    """What brings sums to all of their eight bits."""
    return ir.Requantize(
        name=f"{name}_out", x=name, multiplier=rng.integers(1 << 11, 1 << 12, channels),
        shift=rng.integers(18, 21, channels), low=-128, high=127, offset=-7, zero=-7.0, scale=0.5)


def depthwise(seed: int, channels: int = 8, bits: int = 8) -> ir.Graph:
    """Two depthwise layers of any kernel, stride and padding, and a pointwise one between them."""
    rng = np.random.default_rng(seed)
    nodes: list[ir.Node] = [ir.Input(
        name="x", shape=(int(rng.integers(6, 9)), int(rng.integers(6, 9)), channels),
        low=-128, high=127, scale=0.1, zero=3.0)]

    def layer(name: str, kernel: tuple[int, int], **keys: Any) -> None:
        groups = keys.get("groups", 1)
        weight = rng.integers(-128, 128, (channels, *kernel, channels // groups))
        nodes.append(ir.Conv2d(
            name=name, x=nodes[-1].name, weight=weight.astype(np.int8), pad=-7,
            bias=rng.integers(-999, 999, channels), weight_bits=bits, **keys))
        nodes.append(scaled(name, channels, rng))

    for number in range(2):
        most = 4 - number       # what is left of the image
        kernel = (int(rng.integers(1, most + 1)), int(rng.integers(1, most + 1)))
        stride = tuple(int(rng.integers(1, min(size, 2 + number) + 1)) for size in kernel)
        layer(f"depthwise{number}", kernel, stride=stride, groups=channels,
              padding=tuple(int(n) for n in rng.integers(1, 3, 4)))
        if number == 0:
            layer("pointwise", (1, 1))
    return ir.check(ir.Graph(tuple(nodes)))


def check(graph: ir.Graph, geometry: Geometry, count: int = 2, values: int = 20) -> None:
    """The engine computes the graph in the cycles that are predicted."""
    program = lower(graph, geometry)
    spec = program.spec
    rng = np.random.default_rng(1)
    x = rng.integers(graph.input.low, graph.input.high + 1, (count, *graph.input.shape))
    elements = (x - stored("x", graph.input.infer()).zero).reshape(count, -1).astype(np.int8)
    outputs = graph.run(x).reshape(count, -1)
    assert len(np.unique(outputs)) > values
    assert (spec.model(elements) == outputs).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=50_000,
                              image=spec.image if spec.loaded else b"")
    # The first inference may wait for the first tile.
    assert list(run.cycles[1:]) == [predict(program).total] * (count - 1)


FAST = [(4, "square"), (1, "deep"), (2, "wide")]


@pytest.mark.parametrize(("seed", "name"), [
    pytest.param(seed, name, marks=() if (seed, name) in FAST else pytest.mark.slow)
    for seed in range(8) for name in GEOMETRIES])
def test_depthwise_layers_are_exact_in_the_cycles_of_the_plan(seed, name):
    graph = depthwise(seed)
    assert lower(graph, GEOMETRIES[name]).spec.windows
    check(graph, GEOMETRIES[name])


@pytest.mark.parametrize("name", [
    "tall", *(pytest.param(name, marks=pytest.mark.slow) for name in ("square", "wide"))])
def test_channels_may_be_any_number(name):
    check(depthwise(3, channels=6), replace(GEOMETRIES[name], requantizers=2))


@pytest.mark.parametrize("geometry", [SINGLE, STEADY], ids=["every-other", "every-cycle"])
def test_windows_and_sums_of_positions_work_side_by_side(geometry):
    """The mean of the DS-CNN walks the positions of a sum, the depthwise layer pixels."""
    graph = graphs.separable()
    spec = lower(graph, geometry).spec
    assert [layer.taps for layer in spec.layers] == [0, 3, 0, 0, 0]
    assert [layer.fold for layer in spec.layers] == [1, 1, 1, 20, 1]
    check(graph, geometry, count=3, values=5)


@pytest.mark.parametrize(("name", "channels", "size", "window", "stride", "walked"), [
    ("tall", 8, (9, 7), (9, 7), (9, 7), (1, 63, 63)),             # of the whole image
    ("deep", 12, (9, 8), (4, 3), (4, 3), (1, 12, 48)),            # of parts, some rows idle
    ("square", 6, (10, 10), (2, 2), (2, 2), (1, 4, 64)),          # in more than one burst
    pytest.param("wide", 4, (8, 8), (3, 3), (1, 1), (3, 1, 8), marks=pytest.mark.slow),
])
def test_sums_over_windows_are_walked_pixel_by_pixel(name, channels, size, window, stride, walked):
    """Unless they overlap so much that lines of held pixels take fewer steps."""
    rng = np.random.default_rng(0)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(*size, channels), low=-128, high=127, scale=0.1, zero=3.0),
        ir.SumPool(name="sum", x="x", window=window, stride=stride),
        graphs.requantize("mean", "sum", channels, rng),
        ir.Conv2d(name="conv", x="mean", bias=np.zeros(channels, np.int64), weight_bits=8,
                  weight=rng.integers(-128, 128, (channels, 1, 1, channels)).astype(np.int8)),
        graphs.requantize("y", "conv", channels, rng))))
    geometry = replace(GEOMETRIES[name], requantizers=2)
    layer = lower(graph, geometry).spec.layers[0]
    assert (layer.taps, layer.fold, layer.burst) == walked
    check(graph, geometry, count=3, values=5)


@pytest.mark.parametrize(("name", "kernel", "stride", "padding", "shape", "shared", "pixels"), [
    ("steady", (3, 3), (1, 1), (1, 1, 1, 1), (6, 6), 1, 7),
    ("deep", (3, 3), (1, 1), (1, 1, 1, 1), (6, 5), 1, 7),
    ("square", (3, 3), (1, 1), (2, 1, 0, 0), (7, 4), 1, 9),      # down: one more before than after
    ("square", (3, 3), (1, 1), (0, 0, 2, 2), (4, 6), 2, 8),      # across
    pytest.param("single", (3, 3), (1, 1), (1, 1, 1, 1), (5, 5), 1, 6, marks=pytest.mark.slow),
    pytest.param("tall", (3, 3), (2, 2), (1, 1, 1, 1), (7, 7), 1, 8, marks=pytest.mark.slow),
    ("tall", (3, 3), (2, 2), (0, 1, 0, 1), (8, 8), 0, 9),        # nothing before
    pytest.param("wide", (2, 2), (1, 1), (1, 1, 1, 1), (5, 5), 1, 6, marks=pytest.mark.slow),
    ("deep", (4, 4), (1, 1), (2, 2, 2, 2), (5, 5), 2, 7),
])
def test_runs_share_the_padding_between_them(name, kernel, stride, padding, shape, shared, pixels):
    """What ends one run begins the next one, and the first one of a layer finds it there."""
    graph = inside(shape, 8, kernel, stride=stride, padding=padding)
    layer = lower(graph, GEOMETRIES[name]).spec.layers[1]
    assert (layer.shared, layer.loops[0].count) == (shared, pixels)
    check(graph, GEOMETRIES[name])


def inside(shape: tuple[int, int], channels: int, kernel: tuple[int, int], **keys: Any
           ) -> ir.Graph:
    """A depthwise layer between pointwise ones."""
    rng = np.random.default_rng(0)
    nodes: list[ir.Node] = [ir.Input(
        name="x", shape=(*shape, channels), low=-128, high=127, scale=0.1, zero=3.0)]
    for name, size, more in (("first", (1, 1), {}),
                             ("depthwise", kernel, {"groups": channels, "pad": -7, **keys}),
                             ("last", (1, 1), {})):
        weight = rng.integers(-128, 128, (channels, *size, channels // more.get("groups", 1)))
        nodes += [ir.Conv2d(name=name, x=nodes[-1].name, weight=weight.astype(np.int8),
                            bias=rng.integers(-999, 999, channels), weight_bits=8, **more),
                  scaled(name, channels, rng)]
    return ir.check(ir.Graph(tuple(nodes)))


@pytest.mark.parametrize("deep", [False, pytest.param(True, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("kernel", "padding", "shape"), [
    ((3, 3), (1, 1, 1, 1), (6, 8)),
    *(pytest.param(*each, marks=pytest.mark.slow) for each in (
        ((2, 3), (0, 1, 2, 0), (5, 6)), ((3, 5), (1, 0, 2, 2), (6, 8)),
        ((3, 2), (1, 0, 1, 0), (6, 8)), ((2, 9), (1, 0, 4, 4), (3, 8))))])
@pytest.mark.parametrize(("rows", "columns", "channels", "requantizers", "pairs"), [
    (8, 4, 4, 8, False), (8, 8, 4, 4, True), (16, 4, 4, 2, False),
    pytest.param(8, 4, 2, 4, False, marks=pytest.mark.slow),
    pytest.param(8, 8, 3, 1, False, marks=pytest.mark.slow),    # a part of the rows
    pytest.param(4, 8, 2, 4, True, marks=pytest.mark.slow)])
def test_pixels_of_few_channels_are_computed_side_by_side(
        rows, columns, channels, requantizers, pairs, kernel, padding, shape, deep):
    """As many as fill the rows, and with pairs those that follow them too."""
    graph = inside(shape, channels, kernel, padding=padding)
    geometry = Geometry(rows=rows, columns=columns, port=64, burst=16, banks=2, window=True,
                        requantizers=requantizers, deep=deep, pairs=pairs)
    spec = lower(graph, geometry).spec
    layer = spec.layers[1]
    width = shape[1] + sum(padding[2:]) - kernel[1] + 1
    count = max(n for n in range(1, rows // channels + 1) if width % n == 0)
    if kernel == (3, 3):
        assert (layer.abreast, layer.channels) == (count, count * channels)
        assert layer.beside == -rows * (pairs and count < 3 and columns == 8)
    check(graph, geometry)


def between(seed: int, channels: int, *, skips: bool) -> ir.Graph:
    """A depthwise layer between pointwise ones, with or without results at every other pixel."""
    rng = np.random.default_rng(seed)
    kernel = (int(rng.integers(1, 4)), int(rng.integers(2, 5)))
    nodes: list[ir.Node] = [ir.Input(
        name="x", shape=(int(rng.integers(4, 7)), int(rng.integers(5, 9)), channels), low=-128,
        high=127, scale=0.1, zero=3.0)]

    def layer(name: str, size: tuple[int, int], **keys: Any) -> None:
        weight = rng.integers(-128, 128, (channels, *size, channels // keys.get("groups", 1)))
        nodes.extend([
            ir.Conv2d(name=name, x=nodes[-1].name, weight=weight.astype(np.int8),
                      bias=rng.integers(-999, 999, channels), weight_bits=8, **keys),
            scaled(name, channels, rng)])

    layer("first", (1, 1))
    layer("depthwise", kernel, groups=channels, pad=-7,
          stride=(min(2, kernel[0]), 2) if skips else (1, 1),
          padding=tuple(int(n) for n in rng.integers(0, 3, 4)))
    layer("last", (1, 1))
    return ir.check(ir.Graph(tuple(nodes)))


def in_pairs(graph: ir.Graph, geometry: Geometry) -> tuple[int, int]:
    """Taps and steps down of the depthwise layer, which reads pixels of banks of their own."""
    spec = lower(graph, replace(geometry, pairs=True)).spec
    channels, rows = graph.input.shape[-1], geometry.rows
    assert spec.word == 2 * rows
    # So there is room between pixels of an even number of row groups.
    assert spec.layers[1].beside == channels + rows * (channels % (2 * rows) == 0)
    assert spec.layers[0].out_step == spec.layers[1].beside
    return spec.layers[1].taps, spec.layers[1].loops[0].dy


@pytest.mark.parametrize(("seed", "name", "channels"), [
    (0, "square", 4), (1, "tall", 16), (2, "deep", 8),
    *(pytest.param(seed, name, channels, marks=pytest.mark.slow) for seed in range(3, 9)
      for name, channels in (("square", 4), ("square", 8), ("tall", 8), ("wide", 6), ("deep", 16))),
])
def test_two_pixels_come_with_every_result(seed, name, channels):
    graph = between(seed, channels, skips=True)
    width = graph["depthwise"].weight.shape[2]
    assert in_pairs(graph, GEOMETRIES[name]) == (-(-width // 2), 0)
    check(graph, replace(GEOMETRIES[name], pairs=True))


@pytest.mark.parametrize(("seed", "rows", "deep", "channels"), [
    (0, 4, False, 8), (2, 8, True, 8),
    *(pytest.param(seed, rows, deep, channels, marks=pytest.mark.slow) for seed in range(3, 7)
      for rows, deep, channels in ((4, False, 4), (4, True, 8), (8, False, 16)))])
def test_two_columns_of_the_kernel_pass_together(seed, rows, deep, channels):
    """Where the array has twice the columns that a column of the kernel has."""
    graph = between(seed, channels, skips=False)
    geometry = Geometry(rows=rows, columns=8, port=256, burst=16, window=True, deep=deep)
    kernel = graph["depthwise"].weight.shape[1:3]
    layer = lower(graph, replace(geometry, pairs=True)).spec.layers[1]
    assert layer.count == -(-kernel[1] // 2)
    assert in_pairs(graph, geometry) == (kernel[0], 1)
    check(graph, replace(geometry, pairs=True))


def test_a_line_goes_where_it_takes_the_fewest_steps():
    """Down a tall image, but not where results leave the engine in their order."""
    def taken(shape: tuple[int, int], *, more: bool) -> tuple[int, ...]:
        rng = np.random.default_rng(0)
        graph = ir.Graph((
            ir.Input(name="x", shape=(*shape, 4), low=0, high=9, scale=1.0),
            ir.Conv2d(name="a", x="x", weight=np.full((4, 3, 3, 1), 2, np.int8),
                      bias=np.zeros(4, np.int64), weight_bits=3, groups=4, padding=(1, 1, 1, 1)),
            graphs.requantize("y", "a", 4, rng),
            *((ir.Conv2d(name="b", x="y", weight=np.ones((4, 1, 1, 4), np.int8),
                         bias=np.zeros(4, np.int64), weight_bits=2),
               graphs.requantize("z", "b", 4, rng)) if more else ())))
        layer = lower(graph, SQUARE).spec.layers[0]
        return layer.burst, *(loop.count for loop in layer.loops), layer.loops[0].dy

    assert taken((12, 5), more=True) == (13, 13, 5, 1)
    assert taken((12, 5), more=False) == (6, 6, 12, 0)
    assert taken((5, 12), more=True) == (13, 13, 5, 0)
    # Longer than a burst: two parts of a line, in fewer pixels than columns of 5 results.
    assert taken((5, 24), more=True) == (14, 14, 2, 5, 0)


def test_short_lines_pass_together_until_weights_come_as_fast():
    """A tile of 8 x 4 weights takes 8 cycles, and a line of 3 results 4 pixels."""
    rng = np.random.default_rng(0)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(3, 3, 8), low=-128, high=127, scale=1.0),
        ir.Conv2d(name="a", x="x", weight=rng.integers(-128, 128, (8, 3, 3, 1)).astype(np.int8),
                  bias=np.zeros(8, np.int64), weight_bits=8, groups=8, padding=(1, 1, 1, 1)),
        scaled("a", 8, rng))))
    spec = lower(graph, TALL).spec
    (layer,) = spec.layers
    assert (layer.burst, layer.tail, layer.results) == (8, 4, (6, 3))
    check(graph, TALL, count=3)
    (wide,) = lower(graph, replace(TALL, port=64)).spec.layers
    assert (wide.burst, wide.tail) == (8, 4)
    (wide,) = lower(graph, replace(TALL, port=128)).spec.layers
    assert (wide.burst, wide.results) == (4, (3, 3))


def test_other_layers_keep_their_way():
    """Dilated, strided past its kernel, wider than the columns, or not depthwise."""
    rng = np.random.default_rng(0)
    for keys in ({"dilation": (2, 2)}, {"stride": (4, 4)}, {"groups": 2}, {"kernel": (5, 5)}):
        kernel, groups = keys.pop("kernel", (3, 3)), keys.get("groups", 4)
        graph = ir.check(ir.Graph((
            ir.Input(name="x", shape=(9, 9, 4), low=0, high=9, scale=1.0),
            ir.Conv2d(name="a", x="x",
                      weight=rng.integers(-8, 8, (4, *kernel, 4 // groups)).astype(np.int8),
                      bias=np.zeros(4, np.int64), weight_bits=4, **({"groups": 4} | keys)),
            graphs.requantize("y", "a", 4, rng))))
        program = lower(graph, SQUARE)
        assert not program.spec.windows
        assert program.spec == lower(graph, replace(SQUARE, window=False)).spec


@pytest.mark.parametrize("keys", [
    {"rows": 8, "columns": 4, "single": True, "loaded": True}, {"pattern": (1, 2)}, {"drain": 2}],
    ids=["single", "pattern", "drain"])
def test_arrays_without_room_for_windows_are_refused(keys):
    with pytest.raises(GossamerError, match=r"^An array's lanes can hold windows if there is one "):
        Geometry(**keys, window=True)
