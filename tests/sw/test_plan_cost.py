"""Cost: interpolation between measured parts, and what an engine needs in all."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.cells import ENGINES, posts
from tests import graphs

import gossamer_boards
from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, cells, cost, lower, make
from gossamer.target import Target
from gossamer_hw.formats import BlockBitmap, Dense, Integers, Tile, Trits
from gossamer_hw.formats.gearbox import Gearbox
from gossamer_hw.lanes import IntegerLanes, NestedLanes, TernaryLanes

SMALL = Target(name="small", device="iCE40UP5K-SG48", family="ice40", luts=5280, block_rams=30,
               block_ram_bits=4096, block_ram_width=16, sprams=4, dsps=8, clock_hz=12_000_000)


def entry(key, kind, terms, count, *, dsps=0, fmax=50.0, inside=()):
    return cells.Entry(part=cells.Part(key=key, kind=kind, terms=terms), cells=count, block_rams=0,
                       dsps=dsps, fmax_mhz=fmax, design="", inside=inside)


def table(*entries):
    return cells.Table(
        name="test", device="T1", family="test", prefixes=("T",), dsps=4, command="measure it",
        seed=1, tools={}, entries={entry.part.key: entry for entry in entries})


def lanes(rows, columns):
    return cells.lane_array(TernaryLanes(), Tile(rows=rows, columns=columns))


def test_one_term_is_interpolated_between_the_nearest_two():
    found = table(*(entry(lanes(*shape).key, "lanes/ternary", {"lanes": shape[0] * shape[1]}, count)
                    for shape, count in (((2, 2), 100), ((4, 4), 460), ((8, 4), 800))))
    assert found.cells(lanes(4, 4)) == 460          # measured
    assert found.cells(lanes(2, 8)) == 460          # as many lanes
    assert found.cells(lanes(2, 4)) == 100 + (460 - 100) / 3
    assert found.cells(lanes(1, 1)) == 25           # from the origin to the smallest
    assert found.cells(lanes(8, 8)) == 1600         # in proportion to the largest


def test_several_terms_are_fitted_and_none_is_negative():
    rng = np.random.default_rng(0)
    true = {"a": 3.0, "b": 0.0, "c": 11.0}
    samples = []
    for number in range(9):
        terms = {name: float(rng.integers(1, 99)) for name in true}
        samples.append(entry(f"x{number}", "x", terms, sum(
            true[name] * value for name, value in terms.items())))
    part = cells.Part(key="new", kind="x", terms={"a": 10, "b": 1000, "c": 2})
    assert table(*samples).cells(part) == pytest.approx(52)
    # More of b with fewer cells: it is left out instead of being subtracted.
    falling = table(entry("p", "x", {"a": 1.0, "b": 1.0}, 10), entry("q", "x", {"a": 1.0, "b": 9.0},
                                                                  8))
    far = falling.cells(cells.Part(key="new", kind="x", terms={"a": 1, "b": 1000}))
    assert far == pytest.approx(9)


def test_an_engine_is_its_parts_and_what_was_fitted_to_measured_engines():
    part = entry("lanes/ternary/1x1", "lanes/ternary", {"lanes": 1}, 40)
    found = table(
        part,
        entry("engine/1", "engine", {"engines": 1, "columns": 2}, 40 + 500 + 2 * 7,
              inside=("lanes/ternary/1x1",)),
        entry("engine/2", "engine", {"engines": 1, "columns": 4}, 500 + 4 * 7))
    assert found.coefficients == {"engines": pytest.approx(500), "columns": pytest.approx(7)}
    assert found.frame(cells.Part(key="", kind="engine", terms={"engines": 1, "columns": 3})
                       ) == pytest.approx(521)


def test_the_clock_is_that_of_the_nearest_part():
    found = table(*(entry(f"p{size}", "p", {"lanes": size}, 1, fmax=clock)
                    for size, clock in ((4, 90.0), (16, 60.0), (64, 40.0))))
    for size, clock in ((1, 90.0), (4, 90.0), (14, 60.0), (99, 40.0)):
        assert found.fmax_mhz(cells.Part(key="", kind="p", terms={"lanes": size})) == clock


def test_what_was_never_measured_is_refused_with_the_command():
    with pytest.raises(GossamerError, match=r"^Nothing of the kind 'lanes/ternary' was measured "
                       r"for T1; list it in benchmarks/cells\.py and run `measure it`\.$"):
        table().cells(lanes(4, 4))


def test_a_family_without_a_table_is_refused():
    strange = Target(name="s", device="XC7A35T", family="xilinx", luts=1, block_rams=1,
                     block_ram_bits=1, block_ram_width=1, sprams=0, dsps=0, clock_hz=1)
    with pytest.raises(GossamerError, match=r"^No cost table has devices of the family 'xilinx'; "
                       r"add one to gossamer_boards/cells\.py and run `python benchmarks/cells\.py`"
                       r"\.$"):
        cells.table(strange)


def test_gearbox_bits_are_those_of_the_gearbox():
    for values in (Trits(), Integers(3), Integers(4), Integers(8)):
        for rows, columns, port in ((1, 1, 32), (2, 2, 32), (4, 4, 32), (4, 4, 64), (8, 4, 32)):
            gearbox = Gearbox(intake=values.symbols(port), outtake=rows * columns,
                              width=values.width)
            gearbox._MustUse__silence = True
            levels = gearbox.levels()
            # Blocks of more than two whole words have none.
            multiplexers = gearbox.outtake % gearbox.intake or gearbox.outtake <= 2 * gearbox.intake
            for kind in (Dense, BlockBitmap):
                part = cells.decoder(kind(values=values, rows=rows, columns=columns, port=port))
                assert part.terms["gearbox bits"] == (
                    (len(levels) - 1) * (max(levels) + gearbox.intake) * gearbox.width
                    if multiplexers else 0)


def test_keys_name_what_a_part_is_measured_by():
    tile = Tile(rows=2, columns=4)
    assert cells.lane_array(IntegerLanes(4, dsp=True), tile) == cells.Part(
        key="lanes/int4-dsp/2x4", kind="lanes/int-dsp", terms={"lanes": 8, "weight bits": 32})
    assert cells.lane_array(NestedLanes((1, 2, 4)), tile) == cells.Part(
        key="lanes/nested1.2.4/2x4", kind="lanes/nested", terms={"levels": 24})
    spec = lower(graphs.tiny_cnn(), Geometry(requantizers=2)).spec
    assert cells.engine(spec).key == "engine/int4-lut/4x4/32-2/images/gather/pools"
    assert [part.key for part in cells.parts(spec)][:2] == [
        "lanes/int4-lut/4x4", "decoder/dense-int4/4x4/32"]


@pytest.mark.parametrize("name", cells.DEVICES)
def test_measured_engines_are_predicted_within_a_tenth(name):
    found = cells._load(name)
    engines = [entry for entry in found.entries.values() if entry.inside] if found else []
    for engine in engines:
        predicted = found.frame(engine.part) + sum(
            found.cells(found.entries[key].part) for key in engine.inside)
        assert predicted == pytest.approx(engine.cells, rel=0.1), engine.part.key


@pytest.mark.parametrize("kind", ["post", "post/deep"])
def test_parts_that_were_not_measured_are_predicted_from_the_others(kind):
    entries = cells._load("ecp5").alike(kind)
    large = [entry for entry in entries if entry.cells > 800]
    assert len(large) > 5
    for entry in large:
        others = table(*(other for other in entries if other is not entry))
        assert others.cells(entry.part) == pytest.approx(entry.cells, rel=0.25), entry.part.key


@pytest.mark.parametrize("spec", [spec for spec in posts() if not spec.deep],
                         ids=lambda spec: cells.post(spec).key)
def test_products_take_the_dsp_blocks_that_were_measured(spec):
    entry = cells._load("ecp5").entries[cells.post(spec).key]
    assert spec.requantizers * cells.products(spec) == entry.dsps


def test_what_is_around_large_arrays_is_counted_where_it_was_measured():
    target = gossamer_boards.get("ulx3s").target
    found = cells.table(target)
    geometry = Geometry(rows=8, columns=8, requantizers=2, multiplier="dsp", deep=True)
    spec = lower(graphs.tiny_cnn(), geometry).spec
    assert found.apart and not cells.table(SMALL).apart
    assert cost.needs(spec, target).luts == round(
        found.frame(cells.engine(spec, apart=True)) + sum(map(found.cells, [
            *cells.parts(spec), *cells.around(spec)]))
        + (len(spec.formats) - 1) * spec.tile_layout.size)
    wider = lower(graphs.tiny_cnn(), replace(geometry, requantizers=4)).spec
    added = cost.needs(wider, target).luts - cost.needs(spec, target).luts
    assert added == pytest.approx(
        found.cells(cells.post(wider)) - found.cells(cells.post(spec)), abs=1) and added > 300


def test_needs_are_frame_parts_and_exact_memories():
    spec = lower(graphs.tiny_mlp(), Geometry()).spec
    found = cells.table(SMALL)
    needed = cost.needs(spec, SMALL)
    assert needed.luts == round(found.frame(cells.engine(spec))
                                + sum(map(found.cells, cells.parts(spec))))
    assert needed.dsps == spec.requantizers * -(-spec.sum_bits // 16)
    assert 0 < cost.fmax_mhz(spec, SMALL) <= found.fmax_mhz(cells.engine(spec))
    lean = lower(graphs.tiny_mlp(), Geometry(requantizers=1, rows=2, columns=2)).spec
    assert cost.needs(lean, SMALL).luts < needed.luts


@pytest.mark.parametrize("graph, geometry", [
    *ENGINES[:-1],
    # Four requantizers read many small tables: 19 block RAMs are predicted, 9 are used.
    pytest.param(*ENGINES[-1], marks=pytest.mark.xfail(strict=True)),
])
def test_measured_engines_fit_in_what_they_need(graph, geometry):
    spec = lower(graph, geometry).spec
    measured = cells.table(SMALL).entries.get(cells.engine(spec).key)
    if measured is None:
        pytest.skip(f"not measured yet; run `{cells.table(SMALL).command}`")
    needed = cost.needs(spec, SMALL)
    assert needed.dsps == measured.dsps
    # Synthesis makes logic of the smallest tables.
    assert measured.block_rams <= needed.block_rams <= measured.block_rams + 8


@pytest.mark.parametrize(("deep", "dsps"), [(False, 28), (True, 24)])
def test_products_take_the_dsp_blocks_of_synthesis(deep, dsps):
    """As many as ``synth_ecp5`` of Yosys 0.70 maps in this engine; 16 are lanes."""
    spec = lower(graphs.gated(1, alike=True), Geometry(
        rows=4, columns=4, burst=16, requantizers=4, multiplier="dsp", deep=deep)).spec
    assert cost.needs(spec, gossamer_boards.get("ulx3s").target).dsps == dsps


def test_products_in_logic_take_cells():
    made = Geometry(rows=4, columns=4, burst=8, requantizers=1, loaded=True, single=True)
    target = gossamer_boards.get("icebreaker").target
    spec = lower(graphs.gated(), made).spec
    halves = -(-spec.multipliers.width // 2) * (spec.factors(2).width + 3)
    plain = replace(spec, layers=tuple(
        replace(layer, factor=None, sum_low=layer.low, sum_high=layer.high)
        for layer in spec.layers))
    assert 300 < cost.needs(spec, target).luts - cost.needs(plain, target).luts < 200 + 2 * halves


def test_a_host_link_has_memory_for_its_frames():
    spec = lower(graphs.tiny_mlp(inputs=64), Geometry()).spec
    few = cost.host_link(spec, 10, SMALL)
    many = cost.host_link(replace(spec, input_size=1024), 10, SMALL)
    assert few.block_rams == 4 and many.block_rams == 3 + 4
    assert few.luts == many.luts > 500 and few.dsps == 0


def test_inputs_that_go_to_the_engines_memory_take_none_of_the_link():
    graph = graphs.joined()
    spec = lower(graph, Geometry(rows=4, columns=4, requantizers=1, loaded=True, single=True)).spec
    large = replace(spec, input_size=1024)
    assert not spec.direct
    assert cost.host_link(large, 10, SMALL).block_rams == 3 + 4
    assert cost.host_link(replace(large, apart=False), 10, SMALL).block_rams == 3


@pytest.mark.parametrize(("weight", "bits"), [
    ([[0, 1, -1, 8]], 3 * 1),           # an exponent holds the zeros behind a digit
    ([[3, 0, -4, 64]], 3 * 3),
    ([[127, -128, 0, 5]], 3 * 8),
])
def test_values_that_are_not_zero_take_their_digits_in_every_format(weight, bits):
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=(4,), low=0, high=9, scale=1.0),
        ir.Linear(name="fc", x="x", weight=np.array(weight, np.int8), bias=np.zeros(1, np.int64),
                  weight_bits=8),
        graphs.requantize("scores", "fc", 1, np.random.default_rng(0)))))
    assert cost.weight_bits(graph) == bits
    assert all(layer.packed_bits >= bits for layer in make(graph, SMALL, Geometry()).layers)


@pytest.mark.parametrize(("width", "depth", "count"), [
    (36, 512, 1), (36, 513, 2), (18, 1024, 1), (9, 2049, 2), (4, 4096, 1), (4, 4097, 2),
    (8, 4608, 3), (2, 8193, 2), (72, 512, 2),
])
def test_narrow_ports_of_a_block_of_an_ecp5_see_eight_bits_of_nine(width, depth, count):
    target = replace(SMALL, block_ram_bits=18_432, block_ram_width=36)
    assert cost.block_rams(width, depth, target) == count
