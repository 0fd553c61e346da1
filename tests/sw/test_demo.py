"""The demo: what it prints, the folder it takes up again, and the folders it refuses."""

import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.graphs import tiny_cnn
from typer.testing import CliRunner

import gossamer as gs
from gossamer import api, cli, demonstration
from gossamer.description import Description, Samples


def described() -> Description:
    """A description as training would make it, of a graph that simulates in a moment."""
    graph = tiny_cnn()
    x = np.random.default_rng(0).integers(0, 17, (6, *graph.input.shape))
    outputs = graph.run(x)
    labels = outputs.argmax(axis=1)
    labels[0] = (labels[0] + 1) % 3  # the first is classified wrongly
    return Description(
        graph=graph, name="digits-cnn", recipe="block-ternary", classes=3, float_accuracy=1.0,
        integer_accuracy=5 / 6, test_images=6,
        samples=Samples(inputs=x, outputs=outputs, labels=labels))


@pytest.fixture
def trainings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Models that were trained: tiny ones, in no time."""
    trained: list[str] = []

    def train(model: str, path: Path, progress: object) -> Description:
        trained.append(model)
        description = described()
        description.save(path)
        return description

    monkeypatch.setattr(demonstration, "_train", train)
    return trained


def run(out: Path, *options: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app, ["demo", "--out", str(out), "--no-bitstream", *options])
    return done.exit_code, done.stdout, done.stderr


QUICK = ("--simulator", "amaranth", "--json")


def test_the_object_has_every_key_and_true_numbers(tmp_path, trainings):
    status, out, err = run(tmp_path / "demo", *QUICK)
    assert (status, err) == (0, "")
    found = json.loads(out)
    # Amaranth's simulator ran a sample of four, and the first image is classified wrongly.
    assert found["accuracy"] == {"float": 1.0, "integer": 5 / 6, "rtl": 3 / 4, "test_images": 6}
    assert (found["simulator"], found["simulated_images"]) == ("amaranth", 4)
    assert found["mismatches"] == 0
    cycles = found["cycles"]
    assert cycles["predicted"] == cycles["simulated"] == cycles["least"] > 0
    weights = found["weights"]
    assert (weights["count"], weights["nonzero"]) == (
        144, sum(np.count_nonzero(getattr(n, "weight", 0)) for n in described().graph))
    words = (tmp_path / "demo/design/memory/weights.hex").read_text().split()
    assert weights["packed_bits"] == sum(4 * len(word) for word in words)
    assert weights["bits_per_weight"] == weights["packed_bits"] / 144
    assert weights["ratio_vs_float32"] == 32 * 144 / weights["packed_bits"]
    for key in ("utilisation", "fmax_mhz", "latency_us", "bitstream"):
        assert found[key] is None
    assert gs.Description.load(found["description"]) == described()
    assert Path(found["design"], "manifest.json").is_file()


def test_a_second_run_takes_the_model_up_and_proves_it_again(tmp_path, trainings):
    first = json.loads(run(tmp_path / "demo", *QUICK)[1])
    second = json.loads(run(tmp_path / "demo", *QUICK)[1])
    assert trainings == ["cnn"]
    assert second.pop("notes") == [
        f"The model was trained by an earlier run; remove {tmp_path / 'demo'} to train it again."]
    assert first | {"notes": []} == second | {"notes": []}


def test_a_second_run_keeps_the_bitstream_of_the_same_design(tmp_path, trainings):
    run(tmp_path, *QUICK)
    bitstream = tmp_path / "design/build/engine.bin"
    bitstream.parent.mkdir()
    bitstream.write_text("minutes of work")
    (tmp_path / "design.new").mkdir()  # of a killed run
    assert run(tmp_path, *QUICK)[0] == 0
    assert bitstream.read_text() == "minutes of work"
    assert not (tmp_path / "design.new").exists()


def test_a_damaged_design_is_generated_again(tmp_path, trainings):
    run(tmp_path, *QUICK)
    verilog = tmp_path / "design/rtl/engine.v"
    before = verilog.read_text()
    verilog.write_text("")
    status, out, _ = run(tmp_path, *QUICK)
    assert (status, json.loads(out)["design"]) == (0, str(tmp_path / "design"))
    assert verilog.read_text() == before


def test_an_interrupted_run_is_taken_up(tmp_path, trainings, monkeypatch):
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(api, "simulate", interrupt)
        assert run(tmp_path / "demo", *QUICK) == (
            130, "", "gossamer: Interrupted; nothing half-written was left behind.\n")
    assert run(tmp_path / "demo", *QUICK)[0] == 0
    assert trainings == ["cnn"]


def test_what_another_version_trained_is_trained_again(tmp_path, trainings, monkeypatch):
    run(tmp_path / "demo", *QUICK)
    monkeypatch.setattr(demonstration, "_program", lambda: "another")
    assert run(tmp_path / "demo", *QUICK)[0] == 0
    assert trainings == ["cnn", "cnn"]


def test_a_folder_with_something_else_is_refused(tmp_path, trainings):
    (tmp_path / "thesis.tex").write_text("precious")
    for marker in (None, "{", "[]", '{"format": "else"}'):
        if marker is not None:
            (tmp_path / "demo.json").write_text(marker)
        before = sorted(tmp_path.iterdir())
        assert run(tmp_path, *QUICK) == (
            1, "", f"gossamer: The folder {tmp_path} exists and holds something else than a demo; "
                   "choose another with --out.\n")
        assert sorted(tmp_path.iterdir()) == before
    assert not trainings


def test_a_demo_with_other_choices_is_refused(tmp_path, trainings):
    run(tmp_path, *QUICK)
    assert run(tmp_path, *QUICK, "--board", "ulx3s") == (
        1, "", f"gossamer: The folder {tmp_path} holds the demo of the model cnn for the board "
               "icebreaker; choose another with --out, or remove it.\n")


def test_a_file_in_the_way_is_named(tmp_path, trainings):
    (tmp_path / "demo").write_text("")
    assert run(tmp_path / "demo", *QUICK) == (
        1, "", f"gossamer: The folder {tmp_path / 'demo'} cannot be made (File exists); choose "
               "another with --out.\n")


@pytest.mark.parametrize("choice, message", [
    ({"model": "rnn"}, "There is no model 'rnn'; choose one of cnn, mlp."),
    ({"board": "arty"}, "Board 'arty' is not known; choose one of icebreaker, ice40_hx8k_b_evn, "
     "ulx3s, ulx3s_12f, orangecrab_r0_2_25f, colorlight_i5, tang_nano_9k, lifcl_40_evn."),
    ({"simulator": "spice"},
     "There is no simulator 'spice'; choose one of verilator, icarus, amaranth."),
], ids=["model", "board", "simulator"])
def test_a_wrong_choice_is_refused_before_anything_is_made(tmp_path, choice, message):
    with pytest.raises(gs.GossamerError) as caught:
        gs.demo(out=tmp_path / "demo", **choice)
    assert str(caught.value) == message
    assert not list(tmp_path.iterdir())


def test_without_a_compiler_the_demo_says_so_and_runs_a_sample(tmp_path, trainings, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "empty") + os.pathsep)
    status, out, _ = run(tmp_path / "demo")
    assert status == 0
    text = " ".join(out.split())
    assert "in amaranth 4 of 6 inferences" in text
    assert "exactness 0 of 12 output integers differ from PyTorch's" in text
    assert "accuracy in the simulated hardware 75.00%" in text
    assert ("Verilator needs 'perl', which is not on PATH; install the package perl or choose the "
            "simulator icarus or amaranth. The demo ran the first 4 images in Amaranth's own "
            "simulator instead.") in text


def test_a_compiler_that_was_asked_for_and_is_missing_is_an_error(tmp_path, trainings, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert run(tmp_path / "demo", "--simulator", "verilator") == (
        1, "", "gossamer: Verilator needs 'perl', which is not on PATH; install the package perl "
               "or choose the simulator icarus or amaranth.\n")
    assert not trainings


def test_a_mismatch_is_a_failure(tmp_path, trainings, monkeypatch):
    """PyTorch's answers travel in the description; the hardware is held against them too."""
    description = described()
    assert description.samples is not None
    outputs = description.samples.outputs.copy()
    outputs[1, 2] += 1
    wrong = Samples(inputs=description.samples.inputs, outputs=outputs,
                    labels=description.samples.labels)
    made = replace(description, samples=wrong)
    monkeypatch.setitem(globals(), "described", lambda: made)
    status, out, err = run(tmp_path / "demo", *QUICK)
    assert status == 1
    assert json.loads(out)["mismatches"] == 1
    assert err == ("gossamer: 1 output integers of 4 inferences differ from the exact model; "
                   "please report this with the design folder.\n")


@pytest.mark.slow
def test_the_demo_ends_on_the_virtual_board(tmp_path, trainings):
    status, out, err = run(tmp_path / "demo", "--simulator", "verilator", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)["virtual_board"]
    assert (found["images"], found["verified"], found["mismatches"]) == (6, True, 0)
    assert (found["resent"], found["silences"]) == (0, 0)
    assert sum(found["layer_cycles"].values()) + 36 == found["cycles"]
