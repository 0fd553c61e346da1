"""Operand networks: from the activation memory to the columns of the array.

A network turns the position of the window and the column block into one address per bank, and one
cycle later the banks' data into one operand per column, or per row in a depthwise layer whose lanes
hold windows. Whoever adds a network (index gather for row-column sparsity) gives it the same ports
and a name in :func:`operand_network`.
"""

from __future__ import annotations

from amaranth.hdl import Cat, Module, Mux, Signal, Value, signed, unsigned
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from .delay import later
from .spec import ArraySpec
from .table import of_layer

__all__ = ["Broadcast", "OperandNetwork", "UnalignedGather", "column_layout", "operand_network"]


def column_layout(spec: ArraySpec) -> data.StructLayout:
    """An entry of the table of columns.

    Broadcast keeps one horizontal distance for all lanes: a block never crosses a tap there.
    """
    table = spec.columns_table
    return data.StructLayout({
        "offset": unsigned(max(1, (spec.depth * spec.word - 1).bit_length())),
        "dy": unsigned(max(column.dy for column in table).bit_length()),
        "dx": data.ArrayLayout(
            unsigned(max(max(column.dx) for column in table).bit_length()),
            spec.columns if spec.gather else 1),
    })


class OperandNetwork(wiring.Component):
    """Read the operands of one column block at one position.

    Operands outside the image are replaced by the layer's padding value. Accepts a position every
    cycle; operands follow by one cycle. With ``spec.deep``, addresses follow by one cycle, data
    three cycles after them, and operands one more cycle later.

    Members
    -------
    layer, y, x, base : In
        Layer, corner of the window and its element address, as in ``PositionWalk``.
    column : In(column_layout(spec))
    primes : In(1)
        Only with ``spec.shares``: the operands are padding, whatever the position.
    address : Out(ArrayLayout(word, spec.word))
        To the banks.
    data : In(ArrayLayout(signed(8), spec.word))
        From the banks, one cycle after ``address``, or three.
    operands : Out(ArrayLayout(signed(8), spec.word))
        In the same cycle as ``data``, or in the next.
    """

    def __init__(self, spec: ArraySpec, *, y: int, x: int, base: int) -> None:
        self.spec = spec
        words = max(1, (spec.depth - 1).bit_length())
        super().__init__({
            "layer": In(range(len(spec.layers))),
            "y": In(y),
            "x": In(x),
            "base": In(base),
            "column": In(column_layout(spec)),
            "address": Out(data.ArrayLayout(words, spec.word)),
            "data": In(data.ArrayLayout(signed(8), spec.word)),
            "operands": Out(data.ArrayLayout(signed(8), spec.word)),
        } | ({"primes": In(1)} if spec.shares else {}))

    def outside(self, m: Module, lane: int) -> Value:
        """Whether an operand is outside the image; with ``spec.deep``, a cycle later."""
        layers = self.spec.layers
        y = (self.y + self.column.dy)[:len(self.y)]
        # Beyond the columns there are only the channels of one pixel.
        column = lane if self.spec.gather and lane < self.spec.columns else 0
        x = self.x + self.column.dx[column]
        beyond = [layer.beyond(lane, self.spec.rows) if layer.taps else 0 for layer in layers]
        if any(beyond):
            x += of_layer(m, self.spec.deep, self.layer, beyond)
        x = x[:len(self.x)]
        y, x = (later(m, value, self.spec.deep, f"{name}_{column}")
                for name, value in (("y", y), ("x", x)))
        padded = of_layer(m, self.spec.deep, self.layer, [layer.padded for layer in layers])
        height = of_layer(m, self.spec.deep, self.layer, [layer.height for layer in layers])
        width = of_layer(m, self.spec.deep, self.layer, [layer.width for layer in layers])
        outside = padded & ((y >= height) | (x >= width))
        return outside | later(m, self.primes, self.spec.deep, "primed") if self.spec.shares \
            else outside

    def fill(self, m: Module, fetched: list[Value]) -> None:
        """Put the padding value where an operand is outside, and drive ``operands``."""
        pads = [layer.pad for layer in self.spec.layers]
        pad = Signal(signed(8))
        m.d.sync += pad.eq(of_layer(m, self.spec.deep, self.layer, pads))
        domain = m.d.sync if self.spec.deep else m.d.comb
        for lane, value in enumerate(fetched):
            outside = later(m, self.outside(m, lane), 3 if self.spec.deep else 1, f"outside_{lane}")
            domain += self.operands[lane].eq(Mux(outside, pad, value))

    def element(self, m: Module) -> Value:
        """Address of the first element, in the cycle in which addresses are due."""
        element = Signal(len(self.base), name="element")
        domain = m.d.sync if self.spec.deep else m.d.comb
        domain += element.eq(self.base + self.column.offset)
        return element


class Broadcast(OperandNetwork):
    """Aligned reads: every bank at the same word, bank i to column i."""

    def elaborate(self, platform: object) -> Module:
        m = Module()

        element = self.element(m)
        for address in self.address:
            m.d.comb += address.eq(element >> (self.spec.word.bit_length() - 1))
        self.fill(m, list(self.data))

        return m


class UnalignedGather(OperandNetwork):
    """A run of consecutive elements from any address: a word per bank, and a rotation.

    Or half of a word from its begin, and another half that is ``Layer.beside`` before it, if that
    is positive.
    """

    def elaborate(self, platform: object) -> Module:
        m = Module()

        size = self.spec.word
        bits = size.bit_length() - 1
        element = self.element(m)
        # Bank of the first element, when the data arrive.
        start = later(m, element[:bits], 3 if self.spec.deep else 1, "start")
        if self.spec.pairs:
            distances = [max(0, layer.beside) for layer in self.spec.layers]
            beside = Signal.like(element, name="beside")
            m.d.comb += beside.eq(
                element - of_layer(m, self.spec.deep, self.layer, distances))
            pairs = of_layer(m, self.spec.deep, self.layer, [int(each > 0) for each in distances])
        for bank, address in enumerate(self.address):
            # Banks before the first one hold the end of the run, one word further.
            word: Value = (element >> bits) + (element[:bits] > bank)
            if self.spec.pairs:
                # Pixels begin in either half of the banks, what is beside them in the other one.
                word = Mux(pairs & (element[bits - 1] != bank >> (bits - 1)), beside >> bits, word)
            m.d.comb += address.eq(word)
        banks = Cat(self.data)
        rotated = Signal(len(banks))
        # Reads of single-port memory begin at even elements.
        turn = start[1:] << 4 if self.spec.single else start << 3
        m.d.comb += rotated.eq(Cat(banks, banks) >> turn)
        self.fill(m, [rotated[8 * lane:8 * lane + 8].as_signed() for lane in range(size)])

        return m


def operand_network(spec: ArraySpec, *, y: int, x: int, base: int) -> OperandNetwork:
    """The network that ``spec`` asks for, for coordinates of these widths."""
    network = UnalignedGather if spec.gather else Broadcast
    return network(spec, y=y, x=x, base=base)
