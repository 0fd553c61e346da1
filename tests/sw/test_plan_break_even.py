"""Break-even: bisection finds what trying every density finds, on masks that are what they say."""

from dataclasses import replace

import numpy as np
import pytest
from tests import graphs

import gossamer_boards
from gossamer import ir
from gossamer.plan import SPARSITIES, Sparsity, break_even, cost, engines, make, options

TARGETS = {name: gossamer_boards.get(name).target for name in ("icebreaker", "ulx3s")}
BY_NAME = {sparsity.name: sparsity for sparsity in SPARSITIES}


def layer(*shape, low=-7, high=8, density=1.0, geometry=(4, 4), groups=1):
    """A layer as a graph: linear, or a convolution of an image of 6 x 6."""
    rng = np.random.default_rng(0)
    weight = (rng.integers(low, high, shape) * (rng.random(shape) < density)).astype(np.int8)
    keys = {"name": "fc", "x": "x", "weight": weight, "bias": np.zeros(shape[0], np.int64),
            "weight_bits": 4, "geometry": geometry}
    if len(shape) == 2:
        node, inputs = ir.Linear(**keys), (shape[1],)
    else:
        node = ir.Conv2d(**keys, padding=(1, 1, 1, 1), groups=groups)
        inputs = (6, 6, shape[3] * groups)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=inputs, low=0, high=255, scale=1.0), node,
        graphs.requantize("y", "fc", shape[0], rng, low=-32768, high=32767))))
    return graph, graph["fc"]


LAYERS = {"linear": (16, 64), "narrow": (10, 24), "conv": (8, 3, 3, 8), "first": (8, 3, 3, 1)}


@pytest.mark.parametrize(("name", "by"), [
    ("blocks", "area"), ("irregular", "area"), ("N:M", "area"), ("rows and columns", "area"),
    ("blocks", "time"), ("N:M", "time"),
])
@pytest.mark.parametrize("shape", LAYERS.values(), ids=LAYERS)
def test_bisection_finds_what_all_densities_find(shape, name, by):
    graph, node = layer(*shape, low=1)      # no zeros: what is given is what is pruned
    target, sparsity = TARGETS["icebreaker"], BY_NAME[name]
    sparsity = replace(sparsity, densities=sparsity.densities[::8 if name == "irregular" else 4])

    def least(density, kinds):
        mask = np.ones(node.weight.shape, bool) if density is None else sparsity.mask(
            node, density)
        pruned = replace(node, weight=(node.weight * mask).astype(np.int8))
        whole = ir.Graph(tuple(pruned if n is node else n for n in graph))
        return min((e.cycles / e.fmax_mhz * (e.cells if by == "area" else 1)
                    for e in engines(whole, pruned, target, kinds)), default=np.inf)

    dense = least(None, ("dense", "mx"))
    pays = [least(density, sparsity.kinds) < dense for density in sparsity.densities]
    assert pays == sorted(pays), "the costs of this case do not fall with the density"
    found = break_even(graph, node, target, sparsity, by=by)
    assert found.dense.cost(by) == dense
    if not any(pays):
        assert found.density is None and found.ratio is None and found.sparse is None
        return
    density = sparsity.densities[pays.index(True)]
    left = np.count_nonzero(sparsity.mask(node, density))
    assert found.ratio == pytest.approx(node.weight.size / left, abs=1e-12)
    assert found.sparse.cost(by) == least(density, sparsity.kinds)
    assert found.pays(found.density) and not found.pays(found.density * 1.01)


def test_the_cases_above_are_of_both_kinds():
    graph, node = layer(*LAYERS["conv"], low=1)
    assert break_even(graph, node, TARGETS["icebreaker"], BY_NAME["blocks"]).ratio > 1
    graph, node = layer(*LAYERS["first"], low=1)
    never = break_even(graph, node, TARGETS["icebreaker"], BY_NAME["N:M"])
    assert never.ratio is None
    assert not never.pays(0.001)


def test_an_engine_costs_what_the_planner_says():
    graph, node = layer(16, 64, density=0.3)
    target = TARGETS["ulx3s"]
    made = {(e.format, e.lanes): e for e in engines(graph, node, target, ("block-bitmap",))}
    chosen = {(o.format, o.lanes): o for o in options(graph, node, target)
              if o.kind == "block-bitmap" and o.format}
    assert made.keys() == chosen.keys() and len(made) == 3
    for key, engine in made.items():
        plan = make(graph, target, engine.geometry)
        assert (engine.cycles, engine.bits) == (chosen[key].cycles, chosen[key].stored_bits)
        assert engine.cells == cost.needs(plan.program.spec, target).luts < chosen[key].luts
        assert engine.fmax_mhz == cost.fmax_mhz(plan.program.spec, target)
        assert engine.cost("time") == engine.cycles / engine.fmax_mhz
        assert engine.cost() == engine.cost("time") * engine.cells


def test_zeros_of_a_pruned_layer_are_its_weakest_weights():
    graph, node = layer(16, 64, low=1)
    pruned = replace(node, weight=(node.weight * (node.weight > 2)).astype(np.int8))
    mask = BY_NAME["irregular"].mask(pruned, 0.1)
    assert (pruned.weight[mask] > 2).all()
    # Engines of the pruned layer are compared with a dense one without zeros.
    graph = ir.Graph(tuple(pruned if n is node else n for n in graph))
    found = break_even(graph, pruned, TARGETS["icebreaker"], BY_NAME["blocks"])
    assert found.dense.bits == 4 * node.weight.size
    assert 1 < found.ratio < 1.5


@pytest.mark.parametrize("shape", [*LAYERS.values(), (12, 3, 3, 1)], ids=[*LAYERS, "depthwise"])
@pytest.mark.parametrize("geometry", [(4, 4), (8, 8), (2, 8)])
def test_masks_are_of_their_structure(shape, geometry):
    groups = 12 if shape == (12, 3, 3, 1) else 1
    _, node = layer(*shape, low=1, geometry=geometry, groups=groups)

    def cut(mask, rows, columns):
        return ir.blocks(replace(node, weight=mask.astype(np.int8)), rows, columns) != 0

    real = cut(np.ones(shape), *geometry)
    whole = real.any(axis=(2, 3)).sum()
    for density in (0.5, 0.25, 1 / 8):
        kept = cut(BY_NAME["blocks"].mask(node, density), *geometry)
        survivors = kept.any(axis=(2, 3))
        assert survivors.sum() == max(1, round(density * whole))
        assert (kept == real & survivors[:, :, None, None]).all()

        assert BY_NAME["irregular"].mask(node, density).sum() == max(
            1, round(density * node.weight.size))

        n, m = {0.5: (2, 4), 0.25: (2, 8), 1 / 8: (1, 8)}[density]
        groups_of_m = cut(BY_NAME["N:M"].mask(node, density), 1, m)
        full = cut(np.ones(shape), 1, m)
        assert (groups_of_m.sum(axis=3) == np.minimum(full.sum(axis=3), n)).all()

        rows, columns = max(8, geometry[0]), max(8, geometry[1])
        left = cut(BY_NAME["rows and columns"].mask(node, density), rows, columns)
        inside = cut(np.ones(shape), rows, columns)
        product = left.any(axis=3)[..., None] & left.any(axis=2)[:, :, None] & inside
        assert (left == product).all()
        for axis in (2, 3):
            count = left.any(axis=axis).sum(axis=2)
            most = inside.any(axis=axis).sum(axis=2)
            assert ((count % 4 == 0) | (count == most) | (count % 4 == most % 4)).all()


def test_the_answer_is_the_same_every_time():
    graph, node = layer(16, 64, density=0.3)
    first, second = (break_even(graph, node, TARGETS["ulx3s"], BY_NAME["irregular"])
                     for _ in range(2))
    assert first == second
    assert first.to_json()["ratio"] == first.ratio


def test_a_board_without_room_has_no_engine():
    graph, node = layer(16, 64)
    tiny = replace(TARGETS["icebreaker"], luts=100)
    found = break_even(graph, node, tiny, BY_NAME["blocks"])
    assert found.dense is None and found.sparse is None and found.ratio is None


def test_any_masks_can_be_compared():
    graph, node = layer(16, 64)
    own = Sparsity("upper rows", ("block-bitmap",), lambda node, density: np.arange(16)[:, None] < (
        16 * density) + 0 * node.weight, (1.0, 0.75, 0.5, 0.25))
    assert break_even(graph, node, TARGETS["icebreaker"], own).ratio == 16 / 12


def test_a_large_layer_is_measured_by_its_first_outputs():
    few = replace(BY_NAME["blocks"], densities=(1.0, 0.9, 0.7, 0.2))
    graph, node = layer(2000, 32, low=1)
    found = break_even(graph, node, TARGETS["icebreaker"], few)
    assert found.dense.bits == 4 * 512 * 32
    small, first = layer(512, 32, low=1)
    exact = break_even(small, first, TARGETS["icebreaker"], few)
    assert found.ratio == pytest.approx(exact.ratio, rel=0.01)


def test_a_layer_of_one_bit_has_break_evens():
    graph, node = layer(8, 32, low=1)
    weight = np.where(node.weight % 2, 1, -1).astype(np.int8)
    graph = ir.check(graph.replace({"fc": replace(node, weight=weight, weight_bits=1)}))
    for sparsity in SPARSITIES:
        found = break_even(graph, graph["fc"], TARGETS["icebreaker"], sparsity)
        assert found.dense is not None
