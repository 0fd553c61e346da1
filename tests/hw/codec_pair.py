"""An encoder and a decoder side by side, so that one simulation checks both."""

from amaranth.hdl import Module
from amaranth.lib.wiring import Component, Flow, In, connect, flipped

__all__ = ["Pair"]

#: Ports of a pair, and those of the part behind them.
ENCODER = {"given": "i", "packed": "o"}
DECODER = {"counts": "counts", "sent": "i", "back": "o"}


class Pair(Component):
    """An encoder and a decoder with the same limits.

    Values ``given`` leave as words ``packed``; words ``sent``, and their ``counts``, leave as
    values ``back``.
    """

    def __init__(self, encoder, decoder):
        self.encoder, self.decoder = encoder, decoder
        inner, outer = encoder.signature.members, decoder.signature.members
        self.limits = [name for name, member in outer.items()
                       if member.is_port and member.flow is Flow.In]
        super().__init__({
            **{name: inner[port] for name, port in ENCODER.items()},
            **{name: outer[port] for name, port in DECODER.items()},
            **{name: In(outer[name].shape) for name in self.limits},
        })

    def elaborate(self, platform):
        m = Module()

        m.submodules.encoder, m.submodules.decoder = self.encoder, self.decoder
        for part, ports in ((self.encoder, ENCODER), (self.decoder, DECODER)):
            for name, port in ports.items():
                ours, theirs = flipped(getattr(self, name)), getattr(part, port)
                connect(m, ours, theirs)
            for name in self.limits:
                m.d.comb += getattr(part, name).eq(getattr(self, name))

        return m
