"""Tiles of a decoder: what should come out, what they mean, and when they come.

Nothing here uses the code of a format beyond its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from amaranth.sim import Simulator

from gossamer_hw.formats import Format, Load
from gossamer_hw.formats.base import Blocks

__all__ = ["assembled", "decoder_cycles", "decoder_tiles", "expected", "pack"]

WIDTH = 8


def pack(values: Any, width: int = WIDTH) -> int:
    """Signed values side by side, first lowest."""
    mask = (1 << width) - 1
    return sum((int(v) & mask) << width * i for i, v in enumerate(np.asarray(values).reshape(-1)))


def expected(blocks: Blocks, width: int = WIDTH) -> list[dict[str, int]]:
    """Tiles of a row group for formats whose tiles are the blocks with a nonzero weight."""
    kept = [i for i, block in enumerate(blocks) if block.any()] or [0]
    return [{"index": i, "weights": pack(blocks[i], width), "last": i == kept[-1]} for i in kept]


def decoder_tiles(
    format: Format, groups: Sequence[Blocks], width: int = WIDTH
) -> tuple[list[list[dict[str, Any]]], list[list[Load]]]:
    """Tiles of the decoder for each row group, and the cycle counts between them.

    Words are there in every cycle and every tile is taken at once. ``groups[i]`` is row group i of
    the layer; they follow each other without a pause. Amaranth's simulator.
    """
    count = len(groups[0])
    words = [word for number, group in enumerate(groups) for word in format.encode(group, number)]
    decoder = format.create(count=count, width=width, groups=len(groups))
    fields = [name for name, _ in format.layout(count=count, width=width)]
    tiles: list[list[dict[str, Any]]] = [[]]
    loads: list[list[Load]] = [[]]

    def plain(value: Any) -> Any:
        return value if isinstance(value, int) else [int(item) for item in value]

    async def bench(ctx: Any) -> None:
        ctx.set(decoder.count, count)
        ctx.set(decoder.o.ready, 1)
        taken = cycles = 0
        while len(tiles) <= len(groups):
            ctx.set(decoder.group, len(tiles) - 1)
            ctx.set(decoder.i.valid, taken < len(words))
            ctx.set(decoder.i.payload, words[taken] if taken < len(words) else 0)
            _, _, ready, valid, payload = await ctx.tick().sample(
                decoder.i.ready, decoder.o.valid, decoder.o.payload)
            taken += bool(ready) and taken < len(words)
            cycles += 1
            assert cycles < 100_000, "decoder does not give the next tile"
            if valid:
                tiles[-1].append({name: plain(payload[name]) for name in fields})
                loads[-1].append(Load(payload.index, cycles))
                cycles = 0
                if payload.last:
                    tiles.append([])
                    loads.append([])
        assert taken == len(words), "decoder has not taken all words"

    sim = Simulator(decoder)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()
    return tiles[:-1], loads[:-1]


def decoder_cycles(
    format: Format, groups: Sequence[Blocks], width: int = WIDTH
) -> list[list[Load]]:
    """What ``format.loads(groups[i], i)`` should be, measured: see :func:`decoder_tiles`."""
    return decoder_tiles(format, groups, width)[1]


def assembled(
    format: Format, tiles: Sequence[dict[str, Any]], count: int, width: int = WIDTH
) -> Blocks:
    """The blocks of a row group that its tiles stand for, by the rules of the array.

    Fails if two weights meet at one place, or if ``last`` is not on the last tile alone.
    """
    shape = format.tile
    mask, half = (1 << width) - 1, 1 << (width - 1)
    blocks = np.zeros((count, format.rows, format.columns), np.int8)
    seen = np.zeros(blocks.shape, bool)
    assert [bool(tile["last"]) for tile in tiles] == [False] * (len(tiles) - 1) + [True]
    for tile in tiles:
        assert tile["index"] < count
        for row in range(shape.rows):
            for column in range(shape.columns):
                lane = row * shape.columns + column
                weight = ((tile["weights"] >> width * lane & mask) + half & mask) - half
                operand, into = column, row
                if shape.choices:
                    choice = column if shape.shared else lane
                    first = column * format.columns // shape.columns // shape.reach * shape.reach
                    operand = first + tile["columns"][choice]
                if shape.scatter:
                    if not tile["valid"] >> row & 1:
                        continue
                    into = tile["row"][row]
                place = tile["index"], into, operand
                assert not weight or not seen[place], f"two weights at {place}"
                seen[place] |= bool(weight)
                blocks[place] += weight
    return blocks
