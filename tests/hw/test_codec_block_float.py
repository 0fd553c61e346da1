"""BlockFloat: the standard's numbers, the model's properties, and the hardware that equals it."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hw.test_codec_zfpl import patterns_of
from tests.hw.test_codec_zfpl_hardware import beats, check_pair, words

from gossamer_hw.codec import BFLOAT16, FLOAT16, FLOAT32, BlockFloat, Chunks, Limits
from gossamer_sim.bench import check_streams_amaranth

CASES = [
    (BlockFloat(), 1, 32), (BlockFloat(bits=4), 4, 32), (BlockFloat(bits=6, share=8), 8, 64),
    (BlockFloat(values=BFLOAT16, bits=8), 2, 32), (BlockFloat(values=FLOAT16, bits=5), 1, 16),
    (BlockFloat(bits=12, share=16), 16, 256),
]


def test_a_block_has_the_numbers_of_the_standard():
    # MXINT8: scale 2**X, elements with six bits behind the point; largest value 2.5, so X = 1.
    array = np.array([2.5, -1.0, 0.03125, 0.01, 0, -2.5, 1 / 64, -1 / 64], np.float32)
    codec = BlockFloat(share=8)
    (bits, width), = codec.strings(codec.cut(FLOAT32.patterns(array)), Limits())
    assert width == 8 + 64
    assert bits & 0xff == 127 + 1
    elements = [((bits >> 8 + 8 * i & 0xff) ^ 0x80) - 0x80 for i in range(8)]
    # Half a unit goes away from zero.
    assert elements == [80, -32, 1, 0, 0, -80, 1, -1]


@pytest.mark.parametrize("codec", [case[0] for case in CASES], ids=lambda codec: codec.name)
@settings(max_examples=25)
@given(seed=st.integers(0, 1 << 30))
def test_values_are_rounded_to_the_grain_of_their_block(codec, seed):
    rng = np.random.default_rng(seed)
    numbers = codec.values.numbers(patterns_of(codec.values, rng, (6, codec.share)))
    back = codec.decode(codec.encode(numbers, Limits()), numbers.shape, Limits())
    largest = np.abs(numbers).max(axis=1, keepdims=True).astype(float)
    exact = np.abs(numbers.astype(float))
    grain = np.exp2(np.floor(np.log2(np.where(largest > 0, largest, 1))) - (codec.bits - 2))
    # The smallest scale is that of the smallest exponent field.
    grain = np.maximum(grain, 2.0 ** (-codec.values.bias - (codec.bits - 2)))
    expected = np.minimum(np.floor(exact / grain + 0.5), 2 ** (codec.bits - 1) - 1) * grain
    assert (back == codec.values.numbers(codec.values.patterns(
        np.copysign(expected, numbers) + 0.0, saturate=True))).all()


def test_arrays_are_filled_with_zeros():
    codec = BlockFloat(bits=14)
    array = np.arange(3 * 37, dtype=np.float32).reshape(3, 37)
    chunks = codec.encode(array, Limits(), chunk=2)
    assert [chunk.blocks for chunk in chunks.chunks] == [2, 2, 2]
    assert (codec.decode(chunks, array.shape, Limits()) == array).all()


def traffic(codec, lanes, port, count, size, seed):
    patterns = patterns_of(codec.values, np.random.default_rng(seed), (count, codec.share))
    chunks = Chunks.of(codec.strings(patterns, Limits()), size).chunks
    given = [beat for i in range(len(chunks)) for beat in beats(
        patterns[i * size:(i + 1) * size], lanes)]
    back = [beat for chunk in chunks for beat in beats(
        codec.decode_chunk(chunk, Limits())[0], lanes)]
    return given, [word for chunk in chunks for word in split(chunk, port)], back, [
        chunk.blocks for chunk in chunks]


def split(chunk, port):
    """Words of a chunk at ports of at least 32 bits, or 16."""
    if port >= 32:
        return words(chunk, port)
    halves = [half for word in chunk.words for half in (word & 0xffff, word >> 16)]
    return [{"data": half, "last": i == len(halves) - 1} for i, half in enumerate(halves)]


@pytest.mark.parametrize(("codec", "lanes", "port"), CASES, ids=lambda value: getattr(
    value, "name", str(value)))
def test_hardware_is_the_model(codec, lanes, port):
    given, sent, back, counts = traffic(codec, lanes, port, 7, 3, seed=1)
    check_streams_amaranth(codec.create_decoder(lanes=lanes, port=port),
                           {"counts": counts, "i": sent}, {"o": back}, stall=0.2, seed=1)
    if port >= 32:
        check_streams_amaranth(codec.create_encoder(lanes=lanes, port=port),
                               {"i": given}, {"o": sent}, stall=0.2, seed=2)


@pytest.mark.slow
@pytest.mark.parametrize(("codec", "lanes", "port"), CASES[:2], ids=lambda value: getattr(
    value, "name", str(value)))
def test_ten_thousand_blocks_are_the_same_in_verilog(codec, lanes, port, tmp_path):
    case = SimpleNamespace(codec=codec, values=codec.values, lanes=lanes, port=port)
    check_pair(case, codec.create_encoder(lanes=lanes, port=port),
               codec.create_decoder(lanes=lanes, port=port), Limits(), tmp_path)


@pytest.mark.parametrize(("call", "message"), [
    (lambda: BlockFloat(bits=1), r"^Integers for float32 must have 2 to 30 bits, not 1$"),
    (lambda: BlockFloat(share=0), r"^At least one value must share a scale, not 0$"),
    (lambda: BlockFloat().create_decoder(lanes=3), r"^Lanes must divide the 32 values of a block "
                                                   r"into a power of two of beats, not 3$"),
    (lambda: BlockFloat().create_encoder(lanes=4), r"^Words must have a power of two of bits and "
                                                   r"more than the values of 4 lanes, not 32$"),
])
def test_impossible_blocks_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
