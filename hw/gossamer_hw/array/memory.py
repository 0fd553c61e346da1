"""Activation memory: one bank per column, so that a column block is read in one cycle."""

from __future__ import annotations

from amaranth.hdl import Module, Signal, signed
from amaranth.lib import data, memory, wiring
from amaranth.lib.wiring import In, Out

from .spec import ArraySpec

__all__ = ["ActivationMemory"]


class ActivationMemory(wiring.Component):
    """Elements of eight bits; element ``e`` lies in bank ``e % columns`` at word ``e // columns``.

    Read data follow the addresses by one cycle. Reading a word in the cycle in which it is written
    gives an undefined value.

    Members
    -------
    read_address : In(ArrayLayout(word, columns))
        A word of every bank.
    read_data : Out(ArrayLayout(signed(8), columns))
    write : In(1)
        Write elements ``address`` and following, as many as there are requantizers; ``address`` is
        a multiple of their number.
    single : In(1)
        With ``write``: only the one element at ``address``, which may be any.
    address : In
        Element address.
    data : In(ArrayLayout(signed(8), requantizers))
        With ``single``, all alike.
    """

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        words = max(1, (spec.depth - 1).bit_length())
        super().__init__({
            "read_address": In(data.ArrayLayout(words, spec.columns)),
            "read_data": Out(data.ArrayLayout(signed(8), spec.columns)),
            "write": In(1),
            "single": In(1),
            "address": In(max(1, (spec.depth * spec.columns - 1).bit_length())),
            "data": In(data.ArrayLayout(signed(8), spec.requantizers)),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        width = self.spec.requantizers
        bits = self.spec.columns.bit_length() - 1
        for bank in range(self.spec.columns):
            m.submodules[f"bank_{bank}"] = store = memory.Memory(
                shape=signed(8), depth=self.spec.depth, init=[])
            read, write = store.read_port(), store.write_port()
            here = Signal(name=f"here_{bank}")
            together = (self.address[:bits] ^ bank) >> (width.bit_length() - 1) == 0
            m.d.comb += [
                here.eq(((self.address[:bits] ^ bank) == 0) | together & ~self.single),
                read.addr.eq(self.read_address[bank]),
                self.read_data[bank].eq(read.data),
                write.addr.eq(self.address >> bits),
                write.data.eq(self.data[bank % width]),
                write.en.eq(self.write & here),
            ]

        return m
