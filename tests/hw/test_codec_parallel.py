"""Several decoders in parallel: the same values in the same order, and so much faster."""

import numpy as np
import pytest
from tests.hw.test_codec_zfpl_hardware import Case, beats, transfer_times, words

from gossamer_hw.codec import FLOAT32, Chunks, Limits
from gossamer_hw.codec.geometry import limits_values
from gossamer_hw.codec.parallel import ParallelDecoder
from gossamer_sim.bench import check_streams_amaranth

BLOCKS, CHUNK = 20, 2
CASE = Case(FLOAT32, 2, 8, 1, Limits.precision(23))


def traffic():
    patterns = FLOAT32.patterns(np.random.default_rng(6).standard_normal((BLOCKS, 16)))
    chunks = Chunks.of(CASE.codec.strings(patterns, CASE.limits), CHUNK).chunks
    back = [beat for chunk in chunks for beat in beats(
        CASE.codec.decode_chunk(chunk, CASE.limits)[0], CASE.lanes)]
    sent = {"counts": [chunk.blocks for chunk in chunks],
            "i": [word for chunk in chunks for word in words(chunk, CASE.port)]}
    return sent, back


def parallel(number):
    part = ParallelDecoder([CASE.part("decoder") for _ in range(number)], words=32, beats=8)
    part.geometry = part.decoders[0].geometry
    return part


@pytest.mark.parametrize("number", [2, pytest.param(3, marks=pytest.mark.slow)])
def test_values_come_in_order(number):
    sent, back = traffic()
    part = parallel(number)
    check_streams_amaranth(part, sent, {"o": back}, stall=0.1,
                           constants=limits_values(part.geometry, CASE.limits))


def test_twice_the_decoders_take_half_the_time():
    # Two beats and 24 planes a block: one decoder is far below what values and words allow.
    sent, back = traffic()
    times = {}
    for number in (1, 2):
        cycles = transfer_times(parallel(number), CASE.limits, sent, "o", len(back))
        times[number] = cycles[-1] - cycles[len(back) // 4]
    assert times[1] / times[2] == pytest.approx(2, rel=0.1)
