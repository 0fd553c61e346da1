"""Shared-exponent format: narrow integers with a power of two for every run of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal, signed

from .base import BlockDecoder, Blocks
from .bits import BitFormat, BitReader, Step
from .funnel import Funnel
from .values import Integers

__all__ = ["SharedExponent"]


@dataclass(frozen=True, kw_only=True)
class SharedExponent(BitFormat):
    """All column blocks in order, as MX block integers (OCP Microscaling Formats 1.0).

    Every ``share`` weights in flat order have an exponent in common: a weight is its mantissa,
    which is a value of the packing, times two to the exponent, and an integer of eight bits. The
    exponent is the smallest one that gives all weights of the share exactly. The standard's
    exponent has eight bits; integer weights need no more than three.

    Mantissas are stored in flat order. Behind those of a block come the exponents of all shares
    that begin in the block.
    """

    share: int = 32
    exponent_bits: int = 3

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.share < 1 or self.share & (self.share - 1):
            raise ValueError(
                f"Weights that share an exponent must be a power of two, not {self.share!r}")
        if not 1 <= self.exponent_bits <= 3:
            raise ValueError(f"Exponents must have 1 to 3 bits, not {self.exponent_bits!r}")
        if not isinstance(self.values, Integers):
            raise ValueError(f"Mantissas must be integers, not {self.values.name}")

    @property
    def name(self) -> str:
        return f"mx{self.share if self.share != 32 else ''}-{self.values.name}"

    @property
    def members(self) -> int:
        """Blocks that a share extends over."""
        return max(1, self.share // self.lanes)

    @property
    def parts(self) -> int:
        """Shares that begin in one block, if any does."""
        return max(1, self.lanes // self.share)

    def exponent(self, weights: Blocks) -> int | None:
        """The smallest exponent that gives all weights exactly, if there is one."""
        for exponent in range(1 << self.exponent_bits):
            if all(weight % (1 << exponent) == 0 and self.values.legal(weight >> exponent)
                   for weight in weights.reshape(-1).tolist()):
                return exponent
        return None

    def legal(self, group: Blocks, number: int = 0) -> str | None:
        # The packing holds mantissas, not weights: of those it only has to hold zeros.
        reason = super().legal(np.zeros_like(group))
        if reason is not None:
            return reason
        flat = group.reshape(-1)
        for start in range(0, len(flat), self.share):
            weights = flat[start:start + self.share]
            if self.exponent(weights) is None:
                return f"has no exponent for all of the weights {start}..{start + len(weights) - 1}"
        return None

    def _begins(self, index: int) -> bool:
        return index % self.members == 0

    def steps(self, group: Blocks, number: int) -> Iterator[Step]:
        flat = group.reshape(-1)
        exponents = [self.exponent(flat[start:start + self.share]) or 0
                     for start in range(0, len(flat), self.share)]
        bits = self.values.coded
        for index in range(len(group)):
            start = index * self.lanes
            code = sum(
                self.values.pack([int(flat[i]) >> exponents[i // self.share]], bits)
                << (i - start) * bits for i in range(start, start + self.lanes))
            width = values = self.lanes * bits
            if self._begins(index):
                for exponent in exponents[start // self.share:][:self.parts]:
                    code |= exponent << width
                    width += self.exponent_bits
            yield Step(code, width, width, values, index)

    def read(self, words: Iterator[int], count: int, number: int = 0) -> Blocks:
        reader = BitReader(words, self.port)
        bits = self.values.coded
        mantissas, exponents = [], []
        for index in range(count):
            mantissas += self.values.unpack(reader.take(self.lanes * bits), self.lanes * bits)
            if self._begins(index):
                exponents += [reader.take(self.exponent_bits) for _ in range(self.parts)]
        reader.finish()
        weights = [m << exponents[i // self.share] for i, m in enumerate(mantissas)]
        if min(weights) < -128 or max(weights) > 127:
            raise ValueError("Row group has a weight of more than eight bits")
        flat = np.array(weights, np.int8)
        for i, exponent in enumerate(exponents):
            if self.exponent(flat[i * self.share:(i + 1) * self.share]) != exponent:
                raise ValueError("Row group has an exponent that is larger than it must be")
        return flat.reshape(count, self.rows, self.columns)

    def create(self, *, count: int, width: int, groups: int = 1) -> BlockDecoder:
        return SharedExponentDecoder(self, count=count, width=width, groups=groups)


class SharedExponentDecoder(BlockDecoder):
    """Count the column blocks and shift their mantissas; see :class:`BlockDecoder`.

    The bits of a weight above the ``width`` of the output are dropped.
    """

    def elaborate(self, platform: object) -> Module:
        m = Module()

        format = self.format
        assert isinstance(format, SharedExponent)
        bits, lanes = format.values.coded, format.lanes
        mantissas, whole = lanes * bits, lanes * bits + format.parts * format.exponent_bits
        m.submodules.funnel = funnel = Funnel(port=format.port, widths={mantissas, whole})
        index = Signal.like(self.o.payload.index)
        member = Signal(range(format.members))
        held = Signal(format.parts * format.exponent_bits)
        exponents = Signal.like(held)

        weights = []
        for i in range(lanes):
            start = i // format.share % format.parts * format.exponent_bits
            mantissa = funnel.window[i * bits:(i + 1) * bits].as_signed()
            weight = Signal(signed(self.width), name=f"weight_{i}")
            m.d.comb += weight.eq(mantissa << exponents[start:start + format.exponent_bits])
            weights.append(weight)

        begins = member == 0
        m.d.comb += [
            exponents.eq(Mux(begins, funnel.window[mantissas:whole], held)),
            funnel.i.payload.eq(self.i.payload),
            funnel.i.valid.eq(self.i.valid),
            self.i.ready.eq(funnel.i.ready),
            funnel.need.eq(Mux(begins, whole, mantissas)),
            funnel.used.eq(funnel.need),
            self.o.valid.eq(funnel.ready),
            funnel.step.eq(self.o.valid & self.o.ready),
            funnel.clear.eq(self.o.payload.last),
            self.o.payload.weights.eq(Cat(weights)),
            self.o.payload.index.eq(index),
            self.o.payload.last.eq(index == (self.count - 1)[:len(index)]),
        ]
        with m.If(funnel.step):
            m.d.sync += [index.eq(index + 1), member.eq(member + 1), held.eq(exponents)]
            with m.If(self.o.payload.last):
                m.d.sync += [index.eq(0), member.eq(0)]

        return m
