"""Results that travel compressed: nothing is lost, and hardware equals the model."""

import numpy as np
import pytest
from tests.hw.test_link_codec import elements

from gossamer_hw.codec.block import Block
from gossamer_hw.link.codecs import result_codec
from gossamer_hw.link.zeros_results import ZerosResults
from gossamer_hw.link.zfpl_results import ZfplResults
from gossamer_sim.bench import check_streams_amaranth

ZFPL = [
    ZfplResults(rows=6, columns=7, low=0, high=255),
    ZfplResults(rows=5, columns=4, channels=3, low=-3, high=9),
    ZfplResults(rows=4, columns=5, low=-20_000, high=32_767),
]
ZEROS = [
    ZerosResults(elements=60, low=-128, high=127, blank=-128),
    ZerosResults(elements=1, low=-1, high=0, blank=0),
    ZerosResults(elements=33, low=-32_768, high=32_767, blank=5),
]
CODECS = ZFPL + ZEROS


def results(codec, count, seed):
    """Extremes, noise, smooth ones, and blanks."""
    rng = np.random.default_rng(seed)
    blank = getattr(codec, "blank", codec.low)
    place = np.arange(codec.size) / codec.size
    kinds = [
        lambda: rng.choice([codec.low, codec.high], codec.size),
        lambda: rng.integers(codec.low, codec.high + 1, codec.size),
        lambda: (codec.low + (codec.high - codec.low) * (1 + np.sin(6 * place)) / 2).astype(int),
        lambda: np.where(rng.random(codec.size) < 0.9, blank, codec.high),
        lambda: np.full(codec.size, blank),
    ]
    return np.array([kinds[number % len(kinds)]() for number in range(count)], np.int64)


def halves(frame):
    return np.frombuffer(frame, "<i2")


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_nothing_is_lost_and_frames_find_room(codec):
    given = results(codec, 100, 1)
    frames = codec.encode(given)
    assert (codec.decode(frames) == given).all()
    assert max(map(len, frames)) <= codec.frame
    assert min(map(len, frames)) < codec.frame or codec.size == 1


@pytest.mark.parametrize("bits", [1, 2, 5, 8, 9, 16])
def test_nothing_is_lost_of_the_hardest_blocks_of_any_width(bits):
    codec = ZfplResults(rows=4, columns=4, low=-(1 << bits - 1), high=(1 << bits - 1) - 1)
    rng = np.random.default_rng(bits)
    given = np.concatenate([
        rng.choice([codec.low, codec.high], (300, 16)),
        rng.integers(codec.low, codec.high + 1, (300, 16))])
    assert (codec.decode(codec.encode(given)) == given).all()


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_hardware_is_the_model(codec):
    given = results(codec, 5, 2)
    check_streams_amaranth(
        codec.create_encoder(), {"i": elements(given)},
        {"o": elements([halves(frame) for frame in codec.encode(given)])}, stall=0.2, seed=2)


@pytest.mark.parametrize(("rows", "columns", "channels"), [(4, 4, 1), (6, 5, 1), (3, 7, 2),
                                                           (9, 2, 3)])
def test_rows_become_blocks(rows, columns, channels):
    codec = ZfplResults(rows=rows, columns=columns, channels=channels, low=-512, high=511)
    images = np.random.default_rng(0).integers(-512, 512, (3, codec.size))
    expected = [{"value": int(value), "last": place == 16 * codec.blocks - 1}
                for image in images for place, value in enumerate(
                    codec.image.cut(codec.codec, image).reshape(-1))]
    for stall in (0.0, 0.3):
        check_streams_amaranth(
            Block(rows=rows, columns=columns, channels=channels, width=10),
            {"i": images.reshape(-1).tolist()}, {"o": expected}, stall=stall, seed=1)


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_frames_that_no_encoder_makes_are_refused(codec):
    frame, = codec.encode(results(codec, 1, 3))
    assert result_codec(codec.to_json()) == codec
    with pytest.raises(ValueError, match=r"^A frame of results must end with its results$"):
        codec.decode([frame + b"\1\0\0\0"])
    with pytest.raises(ValueError, match=r"^Frames of results must be whole words, not \d+ bytes$"):
        codec.decode([frame + b"\1"])
    if len(frame) > 4:
        with pytest.raises(ValueError, match=r"^A frame of results must end with its results$"):
            codec.decode([frame[:-4]])


def test_impossible_codecs_are_refused():
    with pytest.raises(ValueError, match=r"^Images of results must have two rows at least, not "
                                         r"one$"):
        ZfplResults(rows=1, columns=9, low=0, high=3)
    with pytest.raises(ValueError, match=r"^Outputs must have a range in -32768\.\.32767, not "
                                         r"5\.\.5$"):
        ZerosResults(elements=3, low=5, high=5, blank=5)
    with pytest.raises(ValueError, match=r"^The blank must be in the range 0\.\.3, not 4$"):
        ZerosResults(elements=3, low=0, high=3, blank=4)
    with pytest.raises(ValueError, match=r"^Results must have at least one element, not 0$"):
        ZerosResults(elements=0, low=0, high=3, blank=0)
