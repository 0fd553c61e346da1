"""Stages of post-processing: what belongs to the data moves on with them."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from amaranth.hdl import Cat, Module, Signal, Value
from amaranth.lib import data

from .spec import ArraySpec
from .wide import partial_products, shifted_sum

__all__ = ["FLAGS", "Stages"]

#: What is known of a step.
FLAGS = data.StructLayout({
    "first": 1, "last": 1,      # first and last position of a pooling window
    "burst": 1, "layer": 1,     # last step of its burst, of its layer
})


class Stages:
    """The registers between stages, which hold while ``advance`` is low.

    Attributes
    ----------
    valid, kept, address : Value
        Of the stage that was begun last: whether a step is there, its flags, and where its result
        goes. With ``spec.parked`` and steady, the latter of the last step of a word only, and
        before in the lower bits.
    working : list of Value
        ``valid`` of all stages.
    """

    def __init__(self, m: Module, spec: ArraySpec, advance: Signal, *, valid: Value,
                 kept: data.View, address: Value, width: int) -> None:
        self.m = m
        self.spec = spec
        self.advance = advance
        self.valid, self.kept, self.address = valid, kept, address
        self.width = width
        self.working = [valid]

    def begin(self, number: int) -> None:
        """Carry what belongs to the data one cycle further."""
        m, spec = self.m, self.spec
        before = self.valid, self.kept, self.address
        self.valid = Signal(name=f"valid_{number}")
        self.working.append(self.valid)
        # In a pace of two nothing follows at once: every other stage leaves them there.
        moves = spec.pace == 1 or len(self.working) % 2 == 0
        if spec.steady and spec.parked:
            self._begin_word(number, *before)
            return
        if moves:
            self.kept = Signal(FLAGS, name=f"flags_{number}")
            self.address = Signal(self.width, name=f"address_{number}")
        with m.If(self.advance):
            m.d.sync += self.valid.eq(before[0])
            with contextlib.nullcontext() if spec.pace == 1 else m.If(before[0]):
                if moves:
                    m.d.sync += [self.kept.eq(before[1]), self.address.eq(before[2])]

    def _begin_word(self, number: int, valid: Value, kept: data.View, address: Value) -> None:
        """The same where words are written: no two of them end within their number of steps.

        So their address stays for as many stages as there are steps, in fewer registers.
        """
        m, steps = self.m, self.spec.together // self.spec.requantizers
        low = self.spec.together.bit_length() - 1
        place = Signal(low, name=f"place_{number}")
        self.kept = Signal(FLAGS, name=f"flags_{number}")
        with m.If(self.advance):
            m.d.sync += [self.valid.eq(valid), self.kept.eq(kept), place.eq(address[:low])]
        upper: Value = address[low:]
        if (len(self.working) - 2) % steps == 0:
            held = Signal(self.width - low, name=f"word_{number}")
            ends = address[:low] >> (self.spec.requantizers.bit_length() - 1) == steps - 1
            with m.If(self.advance & valid & ends):
                m.d.sync += held.eq(upper)
            upper = held
        self.address = Cat(place, upper)

    def register(self, values: Sequence[Value], name: str, when: Value | None = None
                 ) -> list[Value]:
        """Hold values for the next stage, each in the shape it has."""
        m = self.m
        held = [Signal(value.shape(), name=f"{name}_{i}", reset_less=self.spec.deep)
                for i, value in enumerate(values)]
        with m.If(self.advance if when is None else when):
            m.d.sync += [old.eq(new) for old, new in zip(held, values, strict=True)]
        return list(held)

    def in_digits(self, pairs: Sequence[tuple[Value, Value]], name: str) -> list[Value]:
        """Products, of which the parts are held for the next stage."""
        wholes: list[Value] = []
        for lane, (a, b) in enumerate(pairs):
            parts, shifts = zip(*partial_products(a, b), strict=True)
            held = self.register(parts, f"{name}_{lane}")
            whole = Signal((a * b).shape(), name=f"{name}_{lane}_whole")
            self.m.d.comb += whole.eq(shifted_sum(list(zip(held, shifts, strict=True))))
            wholes.append(whole)
        return wholes
