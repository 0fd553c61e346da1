"""Szfp1d's model: its layout, its reconstruction, damaged streams."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hw.test_codec_zfp import ARRAYS

from gossamer_hw.codec import BFLOAT16, FLOAT32, Chunk, Limits, Szfp1d, ZfpL

FLOATS = [kind for kind in ARRAYS if "integers" not in kind]


def test_a_block_has_the_layout_of_the_specification():
    # A constant block: the mean is the value, all others are zero; two groups.
    codec = Szfp1d()
    (bits, width), = codec.strings(FLOAT32.patterns(np.full((1, 4), 1.0)), Limits.precision(12))
    assert width == 8 + 12 + 2 * 2
    assert bits & 0xff == 128
    # 2**29 to base -2, its highest 12 of 36 bits: 1 at planes 30 and 29 of 31.
    assert bits >> 8 & 0xfff == 0b0110_0000_0000
    assert bits >> 20 == 0
    # Steps: the last coefficient that is not zero says how many are there.
    (bits, width), = codec.strings(
        FLOAT32.patterns(np.array([[0, 0, 1, 1]], np.float32)), Limits.precision(6))
    count = bits >> 14 & 3
    assert 1 <= count <= 3
    assert width == 8 + 6 + 2 + 6 * count


@pytest.mark.parametrize("kind", FLOATS)
@settings(max_examples=25)
@given(length=st.integers(1, 70), seed=st.integers(0, 1 << 30), planes=st.integers(1, 32))
def test_whole_groups_reconstruct_as_zfpl_does_with_their_planes(kind, length, seed, planes):
    array = ARRAYS[kind](np.random.default_rng(seed), (length,))
    codec, same = Szfp1d(), ZfpL(dimension=1)
    limits = Limits.precision(planes)
    back = codec.decode(codec.encode(array, limits, chunk=3), array.shape, limits)
    whole = Limits.precision(6 * -(-planes // 6))
    assert (back == same.decode(same.encode(array, whole), array.shape, whole)).all()


@given(seed=st.integers(0, 1 << 30))
@settings(max_examples=25)
def test_any_bits_decode_to_finite_numbers(seed):
    rng = np.random.default_rng(seed)
    codec = Szfp1d(values=BFLOAT16)
    words = tuple(rng.integers(0, 1 << 32, 4).tolist())
    blocks, _ = codec.decode_chunk(Chunk(words, 9), Limits())
    assert blocks.shape == (9, 4)
    assert np.isfinite(codec.values.numbers(blocks)).all()


def test_zeros_stay_zeros_and_take_an_exponent_field():
    codec = Szfp1d()
    chunks = codec.encode(np.zeros(8, np.float32), Limits())
    assert chunks.bits == 16
    assert (codec.decode(chunks, (8,), Limits()) == 0).all()
