"""The ladder with the real tools: bitstreams read back, and one wrong bit of them found."""

import gzip
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.graphs import ternary_layer

import gossamer as gs
from gossamer.compress import build, recipe
from gossamer.compress.methods import Admm
from gossamer.description import Description
from gossamer_boards import toolchain

BOARD = "ice40_hx8k_b_evn"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not toolchain.locate("icebox_vlog").found,
                       reason="icebox_vlog comes with the system's package fpga-icestorm alone"),
]


def flip(folder: Path) -> str:
    """Flip what one bit of an adder says for inputs that are all zero; returns its cell."""
    built = folder / "build"
    netlist = json.loads(gzip.decompress((built / "top.routed.json.gz").read_bytes()))
    cells = netlist["modules"]["top"]["cells"]
    name = min(name for name, cell in cells.items()
               if name.startswith("device.engine.accumulator.")
               and cell["type"] == "ICESTORM_LC"
               and cell["parameters"]["CARRY_ENABLE"] == "1"
               # The sum of three bits.
               and cell["parameters"]["LUT_INIT"] == "0110100110010110")
    bel = re.fullmatch(r"X(\d+)/Y(\d+)/lc(\d+)", cells[name]["attributes"]["NEXTPNR_BEL"])
    assert bel is not None
    x, y, z = map(int, bel.groups())
    text = (built / "top.asc").read_text()
    tile = text.index(f".logic_tile {x} {y}\n")
    # Rows of 54 bits, two for each cell; the first entry of the table.
    rows = text.index("\n", tile) + 1
    place = rows + 2 * z * 55 + 40
    flipped = "1" if text[place] == "0" else "0"
    (built / "top.asc").write_text(text[:place] + flipped + text[place + 1:])
    toolchain.run(toolchain.find("icepack"), ["top.asc", "top.bin"], cwd=built,
                  log=built / "icepack.log")
    return name


def broken(design, tmp_path):
    """A copy of a built design with one wrong bit."""
    folder = tmp_path / "broken"
    shutil.copytree(design, folder, ignore=shutil.ignore_patterns("proof"))
    flip(folder)
    return folder


def test_a_small_bitstream_is_proved_on_every_level(tmp_path):
    path = Description(graph=ternary_layer(), name="tiny").save(tmp_path / "net.gsm")
    design = gs.generate(path, board=BOARD, out=tmp_path / "design").folder
    gs.build(design)
    proof = gs.verify(design, images=2)
    assert [(rung.level, rung.state, rung.images, rung.mismatches) for rung in proof.rungs] == [
        (level, "proved", 2, 0) for level in ("rtl", "netlist", "routed", "bitstream")]


def test_a_bitstream_reads_twenty_digits_and_one_wrong_bit_is_found(tmp_path):
    quick = replace(recipe("block-ternary"), float_epochs=10, method=Admm(epochs=4, rounds=2),
                    masked_epochs=4, range_epochs=4, exact_epochs=4)
    description = gs.compress(build("cnn"), recipe=quick)
    design = gs.generate(description, board=BOARD, out=tmp_path / "design").folder
    result = gs.build(design)
    assert "DSP" not in result.resources and "SPRAM" not in result.resources
    proof = gs.verify(design, level="bitstream", only=True)
    rung = proof.rungs[-1]
    assert (rung.state, rung.images, rung.mismatches) == ("proved", 20, 0)
    wrong = gs.verify(broken(design, tmp_path), level="bitstream", only=True, images=4)
    assert wrong.rungs[-1].state == "failed"
    assert wrong.rungs[-1].mismatches
