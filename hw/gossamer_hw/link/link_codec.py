"""Link codec: inputs of an engine travel compressed, in frames of one length."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from gossamer_hw.codec import Chunk, Integer, Limits, ZfpL
from gossamer_hw.codec.bits import pack
from gossamer_hw.codec.chunks import PORT

from .link_decoder import LinkDecoder

__all__ = ["LinkCodec"]

Bytes = npt.NDArray[np.uint8]
Elements = npt.NDArray[np.int8]

#: Bits of an element.
WIDTH = 8


@dataclass(frozen=True, kw_only=True)
class LinkCodec:
    """Compress images of 8-bit integers with ZfpL to frames of the same number of words.

    A frame is a byte, how many bit planes of its blocks are kept, and ``words`` words of 32 bits,
    the lowest byte first. The encoder keeps as many planes as find room, so an image that is not
    smooth loses more. Blocks go from left to right and top to bottom, at each place one for each
    channel.

    Attributes
    ----------
    rows, columns, channels : int
        Of an image; channels are the last axis. With a single row blocks have one dimension, and a
        single channel.
    low, high : int
        Range of the elements; what is beyond it after decoding becomes the nearest one.
    words : int
        Of a frame.
    """

    rows: int
    columns: int
    channels: int = 1
    low: int = -128
    high: int = 127
    words: int

    def __post_init__(self) -> None:
        if min(self.rows, self.columns, self.channels) < 1:
            raise ValueError(f"Images must have at least one element, not {self.rows} x "
                             f"{self.columns} x {self.channels}")
        if not -128 <= self.low < self.high <= 127:
            raise ValueError(f"Elements must have a range in -128..127, not {self.low}.."
                             f"{self.high}")
        if self.rows == 1 and self.channels > 1:
            raise ValueError("Images of a single row must have a single channel, not "
                             f"{self.channels}")
        if not self.least <= self.words:
            raise ValueError(f"A frame of {self.blocks} blocks must have at least {self.least} "
                             f"words, not {self.words!r}")

    @property
    def name(self) -> str:
        return f"{self.codec.name}-{self.rows}x{self.columns}x{self.channels}-{self.words}"

    @property
    def codec(self) -> ZfpL:
        return ZfpL(values=Integer(bits=WIDTH), dimension=1 if self.rows == 1 else 2)

    @property
    def size(self) -> int:
        """Elements of an image."""
        return self.rows * self.columns * self.channels

    @property
    def blocks(self) -> int:
        """Blocks of an image."""
        return self.codec.count((self.channels, self.rows, self.columns))

    @property
    def planes(self) -> int:
        """Most bit planes."""
        return self.codec.values.planes

    @property
    def least(self) -> int:
        """Words in which one plane of every block finds room, whatever it is."""
        return -(-self.blocks * (self.codec.longest - (self.planes - 1) * self.codec.size) // PORT)

    @property
    def frame(self) -> int:
        """Bytes of a frame."""
        return 1 + PORT // 8 * self.words

    def whole(self) -> Self:
        """The codec with frames in which all planes of any image find room."""
        return replace(self, words=-(-self.blocks * self.codec.longest // PORT))

    def bits(self, elements: Elements, limits: Limits) -> int:
        """Bits of the blocks of images (count, size)."""
        return sum(string.width for image in elements
                   for string in self.codec.strings(self._blocks(image), limits))

    def encode(self, elements: Elements) -> Bytes:
        """Frames (count, frame) of images (count, size)."""
        return np.array([self._frame(image) for image in elements], np.uint8)

    def decode(self, frames: Bytes) -> Elements:
        """Images (count, size) of frames, whatever is in them."""
        return np.array([self._image(frame) for frame in frames], np.int8)

    def _frame(self, image: Elements) -> list[int]:
        blocks = self._blocks(image)
        planes, words = 0, [0]
        for step in (8, 4, 2, 1, 1):
            found = pack(self.codec.strings(blocks, Limits.precision(planes + step)), PORT)
            if len(found) <= self.words:
                planes, words = planes + step, found
        words += [0] * (self.words - len(words))
        return [planes, *(byte for word in words for byte in word.to_bytes(PORT // 8, "little"))]

    def _image(self, frame: Bytes) -> npt.NDArray[np.int64]:
        planes, *rest = frame.tolist()
        words = np.array(rest, np.uint8).view("<u4").tolist()
        planes = min(planes, self.planes)
        blocks = np.zeros((self.blocks, self.codec.size), np.int64)
        if planes:
            blocks, _ = self.codec.decode_chunk(
                Chunk(tuple(words), self.blocks), Limits.precision(planes))
        return np.clip(self._join(self.codec.values.numbers(blocks)), self.low, self.high)

    def _blocks(self, image: Elements) -> npt.NDArray[Any]:
        """Blocks (count, 4 or 16) of an image, in the order in which they travel."""
        patterns = self.codec.values.patterns(image)
        if self.rows == 1:
            return self.codec.cut(patterns)
        across, strips = -(-self.columns // 4), -(-self.rows // 4)
        apart = self.codec.cut(
            np.moveaxis(patterns.reshape(self.rows, self.columns, self.channels), -1, 0))
        return np.moveaxis(
            apart.reshape(self.channels, strips, across, 16), 0, 2).reshape(-1, 16)

    def _join(self, blocks: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The image of its blocks."""
        if self.rows == 1:
            return self.codec.join(blocks, (1, self.columns)).reshape(-1)
        across, strips = -(-self.columns // 4), -(-self.rows // 4)
        ordered = np.moveaxis(blocks.reshape(strips, across, self.channels, 16), 2, 0)
        image = self.codec.join(ordered.reshape(-1, 16), (self.channels, self.rows, self.columns))
        return np.moveaxis(image, 0, -1).reshape(-1)

    def create_decoder(self) -> LinkDecoder:
        """Frames to images, between a link and an engine."""
        return LinkDecoder(self)

    def to_json(self) -> dict[str, int]:
        return asdict(self)
