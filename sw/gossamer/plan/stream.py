"""Streamed weights: how large their ring is, and when the words of a row group have come."""

from __future__ import annotations

from collections.abc import Sequence

from gossamer_hw.link.quad_flash import ARRIVAL, START

__all__ = ["Arrivals", "ring"]


def ring(words: Sequence[int], groups: int) -> int:
    """Places of a ring for so many row groups in a row, given the words of all of them.

    One place stays empty; of two row groups, the last word may wait for it.
    """
    if groups < 2:
        return groups and max(words) + 1
    return max(max(words) + 1, *map(sum, zip(words, words[1:], strict=False)), 2)


class Arrivals:
    """When row groups have come, if they are asked for from cycle ``begin`` on.

    Words are asked for one after the other, ``port / 4`` cycles apart, as long as there is room for
    them. Row groups that were left make room. For ``port``, ``ring`` and ``runs`` see
    :class:`gossamer_hw.array.ArraySpec`.
    """

    def __init__(self, begin: int, port: int, ring: int, runs: Sequence[tuple[int, int]]) -> None:
        self.pace = port // 4
        self.capacity = ring - 1
        self.ends = [0]     # words up to the end of every row group
        for words, groups in runs:
            for _ in range(groups):
                self.ends.append(self.ends[-1] + words)
        self.asked = 0              # words, at most as many as there is room for
        self.next = begin + START   # when the next one can be asked for
        self.came: list[int] = []   # first cycle in which the words of a row group can be read

    def come(self, group: int) -> int:
        """First cycle in which the words of a row group can be read; those before it have left."""
        self._ask(self.ends[group + 1])
        return self.came[group]

    def leave(self, group: int, cycle: int) -> None:
        """Row group ``group`` makes room, its last tile having left in ``cycle``."""
        # As many words as there was room for have been asked for meanwhile.
        self._ask(min(self.ends[group] + self.capacity, self.ends[-1]))
        self.next = max(self.next, cycle + 1)

    def _ask(self, words: int) -> None:
        """Ask for words, up to a number of them in all."""
        while len(self.came) < len(self.ends) - 1 and self.ends[len(self.came) + 1] <= words:
            left = self.ends[len(self.came) + 1] - self.asked
            self.came.append(self.next + self.pace * left + ARRIVAL)
        if words > self.asked:
            self.next += self.pace * (words - self.asked)
            self.asked = words
