"""The benchmark of compression runs, keeps what it measured, and computes its claims from it."""

import json
from dataclasses import replace

import pytest
import torch
from benchmarks import compression
from benchmarks.compression import EXPERIMENTS, Bench, Claim, Perceptron, _weights_of, page, table

from gossamer import ir
from gossamer.compress import Irregular, LayerWise
from gossamer_hw.formats import Sizes


@pytest.fixture
def bench(tmp_path, monkeypatch):
    torch.set_num_threads(1)
    monkeypatch.setattr(compression, "simulate", lambda *_: {"images": 1, "mismatches": 0})
    return Bench(tmp_path, seeds=1, quick=True)


def test_an_experiment_runs_and_keeps_its_results(bench, monkeypatch):
    claims = list(EXPERIMENTS["quantize"](bench))
    assert [claim.least for claim in claims] == [-1.0, 1.0, 1.0, 2.0, 2.0]
    rows = bench.rows["irregular, 20x, 2 bit, ADMM"], bench.rows["irregular, 20x, 2 bit, rounded"]
    assert claims[1].reached == rows[0]["integer"] - rows[1]["integer"]
    for row in rows:
        assert row["test_images"] == 360 and row["weights"] == 50432
        assert 0.04 < row["density"] < 0.06
        # Two bits for each value; indexes and padding come on top.
        assert row["values"] == pytest.approx(2 * row["density"] * row["weights"], rel=0.05)
        assert row["values"] < row["indexed"] <= row["stored"]
    lines = table(bench)
    assert len(lines) == 1 + len(bench.rows)
    assert page(lines, [Claim("a", 0.5, 1.0)], bench, ["quantize"]).count("(missed)") == 1

    monkeypatch.setattr(compression, "compress", None)      # nothing is compressed again
    again = Bench(bench.folder, seeds=1, quick=True)
    assert list(EXPERIMENTS["quantize"](again)) == claims
    assert json.dumps(again.rows) == json.dumps(bench.rows)


def test_networks_are_simulated_once_and_those_that_were_not_later(bench, monkeypatch):
    bench.seeds, bench.simulating = 2, False
    monkeypatch.setattr(compression, "stored", lambda _: [Sizes(1, 2, 3)])
    recipe = replace(compression._base(0), method=LayerWise(count=16))
    assert bench.each("one", "perceptron", recipe)["simulated"]["networks"] == 0
    ran = []

    def simulate(description, place):
        assert description.exists() and not place.exists()
        ran.append(description.name)
        return {"images": 100, "mismatches": 3}

    monkeypatch.setattr(compression, "simulate", simulate)
    bench.simulating = True
    for _ in range(2):
        row = bench.each("one", "perceptron", recipe)
        assert row["simulated"] == {"networks": 2, "images": 200, "mismatches": 6}
    assert len(ran) == len({*ran}) == 2
    assert table(bench)[1][-1] == "6 wrong of 200 images, 2 of 2 networks"


def test_robustness_is_that_of_the_whole_the_pruned_and_the_integers(bench, monkeypatch):
    monkeypatch.setattr(compression, "stored", lambda _: [Sizes(1, 2, 3)])
    claims = list(EXPERIMENTS["robust"](bench))
    rows = {name: row["robust"] for name, row in bench.rows.items()}
    whole, pruned, integers = (rows[f"adversarial training{name}"] for name in (
        "", ", 75 % pruned", ", 75 % pruned, 4 bit"))
    assert [claim.least for claim in claims] == [10.0, -3.0, -3.0]
    assert [claim.reached for claim in claims[1:]] == [
        pruned[1] - whole[0], integers[3] - pruned[1]]


def test_a_graph_gives_its_weights_back(bench):
    """LeNet-5 is pruned step by step, each from the integers of the one before."""
    recipe = replace(
        compression._base(0), structure=Irregular(), density=0.5, method=LayerWise(count=16))
    module = compression.LeNet5().eval()
    samples = compression._mnist()
    few = replace(
        samples, train_x=samples.train_x[:32], train_y=samples.train_y[:32],
        test_x=samples.test_x[:20], test_y=samples.test_y[:20])
    graph = compression.compress(module, few, recipe).graph
    back = _weights_of(graph, module)
    x = torch.from_numpy(few.test_x).permute(0, 3, 1, 2)
    with torch.no_grad():
        real = back(x).numpy()
    integers = graph.run(few.integers(few.test_x))
    scale = next(node.scale for node in reversed(list(graph)) if isinstance(node, ir.Requantize))
    error = abs(real - integers * scale).max() / abs(real).max()
    assert error < 0.05


@pytest.fixture(scope="module")
def measured(request, tmp_path_factory):
    torch.set_num_threads(1)
    bench = Bench(tmp_path_factory.mktemp(request.param), seeds=3, quick=False)
    return bench, list(EXPERIMENTS[request.param](bench))


@pytest.mark.slow
@pytest.mark.parametrize("measured", ["prune", "periodic", "robust", "post-training"],
                         indirect=True)
def test_the_hardware_is_exact(measured):
    for row in measured[0].rows.values():
        assert row["simulated"] == {"networks": 3, "images": 300, "mismatches": 0}


@pytest.mark.slow
@pytest.mark.parametrize("measured", ["prune", "periodic", "robust", "post-training"],
                         indirect=True)
def test_claims_hold(measured):
    assert all(claim.holds for claim in measured[1]), measured[1]


def test_the_perceptron_is_that_of_the_specification():
    assert sum(p.numel() for p in Perceptron().parameters() if p.ndim == 2) == 50432
