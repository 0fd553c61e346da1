"""Kinds of lanes that weights can be multiplied with, and why they cannot be with others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from gossamer_hw.lanes import (
    DualIntegerLanes,
    IntegerLanes,
    Lanes,
    MixedLanes,
    NestedLanes,
    TernaryLanes,
)

from ..errors import UnsupportedError
from ..ir import Weighted
from .formats import integers, levels
from .geometry import Geometry

__all__ = ["LANES", "lanes_for", "mixed", "multipliers", "paired"]


def _widest(nodes: Sequence[Weighted]) -> int:
    return max(integers(node).bits for node in nodes)


def _ternary(nodes: Sequence[Weighted], geometry: Geometry) -> Lanes:
    for node in nodes:
        if not node.ternary:
            raise UnsupportedError(node.name, "has other weights than -1, 0 and 1",
                                   "choose other lanes than ternary ones")
    return TernaryLanes()


def _nested(nodes: Sequence[Weighted], geometry: Geometry) -> Lanes:
    found = levels(*nodes)
    if not found:
        raise UnsupportedError(nodes[0].name,
                               "has weights that are not zero and two or four levels",
                               "choose other lanes than nested ternary ones")
    return NestedLanes(found)


def _lut(nodes: Sequence[Weighted], geometry: Geometry) -> Lanes:
    return IntegerLanes(_widest(nodes), halved=geometry.deep)


def _dsp(nodes: Sequence[Weighted], geometry: Geometry) -> Lanes:
    return IntegerLanes(_widest(nodes), dsp=True)


def _dual(nodes: Sequence[Weighted], geometry: Geometry) -> DualIntegerLanes:
    return DualIntegerLanes(4 if _widest(nodes) <= 4 and not geometry.window else 8,
                            registered=geometry.single)


def _mixed(nodes: Sequence[Weighted], geometry: Geometry) -> Lanes:
    return MixedLanes(_widest(nodes), geometry.dsp_rows, halved=geometry.deep)


#: Kinds of lanes by name, those without DSP blocks first, the smallest first.
LANES: dict[str, Callable[[Sequence[Weighted], Geometry], Lanes]] = {
    "ternary": _ternary,
    "nested": _nested,
    "lut": _lut,
    "dsp": _dsp,
    "dual": _dual,
    "mixed": _mixed,
}


def lanes_for(nodes: Sequence[Weighted], geometry: Geometry) -> Lanes:
    """Lanes for the weights of all layers, as narrow as these allow.

    Of the kind that the geometry names, or else of the smallest kind that needs no DSP blocks.

    Raises
    ------
    UnsupportedError
        Naming a layer that lanes of this kind cannot multiply.
    """
    if geometry.multiplier is not None:
        return LANES[geometry.multiplier](nodes, geometry)
    if all(node.ternary for node in nodes):
        return TernaryLanes()
    return (_nested if levels(*nodes) else _lut)(nodes, geometry)


def paired(nodes: Sequence[Weighted], geometry: Geometry, family: str) -> bool:
    """Whether a DSP block of this family takes two of the array's dual lanes.

    Else they are those of the kind ``dsp``, by another name.
    """
    return family == "ice40" or family == "ecp5" and _dual(nodes, geometry).bits == 4


def multipliers(nodes: Sequence[Weighted], *, many: bool = False) -> tuple[str | None, ...]:
    """Kinds of lanes that a planner compares, with ``many`` for arrays of many lanes.

    Ternary weights stay without multipliers.
    """
    if all(node.ternary for node in nodes):
        return (None,)
    return (None, "dsp", "dual", *(["mixed"] if many else []))


def mixed(geometry: Geometry, dsps: int) -> Geometry | None:
    """The array with as many rows in DSP blocks as there are; None if that is none or all."""
    rows = dsps // geometry.columns
    if not 0 < rows < geometry.rows or geometry.tile is not None or geometry.pattern is not None:
        return None
    return replace(geometry, multiplier="mixed", dsp_rows=rows)
