"""Quad flash: the words of a memory image from an SPI flash, four bits in a clock cycle."""

from __future__ import annotations

import zlib
from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal, Value
from amaranth.lib.wiring import Component, In, Out, Signature

from gossamer_hw.link.word_source import filling, word_source

__all__ = ["ARRIVAL", "QUAD_SPI", "START", "QuadFlash", "wire_crc"]

#: Pins of a flash. ``cs`` is high while the chip is selected. Of the others, registers at the pins
#: make what the chip sees: its clock rises in the middle of the cycle after one with ``clk``, when
#: it takes what ``o`` was, and ``i`` is what it gave in the cycle after that, a cycle later.
QUAD_SPI = Signature({
    "cs": Out(1), "clk": Out(1), "o": Out(4), "oe": Out(1), "i": In(4)})

#: Cycles from ``begin`` to the first word that is asked for.
START = 40

#: Cycles from the last clock of a word to the word.
ARRIVAL = 4

#: Release from deep power-down, write enable for volatile status, write status register 2, fast
#: read with four outputs.
WAKE, VOLATILE, STATUS2, READ = 0xAB, 0x50, 0x31, 0x6B

#: Bit of status register 2 that gives the pins of write protection and hold to data.
QUAD_ENABLE = 0x02

#: Clocks between address and data, the last of which brings the first data out.
DUMMY = 8

POLYNOMIAL = 0x04C11DB7


def wire_crc(image: bytes) -> int:
    """Register of a CRC-32 over bits in the order on the wire, most significant first."""
    backwards = image.translate(bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256)))
    return int(f"{zlib.crc32(backwards) ^ 0xFFFFFFFF:032b}"[::-1], 2)


class QuadFlash(Component):
    """Read an image from a flash of the 25 series with four data pins, again and again.

    After a reset the chip is woken, its pins are set to four bits for as long as it has power, and
    the image is read once to check it. Then each ``begin`` reads it with one command; while there
    is no room the chip's clock stands still. A word takes ``port / 4`` cycles. Commands and their
    clocks are those of Winbond's W25Q128JV (data sheet, revision F: sections 8.1.2 and 8.2).

    Parameters
    ----------
    image : bytes
        What lies in the flash: its CRC-32 is compared after every time that it was read.
    tail : bytes
        What lies behind it, which is read after a reset only, to fill a memory.
    port : int
        Bits of a word, whose bytes come low byte first.
    address : int
        Of the first byte.
    rest : int
        Cycles between the commands after a reset; the slowest chips want 30 us after the first.

    Members
    -------
    spi : Out(QUAD_SPI)
    words : Out(word_source(port))
    fill : Out(filling(port, ...))
        Words of the tail, if there is one.
    failed : Out(1)
        The flash holds something else, or a read went wrong. Stays high.
    """

    spi: Any
    words: Any
    fill: Any
    failed: Signal

    def __init__(self, *, image: bytes, port: int, address: int, tail: bytes = b"",
                 rest: int = 4096) -> None:
        if not 0 <= address <= (1 << 24) - len(image + tail):
            raise ValueError(f"{len(image + tail)} bytes from address {address:#x} on are not in "
                             "the first 16 MiB of a flash")
        self.image = image
        self.tail = tail
        self.port = port
        self.address = address
        self.rest = rest
        super().__init__({
            "spi": Out(QUAD_SPI), "words": Out(word_source(port)), "failed": Out(1),
            **({"fill": Out(filling(port, 8 * len(tail) // port))} if tail else {})})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        # Commands leave at the top; write protection and hold are high meanwhile.
        command = Signal(32)
        left = Signal(range(32 + DUMMY))
        m.d.comb += self.spi.o.eq(Cat(command[-1], 1, 1, 1))
        m.d.sync += command.eq(command << 1)

        def send(bits: int, value: int, clocks: int = 0) -> list[Any]:
            return [self.spi.cs.eq(1), self.spi.oe.eq(1), command.eq(value << (32 - bits)),
                    left.eq(bits + clocks - 1)]

        # Data: four bits for every clock, some cycles later.
        parts = self.port // 4
        part = Signal(range(parts))
        words = 8 * len(self.image) // self.port
        every = words + 8 * len(self.tail) // self.port
        number = Signal(range(every))
        checking = Signal(init=1)

        def either(first: int, later: int) -> Value | int:
            """What holds in the first reading, with the tail, and in later ones."""
            return Mux(checking, first, later) if self.tail else later

        data, ends = Signal(), Signal()     # a clock for data, the last of a word
        asked = [Signal(2, name=f"asked_{stage}") for stage in range(ARRIVAL)]
        for before, after in zip([Cat(data, ends), *asked], asked, strict=False):
            m.d.sync += after.eq(before)
        comes = asked[2][0]

        # High nibble first of every byte, low byte first of every word.
        nibbles = Signal(self.port)
        with m.If(comes):
            m.d.sync += nibbles.eq(Cat(self.spi.i, nibbles))
        m.d.comb += [
            self.words.word.eq(Cat(nibbles.word_select(byte, 8)
                                   for byte in reversed(range(self.port // 8)))),
            self.words.valid.eq(asked[3][1] & ~checking),
        ]

        if self.tail:
            place = Signal(range(every + 1))
            with m.If(asked[3][1]):
                m.d.sync += place.eq(place + checking)
            m.d.comb += [
                self.fill.write.eq(asked[3][1] & checking & (place >= words)),
                self.fill.address.eq(place - words),
                self.fill.word.eq(self.words.word),
            ]

        checksum = Signal(32, init=0xFFFFFFFF)
        with m.If(comes):
            m.d.sync += checksum.eq(_advance(checksum, self.spi.i))

        timer = Signal(range(self.rest))
        step = Signal(range(4))
        wanted = Signal()
        with m.If(self.words.begin):
            m.d.sync += wanted.eq(1)
        read = send(32, READ << 24 | self.address, DUMMY - 1)
        with m.FSM():
            with m.State("REST"):
                m.d.sync += timer.eq(timer + 1)
                with m.If(timer == self.rest - 1):
                    m.d.sync += [timer.eq(0), step.eq(step + 1)]
                    m.next = "SEND"
                    with m.Switch(step):
                        with m.Case(0):
                            m.d.sync += send(8, WAKE)
                        with m.Case(1):
                            m.d.sync += send(8, VOLATILE)
                        with m.Case(2):
                            m.d.sync += send(16, STATUS2 << 8 | QUAD_ENABLE)
                        with m.Case(3):
                            m.d.sync += read
                            m.next = "READ"

            with m.State("SEND"):
                m.d.comb += self.spi.clk.eq(1)
                m.d.sync += left.eq(left - 1)
                with m.If(left == 0):
                    m.next = "END"

            with m.State("END"):
                # The last clock is still on its way to the chip.
                m.d.sync += timer.eq(timer + 1)
                with m.If(timer == 3):
                    m.d.sync += [timer.eq(0), self.spi.cs.eq(0), self.spi.oe.eq(0)]
                    m.next = "REST"

            with m.State("IDLE"):
                m.d.sync += checksum.eq(0xFFFFFFFF)
                with m.If(self.words.begin | wanted):
                    m.d.sync += [*read, wanted.eq(0)]
                    m.next = "READ"

            with m.State("READ"):
                m.d.comb += self.spi.clk.eq(1)
                m.d.sync += left.eq(left - 1)
                # The pins are free from the first clock after the address on.
                with m.If(left == DUMMY - 1):
                    m.d.sync += self.spi.oe.eq(0)
                with m.If(left == 0):
                    m.next = "DATA"

            with m.State("DATA"):
                m.d.comb += [
                    data.eq((part != 0) | self.words.room | checking),
                    ends.eq(part == parts - 1),
                    self.spi.clk.eq(data),
                    self.words.asked.eq(data & (part == 0) & ~checking),
                ]
                with m.If(data):
                    m.d.sync += part.eq(Mux(ends, 0, part + 1))
                with m.If(ends):
                    m.d.sync += number.eq(number + 1)
                    with m.If(number == either(every - 1, words - 1)):
                        m.d.sync += number.eq(0)
                        m.next = "CHECK"

            with m.State("CHECK"):
                with m.If(~(asked[0][0] | asked[1][0] | asked[2][0])):
                    m.d.sync += [self.spi.cs.eq(0), checking.eq(0)]
                    with m.If(checksum == either(wire_crc(self.image + self.tail),
                                                 wire_crc(self.image))):
                        m.d.comb += self.words.intact.eq(~checking)
                        m.next = "IDLE"
                    with m.Else():
                        m.next = "FAILED"

            with m.State("FAILED"):
                m.d.comb += self.failed.eq(1)

        return m


def _advance(register: Value, nibble: Value) -> Value:
    """A CRC register after four more bits, the highest of them first."""
    value = Cat(0, 0, 0, 0, register[:28])
    for bit in range(4):
        after = 1 << (28 + bit)
        for _ in range(4):
            after = (after << 1 ^ (POLYNOMIAL if after >> 31 else 0)) & 0xFFFFFFFF
        value ^= Mux(register[28 + bit] ^ nibble[bit], after, 0)
    return value
