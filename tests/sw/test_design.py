"""Design folder: the same bytes every time, whole or not there, and refused when changed."""

import hashlib
import json
import re

import numpy as np
import pytest
from tests.graphs import tiny_mlp

import gossamer_boards
from gossamer.description import Description
from gossamer.design import Design, generate
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, plan


def make(folder, format=None):
    description = Description(
        graph=tiny_mlp(), name="tiny", recipe="", classes=3, float_accuracy=None,
        integer_accuracy=None, test_images=0, samples=None)
    made = plan(description.graph, gossamer_boards.get("icebreaker").target,
                format=format)
    return generate(description, made, "icebreaker", folder)


@pytest.fixture(scope="module")
def design(tmp_path_factory):
    return make(tmp_path_factory.mktemp("design") / "out")


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_inputs_give_the_same_bytes(design, tmp_path):
    again = make(tmp_path / "again")
    assert files(again.folder) == files(design.folder)
    assert again.hash == design.hash


def test_load_returns_what_was_generated(design):
    loaded = Design.load(design.folder)
    assert (loaded.plan, loaded.description, loaded.manifest) == (
        design.plan, design.description, design.manifest)
    assert loaded.plan.program.spec == design.plan.program.spec


def test_vectors_are_the_integers_of_the_graph(design):
    inputs = np.load(design.folder / "vectors" / "inputs.npy")
    outputs = np.load(design.folder / "vectors" / "outputs.npy")
    x = inputs.astype(np.int64) + design.input_zero
    assert (design.description.graph.run(x) == outputs).all()
    assert (design.plan.program.spec.model(inputs) == outputs).all()


def test_the_memory_image_holds_the_packed_words(design):
    lines = (design.folder / "memory" / "weights.hex").read_text().split()
    assert tuple(int(line, 16) for line in lines) == design.plan.program.spec.words


def test_a_killed_run_is_no_hindrance(tmp_path):
    left = tmp_path / ".out.partial"
    left.mkdir()
    (left / "half").write_text("written")
    make(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_interruption_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(*args, **keys):
        raise KeyboardInterrupt

    monkeypatch.setattr("gossamer.design._vectors", interrupt)
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["plan.json", "rtl/engine.v", "model.gsm"])
def test_a_changed_file_is_refused(tmp_path, name):
    folder = make(tmp_path / "out").folder
    path = folder / name
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(GossamerError, match=rf"^File {re.escape(name)} of design "
                       rf"{re.escape(str(folder))} is not what generate wrote; generate the design "
                       r"again\.$"):
        Design.load(folder)


def replanned(tmp_path, change):
    """A design whose plan was changed together with its digest."""
    folder = make(tmp_path / "out").folder
    path = folder / "plan.json"
    path.write_text(change(path.read_text()))
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["files"]["plan.json"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


@pytest.mark.parametrize(("change", "message"), [
    (lambda text: text[:-20], "The plan of design .* is damaged; generate the design again"),
    (lambda text: text.replace('"requantizers": ', '"requantizers": 0, "_": '), "does not belong"),
    (lambda text: text.replace('"rows": ', '"rows": -1, "_": '), "does not belong"),
    (lambda text: text.replace('"burst": ', '"burst": 0, "_": '), "does not belong"),
], ids=["cut", "requantizers", "rows", "burst"])
def test_a_hostile_plan_is_refused_even_where_the_hashes_agree(tmp_path, change, message):
    with pytest.raises(GossamerError, match=message):
        Design.load(replanned(tmp_path, change))


@pytest.mark.parametrize("changes", [{"rows": 0}, {"requantizers": 0}, {"port": -1},
                                     {"burst": 1.5}, {"banks": "4"}])
def test_a_geometry_has_positive_integers(changes):
    with pytest.raises(GossamerError, match="must be a positive integer"):
        Geometry(**changes)


@pytest.mark.parametrize(("change", "message"), [
    (lambda words: [*words, words[0]], "goes on after the last layer"),
    (lambda words: words[:1], "is not legal: layer"),
    (lambda words: ["no", *words[1:]], "is not lines of hexadecimal words"),
    (lambda words: [f"{int(words[0], 16) ^ 1:08x}", *words[1:]], "layer a, row group 0"),
    (lambda words: ["f" * 8, *words[1:]], "is not legal: layer a, row group 0: Row group has "
                                          "column block"),
])
def test_hostile_words_are_refused_even_where_the_hashes_agree(tmp_path, change, message):
    folder = make(tmp_path / "out", "block-bitmap").folder
    path = folder / "memory" / "weights.hex"
    path.write_text("\n".join(change(path.read_text().split())) + "\n")
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["files"]["memory/weights.hex"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(GossamerError, match=re.escape(message)):
        Design.load(folder)


@pytest.mark.parametrize(("change", "message"), [
    (lambda m: m | {"version": 2}, "Design {} has version 2, but this Gossamer reads up to 1; "
     "update Gossamer or generate the design again."),
    (lambda m: m | {"hash": 3}, "The manifest of design {} is damaged; generate the design again."),
    (lambda m: [m], "The manifest of design {} is damaged; generate the design again."),
], ids=["newer", "type", "list"])
def test_a_strange_manifest_is_refused(tmp_path, change, message):
    folder = make(tmp_path / "out").folder
    path = folder / "manifest.json"
    path.write_text(json.dumps(change(json.loads(path.read_text()))))
    with pytest.raises(GossamerError) as caught:
        Design.load(folder)
    assert str(caught.value) == message.format(folder)
