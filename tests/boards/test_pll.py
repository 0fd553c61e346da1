# amaranth: UnusedElaboratable=no
"""PLL settings against a search of our own."""

from fractions import Fraction

import pytest
from amaranth.back import rtlil
from amaranth.hdl import IOPort, Signal

from gossamer.errors import GossamerError
from gossamer_boards import pll

MHZ = 1_000_000


def ice40_frequencies(reference):
    """Every frequency of an iCE40 PLL with simple feedback, from the ranges in the data sheet."""
    found = set()
    for divr in range(16):
        detector = Fraction(reference, divr + 1)
        if not 10 * MHZ <= detector <= 133 * MHZ:
            continue
        for divf in range(128):
            oscillation = detector * (divf + 1)
            if not 533 * MHZ <= oscillation <= 1066 * MHZ:
                continue
            for divq in range(1, 7):
                if 16 * MHZ <= oscillation / 2**divq <= 275 * MHZ:
                    found.add(oscillation / 2**divq)
    return found


def ecp5_frequencies(reference):
    """The same for an ECP5 with feedback from its primary output."""
    found = set()
    for reference_div in range(1, 129):
        if not 3_125_000 <= Fraction(reference, reference_div) <= 400 * MHZ:
            continue
        for feedback_div in range(1, 81):
            frequency = Fraction(reference * feedback_div, reference_div)
            if not 3_125_000 <= frequency <= 400 * MHZ:
                continue
            if any(400 * MHZ <= frequency * div <= 800 * MHZ for div in range(1, 129)):
                found.add(frequency)
    return found


def gowin_frequencies(reference):
    """The same for Gowin's rPLL."""
    found = set()
    for reference_div in range(1, 65):
        if reference / reference_div < 3 * MHZ:
            continue
        for feedback_div in range(1, 65):
            frequency = Fraction(reference * feedback_div, reference_div)
            if not 3_125_000 <= frequency <= 600 * MHZ:
                continue
            dividers = (2, 4, *range(8, 48, 8), *range(48, 129, 16))
            if any(400 * MHZ <= frequency * div <= 1200 * MHZ for div in dividers
                   if div not in (24, 40)):
                found.add(frequency)
    return found


@pytest.mark.parametrize(("family", "reference", "brute"), [
    ("gowin", 27 * MHZ, gowin_frequencies),
    ("ice40", 12 * MHZ, ice40_frequencies),
    ("ice40", 100 * MHZ, ice40_frequencies),
    ("ecp5", 25 * MHZ, ecp5_frequencies),
    ("ecp5", 48 * MHZ, ecp5_frequencies),
])
def test_no_legal_frequency_is_nearer(family, reference, brute):
    possible = brute(reference) | {Fraction(reference)}
    for limit in [*range(12 * MHZ, 140 * MHZ, 27_777_777), 24_375_000, 24_374_999, 399 * MHZ]:
        below = [frequency for frequency in possible if frequency <= limit]
        if below:
            assert pll.highest(family, reference, limit).frequency == max(below)


def test_settings_are_those_of_icepll():
    # yowasp-icepll -i 12 -o 30: DIVR 0, DIVF 79, DIVQ 5, FILTER_RANGE 1, 30.000 MHz.
    source = pll.highest("ice40", 12 * MHZ, 30 * MHZ)
    assert source == pll.Ice40Pll(reference_hz=12 * MHZ, divr=0, divf=79, divq=5)
    assert (source.filter_range, source.frequency) == (1, 30 * MHZ)
    # yowasp-icepll -i 100 -o 60: DIVR 4, DIVF 47, DIVQ 4, FILTER_RANGE 2.
    assert pll.Ice40Pll(reference_hz=100 * MHZ, divr=4, divf=47, divq=4).filter_range == 2


def test_the_oscillator_itself_is_preferred_to_a_pll_of_the_same_frequency():
    assert pll.highest("ecp5", 25 * MHZ, 25 * MHZ) == pll.Oscillator(reference_hz=25 * MHZ)
    assert pll.highest("ice40", 12 * MHZ, 15 * MHZ) == pll.Oscillator(reference_hz=12 * MHZ)


def test_a_clock_below_everything_is_refused():
    with pytest.raises(GossamerError, match=(
            r"^A clock of 5 MHz cannot be made from an oscillator of 12 MHz; ask for that or "
            r"more\.$")):
        pll.highest("ice40", 12 * MHZ, 5 * MHZ)


@pytest.mark.parametrize(("family", "reference", "pin", "cell"), [
    ("ice40", 12 * MHZ, IOPort(1, name="pin"), "SB_PLL40_PAD"),
    ("ice40", 12 * MHZ, Signal(name="pin"), "SB_PLL40_CORE"),
    ("ecp5", 25 * MHZ, Signal(name="pin"), "EHXPLLL"),
    ("gowin", 27 * MHZ, Signal(name="pin"), "rPLL"),
], ids=["pad", "core", "ecp5", "gowin"])
def test_hardware_is_one_cell(family, reference, pin, cell):
    source = pll.highest(family, reference, 80 * MHZ)
    assert not isinstance(source, pll.Oscillator)
    block = pll.PllBlock(source, pin)
    assert rtlil.convert(block).count(f"cell \\{cell}") == 1
