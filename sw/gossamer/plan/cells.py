"""Measured cost tables: logic cells, DSP blocks and clock of the parts of an engine.

``python benchmarks/cells.py`` writes the tables, one file per device.
"""

from __future__ import annotations

import functools
import json
import math
import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from typing import Any

import numpy as np
from amaranth.hdl import Shape, signed

from gossamer_hw.array import ArraySpec
from gossamer_hw.array.table import shape_of
from gossamer_hw.array.wide import DIGIT, pieces, soft_bits
from gossamer_hw.formats import Format, Periodic, Tile
from gossamer_hw.formats.entries import EntryFormat
from gossamer_hw.formats.gearbox import whole
from gossamer_hw.formats.symbols import SymbolFormat
from gossamer_hw.lanes import IntegerLanes, Lanes, MixedLanes, NestedLanes, TernaryLanes
from gossamer_hw.link.link_codec import LinkCodec
from gossamer_hw.link.result_codec import ResultCodec

from ..errors import GossamerError
from ..target import Target

__all__ = ["COLUMN_BLOCKS", "DEVICES", "FLASH_LOADER", "HOST_LINK", "QUAD_FLASH", "RAGGED_BOTH",
           "RAGGED_LINK", "SDRAM", "Entry", "Part", "Table", "accumulator", "around", "decoder",
           "engine", "lane_array", "link_decoder", "link_encoder", "parts", "post", "products",
           "reading", "selection", "table"]

#: Families of which nothing was measured, and those whose tables they take: look-up tables of four
#: inputs, carry chains of two bits, and multipliers of 18 bits are alike.
NEAREST = {"nexus": "ecp5"}

#: Names of the tables. Parts that none was measured for take the first one of their family.
DEVICES = ("ice40up5k", "ice40hx8k", "ecp5", "gw1nr9c")

#: Elements of a block RAM of the devices where activation memory is measured apart.
BANK = 2048

#: Column blocks of a row group that decoders are measured with.
COLUMN_BLOCKS = 64


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of an engine: where a table has it, and what its size follows.

    Attributes
    ----------
    key : str
        Of the entry that was measured for just this part.
    kind : str
        Parts of a kind differ in size only.
    terms : mapping of str to float
        The quantities that the logic of the kind is a sum of multiples of.
    """

    key: str
    kind: str
    terms: Mapping[str, float]


#: The host link. Frames lie in block RAM, so that their sizes hardly matter.
HOST_LINK = Part(key="host-link", kind="host-link", terms={"links": 1})

#: The same where inputs have lengths of their own.
RAGGED_LINK = Part(key="host-link/ragged", kind="host-link/ragged", terms={"links": 1})

#: The same where outputs have lengths of their own too.
RAGGED_BOTH = Part(key="host-link/ragged-both", kind="host-link/ragged-both", terms={"links": 1})

#: What fills a memory from a flash; the size of the memory hardly matters.
FLASH_LOADER = Part(key="flash-loader", kind="flash-loader", terms={"loaders": 1})


#: What reads a quad flash, and the ring that it fills; the size of either hardly matters.
QUAD_FLASH = Part(key="quad-flash", kind="quad-flash", terms={"flashes": 1})

#: The same of an SDRAM.
SDRAM = Part(key="sdram", kind="sdram", terms={"memories": 1})


def lane_arrays(lanes: Lanes, tile: Tile) -> list[Part]:
    """From the register that holds a tile to the sums of its rows, in parts of lanes of a kind."""
    if isinstance(lanes, MixedLanes):
        return [lane_array(part, replace(tile, rows=rows)) for part, rows in zip(
            lanes.parts, (lanes.rows, tile.rows - lanes.rows), strict=True)]
    return [lane_array(lanes, tile)]


def lane_array(lanes: Lanes, tile: Tile) -> Part:
    """Lanes of one kind."""
    # Multipliers in logic that hold half of their sums are others.
    halves = isinstance(lanes, IntegerLanes) and lanes.halved and not lanes.dsp
    name = lanes.name + "-halved" * halves
    key = f"lanes/{name}/{tile.rows}x{tile.columns}"
    if isinstance(lanes, NestedLanes):
        return Part(key=key, kind="lanes/nested", terms={"levels": tile.lanes * len(lanes.levels)})
    if isinstance(lanes, TernaryLanes):
        return Part(key=key, kind="lanes/ternary", terms={"lanes": tile.lanes})
    kind = lanes.name.split("-")[1]
    if kind == "dsp" and lanes.weight_width == 1:
        kind = "bit"        # for which no DSP block is worth it
    return Part(key=key, kind=f"lanes/int-{kind}",
                terms={"lanes": tile.lanes, "weight bits": tile.lanes * lanes.weight_width})


def decoder(format: Format) -> Part:
    """From memory words to the register that takes a tile."""
    tile = format.tile
    # What makes a decoder larger without being part of its format's name.
    options = []
    if isinstance(format, EntryFormat) and format.rate > 1:
        options = [f"rate{format.rate}"]
    if isinstance(format, Periodic) and not format.whole:
        options = ["kernels"]
    shape = f"{format.rows}x{format.columns}"
    if (tile.rows, tile.columns) != (format.rows, format.columns):
        shape += f"-{tile.rows}x{tile.columns}"
    return Part(
        key="/".join(["decoder", format.name, shape, str(format.port), *options]),
        kind="/".join(["decoder", type(format).__name__.lower(), *options]),
        terms={
            "decoders": 1,
            "tile bits": format.layout(count=COLUMN_BLOCKS, width=format.values.width).size,
            "port bits": format.port,
            "gearbox bits": _gearbox(format),
            "code bits": format.port if format.values.together > 1 else 0,
        })


def link_decoder(codec: LinkCodec) -> Part:
    """From frames of bytes to the elements that an engine takes."""
    return Part(key=f"link/{codec.name}", kind=f"link/{codec.family}", terms={"decoders": 1})


def link_encoder(codec: ResultCodec) -> Part:
    """From the outputs of an engine to frames."""
    return Part(key=f"link-results/{codec.name}", kind=f"link-results/{codec.family}",
                terms={"encoders": 1})


def _gearbox(format: Format) -> int:
    """Bits of a gearbox's multiplexers: all that it sees, for every place a word can go to."""
    if not isinstance(format, SymbolFormat):
        return 0
    intake, outtake = format.values.symbols(format.port), format.lanes
    if whole(intake, outtake):
        return 0
    grain, most = math.gcd(intake, outtake), max(intake, outtake)
    # Between cycles any multiple of the grain below the larger of the two can be waiting.
    return (most // grain - 1) * (most - grain + intake) * format.values.width


def selection(format: Format) -> Part | None:
    """How lanes choose operands and rows, or None where they do not."""
    tile = format.tile
    if not tile.choices and not tile.scatter:
        return None
    return Part(
        key=(f"selection/{format.rows}x{format.columns}-{tile.rows}x{tile.columns}/{tile.reach}"
             f"{'' if tile.shared else '-each'}{'-scatter' if tile.scatter else ''}"),
        kind="selection",
        terms={"choices": tile.choices * (tile.reach - 1),
               "rows": format.rows * tile.rows * tile.scatter})


def parts(spec: ArraySpec) -> list[Part]:
    """The parts of an engine that are in the tables."""
    choice = selection(spec.formats[0])
    return [*lane_arrays(spec.lanes, spec.tile), *map(decoder, spec.formats),
            *([choice] if choice else [])]


def around(spec: ArraySpec) -> list[Part]:
    """What is around the :func:`parts` of an engine, where that was measured apart."""
    return [accumulator(spec), reading(spec), post(spec)]


def accumulator(spec: ArraySpec) -> Part:
    """The accumulators of all rows, and their memories."""
    kind = "accumulator/deep" if spec.deep else "accumulator"
    bits = spec.rows * spec.accumulator_bits
    return Part(key=f"{kind}/{bits}x{spec.burst}", kind=kind,
                terms={"accumulators": 1, "bits": bits})


def reading(spec: ArraySpec) -> Part:
    """Activation memory, and the network from there to the columns."""
    places = spec.word.bit_length() - 1
    address = max(1, (spec.depth * spec.word - 1).bit_length())
    flags = [name for name in ("gather", "reads", "deep") if getattr(spec, name)]
    return Part(
        key="/".join([f"reading/{spec.columns}-{spec.word}x{spec.depth}", *flags]), kind="reading",
        terms={
            "networks": 1,
            "operand bits": 8 * spec.word,
            "rotated bits": spec.gather * 8 * spec.word * places,
            # Every bank has an address of its own, and what residuals are read from.
            "address bits": (spec.gather + spec.reads) * spec.word * (address - places),
            # Of which a bank has more than one.
            "block bits": 8 * spec.word * ((spec.depth - 1) // BANK),
        })


def post(spec: ArraySpec) -> Part:
    """Post-processing of all requantizers.

    Its bits are those of additions, comparisons, steps of shifts and inputs of multiplexers, a
    look-up table each; soft ones are those of products in logic, a row for every bit of a factor.
    """
    _, multiplier, shift = spec.scales
    rules = spec.roundings - {"half_up"}
    once, prepared, shifted = _widths(spec)
    adders = spec.sum_bits + _joined(spec, signed(spec.sum_bits), multiplier)
    choices = 0
    if rules:
        if prepared != once:
            choices += prepared * len(rules & {"half_away", "double"})
            adders += prepared * ("half_away" in rules)
        adders += 2 * once * ("double" in rules)
    moved = shifted * shift.width
    adders += shifted * ("half_even" in rules)
    values = shape_of([end for layer in spec.layers for end in (layer.low, layer.high)]).width
    adders += 3 * shifted           # rounded, and compared with both limits
    choices += 2 * values
    soft = 0
    if spec.adds:
        seconds, owns = _residuals(spec)
        joint = max(a.width + b.width for a, b in (seconds, owns)) + 1
        adders += _joined(spec, *seconds) + 9 + 2 * joint
        if spec.joins:
            adders += _joined(spec, *owns) + joint
        moved += joint * _steps(layer.residual.shift if layer.residual else 0
                                for layer in spec.layers)
        ends = shape_of([end for layer in spec.layers for end in layer.joint]).width
        adders += 2 * ends
        choices += 3 * values
    if spec.multiplies:
        first, second, found, _, biased, result = map(spec.factors, range(6))
        adders += (9 + first.width + _joined(spec, first, second)
                   + _joined(spec, found, spec.multipliers) + biased.width + 2 * result.width)
        moved += biased.width * _steps(layer.factor.shift if layer.factor else 0
                                       for layer in spec.layers)
        choices += second.width + 2 * values
    if spec.deep:
        soft = sum(soft_bits(*pair) for pair in spec.products)
    if spec.pools:
        adders, choices = adders + values, choices + values
    lanes = spec.requantizers
    picked = spec.accumulator_bits * (spec.rows // spec.parts - lanes
                                      + (lanes > 1) * spec.rows // spec.parts)
    flags = [name for name in ("pools", "adds", "joins", "evens", "multiplies", "deep")
             if getattr(spec, name)]
    return Part(
        key="/".join([f"post/{spec.rows}-{lanes}", f"{spec.sum_bits}x{multiplier.width}",
                      f"{min(map(min, spec.shifts))}-{max(map(max, spec.shifts))}",
                      *sorted(spec.roundings), *flags]),
        kind="post/deep" if spec.deep else "post",
        terms={"posts": 1, "bits": lanes * (adders + moved + choices) + picked} | (
            {"soft bits": lanes * soft} if spec.deep else {}))


def products(spec: ArraySpec) -> int:
    """DSP blocks of 18 x 18 bits that products of a requantizer take without a deep pipeline."""
    def count(shape: Shape) -> int:
        # Of the last digit, a bit or two are left to look-up tables.
        return max(1, -(-(shape.width + (not shape.signed) - 2) // DIGIT))

    factors = spec.products
    if spec.joins:      # what is added to is as wide as it was before its limits
        factors[2] = signed(_widths(spec)[2]), factors[2][1]
    return sum(count(a) * count(b) for a, b in factors)


def _widths(spec: ArraySpec) -> tuple[int, int, int]:
    """Bits of a product that has lost 31 by the rule double, of a prepared one, and of a shifted
    one.
    """
    product = spec.sum_bits + spec.scales[1].width
    once = max(2, product - 30)
    prepared = product + (spec.roundings != {"half_up"})
    if spec.buffered and spec.roundings == {"double"}:
        prepared = once
    return once, prepared, max(2, prepared - min(map(min, spec.shifts)))


def _residuals(spec: ArraySpec) -> tuple[tuple[Shape, Shape], tuple[Shape, Shape]]:
    """Factors of the second operand and of the first one."""
    added = [layer.residual for layer in spec.layers if layer.residual is not None]
    return ((shape_of([element + other.zero for other in added for element in (-128, 127)]),
             shape_of([1, *(other.multiplier for other in added)])),
            (shape_of([end for layer in spec.layers for end in layer.limits]),
             shape_of([0, *(other.whole[0] for other in added)] if spec.joins else [1])))


def _steps(shifts: Iterable[int]) -> int:
    """Steps of a shift by a constant of a layer: for bits that are not the same in all layers."""
    found = set(shifts)
    least = min(found)
    return min(len(found) - 1,
               functools.reduce(operator.or_, (shift ^ least for shift in found)).bit_count())


def _joined(spec: ArraySpec, a: Shape, b: Shape) -> int:
    """Bits of the additions of the parts of a product."""
    width = a.width + b.width
    digits, halves = pieces(a, b)
    # Of three numbers at once, with their carries in look-up tables.
    return (digits - 1) * (width - DIGIT) + 2 * halves * width * spec.deep


def engine(spec: ArraySpec, *, apart: bool = False) -> Part:
    """A whole engine; the terms are those of what is left of it without its :func:`parts`.

    With ``apart``, of what is left without what is :func:`around` them, too.
    """
    images = any(layer.positions > 1 for layer in spec.layers)
    flags = ["images"] * images
    flags += [name for name in ("gather", "pools", "adds", "multiplies") if getattr(spec, name)]
    return Part(
        key="/".join([f"engine/{spec.lanes.name}", f"{spec.rows}x{spec.columns}",
                      f"{spec.port}-{spec.requantizers}", *flags]),
        kind="engine",
        terms={"engines": 1, "images": int(images)} if apart else {
            "engines": 1,
            "accumulator bits": spec.rows * spec.accumulator_bits,
            "requantizer bits": spec.requantizers * spec.sum_bits,
            "columns": spec.word,
            "images": int(images),
            "gather": spec.gather * spec.word * (spec.word.bit_length() - 1),
            "pools": spec.pools * spec.requantizers,
            "adds": (spec.adds + spec.multiplies) * spec.requantizers,
        })


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What place and route said of one part.

    Attributes
    ----------
    part : Part
    cells : int
        Logic cells of an iCE40, TRELLIS_COMB of an ECP5, LUT4 and ALU of a Gowin; registers that
        fed the part's inputs are not counted, those that took its outputs are.
    block_rams, dsps : int
    fmax_mhz : float or None
        From register to register; None where the router times no path, as for some small parts of a
        Gowin.
    mapper : str
        What mapped to look-up tables, if not the usual mapper.
    inside : tuple of str
        Keys of the parts that an engine consists of.
    design : str
        Hash of the netlist that was synthesised.
    """

    part: Part
    cells: int
    block_rams: int
    dsps: int
    fmax_mhz: float | None
    design: str
    inside: tuple[str, ...] = ()
    mapper: str = ""

    def to_json(self) -> dict[str, Any]:
        saved = {
            "kind": self.part.kind, "terms": dict(self.part.terms), "cells": self.cells,
            "block_rams": self.block_rams, "dsps": self.dsps, "fmax_mhz": self.fmax_mhz,
            "design": self.design,
        }
        return (saved | ({"inside": list(self.inside)} if self.inside else {})
                | ({"mapper": self.mapper} if self.mapper else {}))

    @classmethod
    def from_json(cls, key: str, saved: Mapping[str, Any]) -> Entry:
        return cls(
            part=Part(key=key, kind=saved["kind"], terms=saved["terms"]), cells=saved["cells"],
            block_rams=saved["block_rams"], dsps=saved["dsps"], fmax_mhz=saved["fmax_mhz"],
            design=saved["design"], inside=tuple(saved.get("inside", ())),
            mapper=saved.get("mapper", ""))


@dataclass(frozen=True, kw_only=True)
class Table:
    """What was measured on one device.

    A part that was measured in just this shape costs what was measured. Another shape is
    interpolated between the parts of its kind: with one term, on the line between the nearest two
    (from the origin to the smallest, and on from the origin through the largest); with several, by
    the least-squares multiples of the terms, none of them negative.

    Attributes
    ----------
    name : str
    device : str
        The part that was measured.
    family : str
    prefixes : tuple of str
        What the names of parts of the same kind begin with.
    dsps : int
        Multipliers of the device.
    command, seed, tools :
        How to measure again; ``tools`` are names and versions.
    entries : dict of str to Entry
    """

    name: str
    device: str
    family: str
    prefixes: tuple[str, ...]
    dsps: int
    command: str
    seed: int
    tools: Mapping[str, str]
    entries: Mapping[str, Entry] = field(repr=False)

    def cells(self, part: Part) -> float:
        """Logic cells of a part."""
        return self._amount(part, "cells")

    def dsp_blocks(self, part: Part) -> int:
        """DSP blocks of a part, where there is a smaller one of that form in proportion to it."""
        for entry in self.alike(part.kind):
            factors = {part.terms[name] / size for name, size in entry.part.terms.items() if size}
            if part.key not in self.entries and len(factors) == 1:
                return round(entry.dsps * factors.pop())
        return round(self._amount(part, "dsps"))

    @functools.cached_property
    def apart(self) -> bool:
        """Whether what is around lanes and decoders was measured apart."""
        return any(entry.part.kind == "accumulator" for entry in self.entries.values())

    def frame(self, part: Part) -> float:
        """Logic cells of an engine apart from its parts, from those of measured engines."""
        return sum(number * self.coefficients[name] for name, number in part.terms.items())

    @functools.cached_property
    def coefficients(self) -> Mapping[str, float]:
        """Logic cells per unit of each of an engine's terms, fitted to the measured engines."""
        samples = [
            (entry.part.terms, entry.cells - sum(self.cells(self.entries[key].part)
                                                 for key in entry.inside))
            for entry in self.alike("engine")
        ]
        return _fit(samples)

    def fmax_mhz(self, part: Part) -> float:
        """Clock of the timed part of the kind that is nearest in its terms."""
        timed = [(_distance(part.terms, entry.part.terms), number, entry.fmax_mhz)
                 for number, entry in enumerate(self.alike(part.kind))
                 if entry.fmax_mhz is not None]
        return min(timed)[2] if timed else math.inf

    def alike(self, kind: str) -> list[Entry]:
        """Entries of a kind.

        Raises
        ------
        GossamerError
            If there is none, naming the command that measures it.
        """
        found = [entry for entry in self.entries.values() if entry.part.kind == kind]
        if not found:
            raise GossamerError(
                f"Nothing of the kind {kind!r} was measured for {self.device}; list it in "
                f"benchmarks/cells.py and run `{self.command}`.")
        return found

    def _amount(self, part: Part, what: str) -> float:
        if part.key in self.entries:
            return float(getattr(self.entries[part.key], what))
        if len(part.terms) == 1:
            return _between(part.terms, self._samples(part.kind, what))
        found = self._fits.get((part.kind, what))
        if found is None:
            found = self._fits[part.kind, what] = _fit(self._samples(part.kind, what))
        return sum(number * found[name] for name, number in part.terms.items())

    def _samples(self, kind: str, what: str) -> Samples:
        return [(entry.part.terms, float(getattr(entry, what))) for entry in self.alike(kind)]

    @functools.cached_property
    def _fits(self) -> dict[tuple[str, str], dict[str, float]]:
        """What was fitted so far, by kind and by what."""
        return {}

    def to_json(self) -> dict[str, Any]:
        return {
            "device": self.device, "family": self.family, "prefixes": list(self.prefixes),
            "dsps": self.dsps, "command": self.command, "seed": self.seed,
            "tools": dict(self.tools),
            "entries": {key: self.entries[key].to_json() for key in sorted(self.entries)},
        }

    @classmethod
    def from_json(cls, name: str, saved: Mapping[str, Any]) -> Table:
        return cls(
            name=name, device=saved["device"], family=saved["family"],
            prefixes=tuple(saved["prefixes"]), dsps=saved["dsps"], command=saved["command"],
            seed=saved["seed"], tools=saved["tools"],
            entries={key: Entry.from_json(key, entry) for key, entry in saved["entries"].items()})


Samples = Sequence[tuple[Mapping[str, float], float]]


def _between(terms: Mapping[str, float], samples: Samples) -> float:
    ((name, size),) = terms.items()
    points: dict[float, list[float]] = {0: [0]}
    for other, amount in samples:
        points.setdefault(other[name], []).append(amount)
    sizes = sorted(points)
    means = [sum(points[at]) / len(points[at]) for at in sizes]
    if size > sizes[-1]:
        return means[-1] * size / sizes[-1]
    return float(np.interp(size, sizes, means))


def _fit(samples: Samples) -> dict[str, float]:
    """Multiples of the terms whose sum is closest to the samples, none of them negative.

    Terms that would get a negative multiple are left out, the most negative first.
    """
    names = sorted({name for terms, _ in samples for name in terms})
    matrix = np.array([[terms[name] for name in names] for terms, _ in samples], float)
    wanted = np.array([amount for _, amount in samples], float)
    # Where samples are few, terms share what they explain in proportion to their usual size.
    scale = np.abs(matrix).mean(axis=0)
    kept = [i for i in range(len(names)) if scale[i]]
    found = np.zeros(len(names))
    while kept:
        part, *_ = np.linalg.lstsq(matrix[:, kept] / scale[kept], wanted, rcond=None)
        if (part >= 0).all():
            found[kept] = part / scale[kept]
            break
        del kept[int(part.argmin())]
    return dict(zip(names, found.tolist(), strict=True))


def _distance(terms: Mapping[str, float], others: Mapping[str, float]) -> float:
    return sum(abs(terms[name] - others[name]) / max(terms[name], others[name], 1)
               for name in terms)


@functools.cache
def _load(name: str) -> Table | None:
    file = files(__package__) / "tables" / f"{name}.json"
    return Table.from_json(name, json.loads(file.read_text())) if file.is_file() else None


def table(target: Target) -> Table:
    """The table for a target's device, or else that of the first device of its family or of the
    nearest one.

    Raises
    ------
    GossamerError
        If nothing of the family was measured.
    """
    tables = [found for found in map(_load, DEVICES) if found is not None]
    for found in tables:
        if target.device.startswith(found.prefixes):
            return found
    for found in tables:
        if NEAREST.get(target.family, target.family) == found.family:
            return found
    raise GossamerError(
        f"No cost table has devices of the family {target.family!r}; add one to "
        "gossamer_boards/cells.py and run `python benchmarks/cells.py`.")
