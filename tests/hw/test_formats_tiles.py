"""Formats whose tiles are smaller than blocks: N:M patterns and row-column masks."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tiles import assembled, decoder_tiles

from gossamer_hw.formats import Integers, Nonzero, Pattern, RowColumn, Trits
from gossamer_sim.bench import check_streams, check_streams_amaranth

PATTERNS = [
    Pattern(values=Integers(4), rows=4, columns=8, port=32, n=2, m=4),
    Pattern(values=Integers(4), rows=4, columns=16, port=64, n=1, m=4),
    Pattern(values=Integers(2), rows=2, columns=2, port=16, n=1, m=2),
    Pattern(values=Integers(3), rows=1, columns=8, port=32, n=3, m=8, passes=2),
    Pattern(values=Integers(8), rows=2, columns=4, port=32, n=1, m=4, passes=4),
]
MASKS = [
    RowColumn(values=Integers(4), rows=8, columns=8, port=32, tile_rows=2, tile_columns=2),
    RowColumn(values=Integers(4), rows=8, columns=16, port=64),
    RowColumn(values=Integers(3), rows=4, columns=4, port=16, tile_rows=1, tile_columns=3),
    RowColumn(values=Integers(8), rows=2, columns=8, port=32, tile_rows=2, tile_columns=4),
]
FORMATS = PATTERNS + MASKS


def name(format):
    return f"{format.name}-{format.rows}x{format.columns}-{format.port}"


def layer(format, groups, count, seed):
    """Row groups that the format can hold, some empty, some full."""
    rng = np.random.default_rng(seed)
    half = 1 << (format.values.width - 1)
    shape = (groups, count, format.rows, format.columns)
    weights = rng.integers(-half, half, shape)
    weights[weights == 0] = -1
    density = rng.choice([0.0, 0.1, 0.4, 1.0], (groups, 1, 1, 1))
    if isinstance(format, Pattern):
        order = rng.permuted(np.broadcast_to(np.arange(format.m), (
            *shape[:3], format.columns // format.m, format.m)), axis=-1).reshape(shape)
        mask = (order < format.n * format.passes) & (rng.random(shape) < density)
    else:
        mask = ((rng.random((*shape[:3], 1)) < density ** 0.5)
                & (rng.random((*shape[:2], 1, shape[3])) < density ** 0.5)
                & (rng.random((*shape[:2], 1, 1)) < 0.8))
    return (weights * mask).astype(np.int8)


@pytest.mark.parametrize("format", FORMATS, ids=name)
@given(seed=st.integers(0, 1 << 30), count=st.sampled_from([1, 2, 5, 31, 32, 33, 64, 70]))
def test_any_legal_row_group_survives_packing(format, seed, count):
    for number, group in enumerate(layer(format, 2, count, seed)):
        assert (format.decode(format.encode(group, number), count, number) == group).all()


@pytest.mark.parametrize("format", PATTERNS, ids=name)
def test_a_pattern_stores_slots_and_nothing_else(format):
    for group in layer(format, 4, 9, seed=1):
        slots = group.size // format.m * format.n * format.passes
        bits = slots * (format.values.width + int(math.log2(format.m)))
        assert format.sizes(group)[:2] == (slots * format.values.width, bits)
        assert format.bits(group) == -(-bits // format.port) * format.port


@pytest.mark.parametrize("format", MASKS, ids=name)
@pytest.mark.parametrize("count", [7, 32, 40])
def test_masks_take_the_bits_of_the_specification(format, count):
    # One flag per block, two masks per block that is left, the values that both masks leave.
    for group in layer(format, 6, count, seed=2):
        flags = masks = values = 0
        for block in group:
            if block.any():
                masks += format.rows + format.columns
                values += (block.any(axis=0).sum() * block.any(axis=1).sum()
                           * format.values.width)
        flags = -(-count // 4) * 4
        if count > 32:
            kept = [i for i, block in enumerate(group) if block.any()]
            flags = 32 + (-(-(count - 31) // 4) * 4 if kept and max(kept) >= 31 else 0)
        assert format.sizes(group)[:2] == (values, flags + masks + values)


@pytest.mark.parametrize("format", MASKS, ids=name)
def test_masks_give_as_many_tiles_as_the_specification_says(format):
    for group in layer(format, 6, 12, seed=3):
        tiles = sum(
            -(-int(block.any(axis=1).sum()) // format.tile_rows)
            * -(-int(block.any(axis=0).sum()) // format.tile_columns) for block in group)
        assert len(format.loads(group)) == max(1, tiles)


@pytest.mark.parametrize("count", [5, 34])
@pytest.mark.parametrize("format", FORMATS, ids=name)
def test_decoder_gives_the_weights_in_the_cycles_that_are_predicted(format, count):
    groups = layer(format, 20, count, seed=count)
    tiles, loads = decoder_tiles(format, groups)
    for number, group in enumerate(groups):
        assert (assembled(format, tiles[number], len(group)) == group).all()
        assert loads[number] == format.loads(group, number)


@pytest.mark.parametrize("format", FORMATS, ids=name)
def test_decoder_gives_the_same_tiles_under_stalls(format):
    groups = layer(format, 4, 6, seed=4)
    tiles, _ = decoder_tiles(format, groups)
    check_streams_amaranth(
        format.create(count=6, width=8),
        {"i": [word for group in groups for word in format.encode(group)]},
        {"o": [tile for group in tiles for tile in group]},
        stall=0.5, seed=3, constants={"count": 6})


@pytest.mark.parametrize("format", [PATTERNS[0], MASKS[0]], ids=name)
def test_decoder_gives_the_same_tiles_in_verilog(format, tmp_path):
    groups = layer(format, 4, 6, seed=5)
    tiles, _ = decoder_tiles(format, groups)
    check_streams(
        format.create(count=6, width=8),
        {"i": [word for group in groups for word in format.encode(group)]},
        {"o": [tile for group in tiles for tile in group]},
        build_dir=tmp_path, simulator="verilator", stall=0.4, constants={"count": 6})


@pytest.mark.parametrize(("format", "bits", "message"), [
    (PATTERNS[2], "1 00 0 00", r"^Row group has an empty slot with a position"),
    (PATTERNS[3], "", r"^Row group ends before its last block$"),
    (replace(PATTERNS[2], rows=1), "0 11 1", r"^Row group has bits after its last block$"),
    (replace(PATTERNS[2], rows=1, passes=2), "1 11 0 11", r"^Row group has position 0 of an N:M "
                                                          r"group after position 1$"),
    (MASKS[2], "0010 0000", r"^Row group has column block 2 beyond its 2$"),
    (MASKS[2], "1000 0000 1000", r"^Row group has a block without rows or without columns$"),
    (MASKS[2], "1000 1000 1000 000", r"^Row group has a block whose masks name a row or column "
                                     r"of zeros$"),
    (MASKS[2], "1000 1000 1000 100 1", r"^Row group has bits after its last block$"),
])
def test_damaged_row_groups_are_refused(format, bits, message):
    digits = bits.replace(" ", "")
    code = sum(int(digit) << i for i, digit in enumerate(digits))
    count = 1 if "pattern" in format.name else 2
    words = [code & 0xffff, code >> 16][:-(-len(digits) // 16)]
    with pytest.raises(ValueError, match=message):
        format.decode(words, count)


def test_weights_that_do_not_suit_are_refused():
    group = np.ones((1, 4, 8), np.int8)
    with pytest.raises(ValueError, match=r"^Format pattern2:4-int4 has room for 2 weights of "
                                         r"every 4, not 4$"):
        PATTERNS[0].encode(group)


@pytest.mark.parametrize(("make", "message"), [
    (lambda: replace(PATTERNS[0], m=3), r"^M of an N:M pattern must be a power of two that "
                                        r"divides the 8 columns, not 3$"),
    (lambda: replace(PATTERNS[0], n=5), r"^N of an N:M pattern must be 1 to 4, not 5$"),
    (lambda: replace(PATTERNS[0], values=Trits()), r"^An N:M pattern cannot hold trits$"),
    (lambda: replace(MASKS[0], tile_rows=9), r"^Tiles of 9 x 2 are no part of blocks of 8 x 8$"),
    (lambda: replace(MASKS[0], values=Nonzero(1)),
     r"^Row and column masks cannot go with signs$"),
])
def test_impossible_formats_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()
