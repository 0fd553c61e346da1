# amaranth: UnusedElaboratable=no
"""An engine whose weights and activations lie in single-port memory, which is loaded first."""

import importlib
import random
from dataclasses import replace

import numpy as np
import pytest
from amaranth.back import verilog
from amaranth.hdl import Module, Signal, signed, unsigned
from amaranth.sim import Simulator
from tests import graphs

from gossamer import ir
from gossamer.errors import UnsupportedError
from gossamer.plan import Geometry, lower, predict, stored
from gossamer_hw.array import ArrayEngine
from gossamer_hw.array.soft import soft_product
from gossamer_hw.single_port import SinglePortMemory
from gossamer_sim.run import run_engine, run_engine_amaranth

lower_module = importlib.import_module("gossamer.plan.lower")

SQUARE = Geometry(rows=4, columns=4, burst=8, requantizers=1, loaded=True, single=True)
GEOMETRIES = [
    SQUARE,
    replace(SQUARE, requantizers=2, burst=16),
    Geometry(rows=8, columns=2, port=16, burst=4, banks=2, requantizers=1, loaded=True,
             single=True),
    Geometry(rows=4, columns=2, burst=16, requantizers=2, single=True),
]

#: Results are written two rows at a time.
DRAINED = replace(GEOMETRIES[2], drain=2, burst=8)

GRAPHS = {"separable": graphs.separable(), "residual": graphs.residual()}


def inputs(graph, count, seed=0):
    rng = np.random.default_rng(seed)
    entry = graph.input
    x = rng.integers(entry.low, entry.high + 1, (count, *entry.shape))
    zero = stored(entry.name, entry.infer()).zero
    return x, (x - zero).reshape(count, -1).astype(np.int8)


@pytest.mark.parametrize("geometry", [
    pytest.param(geometry, marks=pytest.mark.slow if number else (),
                 id=f"{geometry.rows}x{geometry.columns}-{geometry.port}-{geometry.requantizers}")
    for number, geometry in enumerate(GEOMETRIES)])
@pytest.mark.parametrize("name", GRAPHS)
def test_the_engine_computes_the_graph_in_the_cycles_of_the_plan(name, geometry):
    graph = GRAPHS[name]
    program = lower(graph, geometry)
    spec = program.spec
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    assert (spec.model(elements) == outputs).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=20_000,
                              image=spec.image if spec.loaded else b"")
    assert list(run.cycles[1:]) == [predict(program).total] * 2


@pytest.mark.parametrize("apart", [0, 1024], ids=["together", "apart"])
@pytest.mark.parametrize("geometry", [*GEOMETRIES[::2], DRAINED], ids=["4x4", "8x2", "drained"])
def test_images_of_three_channels_sums_and_skips_are_exact(geometry, apart, monkeypatch):
    monkeypatch.setattr(lower_module, "APART", apart)
    lower_module._lowered.cache_clear()
    graph = graphs.odd_image()
    program = lower(graph, geometry)
    spec = program.spec
    assert (spec.apart, spec.input_run) == (bool(apart), 3)
    assert [layer.fold for layer in spec.layers] == [1, 1, 1, 4, 9, 1]
    assert len(spec.formats) == 1
    added = spec.layers[2]
    assert added.residual.offset == 0
    assert added.out_base == spec.layers[0].out_base
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    assert (spec.model(elements) == outputs).all()
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=20_000, image=spec.image)
    assert list(run.cycles[1:]) == [predict(program).total] * 2


@pytest.mark.parametrize(("geometry", "window"), [(SQUARE, 1), (GEOMETRIES[1], 2), (DRAINED, 1)],
                         ids=["4x4", "pooled", "drained"])
def test_sums_at_a_scale_of_their_own_are_exact(geometry, window):
    graph = graphs.joined(window=window)
    program = lower(graph, geometry)
    spec = program.spec
    assert spec.joins and spec.pools == (window > 1)
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    assert len(np.unique(outputs)) > 20
    run = run_engine_amaranth(lambda: ArrayEngine(spec), elements, outputs.shape[1],
                              expected=outputs, timeout_cycles=20_000, image=spec.image)
    assert list(run.cycles[1:]) == [predict(program).total] * 2


def test_a_joint_sum_has_the_range_of_all_pairs():
    """Factors of either sign, brute force."""
    layer = lower(graphs.joined(), SQUARE).spec.layers[1]
    value = np.arange(layer.low, layer.high + 1)[:, None]
    for own, multiplier in ((layer.residual.own, layer.residual.multiplier), (-77, 300), (50, -9)):
        part = replace(layer.residual, own=own, multiplier=multiplier)
        pairs = own * value + multiplier * (np.arange(-128, 128) + part.zero) + part.bias
        found = pairs >> part.shift
        assert replace(layer, residual=part).joint == (found.min(), found.max())
    assert replace(layer, residual=None).joint == (layer.low, layer.high)


@pytest.mark.slow
@pytest.mark.parametrize("simulator", ["verilator", "icarus"])
def test_verilog_computes_the_graph_under_stalls(simulator, tmp_path):
    graph = graphs.separable(1)
    spec = lower(graph, replace(SQUARE, multiplier="dual")).spec
    x, elements = inputs(graph, 3)
    outputs = graph.run(x).reshape(len(x), -1)
    text = verilog.convert(ArrayEngine(spec), name="engine", emit_src=False)
    run_engine(text, elements, outputs.shape[1], build_dir=tmp_path, simulator=simulator,
               expected=outputs, stall=0.3, image=spec.image)


def test_channels_that_do_not_fill_words_are_refused():
    with pytest.raises(UnsupportedError, match=r"has 8 channels, which are no multiple of the 16 "):
        lower(graphs.separable(), replace(SQUARE, rows=16, columns=16))


def test_reads_from_odd_and_even_addresses_are_refused():
    rng = np.random.default_rng(0)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(6, 6, 3), low=0, high=9, scale=1.0),
        ir.Conv2d(name="first", x="x", weight=rng.integers(-3, 4, (3, 3, 3, 1)).astype(np.int8),
                  bias=np.zeros(3, np.int64), weight_bits=3, groups=3),
        graphs.requantize("a", "first", 3, rng))))
    with pytest.raises(UnsupportedError, match=r"reads from even and from odd addresses, but sin"):
        lower(graph, SQUARE)


def test_the_memory_keeps_what_is_written_byte_by_byte():
    dut = SinglePortMemory(40, 32)
    rng = random.Random(0)

    async def bench(ctx):
        words = {}
        for _ in range(600):
            address, data = rng.randrange(40), rng.getrandbits(32)
            mask = rng.getrandbits(4) if rng.random() < 0.5 else 0
            mask = 15 if address not in words else mask
            ctx.set(dut.address, address)
            ctx.set(dut.data_in, data)
            ctx.set(dut.write, mask)
            await ctx.tick()
            for byte in range(4):
                if mask >> byte & 1:
                    field = 255 << 8 * byte
                    words[address] = words.get(address, 0) & ~field | data & field
            # After a write there is no word to be had, and it looks wrong.
            assert (ctx.get(dut.data_out) == words[address]) is not bool(mask)

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()


def test_the_memory_has_whole_words_of_sixteen_bits():
    with pytest.raises(ValueError, match=r"^Single-port memory must have a multiple of 16 bits, n"):
        SinglePortMemory(40, 8)


@pytest.mark.parametrize("shape", [unsigned(6), signed(5), unsigned(1)], ids=["u6", "s5", "u1"])
def test_products_in_logic_are_exact(shape):
    m = Module()
    a, b = Signal(signed(6)), Signal(shape)
    product = soft_product(m, a, b, "p")
    result = Signal(signed(16))
    m.d.comb += result.eq(product)

    async def bench(ctx):
        low = -(1 << shape.width - 1) if shape.signed else 0
        for x in range(-32, 32):
            for y in range(low, low + (1 << shape.width)):
                ctx.set(a, x)
                ctx.set(b, y)
                await ctx.delay(1e-9)
                assert ctx.get(result) == x * y

    sim = Simulator(m)
    sim.add_testbench(bench)
    sim.run()
