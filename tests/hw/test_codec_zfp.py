"""The reference model of ZFP against the library: the same bytes, the same numbers."""

import numpy as np
import pytest
import zfpy
from hypothesis import given, settings
from hypothesis import strategies as st

from gossamer_hw.codec import Limits, Zfp

SHAPES = st.one_of(
    st.tuples(st.integers(1, 70)), st.tuples(st.integers(1, 18), st.integers(1, 18)))


def _finite(patterns):
    """Floats of any bit pattern, infinities and NaNs apart."""
    values = patterns.astype(np.uint32).view(np.float32)
    return np.where(np.isfinite(values), values, np.float32(1))


#: From a generator and a shape to an array.
ARRAYS = {
    "random": lambda rng, shape: rng.standard_normal(shape).astype(np.float32),
    "smooth": lambda rng, shape: np.sin(
        np.indices(shape).sum(0) * rng.random() + rng.random()).astype(np.float32),
    "constant": lambda rng, shape: np.full(shape, rng.standard_normal(), np.float32),
    "zero": lambda rng, shape: np.zeros(shape, np.float32),
    "some zeros": lambda rng, shape: (
        rng.standard_normal(shape) * (rng.random(shape) < 0.2)).astype(np.float32),
    "small": lambda rng, shape: (rng.standard_normal(shape) * 2.0**-97).astype(np.float32),
    "denormal": lambda rng, shape: rng.integers(0, 1 << 23, shape).astype(np.uint32).view(
        np.float32),
    "largest": lambda rng, shape: np.where(
        rng.random(shape) < 0.5, 1, -1).astype(np.float32) * np.finfo(np.float32).max,
    "any bits": lambda rng, shape: _finite(rng.integers(0, 1 << 32, shape)),
    "integers": lambda rng, shape: rng.integers(
        1 - (1 << 30), 1 << 30, shape, endpoint=True).astype(np.int32),
    "small integers": lambda rng, shape: rng.integers(-300, 300, shape).astype(np.int32),
}
TYPES = {"f": zfpy.type_float, "i": zfpy.type_int32}


def equals_the_library(array, limits, **mode):
    codec = Zfp(dimension=array.ndim)
    stream = zfpy.compress_numpy(array, write_header=False, **mode)
    assert codec.encode(array, limits) == stream
    expected = zfpy._decompress(stream, TYPES[array.dtype.kind], array.shape, **{
        "tolerance": -1, "rate": -1, "precision": -1, **mode})
    # Infinities as well, which large numbers may become.
    assert codec.decode(stream, array.shape, array.dtype, limits).tobytes() == expected.tobytes()


@pytest.mark.parametrize("kind", ARRAYS)
@settings(max_examples=25)
@given(shape=SHAPES, seed=st.integers(0, 1 << 30), rate=st.floats(2.5, 34))
def test_fixed_rate_is_that_of_the_library(kind, shape, seed, rate):
    array = ARRAYS[kind](np.random.default_rng(seed), shape)
    equals_the_library(array, Limits.rate(rate, len(shape)), rate=rate)


@pytest.mark.parametrize("kind", ARRAYS)
@settings(max_examples=25)
@given(shape=SHAPES, seed=st.integers(0, 1 << 30), planes=st.integers(1, 40))
def test_fixed_precision_is_that_of_the_library(kind, shape, seed, planes):
    array = ARRAYS[kind](np.random.default_rng(seed), shape)
    equals_the_library(array, Limits.precision(planes), precision=planes)


@pytest.mark.parametrize("kind", [kind for kind in ARRAYS if "integers" not in kind])
@settings(max_examples=25)
@given(shape=SHAPES, seed=st.integers(0, 1 << 30),
       tolerance=st.floats(-120, 10).map(lambda exponent: 2.0**exponent))
def test_fixed_accuracy_is_that_of_the_library(kind, shape, seed, tolerance):
    array = ARRAYS[kind](np.random.default_rng(seed), shape)
    equals_the_library(array, Limits.accuracy(tolerance), tolerance=tolerance)


@pytest.mark.parametrize(("call", "error", "message"), [
    (lambda: Zfp(dimension=3), ValueError, r"^Blocks must have 1 or 2 dimensions, not 3$"),
    (lambda: Zfp().encode(np.zeros(4), Limits()), TypeError,
     r"^ZFP takes float32 and int32 arrays here, not float64$"),
    (lambda: Zfp().encode(np.zeros(4, np.float32), Limits()), ValueError,
     r"^ZFP of 2 dimensions takes no 1-D array$"),
    (lambda: Zfp().encode(np.full((4, 4), np.nan, np.float32), Limits()), ValueError,
     r"^ZFP cannot hold infinities and NaNs$"),
    (lambda: Zfp().encode(np.zeros((4, 4), np.float32), Limits(bits=8)), ValueError,
     r"^Blocks of floats must have at least 9 bits, not 8$"),
    (lambda: Limits(bits=-1), ValueError,
     r"^Blocks must have 0 bits, for any size, or more, not -1$"),
    (lambda: Limits.precision(0), ValueError, r"^At least one bit plane must be kept, not 0$"),
    (lambda: Limits.accuracy(0.0), ValueError, r"^A tolerance must be more than zero, not 0\.0$"),
])
def test_what_cannot_be_is_refused(call, error, message):
    with pytest.raises(error, match=message):
        call()
