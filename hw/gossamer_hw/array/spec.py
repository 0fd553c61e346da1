"""What an array engine is made of: shape, memories, tables, and what follows from them."""

from __future__ import annotations

import copy
import functools
import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Shape, signed, unsigned
from amaranth.lib import data

from ..formats import Format, Tile
from ..lanes import Lanes
from ..link.wire import LOAD_LENGTH
from ..requantize import ROUNDINGS
from .layer import Channel, Column, Curve, Layer
from .table import shape_of

__all__ = ["ArraySpec"]

#: With a deep pipeline: cycles that operands take more, and columns that are added up in one cycle.
OPERANDS, HALVED = 4, 4


@dataclass(frozen=True, kw_only=True)
class ArraySpec:
    """An array engine with its program: everything that its hardware is generated from.

    Attributes
    ----------
    rows, columns : int
        Channels that are summed up at the same time, and activations that are read at the same
        time; both powers of two. They are the lanes too, unless the tiles of the formats are
        smaller than blocks.
    lanes : Lanes
        What a lane can multiply.
    gather : bool
        Whether operands may start at any element (unaligned gather) or only at multiples of
        ``columns`` (broadcast).
    formats : tuple of Format
        Weight formats in use; all have the engine's rows, columns and port, and the same tiles.
    layers : tuple of Layer
    words : tuple of int
        Weight memory.
    columns_table : tuple of Column
    channels_table : tuple of tuple of Channel
        Channel parameters in the order of post-processing: one entry per step (:meth:`steps`) of
        every row group of every layer, each with one channel per requantizer.
    input_base, input_size : int
        Elements of the input tensor.
    drain : int
        Rows of a result that are written at a time, a power of two; 0 for all of them. Fewer need a
        narrower memory, and the array waits for each result until all of its rows are written.
    input_run : int
        Elements of it after which one is left out in memory: the channels of an image that has one
        more there. 0 where none is.
    depth : int
        Words of :attr:`word` elements in the activation memory.
    banks : int
        Bursts of results that can wait for post-processing.
    requantizers : int
        Results brought to activations per cycle; divides rows and columns.
    accumulator_bits : int
        Width that no sum of these weights exceeds.
    sum_bits : int
        Width that no sum plus bias exceeds.
    fraction : int
        Bits of the biases that lie below the sums.
    loaded : bool
        Whether the weights lie in single-port memory, which the host fills at start-up.
    ring : int
        Words of the ring through which weights pass from a memory outside the chip; 0 where they
        lie in the engine.
    parked : bool
        With ``ring``: whether the table of channels lies in single-port memory, which is filled
        from outside after a reset. Not with ``deep``.
    runs : tuple of pair of int
        With ``ring``: how many row groups in a row have how many words, as (words, groups).
    single : bool
        Whether the activations lie in single-port memory. Then all reads begin at even elements,
        results are written a word of ``columns`` at a time, and post-processing takes a step every
        other cycle: it reads residuals in one half of the cycles and writes in the other, so that
        they do not meet; the array waits in the cycles of either.
    deep : bool
        Whether the pipeline has more stages, for large arrays and fast clocks: what comes from a
        memory is held before anything else is done with it, long additions and shifts take two
        cycles, constants of a layer come from registers, and outputs pass a queue. Tiles wait in a
        register as with ``single``, together with which it is not possible.
    steady : bool
        With ``single``, where no layer has a residual: post-processing takes a step every cycle.
    curves : tuple of Curve
        Functions of results that layers share.
    thresholds : tuple of tuple of int
        For every requantizer, those of its channels. From a multiple of ``2**levels`` on, the
        ``i``-th of the ``2**levels - 1`` ascending thresholds of a channel lies at place ``i``; at
        the middle place is 0. Where :attr:`levels` are more than the layer's, a row of the most
        levels may have several channels.
    apart : bool
        With ``single``: whether the input lies in block RAM of its own, at addresses of its own.
        The first layer alone reads it, and does not wait.
    """

    rows: int
    columns: int
    lanes: Lanes
    gather: bool
    formats: tuple[Format, ...]
    layers: tuple[Layer, ...]
    words: tuple[int, ...] = field(repr=False)
    columns_table: tuple[Column, ...] = field(repr=False)
    channels_table: tuple[tuple[Channel, ...], ...] = field(repr=False)
    input_base: int
    input_size: int
    depth: int
    banks: int
    requantizers: int
    accumulator_bits: int
    sum_bits: int
    fraction: int = 0
    loaded: bool = False
    single: bool = False
    steady: bool = False
    deep: bool = False
    apart: bool = False
    input_run: int = 0
    drain: int = 0
    ring: int = 0
    parked: bool = False
    runs: tuple[tuple[int, int], ...] = ()
    curves: tuple[Curve, ...] = ()
    thresholds: tuple[tuple[int, ...], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        for name in ("rows", "columns", "requantizers", "banks"):
            value = getattr(self, name)
            if value < 1 or value & (value - 1):
                raise ValueError(f"Array {name} must be a power of two, not {value!r}")
        if self.requantizers > min(self.rows, self.word):
            raise ValueError(
                f"Array requantizers must be at most its rows and columns, not "
                f"{self.requantizers!r}"
            )
        if self.single and (self.columns < 2 or self.rows % self.columns):
            raise ValueError(
                f"Array for single-port memory must have at least 2 columns, and rows in multiples "
                f"of them, not {self.rows!r} x {self.columns!r}")
        if self.steady and (self.reads or not self.single):
            raise ValueError("Array post-processing must not be steady outside single-port memory, "
                             "nor where residuals are read from it")
        if self.deep and (self.single or self.parked):
            raise ValueError("Array pipeline must not be deep in single-port memory")
        if self.drain and (self.rows % self.drain or self.drain < self.requantizers):
            raise ValueError(
                f"Array drain must divide its rows and be at least its requantizers, not "
                f"{self.drain!r}")
        if self.windows and (self.tile.choices or self.tile.scatter or self.drain
                             or self.single and self.rows > self.columns):
            raise ValueError("Array with windows must have a lane for every weight of a block, and "
                             "in single-port memory no more rows than columns")
        if self.pairs and (self.single or not self.gather or not 4 <= self.columns <= 2 * self.rows
                           or any(layer.beside % (2 * self.rows) != self.rows
                                  or 2 * layer.taps > self.columns
                                  for layer in self.layers if layer.beside)):
            raise ValueError("Array with pairs of pixels must have at least 4 columns, half as "
                             "many rows, and the two pixels in different banks of block RAM")
        if len({(format.tile, format.port) for format in self.formats}) > 1:
            raise ValueError("Formats of an array must have the same tiles and the same port")
        if self.ring and (self.loaded or self.ring <= max(words for words, _ in self.runs)):
            raise ValueError(
                f"Array ring must hold more words than any row group, and no other memory the "
                f"weights, not {self.ring!r}")
        if any(layer.levels and layer.residual is not None for layer in self.layers):
            raise ValueError("Array layers with thresholds must not add residuals")
        unknown = self.roundings - set(ROUNDINGS)
        if unknown:
            raise ValueError(f"Array layers must round by a rule that is known, not {unknown!r}")
        if min(map(min, self.shifts)) < 0:
            raise ValueError("Array channels must have shifts of at least 1, 31 where they round "
                             "by the rule double")

    def with_lanes(self, lanes: Lanes) -> ArraySpec:
        """The same array with other lanes, on which nothing else here depends."""
        for name in ("scales", "exceptions"):
            getattr(self, name)     # known to the copy, too
        made = copy.copy(self)
        object.__setattr__(made, "lanes", lanes)
        return made

    @property
    def beat(self) -> int:
        """Input elements that come together: with a deep pipeline as many as results are written.

        If the input has a multiple of that, else the most that divide it.
        """
        return math.gcd(self.input_size, self.requantizers) if self.deep else 1

    @property
    def direct(self) -> bool:
        """Whether a host link writes inputs to the engine's memory, and keeps none of its own.

        They would take as much block RAM as single-port memory saves.
        """
        return self.single and not self.apart

    @property
    def parts(self) -> int:
        """Cycles in which a result is written."""
        return self.rows // self.drain if self.drain else 1

    @property
    def input_places(self) -> tuple[int, ...]:
        """Element addresses of the input tensor."""
        run = self.input_run
        return tuple(self.input_base + i + (i // run if run else 0)
                     for i in range(self.input_size))

    @property
    def tile(self) -> Tile:
        """Lanes, and how they choose operands and rows."""
        return self.formats[0].tile

    @property
    def count(self) -> int:
        """Most column blocks of any layer."""
        return max(layer.count for layer in self.layers)

    @property
    def tile_layout(self) -> data.StructLayout:
        """Payload of the stream of tiles."""
        return self.formats[0].layout(count=self.count, width=self.lanes.weight_width)

    @property
    def port(self) -> int:
        """Width of the weight memory in bits."""
        return self.formats[0].port

    @property
    def image(self) -> bytes:
        """The weight memory as bytes, every word little-endian, filled up to whole frames.

        What comes from outside the chip is not filled up.
        """
        data = b"".join(word.to_bytes(self.port // 8, "little") for word in self.words)
        return data if self.ring else data + bytes(-len(data) % LOAD_LENGTH)

    @property
    def burst(self) -> int:
        """Most sums of any burst."""
        return max(layer.results[0] for layer in self.layers)

    @property
    def roundings(self) -> set[str]:
        """Rounding rules in use."""
        return {layer.rounding for layer in self.layers}

    @functools.cached_property
    def shifts(self) -> tuple[tuple[int, ...], ...]:
        """Entry by entry of ``channels_table``, the shift that a prepared product still needs.

        The last bit of it is lost by rounding; the rule double has lost 31 before.
        """
        done = [31 if layer.rounding == "double" else 1
                for layer in self.layers for group in range(layer.groups(self.rows))
                for _ in range(self.steps(layer, group))]
        return tuple(tuple(channel.shift - bits for channel in entry)
                     for bits, entry in zip(done, self.channels_table, strict=True))

    @functools.cached_property
    def scales(self) -> tuple[Shape, Shape, Shape]:
        """The shapes of biases, multipliers, and shifts less the least one."""
        channels = [channel for entry in self.channels_table for channel in entry]
        shifts = [shift for entry in self.shifts for shift in entry]
        return (shape_of([-1, *(channel.bias for channel in channels)]),
                shape_of([channel.multiplier for channel in channels]),
                unsigned((max(shifts) - min(shifts)).bit_length()))

    @functools.cached_property
    def exceptions(self) -> int:
        """Most exceptions of any channel."""
        return max(len(channel.exceptions) for entry in self.channels_table for channel in entry)

    @property
    def pools(self) -> bool:
        return any(layer.window > 1 for layer in self.layers)

    @property
    def adds(self) -> bool:
        return any(layer.residual is not None for layer in self.layers)

    @property
    def multiplies(self) -> bool:
        return any(layer.factor is not None for layer in self.layers)

    @property
    def reads(self) -> bool:
        """Whether post-processing reads second operands from memory."""
        return self.adds or self.multiplies

    @property
    def alike(self) -> bool:
        """Whether any layer multiplies all pixels by the same factors."""
        return any(layer.factor is not None and layer.factor.alike for layer in self.layers)

    @property
    def slides(self) -> bool:
        """Whether the row groups of any layer read different channels."""
        return any(layer.group_step for layer in self.layers)

    @property
    def turns(self) -> bool:
        """Whether the results of any layer come in another order than they lie."""
        return any(layer.out_turn is not None for layer in self.layers)

    @property
    def windows(self) -> bool:
        """Whether lanes hold pixels in any layer, for which all of them have registers."""
        return any(layer.taps for layer in self.layers)

    @property
    def shares(self) -> int:
        """Most pixels of padding that two runs of a layer have in common."""
        return max(layer.shared for layer in self.layers)

    @property
    def pairs(self) -> bool:
        """Whether any layer reads two pixels in a cycle."""
        return any(layer.beside for layer in self.layers)

    @property
    def folds(self) -> bool:
        """Whether any layer has other positions than results."""
        return self.windows or any(layer.fold > 1 for layer in self.layers)

    @property
    def word(self) -> int:
        """Elements of a word of the activation memory, all of which are read at the same time."""
        rows = self.rows * (1 + self.pairs)
        return max(rows, self.columns) if self.windows else self.columns

    @property
    def joins(self) -> bool:
        """Whether any residual addition is shifted as a whole."""
        return any(layer.residual is not None and layer.residual.own is not None
                   for layer in self.layers)

    @property
    def evens(self) -> bool:
        """Whether any residual addition brings ties to even."""
        return any(layer.residual is not None and layer.residual.even for layer in self.layers)

    def factors(self, number: int) -> Shape:
        """The shape of what :attr:`Layer.scaled` has at this place, of all layers."""
        return shape_of([end for layer in self.layers for end in layer.scaled[number]])

    @property
    def multipliers(self) -> Shape:
        """The shape of what products with factors are multiplied by."""
        return shape_of([2, *(layer.factor.multiplier for layer in self.layers if layer.factor)])

    def steps(self, layer: Layer, group: int) -> int:
        """Cycles that post-processing takes per position of a row group."""
        channels = min(self.rows, layer.channels - group * self.rows)
        return channels if layer.output else -(-channels // self.requantizers)

    def model(self, inputs: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
        """Outputs (N, outputs) for stored inputs (N, input_size): what the hardware computes."""
        from .model import run

        return run(self, inputs)

    @property
    def latency(self) -> int:
        """Cycles from the issue of a position until its sum is in memory.

        Choose or hold operands where lanes do, multiply, add up, accumulate.
        """
        return (3 + bool(self.tile.choices) + self.windows
                + (OPERANDS + self.halved + self.lanes.latency) * self.deep)

    @property
    def halved(self) -> bool:
        """With ``deep``: whether the sum of the columns is held half way."""
        return self.tile.columns > HALVED

    @property
    def products(self) -> list[tuple[Shape, Shape]]:
        """With ``deep``: the factors of all products of a requantizer."""
        found = [(signed(self.sum_bits), self.scales[1])]
        added = [layer.residual for layer in self.layers if layer.residual is not None]
        if added:
            found.append((
                shape_of([element + other.zero for other in added for element in (-128, 127)]),
                shape_of([1, *(other.multiplier for other in added)])))
        if self.joins:
            found.append((
                shape_of([end for layer in self.layers for end in layer.limits]),
                shape_of([0, *(other.whole[0] for other in added)])))
        if self.multiplies:
            found += [(self.factors(0), self.factors(1)), (self.factors(2), self.multipliers)]
        return found

    @property
    def buffered(self) -> bool:
        """Whether the next tile waits in a register of its own until the array takes it."""
        return self.single or self.deep

    @property
    def joining(self) -> int:
        """Cycles that a sum takes more if it is shifted as a whole."""
        # In single-port memory one multiplier in logic takes both operands, one after the other.
        if self.deep:
            return (4 + self.joins) * self.adds
        return (6 if self.single else 1) * self.joins

    @property
    def levels(self) -> int:
        """Most bits of a number of thresholds."""
        return max(layer.levels for layer in self.layers)

    @property
    def place(self) -> int:
        """Bits of the place of a row of thresholds that are always zero."""
        return min((layer.levels for layer in self.layers if layer.levels), default=0)

    @property
    def scaling(self) -> int:
        """Cycles from a sum with its bias to a value that is limited and added to."""
        return (3 + (self.roundings != {"half_up"}) + self.adds + self.joining
                + self.multiplying + 4 * self.deep + (1 + self.pace) * self.single)

    @property
    def searching(self) -> int:
        """Cycles from a sum with its bias to the last comparison with a threshold.

        The first one is with zero; each other one is with what a memory gives a cycle later.
        """
        return (self.levels - 1) * (1 + self.deep)

    @property
    def curved(self) -> int:
        """Cycles that results take more where there are thresholds, or curves."""
        searched = max(1, self.searching + 1 - self.scaling) if self.levels else 0
        return searched + (1 + self.deep if self.curves else 0)

    @property
    def multiplying(self) -> int:
        """Cycles that a product with a factor takes."""
        return (8 if self.single else 9 if self.deep else 3) * self.multiplies

    @property
    def post_latency(self) -> int:
        """Cycles from the issue of a result to its write."""
        # Residuals are read in the cycles between those of writes.
        return 2 + 2 * self.deep + self.scaling + self.curved + self.pools + self.late

    @property
    def late(self) -> bool:
        """Whether a result waits one cycle more to be written, see ``single``."""
        # Otherwise write and read are three cycles apart, and one more for each of these.
        return self.single and self.reads and (
            self.adds + self.joining + self.multiplying + self.curved + self.pools) % 2 == 0

    @property
    def residual_latency(self) -> int:
        """Cycles from the issue of a result to the read of what is added to it."""
        return 3 + (self.roundings != {"half_up"}) + 3 * self.single + 3 * self.deep

    @property
    def rewinding(self) -> int:
        """Cycles without a word after the weight memory has gone back."""
        return 3 if self.deep and not self.ring and not self.loaded else 1

    @property
    def queue(self) -> int:
        """Cycles that an output takes from its write to where it is taken."""
        return 2 if self.deep else 0

    @property
    def together(self) -> int:
        """Results that are written at a time."""
        return self.columns if self.single else self.requantizers

    @property
    def pace(self) -> int:
        """Cycles that post-processing takes for a step."""
        return 2 if self.single and not self.steady else 1
