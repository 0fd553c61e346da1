"""ZfpL behind an engine: results that are images travel as bit planes of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gossamer_hw.codec import Chunk, Integer, Limits, ZfpL
from gossamer_hw.codec.bits import pack
from gossamer_hw.codec.blocks import SIDE
from gossamer_hw.codec.chunks import PORT

from .image import Image
from .result_codec import ResultCodec, Results
from .result_encoders import ZfplResultEncoder

__all__ = ["ZfplResults"]


@dataclass(frozen=True, kw_only=True)
class ZfplResults(ResultCodec):
    """Compress results that are images.

    Blocks travel in the order of :class:`Image`, with as many bit planes as are needed so that
    nothing is lost whatever the results are.

    Attributes
    ----------
    rows, columns, channels : int
        Of the image, with two rows at least.
    """

    kind: ClassVar[str] = "zfpl"

    rows: int
    columns: int
    channels: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.image.dimension == 1:
            raise ValueError("Images of results must have two rows at least, not one")

    @property
    def name(self) -> str:
        return (f"{self.codec.name}-{self.rows}x{self.columns}x{self.channels}-"
                f"{self.low}.{self.high}")

    @property
    def family(self) -> str:
        return f"zfpl2-{'int16' if self.values.planes > 16 else 'int8'}"

    @property
    def memories(self) -> list[tuple[int, int]]:
        strip = 2 * SIDE * self.columns * self.channels
        # Two blocks of digits, and four rows twice.
        return [(2 * self.codec.size, 32), (self.values.width, strip)]

    @property
    def image(self) -> Image:
        return Image(self.rows, self.columns, self.channels)

    @property
    def values(self) -> Integer:
        """Type of the outputs; where 16 planes are not enough to lose nothing there are 32."""
        return Integer(bits=max(2, self.bits) if self.bits <= 8 else 16)

    @property
    def codec(self) -> ZfpL:
        return ZfpL(values=self.values)

    @property
    def planes(self) -> int:
        """Bit planes of a block that lose nothing.

        A plane below the lowest one changes a value by its weight times (15/4)**2 at most, the sum
        of a row of the inverse transform in each dimension. That, with what the transform itself
        rounds, must be less than half of a step.
        """
        step = 1 << self.values.shift
        dropped = 0
        while (2 << dropped) * 15 ** 2 <= step // 2 * 4 ** 2:
            dropped += 1
        return self.values.planes - dropped

    @property
    def centre(self) -> int:
        """What is subtracted from the results."""
        return self.low + self.high + 1 >> 1

    @property
    def size(self) -> int:
        return self.image.size

    @property
    def blocks(self) -> int:
        """Blocks of an image."""
        return self.image.count(self.codec)

    @property
    def words(self) -> int:
        longest = len(self.codec.levels) - 1 + self.codec.size * self.planes
        return -(-self.blocks * longest // PORT)

    @property
    def cycles(self) -> int:
        return self.blocks * max(self.codec.size, 1 + self.planes) + 4

    def _words(self, row: Results) -> list[int]:
        blocks = self.image.cut(self.codec, self.values.patterns(row - self.centre))
        return pack(self.codec.strings(blocks, Limits.precision(self.planes)), PORT)

    def _row(self, words: list[int]) -> Results | None:
        blocks, damaged = self.codec.decode_chunk(
            Chunk(tuple(words), self.blocks), Limits.precision(self.planes))
        if damaged:
            return None
        return self.image.join(self.codec, self.values.numbers(blocks)) + self.centre

    def create_encoder(self) -> ZfplResultEncoder:
        return ZfplResultEncoder(self)
