"""Plan: how a graph becomes hardware on a target, and what that costs."""

from __future__ import annotations

import contextlib
import functools
import itertools
import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np

from gossamer_hw.single_port import SPRAM_DEPTH, SPRAM_WIDTH

from ..errors import GossamerError, UnsupportedError
from ..ir import Add, Conv2d, Graph, Product, Sum, Weighted
from ..target import Target
from .cost import Needs, bound, host_link, needs, weight_bits
from .cycles import Cycles, predict
from .formats import KINDS, SPECIAL, WHOLE, IllegalFormatError, kind
from .geometry import Geometry, parts, patterns, row_columns
from .lanes import mixed, multipliers, paired
from .lower import Program, lower
from .pools import overlaps
from .stream import source

__all__ = ["LayerPlan", "Plan", "Segment", "TooLargeError", "make", "plan", "ways"]

#: Share of zeros from which on formats and arrays that leave them out are compared.
SPARSE = 0.1

#: Most lanes of an array that the planner makes larger than the trained block.
LANES = 256

#: Lanes from which on an array gets a deep pipeline, on families where registers take no look-up
#: table from others.
DEEP, REGISTERS = 64, ("ecp5", "nexus")

#: Cycles of a layer from which on a deep pipeline is worth it: it takes about 25 of them more.
LONG = 500

#: Share of a device's logic that a larger array may take: predictions err by a tenth.
FILL = 0.8

#: Most look-up tables of an array that the planner makes larger: to place and route as many takes
#: half an hour and more.
ROUTABLE = 40_000

#: Share of the cycles that a larger array must save where cycles alone count.
GAIN = 0.01

#: Another array that may stand in for one, or none if it has not the shape for it.
Variant = Callable[[Geometry], Geometry | None]


class TooLargeError(GossamerError):
    """A model that no array of the target's size can run; ``needs`` is the smallest found."""

    def __init__(self, target: Target, smallest: Needs) -> None:
        self.target = target
        self.needs = smallest
        table = ", ".join(
            f"{need:,} of {have:,} {name}" for name, need, have in smallest.lacking(target))
        super().__init__(
            f"The model does not fit {target.name} ({target.device}): it needs {table}; prune it "
            "further, use fewer weight bits, or choose a larger board.")


@dataclass(frozen=True, kw_only=True)
class LayerPlan:
    """One pass over the array.

    Attributes
    ----------
    name : str
        Node of the graph.
    shape : tuple of int
        Of the result.
    format : str
        Weight format.
    blocks, survivors : int
        Blocks of the layer, and those that are stored.
    packed_bits : int
        Bits of weight memory, headers and padding included.
    macs : int
        Multiply-accumulates of the model; spatial padding counts, channel padding does not.
    positions, burst : int
        Positions of a row group, and how many pass a block while it is held; pixels where lanes
        hold windows.
    cycles : int
        From the end of the layer before to the end of this one.
    waits : int
        Of these, cycles in which the array had nothing to do until weights came from outside the
        chip: where that is most of them, the memory there is what limits the layer.
    """

    name: str
    shape: tuple[int, ...]
    format: str
    blocks: int
    survivors: int
    packed_bits: int
    macs: int
    positions: int
    burst: int
    cycles: int
    waits: int


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A part of the graph, the engine that computes it, and where that engine is.

    Attributes
    ----------
    engine : str
        ``array``.
    geometry : Geometry
        Parameters of the engine.
    board : str
        Where it is placed.
    layers : tuple of LayerPlan
    cycles : Cycles
        Of one inference.
    needs : Needs
        Of the engine and the host link.
    """

    engine: str
    geometry: Geometry
    board: str
    layers: tuple[LayerPlan, ...]
    cycles: Cycles
    needs: Needs


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Segments joined by streams, on a target.

    ``graph`` is what is planned. A plan saves as JSON (:meth:`to_json`) beside the description of
    its graph, and :meth:`from_json` makes the same plan again.
    """

    target: Target
    segments: tuple[Segment, ...]
    graph: Graph = field(repr=False)

    @property
    def cycles(self) -> int:
        """Cycles of one inference, from the first input element to the last output."""
        return sum(segment.cycles.total for segment in self.segments)

    @property
    def layers(self) -> tuple[LayerPlan, ...]:
        return tuple(layer for segment in self.segments for layer in segment.layers)

    @property
    def needs(self) -> Needs:
        return functools.reduce(Needs.__add__, (segment.needs for segment in self.segments))

    @property
    def geometry(self) -> Geometry:
        """Geometry of the one segment."""
        (segment,) = self.segments
        return segment.geometry

    @property
    def packed_bits(self) -> int:
        """Bits of weight memory in use, headers and padding included."""
        return sum(layer.packed_bits for layer in self.layers)

    @functools.cached_property
    def program(self) -> Program:
        """What the engine is generated from."""
        return lower(self.graph, self.geometry)

    def to_json(self) -> dict[str, Any]:
        return {
            "target": asdict(self.target),
            "cycles": self.cycles,
            "packed_bits": self.packed_bits,
            "needs": self.needs.to_json(),
            "segments": [
                asdict(segment) | {
                    "lanes": segment.geometry.lanes,
                    "efficiency": _efficiency(segment),
                    "layers": [
                        asdict(layer) | {"shape": list(layer.shape)} for layer in segment.layers
                    ],
                }
                for segment in self.segments
            ],
        }

    @classmethod
    def from_json(cls, saved: dict[str, Any], graph: Graph) -> Plan:
        """The plan that ``to_json`` described, for the same graph.

        Raises
        ------
        GossamerError
            If the saved plan is of another graph or another version of the planner.
        """
        try:
            target = Target(**saved["target"])
            segments = saved["segments"]
            if len(segments) != 1 or segments[0]["engine"] != "array":
                raise ValueError("segments")
            made = make(graph, target, Geometry(**segments[0]["geometry"]))
            if json.loads(json.dumps(made.to_json())) != saved:
                raise ValueError("cycles")
        except (GossamerError, IndexError, KeyError, TypeError, ValueError) as error:
            raise GossamerError(
                "The plan does not belong to this description or was made by another version of "
                "Gossamer; generate the design again.") from error
        return made


def _efficiency(segment: Segment) -> list[float]:
    """Share of every layer's lane-cycles that a multiply-accumulate of the model uses."""
    return [layer.macs / (segment.geometry.lanes * layer.cycles) for layer in segment.layers]


def make(graph: Graph, target: Target, geometry: Geometry, *, ordered: bool = True) -> Plan:
    """The plan with one array of a given geometry, whether it fits or not.

    Without ``ordered``, it is that of a layer alone, see :func:`gossamer.plan.lower`.
    """
    program = lower(graph, geometry, ordered=ordered)
    return _finish(graph, target, geometry, program, _needs(program, target))


def _needs(program: Program, target: Target) -> Needs:
    """Of the engine and the host link."""
    outputs = program.graph.types()[program.graph.output.name].size
    return needs(program.spec, target) + host_link(program.spec, outputs, target)


def _finish(graph: Graph, target: Target, geometry: Geometry, program: Program, needed: Needs
            ) -> Plan:
    """The plan of a program, with its cycles."""
    spec = program.spec
    cycles = predict(program, source(target, spec.port)) if spec.ring else predict(program)
    types = program.graph.types()
    layers = tuple(
        LayerPlan(
            name=layer.name,
            shape=types[item.output].shape,
            format=spec.formats[layer.format].name,
            blocks=layer.count * layer.groups(spec.rows),
            survivors=sum(group.columns for group in loads),
            packed_bits=words * spec.port,
            macs=macs,
            positions=layer.positions,
            burst=layer.burst,
            cycles=part,
            waits=waits,
        )
        for layer, item, loads, words, macs, part, waits in zip(
            spec.layers, program.passes, program.loads, program.words, program.macs,
            cycles.layers, cycles.waits, strict=True)
    )
    made = Plan(target=target, graph=graph, segments=(Segment(
        engine="array", geometry=geometry, board=target.name, layers=layers, cycles=cycles,
        needs=needed),))
    made.__dict__["program"] = program
    return made


def plan(graph: Graph, target: Target, geometry: Geometry | None = None,
         *, format: str | None = None, fast: bool = False) -> Plan:
    """Choose the array for a graph on a target.

    The array has the shape of the blocks that were pruned, or the largest part of it that fits: a
    pruned block is pruned in all its parts. Of the geometries of that shape that fit, the one with
    the smallest product of logic and cycles is taken; the other kinds of formats, and arrays that
    choose operands or rows, are then compared with it by the same measure, the latter unless the
    weights have hardly a zero that they could leave out. Then the array is doubled as long as that
    measure gets better and the device has room. With ``fast``, the measure is cycles, and all
    models may get a larger array. With ``format``, only arrays for that kind are compared; with
    ``geometry``, that one is taken as it is.

    Raises
    ------
    TooLargeError
        If nothing fits.
    UnsupportedError
        Naming the node that the array cannot compute, or that no layer suits the format.
    """
    if geometry is not None:
        return _best([geometry], graph, target, fast=fast)

    def best(choices: Iterable[Geometry]) -> Plan:
        return _best((_pipelined(choice, graph, target)
                      for choice in _distinct(choices, graph, target)), graph, target, fast=fast)

    if format is not None and format not in KINDS:
        raise GossamerError(
            f"There is no format {format!r}; the formats are {', '.join(KINDS)}.")
    rows, columns = _trained(graph)
    if format in SPECIAL:
        arrays = patterns() if format == "pattern" else row_columns(rows, columns)
        return best(_tuned(graph, arrays, ports=(64, 128)))
    errors: list[TooLargeError] = []
    sparse = _zeros(graph) >= SPARSE
    chosen = [*patterns(), *row_columns(rows, columns)] if sparse else []
    special = list(_tuned(graph, chosen, ports=(64,), few=True))
    for shape in parts(rows, columns):
        plain = Geometry(rows=shape[0], columns=shape[1], format=format)
        found = []
        try:
            found.append(best(_tuned(graph, [plain], ports=(32, 64))))
        except TooLargeError as error:
            errors.append(error)
        if format is None:
            like = found[0].geometry if found else plain
            # Formats that leave out zeros need some.
            others = [replace(like, format=name) for name in KINDS
                      if name not in SPECIAL and (sparse or name in WHOLE)]
            if like.loaded or like.streamed:
                others = []
            if not found:
                others = list(_tuned(graph, others, ports=(32, 64), few=True))
            with contextlib.suppress(TooLargeError):
                if others or special:
                    found.append(best([*others, *special]))
            special = []
        if found:
            first = found[0].geometry
            if (fast or not sparse) and not (first.loaded or first.streamed):
                found.append(_grown(found[0], fast))
            made = min(found, key=_measure(fast))
            if format is not None:
                _require(made, format)
            return made
    raise min(errors, key=lambda error: error.needs.shortage(target))


def _measure(fast: bool) -> Callable[[Plan], tuple[int, int]]:
    """By what plans are compared: cycles, or their product with logic."""
    if fast:
        return lambda made: (made.cycles, made.needs.luts)
    return lambda made: (made.cycles * made.needs.luts, made.packed_bits)


def _best(choices: Iterable[Geometry], graph: Graph, target: Target, *, fast: bool,
          fill: float = 1.0) -> Plan:
    """The best plan of those that fill no more than a share of the device's logic.

    Single-port memory is tried only if nothing fits without it: first for the weights, then for the
    activations too, and then with arrays that need the fewest memories of either kind. At last, all
    of these with weights that come from the board's flash or SDRAM for each inference.
    """
    choices = list(choices)
    room = replace(target, luts=int(fill * target.luts))
    least = bound(graph, target)
    needed = []
    # And whether their activations are in single-port memory.
    variants: list[tuple[Variant, bool]] = [(_in_block_ram, False)]
    single = functools.partial(_single, steady=not _adds(graph))
    if target.sprams:
        variants += [(_loaded, False), (single, True), (_narrow, True)]
    if target.streams:
        variants += [(functools.partial(_streamed, variant, groups, parked), large)
                     for variant, large in variants if variant is not _loaded
                     for parked in (False, True)[:1 + bool(target.sprams)] for groups in (2, 1)]
        if target.sprams:   # without the block RAM that steady post-processing takes channels from
            variants += [(functools.partial(_streamed, _single, groups, True), True)
                         for groups in (2, 1)]
    weights = weight_bits(graph)
    single_port = target.sprams * SPRAM_DEPTH * SPRAM_WIDTH
    held: dict[Variant, int] = {
        _in_block_ram: target.block_rams * target.block_ram_bits,
        _loaded: single_port, single: single_port, _narrow: single_port}
    for variant, large in variants:
        if not large and least.block_rams > target.block_rams:
            continue
        if weights > held.get(variant, weights):
            continue
        fitting = []
        # Different choices can be the same variant.
        for choice in dict.fromkeys(filter(None, map(variant, choices))):
            # A layer may be none for single-port memory.
            with contextlib.suppress(*([UnsupportedError] if large else [])):
                program = lower(graph, choice)
                needed.append(_needs(program, target))
                if needed[-1].fits(room):
                    fitting.append(_finish(graph, target, choice, program, needed[-1]))
        if fitting:
            return min(fitting, key=_measure(fast))
    if not needed and choices:
        # What is told is how much the variant with the least in block RAM lacks.
        variant, _ = next(pair for pair in reversed(variants) if pair[0](choices[0]))
        needed = [_needs(lower(graph, variant(choices[0]) or choices[0]), target)]
    raise TooLargeError(target, min(needed, key=lambda needs: needs.shortage(target)))


def _grown(made: Plan, fast: bool) -> Plan:
    """The same with an array of twice the rows or columns, and so on while that is better.

    Then with pairs of pixels, if depthwise layers leave some out, and on from there.
    """
    measure = _measure(fast)
    best = made

    def improve(*choices: Geometry) -> bool:
        nonlocal best
        found = [way for choice in choices for way in ways(
            made.graph, made.target, _pipelined(choice, made.graph, made.target),
            _multipliers(made.graph, many=True))]
        found = list(_distinct(found, made.graph, made.target))
        with contextlib.suppress(TooLargeError):
            better = _best(found, made.graph, made.target, fast=fast,
                           fill=min(FILL, ROUTABLE / made.target.luts))
            least = GAIN * best.cycles if fast else 0
            if measure(better) < measure(best) and better.cycles <= best.cycles - least:
                best = better
                return True
        return False

    def twice(port: int, requantizers: int) -> bool:
        now = replace(best.geometry, port=port, requantizers=requantizers)
        return improve(replace(now, rows=2 * now.rows), replace(now, columns=2 * now.columns))

    while True:
        now = best.geometry
        while improve(replace(now, requantizers=2 * now.requantizers), replace(now, burst=64),
                      replace(now, port=2 * now.port), *_taller(now)):
            now = best.geometry
        if now.lanes == now.rows * now.columns < LANES and any(
                twice(factor * now.port, count) for factor, count in (
                    (1, now.requantizers), (2, now.requantizers),
                    # Depthwise layers grow requantizers, which take what more lanes need.
                    (4, -(-now.requantizers // 2)))[:2 + now.window]):
            continue
        paired = now.window and not now.single and not now.pairs and 2 in _depthwise(made.graph)
        if not paired or not improve(replace(now, pairs=True)):
            return best


def _taller(now: Geometry) -> Iterator[Geometry]:
    """The same lanes in more rows, where windows take no more columns than a kernel has."""
    if now.window and now.columns > 4:
        for requantizers in (now.requantizers, max(1, now.requantizers // 2)):
            yield replace(now, rows=2 * now.rows, columns=now.columns // 2,
                          port=max(now.port, 128), requantizers=requantizers)


def ways(graph: Graph, target: Target, geometry: Geometry,
         kinds: Iterable[str | None]) -> Iterator[Geometry]:
    """An array with these kinds of lanes.

    Mixed ones have in DSP blocks as many rows as nothing else needs blocks for, and are left out
    where that is none or all.
    """
    for multiplier in kinds:
        if multiplier != "mixed":
            yield replace(geometry, multiplier=multiplier, dsp_rows=0)
        elif target.dsps:
            other = lower(graph, replace(geometry, multiplier="lut", dsp_rows=0))
            # Where the clock counts, placement needs some to choose from.
            dsps = target.dsps - target.dsps // 16 * geometry.deep
            some = mixed(geometry, dsps - _needs(other, target).dsps)
            if some is not None:
                yield some


def _pipelined(choice: Geometry, graph: Graph, target: Target) -> Geometry:
    """The array with a deep pipeline if it is large, registers are free on the target, and the
    layers are long enough for it.
    """
    deep = not choice.single and choice.lanes >= DEEP and target.family in REGISTERS and (
        _macs(graph) >= LONG * choice.lanes * sum(isinstance(node, Weighted) for node in graph))
    # Symbols that do not fill words pass a gearbox, which is the longest way then.
    packing = "integers" if deep and choice.packing is None else choice.packing
    return replace(choice, deep=deep, packing=packing)


@functools.lru_cache(maxsize=4)
def _macs(graph: Graph) -> int:
    """Multiply-accumulates of an inference."""
    types = graph.types()
    return sum(math.prod(types[node.name].shape[:-1]) * node.weight.size
               for node in graph if isinstance(node, Weighted))


def _in_block_ram(choice: Geometry) -> Geometry:
    return choice


def _loaded(choice: Geometry) -> Geometry | None:
    """The array with its weights in single-port memory; the usual formats only."""
    if choice.pattern is not None or choice.tile is not None or choice.port > 64:
        return None
    return replace(choice, loaded=True)


def _single(choice: Geometry, *, steady: bool = False) -> Geometry | None:
    """The array with all of its memory single-port, if it has the shape for it.

    Short bursts, since post-processing is slow; one multiplication for it, since it is in logic.
    Windows ask for longer bursts, and for post-processing that is ``steady`` if it can be.
    """
    if choice.single:
        return choice
    if _loaded(choice) is None or choice.columns < 2 or choice.rows % choice.columns:
        return None
    if choice.port > 32 or choice.format is not None:
        return None
    if choice.window and choice.rows > choice.columns:
        return None
    return replace(choice, loaded=True, single=True, requantizers=1,
                   burst=32 if choice.window else 8, steady=choice.window and steady)


def _narrow(choice: Geometry) -> Geometry | None:
    """The same of half the columns, twice the rows, and a narrow port.

    A single-port memory is as wide as two columns, so that one can hold all activations and the
    others the weights. What the rows take in block RAM more, results that are written two rows at a
    time save.
    """
    single = _single(choice)
    if single is None or single.columns < 4 or choice.single or choice.window:
        return None
    return replace(single, rows=2 * single.rows, columns=single.columns // 2, port=16, drain=2)


def _streamed(variant: Variant, groups: int, parked: bool, choice: Geometry) -> Geometry | None:
    """A variant with weights that pass through a ring for so many row groups.

    With ``parked``, its table of channels is in single-port memory.
    """
    made = None if choice.streamed else variant(choice)
    return None if made is None or _loaded(made) is None else replace(
        made, loaded=False, streamed=groups, parked=parked)


def _tuned(graph: Graph, geometries: Iterable[Geometry], *, ports: tuple[int, ...],
           few: bool = False) -> Iterator[Geometry]:
    """Geometries with all ports, bursts, requantizers and multipliers; with ``few``, the usual.

    For models with depthwise layers, with windows too; with overlapping pools, fused ones too.
    """
    windows = (False, True)[:1 + bool(_depthwise(graph))]
    fuses = (False, True)[:1 + overlaps(graph)]
    for geometry, port, burst, requantizers, multiplier, window, fused in itertools.product(
            geometries, ports, (16,) if few else (16, 64), (2,) if few else (1, 2),
            _multipliers(graph), windows, fuses):
        if not window or geometry.tile is None and geometry.pattern is None:
            yield replace(geometry, port=port, burst=burst, requantizers=requantizers,
                          multiplier=multiplier, window=window, fused=fused)


def _multipliers(graph: Graph, *, many: bool = False) -> tuple[str | None, ...]:
    return multipliers(_weighted(graph), many=many)


def _distinct(choices: Iterable[Geometry], graph: Graph, target: Target) -> Iterator[Geometry]:
    """Those that are not the same hardware on the target by another name."""
    nodes = _weighted(graph)
    return (choice for choice in choices
            if choice.multiplier != "dual" or paired(nodes, choice, target.family))


def _weighted(graph: Graph) -> list[Weighted]:
    return [node for node in graph if isinstance(node, Weighted)]


def _depthwise(graph: Graph) -> set[int]:
    """From pixel to pixel along x, the steps of depthwise layers."""
    return {node.stride[1] for node in graph if isinstance(node, Conv2d)
            and node.groups == node.outputs > 1 and math.prod(node.weight.shape[1:]) > 1}


def _adds(graph: Graph) -> bool:
    return any(isinstance(node, (Add, Sum, Product)) for node in graph)


def _require(made: Plan, format: str) -> None:
    """Refuse a plan in which no layer has the format that was asked for."""
    used = made.program.spec.formats
    reasons = []
    for item in made.program.passes:
        try:
            if kind(format, item.weighted, made.geometry) in used:
                return
        except IllegalFormatError as error:
            reasons.append((item.weighted.name, str(error)))
    name, reason = reasons[0]
    raise UnsupportedError(name, f"cannot be stored as {format}, nor can another layer: {reason}",
                           "choose another format, or compress the model for this one")


def _zeros(graph: Graph) -> float:
    """Share of the weights that are zero."""
    layers = [node.weight for node in graph if isinstance(node, Weighted)]
    count = sum(weight.size for weight in layers)
    return 1 - sum(map(np.count_nonzero, layers)) / count if count else 0.0


def _trained(graph: Graph) -> tuple[int, int]:
    """The block shape of most weights."""
    weights: dict[tuple[int, int], int] = {}
    for node in graph:
        if isinstance(node, Weighted):
            weights[node.geometry] = weights.get(node.geometry, 0) + node.weight.size
    rows, columns = max(weights, key=lambda shape: weights[shape]) if weights else (4, 4)
    for name, value in (("rows", rows), ("columns", columns)):
        if value & (value - 1):
            raise GossamerError(
                f"The model was pruned in blocks of {rows} x {columns}, but an array's {name} "
                f"must be a power of two; compress it with such blocks.")
    return rows, columns
