"""Link decoder: the ports of what stands between a link and an engine."""

from __future__ import annotations

from amaranth.hdl import Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out

from .slots import INPUT

__all__ = ["LinkDecoder"]


class LinkDecoder(Component):
    """Make inputs of frames, whatever is in them; the next frame begins afresh.

    Members
    -------
    i : In(stream.Signature(INPUT))
        Bytes of the frames; ``last`` is on the last byte of each.
    o : Out(stream.Signature(INPUT))
        Elements of the inputs, as many for each frame as an input has.
    damaged : Out(1)
        Pulses after a frame that no encoder made: it is too short for its elements, or bits that
        are not zero follow them.
    """

    i: stream.Interface
    o: stream.Interface
    damaged: Signal

    def __init__(self) -> None:
        super().__init__({
            "i": In(stream.Signature(INPUT)),
            "o": Out(stream.Signature(INPUT)),
            "damaged": Out(1),
        })
