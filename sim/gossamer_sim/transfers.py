"""What ``harness.v`` writes, read back; and how a wrong output is described."""

from __future__ import annotations

from pathlib import Path

import numpy as np

__all__ = ["first_difference", "read_transfers"]


def read_transfers(
    path: Path, count: int, outputs: int
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int64]], ...]:
    """Outputs (``count``, ``outputs``) and cycles (``count``) of a completed run."""
    starts: list[int] = []
    ends: list[int] = []
    values: list[int] = []
    for line in path.read_text().splitlines():
        kind, cycle, *payload = line.split()
        if kind == "i":
            starts.append(int(cycle))
        else:
            ends.append(int(cycle))
            values.append(int(payload[0], 16) & 0xFFFF)
    signed = np.array(values, dtype=np.uint16).view(np.int16).astype(np.int64)
    last = np.array(ends, dtype=np.int64).reshape(count, outputs)[:, -1]
    return signed.reshape(count, outputs), last - np.array(starts, dtype=np.int64) + 1


def first_difference(
    got: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
    expected: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
) -> str | None:
    """A sentence about the first wrong output of (inference, output) arrays, None if all agree."""
    wrong = np.argwhere(got != expected)
    if not len(wrong):
        return None
    n, k = (int(index) for index in wrong[0])
    return (
        f"Output {k} of inference {n} is {got[n, k]} in simulation but {expected[n, k]} was "
        f"expected; {len(wrong)} of {got.size} outputs differ."
    )
