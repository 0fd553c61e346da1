"""Damaged streams: every decoder gives as many blocks as it should, flags them, and goes on."""

import numpy as np
import pytest
from tests.hw.codec_pair import Flagged, damage
from tests.hw.test_codec_zfpl import patterns_of
from tests.hw.test_codec_zfpl_hardware import beats, words

from gossamer_hw.codec import (
    BFLOAT16,
    FLOAT16,
    FLOAT32,
    BlockFloat,
    Chunks,
    Integer,
    Limits,
    Szfp1d,
    ZfpL,
)
from gossamer_hw.codec.geometry import limits_values
from gossamer_sim.bench import check_streams_amaranth

CASES = [
    (ZfpL(values=Integer(bits=8)), Limits.precision(9)),
    (ZfpL(values=FLOAT16, dimension=1), Limits.accuracy(2.0**-4)),
    (ZfpL(values=BFLOAT16, dimension=1), Limits.rate(7, 1)),
    (Szfp1d(), Limits.precision(32)), (Szfp1d(values=FLOAT16), Limits.accuracy(2.0**-4)),
    (BlockFloat(share=8), Limits()),
]


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow),
                                  pytest.param(3, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("codec", "limits"), CASES, ids=[
    f"{codec.name}-{limits.bits}" for codec, limits in CASES])
def test_a_damaged_chunk_harms_itself_only(codec, limits, seed):
    rng = np.random.default_rng(seed)
    patterns = patterns_of(codec.values, rng, (48, codec.size))
    whole = Chunks.of(codec.strings(patterns, limits), 3).chunks
    chunks = damage(whole, rng)
    models = [codec.decode_chunk(chunk, limits) for chunk in chunks]
    flags = [int(damaged) for _, damaged in models]
    assert not any(flags[::4])
    assert sum(flags) >= 3
    back = [beat for blocks, _ in models for beat in beats(blocks, 1)]
    assert len(back) == patterns.size
    options = {} if not isinstance(codec, ZfpL) else {"fixed_rate": limits.bits > 0}
    decoder = codec.create_decoder(**options)
    constants = limits_values(decoder.geometry, limits) if hasattr(decoder, "geometry") else {}
    check_streams_amaranth(
        Flagged(decoder), {"counts": [chunk.blocks for chunk in chunks],
                           "sent": [word for chunk in chunks for word in words(chunk, 32)]},
        {"back": back, "flags": flags}, stall=0.2, seed=seed, constants=constants)


def test_float32_is_larger_and_no_different():
    test_a_damaged_chunk_harms_itself_only(ZfpL(values=FLOAT32), Limits.precision(14), 4)
