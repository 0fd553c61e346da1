"""Link: whether inputs and results should travel compressed, measured on a calibration batch."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from gossamer_hw.codec import Limits
from gossamer_hw.link.link_codec import Elements, LinkCodec
from gossamer_hw.link.result_codec import ResultCodec
from gossamer_hw.link.wire import CONTROL_LENGTH, HEADER_LENGTH, TRAILER_LENGTH
from gossamer_hw.link.zeros_link import ZerosLink
from gossamer_hw.link.zeros_results import ZerosResults
from gossamer_hw.link.zfpl_link import ZfplLink
from gossamer_hw.link.zfpl_results import ZfplResults

from ..description import Description
from ..errors import GossamerError
from ..ir.types import TensorType
from ..target import Target
from .cost import Needs, host_link, needs
from .host import device_part
from .lower import stored
from .plan import Plan, TooLargeError, make, plan

__all__ = ["CHANGED", "RATIO", "LinkChoice", "Mode", "choose_link", "needs_with", "plan_with",
           "predictions", "views"]

#: A codec is used whatever comes of it; with ``auto`` the best one where it makes inferences follow
#: faster.
Mode = Literal["zfpl", "zeros", "auto"]

#: Signal to noise of the decoded inputs in dB, and the share of predictions that may change.
RATIO = 48.0
CHANGED = 0.003

#: Most inputs to measure with, and of them to find out as what image.
CALIBRATION = 128
RANKED = 8

#: Bounds of an image's noise that are tried, this far apart in dB. Most images are below theirs.
LOOSEST, FINENESS = 12.0, 0.5

#: Elements of a group, in one bit if they are blank.
GROUPS = (1, 2, 4, 8)

#: Results of fewer bytes, two for each output, are not worth a codec.
LEAST_RESULTS = 64

#: Bytes of a frame on the line that are not its payload.
OVERHEAD = HEADER_LENGTH + TRAILER_LENGTH

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class LinkChoice:
    """What was measured, and what is used.

    Attributes
    ----------
    codec : LinkCodec or None
        None if inputs travel as they are.
    results : ResultCodec or None
        None if results travel as they are.
    reason : str
        Why, a sentence.
    native, coded : int
        Cycles from one inference to the next, without a codec and with the best ones: the longest
        of the line, the codecs and the engine.
    needs : Needs
        What the design takes with the best codecs.
    length, back : float
        Bytes of a frame of the best codec, and of a result, on average over the calibration batch.
    ratio : float
        Signal to noise of the calibration batch in dB.
    changed : float
        Share of its predictions that change.
    """

    codec: LinkCodec | None
    results: ResultCodec | None
    reason: str
    native: int
    coded: int
    needs: Needs
    length: float
    back: float
    ratio: float
    changed: float


def views(shape: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Images that an input can be taken for: rows, columns, channels."""
    size = math.prod(shape)
    found = [(1, size, 1)]
    if len(shape) == 3:
        rows, columns, channels = shape
        found.append((rows, columns, channels))
    elif len(shape) == 2:
        found.append((*shape, 1))
    else:
        # Whatever rectangle a flat vector was.
        found += [(rows, size // rows, 1) for rows in range(4, size // 4 + 1) if size % rows == 0]
    return [view for view in found if view[0] == 1 or min(view[:2]) > 1]


@dataclass(frozen=True, kw_only=True)
class _Measured:
    """What a codec does to the calibration batch."""

    codec: LinkCodec
    length: float           # bytes of a frame, on average
    ratio: float
    changed: float


@dataclass(frozen=True, kw_only=True)
class _Answered:
    """What a codec does to the results of the calibration batch."""

    codec: ResultCodec
    length: float           # bytes of a frame, on average


_Pair = tuple[_Measured | None, _Answered | None]


def choose_link(description: Description, plan: Plan, mode: Mode, *, byte_cycles: int,
                ratio: float = RATIO, changed: float = CHANGED) -> LinkChoice:
    """Measure codecs on the description's samples, for a line of so many cycles a byte.

    Of each codec the setting is taken whose frames are the shortest, on average, of those with
    which the ratio is reached and no more of the predictions change. Results lose nothing.

    Raises
    ------
    GossamerError
        If there are no samples.
    """
    graph = device_part(description.graph)
    if description.samples is None:
        raise GossamerError(
            "A link codec is measured on samples, and the description has none; compress the model "
            "with a data set, or generate without --link-codec.")
    entry = graph.input
    zero = stored(entry.name, entry.infer()).zero
    # Spread over all of them, which may be sorted.
    every = -(-len(description.samples.inputs) // CALIBRATION)
    inputs = description.samples.inputs[::every].astype(np.int64)
    elements = (inputs - zero).reshape(len(inputs), -1).astype(np.int8)
    outputs = graph.types()[graph.output.name].size
    answers = graph.run(inputs).reshape(len(inputs), -1)
    right = predictions(answers)
    # Signal of an element of an image, on average.
    power = float(np.mean((inputs - entry.zero) ** 2))

    def period(sent: _Measured | None, answered: _Answered | None) -> int:
        there = (sent.length if sent else elements.shape[1]) + 2 * OVERHEAD + CONTROL_LENGTH
        back = ((answered.length if answered else 2 * outputs)
                + 3 * OVERHEAD + 2 * CONTROL_LENGTH)
        return max(round(byte_cycles * max(there, back)), sent.codec.cycles if sent else 0,
                   answered.codec.cycles if answered else 0, plan.cycles)

    def measure(codec: LinkCodec) -> _Measured:
        frames = codec.encode(elements)
        back = codec.decode(frames).astype(np.int64)
        noise = float(np.mean((back - elements) ** 2))
        found = predictions(graph.run((back + zero).reshape(inputs.shape)))
        return _Measured(
            codec=codec, length=float(np.mean([len(frame) for frame in frames])),
            ratio=10 * math.log10(power / noise) if noise else math.inf,
            changed=float(np.mean(found != right)))

    def keeps(found: _Measured) -> bool:
        return found.ratio >= ratio and found.changed <= changed

    low, high = entry.low - zero, entry.high - zero
    options: dict[str, Callable[[], _Measured]] = {
        "zfpl": lambda: _first(measure, keeps, _zfpl(
            elements, entry.shape, low, high, power / 10 ** (ratio / 10))),
        "zeros": lambda: _first(measure, keeps, _zeros(elements, low, high)),
    }
    measured = [make() for kind, make in options.items() if mode in (kind, "auto")]
    answered = [found for found in _results(answers, graph.types()[graph.output.name])
                if mode in (found.codec.kind, "auto") and found.length < 2 * outputs]

    def needed(pair: _Pair) -> Needs:
        return needs_with(plan, *_codecs(pair))

    def rank(pair: _Pair) -> tuple[bool, int, int]:
        # Those for which there is room come first, then the fastest, then the fewest codecs.
        return not needed(pair).fits(plan.target), period(*pair), 2 - pair.count(None)

    plain: _Pair = (None, None)
    native = period(*plain)
    coded: list[_Pair] = [(sent, found) for sent in measured for found in (*answered, None)]
    if mode == "auto":
        best = min(coded, key=rank)
        chosen = min([plain, *((None, found) for found in answered), *coded], key=rank)
    else:
        best = chosen = min(coded, key=lambda pair: rank(pair)[0])
    shown = best if chosen == plain else chosen
    sent, found = shown
    length = sent.length if sent else float(elements.shape[1])
    back = found.length if found else 2.0 * outputs
    cycles = period(*shown)
    instead = f"{cycles:,} in place of {native:,} cycles an inference"
    if chosen != plain:
        travels = f"in {length:.0f} in place of {elements.shape[1]} bytes" if sent else \
            "as they are"
        reason = f"Inputs travel {travels}: {instead}."
        if found:
            reason = (f"Inputs travel {travels} and results in {back:.0f} in place of "
                      f"{2 * outputs}: {instead}.")
    elif rank(best)[0]:
        reason = ("Inputs travel as they are: with a decoder for them the design needs "
                  f"{_lacking(needed(best), plan.target)}.")
    else:
        limit = "the line" if native > plan.cycles else "the engine"
        reason = (f"Inputs travel as they are: with {length:.0f} in place of "
                  f"{elements.shape[1]} bytes an inference would take {cycles:,} cycles, not fewer "
                  f"than {native:,}, which is what {limit} takes.")
    codec, results = _codecs(chosen)
    return LinkChoice(
        codec=codec, results=results, reason=reason, native=native, coded=cycles,
        needs=needed(shown), length=length, back=back,
        ratio=sent.ratio if sent else math.inf, changed=sent.changed if sent else 0.0)


def _codecs(pair: _Pair) -> tuple[LinkCodec | None, ResultCodec | None]:
    sent, found = pair
    return sent.codec if sent else None, found.codec if found else None


def needs_with(plan: Plan, codec: LinkCodec | None, results: ResultCodec | None = None) -> Needs:
    """What a plan's design takes if its inputs and results travel with these codecs."""
    spec, graph = plan.program.spec, device_part(plan.graph)
    outputs = graph.types()[graph.output.name].size
    return needs(spec, plan.target) + host_link(
        spec, outputs, plan.target, codec=codec, results=results)


def plan_with(first: Plan, codec: LinkCodec | None, results: ResultCodec | None = None, *,
              format: str | None = None, fast: bool = False) -> Plan:
    """A plan that leaves room for the codecs of a link, where the first one does not.

    Raises
    ------
    GossamerError
        If there is none.
    """
    target, more = first.target, needs_with(first, codec, results)
    if more.fits(target):
        return first
    luts = more.luts - first.needs.luts
    block_rams = more.block_rams - first.needs.block_rams
    room = replace(target, luts=target.luts - luts, block_rams=target.block_rams - block_rams)
    try:
        found = plan(first.graph, room, format=format, fast=fast)
    except TooLargeError as error:
        least = error.needs + Needs(luts=luts, block_rams=block_rams, dsps=0)
        raise GossamerError(
            f"The model does not fit {target.name} with the decoder of its inputs: it needs "
            f"{_lacking(least, target)}; generate without --link-codec, or choose a larger board."
        ) from error
    return make(first.graph, target, found.geometry)


def _lacking(needs: Needs, target: Target) -> str:
    return ", ".join(f"{need:,} of {have:,} {name}" for name, need, have in needs.lacking(target))


def predictions(outputs: Ints) -> Ints:
    """The class of each row of outputs: the largest one, or the sign of a single one."""
    rows = outputs.reshape(len(outputs), -1)
    return rows.argmax(axis=1) if rows.shape[1] > 1 else (rows[:, 0] > 0).astype(np.int64)


def _first(measure: Callable[[LinkCodec], _Measured], keeps: Callable[[_Measured], bool],
           options: Sequence[LinkCodec]) -> _Measured:
    """The first codec that keeps what matters; the last one loses nothing."""
    low, high = 0, len(options) - 1
    while low < high:
        middle = (low + high) // 2
        if keeps(measure(options[middle])):
            high = middle
        else:
            low = middle + 1
    return measure(options[high])


def _zfpl(elements: Elements, shape: tuple[int, ...], low: int, high: int, noise: float
          ) -> list[LinkCodec]:
    """ZfpL with less and less noise, for the image that compresses best with errors below one.

    Frames find room where the elements did.
    """
    images = [ZfplLink(rows=rows, columns=columns, channels=channels, low=low, high=high,
                       words=1 << 16) for rows, columns, channels in views(shape)]
    best = min(images, key=lambda codec: codec.bits(elements[:RANKED], Limits.accuracy(1.0)))
    best = replace(best, words=min(best.most, max(best.least, -(-best.size // 4))))
    steps = np.arange(LOOSEST, -LOOSEST, -FINENESS)
    return [replace(best, noise=bound)
            for bound in [*(noise * 10 ** (steps / 10)).tolist(), 0.0]]


def _zeros(elements: Elements, low: int, high: int) -> list[LinkCodec]:
    """Blank groups in a bit, with fewer and fewer bits lost."""
    numbers, counts = np.unique(elements, return_counts=True)
    blank = int(numbers[counts.argmax()])
    found: list[LinkCodec] = []
    for drop in reversed(range((high - low).bit_length())):
        codecs = [ZerosLink(low=low, high=high, elements=elements.shape[1], group=group,
                            blank=blank, drop=drop) for group in GROUPS]
        found.append(min(codecs, key=lambda codec: int(codec.widths(elements).sum())))
    return found


def _results(answers: Ints, end: TensorType) -> list[_Answered]:
    """What there is for results (count, size) of that type, without loss."""
    size = answers.shape[1]
    if 2 * size < LEAST_RESULTS or end.low == end.high:
        return []
    numbers, counts = np.unique(answers, return_counts=True)
    options: list[ResultCodec] = [ZerosResults(
        low=end.low, high=end.high, elements=size, blank=int(numbers[counts.argmax()]))]
    images: list[ResultCodec] = [
        ZfplResults(low=end.low, high=end.high, rows=rows, columns=columns, channels=channels)
        for rows, columns, channels in views(end.shape) if rows > 1]
    if images:
        options.append(min(images, key=lambda codec: _length(codec, answers[:RANKED])))
    return [_Answered(codec=codec, length=_length(codec, answers)) for codec in options]


def _length(codec: ResultCodec, answers: Ints) -> float:
    """Bytes of a frame, on average."""
    return float(np.mean([len(frame) for frame in codec.encode(answers)]))
