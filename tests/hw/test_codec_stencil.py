"""The stencil core and its system: the model's values, with the compressor and without."""

import numpy as np
import pytest
from benchmarks.stencil import Step, System, simulate, step, volume

from gossamer_hw.codec import FLOAT32, Limits

SHAPE = (3, 4, 8)


def words(array):
    return FLOAT32.patterns(array).reshape(-1).tolist()


def test_a_step_is_the_mean_of_the_neighbours_and_twice_the_value():
    array = volume((4, 8, 8))
    inner = array[1:-1, 1:-1, 1:-1].astype(float)
    total = 2 * inner
    for axis in range(3):
        for shift in (1, -1):
            total += np.roll(array, shift, axis)[1:-1, 1:-1, 1:-1]
    assert np.abs(step(array)[1:-1, 1:-1, 1:-1] - total / 8).max() < 2.0**-24
    assert (step(array)[0] == array[0]).all()


@pytest.mark.parametrize("bandwidth", [0.25, 2])
def test_the_core_gives_the_step_of_the_model(bandwidth):
    array = volume(SHAPE)
    cycles = simulate(System(SHAPE), words(array), dict(enumerate(words(step(array)))), bandwidth)
    assert cycles >= 2 * array.size / bandwidth - 8 or bandwidth == 2


@pytest.mark.slow
def test_the_core_behind_the_compressed_memory_gives_the_same_step():
    made = Step.of(volume(SHAPE), Limits.accuracy(1e-4))
    assert simulate(System(SHAPE, made.store, made.lengths), made.words, made.expected, 1.0) < 2000
