"""ZfpL's model: ZFP's reconstruction, its sizes, its types, and damaged streams."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hw.test_codec_zfp import ARRAYS, SHAPES

from gossamer_hw.codec import (
    BFLOAT16,
    FLOAT16,
    FLOAT32,
    Chunk,
    Float,
    Integer,
    Limits,
    Zfp,
    ZfpL,
)

FLOATS = [kind for kind in ARRAYS if "integers" not in kind]
LARGEST = np.finfo(np.float32).max
TYPES = [FLOAT32, BFLOAT16, FLOAT16, Float(exponent_width=5, mantissa=2),
         *(Integer(bits=bits) for bits in (2, 8, 12, 15, 16))]


@pytest.mark.parametrize("kind", FLOATS)
@settings(max_examples=25)
@given(shape=SHAPES, seed=st.integers(0, 1 << 30), limits=st.one_of(
    st.integers(1, 40).map(Limits.precision),
    st.floats(-120, 10).map(lambda exponent: Limits.accuracy(2.0**exponent))))
def test_what_comes_back_is_what_zfp_gives_back(kind, shape, seed, limits):
    array = ARRAYS[kind](np.random.default_rng(seed), shape)
    zfp, codec = Zfp(dimension=len(shape)), ZfpL(dimension=len(shape))
    mine = codec.decode(codec.encode(array, limits, chunk=5), shape, limits)
    expected = zfp.decode(zfp.encode(array, limits), shape, np.float32, limits)
    # Where ZFP rounds to infinity, the largest number stands; minus zero becomes zero.
    expected = np.clip(expected, -LARGEST, LARGEST) + 0
    # Blocks that the library's scale factor is too small for come back as zeros from it.
    blocks = codec.cut(np.abs(array)).max(axis=1, keepdims=True) >= 2.0**-98
    legal = codec.join(np.broadcast_to(blocks, (len(blocks), codec.size)), shape)
    assert (mine == expected)[legal].all()
    if limits.exponent > -1000:
        errors = np.abs(mine.astype(float) - array)
        assert errors.max() <= max(2.0**limits.exponent, np.abs(array).max() * 2.0**-20)


@pytest.mark.parametrize("kind", FLOATS)
@settings(max_examples=25)
@given(shape=SHAPES, seed=st.integers(0, 1 << 30))
def test_all_planes_of_floats_lose_only_what_the_block_exponent_costs(kind, shape, seed):
    array = ARRAYS[kind](np.random.default_rng(seed), shape)
    codec = ZfpL(dimension=len(shape))
    mine = codec.decode(codec.encode(array, Limits()), shape, Limits())
    largest = codec.cut(np.abs(array)).max(axis=1, keepdims=True).astype(float)
    bound = codec.join(np.broadcast_to(largest, (len(largest), codec.size)), shape)
    # Seven bits are below a block's largest value; the transform rounds a few of them off.
    assert (np.abs(mine.astype(float) - array) <= bound * 2.0**-25).all()


@pytest.mark.parametrize("dimension", [1, 2])
@pytest.mark.parametrize("values", TYPES, ids=lambda values: values.name)
@settings(max_examples=25)
@given(seed=st.integers(0, 1 << 30), rate=st.integers(1, 36))
def test_a_fixed_rate_is_kept_and_more_of_it_is_no_worse(values, dimension, seed, rate):
    codec = ZfpL(values=values, dimension=dimension)
    rng = np.random.default_rng(seed)
    patterns = patterns_of(values, rng, (9, codec.size))
    limits = Limits.rate(rate, dimension)
    strings = codec.strings(patterns, limits)
    assert {string.width for string in strings} == {rate * codec.size}
    whole = codec.strings(patterns, Limits())
    for short, long in zip(strings, whole, strict=True):
        assert short.bits == long.bits & (1 << rate * codec.size) - 1


def patterns_of(values, rng, shape):
    """Patterns of any values: blocks of one magnitude, of all, of zeros."""
    if isinstance(values, Integer):
        width = rng.integers(1, values.bits, (shape[0], 1), endpoint=True)
        half = 1 << width - 1
        return rng.integers(-half, half, shape) & (1 << values.bits) - 1
    largest = rng.integers(1, values.largest, (shape[0], 1), endpoint=True)
    lowest = np.where(rng.random((shape[0], 1)) < 0.5, 0, largest * 3 // 4)
    magnitude = np.where(rng.random((shape[0], 1)) < 0.1, 0,
                         rng.integers(lowest, largest, shape, endpoint=True))
    return magnitude | rng.integers(0, 1, shape, endpoint=True) << values.width - 1


@pytest.mark.parametrize("dimension", [1, 2])
@pytest.mark.parametrize("values", TYPES, ids=lambda values: values.name)
@settings(max_examples=25)
@given(seed=st.integers(0, 1 << 30), exponent=st.integers(-10, 12))
def test_an_error_bound_is_kept_for_all_types(values, dimension, seed, exponent):
    codec = ZfpL(values=values, dimension=dimension)
    patterns = patterns_of(values, np.random.default_rng(seed), (9, codec.size))
    limits = Limits.accuracy(2.0**exponent)
    strings = codec.strings(patterns, limits)
    back, damaged = codec.decode_chunk(chunk_of(strings), limits)
    assert not damaged
    numbers = values.numbers(patterns).astype(float)
    errors = np.abs(values.numbers(back) - numbers).max(axis=1)
    # What rounding costs: of the transform, in units of the block's integers, and of the value.
    fields, _ = values.align(patterns)
    highest = np.array([values.exponent(int(field)) for field in fields])
    grain = 2.0 ** (highest - (values.planes - 2))
    rounding = 0.5 if isinstance(values, Integer) else np.abs(numbers).max(
        axis=1) * 2.0 ** -values.mantissa
    assert (errors <= 2.0**exponent + 16 * grain + rounding).all()


def chunk_of(strings):
    bits = width = 0
    for string in strings:
        bits |= string.bits << width
        width += string.width
    words = [bits >> start & 0xffff_ffff for start in range(0, width, 32)]
    return Chunk(tuple(words), len(strings))


@pytest.mark.parametrize("values", [FLOAT32, FLOAT16], ids=lambda values: values.name)
def test_numbers_are_rounded_to_the_type_as_numpy_does(values):
    dtype = {"float32": np.float32, "float16": np.float16}[values.name]
    rng = np.random.default_rng(3)
    array = np.concatenate([
        rng.standard_normal(2000), rng.standard_normal(2000) * 2.0**-16, np.arange(64) * 2.0**-25,
        -np.arange(64) * 2.0**-26, [65504, 65519, -65504]]).astype(np.float32)
    assert (values.numbers(values.patterns(array)) == array.astype(dtype)).all()
    patterns = np.arange(values.largest if values is FLOAT16 else 4096)
    assert (values.patterns(values.numbers(patterns)) == patterns).all()


@pytest.mark.parametrize("values", [FLOAT32, BFLOAT16, FLOAT16], ids=lambda values: values.name)
def test_infinities_and_nans_are_refused_or_saturated(values):
    array = np.array([np.inf, -np.inf, np.nan, -np.nan], np.float32)
    with pytest.raises(ValueError, match=r"^Infinities, NaNs and numbers too large for "
                                         rf"{values.name} cannot be compressed; saturate them "
                                         r"first$"):
        values.patterns(array)
    largest = values.numbers(np.array([values.largest]))[0]
    assert np.isfinite(largest)
    assert values.numbers(values.patterns(array, saturate=True)).tolist() == [
        largest, -largest, 0, 0]


@pytest.mark.parametrize("dimension", [1, 2])
def test_a_block_of_zeros_is_one_bit(dimension):
    codec = ZfpL(dimension=dimension)
    zeros = np.zeros((1, codec.size), np.int64)
    assert codec.strings(zeros, Limits()) == [(0, 1)]
    assert codec.strings(zeros | 1 << 31, Limits()) == [(0, 1)]  # minus zero
    ones = FLOAT32.patterns(np.ones((1, codec.size)))
    assert codec.strings(ones, Limits.accuracy(1e9)) == [(0, 1)]


def test_a_block_has_the_bits_of_the_specification():
    # 1 + exponent 127 + 1; planes of the mean alone: level 1 from the plane of its first bit on.
    codec = ZfpL(dimension=2)
    (bits, width), = codec.strings(FLOAT32.patterns(np.full((1, 16), 1.0)), Limits.precision(4))
    digits = f"{bits:0{width}b}"[::-1]
    # The integer 2**29 is 1 1 1 0 .. to base -2 from plane 30 on: 2**30 - 2**29 == 2**29.
    assert digits == "1" + f"{128:08b}"[::-1] + "0" + "101" + "01" + "00"
    back, _ = codec.decode_chunk(Chunk((bits,), 1), Limits.precision(4))
    assert back.tolist() == [[0x3f80_0000] * 16]


def test_chunks_have_as_many_blocks_and_start_with_a_word():
    array = np.random.default_rng(0).standard_normal((50, 50)).astype(np.float32)
    codec, limits = ZfpL(), Limits.precision(14)
    chunks = codec.encode(array, limits, chunk=30)
    assert [chunk.blocks for chunk in chunks.chunks] == [30] * 5 + [19]
    whole = codec.encode(array, limits)
    assert chunks.bits == whole.bits == sum(
        string.width for string in codec.strings(codec.cut(codec.values.patterns(array)), limits))
    assert whole.stored - 64 < whole.bits <= whole.stored - 32
    words = [word for chunk in chunks.chunks for word in chunk.words]
    assert chunks.stored == 32 * (len(words) + 6)
    blocks = codec.cut(codec.values.patterns(codec.decode(whole, array.shape, limits)))
    for number, start in enumerate(chunks.starts):
        chunk = chunks.chunks[number]
        assert tuple(words[start:start + len(chunk.words)]) == chunk.words
        part, damaged = codec.decode_chunk(chunk, limits)
        assert not damaged
        assert (part == blocks[30 * number:][:30]).all()


def test_blocks_without_bits_are_a_word():
    codec, limits = ZfpL(values=Integer(bits=8)), Limits.accuracy(1e4)
    chunks = codec.encode(np.full((8, 8), 5), limits)
    assert [chunk.words for chunk in chunks.chunks] == [(0,)]
    assert (codec.decode(chunks, (8, 8), limits) == 0).all()


def test_damaged_chunks_are_noticed_and_the_next_one_decodes():
    array = np.random.default_rng(0).standard_normal((40, 40)).astype(np.float32)
    codec, limits = ZfpL(), Limits.precision(12)
    chunks = codec.encode(array, limits, chunk=30)
    first = chunks.chunks[0]
    assert codec.decode_chunk(replace(first, words=first.words[:100]), limits)[1]
    assert codec.decode_chunk(replace(first, blocks=first.blocks - 1), limits)[1]
    rng = np.random.default_rng(1)
    for _ in range(50):
        words = list(first.words)
        words[rng.integers(len(words))] ^= 1 << int(rng.integers(32))
        blocks, _ = codec.decode_chunk(replace(first, words=tuple(words)), limits)
        assert blocks.shape == (first.blocks, 16)
        assert np.isfinite(codec.values.numbers(blocks)).all()
    damaged = replace(chunks, chunks=(replace(first, words=first.words[:9]), *chunks.chunks[1:]))
    with pytest.raises(ValueError, match=r"^Chunk 0 is damaged: its bits do not end with its "
                                         r"blocks$"):
        codec.decode(damaged, array.shape, limits)


@pytest.mark.parametrize(("call", "error", "message"), [
    (lambda: ZfpL(dimension=3), ValueError, r"^Blocks must have 1 or 2 dimensions, not 3$"),
    (lambda: Integer(bits=17), ValueError, r"^Integers must have 2 to 16 bits, not 17$"),
    (lambda: Float(exponent_width=9, mantissa=3), ValueError,
     r"^Floats must have 2 to 8 exponent bits and 1 to 23 mantissa bits, not 9 and 3$"),
    (lambda: Integer(bits=8).patterns(np.array([128])), ValueError,
     r"^Integers 128\.\.128 do not fit int8$"),
    (lambda: Integer(bits=8).patterns(np.array([1.0])), TypeError,
     r"^Values of type int8 must be integers, not float64$"),
    (lambda: ZfpL().encode(np.zeros(4, np.float32), Limits()), ValueError,
     r"^An array of 1 axes has no blocks of 2 dimensions$"),
    (lambda: ZfpL().encode(np.zeros((4, 4), np.float32), Limits(), chunk=0), ValueError,
     r"^Chunks must have at least one block, not 0$"),
    (lambda: ZfpL().decode(ZfpL().encode(np.ones((4, 4), np.float32), Limits()), (5, 5), Limits()),
     ValueError, r"^An array of shape \(5, 5\) has 4 blocks, and the chunks have 1$"),
])
def test_what_cannot_be_is_refused(call, error, message):
    with pytest.raises(error, match=message):
        call()
