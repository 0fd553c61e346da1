"""Place tensors in the activation memory by liveness."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Tensor", "allocate"]


@dataclass(frozen=True, kw_only=True)
class Tensor:
    """A tensor of ``size`` elements, written in pass ``born`` and last read in pass ``dies``."""

    name: str
    size: int
    born: int
    dies: int


def allocate(tensors: Iterable[Tensor], align: int) -> tuple[dict[str, int], int]:
    """Element address of every tensor, and the size of the memory.

    Two tensors overlap only if one is read for the last time before the other is written. Largest
    first, each at the lowest address that is free during its whole life.
    """
    placed: list[tuple[Tensor, int]] = []
    for tensor in sorted(tensors, key=lambda tensor: (-tensor.size, tensor.born)):
        address = 0
        alive = sorted(
            (base, base + other.size) for other, base in placed
            if other.born <= tensor.dies and tensor.born <= other.dies
        )
        for start, end in alive:
            if start >= address + tensor.size:
                break
            address = max(address, -(-end // align) * align)
        placed.append((tensor, address))
    addresses = {tensor.name: base for tensor, base in placed}
    return addresses, max(base + tensor.size for tensor, base in placed)
