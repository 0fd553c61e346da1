"""CrossLink-NX evaluation board: a Nexus with 32,000 look-up tables, its UART on a PMOD header."""

from amaranth.build import Attrs, Clock, Connector, Pins, Resource
from amaranth.vendor import LatticePlatform
from amaranth_boards.resources import UARTResource

from gossamer.target import Target
from gossamer_boards.board import Board, link_spi

__all__ = ["LIFCL_40_EVN"]


class Platform(LatticePlatform):
    """Clock and PMOD headers; pins as Lattice's user guide FPGA-EB-02028 gives them.

    The UART of the board's FT2232H needs resistors to be moved, so a serial adapter takes its
    place: its TX goes to pin 3 of PMOD 0, its RX to pin 2, as on Digilent's.
    """

    device = "LIFCL-40"
    package = "BG400"
    speed = "9"
    grade = "C"
    default_clk = "clk12"
    resources = (
        # With the jumper JP2.
        Resource("clk12", 0, Pins("L13", dir="i"), Clock(12e6), Attrs(IO_TYPE="LVCMOS33")),
        UARTResource(0, rx="3", tx="2", conn=("pmod", 0), attrs=Attrs(IO_TYPE="LVCMOS33")),
    )
    connectors = (
        Connector("pmod", 0, "D10 D9 D7 D8 - - D6 D5 D4 D3 - -"),
        Connector("pmod", 1, "E10 E9 E7 E8 - - E4 E3 E2 F1 - -"),
    )


LIFCL_40_EVN = Board(
    target=Target(
        name="lifcl_40_evn",
        device="LIFCL-40-9BG400C",
        family="nexus",
        luts=32_256,
        block_rams=84,
        block_ram_bits=18_432,
        block_ram_width=36,
        sprams=0,
        dsps=56,
        clock_hz=12_000_000,
        link_baud=1_000_000,
    ),
    platform=Platform,
    cable="crosslinknx_evn",
    goal_hz=12_000_000,
    # The default router does not reach the global clock from this pin.
    nextpnr=("--seed", "1", "--router", "router1"),
    spi=link_spi(cs="1", copi="2", cipo="3", sck="4", conn=("pmod", 1), IO_TYPE="LVCMOS33"),
)
