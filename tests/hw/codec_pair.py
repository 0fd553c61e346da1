"""An encoder and a decoder side by side, and streams that are damaged on their way."""

from dataclasses import replace

from amaranth.hdl import Module
from amaranth.lib import fifo, stream
from amaranth.lib.wiring import Component, Flow, In, Out, connect, flipped

__all__ = ["Flagged", "Pair", "damage"]

#: Ports of a pair, and those of the part behind them.
ENCODER = {"given": "i", "packed": "o"}
DECODER = {"counts": "counts", "sent": "i", "back": "o"}


def damage(chunks, rng):
    """Three of four chunks are cut off, longer than they should be, or have flipped bits."""
    broken = []
    for number, chunk in enumerate(chunks):
        words = list(chunk.words)
        match number % 4:
            case 1 if len(words) > 1:
                del words[1 + int(rng.integers(len(words) - 1)):]
            case 2:
                words += [0] * int(rng.integers(3)) + [1 << int(rng.integers(32))]
            case 3:
                for _ in range(1 + int(rng.integers(4))):
                    words[int(rng.integers(len(words)))] ^= 1 << int(rng.integers(32))
        broken.append(replace(chunk, words=tuple(words)))
    return broken


class Flagged(Component):
    """A decoder whose words are ``sent`` and values come ``back``.

    For each chunk there is one of the ``flags``, whether it was damaged.
    """

    def __init__(self, decoder):
        self.decoder = decoder
        members = decoder.signature.members
        self.limits = [name for name, member in members.items()
                       if member.is_port and member.flow is Flow.In]
        super().__init__({
            **{name: members[port] for name, port in DECODER.items()},
            **{name: In(members[name].shape) for name in self.limits},
            "flags": Out(stream.Signature(1)),
        })

    def elaborate(self, platform):
        m = Module()

        m.submodules.decoder = decoder = self.decoder
        # More than there are chunks in a decoder at once.
        m.submodules.flags = flags = fifo.SyncFIFOBuffered(width=1, depth=16)
        for name, port in DECODER.items():
            ours, theirs = flipped(getattr(self, name)), getattr(decoder, port)
            connect(m, ours, theirs)
        m.d.comb += [getattr(decoder, name).eq(getattr(self, name)) for name in self.limits]
        m.d.comb += [
            flags.w_data.eq(decoder.damaged), flags.w_en.eq(decoder.ended),
            self.flags.payload.eq(flags.r_data), self.flags.valid.eq(flags.r_rdy),
            flags.r_en.eq(self.flags.ready),
        ]

        return m


class Pair(Component):
    """An encoder, and a decoder as above, with the same limits.

    Values ``given`` to the encoder leave as words ``packed``.
    """

    def __init__(self, encoder, decoder):
        self.encoder, self.decoder = encoder, Flagged(decoder)
        inner = encoder.signature.members
        super().__init__({
            **{name: inner[port] for name, port in ENCODER.items()},
            **dict(self.decoder.signature.members),
        })

    def elaborate(self, platform):
        m = Module()

        m.submodules.encoder, m.submodules.decoder = self.encoder, self.decoder
        for name, port in ENCODER.items():
            ours, theirs = flipped(getattr(self, name)), getattr(self.encoder, port)
            connect(m, ours, theirs)
        for name in (*DECODER, "flags"):
            ours, theirs = flipped(getattr(self, name)), getattr(self.decoder, name)
            connect(m, ours, theirs)
        for name in self.decoder.limits:
            m.d.comb += [getattr(self.encoder, name).eq(getattr(self, name)),
                         getattr(self.decoder, name).eq(getattr(self, name))]

        return m
