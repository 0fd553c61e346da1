"""Result codecs: outputs of an engine travel compressed, without loss."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
from amaranth.lib.wiring import Component
from amaranth.utils import bits_for

from gossamer_hw.codec.chunks import PORT

__all__ = ["ResultCodec", "Results"]

Results = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class ResultCodec(ABC):
    """How results become frames, behind an engine, and results again on the host.

    A frame is words of 32 bits, the lowest byte first; every result is exactly what it was.

    Attributes
    ----------
    kind : str
        Of codec; ``--link-codec`` calls it so.
    low, high : int
        Range of the outputs.
    """

    kind: ClassVar[str]

    low: int
    high: int

    def __post_init__(self) -> None:
        if not -1 << 15 <= self.low < self.high < 1 << 15:
            raise ValueError(f"Outputs must have a range in -32768..32767, not {self.low}.."
                             f"{self.high}")

    @property
    @abstractmethod
    def name(self) -> str:
        """Everything that makes the encoder."""

    @property
    @abstractmethod
    def family(self) -> str:
        """What encoders of about the same logic have in common."""

    @property
    @abstractmethod
    def memories(self) -> list[tuple[int, int]]:
        """Widths and depths of the encoder's memories."""

    @property
    @abstractmethod
    def size(self) -> int:
        """Outputs of an inference."""

    @property
    @abstractmethod
    def words(self) -> int:
        """Words of the longest frame, whatever the results are."""

    @property
    @abstractmethod
    def cycles(self) -> int:
        """Most cycles that the encoder takes from one result to the next."""

    @property
    def frame(self) -> int:
        """Bytes of the longest frame."""
        return PORT // 8 * self.words

    @property
    def bits(self) -> int:
        """Bits of an output."""
        return bits_for(self.high - self.low)

    def encode(self, results: Results) -> list[bytes]:
        """Frames of results (count, size)."""
        return [b"".join(word.to_bytes(PORT // 8, "little") for word in self._words(row))
                for row in results]

    def decode(self, frames: Sequence[bytes]) -> Results:
        """Results (count, size) of frames.

        Raises
        ------
        ValueError
            If a frame is none that the encoder makes.
        """
        rows = []
        for frame in frames:
            if not frame or len(frame) % (PORT // 8):
                raise ValueError(f"Frames of results must be whole words, not {len(frame)} bytes")
            words = np.frombuffer(frame, "<u4").tolist()
            row = self._row(words)
            if row is None:
                raise ValueError("A frame of results must end with its results")
            rows.append(row)
        return np.array(rows, np.int64).reshape(-1, self.size)

    @abstractmethod
    def _words(self, row: Results) -> list[int]:
        """The words of a frame."""

    @abstractmethod
    def _row(self, words: list[int]) -> Results | None:
        """What they stand for, or None if they do not end with the results."""

    @abstractmethod
    def create_encoder(self) -> Component:
        """Outputs to frames, between an engine and a link: 16 bits of a frame are an output."""

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self)}
