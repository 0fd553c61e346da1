"""Formats that a layer can be stored in on an array, and why it cannot be stored in others."""

from __future__ import annotations

import contextlib
import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from gossamer_hw.formats import (
    PSC1_P16,
    PSC2_P8,
    PSC4_P8,
    PSC4_P16,
    Bitmap,
    BlockBitmap,
    Coordinates,
    Dense,
    Format,
    Integers,
    Loads,
    Nested,
    Nonzero,
    Pattern,
    Periodic,
    RowColumn,
    RunLength,
    SharedExponent,
    Sizes,
    Trits,
    Values,
)

from ..errors import GossamerError
from ..ir import Conv2d, Weighted, blocks
from .geometry import Geometry

__all__ = [
    "KINDS",
    "TABLES",
    "IllegalFormatError",
    "Kind",
    "candidates",
    "choose",
    "integers",
    "kind",
    "levels",
    "pack",
    "smallest",
]

#: Makes the format of a kind for a layer, or raises an error that says why there is none.
Kind = Callable[[Weighted, Geometry], Format]


class IllegalFormatError(ValueError):
    """A layer cannot be stored in a kind of format; the message says why."""


def integers(node: Weighted) -> Integers:
    """The narrowest integer packing that holds the layer's weights."""
    low, high = int(node.weight.min()), int(node.weight.max())
    needed = max((-low - 1).bit_length() if low < 0 else 0, max(high, 0).bit_length()) + 1
    return Integers(max(needed, 2))


@functools.lru_cache(maxsize=64)    # asked for every array
def levels(*nodes: Weighted) -> tuple[int, ...]:
    """Magnitudes of the weights that are not zero, filled up to 2 or 4.

    Empty if there are more, or if they need more bits with either sign than the weights have.
    """
    found = {int(v) for node in nodes for v in np.unique(np.abs(node.weight.astype(int))) if v}
    highest = (1 << max(integers(node).bits for node in nodes) - 1) - 1
    spare = [level for level in range(1, highest + 1) if level not in found]
    for count in (2, 4):
        missing = count - len(found)
        if 0 <= missing <= len(spare) and max(found, default=0) <= highest:
            return tuple(sorted([*found, *spare[:missing]]))
    return ()


def _shape(geometry: Geometry) -> dict[str, int]:
    return {"rows": geometry.rows, "columns": geometry.columns, "port": geometry.port}


def _plain(geometry: Geometry) -> None:
    if geometry.tile is not None or geometry.pattern is not None:
        raise IllegalFormatError("the lanes of this array are not those of a whole block")


def _trits(node: Weighted) -> Values:
    if not node.ternary:
        raise IllegalFormatError("weights other than -1, 0 and 1 are no trits")
    return Trits()


def _nested(node: Weighted) -> Values:
    found = levels(node)
    if not found:
        raise IllegalFormatError("weights are not zero and two or four levels of their width")
    return Nested(found)


def _nonzero(node: Weighted) -> Values:
    highest = int(np.abs(node.weight.astype(int)).max(initial=1))
    bits = max(highest - 1, 0).bit_length() + 1
    if bits >= integers(node).bits:
        raise IllegalFormatError("codes without zero are no shorter than integers")
    return Nonzero(bits)


#: The narrowest packing of a name that holds a layer's weights.
_PACKINGS: dict[str, Callable[[Weighted], Values]] = {
    "integers": integers, "trits": _trits, "nested": _nested, "nonzero": _nonzero}


def _densest(node: Weighted, geometry: Geometry, names: tuple[str, ...]) -> Values:
    """The packing with the most symbols in a word, of these, or the one that is asked for.

    Raises
    ------
    IllegalFormatError
        If that one is none of these, or cannot hold the weights.
    """
    if geometry.packing is not None:
        if geometry.packing not in names:
            raise IllegalFormatError(f"the format cannot hold {geometry.packing}")
        return _PACKINGS[geometry.packing](node)
    found = []
    for name in names:
        with contextlib.suppress(IllegalFormatError):
            found.append(_PACKINGS[name](node))
    return max(found, key=lambda values: (
        values.symbols(geometry.port), -values.coded / values.together))


def _integers(node: Weighted, geometry: Geometry) -> Integers:
    """Of the formats that hold nothing else."""
    _densest(node, geometry, ("integers",))
    return integers(node)


def _packed(form: Callable[..., Format], node: Weighted, geometry: Geometry, **keys: int
            ) -> Format:
    """A format of whole blocks."""
    _plain(geometry)
    return form(values=_densest(node, geometry, ("integers", "trits", "nested")),
                **_shape(geometry), **keys)


def _single(form: Callable[..., Format], node: Weighted, geometry: Geometry, **keys: int
            ) -> Format:
    """A format with values of their own bits, in which zero needs no code."""
    _plain(geometry)
    return form(values=_densest(node, geometry, ("integers", "nonzero")), **_shape(geometry),
                **keys)


def _punched(node: Weighted, geometry: Geometry) -> Format:
    """Column blocks of the same tap that share a mask bit: as many as there are, up to four."""
    channels = node.weight.shape[-1] if isinstance(node, Conv2d) else node.weight.shape[1]
    span = math.gcd(channels // geometry.columns, 4)
    if channels % geometry.columns or span < 2:
        raise IllegalFormatError("no two column blocks belong to the same tap")
    return _packed(BlockBitmap, node, geometry, span=span)


def _shared(node: Weighted, geometry: Geometry) -> Format:
    _plain(geometry)
    widest = _integers(node, geometry).bits
    cut = blocks(node, geometry.rows, geometry.columns)
    reason: str | None = None
    for bits in range(2, widest):
        form = SharedExponent(values=Integers(bits), **_shape(geometry))
        reason = next(filter(None, map(form.legal, cut)), None)
        if reason is None:
            return form
    raise IllegalFormatError(
        f"the format {reason}" if reason else "weights are no wider than the narrowest mantissa")


#: Pre-defined patterns of kernels with nine taps.
TABLES = {"PSC4_P8": PSC4_P8, "PSC4_P16": PSC4_P16, "PSC2_P8": PSC2_P8, "PSC1_P16": PSC1_P16}


def _periodic(node: Weighted, geometry: Geometry) -> Format:
    _plain(geometry)
    if not isinstance(node, Conv2d) or node.weight.shape[1:3] != (3, 3):
        raise IllegalFormatError("patterns are those of 3 x 3 kernels")
    if node.weight.shape[3] % geometry.columns or node.groups > 1 or node.dilation[1] > 1:
        raise IllegalFormatError("a column block crosses a tap")
    cut = blocks(node, geometry.rows, geometry.columns)
    values = _integers(node, geometry)
    for patterns in sorted(TABLES.values(), key=lambda table: sum(
            pattern.bit_count() for pattern in table) / len(table)):
        for filters, channels in ((geometry.rows, geometry.columns), (1, 1)):
            for phase in range(len(patterns)):
                form = Periodic(
                    values=values, taps=9, patterns=patterns[phase:] + patterns[:phase],
                    filters=filters, channels=channels, **_shape(geometry))
                if not any(form.legal(group, number) for number, group in enumerate(cut)):
                    return form
    raise IllegalFormatError("weights outside every pre-defined pattern")


def _row_column(node: Weighted, geometry: Geometry) -> Format:
    if geometry.tile is None:
        raise IllegalFormatError("the lanes of this array do not choose rows and columns")
    rows, columns = geometry.tile
    return RowColumn(values=_integers(node, geometry), tile_rows=rows, tile_columns=columns,
                     **_shape(geometry))


def _pattern(node: Weighted, geometry: Geometry) -> Format:
    if geometry.pattern is None:
        raise IllegalFormatError("the lanes of this array do not choose operands")
    n, m = geometry.pattern
    form = Pattern(values=_integers(node, geometry), n=n, m=m, **_shape(geometry))
    fullest = max(map(form.fullest, blocks(node, geometry.rows, geometry.columns)))
    return replace(form, passes=max(1, -(-fullest // n)))


#: Kinds of formats by name.
KINDS: dict[str, Kind] = {
    "dense": functools.partial(_packed, Dense),
    "block-bitmap": functools.partial(_packed, BlockBitmap),
    "block-punched": _punched,
    "bitmap": functools.partial(_single, Bitmap),
    "coo": functools.partial(_single, Coordinates),
    **{f"run-length{runs}": functools.partial(_single, RunLength, runs=runs)
       for runs in (4, 5, 8)},
    "mx": _shared,
    "periodic": _periodic,
    "pattern": _pattern,
    "bcr": _row_column,
}

#: Kinds that need an array of their own.
SPECIAL = ("pattern", "bcr")

#: Kinds that do not live on zeros.
WHOLE = ("dense", "block-bitmap", "mx")

#: Share of all weights that a further decoder must save to be worth its logic.
WORTH = 1 / 16

#: What is compared where a plan names no kind: the first two, which need the smallest decoders.
USUAL = ("dense", "block-bitmap")


def kind(name: str, node: Weighted, geometry: Geometry) -> Format:
    """The format of a kind for a layer.

    Raises
    ------
    IllegalFormatError
        If it cannot hold the layer on this array.
    """
    form = KINDS[name](node, geometry)
    for number, group in enumerate(blocks(node, geometry.rows, geometry.columns)):
        reason = form.legal(group, number)
        if reason is not None:
            raise IllegalFormatError(f"the format {reason}")
    return form


def candidates(node: Weighted, geometry: Geometry) -> list[Format]:
    """Formats among which a plan chooses for a layer on an array of a geometry.

    A kind that the geometry names is the only one where it can hold the layer.

    Raises
    ------
    GossamerError
        If there is no format of that name.
    """
    if geometry.format not in (None, *KINDS):
        raise GossamerError(
            f"There is no format {geometry.format!r}; the formats are {', '.join(KINDS)}.")
    if geometry.tile is not None:
        return [kind("bcr", node, geometry)]
    if geometry.pattern is not None:
        return [kind("pattern", node, geometry)]
    if geometry.format is not None:
        try:
            return [kind(geometry.format, node, geometry)]
        except IllegalFormatError:
            pass
    try:
        return [kind(name, node, geometry) for name in USUAL]
    except IllegalFormatError:
        return [kind(name, node, replace(geometry, packing=None)) for name in USUAL]


@dataclass(frozen=True, eq=False)
class Packed:
    """A layer in a format: words and tiles of every row group, and the bits of all of them."""

    words: tuple[tuple[int, ...], ...]
    loads: tuple[Loads, ...]
    sizes: Sizes


@functools.lru_cache(maxsize=256)
def pack(node: Weighted, format: Format, own: bool = False) -> Packed:
    """Store a layer, with ``own`` as :func:`gossamer.ir.blocks` cuts it then.

    The last results are kept: a planner asks for the same ones many times.
    """
    # Whoever chose the format has asked whether it is legal.
    groups = [
        format.words(group, number)
        for number, group in enumerate(
            blocks(node, format.rows, format.columns, own=own))
    ]
    return Packed(
        words=tuple(tuple(words) for words, _, _ in groups),
        loads=tuple(loads for _, loads, _ in groups),
        sizes=functools.reduce(Sizes.__add__, (sizes for _, _, sizes in groups)))


def smallest(node: Weighted, geometry: Geometry) -> tuple[Format, int]:
    """The candidate that takes the fewest bits, and the bits, found by packing the layer."""
    return _smallest(node, Geometry(
        rows=geometry.rows, columns=geometry.columns, port=geometry.port, tile=geometry.tile,
        pattern=geometry.pattern, format=geometry.format, packing=geometry.packing,
        single=geometry.single))


def choose(nodes: Sequence[Weighted], geometry: Geometry) -> list[Format]:
    """A format for every layer: the smallest.

    In single-port memory, of which there is a lot more than logic, a decoder must save a share of
    the weights (``WORTH``), or its layers take the format of most weights.
    """
    found = [smallest(node, geometry) for node in nodes]
    formats = [format for format, _ in found]
    if not geometry.single:
        return formats
    sizes = {format: sum(bits for other, bits in found if other == format) for format in formats}
    most = max(sizes, key=lambda format: sizes[format])
    for format in sizes:
        members = [index for index, other in enumerate(formats) if other == format]
        if format == most or any(
                most.legal(group) for index in members for group in blocks(
                    nodes[index], most.rows, most.columns, own=True)):
            continue
        more = sum(pack(nodes[index], most, True).sizes.stored for index in members)
        if more - sizes[format] < WORTH * sum(sizes.values()):
            for index in members:
                formats[index] = most
    return formats


@functools.lru_cache(maxsize=256)
def _smallest(node: Weighted, geometry: Geometry) -> tuple[Format, int]:
    """The same for the part of a geometry that formats depend on."""
    found = candidates(node, geometry)
    if len(found) == 1:
        return found[0], pack(node, found[0], geometry.single).sizes.stored
    # Only the one that is taken is packed.
    cut = blocks(node, geometry.rows, geometry.columns, own=geometry.single)
    sizes = [sum(format.bits(group, number) for number, group in enumerate(cut))
             for format in found]
    bits = min(sizes)
    return found[sizes.index(bits)], bits
