"""What an array engine needs of a device: memories exactly, logic approximately."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from gossamer_hw.array import ArraySpec
from gossamer_hw.lanes import IntegerLanes, TernaryLanes

from ..target import Target

__all__ = ["Needs", "host_link", "needs"]


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
    """What the host link takes: its frames for two inputs and two outputs lie in block RAM.

    The logic is that of a routed one on an iCE40UP5K.
    """
    rams = sum(-(-2 * bits // target.block_ram_bits) for bits in (8 * inputs, 16 * outputs))
    return Needs(luts=863, block_rams=2 + rams, dsps=0)


def needs(spec: ArraySpec, target: Target) -> Needs:
    """What the engine takes on a target, without the host link.

    The coefficients of the logic are fitted to synthesised engines of four by four lanes.
    """
    lanes = spec.tile.lanes
    widths = {
        "activations": (8, spec.depth, spec.columns),
        "weights": (spec.port, len(spec.words), 1),
        "partial": (spec.rows * spec.accumulator_bits, spec.burst, 1),
        "finished": (spec.rows * spec.accumulator_bits, spec.burst * spec.banks, 1),
        "columns": (24, len(spec.columns_table), 1),
        "channels": (32 * spec.requantizers, len(spec.channels_table), 1),
    }
    rams = sum(
        copies * _block_rams(width, depth, target) for width, depth, copies in widths.values())
    product = -(-spec.sum_bits // (16 if target.family == "ice40" else 18))
    dsps = spec.requantizers * product
    per_lane = 22
    if isinstance(spec.lanes, IntegerLanes):
        if spec.lanes.dsp:
            dsps += lanes
        else:
            # A sum of shifted operands grows with both widths.
            per_lane = 16 + 14 * spec.lanes.bits**2 // 5
    else:
        assert isinstance(spec.lanes, TernaryLanes)
    # Blocks that are not one word each pass a gearbox, which holds a part of them.
    width = max(format.values.width for format in spec.formats)
    held = 0 if spec.port // width == lanes else lanes * width
    luts = (
        1050 + per_lane * lanes + 9 * spec.rows * spec.accumulator_bits // 2
        + 16 * spec.requantizers * spec.sum_bits + 5 * spec.port
        + 4 * held + 300 * (len(spec.formats) - 1) + 250 * spec.adds + 80 * spec.pools
    )
    return Needs(luts=luts, block_rams=rams, dsps=dsps)


def _block_rams(width: int, depth: int, target: Target) -> int:
    """Block RAMs of a memory, in the best of the shapes that a block RAM can take."""
    shapes = []
    wide = target.block_ram_width
    while wide >= 2:
        deep = target.block_ram_bits // wide
        shapes.append(-(-width // wide) * -(-depth // deep))
        wide //= 2
    return min(shapes)
