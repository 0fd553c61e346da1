"""Geometry: the free choices of an array."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import GossamerError

__all__ = ["MULTIPLIERS", "PACKINGS", "Geometry", "parts", "patterns", "row_columns"]

#: Kinds of lanes: additions, a few shared multiples, multipliers in LUTs, or in DSP blocks, one or
#: two in each, or some in DSP blocks and the others in LUTs.
MULTIPLIERS = ("ternary", "nested", "lut", "dsp", "dual", "mixed")

#: Ways to code weights: two's complement, the same without zero, five trits in a byte, and nested
#: ternary codes.
PACKINGS = ("integers", "nonzero", "trits", "nested")


@dataclass(frozen=True, kw_only=True)
class Geometry:
    """Free choices of an array: its lanes, memory port, and how long a tile is held.

    Attributes
    ----------
    rows, columns : int
        Shape of a block: channels summed up together, and activations read together.
    port : int
        Bits of a word of weight memory.
    burst : int
        Most positions that pass a tile while it is held.
    banks : int
        Bursts of results that can wait for post-processing.
    requantizers : int
        Most results brought to activations per cycle.
    multiplier : str or None
        Kind of lanes: one of ``MULTIPLIERS``, or the smallest that need no DSP blocks.
    dsp_rows : int
        Rows of mixed lanes that are in DSP blocks; 0 for all other lanes.
    tile : pair of int, or None
        Lanes of an array for row and column masks: rows x columns that a step takes of what is
        left of a block. Without, the lanes are the block.
    pattern : pair of int, or None
        (N, M) of an array whose lanes choose N of every M operands. Then the lanes are
        ``rows x columns * N / M``.
    loaded : bool
        Weights in single-port memory, which the host fills at start-up.
    streamed : int
        Row groups whose weights a ring holds that is filled from the board's flash while the array
        computes: 2 so that the next one comes while one is at work, or 1 to save memory; 0 where
        all weights lie on the chip.
    parked : bool
        With ``streamed``: the table of channels in single-port memory, filled from the same flash.
    single : bool
        Activations in single-port memory.
    steady : bool
        With ``single``: a step of post-processing in every cycle, not every other one, by a larger
        multiplier. Not for models with additions, whose operands are read in between.
    window : bool
        Lanes that hold the pixels under a line of the kernel in depthwise layers.
    pairs : bool
        With ``window``: two pixels in a cycle, from twice as many banks, where results come every
        other pixel or the columns hold two of the kernel. Not in single-port memory, and only for
        channels in multiples of the rows, or of some pixels that fill them side by side.
    deep : bool
        More pipeline stages, for a fast clock in spite of many lanes; not in single-port memory.
    fused : bool
        Max pools whose windows overlap in the pass of the convolution before, which computes some
        results more than once, instead of from memory: less of it, and more cycles.
    drain : int or None
        Rows of a result that are written at a time; without, all of them.
    format : str or None
        Kind of format of every layer that it can hold; the others, and all layers if there is
        None, take the smaller of dense and block bitmap.
    packing : str or None
        How values are coded: one of ``PACKINGS`` where the format can hold a layer so; elsewhere,
        and if there is None, the densest.
    """

    rows: int = 4
    columns: int = 4
    port: int = 32
    burst: int = 16
    banks: int = 4
    requantizers: int = 2
    multiplier: str | None = None
    dsp_rows: int = 0
    tile: tuple[int, int] | None = None
    pattern: tuple[int, int] | None = None
    loaded: bool = False
    streamed: int = 0
    parked: bool = False
    single: bool = False
    steady: bool = False
    window: bool = False
    pairs: bool = False
    deep: bool = False
    fused: bool = False
    drain: int | None = None
    format: str | None = None
    packing: str | None = None

    def __post_init__(self) -> None:
        for name in ("rows", "columns", "port", "burst", "banks", "requantizers"):
            value = getattr(self, name)
            if type(value) is not int or value < 1:
                raise GossamerError(
                    f"An array's {name} must be a positive integer, not {value!r}; give one.")
        if self.drain is not None and (type(self.drain) is not int or self.drain < 1
                                       or self.drain & (self.drain - 1)
                                       or self.rows % self.drain
                                       or self.drain < min(self.requantizers, self.rows)):
            raise GossamerError(
                f"An array's drain must be a power of two that divides its {self.rows} rows and is "
                f"at least its {self.requantizers} requantizers, not {self.drain!r}; give one.")
        if self.window and (self.tile or self.pattern or self.drain or (
                self.single and self.rows > self.columns)):
            raise GossamerError(
                "An array's lanes can hold windows if there is one for every weight of a block "
                "and, in single-port memory, no more rows than columns; leave the window out.")
        if self.pairs and (self.single or not self.window):
            raise GossamerError("An array reads pairs of pixels from banks of block RAM, for lanes "
                                "that hold windows; leave the pairs out.")
        if self.streamed not in (0, 1, 2) or self.streamed and self.loaded:
            raise GossamerError(
                f"An array's ring holds the weights of 1 or 2 row groups, and no other memory does "
                f"then, not {self.streamed!r}; give one of them.")
        if self.parked and not self.streamed:
            raise GossamerError("An array's table of channels is filled from the flash that its "
                                "weights come from; give it streamed weights.")
        if self.steady and not self.single:
            raise GossamerError("An array's post-processing is steady without single-port memory; "
                                "leave that out.")
        if self.deep and self.single:
            raise GossamerError("An array's pipeline is not deep in single-port memory; leave one "
                                "of the two out.")
        for name, known in (("multiplier", MULTIPLIERS), ("packing", PACKINGS)):
            value = getattr(self, name)
            if value not in (None, *known):
                raise GossamerError(
                    f"An array's {name} must be one of {', '.join(known)}, not {value!r}.")
        if not (type(self.dsp_rows) is int and (
                0 < self.dsp_rows < self.rows and self.tile is None and self.pattern is None
                if self.multiplier == "mixed" else self.dsp_rows == 0)):
            raise GossamerError(
                f"An array of {self.rows} rows cannot have {self.dsp_rows!r} in DSP blocks; mixed "
                "lanes of whole blocks have some of them there, other lanes name none.")
        for name in ("tile", "pattern"):
            pair = getattr(self, name)
            if pair is not None:
                if not isinstance(pair, (tuple, list)) or len(pair) != 2 or not all(
                        type(size) is int and size > 0 for size in pair):
                    raise GossamerError(
                        f"An array's {name} must be two positive integers, not {pair!r}.")
                object.__setattr__(self, name, tuple(pair))
        for name, format in (("tile", "bcr"), ("pattern", "pattern")):
            if self.format is not None and (getattr(self, name) is None) == (self.format == format):
                raise GossamerError(
                    f"An array for the format {self.format!r} cannot have the {name} "
                    f"{getattr(self, name)}; give a {name} with the format {format!r} only.")
        if self.tile is not None and self.pattern is not None:
            raise GossamerError("An array has a tile or a pattern, not both; leave one out.")

    @property
    def lanes(self) -> int:
        """Multiply-accumulates per cycle."""
        if self.tile is not None:
            return self.tile[0] * self.tile[1]
        n, m = self.pattern or (1, 1)
        return self.rows * self.columns // m * n


def parts(rows: int, columns: int) -> list[tuple[int, int]]:
    """Arrays that keep pruned blocks pruned, the largest first: halved until one lane is left."""
    shapes = [(rows, columns)]
    while rows * columns > 1:
        if columns >= rows:
            columns //= 2
        else:
            rows //= 2
        shapes.append((rows, columns))
    return shapes


def patterns() -> Iterator[Geometry]:
    """Arrays of sixteen lanes that choose N of every M operands."""
    for n, m in ((1, 2), (2, 4), (1, 4), (2, 8), (1, 8)):
        yield Geometry(rows=4, columns=4 * m // n, port=64, pattern=(n, m))


def row_columns(rows: int, columns: int) -> Iterator[Geometry]:
    """Arrays of sixteen lanes for row and column masks of the trained and of usual blocks."""
    for size in sorted({(8, 8), (16, 16), *([(rows, columns)] if rows * columns > 16 else [])}):
        yield Geometry(rows=size[0], columns=size[1], port=64,
                       tile=(min(4, size[0]), min(4, size[1])))
