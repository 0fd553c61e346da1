"""Images that travel compressed: frames of one length, and the hardware that equals the model."""

from dataclasses import replace

import numpy as np
import pytest

from gossamer_hw.link.link_codec import LinkCodec
from gossamer_sim.bench import check_streams_amaranth

CODECS = [
    LinkCodec(rows=8, columns=8, words=12), LinkCodec(rows=7, columns=10, words=20),
    LinkCodec(rows=5, columns=6, channels=3, low=-70, high=5, words=40),
    LinkCodec(rows=1, columns=13, words=4),
]


def images(codec, count, seed):
    """Smooth ones, noise, and constants."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:codec.rows, :codec.columns * codec.channels]
    kinds = [lambda: 90 * np.sin((x + rng.integers(9)) / 5) * np.cos(y / 4),
             lambda: rng.integers(-128, 128, x.shape),
             lambda: np.full(x.shape, rng.integers(-128, 128))]
    return np.array([kinds[i % 3]().reshape(-1) for i in range(count)]).astype(np.int8)


def elements(rows):
    return [{"data": int(value), "last": i == len(row) - 1}
            for row in rows for i, value in enumerate(row)]


def frames(rows):
    return elements(rows.astype(np.int8))


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_hardware_is_the_model(codec):
    sent = codec.encode(images(codec, 3, 1))
    check_streams_amaranth(codec.create_decoder(), {"i": frames(sent)},
                           {"o": elements(codec.decode(sent))}, stall=0.2, seed=2)


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_frames_have_one_length_and_keep_what_finds_room(codec):
    given = images(codec, 6, 3)
    sent = codec.encode(given)
    assert sent.shape == (6, codec.frame)
    roomy = replace(codec, low=-128, high=127).whole()
    # The transform rounds in bits below the integers, so with all planes nothing is lost.
    assert (roomy.decode(roomy.encode(given)) == given).all()
    assert (codec.decode(sent)[2] == given[2].clip(codec.low, codec.high)).all()


@pytest.mark.parametrize("codec", CODECS[::3], ids=lambda codec: codec.name)
def test_damaged_frames_become_images_and_the_next_one_decodes(codec):
    rng = np.random.default_rng(7)
    sent = codec.encode(images(codec, 8, 4))
    for number in range(0, 8, 2):
        flips = rng.integers(0, codec.frame, 1 + number // 4)
        sent[number, flips] ^= (1 << rng.integers(0, 8, len(flips))).astype(np.uint8)
    sent[4, 0], sent[6, 0] = 255, 0
    check_streams_amaranth(codec.create_decoder(), {"i": frames(sent)},
                           {"o": elements(codec.decode(sent))}, stall=0.1, seed=2)


def test_impossible_images_are_refused():
    with pytest.raises(ValueError, match=r"^Images must have at least one element, not 0 x 4 x 1$"):
        LinkCodec(rows=0, columns=4, words=9)
    with pytest.raises(ValueError, match=r"^Images of a single row must have a single channel, "
                                         r"not 2$"):
        LinkCodec(rows=1, columns=4, channels=2, words=9)
    with pytest.raises(ValueError, match=r"^A frame of 4 blocks must have at least 3 words, "
                                         r"not 2$"):
        LinkCodec(rows=8, columns=8, words=2)
