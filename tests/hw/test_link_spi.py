# amaranth: UnusedElaboratable=no
"""The SPI peripheral against a controller of our own, and the host link behind it."""

import random

import pytest
from amaranth.sim import Simulator

from gossamer.runtime.protocol import Deframer, Frame, Type, control
from gossamer.runtime.spi import Decoder, encode
from gossamer_hw.link.host_link import HostLink
from gossamer_hw.link.spi import CYCLES_PER_BIT, Peripheral
from gossamer_hw.link.wire import ESCAPE, ESCAPED_ESCAPE, ESCAPED_IDLE, IDLE

HALF = CYCLES_PER_BIT // 2


def simulate(dut, *benches):
    simulator = Simulator(dut)
    simulator.add_clock(1e-6)
    for bench in benches:
        simulator.add_testbench(bench)
    simulator.run()


async def wait(ctx, cycles):
    if cycles:
        await ctx.tick().repeat(cycles)


async def transaction(ctx, dut, data, *, half=HALF, bits=None):
    """Mode 0, the highest bit first, and the pins as they are when SCK rises."""
    ctx.set(dut.cs, 1)
    await wait(ctx, half)
    received = 0
    count = 8 * len(data) if bits is None else bits
    for bit in range(count):
        ctx.set(dut.copi, data[bit // 8] >> (7 - bit % 8) & 1)
        await wait(ctx, half)
        received = received << 1 | ctx.get(dut.cipo)
        ctx.set(dut.sck, 1)
        await wait(ctx, half)
        ctx.set(dut.sck, 0)
    await wait(ctx, half)
    ctx.set(dut.cs, 0)
    await wait(ctx, half)
    return received.to_bytes(-(-count // 8), "big")


def feed(dut, data, pause=lambda: 0):
    """A bench that sends bytes."""
    async def bench(ctx):
        for byte in data:
            await wait(ctx, pause())
            ctx.set(dut.i.payload, byte)
            ctx.set(dut.i.valid, 1)
            await ctx.tick().until(dut.i.ready)
            ctx.set(dut.i.valid, 0)

    return bench


def collect(dut, into):
    """A background bench that takes every byte as it comes."""
    async def bench(ctx):
        ctx.set(dut.o.ready, 1)
        async for _, _, valid, payload in ctx.tick().sample(dut.o.valid, dut.o.payload):
            if valid:
                into.append(payload)

    return bench


def run(dut, bench, *, sends=b"", pause=lambda: 0):
    """Bytes that the peripheral received while ``bench`` ran and it sent ``sends``."""
    received = []
    simulator = Simulator(dut)
    simulator.add_clock(1e-6)
    simulator.add_testbench(bench)
    simulator.add_testbench(feed(dut, sends, pause), background=True)
    simulator.add_testbench(collect(dut, received), background=True)
    simulator.run()
    return bytes(received)


@pytest.mark.parametrize("half", [HALF, HALF + 1, 9])
def test_bytes_travel_both_ways_at_once(half):
    dut = Peripheral()
    rng = random.Random(half)
    down, up = rng.randbytes(40), rng.randbytes(40)
    answers = []

    async def bench(ctx):
        await wait(ctx, 5)
        sent = encode(down) + bytes([IDLE]) * 8
        answers.append(await transaction(ctx, dut, sent, half=half))

    assert run(dut, bench, sends=up) == down
    # What follows the last byte stands for nothing.
    heard = answers[0]
    assert heard.startswith(encode(up))
    assert set(heard[len(encode(up)):]) == {IDLE}


def test_each_byte_arrives_wherever_idle_bytes_stand_between():
    dut = Peripheral()
    rng = random.Random(1)
    every = bytes([IDLE, ESCAPE, ESCAPED_IDLE, ESCAPED_ESCAPE, 0, 0xFF, IDLE, IDLE, ESCAPE, ESCAPE,
                   ESCAPED_IDLE, *rng.randbytes(60)])
    heard = bytearray()

    async def bench(ctx):
        line = bytearray()
        for byte in encode(every):
            line += bytes([IDLE]) * rng.choice([0, 0, 1, 2]) + bytes([byte])
        while line:
            size = rng.randrange(1, 40)
            heard.extend(await transaction(ctx, dut, bytes(line[:size])))
            del line[:size]
            await wait(ctx, rng.randrange(30))

    # The peripheral too has nothing to say now and then.
    received = run(dut, bench, sends=every, pause=lambda: rng.choice([0, 0, 20, 200]))
    assert received == every
    said = Decoder().feed(bytes(heard))
    assert len(said) > 40
    assert said == every[:len(said)]


def test_what_has_the_value_of_an_idle_byte_or_an_escape_travels_as_two():
    dut = Peripheral()
    heard = []

    async def bench(ctx):
        await wait(ctx, 5)
        heard.append(await transaction(ctx, dut, bytes(
            [ESCAPE, ESCAPED_IDLE, ESCAPE, IDLE, IDLE, ESCAPED_ESCAPE, 0x12, IDLE])))

    assert run(dut, bench, sends=bytes([IDLE, ESCAPE, 0x34])) == bytes([IDLE, ESCAPE, 0x12])
    assert heard == [bytes([ESCAPE, ESCAPED_IDLE, ESCAPE, ESCAPED_ESCAPE, 0x34, *3 * [IDLE]])]


@pytest.mark.parametrize("bits", range(1, 8))
def test_a_transaction_that_ends_within_a_byte_drops_it_and_the_answer_comes_again(bits):
    dut = Peripheral()
    heard = []

    async def bench(ctx):
        await wait(ctx, 5)
        await transaction(ctx, dut, b"\xff", bits=bits)
        heard.append(await transaction(ctx, dut, b"\x21\x43\xc0"))

    assert run(dut, bench, sends=b"\x9a\xbc") == b"\x21\x43"
    assert heard == [b"\x9a\xbc\xc0"]


def test_nothing_is_lost_where_the_first_half_of_an_escape_ends_a_transaction():
    dut = Peripheral()
    heard = bytearray()

    async def bench(ctx):
        await wait(ctx, 5)
        for byte in bytes([ESCAPE, ESCAPED_IDLE, 0x55]):
            heard.extend(await transaction(ctx, dut, bytes([byte])))

    assert run(dut, bench, sends=bytes([ESCAPE, 0x66])) == bytes([IDLE, 0x55])
    assert heard == bytes([ESCAPE, ESCAPED_ESCAPE, 0x66])


def test_clocks_without_the_chip_select_mean_nothing():
    dut = Peripheral()

    async def bench(ctx):
        for _ in range(20):
            ctx.set(dut.sck, 1)
            await wait(ctx, HALF)
            ctx.set(dut.sck, 0)
            await wait(ctx, HALF)
        assert await transaction(ctx, dut, b"\x77") == b"\x42"

    assert run(dut, bench, sends=b"\x42") == b"\x77"


def test_the_host_link_answers_over_spi():
    dut = HostLink(identity=b"who", input_size=2, output_size=1, divisor=CYCLES_PER_BIT,
                   idle_timeout=2000, line="spi")
    tensor = Frame(type=Type.DATA, payload=bytes([IDLE, ESCAPE]), frame_id=0x12C0)
    decoder, deframer, frames = Decoder(), Deframer(), []

    async def talk(ctx, data):
        frames.extend(deframer.feed(decoder.feed(await transaction(ctx, dut, data))))

    async def host(ctx):
        await wait(ctx, 10)
        await talk(ctx, encode(Frame(type=Type.IDENTIFY).encode()))
        while not frames:
            await talk(ctx, bytes([IDLE]) * 5)
        await talk(ctx, encode(tensor.encode()))
        while len(frames) < 4:
            await talk(ctx, bytes([IDLE]) * 5)

    async def engine(ctx):
        ctx.set(dut.o.ready, 1)
        elements = []
        for last in (0, 1):
            payload, = await ctx.tick().sample(dut.o.payload).until(dut.o.valid)
            assert payload.last == last
            elements.append(payload.data)
        assert elements == [IDLE - 256, ESCAPE - 256]
        ctx.set(dut.i.payload, {"data": 0x5BC0, "last": 1})
        ctx.set(dut.i.valid, 1)
        await ctx.tick().until(dut.i.ready)
        ctx.set(dut.i.valid, 0)

    simulate(dut, host, engine)
    assert frames == [
        Frame(type=Type.IDENTITY, payload=b"who" + bytes(8)),
        control(Type.ACK, 1),
        control(Type.CREDIT, 1),
        Frame(type=Type.DATA, payload=b"\xc0\x5b", frame_id=0x12C0),
    ]


def test_a_bit_that_is_too_short_is_refused():
    with pytest.raises(ValueError, match=r"^A bit of SPI takes at least 8 clock cycles, not 7$"):
        HostLink(identity=b"", input_size=1, output_size=1, divisor=7, line="spi")
