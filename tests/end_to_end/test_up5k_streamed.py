"""A model of twice the iCE40UP5K's memory: the shape of MLPerf Tiny's anomaly auto-encoder."""

import numpy as np
import pytest

import gossamer as gs
from gossamer import ir
from gossamer.description import Description
from gossamer.design import generate
from gossamer.plan import Geometry
from gossamer.plan.plan import make
from gossamer_boards.icebreaker import ICEBREAKER

WIDTHS = (640, 128, 128, 128, 128, 8, 128, 128, 128, 128, 640)

#: What the planner finds in a minute.
GEOMETRY = Geometry(rows=2, columns=2, requantizers=1, multiplier="dual", streamed=2, parked=True)


def autoencoder():
    rng = np.random.default_rng(0)
    nodes = [ir.Input(name="x", shape=WIDTHS[:1], low=-128, high=127, scale=1.0)]
    for number, (inputs, outputs) in enumerate(zip(WIDTHS, WIDTHS[1:], strict=False)):
        nodes += [
            ir.Linear(name=f"fc{number}", x=nodes[-1].name, weight_bits=8,
                      weight=rng.integers(-128, 128, (outputs, inputs)).astype(np.int8),
                      bias=rng.integers(-999, 999, outputs)),
            ir.Requantize(name=f"out{number}", x=f"fc{number}", low=-128, high=127, scale=1.0,
                          multiplier=rng.integers(1 << 11, 1 << 12, outputs),
                          shift=rng.integers(21, 24, outputs)),
        ]
    return ir.check(ir.Graph(tuple(nodes)))


@pytest.mark.slow
def test_a_model_larger_than_the_chip_is_exact_in_the_cycles_of_the_plan(tmp_path):
    graph, target = autoencoder(), ICEBREAKER.target
    made = make(graph, target, GEOMETRY)
    assert made.needs.fits(target)
    design = generate(Description(
        graph=graph, name="autoencoder", recipe="", classes=640, float_accuracy=None,
        integer_accuracy=None, test_images=0, samples=None),
        made, "icebreaker", tmp_path / "design")
    on_chip = target.block_rams * target.block_ram_bits // 8 + target.sprams * (1 << 15)
    assert len(design.streamed) > 264_000 > 1.8 * on_chip
    x = np.random.default_rng(1).integers(-128, 128, (3, 640))
    simulation = gs.simulate(design, x)
    assert simulation.mismatches == 0
    assert set(simulation.cycles[1:]) == {made.cycles}
    # Four bits a cycle: nothing but the flash limits it.
    assert 1 < made.cycles / (2 * len(design.plan.program.spec.image)) < 1.001
    assert all(layer.waits > layer.cycles / 2 for layer in made.layers)
