"""The chooser: every option for a layer, measured, with the reason where it is no choice."""

import itertools
import json
from dataclasses import replace

import numpy as np
import pytest
from tests import graphs

import gossamer as gs
import gossamer_boards
from gossamer import ir
from gossamer.description import Description
from gossamer.errors import GossamerError, UnsupportedError
from gossamer.plan import (
    KINDS,
    Geometry,
    Plan,
    TooLargeError,
    cells,
    lower,
    make,
    options,
    plan,
    predict,
)
from gossamer_hw.formats.periodic import PSC1_P16, PSC2_P8, PSC4_P8
from gossamer_hw.lanes import PeriodicKernels
from gossamer_hw.macro import ColumnFormat, ColumnLayer

TARGETS = {name: gossamer_boards.get(name).target for name in ("icebreaker", "ulx3s")}


def layer(weight, shape=None):
    """A linear layer, or a convolution of an image of 6 x 6, as a graph."""
    rng = np.random.default_rng(0)
    weight = np.asarray(weight, np.int8)
    bits = 8 if np.abs(weight.astype(int)).max() > 7 else 4
    if weight.ndim == 2:
        node = ir.Linear(name="fc", x="x", weight=weight, bias=np.zeros(len(weight), np.int64),
                         weight_bits=bits)
        shape = (weight.shape[1],)
    else:
        node = ir.Conv2d(name="fc", x="x", weight=weight, bias=np.zeros(len(weight), np.int64),
                         weight_bits=bits, padding=(1, 1, 1, 1))
        shape = (6, 6, weight.shape[3])
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=shape, low=0, high=255, scale=1.0), node,
        graphs.requantize("y", "fc", len(weight), rng, low=-32768, high=32767))))
    return graph, graph["fc"]


def random_weights(density, *shape, low=-7, high=8, seed=0):
    rng = np.random.default_rng(seed)
    return rng.integers(low, high, shape) * (rng.random(shape) < density)


def on_the_array(found):
    return [option for option in found if option.lanes not in ("sub-window", "column-macro")]


def test_every_kind_is_tried_and_one_option_is_chosen():
    graph, node = layer(random_weights(0.2, 16, 3, 3, 8))
    found = options(graph, node, TARGETS["ulx3s"])
    assert {option.kind for option in on_the_array(found) if option.kind} == set(KINDS)
    assert sum(option.chosen for option in found) == 1
    assert all(bool(option.reason) != option.chosen for option in found)
    best = next(option for option in found if option.chosen)
    legal = [option for option in on_the_array(found)
             if option.format and "needs" not in option.reason]
    assert best.cycles * best.luts == min(option.cycles * option.luts for option in legal)


@pytest.mark.parametrize(("weights", "packings", "nonzero", "lanes"), [
    ([-1, 0, 1], ("int2", "trits"), "-signs", ("ternary", "int2-lut", "int2-dsp", "int4-dual")),
    ([-4, -1, 0, 4], ("int4", "nested1.4"), "32-nonzero3",
     ("nested1.4", "int4-lut", "int4-dsp", "int4-dual")),
    ([-8, 0, 7, 5, 3, 1], ("int4",), "", ("int4-lut", "int4-dsp", "int4-dual")),
])
def test_every_legal_pair_of_packing_and_lanes_is_listed(weights, packings, nonzero, lanes):
    graph, node = layer(np.random.default_rng(0).choice(weights, (8, 64)))
    node = graph["fc"]
    found = on_the_array(options(graph, node, TARGETS["ulx3s"]))
    for kind in ("dense", "block-bitmap"):
        pairs = [(o.format.removeprefix(f"{kind}-"), o.lanes) for o in found if o.kind == kind]
        assert sorted(pairs) == sorted(itertools.product(packings, lanes))
    assert {o.format for o in found if o.kind == "bitmap"} == {
        f"bitmap32-{packings[0]}", *([f"bitmap{nonzero}"] if nonzero else [])}
    # What is not legal is told once.
    refused = {o.lanes: o.reason for o in found if not o.kind}
    assert refused == {
        name: reason for name, reason in (
            ("ternary", "has other weights than -1, 0 and 1"),
            ("nested", "has weights that are not zero and two or four levels"))
        if not any(lane.startswith(name) for lane in lanes)}


@pytest.mark.parametrize("patterns", [PSC4_P8, PSC2_P8, PSC1_P16])
def test_sub_window_lanes_take_the_cycles_of_the_periodic_kernels(patterns):
    weight = random_weights(1, 3, 3, 3, 8, low=1).reshape(3, 9, 8)
    for filter, channel in itertools.product(range(3), range(8)):
        pattern = patterns[(filter + channel + 1) % len(patterns)]
        weight[filter, :, channel] *= [pattern >> tap & 1 for tap in range(9)]
    graph, node = layer(weight.reshape(3, 3, 3, 8))
    found = {o.kind: o for o in options(graph, node, TARGETS["icebreaker"])
             if o.lanes == "sub-window"}
    assert set(found) == {"sub-window1", "sub-window2", "sub-window4"}
    table = cells.table(TARGETS["icebreaker"])
    for taps in (1, 2, 4):
        option = found[f"sub-window{taps}"]
        try:
            kernels = PeriodicKernels(patterns=patterns, taps=taps)
        except ValueError:
            assert option.reason.startswith("Pattern ")
            continue
        words = sum(len(kernels.pack(weight[filter].T, filter)) for filter in range(3))
        # As many steps as words of weights, for each pixel.
        assert option.cycles == 36 * words + 2
        assert option.stored_bits == words * taps * 8
        assert option.code_bits == option.value_bits == 4 * np.count_nonzero(weight)
        assert option.luts == table.entries[f"lanes/subwindow/{taps}"].cells
        assert option.reason.startswith("the array has other lanes")


@pytest.mark.parametrize(("weights", "bits"), [
    ([-1, 0], 1), ([-1, 0, 1], 2), ([-8, 0, 7], 4), ([-9, 0, 3], 8)])
def test_the_column_macro_takes_the_cycles_of_its_segments(weights, bits):
    rng = np.random.default_rng(0)
    weight = rng.choice(weights, (10, 100)) * (rng.random((10, 100)) < 0.2)
    graph, node = layer(weight)
    found = {o.kind: o for o in options(graph, node, TARGETS["ulx3s"])
             if o.lanes == "column-macro"}
    columns = [np.pad(weight, ((0, -10 % (8 // bits)), (0, 28)))[first:first + 8 // bits,
                                                                 at:at + 64].T
               for at in (0, 64) for first in range(0, 10, 8 // bits)]
    for name, coded in (
            ("dense", ColumnLayer(format=ColumnFormat.DENSE, bits=bits)),
            ("bitmap", ColumnLayer(format=ColumnFormat.BITMAP, bits=bits)),
            ("coo", ColumnLayer(format=ColumnFormat.COORDINATES, bits=bits, index=6))):
        option = found[f"column-{name}"]
        words = [len(coded.encode(column)) for column in columns]
        assert option.stored_bits == 16 * sum(words)
        # In a store of 256 words that is not filled again, both segments of inputs lie at once.
        if sum(words) <= 256:
            assert option.cycles == sum(words) + 2 * 65 + sum(map(coded.cycles, columns))
        assert option.code_bits >= option.value_bits >= bits * np.count_nonzero(weight)
    assert len(found) == 5
    assert not any(o.chosen for o in found.values())


def test_an_array_is_as_large_as_fits():
    graph, node = layer(random_weights(1, 16, 64))
    found = options(graph, node, TARGETS["icebreaker"])
    (dual,) = [o for o in found if o.kind == "dense" and o.lanes == "int4-dual"]
    assert not dual.reason.startswith("needs") and dual.rows * dual.columns == 8
    made = make(graph, TARGETS["icebreaker"], Geometry(
        port=64, format="dense", packing="integers", multiplier="dual"))
    assert made.needs.dsps > 8


def test_mixed_lanes_take_the_dsp_blocks_that_are_left():
    graph, node = layer(random_weights(1, 16, 64))
    found = options(graph, node, TARGETS["icebreaker"])
    (mixed,) = [o for o in found if o.kind == "dense" and "mixed" in o.lanes]
    assert (mixed.lanes, mixed.rows, mixed.columns, mixed.dsps) == ("int4-mixed1", 4, 4, 8)
    assert not any("mixed" in o.lanes for o in options(graph, node, TARGETS["ulx3s"]))


@pytest.mark.parametrize("weight", [np.full((4, 8), -128), np.full((4, 8), -8), [[-128]], [[0]]])
def test_weights_that_are_all_the_same_have_options(weight):
    graph, node = layer(np.asarray(weight))
    found = options(graph, node, TARGETS["ulx3s"])
    (option,) = [o for o in found if o.kind == "dense" and o.lanes.endswith("-lut")
                 and "int" in o.format]
    low = int(np.min(weight))
    assert option.format == f"dense-int{max(2, (-low - 1).bit_length() + 1 if low else 2)}"
    assert sum(o.chosen for o in found) == 1


@pytest.mark.parametrize("geometry", [(3, 5), (100, 40), (6, 16)])
def test_blocks_of_other_sizes_are_kept_by_smaller_arrays(geometry):
    graph, node = layer(random_weights(0.5, 16, 64))
    graph = graph.replace({"fc": replace(node, geometry=geometry)})
    found = options(graph, graph["fc"], TARGETS["ulx3s"])
    (option,) = [o for o in found if o.kind == "dense" and o.lanes == "int4-lut"]
    assert geometry[0] % option.rows == geometry[1] % option.columns == 0
    assert sum(o.chosen for o in found) == 1


@pytest.mark.parametrize("keys", [
    {"multiplier": "mixed"}, {"multiplier": "mixed", "dsp_rows": 4}, {"dsp_rows": 1},
    {"multiplier": "dsp", "dsp_rows": 1}, {"multiplier": "mixed", "dsp_rows": 1.0},
    {"multiplier": "mixed", "dsp_rows": 1, "tile": (2, 2)},
    {"multiplier": "mixed", "dsp_rows": 1, "pattern": (1, 2)},
])
def test_rows_in_dsp_blocks_are_those_of_mixed_lanes(keys):
    with pytest.raises(GossamerError, match=r"^An array of 4 rows cannot have .* in DSP blocks; "):
        Geometry(**keys)


@pytest.mark.parametrize("packing", ["nested", "nonzero", "trits"])
def test_a_packing_that_a_layer_has_no_use_for_is_not_taken(packing):
    graph, node = layer([[-8, 1, 3, 5, 7, 0]])
    assert lower(graph, Geometry(packing=packing)).spec.formats == lower(
        graph, Geometry()).spec.formats


@pytest.mark.parametrize("keys", [{"multiplier": "abacus"}, {"packing": "zip"}])
def test_lanes_and_packings_that_do_not_exist_are_refused(keys):
    with pytest.raises(GossamerError, match=r"^An array's (multiplier|packing) must be one of "):
        Geometry(**keys)


def test_an_option_costs_what_its_plan_says():
    graph, node = layer(random_weights(0.3, 8, 64))
    geometry = Geometry(format="coo", port=64)
    made = make(graph, TARGETS["ulx3s"], geometry)
    (option,) = [o for o in options(graph, node, TARGETS["ulx3s"])
                 if o.format == "coo64-int4" and o.lanes == "int4-lut"]
    assert (option.stored_bits, option.luts, option.block_rams) == (
        made.packed_bits, made.needs.luts, made.needs.block_rams)
    assert option.cycles == predict(lower(graph, geometry)).total - 64
    assert option.value_bits < option.code_bits <= option.stored_bits


@pytest.mark.parametrize(("weight", "kind", "reason"), [
    (random_weights(1, 8, 64), "periodic", "patterns are those of 3 x 3 kernels"),
    (random_weights(1, 8, 3, 3, 8), "periodic", "weights outside every pre-defined pattern"),
    (random_weights(1, 8, 3, 3, 6), "periodic", "a column block crosses a tap"),
    (random_weights(1, 8, 3, 3, 4), "block-punched", "no two column blocks belong to the same tap"),
    (random_weights(1, 8, 64, low=-127, high=128), "mx",
     "the format has no exponent for all of the weights "),
])
def test_what_is_not_legal_says_why(weight, kind, reason):
    graph, node = layer(weight)
    found = [o for o in options(graph, node, TARGETS["ulx3s"]) if o.kind == kind]
    assert found
    assert all(not o.chosen and o.reason.startswith(reason) for o in found)


def test_what_does_not_fit_says_what_it_needs():
    graph, node = layer(random_weights(0.5, 32, 128))
    found = options(graph, node, TARGETS["icebreaker"])
    assert any(o.reason.startswith("needs ") and " of 8 DSP blocks" in o.reason for o in found)
    assert any(o.chosen for o in found)


def test_row_and_column_masks_win_where_rows_and_columns_are_pruned():
    rng = np.random.default_rng(1)
    weight = random_weights(1, 64, 256)
    for group in range(0, 64, 8):
        for block in range(0, 256, 8):
            part = weight[group:group + 8, block:block + 8]
            part[rng.permutation(8)[:4]] = 0
            part[:, rng.permutation(8)[:4]] = 0
    graph, node = layer(weight)
    found = options(graph, node, TARGETS["ulx3s"])
    found = on_the_array(found)
    fewest = min((o for o in found if o.cycles), key=lambda o: o.cycles)
    smallest = min((o for o in found if o.stored_bits), key=lambda o: o.stored_bits)
    assert fewest.kind == smallest.kind == "bcr"


@pytest.mark.parametrize("format", [name for name in KINDS if name not in ("periodic", "mx")])
def test_a_format_that_is_asked_for_is_used(format):
    graph, _ = layer(random_weights(0.2, 4, 3, 3, 8))
    made = plan(graph, TARGETS["ulx3s"], format=format)
    (found,) = made.program.spec.formats
    assert found.name.startswith(format)
    saved = json.loads(json.dumps(made.to_json()))
    assert Plan.from_json(saved, graph).geometry == made.geometry


def test_a_format_that_suits_no_layer_is_refused():
    graph, _ = layer(random_weights(1, 8, 64))
    with pytest.raises(UnsupportedError, match=r"^Node 'fc' cannot be stored as periodic, nor can "
                                               r"another layer: patterns are those of 3 x 3"):
        plan(graph, TARGETS["ulx3s"], format="periodic")


def test_a_format_that_does_not_exist_is_refused():
    graph, _ = layer(random_weights(1, 8, 64))
    with pytest.raises(GossamerError, match=r"^There is no format 'zip'; the formats are dense, "):
        plan(graph, TARGETS["ulx3s"], format="zip")


@pytest.mark.slow
def test_a_model_that_fits_in_one_format_only_gets_it():
    board = "ice40_hx8k_b_evn"
    graph, _ = layer(random_weights(0.03, 64, 512))
    made = plan(graph, gossamer_boards.get(board).target)
    assert made.needs.fits(made.target)
    with pytest.raises(TooLargeError):
        plan(graph, made.target, format="dense")


@pytest.mark.slow
def test_a_model_that_does_not_fit_is_still_compared():
    graph, _ = layer(random_weights(1, 48, 448, low=-99, high=99))
    found = gs.inspect(Description(graph=graph, name="large"), board="ice40_hx8k_b_evn")
    assert found.plan is None
    assert found.refusal.startswith("The model does not fit ice40_hx8k_b_evn")
    assert len(found.options["fc"]) > 10
    assert found.to_json()["refusal"] == found.refusal


@pytest.mark.parametrize("keys", [
    {"tile": 5}, {"tile": (1,)}, {"tile": (0, 4)}, {"pattern": (1, "2")},
    {"format": "bcr"}, {"format": "pattern"}, {"format": "mx", "tile": (2, 2)},
    {"tile": (2, 2), "pattern": (1, 2)},
])
def test_arrays_that_contradict_themselves_are_refused(keys):
    with pytest.raises(GossamerError, match=r"^An array('s (tile|pattern))? "):
        Geometry(**keys)
