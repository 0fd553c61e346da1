"""Mask formats: what they store, what that costs, and the decoders that read them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from amaranth.hdl import Module, Signal
from amaranth.sim import Simulator
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tiles import decoder_cycles, decoder_tiles, expected, pack

from gossamer_hw.formats import BlockBitmap, Format, Integers, Nonzero, Trits
from gossamer_hw.formats.base import Blocks
from gossamer_hw.formats.bitmap import Bitmap
from gossamer_hw.formats.expand import expand, expanded
from gossamer_hw.formats.periodic import PSC1_P16, PSC2_P8, PSC4_P8, PSC4_P16, Periodic
from gossamer_hw.formats.shared_exponent import SharedExponent
from gossamer_sim.bench import check_streams, check_streams_amaranth

COUNT = 21
WIDTH = 8

BITMAPS = [
    Bitmap(values=values, rows=rows, columns=columns, port=port, span=span)
    for values, rows, columns, port, span in (
        (Integers(4), 4, 4, 32, 32), (Nonzero(1), 4, 4, 32, 32), (Integers(3), 2, 2, 16, 32),
        (Integers(8), 1, 1, 32, 32), (Integers(4), 4, 8, 64, 32), (Nonzero(1), 4, 8, 32, 16),
        (Integers(4), 8, 2, 32, 8), (Nonzero(3), 4, 4, 32, 32), (Nonzero(5), 2, 2, 16, 8),
    )
]


def name(format: Format) -> str:
    return f"{format.name}-{format.rows}x{format.columns}-{format.port}"


def weights(format: Format, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Legal weights that are not zero."""
    if isinstance(format.values, Nonzero):
        top = 1 << format.values.bits - 1
        return (rng.integers(1, top + 1, shape) * rng.choice([-1, 1], shape)).astype(np.int8)
    half = 1 << format.values.width - 1
    drawn = rng.integers(-half, half - 1, shape)
    return (drawn + (drawn >= 0)).astype(np.int8)


def sparse(format: Format, density: float, seed: int, count: int = COUNT) -> Blocks:
    """Weights of which about ``density`` are left, alike in some blocks and not in others."""
    rng = np.random.default_rng(seed)
    shape = count, format.rows, format.columns
    mask = (rng.random(shape) < density) & (rng.random((count, 1, 1)) < 0.7 + density)
    return weights(format, shape, rng) * mask


def check_decoder(format: Format, groups: list[Blocks], stall: float, **options: Any) -> None:
    check = check_streams if options else check_streams_amaranth
    check(
        format.create(count=len(groups[0]), width=WIDTH),
        {"i": [word for blocks in groups for word in format.encode(blocks)]},
        {"o": [payload for blocks in groups for payload in expected(blocks, WIDTH)]},
        stall=stall, seed=3, constants={"count": len(groups[0])}, **options)


@pytest.mark.parametrize("format", BITMAPS, ids=name)
@pytest.mark.parametrize("density", [0.0, 0.02, 0.3, 1.0])
def test_bitmap_decode_is_the_inverse_of_encode(format, density):
    for seed in range(5):
        blocks = sparse(format, density, seed)
        assert (format.decode(format.encode(blocks), COUNT) == blocks).all()


@settings(deadline=None)
@given(st.data())
def test_any_mask_survives_a_bitmap(data):
    format = data.draw(st.sampled_from(BITMAPS))
    count = data.draw(st.integers(1, 6))
    size = count * format.lanes
    places = data.draw(st.sets(st.integers(0, size - 1)))
    some = weights(format, (size,), np.random.default_rng(data.draw(st.integers(0, 999))))
    blocks = np.where(np.isin(np.arange(size), list(places)), some, 0).astype(np.int8)
    blocks = blocks.reshape(count, format.rows, format.columns)
    assert (format.decode(format.encode(blocks), count) == blocks).all()


@settings(deadline=None)
@given(st.data())
def test_any_weights_survive_periodic_kernels_and_block_punched(data):
    count = 9 * data.draw(st.integers(1, 4))
    shape = count, 4, 4
    drawn = np.random.default_rng(data.draw(st.integers(0, 999))).integers(-8, 8, shape)
    shared = data.draw(st.sampled_from((1, 2, 4, 8)))
    number = data.draw(st.integers(0, 5))
    periodic = Periodic(
        values=Integers(4), rows=4, columns=4, port=data.draw(st.sampled_from((16, 32, 64))),
        taps=9, patterns=data.draw(st.sampled_from((PSC4_P8, PSC2_P8, PSC1_P16))),
        filters=shared, channels=shared)
    punched = BlockBitmap(values=Integers(4), rows=4, columns=4, port=32,
                          span=data.draw(st.sampled_from((2, 4))))
    holes = data.draw(st.sets(st.integers(0, count - 1)))
    for format, mask in ((periodic, periodic.masks(count, number)),
                         (punched, ~np.isin(np.arange(count), list(holes))[:, None, None])):
        blocks = (drawn * mask).astype(np.int8)
        words = format.encode(blocks, number)
        assert (format.decode(words, count, number) == blocks).all()


@pytest.mark.parametrize("format", BITMAPS, ids=name)
@pytest.mark.parametrize("count", [1, 2, COUNT])
def test_bitmaps_take_masks_and_the_values_that_are_left(format, count):
    blocks = sparse(format, 0.3, seed=2, count=count)
    width = format.values.width - isinstance(format.values, Nonzero)
    values = width * np.count_nonzero(blocks)
    unit = max(format.span, format.lanes)
    masks = -(-blocks.size // unit) * unit
    words = -(-(masks + values) // format.port)
    assert format.sizes(blocks) == (values, masks + values, words * format.port)


def test_bitmap_lies_in_its_words_as_documented():
    # Blocks of two weights, two of them in a mask; the second block is empty.
    format = Bitmap(values=Integers(8), rows=1, columns=2, port=32, span=4)
    blocks = np.array([[[0, 1]], [[0, 0]], [[2, 0]], [[-1, 3]], [[0, 0]]], np.int8)
    fields = [(0b0010, 4), (0b1101, 4), (1, 8), (2, 8), (0b0000, 4), (0xff, 8), (3, 8)]
    code = width = 0
    for field, bits in fields:
        code |= field << width
        width += bits
    assert format.encode(blocks) == [code & 0xffff_ffff, code >> 32]


@pytest.mark.parametrize("format", BITMAPS, ids=name)
@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_bitmap_decoder_gives_the_blocks(format, stall):
    densities = 0.3, 0.0, 1.0, 0.02
    check_decoder(format, [sparse(format, d, seed) for seed, d in enumerate(densities)], stall)


@pytest.mark.parametrize("format", BITMAPS, ids=name)
def test_bitmap_decoder_takes_the_predicted_cycles(format):
    densities = np.linspace(0, 0.6, 20)
    groups = [sparse(format, density, seed, 7) for seed, density in enumerate(densities)]
    assert decoder_cycles(format, groups) == [format.loads(group) for group in groups]


def test_bitmap_decoder_gives_the_blocks_in_verilog(tmp_path):
    format = BITMAPS[0]
    groups = [sparse(format, density, seed) for seed, density in enumerate((0.3, 0.0, 1.0))]
    check_decoder(format, groups, 0.4, build_dir=tmp_path)


def test_bitmap_decoder_names_no_block_beyond_the_row_group():
    # Three blocks, of which the words claim eight of each mask.
    format = Bitmap(values=Integers(4), rows=2, columns=2, port=32)
    ones = 2 ** 32 - 1
    tiles = [{"index": i if i < 3 else 0, "weights": 0xffff_ffff, "last": i == 7} for i in range(8)]
    check_streams_amaranth(
        format.create(count=3, width=WIDTH), {"i": [ones] * 5}, {"o": tiles},
        stall=0.3, constants={"count": 3})


@pytest.mark.parametrize(("words", "message"), [
    ([], r"^Row group ends before its last block$"),
    ([0b11, 0x5], r"^Row group has a zero among the values of a mask$"),
    ([1 << 12], r"^Row group has weights beyond its 3 column blocks$"),
    ([1 << 11 | 1, 0x1_55], r"^Row group has bits after its last block$"),
    ([1 << 11 | 1, 0x55, 0], r"^Row group goes on after its last block$"),
])
def test_damaged_bitmaps_are_refused(words, message):
    format = Bitmap(values=Integers(4), rows=2, columns=2, port=32)
    with pytest.raises(ValueError, match=message):
        format.decode(words, 3)


PUNCHED = [
    BlockBitmap(values=values, rows=rows, columns=columns, port=port, span=span)
    for values, rows, columns, port, span in (
        (Integers(4), 4, 4, 32, 4), (Trits(), 4, 4, 32, 3), (Integers(8), 1, 1, 16, 2),
    )
]


def punched(format: BlockBitmap, density: float, seed: int, count: int) -> tuple[Blocks, list[int]]:
    """Groups of blocks that are kept whole, and the numbers of these blocks."""
    rng = np.random.default_rng(seed)
    kept = np.flatnonzero(np.repeat(rng.random(count) < density, format.span)[:count])
    blocks = np.zeros((count, format.rows, format.columns), np.int8)
    blocks[kept] = rng.choice([-1, 1], (len(kept), format.rows, format.columns))
    return blocks, kept.tolist() or list(range(min(format.span, count)))


def punched_tiles(blocks: Blocks, kept: list[int]) -> list[dict[str, int]]:
    return [{"index": i, "weights": pack(blocks[i]), "last": i == kept[-1]} for i in kept]


@pytest.mark.parametrize("format", PUNCHED, ids=name)
def test_punched_groups_have_one_bit_each(format):
    for seed, density in enumerate((0.0, 0.1, 0.5, 1.0)):
        for count in (1, 7, 100):
            blocks, kept = punched(format, density, seed, count)
            assert (format.decode(format.encode(blocks), count) == blocks).all()
            together, coded = format.values.together, format.values.coded
            values = len(kept) * format.lanes * coded // together
            flags = min(format.port, 32) - 1
            headers = kept[-1] // format.span // flags + 1
            words = headers + -(-len(kept) * format.lanes // format.values.symbols(format.port))
            assert format.sizes(blocks) == (
                values, values + headers * (flags + 1), words * format.port)


@pytest.mark.parametrize("format", PUNCHED, ids=name)
def test_a_group_with_one_weight_is_stored_whole(format):
    blocks = np.zeros((format.span + 1, format.rows, format.columns), np.int8)
    blocks[0, 0, 0] = 1
    assert [load.block for load in format.loads(blocks)] == list(range(format.span))
    assert (format.decode(format.encode(blocks), len(blocks)) == blocks).all()


@pytest.mark.parametrize("format", PUNCHED, ids=name)
@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_punched_decoder_gives_the_groups(format, stall):
    made = [punched(format, density, seed, 70) for seed, density in enumerate((0.3, 0, 1, 0.05))]
    check_streams_amaranth(
        format.create(count=70, width=WIDTH),
        {"i": [word for blocks, _ in made for word in format.encode(blocks)]},
        {"o": [tile for blocks, kept in made for tile in punched_tiles(blocks, kept)]},
        stall=stall, constants={"count": 70})


@pytest.mark.parametrize("format", PUNCHED, ids=name)
def test_punched_decoder_takes_the_predicted_cycles(format):
    groups = [punched(format, density, seed, 40)[0]
              for seed, density in enumerate(np.linspace(0, 1, 20))]
    assert decoder_cycles(format, groups) == [format.loads(group) for group in groups]


@pytest.mark.parametrize("span", [1, 3])
def test_block_bitmap_decoder_names_no_block_beyond_the_row_group(span):
    format = BlockBitmap(values=Integers(8), rows=2, columns=2, port=32, span=span)
    words = [2 ** 32 - 1, *[0x0101_0101] * (31 * span)]
    received = []

    async def bench(ctx):
        ctx.set(decoder.count, 4)
        ctx.set(decoder.i.valid, 1)
        ctx.set(decoder.o.ready, 1)
        for word in words:
            ctx.set(decoder.i.payload, word)
            _, _, valid, payload = await ctx.tick().sample(decoder.o.valid, decoder.o.payload)
            if valid:
                received.append(payload.index)

    decoder = format.create(count=5, width=WIDTH)
    sim = Simulator(decoder)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()
    assert max(received) == 3 and len(received) >= 31


@pytest.mark.parametrize(("words", "message"), [
    ([1 << 31 | 1], r"^Row group ends before its last block$"),
    ([1 << 31 | 1 << 2, 0], r"^Row group has column block 8 beyond its 7$"),
    ([1 << 31 | 2, 1, 1, 1, 0], r"^Row group goes on after its last block$"),
])
def test_damaged_punched_groups_are_refused(words, message):
    format = BlockBitmap(values=Integers(8), rows=2, columns=2, port=32, span=4)
    with pytest.raises(ValueError, match=message):
        format.decode(words, 7)


def test_symbols_after_the_last_block_are_refused():
    format = BlockBitmap(values=Integers(4), rows=1, columns=1, port=32)
    with pytest.raises(ValueError, match=r"^Row group has bits after its last block$"):
        format.decode([1 << 31 | 1, 0x11], 4)


def test_a_span_holds_a_block():
    with pytest.raises(ValueError, match=r"^Block bitmap span must be at least 1, not 0$"):
        BlockBitmap(values=Trits(), rows=4, columns=4, port=32, span=0)


SHARED = [
    SharedExponent(values=Integers(bits), rows=rows, columns=columns, port=port, share=share)
    for bits, rows, columns, port, share in (
        (4, 4, 4, 32, 32), (3, 2, 2, 16, 32), (4, 4, 4, 64, 8), (2, 1, 1, 32, 4), (5, 4, 4, 32, 16))
]


def scaled(format: SharedExponent, seed: int, count: int = COUNT) -> Blocks:
    """Weights with mantissas of the packing and an exponent for every share."""
    rng = np.random.default_rng(seed)
    half = 1 << format.values.width - 1
    size = count * format.lanes
    exponents = rng.integers(0, 9 - format.values.width, -(-size // format.share))
    mantissas = rng.integers(-half, half, size)
    flat = mantissas << np.repeat(exponents, format.share)[:size]
    return flat.astype(np.int8).reshape(count, format.rows, format.columns)


def all_tiles(blocks: Blocks) -> list[dict[str, int]]:
    return punched_tiles(blocks, list(range(len(blocks))))


@pytest.mark.parametrize("format", SHARED, ids=name)
@pytest.mark.parametrize("count", [1, 3, COUNT])
def test_shared_exponents_are_stored_once(format, count):
    for blocks in (scaled(format, 7, count), scaled(format, 8, count) * 0):
        assert (format.decode(format.encode(blocks), count) == blocks).all()
        values = format.values.width * blocks.size
        codes = values + 3 * -(-blocks.size // format.share)
        assert format.sizes(blocks) == (values, codes, -(-codes // format.port) * format.port)


@settings(deadline=None)
@given(st.data())
def test_what_one_exponent_cannot_give_is_refused(data):
    format = SharedExponent(values=Integers(3), rows=1, columns=2, port=32, share=4)
    weights_ = data.draw(st.lists(st.integers(-128, 127), min_size=4, max_size=4))
    blocks = np.array(weights_, np.int8).reshape(2, 1, 2)
    fits = [e for e in range(8) if all(w in [k * 2 ** e for k in range(-4, 4)] for w in weights_)]
    assert (format.legal(blocks) is None) == bool(fits)
    if fits:
        assert format.encode(blocks)[0] >> 6 & 7 == fits[0]
        assert (format.decode(format.encode(blocks), 2) == blocks).all()


@pytest.mark.parametrize("format", SHARED, ids=name)
@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_shared_exponent_decoder_gives_the_weights(format, stall):
    groups = [scaled(format, seed) for seed in range(3)]
    check_streams_amaranth(
        format.create(count=COUNT, width=WIDTH),
        {"i": [word for blocks in groups for word in format.encode(blocks)]},
        {"o": [tile for blocks in groups for tile in all_tiles(blocks)]},
        stall=stall, constants={"count": COUNT})


@pytest.mark.parametrize("format", SHARED, ids=name)
def test_shared_exponent_decoder_takes_the_predicted_cycles(format):
    groups = [scaled(format, seed, 1 + seed % 7) for seed in range(20)]
    for group in groups:
        assert decoder_cycles(format, [group]) == [format.loads(group)]


@pytest.mark.slow
def test_shared_exponent_decoder_gives_the_weights_in_verilog(tmp_path):
    format = SHARED[0]
    blocks = scaled(format, 1)
    check_streams(
        format.create(count=COUNT, width=WIDTH), {"i": format.encode(blocks)},
        {"o": all_tiles(blocks)}, build_dir=tmp_path, stall=0.4, constants={"count": COUNT})


@pytest.mark.parametrize(("words", "message"), [
    ([1], r"^Row group ends before its last block$"),
    ([64, 0b110], r"^Row group has a weight of more than eight bits$"),
    ([2, 0b001], r"^Row group has an exponent that is larger than it must be$"),
    ([2, 0b1000], r"^Row group has bits after its last block$"),
    ([2, 0, 0], r"^Row group goes on after its last block$"),
])
def test_damaged_shared_exponents_are_refused(words, message):
    format = SharedExponent(values=Integers(8), rows=2, columns=2, port=32)
    with pytest.raises(ValueError, match=message):
        format.decode(words, 1)


@pytest.mark.parametrize(("change", "message"), [
    ({"share": 24}, r"^Weights that share an exponent must be a power of two, not 24$"),
    ({"exponent_bits": 4}, r"^Exponents must have 1 to 3 bits, not 4$"),
    ({"values": Trits()}, r"^Mantissas must be integers, not trits$"),
])
def test_shared_exponents_that_cannot_be_are_refused(change, message):
    options = {"values": Integers(4), "rows": 4, "columns": 4, "port": 32} | change
    with pytest.raises(ValueError, match=message):
        SharedExponent(**options)


def test_weights_without_an_exponent_are_named():
    format = SharedExponent(values=Integers(4), rows=4, columns=4, port=32)
    blocks = np.zeros((3, 4, 4), np.int8)
    blocks[2, 0, :2] = 64, 1
    with pytest.raises(ValueError, match=r"^Format mx-int4 has no exponent for all of the weights "
                                         r"32\.\.47$"):
        format.encode(blocks)


PERIODIC = [
    Periodic(values=Integers(bits), rows=rows, columns=columns, port=port, taps=taps,
             patterns=patterns, filters=filters, channels=channels)
    for bits, rows, columns, port, taps, patterns, filters, channels in (
        (4, 4, 4, 32, 9, PSC4_P8, 4, 4), (4, 4, 4, 32, 9, PSC4_P8, 1, 1),
        (8, 4, 2, 32, 9, PSC2_P8, 2, 4), (4, 2, 4, 64, 9, PSC1_P16, 4, 2),
        (3, 1, 2, 16, 4, (0b0001, 0, 0b1010), 1, 1), (4, 4, 4, 32, 9, PSC4_P16, 8, 8),
        (4, 2, 2, 32, 2, (0b01, 0), 1, 1),
    )
]


def inside(format: Periodic, count: int, number: int) -> np.ndarray:
    """Where weights are kept, by the paper's formula and nothing else."""
    kept = np.zeros((count, format.rows, format.columns), bool)
    per_tap = count // format.taps
    for index, row, column in np.ndindex(*kept.shape):
        tap, block = divmod(index, per_tap)
        i, j = number * format.rows + row, block * format.columns + column
        phase = i // format.filters + j // format.channels + 1
        kept[index, row, column] = format.patterns[phase % len(format.patterns)] >> tap & 1
    return kept


def periodic(format: Periodic, each: int, number: int, seed: int = 0) -> Blocks:
    kept = inside(format, each * format.taps, number)
    return weights(format, kept.shape, np.random.default_rng(seed)) * kept


def kept_tiles(format: Periodic, blocks: Blocks, number: int) -> list[dict[str, int]]:
    kept = inside(format, len(blocks), number).any(axis=(1, 2))
    return punched_tiles(blocks, np.flatnonzero(kept).tolist() or [0])


@pytest.mark.parametrize("format", PERIODIC, ids=name)
@pytest.mark.parametrize("each", [1, 5])
def test_periodic_kernels_take_no_index(format, each):
    for number in range(6):
        blocks = periodic(format, each, number)
        values = format.values.width * int(inside(format, len(blocks), number).sum())
        stored = -(-values // format.port) * format.port
        assert format.sizes(blocks, number) == (values, values, stored)
        assert (format.decode(format.encode(blocks, number), len(blocks), number) == blocks).all()


def test_the_patterns_keep_the_paper_s_part_of_the_weights():
    for patterns, kept, of in ((PSC4_P8, 37, 72), (PSC4_P16, 69, 144), (PSC2_P8, 23, 72),
                               (PSC1_P16, 24, 144)):
        assert (sum(p.bit_count() for p in patterns), 9 * len(patterns)) == (kept, of)
        assert patterns[0] == 511 and patterns.count(511) == 1


@pytest.mark.parametrize("format", PERIODIC, ids=name)
def test_periodic_decoder_walks_all_row_groups_in_the_predicted_cycles(format):
    for each in (1, 2, 5):
        groups = [periodic(format, each, number, number) for number in range(7)]
        tiles, loads = decoder_tiles(format, groups)
        assert tiles == [kept_tiles(format, group, i) for i, group in enumerate(groups)]
        assert loads == [format.loads(group, i) for i, group in enumerate(groups)]


@pytest.mark.parametrize("format", PERIODIC[:4], ids=name)
def test_periodic_decoder_waits(format):
    blocks = periodic(format, 5, 3)
    check_streams_amaranth(
        format.create(count=45, width=WIDTH, groups=4), {"i": format.encode(blocks, 3) * 2},
        {"o": kept_tiles(format, blocks, 3) * 2}, stall=0.5, constants={"count": 45, "group": 3})


@pytest.mark.slow
def test_periodic_decoder_gives_the_blocks_in_verilog(tmp_path):
    format = PERIODIC[1]
    blocks = periodic(format, 5, 2)
    check_streams(
        format.create(count=45, width=WIDTH, groups=4), {"i": format.encode(blocks, 2)},
        {"o": kept_tiles(format, blocks, 2)}, build_dir=tmp_path, stall=0.4,
        constants={"count": 45, "group": 2})


def test_weights_outside_the_patterns_are_refused():
    format = PERIODIC[0]
    blocks = periodic(format, 2, 1)
    assert format.legal(blocks, 1) is None
    assert format.legal(blocks, 2) == "has weights outside the patterns"
    with pytest.raises(ValueError, match=r"^Format periodic8-int4 has weights outside the "
                                         r"patterns$"):
        format.encode(blocks, 2)
    with pytest.raises(ValueError, match=r"^Format periodic8-int4 needs as many column blocks for "
                                         r"each of 9 taps, not 17$"):
        format.encode(blocks[1:])


def test_a_row_group_without_any_weight_is_refused():
    # A decoder starts with the first word, and there would be none.
    format = replace(PERIODIC[0], patterns=(511, 0), channels=8)
    blocks = periodic(format, 2, 0)
    assert not blocks.any()
    with pytest.raises(ValueError, match=r"^Format periodic2-int4 keeps no weight of row group 0$"):
        format.encode(blocks, 0)


@pytest.mark.parametrize(("count", "more", "message"), [
    (45, [0], r"^Row group goes on after its last block$"),
    (44, [], r"^Row group has 44 column blocks for kernels of 9 taps$"),
    (36, [], r"^Row group goes on after its last block$"),
    (54, [], r"^Row group ends before its last block$"),
])
def test_damaged_periodic_kernels_are_refused(count, more, message):
    format = PERIODIC[1]
    words = format.encode(periodic(format, 5, 0))
    with pytest.raises(ValueError, match=message):
        format.decode([*words, *more], count)


@pytest.mark.parametrize(("change", "message"), [
    ({"patterns": (512,)}, r"^Patterns must be masks of 9 bits, not \(512,\)$"),
    ({"filters": 3}, r"^A pattern's filters must divide 4 or be a multiple of it, not 3$"),
    ({"channels": 6}, r"^A pattern's channels must divide 4 or be a multiple of it, not 6$"),
    ({"values": Nonzero(1)}, r"^Periodic kernels cannot be stored as signs$"),
])
def test_periodic_kernels_that_cannot_be_are_refused(change, message):
    options = {"values": Integers(4), "rows": 4, "columns": 4, "port": 32, "taps": 9,
               "patterns": PSC4_P8} | change
    with pytest.raises(ValueError, match=message):
        Periodic(**options)


@pytest.mark.parametrize(("change", "message"), [
    ({"span": 24}, r"^Bitmap span must be a power of two, not 24$"),
    ({"values": Trits()}, r"^Bitmap cannot pick single values of trits$"),
])
def test_bitmaps_that_cannot_be_are_refused(change, message):
    options = {"values": Integers(4), "rows": 4, "columns": 4, "port": 32} | change
    with pytest.raises(ValueError, match=message):
        Bitmap(**options)


def test_signs_hold_no_other_weights():
    format = Bitmap(values=Nonzero(1), rows=1, columns=2, port=32)
    assert format.legal(np.array([[[0, 1]], [[-1, 0]]], np.int8)) is None
    with pytest.raises(ValueError, match=r"^Format bitmap-signs cannot hold weights -1\.\.2$"):
        format.encode(np.array([[[0, 2]]], np.int8))


@pytest.mark.parametrize("seed", range(5))
def test_expansion_puts_values_where_the_mask_is_set(seed):
    rng = np.random.default_rng(seed)
    size = int(rng.integers(1, 24))
    mask, values = rng.random(size) < 0.5, rng.integers(1, 8, size).tolist()
    m = Module()
    bits, packed = Signal(size), Signal(3 * size)
    result = expand(m, packed, bits, 3)

    async def bench(ctx):
        ctx.set(bits, sum(int(bit) << i for i, bit in enumerate(mask)))
        ctx.set(packed, sum(value << 3 * i for i, value in enumerate(values)))
        fields = [ctx.get(result) >> 3 * i & 7 for i in range(size)]
        assert fields == expanded(values, mask)
        assert [v for v in fields if v] == values[:mask.sum()]

    sim = Simulator(m)
    sim.add_testbench(bench)
    sim.run()


@pytest.mark.parametrize("density", [0.5, 0.125, 1 / 128])
def test_bitmaps_are_as_large_as_the_specification_says(density):
    format = Bitmap(values=Integers(4), rows=4, columns=4, port=32)
    rng = np.random.default_rng(5)
    shape = 256, 4, 4
    blocks = weights(format, shape, rng) * (rng.random(shape) < density)
    actual = np.count_nonzero(blocks) / blocks.size
    assert format.sizes(blocks).codes / blocks.size == 1 + 4 * actual
