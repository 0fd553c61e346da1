"""Identity: what a device says of itself when it is asked (docs/protocol.md)."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

from gossamer.errors import GossamerError
from gossamer_hw.link.wire import COUNTERS_LENGTH

__all__ = ["Counters", "Identity", "Tensor", "decode"]

_LAYOUT = 1
_HEAD = struct.Struct("<B32sII")
_TENSOR = struct.Struct("<hd")
_COUNTERS = struct.Struct("<II")
_LAP = struct.Struct("<I")
assert _COUNTERS.size == COUNTERS_LENGTH


@dataclass(frozen=True, kw_only=True)
class Tensor:
    """A tensor on the wire: real value = (element + offset) x scale.

    ``offset`` is 128 for an unsigned 8-bit input, whose elements travel as signed bytes.
    """

    shape: tuple[int, ...]
    scale: float
    offset: int = 0

    @property
    def size(self) -> int:
        """Number of elements."""
        return math.prod(self.shape)

    def _encode(self) -> bytes:
        dimensions = struct.pack(f"<B{len(self.shape)}H", len(self.shape), *self.shape)
        return dimensions + _TENSOR.pack(self.offset, self.scale)


@dataclass(frozen=True, kw_only=True)
class Identity:
    """The part of a device's identity that is fixed when the bitstream is built.

    Attributes
    ----------
    design : bytes
        SHA-256 of the design.
    input, output : Tensor
        What goes in and what comes out.
    name : str
        For people.
    clock_hz, baud : int
        Clock of the engine, rate of the UART.
    """

    design: bytes
    input: Tensor
    output: Tensor
    name: str = ""
    clock_hz: int = 0
    baud: int = 0

    def encode(self) -> bytes:
        """The bytes of the device's read-only memory."""
        if len(self.design) != 32:
            raise GossamerError(
                f"A design's hash has 32 bytes, not {len(self.design)}; use SHA-256."
            )
        name = self.name.encode()[:64]
        return b"".join([
            _HEAD.pack(_LAYOUT, self.design, self.clock_hz, self.baud),
            self.input._encode(),
            self.output._encode(),
            bytes([len(name)]),
            name,
        ])


@dataclass(frozen=True, kw_only=True)
class Counters:
    """What a device has counted since it started.

    ``cycles`` are those of the last inference, from its first input element to its last output
    element, both included. ``laps`` are the cycles from its first input element to the beginning of
    each layer; a device that was built without this counter has none.
    """

    cycles: int
    inferences: int
    laps: tuple[int, ...] = ()

    def layers(self) -> tuple[int, ...]:
        """Cycles of each layer in the last inference."""
        ends = (*self.laps, self.cycles)
        return tuple(end - begin for begin, end in zip(ends, ends[1:], strict=False))


def decode(payload: bytes) -> tuple[Identity, Counters]:
    """Read the payload of an IDENTITY frame."""
    try:
        layout, design, clock_hz, baud = _HEAD.unpack_from(payload)
        if layout != _LAYOUT:
            raise GossamerError(
                f"The device's identity has layout {layout}, and this version of Gossamer reads "
                f"{_LAYOUT}; update Gossamer or flash the board again."
            )
        position = _HEAD.size
        tensors = []
        for _ in range(2):
            rank = payload[position]
            shape = struct.unpack_from(f"<{rank}H", payload, position + 1)
            position += 1 + 2 * rank
            offset, scale = _TENSOR.unpack_from(payload, position)
            position += _TENSOR.size
            tensors.append(Tensor(shape=shape, scale=scale, offset=offset))
        end = position + 1 + payload[position]
        name = payload[position + 1:end].decode(errors="replace")
        counters = _counters(payload[end:])
    except (IndexError, struct.error) as error:
        raise GossamerError(
            "The device's identity is cut short; flash the board again."
        ) from error
    identity = Identity(
        design=design, input=tensors[0], output=tensors[1], name=name, clock_hz=clock_hz, baud=baud
    )
    return identity, counters


def _counters(data: bytes) -> Counters:
    cycles, inferences = _COUNTERS.unpack_from(data)
    laps = [lap for (lap,) in _LAP.iter_unpack(data[COUNTERS_LENGTH:])]
    return Counters(cycles=cycles, inferences=inferences, laps=tuple(laps))
