"""Zeros on the link: where images are empty, one bit stands for several elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from amaranth.utils import bits_for

from .link_codec import Elements, LinkCodec
from .zeros_decoder import ZerosLinkDecoder

__all__ = ["ZerosLink"]


@dataclass(frozen=True, kw_only=True)
class ZerosLink(LinkCodec):
    """Compress inputs of which most elements are one value, the blank.

    After zero-value compression (Rhu et al., "Compressing DMA Engine", HPCA 2018). Elements go in
    groups of neighbours. A group is a zero if all of them are blank, or else a one and all
    elements, each as its distance from the lowest in steps of ``2 ** drop``, rounded to the
    nearest, in as few bits as the range needs. Bits are written lowest first; zeros fill the last
    byte.

    Attributes
    ----------
    elements : int
        Of an input.
    group : int
        Elements of a group; the last one may have fewer.
    blank : int
        The value that most elements have.
    drop : int
        Bits of each element that are lost.
    """

    kind: ClassVar[str] = "zeros"

    elements: int
    group: int = 1
    blank: int = 0
    drop: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        if min(self.elements, self.group) < 1:
            raise ValueError(f"Inputs must have at least one element and groups too, not "
                             f"{self.elements} and {self.group}")
        if not self.low <= self.blank <= self.high:
            raise ValueError(f"The blank must be in the range {self.low}..{self.high}, not "
                             f"{self.blank!r}")
        if not 0 <= self.drop < 8 or self.steps < 1:
            raise ValueError(f"Of elements {self.low}..{self.high} not all bits can be lost, "
                             f"{self.drop!r}")

    @property
    def name(self) -> str:
        return (f"zeros-{self.elements}-{self.group}x{self.bits}-{self.low}.{self.high}-"
                f"{self.blank}-{self.drop}")

    @property
    def family(self) -> str:
        return self.kind

    @property
    def memories(self) -> list[tuple[int, int]]:
        return []

    @property
    def steps(self) -> int:
        """The largest distance from the lowest element."""
        return self.high - self.low >> self.drop

    @property
    def bits(self) -> int:
        """Bits of an element."""
        return bits_for(self.steps)

    @property
    def size(self) -> int:
        return self.elements

    @property
    def frame(self) -> int:
        return -(-(self.elements * self.bits - (-self.elements // self.group)) // 8)

    @property
    def cycles(self) -> int:
        return max(self.elements, self.frame)

    def distances(self, elements: Elements) -> npt.NDArray[np.int64]:
        """Elements as steps from the lowest one."""
        rounded = elements.astype(np.int64) - self.low + (1 << self.drop >> 1) >> self.drop
        return np.clip(rounded, 0, self.steps)

    def widths(self, elements: Elements) -> npt.NDArray[np.int64]:
        """Bits (count,) that inputs (count, size) take."""
        filled = self.distances(elements) != self.distances(np.array(self.blank, np.int8))
        starts = np.arange(0, self.elements, self.group)
        groups = np.logical_or.reduceat(filled, starts, axis=1)
        sizes = np.diff(starts, append=self.elements)
        return len(starts) + self.bits * (groups @ sizes)

    def encode(self, elements: Elements) -> list[bytes]:
        blank = self.distances(np.array(self.blank, np.int8))
        return [self._frame(row, int(blank)) for row in self.distances(elements).tolist()]

    def _frame(self, row: list[int], blank: int) -> bytes:
        held = width = 0
        for start in range(0, len(row), self.group):
            group = row[start:start + self.group]
            filled = any(number != blank for number in group)
            held |= filled << width
            width += 1
            for number in group * filled:
                held |= number << width
                width += self.bits
        return held.to_bytes(-(-width // 8), "little")

    def decode(self, frames: Sequence[bytes]) -> Elements:
        return np.array([self._row(int.from_bytes(frame, "little")) for frame in frames], np.int8)

    def _row(self, held: int) -> list[int]:
        row: list[int] = []
        while len(row) < self.elements:
            filled = held & 1
            held >>= 1
            for _ in range(min(self.group, self.elements - len(row))):
                if not filled:
                    row.append(self.blank)
                    continue
                distance = held & (1 << self.bits) - 1
                held >>= self.bits
                row.append(min(self.low + (distance << self.drop), self.high))
        return row

    def create_decoder(self) -> ZerosLinkDecoder:
        return ZerosLinkDecoder(self)
