"""A model of three and a half times the block RAM of the smallest ULX3S, streamed from SDRAM."""

import gzip
import json

import numpy as np
import pytest
from tests.boards.test_sdram import small
from tests.end_to_end.test_up5k_streamed import autoencoder

import gossamer as gs
from gossamer import running
from gossamer.description import Description
from gossamer.design import generate
from gossamer.plan import Geometry
from gossamer.plan.plan import make
from gossamer.running import VirtualDevice, run
from gossamer_boards.ulx3s_12f import ULX3S_12F

GEOMETRY = Geometry(rows=4, columns=4, port=64, multiplier="dsp", streamed=2)


@pytest.mark.slow
def test_a_model_larger_than_block_ram_is_loaded_and_exact_in_the_cycles_of_the_plan(
        tmp_path, monkeypatch):
    graph, target = autoencoder(), ULX3S_12F.target
    made = make(graph, target, GEOMETRY)
    assert made.needs.fits(target)
    design = generate(Description(
        graph=graph, name="autoencoder", recipe="", classes=640, float_accuracy=None,
        integer_accuracy=None, test_images=0, samples=None),
        made, "ulx3s_12f", tmp_path / "design", line="spi")
    # More parts than a sequence number tells.
    assert len(design.image) > 3.5 * target.block_rams * target.block_ram_bits // 8 > 255 * 512
    x = np.random.default_rng(1).integers(-128, 128, (3, 640))
    simulation = gs.simulate(design, x)
    assert (simulation.mismatches, set(simulation.cycles[1:])) == (0, {made.cycles})
    # Sixteen bits a cycle, but for the turns.
    assert 1 < made.cycles / (len(design.plan.program.spec.image) / 2) < 1.07
    # The whole device, from its flash, whatever the host would load, and from the host alone.
    with VirtualDevice(design) as device:
        device.load(bytes(len(design.image)))
        check(device, design, x)
    monkeypatch.setattr(running, "contents", lambda image, design: b"\xff" * (len(image) + 4))
    result = run(design, x, port=None, verify=True)
    assert (result.mismatches, result.cycles) == (0, made.cycles)


def check(device, design, x):
    sent, _ = design.sent(x)
    many, last = device.transfer(sent[:-1]), device.transfer(sent[-1:])
    graph = design.description.graph
    assert (design.received([*many, *last]) == graph.run(x).reshape(len(x), -1)).all()
    assert device.status().cycles == design.plan.cycles


@pytest.mark.slow
def test_a_small_model_is_proved_to_its_routed_netlist(tmp_path):
    design = small(tmp_path / "design")
    gs.build(design)
    proof = gs.verify(design, images=4)
    assert [(rung.level, rung.state, rung.images, rung.mismatches) for rung in proof.rungs] == [
        ("rtl", "proved", 4, 0), ("netlist", "proved", 4, 0), ("routed", "proved", 4, 0),
        ("bitstream", "not proved", 0, 0)]
    # A pin of the SDRAM that gets what its neighbour should get.
    path = design.folder / "build" / "top.routed.json.gz"
    netlist = json.loads(gzip.decompress(path.read_bytes()))
    cells = netlist["modules"]["top"]["cells"]
    one, other = (cells[f"sdram_a.buf.buf{bit}$IOL"]["connections"] for bit in (4, 5))
    one["TXDATA0"] = other["TXDATA0"]
    path.write_bytes(gzip.compress(json.dumps(netlist).encode()))
    rung = gs.verify(design, level="routed", only=True, images=2).rungs[2]
    assert (rung.state, rung.images) == ("failed", 0)
    assert rung.reason.startswith("The simulated device failed and said 'SDRAM: mode that")
