"""Link: whether inputs should travel compressed, measured on a calibration batch."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from gossamer_hw.codec import Limits
from gossamer_hw.link.link_codec import LinkCodec
from gossamer_hw.link.wire import CONTROL_LENGTH, HEADER_LENGTH, TRAILER_LENGTH

from ..description import Description
from ..errors import GossamerError
from .host import device_part
from .lower import stored
from .plan import Plan

__all__ = ["CHANGED", "RATIO", "LinkChoice", "Mode", "choose_link", "predictions", "views"]

#: ``zfpl`` uses the codec whatever comes of it, ``auto`` where it makes inferences follow faster.
Mode = Literal["zfpl", "auto"]

#: Signal to noise of the decoded inputs in dB, and the share of predictions that may change.
RATIO = 48.0
CHANGED = 0.003

#: Inputs to measure with, and of them to find out as what image.
CALIBRATION = 128
RANKED = 8

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
    reason : str
        Why, a sentence.
    native, coded : int
        Cycles from one inference to the next, without the codec and with it: the longest of the
        line, the decoder and the engine.
    ratio : float
        Signal to noise of the calibration batch in dB.
    changed : float
        Share of its predictions that change.
    """

    codec: LinkCodec | None
    reason: str
    native: int
    coded: int
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


def choose_link(description: Description, plan: Plan, mode: Mode, *, byte_cycles: int,
                ratio: float = RATIO, changed: float = CHANGED) -> LinkChoice:
    """Measure the codec on the description's samples, for a line of so many cycles a byte.

    The frame is the shortest one with which the ratio is reached and no more of the predictions
    change.

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
    inputs = description.samples.inputs[:CALIBRATION].astype(np.int64)
    elements = (inputs - zero).reshape(len(inputs), -1).astype(np.int8)
    outputs = graph.types()[graph.output.name].size

    def period(codec: LinkCodec | None) -> int:
        there = (codec.frame if codec else elements.shape[1]) + 2 * OVERHEAD + CONTROL_LENGTH
        back = 2 * outputs + 3 * OVERHEAD + 2 * CONTROL_LENGTH
        decoder = codec.blocks * max(codec.codec.size, codec.planes) if codec else 0
        return max(byte_cycles * max(there, back), decoder, plan.cycles)

    def answer(codec: LinkCodec) -> tuple[float, float]:
        back = codec.decode(codec.encode(elements)).astype(np.int64)
        noise = np.sum((back - elements) ** 2)
        power = np.sum((inputs - entry.zero) ** 2)
        found = graph.run((back + zero).reshape(inputs.shape))
        return (float(10 * np.log10(power / noise)) if noise else math.inf,
                float(np.mean(predictions(found) != right)))

    right = predictions(graph.run(inputs))
    images = [LinkCodec(rows=rows, columns=columns, channels=channels, low=entry.low - zero,
                        high=entry.high - zero, words=elements.shape[1]).whole()
              for rows, columns, channels in views(entry.shape)]
    codec = _smallest(images, elements, lambda codec: _keeps(answer(codec), ratio, changed))
    measured, lost = answer(codec)
    native, coded = period(None), period(codec)
    used: LinkCodec | None = codec
    reason = (f"Inputs travel in {codec.frame} in place of {elements.shape[1]} bytes: {coded:,} in "
              f"place of {native:,} cycles an inference.")
    if mode == "auto" and coded >= native:
        limit = "the line" if native > plan.cycles else "the engine"
        used = None
        reason = (f"Inputs travel as they are: with {codec.frame} in place of {elements.shape[1]} "
                  f"bytes an inference would take {coded:,} cycles, not fewer than {native:,}, "
                  f"which is what {limit} takes.")
    return LinkChoice(codec=used, reason=reason, native=native, coded=coded, ratio=measured,
                      changed=lost)


def predictions(outputs: Ints) -> Ints:
    """The class of each row of outputs: the largest one, or the sign of a single one."""
    rows = outputs.reshape(len(outputs), -1)
    return rows.argmax(axis=1) if rows.shape[1] > 1 else (rows[:, 0] > 0).astype(np.int64)


def _keeps(found: tuple[float, float], ratio: float, changed: float) -> bool:
    return found[0] >= ratio and found[1] <= changed


def _smallest(options: Iterable[LinkCodec], elements: npt.NDArray[np.int8],
              keeps: Callable[[LinkCodec], bool]) -> LinkCodec:
    """The codec with the shortest frames that keep what matters.

    Of the images that inputs can be taken for, it is the one that compresses best where errors are
    below one.
    """
    whole = min(options, key=lambda codec: codec.bits(elements[:RANKED], Limits.accuracy(1.0)))
    # All planes in frames that hold anything: nothing is lost.
    low, high = whole.least, whole.words
    while low < high:
        words = (low + high) // 2
        if keeps(replace(whole, words=words)):
            high = words
        else:
            low = words + 1
    return replace(whole, words=high)
