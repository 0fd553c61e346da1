"""Plan: the program is the graph's, the cycles are exact, and what does not fit is refused."""

import json
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import graphs

import gossamer_boards
from gossamer import ir
from gossamer.errors import GossamerError, UnsupportedError
from gossamer.plan import (
    Geometry,
    Plan,
    TooLargeError,
    lower,
    make,
    passes,
    plan,
    predict,
    smallest,
    stored,
)
from gossamer.plan.cost import Needs
from gossamer.plan.memory import Tensor, allocate
from gossamer.target import Target
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

SMALL = Target(name="small", device="iCE40UP5K-SG48", family="ice40", luts=5280, block_rams=30,
               block_ram_bits=4096, block_ram_width=16, sprams=4, dsps=8, clock_hz=12_000_000)
TINY = Target(name="tiny", device="iCE40LP384", family="ice40", luts=384, block_rams=0,
              block_ram_bits=4096, block_ram_width=16, sprams=0, dsps=0, clock_hz=12_000_000)


def elements(graph, count, seed):
    rng = np.random.default_rng(seed)
    x = rng.integers(graph.input.low, graph.input.high + 1, (count, *graph.input.shape))
    zero = stored("x", graph.input.infer()).zero
    return x, (x - zero).reshape(count, -1).astype(np.int8)


def geometries(seed):
    rng = np.random.default_rng(seed)

    def pick(*options):
        return int(rng.choice(options))

    return Geometry(rows=pick(1, 2, 4, 8), columns=pick(2, 4, 8), port=pick(16, 32, 64),
                    burst=pick(4, 8, 16, 64), banks=pick(1, 2, 4), requantizers=pick(1, 2, 4))


@pytest.mark.parametrize("seed", range(40))
def test_program_computes_the_graph(seed):
    graph = graphs.random_graph(seed)
    x, given_elements = elements(graph, 3, seed)
    spec = lower(graph, geometries(seed)).spec
    assert (spec.model(given_elements) == graph.run(x).reshape(3, -1)).all()


@pytest.mark.parametrize("seed", range(16))
def test_predicted_cycles_are_simulated_cycles(seed):
    graph = graphs.random_graph(100 + seed)
    program = lower(graph, geometries(seed))
    x, given_elements = elements(graph, 2, seed)
    run = run_engine_amaranth(lambda: ArrayEngine(program.spec), given_elements,
                              graph.types()[graph.output.name].size)
    assert (run.outputs == graph.run(x).reshape(2, -1)).all()
    assert set(run.cycles) == {predict(program).total}



def test_the_array_waits_for_what_the_last_layer_adds():
    rng = np.random.default_rng(0)
    layers = [node for name, x in (("first", "x"), ("second", "first_out")) for node in (
        ir.Conv2d(name=name, x=x, weight=rng.integers(-8, 8, (8, 3, 3, 8)).astype(np.int8),
                  bias=rng.integers(-50, 50, 8), weight_bits=4, padding=(1, 1, 1, 1)),
        graphs.requantize(f"{name}_out", name, 8, rng, low=-128, high=127))]
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(8, 8, 8), low=-128, high=127, scale=0.01), *layers,
        ir.Add(name="sum", a="second_out", b="first_out", multiplier=64, shift=6, low=-128,
               high=127, scale=0.125))))
    program = lower(graph, Geometry(rows=8, columns=4, port=64, burst=16, banks=4, requantizers=1))
    x = rng.integers(-128, 128, (2, 8, 8, 8))
    run = run_engine_amaranth(lambda: ArrayEngine(program.spec), x.reshape(2, -1).astype(np.int8),
                              512)
    assert (run.outputs == graph.run(x).reshape(2, -1)).all()
    assert run.cycles[1] == predict(program).total


def test_cycles_of_the_layers_add_up():
    cycles = predict(lower(graphs.residual(), Geometry()))
    assert cycles.input + sum(cycles.layers) == cycles.total


def test_worst_case_inputs_fit_the_accumulator():
    # Every weight meets the input that drives the sum furthest; one bit less would not hold it.
    rng = np.random.default_rng(0)
    weight = rng.integers(-8, 8, (1, 24)).astype(np.int8)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(24,), low=-128, high=127, scale=1.0),
        ir.Linear(name="fc", x="x", weight=weight, bias=np.zeros(1, np.int64), weight_bits=4),
        ir.Requantize(name="y", x="fc", multiplier=np.array([1]), shift=np.array([1]),
                      low=-32768, high=32767, scale=1.0))))
    spec = lower(graph, Geometry()).spec
    extremes = np.stack([np.where(weight[0] > 0, 127, -128), np.where(weight[0] > 0, -128, 127)])
    sums = extremes @ weight[0].astype(np.int64)
    assert sums.max() >= 1 << (spec.accumulator_bits - 2) or \
        sums.min() < -(1 << (spec.accumulator_bits - 2))
    assert (run_engine_amaranth(lambda: ArrayEngine(spec), extremes.astype(np.int8), 1).outputs
            == graph.run(extremes)).all()


def test_an_addition_of_a_value_with_itself_gets_a_copy():
    rng = np.random.default_rng(1)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(4, 4, 4), low=0, high=255, scale=1.0),
        ir.Conv2d(name="c", x="x", weight=rng.integers(-8, 8, (4, 1, 1, 4)).astype(np.int8),
                  bias=np.zeros(4, np.int64), weight_bits=4),
        graphs.requantize("y", "c", 4, rng),
        ir.Add(name="twice", a="y", b="y", multiplier=3, shift=1, low=0, high=255, scale=1.0),
        ir.MaxPool(name="most", x="twice", window=(2, 2), stride=(1, 1)))))
    assert [item.output for item in passes(graph)] == ["y", "twice", "most"]
    x, given_elements = elements(graph, 4, 0)
    assert (lower(graph, Geometry()).spec.model(given_elements)
            == graph.run(x).reshape(4, -1)).all()


def test_plan_is_the_same_after_saving():
    graph = graphs.tiny_cnn()
    made = plan(graph, SMALL)
    assert Plan.from_json(json.loads(json.dumps(made.to_json())), graph) == made


def test_a_plan_of_another_graph_is_refused():
    saved = json.loads(json.dumps(plan(graphs.tiny_cnn(), SMALL).to_json()))
    with pytest.raises(GossamerError, match=r"^The plan does not belong to this description or was "
                       r"made by another version of Gossamer; generate the design again\.$"):
        Plan.from_json(saved, graphs.tiny_mlp())


def test_fewer_blocks_cost_fewer_cycles_and_bits():
    dense, sparse = graphs.tiny_cnn(), graphs.tiny_cnn()
    conv = sparse["fc"]
    weight = np.array(conv.weight)
    weight[:, 8:] = 0
    sparse = sparse.replace({"fc": ir.Linear(
        name="fc", x="flat", weight=weight, bias=conv.bias, weight_bits=4)})
    full, less = make(dense, SMALL, Geometry()), make(sparse, SMALL, Geometry())
    # Seven blocks of two words each are gone; the new header is read ahead of the layer.
    assert less.cycles == full.cycles - 7 * 2
    assert less.packed_bits < full.packed_bits


def test_a_model_too_large_is_refused_with_need_and_have():
    with pytest.raises(TooLargeError, match=r"^The model does not fit tiny \(iCE40LP384\): it "
                       r"needs [\d,]+ of 384 logic cells, \d+ of 0 block RAMs, \d of 0 DSP "
                       r"blocks; prune it further, use fewer weight bits, or choose a larger "
                       r"board\.$"):
        plan(graphs.tiny_cnn(), TINY)


def test_a_model_too_large_is_told_the_least_that_it_needs(monkeypatch):
    """Arrays of fewer lanes take less logic, and may take more memory for weights."""
    def best(choices, graph, target, **options):
        lanes = max(choice.rows * choice.columns for choice in choices)
        raise TooLargeError(target, Needs(luts=0, block_rams=30 + abs(lanes - 4), dsps=0))

    monkeypatch.setattr(sys.modules["gossamer.plan.plan"], "_best", best)
    with pytest.raises(TooLargeError) as found:
        plan(graphs.tiny_cnn(), replace(SMALL, block_rams=20))
    assert found.value.needs.block_rams == 30


def dense(inputs, hidden, seed=0, weights=(-3, -2, -1, 1, 2, 3)):
    """A perceptron without zeros."""
    rng = np.random.default_rng(seed)
    nodes, x = [ir.Input(name="x", shape=(inputs,), low=0, high=15, scale=1.0)], "x"
    for name, wide, outputs in (("a", inputs, hidden), ("b", hidden, hidden)):
        weight = rng.choice(weights, (outputs, wide)).astype(np.int8)
        nodes += [ir.Linear(name=f"{name}.sum", x=x, weight=weight,
                            weight_bits=8 if max(weights) > 3 else 3,
                            bias=rng.integers(-50, 50, outputs)),
                  graphs.requantize(name, f"{name}.sum", outputs, rng)]
        x = name
    return ir.check(ir.Graph(tuple(nodes)))


def test_a_model_without_zeros_gets_an_array_that_the_board_has_room_for():
    graph = dense(96, 96)
    small, large = (plan(graph, replace(SMALL, luts=luts, block_rams=300))
                    for luts in (2500, 20_000))
    assert small.geometry.lanes <= 16 < large.geometry.lanes
    assert large.cycles < small.cycles
    assert large.cycles * large.needs.luts < small.cycles * small.needs.luts
    assert large.needs.luts <= 0.8 * 20_000
    x, given_elements = elements(graph, 2, 0)
    spec = large.program.spec
    assert (spec.model(given_elements) == graph.run(x)).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), given_elements, 96)
    assert (run.outputs == graph.run(x)).all() and set(run.cycles) == {large.cycles}


def test_fast_has_the_fewest_cycles():
    target = replace(SMALL, luts=30_000, block_rams=300)
    for graph in (dense(32, 32), graphs.tiny_cnn()):
        fast = plan(graph, target, fast=True)
        assert fast.needs.fits(target)
        for geometry in (Geometry(), Geometry(rows=8, columns=8), plan(graph, target).geometry):
            assert fast.cycles <= make(graph, target, geometry).cycles


def test_fast_multiplies_in_all_dsp_blocks_and_in_luts():
    target = replace(gossamer_boards.get("ulx3s").target, luts=20_000, dsps=28)
    fast = plan(dense(128, 128, weights=(-128, -77, 5, 91, 127)), target, fast=True)
    assert "mixed" in fast.program.spec.lanes.name and fast.needs.fits(target)
    # Another row would take more blocks than there are.
    assert fast.needs.dsps + fast.geometry.columns > target.dsps
    saved = json.loads(json.dumps(fast.to_json()))
    assert Plan.from_json(saved, fast.graph).geometry == fast.geometry


def test_values_beyond_eight_bits_are_refused_by_name():
    rng = np.random.default_rng(0)
    graph = graphs.tiny_mlp()
    graph = graph.replace({"a_out": graphs.requantize("a_out", "a", 5, rng, low=0, high=256)})
    with pytest.raises(UnsupportedError, match=r"^Node 'a_out' has values 0\.\.256 that need more "
                       r"than 8 bits; quantise what stays in memory to 8 bits; only the output "
                       r"may have 16\.$"):
        lower(graph, Geometry())


def test_a_graph_without_layers_is_refused():
    graph = ir.Graph((ir.Input(name="x", shape=(4,), low=0, high=1, scale=1.0),))
    with pytest.raises(UnsupportedError, match=r"^Node 'x' computes nothing from its input; use a "
                       r"model with at least one linear or convolution layer\.$"):
        lower(graph, Geometry())


def test_windows_of_bursts_of_one_position_are_refused():
    with pytest.raises(UnsupportedError, match=r"^Node 'pool' pools windows of 4 positions, more "
                       r"than the 1 that one burst holds; use a smaller window or an average "
                       r"pool\.$"):
        lower(graphs.tiny_cnn(), Geometry(burst=1))


def test_the_smaller_format_is_chosen():
    weight = np.zeros((4, 64), np.int8)
    weight[:, :4] = 1
    for kept, expected in ((4, "block-bitmap-trits"), (64, "dense-trits")):
        weight[:, :kept] = 1
        node = ir.Linear(name="fc", x="x", weight=weight.copy(), bias=np.zeros(4, np.int64),
                         weight_bits=2)
        assert smallest(node, Geometry())[0].name == expected


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 8), st.integers(0, 4)), min_size=1,
                max_size=12), st.sampled_from([1, 4, 8]))
def test_live_tensors_never_overlap(items, align):
    tensors = [Tensor(name=str(i), size=size, born=born, dies=born + life)
               for i, (size, born, life) in enumerate(items)]
    addresses, size = allocate(tensors, align)
    for time in range(13):
        cells = [cell for t in tensors if t.born <= time <= t.dies
                 for cell in range(addresses[t.name], addresses[t.name] + t.size)]
        assert len(cells) == len(set(cells))
    assert all(base % align == 0 for base in addresses.values())
    assert size == max(addresses[t.name] + t.size for t in tensors)


def test_large_arrays_of_long_layers_have_a_deep_pipeline():
    """Where registers are free: an ECP5, not an iCE40; and not for layers of few cycles."""
    ulx3s = gossamer_boards.get("ulx3s").target
    wide, narrow = (ir.check(ir.Graph((
        ir.Input(name="x", shape=(size, size, 16), low=-128, high=127, scale=1.0),
        ir.Conv2d(name="a", x="x", weight=np.ones((32, 3, 3, 16), np.int8),
                  bias=np.zeros(32, np.int64), weight_bits=8),
        ir.Requantize(name="y", x="a", multiplier=np.full(32, 3), shift=np.full(32, 9),
                      low=-128, high=127, scale=1.0)))) for size in (24, 4))
    assert plan(wide, ulx3s, fast=True).geometry.deep
    assert not plan(narrow, ulx3s, fast=True).geometry.deep
    board = gossamer_boards.get("ice40_hx8k_b_evn").target
    assert not plan(narrow, board, fast=True).geometry.deep
