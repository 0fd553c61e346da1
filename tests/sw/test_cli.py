"""The command: one JSON object for scripts, one sentence for mistakes, an honest exit status."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.graphs import residual, tiny_mlp
from typer.testing import CliRunner

import gossamer as gs
from gossamer import api, cli
from gossamer.description import Description, Robustness
from gossamer.inspection import inspect

VERBS = ["compress", "import", "inspect", "generate", "simulate", "build", "verify", "flash", "run",
         "boards", "doctor", "demo"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    description = Description(graph=residual(), name="tiny", recipe="none", classes=3,
                              float_accuracy=0.5, integer_accuracy=0.25, test_images=8)
    return description.save(tmp_path / "net.gsm")


def call(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def test_the_installed_command_says_its_version():
    command = Path(sys.executable).parent / "gossamer"
    done = subprocess.run([command, "--version"], check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("gossamer 0.1.0\n", "")


def test_every_verb_is_a_command_and_a_function():
    commands = [command.name for command in cli.app.registered_commands]
    assert commands == VERBS
    for name in VERBS:
        name = {"import": "import_"}.get(name, name)  # a word of Python's
        assert getattr(gs, name) is getattr(api, name)


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_help_and_json(name):
    status, out, err = call(name, "--help")
    assert (status, err) == (0, "")
    assert "--json" in out


def test_a_verb_stays_a_verb_after_the_package_of_its_name_was_imported():
    code = ("import gossamer as gs, gossamer.compress\n"
            "from gossamer import compress\n"
            "from gossamer.compress import Recipe\n"
            "assert gs.compress is compress and compress.__module__ == 'gossamer.api'")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_attribute_is_named():
    with pytest.raises(AttributeError, match=r"^module 'gossamer' has no attribute 'comprehend'$"):
        gs.comprehend()
    assert {"import_", *VERBS} - {"import"} <= set(dir(gs))


def test_inspect_prints_one_object(file):
    status, out, err = call("inspect", file, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out) == json.loads(json.dumps(gs.inspect(file).to_json()))


def test_inspect_prints_tables(file):
    status, out, err = call("inspect", file)
    assert (status, err) == (0, "")
    for text in ("tiny", "second", "6x6x4", "dense-int4", "bits per weight",
                 "Accuracy 25.00% (float 50.00%) on 8 test images."):
        assert text in out


def test_inspect_prints_robustness(file, tmp_path):
    attacked = replace(Description.load(file), robustness=Robustness(0.5, 0.375, 0.25))
    status, out, err = call("inspect", attacked.save(tmp_path / "attacked.gsm"))
    assert (status, err) == (0, "")
    assert ("Under attack 25.00%, on samples found for the float model 37.50% (float 50.00%)."
            in " ".join(out.split()))


def test_inspect_and_generate_print_what_the_board_needs(file, tmp_path):
    plan = gs.inspect(file, board="icebreaker").plan
    needs, target = plan["needs"], plan["target"]
    for arguments in (("inspect", file, "--board", "icebreaker"),
                      ("generate", file, "-o", tmp_path / "design")):
        status, out, err = call(*arguments)
        text = " ".join(out.split())
        assert (status, err) == (0, "")
        for row in ("array blocks of 4 rows x 4 columns, 16 lanes",
                    f"logic cells {needs['luts']:,} of {target['luts']:,}",
                    f"block RAMs {needs['block_rams']} of {target['block_rams']}",
                    f"DSP blocks {needs['dsps']} of {target['dsps']}",
                    f"cycles {plan['cycles']:,}", f"packed bits {plan['packed_bits']:,}"):
            assert row in text
        extra = sum(layer["packed_bits"] for layer in plan["segments"][0]["layers"]
                    if layer["name"] in ("sum.copy.max.sum", "mean"))
        assert (f"{extra:,} of the packed bits belong to no weights of the model: pooling and "
                "copies run as passes of their own (sum.copy.max, mean).") in text


def test_inspect_shows_from_which_ratio_pruning_pays(tmp_path):
    file = Description(graph=tiny_mlp(inputs=16, hidden=8), name="tiny").save(tmp_path / "t.gsm")
    found = gs.inspect(file, board="icebreaker")
    status, out, _ = call("inspect", file, "--board", "icebreaker")
    assert status == 0 and "Break-even pruning ratios" in out
    table = out[out.index("Break-even pruning ratios"):]
    saved = json.loads(call("inspect", file, "--board", "icebreaker", "--json")[1])["break_even"]
    for layer in found.layers:
        ratios = {each.sparsity: each.ratio for each in found.break_even[layer.name]}
        assert {name: each["ratio"] for name, each in saved[layer.name].items()} == ratios
        (row,) = (line.split() for line in table.splitlines() if line.split()[:1] == [layer.name])
        assert row[1:] == [f"{layer.weights / layer.nonzero:.2f}", *(
            "never" if ratio is None else f"{ratio:.2f}" for ratio in ratios.values())]


def test_an_imported_description_ends_in_gsm(tmp_path):
    status, _, err = call("import", tmp_path / "net.onnx", "-o", tmp_path / "net.txt")
    assert status == 1
    assert " ".join(err.split()) == (
        f"gossamer: A description's name ends in .gsm, which {str(tmp_path / 'net.txt')!r} does "
        f"not; write {str(tmp_path / 'net.gsm')!r}.")


def test_a_plan_of_weights_alone_says_nothing_of_other_bits(tmp_path):
    file = Description(graph=tiny_mlp(), name="tiny").save(tmp_path / "tiny.gsm")
    assert "passes of their own" not in call("inspect", file, "--board", "icebreaker")[1]


def test_inspection_counts_what_is_packed():
    """Two of four blocks survive; a bitmap of one header word and two words of trits is smaller."""
    graph = tiny_mlp(inputs=16, hidden=4)
    first = graph["a"]
    weight = first.weight.copy()
    weight[:, 4:12] = 0
    weight[0, 0] = weight[0, 15] = 1
    graph = graph.replace({"a": type(first)(
        name="a", x="x", weight=weight, bias=first.bias,
        weight_bits=2)})
    layer = inspect(Description(graph=graph, name="tiny")).layers[0]
    # 32 bits hold 20 trits: four blocks are 64 trits in 4 words, two are 32 trits in 2 words.
    assert (layer.blocks, layer.survivors) == (4, 2)
    assert (layer.format, layer.packed_bits) == ("block-bitmap-trits", 32 + 2 * 32)


def test_a_mistake_is_one_sentence_and_status_1(tmp_path):
    assert call("inspect", tmp_path / "no.gsm", "--json") == (
        1, "", f"gossamer: There is no description {tmp_path / 'no.gsm'}; make one with `gossamer "
               "compress`.\n")


def test_a_place_that_cannot_be_written_is_refused_before_the_training(tmp_path, monkeypatch):
    monkeypatch.setattr(api, "compress", None)
    out = tmp_path / "missing" / "net.gsm"
    assert call("compress", "net.py:Net", "-o", out) == (
        1, "", f"gossamer: {out} cannot be written, because {out.parent} is not a folder that you "
               "may write to; make it or choose another.\n")


def test_wrong_usage_is_status_2():
    status, out, err = call("inspect")
    assert (status, out) == (2, "")
    assert "Missing argument" in err


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "simulation").write_text("no folder")

    def work():
        (tmp_path / "simulation" / "verilator").mkdir()

    monkeypatch.setattr(api, "doctor", work)
    assert call("doctor") == (1, "", (
        f"gossamer: {tmp_path}/simulation/verilator cannot be read or written (Not a directory); "
        "choose a folder that you may write to and that has room.\n"))


def test_an_interruption_is_one_sentence_and_status_130(monkeypatch):
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "doctor", interrupt)
    assert call("doctor") == (
        130, "", "gossamer: Interrupted; nothing half-written was left behind.\n")


def test_the_command_loads_nothing_heavy_before_a_verb_runs():
    code = ("import sys, gossamer.cli\n"
            "assert not {'numpy', 'amaranth', 'gossamer.api'} & set(sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_stages_are_lines_where_there_is_no_terminal(capsys):
    with cli._progress(False) as progress:
        for done in range(3):
            progress("train", done, 2)
        progress("build", 1, 1)
    assert capsys.readouterr().err == "train ...\nbuild ...\n"
    with cli._progress(True) as progress:
        progress("train", 1, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("options", "asked"), [([], None), (["--clock", 80], 80_000_000)])
def test_a_build_asks_for_the_clock_that_is_wished(options, asked, file, tmp_path, monkeypatch):
    def build(design, *, clock_hz, **others):
        raise gs.GossamerError(f"It asked for {clock_hz}.")

    monkeypatch.setattr("gossamer_boards.build.build", build)
    assert call("generate", file, "--out", tmp_path / "out", "--board", "ulx3s")[0] == 0
    status, _, said = call("build", tmp_path / "out", *options)
    assert (status, said) == (1, f"gossamer: It asked for {asked}.\n")
    assert call("build", tmp_path / "out", "--clock", 0)[0] == 2
