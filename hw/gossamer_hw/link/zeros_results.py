"""Zeros behind an engine: a result that is the blank is one bit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from gossamer_hw.codec.bits import BitReader, BitString, pack
from gossamer_hw.codec.chunks import PORT

from .result_codec import ResultCodec, Results
from .result_encoders import ZerosResultEncoder

__all__ = ["ZerosResults"]


@dataclass(frozen=True, kw_only=True)
class ZerosResults(ResultCodec):
    """Compress results of which most are one value, the blank.

    After zero-value compression (Rhu et al., "Compressing DMA Engine", HPCA 2018). An output is a
    zero if it is the blank, or else a one and its distance from the lowest.

    Attributes
    ----------
    elements : int
        Outputs of an inference.
    blank : int
        The value that most of them have.
    """

    kind: ClassVar[str] = "zeros"

    elements: int
    blank: int

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.elements < 1:
            raise ValueError(f"Results must have at least one element, not {self.elements}")
        if not self.low <= self.blank <= self.high:
            raise ValueError(f"The blank must be in the range {self.low}..{self.high}, not "
                             f"{self.blank!r}")

    @property
    def name(self) -> str:
        return f"zeros-{self.elements}-{self.low}.{self.high}-{self.blank}"

    @property
    def family(self) -> str:
        return self.kind

    @property
    def memories(self) -> list[tuple[int, int]]:
        return []

    @property
    def size(self) -> int:
        return self.elements

    @property
    def words(self) -> int:
        return -(-self.elements * (1 + self.bits) // PORT)

    @property
    def cycles(self) -> int:
        return self.elements + 2

    def _words(self, row: Results) -> list[int]:
        return pack((BitString(0, 1) if value == self.blank
                     else BitString(value - self.low << 1 | 1, 1 + self.bits)
                     for value in row.tolist()), PORT)

    def _row(self, words: list[int]) -> Results | None:
        reader = BitReader(words, PORT)
        row = [self.low + reader.take(self.bits) if reader.take(1) else self.blank
               for _ in range(self.elements)]
        if reader.missing or reader.rest() or max(row) > self.high:
            return None
        return np.array(row, np.int64)

    def create_encoder(self) -> ZerosResultEncoder:
        return ZerosResultEncoder(self)
