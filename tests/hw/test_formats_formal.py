"""Decoders keep their promises for every sequence of words and pauses, by formal proof."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from amaranth.asserts import AnyConst
from amaranth.hdl import Assert, Assume, Module, Signal, Value
from amaranth.lib import wiring
from amaranth.lib.wiring import In, connect, flipped

from gossamer_hw.formats import (
    BlockBitmap,
    BlockDecoder,
    Coordinates,
    Dense,
    Format,
    Integers,
    Pattern,
    RowColumn,
    RunLength,
)
from gossamer_hw.formats.row_column import FLAGS, RowColumnDecoder
from gossamer_sim.formal import prove

COUNT = 5
GROUPS = 3
SMALL: dict[str, Any] = {"values": Integers(3), "rows": 2, "columns": 2, "port": 16}

# Of these, induction over two cycles proves everything for ever.
FOR_EVER = [
    RunLength(**SMALL),
    RunLength(**SMALL, runs=2, rate=2),
    Coordinates(**SMALL, segment=8),
    Coordinates(**SMALL, segment=2, rate=2),
    Pattern(**SMALL, n=1, m=2),
    RowColumn(**SMALL | {"rows": 4}, tile_rows=2, tile_columns=1),
    RunLength(**SMALL, runs=2, zeros=True),
]

# The states of these that cannot be reached break promises too, so that induction does not close:
# all runs of so many cycles.
BOUNDED = [
    (Dense(**SMALL), 20),
    (BlockBitmap(**SMALL), 20),
]


def reached(decoder: BlockDecoder, count: Value) -> list[Value]:
    """What holds in every state that a decoder reaches, where induction has to be told."""
    match decoder:
        case RowColumnDecoder(base=base, here=here, flags=flags, final=final, rows=rows):
            assert COUNT <= FLAGS               # one header is enough
            return [
                final, base == 0, here < count, flags < 1 << count, rows.taken <= 2,
                (rows.taken < 2) | (rows.numbers[0] < rows.numbers[1]),
            ]
    return []


class Contract(wiring.Component):
    """A decoder with the promises of its output as assertions, and no others of its input than
    those of every stream: a word stays until it is taken. The row group's number and its column
    blocks are constant and within their bounds."""

    def __init__(self, decoder, count=COUNT, groups=GROUPS):
        self.decoder, self.count, self.groups = decoder, count, groups
        super().__init__({"i": In(decoder.i.signature.flip()), "ready": In(1)})

    def elaborate(self, platform):
        m = Module()

        m.submodules.decoder = decoder = self.decoder
        connect(m, flipped(self.i), decoder.i)
        count, group = AnyConst(decoder.count.shape()), AnyConst(decoder.group.shape())
        m.d.comb += [
            decoder.count.eq(count),
            decoder.group.eq(group),
            decoder.o.ready.eq(self.ready),
            Assume((count > 0) & (count <= self.count)),
            Assume(group < self.groups),
        ]
        tile, fields = Value.cast(decoder.o.payload), decoder.o.payload

        word_waits = Signal()
        tile_waits = Signal()
        word_before = Signal.like(self.i.payload)
        tile_before = Signal(len(tile))
        m.d.sync += [
            word_waits.eq(self.i.valid & ~self.i.ready),
            tile_waits.eq(decoder.o.valid & ~decoder.o.ready),
            word_before.eq(self.i.payload),
            tile_before.eq(tile),
        ]
        with m.If(word_waits):
            m.d.comb += Assume(self.i.valid & (self.i.payload == word_before))
        with m.If(tile_waits):
            m.d.comb += Assert(decoder.o.valid & (tile == tile_before), "a waiting tile changes")
        # Also while no tile is offered: only so does induction close where the index is a register.
        m.d.comb += Assert(fields.index < count, "the column block is beyond the last one")
        m.d.comb += [Assert(fact) for fact in reached(decoder, count)]
        if decoder.format.tile.scatter:
            with m.If(decoder.o.valid):
                for a, b in combinations(range(decoder.format.tile.rows), 2):
                    both = fields.valid[a] & fields.valid[b]
                    twice = both & (fields.row[a] == fields.row[b])
                    m.d.comb += Assert(~twice, "two rows go to one place")

        return m


def contract(format: Format) -> Contract:
    return Contract(format.create(count=COUNT, width=3, groups=GROUPS))


def name(format: Format) -> str:
    return f"{format.name}-rate{getattr(format, 'rate', 1)}"


class Broken(BlockDecoder):
    """A decoder that breaks one of its promises."""

    def __init__(self, format, fault):
        super().__init__(format, count=COUNT, width=3, groups=GROUPS)
        self.fault = fault

    def elaborate(self, platform):
        m = Module()

        m.submodules.inner = inner = self.format.create(count=COUNT, width=3, groups=GROUPS)
        connect(m, flipped(self), inner)
        match self.fault:
            case "beyond":
                m.d.comb += inner.count.eq(COUNT)
            case "valid":
                blink = Signal()
                m.d.sync += blink.eq(~blink)
                m.d.comb += self.o.valid.eq(inner.o.valid & blink)
            case "payload":
                m.d.comb += self.o.payload.last.eq(inner.o.payload.last ^ self.i.valid)
            case "rows":
                m.d.comb += [self.o.payload.valid.eq(3), self.o.payload.row[0].eq(0)]

        return m


@pytest.mark.parametrize("format", FOR_EVER, ids=name)
def test_decoder_keeps_its_promises_for_ever(format, tmp_path: Path):
    verdict = prove(contract(format), depth=2, mode="prove", build_dir=tmp_path)
    assert verdict.passed, verdict.message


@pytest.mark.slow
@pytest.mark.parametrize(("format", "depth"), BOUNDED, ids=lambda case: getattr(case, "name", ""))
def test_decoder_keeps_its_promises_for_some_cycles(format, depth, tmp_path: Path):
    verdict = prove(contract(format), depth=depth, mode="bmc", build_dir=tmp_path)
    assert verdict.passed, verdict.message


@pytest.mark.parametrize(("format", "fault", "message"), [
    (FOR_EVER[0], "beyond", "the column block is beyond the last one"),
    (FOR_EVER[2], "valid", "a waiting tile changes"),
    (FOR_EVER[4], "payload", "a waiting tile changes"),
    (FOR_EVER[5], "rows", "two rows go to one place"),
])
def test_broken_decoder_is_found_out(format, fault, message, tmp_path: Path):
    verdict = prove(Contract(Broken(format, fault)), depth=8, mode="bmc", build_dir=tmp_path)
    assert not verdict.passed
    assert message in verdict.message
