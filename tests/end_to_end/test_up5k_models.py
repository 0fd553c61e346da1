"""MLPerf Tiny on an iCE40UP5K: cycles, memory, efficiency, and a clock for what fits."""

import os
from pathlib import Path

import numpy as np
import pytest

import gossamer as gs
from gossamer.plan import device_part

pytestmark = pytest.mark.slow

MODELS = Path(os.environ.get("GOSSAMER_MODELS", Path(__file__).parents[3] / "shared" / "models"))


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


def test_resnet_8_meets_its_target_in_cycles_efficiency_and_clock(tmp_path):
    description = model("pretrainedResnet_quant.tflite")
    design = gs.generate(description, board="icebreaker", out=tmp_path / "design")
    made = design.plan
    assert made.needs.fits(made.target)
    assert made.cycles <= 920_000
    assert sum(layer.macs for layer in made.layers) >= 0.85 * 16 * made.cycles
    entry = device_part(description.graph).input
    x = np.random.default_rng(0).integers(entry.low, entry.high + 1, (2, *entry.shape))
    simulation = gs.simulate(design, x)
    assert (simulation.mismatches, simulation.worst_cycles) == (0, made.cycles)
    build = gs.build(design)
    assert build.clock_hz >= 24_000_000
    # Through its UART, by the real host: an input at a time, in the engine's memory.
    result = gs.run(design, x, port=None, verify=True)
    assert (result.mismatches, result.cycles) == (0, made.cycles)
