"""What an array engine needs of a device: memories by their shapes, logic from measured parts."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from gossamer_hw.array import ArraySpec
from gossamer_hw.array.operands import column_layout
from gossamer_hw.array.post import channel_layout

from ..target import Target
from . import cells

__all__ = ["Needs", "fmax_mhz", "host_link", "needs"]


@dataclass(frozen=True, kw_only=True)
class Needs:
    """Resources of a device."""

    luts: int
    block_rams: int
    dsps: int

    def __add__(self, other: Needs) -> Needs:
        return Needs(luts=self.luts + other.luts, block_rams=self.block_rams + other.block_rams,
                     dsps=self.dsps + other.dsps)

    def fits(self, target: Target) -> bool:
        return not self.lacking(target)

    def lacking(self, target: Target) -> list[tuple[str, int, int]]:
        """Resources of which there is not enough: (name, need, have)."""
        table = [
            ("logic cells", self.luts, target.luts),
            ("block RAMs", self.block_rams, target.block_rams),
            ("DSP blocks", self.dsps, target.dsps),
        ]
        return [row for row in table if row[1] > row[2]]

    def to_json(self) -> dict[str, int]:
        return asdict(self)


def host_link(inputs: int, outputs: int, target: Target) -> Needs:
    """What the host link takes: its frames for two inputs and two outputs lie in block RAM."""
    rams = sum(-(-2 * bits // target.block_ram_bits) for bits in (8 * inputs, 16 * outputs))
    return Needs(luts=round(cells.table(target).cells(cells.HOST_LINK)), block_rams=2 + rams,
                 dsps=0)


def needs(spec: ArraySpec, target: Target) -> Needs:
    """What the engine takes on a target, without the host link.

    Its logic is that of lanes, decoders and selection, as measured (:class:`cells.Table` tells how
    shapes that were not measured are interpolated), and that of everything around them, fitted to
    measured engines. Synthesis may put a small memory into logic, which then is in that fit.

    Raises
    ------
    GossamerError
        If a part of the engine was never measured on a device of the family.
    """
    widths = {
        "activations": (8, spec.depth, spec.columns),
        "weights": (spec.port, len(spec.words), 1),
        "partial": (spec.rows * spec.accumulator_bits, spec.burst, 1),
        "finished": (spec.rows * spec.accumulator_bits, spec.burst * spec.banks, 1),
        "columns": (column_layout(spec).size, len(spec.columns_table), 1),
        "channels": (channel_layout(spec).size, len(spec.channels_table), 1),
    }
    rams = sum(
        copies * _block_rams(width, depth, target) for width, depth, copies in widths.values())
    table = cells.table(target)
    parts = cells.parts(spec)
    dsps = sum(map(table.dsp_blocks, parts))
    if table.dsps:
        # A product of a sum takes a block per 16 or 18 bits of the sum, that of a residual one.
        blocks = -(-spec.sum_bits // (16 if target.family == "ice40" else 18))
        dsps += spec.requantizers * (blocks + spec.adds)
    luts = table.frame(cells.engine(spec)) + sum(map(table.cells, parts))
    return Needs(luts=round(luts), block_rams=rams, dsps=dsps)


def fmax_mhz(spec: ArraySpec, target: Target) -> float:
    """The clock to expect: that of the slowest part, or of the measured engine most like this one.

    It was reached on the device that was measured, by parts that were alone on it. What a design
    reaches is known when it is built.
    """
    table = cells.table(target)
    return min(table.fmax_mhz(part) for part in (cells.engine(spec), *cells.parts(spec)))


def _block_rams(width: int, depth: int, target: Target) -> int:
    """Block RAMs of a memory, in the best of the shapes that a block RAM can take."""
    shapes = []
    wide = target.block_ram_width
    while wide >= 2:
        deep = target.block_ram_bits // wide
        shapes.append(-(-width // wide) * -(-depth // deep))
        wide //= 2
    return min(shapes)
