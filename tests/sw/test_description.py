"""A description is the same after a round trip, and a bad file is refused in one sentence."""

import io
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors import numpy as safetensors
from tests.graphs import gated, imported, random_graph, residual, tiny_cnn, tiny_mlp

from gossamer import ir
from gossamer.description import Description, Robustness, Samples, archive, schema
from gossamer.description.model import ARRAYS, NODES
from gossamer.errors import GossamerError

Members = dict[str, bytes]


def described(graph: ir.Graph, images: int = 4, **keys: Any) -> Description:
    """A description with samples, as compression makes it."""
    rng = np.random.default_rng(0)
    x = rng.integers(graph.input.low, graph.input.high, (images, *graph.input.shape),
                     endpoint=True)
    samples = Samples(inputs=x, outputs=graph.run(x), labels=np.arange(images) % 3 - 1)
    description = Description(
        graph=graph, name="tiny", recipe="block-ternary", classes=3, float_accuracy=0.98,
        integer_accuracy=1 / 3, test_images=360, samples=samples)
    return replace(description, **keys)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return described(tiny_cnn()).save(tmp_path / "net.gsm")


def tamper(path: Path, change: Callable[[Members], None]) -> None:
    """Exchange members of the archive for others."""
    members = archive.unpack(path)
    change(members)
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)


def rewrite_model(path: Path, change: Callable[[Any], None]) -> None:
    def exchange(members: Members) -> None:
        model = json.loads(members["model.json"])
        change(model)
        members["model.json"] = json.dumps(model).encode()

    tamper(path, exchange)


def rewrite_arrays(path: Path, change: Callable[[dict[str, np.ndarray]], None]) -> None:
    def exchange(members: Members) -> None:
        arrays = safetensors.load(members["weights.safetensors"])
        change(arrays)
        members["weights.safetensors"] = safetensors.save(arrays)

    tamper(path, exchange)


def refusal(path: Path) -> str:
    """What ``load`` says, with the path spelt net.gsm."""
    with pytest.raises(GossamerError) as caught:
        Description.load(path)
    return str(caught.value).replace(str(path), "net.gsm")


AGAIN = "make it again with `gossamer compress`."


# ---------------------------------------------------------------- round trips

@pytest.mark.parametrize("graph", [tiny_mlp(), tiny_cnn(), residual(), imported(), gated()],
                         ids=["mlp", "cnn", "residual", "imported", "gated"])
@pytest.mark.parametrize("keys", [{}, {"samples": None, "float_accuracy": None, "recipe": ""},
                                  {"robustness": Robustness(0.5, 0.25, 0.125)}],
                         ids=["full", "bare", "attacked"])
def test_load_returns_what_was_saved(tmp_path, graph, keys):
    description = described(graph, **keys)
    assert Description.load(description.save(tmp_path / "net.gsm")) == description


@given(st.integers(0, 10_000), st.text(), st.floats(0, 1))
def test_load_returns_what_was_saved_for_any_graph(tmp_path_factory, seed, name, accuracy):
    description = described(random_graph(seed), images=1, name=name, integer_accuracy=accuracy)
    path = tmp_path_factory.mktemp("any") / "net.gsm"
    assert Description.load(description.save(path)) == description


@pytest.mark.parametrize("changes", [
    {"name": "other"}, {"recipe": ""}, {"classes": 4}, {"float_accuracy": None},
    {"integer_accuracy": 0.5}, {"test_images": 1}, {"samples": None}, {"graph": tiny_cnn(seed=1)},
], ids=lambda changes: next(iter(changes)))
def test_descriptions_that_differ_are_not_equal(changes):
    assert replace(described(tiny_cnn()), **changes) != described(tiny_cnn())


def test_samples_that_differ_are_not_equal():
    description = described(tiny_cnn())
    assert description.samples is not None
    other = replace(description.samples, labels=description.samples.labels + 1)
    assert replace(description, samples=other) != description


def test_the_same_description_gives_the_same_bytes_at_any_time(monkeypatch):
    first = described(residual()).to_bytes()
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2031, 5, 5, 5, 5, 5, 0, 1,
                                                                       0)))
    assert described(residual()).to_bytes() == first


def test_numpy_numbers_in_a_node_are_saved_as_plain_ones(tmp_path):
    graph = tiny_mlp()
    odd = graph.replace({"x": ir.Input(
        name="x", shape=(np.int64(6),), low=np.int64(0),
        high=np.int8(16), scale=np.float64(0.0625))})
    path = Description(graph=odd, name="odd").save(tmp_path / "net.gsm")
    assert Description.load(path).graph == graph


def test_a_description_that_was_repacked_with_compression_loads(file):
    members = archive.unpack(file)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as repacked:
        for name, data in members.items():
            repacked.writestr(name, data)
    assert Description.load(file) == described(tiny_cnn())


# ---------------------------------------------------------------- the file format

def test_the_schema_has_the_fields_of_every_node():
    union = get_args(get_args(schema.AnyOperator)[0])
    kinds = {get_args(model.model_fields["kind"].annotation)[0]: model for model in union}
    assert set(kinds) == set(NODES)
    for kind, model in kinds.items():
        arrays = {name for name, _, _ in ARRAYS.get(kind, ())}
        node = {field.name for field in fields(NODES[kind])}
        assert set(model.model_fields) - {"kind"} | arrays == node


def test_every_kind_of_node_can_be_saved():
    defined = {node.kind for node in vars(ir).values()
               if isinstance(node, type) and issubclass(node, ir.Node) and hasattr(node, "kind")}
    assert set(NODES) == defined


def test_the_page_lists_every_key_and_array():
    page = (Path(__file__).parents[2] / "docs" / "description.md").read_text()
    keys = {name for model in vars(schema).values()
            if isinstance(model, type) and issubclass(model, schema.Strict)
            for name in model.model_fields}
    arrays = {name for entries in ARRAYS.values() for name, _, _ in entries}
    arrays |= {f"samples.{field.name}" for field in fields(Samples)}
    assert not {word for word in keys | arrays if f"`{word}`" not in page}


# ---------------------------------------------------------------- saving

def test_an_existing_file_is_kept_unless_overwriting_is_allowed(file):
    before = file.read_bytes()
    with pytest.raises(GossamerError) as caught:
        described(tiny_mlp()).save(file)
    assert str(caught.value) == (
        f"{file} already exists; choose another name, or allow it to be overwritten.")
    assert file.read_bytes() == before
    described(tiny_mlp()).save(file, overwrite=True)
    assert Description.load(file) == described(tiny_mlp())


def test_a_missing_folder_is_named(tmp_path):
    path = tmp_path / "nowhere" / "net.gsm"
    with pytest.raises(GossamerError) as caught:
        described(tiny_mlp()).save(path)
    assert str(caught.value) == (
        f"{path} cannot be written (No such file or directory); choose a folder that exists and "
        "that you may write to.")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interrupted_save_leaves_what_was_there(file, monkeypatch, step):
    before = file.read_bytes()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), interrupt)
    with pytest.raises(KeyboardInterrupt):
        described(tiny_mlp()).save(file, overwrite=True)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GossamerError) as caught:
        described(tiny_mlp()).save(tmp_path / "net.gsm")
    assert str(caught.value) == (
        f"{tmp_path / 'net.gsm'} cannot be written (No space left on device); free some space or "
        "choose another folder.")
    assert not list(tmp_path.iterdir())


def test_an_illegal_graph_cannot_be_described():
    with pytest.raises(GossamerError) as caught:
        Description(graph=ir.Graph(tiny_mlp().nodes[:-1]), name="short")
    assert str(caught.value) == "Node 'b' has sums that are not read by exactly one requantize."


@pytest.mark.parametrize("changes, message", [
    ({"inputs": np.zeros((4, 6, 6), np.int64)},
     "The samples do not suit the graph: Input must have shape (N, 6, 6, 1), not (4, 6, 6); "
     "quantize them with the graph's input."),
    ({"inputs": np.full((4, 6, 6, 1), 99)},
     "The samples do not suit the graph: Input must lie in 0..16, not 99..99; quantize them with "
     "the graph's input."),
    ({"outputs": np.zeros((4, 9), np.int64)},
     "The outputs of the samples have shape (4, 9); this graph needs (4, 3)."),
    ({"labels": np.zeros((4, 1), np.int64)},
     "The labels of the samples have shape (4, 1); this graph needs (4,)."),
    ({"labels": np.zeros(3, np.int64)},
     "Samples have 4 inputs, 4 outputs and 3 labels; give as many of each, and at least one."),
    ({"labels": np.zeros(4)},
     "Array 'samples.labels' of type float64 cannot be stored as int32 without loss; quantize it "
     "first."),
    ({"outputs": np.full((4, 3), 1 << 40)},
     "Array 'samples.outputs' of type int64 cannot be stored as int32 without loss; quantize it "
     "first."),
], ids=["shape", "range", "outputs", "labels", "count", "float", "large"])
def test_samples_that_do_not_suit_the_graph_are_refused(changes, message):
    description = described(tiny_cnn())
    assert description.samples is not None
    with pytest.raises(GossamerError) as caught:
        replace(description, samples=replace(description.samples, **changes))
    assert str(caught.value) == message


def test_an_impossible_accuracy_is_refused(tmp_path):
    with pytest.raises(GossamerError) as caught:
        described(tiny_mlp(), float_accuracy=float("nan")).save(tmp_path / "net.gsm")
    assert str(caught.value) == (
        "Description 'tiny' cannot be saved: accuracy.float: input should be a finite number.")
    assert not list(tmp_path.iterdir())


# ---------------------------------------------------------------- damaged and hostile files

def test_a_missing_file_is_said(tmp_path):
    assert refusal(tmp_path / "net.gsm") == (
        "There is no description net.gsm; make one with `gossamer compress`.")


def test_a_folder_is_said(tmp_path):
    assert refusal(tmp_path) == "net.gsm is a folder; give the description file (.gsm) itself."


NO_ZIP = ("net.gsm is damaged, cut short or no description at all: it is not a complete zip "
          "archive; " + AGAIN)


@pytest.mark.parametrize("kept", [0, 1, 100, 0.5, -1])
def test_a_truncated_file_is_refused(file, kept):
    data = file.read_bytes()
    file.write_bytes(data[:int(len(data) * kept) if isinstance(kept, float) else kept])
    assert refusal(file) == NO_ZIP


def test_another_kind_of_file_is_refused(file):
    file.write_text("weights and biases\n" * 100)
    assert refusal(file) == NO_ZIP


def test_every_flipped_byte_is_refused_or_harmless(file):
    """No damage goes unnoticed: the file is refused, or still means the same."""
    data, description = file.read_bytes(), Description.load(file)
    for position in range(0, len(data), 7):
        damaged = bytearray(data)
        damaged[position] ^= 0xFF
        file.write_bytes(damaged)
        try:
            assert Description.load(file) == description
        except GossamerError as error:
            assert str(error).endswith(".") and "\n" not in str(error)


@pytest.mark.parametrize("member", ["model.json", "weights.safetensors"])
def test_a_wrong_checksum_is_said(file, member):
    members = archive.unpack(file)
    data = bytearray(file.read_bytes())
    data[data.index(members[member]) + 10] ^= 1
    file.write_bytes(data)
    assert refusal(file) == f"{member} in net.gsm is damaged: its checksum does not match; {AGAIN}"


def test_another_archive_is_refused(file):
    tamper(file, lambda members: members.clear())
    assert refusal(file) == (
        "net.gsm is not a description: it holds nothing instead of model.json and "
        "weights.safetensors; give a file made with `gossamer compress`.")


def test_a_member_too_many_is_refused(file):
    tamper(file, lambda members: members.update({"a.txt": b"", "z.txt": b""}))
    assert refusal(file) == (
        "net.gsm is not a description: it holds model.json, weights.safetensors, a.txt ... "
        "instead of model.json and weights.safetensors; give a file made with `gossamer "
        "compress`.")


def test_a_zip_bomb_is_not_unpacked(file):
    size = archive.LIMITS["weights.safetensors"] + 1
    members = archive.unpack(file)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
        bomb.writestr("model.json", members["model.json"])
        with bomb.open("weights.safetensors", "w") as member:
            chunk = bytes(1 << 20)
            for _ in range(size >> 20):
                member.write(chunk)
            member.write(bytes(size & ((1 << 20) - 1)))
    assert refusal(file) == (
        "weights.safetensors in net.gsm unpacks to 268,435,457 bytes, and a description may hold "
        "268,435,456 there; use a smaller model.")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(file):
    """The declared size is where reading stops, so a small lie is a wrong checksum."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("model.json", bytes(1 << 22))
        bomb.writestr("weights.safetensors", b"")
    size = (1 << 22).to_bytes(4, "little")
    file.write_bytes(buffer.getvalue().replace(size, (100).to_bytes(4, "little")))
    assert refusal(file) == (
        f"model.json in net.gsm is damaged: its checksum does not match; {AGAIN}")


def test_an_encrypted_member_is_refused(file):
    data = bytearray(file.read_bytes())
    for signature, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flag] |= 1
    file.write_bytes(data)
    assert refusal(file) == (
        "model.json in net.gsm cannot be unpacked: it is encrypted or packed in an unusual way; "
        "repack the archive plainly.")


def test_text_that_is_not_json_is_refused(file):
    tamper(file, lambda members: members.update({"model.json": b"\xff{"}))
    assert refusal(file) == f"model.json in net.gsm is not JSON; {AGAIN}"


def test_json_nested_without_end_is_refused(file):
    tamper(file, lambda members: members.update({"model.json": b"[" * 1_000_000}))
    assert refusal(file) == f"model.json in net.gsm is not JSON; {AGAIN}"


@pytest.mark.parametrize("model", [{}, {"format": "something"}, [], 3, None],
                         ids=["empty", "other", "list", "number", "null"])
def test_another_format_is_refused(file, model):
    tamper(file, lambda members: members.update({"model.json": json.dumps(model).encode()}))
    assert refusal(file) == (
        "net.gsm is not a description: the format in model.json is not 'gossamer-description'; "
        "give a file made with `gossamer compress`.")


def test_a_newer_version_is_refused(file):
    rewrite_model(file, lambda model: model.update(version=8, colour="blue"))
    assert refusal(file) == (
        "net.gsm is a description of version 8, and this program reads up to version 7; install a "
        "newer gossamer.")


def test_a_file_of_version_one_is_read(file):
    """It lacks the keys that came later, whose defaults are what it meant."""
    new = {"input": ["zero"], "linear": ["fraction"], "conv2d": ["pad", "fraction"],
           "requantize": ["offset", "zero", "rounding"]}

    def age(model: Any) -> None:
        model["version"] = 1
        del model["accuracy"]["robustness"]
        for node in model["nodes"]:
            for key in new.get(node["kind"], ()):
                del node[key]

    before = Description.load(file)
    rewrite_model(file, age)
    assert Description.load(file) == before


def put(model: Any, node: int, **changes: Any) -> None:
    model["nodes"][node].update(changes)


@pytest.mark.parametrize("change, complaint", [
    (lambda m: m.update(version=0), "version: input should be 1, 2, 3, 4, 5, 6 or 7"),
    (lambda m: m.update(version="1"), "version: input should be 1, 2, 3, 4, 5, 6 or 7"),
    (lambda m: m.update(colour="blue"), "colour: extra inputs are not permitted"),
    (lambda m: m.pop("name"), "name: field required"),
    (lambda m: m.update(nodes=[]),
     "nodes: tuple should have at least 1 item after validation, not 0"),
    (lambda m: m.update(classes=-1), "classes: input should be greater than or equal to 0"),
    (lambda m: m["accuracy"].update(float=97.5),
     "accuracy.float: input should be less than or equal to 1"),
    (lambda m: put(m, 0, scale=float("nan")),
     "nodes.0.input.scale: input should be a finite number"),
    (lambda m: put(m, 2, scale=float("inf")),
     "nodes.2.requantize.scale: input should be a finite number"),
    (lambda m: put(m, 0, scale=0), "nodes.0.input.scale: input should be greater than 0"),
    (lambda m: put(m, 0, shape=[6, 0, 1]),
     "nodes.0.input.shape.1: input should be greater than or equal to 1"),
    (lambda m: put(m, 0, shape=[]),
     "nodes.0.input.shape: tuple should have at least 1 item after validation, not 0"),
    (lambda m: put(m, 0, low=0.5), "nodes.0.input.low: input should be a valid integer"),
    (lambda m: put(m, 1, stride=[0, 1]),
     "nodes.1.conv2d.stride.0: input should be greater than or equal to 1"),
    (lambda m: put(m, 1, padding=[1, 1, 1]), "nodes.1.conv2d.padding.3: field required"),
    (lambda m: put(m, 1, padding=[-1, 1, 1, 1]),
     "nodes.1.conv2d.padding.0: input should be greater than or equal to 0"),
    (lambda m: put(m, 1, weight_bits=9),
     "nodes.1.conv2d.weight_bits: input should be less than or equal to 8"),
    (lambda m: put(m, 1, weight="__import__('os')"),
     "nodes.1.conv2d.weight: extra inputs are not permitted"),
    (lambda m: put(m, 1, x=3), "nodes.1.conv2d.x: input should be a valid string"),
], ids=lambda value: value if isinstance(value, str) else "change")
def test_a_key_that_breaks_the_schema_is_named(file, change, complaint):
    rewrite_model(file, change)
    assert refusal(file) == (
        f"model.json in net.gsm is not a legal description: {complaint}; {AGAIN}")


def test_an_unknown_kind_of_node_is_named(file):
    rewrite_model(file, lambda model: put(model, 3, kind="lambda"))
    assert refusal(file) == (
        "model.json in net.gsm is not a legal description: nodes.3: input tag 'lambda' found "
        "using 'kind' does not match any of the expected tags: 'input', 'linear', 'conv2d', "
        "'sumpool', 'maxpool', 'requantize', 'multithreshold', 'table', 'sum', 'product', 'add', "
        "'softmax', 'flatten', 'reshape', 'concat', 'slice', 'pad', 'patch'; "
        f"{AGAIN}")


@pytest.mark.parametrize("change, complaint", [
    (lambda a: a.pop("conv.weight"), "weights.safetensors lacks 'conv.weight'"),
    (lambda a: a.pop("samples.labels"), "weights.safetensors lacks 'samples.labels'"),
    (lambda a: a.update(more=np.zeros(3)),
     "weights.safetensors holds 'more', which no node uses"),
    (lambda a: a.update({"conv.weight": a["conv.weight"].astype(np.int16)}),
     "'conv.weight' is of type int16 and must be int8"),
    (lambda a: a.update({"conv.bias": a["conv.bias"].astype(np.float64)}),
     "'conv.bias' is of type float64 and must be int64"),
    (lambda a: a.update({"conv.weight": a["conv.weight"].reshape(4, 9)}),
     "'conv.weight' has shape (4, 9) and must have (outputs, kh, kw, inputs), none of them empty"),
    (lambda a: a.update({"fc.weight": a["fc.weight"][:0]}),
     "'fc.weight' has shape (0, 36) and must have (outputs, inputs), none of them empty"),
    (lambda a: a.update({"samples.inputs": a["samples.inputs"][:0]}),
     "'samples.inputs' has shape (0, 6, 6, 1) and must have (samples, ...), none of them empty"),
], ids=["weight", "labels", "unused", "int16", "float", "axes", "empty", "no-samples"])
def test_an_array_that_breaks_the_schema_is_named(file, change, complaint):
    rewrite_arrays(file, change)
    assert refusal(file) == f"net.gsm is not a legal description: {complaint}; {AGAIN}"


@pytest.mark.parametrize("change, complaint", [
    (lambda a: a.update({"conv.weight": np.ones((4, 3, 3, 2), np.int8)}),
     "Node 'conv' has weights for 2 input channels in 1 groups, not 1."),
    (lambda a: a.update({"conv.weight": np.full((4, 3, 3, 1), 8, np.int8)}),
     "Node 'conv' has weights 8..8 beyond 4 bits."),
    (lambda a: a.update({"relu.shift": np.zeros(4, np.int64)}),
     "Node 'relu' has a shift outside 1..47."),
    (lambda a: a.update({"samples.labels": np.zeros(2, np.int32)}),
     "Samples have 4 inputs, 4 outputs and 2 labels; give as many of each, and at least one."),
], ids=["channels", "width", "shift", "samples"])
def test_a_graph_that_is_not_legal_is_refused(file, change, complaint):
    rewrite_arrays(file, change)
    assert refusal(file) == f"net.gsm is not a legal description: {complaint}"


@pytest.mark.parametrize("data", [b"", b"\xff" * 8, b"\xff" * 64,
                                  b"\x02\0\0\0\0\0\0\0[]", b"\x40\0\0\0\0\0\0\0{"])
def test_weights_that_are_no_safetensors_are_refused(file, data):
    tamper(file, lambda members: members.update({"weights.safetensors": data}))
    assert refusal(file) == (
        f"weights.safetensors in net.gsm is not a legal safetensors file; {AGAIN}")


def test_a_pickle_in_place_of_the_weights_is_never_run(file, tmp_path):
    bait = tmp_path / "executed"
    payload = b"cos\nsystem\n(S'touch " + str(bait).encode() + b"'\ntR."
    tamper(file, lambda members: members.update({"weights.safetensors": payload}))
    assert refusal(file) == (
        f"weights.safetensors in net.gsm is not a legal safetensors file; {AGAIN}")
    assert not bait.exists()


def test_loading_a_description_does_not_import_torch(file):
    code = ("import sys; from gossamer.description import Description; "
            "Description.load(sys.argv[1]); sys.exit('torch' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code, str(file)], check=False).returncode == 0
