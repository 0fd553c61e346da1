"""The tables of formats: published bits per weight, and the words of the documentation."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks import bcr
from benchmarks.formats import BITS, DENSITIES, SPECIFICATION, entropy, measure, periodic

from gossamer_hw.formats import (
    Bitmap,
    BlockBitmap,
    Coordinates,
    Dense,
    Integers,
    Pattern,
    RowColumn,
    RunLength,
    SharedExponent,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "formats.md"
SMALL: dict[str, Any] = {"values": Integers(4), "rows": 2, "columns": 2, "port": 16}
EXAMPLES = [
    Dense(**SMALL), BlockBitmap(**SMALL), BlockBitmap(**SMALL, span=2), Bitmap(**SMALL, span=16),
    Coordinates(**SMALL, segment=16), RunLength(**SMALL, runs=3), SharedExponent(**SMALL, share=8),
    Pattern(**SMALL, n=1, m=2), RowColumn(**SMALL, tile_rows=2, tile_columns=2),
]

IRREGULAR = ("bitmap", "coo64", "run-length4", "run-length5", "run-length8")

#: The table was made with runs that end in a stored zero. An escape skips one zero less, and there
#: are many of them where runs are much longer than their field is wide.
MANY_ESCAPES = {
    *(("run-length4", density) for density in DENSITIES[3:]),
    *(("run-length5", density) for density in DENSITIES[4:]),
}


@pytest.fixture(scope="module")
def table():
    return {(entry["format"], entry["density"]): entry for entry in measure(seeds=1)}


def test_entries_are_within_two_percent_or_a_hundredth_of_a_bit(table):
    compared = {key for key, entry in table.items() if "within" in entry}
    assert compared == {(name, density) for name, row in SPECIFICATION.items()
                        for density, _ in zip(DENSITIES, row, strict=False)}
    assert {key for key in compared if not table[key]["within"]} <= MANY_ESCAPES


def test_escapes_take_up_to_a_tenth_more_than_stored_zeros(table):
    for name, density in MANY_ESCAPES:
        zeros = table[f"{name}, stored zeros", density]["codes"]
        assert zeros < table[name, density]["codes"] < 1.1 * zeros


def test_with_a_field_as_wide_as_the_runs_are_long_escapes_cost_nothing(table):
    for runs, density in ((4, 1 / 4), (5, 1 / 8), (8, 1 / 64)):
        zeros = table[f"run-length{runs}, stored zeros", density]["codes"]
        assert table[f"run-length{runs}", density]["codes"] == pytest.approx(zeros, rel=0.005)


@pytest.mark.parametrize("name", IRREGULAR)
def test_no_format_of_any_mask_beats_the_entropy(table, name):
    # Masks have an exact number of weights, which a code could make a little use of.
    for density in DENSITIES:
        assert table[name, density]["codes"] > 0.999 * entropy(density, BITS)


def test_values_indexes_and_padding_add_up(table):
    for entry in table.values():
        if entry["stored"] is not None:
            assert entry["values"] <= entry["codes"] + 1e-9
            assert entry["codes"] + entry["counts"] <= entry["stored"]


def test_formats_of_survivors_hold_as_many_values_as_survive(table):
    for name in (*IRREGULAR, "n of 16", "bcr"):
        for density in DENSITIES[:4 if name == "n of 16" else None]:
            assert table[name, density]["values"] == pytest.approx(BITS * density)


def test_periodic_kernels_have_no_index_bits():
    for kernel in periodic():
        assert kernel["index"] == 0
        assert kernel["codes"] == pytest.approx(BITS * kernel["density"])
    assert [kernel["density"] for kernel in periodic()] == pytest.approx(
        [37 / 72, 69 / 144, 23 / 72, 24 / 144])


@pytest.mark.parametrize("density", bcr.SPECIFICATION)
def test_a_layer_of_rows_and_columns_takes_its_bits_and_fills_the_array(density):
    bits, utilisation = bcr.SPECIFICATION[density]
    codes, _ = bcr.prune(density, 1, bcr.FEWER[density], epochs=1)
    layer = bcr.describe(codes)
    assert layer["bits"] <= bits
    assert utilisation <= layer["utilisation"] < 1.0
    codes, _ = bcr.prune(density, bcr.TILE, bcr.FEWER[density], epochs=1)
    layer = bcr.describe(codes)
    # Lines of a block go four at once, each of up to 16 weights.
    assert density - 64 / codes.size < layer["density"] <= density + 0.5 / codes.size
    assert layer["bits"] <= bits
    assert layer["utilisation"] == 1.0
    # A header and the first masks of every row group; other masks come with the tile before.
    assert layer["cycles"] == layer["tiles"] + 2 * 8
    assert layer["imbalance"][2] < 1.1


def test_words_of_the_documentation_are_those_of_the_encoder():
    group = np.zeros((4, 2, 2), np.int8)
    group[1] = [[3, 0], [0, -2]]
    group[3] = [[0, 1], [0, 0]]
    rows = dict(re.findall(r"^\| `([^`]+)` \| ((?:[0-9a-f]{4} ?)+\| [0-9 ]+) \|$",
                           DOCUMENT.read_text(), re.MULTILINE))
    assert rows == {
        format.name: " ".join(f"{word:04x}" for word in format.encode(group)) + " | "
        + " ".join(str(load.cycles) for load in format.loads(group)) for format in EXAMPLES}
