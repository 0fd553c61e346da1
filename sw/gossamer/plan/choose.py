"""The chooser: every format and kind of lanes for a layer, with what each would cost."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..errors import UnsupportedError
from ..ir import Graph, Input, Weighted, check
from ..target import Target
from .cores import cores
from .formats import KINDS, SPECIAL, IllegalFormatError, kind, pack
from .geometry import MULTIPLIERS, PACKINGS, Geometry, parts, patterns, row_columns
from .lanes import lanes_for, multipliers
from .plan import make, ways

__all__ = ["OBJECTIVE", "Option", "alone", "arrays", "options"]

#: Most lanes of the arrays that are compared.
MOST = 16

OBJECTIVE = "fewest logic cells x cycles, then fewest stored bits"


@dataclass(frozen=True, kw_only=True)
class Option:
    """One way to store and compute a layer.

    Attributes
    ----------
    kind, format, lanes : str
        Kind of format, the format itself, and the lanes; what the layer is not legal for lacks the
        other two.
    rows, columns : int
        Block.
    value_bits, code_bits, stored_bits : int
        Weights alone / with masks, positions and counts / whole memory words.
    cycles : int
        Of the layer alone on the array, exact; the input transfer does not count.
    luts, block_rams, dsps : int
        Of an engine for the layer alone with its host link.
    reason : str
        Why the option is rejected; empty if it is not.
    chosen : bool
    """

    kind: str = ""
    format: str = ""
    lanes: str = ""
    rows: int
    columns: int
    value_bits: int = 0
    code_bits: int = 0
    stored_bits: int = 0
    cycles: int = 0
    luts: int = 0
    block_rams: int = 0
    dsps: int = 0
    reason: str = ""
    chosen: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def options(graph: Graph, node: Weighted, target: Target) -> tuple[Option, ...]:
    """All options for a layer on a target, the chosen one marked.

    Every kind of format, with every packing of values that it and the layer allow, is tried with
    every kind of lanes, packings and lanes as narrow as the weights allow. The array has the shape
    of the trained block, or of the largest part of it with which the option fits; N:M and
    row-column formats have arrays of their own. The choice is the option that fits with the fewest
    logic cells times cycles. Sub-window lanes and the column macro are listed behind.
    """
    single = alone(graph, node)
    found = [*_illegal(node), *(
        option for geometry in geometries(node)
        for option in _evaluate(single, node, geometry, target)), *(
        Option(**fields) for fields in cores(node, single.types()[node.name], target))]
    fitting = [option for option in found if not option.reason]
    if fitting:
        best = min(fitting, key=lambda o: (o.cycles * o.luts, o.stored_bits))
        found = [replace(option, chosen=option is best, reason=option.reason or (
            "" if option is best else
            f"{option.cycles * option.luts / (best.cycles * best.luts):.2f} times the logic cells "
            "x cycles of the chosen one")) for option in found]
    return tuple(found)


def geometries(node: Weighted) -> Iterator[Geometry]:
    """Arrays for a layer: one of at most sixteen lanes for blocks, and the special ones."""
    # A block of another size is kept pruned by the largest power of two in it.
    whole = tuple(size & -size for size in node.geometry)
    rows, columns = next(part for part in parts(*whole) if part[0] * part[1] <= MOST)
    yield Geometry(rows=rows, columns=columns, port=64)
    yield from patterns()
    yield from row_columns(*whole)


def arrays(node: Weighted) -> Iterator[Geometry]:
    """The same with the kinds of lanes that a plan compares."""
    for geometry, multiplier in itertools.product(geometries(node), multipliers([node])):
        yield replace(geometry, multiplier=multiplier)


def _illegal(node: Weighted) -> Iterator[Option]:
    """Kinds of lanes that the layer's weights are not made for."""
    for name in ("ternary", "nested"):      # the others can multiply by all integers
        try:
            lanes_for([node], Geometry(multiplier=name))
        except UnsupportedError as error:
            rows, columns = node.geometry
            yield Option(lanes=name, rows=rows, columns=columns, reason=error.reason)


def alone(graph: Graph, node: Weighted) -> Graph:
    """The layer as a graph of its own, from its input to its requantised result."""
    source = graph.types()[node.x]
    (scale,) = graph.consumers(node.name)
    return check(Graph((
        Input(name="x", shape=source.shape, low=source.low, high=source.high,
              scale=source.scale or 1.0),
        replace(node, x="x"),
        scale,
    )))


def _evaluate(
    single: Graph, node: Weighted, geometry: Geometry, target: Target
) -> Iterator[Option]:
    names = ("pattern",) if geometry.pattern else ("bcr",) if geometry.tile else tuple(
        name for name in KINDS if name not in SPECIAL)
    for name in names:
        reason = ""
        legal = []
        for packing in PACKINGS:
            try:
                kind(name, node, replace(geometry, packing=packing))
                legal.append(packing)
            except IllegalFormatError as error:
                reason = reason or str(error)   # of integers, which all kinds can hold
        if not legal:
            yield Option(kind=name, rows=geometry.rows, columns=geometry.columns, reason=reason)
        for packing, multiplier in itertools.product(legal, MULTIPLIERS):
            try:
                for way in ways(single, target, replace(geometry, format=name, packing=packing),
                                [multiplier]):
                    yield _largest(single, node, target, way)
            except UnsupportedError as error:
                if multiplier == "lut":     # which multiplies by anything: it is the layer
                    yield Option(kind=name, rows=geometry.rows, columns=geometry.columns,
                                 reason=error.reason)


def _largest(single: Graph, node: Weighted, target: Target, geometry: Geometry) -> Option:
    """The option with the largest part of the array with which it fits, or else with all of it."""
    first = _measured(single, node, target, geometry)
    if not first.reason or geometry.format in SPECIAL or geometry.multiplier == "mixed":
        return first
    for rows, columns in parts(geometry.rows, geometry.columns)[1:]:
        try:
            option = _measured(single, node, target, replace(geometry, rows=rows, columns=columns))
        except IllegalFormatError:      # in blocks of this shape
            break
        if not option.reason:
            return option
    return first


def _measured(single: Graph, node: Weighted, target: Target, geometry: Geometry) -> Option:
    form = kind(geometry.format or "", node, geometry)
    made = make(single, target, geometry, ordered=False)
    needs, sizes = made.needs, pack(node, form).sizes
    lacking = ", ".join(f"{need:,} of {have:,} {what}" for what, need, have
                        in needs.lacking(target))
    return Option(
        kind=geometry.format or "", format=form.name, lanes=made.program.spec.lanes.name,
        rows=geometry.rows, columns=geometry.columns, value_bits=sizes.values,
        code_bits=sizes.codes, stored_bits=sizes.stored,
        cycles=made.cycles - made.segments[0].cycles.input, luts=needs.luts,
        block_rams=needs.block_rams, dsps=needs.dsps,
        reason=f"needs {lacking}" if lacking else "")
