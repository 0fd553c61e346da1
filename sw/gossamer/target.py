"""Target: what the planner knows of a device."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Target"]


@dataclass(frozen=True, kw_only=True)
class Target:
    """Resources of one board's FPGA. Instances live in ``gossamer_boards``.

    Attributes
    ----------
    name : str
        Name of the board, as on the command line.
    device : str
        Part, for example ``iCE40UP5K-SG48``.
    family : str
        ``ice40``, ``ecp5``, ``nexus`` or ``gowin``: selects the tool chain and the primitives.
    luts : int
        Four-input look-up tables (logic cells on iCE40).
    block_rams, block_ram_bits : int
        Number of block RAMs and the bits in each.
    block_ram_width : int
        Widest port of one block RAM, in bits.
    sprams : int
        Single-port memories of 16,384 x 16 bits.
    dsps : int
        Multipliers.
    clock_hz : int
        Frequency of the board's oscillator.
    quad_flash : int or None
        First address for weights in the board's flash, if that has four data pins that the device
        may use, so that weights can be read from there while it computes.
    sdram : tuple of int, or None
        The slowest and the fastest clock, in hertz, at which the board's SDRAM gives weights while
        the device computes, if it has one of 16 data pins: the faster the slowest one, the less
        time goes to refreshes.
    """

    name: str
    device: str
    family: str
    luts: int
    block_rams: int
    block_ram_bits: int
    block_ram_width: int
    sprams: int
    dsps: int
    clock_hz: int
    link: str = "uart"
    link_baud: int = 1_000_000
    quad_flash: int | None = None
    sdram: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if self.sdram is not None:
            slowest, fastest = self.sdram       # of a saved plan, a list
            object.__setattr__(self, "sdram", (slowest, fastest))

    @property
    def streams(self) -> bool:
        """Whether weights can come from a memory outside the chip for every inference."""
        return self.quad_flash is not None or self.sdram is not None
