"""Tang Nano 9K: a Gowin GW1NR-9C with 8,640 look-up tables, at the price of a book."""

from typing import Any

from amaranth_boards.tang_nano_9k import TangNano9kPlatform

from gossamer.target import Target
from gossamer_boards.board import Board, link_spi

__all__ = ["TANG_NANO_9K"]


class Platform(TangNano9kPlatform):
    """The board with the maintained place and route; Amaranth 0.5 calls one that is gone."""

    @property
    def command_templates(self) -> list[Any]:
        synthesise, _, pack = super().command_templates
        route = r"""
            {{invoke_tool("nextpnr-himbaechel-gowin")}}
                {{quiet("--quiet")}}
                {{get_override("nextpnr_opts")|options}}
                --log {{name}}.tim
                --device {{platform.part}}
                --vopt family={{platform._chipdb_device}}
                --vopt cst={{name}}.cst
                --json {{name}}.syn.json
                --write {{name}}.pnr.json
        """
        return [synthesise, route, pack]


TANG_NANO_9K = Board(
    target=Target(
        name="tang_nano_9k",
        device="GW1NR-LV9QN88PC6/I5",
        family="gowin",
        luts=8640,
        block_rams=26,
        block_ram_bits=18_432,
        block_ram_width=36,
        sprams=0,
        dsps=20,
        clock_hz=27_000_000,
        link_baud=1_000_000,
    ),
    platform=Platform,
    cable="tangnano9k",
    goal_hz=36_000_000,
    nextpnr=("--seed", "1"),
    # The header's numbers are those of the package; this bank is at 3.3 V.
    spi=link_spi(cs="25", copi="26", cipo="27", sck="28", IO_TYPE="LVCMOS33"),
)
