"""Exact cycles of a program on the array engine.

The engine's timing has five rules, and :func:`predict` follows them event by event:

* a tile is taken when it is decoded, the tile before has passed its last position, and, for the
  last tile of a burst (in single-port memory and in a deep pipeline for every one), a result bank
  is free; there it waits in a register for that, and the next one is decoded meanwhile;
* a taken tile passes one position per cycle, except while post-processing reads a residual or, in
  single-port memory, writes;
* post-processing takes the bursts in order, one step per cycle, or every other one, and begins a
  row group when its channels are there;
* where results are written a few rows at a time, no position is passed until all are;
* a layer starts when all results of the one before are written.

Weights that are streamed come at times of their own, see :class:`gossamer.plan.stream.Arrivals`: a
row group's tiles are decoded from then on.

The first tile is decoded while the inference before ends and the input comes in. Where it takes
longer than that, the next inference waits; so does the very first one, after power-up.
"""

from __future__ import annotations

import functools
import heapq
from dataclasses import dataclass

import numpy as np

from gossamer_hw.array import Layer
from gossamer_hw.array.channels import ahead, channel_layout, entry_words, group_places
from gossamer_hw.formats import Loads

from .lower import Program
from .stream import FLASH, Arrivals, Source

__all__ = ["Cycles", "predict"]

#: Cycles between the last output of an inference and the first input element of the next.
TURN = 1

#: A cycle before all others.
NEVER = -1 << 40


@dataclass(frozen=True, kw_only=True)
class Cycles:
    """Cycles of one inference, from the first input element to the last output, neither waiting.

    Of the second and every later one in a row; the first may take longer.

    ``layers`` holds the part of every layer; the rest is the input, one element or beat per cycle.
    In ``waits`` of them, the array had nothing to do until weights came from outside the chip.
    """

    total: int
    input: int
    layers: tuple[int, ...]
    waits: tuple[int, ...]


def predict(program: Program, source: Source = FLASH) -> Cycles:
    """Cycles that the engine takes for one inference, with its weights streamed from ``source``."""
    spec = program.spec
    return _predict(_Timing(
        layers=spec.layers, loads=program.loads,
        steps=tuple(tuple(spec.steps(layer, group) for group in range(len(loads)))
                    for layer, loads in zip(spec.layers, program.loads, strict=True)),
        beats=spec.input_size // spec.beat, banks=spec.banks, latency=spec.latency,
        post_latency=spec.post_latency, residual_latency=spec.residual_latency, pace=spec.pace,
        parts=spec.parts, gap=1 + (spec.single and spec.windows), queue=spec.queue,
        rewinding=spec.rewinding, marking=int(spec.rewinding > 1), late=int(spec.deep),
        word=spec.together // spec.requantizers, single=spec.single, buffered=spec.buffered,
        apart=spec.apart,
        fetch=group_places(spec) * entry_words(channel_layout(spec), spec.port) * ahead(spec),
        stream=(spec.input_size - 1 if spec.direct else 0, spec.port, spec.ring, spec.runs,
                source) if spec.ring else None))


@dataclass(frozen=True, kw_only=True)
class _Timing:
    """What cycles depend on, see :class:`gossamer_hw.array.ArraySpec`: not on the kind of lanes.

    ``steps`` are those of post-processing per position, of every row group; ``word`` of them give
    what is written together. ``gap`` cycles after a tile was taken, the register is free that the
    next one waits in. No word comes for ``rewinding`` cycles after the memory has gone back, and
    for ``marking`` after any other end of a row group. The array hears ``late`` cycles later of
    what post-processing has done, and an output is taken ``queue`` cycles after it is there. In
    ``fetch`` cycles the channels of a row group are fetched ahead, if they are.
    """

    layers: tuple[Layer, ...]
    loads: tuple[tuple[Loads, ...], ...]
    steps: tuple[tuple[int, ...], ...]
    beats: int
    banks: int
    latency: int
    post_latency: int
    residual_latency: int
    pace: int
    word: int
    parts: int
    gap: int
    single: bool
    buffered: bool
    queue: int
    rewinding: int
    marking: int
    late: int
    apart: bool
    fetch: int
    stream: tuple[int, int, int, tuple[tuple[int, int], ...], Source] | None


@functools.lru_cache(maxsize=64)
def _predict(timing: _Timing) -> Cycles:
    first = timing.loads[0][0][0].cycles
    cycles, decoded, taken, channels = _follow(timing, 0, _Channels(timing.fetch))
    while True:
        # The first tile of an inference, in cycles of its own.
        ready = decoded + timing.rewinding + first
        if timing.buffered:
            ready = max(ready, taken + timing.gap) + 1
        before = cycles
        cycles, decoded, taken, channels = _follow(
            timing, ready - cycles.total - TURN - timing.late,
            channels.earlier(cycles.total + TURN))
        if cycles == before:
            return cycles


class _Channels:
    """When the channels of row groups are there, which are fetched ahead: those of two at a time.

    In ``fetch`` cycles for each; without, they are always there. All were, long before the start.
    """

    def __init__(self, fetch: int, left: tuple[int, ...] = (NEVER, NEVER), asked: int = NEVER
                 ) -> None:
        self.fetch = fetch
        self.left = left        # last steps of the two row groups before
        self.asked = asked      # last cycle of fetching

    def come(self) -> int:
        """First cycle of a step of the next row group."""
        self.asked = max(self.asked, self.left[0]) + self.fetch
        return self.asked + 2 if self.fetch else NEVER

    def leave(self, cycle: int) -> None:
        """Its last step is issued in ``cycle``."""
        self.left = *self.left[1:], cycle

    def earlier(self, cycles: int) -> _Channels:
        """The same, in cycles that count from a later one."""
        return _Channels(self.fetch, tuple(cycle - cycles for cycle in self.left),
                         self.asked - cycles)


def _follow(timing: _Timing, first: int, channels: _Channels
            ) -> tuple[Cycles, int, int, _Channels]:
    """Cycles if the first tile can be taken from cycle ``first`` on.

    And when the last tile leaves the decoder, when it is taken, and the channels after it.
    """
    now = timing.beats              # first cycle after the input is complete
    began, parts, waits = now, [], []
    arrivals = Arrivals(*timing.stream) if timing.stream else None
    streamed = 0                    # row groups that were left
    ready = 0                       # a tile leaves the decoder
    taken = 0
    drained = 0                     # the rows of the last result are written
    free = -1                       # last step of post-processing
    occupied: list[int] = []        # when the result banks in use are released
    holds: list[int] = []           # cycles in which post-processing has the memory, ascending
    last_layer = len(timing.layers) - 1
    tiles: list[int]                # cycles of each, of a row group
    for index, (layer, loads, steps) in enumerate(
            zip(timing.layers, timing.loads, timing.steps, strict=True)):
        now += 1                    # the walk starts
        finished = now
        written = now
        waited = 0
        bursts, tail, given = layer.bursts, layer.tail, layer.results
        run = layer.loops[0].count if layer.shared else 0
        for group, row in enumerate(loads):
            last_group = group == len(loads) - 1
            tiles = row.cycles.tolist()
            middle = _Middle(timing, row)
            known: dict[object, tuple[int, int]] = {}
            burst = -1
            while burst < bursts - 1:
                burst += 1
                last_burst = burst == bursts - 1
                length = tail if last_burst else layer.burst
                results = given[last_burst] * steps[group]
                number = -1
                while number < len(tiles) - 1:
                    number += 1
                    if 1 < number < len(tiles) - 1 and not holds \
                            and finished == taken + length:
                        ready, taken = middle.follow(number, length, ready, taken)
                        finished = taken + length
                        number = len(tiles) - 1
                    # The first tile of a repeated row group waits for the memory to go back.
                    again = number == 0 and burst > 0
                    program_start = index == group == burst == number == 0
                    available = first
                    missing = 0     # cycles until the words have come
                    if arrivals and number == burst == 0:
                        missing = max(0, arrivals.come(streamed) - ready)
                        ready += missing
                    if program_start and not arrivals:
                        ready = first - 1
                    else:
                        available = ready = ready + tiles[number] + (
                            timing.rewinding if again else timing.marking * (number == 0))
                    if timing.buffered and (arrivals or not program_start):
                        ready = max(ready, taken + timing.gap)  # the register is free
                        available = ready + 1
                    taken = max(finished, available)
                    waited += min(missing, taken - finished)
                    if timing.buffered:
                        occupied = [cycle for cycle in occupied if cycle >= taken]
                        if len(occupied) == timing.banks:
                            taken = occupied.pop(0) + 1
                    elif number == len(tiles) - 1:
                        if len(occupied) == timing.banks:
                            taken = max(taken, occupied.pop(0) + 1)
                        occupied = [cycle for cycle in occupied if cycle >= taken]
                    if not timing.buffered:
                        ready = taken
                    start = max(taken, drained)
                    if timing.parts == 1 or number < len(tiles) - 1:
                        finished = _pass(start, length, holds, run)
                    else:
                        finished = _drain(start, length, layer.fold, timing.parts, holds)
                        drained = finished + timing.parts - 1
                if arrivals and last_burst:
                    arrivals.leave(streamed, ready)
                    streamed += 1
                filled = finished + timing.latency
                if timing.parts > 1:
                    filled += timing.parts
                first = max(filled, free) + 1
                if burst == 0:
                    first = max(first, channels.come())
                if timing.pace > 1 and first <= written + 1:
                    # Every other cycle is a turn of the steps that are still on their way.
                    first += (first - free) % 2
                free = first + timing.pace * (results - 1)
                if last_burst:
                    channels.leave(free)
                occupied.append(free + timing.late)
                written = free + timing.post_latency
                if index or not timing.apart:
                    held = _held(timing, layer, first, results)
                    holds = list(heapq.merge(holds, held)) if held else holds
                if last_burst and last_group:
                    now = max(written, finished) + 2 + 2 * timing.late
                if 0 < burst < bursts - 2:
                    # If all is as it was some bursts ago, only later, it will be again.
                    state = (len(occupied), *(cycle - taken for cycle in (
                        ready, finished, max(drained, finished), free, written, *occupied,
                        *holds)))
                    before, then = known.setdefault(state, (burst, taken))
                    if before < burst:
                        times = (bursts - 2 - burst) // (burst - before)
                        burst += times * (burst - before)
                        later = times * (taken - then)
                        ready, taken, finished, drained, free, written = (
                            cycle + later
                            for cycle in (ready, taken, finished, drained, free, written))
                        occupied = [cycle + later for cycle in occupied]
                        holds = [cycle + later for cycle in holds]
        if index == last_layer:
            now = written + timing.queue + 1
        parts.append(now - began)
        waits.append(waited)
        began = now
    return Cycles(total=now, input=timing.beats, layers=tuple(parts), waits=tuple(waits)
                  ), ready, taken, channels


class _Middle:
    """The tiles of a row group but for its first two and its last one, where nothing is in their
    way: neither what is written or read meanwhile, nor the results of bursts before.
    """

    def __init__(self, timing: _Timing, loads: Loads) -> None:
        self.timing = timing
        self.cycles = loads.cycles[:-1]
        self.known: dict[tuple[int, int, int], tuple[int, int]] = {}

    def follow(self, number: int, length: int, ready: int, taken: int) -> tuple[int, int]:
        """When the last of them is decoded and taken, from those times of tile ``number - 1``."""
        if not self.timing.buffered:
            taken += int(np.maximum(self.cycles[number:], length).sum())
            return taken, taken
        key = number, length, taken - ready
        if key not in self.known:
            self.known[key] = self._buffered(number, length, taken - ready)
        decoded, later = self.known[key]
        return ready + decoded, ready + later

    def _buffered(self, number: int, length: int, taken: int) -> tuple[int, int]:
        """The same from a tile that was decoded in cycle 0."""
        ready = 0
        for cycles in self.cycles[number:].tolist():
            ready = max(ready + cycles, taken + self.timing.gap)
            taken = max(taken + length, ready + 1)
        return ready, taken


def _held(timing: _Timing, layer: Layer, first: int, count: int) -> list[int]:
    """Cycles in which results are written or what is added to them is read: of ``count`` steps."""
    writing = timing.single and not layer.output    # outputs leave the engine
    if not (writing or layer.second):
        return []
    # Positions of a pooling window come one after the other in each step.
    every = timing.pace * timing.word * layer.window
    words = count // (timing.word * layer.window)
    reads = range(first + timing.residual_latency,
                  first + timing.residual_latency + every * words, every)
    start = first + timing.post_latency + every - timing.pace
    writes = range(start, start + every * words, every)
    return list(heapq.merge(reads if layer.second else (), writes if writing else ()))


def _pass(taken: int, length: int, holds: list[int], run: int) -> int:
    """Cycle of the last of ``length`` positions of a tile taken in cycle ``taken``.

    The last of every ``run``, if that is not 0, needs no memory.
    """
    cycle = taken + length
    passed = 0
    for held in holds:
        if held > cycle:
            break
        passed += 1
        left = cycle - held     # positions after the one that is held
        cycle += held > taken and not (run and left % run == 0)
    del holds[:passed]
    return cycle


def _drain(taken: int, length: int, fold: int, parts: int, holds: list[int]) -> int:
    """The same for the last tile of a burst, where every ``fold``-th position is a result.

    Its rows are written in as many cycles as there are parts, and the next position waits.
    """
    cycle = taken
    for position in range(length):
        cycle += parts if position and position % fold == 0 else 1
        while holds and holds[0] <= cycle:
            cycle += holds.pop(0) == cycle
    return cycle
