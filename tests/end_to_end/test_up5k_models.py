"""MLPerf Tiny on an iCE40UP5K: cycles, memory, efficiency, and a clock for what fits."""

import os
from pathlib import Path

import numpy as np
import pytest
from amaranth.back import verilog

import gossamer as gs
from gossamer.plan import Geometry, TooLargeError, device_part, make, plan, stored
from gossamer_boards.icebreaker import ICEBREAKER
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine

pytestmark = pytest.mark.slow

MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[3] / "shared" / "models"))

#: Two columns, since that is what one SPRAM gives in a cycle.
NARROW = Geometry(rows=8, columns=2, port=16, burst=8, requantizers=1, multiplier="dual",
                  loaded=True, single=True, drain=2)


def model(name):
    path = MODELS / name
    if not path.exists():
        pytest.skip(f"{name} is not in $GOSSAMER_MODELS or ../shared/models")
    description, _ = gs.import_(path)
    return description


def test_ds_cnn_meets_its_target_in_cycles_and_clock(tmp_path):
    description = model("kws_ref_model.tflite")
    design = gs.generate(description, board="icebreaker", out=tmp_path / "design", fast=True)
    made = design.plan
    assert made.needs.fits(made.target)
    assert made.cycles <= 240_000
    entry = description.graph.input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (2, *entry.shape))
    simulation = gs.simulate(design, x)
    assert (simulation.mismatches, simulation.worst_cycles) == (0, made.cycles)
    build = gs.build(design)
    assert build.clock_hz >= 24_000_000


def test_resnet_8_is_exact_in_its_target_of_cycles(tmp_path):
    graph = model("pretrainedResnet_quant.tflite").graph
    made = make(graph, ICEBREAKER.target, NARROW)
    spec = made.program.spec
    assert made.cycles <= 920_000
    assert sum(layer.macs for layer in made.layers) >= 0.85 * 16 * made.cycles
    assert made.needs.sprams <= ICEBREAKER.target.sprams
    assert made.needs.dsps <= ICEBREAKER.target.dsps
    device = device_part(graph)
    entry = device.input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (2, *entry.shape))
    elements = (x - stored(entry.name, entry.infer()).zero).reshape(2, -1).astype(np.int8)
    outputs = device.run(x).reshape(2, -1)
    text = verilog.convert(ArrayEngine(spec), name="engine", emit_src=False)
    run = run_engine(text, elements, outputs.shape[1], build_dir=tmp_path, expected=outputs,
                     image=spec.image)
    assert list(run.cycles) == [made.cycles] * 2


def test_resnet_8_lacks_block_rams_on_an_icebreaker():
    graph = model("pretrainedResnet_quant.tflite").graph
    with pytest.raises(TooLargeError, match=r"block RAMs"):
        plan(graph, ICEBREAKER.target, NARROW)
