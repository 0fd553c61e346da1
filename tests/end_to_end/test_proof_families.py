"""The ladder on ECP5, Gowin and Nexus with the real tools, and a changed configuration found."""

import gzip
import json
import re
import shutil

import pytest
from tests import graphs
from tests.sw.test_importers_exceptions import layer

import gossamer as gs
from gossamer.description import Description
from gossamer_boards import toolchain
from gossamer_boards.config_ecp5 import difference

pytestmark = pytest.mark.slow


def built(board, tmp_path, link="uart", graph=None):
    path = Description(graph=graph or graphs.ternary_layer(), name="tiny").save(
        tmp_path / "net.gsm")
    design = gs.generate(path, board=board, out=tmp_path / "design", link=link).folder
    gs.build(design)
    return design


def found(proof):
    return [(rung.level, rung.state, rung.images, rung.mismatches) for rung in proof.rungs]


def check_configurations(text, netlist):
    """A step that is gone, one from elsewhere, and a bit of a table are found wherever they are."""
    assert difference(text, netlist) == ""
    tiles = [text.index(".tile", place) for place in range(0, len(text), len(text) // 5)[:4]]
    for place in tiles:
        for pattern, change in [
            (r"arc: [A-D]\d \w+\n", lambda found: ""),
            (r"arc: ([A-D]\d) \w+\n", lambda found: f"arc: {found[1]} F9\n"),
            (r"arc: V0\d\w+ \w+\n", lambda found: ""),
            (r"K\d.INIT [01]{15}[01]\n(?=(?:(?!\.tile).*\n)*?enum: SLICEA.MODE LOGIC)",
             lambda found: found[0].translate({48: 49, 49: 48}).replace("K1.", "K0.")),
        ]:
            found = re.compile(pattern).search(text, place)
            changed = text[:found.start()] + change(found) + text[found.end():]
            assert difference(changed, netlist)


def test_ecp5_is_proved_to_its_routed_netlist_and_to_the_configuration(tmp_path):
    design = built("ulx3s_12f", tmp_path)
    assert found(gs.verify(design, images=3)) == [
        ("rtl", "proved", 3, 0), ("netlist", "proved", 3, 0), ("routed", "proved", 3, 0),
        ("bitstream", "not proved", 0, 0)]
    text = (design / "build" / "top.config").read_text()
    netlist = json.loads(gzip.decompress((design / "build" / "top.routed.json.gz").read_bytes()))
    check_configurations(text, netlist["modules"]["top"])
    # One bit of a look-up table in the bitstream, whose checksum is right.
    broken = tmp_path / "broken"
    shutil.copytree(design, broken, ignore=shutil.ignore_patterns("proof"))
    table = re.search(r"word: SLICE\w\.K\d\.INIT (?=[01]{16}\n)", text)
    place = table.end()
    (tmp_path / "changed.config").write_text(
        text[:place] + ("1" if text[place] == "0" else "0") + text[place + 1:])
    toolchain.run(toolchain.find("ecppack"), ["changed.config", "broken/build/top.bit"],
                  cwd=tmp_path, log=tmp_path / "ecppack.log")
    rung = gs.verify(broken, level="routed", only=True, images=2).rungs[2]
    assert (rung.state, rung.reason) == ("not proved", (
        "The bitstream holds another configuration than the one that nextpnr wrote; build the "
        "design again."))


def test_a_device_on_spi_is_proved_through_its_pins(tmp_path):
    design = built("ice40_hx8k_b_evn", tmp_path, "spi")
    assert found(gs.verify(design, level="routed", images=3)) == [
        ("rtl", "proved", 3, 0), ("netlist", "proved", 3, 0), ("routed", "proved", 3, 0),
        ("bitstream", "not proved", 0, 0)]


def test_nexus_is_proved_to_its_routed_netlist(tmp_path):
    design = built("lifcl_40_evn", tmp_path)
    assert found(gs.verify(design, images=3)) == [
        ("rtl", "proved", 3, 0), ("netlist", "proved", 3, 0), ("routed", "proved", 3, 0),
        ("bitstream", "not proved", 0, 0)]
    # Sums whose first operand is inverted.
    path = design / "build" / "top.routed.json.gz"
    netlist = json.loads(gzip.decompress(path.read_bytes()))
    for name, cell in netlist["modules"]["top"]["cells"].items():
        if "accumulator" in name and cell["parameters"].get("MODE", "").strip() == "CCU2":
            table = cell["parameters"]["INIT"]
            cell["parameters"]["INIT"] = "".join(table[place ^ 1] for place in range(16))
    path.write_bytes(gzip.compress(json.dumps(netlist).encode()))
    rung = gs.verify(design, level="routed", only=True, images=3).rungs[2]
    assert (rung.state, rung.mismatches > 0) == ("failed", True)


def test_gowin_is_proved_to_its_routed_netlist(tmp_path):
    design = built("tang_nano_9k", tmp_path)
    assert found(gs.verify(design, images=3)) == [
        ("rtl", "proved", 3, 0), ("netlist", "proved", 3, 0), ("routed", "proved", 3, 0),
        ("bitstream", "not proved", 0, 0)]
    # Sums that begin with a carry.
    path = design / "build" / "top.pnr.json.gz"
    netlist = json.loads(gzip.decompress(path.read_bytes()))
    for name, cell in netlist["modules"]["top"]["cells"].items():
        if "accumulator" in name and cell["parameters"].get("ALU_MODE") == "C2L":
            cell["parameters"]["ALU_MODE"] = "ONE2C"
    path.write_bytes(gzip.compress(json.dumps(netlist).encode()))
    rung = gs.verify(design, level="routed", only=True, images=3).rungs[2]
    assert (rung.state, rung.mismatches > 0) == ("failed", True)


@pytest.mark.parametrize(("name", "board"), [
    *(("curves", board) for board in ("icebreaker", "ulx3s_12f", "tang_nano_9k", "lifcl_40_evn")),
    ("products", "icebreaker"), ("products", "ulx3s_12f"), ("exceptions", "icebreaker"),
    ("exceptions", "ulx3s_12f")])
def test_what_post_processing_does_is_proved_as_a_routed_netlist(name, board, tmp_path):
    graph = {"curves": graphs.curved(), "products": graphs.gated(1, alike=True),
             "exceptions": layer()}[name]
    design = built(board, tmp_path, graph=graph)
    assert found(gs.verify(design, level="routed", images=4))[:3] == [
        ("rtl", "proved", 4, 0), ("netlist", "proved", 4, 0), ("routed", "proved", 4, 0)]
