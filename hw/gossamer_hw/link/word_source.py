"""Word source: what gives the words of a memory image in order, from outside the chip."""

from __future__ import annotations

from amaranth.lib.wiring import In, Out, Signature

__all__ = ["filling", "word_source"]


def filling(port: int, words: int) -> Signature:
    """How a memory of words of ``port`` bits is filled: ``word`` is written at ``address``."""
    return Signature({
        "write": Out(1), "address": Out(range(max(2, words))), "word": Out(port)})


def word_source(port: int) -> Signature:
    """How words of ``port`` bits come from a memory outside.

    Members
    -------
    begin : In(1)
        Pulses: give all words once, from the first one on.
    room : In(1)
        There is a place for one more word than were asked for.
    asked : Out(1)
        Pulses when a word is asked for, only while there is room.
    valid : Out(1), word : Out(port)
        A word comes, in the order in which they were asked for.
    intact : Out(1)
        Pulses with the last word or later, once all words are known to be right.
    """
    return Signature({
        "begin": In(1), "room": In(1), "asked": Out(1), "valid": Out(1), "word": Out(port),
        "intact": Out(1)})
