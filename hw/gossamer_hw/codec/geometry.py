"""What encoders and decoders have in common: sizes, and the ports that hold limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from amaranth.hdl import Const, Module, Mux, Signal, Value, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In
from amaranth.utils import bits_for

from .limits import Limits
from .types import Integer

if TYPE_CHECKING:
    from .szfp import Szfp1d
    from .zfpl import ZfpL

__all__ = ["BUDGET_BITS", "Geometry", "Steps", "before", "block_bits", "limits_ports",
           "limits_values", "planes_kept"]

#: Of the size of a block of a fixed rate.
BUDGET_BITS = 10


class Steps:
    """Sizes that encoder and decoder have in common.

    A block passes in ``steps`` steps: as beats of ``lanes`` values, and as digits of all its
    numbers, ``digit`` planes at a time. With fewer bits in a digit there are more ``turns`` of
    digits than beats, of which those below the lowest plane that was sent are left out.
    """

    codec: ZfpL | Szfp1d

    def __init__(self, codec: ZfpL | Szfp1d, *, lanes: int, port: int, fixed_rate: bool) -> None:
        if lanes < 1 or codec.size % lanes:
            raise ValueError(f"Lanes must divide the {codec.size} values of a block, not {lanes!r}")
        self.codec = codec
        self.lanes = lanes
        self.port = port
        self.fixed_rate = fixed_rate
        self.steps = codec.size // lanes
        self.width = codec.values.planes
        self.digit = self.width // self.steps

    @property
    def turns(self) -> int:
        """Digits of a number."""
        return self.width // self.digit

    @property
    def kept(self) -> int:
        """Bits of the transformed numbers that reach values: below are those that are rounded off.

        All of them, unless that is worth a ``Collector``: for integers of 32 planes.
        """
        values = self.codec.values
        if not isinstance(values, Integer) or self.width < 32:
            return self.width
        return -(-(self.width - values.shift + 1) // self.digit) * self.digit


class Geometry(Steps):
    """Sizes of ZfpL, which works on so many planes a cycle."""

    codec: ZfpL

    def __init__(self, codec: ZfpL, *, lanes: int, planes: int, port: int, fixed_rate: bool,
                 digit: int | None = None) -> None:
        super().__init__(codec, lanes=lanes, port=port, fixed_rate=fixed_rate)
        self.digit = digit or self.digit
        if planes < 1 or self.digit % planes:
            raise ValueError(f"Planes per cycle must divide the {self.digit} that {lanes} lanes "
                             f"work on, not {planes!r}")
        self.planes = planes
        #: Most bits of the records of as many planes.
        self.widest = max(planes * codec.size + len(codec.levels) - 1, codec.header)
        if port & (port - 1) or port <= self.widest:
            raise ValueError(f"Words must have a power of two of bits and hold the {self.widest} "
                             f"bits of a step, not {port!r}")


def limits_ports(geometry: Steps) -> dict[str, wiring.Member]:
    """Ports that hold a ``Limits``, which must not change before a chunk has ended.

    ``planes`` is at most that of the value type, and ``bits`` at most 1023. All blocks of integers
    have the same exponent, so ``planes`` says it all and there is no ``exponent``. There is no
    ``bits`` without a fixed rate.
    """
    ports = {"planes": In(range(geometry.width + 1))}
    if geometry.fixed_rate:
        ports["bits"] = In(BUDGET_BITS)
    if geometry.codec.header:
        ports["exponent"] = In(signed(12))
    return ports


def block_bits(part: Any) -> Value:
    """Bits of each block by the limits of a component, or 0."""
    return part.bits if part.geometry.fixed_rate else Const(0, BUDGET_BITS)


def before(m: Module, budget: Value, width: int) -> Signal:
    """As many ones as there are bits left, of ``width`` bits."""
    mask = Signal(width)
    digits = bits_for(width - 1)
    m.d.comb += mask.eq(Mux(budget[digits:].any(), -1, ~(Const(-1, width) << budget[:digits])))
    return mask


def limits_values(geometry: Steps, limits: Limits) -> dict[str, int]:
    """What the ports must be for these limits."""
    if limits.bits >> BUDGET_BITS:
        raise ValueError(f"Blocks in hardware must have less than {1 << BUDGET_BITS} bits, "
                         f"not {limits.bits}")
    if limits.bits and not geometry.fixed_rate:
        raise ValueError("Parts without fixed_rate cannot keep a fixed rate")
    values = {"planes": min(limits.planes, geometry.width), "bits": limits.bits,
              "exponent": min(max(limits.exponent, -1074), 1023)}
    if not geometry.codec.header:
        values["planes"] = min(limits.kept(geometry.codec.values.exponent(0),
                                           geometry.codec.dimension), geometry.width)
    return {name: values[name] for name in limits_ports(geometry)}


def planes_kept(m: Module, part: Any, field: Value) -> Value:
    """Planes to keep of a block with that exponent field by the limits of a component."""
    codec, planes = part.geometry.codec, part.planes
    if not codec.header:
        return planes
    offset, kept = Signal(signed(13)), Signal(signed(13))
    m.d.sync += offset.eq(codec.values.exponent(0) + 2 * (codec.dimension + 1) - part.exponent)
    result = Signal.like(planes)
    low, high = kept[:len(planes)], kept[len(planes):-1]
    m.d.comb += [
        kept.eq(offset + field),
        result.eq(Mux(kept[-1], 0, Mux(high.any() | (low > planes), planes, low))),
    ]
    return result
