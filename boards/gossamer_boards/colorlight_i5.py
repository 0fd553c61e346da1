"""Colorlight i5 v7.0 on its extension board: an ECP5 of 24,000 look-up tables."""

from amaranth.build import Attrs, Clock, Pins, Resource
from amaranth.vendor import LatticeECP5Platform
from amaranth_boards.resources import UARTResource

from gossamer.target import Target
from gossamer_boards.board import Board

__all__ = ["COLORLIGHT_I5"]


class Platform(LatticeECP5Platform):
    """Clock and UART; pins as the board's makers publish them."""

    device = "LFE5U-25F"
    package = "BG381"
    speed = "6"
    default_clk = "clk25"
    resources = (
        Resource("clk25", 0, Pins("P3", dir="i"), Clock(25e6), Attrs(IO_TYPE="LVCMOS33")),
        UARTResource(0, rx="H18", tx="J17", attrs=Attrs(IO_TYPE="LVCMOS33")),
    )
    connectors = ()


COLORLIGHT_I5 = Board(
    target=Target(
        name="colorlight_i5",
        device="LFE5U-25F-6BG381C",
        family="ecp5",
        luts=24_288,
        block_rams=56,
        block_ram_bits=18_432,
        block_ram_width=36,
        sprams=0,
        dsps=28,
        clock_hz=25_000_000,
        link_baud=1_000_000,
    ),
    platform=Platform,
    cable="colorlight-i5",
    goal_hz=60_000_000,
    # The default router does not finish large arrays within minutes.
    nextpnr=("--seed", "1", "--router", "router2"),
)
