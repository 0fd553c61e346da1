"""Measure what the parts of an engine cost on every device; the planner uses the tables.

    python benchmarks/cells.py [--device NAME ...] [--only PATTERN ...] [--all] [--json]

Synthesises, places and routes every lane type, every decoder, whole engines and the host link, each
between registers, and writes the logic cells, block RAMs, DSP blocks and clock into
``sw/gossamer/plan/tables``. What is there already is measured again if its netlist, the tools or
the seed are others. At the end it prints engines as predicted beside engines as measured.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from amaranth.hdl import Array, Module, Mux, Signal, Value, signed, unsigned
from amaranth.lib import data, wiring
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, cells, lower
from gossamer_boards.cells import DEVICES, SEED, Device, Specimen, design, measure, tools
from gossamer_hw.array import ArrayEngine, ArraySpec
from gossamer_hw.array.accumulate import Accumulator
from gossamer_hw.array.delay import later
from gossamer_hw.array.layer import Residual
from gossamer_hw.array.memory import ActivationMemory
from gossamer_hw.array.operands import operand_network
from gossamer_hw.array.post import PostProcessor
from gossamer_hw.array.select import gather, scatter
from gossamer_hw.array.streamed import StreamedMemory
from gossamer_hw.array.walk import PositionWalk
from gossamer_hw.formats import (
    PSC4_P8,
    Bitmap,
    BlockBitmap,
    Coordinates,
    Dense,
    Format,
    Integers,
    Nested,
    Nonzero,
    Pattern,
    Periodic,
    RowColumn,
    RunLength,
    SharedExponent,
    Tile,
    Trits,
    Values,
)
from gossamer_hw.lanes import (
    DualIntegerLanes,
    IntegerLanes,
    Lanes,
    NestedLanes,
    PeriodicKernels,
    TernaryLanes,
)
from gossamer_hw.link.flash import FlashLoader
from gossamer_hw.link.host_link import HostLink
from gossamer_hw.link.link_codec import LinkCodec
from gossamer_hw.link.load import load_signature
from gossamer_hw.link.quad_flash import QUAD_SPI, QuadFlash
from gossamer_hw.link.result_codec import ResultCodec
from gossamer_hw.link.sdram import SDRAM, Sdram
from gossamer_hw.link.wire import LOAD_LENGTH
from gossamer_hw.link.zeros_link import ZerosLink
from gossamer_hw.link.zeros_results import ZerosResults
from gossamer_hw.link.zfpl_link import ZfplLink
from gossamer_hw.link.zfpl_results import ZfplResults
from gossamer_hw.macro import ColumnMacro

COMMAND = "python benchmarks/cells.py"

INTEGERS = range(1, 9)

#: Every lane type, with the shapes that it is measured in.
LANES: list[tuple[Lanes, list[tuple[int, int]]]] = [
    (TernaryLanes(), [(1, 1), (2, 2), (4, 4), (8, 4)]),
    *((IntegerLanes(bits), [(2, 2)]) for bits in INTEGERS),
    (IntegerLanes(4), [(4, 4)]),
    (IntegerLanes(8, halved=True), [(2, 2), (4, 4)]),
    # An iCE40UP5K has eight DSP blocks. ABC9 ends without a word on two by two lanes of an ECP5.
    *((IntegerLanes(bits, dsp=True), [(2, 4)]) for bits in INTEGERS),
    (DualIntegerLanes(4), [(2, 2)]),
    (DualIntegerLanes(8), [(2, 2), (4, 4)]),
    *((NestedLanes(levels), [(4, 4)]) for levels in ((1, 2), (1, 2, 4))),
]

#: Packings, block shapes and ports that formats of whole blocks are measured in.
SHAPES: list[tuple[Values, int, int, int]] = [
    *((Trits(), *shape) for shape in ((2, 2, 32), (4, 4, 32), (4, 4, 64), (8, 4, 32))),
    *((Integers(4), *shape) for shape in ((2, 2, 32), (4, 4, 32), (4, 4, 64))),
    *((Integers(8), *shape) for shape in ((2, 2, 32), (4, 4, 64))),
]

#: Every format, in the shapes that it is measured in.
FORMATS: list[Format] = [
    *(kind(values=values, rows=rows, columns=columns, port=port)
      for kind in (Dense, BlockBitmap) for values, rows, columns, port in SHAPES),
    *(Pattern(values=Integers(bits), rows=4, columns=columns, port=port, n=2, m=4)
      for bits, columns, port in ((4, 8, 32), (4, 8, 64), (8, 4, 64))),
    *(kind(values=Integers(bits), rows=4, columns=4, port=port)
      for kind in (Coordinates, RunLength) for bits, port in ((4, 32), (8, 64))),
    *(kind(values=values, rows=4, columns=4, port=32)
      for kind, values in ((Dense, Nested((1, 2))), (Dense, Nested((1, 2, 3, 4))),
                           (Bitmap, Nonzero(1)), (Bitmap, Integers(4)), (RunLength, Nonzero(1)),
                           (SharedExponent, Integers(4)))),
    SharedExponent(values=Integers(4), rows=4, columns=4, port=64),
    BlockBitmap(values=Integers(4), rows=4, columns=4, port=32, span=4),
    *(Periodic(values=Integers(4), rows=4, columns=4, port=32, taps=9, patterns=PSC4_P8,
               filters=filters, channels=filters) for filters in (4, 1)),
    *(RowColumn(values=Integers(bits), rows=16, columns=16, port=port, tile_rows=4,
                tile_columns=4)
      for bits, port in ((4, 32), (4, 64), (8, 64))),
]


def requantize(name: str, x: str, channels: int, rng: np.random.Generator, **keys: Any
               ) -> ir.Requantize:
    return ir.Requantize(
        name=name, x=x, multiplier=rng.integers(128, 256, channels),
        shift=rng.integers(10, 14, channels), **({"low": 0, "high": 255, "scale": 0.125} | keys))


def weights(shape: tuple[int, ...], bits: int, rng: np.random.Generator) -> np.ndarray:
    """Integers of ``bits`` bits (trits for 2), half of them zero in blocks of four by four."""
    half = 1 << (bits - 1)
    values = rng.integers(1 - half, half, shape)
    flat = values.reshape(shape[0], -1)
    mask = rng.random((-(-flat.shape[0] // 4), -(-flat.shape[1] // 4))) < 0.5
    flat *= np.kron(mask, np.ones((4, 4), int))[:flat.shape[0], :flat.shape[1]]
    return values.astype(np.int8)


def perceptron(bits: int) -> ir.Graph:
    """64 inputs, 32 hidden units, 10 outputs."""
    rng = np.random.default_rng(0)
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(64,), low=0, high=16, scale=0.0625),
        ir.Linear(name="a", x="x", weight=weights((32, 64), bits, rng),
                  bias=rng.integers(-99, 99, 32), weight_bits=bits),
        requantize("a_out", "a", 32, rng),
        ir.Linear(name="b", x="a_out", weight=weights((10, 32), bits, rng),
                  bias=rng.integers(-99, 99, 10), weight_bits=bits),
        requantize("b_out", "b", 10, rng, low=-32768, high=32767))))


def convolutions(bits: int, *, channels: int, pool: bool, skip: bool) -> ir.Graph:
    """Two convolutions of 8 x 8 images, with a max pool or a skip or both, and a classifier."""
    rng = np.random.default_rng(0)

    def conv(name: str, x: str, depth: int) -> ir.Conv2d:
        return ir.Conv2d(
            name=name, x=x, weight=weights((8, 3, 3, depth), bits, rng),
            bias=rng.integers(-99, 99, 8), weight_bits=bits, padding=(1, 1, 1, 1))

    nodes: list[ir.Node] = [
        ir.Input(name="x", shape=(8, 8, channels), low=0, high=16, scale=0.0625),
        conv("a", "x", channels), requantize("a_out", "a", 8, rng),
        conv("b", "a_out", 8), requantize("b_out", "b", 8, rng),
    ]
    if skip:
        nodes.append(ir.Add(name="sum", a="b_out", b="a_out", multiplier=77, shift=6, low=0,
                            high=255, scale=0.125))
    if pool:
        nodes.append(ir.MaxPool(name="pool", x=nodes[-1].name, window=(2, 2), stride=(2, 2)))
    nodes.append(ir.Flatten(name="flat", x=nodes[-1].name))
    size = 8 * 64 // (4 if pool else 1)
    return ir.check(ir.Graph((
        *nodes,
        ir.Linear(name="c", x="flat", weight=weights((10, size), bits, rng),
                  bias=rng.integers(-99, 99, 10), weight_bits=bits),
        requantize("c_out", "c", 10, rng, low=-32768, high=32767))))


def chain(count: int) -> ir.Graph:
    """Convolutions of 8 x 8 images, one after the other, of one and of nine taps in turn."""
    rng = np.random.default_rng(0)
    nodes: list[ir.Node] = [ir.Input(name="x", shape=(8, 8, 4), low=0, high=16, scale=0.0625)]
    for number in range(count):
        last = nodes[-1].name
        depth = 4 if number == 0 else 4 + 4 * (number % 3)
        outputs, size = 4 + 4 * ((number + 1) % 3), 1 + 2 * (number % 2)
        nodes += [
            ir.Conv2d(name=f"conv_{number}", x=last, weight_bits=2,
                      weight=weights((outputs, size, size, depth), 2, rng),
                      bias=rng.integers(-99, 99, outputs), padding=(size // 2,) * 4),
            requantize(f"out_{number}", f"conv_{number}", outputs, rng,
                       high=127 if number == count - 1 else 255)]
    return ir.check(ir.Graph(tuple(nodes)))


#: Decoders of inputs that travel compressed; their logic hardly follows the shape of the inputs.
CODECS: list[LinkCodec] = [
    ZfplLink(rows=28, columns=28, words=196), ZfplLink(rows=1, columns=784, words=196),
    ZerosLink(elements=784, group=2, blank=-128, drop=1),
]

#: Encoders of results, which do not either.
RESULT_CODECS: list[ResultCodec] = [
    ZfplResults(rows=28, columns=28, low=-128, high=127),
    ZfplResults(rows=28, columns=28, low=-2048, high=2047),
    ZerosResults(elements=784, low=-128, high=127, blank=-128),
]

#: Engines: a model and a geometry.
PLAIN = convolutions(2, channels=4, pool=False, skip=False)
ENGINES: list[tuple[ir.Graph, Geometry]] = [
    (perceptron(2), Geometry(requantizers=1)),
    (convolutions(2, channels=1, pool=True, skip=False), Geometry()),
    (convolutions(2, channels=4, pool=False, skip=True), Geometry()),
    (PLAIN, Geometry(requantizers=1)),
    (PLAIN, Geometry(requantizers=4)),
    (convolutions(4, channels=4, pool=False, skip=False), Geometry(port=64)),
    (perceptron(2), Geometry(rows=2, columns=2, requantizers=1)),
    (PLAIN, Geometry(rows=8, columns=4)),
    (perceptron(2), Geometry(requantizers=4)),
]


#: Devices of large arrays: what is around their lanes and decoders is measured apart.
APART = {"ecp5"}


def scaled(spec: ArraySpec, roundings: tuple[str, ...], bits: int, sums: int, shifts: int
           ) -> ArraySpec:
    """The same engine for other scales.

    Multipliers of ``bits`` bits, ``shifts`` shifts, sums of ``sums`` bits, and layers that round
    by these rules in turn.
    """
    rng = np.random.default_rng(0)
    layers = tuple(replace(layer, rounding=roundings[number % len(roundings)])
                   for number, layer in enumerate(spec.layers))
    entries = [layer for layer in layers for group in range(layer.groups(spec.rows))
               for _ in range(spec.steps(layer, group))]
    return replace(
        spec, layers=layers, sum_bits=sums + 1, accumulator_bits=sums,
        channels_table=tuple(tuple(
            replace(channel, multiplier=int(rng.integers(1 << bits - 1, 1 << bits)),
                    shift=5 + int(rng.integers(shifts)) + (31 if layer.rounding == "double" else 1),
                    bias=int(rng.integers(-1 << sums - 2, 1 << sums - 2)))
            for channel in entry) for layer, entry in zip(entries, spec.channels_table,
                                                          strict=True)))


def joined(spec: ArraySpec) -> ArraySpec:
    """The same engine with sums that are shifted as a whole, but for its last layer."""
    rng = np.random.default_rng(0)
    return replace(spec, layers=(*(
        replace(layer, residual=Residual(
            offset=0, zero=number, multiplier=int(rng.integers(1 << 20, 1 << 21)),
            own=int(rng.integers(1 << 22, 1 << 23)), bias=1 << 20, shift=19 + number % 3))
        for number, layer in enumerate(spec.layers[:-1])), spec.layers[-1]))


def gated() -> ir.Graph:
    """Two convolutions whose results are multiplied, and a classifier."""
    rng = np.random.default_rng(0)
    nodes: list[ir.Node] = [
        ir.Input(name="x", shape=(8, 8, 8), low=-128, high=127, scale=0.0625)]
    for name in ("a", "b"):
        nodes += [
            ir.Conv2d(name=name, x="x", weight=weights((8, 3, 3, 8), 4, rng),
                      bias=rng.integers(-99, 99, 8), weight_bits=4, padding=(1, 1, 1, 1)),
            requantize(f"{name}_out", name, 8, rng, low=-128, high=127)]
    return ir.check(ir.Graph((
        *nodes,
        ir.Product(name="gate", a="a_out", b="b_out", a_zero=117, b_zero=-128),
        ir.Requantize(name="gate_out", x="gate", multiplier=np.full(8, 1_398_765_431),
                      shift=np.full(8, 38), low=-128, high=127, scale=0.125, rounding="double"),
        ir.Flatten(name="flat", x="gate_out"),
        ir.Linear(name="c", x="flat", weight=weights((10, 512), 4, rng),
                  bias=rng.integers(-99, 99, 10), weight_bits=4),
        requantize("c_out", "c", 10, rng, low=-32768, high=32767))))


def shaped(rows: int, columns: int, requantizers: int, *, deep: bool = False, burst: int = 16
           ) -> Geometry:
    return Geometry(rows=rows, columns=columns, requantizers=requantizers, deep=deep, burst=burst,
                    port=64)


def lowered(geometry: Geometry, *, channels: int = 4, pool: bool = False, skip: bool = False
            ) -> ArraySpec:
    return lower(convolutions(4, channels=channels, pool=pool, skip=skip), geometry).spec


def accumulators() -> Iterator[ArraySpec]:
    """Engines whose accumulators are measured."""
    for rows, sums, burst, deep in ((4, 20, 16, False), (4, 20, 64, False), (8, 20, 64, False),
                                    (8, 20, 16, True), (8, 20, 64, True), (16, 23, 16, True)):
        yield replace(lowered(shaped(rows, 4, 1, deep=deep, burst=burst)), accumulator_bits=sums)


def readings() -> Iterator[ArraySpec]:
    """Engines whose activation memory and operand network are measured."""
    for columns, requantizers, depth, deep, channels, skip in (
            (4, 1, 256, False, 4, False), (4, 2, 4096, False, 1, False),
            (8, 2, 2048, True, 1, False), (8, 8, 8192, True, 4, True),
            (32, 16, 512, True, 1, False), (4, 2, 1024, False, 4, True)):
        yield replace(lowered(shaped(16 if deep else 4, columns, requantizers, deep=deep),
                              channels=channels, skip=skip), depth=depth)


def posts() -> Iterator[ArraySpec]:
    """Engines whose post-processing is measured."""
    both, half_up = ("double", "half_away"), ("half_up",)
    for geometry, roundings, bits, sums, shifts in (
            (shaped(4, 4, 1), half_up, 8, 15, 4),
            (shaped(4, 4, 4), half_up, 8, 15, 16),
            (shaped(4, 4, 1), both, 31, 20, 33),
            (shaped(4, 4, 2), ("half_even",), 24, 20, 16),
            (shaped(8, 8, 2, deep=True), ("double",), 31, 20, 16),
            (shaped(8, 8, 2, deep=True), both, 31, 20, 33),
            (shaped(8, 8, 4, deep=True), both, 31, 20, 33),
            (shaped(8, 8, 1, deep=True), half_up, 18, 15, 8)):
        yield scaled(lowered(geometry), roundings, bits, sums, shifts)
    yield scaled(lowered(shaped(4, 4, 2), pool=True, channels=1), half_up, 8, 15, 8)
    for geometry in (shaped(4, 4, 2), shaped(8, 8, 2, deep=True)):
        yield scaled(lowered(geometry, skip=True), half_up, 8, 15, 8)
        yield joined(scaled(lower(chain(6), geometry).spec, both, 31, 22, 31))
        yield lower(gated(), geometry).spec


def accumulator(spec: ArraySpec) -> Specimen:
    return Specimen(part=cells.accumulator(spec), create=lambda: Accumulator(spec))


def reading(spec: ArraySpec) -> Specimen:
    return Specimen(part=cells.reading(spec), create=lambda: Reading(spec), leisure=True)


def post(spec: ArraySpec) -> Specimen:
    return Specimen(part=cells.post(spec), create=lambda: PostProcessor(spec),
                    leisure=spec.deep)


class Reading(Component):
    """Activation memory, operand network and what is between them, as in an engine."""

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        walk = PositionWalk(spec)
        walk._MustUse__silence = True       # only its ports are of interest
        self.walk = walk.widths
        self.memory = ActivationMemory(spec)
        self.network = operand_network(spec, **self.walk)
        written = {name: self.memory.signature.members[name]
                   for name in ("write", "single", "address", "data")}
        placed = {name: self.network.signature.members[name]
                  for name in ("layer", *self.walk, "column")}
        super().__init__(written | placed | {
            "operands": self.network.signature.members["operands"],
            "residual": In(1), "residual_address": In(len(self.memory.address)),
            "residual_data": Out(data.ArrayLayout(signed(8), spec.requantizers))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec, store, network = self.spec, self.memory, self.network
        m.submodules.memory, m.submodules.network = store, network
        fetched = later(m, store.read_data.as_value(), spec.deep, "fetched", reset_less=True)
        m.d.comb += [
            *(getattr(store, name).eq(getattr(self, name))
              for name in ("write", "single", "address", "data")),
            *(getattr(network, name).eq(getattr(self, name))
              for name in ("layer", *self.walk, "column")),
            network.data.eq(fetched), self.operands.eq(network.operands),
        ]
        bits = spec.word.bit_length() - 1
        asked, address = (later(m, value, spec.deep, name) for name, value in (
            ("asked", self.residual), ("asked_address", self.residual_address)))
        domain = m.d.sync if spec.deep else m.d.comb
        domain += [bank.eq(Mux(asked, address >> bits, wanted)) if spec.reads else bank.eq(wanted)
                   for bank, wanted in zip(store.read_address, network.address, strict=True)]
        if spec.reads:
            offset = later(m, address[:bits], 3 if spec.deep else 1, "offset")
            words = [fetched.word_select(bank, 8) for bank in range(spec.word)]
            m.d.comb += [self.residual_data[lane].eq(Array(words)[offset | lane])
                         for lane in range(spec.requantizers)]

        return m


class LaneArray(wiring.Component):
    """Lanes as in an engine: tile register, products, product registers, sums of the rows."""

    def __init__(self, lanes: Lanes, tile: Tile) -> None:
        self.lanes = lanes
        self.tile = tile
        super().__init__({
            "weights": In(data.ArrayLayout(unsigned(lanes.weight_width), tile.lanes)),
            "operands": In(data.ArrayLayout(signed(8), tile.columns)),
            **{f"sum_{row}": Out(signed(lanes.weight_width + 8 + tile.columns.bit_length()))
               for row in range(tile.rows)},
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        columns = self.tile.columns
        held = Signal.like(self.weights)
        m.d.sync += held.eq(self.weights)
        rows = [[held[row * columns + column] for column in range(columns)]
                for row in range(self.tile.rows)]
        operands = [list(self.operands)] * self.tile.rows
        for row, values in enumerate(self.lanes.products(m, rows, operands)):
            products: list[Value] = []
            for column, value in enumerate(values):
                products.append(Signal(value.shape(), name=f"product_{row}_{column}"))
                m.d.sync += products[-1].eq(value)
            while len(products) > 1:
                products = [sum(products[i:i + 2]) for i in range(0, len(products), 2)]
            m.d.comb += getattr(self, f"sum_{row}").eq(products[0])

        return m


class Selection(wiring.Component):
    """Lanes' choice of operands and rows as in an engine, for sums of 16 bits."""

    def __init__(self, format: Format) -> None:
        self.format = format
        tile = format.tile
        super().__init__({
            "operands": In(data.ArrayLayout(signed(8), format.columns)),
            "tile": In(format.layout(count=2, width=1)),
            "sums": In(data.ArrayLayout(signed(16), tile.rows)),
            **{f"chosen_{row}_{column}": Out(signed(8)) for row in range(tile.rows)
               for column in range(tile.columns)},
            "placed": Out(data.ArrayLayout(signed(16), format.rows)),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        tile, rows = self.format.tile, self.format.rows
        chosen = gather(m, tile, list(self.operands), self.tile.columns if tile.choices else None)
        m.d.comb += [getattr(self, f"chosen_{row}_{column}").eq(value)
                     for row, values in enumerate(chosen) for column, value in enumerate(values)]
        sums = list(self.sums)
        if tile.scatter:
            enables = [Signal(rows, name=f"enable_{row}") for row in range(tile.rows)]
            m.d.sync += [enable.eq(Mux(self.tile.valid[row], 1 << self.tile.row[row], 0))
                         for row, enable in enumerate(enables)]
            sums = scatter(sums, rows, enables)
        m.d.comb += [self.placed[row].eq(value) for row, value in enumerate(sums)]

        return m


def lane_array(lanes: Lanes, tile: Tile) -> Specimen:
    return Specimen(part=cells.lane_array(lanes, tile), create=lambda: LaneArray(lanes, tile),
                    leisure=True)


def decoder(format: Format) -> Iterator[Specimen]:
    """A decoder, and the selection that its tiles need."""
    yield Specimen(part=cells.decoder(format), create=lambda: format.create(
        count=cells.COLUMN_BLOCKS, width=format.values.width, groups=8))
    part = cells.selection(format)
    if part is not None:
        yield Specimen(part=part, create=lambda: Selection(format))


def host_link() -> Specimen:
    return Specimen(part=cells.HOST_LINK, create=lambda: HostLink(
        identity=bytes(range(64)), input_size=64, output_size=10, divisor=24))


def flash_loader() -> Specimen:
    return Specimen(part=cells.FLASH_LOADER,
                    create=lambda: FlashLoader(size=1 << 16, address=1 << 17, design=b""))


class QuadWeights(Component):
    """A ring, and what fills it from a flash."""

    def __init__(self) -> None:
        self.ring = StreamedMemory(runs=((240, 8), (128, 4), (60, 1)), port=32, depth=512)
        self.flash = QuadFlash(image=bytes(4 * (240 * 8 + 128 * 4 + 60)), port=32, address=1 << 17)
        members = dict(self.ring.signature.members)
        del members["source"]
        super().__init__(members | {"spi": Out(QUAD_SPI), "failed": Out(1)})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.ring = ring = self.ring
        m.submodules.flash = flash = self.flash
        connect(m, flash.words, ring.source)
        connect(m, flash.spi, flipped(self.spi))
        connect(m, ring.o, flipped(self.o))
        m.d.comb += [
            *(getattr(ring, name).eq(getattr(self, name))
              for name in ("mark", "rewind", "restart", "begin")),
            self.failed.eq(flash.failed),
        ]

        return m


def quad_flash() -> Specimen:
    return Specimen(part=cells.QUAD_FLASH, create=QuadWeights)


class SdramWeights(Component):
    """A ring, and what fills it from an SDRAM."""

    def __init__(self) -> None:
        self.ring = StreamedMemory(runs=((240, 8), (128, 4), (60, 1)), port=32, depth=512)
        size = 4 * (240 * 8 + 128 * 4 + 60)
        self.sdram = Sdram(image=bytes(size), load_size=-(-size // LOAD_LENGTH) * LOAD_LENGTH,
                           port=32, clocks=(40_000_000, 100_000_000))
        members = dict(self.ring.signature.members)
        del members["source"]
        super().__init__(members | {
            "pins": Out(SDRAM), "load": In(load_signature(self.sdram.load_size)),
            "starting": Out(1), "failed": Out(1)})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.ring = ring = self.ring
        m.submodules.sdram = sdram = self.sdram
        connect(m, sdram.words, ring.source)
        connect(m, sdram.sdram, flipped(self.pins))
        connect(m, flipped(self.load), sdram.load)
        connect(m, ring.o, flipped(self.o))
        m.d.comb += [
            *(getattr(ring, name).eq(getattr(self, name))
              for name in ("mark", "rewind", "restart", "begin")),
            self.starting.eq(sdram.starting), self.failed.eq(sdram.failed),
        ]

        return m


def sdram() -> Specimen:
    return Specimen(part=cells.SDRAM, create=SdramWeights)


def ragged_link() -> Specimen:
    return Specimen(part=cells.RAGGED_LINK, create=lambda: HostLink(
        identity=bytes(range(64)), input_size=64, output_size=10, divisor=24, ragged=True))


def link_decoder(codec: LinkCodec) -> Specimen:
    return Specimen(part=cells.link_decoder(codec), create=codec.create_decoder)


def ragged_both() -> Specimen:
    return Specimen(part=cells.RAGGED_BOTH, create=lambda: HostLink(
        identity=bytes(range(64)), input_size=64, output_size=10, divisor=24, ragged=True,
        ragged_results=True))


def link_encoder(codec: ResultCodec) -> Specimen:
    return Specimen(part=cells.link_encoder(codec), create=codec.create_encoder)


def subwindow(taps: int) -> Specimen:
    """Sub-window lanes with what walks the kernels; no engine has them yet."""
    return Specimen(
        part=cells.Part(key=f"lanes/subwindow/{taps}", kind="lanes/subwindow",
                        terms={"taps": taps}),
        create=lambda: PeriodicKernels(patterns=PSC4_P8, taps=taps).create(channels=64))


def column_macro(depth: int) -> Specimen:
    """The reconfigurable column macro with its store of 16-bit words; a design of its own."""
    return Specimen(part=cells.Part(key=f"column-macro/{depth}", kind="column-macro",
                                    terms={"words": depth}),
                    create=lambda: ColumnMacro(depth=depth))


def engine(spec: ArraySpec, *, apart: bool) -> Iterator[Specimen]:
    """An engine and its parts."""
    yield lane_array(spec.lanes, spec.tile)
    for format in spec.formats:
        yield from decoder(format)
    inside = cells.parts(spec)
    if apart:
        yield from (accumulator(spec), reading(spec), post(spec))
        inside += cells.around(spec)
    yield Specimen(part=cells.engine(spec, apart=apart), create=lambda: ArrayEngine(spec),
                   inside=tuple(part.key for part in inside))


def specimens(*, apart: bool) -> dict[str, Specimen]:
    """Everything that is measured, by key; parts before the engines that have them.

    With ``apart``, what is around lanes and decoders as well.
    """
    found = [host_link(), ragged_link(), *map(link_decoder, CODECS), flash_loader(), quad_flash(),
             sdram()]
    found += [ragged_both(), *map(link_encoder, RESULT_CODECS)]
    found += [lane_array(lanes, Tile(rows=rows, columns=columns))
              for lanes, shapes in LANES for rows, columns in shapes]
    for format in FORMATS:
        found += decoder(format)
    found += [subwindow(taps) for taps in (1, 2, 4)]
    found.append(column_macro(256))
    if apart:
        found += [*map(accumulator, accumulators()), *map(reading, readings()),
                  *map(post, posts())]
    for graph, geometry in ENGINES:
        found += engine(lower(graph, geometry).spec, apart=apart)
    return {specimen.part.key: specimen for specimen in found}


def path(device: Device) -> Path:
    return Path(str(files("gossamer.plan") / "tables" / f"{device.name}.json"))


def load(device: Device) -> cells.Table:
    """The device's table, empty if there is none or if other tools made it."""
    fresh = cells.Table(
        name=device.name, device=device.device, family=device.family, prefixes=device.prefixes,
        dsps=device.dsps, command=f"{COMMAND} --device {device.name}", seed=SEED,
        tools=tools(device), entries={})
    try:
        found = cells.Table.from_json(device.name, json.loads(path(device).read_text()))
    except FileNotFoundError:
        return fresh
    same = (found.tools, found.seed) == (fresh.tools, fresh.seed)
    return replace(fresh, entries=found.entries if same else {})


def save(table: cells.Table, file: Path) -> None:
    fresh = file.with_name(f".{file.name}.partial")
    fresh.write_text(json.dumps(table.to_json(), indent=1) + "\n")
    os.replace(fresh, file)


def run(device: Device, listed: Mapping[str, Specimen], wanted: Callable[[str], bool], *,
        again: bool, report: Callable[[str], None]) -> cells.Table:
    """Measure what is wanted and not known, saving every result at once."""
    # What is not listed any more goes; what is there may have come to be part of another kind.
    found = load(device)
    table = replace(found, entries={
        key: replace(entry, part=listed[key].part, inside=listed[key].inside)
        for key, entry in found.entries.items() if key in listed})
    if table != found:
        save(table, path(device))
    chosen = [key for key in listed if wanted(key)]
    for number, key in enumerate(chosen, 1):
        specimen, known = listed[key], table.entries.get(key)
        if known and not again and known.design == design(specimen, device)[1]:
            continue
        begun = time.monotonic()
        try:
            entry = measure(specimen, device)
        except GossamerError as error:
            report(f"{device.name} {number}/{len(chosen)} {key}: {error}")
            continue
        table = replace(table, entries={**table.entries, key: entry})
        save(table, path(device))
        report(f"{device.name} {number}/{len(chosen)} {key}: {entry.cells} cells, "
               f"{entry.block_rams} block RAMs, {entry.dsps} DSPs, "
               f"{entry.fmax_mhz or 'no timed path'} MHz{', ABC' * bool(entry.mapper)} "
               f"({time.monotonic() - begun:.0f} s)")
    return table


def compare(table: cells.Table) -> list[dict[str, Any]]:
    """Logic of whole engines, predicted beside measured."""
    rows = []
    for entry in table.alike("engine"):
        predicted = table.frame(entry.part) + sum(
            table.cells(table.entries[key].part) for key in entry.inside)
        rows.append({"engine": entry.part.key, "measured": entry.cells,
                     "predicted": round(predicted), "error": predicted / entry.cells - 1})
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", nargs="+", choices=list(DEVICES), default=list(DEVICES))
    parser.add_argument("--only", nargs="+", default=["*"], metavar="PATTERN",
                        help="keys to measure, for example 'decoder/*'")
    parser.add_argument("--all", action="store_true", help="measure again what is known")
    parser.add_argument("--json", action="store_true", help="print the tables as one JSON object")
    arguments = parser.parse_args()
    tables = {
        name: run(DEVICES[name], specimens(apart=name in APART),
                  lambda key: any(fnmatch.fnmatch(key, only) for only in arguments.only),
                  again=arguments.all,
                  report=lambda line: print(line, file=sys.stderr, flush=True))
        for name in arguments.device
    }
    if arguments.json:
        print(json.dumps({name: table.to_json() for name, table in tables.items()}, indent=2))
        return
    for name, table in tables.items():
        if not any(entry.inside for entry in table.entries.values()):
            continue
        print(f"\n{name}: logic cells of engines")
        print(f"{'':44}{'measured':>9}{'predicted':>10}{'':>8}")
        for row in compare(table):
            print(f"{row['engine']:44}{row['measured']:9,}{row['predicted']:10,}"
                  f"{row['error']:8.1%}")
        print("; ".join(f"{value:.2f} per {term}"
                        for term, value in table.coefficients.items() if value))


if __name__ == "__main__":
    main()
