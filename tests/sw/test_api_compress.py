"""The verb compress, on a model and data of a user, with a recipe that trains for a moment."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import gossamer as gs
from gossamer.cli import app
from gossamer.compress import RECIPES, Recipe
from gossamer.compress.methods import OneShot

QUICK = Recipe(name="quick", weight_bits=4, float_epochs=2, method=OneShot(), masked_epochs=0,
               range_epochs=1, exact_epochs=1)

NET = '''
import torch

class Net(torch.nn.Sequential):
    def __init__(self):
        super().__init__(torch.nn.Linear(6, 8), torch.nn.ReLU(), torch.nn.Linear(8, 3))
'''


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """A folder with a user's net.py and x.npz."""
    rng = np.random.default_rng(0)
    x = rng.random((60, 6), np.float32)
    np.savez(tmp_path / "x.npz", x=x, y=x[:, :3].argmax(axis=1))
    (tmp_path / "net.py").write_text(NET)
    return tmp_path


def test_a_users_model_and_data_become_a_description(user):
    stages: dict[str, tuple[int, int]] = {}

    def progress(stage: str, done: int, total: int) -> None:
        stages[stage] = (done, total)

    description = gs.compress(f"{user / 'net.py'}:Net", user / "x.npz", QUICK, progress=progress)
    assert (description.name, description.recipe, description.classes) == ("Net", "quick", 3)
    assert description.test_images == 12
    samples = description.samples
    assert samples is not None and len(samples) == 12
    # What PyTorch's integer model answered is what the graph computes.
    assert np.array_equal(samples.outputs, description.graph.run(samples.inputs))
    right = (samples.outputs.argmax(axis=1) == samples.labels).mean()
    assert right == description.integer_accuracy
    assert stages and all(done == total for done, total in stages.values())


def test_the_command_writes_the_description_and_keeps_an_existing_one(user, monkeypatch):
    monkeypatch.setitem(RECIPES, "quick", QUICK)
    monkeypatch.chdir(user)
    call = ["compress", "net.py:Net", "--data", "x.npz", "--recipe", "quick", "-o", "net.gsm",
            "--json"]
    done = CliRunner().invoke(app, call)
    assert done.exit_code == 0
    printed = json.loads(done.stdout)
    assert printed["description"] == "net.gsm"
    assert printed["accuracy"]["test_images"] == 12
    assert gs.Description.load("net.gsm").recipe == "quick"

    before = Path("net.gsm").read_bytes()
    again = CliRunner().invoke(app, call)
    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr == (
        "gossamer: net.gsm already exists; choose another name or give --overwrite.\n")
    assert CliRunner().invoke(app, [*call, "--overwrite"]).exit_code == 0
    assert Path("net.gsm").read_bytes() == before  # the same input gives the same bytes


def test_a_sweep_is_a_table_a_picture_and_a_description_for_each_density(user, monkeypatch):
    pytest.importorskip("matplotlib", reason="pictures need matplotlib")
    monkeypatch.setitem(RECIPES, "quick", QUICK)
    monkeypatch.chdir(user)
    call = ["compress", "net.py:Net", "--data", "x.npz", "--recipe", "quick", "-o", "swept",
            "--sweep", "1,0.5"]
    done = CliRunner().invoke(app, [*call, "--json"])
    assert done.exit_code == 0
    printed = json.loads(done.stdout)
    assert [point["density"] for point in printed["points"]] == [1.0, 0.5]
    assert sorted(path.name for path in Path("swept").iterdir()) == [
        "density-0.5.gsm", "density-1.gsm", "sweep.json", "sweep.png"]
    plan = gs.inspect("swept/density-0.5.gsm", board="icebreaker").plan
    assert plan is not None and printed["points"][1]["cycles"] == plan["cycles"]
    shown = CliRunner().invoke(app, call)      # nothing is trained again
    assert shown.exit_code == 0 and "float ..." not in shown.stderr
    assert "Pareto front" in shown.stdout and f"{plan['cycles']:,}" in shown.stdout


@pytest.mark.parametrize("change, message", [
    (["--sweep", "half"], "The densities 'half' are not numbers with commas; give them as "),
    (["--sweep", "0.5", "--overwrite"], "A sweep keeps what its folder has, so --overwrite means "),
    (["--recipe", "magic"], "There is no recipe 'magic'; choose one of "),
    (["--data", "nothing.npz"],
     "The data set 'nothing.npz' does not exist; name digits, mnist5k or a .npz file."),
], ids=["sweep", "overwrite", "recipe", "data"])
def test_a_wrong_choice_is_said_and_writes_nothing(user, monkeypatch, change, message):
    monkeypatch.chdir(user)
    done = CliRunner().invoke(app, ["compress", "net.py:Net", "-o", "net.gsm", *change])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"gossamer: {message}")
    assert done.stderr.count("\n") == 1
    assert not Path("net.gsm").exists()
