"""The chooser: every format and kind of lanes for a layer, with what each would cost."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from gossamer_hw.formats import Sizes

from ..errors import UnsupportedError
from ..ir import Graph, Input, Weighted, check
from ..target import Target
from .formats import KINDS, SPECIAL, IllegalFormatError, kind, pack
from .geometry import Geometry, patterns, row_columns
from .plan import Plan, make

__all__ = ["OBJECTIVE", "Option", "alone", "arrays", "options"]

OBJECTIVE = "fewest logic cells x cycles, then fewest stored bits"


@dataclass(frozen=True, kw_only=True)
class Option:
    """One way to store and compute a layer.

    Attributes
    ----------
    kind, format, lanes : str
        Kind of format, the format itself, and the lanes; empty where the layer is not legal.
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

    kind: str
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

    Every kind of format is tried with every kind of lanes on an array of the trained block's shape
    (or the next smaller one that fits), and N:M and row-column formats on arrays of as many lanes.
    The choice is the legal option that fits with the fewest logic cells times cycles.
    """
    single = alone(graph, node)
    found = [option for geometry in arrays(node)
             for option in _evaluate(single, node, geometry, target)]
    fitting = [option for option in found if not option.reason]
    if fitting:
        best = min(fitting, key=lambda o: (o.cycles * o.luts, o.stored_bits))
        found = [replace(option, chosen=option is best, reason=option.reason or (
            "" if option is best else
            f"{option.cycles * option.luts / (best.cycles * best.luts):.2f} times the logic cells "
            "x cycles of the chosen one")) for option in found]
    return tuple(found)


def _part(rows: int, columns: int) -> tuple[int, int]:
    """The block, halved until it has no more than sixteen weights."""
    while rows * columns > 16:
        rows, columns = (rows, columns // 2) if columns >= rows else (rows // 2, columns)
    return rows, columns


def arrays(node: Weighted) -> Iterator[Geometry]:
    """Geometries for a layer, each with the kinds of lanes that there are."""
    rows, columns = _part(*node.geometry)
    plain = Geometry(rows=rows, columns=columns, port=64)
    multipliers = [(False, False)] if node.ternary else [
        (False, False), (True, False), (True, True)]
    for geometry, (dsp, dual) in itertools.product(
            [plain, *patterns(), *row_columns(*node.geometry)], multipliers):
        yield replace(geometry, dsp=dsp, dual=dual)


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
        option = Option(kind=name, rows=geometry.rows, columns=geometry.columns)
        try:
            form = kind(name, node, geometry)
            made = make(single, target, replace(geometry, format=name))
        except (IllegalFormatError, UnsupportedError) as error:
            if not geometry.dsp:
                yield replace(option, reason=str(error))
            continue
        yield _measured(option, made, form.name, pack(node, form).sizes)


def _measured(option: Option, made: Plan, form: str, sizes: Sizes) -> Option:
    needs, target = made.needs, made.target
    lacking = ", ".join(f"{need:,} of {have:,} {what}" for what, need, have
                        in needs.lacking(target))
    return replace(
        option, format=form, lanes=made.program.spec.lanes.name, value_bits=sizes.values,
        code_bits=sizes.codes, stored_bits=sizes.stored,
        cycles=made.cycles - made.segments[0].cycles.input, luts=needs.luts,
        block_rams=needs.block_rams, dsps=needs.dsps,
        reason=f"needs {lacking}" if lacking else "")
