"""SDRAM: the words of a memory image from an SDRAM, sixteen bits in a clock cycle."""

from __future__ import annotations

import zlib
from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import crc
from amaranth.lib.wiring import Component, In, Out, Signature

from gossamer_hw.link.load import load_signature
from gossamer_hw.link.sdram_timing import COLUMNS, SLOWEST, Chip, schedule
from gossamer_hw.link.word_source import word_source

__all__ = ["SDRAM", "Sdram"]

#: Pins of an SDRAM that is always selected and has a clock that always runs. Commands, high while
#: they are given, and addresses pass registers at the pins; the chip's clock rises in the middle of
#: the cycle after that, and with it ``i`` is taken, which a cycle later is here. ``mask`` is that
#: of both bytes.
SDRAM = Signature({
    "ras": Out(1), "cas": Out(1), "we": Out(1), "bank": Out(2), "address": Out(13), "mask": Out(1),
    "o": Out(16), "oe": Out(1), "i": In(16)})

#: The address bit that means all banks when they are closed.
ALL_BANKS = 1 << 10

#: Bits of a column's, a bank's and a row's number, the lowest first, in the number of a half-word.
COLUMN_BITS, BANK_BITS, ROW_BITS = COLUMNS.bit_length() - 1, 2, 13

#: Cycles from a read to its data here, besides the chip's latency: a register, that at the pins,
#: and the one that takes the data.
AROUND = 3

#: Least cycles from one byte that is loaded to the next.
BYTE = 16

#: That of Ethernet and zlib.
CHECK = crc.Algorithm(crc_width=32, polynomial=0x04C11DB7, initial_crc=0xFFFFFFFF,
                      reflect_input=True, reflect_output=True, xor_output=0xFFFFFFFF)


class Sdram(Component):
    """Fill an SDRAM of 16 data pins with an image, and read it from there again and again.

    After a reset the chip is initialised. Then the image is loaded, and read once to check it. Then
    each ``begin`` reads it: 16 bits a cycle while there is room, but for the turns in which the
    chip is refreshed and a row is opened: when a row has ended, and when one is due. Turns are due
    at times that count from ``begin``; so the time of every word is known before.

    Commands are those of JEDEC's single-data-rate SDRAM (JESD21-C), with bursts of one.

    Parameters
    ----------
    image : bytes
        Whole words; its CRC-32 is compared after every time that it was read.
    load_size : int
        Bytes that are loaded: the image, and what fills it up. At most 32 MiB.
    port : int
        Bits of a word, whose bytes come low byte first: 32, 64 or 128.
    clocks : tuple of int
        The slowest and the fastest clock, in hertz, for :func:`schedule`.
    chip : Chip
        What the SDRAM asks for.

    Members
    -------
    sdram : Out(SDRAM)
    words : Out(word_source(port))
    load : In(load_signature(load_size))
        Bytes in pairs, at least 16 cycles apart.
    starting : Out(1)
        High until the chip is initialised; what is loaded until then is lost.
    failed : Out(1)
        The chip gives other words than the image's. Stays high.
    """

    sdram: Any
    words: Any
    load: Any
    starting: Signal
    failed: Signal

    def __init__(self, *, image: bytes, load_size: int, port: int, clocks: tuple[int, int],
                 chip: Chip = SLOWEST) -> None:
        if port not in (32, 64, 128):
            raise ValueError(f"Words from an SDRAM have 32, 64 or 128 bits, not {port!r}")
        if not 0 < len(image) <= load_size <= 1 << (COLUMN_BITS + BANK_BITS + ROW_BITS + 1):
            raise ValueError(f"An image of {len(image)} bytes does not fit into {load_size!r} of "
                             "an SDRAM of 32 MiB")
        self.schedule = schedule(clocks, chip)
        if 2 * self.schedule.turn + 4 > 2 * BYTE:
            raise ValueError(f"Turns of {self.schedule.turn} cycles leave no time for what is "
                             "loaded")
        self.image = image
        self.load_size = load_size
        self.port = port
        self.clocks = clocks
        self.chip = chip
        super().__init__({
            "sdram": Out(SDRAM), "words": Out(word_source(port)),
            "load": In(load_signature(load_size)), "starting": Out(1), "failed": Out(1)})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        times, chip = self.schedule, self.chip
        parts = self.port // 16
        halves = len(self.image) // 2

        # Commands, a cycle before they are at the pins' registers.
        ras, cas, we = Signal(), Signal(), Signal()
        bank, address = Signal(BANK_BITS), Signal(ROW_BITS)
        m.d.sync += [
            self.sdram.ras.eq(ras), self.sdram.cas.eq(cas), self.sdram.we.eq(we),
            self.sdram.bank.eq(bank), self.sdram.address.eq(address),
            self.sdram.mask.eq(self.starting), self.sdram.oe.eq(~self.starting & ~self.load.done),
        ]

        # What is loaded, a half-word at a time.
        low, pending = Signal(8), Signal()
        target = Signal(COLUMN_BITS + BANK_BITS + ROW_BITS)
        with m.If(self.load.write & ~self.load.done):
            with m.If(self.load.address[0]):
                m.d.sync += [
                    self.sdram.o.eq(Cat(low, self.load.data)), pending.eq(~self.starting),
                    target.eq(self.load.address[1:]),
                ]
            with m.Else():
                m.d.sync += low.eq(self.load.data)

        # What is read: half-words, some cycles later.
        reading, first, ends, last = Signal(), Signal(), Signal(), Signal()
        place = Signal.like(target)
        part = place[:parts.bit_length() - 1]
        stages = [Signal(3, name=f"read_{stage}") for stage in range(AROUND + chip.latency)]
        m.d.comb += [
            first.eq(part == 0), ends.eq(part == parts - 1), last.eq(place == halves - 1),
        ]
        for before, after in zip([Cat(reading, reading & ends, reading & last), *stages], stages,
                                 strict=False):
            m.d.sync += after.eq(before)
        comes, complete, final = stages[-1]
        checking = Signal(init=1)
        given = Signal()
        m.submodules.crc = checksum = CHECK(data_width=16).create()
        m.d.comb += [checksum.data.eq(self.sdram.i), checksum.valid.eq(comes)]
        with m.If(comes):
            m.d.sync += self.words.word.eq(Cat(self.words.word, self.sdram.i)[16:])
        m.d.sync += [self.words.valid.eq(complete & ~checking), given.eq(final)]

        # A reading: from its turn until its words are checked.
        wanted, running, unread, awaited = Signal(), Signal(), Signal(), Signal()
        delay = Signal(range(times.turn + 1))
        begins = Signal()
        with m.If(self.words.begin):
            m.d.sync += wanted.eq(1)
        m.d.comb += awaited.eq(self.load.done & ~self.starting & (checking | wanted) & ~running
                               & ~self.failed)
        with m.If(awaited & (delay != times.turn)):
            m.d.sync += delay.eq(delay + 1)
        with m.If(begins):
            m.d.sync += [running.eq(1), unread.eq(1), delay.eq(0)]
            with m.If(~checking):
                m.d.sync += wanted.eq(0)
        with m.If(given):
            m.d.sync += running.eq(0)
            with m.If(checksum.crc == zlib.crc32(self.image)):
                m.d.comb += self.words.intact.eq(~checking)
                m.d.sync += checking.eq(0)
            with m.Else():
                m.d.sync += self.failed.eq(1)
        m.d.comb += checksum.start.eq(begins)

        # Turns after a reset: those that refresh only, and the first one that opens a row.
        done = Signal(range(chip.refreshes + 1))
        m.d.comb += self.starting.eq(done != chip.refreshes)

        timer = Signal(range(max(times.power_up, times.stretch)))
        due, crossed, writing = Signal(), Signal(), Signal()
        row = Signal(COLUMN_BITS + BANK_BITS + ROW_BITS)
        m.d.comb += row.eq(Mux(writing, target, place))
        with m.FSM():
            with m.State("POWER UP"):
                m.d.sync += timer.eq(timer + 1)
                with m.If(timer == times.power_up - 1):
                    m.d.sync += timer.eq(0)
                    m.next = "TURN"

            with m.State("TURN"):
                m.d.sync += [timer.eq(timer + 1), due.eq(0), crossed.eq(0)]
                m.d.comb += bank.eq(row[COLUMN_BITS:COLUMN_BITS + BANK_BITS])
                with m.Switch(timer):
                    with m.Case(times.close):
                        m.d.comb += [ras.eq(1), we.eq(1), address.eq(ALL_BANKS)]
                    with m.Case(times.refresh):
                        m.d.comb += [ras.eq(1), cas.eq(1)]
                    with m.Case(times.open):
                        m.d.comb += [ras.eq(~self.starting),
                                     address.eq(row[COLUMN_BITS + BANK_BITS:])]
                    with m.Case(times.turn - 1):
                        m.d.sync += timer.eq(0)
                        m.next = "OPEN"

            with m.State("OPEN"):
                m.d.sync += timer.eq(timer + 1)
                with m.If(timer == times.stretch - 1):
                    m.d.sync += due.eq(1)
                m.d.comb += [
                    bank.eq(row[COLUMN_BITS:COLUMN_BITS + BANK_BITS]),
                    address.eq(row[:COLUMN_BITS]),
                ]
                turn = Signal()
                with m.If(self.starting):
                    m.d.comb += turn.eq(1)
                    m.d.sync += done.eq(done + 1)
                    with m.If(done == chip.refreshes - 1):
                        m.d.comb += [ras.eq(1), cas.eq(1), we.eq(1), bank.eq(0),
                                     address.eq(chip.latency << 4)]
                with m.Elif(writing):
                    m.d.comb += [cas.eq(1), we.eq(1)]
                    m.d.sync += [writing.eq(0), pending.eq(0)]
                with m.Elif(first & (due | crossed)):
                    # An inference that begins waits for its own turn.
                    m.d.comb += turn.eq(~awaited)
                with m.Elif(pending):
                    m.d.comb += turn.eq(1)
                    m.d.sync += writing.eq(1)
                with m.Elif(unread):
                    m.d.comb += [
                        reading.eq(~first | self.words.room | checking),
                        self.words.asked.eq(reading & first & ~checking),
                        cas.eq(reading),
                    ]
                with m.If(awaited & (delay == times.turn)):
                    m.d.comb += [turn.eq(1), begins.eq(1)]
                with m.If(reading):
                    m.d.sync += place.eq(place + 1)
                    with m.If(place[:COLUMN_BITS] == COLUMNS - 1):
                        m.d.sync += crossed.eq(1)
                    with m.If(last):
                        m.d.sync += [place.eq(0), crossed.eq(0), unread.eq(0)]
                with m.If(turn):
                    m.d.sync += timer.eq(0)
                    m.next = "TURN"

        return m
