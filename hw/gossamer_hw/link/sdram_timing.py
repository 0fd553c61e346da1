"""SDRAM timing: what the chips want in nanoseconds, and a schedule of cycles that obeys it."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

__all__ = ["COLUMNS", "SLOWEST", "Chip", "Schedule", "schedule"]

#: Columns of a row, of 16 bits; larger chips have more, which stay empty.
COLUMNS = 512


@dataclass(frozen=True, kw_only=True)
class Chip:
    """What a single-data-rate SDRAM asks for: nanoseconds, and clocks where it says so.

    Attributes
    ----------
    row_to_column, precharge, row_active, refresh, write_recovery : float
        tRCD, tRP, tRAS, tRFC and tWR: the least times from a row's opening to a read or write, from
        its closing to the next command, from its opening to its closing, from a refresh to the next
        command, and from a write to the closing.
    interval : float
        Most time between two refreshes.
    power_up : float
        Least time from steady power and clock to the first command.
    refreshes : int
        Before the first use.
    mode_clocks : int
        tMRD: from setting the mode to the next command.
    latency : int
        CAS latency in clocks: the one of them up to 100 MHz.
    """

    row_to_column: float
    precharge: float
    row_active: float
    refresh: float
    write_recovery: float
    interval: float
    power_up: float
    refreshes: int
    mode_clocks: int
    latency: int


#: The slowest of each, of what boards carry: Micron MT48LC16M16A2-75, ISSI IS42S16160-7, Alliance
#: AS4C16M16SA-7 and AS4C32M16SB-7, Winbond W9825G6KH-6.
SLOWEST = Chip(
    row_to_column=21, precharge=21, row_active=45, refresh=70, write_recovery=15, interval=7_800,
    power_up=200_000, refreshes=8, mode_clocks=2, latency=2)


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """Cycles that obey a chip's times at all clocks of a range.

    In a turn, all rows are closed, the chip refreshes itself, and a row is opened.

    Attributes
    ----------
    close, refresh, open : int
        Cycles of a turn that pass before each of these commands.
    turn : int
        Cycles of a turn.
    stretch : int
        After so many cycles without a turn, the next one is due.
    start : int
        Cycles from ``begin`` to the first word that can be asked for.
    arrival : int
        Cycles from the last read of a word to the word.
    power_up : int
        Cycles from reset to the first command.
    """

    close: int
    refresh: int
    open: int
    turn: int
    stretch: int
    start: int
    arrival: int
    power_up: int


@functools.cache
def schedule(clocks: tuple[int, int], chip: Chip = SLOWEST) -> Schedule:
    """The schedule for clocks from the slowest to the fastest one, in hertz.

    Commands are as far apart as the fastest clock wants it, and turns as close as the slowest one.

    Raises
    ------
    ValueError
        If the range is empty, slower than a chip can be kept alive with, or beyond 100 MHz.
    """
    slowest, fastest = clocks
    if not 0 < slowest <= fastest <= 100_000_000:
        raise ValueError(
            f"An SDRAM runs at a range of clocks of at most 100 MHz, not {clocks!r} Hz")

    def cycles(nanoseconds: float) -> int:
        return math.ceil(nanoseconds * fastest / 1e9)

    opening, closing = cycles(chip.row_to_column), cycles(chip.precharge)
    # A turn begins a cycle after the one in which nothing is read, or right after a write.
    close = max(cycles(chip.row_active) - opening - 1, cycles(chip.write_recovery) - 1,
                chip.mode_clocks - 1, 0)
    turn = close + closing + cycles(chip.refresh) + opening
    # From one refresh to the next: no more than a stretch, what an inference that begins right then
    # waits for the turn before, and a turn.
    stretch = math.floor(chip.interval * slowest / 1e9) - 2 * turn - 1
    if stretch < turn:
        raise ValueError(f"An SDRAM cannot be kept alive at {slowest} Hz; let the slowest clock be "
                         "faster")
    return Schedule(
        close=close, refresh=close + closing, open=turn - opening, turn=turn, stretch=stretch,
        start=2 * turn + 2, arrival=chip.latency + 4, power_up=cycles(chip.power_up))
