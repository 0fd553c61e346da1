"""Curves: functions of single results, read from memories."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from amaranth.hdl import Module, Mux, Signal, Value
from amaranth.lib import memory

from .layer import Curve, Layer
from .spec import ArraySpec
from .stages import Stages
from .table import of_layer, shape_of

__all__ = ["curve_entries", "curve_places", "looked_up"]


def curve_places(curves: Sequence[Curve]) -> list[int]:
    """Where each of them begins in memory: at a multiple of its size, a power of two."""
    places, end = [0] * len(curves), 0
    for number in sorted(range(len(curves)), key=lambda number: -curves[number].bits):
        places[number] = end
        end += 1 << curves[number].bits
    return places


def curve_entries(curves: Sequence[Curve]) -> list[int]:
    """The memory: the lowest bits of a value say where it is in its curve."""
    places = curve_places(curves)
    entries = [0] * sum(1 << curve.bits for curve in curves)
    for curve, place in zip(curves, places, strict=True):
        for number, value in enumerate(curve.values):
            entries[place + (curve.first + number) % (1 << curve.bits)] = value
    return entries


def looked_up(m: Module, spec: ArraySpec, layer: Signal, stages: Stages, values: list[Value]
              ) -> list[Value]:
    """What the curves of layers that have one make of values, a stage later, with ``spec.deep``
    two.
    """
    def of(field: Callable[[Layer], int]) -> Value:
        return of_layer(m, spec.deep, layer, [field(entry) for entry in spec.layers])

    def size(entry: Layer) -> int:
        return 0 if entry.curve is None else 1 << spec.curves[entry.curve].bits

    entries, places = curve_entries(spec.curves), curve_places(spec.curves)
    curved = of(lambda entry: int(entry.curve is not None))
    sizes = {size(entry) for entry in spec.layers} - {0}
    # In layers without a curve, whatever is read is left out.
    mask = of(lambda entry: (size(entry) or max(sizes)) - 1)
    place = of(lambda entry: 0 if entry.curve is None else places[entry.curve])
    stages.begin(50)
    found: list[Value] = []
    for lane, value in enumerate(values):
        m.submodules[f"curves_{lane}"] = store = memory.Memory(
            shape=shape_of(entries), depth=len(entries), init=entries)
        read = store.read_port()
        m.d.comb += [read.addr.eq((value & mask) | place), read.en.eq(stages.advance)]
        found.append(read.data)
    values = stages.register(values, "straight")
    results: list[Value] = [
        Mux(curved, new, old) for new, old in zip(found, values, strict=True)]
    if spec.deep:
        stages.begin(51)
        results = stages.register(results, "curved")
    return results
