"""What encoder and decoder of ZfpL have in common: sizes, and the ports that hold limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amaranth.hdl import Module, Mux, Signal, Value, signed
from amaranth.lib import wiring
from amaranth.lib.wiring import In

from .limits import Limits

if TYPE_CHECKING:
    from .zfpl import ZfpL

__all__ = ["LIMITS", "Geometry", "limits_ports", "limits_values", "planes_kept"]

#: Ports that hold limits; see :func:`limits_ports`.
LIMITS = ("planes", "exponent", "bits")


class Geometry:
    """Sizes that encoder and decoder have in common.

    A block passes in ``steps`` steps: as beats of ``lanes`` values, and as digits of all its
    numbers, ``digit`` planes at a time.
    """

    def __init__(self, codec: ZfpL, *, lanes: int, planes: int, port: int) -> None:
        if lanes < 1 or codec.size % lanes:
            raise ValueError(f"Lanes must divide the {codec.size} values of a block, not {lanes!r}")
        self.codec = codec
        self.lanes = lanes
        self.port = port
        self.steps = codec.size // lanes
        self.width = codec.values.planes
        self.digit = self.width // self.steps
        if planes < 1 or self.digit % planes:
            raise ValueError(f"Planes per cycle must divide the {self.digit} that {lanes} lanes "
                             f"work on, not {planes!r}")
        self.planes = planes
        #: Most bits of the records of as many planes.
        self.widest = max(planes * codec.size + len(codec.levels) - 1, codec.header)
        if port & (port - 1) or port < max(8, self.widest):
            raise ValueError(f"Words must have a power of two of bits and hold the {self.widest} "
                             f"bits of a step, not {port!r}")


def limits_ports(geometry: Geometry) -> dict[str, wiring.Member]:
    """Ports that hold a ``Limits``, which must not change before a chunk has ended.

    ``planes`` is at most that of the value type, and ``bits`` below 65536.
    """
    return {"planes": In(range(geometry.width + 1)), "exponent": In(signed(12)), "bits": In(16)}


def limits_values(geometry: Geometry, limits: Limits) -> dict[str, int]:
    """What the ports must be for these limits."""
    return {"planes": min(limits.planes, geometry.width),
            "exponent": min(max(limits.exponent, -1074), 1023), "bits": limits.bits}


def planes_kept(m: Module, geometry: Geometry, planes: Value, exponent: Value, field: Value
                ) -> Signal:
    """Planes to keep of a block with that exponent field; ``exponent`` is constant."""
    codec = geometry.codec
    offset, kept = Signal(signed(13)), Signal(signed(14))
    m.d.sync += offset.eq(codec.values.exponent(0) + 2 * (codec.dimension + 1) - exponent)
    result = Signal.like(planes)
    m.d.comb += [
        kept.eq(offset + field),
        result.eq(Mux(kept < 0, 0, Mux(kept > planes, planes, kept))),
    ]
    return result
