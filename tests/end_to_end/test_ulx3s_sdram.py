"""A model of three and a half times the block RAM of the smallest ULX3S, streamed from SDRAM."""

import numpy as np
import pytest
from tests.end_to_end.test_up5k_streamed import autoencoder

import gossamer as gs
from gossamer.description import Description
from gossamer.design import generate
from gossamer.plan import Geometry
from gossamer.plan.plan import make
from gossamer.running import run
from gossamer_boards.ulx3s_12f import ULX3S_12F

GEOMETRY = Geometry(rows=4, columns=4, port=64, multiplier="dsp", streamed=2)


@pytest.mark.slow
def test_a_model_larger_than_block_ram_is_loaded_and_exact_in_the_cycles_of_the_plan(tmp_path):
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
    # The host writes the SDRAM through the whole device.
    result = run(design, x, port=None, verify=True)
    assert (result.mismatches, result.cycles) == (0, made.cycles)
