"""ZfpL's encoder and decoder against the model, bit for bit, and their cycles."""

import functools
from dataclasses import dataclass

import numpy as np
import pytest
from amaranth.sim import Simulator
from tests.hw.codec_pair import Pair, damage
from tests.hw.test_codec_zfpl import patterns_of

from gossamer_hw.codec import (
    BFLOAT16,
    FLOAT16,
    FLOAT32,
    Chunks,
    Integer,
    Limits,
    ValueType,
    ZfpL,
)
from gossamer_hw.codec.geometry import Geometry, limits_values
from gossamer_sim.bench import check_streams, check_streams_amaranth


@dataclass(frozen=True)
class Case:
    values: ValueType
    dimension: int
    lanes: int
    planes: int
    limits: Limits

    def __str__(self):
        return (f"{self.values.name}-{self.dimension}d-{self.lanes}x{self.planes}-"
                f"{self.limits.bits or ''}.{self.limits.planes}.{self.limits.exponent}")

    @property
    def codec(self):
        return ZfpL(values=self.values, dimension=self.dimension)

    @property
    def port(self):
        return 32 * self.planes

    def part(self, direction):
        return getattr(self.codec, f"create_{direction}")(
            lanes=self.lanes, planes=self.planes, port=self.port,
            fixed_rate=self.limits.bits > 0)


#: Every type, dimension, number of lanes and planes a cycle, and kind of limit at least once.
CASES = [
    Case(FLOAT32, 2, 1, 1, Limits.precision(14)),
    Case(FLOAT32, 2, 1, 1, Limits.rate(3.3, 2)),
    Case(FLOAT32, 2, 4, 1, Limits.accuracy(2.0**-7)),
    Case(FLOAT32, 2, 16, 2, Limits.precision(17)),
    Case(FLOAT32, 2, 2, 2, Limits.rate(5, 2)),
    Case(FLOAT32, 1, 1, 1, Limits()),
    Case(FLOAT16, 2, 1, 1, Limits.rate(0.4, 2)),
    Case(BFLOAT16, 1, 4, 1, Limits.rate(9, 1)),
    Case(BFLOAT16, 2, 8, 1, Limits.accuracy(2.0**60)),
    Case(Integer(bits=8), 2, 1, 1, Limits.accuracy(2.0)),
    Case(Integer(bits=8), 2, 4, 2, Limits.rate(2, 2)),
    Case(Integer(bits=12), 1, 2, 1, Limits()),
    Case(Integer(bits=15), 2, 1, 1, Limits()),
    Case(Integer(bits=16), 2, 1, 1, Limits.accuracy(3.0)),
    Case(Integer(bits=8), 2, 1, 1, Limits.accuracy(1e4)),
    # More than one limit: what is left of the rate is zeros.
    Case(Integer(bits=8), 2, 1, 1, Limits(bits=40, exponent=20)),
    Case(FLOAT32, 2, 4, 1, Limits(bits=100, planes=3, exponent=-3)),
]
LARGE = [CASES[number] for number in (0, 1, 2, 4, 6, 9, 12, 13)]
SLOW = [pytest.param(case, marks=pytest.mark.slow, id=str(case)) for case in CASES[5:]]
MOST = [pytest.param(case, id=str(case)) for case in CASES[:5]] + SLOW


def words(chunk, port):
    """Payloads for the words of a chunk."""
    padded = [*chunk.words, 0][:-(-len(chunk.words) * 32 // port) * port // 32]
    joined = [sum(word << 32 * i for i, word in enumerate(padded[start:start + port // 32]))
              for start in range(0, len(padded), port // 32)]
    return [{"data": word, "last": i == len(joined) - 1} for i, word in enumerate(joined)]


def beats(patterns, lanes):
    """Payloads for the blocks of a chunk."""
    rows = patterns.reshape(-1, lanes).tolist()
    return [{"values": row, "last": i == len(rows) - 1} for i, row in enumerate(rows)]


def check_pair(case, encoder, decoder, limits, folder, size=150):
    """Ten thousand blocks through both in Verilog, of which three of four chunks are damaged."""
    rng = np.random.default_rng(3)
    patterns = patterns_of(case.values, rng, (10_000, case.codec.size))
    chunks = Chunks.of(case.codec.strings(patterns, limits), size).chunks
    broken = damage(chunks, rng)
    models = [case.codec.decode_chunk(chunk, limits) for chunk in broken]
    parts = [patterns[start:start + size] for start in range(0, len(patterns), size)]
    geometry = getattr(decoder, "geometry", None)
    check_streams(
        Pair(encoder, decoder),
        {"given": [beat for part in parts for beat in beats(part, case.lanes)],
         "counts": [chunk.blocks for chunk in broken],
         "sent": [word for chunk in broken for word in words(chunk, case.port)]},
        {"packed": [word for chunk in chunks for word in words(chunk, case.port)],
         "back": [beat for blocks, _ in models for beat in beats(blocks, case.lanes)],
         "flags": [int(damaged) for _, damaged in models]},
        stall=0.2, seed=3, build_dir=folder,
        constants=limits_values(geometry, limits) if geometry else {})


def traffic(case, count, size, seed):
    """Random blocks in chunks: values in, words, values out, blocks of each chunk."""
    patterns = patterns_of(case.values, np.random.default_rng(seed), (count, case.codec.size))
    chunks = Chunks.of(case.codec.strings(patterns, case.limits), size)
    given, sent, back = [], [], []
    for number, chunk in enumerate(chunks.chunks):
        given += beats(patterns[number * size:][:size], case.lanes)
        sent += words(chunk, case.port)
        blocks, damaged = case.codec.decode_chunk(chunk, case.limits)
        assert not damaged
        back += beats(blocks, case.lanes)
    return given, sent, back, [chunk.blocks for chunk in chunks.chunks]


@pytest.mark.parametrize("case", MOST)
def test_decoder_is_the_model(case):
    _, sent, back, counts = traffic(case, 6, 2, seed=1)
    decoder = case.part("decoder")
    check_streams_amaranth(
        decoder, {"counts": counts, "i": sent}, {"o": back}, stall=0.2, seed=1,
        constants=limits_values(decoder.geometry, case.limits))


@pytest.mark.parametrize("case", MOST)
def test_encoder_is_the_model(case):
    given, sent, _, _ = traffic(case, 6, 2, seed=2)
    encoder = case.part("encoder")
    check_streams_amaranth(
        encoder, {"i": given}, {"o": sent}, stall=0.2, seed=2,
        constants=limits_values(encoder.geometry, case.limits))


@pytest.mark.slow
@pytest.mark.parametrize("case", LARGE, ids=str)
def test_ten_thousand_blocks_are_the_same_in_verilog(case, tmp_path):
    check_pair(case, case.part("encoder"), case.part("decoder"), case.limits, tmp_path)


def simulate(part, limits, sent, watch):
    """Run with values that come and are taken in every cycle, until ``watch`` returns."""

    async def source(ctx, name):
        port = getattr(part, name)
        for payload in sent[name]:
            ctx.set(port.payload, payload)
            ctx.set(port.valid, 1)
            await ctx.tick().until(port.ready)
        ctx.set(port.valid, 0)

    async def bench(ctx):
        for name, value in limits_values(part.geometry, limits).items():
            ctx.set(getattr(part, name), value)
        ctx.set(part.o.ready, 1)
        await watch(ctx)

    simulation = Simulator(part)
    simulation.add_clock(1e-6)
    simulation.add_testbench(bench)
    for name in sent:
        simulation.add_testbench(functools.partial(source, name=name), background=True)
    simulation.run()


def transfer_times(part, limits, sent, name, count):
    """Cycles in which so many payloads pass a stream."""
    times = []

    async def watch(ctx):
        port, cycle = getattr(part, name), 0
        while len(times) < count:
            _, _, valid, ready = await ctx.tick().sample(port.valid, port.ready)
            cycle += 1
            assert cycle < 100_000
            if valid and ready:
                times.append(cycle)

    simulate(part, limits, sent, watch)
    return times


@pytest.mark.parametrize(("lanes", "per_cycle", "planes"), [
    (1, 1, 3), (4, 1, 9), (2, 2, 9), pytest.param(1, 1, 20, marks=pytest.mark.slow),
    pytest.param(16, 1, 4, marks=pytest.mark.slow)])
def test_a_block_takes_the_larger_of_its_beats_and_its_planes_and_two(lanes, per_cycle, planes):
    case = Case(FLOAT32, 2, lanes, per_cycle, Limits.precision(planes))
    # Those on their way in the encoder, and some more.
    count, skip = (30, 22) if lanes == 16 else (13, 8)
    patterns = FLOAT32.patterns(np.random.default_rng(4).standard_normal((count, 16)))
    chunk, = Chunks.of(case.codec.strings(patterns, case.limits), None).chunks
    passes = -(-planes // per_cycle)

    given, coming = beats(patterns, lanes), words(chunk, case.port)
    times = transfer_times(case.part("decoder"), case.limits, {"counts": [count], "i": coming},
                           "o", len(given))
    ends = times[16 // lanes - 1::16 // lanes]
    assert ends[-1] - ends[skip] == (count - 1 - skip) * max(16 // lanes, 2 + passes)

    times = transfer_times(case.part("encoder"), case.limits, {"i": given}, "i", len(given))
    ends = times[16 // lanes - 1::16 // lanes]
    assert ends[-1] - ends[skip] == (count - 1 - skip) * max(16 // lanes, 1 + passes)


@pytest.mark.parametrize("planes", [
    3, 17, pytest.param(14, marks=pytest.mark.slow), pytest.param(22, marks=pytest.mark.slow),
    pytest.param(31, marks=pytest.mark.slow)])
def test_a_block_of_16_bit_integers_takes_its_planes_and_up_to_five(planes):
    case, count = Case(Integer(bits=16), 2, 1, 1, Limits.precision(planes)), 9
    patterns = np.random.default_rng(4).integers(0, 1 << 16, (count, 16))
    chunk, = Chunks.of(case.codec.strings(patterns, case.limits), None).chunks
    times = transfer_times(case.part("decoder"), case.limits,
                           {"counts": [count], "i": words(chunk, 32)}, "o", 16 * count)
    ends = times[15::16]
    # Pairs of digits down to four below the lowest plane, and those that reach values.
    assert ends[-1] - ends[5] == (count - 6) * max(18, min(32, planes + 4 + planes % 2))


@pytest.mark.parametrize("values", [Integer(bits=8), Integer(bits=16), FLOAT32],
                         ids=lambda values: values.name)
def test_limits_of_a_decoder_may_change_when_a_chunk_has_ended(values):
    codec, size = ZfpL(values=values), 2
    settings = [Limits.precision(3), Limits.precision(16), Limits.accuracy(2.0**-4),
                Limits.precision(1), Limits.accuracy(2.0**200), Limits.precision(9)]
    patterns = patterns_of(values, np.random.default_rng(5), (len(settings) * size, 16))
    sent, back = {"counts": [], "i": []}, []
    for limits, part in zip(settings, patterns.reshape(len(settings), size, 16), strict=True):
        chunk, = Chunks.of(codec.strings(part, limits), None).chunks
        sent["counts"].append(chunk.blocks)
        sent["i"] += words(chunk, 32)
        back += codec.decode_chunk(chunk, limits)[0].reshape(-1).tolist()
    decoder = codec.create_decoder(fixed_rate=False)
    found, number = [], 0

    async def watch(ctx):
        nonlocal number
        cycles = 0
        while len(found) < len(back):
            _, _, valid, payload, ended = await ctx.tick().sample(
                decoder.o.valid, decoder.o.payload, decoder.ended)
            cycles += 1
            assert cycles < 10_000
            if valid:
                found.append(payload["values"][0])
            if ended and number + 1 < len(settings):
                number += 1
                for name, value in limits_values(decoder.geometry, settings[number]).items():
                    ctx.set(getattr(decoder, name), value)

    simulate(decoder, settings[0], sent, watch)
    assert found == back


def test_infinities_and_nans_are_saturated_and_announced():
    codec, limits = ZfpL(values=FLOAT16), Limits()
    patterns = np.arange(0, 1 << 16, 256)[:256].reshape(16, 16)
    patterns = np.where(np.arange(256).reshape(16, 16) % 7 == 0, 0x7c00, patterns)
    special = patterns & 0x7c00 == 0x7c00
    nan = special & (patterns & 0x3ff != 0)
    legal = np.where(nan, 0, np.where(special, 0x7bff | patterns & 0x8000, patterns))
    chunk, = Chunks.of(codec.strings(legal, limits), None).chunks
    given = beats(patterns, 1)
    encoder = codec.create_encoder()
    check_streams_amaranth(encoder, {"i": given}, {"o": words(chunk, 32)}, stall=0.1,
                           constants=limits_values(encoder.geometry, limits))
    encoder, pulses = codec.create_encoder(), []

    async def watch(ctx):
        while len(pulses) < len(given):
            _, _, valid, ready, saturated = await ctx.tick().sample(
                encoder.i.valid, encoder.i.ready, encoder.saturated)
            if valid and ready:
                pulses.append(saturated)

    simulate(encoder, limits, {"i": given}, watch)
    assert pulses == special.reshape(-1).astype(int).tolist()


def geometry(fixed_rate):
    return Geometry(ZfpL(), lanes=1, planes=1, port=32, fixed_rate=fixed_rate)


@pytest.mark.parametrize(("call", "message"), [
    (lambda: ZfpL().create_decoder(lanes=3), r"^Lanes must divide the 16 values of a block, "
                                             r"not 3$"),
    (lambda: ZfpL().create_decoder(planes=4), r"^Planes per cycle must divide the 2 that 1 lanes "
                                              r"work on, not 4$"),
    (lambda: ZfpL().create_encoder(planes=2), r"^Words must have a power of two of bits and hold "
                                              r"the 37 bits of a step, not 32$"),
    (lambda: limits_values(geometry(True), Limits(bits=1024)),
     r"^Blocks in hardware must have less than 1024 bits, not 1024$"),
    (lambda: limits_values(geometry(False), Limits(bits=64)),
     r"^Parts without fixed_rate cannot keep a fixed rate$"),
])
def test_impossible_parts_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
