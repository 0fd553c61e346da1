"""Szfp1d's encoder and decoder against the model, bit for bit, and their cycles."""

from dataclasses import dataclass

import numpy as np
import pytest
from tests.hw.test_codec_zfpl import patterns_of
from tests.hw.test_codec_zfpl_hardware import beats, check_pair, traffic, transfer_times, words

from gossamer_hw.codec import BFLOAT16, FLOAT16, FLOAT32, Chunks, Float, Limits, Szfp1d
from gossamer_hw.codec.geometry import limits_values
from gossamer_sim.bench import check_streams_amaranth


@dataclass(frozen=True)
class Case:
    values: Float
    lanes: int
    limits: Limits
    port: int = 32

    def __str__(self):
        return (f"{self.values.name}-{self.lanes}-{self.port}-{self.limits.planes}."
                f"{self.limits.exponent}")

    @property
    def codec(self):
        return Szfp1d(values=self.values)

    def part(self, direction):
        return getattr(self.codec, f"create_{direction}")(lanes=self.lanes, port=self.port)


CASES = [
    Case(FLOAT32, 1, Limits.precision(22)), Case(FLOAT32, 4, Limits()),
    Case(FLOAT32, 2, Limits.accuracy(2.0**-7), 64), Case(BFLOAT16, 1, Limits.precision(9)),
    Case(FLOAT16, 2, Limits.accuracy(2.0**-3)),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_hardware_is_the_model(case):
    given, sent, back, counts = traffic(case, 18, 5, seed=1)
    decoder, encoder = case.part("decoder"), case.part("encoder")
    constants = limits_values(decoder.geometry, case.limits)
    check_streams_amaranth(decoder, {"counts": counts, "i": sent}, {"o": back}, stall=0.2, seed=1,
                           constants=constants)
    check_streams_amaranth(encoder, {"i": given}, {"o": sent}, stall=0.2, seed=2,
                           constants=constants)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES[::2], ids=str)
def test_ten_thousand_blocks_are_the_same_in_verilog(case, tmp_path):
    check_pair(case, case.part("encoder"), case.part("decoder"), case.limits, tmp_path)


@pytest.mark.parametrize(("lanes", "groups"), [(1, 1), (1, 4), (4, 3), (4, 6)])
def test_a_block_takes_the_larger_of_its_beats_and_its_groups_and_two(lanes, groups):
    case = Case(FLOAT32, lanes, Limits.precision(6 * groups))
    count, skip = 40, 25
    patterns = patterns_of(FLOAT32, np.random.default_rng(4), (count, 4)) | 1 << 27
    chunk, = Chunks.of(case.codec.strings(patterns, case.limits), None).chunks
    cycles = max(4 // lanes, groups + 2 + (groups > 4))

    given = beats(patterns, lanes)
    times = transfer_times(case.part("decoder"), case.limits,
                           {"counts": [count], "i": words(chunk, 32)}, "o", len(given))
    ends = times[4 // lanes - 1::4 // lanes]
    assert ends[-1] - ends[skip] == (count - 1 - skip) * cycles

    times = transfer_times(case.part("encoder"), case.limits, {"i": given}, "i", len(given))
    ends = times[4 // lanes - 1::4 // lanes]
    assert ends[-1] - ends[skip] == (count - 1 - skip) * cycles


def test_lanes_must_divide_a_block():
    with pytest.raises(ValueError, match=r"^Lanes must divide the 4 values of a block, not 3$"):
        Szfp1d().create_decoder(lanes=3)
