# amaranth: UnusedElaboratable=no
"""UART and CRC against models, and the host link through its wires."""

import random
import zlib
from typing import cast

import pytest
from amaranth.sim import Simulator

from gossamer.runtime.protocol import Deframer, Frame, Type, control
from gossamer_hw.link.crc import RESIDUE, SerialCRC32, crc32_register
from gossamer_hw.link.deframer import Deframer as HardwareDeframer
from gossamer_hw.link.framer import Framer
from gossamer_hw.link.host_link import HostLink
from gossamer_hw.link.uart import Receiver, Transmitter


def simulate(dut, *benches):
    sim = Simulator(dut)
    sim.add_clock(1e-6)
    for bench in benches:
        sim.add_testbench(bench)
    sim.run()


async def send(ctx, rx, data, bit_time):
    """A UART transmitter of our own; ``bit_time`` may be a fraction of cycles."""
    clock = edge = 0.0
    for byte in data:
        for bit in [0, *(byte >> index & 1 for index in range(8)), 1]:
            ctx.set(rx, bit)
            edge += bit_time
            await ctx.tick().repeat(max(1, round(edge - clock)))
            clock += max(1, round(edge - clock))


async def receive(ctx, tx, count, bit_time):
    """A UART receiver of our own."""
    data = bytearray()
    for _ in range(count):
        while ctx.get(tx):
            await ctx.tick()
        await ctx.tick().repeat(bit_time // 2)
        byte = 0
        for index in range(8):
            await ctx.tick().repeat(bit_time)
            byte |= ctx.get(tx) << index
        await ctx.tick().repeat(bit_time)
        assert ctx.get(tx) == 1
        data.append(byte)
    return bytes(data)


def test_crc_register_is_that_of_zlib():
    assert crc32_register(b"123456789") ^ 0xFFFFFFFF == 0xCBF43926
    for seed in range(20):
        data = random.Random(seed).randbytes(seed)
        assert crc32_register(data) ^ 0xFFFFFFFF == zlib.crc32(data)
        assert crc32_register(data + zlib.crc32(data).to_bytes(4, "little")) == RESIDUE


def test_crc_in_hardware_is_that_of_zlib():
    dut = SerialCRC32()
    messages = [b"", b"123456789", bytes(5), b"\xff" * 4, random.Random(0).randbytes(40)]

    async def bench(ctx):
        for message in messages:
            ctx.set(dut.clear, 1)
            await ctx.tick()
            ctx.set(dut.clear, 0)
            for byte in message:
                ctx.set(dut.i.payload, byte)
                ctx.set(dut.i.valid, 1)
                await ctx.tick().until(dut.i.ready)
                ctx.set(dut.i.valid, 0)
            while not ctx.get(dut.i.ready):
                await ctx.tick()
            assert ctx.get(dut.register) ^ 0xFFFFFFFF == zlib.crc32(message)

    simulate(dut, bench)


def test_crc_that_takes_a_byte_with_clear_begins_with_it():
    dut = SerialCRC32()

    async def bench(ctx):
        for clear, byte in [(1, 0x55), (1, 0x31), (0, 0x32), (0, 0x33)]:
            ctx.set(dut.clear, clear)
            ctx.set(dut.i.payload, byte)
            ctx.set(dut.i.valid, 1)
            await ctx.tick()
            ctx.set(dut.i.valid, 0)
            ctx.set(dut.clear, 0)
            await ctx.tick().repeat(9)
        assert ctx.get(dut.register) ^ 0xFFFFFFFF == zlib.crc32(b"123")

    simulate(dut, bench)


@pytest.mark.parametrize("divisor", [4, 5, 8, 13])
def test_transmitter_sends_what_a_receiver_reads(divisor):
    dut = Transmitter(divisor)
    data = bytes([0, 0xFF, 0x55, 0xAA, 0x01, 0x80])

    async def source(ctx):
        rng = random.Random(1)
        for byte in data:
            ctx.set(dut.i.payload, byte)
            ctx.set(dut.i.valid, 1)
            await ctx.tick().until(dut.i.ready)
            ctx.set(dut.i.valid, 0)
            await ctx.tick().repeat(rng.choice([1, 1, 30]))

    async def sink(ctx):
        assert await receive(ctx, dut.tx, len(data), divisor) == data

    simulate(dut, source, sink)


@pytest.mark.parametrize(("divisor", "error"), [
    # With few cycles to a bit, the moment of sampling is too coarse for a clock that is off.
    (4, 0.0), (5, 0.0), (8, 0.0), (8, 0.03), (8, -0.03), (13, 0.03), (13, -0.03), (24, 0.03),
    (24, -0.03),
])
def test_receiver_reads_a_host_whose_clock_is_off(divisor, error):
    dut = Receiver(divisor)
    data = bytes([0, 0xFF, 0x55, 0xAA, 0x01, 0x80])

    async def source(ctx):
        await ctx.tick().repeat(5)
        await send(ctx, dut.rx, data, divisor * (1 + error))

    async def sink(ctx):
        ctx.set(dut.o.ready, 1)
        for expected in data:
            byte, = await ctx.tick().sample(dut.o.payload).until(dut.o.valid)
            assert byte == expected

    simulate(dut, source, sink)


def test_receiver_drops_a_byte_without_a_stop_bit():
    dut = Receiver(6)

    async def source(ctx):
        await ctx.tick().repeat(5)
        # A break of two bytes, an idle line, then a byte.
        ctx.set(dut.rx, 0)
        await ctx.tick().repeat(6 * 20)
        ctx.set(dut.rx, 1)
        await ctx.tick().repeat(6 * 12)
        ctx.set(dut.o.ready, 1)
        assert not ctx.get(dut.o.valid)
        await send(ctx, dut.rx, b"\x42", 6)

    async def sink(ctx):
        byte, = await ctx.tick().sample(dut.o.payload).until(dut.o.valid & dut.o.ready)
        assert byte == 0x42

    simulate(dut, source, sink)


def test_a_byte_that_is_not_taken_waits():
    dut = Receiver(4)

    async def bench(ctx):
        await ctx.tick().repeat(5)
        await send(ctx, dut.rx, b"\x37", 4)
        await ctx.tick().repeat(20)
        assert (ctx.get(dut.o.valid), ctx.get(dut.o.payload)) == (1, 0x37)
        ctx.set(dut.o.ready, 1)
        await ctx.tick()
        assert ctx.get(dut.o.valid) == 0

    simulate(dut, bench)


def test_a_frame_is_as_long_as_it_was_when_it_began():
    """A slot may get the next result while the one before leaves again."""
    dut = Framer({Type.DATA: 8}, ragged=True)
    deframer = Deframer()
    frames = []

    async def source(ctx):
        for first, then in ((8, 2), (2, 8), (6, 6)):
            ctx.set(dut.size, first)
            ctx.set(dut.start, 1)
            await ctx.tick()
            ctx.set(dut.start, 0)
            # Past the header, within the payload.
            await ctx.tick().repeat(10 * 12)
            ctx.set(dut.size, then)
            await ctx.tick().until(~dut.busy)

    async def line(ctx):
        ctx.set(dut.o.ready, 1)
        async for _, _, valid, byte in ctx.tick().sample(dut.o.valid, dut.o.payload):
            if valid:
                frames.extend(deframer.feed(bytes([byte])))

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(source)
    sim.add_testbench(line, background=True)
    sim.run()
    assert [len(frame.payload) for frame in frames] == [8, 2, 6]
    assert deframer.dropped == 0


def test_the_host_link_answers_through_its_wires():
    dut = HostLink(identity=b"who", input_size=2, output_size=1, divisor=4, idle_timeout=2000)
    question = Frame(type=Type.IDENTIFY)
    tensor = Frame(type=Type.DATA, payload=b"\x81\x05", frame_id=0x1234)
    answers = [
        Frame(type=Type.IDENTITY, payload=b"who" + bytes(8)),
        control(Type.ACK, 1),
        control(Type.CREDIT, 1),
        Frame(type=Type.DATA, payload=(-122 * 3).to_bytes(2, "little", signed=True),
              frame_id=0x1234),
    ]

    async def host(ctx):
        await ctx.tick().repeat(10)
        await send(ctx, dut.rx, question.encode(), 4)
        # The counters in the answer are live: let it leave first.
        await ctx.tick().repeat(25 * 40)
        await send(ctx, dut.rx, tensor.encode(), 4)

    async def engine(ctx):
        ctx.set(dut.o.ready, 1)
        elements = []
        for last in (0, 1):
            payload, = await ctx.tick().sample(dut.o.payload).until(dut.o.valid)
            assert payload.last == last
            elements.append(payload.data)
        ctx.set(dut.i.payload, {"data": 3 * sum(elements), "last": 1})
        ctx.set(dut.i.valid, 1)
        await ctx.tick().until(dut.i.ready)
        ctx.set(dut.i.valid, 0)

    async def line(ctx):
        raw = await receive(ctx, dut.tx, sum(len(frame.encode()) for frame in answers), 4)
        assert Deframer().feed(raw) == answers

    simulate(dut, host, engine, line)


@pytest.mark.parametrize(("make", "kind", "message"), [
    (lambda: Receiver(3), ValueError, r"^A UART divisor must be at least 4, not 3$"),
    (lambda: Transmitter(cast(int, 4.5)), TypeError,
     r"^A UART divisor must be an integer, not 4\.5$"),
    (lambda: HardwareDeframer(data_length=65536, idle_timeout=9), ValueError,
     r"^A data frame carries 1 to 65535 bytes, not 65536$"),
    (lambda: Framer({Type.DATA: 0}), ValueError,
     r"^A DATA frame carries 1 to 65535 bytes, not 0$"),
])
def test_impossible_parameters_are_refused(make, kind, message):
    with pytest.raises(kind, match=message):
        make()
