"""Balance: which row groups each array works on where there is more than one."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import GossamerError

__all__ = ["assign", "imbalance"]


def assign(cycles: Sequence[int], arrays: int) -> tuple[tuple[int, ...], ...]:
    """The row groups of every array, ascending, given the cycles that each row group takes.

    The largest first, each to the array that has least to do (LPT; Graham, "Bounds on
    Multiprocessing Timing Anomalies", SIAM J. Appl. Math. 17(2), 1969): with m arrays the busiest
    one has at most 4/3 - 1/(3m) times the cycles of the best assignment. Of equal row groups and
    equally busy arrays the one with the lowest number comes first.
    """
    if arrays < 1:
        raise GossamerError(
            f"Row groups cannot be divided among {arrays} arrays; plan at least one array.")
    if any(count < 0 for count in cycles):
        raise GossamerError(
            f"A row group cannot take {min(cycles)} cycles; give the cycles of a format's loads.")
    parts: list[list[int]] = [[] for _ in range(arrays)]
    busy = [0] * arrays
    for group in sorted(range(len(cycles)), key=lambda group: -cycles[group]):
        idlest = busy.index(min(busy))
        parts[idlest].append(group)
        busy[idlest] += cycles[group]
    return tuple(tuple(sorted(part)) for part in parts)


def imbalance(cycles: Sequence[int], parts: Sequence[Sequence[int]]) -> float:
    """Cycles of the busiest array over the mean of all: 1.0 where all finish together."""
    busy = [sum(cycles[group] for group in part) for part in parts]
    return max(busy) * len(busy) / sum(busy) if sum(busy) else 1.0
