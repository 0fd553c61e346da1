"""iCEBreaker: an iCE40UP5K with 128 KiB of single-port memory, on a USB stick's worth of board."""

from amaranth_boards.icebreaker import ICEBreakerPlatform

from gossamer.target import Target
from gossamer_boards.board import Board, link_spi

__all__ = ["ICEBREAKER"]

#: In the flash, behind a bitstream: one of an iCE40UP5K has 104,090 bytes.
_WEIGHTS = 0x2_0000

ICEBREAKER = Board(
    target=Target(
        name="icebreaker",
        device="iCE40UP5K-SG48",
        family="ice40",
        luts=5280,
        block_rams=30,
        block_ram_bits=4096,
        block_ram_width=16,
        sprams=4,
        dsps=8,
        clock_hz=12_000_000,
        link_baud=1_000_000,
        quad_flash=_WEIGHTS,
    ),
    platform=ICEBreakerPlatform,
    cable="ice40_generic",
    goal_hz=26_000_000,
    nextpnr=("--seed", "1"),
    pll_pad=True,
    flash_address=_WEIGHTS,
    # PMOD 1A, the upper row, in the order that Digilent gave an SPI.
    spi=link_spi(cs="1", copi="2", cipo="3", sck="4", conn=("pmod", 0), IO_STANDARD="SB_LVCMOS"),
)
