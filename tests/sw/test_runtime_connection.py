"""The connection: exactly once over lines that lose, damage and cut."""

import os
import random
import select
import threading
import tty
from dataclasses import replace

import numpy as np
import pytest

from gossamer.errors import GossamerError
from gossamer.runtime.connection import Connection
from gossamer.runtime.device import Device
from gossamer.runtime.identity import Identity, Tensor
from gossamer.runtime.protocol import Deframer, Frame, Reason, Type, control
from gossamer.runtime.responder import Responder
from gossamer_hw.link.wire import FOREIGN, LOAD_LENGTH, UNLOADED, LoadType

SIZE = 6
IDENTITY = Identity(
    design=bytes(32), input=Tensor(shape=(2, 3), scale=1.0), output=Tensor(shape=(2,), scale=1.0),
)


class Line:
    """A transport to a responder; silence takes no time."""

    def __init__(self, harm=lambda data, rng: data, seed=0):
        self.harm = harm
        self.rng = random.Random(seed)
        self.computed = []
        self.responder = Responder(
            identity=IDENTITY.encode(), input_size=SIZE, infer=self.infer)
        self.incoming = b""
        self.written = b""

    def infer(self, payload):
        self.computed.append(payload)
        values = np.frombuffer(payload, np.int8).astype(np.int16)
        return np.array([values.sum(), values.max()], "<i2").tobytes()

    def write(self, data):
        self.written += data
        self.answer(self.responder.feed(self.harm(data, self.rng)))

    def answer(self, data):
        # Each frame meets its own fate.
        for frame in Deframer().feed(data):
            self.incoming += self.harm(frame.encode(), self.rng)

    def read(self, count, timeout):
        count = self.rng.randrange(1, count)
        data, self.incoming = self.incoming[:count], self.incoming[count:]
        if not data:
            self.answer(self.responder.silence())
        return data


def lose(data, rng):
    return b"" if rng.random() < 0.2 else data


def damage(data, rng):
    data = bytearray(data)
    if rng.random() < 0.2:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def cut(data, rng):
    return data[:rng.randrange(len(data))] if rng.random() < 0.2 else data


def repeat(data, rng):
    return data * 2 if rng.random() < 0.2 else data


def babble(data, rng):
    return rng.choice([b"", b"G", b"G\x01", rng.randbytes(5)]) + data


def tensors(count):
    rng = random.Random(9)
    return [rng.randbytes(SIZE) for _ in range(count)]


def expected(sent):
    line = Line()
    return [line.infer(tensor) for tensor in sent]


@pytest.mark.parametrize("harm", [None, lose, damage, cut, repeat, babble])
def test_every_tensor_is_computed_once_and_in_order(harm):
    sent = tensors(300)
    line = Line(harm, seed=4) if harm else Line()
    connection = Connection(line, retries=50)
    connection.identify()
    assert connection.exchange(sent) == expected(sent)
    assert line.computed == sent


def test_a_clean_line_carries_nothing_twice():
    sent = tensors(20)
    line = Line()
    connection = Connection(line)
    connection.identify()
    assert connection.exchange(sent[:7]) + connection.exchange(sent[7:]) == expected(sent)
    frames = Deframer().feed(line.written)
    assert [frame.type for frame in frames].count(Type.DATA) == 20
    assert [frame.type for frame in frames].count(Type.NACK) == 0


def test_a_new_session_begins_where_the_old_one_was_lost():
    sent = tensors(9)
    line = Line()
    first = Connection(line)
    first.identify()
    first.exchange(sent[:3])
    # The old program sent two more tensors and died.
    line.write(Frame(type=Type.DATA, sequence=3, payload=sent[3]).encode())
    line.write(Frame(type=Type.DATA, sequence=4, payload=sent[4]).encode())
    line.incoming = b""
    second = Connection(line)
    second.identify()
    assert second.exchange(sent[5:]) == expected(sent[5:])
    assert line.computed == sent


@pytest.mark.parametrize("harm", [None, lose, damage])
@pytest.mark.parametrize("at", [1, 2, 100, 253, 254, 255, 256, 257])
def test_a_device_that_is_reset_gets_again_what_it_has_not_answered(harm, at):
    """Also where the sequence numbers begin again: 0 is what a new device awaits.

    After 254 results on a line without faults, the device has sent both results that it still had,
    256 tensors are answered, and the next one has the number 0 anyway. Such a reset has lost
    nothing, and nothing on the line differs from that of a device that was not reset.
    """
    sent = tensors(270)
    line = Line(harm, seed=at) if harm else Line()
    connection = Connection(line, retries=50)
    connection.identify()

    def progress(done):
        if done == at:
            line.responder.reset()

    assert connection.exchange(sent, progress) == expected(sent)
    lossless = (at, harm) == (254, None)
    assert connection.statistics.resets == (0 if lossless else 1)
    if lossless:
        assert line.computed == sent
        assert (connection.statistics.resent, connection.statistics.silences) == (0, 0)


@pytest.mark.parametrize("at", [1, 2, 100, 253, 254, 255, 256, 257])
def test_a_device_that_is_reset_before_it_hears_of_a_result_is_noticed(at):
    """One frame earlier: the acknowledgement makes room for a result that is lost without it."""
    sent = tensors(270)
    line = Line()
    connection = Connection(line, retries=50)
    connection.identify()
    write, acknowledged = line.write, []

    def cut_short(data):
        if Deframer().feed(data)[0].type == Type.ACK:
            acknowledged.append(data)
            if len(acknowledged) == at:
                line.responder.reset()
        write(data)

    line.write = cut_short
    assert connection.exchange(sent) == expected(sent)
    assert connection.statistics.resets == 1


def test_a_device_that_is_reset_often_answers_in_the_end():
    sent = tensors(600)
    line = Line(damage, seed=3)
    connection = Connection(line, retries=50)
    connection.identify()

    def progress(done):
        if done % 7 == 0:
            line.responder.reset()

    assert connection.exchange(sent, progress) == expected(sent)
    assert connection.statistics.resets > 50


def test_a_reset_between_two_exchanges_is_noticed():
    sent = tensors(20)
    line = Line()
    connection = Connection(line)
    connection.identify()
    connection.exchange(sent[:9])
    line.responder.reset()
    assert connection.exchange(sent[9:]) == expected(sent[9:])
    assert connection.statistics.resets == 1


def test_a_device_that_becomes_another_one_is_refused():
    line = Line()
    connection = Connection(line)
    connection.identify()

    def progress(done):
        line.responder.reset()
        line.responder.identity = replace(IDENTITY, design=bytes([1] * 32), name="other").encode()

    with pytest.raises(GossamerError, match=(
            r"^The device was '' and is now 'other', another design; open it again\.$")):
        connection.exchange(tensors(9), progress)


def test_a_late_acknowledgement_of_what_is_being_sent_again_is_no_error():
    class Script:
        answers = [
            Frame(type=Type.IDENTITY, payload=IDENTITY.encode() + bytes(8)),
            control(Type.ACK, 1, credit=2),
            # The host begins again at 1 while both frames are on their way to acceptance.
            control(Type.NACK, 1, credit=1, reason=Reason.CRC),
            control(Type.ACK, 3, credit=0),
            *(Frame(type=Type.DATA, sequence=n, payload=bytes([n] * 4)) for n in range(3)),
        ]

        def write(self, data):
            pass

        def read(self, count, timeout):
            return self.answers.pop(0).encode()

    connection = Connection(Script())
    connection.identify()
    assert connection.exchange(tensors(3)) == [bytes([n] * 4) for n in range(3)]


def test_silence_is_an_error_with_a_remedy():
    with pytest.raises(GossamerError, match=(
            r"^No device answers; check the cable, the port, the rate, and that the board is "
            r"flashed\.$")):
        Connection(Line(lambda data, rng: b""), retries=3).identify()


def test_a_line_that_only_babbles_is_no_device():
    class Babble:
        def write(self, data):
            pass

        def read(self, count, timeout):
            return b"GG\x01" * 1000

    with pytest.raises(GossamerError, match=r"^No device answers; "):
        Connection(Babble(), retries=2).identify()


def test_a_device_that_falls_silent_is_an_error_with_a_remedy():
    line = Line()
    connection = Connection(line, timeout=0.5, retries=4)
    connection.identify()
    connection.exchange(tensors(2))
    line.harm = lambda data, rng: b""
    with pytest.raises(GossamerError, match=(
            r"^The device has not finished an inference for 2 s, after 0 of 3; check the cable, "
            r"reset the board, and open it again\.$")):
        connection.exchange(tensors(3))


def test_a_device_that_another_program_used_is_noticed():
    line = Line()
    connection = Connection(line)
    connection.identify()
    for sequence in range(3):
        line.write(Frame(type=Type.DATA, sequence=sequence, payload=bytes(SIZE)).encode())
        line.write(Frame(type=Type.ACK, sequence=sequence + 1, payload=b"\2\0").encode())
    line.incoming = b""
    with pytest.raises(GossamerError, match=(
            r"^The device expects a tensor that was not sent yet; it was used by another program "
            r"meanwhile, so open it again\.$")):
        connection.exchange(tensors(1))


def test_device_takes_stored_integers_and_gives_scores():
    batch = np.arange(-30, 30, dtype=np.int8).reshape(10, 2, 3)
    with Device(Line()) as device:
        assert device.identity() == IDENTITY
        wanted = np.stack([batch.reshape(10, 6).sum(1), batch.reshape(10, 6).max(1)], axis=1)
        assert (device.infer(batch) == wanted).all()
        assert (device.infer(batch.reshape(10, 6)) == wanted).all()
        assert device.infer(batch).dtype == np.int16
        assert device.infer(batch[:0]).shape == (0, 2)


def test_device_refuses_another_type():
    with pytest.raises(GossamerError, match=(
            r"^The device takes stored integers of type int8, not float64; quantise the inputs "
            r"first\.$")):
        Device(Line()).infer(np.zeros((1, 2, 3)))


def test_device_refuses_another_shape():
    with pytest.raises(GossamerError, match=(
            r"^The device takes samples of shape \(2, 3\), not \(3, 2\); give an array with one "
            r"sample a row\.$")):
        Device(Line()).infer(np.zeros((1, 3, 2), np.int8))


def test_a_missing_port_is_named():
    with pytest.raises(GossamerError, match=(
            r"^Port /dev/nowhere cannot be opened at 1000000 baud \(No such file or directory\); "
            r"check its name, that the board is plugged in, and that no other program uses it\.$")):
        Device.open("/dev/nowhere")


def test_what_is_no_port_is_said_in_words():
    with pytest.raises(GossamerError, match=(
            r"^Port /dev/null cannot be opened at 1000000 baud "
            r"\(Inappropriate ioctl for device\); check ")):
        Device.open("/dev/null")
    with pytest.raises(GossamerError, match=r"^The name of the port is empty; give "):
        Device.open("")


class Answers:
    """A transport from which these frames come, one after each that is written."""

    def __init__(self, *frames):
        self.frames = list(frames)
        self.due = []
        self.written = 0

    def write(self, data):
        self.written += 1
        self.due += self.frames[:1]
        del self.frames[:1]

    def read(self, count, timeout):
        return self.due.pop().encode() if self.due else b""


LOADED = Frame(type=LoadType.LOADED, sequence=1, payload=b"\x01\0")


@pytest.mark.parametrize("reason", [Reason.CRC, Reason.ORDER, Reason.BUSY, UNLOADED])
def test_a_part_is_loaded_again_after_an_answer_to_something_else(reason):
    line = Answers(control(Type.NACK, 0, reason=reason), LOADED)
    Connection(line).load(bytes(LOAD_LENGTH))
    assert line.written == 2


@pytest.mark.parametrize(("reason", "sentence"), [
    (Reason.HEADER, "The device has no memory to load; flash the design that belongs to these "
     "weights."),
    (FOREIGN, "The board's SDRAM gives other weights than were loaded; reset the board, and build "
     "the design for a slower clock if that happens again."),
])
def test_a_device_that_takes_no_weights_says_why(reason, sentence):
    line = Answers(control(Type.NACK, 0, reason=reason), LOADED)
    with pytest.raises(GossamerError) as caught:
        Connection(line).load(bytes(LOAD_LENGTH))
    assert str(caught.value) == sentence


@pytest.fixture
def port():
    """A serial port with a responder at its other end."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    line = Line()
    done = threading.Event()

    def serve():
        while not done.is_set():
            if select.select([ours], [], [], 0.01)[0]:
                os.write(ours, line.responder.feed(os.read(ours, 4096)))

    thread = threading.Thread(target=serve)
    thread.start()
    yield os.ttyname(theirs)
    done.set()
    thread.join()
    os.close(ours)
    os.close(theirs)


def test_device_works_over_a_serial_port(port):
    batch = np.arange(60, dtype=np.int8).reshape(10, 6)
    with Device.open(port) as device:
        assert device.identity() == IDENTITY
        assert (device.infer(batch)[:, 0] == batch.sum(1)).all()


def test_a_port_where_nobody_answers_is_named():
    ours, theirs = os.openpty()
    name = os.ttyname(theirs)
    with pytest.raises(GossamerError, match=(
            rf"^On {name}: No device answers; check the cable, the port, the rate, and that the "
            r"board is flashed\.$")):
        Device.open(name, retries=2)
    os.close(ours)
    os.close(theirs)
