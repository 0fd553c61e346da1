"""The energy model counts what the array does."""

from dataclasses import replace

import numpy as np
import pytest
from tests import graphs

import gossamer_boards
from gossamer import ir
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, make
from gossamer.plan.energy import EnergyModel

TARGET = gossamer_boards.get("icebreaker").target


def planned(weight, bits):
    rng = np.random.default_rng(0)
    graph = ir.check(ir.Graph((
        ir.Input(name="x", shape=weight.shape[1:], low=0, high=255, scale=1.0),
        ir.Linear(name="fc", x="x", weight=weight.astype(np.int8),
                  bias=np.zeros(len(weight), np.int64), weight_bits=bits),
        graphs.requantize("y", "fc", len(weight), rng, low=-32768, high=32767))))
    return make(graph, TARGET, Geometry(format="block-bitmap"))


def test_events_of_a_linear_layer_are_counted():
    weight = np.ones((8, 16))
    weight[0, 0] = -8                   # four bits
    weight[4:, 4:8] = 0                 # seven of eight blocks of 4 x 4 are left
    plan = planned(weight, 4)
    ones = dict.fromkeys(("multiply", "add", "bit", "cycle"), 0.0)

    def only(**keys):
        return EnergyModel(**(ones | keys)).inference(plan)

    assert only(multiply=1) == 7 * 16 * 4 / 8
    assert only(add=1) == 7 * 16
    assert only(bit=1) == plan.packed_bits + 7 * 4 * 8
    assert only(cycle=1) == plan.cycles
    assert EnergyModel(cycle=2).inference(plan) == pytest.approx(
        0.2 * only(multiply=1) + 0.1 * only(add=1) + 5 / 32 * only(bit=1) + 2 * plan.cycles)


def test_ternary_weights_need_no_multiplication():
    plan = planned(np.ones((8, 16)), 2)
    assert EnergyModel(multiply=9).inference(plan) == EnergyModel(multiply=0).inference(plan)


def test_weights_are_read_again_for_every_burst():
    rng = np.random.default_rng(0)
    image = ir.check(ir.Graph((
        ir.Input(name="x", shape=(8, 8, 4), low=0, high=255, scale=1.0),
        ir.Conv2d(name="conv", x="x", weight=rng.integers(1, 8, (4, 1, 1, 4)).astype(np.int8),
                  bias=np.zeros(4, np.int64), weight_bits=4),
        graphs.requantize("y", "conv", 4, rng, low=-32768, high=32767))))
    plan = make(image, TARGET, Geometry(burst=16))
    read = EnergyModel(multiply=0, add=0, bit=1).inference(plan)
    assert read == 4 * plan.packed_bits + 64 * 4 * 8
    assert EnergyModel(multiply=0, add=1, bit=0).inference(plan) == 64 * 16


def test_a_negative_energy_is_refused():
    with pytest.raises(GossamerError, match="energy of 'bit' cannot be -1 pJ"):
        replace(EnergyModel(), bit=-1)
