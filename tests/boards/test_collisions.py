"""Nothing depends on what a memory reads in the cycle in which the word is written.

Synthesis is told so; here the word is unknown, and Icarus carries what is unknown along.
"""

import re
from dataclasses import replace

import numpy as np
import pytest
from amaranth.back import rtlil
from tests import graphs

from gossamer.plan import Geometry, lower, predict, stored
from gossamer_boards import toolchain
from gossamer_boards.synthesis import collisions_undefined
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine

SINGLE = Geometry(rows=4, columns=2, port=16, burst=4, requantizers=1, loaded=True, single=True)
CASES = {
    "images": (graphs.tiny_cnn(), Geometry(rows=4, columns=4, burst=16)),
    "residual": (graphs.residual(), Geometry(rows=4, columns=4, burst=4, banks=2)),
    "sequence": (graphs.sequence(), Geometry(rows=2, columns=2, burst=4, requantizers=1)),
    "single": (graphs.separable(), SINGLE),
    "drained": (graphs.odd_image(), replace(SINGLE, rows=8, drain=2)),
}


def verilog(component, folder):
    """Amaranth's own Verilog, but for what collisions read."""
    netlist = rtlil.convert(component, name="engine", emit_src=False)
    changed = collisions_undefined(netlist)
    assert changed != netlist
    (folder / "engine.il").write_text(changed)
    toolchain.run(toolchain.find("yosys"), [
        "-q", "-p", "read_rtlil engine.il; proc -nomux -norom; memory_collect; "
        "write_verilog -norename -noattr read.v"], cwd=folder, log=folder / "yosys.log")
    text = (folder / "read.v").read_text()
    assert re.search(r"<= [0-9]+'hx", text)
    return text


@pytest.mark.icarus     # Verilator knows no unknown bits.
@pytest.mark.parametrize("name", [
    pytest.param(name, marks=() if name == "sequence" else pytest.mark.slow) for name in CASES])
def test_an_engine_is_exact_whatever_collisions_read(name, tmp_path):
    graph, geometry = CASES[name]
    program = lower(graph, geometry)
    spec = program.spec
    entry = graph.input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (4, *entry.shape))
    elements = (x - stored(entry.name, entry.infer()).zero).reshape(len(x), -1).astype(np.int8)
    expected = graph.run(x).reshape(len(x), -1)
    text = verilog(ArrayEngine(spec), tmp_path)
    image = spec.image if spec.loaded else b""
    run = run_engine(text, elements, expected.shape[1], build_dir=tmp_path, simulator="icarus",
                     expected=expected, image=image)
    assert list(run.cycles[1:]) == [predict(program).total] * 3
    run_engine(text, elements, expected.shape[1], build_dir=tmp_path, simulator="icarus",
               expected=expected, image=image, stall=0.3)


