"""Thresholds of channels: how many of them a sum reaches, by a search bit by bit."""

from __future__ import annotations

from collections.abc import Callable

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value
from amaranth.lib import memory

from .layer import Layer
from .spec import ArraySpec
from .stages import Stages
from .table import of_layer, shape_of

__all__ = ["SMALL", "ThresholdSearch", "level_entries"]

#: Entries of a memory up to which look-up tables hold it: a block RAM would be hardly used.
SMALL = 16


def level_entries(spec: ArraySpec, lane: int, level: int) -> list[int]:
    """Thresholds that decide on bit ``level`` of the number, counted from the highest one."""
    half = 1 << (spec.levels - 1 - level)
    return list(spec.thresholds[lane][half::2 * half])


class ThresholdSearch:
    """Logic that counts the thresholds that sums reach, a part of post-processing.

    All thresholds of a channel are relative to the middle one, which is in its bias, so the sign of
    the sum is the first bit of the number. The bits before it say which of the thresholds each
    other one depends on; a memory holds those of all channels.

    Parameters
    ----------
    layer : Signal
        Number of the layer.
    """

    def __init__(self, m: Module, spec: ArraySpec, layer: Signal) -> None:
        self.m = m
        self.spec = spec
        self.layer = layer
        self.found: list[Value] = []

    def begin(self, stages: Stages, sums: list[Value], places: list[Value]) -> None:
        """Look for the results of sums, whose channels have thresholds at these places."""
        self.found = [self._search(stages, lane, *pair)
                      for lane, pair in enumerate(zip(sums, places, strict=True))]

    def _search(self, stages: Stages, lane: int, total: Value, place: Value) -> Value:
        """The value of a layer with thresholds, ``spec.searching`` cycles later."""
        m, spec = self.m, self.spec
        levels = spec.levels
        size = max(1, (len(spec.thresholds[lane]) - 1).bit_length())
        # Where the thresholds begin, and what of the number is known.
        known: Value = Cat(Const(0, spec.place), place)[:size]
        known = Cat(known, Const(0, max(levels, size) - len(known)))
        for level in range(levels):
            bit: Value = ~total[-1]
            if level:
                values = level_entries(spec, lane, level)
                m.submodules[f"level_{level}_{lane}"] = store = memory.Memory(
                    shape=shape_of(values), depth=max(2, len(values)), init=values, attrs={
                        "rom_style": "logic" if len(values) <= SMALL else "block"})
                read = store.read_port()
                m.d.comb += [
                    read.addr.eq(known[levels - level:]), read.en.eq(stages.advance)]
                threshold: Value = read.data
                for again in range(1 + spec.deep):
                    known, total = stages.register(
                        [known, total], f"level_{level}_{lane}_{again}")
                if spec.deep:
                    threshold, = stages.register([threshold], f"threshold_{level}_{lane}")
                bit = total >= threshold
            # Layers of fewer thresholds begin with a later bit.
            at = levels - 1 - level
            decided = Signal(name=f"decided_{level}_{lane}")
            m.d.comb += decided.eq(bit & of_layer(m, spec.deep, self.layer, [
                int(entry.levels == 0 or entry.levels > at) for entry in spec.layers]))
            known = Cat(known[:at], known[at] | decided, known[at + 1:])
        number = Cat(known[:levels]) & self._of_layer(
            lambda entry: (1 << (entry.levels or levels)) - 1)
        shapes = {entry.step for entry in spec.layers if entry.levels}
        if 2 in shapes:
            two = self._of_layer(lambda entry: int(entry.step == 2))
            number = Mux(two, number << 1, number) if 1 in shapes else number << 1
        value = number + self._of_layer(lambda entry: entry.low if entry.levels else 0)
        shape = shape_of([end for entry in spec.layers if entry.levels for end in (
            entry.low, entry.low + entry.step * ((1 << entry.levels) - 1))])
        value = value[:shape.width]
        return value.as_signed() if shape.signed else value

    def merged(self, stages: Stages, values: list[Value]) -> list[Value]:
        """The results: those that were found, or values of layers without thresholds."""
        spec = self.spec
        wait = spec.scaling - spec.searching
        found = self.found
        for number in range(max(0, wait)):
            found = stages.register(found, f"found_{number}")
        for number in range(max(0, -wait)):
            stages.begin(40 + number)
            values = stages.register(values, f"waiting_{number}")
        searches = self._of_layer(lambda entry: int(entry.levels > 0))
        stages.begin(39)
        return stages.register([Mux(searches, a, b) for a, b in zip(found, values, strict=True)],
                               "merged")

    def _of_layer(self, field: Callable[[Layer], int]) -> Value:
        """A constant that depends on the layer."""
        return of_layer(self.m, self.spec.deep, self.layer, [
            field(entry) for entry in self.spec.layers])
