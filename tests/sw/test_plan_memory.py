"""Where a plan puts weights and activations, and how it rounds then."""

from dataclasses import replace

import numpy as np
import pytest
from tests import graphs

from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, TooLargeError, lower, plan
from gossamer.plan.cost import bound, needs
from gossamer.plan.formats import choose, smallest
from gossamer.plan.rounding import unify
from gossamer.target import Target

BOARD = Target(name="small", device="iCE40UP5K-SG48", family="ice40", luts=9999, block_rams=60,
               block_ram_bits=4096, block_ram_width=16, sprams=4, dsps=8, clock_hz=12_000_000)
GRAPH = graphs.separable()
GEOMETRY = Geometry(rows=4, columns=4)


def test_block_ram_is_used_while_there_is_enough():
    assert plan(GRAPH, BOARD, GEOMETRY).geometry == GEOMETRY


def test_weights_move_out_before_activations_do():
    graph = graphs.tiny_mlp(inputs=200, hidden=100)
    assert needs(lower(graph, GEOMETRY).spec, BOARD).block_rams > 26
    made = plan(graph, replace(BOARD, block_rams=30), GEOMETRY)
    assert (made.geometry.loaded, made.geometry.single) == (True, False)
    assert (made.needs.sprams, made.program.spec.loaded) == (2, True)


def wide():
    """Activations that do not fit the block RAMs of the board."""
    rng = np.random.default_rng(0)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(32, 32, 4), low=-128, high=127, scale=1.0),
        ir.Conv2d(name="conv", x="x", weight=rng.integers(-8, 8, (32, 3, 3, 4)).astype(np.int8),
                  bias=rng.integers(-9, 9, 32), weight_bits=4, padding=(1, 1, 1, 1)),
        graphs.requantize("conv_out", "conv", 32, rng),
        ir.SumPool(name="mean", x="conv_out", window=(32, 32), stride=(32, 32)),
        ir.Requantize(name="scores", x="mean", multiplier=np.full(32, 1), shift=np.full(32, 12),
                      low=-128, high=127, scale=1.0),
    )))


def test_activations_that_fit_no_block_ram_lie_in_single_port_memory():
    graph = wide()
    # 36,864 elements, in a memory of 65,536.
    assert bound(graph, BOARD).block_rams == 128
    made = plan(graph, replace(BOARD, block_rams=127), GEOMETRY)
    assert made.geometry.single
    assert not made.program.spec.apart      # 4,096 bytes are many block RAMs
    assert made.needs.sprams <= 4
    with pytest.raises(TooLargeError, match=r"of 127 block RAMs"):
        plan(graph, replace(BOARD, block_rams=127, sprams=0), GEOMETRY)


def test_a_narrow_array_needs_the_fewest_single_port_memories():
    made = plan(wide(), replace(BOARD, block_rams=127, sprams=3), GEOMETRY)
    found = made.geometry
    assert (found.rows, found.columns, found.port, found.drain) == (8, 2, 16, 2)
    assert made.needs.sprams == 3
    wide_results = lower(wide(), replace(found, drain=None)).spec
    assert needs(wide_results, BOARD).block_rams > needs(made.program.spec, BOARD).block_rams


@pytest.mark.parametrize("drain", [0, 3, 16, True])
def test_rows_that_cannot_be_written_together_are_refused(drain):
    with pytest.raises(GossamerError, match=r"^An array's drain must be a power of two that div"):
        Geometry(rows=8, columns=2, drain=drain)


@pytest.mark.parametrize(("inputs", "formats"), [(8, 1), (200, 2)], ids=["little", "much"])
def test_a_decoder_must_save_a_share_of_the_weights(inputs, formats):
    rng = np.random.default_rng(0)
    wide = ir.Linear(name="wide", x="x", weight=rng.integers(-128, 128, (40, 100)).astype(np.int8),
                     bias=np.zeros(40, np.int64), weight_bits=8)
    ternary = ir.Linear(name="ternary", x="x", weight_bits=2, bias=np.zeros(40, np.int64),
                        weight=rng.integers(-1, 2, (40, inputs)).astype(np.int8))
    nodes = [wide, ternary]
    found = [smallest(node, GEOMETRY)[0] for node in nodes]
    assert len(set(found)) == 2
    assert choose(nodes, GEOMETRY) == found
    assert len(set(choose(nodes, replace(GEOMETRY, single=True)))) == formats


def test_one_rounding_rule_is_found_for_all_layers():
    before = lower(GRAPH, Geometry()).spec
    assert before.roundings == {"double", "half_away"}
    items = unify(GRAPH)
    assert {item.requantize.rounding for item in items} == {"double"}
    changed = items[-1].requantize
    sums = np.arange(-40_000, 40_000)[:, None].repeat(3, axis=1)
    assert (changed.compute(sums) == GRAPH["scores"].compute(sums)).all()
    assert (changed.multiplier < 1 << 31).all()


def test_rules_that_no_multiplier_brings_together_stay():
    scale = GRAPH["scores"]
    graph = ir.check(GRAPH.replace({"scores": replace(
        scale, rounding="floor", multiplier=np.full(3, 1), shift=np.full(3, 1))}))
    assert {item.requantize.rounding for item in unify(graph)} == {"double", "floor"}
