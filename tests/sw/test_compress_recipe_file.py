"""A recipe file changes a named recipe; what is wrong with it is said."""

import dataclasses
import re

import pytest

import gossamer_boards
from gossamer.compress import RECIPES, Admm, Irregular, Pattern, Recipe, Reweighted, RowColumn
from gossamer.compress.adversary import Adversary
from gossamer.compress.recipe_file import KINDS
from gossamer.compress.recipe_file import find as find_for
from gossamer.errors import GossamerError


def find(name):
    return find_for(name, lambda board: gossamer_boards.get(board).target)


def write(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    return str(path)


def test_a_file_changes_its_base(tmp_path):
    found = find(write(tmp_path, """
        base = "bcr"
        density = 0.2
        freezing = [0.3, 0.5]
        layer_densities = { hidden = 0.1 }
        [structure]
        kind = "row-column"
        round_to = [2, 4]
        [method]
        kind = "reweighted"
        epochs = 7
        penalty = 1
        [adversary]
        epsilon = 0.2
        [levelling]
        rounds = 2
    """))
    assert found == dataclasses.replace(
        RECIPES["bcr"], name="mine", density=0.2, freezing=(0.3, 0.5),
        layer_densities={"hidden": 0.1}, structure=RowColumn((2, 4)),
        method=Reweighted(epochs=7, penalty=1.0), adversary=Adversary(epsilon=0.2),
        levelling=Admm(rounds=2))
    assert isinstance(found.structure.round_to, tuple) and isinstance(found.freezing, tuple)


def test_without_a_base_there_are_defaults(tmp_path):
    assert find(write(tmp_path, "")) == Recipe(name="mine")
    assert find(write(tmp_path, 'name = "other"\nstructure = "irregular"\nmethod = "admm"')) == (
        Recipe(name="other", structure=Irregular(), method=Admm()))
    assert find(write(tmp_path, '[structure]\nkind="pattern"\nn = 1\nm = 4')).structure == (
        Pattern(1, 4))
    assert find("int8") == RECIPES["int8"]


@pytest.mark.parametrize("text, problem", [
    ("densty = 0.2", "has a key 'densty'; a recipe has base, name, weight_bits,"),
    ("density = 'half'", "is wrong at density: Input should be a valid number."),
    ("density = 3.0", "is not possible: density must be 0 to 1, not 3.0."),
    ("weight_bits = true", "is wrong at weight_bits: Input should be a valid integer."),
    ('base = "best"', "There is no recipe 'best'; choose one of"),
    ("base = 3", "has a base that is not a name."),
    ('structure = "fractal"', "has the structure 'fractal'; choose one of blocks, irregular,"),
    ('[method]\nkind = "admm"\nrouns = 3', "has an unknown key 'rouns' in method."),
    ('[method]\nkind = "admm"\nrounds = "x"', "is wrong at method.rounds: Input should be a valid"),
    ("density = ", "is not TOML: Invalid value"),
    ("freezing = [0.5, 'x']", "is wrong at freezing.1: Input should be a valid number"),
])
def test_what_is_wrong_is_said(tmp_path, text, problem):
    with pytest.raises(GossamerError, match=re.escape(problem)):
        find(write(tmp_path, text))


def test_a_budget_names_its_board(tmp_path):
    found = find(write(tmp_path, """
        base = "block-int4"
        density = 1.0
        [budget]
        board = "icebreaker"
        objective = "bits"
        share = 0.3
    """)).budget
    assert found is not None and found.target.name == "icebreaker"
    assert (found.objective, found.share) == ("bits", 0.3)
    with pytest.raises(GossamerError, match=r"has a budget without a board; name one\.$"):
        find(write(tmp_path, "[budget]\nshare = 0.3"))
    with pytest.raises(GossamerError, match=r"^The budget is not possible: it needs either"):
        find(write(tmp_path, '[budget]\nboard = "icebreaker"'))


def test_a_missing_file_is_refused():
    with pytest.raises(GossamerError, match=r"^The recipe no\.toml cannot be read \(No such file"):
        find("no.toml")


def test_every_kind_can_be_named():
    recipes = list(RECIPES.values())
    for part, kinds in KINDS.items():
        used = {type(getattr(recipe, part)) for recipe in recipes if getattr(recipe, part)}
        assert used <= set(kinds.values())
