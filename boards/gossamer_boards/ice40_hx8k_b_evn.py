"""iCE40HX8K breakout board: logic and block RAM alone, and every bit of its bitstream is known."""

from amaranth_boards.ice40_hx8k_b_evn import ICE40HX8KBEVNPlatform

from gossamer.target import Target
from gossamer_boards.board import Board, link_spi

__all__ = ["ICE40_HX8K_B_EVN"]

ICE40_HX8K_B_EVN = Board(
    target=Target(
        name="ice40_hx8k_b_evn",
        device="iCE40HX8K-CT256",
        family="ice40",
        luts=7680,
        block_rams=32,
        block_ram_bits=4096,
        block_ram_width=16,
        sprams=0,
        dsps=0,
        clock_hz=12_000_000,
        link_baud=1_000_000,
    ),
    platform=ICE40HX8KBEVNPlatform,
    cable="ice40_generic",
    goal_hz=60_000_000,
    nextpnr=("--seed", "1"),
    # Four neighbours of the header J2.
    spi=link_spi(cs="9", copi="10", cipo="11", sck="12", conn=("j", 2), IO_STANDARD="SB_LVCMOS"),
)
