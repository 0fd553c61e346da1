"""Sweeps: each density is compressed once, planned exactly, and judged against the others."""

import json
import shutil
from dataclasses import replace

import pytest
import torch
from tests.strokes import strokes
from torch import nn

import gossamer_boards
from gossamer import Description
from gossamer.compress import Recipe, compress
from gossamer.compress import sweep as module
from gossamer.compress.augment import Augmentation
from gossamer.compress.budget import Budget
from gossamer.compress.methods import OneShot, Threshold
from gossamer.compress.sweep import Point, draw, pareto, sweep
from gossamer.errors import GossamerError
from gossamer.plan import Needs, TooLargeError, plan

TARGET = gossamer_boards.get("icebreaker").target
QUICK = Recipe(name="quick", weight_bits=4, float_epochs=4, method=OneShot(), masked_epochs=2,
               range_epochs=2, exact_epochs=1, batch=20, augmentation=Augmentation())
DATA = strokes(120)


class Net(nn.Sequential):
    def __init__(self):
        torch.manual_seed(0)
        super().__init__(nn.Flatten(), nn.Linear(25, 16), nn.ReLU(), nn.Linear(16, 2))


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sweep")
    calls = []
    found = sweep(Net(), DATA, QUICK, (0.25, 1.0), TARGET, folder,
                  progress=lambda *call: calls.append(call))
    return found, folder, calls


def test_every_point_is_what_compressing_and_planning_gives(swept):
    found, folder, calls = swept
    assert [point.density for point in found.points] == [1.0, 0.25]
    for point in found.points[1:]:
        result = compress(Net(), DATA, replace(QUICK, density=point.density))
        made = plan(result.graph, TARGET)
        assert point.accuracy == result.integer_accuracy
        assert point.float_accuracy == result.float_accuracy
        assert (point.bits, point.cycles, point.cells) == (
            made.packed_bits, made.cycles, made.needs.luts)
        kept = Description.load(folder / point.file)
        assert plan(kept.graph, TARGET).cycles == made.cycles
        assert point.nonzero <= point.density + 0.05
    assert found.points[0].bits > found.points[1].bits
    assert {stage for stage, _, _ in calls} >= {"1: float", "0.25: masked"}


def test_the_table_is_in_the_folder_with_nothing_unfinished(swept):
    found, folder, _ = swept
    table = json.loads((folder / "sweep.json").read_text())
    key = table.pop("key")
    assert table == json.loads(json.dumps(found.to_json())) and len(key) == 64
    assert sorted(path.name for path in folder.iterdir()) == [
        "density-0.25.gsm", "density-1.gsm", "sweep.json"]


def test_an_interrupted_sweep_goes_on_where_it_was(swept, tmp_path, monkeypatch):
    found, _, _ = swept
    real, densities = module.compress, []

    def stop(net, dataset, recipe, **keys):
        densities.append(recipe.density)
        if recipe.density == 0.25 and densities.count(0.25) == 1:
            raise KeyboardInterrupt
        return real(net, dataset, recipe, **keys)

    monkeypatch.setattr(module, "compress", stop)
    with pytest.raises(KeyboardInterrupt):
        sweep(Net(), DATA, QUICK, (1.0, 0.25), TARGET, tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").glob("*.gsm")] == ["density-1.gsm"]
    assert sweep(Net(), DATA, QUICK, (0.25, 1.0), TARGET, tmp_path / "new") == found
    assert densities == [1.0, 0.25, 0.25]


def test_the_folder_of_something_else_is_refused(swept, tmp_path):
    _, folder, _ = swept
    with pytest.raises(GossamerError, match="belongs to a sweep of another model, data set or"):
        sweep(Net(), DATA, replace(QUICK, weight_bits=5), (0.5,), TARGET, folder)
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(GossamerError, match="exists and is not that of a sweep"):
        sweep(Net(), DATA, QUICK, (0.5,), TARGET, tmp_path)
    (tmp_path / "sweep.json").write_text("{")
    with pytest.raises(GossamerError, match="cannot be used for a sweep"):
        sweep(Net(), DATA, QUICK, (0.5,), TARGET, tmp_path)
    assert not list(tmp_path.glob("*.gsm"))


@pytest.mark.parametrize(("densities", "message"), [
    ((), "A sweep needs densities, each of them once"),
    ((0.5, 0.5), "A sweep needs densities, each of them once"),
    ((0.5, 0.0), "cannot compress to the density 0.0"),
    ((0.5, 1.5), "density must be 0 to 1, not 1.5"),
])
def test_densities_that_cannot_be_are_refused(tmp_path, densities, message):
    with pytest.raises(GossamerError, match=message):
        sweep(Net(), DATA, QUICK, densities, TARGET, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("changes", "message"), [
    ({"budget": Budget(target=TARGET, share=0.5)}, "because a budget decides how much is pruned"),
    ({"method": Threshold(epochs=1)}, "because a threshold decides how much is pruned"),
])
def test_a_recipe_that_asks_for_no_density_is_refused(tmp_path, changes, message):
    with pytest.raises(GossamerError, match=message):
        sweep(Net(), DATA, replace(QUICK, **changes), (0.5,), TARGET, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_densities_that_differ_little_have_files_of_their_own(tmp_path):
    found = sweep(Net(), DATA, QUICK, (0.25, 0.2500001), TARGET, tmp_path / "new")
    assert [point.file for point in found.points] == ["density-0.2500001.gsm", "density-0.25.gsm"]


def point(accuracy, bits, cycles):
    return Point(density=1.0, nonzero=1.0, accuracy=accuracy, float_accuracy=1.0, bits=bits,
                 cycles=cycles, file="")


def test_the_front_is_what_nothing_dominates():
    points = [point(0.9, 100, 50), point(0.9, 100, 51), point(0.8, 100, 49), point(0.95, 200, 60),
              point(0.9, 100, 50), point(0.7, 100, 49), point(1.0, None, None)]
    assert [each.best for each in pareto(points)] == [
        True, False, True, True, True, False, False]


def test_a_model_that_does_not_fit_is_a_point_without_cycles(swept, tmp_path, monkeypatch):
    folder = shutil.copytree(swept[1], tmp_path / "copy")
    tiny = replace(TARGET, name="tiny", luts=500)

    def too_large(graph, target):
        raise TooLargeError(target, Needs(luts=600, block_rams=1, dsps=0))

    monkeypatch.setattr(module, "plan", too_large)
    (only,) = sweep(Net(), DATA, QUICK, (1.0,), tiny, folder).points
    assert (only.bits, only.cycles, only.best) == (None, None, False)
    assert only.refusal.startswith("The model does not fit tiny")


def test_the_picture_shows_the_points(swept, tmp_path):
    pytest.importorskip("matplotlib", reason="pictures need matplotlib")
    found, _, _ = swept
    nothing = replace(found, points=(point(1.0, None, None),))
    both = replace(found, points=pareto([point(0.9, 100, 50), point(0.8, 100, 51)]))
    for number, each in enumerate((found, nothing, both)):
        draw(each, tmp_path / f"{number}.png")
    pictures = [(tmp_path / f"{number}.png").read_bytes() for number in range(3)]
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert len({*pictures}) == 3


def test_without_the_library_the_picture_says_what_to_install(swept, tmp_path, monkeypatch):
    found, _, _ = swept
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(GossamerError, match="install it with pip install matplotlib"):
        draw(found, tmp_path / "sweep.png")
