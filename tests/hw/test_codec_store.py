"""Chunks in an external memory: what is read and written is the model's, whatever the memory does.
"""

import random

import numpy as np
import pytest
from amaranth.sim import Simulator
from tests.hw.test_codec_zfpl import patterns_of
from tests.hw.test_codec_zfpl_hardware import beats

from gossamer_hw.codec import Integer, Limits, ZfpL
from gossamer_hw.codec.store import ChunkStore

STORE = ChunkStore(codec=ZfpL(values=Integer(bits=8)), limits=Limits.precision(10), blocks=2,
                   chunks=5)


def blocks_of(seed):
    return patterns_of(STORE.codec.values, np.random.default_rng(seed),
                       (STORE.chunks * STORE.blocks, STORE.codec.size))


def run(port, words, loads, saves, given, stall):
    """Values read and flags of the chunks, with a memory that waits; ``words`` change."""
    pauses = random.Random(5)
    got, flags, stored = [], [], 0

    async def bench(ctx):
        nonlocal stored
        loading, saving, coming, values = list(loads), list(saves), [], list(given)
        for _ in range(20_000):
            wait = [pauses.random() < stall for _ in range(6)]
            ctx.set(port.load.valid, bool(loading) and not wait[0])
            ctx.set(port.load.payload, loading[0] if loading else 0)
            ctx.set(port.save.valid, bool(saving) and not wait[1])
            ctx.set(port.save.payload, saving[0] if saving else 0)
            ctx.set(port.i.valid, bool(values) and not wait[2])
            if values:
                ctx.set(port.i.payload, values[0])
            ctx.set(port.words.valid, bool(coming) and not wait[3])
            ctx.set(port.words.payload, coming[0] if coming else 0)
            ctx.set(port.fetch.ready, not wait[4])
            ctx.set(port.store.ready, not wait[5])
            ctx.set(port.o.ready, not wait[0])
            sampled = await ctx.tick().sample(
                *(port_.valid & port_.ready for port_ in (
                    port.load, port.save, port.i, port.words, port.fetch, port.store, port.o)),
                port.fetch.payload, port.store.payload, port.o.payload, port.ended, port.damaged,
                port.stored)
            (load, save, value, word, fetch, store, out, address, kept, beat, ended, damaged,
             last) = sampled[2:]
            del loading[:load], saving[:save], values[:value], coming[:word]
            if fetch:
                coming.append(words[address])
            if store:
                words[kept.address] = kept.data
            stored += last
            if out:
                got.append((int(beat["values"][0]), int(beat.last)))
            if ended:
                flags.append(int(damaged))
            if len(got) == 16 * STORE.blocks * len(loads) and stored == len(saves) \
                    and len(flags) == len(loads):
                return
        raise AssertionError("the port stands still")

    simulation = Simulator(port)
    simulation.add_clock(1e-6)
    simulation.add_testbench(bench)
    simulation.run()
    return got, flags


def expected(words, lengths, loads):
    models = [STORE.decode(words, number, lengths[number]) for number in loads]
    return ([(beat["values"][0], int(beat["last"])) for blocks, _ in models
             for beat in beats(blocks, 1)], [int(damaged) for _, damaged in models])


@pytest.mark.parametrize("stall", [pytest.param(0.0, marks=pytest.mark.slow), 0.4])
def test_chunks_are_read_in_any_order_and_damage_stays_in_its_chunk(stall):
    words, lengths = STORE.encode(blocks_of(1))
    assert len(set(lengths)) > 1
    # The last word of one chunk, and a table that knows less of another one.
    words[1 * STORE.slot + lengths[1] - 1] ^= 1 << 31
    lengths[3] -= 1
    loads = [4, 1, 0, 3, 2, 0]
    values, flags = expected(words, lengths, loads)
    assert sum(flags) == 2
    assert run(STORE.create_port(lengths), words, loads, [], [], stall) == (values, flags)


@pytest.mark.parametrize("stall", [pytest.param(0.0, marks=pytest.mark.slow), 0.4])
def test_chunks_are_written_while_others_are_read_and_read_back(stall):
    words, lengths = STORE.encode(blocks_of(1))
    fresh = blocks_of(2)
    later, more = STORE.encode(fresh)
    written = [3, 0]
    given = [beat for number in written
             for beat in beats(fresh[number * STORE.blocks:(number + 1) * STORE.blocks], 1)]
    port = STORE.create_port(lengths)
    before = expected(words, lengths, [1, 2, 4, 1])
    assert run(port, words, [1, 2, 4, 1], written, given, stall) == before
    for number in written:
        start = number * STORE.slot
        assert words[start:start + more[number]] == later[start:start + more[number]]


def test_what_was_written_is_read_with_its_new_length():
    empty = [0] * STORE.depth
    fresh = blocks_of(4)
    later, more = STORE.encode(fresh)
    port = STORE.create_port([1] * STORE.chunks)
    given = [beat for number in range(STORE.chunks) for beat in beats(
        fresh[number * STORE.blocks:(number + 1) * STORE.blocks], 1)]

    async def bench(ctx):
        values, saving, got = list(given), list(range(STORE.chunks)), []
        ctx.set(port.store.ready, 1)
        stored = 0
        while stored < STORE.chunks:
            ctx.set(port.save.valid, bool(saving))
            ctx.set(port.save.payload, saving[0] if saving else 0)
            ctx.set(port.i.valid, bool(values))
            if values:
                ctx.set(port.i.payload, values[0])
            _, _, save, value, store, kept, last = await ctx.tick().sample(
                port.save.valid & port.save.ready, port.i.valid & port.i.ready,
                port.store.valid, port.store.payload, port.stored)
            del saving[:save], values[:value]
            if store:
                empty[kept.address] = kept.data
            stored += last
        loading, coming = list(range(STORE.chunks)), []
        ctx.set(port.o.ready, 1)
        ctx.set(port.fetch.ready, 1)
        while len(got) < fresh.size:
            ctx.set(port.load.valid, bool(loading))
            ctx.set(port.load.payload, loading[0] if loading else 0)
            ctx.set(port.words.valid, bool(coming))
            ctx.set(port.words.payload, coming[0] if coming else 0)
            _, _, load, word, fetch, address, out, beat = await ctx.tick().sample(
                port.load.valid & port.load.ready, port.words.valid & port.words.ready,
                port.fetch.valid, port.fetch.payload, port.o.valid, port.o.payload)
            del loading[:load], coming[:word]
            if fetch:
                coming.append(empty[address])
            if out:
                got.append((int(beat["values"][0]), int(beat.last)))
        assert got == expected(later, more, range(STORE.chunks))[0]

    simulation = Simulator(port)
    simulation.add_clock(1e-6)
    simulation.add_testbench(bench)
    simulation.run()
    assert empty == later


def test_impossible_stores_are_refused():
    with pytest.raises(ValueError, match=r"^A store must have a chunk and a block at least, not 0 "
                                         r"chunks of 3$"):
        ChunkStore(codec=STORE.codec, limits=STORE.limits, blocks=3, chunks=0)
    with pytest.raises(ValueError, match=r"^The 5 chunks must have 1 to \d+ words each$"):
        STORE.create_port([0])
