"""Entry formats: coordinates and run lengths, what they store, refuse and cost."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from amaranth.sim import Simulator
from hypothesis import given
from hypothesis import strategies as st
from tests.tiles import WIDTH, assembled, decoder_tiles, expected

from gossamer_hw.formats import Coordinates, Dense, Integers, Nonzero, RunLength, Trits
from gossamer_hw.formats.entries import EntryFormat
from gossamer_sim.bench import check_streams, check_streams_amaranth

COUNT = 9
USUAL: dict[str, Any] = {"values": Integers(4), "rows": 4, "columns": 4, "port": 32}
SMALL: dict[str, Any] = {"values": Nonzero(1), "rows": 1, "columns": 1, "port": 16}

# Segments above, of and below the size of a block; entries wider than a word; rates.
FORMATS: list[RunLength | Coordinates] = [
    RunLength(**USUAL),
    RunLength(**USUAL, rate=2),
    RunLength(**USUAL, rate=3, runs=2),
    RunLength(**SMALL, runs=1),
    RunLength(values=Integers(8), rows=2, columns=2, port=16, runs=9, rate=2),
    RunLength(values=Nonzero(1), rows=8, columns=4, port=64, runs=3, rate=4),
    Coordinates(**USUAL),
    Coordinates(**USUAL, rate=2),
    Coordinates(**USUAL, segment=16),
    Coordinates(**USUAL, segment=4, rate=3),
    Coordinates(**USUAL, segment=1),
    Coordinates(**USUAL, segment=1 << 16),
    Coordinates(**SMALL, segment=8, rate=2),
    Coordinates(values=Integers(8), rows=2, columns=2, port=16, segment=1024, rate=2),
    RunLength(**USUAL, zeros=True),
    RunLength(**USUAL, zeros=True, rate=3, runs=2),
    RunLength(values=Integers(8), rows=1, columns=1, port=16, runs=1, rate=2, zeros=True),
    RunLength(**USUAL | {"values": Nonzero(3)}, rate=2, runs=2),
    Coordinates(**USUAL | {"values": Nonzero(7)}, rate=2),
    Coordinates(**SMALL | {"values": Nonzero(1)}, segment=8),
]


def name(format: EntryFormat) -> str:
    return f"{format.name}-{format.rows}x{format.columns}-{format.port}-rate{format.rate}"


def weights(format: EntryFormat) -> list[int]:
    half = 1 << (format.values.width - 1)
    return [v for v in range(-half, half) if v and format.values.legal(v)]


def group(format: EntryFormat, density: float, seed: int, count: int = COUNT) -> np.ndarray:
    rng = np.random.default_rng(seed)
    shape = count, format.rows, format.columns
    return (rng.choice(weights(format), shape) * (rng.random(shape) < density)).astype(np.int8)


def blocks_of(format: EntryFormat, gaps: list[int], count: int) -> np.ndarray:
    """A row group whose weights have these numbers of zeros before them, as far as they fit."""
    flat = np.zeros(count * format.lanes, np.int8)
    positions = np.cumsum(np.array(gaps, int) + 1) - 1
    positions = positions[positions < len(flat)]
    flat[positions] = np.resize(weights(format), len(positions))
    return flat.reshape(count, format.rows, format.columns)


def naive(format: RunLength | Coordinates, blocks: np.ndarray) -> tuple[str, int]:
    """The row group as a string of bits, first bit first, and how many are weights."""
    def field(value: int, width: int) -> str:
        return "".join("01"[value >> i & 1] for i in range(width))

    def code(value: int) -> str:
        if isinstance(format.values, Nonzero):
            return field(abs(value) - 1, format.values.width - 2) + "01"[value < 0]
        return field(value, format.values.width)

    flat = blocks.reshape(-1).tolist()
    stored = sum(map(bool, flat)) * len(code(1))
    if isinstance(format, RunLength):
        entries, zeros = [], 0
        for i, value in enumerate(flat):
            if value:
                entries.append(field(zeros, format.runs) + code(value))
                zeros = 0
            else:
                zeros += 1
                if zeros == 2 ** format.runs - 1 + format.zeros and any(flat[i:]):
                    entries.append("1" * format.runs + "0" * len(code(1)))
                    zeros = 0
        return field(len(entries), 16) + "".join(entries), stored
    bits, index = "", int(np.log2(format.segment))
    for start in range(0, len(flat), format.segment):
        segment = flat[start:start + format.segment]
        bits += field(sum(map(bool, segment)), index + 1)
        bits += "".join(field(i, index) + code(v) for i, v in enumerate(segment) if v)
    return bits, stored


@given(st.data())
def test_any_row_group_survives_packing(data):
    format = data.draw(st.sampled_from(FORMATS))
    edges = [2 ** k + d for k in (1, 2, 3, 4, 9) for d in (-2, -1, 0)]
    gaps = data.draw(st.lists(st.one_of(st.integers(0, 3), st.sampled_from(edges)), max_size=40))
    count = data.draw(st.integers(1, 40))
    blocks = blocks_of(format, gaps, count)
    words = format.encode(blocks)
    assert (format.decode(words, count) == blocks).all()
    bits, stored = naive(format, blocks)
    assert "".join(f"{word:0{format.port}b}"[::-1] for word in words) == \
        bits.ljust(len(words) * format.port, "0")
    assert format.sizes(blocks) == (stored, len(bits), len(words) * format.port)
    assert len(words) == -(-len(bits) // format.port)


@pytest.mark.parametrize("format", FORMATS, ids=name)
@pytest.mark.parametrize("density", [0.0, 0.1, 1.0])
def test_decode_is_the_inverse_of_encode(format, density):
    for count in (1, COUNT):
        blocks = group(format, density, seed=1, count=count)
        assert (format.decode(format.encode(blocks), count) == blocks).all()


@pytest.mark.parametrize("format", FORMATS, ids=name)
@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_decoder_gives_the_blocks(format, stall):
    groups = [group(format, density, seed) for seed, density in enumerate((0.3, 0, 1, 0.03))]
    check_streams_amaranth(
        format.create(count=COUNT, width=WIDTH),
        {"i": [word for blocks in groups for word in format.encode(blocks)]},
        {"o": [payload for blocks in groups for payload in expected(blocks)]},
        stall=stall, seed=3, constants={"count": COUNT})


@pytest.mark.parametrize("format", FORMATS, ids=name)
def test_cycles_are_those_of_the_decoder(format):
    rng = np.random.default_rng(5)
    densities = [0, 1, *(2.0 ** -rng.uniform(0, 7, 18))]
    groups = [group(format, density, seed) for seed, density in enumerate(densities)]
    tiles, loads = decoder_tiles(format, groups)
    assert loads == [format.loads(blocks) for blocks in groups]
    for blocks, given_ in zip(groups, tiles, strict=True):
        assert (assembled(format, given_, COUNT) == blocks).all()


def test_cycles_of_a_row_group_by_hand():
    # 20 zeros, 1, 2, 30 zeros, 3: header; escape and run 5; run 0 in the same block; two escapes
    # and run 0; then one cycle to place the last entry, one for its block.
    group = np.zeros((4, 4, 4), np.int8)
    group.reshape(-1)[[20, 21, 52]] = 1, 2, 3
    runs = RunLength(**USUAL)
    assert runs.loads(group) == [(1, 8), (3, 1)]
    # Two at a time: header; escape and run 5; run 0 and escape; escape and run 0; as before.
    assert RunLength(**USUAL, rate=2).loads(group) == [(1, 5), (3, 1)]
    # One segment: header and three entries. Two segments: another header.
    assert Coordinates(**USUAL).loads(group) == [(1, 5), (3, 1)]
    assert Coordinates(**USUAL, segment=32).loads(group) == [(1, 6), (3, 1)]


def test_decoder_gives_the_blocks_in_verilog(tmp_path: Path):
    format = RunLength(**USUAL, rate=2)
    groups = [group(format, density, seed) for seed, density in enumerate((0.3, 0.0, 1.0))]
    check_streams(
        format.create(count=COUNT, width=WIDTH),
        {"i": [word for blocks in groups for word in format.encode(blocks)]},
        {"o": [payload for blocks in groups for payload in expected(blocks)]},
        build_dir=tmp_path, simulator="verilator", stall=0.4, constants={"count": COUNT})


@pytest.mark.parametrize("format", [FORMATS[0], FORMATS[1], FORMATS[6], FORMATS[7]], ids=name)
def test_any_words_are_worked_off(format):
    rng = np.random.default_rng(8)
    words = rng.integers(0, 1 << 32, 400).tolist()
    if isinstance(format, RunLength):
        words[0] &= ~0xfc00             # no more entries than there are words for
    decoder = format.create(count=COUNT, width=WIDTH)
    indexes = []

    async def bench(ctx):
        ctx.set(decoder.count, COUNT)
        ctx.set(decoder.o.ready, 1)
        ctx.set(decoder.i.valid, 1)
        while words:
            ctx.set(decoder.i.payload, words[0])
            _, _, ready, valid, tile = await ctx.tick().sample(
                decoder.i.ready, decoder.o.valid, decoder.o.payload)
            del words[:ready]
            if valid:
                indexes.append(tile.index)
                if tile.last:
                    return
        raise AssertionError("the row group never ends")

    simulation = Simulator(decoder)
    simulation.add_clock(1e-6)
    simulation.add_testbench(bench)
    simulation.run()
    assert len(indexes) > COUNT and max(indexes) < COUNT


@pytest.mark.parametrize(("kind", "bits"), [(RunLength, 1.13), (Coordinates, 1.36)])
def test_bits_per_weight_at_a_density_of_one_in_eight(kind, bits):
    # The specification's table: rows of a layer, and no count before a row's run lengths.
    format = kind(**USUAL | {"rows": 1, "columns": 16})
    counted = 0 if kind is Coordinates else 16
    codes = [format.sizes(group(format, 1 / 8, seed, count=16)).codes for seed in range(256)]
    assert np.mean(codes) == pytest.approx(256 * bits + counted, rel=0.02)


def test_weights_beyond_a_packing_are_refused():
    with pytest.raises(ValueError, match=r"^Format coo64-signs cannot hold weights -1\.\.2$"):
        Coordinates(**SMALL).encode(np.array([[[2]], [[0]]], np.int8))


def test_codes_of_weights_without_zero():
    values = Nonzero(3)
    weights = [1, 2, 3, 4, -1, -2, -3, -4]
    assert [values.pack([weight], 3) for weight in weights] == list(range(8))
    assert values.unpack(0o76543210, 24) == weights
    assert [weight for weight in range(-9, 9) if values.legal(weight)] == sorted(weights)
    assert [Nonzero(1).pack([weight], 1) for weight in (1, -1)] == [0, 1]


@pytest.mark.parametrize("weight", [-5, 5])
def test_weights_beyond_those_without_zero_are_refused(weight):
    with pytest.raises(ValueError, match=r"^Format coo64-nonzero3 cannot hold weights"):
        Coordinates(**USUAL | {"values": Nonzero(3)}).encode(np.full((1, 4, 4), weight, np.int8))


def test_zeros_are_refused_where_they_would_need_a_code():
    with pytest.raises(ValueError, match=r"^Format dense-nonzero3 cannot hold weights 0\.\.0$"):
        Dense(**USUAL | {"values": Nonzero(3)}).encode(np.zeros((1, 4, 4), np.int8))


@pytest.mark.parametrize("bits", [0, 8])
def test_integers_without_zero_have_1_to_7_bits(bits):
    with pytest.raises(ValueError, match=(
            f"^Integers without zero must have 1 to 7 bits, not {bits}$")):
        Nonzero(bits)


def test_a_row_group_has_at_most_65535_entries():
    format = RunLength(**SMALL, runs=1)
    assert format.legal(np.ones((65535, 1, 1), np.int8)) is None
    with pytest.raises(ValueError, match=r"^Format run-length1-signs cannot count the 65536 "
                                         r"entries of a row group$"):
        format.encode(np.ones((65536, 1, 1), np.int8))


@pytest.mark.parametrize(("format", "words", "message"), [
    (RunLength(**USUAL), [], "Row group ends before its last block"),
    (RunLength(**USUAL), [2 | 0x10 << 16], "Row group has an entry whose weight is zero"),
    (RunLength(**USUAL), [3 | 0x1010 << 16], "Row group ends before its last block"),
    (RunLength(**USUAL), [1 | 0x1f << 16],
     "Row group skips zeros with an entry that has a weight"),
    (RunLength(**USUAL), [1 | 0x0f << 16], "Row group skips zeros after its last weight"),
    (RunLength(**USUAL), [3 | 0x0f0f << 16, 0x12],
     "Row group has a weight at position 32 beyond its 32"),
    (RunLength(**USUAL), [1 | 0x11 << 16 | 1 << 24], "Row group has bits after its last block"),
    (RunLength(**USUAL), [0, 0], "Row group goes on after its last block"),
    (Coordinates(**USUAL), [], "Row group ends before its last block"),
    (Coordinates(**USUAL), [33], "Row group has 33 entries in a segment of 32"),
    (Coordinates(**USUAL), [1 | 32 << 7 | 1 << 13], "Row group has position 32 in a segment of 32"),
    (Coordinates(**USUAL), [2 | 5 << 7 | 1 << 13 | 5 << 17 | 1 << 23],
     "Row group has position 5 after 5 in a segment"),
    (Coordinates(**USUAL), [1 | 5 << 7], "Row group has an entry whose weight is zero"),
    (Coordinates(**USUAL), [1 | 5 << 7 | 1 << 13 | 1 << 17],
     "Row group has bits after its last block"),
])
def test_damaged_row_groups_are_refused(format, words, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        format.decode(words, 2)


@pytest.mark.parametrize(("kind", "change", "message"), [
    (RunLength, {"values": Nonzero(1), "zeros": True}, "Runs cannot end in a zero of signs"),
    (RunLength, {"values": Nonzero(3), "zeros": True}, "Runs cannot end in a zero of nonzero3"),
    (RunLength, {"values": Trits()}, "Entries hold one value each; trits are coded 5 together"),
    (RunLength, {"rows": 3}, "Blocks of entries must have a power of two of weights, not 3 x 4"),
    (RunLength, {"runs": 0}, "Runs must have 1 to 16 bits, not 0"),
    (Coordinates, {"rate": 0}, "Rate must be at least one entry, not 0"),
    (Coordinates, {"segment": 48},
     "Segments must have a power of two of positions, at most 65536, not 48"),
])
def test_impossible_formats_are_refused(kind, change, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        kind(**USUAL | change)
