"""ZfpL on the link: images travel as bit planes of blocks, as many as their fidelity needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from gossamer_hw.codec import Chunk, Integer, Limits, ZfpL, transform
from gossamer_hw.codec.bits import pack
from gossamer_hw.codec.blocks import SIDE
from gossamer_hw.codec.chunks import PORT

from .image import Image
from .link_codec import Elements, LinkCodec
from .zfpl_decoder import ZfplLinkDecoder

__all__ = ["ZfplLink"]

#: Bits of an element.
WIDTH = 8


@dataclass(frozen=True, kw_only=True)
class ZfplLink(LinkCodec):
    """Compress images of 8-bit integers with ZfpL.

    A frame is a byte, how many bit planes of its blocks are kept, and words of 32 bits, the lowest
    byte first. The encoder keeps as few planes of an image as ``noise`` allows, or as many as find
    room. Blocks go from left to right and top to bottom, at each place one for each channel.

    Attributes
    ----------
    rows, columns, channels : int
        Of an image; channels are the last axis. With a single row blocks have one dimension, and a
        single channel.
    words : int
        Most words of a frame.
    noise : float
        Mean of the squared errors that an image may have. Only the encoder knows it.
    """

    kind: ClassVar[str] = "zfpl"

    rows: int
    columns: int
    channels: int = 1
    words: int
    noise: float = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.least <= self.words:
            raise ValueError(f"A frame of {self.blocks} blocks must have at least {self.least} "
                             f"words, not {self.words!r}")

    @property
    def name(self) -> str:
        return (f"{self.codec.name}-{self.rows}x{self.columns}x{self.channels}-"
                f"{self.low}.{self.high}")

    @property
    def family(self) -> str:
        return self.codec.name

    @property
    def memories(self) -> list[tuple[int, int]]:
        planes = self.codec.size, 2 * self.planes
        strip = -(-self.columns // SIDE) * SIDE * SIDE * self.channels
        return [planes] if self.rows == 1 else [planes, (WIDTH, 2 * strip)]

    @property
    def image(self) -> Image:
        return Image(self.rows, self.columns, self.channels)

    @property
    def codec(self) -> ZfpL:
        return ZfpL(values=Integer(bits=WIDTH), dimension=self.image.dimension)

    @property
    def size(self) -> int:
        return self.image.size

    @property
    def blocks(self) -> int:
        """Blocks of an image."""
        return self.image.count(self.codec)

    @property
    def planes(self) -> int:
        """Most bit planes."""
        return self.codec.values.planes

    @property
    def least(self) -> int:
        """Words in which one plane of every block finds room, whatever it is."""
        return -(-self.blocks * (self.codec.longest - (self.planes - 1) * self.codec.size) // PORT)

    @property
    def most(self) -> int:
        """Words in which all planes of any image find room."""
        return -(-self.blocks * self.codec.longest // PORT)

    @property
    def frame(self) -> int:
        return 1 + PORT // 8 * self.words

    @property
    def cycles(self) -> int:
        return self.blocks * max(self.codec.size, self.planes)

    def bits(self, elements: Elements, limits: Limits) -> int:
        """Bits of the blocks of images (count, size)."""
        return sum(string.width for image in elements
                   for string in self.codec.strings(self._blocks(image), limits))

    def encode(self, elements: Elements) -> list[bytes]:
        return [self._frame(self._blocks(image), planes)
                for image, planes in zip(elements, self.kept(elements).tolist(), strict=True)]

    def decode(self, frames: Sequence[bytes]) -> Elements:
        return np.array([self._image(frame) for frame in frames], np.int8)

    def kept(self, elements: Elements) -> npt.NDArray[np.int64]:
        """Bit planes (count,) of images (count, size) with which, and with more, noise is low."""
        values = self.codec.values
        fields, integers = values.align(np.concatenate([self._blocks(row) for row in elements]))
        codes = transform.codes(integers, self.planes)
        kept = np.full(len(elements), self.planes)
        for planes in reversed(range(self.planes)):
            codes[:, self.planes - 1 - planes] = 0
            back = values.restore(fields, transform.values(codes, self.codec.size, self.planes))
            images = np.array([self._join(blocks) for blocks in values.numbers(back).reshape(
                len(elements), self.blocks, -1)])
            errors = np.clip(images, self.low, self.high) - elements.astype(np.int64)
            low = (np.mean(errors ** 2, axis=1) <= self.noise) & (kept == planes + 1)
            kept[low] = planes
        return kept

    def _frame(self, blocks: npt.NDArray[Any], planes: int) -> bytes:
        words = [0]
        while planes:
            words = pack(self.codec.strings(blocks, Limits.precision(planes)), PORT)
            if len(words) <= self.words:
                break
            planes -= 1
        return bytes([planes, *(byte for word in words
                                for byte in word.to_bytes(PORT // 8, "little"))])

    def _image(self, frame: bytes) -> npt.NDArray[np.int64]:
        planes = min(frame[0], self.planes)
        sent = frame[1:] or bytes(PORT // 8)
        rest = len(sent) % (PORT // 8)
        if rest:
            sent = sent[:-rest] + bytes(PORT // 8 - rest) + sent[-rest:]
        words = np.frombuffer(sent, "<u4").tolist()
        blocks = np.zeros((self.blocks, self.codec.size), np.int64)
        if planes:
            blocks, _ = self.codec.decode_chunk(
                Chunk(tuple(words), self.blocks), Limits.precision(planes))
        return np.clip(self._join(self.codec.values.numbers(blocks)), self.low, self.high)

    def _blocks(self, image: Elements) -> npt.NDArray[Any]:
        """Blocks (count, 4 or 16) of an image, in the order in which they travel."""
        return self.image.cut(self.codec, self.codec.values.patterns(image))

    def _join(self, blocks: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The image of its blocks."""
        return self.image.join(self.codec, blocks)

    def create_decoder(self) -> ZfplLinkDecoder:
        return ZfplLinkDecoder(self)
