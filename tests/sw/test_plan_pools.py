"""Max pools with frames, with windows that overlap, of whole images, and on their own."""

from dataclasses import replace

import numpy as np
import pytest
from tests.hw.test_array_engine import inputs
from tests.sw.test_plan_views import Maker

import gossamer_boards
from gossamer import ir
from gossamer.plan import Geometry, lower, plan, predict
from gossamer.plan.passes import separate
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

GEOMETRIES = {
    "usual": Geometry(rows=4, columns=4, burst=16),
    "single": Geometry(rows=4, columns=4, burst=8, requantizers=1, single=True, loaded=True),
    "narrow": Geometry(rows=8, columns=2, port=16, burst=8, requantizers=1, single=True,
                       loaded=True, drain=2),
    "deep": Geometry(rows=8, columns=4, burst=16, banks=2, requantizers=4, deep=True),
}


def pool(m, x, window, stride, padding=(0, 0, 0, 0), value=0, dilation=(1, 1)):
    if any(padding):
        x = m.add(ir.Pad(name=f"frame{len(m.nodes)}", x=x, padding=padding, value=value))
    return m.add(ir.MaxPool(name=f"n{len(m.nodes)}", x=x, window=window, stride=stride,
                            dilation=dilation))


def random(seed):
    """A pool of any window, stride, frame and dilation, behind a layer or behind the input."""
    rng = np.random.default_rng(seed)
    size = tuple(int(n) for n in rng.integers(4, 8, 2))
    m = Maker((*size, 4), seed)
    x = m.layer("x", 8, 3) if rng.random() < 0.6 else "x"
    window = size if rng.random() < 0.25 else tuple(
        int(rng.integers(1, most + 1)) for most in size)
    padding = tuple(int(rng.integers(0, window[side // 2])) for side in range(4))
    stride = tuple(int(n) for n in rng.integers(1, 4, 2))
    padding = padding if rng.random() < 0.7 else (0,) * 4
    dilation = tuple(
        int(rng.integers(1, 1 + max(1, (most + before + after - 1) // max(1, count - 1))))
        for most, count, before, after in zip(size, window, padding[::2], padding[1::2],
                                              strict=True)) if seed % 2 else (1, 1)
    p = pool(m, x, window, stride, padding, dilation=dilation)
    m.layer(m.flatten(p) if rng.random() < 0.5 else p, 4)
    return m.done()


def stem(seed=0):
    """The beginning of a residual network."""
    m = Maker((9, 8, 4), seed)
    m.layer(pool(m, m.layer("x", 8, 3, low=-128, high=127), (3, 3), (2, 2), (1, 1, 1, 1), -128), 4)
    return m.done()


def joined(seed=0):
    """Pools of one tensor, framed to its size, side by side, and a pool of what is joined."""
    m = Maker((5, 6, 4), seed)
    x = m.layer("x", 4)
    both = m.concat(pool(m, x, (3, 3), (1, 1), (1, 1, 1, 1)), x,
                    pool(m, x, (5, 5), (1, 1), (2, 2, 2, 2)))
    m.layer(pool(m, both, (5, 6), (1, 1)), 12, low=-128, high=127)
    return m.done()


def dilated(seed=0):
    """Windows of elements that are not beside each other, one too large for a burst."""
    m = Maker((9, 8, 4), seed)
    x = pool(m, m.layer("x", 8), (2, 2), (1, 1), (1, 1, 1, 1), dilation=(2, 3))
    m.layer(pool(m, x, (5, 4), (2, 1), dilation=(2, 2)), 4)
    return m.done()


def ends(seed=0):
    """The model begins and ends in a pool."""
    m = Maker((7, 5, 4), seed)
    pool(m, m.layer(pool(m, "x", (2, 2), (2, 2), (0, 1, 0, 1)), 8), (2, 2), (1, 1))
    return m.done()


def check_engine(graph, geometry):
    """The graph's integers in the cycles of the plan."""
    program = lower(graph, geometry)
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(3, -1)
    assert len(np.unique(outputs)) > 3
    run = run_engine_amaranth(
        lambda: ArrayEngine(program.spec), elements, outputs.shape[1], expected=outputs,
        timeout_cycles=50_000, image=program.spec.image if program.spec.loaded else b"")
    assert list(run.cycles[1:]) == [predict(program).total] * 2


@pytest.mark.parametrize("name", GEOMETRIES)
@pytest.mark.parametrize("fused", [False, True])
def test_the_engines_model_is_the_graph(name, fused):
    for graph in (*map(random, range(40)), stem(), joined(), ends()):
        program = lower(graph, replace(GEOMETRIES[name], fused=fused))
        x, elements = inputs(graph, 4)
        assert (program.spec.model(elements) == graph.run(x).reshape(4, -1)).all()
        assert all(layer.window <= program.spec.burst for layer in program.spec.layers)


@pytest.mark.parametrize(("build", "name"), [
    pytest.param(build, name, marks=() if (build, name) in (
        (stem, "usual"), (stem, "single"), (stem, "deep"), (joined, "narrow"),
        (dilated, "usual"), (dilated, "single")) else
        pytest.mark.slow)
    for build in (stem, joined, ends, dilated) for name in GEOMETRIES])
def test_the_engine_computes_it_in_the_cycles_that_are_predicted(build, name):
    check_engine(build(), GEOMETRIES[name])


def test_a_frame_alone_is_padding_of_a_copy():
    """Where something else than a convolution reads it, and without other copies."""
    m = Maker((4, 5, 4), 0)
    x = m.layer("x", 4)
    framed = m.add(ir.Pad(name="frame", x=x, padding=(1, 0, 2, 1), value=7))
    m.layer(m.flatten(framed), 3)
    graph = m.done()
    x, elements = inputs(graph, 4)
    for geometry in GEOMETRIES.values():
        program = lower(graph, geometry)
        assert len(program.passes) == 3
        assert (program.spec.model(elements) == graph.run(x)).all()
    assert not any(isinstance(node, ir.Pad) for node in separate(graph))


@pytest.mark.parametrize("stride", [(5, 5), (8, 8), (17, 9)])
def test_one_result_of_a_large_window_whatever_its_stride(stride):
    m = Maker((9, 8, 4), 0)
    p = pool(m, "x", (6, 5), stride)
    assert m.types[p].shape == (1, 1, 4)
    m.layer(m.flatten(p), 4)
    graph = m.done()
    x, elements = inputs(graph, 4)
    for geometry in GEOMETRIES.values():
        assert (lower(graph, geometry).spec.model(elements) == graph.run(x)).all()


def test_windows_of_a_line_and_then_of_lines_take_fewer_steps():
    """A pool of 5 x 5 in steps of one takes 5 + 5 positions for a result, 2 x 2 all four."""
    m = Maker((16, 16, 4), 0)
    m.layer(pool(m, "x", (5, 5), (1, 1), (2, 2, 2, 2)), 4)
    layers = lower(m.done(), Geometry(burst=64)).spec.layers
    assert [layer.window for layer in layers] == [5, 5, 1]
    m = Maker((16, 16, 4), 0)
    m.layer(pool(m, m.layer("x", 4), (2, 2), (2, 2)), 4)
    assert [layer.window for layer in lower(m.done(), Geometry()).spec.layers] == [4, 1]


def resnet():
    """64 channels in 3 x 3 windows in steps of two behind 7 x 7 weights of 3 channels."""
    rng = np.random.default_rng(0)
    m = Maker((40, 40, 3), 0)
    m.add(ir.Conv2d(name="conv", x="x", bias=np.zeros(64, np.int64), weight_bits=4,
                    weight=rng.integers(-8, 8, (64, 7, 7, 3)).astype(np.int8), stride=(2, 2),
                    padding=(3, 3, 3, 3)))
    m.add(ir.Requantize(name="relu", x="conv", multiplier=np.full(64, 3), shift=np.full(64, 9),
                        low=0, high=255, scale=1.0))
    pool(m, "relu", (3, 3), (2, 2))
    return m.done()


def test_an_overlapping_pool_costs_a_fraction_of_the_convolution_before():
    geometry = Geometry(rows=16, columns=8, port=256, burst=64, requantizers=8)
    stored, fused = (predict(lower(resnet(), replace(geometry, fused=fused)))
                     for fused in (False, True))
    assert stored.layers[1] < stored.layers[0] / 4
    assert sum(stored.layers[:2]) < 0.7 * fused.layers[0]


def test_the_planner_computes_results_again_where_they_do_not_fit():
    """A smaller part of the same family, without a memory beside it."""
    target = replace(gossamer_boards.get("ulx3s").target, quad_flash=None, sdram=None)
    assert not plan(resnet(), target, fast=True).geometry.fused
    small = replace(target, block_rams=36)
    made = plan(resnet(), small, fast=True)
    assert made.geometry.fused
    assert made.needs.fits(small)
