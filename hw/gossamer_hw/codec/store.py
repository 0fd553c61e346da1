"""Store: compressed chunks in an external memory, read and written in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import data, fifo, memory, stream, wiring
from amaranth.lib.wiring import In, Out, connect, flipped

from .align import beats
from .bits import pack
from .chunks import PORT, Chunk
from .geometry import limits_values
from .limits import Limits
from .zfpl import ZfpL

__all__ = ["ChunkPort", "ChunkStore"]

Ints = npt.NDArray[np.int64]

#: Words that may be on their way from the memory.
AHEAD = 8


@dataclass(frozen=True, kw_only=True)
class ChunkStore:
    """How chunks of equally many blocks lie in a memory of 32-bit words.

    Each chunk has a slot in which it finds room whatever it is, so that it can be written again
    where it was. What is saved is bandwidth: only the words that a chunk has are read and written,
    and a table beside the codec knows how many these are.

    Attributes
    ----------
    codec : ZfpL
    limits : Limits
    blocks : int
        Of a chunk.
    chunks : int
        In the memory.
    """

    codec: ZfpL
    limits: Limits
    blocks: int
    chunks: int

    def __post_init__(self) -> None:
        if min(self.blocks, self.chunks) < 1:
            raise ValueError(f"A store must have a chunk and a block at least, not {self.chunks} "
                             f"chunks of {self.blocks}")

    @property
    def slot(self) -> int:
        """Words of a slot."""
        return -(-self.blocks * (self.limits.bits or self.codec.longest) // PORT)

    @property
    def depth(self) -> int:
        """Words of all slots."""
        return self.chunks * self.slot

    def encode(self, patterns: Ints) -> tuple[list[int], list[int]]:
        """Words of the memory and of each chunk, of blocks (chunks * blocks, size)."""
        words, lengths = [0] * self.depth, []
        parts = self.codec.strings(patterns, self.limits)
        for number in range(self.chunks):
            packed = pack(parts[number * self.blocks:(number + 1) * self.blocks], PORT) or [0]
            words[number * self.slot:number * self.slot + len(packed)] = packed
            lengths.append(len(packed))
        return words, lengths

    def decode(self, words: Sequence[int], number: int, length: int) -> tuple[Ints, bool]:
        """Blocks (blocks, size) of a chunk in the memory, and whether it is damaged."""
        start = number * self.slot
        return self.codec.decode_chunk(
            Chunk(tuple(words[start:start + length]), self.blocks), self.limits)

    def create_port(self, lengths: Sequence[int] = ()) -> ChunkPort:
        """The port; ``lengths`` are the words of chunks that are there already."""
        if len(lengths) > self.chunks or any(not 0 < length <= self.slot for length in lengths):
            raise ValueError(f"The {self.chunks} chunks must have 1 to {self.slot} words each")
        return ChunkPort(self, lengths)


class ChunkPort(wiring.Component):
    """Read and write chunks of a memory through a decoder and an encoder, both at the same time.

    A chunk is read as it was when its reading began, once all of its words were written.

    Members
    -------
    load : In(stream.Signature(range(chunks)))
        Chunks to read.
    o : Out(beats(values, 1))
        Their values; ``last`` is on the last one of a chunk.
    save : In(stream.Signature(range(chunks)))
        Chunks to write.
    i : In(beats(values, 1))
        Their values.
    fetch : Out(stream.Signature(range(depth)))
        Addresses of words to read.
    words : In(stream.Signature(32))
        Those words, in order.
    store : Out(stream.Signature(StructLayout))
        ``address`` and ``data`` of words to write.
    stored : Out(1)
        Pulses when the last word of a chunk leaves.
    ended, damaged : Out(1)
        As of the decoder: a chunk was read; it was damaged.
    """

    load: stream.Interface
    o: stream.Interface
    save: stream.Interface
    i: stream.Interface
    fetch: stream.Interface
    words: stream.Interface
    store: stream.Interface
    stored: Signal
    ended: Signal
    damaged: Signal

    def __init__(self, store: ChunkStore, lengths: Sequence[int] = ()) -> None:
        self.layout = store
        self.lengths = list(lengths)
        values = store.codec.values
        super().__init__({
            "load": In(stream.Signature(range(max(2, store.chunks)))),
            "o": Out(beats(values, 1)),
            "save": In(stream.Signature(range(max(2, store.chunks)))),
            "i": In(beats(values, 1)),
            "fetch": Out(stream.Signature(range(max(2, store.depth)))),
            "words": In(stream.Signature(PORT)),
            "store": Out(stream.Signature(data.StructLayout({
                "address": range(max(2, store.depth)), "data": PORT}))),
            "stored": Out(1), "ended": Out(1), "damaged": Out(1),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        layout = self.layout
        fixed = layout.limits.bits > 0
        m.submodules.decoder = decoder = layout.codec.create_decoder(fixed_rate=fixed)
        m.submodules.encoder = encoder = layout.codec.create_encoder(fixed_rate=fixed)
        for part in (decoder, encoder):
            for name, value in limits_values(part.geometry, layout.limits).items():
                m.d.comb += getattr(part, name).eq(value)
        m.submodules.table = table = memory.Memory(
            shape=range(layout.slot + 1), depth=layout.chunks, init=self.lengths)
        write, read = table.write_port(), table.read_port()
        connect(m, decoder.o, flipped(self.o))
        connect(m, flipped(self.i), encoder.i)
        m.d.comb += [self.ended.eq(decoder.ended), self.damaged.eq(decoder.damaged)]

        # Reading: addresses go ahead of the words; whether one is its chunk's last is remembered.
        m.submodules.ends = ends = fifo.SyncFIFOBuffered(width=1, depth=AHEAD)
        known, fetching = Signal(), Signal()        # the length, a cycle after the chunk
        rest, place = Signal(range(layout.slot + 1)), Signal(range(max(2, layout.depth)))
        left = Signal.like(rest)
        m.d.comb += [
            read.addr.eq(self.load.payload),
            self.load.ready.eq(~fetching),
            left.eq(Mux(known, rest, read.data)),
            self.fetch.payload.eq(place),
            self.fetch.valid.eq(fetching & ends.w_rdy),
            ends.w_data.eq(left == 1),
            ends.w_en.eq(self.fetch.valid & self.fetch.ready),
            decoder.counts.payload.eq(layout.blocks),
            decoder.counts.valid.eq(1),
            decoder.i.payload.data.eq(self.words.payload),
            decoder.i.payload.last.eq(ends.r_data),
            decoder.i.valid.eq(self.words.valid & ends.r_rdy),
            self.words.ready.eq(decoder.i.ready & ends.r_rdy),
            ends.r_en.eq(self.words.valid & decoder.i.ready),
        ]
        with m.If(fetching):
            m.d.sync += [known.eq(1), rest.eq(left)]
        with m.If(ends.w_en):
            m.d.sync += [place.eq(place + 1), rest.eq(left - 1), fetching.eq(left != 1)]
        with m.If(self.load.valid & self.load.ready):
            m.d.sync += [fetching.eq(1), known.eq(0), place.eq(self.load.payload * layout.slot)]

        # Writing.
        busy, chunk = Signal(), Signal.like(self.save.payload)
        target, count = Signal(range(max(2, layout.depth))), Signal(range(layout.slot + 1))
        m.d.comb += [
            self.save.ready.eq(~busy),
            self.store.valid.eq(busy & encoder.o.valid),
            self.store.payload.address.eq(target),
            self.store.payload.data.eq(encoder.o.payload.data),
            encoder.o.ready.eq(busy & self.store.ready),
            self.stored.eq(self.store.valid & self.store.ready & encoder.o.payload.last),
            write.addr.eq(chunk), write.data.eq(count + 1), write.en.eq(self.stored),
        ]
        with m.If(self.store.valid & self.store.ready):
            m.d.sync += [target.eq(target + 1), count.eq(count + 1)]
        with m.If(self.stored):
            m.d.sync += busy.eq(0)
        with m.If(self.save.valid & self.save.ready):
            m.d.sync += [busy.eq(1), chunk.eq(self.save.payload), count.eq(0),
                         target.eq(self.save.payload * layout.slot)]

        return m
