"""Thresholds of multi-threshold nodes, as the array searches them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..ir import MultiThreshold, Weighted

__all__ = ["Rows", "Search", "search"]

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Search:
    """``low + step * number``, where ``number`` counts the thresholds that a sum reaches.

    Attributes
    ----------
    low, step : int
    levels : int
        Bits of the number.
    middle : int array, shape (channels,)
        The threshold that decides on the highest of them.
    rows : int array, shape (channels, 2**levels)
        All thresholds from the second element on, less the middle one.
    sums : tuple of int
        Range of sums less the middle ones.
    """

    low: int
    step: int
    levels: int
    middle: Ints
    rows: Ints
    sums: tuple[int, int]


def search(node: MultiThreshold, sums: Weighted, low: int, high: int) -> Search:
    """The search for a node behind a layer whose operands are in ``low..high``.

    What all channels reach or none does is left out. Thresholds outside of the range of all sums
    are brought to its ends, so that memories are no wider than sums.
    """
    least, most = sums.accumulator(low, high)
    found = node.thresholds.clip(least, most + 1)
    always = int((found == least).all(axis=0).sum())
    never = int((found > most).all(axis=0).sum())
    always = min(always, found.shape[1] - 1)
    found = found[:, always:max(always + 1, found.shape[1] - never)]
    levels = found.shape[1].bit_length()
    rows = np.full((len(found), 1 << levels), most + 1)
    rows[:, 1:1 + found.shape[1]] = found
    middle = rows[:, 1 << (levels - 1)].copy()
    rows -= middle[:, None]
    rows[:, 0] = 0
    bottoms, tops = sums.reach(low, high)
    return Search(low=node.low + node.step * always, step=node.step, levels=levels, middle=middle,
                  rows=rows,
                  sums=(int((bottoms - middle).min()), int((tops - middle).max())))


class Rows:
    """Memories of rows of thresholds, one for each requantizer; equal rows lie there once."""

    def __init__(self, requantizers: int) -> None:
        self.lanes: list[list[int]] = [[] for _ in range(requantizers)]
        self.known: list[dict[tuple[int, ...], int]] = [{} for _ in range(requantizers)]

    def place(self, lane: int, row: Iterable[int]) -> int:
        """Where a row lies: at a multiple of its length."""
        row, found, memory = tuple(row), self.known[lane], self.lanes[lane]
        if row not in found:
            memory += [0] * (-len(memory) % len(row))
            found[row] = len(memory)
            memory += row
        return found[row]

    def filled(self, levels: int) -> tuple[tuple[int, ...], ...]:
        """The memories, of at least one row, in whole rows of the most levels."""
        size = 1 << levels
        return tuple(
            tuple(memory + [0] * (-len(memory) % size if memory else size))
            for memory in self.lanes) if levels else ()
