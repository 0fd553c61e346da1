"""Inputs that travel compressed: frames of their own length, and hardware that equals the model."""

import numpy as np
import pytest
from amaranth.sim import Simulator

from gossamer_hw.codec import Limits
from gossamer_hw.link.codecs import link_codec
from gossamer_hw.link.zeros_link import ZerosLink
from gossamer_hw.link.zfpl_link import ZfplLink
from gossamer_sim.bench import check_streams_amaranth

ZFPL = [
    ZfplLink(rows=8, columns=8, words=14, noise=9.0), ZfplLink(rows=7, columns=10, words=20),
    ZfplLink(rows=5, columns=6, channels=3, low=-70, high=5, words=40),
    ZfplLink(rows=1, columns=13, words=4, noise=2.0),
]
ZEROS = [
    ZerosLink(elements=64), ZerosLink(elements=70, group=4, blank=-128, drop=1),
    ZerosLink(elements=13, group=2, low=0, high=16, blank=3),
    ZerosLink(elements=1, group=8, low=-5, high=-4, blank=-4),
    ZerosLink(elements=40, group=3, low=-70, high=100, drop=3, blank=99),
]
CODECS = ZFPL + ZEROS


def images(codec, count, seed):
    """Smooth ones, noise, and constants, of which most is blank."""
    rng = np.random.default_rng(seed)
    rows = getattr(codec, "rows", 1)
    y, x = np.mgrid[:rows, :codec.size // rows]
    kinds = [lambda: 90 * np.sin((x + rng.integers(9)) / 5) * np.cos(y / 4),
             lambda: rng.integers(-128, 128, x.shape),
             lambda: np.full(x.shape, rng.integers(-128, 128))]
    found = np.array([kinds[i % 3]().reshape(-1) for i in range(count)]).astype(np.int8)
    blank = rng.random(found.shape) < 0.6 * (np.arange(count)[:, None] % 2)
    return np.where(blank, getattr(codec, "blank", 0), found).astype(np.int8)


def elements(rows):
    return [{"data": int(value), "last": i == len(row) - 1}
            for row in rows for i, value in enumerate(row)]


def payloads(frames):
    return elements([np.frombuffer(frame, np.int8) for frame in frames])


def damaged(codec, seed):
    """Frames of which every second one is cut, extended, or has flipped bits."""
    rng = np.random.default_rng(seed)
    frames = codec.encode(images(codec, 12, seed))
    for number in range(0, 12, 2):
        frame = bytearray(frames[number])
        match number % 6:
            case 0:
                del frame[int(rng.integers(1, len(frame) + 1)):]
            case 2:
                frame += rng.bytes(int(rng.integers(1, 7)))
            case 4:
                for place in rng.integers(0, len(frame), 2):
                    frame[place] ^= 1 << int(rng.integers(0, 8))
        frames[number] = bytes(frame)
    return frames


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_hardware_is_the_model(codec):
    sent = codec.encode(images(codec, 3, 1))
    check_streams_amaranth(codec.create_decoder(), {"i": payloads(sent)},
                           {"o": elements(codec.decode(sent))}, stall=0.2, seed=2)


@pytest.mark.parametrize("codec", [ZFPL[0], ZFPL[3], *ZEROS[1:3]], ids=lambda codec: codec.name)
def test_damaged_frames_become_inputs_and_the_next_one_decodes(codec):
    sent = damaged(codec, 4)
    # One of a single byte, and one that begins with more planes than there are.
    sent += [b"\xff", b"\xff" * 3, codec.encode(images(codec, 1, 5))[0]]
    check_streams_amaranth(codec.create_decoder(), {"i": payloads(sent)},
                           {"o": elements(codec.decode(sent))}, stall=0.1, seed=2)


@pytest.mark.parametrize("noise", [0.0, 9.0])
def test_zfpl_keeps_as_few_planes_as_the_noise_allows(noise):
    codec = ZfplLink(rows=7, columns=10, words=200, noise=noise)
    given = images(codec, 6, 3)
    frames = codec.encode(given)
    for frame, image, seen in zip(frames, given.reshape(-1, 7, 10), codec.decode(frames),
                                  strict=True):
        # What the compressor makes of it with one plane after the other.
        errors = [np.mean(image.astype(float) ** 2)]
        for planes in range(1, codec.planes + 1):
            limits = Limits.precision(planes)
            chunks = codec.codec.encode(image, limits)
            back = codec.codec.decode(chunks, image.shape, limits)
            errors.append(np.mean((back - image.astype(float)) ** 2))
        assert frame[0] == next(i for i in range(17) if max(errors[i:]) <= noise)
        assert np.mean((seen - image.reshape(-1).astype(float)) ** 2) == errors[frame[0]]


@pytest.mark.parametrize("codec", ZFPL, ids=lambda codec: codec.name)
def test_zfpl_frames_find_room(codec):
    frames = codec.encode(images(codec, 9, 6))
    assert len({len(frame) for frame in frames}) > 1
    assert max(map(len, frames)) <= codec.frame


@pytest.mark.parametrize("codec", ZEROS, ids=lambda codec: codec.name)
def test_zeros_are_exact_up_to_the_bits_that_are_dropped(codec):
    given = images(codec, 12, 3).clip(codec.low, codec.high)
    frames = codec.encode(given)
    errors = np.abs(codec.decode(frames) - given.astype(int))
    # The step below the highest element may be a short one.
    assert errors.max() <= (1 << codec.drop) - 1
    assert errors.max() <= 1 << codec.drop >> 1 or given.max() > codec.high - (1 << codec.drop)
    assert max(map(len, frames)) <= codec.frame
    assert [-(-width // 8) for width in codec.widths(given)] == [len(frame) for frame in frames]


def test_zeros_frames_are_these_bits():
    codec = ZerosLink(elements=5, group=2, low=0, high=9, blank=0)
    frame, = codec.encode(np.array([[0, 0, 7, 0, 9]], np.int8))
    # A zero; a one, 7 and 0; a one and 9 in a group of one: lowest bits first.
    assert f"{int.from_bytes(frame, 'little'):b}" == "1001" "1" "0000" "0111" "1" "0"


@pytest.mark.parametrize("codec", [ZEROS[0], ZEROS[1]], ids=lambda codec: codec.name)
def test_zeros_pass_an_element_or_a_byte_in_a_cycle_and_tell_damage(codec):
    decoder = codec.create_decoder()
    given = images(codec, 4, 7)
    frames = codec.encode(given)
    broken = [frames[0], frames[1][:-1], frames[2] + b"\0", frames[3]]
    sent = payloads(broken)
    flags, cycles = [], 0

    async def source(ctx):
        for payload in sent:
            ctx.set(decoder.i.payload, payload)
            ctx.set(decoder.i.valid, 1)
            await ctx.tick().until(decoder.i.ready)
        ctx.set(decoder.i.valid, 0)

    async def sink(ctx):
        nonlocal cycles
        ctx.set(decoder.o.ready, 1)
        ended = 0
        while ended < len(frames):
            _, _, valid, last, busy, bad = await ctx.tick().sample(
                decoder.o.valid, decoder.o.payload.last, decoder.i.ready, decoder.damaged)
            cycles += 1
            ended += valid & last
            flags.append(bad)
        for _ in range(4):
            _, _, bad = await ctx.tick().sample(decoder.damaged)
            flags.append(bad)

    simulation = Simulator(decoder)
    simulation.add_clock(1e-6)
    simulation.add_testbench(sink)
    simulation.add_testbench(source, background=True)
    simulation.run()
    assert sum(flags) == 2
    assert cycles <= len(frames) * (codec.cycles + 4)


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.name)
def test_designs_keep_codecs(codec):
    assert link_codec(codec.to_json()) == codec


def test_impossible_codecs_are_refused():
    with pytest.raises(ValueError, match=r"^Images must have at least one element, not 0 x 4 x 1$"):
        ZfplLink(rows=0, columns=4, words=9)
    with pytest.raises(ValueError, match=r"^Images of a single row must have a single channel, "
                                         r"not 2$"):
        ZfplLink(rows=1, columns=4, channels=2, words=9)
    with pytest.raises(ValueError, match=r"^A frame of 4 blocks must have at least 3 words, "
                                         r"not 2$"):
        ZfplLink(rows=8, columns=8, words=2)
    with pytest.raises(ValueError, match=r"^Elements must have a range in -128\.\.127, not "
                                         r"3\.\.3$"):
        ZerosLink(elements=9, low=3, high=3, blank=3)
    with pytest.raises(ValueError, match=r"^Inputs must have at least one element and groups too, "
                                         r"not 9 and 0$"):
        ZerosLink(elements=9, group=0)
    with pytest.raises(ValueError, match=r"^The blank must be in the range 0\.\.5, not 6$"):
        ZerosLink(elements=9, low=0, high=5, blank=6)
    with pytest.raises(ValueError, match=r"^Of elements 0\.\.5 not all bits can be lost, 3$"):
        ZerosLink(elements=9, low=0, high=5, drop=3)
