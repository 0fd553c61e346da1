"""ULX3S with the largest ECP5: 84,000 look-up tables and 156 multipliers."""

from amaranth_boards.ulx3s import ULX3S_85F_Platform

from gossamer.target import Target
from gossamer_boards.board import Board, link_spi

__all__ = ["ULX3S"]

ULX3S = Board(
    target=Target(
        name="ulx3s",
        device="LFE5U-85F-6BG381C",
        family="ecp5",
        luts=83_640,
        block_rams=208,
        block_ram_bits=18_432,
        block_ram_width=36,
        sprams=0,
        dsps=156,
        clock_hz=25_000_000,
        link_baud=1_000_000,
        sdram=(40_000_000, 100_000_000),
    ),
    platform=ULX3S_85F_Platform,
    cable="ulx3s",
    goal_hz=60_000_000,
    # An array that fills this device has wires a third shorter from this placer than from the
    # default one, heap, and is routed by router1 in minutes, but not by router2.
    nextpnr=("--seed", "1", "--placer", "static", "--router", "router1"),
    # Beyond a bitstream of 2,409,843 bytes: one with all block RAMs and without compression.
    flash_address=0x30_0000,
    flash="spi_flash",
    # GP0 to GP3 of the header J1.
    spi=link_spi(cs="0+", copi="1+", cipo="2+", sck="3+", conn=("gpio", 0), IO_TYPE="LVCMOS33"),
)
