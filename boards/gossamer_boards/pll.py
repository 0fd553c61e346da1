"""Clocks: the frequencies that a board's PLL can make, and the PLL that makes them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from amaranth.hdl import Const, Instance, IOPort, Module, Signal
from amaranth.lib.wiring import Component, Out

from gossamer.errors import GossamerError

__all__ = ["ClockSource", "Ecp5Pll", "GowinPll", "Ice40Pll", "Oscillator", "PllBlock", "highest"]

_MHZ = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Oscillator:
    """The board's oscillator as it is."""

    reference_hz: int

    @property
    def frequency(self) -> Fraction:
        """In hertz, exact."""
        return Fraction(self.reference_hz)


@dataclass(frozen=True, kw_only=True)
class Ice40Pll:
    """Settings of an iCE40 PLL with simple feedback; fields as in Lattice's PLL guide."""

    reference_hz: int
    divr: int
    divf: int
    divq: int

    @property
    def detector(self) -> Fraction:
        """Frequency at the phase detector, in hertz."""
        return Fraction(self.reference_hz, self.divr + 1)

    @property
    def oscillation(self) -> Fraction:
        """Frequency of the controlled oscillator, in hertz."""
        return self.detector * (self.divf + 1)

    @property
    def frequency(self) -> Fraction:
        """In hertz, exact."""
        return self.oscillation / (1 << self.divq)

    @property
    def legal(self) -> bool:
        """Whether every frequency is in the range of the data sheet."""
        return (
            10 * _MHZ <= self.detector <= 133 * _MHZ
            and 533 * _MHZ <= self.oscillation <= 1066 * _MHZ
            and 16 * _MHZ <= self.frequency <= 275 * _MHZ
        )

    @property
    def filter_range(self) -> int:
        """Loop filter, by the frequency at the phase detector."""
        return 1 + sum(self.detector >= limit * _MHZ for limit in (17, 26, 44, 66, 101))

    def instance(self, reference: Any, clock: Any, locked: Any) -> Instance:
        """The PLL, from a clock in the fabric, or on a pad if ``reference`` is a pin.

        A pin then belongs to the PLL and to nothing else.
        """
        pad = isinstance(reference, IOPort)
        return Instance(
            "SB_PLL40_PAD" if pad else "SB_PLL40_CORE",
            p_FEEDBACK_PATH="SIMPLE",
            p_DIVR=self.divr,
            p_DIVF=self.divf,
            p_DIVQ=self.divq,
            p_FILTER_RANGE=self.filter_range,
            **{"i_PACKAGEPIN" if pad else "i_REFERENCECLK": reference},
            i_RESETB=1,
            i_BYPASS=0,
            o_PLLOUTGLOBAL=clock,
            o_LOCK=locked,
        )

    @staticmethod
    def settings(reference_hz: int) -> Iterator[Ice40Pll]:
        """Every legal setting, the best of each frequency first."""
        for divr in range(16):
            for divf in range(128):
                for divq in range(1, 7):
                    pll = Ice40Pll(reference_hz=reference_hz, divr=divr, divf=divf, divq=divq)
                    if pll.legal:
                        yield pll


@dataclass(frozen=True, kw_only=True)
class Ecp5Pll:
    """Settings of an ECP5 PLL whose primary output is its feedback."""

    reference_hz: int
    reference_div: int
    feedback_div: int
    output_div: int

    @property
    def detector(self) -> Fraction:
        """Frequency at the phase detector, in hertz."""
        return Fraction(self.reference_hz, self.reference_div)

    @property
    def frequency(self) -> Fraction:
        """In hertz, exact."""
        return self.detector * self.feedback_div

    @property
    def oscillation(self) -> Fraction:
        """Frequency of the controlled oscillator, in hertz."""
        return self.frequency * self.output_div

    @property
    def legal(self) -> bool:
        """Whether every frequency is in the range of the data sheet."""
        return (
            3_125_000 <= self.detector <= 400 * _MHZ
            and 400 * _MHZ <= self.oscillation <= 800 * _MHZ
            and 3_125_000 <= self.frequency <= 400 * _MHZ
        )

    def instance(self, reference: Any, clock: Any, locked: Any) -> Instance:
        """The PLL, from a clock in the fabric."""
        return Instance(
            "EHXPLLL",
            p_FEEDBK_PATH="CLKOP",
            p_CLKI_DIV=self.reference_div,
            p_CLKFB_DIV=self.feedback_div,
            p_CLKOP_ENABLE="ENABLED",
            p_CLKOP_DIV=self.output_div,
            p_CLKOP_CPHASE=self.output_div - 1,
            p_CLKOP_FPHASE=0,
            p_OUTDIVIDER_MUXA="DIVA",
            i_CLKI=reference,
            i_CLKFB=clock,
            i_RST=0,
            i_STDBY=0,
            i_ENCLKOP=0,
            o_CLKOP=clock,
            o_LOCK=locked,
        )

    @staticmethod
    def settings(reference_hz: int) -> Iterator[Ecp5Pll]:
        """Every legal pair of dividers, with the output divider that puts the oscillator midway."""
        for reference_div in range(1, 129):
            for feedback_div in range(1, 81):
                frequency = Fraction(reference_hz * feedback_div, reference_div)
                pll = Ecp5Pll(
                    reference_hz=reference_hz,
                    reference_div=reference_div,
                    feedback_div=feedback_div,
                    output_div=min(max(round(600 * _MHZ / frequency), 1), 128),
                )
                if pll.legal:
                    yield pll


@dataclass(frozen=True, kw_only=True)
class GowinPll:
    """Settings of a Gowin rPLL, GW1N-9C of speed C6/I5; dividers as the numbers they divide by."""

    reference_hz: int
    reference_div: int
    feedback_div: int
    output_div: int

    @property
    def detector(self) -> Fraction:
        """Frequency at the phase detector, in hertz."""
        return Fraction(self.reference_hz, self.reference_div)

    @property
    def frequency(self) -> Fraction:
        """In hertz, exact."""
        return self.detector * self.feedback_div

    @property
    def oscillation(self) -> Fraction:
        """Frequency of the controlled oscillator, in hertz."""
        return self.frequency * self.output_div

    @property
    def legal(self) -> bool:
        """Whether every frequency is in the range of the data sheet."""
        return (
            3 * _MHZ <= self.detector <= 400 * _MHZ
            and 400 * _MHZ <= self.oscillation <= 1200 * _MHZ
            and 3_125_000 <= self.frequency <= 600 * _MHZ
        )

    def instance(self, reference: Any, clock: Any, locked: Any) -> Instance:
        """The PLL, from a clock in the fabric."""
        return Instance(
            "rPLL",
            p_DEVICE="GW1NR-9C",
            p_FCLKIN=f"{self.reference_hz / _MHZ:g}",
            p_DYN_IDIV_SEL="false",
            p_IDIV_SEL=self.reference_div - 1,
            p_DYN_FBDIV_SEL="false",
            p_FBDIV_SEL=self.feedback_div - 1,
            p_DYN_ODIV_SEL="false",
            p_ODIV_SEL=self.output_div,
            p_CLKFB_SEL="internal",
            i_CLKIN=reference,
            i_CLKFB=0,
            i_RESET=0,
            i_RESET_P=0,
            i_FBDSEL=Const(0, 6),
            i_IDSEL=Const(0, 6),
            i_ODSEL=Const(0, 6),
            i_PSDA=Const(0, 4),
            i_DUTYDA=Const(0, 4),
            i_FDLY=Const(0, 4),
            o_CLKOUT=clock,
            o_LOCK=locked,
        )

    @staticmethod
    def settings(reference_hz: int) -> Iterator[GowinPll]:
        """Every legal pair of dividers, with the first output divider that is legal."""
        for reference_div in range(1, 65):
            for feedback_div in range(1, 65):
                for output_div in (2, 4, 8, 16, 32, 48, 64, 80, 96, 112, 128):
                    pll = GowinPll(reference_hz=reference_hz, reference_div=reference_div,
                                   feedback_div=feedback_div, output_div=output_div)
                    if pll.legal:
                        yield pll
                        break


ClockSource = Oscillator | Ice40Pll | Ecp5Pll | GowinPll

_SETTINGS: dict[str, Callable[[int], Iterator[ClockSource]]] = {
    "ice40": Ice40Pll.settings, "ecp5": Ecp5Pll.settings, "gowin": GowinPll.settings,
    # Nothing open says how the analogue part of its PLL is to be set.
    "nexus": lambda reference_hz: iter(())}


@functools.cache
def _sources(family: str, reference_hz: int) -> dict[Fraction, ClockSource]:
    """The best source of every frequency that can be made.

    The plain oscillator is preferred to a PLL that makes the same frequency; of equal settings the
    one with the fastest phase detector, which comes first, is kept.
    """
    oscillator = Oscillator(reference_hz=reference_hz)
    sources: dict[Fraction, ClockSource] = {oscillator.frequency: oscillator}
    for source in _SETTINGS[family](reference_hz):
        sources.setdefault(source.frequency, source)
    return sources


def highest(family: str, reference_hz: int, limit_hz: float | Fraction) -> ClockSource:
    """The source of the highest frequency that is not above ``limit_hz``."""
    sources = _sources(family, reference_hz)
    possible = [frequency for frequency in sources if frequency <= limit_hz]
    if not possible:
        raise GossamerError(
            f"A clock of {float(limit_hz) / _MHZ:.3g} MHz cannot be made from an oscillator of "
            f"{reference_hz / _MHZ:g} MHz; ask for that or more."
        )
    return sources[max(possible)]


class PllBlock(Component):
    """A PLL as hardware.

    Parameters
    ----------
    settings : Ice40Pll, Ecp5Pll or GowinPll
        What to make.
    reference : IOPort or Signal
        The oscillator's pin, for a PLL of iCE40 on that pad, or its clock in the fabric.

    Members
    -------
    clock : Out(1)
        The clock.
    locked : Out(1)
        High once the clock is steady. Not synchronous to it.
    """

    clock: Signal
    locked: Signal

    def __init__(self, settings: Ice40Pll | Ecp5Pll | GowinPll, reference: Any) -> None:
        self.settings = settings
        self.reference = reference
        super().__init__({"clock": Out(1), "locked": Out(1)})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        m.submodules.pll = self.settings.instance(self.reference, self.clock, self.locked)

        return m
