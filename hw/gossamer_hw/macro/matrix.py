"""Column matrices: a whole layer on one column macro, whose store may be filled several times."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..formats.base import Sizes
from .layer import LENGTH, ColumnLayer, Weights

__all__ = ["ColumnMatrix", "Piece"]

#: Column segments that a configuration can count.
MOST = 255


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Column segments that meet the same 64 activations, and what they lie in.

    Attributes
    ----------
    segment : int
        Of the inputs: activations ``64 * segment`` and those that follow.
    first, count : int
        Column segments of the outputs, from the first.
    base : int
        Address of their words in the store.
    words : tuple of int
    cycles : int
        From the last activation to the last output.
    sizes : Sizes
    """

    segment: int
    first: int
    count: int
    base: int
    words: tuple[int, ...]
    cycles: int
    sizes: Sizes


@dataclass(frozen=True, eq=False, kw_only=True)
class ColumnMatrix:
    """Weights of shape (inputs, outputs), both padded with zeros to whole column segments.

    Column segments follow each other by inputs, then outputs. As many as the store holds are one
    *fill*. For each position, say a pixel, a fill takes for each of its pieces a configuration and
    64 activations; dot products of the same outputs are added up outside.

    Attributes
    ----------
    depth : int
        Words of the store.
    """

    layer: ColumnLayer
    weights: Weights
    depth: int

    @functools.cached_property
    def fills(self) -> tuple[tuple[Piece, ...], ...]:
        """What is in the store at a time.

        Raises
        ------
        ValueError
            If the weights are not legal in the format, or a column segment exceeds the store.
        """
        fills: list[list[Piece]] = []
        free = 0
        for segment, columns in enumerate(self._segments()):
            for number, column in enumerate(columns):
                packed, cycles, sizes = self.layer.pack(column)
                words = tuple(packed)
                if len(words) > self.depth:
                    raise ValueError(f"Column segment of {len(words)} words does not fit in a "
                                     f"store of {self.depth}")
                if len(words) > free:
                    fills.append([])
                    free = self.depth
                last = fills[-1][-1] if fills[-1] else None
                if last and last.segment == segment and last.count < MOST:
                    fills[-1][-1] = Piece(
                        segment=segment, first=last.first, count=last.count + 1, base=last.base,
                        words=last.words + words, cycles=last.cycles + cycles,
                        sizes=last.sizes + sizes)
                else:
                    fills[-1].append(Piece(segment=segment, first=number, count=1,
                                           base=self.depth - free, words=words, cycles=cycles,
                                           sizes=sizes))
                free -= len(words)
        return tuple(map(tuple, fills))

    @property
    def sizes(self) -> Sizes:
        """Bits of all column segments."""
        return sum((piece.sizes for pieces in self.fills for piece in pieces), Sizes(0, 0, 0))

    def model(self, activations: Sequence[int]) -> list[int]:
        """The outputs that the macro computes for one position from the words of all fills."""
        padded = [*activations, *[0] * (-len(activations) % LENGTH)]
        sums = np.zeros(-(-self.weights.shape[1] // self.layer.outputs) * self.layer.outputs,
                        np.int64)
        for pieces in self.fills:
            for piece in pieces:
                words = iter(piece.words)
                x = padded[LENGTH * piece.segment:][:LENGTH]
                for number in range(piece.first, piece.first + piece.count):
                    at = number * self.layer.outputs
                    sums[at:at + self.layer.outputs] += self.layer.model(words, x)
        return sums[:self.weights.shape[1]].tolist()

    def cycles(self, positions: int = 1) -> int:
        """Cycles where everything comes without a pause: the store is filled, all positions pass.

        A cycle for each word, and for each position and piece one for the configuration, one for
        each activation and those of the column segments.
        """
        return sum(
            sum(len(piece.words) + positions * (1 + LENGTH + piece.cycles) for piece in pieces)
            for pieces in self.fills)

    def _segments(self) -> list[list[Weights]]:
        """Column segments by inputs, then outputs."""
        inputs, outputs = self.weights.shape
        each = self.layer.outputs
        padded = np.zeros((-(-inputs // LENGTH) * LENGTH, -(-outputs // each) * each), np.int64)
        padded[:inputs, :outputs] = self.weights
        return [[padded[row:row + LENGTH, column:column + each]
                 for column in range(0, padded.shape[1], each)]
                for row in range(0, padded.shape[0], LENGTH)]
