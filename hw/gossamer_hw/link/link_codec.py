"""Link codecs: inputs of an engine travel compressed, in frames that are as long as they need."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
from amaranth.lib.wiring import Component

__all__ = ["Elements", "LinkCodec"]

Elements = npt.NDArray[np.int8]


@dataclass(frozen=True, kw_only=True)
class LinkCodec(ABC):
    """How inputs become frames of bytes, and what decodes them in front of an engine.

    Attributes
    ----------
    kind : str
        Of codec; ``--link-codec`` calls it so.
    low, high : int
        Range of the elements; what is beyond it after decoding becomes the nearest one.
    """

    kind: ClassVar[str]

    low: int = -128
    high: int = 127

    def __post_init__(self) -> None:
        if not -128 <= self.low < self.high <= 127:
            raise ValueError(f"Elements must have a range in -128..127, not {self.low}.."
                             f"{self.high}")

    @property
    @abstractmethod
    def name(self) -> str:
        """Everything that makes the decoder."""

    @property
    @abstractmethod
    def family(self) -> str:
        """What decoders of about the same logic have in common."""

    @property
    @abstractmethod
    def memories(self) -> list[tuple[int, int]]:
        """Widths and depths of the decoder's memories."""

    @property
    @abstractmethod
    def size(self) -> int:
        """Elements of an input."""

    @property
    @abstractmethod
    def frame(self) -> int:
        """Bytes of the longest frame."""

    @property
    @abstractmethod
    def cycles(self) -> int:
        """Most cycles that the decoder takes from one input to the next."""

    @abstractmethod
    def encode(self, elements: Elements) -> list[bytes]:
        """Frames of inputs (count, size)."""

    @abstractmethod
    def decode(self, frames: Sequence[bytes]) -> Elements:
        """Inputs (count, size) of frames, whatever is in them."""

    @abstractmethod
    def create_decoder(self) -> Component:
        """Frames to inputs, between a link and an engine."""

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self)}
