"""Activation memory: banks enough to read a column block in one cycle."""

from __future__ import annotations

from amaranth.hdl import Cat, Module, Mux, Signal, Value, signed
from amaranth.lib import data, memory, wiring
from amaranth.lib.wiring import In, Out

from ..single_port import SinglePortMemory
from .spec import ArraySpec

__all__ = ["ActivationMemory", "SinglePortActivations", "activation_memory"]


class ActivationMemory(wiring.Component):
    """Elements of eight bits; element ``e`` lies in bank ``e % spec.word`` at ``e // spec.word``.

    Read data follow the addresses by one cycle. Reading a word in the cycle in which it is written
    gives an undefined value.

    Members
    -------
    read_address : In(ArrayLayout(word, spec.word))
        A word of every bank.
    read_data : Out(ArrayLayout(signed(8), spec.word))
    write : In(1)
        Write elements ``address`` and following, as many as ``spec.together``; ``address`` is a
        multiple of their number.
    single : In(1)
        With ``write``: only the one element at ``address``, which may be any; or as many as
        ``spec.beat``, of which ``address`` is a multiple.
    address : In
        Element address.
    data : In(ArrayLayout(signed(8), spec.together))
        With ``single``, all alike, or all of their ``spec.beat``.
    """

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        words = max(1, (spec.depth - 1).bit_length())
        super().__init__({
            "read_address": In(data.ArrayLayout(words, spec.word)),
            "read_data": Out(data.ArrayLayout(signed(8), spec.word)),
            "write": In(1),
            "single": In(1),
            "address": In(max(1, (spec.depth * spec.word - 1).bit_length())),
            "data": In(data.ArrayLayout(signed(8), spec.together)),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        width = self.spec.requantizers
        bits = self.spec.word.bit_length() - 1
        beat = self.spec.beat.bit_length() - 1
        for bank in range(self.spec.word):
            m.submodules[f"bank_{bank}"] = store = memory.Memory(
                shape=signed(8), depth=self.spec.depth, init=[])
            read, write = store.read_port(), store.write_port()
            here = Signal(name=f"here_{bank}")
            together = (self.address[:bits] ^ bank) >> (width.bit_length() - 1) == 0
            m.d.comb += [
                here.eq(((self.address[beat:bits] ^ (bank >> beat)) == 0)
                        | together & ~self.single),
                read.addr.eq(self.read_address[bank]),
                self.read_data[bank].eq(read.data),
                write.addr.eq(self.address >> bits),
                write.data.eq(self.data[bank % width]),
                write.en.eq(self.write & here),
            ]

        return m


class SinglePortActivations(ActivationMemory):
    """The same elements in single-port memories, two neighbouring banks in each.

    Both banks of a pair are read at the same word. In a cycle with ``write`` nothing is read:
    whoever reads must wait. With ``spec.apart``, what is written with ``single`` goes to block RAM,
    which has ports for both.

    Members
    -------
    first : In(1)
        With ``spec.apart``: read the block RAM.
    """

    def __init__(self, spec: ArraySpec) -> None:
        super().__init__(spec)
        self.first = Signal()

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec = self.spec
        bits = spec.word.bit_length() - 1
        whole = self.write & ~self.single
        first = Signal()
        m.d.sync += first.eq(self.first)
        for pair in range(spec.word // 2):
            m.submodules[f"pair_{pair}"] = store = SinglePortMemory(spec.depth, 16)
            ours = self.address[1:bits] == pair if bits > 1 else 1
            written = Cat(self.data[2 * pair], self.data[2 * pair + 1])
            bytewise = Cat(self.write & self.single & ours & (self.address[0] == half)
                           for half in range(2))
            word: Value = store.data_out
            enable: Value = whole.replicate(2) | bytewise
            if spec.apart:
                elements = spec.input_places[-1] + 1
                m.submodules[f"input_{pair}"] = given = memory.Memory(
                    shape=16, depth=max(2, -(-elements // spec.word)), init=[])
                read, port = given.read_port(), given.write_port(granularity=8)
                m.d.comb += [
                    read.addr.eq(self.read_address[2 * pair]),
                    port.addr.eq(self.address >> bits),
                    port.data.eq(written),
                    port.en.eq(bytewise),
                ]
                word, enable = Mux(first, read.data, word), whole.replicate(2)
            m.d.comb += [
                store.address.eq(Mux(self.write, self.address >> bits,
                                     self.read_address[2 * pair])),
                store.data_in.eq(written),
                store.write.eq(enable),
                *(self.read_data[2 * pair + half].eq(word.word_select(half, 8))
                  for half in range(2)),
            ]

        return m


def activation_memory(spec: ArraySpec) -> ActivationMemory:
    """The memory that ``spec`` asks for."""
    return SinglePortActivations(spec) if spec.single else ActivationMemory(spec)
