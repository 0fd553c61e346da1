"""Decoder of groups of which blank ones are a bit, in front of an engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amaranth.hdl import Module, Mux, Signal

from .link_decoder import LinkDecoder

if TYPE_CHECKING:
    from .zeros_link import ZerosLink

__all__ = ["ZerosLinkDecoder"]


class ZerosLinkDecoder(LinkDecoder):
    """Decode frames, an element and a byte a cycle.

    Whatever a frame holds, as many elements leave as an input has, zeros standing behind the end of
    a frame that is too short, and the next frame begins afresh.
    """

    def __init__(self, codec: ZerosLink) -> None:
        self.codec = codec
        super().__init__()

    def elaborate(self, platform: object) -> Module:
        m = Module()

        codec = self.codec
        most = 1 + codec.bits                   # of an element with the bit of its group
        held = Signal(most + 15)
        count = Signal(range(most + 16))        # bits in it
        over, missed = Signal(), Signal()       # the last byte is in; bits behind it were read

        # What the next element takes: at the beginning of a group its bit, too.
        place = Signal(range(max(2, codec.group)))
        element = Signal(range(max(2, codec.size)))
        begins, filled, inside = Signal(), Signal(), Signal()
        last = element == codec.size - 1
        need, number = Signal(range(most + 1)), Signal(codec.bits)
        m.d.comb += [
            begins.eq(place == 0),
            filled.eq(Mux(begins, held[0], inside)),
            need.eq(begins + Mux(filled, codec.bits, 0)),
            number.eq(Mux(begins, held[1:], held)),
        ]
        near = Signal(9)
        m.d.comb += near.eq(number << codec.drop)
        widest = codec.high - codec.low
        value = Mux(near > widest, codec.high, near + codec.low)
        m.d.comb += [
            self.o.payload.data.eq(Mux(filled, value, codec.blank)),
            self.o.payload.last.eq(last),
        ]

        # A byte finds room whenever all elements need less than are there.
        ending = Signal()                       # what is left of the frame is dropped
        m.d.comb += [
            self.o.valid.eq(~ending & (over | (count >= need) & count.any())),
            self.i.ready.eq(~over & (ending | (count < most + 8))),
        ]
        given, taken = self.o.valid & self.o.ready, self.i.valid & self.i.ready
        used, rest = Signal.like(need), Signal.like(count)
        shifted = Signal.like(held)
        m.d.comb += [
            used.eq(Mux(given, need, 0)),
            rest.eq(Mux(used > count, 0, count - used)),
            shifted.eq(held >> used),
        ]
        m.d.sync += [
            held.eq(shifted | Mux(taken, self.i.payload.data.as_unsigned() << rest, 0)),
            count.eq(rest + Mux(taken, 8, 0)),
        ]
        with m.If(taken):
            m.d.sync += over.eq(self.i.payload.last)
        with m.If(given):
            m.d.sync += [
                inside.eq(filled),
                place.eq(Mux(last | (place == codec.group - 1), 0, place + 1)),
                element.eq(Mux(last, 0, element + 1)),
                missed.eq(missed | (used > count)),
                ending.eq(last),
            ]
        with m.If(ending & over):
            m.d.comb += self.damaged.eq(missed | held.any() | (count >= 8))
            m.d.sync += [held.eq(0), count.eq(0), over.eq(0), missed.eq(0), ending.eq(0)]

        return m
