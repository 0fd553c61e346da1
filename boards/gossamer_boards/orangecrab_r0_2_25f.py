"""OrangeCrab r0.2: an ECP5 of 24,000 look-up tables, its UART on two pins of the header."""

from amaranth.build import Attrs
from amaranth_boards.orangecrab_r0_2 import OrangeCrabR0_2_25FPlatform
from amaranth_boards.resources import UARTResource

from gossamer.target import Target
from gossamer_boards.board import Board, link_spi

__all__ = ["ORANGECRAB_R0_2_25F"]


class Platform(OrangeCrabR0_2_25FPlatform):
    """The board, its USB left to the boot loader: a serial adapter's TX goes to 0, its RX to 1."""

    resources = (*OrangeCrabR0_2_25FPlatform.resources, UARTResource(
        0, rx="0", tx="1", conn=("io", 0), attrs=Attrs(IO_TYPE="LVCMOS33")))


ORANGECRAB_R0_2_25F = Board(
    target=Target(
        name="orangecrab_r0_2_25f",
        device="LFE5U-25F-8MG285C",
        family="ecp5",
        luts=24_288,
        block_rams=56,
        block_ram_bits=18_432,
        block_ram_width=36,
        sprams=0,
        dsps=28,
        clock_hz=48_000_000,
        link_baud=1_000_000,
    ),
    platform=Platform,
    cable="orangecrab",
    goal_hz=60_000_000,
    # The default router does not finish large arrays within minutes.
    nextpnr=("--seed", "1", "--router", "router2"),
    # Named so on the header; any wire may select the chip.
    spi=link_spi(cs="10", copi="copi", cipo="cipo", sck="sck", conn=("io", 0), IO_TYPE="LVCMOS33"),
)
