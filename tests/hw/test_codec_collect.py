"""The collector gives whole numbers of their digits, whoever waits."""

import numpy as np
import pytest

from gossamer_hw.codec.collect import Collector
from gossamer_sim.bench import check_streams_amaranth


@pytest.mark.parametrize(("lanes", "digit", "steps", "kept"), [
    (1, 2, 16, 18), (4, 8, 4, 24), (2, 1, 5, 5),
])
def test_numbers_are_those_of_their_highest_digits(lanes, digit, steps, kept):
    rng = np.random.default_rng(0)
    blocks = rng.integers(0, 1 << digit * steps, (6, 16))
    digits = [{"digits": sum((int(number) >> digit * step & (1 << digit) - 1) << digit * place
                             for place, number in enumerate(block)), "last": step == steps - 1}
              for block in blocks for step in range(steps)]
    numbers = (blocks >> digit * steps - kept).reshape(-1, lanes).tolist()
    for stall in (0.0, 0.3):
        check_streams_amaranth(
            Collector(numbers=16, lanes=lanes, digit=digit, kept=kept),
            {"i": digits}, {"o": numbers}, stall=stall, seed=1)
