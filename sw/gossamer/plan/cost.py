"""What an array engine needs of a device: memories by their shapes, logic from measured parts."""

from __future__ import annotations

import functools
from dataclasses import asdict, dataclass

import numpy as np

from gossamer_hw.array import ArraySpec
from gossamer_hw.array.channels import (
    ahead,
    channel_image,
    channel_layout,
    entry_words,
    group_places,
    halved,
)
from gossamer_hw.array.curve import curve_entries
from gossamer_hw.array.operands import column_layout
from gossamer_hw.array.streamed import group_layout
from gossamer_hw.array.table import shape_of
from gossamer_hw.array.thresholds import SMALL, level_entries
from gossamer_hw.array.wide import digits
from gossamer_hw.link.link_codec import LinkCodec
from gossamer_hw.link.result_codec import ResultCodec
from gossamer_hw.single_port import SPRAM_WIDTH, sprams

from ..ir import Graph, Weighted
from ..target import Target
from . import cells
from .host import device_part
from .passes import passes, separate
from .views import tensors

__all__ = ["Needs", "block_rams", "bound", "fmax_mhz", "host_link", "needs", "weight_bits"]


#: Logic cells of a bit that is held and goes nowhere else: where a cell is a table and a register.
REGISTERED = {"ice40": 1}


@dataclass(frozen=True, kw_only=True)
class Needs:
    """Resources of a device."""

    luts: int
    block_rams: int
    dsps: int
    sprams: int = 0

    def __add__(self, other: Needs) -> Needs:
        return Needs(luts=self.luts + other.luts, block_rams=self.block_rams + other.block_rams,
                     dsps=self.dsps + other.dsps, sprams=self.sprams + other.sprams)

    def fits(self, target: Target) -> bool:
        return not self.lacking(target)

    def lacking(self, target: Target) -> list[tuple[str, int, int]]:
        """Resources of which there is not enough: (name, need, have)."""
        table = [
            ("logic cells", self.luts, target.luts),
            ("block RAMs", self.block_rams, target.block_rams),
            ("DSP blocks", self.dsps, target.dsps),
            ("single-port memories", self.sprams, target.sprams),
        ]
        return [row for row in table if row[1] > row[2]]

    def shortage(self, target: Target) -> float:
        """How far it is from fitting: what is missing as shares of what there is."""
        return sum((need - have) / max(1, have) for _, need, have in self.lacking(target))

    def to_json(self) -> dict[str, int]:
        return asdict(self)


@functools.lru_cache(maxsize=4)
def bound(graph: Graph, target: Target) -> Needs:
    """Block RAMs that no array can do without if its activations lie there.

    Those of the tensors that live at the same time, as the passes come, in a memory whose banks and
    words are powers of two.
    """
    graph = separate(device_part(graph))
    items, types = passes(graph), graph.types()
    reads: dict[str, int] = {}
    for index, item in enumerate(items):
        reads |= {tensor: index for name in (item.source, item.residual) if name is not None
                  for tensor in tensors(graph, name)}
    written = {item.output: index for index, item in enumerate(items[:-1])}
    most = 0
    for index in range(len(items)):
        alive = {name for name, last in reads.items() if written.get(name, -1) <= index <= last}
        if items[index].residual is not None:
            # The result may take the place of what is added to it.
            alive -= {items[index].output}
        most = max(most, sum(types[name].size for name in alive))
    elements = 1 << (most - 1).bit_length()
    return Needs(luts=0, block_rams=block_rams(8, elements, target), dsps=0)


@functools.lru_cache(maxsize=4)
def weight_bits(graph: Graph) -> int:
    """Bits of weight memory that no format can do without: those of the values that are not zero.

    A value takes at least its sign and its digits but for trailing zeros, which an exponent can
    hold; where all of them are powers of two, one bit.
    """
    total = 0
    for node in graph:
        if isinstance(node, Weighted):
            values = np.abs(node.weight[node.weight != 0].astype(np.int64))
            digits = int((values // (values & -values)).max(initial=1)).bit_length()
            total += values.size * (1 if digits == 1 else digits + 1)
    return total


def host_link(spec: ArraySpec, outputs: int, target: Target, *,
              codec: LinkCodec | None = None, results: ResultCodec | None = None) -> Needs:
    """What the host link of an engine takes.

    Its frames for two inputs and two outputs lie in block RAM, unless the engine takes inputs as
    they come. Where its weights are loaded, into its memory or an SDRAM, that which reads them from
    the board's flash is there as well. With a codec, inputs are its frames, and its decoder is
    there as well; so it is with a codec of the results.
    """
    inputs = codec.frame if codec else 0 if spec.direct else spec.input_size
    outputs = results.frame // 2 if results else outputs
    rams = sum(-(-2 * bits // target.block_ram_bits) for bits in (8 * inputs, 16 * outputs))
    table = cells.table(target)
    luts = table.cells(cells.RAGGED_LINK if codec else cells.HOST_LINK)
    if spec.loaded or spec.ring and target.sdram is not None:
        luts += table.cells(cells.FLASH_LOADER)
    if codec:
        luts += table.cells(cells.link_decoder(codec))
        rams += sum(block_rams(width, depth, target) for width, depth in codec.memories)
    if results:
        luts += table.cells(cells.link_encoder(results))
        luts += table.cells(cells.RAGGED_BOTH) - table.cells(cells.RAGGED_LINK)
        rams += sum(block_rams(width, depth, target) for width, depth in results.memories)
    return Needs(luts=round(luts), block_rams=2 + rams, dsps=0)


def needs(spec: ArraySpec, target: Target) -> Needs:
    """What the engine takes on a target, without the host link.

    Its logic is that of lanes, decoders and selection, as measured (:class:`cells.Table` tells how
    shapes that were not measured are interpolated), where the table has them also of accumulators,
    activation memory and post-processing, and that of everything around them, fitted to measured
    engines. Synthesis may put a small memory into logic, which then is in that fit.

    Raises
    ------
    GossamerError
        If a part of the engine was never measured on a device of the family.
    """
    single = 0
    widths = {
        "partial": (spec.rows * spec.accumulator_bits, spec.burst, 1),
        "finished": (spec.rows // spec.parts * spec.accumulator_bits,
                     spec.burst * spec.banks * spec.parts, 1),
        "columns": (column_layout(spec).size, len(spec.columns_table), 1),
        "channels": (channel_layout(spec).size, len(spec.channels_table), 1),
    }
    if spec.single:
        single += spec.word // 2 * sprams(spec.depth, SPRAM_WIDTH)
        if spec.apart:
            elements = spec.input_places[-1] + 1 - spec.input_base
            widths["input"] = (SPRAM_WIDTH, -(-elements // spec.word), spec.word // 2)
    else:
        widths["activations"] = (8, spec.depth, spec.word)
    if spec.loaded:
        single += sprams(8 * len(spec.image) // spec.port, spec.port)
    elif spec.ring:
        widths["weights"] = (spec.port, spec.ring, 1)
        widths["groups"] = (group_layout(spec.runs).size, len(spec.runs), 1)
    else:
        widths["weights"] = (spec.port, len(spec.words), 1)
    if ahead(spec):
        widths["channels"] = (channel_layout(spec).size, 2 * group_places(spec), 1)
        single += sprams(8 * len(channel_image(spec)) // spec.port, spec.port)
    elif spec.parked:
        width, depth, _ = widths.pop("channels")
        halves = 1 + halved(spec)
        bits = entry_words(channel_layout(spec), spec.port) * spec.port
        single += sprams(halves * depth, bits // halves)
    if spec.curves:
        entries = curve_entries(spec.curves)
        widths["curves"] = (shape_of(entries).width, len(entries), spec.requantizers)
    searched = 0
    for lane in range(len(spec.thresholds)):
        for level in range(1, spec.levels):
            entries = level_entries(spec, lane, level)
            width = shape_of(entries).width
            if len(entries) > SMALL:
                widths[f"thresholds {lane} {level}"] = (width, len(entries), 1)
            else:
                searched += width
            searched += (REGISTERED.get(target.family, 0) + 1) * spec.sum_bits
    rams = sum(
        copies * block_rams(width, depth, target) for width, depth, copies in widths.values())
    if spec.single and not spec.parked:
        # Where every block counts: synthesis gives the end of a table another shape.
        width, depth, _ = widths["channels"]
        rams += _in_parts(width, depth, target) - block_rams(width, depth, target)
    table = cells.table(target)
    parts = cells.parts(spec)
    dsps = sum(map(table.dsp_blocks, parts))
    if table.apart:
        parts = [*parts, *cells.around(spec)]
        # A choice between the tiles of decoders, for each of their bits.
        searched += (len(spec.formats) - 1) * spec.tile_layout.size
    luts = (table.frame(cells.engine(spec, apart=table.apart)) + sum(map(table.cells, parts))
            + searched)
    # A choice between what was looked up and what was not, and its register.
    luts += (bool(spec.curves) + bool(spec.levels)) * 2 * 8 * spec.requantizers
    if spec.windows:
        # A register and its multiplexer for each bit of an operand.
        luts += 8 * spec.rows * (spec.columns + spec.pairs)
    if spec.ring:
        luts += table.cells(cells.QUAD_FLASH if target.sdram is None else cells.SDRAM)
    if spec.exceptions:
        # A comparator for each, and an adder.
        luts += spec.requantizers * spec.accumulator_bits * (1 + spec.exceptions)
    if spec.single:
        # Half of a multiplier at a time, one cell for each bit of its rows, and their sums; or all
        # of it, with registers in every stage.
        widest = max(channel.multiplier.bit_length()
                     for entry in spec.channels_table for channel in entry)
        rows = widest + 20 if spec.steady else -(-widest // 2) + 4
        luts += spec.requantizers * rows * (spec.sum_bits + 2)
        if spec.multiplies:
            # Likewise, after the product of two activations.
            first, second, product = (spec.factors(number).width for number in range(3))
            luts += spec.requantizers * (second * (first + 3)
                                         + -(-spec.multipliers.width // 2) * (product + 3))
    elif spec.deep and table.dsps:
        dsps += spec.requantizers * sum(digits(*pair) for pair in spec.products)
    elif table.apart:
        dsps += spec.requantizers * cells.products(spec)
    elif table.dsps:
        # A product of a sum takes a block per 16 or 18 bits of the sum, that of a residual one.
        port = 16 if target.family == "ice40" else 18
        dsps += spec.requantizers * (-(-spec.sum_bits // port) + spec.adds)
        if spec.multiplies:
            dsps += spec.requantizers * (1 + -(-spec.factors(2).width // port)
                                         * -(-spec.multipliers.width // port))
    return Needs(luts=round(luts), block_rams=rams, dsps=dsps, sprams=single)


def fmax_mhz(spec: ArraySpec, target: Target) -> float:
    """The clock to expect: that of the slowest part, or of the measured engine most like this one.

    It was reached on the device that was measured, by parts that were alone on it. What a design
    reaches is known when it is built.
    """
    table = cells.table(target)
    return min(table.fmax_mhz(part) for part in (
        cells.engine(spec, apart=table.apart), *cells.parts(spec)))


def _in_parts(width: int, depth: int, target: Target) -> int:
    """Block RAMs of a memory, of which the first words may lie in blocks of another shape."""
    best = block_rams(width, depth, target)
    wide = target.block_ram_width // 2
    while wide >= 2:
        deep = _depth(wide, target)
        if deep < depth:
            first = depth // deep * deep
            best = min(best, -(-width // wide) * (first // deep)
                       + (block_rams(width, depth - first, target) if depth > first else 0))
        wide //= 2
    return best


def block_rams(width: int, depth: int, target: Target) -> int:
    """Block RAMs of a memory, in the best of the shapes that a block RAM can take."""
    shapes = []
    wide = target.block_ram_width
    while wide >= 2:
        deep = _depth(wide, target)
        shapes.append(-(-width // wide) * -(-depth // deep))
        wide //= 2
    return min(shapes)


def _depth(wide: int, target: Target) -> int:
    """Words of a block RAM: a power of two, for narrow ports see eight of a byte's nine bits."""
    return 1 << (target.block_ram_bits // wide).bit_length() - 1
