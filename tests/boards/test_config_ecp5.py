"""A configuration of an ECP5 is that of a routed netlist, or what is not is named."""

import pytest

from gossamer_boards.config_ecp5 import difference

# A look-up table whose inputs the router has permuted, and a carry with one input.
CONFIG = """\
.device LFE5U-25F

.tile R2C3:PLC2
arc: B0 S1_V02S0101
arc: C0 N3E1_Q1
arc: A2 F0
arc: F0 F0_SLICE
word: SLICEA.K0.INIT 1100000011000000
word: SLICEB.K0.INIT 1010101010101010
enum: SLICEB.B0MUX 1
enum: SLICEB.C0MUX 1
enum: SLICEB.D0MUX 1

.tile MIB_R4C9:CMUX_UL_0
arc: G_ULPCLK0 G_VPFS0000

.tile MIB_R25C0:LMID_0
arc: G_LDCC3CLKI G_JLLCPLL0CLKOP
"""
STEPS = ["X3/Y2/0_1_V02S0101->0_0_B0", "X3/Y2/1_-3_Q1->0_0_C0", "X3/Y2/0_0_F0->0_0_A2",
         "X3/Y2/0_0_F0_SLICE->0_0_F0", "X3/Y2/0_0_B0->0_0_A0_SLICE", "X3/Y2/0_0_C0->0_0_B0_SLICE",
         "X3/Y2/0_0_A2->0_0_A2_SLICE"]
AND = {"INITVAL": "1000100010001000", "MODE": "LOGIC"}
CARRY = {"INITVAL": "1010101010101010", "MODE": "CCU2"}


def netlist(steps=tuple(STEPS), table=AND):
    return {
        "netnames": {
            "a": {"attributes": {"ROUTING": "".join(f"X3/Y2/w;{step};5;" for step in steps)}},
            "b": {"attributes": {}},
        },
        "cells": {
            "and": {"type": "TRELLIS_COMB", "parameters": table,
                    "attributes": {"NEXTPNR_BEL": "X3/Y2/SLICEA.K0"}},
            "carry": {"type": "TRELLIS_COMB", "parameters": CARRY,
                      "attributes": {"NEXTPNR_BEL": "X3/Y2/SLICEB.K0"}},
            "flipflop": {"type": "TRELLIS_FF"},
        },
    }


def test_a_configuration_is_that_of_its_netlist():
    assert difference(CONFIG, netlist()) == ""


def test_what_a_table_says_of_inputs_that_are_tied_high_does_not_count():
    same = CONFIG.replace("B.K0.INIT 1010101010101010", "B.K0.INIT 1001001100101011")
    assert difference(same, netlist()) == ""
    free = same.replace("enum: SLICEB.D0MUX 1\n", "")
    assert difference(free, netlist()) == "another table than that of carry"


@pytest.mark.parametrize(("old", "new", "message"), [
    ("arc: B0 S1_V02S0101", "arc: B0 S1_V02S0201",
     "the step X3/Y2/0_1_V02S0201->0_0_B0, which no net takes"),
    ("arc: B0 S1_V02S0101", "arc: B0 N1_V02S0101",
     "the step X3/Y2/0_-1_V02S0101->0_0_B0, which no net takes"),
    ("R2C3", "R3C2", "the step X2/Y3/0_0_F0->0_0_A2, which no net takes"),
    ("A.K0.INIT 1100000011000000", "A.K0.INIT 1100000011000001", "another table than that of and"),
    ("A.K0.INIT 1100000011000000", "A.K0.INIT 1000100010001000", "another table than that of and"),
    ("A.K0.INIT", "A.K1.INIT", "another table than that of and"),
    ("B.K0.INIT 1", "B.K0.INIT 0", "another table than that of carry"),
    ("B.K0.INIT 1010101010101010", "B.K0.INIT 1010101010100010",
     "another table than that of carry"),
    ("enum: SLICEB.B0MUX 1", "enum: SLICEB.A0MUX 1", "another table than that of carry"),
    ("word: SLICEB", "word: SLICED.K1.INIT 0000000000000001\nword: SLICEB",
     "a table at X3/Y2, number 7, which no cell has"),
])
def test_what_differs_is_named(old, new, message):
    assert old in CONFIG
    assert difference(CONFIG.replace(old, new), netlist()) == message


def test_a_step_that_is_missing_is_named():
    assert difference(CONFIG, netlist([*STEPS, "X9/Y9/0_0_Q2->0_0_A5"])) == (
        "no step X9/Y9/0_0_Q2->0_0_A5, which a net takes")
    # Wires that are joined for good take no step.
    assert difference(CONFIG, netlist([*STEPS, "X9/Y9/0_0_F2->0_0_DI2"])) == ""


def test_a_table_is_that_of_the_pins_that_wires_lead_to():
    exchanged = [step.replace("B0->0_0_A0", "B0->0_0_C0") for step in STEPS]
    assert difference(CONFIG, netlist(exchanged)) == "another table than that of and"
