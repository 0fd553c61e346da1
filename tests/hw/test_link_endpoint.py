# amaranth: UnusedElaboratable=no
"""The endpoint in hardware against the host's model of the protocol."""

import random
import struct

import pytest
from amaranth.sim import Simulator

from gossamer.runtime.protocol import Deframer, Frame, Reason, Type, control
from gossamer_hw.link.endpoint import Endpoint

SIZE, SCORES, IDLE = 5, 3, 64
BYTE = 10  # Cycles that a byte takes.
IDENTITY = bytes(range(50, 67))


def scores(tensor, ragged=False):
    """The engine of these tests; it may give fewer scores."""
    return [sum(tensor) * 51 - index for index in range(1 + tensor[0] % SCORES
                                                        if ragged else SCORES)]


def data_frame(sequence, seed=None, **fields):
    payload = random.Random(sequence if seed is None else seed).randbytes(SIZE)
    return Frame(type=Type.DATA, sequence=sequence, payload=payload, **fields)


def signed(payload):
    return [byte - 256 if byte > 127 else byte for byte in payload]


def result(frame, ragged=False):
    """What the device must answer to a data frame."""
    payload = b"".join(score.to_bytes(2, "little", signed=True)
                       for score in scores(signed(frame.payload), ragged))
    return Frame(type=Type.DATA, sequence=frame.sequence, payload=payload,
                 frame_id=frame.frame_id)


class Bench:
    """Plays the host and the engine. A scenario is an async function of this object."""

    direct = False

    def __init__(self, scenario, *, stall=0.0, busy=0, seed=0, ragged=False,
                 ragged_results=False):
        self.ragged_results = ragged_results
        self.dut = Endpoint(identity=IDENTITY, input_size=SIZE, output_size=SCORES,
                            idle_timeout=IDLE, ragged=ragged, ragged_results=ragged_results,
                            direct=self.direct)
        self.scenario = scenario
        self.stall = stall
        self.busy = busy
        self.source_random = random.Random(seed)
        self.sink_random = random.Random(seed + 1)
        self.deframer = Deframer()
        self.frames = []
        self.delivered = []
        self.hold = False

    def run(self):
        sim = Simulator(self.dut)
        sim.add_clock(1e-6)
        sim.add_testbench(self._host)
        sim.add_testbench(self._engine, background=True)
        sim.add_testbench(self._line, background=True)
        sim.run()
        assert self.deframer.dropped == 0
        return self

    async def _host(self, ctx):
        self.ctx = ctx
        await self.silence(20)
        await self.scenario(self)

    async def _engine(self, ctx):
        i, o = self.dut.i, self.dut.o
        while True:
            tensor = []
            last = False
            while not last:
                while self.hold or self.sink_random.random() < self.stall:
                    await ctx.tick()
                ctx.set(o.ready, 1)
                valid = False
                while not valid:
                    _, _, valid, payload = await ctx.tick().sample(o.valid, o.payload)
                ctx.set(o.ready, 0)
                tensor.append(payload.data)
                last = payload.last
            self.delivered.append(tensor)
            await self._ticks(ctx, self.busy + 1)
            answer = scores(tensor, self.ragged_results)
            for index, score in enumerate(answer):
                while self.source_random.random() < self.stall:
                    await ctx.tick()
                ctx.set(i.payload, {"data": score, "last": index == len(answer) - 1})
                ctx.set(i.valid, 1)
                ready = False
                while not ready:
                    _, _, ready = await ctx.tick().sample(i.ready)
                ctx.set(i.valid, 0)

    async def _ticks(self, ctx, count):
        # Not `repeat` or `until`: a background bench that ends inside one makes a noise.
        for _ in range(count):
            await ctx.tick()

    async def _line(self, ctx):
        """Takes bytes no faster than the host's line would."""
        tx = self.dut.tx
        while True:
            ctx.set(tx.ready, 1)
            valid = False
            while not valid:
                _, _, valid, byte = await ctx.tick().sample(tx.valid, tx.payload)
            ctx.set(tx.ready, 0)
            self.frames += self.deframer.feed(bytes([byte]))
            await self._ticks(ctx, BYTE - 1)

    async def send(self, *frames):
        rx = self.dut.rx
        for frame in frames:
            for byte in frame.encode() if isinstance(frame, Frame) else frame:
                self.ctx.set(rx.payload, byte)
                self.ctx.set(rx.valid, 1)
                await self.ctx.tick().until(rx.ready)
                self.ctx.set(rx.valid, 0)

    async def silence(self, bytes_):
        await self.ctx.tick().repeat(bytes_ * BYTE)

    async def receive(self, kind=None):
        """Take the next frame, or the next of one type."""
        for _ in range(200):
            for index, frame in enumerate(self.frames):
                if kind is None or frame.type == kind:
                    return self.frames.pop(index)
            await self.silence(1)
        raise AssertionError(f"no {kind!r} came; waiting are {self.frames}")

    async def nothing_comes(self):
        await self.silence(60)
        assert self.frames == []


def test_identity_is_answered_with_rom_and_counters():
    async def scenario(bench):
        await bench.send(Frame(type=Type.IDENTIFY, sequence=99))
        assert await bench.receive() == Frame(
            type=Type.IDENTITY, sequence=0, payload=IDENTITY + bytes(8))
        await bench.nothing_comes()

    assert Bench(scenario).run().delivered == []


def test_identity_counts_inferences_and_the_cycles_of_the_last():
    async def scenario(bench):
        for sequence in range(3):
            await bench.send(data_frame(sequence))
            await bench.receive(Type.DATA)
            await bench.send(control(Type.ACK, sequence + 1))
        await bench.send(Frame(type=Type.IDENTIFY))
        answer = await bench.receive(Type.IDENTITY)
        assert answer.sequence == 3
        cycles, inferences = struct.unpack("<II", answer.payload[len(IDENTITY):])
        # Five elements in, the engine's pause, three out: one transfer a cycle.
        assert (cycles, inferences) == (SIZE + 1 + 300 + SCORES - 1 + 1 - 1, 3)

    Bench(scenario, busy=299).run()


def test_counters_of_layers_are_not_read_while_they_are_written():
    dut = Endpoint(identity=IDENTITY, input_size=1, output_size=1, idle_timeout=IDLE, laps=4)
    deframer = Deframer()
    answers, writes = [], 0

    async def host(ctx):
        for frame in (Frame(type=Type.DATA, payload=b"1"), *[Frame(type=Type.IDENTIFY)] * 3):
            for byte in frame.encode():
                ctx.set(dut.rx.payload, byte)
                ctx.set(dut.rx.valid, 1)
                await ctx.tick().until(dut.rx.ready)
                ctx.set(dut.rx.valid, 0)
            await ctx.tick().repeat(60 * BYTE)

    async def engine(ctx):
        """One that never ends, with a lap every other cycle."""
        ctx.set(dut.o.ready, 1)
        while True:
            await ctx.tick()
            ctx.set(dut.lap, ~ctx.get(dut.lap))

    async def line(ctx):
        nonlocal writes
        write, read = dut.lap_ports
        ctx.set(dut.tx.ready, 1)
        async for _, _, valid, byte, written, both in ctx.tick().sample(
                dut.tx.valid, dut.tx.payload, write.en, write.en & read.en):
            assert not both
            writes += written
            if valid:
                answers.extend(deframer.feed(bytes([byte])))

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(host)
    sim.add_testbench(engine, background=True)
    sim.add_testbench(line, background=True)
    sim.run()
    assert writes > 500
    identities = [frame.payload for frame in answers if frame.type == Type.IDENTITY]
    assert len(identities) == 3
    assert all(payload.startswith(IDENTITY) for payload in identities)
    assert deframer.dropped == 0


def test_a_data_frame_is_acknowledged_computed_and_answered():
    frame = data_frame(0, frame_id=0xBEEF)

    async def scenario(bench):
        await bench.send(frame)
        # The engine has taken the whole frame by the time the credit leaves.
        assert await bench.receive(Type.ACK) == control(Type.ACK, 1, credit=2)
        assert await bench.receive(Type.DATA) == result(frame)
        await bench.send(control(Type.ACK, 1))
        bench.frames.clear()
        await bench.nothing_comes()

    assert Bench(scenario).run().delivered == [signed(frame.payload)]


def test_extreme_elements_arrive_unchanged():
    frames = [Frame(type=Type.DATA, sequence=0, payload=bytes([0x80, 0x7F, 0, 0xFF, 1])),
              Frame(type=Type.DATA, sequence=1, payload=bytes([0x80] * SIZE))]

    async def scenario(bench):
        await bench.send(*frames)
        for frame in frames:
            assert await bench.receive(Type.DATA) == result(frame)

    assert Bench(scenario).run().delivered == [[-128, 127, 0, -1, 1], [-128] * SIZE]


def test_a_damaged_frame_never_reaches_the_engine():
    frame = data_frame(0)

    async def scenario(bench):
        for position in range(1, len(frame.encode())):
            damaged = bytearray(frame.encode())
            damaged[position] ^= 0x10
            await bench.send(bytes(damaged))
            await bench.silence(20)
            assert bench.delivered == []
            if position == 1:  # Another version: not ours to answer.
                assert bench.frames == []
                continue
            illegal = position in (3, 4, 5, 8, 9)
            reason = Reason.HEADER if illegal else Reason.CRC
            assert await bench.receive() == control(Type.NACK, 0, reason=reason)
            assert bench.frames == []
        await bench.send(frame)
        assert await bench.receive(Type.DATA) == result(frame)

    assert Bench(scenario).run().delivered == [signed(frame.payload)]


def test_a_type_that_no_host_sends_is_refused():
    async def scenario(bench):
        for kind in [Type.CREDIT, Type.IDENTITY, 6, 7, 255]:
            header = bytearray(data_frame(0).encode()[:10])
            header[3] = kind
            await bench.send(bytes(header))
            assert await bench.receive() == control(Type.NACK, 0, reason=Reason.HEADER)

    assert Bench(scenario).run().delivered == []


def test_a_length_that_is_not_the_tensor_is_refused_at_once():
    async def scenario(bench):
        for length in [0, SIZE - 1, SIZE + 1, SIZE + 256, 65535]:
            header = bytearray(data_frame(0).encode()[:10])
            header[8:10] = length.to_bytes(2, "little")
            await bench.send(bytes(header))
            assert await bench.receive() == control(Type.NACK, 0, reason=Reason.HEADER)
        await bench.send(data_frame(0))
        await bench.receive(Type.DATA)

    assert len(Bench(scenario).run().delivered) == 1


@pytest.mark.parametrize("stall", [0.0, 0.6])
def test_ragged_inputs_have_up_to_so_many_elements(stall):
    frames = [Frame(type=Type.DATA, sequence=sequence, payload=random.Random(size).randbytes(size))
              for sequence, size in enumerate((2, SIZE, 1, 4, 1, 3))]

    async def scenario(bench):
        for length in [0, SIZE + 1, SIZE + 256, 65535]:
            header = bytearray(data_frame(0).encode()[:10])
            header[8:10] = length.to_bytes(2, "little")
            await bench.send(bytes(header))
            assert await bench.receive() == control(Type.NACK, 0, reason=Reason.HEADER)
        # A damaged longer one leaves nothing behind, and control frames are as they were.
        damaged = bytearray(data_frame(0).encode())
        damaged[-1] ^= 1
        await bench.send(bytes(damaged))
        assert await bench.receive() == control(Type.NACK, 0, reason=Reason.CRC)
        for first in range(0, len(frames), 2):
            await bench.send(*frames[first:first + 2])
            for frame in frames[first:first + 2]:
                assert await bench.receive(Type.DATA) == result(frame)
                await bench.send(control(Type.ACK, frame.sequence + 1))

    assert Bench(scenario, stall=stall, ragged=True).run().delivered == [
        signed(frame.payload) for frame in frames]


@pytest.mark.parametrize("stall", [0.0, 0.6])
def test_ragged_results_have_up_to_so_many_elements_and_are_sent_again(stall):
    frames = [Frame(type=Type.DATA, sequence=sequence,
                    payload=bytes([sequence]) + random.Random(sequence).randbytes(SIZE - 1))
              for sequence in range(6)]
    expected = [result(frame, ragged=True) for frame in frames]
    assert {len(frame.payload) for frame in expected} == {2, 4, 6}

    async def scenario(bench):
        for first in range(0, len(frames), 2):
            await bench.send(*frames[first:first + 2])
            for frame in expected[first:first + 2]:
                assert await bench.receive(Type.DATA) == frame
            # Both are on their way again, and as long as they were.
            bench.frames.clear()
            await bench.send(control(Type.NACK, first))
            for frame in expected[first:first + 2]:
                assert await bench.receive(Type.DATA) == frame
            await bench.send(control(Type.ACK, first + 2))

    Bench(scenario, stall=stall, ragged_results=True).run()


def test_a_repeated_frame_is_acknowledged_again_and_not_computed_again():
    async def scenario(bench):
        await bench.send(data_frame(0))
        assert await bench.receive(Type.DATA) == result(data_frame(0))
        await bench.send(control(Type.ACK, 1))
        bench.frames.clear()
        await bench.send(data_frame(0))
        assert await bench.receive() == control(Type.ACK, 1)
        await bench.nothing_comes()

    assert len(Bench(scenario).run().delivered) == 1


def test_a_frame_out_of_order_is_refused():
    async def scenario(bench):
        await bench.send(data_frame(1))
        assert await bench.receive() == control(Type.NACK, 0, reason=Reason.ORDER)

    assert Bench(scenario).run().delivered == []


def test_a_window_of_two_fills_while_the_engine_is_busy():
    frames = [data_frame(sequence, frame_id=1000 + sequence) for sequence in range(4)]

    async def scenario(bench):
        bench.hold = True
        await bench.send(frames[0])
        # The first element of the first frame waits in the output register; its slot is full.
        assert await bench.receive() == control(Type.ACK, 1, credit=1)
        await bench.send(frames[1])
        assert await bench.receive() == control(Type.ACK, 2, credit=0)
        await bench.send(frames[2])
        assert await bench.receive() == control(Type.NACK, 2, credit=0, reason=Reason.BUSY)
        bench.hold = False
        assert await bench.receive() == control(Type.CREDIT, 2, credit=2)
        for frame in frames[:2]:
            assert await bench.receive(Type.DATA) == result(frame)
        await bench.send(control(Type.ACK, 2), frames[2], frames[3])
        for frame in frames[2:]:
            assert await bench.receive(Type.DATA) == result(frame)

    assert Bench(scenario).run().delivered == [signed(frame.payload) for frame in frames]


def test_a_frame_that_began_without_a_place_is_refused_even_if_one_is_free_at_its_end():
    async def scenario(bench):
        bench.hold = True
        await bench.send(data_frame(0), data_frame(1))
        raw = data_frame(2).encode()
        await bench.send(raw[:12])
        bench.hold = False
        await bench.silence(20 // 10)
        await bench.send(raw[12:])
        while (answer := await bench.receive()).type != Type.NACK:
            pass
        assert (answer.sequence, answer.reason) == (2, Reason.BUSY)

    assert len(Bench(scenario).run().delivered) == 2


def test_results_are_sent_again_until_they_are_acknowledged():
    async def scenario(bench):
        await bench.send(data_frame(0), data_frame(1))
        for sequence in (0, 1):
            assert await bench.receive(Type.DATA) == result(data_frame(sequence))
        await bench.send(control(Type.NACK, 0))
        for sequence in (0, 1):
            assert await bench.receive(Type.DATA) == result(data_frame(sequence))
        await bench.send(control(Type.NACK, 1))
        assert await bench.receive(Type.DATA) == result(data_frame(1))
        await bench.send(control(Type.ACK, 2))
        await bench.send(control(Type.NACK, 2))
        bench.frames.clear()
        await bench.nothing_comes()

    assert len(Bench(scenario).run().delivered) == 2


def test_a_third_result_waits_in_the_engine():
    async def scenario(bench):
        for sequence in range(4):
            await bench.send(data_frame(sequence))
        await bench.silence(100)
        assert [frame.sequence for frame in bench.frames if frame.type == Type.DATA] == [0, 1]
        bench.frames.clear()
        await bench.send(control(Type.ACK, 1))
        assert await bench.receive(Type.DATA) == result(data_frame(2))
        assert await bench.receive(Type.CREDIT) == control(Type.CREDIT, 4)
        # Old news.
        await bench.send(control(Type.ACK, 1), control(Type.ACK, 0))
        await bench.nothing_comes()
        await bench.send(control(Type.ACK, 3))
        assert await bench.receive(Type.DATA) == result(data_frame(3))

    Bench(scenario).run()


def test_noise_before_a_start_byte_is_passed_over():
    async def scenario(bench):
        await bench.send(bytes([0, 0xFF, 1, 0x46]), data_frame(0))
        assert await bench.receive(Type.DATA) == result(data_frame(0))
        # A start byte in front of the real one.
        await bench.send(bytes([0x47, 0x12, 0x47, 0x47]), data_frame(1))
        assert await bench.receive(Type.DATA) == result(data_frame(1))

    assert len(Bench(scenario).run().delivered) == 2


def test_half_a_frame_is_forgotten_after_silence():
    async def scenario(bench):
        for sequence, length in enumerate([1, 2, 9, 12, 16]):
            await bench.send(data_frame(sequence).encode()[:length])
            await bench.silence(8)
            await bench.send(data_frame(sequence), control(Type.ACK, sequence))
            assert await bench.receive(Type.DATA) == result(data_frame(sequence))

    assert len(Bench(scenario).run().delivered) == 5


@pytest.mark.slow
def test_sequence_numbers_wrap():
    async def scenario(bench):
        for number in range(260):
            sequence = number % 256
            frame = data_frame(sequence, seed=number, frame_id=number)
            await bench.send(frame)
            assert await bench.receive(Type.DATA) == result(frame)
            bench.frames.clear()
            await bench.send(control(Type.ACK, (sequence + 1) % 256))

    assert len(Bench(scenario).run().delivered) == 260


@pytest.mark.parametrize("stall", [0.0, 0.5, 0.97])
def test_a_stream_of_frames_survives_stalls(stall):
    frames = [data_frame(sequence, frame_id=sequence * 257) for sequence in range(6)]

    async def scenario(bench):
        sent = results = 0
        limit = 2
        while results < len(frames):
            while sent < min(limit, len(frames)):
                await bench.send(frames[sent])
                sent += 1
            answer = await bench.receive()
            if answer.type == Type.DATA:
                assert answer == result(frames[results])
                results += 1
                await bench.send(control(Type.ACK, results))
            else:
                assert answer.type in (Type.ACK, Type.CREDIT)
                limit = answer.sequence + answer.credit

    bench = Bench(scenario, stall=stall, seed=3).run()
    assert bench.delivered == [signed(frame.payload) for frame in frames]


class DirectBench(Bench):
    """With an engine that is ready while it waits for an input, and begins again when told."""

    direct = True

    async def _engine(self, ctx):
        i, o = self.dut.i, self.dut.o
        while True:
            tensor, last = [], False
            ctx.set(o.ready, 1)
            while not last:
                _, _, valid, payload, restart = await ctx.tick().sample(
                    o.valid, o.payload, self.dut.restart)
                assert not (valid and restart)
                if restart:
                    tensor.clear()
                if valid:
                    tensor.append(payload.data)
                    last = payload.last
            ctx.set(o.ready, 0)
            self.delivered.append(tensor)
            await self._ticks(ctx, self.busy + 1)
            for index, score in enumerate(scores(tensor)):
                ctx.set(i.payload, {"data": score, "last": index == SCORES - 1})
                ctx.set(i.valid, 1)
                ready = False
                while not ready:
                    _, _, ready = await ctx.tick().sample(i.ready)
                ctx.set(i.valid, 0)


def test_direct_inputs_that_are_damaged_or_cut_short_are_begun_again():
    frame = data_frame(0)

    async def scenario(bench):
        for position in range(2, len(frame.encode())):
            damaged = bytearray(frame.encode())
            damaged[position] ^= 0x10
            await bench.send(bytes(damaged))
            assert (await bench.receive(Type.NACK)).credit == 1
            # Half a frame, which is forgotten.
            await bench.send(frame.encode()[:position])
            await bench.silence(2 * IDLE // BYTE + 2)
        assert bench.delivered == []
        await bench.send(frame)
        assert await bench.receive(Type.DATA) == result(frame)

    assert DirectBench(scenario).run().delivered == [signed(frame.payload)]


def test_direct_inputs_find_one_place_while_the_engine_waits():
    frames = [data_frame(sequence) for sequence in range(2)]

    async def scenario(bench):
        assert (await bench.receive()).credit == 1
        await bench.send(frames[0])
        assert await bench.receive() == control(Type.ACK, 1, credit=0)
        await bench.send(frames[1])
        assert await bench.receive() == control(Type.NACK, 1, credit=0, reason=Reason.BUSY)
        assert await bench.receive(Type.DATA) == result(frames[0])
        assert await bench.receive(Type.CREDIT) == control(Type.CREDIT, 1, credit=1)
        # A repeated frame changes the engine's memory, and nothing else.
        await bench.send(frames[0], frames[1])
        assert await bench.receive(Type.DATA) == result(frames[1])

    assert DirectBench(scenario, busy=800).run().delivered == [
        signed(frame.payload) for frame in frames]


def test_direct_inputs_count_as_if_they_had_come_at_once():
    async def scenario(bench):
        await bench.send(data_frame(0))
        await bench.receive(Type.DATA)
        await bench.send(Frame(type=Type.IDENTIFY))
        answer = await bench.receive(Type.IDENTITY)
        counters = struct.unpack("<II", answer.payload[len(IDENTITY):])
        assert counters == (SIZE + 1 + 300 + SCORES - 1 + 1 - 1, 1)

    DirectBench(scenario, busy=299).run()


def test_direct_inputs_are_of_a_known_size():
    for wrong in ({"ragged": True}, {"input_size": 1}):
        with pytest.raises(ValueError, match=r"must have a known size of two elements or more$"):
            Endpoint(**{"identity": IDENTITY, "input_size": SIZE, "output_size": SCORES,
                        "idle_timeout": IDLE, "direct": True} | wrong)
