"""Frames, deframer and identity: bytes on the wire."""

import doctest
import random
import zlib

import pytest

from gossamer.errors import GossamerError
from gossamer.runtime import protocol
from gossamer.runtime.identity import Counters, Identity, Tensor, decode
from gossamer.runtime.protocol import Deframer, Frame, Reason, Type, control

IDENTITY = Identity(
    design=bytes(range(32)), name="digits",
    input=Tensor(shape=(8, 8, 1), scale=1 / 16, offset=128),
    output=Tensor(shape=(10,), scale=0.3),
    clock_hz=24_375_000, baud=1_000_000,
)


def frames(count, seed=0):
    rng = random.Random(seed)
    return [
        Frame(type=Type.DATA, sequence=rng.randrange(256), frame_id=rng.randrange(65536),
              stream=rng.randrange(256), level=rng.randrange(256),
              payload=rng.randbytes(rng.randrange(1, 300)))
        for _ in range(count)
    ]


def test_the_documented_example_is_what_is_sent():
    assert doctest.testmod(protocol).failed == 0


def test_a_frame_is_laid_out_as_in_the_byte_table():
    raw = Frame(type=Type.DATA, sequence=0x12, stream=0x34, level=0x56, frame_id=0x789A,
                payload=b"\x01\x02\x03").encode()
    assert raw[:13] == bytes.fromhex("47 01 12 00 34 56 9a 78 03 00 01 02 03")
    assert raw[13:] == zlib.crc32(raw[1:13]).to_bytes(4, "little")
    assert control(Type.NACK, 7, credit=1, reason=Reason.BUSY).encode()[:12] == bytes.fromhex(
        "47 01 07 02 00 00 00 00 02 00 01 03")


def test_frames_survive_being_cut_anywhere():
    rng = random.Random(1)
    sent = frames(50)
    raw = b"".join(frame.encode() for frame in sent)
    deframer, received = Deframer(), []
    while raw:
        cut = rng.randrange(1, 40)
        received += deframer.feed(raw[:cut])
        raw = raw[cut:]
    assert received == sent
    assert deframer.dropped == 0


def test_every_intact_frame_is_found_between_damaged_ones_and_noise():
    rng = random.Random(2)
    sent = frames(60, seed=3)
    intact, raw = [], b""
    for frame in sent:
        raw += bytes(rng.choice([0x47, 0x01, 0x00, rng.randrange(256)])
                     for _ in range(rng.randrange(6)))
        encoded = bytearray(frame.encode())
        if rng.random() < 0.5:
            encoded[rng.randrange(len(encoded))] ^= 1 << rng.randrange(8)
        else:
            intact.append(frame)
        raw += encoded
    deframer = Deframer()
    received = deframer.feed(raw)
    received += deframer.resynchronise()
    assert received == intact
    assert deframer.dropped > 0


def test_no_single_damaged_byte_is_accepted():
    raw = frames(1)[0].encode()
    for position in range(len(raw)):
        damaged = bytearray(raw)
        damaged[position] ^= 0x55
        deframer = Deframer()
        assert deframer.feed(bytes(damaged)) + deframer.resynchronise() == []


def test_a_payload_that_the_length_cannot_say_is_refused():
    with pytest.raises(GossamerError, match=(
            r"^A frame carries at most 65535 bytes, not 65536; split the tensor\.$")):
        Frame(type=Type.DATA, payload=bytes(65536)).encode()


def test_identity_comes_back_from_its_bytes():
    counters = Counters(cycles=2**32 - 1, inferences=3)
    payload = IDENTITY.encode() + bytes.fromhex("ffffffff 03000000")
    assert decode(payload) == (IDENTITY, counters)


def test_a_short_identity_is_refused():
    payload = IDENTITY.encode() + bytes(8)
    for length in range(len(payload)):
        with pytest.raises(GossamerError, match=(
                r"^The device's identity is cut short; flash the board again\.$")):
            decode(payload[:length])


def test_an_identity_of_another_layout_is_refused():
    with pytest.raises(GossamerError, match=(
            r"^The device's identity has layout 9, and this version of Gossamer reads 1; update "
            r"Gossamer or flash the board again\.$")):
        decode(b"\x09" + IDENTITY.encode()[1:] + bytes(8))


def test_a_design_hash_has_32_bytes():
    with pytest.raises(GossamerError, match=(
            r"^A design's hash has 32 bytes, not 3; use SHA-256\.$")):
        Identity(design=b"abc", input=IDENTITY.input, output=IDENTITY.output).encode()
