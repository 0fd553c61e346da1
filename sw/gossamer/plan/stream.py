"""Streamed weights: how large their ring is, and when the words of a row group have come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gossamer_hw.link import quad_flash
from gossamer_hw.link.sdram_timing import COLUMNS, schedule

from ..errors import GossamerError
from ..target import Target

__all__ = ["FLASH", "Arrivals", "Source", "ring", "sdram", "source"]


@dataclass(frozen=True, kw_only=True)
class Source:
    """When a memory outside the chip gives words.

    Attributes
    ----------
    start : int
        Cycles from the beginning of an inference to the first word that can be asked for.
    arrival : int
        Cycles from the end of a word on the wires to the word.
    bits : int
        Bits on the wires in a cycle.
    page : int
        Bits after which there is a turn, in which no word is asked for; 0 without turns.
    stretch : int
        Cycles since a turn after which there is another one, before the next word.
    turn : int
        Cycles of a turn.
    """

    start: int
    arrival: int
    bits: int
    page: int = 0
    stretch: int = 0
    turn: int = 0


#: :class:`gossamer_hw.link.quad_flash.QuadFlash`.
FLASH = Source(start=quad_flash.START, arrival=quad_flash.ARRIVAL, bits=4)


def sdram(clocks: tuple[int, int]) -> Source:
    """:class:`gossamer_hw.link.sdram.Sdram`."""
    times = schedule(clocks)
    return Source(start=times.start, arrival=times.arrival, bits=16, page=16 * COLUMNS,
                  stretch=times.stretch, turn=times.turn + 1)


def source(target: Target, port: int) -> Source:
    """What weights are streamed from on a target, in words of ``port`` bits."""
    if target.sdram is None:
        return FLASH
    if port not in (32, 64, 128):
        raise GossamerError(f"Weights come from SDRAM in words of 32, 64 or 128 bits, not {port}; "
                            "give the array another port.")
    return sdram(target.sdram)


def ring(words: Sequence[int], groups: int) -> int:
    """Places of a ring for so many row groups in a row, given the words of all of them.

    One place stays empty; of two row groups, the last word may wait for it.
    """
    if groups < 2:
        return groups and max(words) + 1
    return max(max(words) + 1, *map(sum, zip(words, words[1:], strict=False)), 2)


class Arrivals:
    """When row groups have come, if they are asked for from cycle ``begin`` on.

    Words are asked for one after the other, at the pace of the source, as long as there is room for
    them. Row groups that were left make room. For ``port``, ``ring`` and ``runs`` see
    :class:`gossamer_hw.array.ArraySpec`.
    """

    def __init__(self, begin: int, port: int, ring: int, runs: Sequence[tuple[int, int]],
                 source: Source = FLASH) -> None:
        self.source = source
        self.pace = port // source.bits
        self.page = source.page // port
        self.capacity = ring - 1
        self.ends = [0]     # words up to the end of every row group
        for words, groups in runs:
            for _ in range(groups):
                self.ends.append(self.ends[-1] + words)
        self.asked = 0                      # words, at most as many as there is room for
        self.next = begin + source.start    # when the next one can be asked for
        self.turned = self.next             # when the last turn was over
        self.open = 0                       # page that it opened
        self.came: list[int] = []   # first cycle in which the words of a row group can be read

    def come(self, group: int) -> int:
        """First cycle in which the words of a row group can be read; those before it have left."""
        self._ask(self.ends[group + 1])
        return self.came[group]

    def leave(self, group: int, cycle: int) -> None:
        """Row group ``group`` makes room, its last tile having left in ``cycle``."""
        # As many words as there was room for have been asked for meanwhile.
        self._ask(min(self.ends[group] + self.capacity, self.ends[-1]))
        if self.asked < self.ends[-1]:
            self._turn()
            while self.source.turn and cycle + 1 >= self.turned + self.source.stretch:
                self.next = self.turned = self.turned + self.source.stretch + self.source.turn
        self.next = max(self.next, cycle + 1)

    def _ask(self, words: int) -> None:
        """Ask for words, up to a number of them in all."""
        while self.asked < words:
            self._turn()
            count = min(words - self.asked, self._straight())
            while len(self.came) < len(self.ends) - 1 \
                    and self.ends[len(self.came) + 1] <= self.asked + count:
                left = self.ends[len(self.came) + 1] - self.asked
                self.came.append(self.next + self.pace * left + self.source.arrival)
            self.asked += count
            self.next += self.pace * count

    def _turn(self) -> None:
        """Wait for the turn that comes before the next word, if there is one."""
        if self.source.turn and (self.asked // self.page != self.open
                                 or self.next >= self.turned + self.source.stretch):
            self.next = self.turned = self.next + self.source.turn
            self.open = self.asked // self.page

    def _straight(self) -> int:
        """Words that can follow one another without a turn."""
        if not self.source.turn:
            return self.ends[-1]
        time = self.turned + self.source.stretch - self.next
        return min(self.page - self.asked % self.page, -(-time // self.pace))
