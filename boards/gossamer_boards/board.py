"""Board: everything that is particular to one board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from amaranth.build import Attrs, Pins, PinsN, Resource, Subsignal

from gossamer.target import Target
from gossamer_hw.link.flash import CRC_LENGTH, FLASH_SIZE
from gossamer_hw.link.host_link import Line

__all__ = ["Board", "link_spi"]


def link_spi(
    *, cs: str, sck: str, copi: str, cipo: str, conn: tuple[str, int] | None = None, **attrs: str
) -> Resource:
    """Pins of an SPI link: names of the package's pins, or of a connector's."""
    return Resource(
        "link_spi", 0,
        Subsignal("cs", PinsN(cs, dir="i", conn=conn)),
        Subsignal("sck", Pins(sck, dir="i", conn=conn)),
        Subsignal("copi", Pins(copi, dir="i", conn=conn)),
        Subsignal("cipo", Pins(cipo, dir="o", conn=conn)),
        Attrs(**attrs))


@dataclass(frozen=True, kw_only=True)
class Board:
    """One board that bitstreams can be made for.

    Attributes
    ----------
    target : Target
        Resources, for the planner.
    platform : callable
        Makes an Amaranth platform; each serves one build.
    cable : str
        Name of the board for ``openFPGALoader --board``.
    goal_hz : int
        Clock to try when none is asked for: within reach of an array engine on this part.
    nextpnr : tuple of str
        More options for place and route.
    pll_pad : bool
        Whether the oscillator is on a pin that leads into a PLL of iCE40.
    flash_address : int, optional
        Where, in the SPI flash that the board boots from, weights lie behind the bitstream.
    flash : str
        What the platform calls that flash. Where it has no pin for the clock, that leaves through
        the configuration logic of an ECP5.
    spi : Resource, optional
        The pins of an SPI link, where there is a place for them: see :func:`link_spi`.
    """

    target: Target
    platform: Callable[[], Any]
    cable: str
    goal_hz: int
    nextpnr: tuple[str, ...] = ()
    pll_pad: bool = False
    flash_address: int | None = None
    flash: str = "spi_flash_1x"
    spi: Resource | None = None

    @property
    def name(self) -> str:
        return self.target.name

    @property
    def family(self) -> str:
        """``ice40``, ``ecp5``, ``nexus`` or ``gowin``."""
        return self.target.family

    @property
    def lines(self) -> tuple[Line, ...]:
        """What may carry bytes to and from the host."""
        return ("uart", "spi") if self.spi is not None else ("uart",)

    @property
    def oscillator_hz(self) -> int:
        return self.target.clock_hz

    def boots_from(self, size: int) -> int | None:
        """Where ``size`` bytes of weights lie in the flash, for a device to load after a reset.

        Nowhere, if there is no flash for them or if they do not fit: then the host loads them.
        """
        address = self.flash_address
        return None if address is None or address + size + CRC_LENGTH > FLASH_SIZE else address
