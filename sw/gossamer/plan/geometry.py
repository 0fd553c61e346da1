"""Geometry: the free choices of an array."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Geometry"]


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
    dsp : bool
        Whether integer lanes multiply in DSP blocks.
    dual : bool
        With ``dsp``: two products in each block.
    tile : pair of int, or None
        Lanes of an array for row and column masks: rows x columns that a step takes of what is
        left of a block. Without, the lanes are the block.
    pattern : pair of int, or None
        (N, M) of an array whose lanes choose N of every M operands. Then the lanes are
        ``rows x columns * N / M``.
    format : str or None
        Kind of format that every layer has to be stored in; None chooses for each layer.
    """

    rows: int = 4
    columns: int = 4
    port: int = 32
    burst: int = 16
    banks: int = 4
    requantizers: int = 2
    dsp: bool = False
    dual: bool = False
    tile: tuple[int, int] | None = None
    pattern: tuple[int, int] | None = None
    format: str | None = None

    def __post_init__(self) -> None:
        for name in ("tile", "pattern"):
            pair = getattr(self, name)
            if pair is not None:
                object.__setattr__(self, name, tuple(pair))
