"""Weight formats: what is stored, what it costs, and the decoders that read it."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tiles import decoder_cycles

from gossamer_hw.formats import BlockBitmap, Dense, Format, Integers, Nested, Trits
from gossamer_hw.formats.values import _trit_codes, _trit_digits, pack_words
from gossamer_sim.bench import check_streams, check_streams_amaranth

COUNT = 40
WIDTH = 8

FORMATS = [
    kind(values=values, rows=rows, columns=columns, port=port)
    for kind in (Dense, BlockBitmap)
    for values, rows, columns, port in (
        (Trits(), 4, 4, 32), (Trits(), 4, 4, 64), (Trits(), 1, 2, 16),
        (Integers(4), 4, 4, 32), (Integers(4), 4, 4, 64), (Integers(8), 4, 4, 32),
        (Integers(8), 1, 1, 32), (Integers(3), 2, 4, 32), (Integers(2), 8, 2, 16),
        (Integers(4), 6, 4, 32),
    )
]


def name(format: Format) -> str:
    return f"{format.name}-{format.rows}x{format.columns}-{format.port}"


def limits(format: Format) -> tuple[int, int]:
    if isinstance(format.values, Trits):
        return -1, 1
    half = 1 << (format.values.width - 1)
    return -half, half - 1


def group(format: Format, density: float, seed: int, count: int = COUNT) -> np.ndarray:
    rng = np.random.default_rng(seed)
    low, high = limits(format)
    blocks = rng.integers(low, high + 1, (count, format.rows, format.columns))
    return (blocks * (rng.random((count, 1, 1)) < density)).astype(np.int8)


def expected(format: Format, blocks: np.ndarray) -> list[dict[str, int]]:
    """What a decoder gives for a row group, found without the format's own code."""
    kept = [i for i, block in enumerate(blocks) if block.any()] or [0]
    if isinstance(format, Dense):
        kept = list(range(len(blocks)))
    payloads = []
    for i in kept:
        weights = sum(
            (int(v) & (1 << WIDTH) - 1) << WIDTH * lane
            for lane, v in enumerate(blocks[i].reshape(-1)))
        payloads.append({"index": i, "weights": weights, "last": i == kept[-1]})
    return payloads


@pytest.mark.parametrize("format", FORMATS, ids=name)
@pytest.mark.parametrize("density", [0.0, 0.1, 0.6, 1.0])
def test_decode_is_the_inverse_of_encode(format, density):
    blocks = group(format, density, seed=1)
    assert (format.decode(format.encode(blocks), COUNT) == blocks).all()


@given(st.data())
def test_any_mask_survives_packing(data):
    format = data.draw(st.sampled_from(FORMATS))
    low, high = limits(format)
    count = data.draw(st.integers(1, 2 * 31 + 2))
    mask = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    value = data.draw(st.sampled_from([v for v in (low, high, -1, 1) if low <= v <= high]))
    blocks = np.zeros((count, format.rows, format.columns), np.int8)
    blocks[np.array(mask)] = value
    assert (format.decode(format.encode(blocks), count) == blocks).all()


@pytest.mark.parametrize("values", [Trits(), *(Integers(bits) for bits in range(1, 9)),
                                    Nested((1, 3))], ids=lambda values: values.name)
@pytest.mark.parametrize("port", [16, 32, 64, 1024])
def test_all_words_at_once_are_the_words_one_by_one(values, port):
    rng = np.random.default_rng(0)
    legal = [value for value in range(-128, 128) if values.legal(value)]
    each = values.symbols(port)
    for count in (0, 1, each - 1, each, 3 * each + 2):
        symbols = rng.choice(legal, count).astype(np.int8)
        assert pack_words(values, symbols, port) == [
            values.pack(symbols[i:i + each].tolist(), port) for i in range(0, count, each)]


def reference_trits(code: int) -> tuple[int, ...]:
    """The trit block as the standard prints it, with T[7:0] and C[4:0] as bit lists."""
    t = [code >> i & 1 for i in range(8)]
    if t[4] and t[3] and t[2]:
        c = [t[0], t[1], t[5], t[6], t[7]]
        t4, t3 = 2, 2
    else:
        c = t[:5]
        t4, t3 = (2, t[7]) if t[6] and t[5] else (t[7], 2 * t[6] + t[5])
    if c[1] and c[0]:
        return 2 * c[3] + (c[2] & (1 - c[3])), c[4], 2, t3, t4
    if c[3] and c[2]:
        return 2 * c[1] + c[0], 2, 2, t3, t4
    return 2 * c[1] + (c[0] & (1 - c[1])), 2 * c[3] + c[2], c[4], t3, t4


def test_every_trit_byte_follows_the_standard():
    assert [_trit_digits(code) for code in range(256)] == [
        reference_trits(code) for code in range(256)]
    assert len(_trit_codes()) == 3 ** 5


@pytest.mark.parametrize("format", FORMATS, ids=name)
def test_bits_are_the_words_of_a_naive_count(format):
    blocks = group(format, 0.4, seed=2)
    stored = len(expected(format, blocks))
    per_word = format.port // 8 * 5 if isinstance(format.values, Trits) \
        else format.port // format.values.width
    words = -(-stored * format.lanes // per_word)
    if isinstance(format, BlockBitmap):
        last = max(i for i, block in enumerate(blocks) if block.any())
        words += last // (min(format.port, 32) - 1) + 1
    assert format.bits(blocks) == words * format.port


@pytest.mark.parametrize("format", FORMATS, ids=name)
@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_decoder_gives_the_blocks(format, stall):
    groups = [group(format, density, seed) for seed, density in enumerate((0.3, 0.0, 1.0, 0.05))]
    check_streams_amaranth(
        format.create(count=COUNT, width=WIDTH),
        {"i": [word for blocks in groups for word in format.encode(blocks)]},
        {"o": [payload for blocks in groups for payload in expected(format, blocks)]},
        stall=stall, seed=3, constants={"count": COUNT})


@pytest.mark.parametrize("format", FORMATS, ids=name)
def test_decoder_takes_the_predicted_cycles(format):
    groups = [group(format, density, seed, 9)
              for seed, density in enumerate(np.linspace(0, 1, 20))]
    assert decoder_cycles(format, groups) == [format.loads(blocks) for blocks in groups]


@pytest.mark.parametrize("simulator", [
    "icarus", pytest.param("verilator", marks=pytest.mark.slow)])
@pytest.mark.parametrize("format", [FORMATS[0], FORMATS[9], FORMATS[10], FORMATS[13]], ids=name)
def test_decoder_gives_the_blocks_in_verilog(format, simulator, tmp_path: Path):
    groups = [group(format, density, seed) for seed, density in enumerate((0.3, 0.0, 1.0))]
    check_streams(
        format.create(count=COUNT, width=WIDTH),
        {"i": [word for blocks in groups for word in format.encode(blocks)]},
        {"o": [payload for blocks in groups for payload in expected(format, blocks)]},
        build_dir=tmp_path, simulator=simulator, stall=0.4, constants={"count": COUNT})


@pytest.mark.parametrize(("words", "message"), [
    ([], r"^Row group ends before its last block$"),
    ([1 << 31 | 1], r"^Row group ends before its last block$"),
    ([1 << 31 | 1 << 5, 0], r"^Row group has column block 5 beyond its 4$"),
    ([1 << 31 | 1, 0, 0], r"^Row group goes on after its last block$"),
])
def test_damaged_row_groups_are_refused(words, message):
    format = BlockBitmap(values=Trits(), rows=4, columns=4, port=32)
    with pytest.raises(ValueError, match=message):
        format.decode(words, 4)


def test_weights_beyond_a_packing_are_refused():
    format = Dense(values=Integers(4), rows=1, columns=1, port=32)
    with pytest.raises(ValueError, match=r"^Format dense-int4 cannot hold weights -9\.\.8$"):
        format.encode(np.array([[[-9]], [[8]]], np.int8))


def test_ports_are_words():
    with pytest.raises(ValueError, match=r"^Weight port must be 16 or a multiple of 32 bits, "
                                         r"not 24$"):
        Dense(values=Trits(), rows=1, columns=1, port=24)
