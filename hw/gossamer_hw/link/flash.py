"""Flash: fill a memory from an SPI flash after a reset, as an FPGA fills itself."""

from __future__ import annotations

import zlib
from typing import Any

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib.wiring import Component, In, Out, Signature

from gossamer_hw.link import crc
from gossamer_hw.link.load import load_signature

__all__ = ["CRC_LENGTH", "FLASH_SIZE", "SPI", "FlashLoader", "contents"]

#: The pins of a flash: ``cs`` is high while the chip is selected.
SPI = Signature({"cs": Out(1), "clk": Out(1), "copi": Out(1), "cipo": In(1)})

#: Bytes of the CRC-32 behind the memory's contents.
CRC_LENGTH = 4

#: Bytes that three bytes of address reach.
FLASH_SIZE = 1 << 24

#: "Release from deep power-down", into which an iCE40 sends its flash, and "read data".
WAKE, READ = 0xAB, 0x03


def contents(image: bytes, design: bytes) -> bytes:
    """What lies in the flash for a memory of ``image``: that, and a CRC-32, low byte first.

    The CRC is that of the design's hash and the image, so that no other design takes them for its
    own.
    """
    return image + zlib.crc32(design + image).to_bytes(CRC_LENGTH, "little")


class FlashLoader(Component):
    """Read the contents of a memory from an SPI flash, once after each reset.

    The chip is woken, and read in mode 0 with two clock cycles for a bit, with the command that all
    25-series chips have (JEDEC JESD216). The memory is filled only if the CRC-32 behind its
    contents is right.

    Parameters
    ----------
    size : int
        Bytes of the memory.
    address : int
        Of the first byte in the flash.
    design : bytes
        What the CRC covers before the contents.
    rest : int
        Cycles between waking the chip and the first command; the slowest chips want 30 us.
    waits : bool
        Whether the memory is not there from the first cycle on.

    Members
    -------
    spi : Out(SPI)
    load : Out(load_signature(size))
        To the memory. ``done`` stays low if there is something else in the flash.
    busy : Out(1)
        High from reset until the flash was read.
    starting : In(1)
        Only if it ``waits``: the memory is not there yet.
    """

    spi: Any
    load: Any
    busy: Signal
    starting: Signal

    def __init__(self, *, size: int, address: int, design: bytes, rest: int = 4096,
                 waits: bool = False) -> None:
        if not 0 <= address <= FLASH_SIZE - size - CRC_LENGTH:
            raise ValueError(f"{size} bytes from address {address:#x} on are not in the first "
                             "16 MiB of a flash")
        self.size = size
        self.address = address
        self.design = design
        self.rest = rest
        self.waits = waits
        super().__init__({
            "spi": Out(SPI), "load": Out(load_signature(size)), "busy": Out(1, init=1),
            **({"starting": In(1)} if waits else {})})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        m.submodules.crc = checksum = crc.SerialCRC32(
            crc.crc32_register(self.design))

        # Bits leave at the top and enter at the bottom. The chip looks at its input when the clock
        # rises and changes its output when it falls, where it is taken.
        word = Signal(32, init=WAKE << 24)
        bit = Signal(5)
        m.d.comb += self.spi.copi.eq(word[-1])
        taken = Signal()
        with m.If(self.spi.cs):
            m.d.sync += self.spi.clk.eq(~self.spi.clk)
            m.d.comb += taken.eq(self.spi.clk)
            with m.If(taken):
                m.d.sync += [word.eq(Cat(self.spi.cipo, word)), bit.eq(bit + 1)]

        count = Signal(range(self.size + CRC_LENGTH))
        last = count == self.size + CRC_LENGTH - 1
        ended, byte = Signal(), Signal()
        m.d.comb += [
            checksum.i.payload.eq(word[:8]),
            checksum.i.valid.eq(byte),
            self.load.address.eq(count),
            self.load.data.eq(word[:8]),
            self.load.write.eq(byte & (count < self.size)),
        ]

        timer = Signal(range(self.rest))
        rested = timer == self.rest - 1
        if self.waits:
            # The next time that the timer comes round.
            rested &= ~self.starting
        with m.FSM():
            with m.State("WAKE"):
                m.d.sync += self.spi.cs.eq(1)
                with m.If(taken & (bit == 7)):
                    m.d.sync += [self.spi.cs.eq(0), bit.eq(0)]
                    m.next = "REST"

            with m.State("REST"):
                m.d.sync += timer.eq(timer + 1)
                with m.If(rested):
                    m.d.sync += [self.spi.cs.eq(1), word.eq(READ << 24 | self.address)]
                    m.next = "COMMAND"

            with m.State("COMMAND"):
                with m.If(taken & (bit == 31)):
                    m.next = "DATA"

            with m.State("DATA"):
                # A byte is complete in the cycle after its last bit.
                with m.If(taken & (bit[:3] == 7)):
                    m.d.sync += [ended.eq(1), self.spi.cs.eq(~last)]
                with m.Else():
                    m.d.sync += ended.eq(0)
                m.d.comb += byte.eq(ended)
                with m.If(ended):
                    m.d.sync += count.eq(count + 1)
                    with m.If(last):
                        m.next = "CHECK"

            with m.State("CHECK"):
                with m.If(checksum.i.ready):
                    m.d.sync += [
                        self.busy.eq(0),
                        self.load.done.eq(checksum.register == crc.RESIDUE),
                    ]
                    m.next = "DONE"

            with m.State("DONE"):
                pass

        return m
