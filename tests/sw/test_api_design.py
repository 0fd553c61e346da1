"""The verbs after compression, on a tiny description: generate, simulate, build, flash."""

import json
from pathlib import Path

import numpy as np
import pytest
from tests.graphs import tiny_cnn, tiny_mlp
from typer.testing import CliRunner

import gossamer as gs
from gossamer import cli
from gossamer.description import Description, Samples
from gossamer.design import Design
from gossamer.ir import Graph
from gossamer_boards import flows


def described(graph: Graph, samples: int = 5) -> Description:
    if not samples:
        return Description(graph=graph, name="tiny")
    x = np.random.default_rng(0).integers(0, 17, (samples, *graph.input.shape))
    return Description(graph=graph, name="tiny", samples=Samples(
        inputs=x, outputs=graph.run(x), labels=np.arange(samples) % 3 - 1))


@pytest.fixture(scope="module")
def design(tmp_path_factory: pytest.TempPathFactory) -> Design:
    folder = tmp_path_factory.mktemp("tiny")
    path = described(tiny_cnn()).save(folder / "net.gsm")
    return gs.generate(path, board="icebreaker", out=folder / "out")


def call(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def refusal(*arguments: object) -> str:
    status, out, err = call(*arguments)
    assert (status, out) == (1, "")
    return err


def test_generate_writes_a_design_and_prints_its_plan(tmp_path):
    path = described(tiny_mlp()).save(tmp_path / "net.gsm")
    status, out, err = call("generate", path, "--board", "ulx3s", "-o", tmp_path / "out", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    loaded = Design.load(tmp_path / "out")
    assert (found["board"], loaded.board) == ("ulx3s", "ulx3s")
    assert found["plan"]["cycles"] == loaded.plan.cycles
    assert loaded.description == Description.load(path)


def test_generate_refuses_an_existing_folder(tmp_path):
    path = described(tiny_mlp()).save(tmp_path / "net.gsm")
    (tmp_path / "out").mkdir()
    assert refusal("generate", path, "-o", tmp_path / "out") == (
        f"gossamer: {tmp_path / 'out'} already exists; choose another folder, or remove it to "
        "generate again.\n")
    assert not list((tmp_path / "out").iterdir())


def test_an_unknown_board_is_refused(tmp_path):
    path = described(tiny_mlp()).save(tmp_path / "net.gsm")
    for verb in (["generate", path, "-o", tmp_path / "out"], ["inspect", path]):
        assert refusal(*verb, "--board", "arty") == (
            "gossamer: Board 'arty' is not known; choose one of icebreaker, ice40_hx8k_b_evn, "
            "ulx3s, ulx3s_12f, orangecrab_r0_2_25f, colorlight_i5, tang_nano_9k, "
                "lifcl_40_evn.\n")


def test_inspect_with_a_board_shows_the_plan(tmp_path):
    path = described(tiny_mlp()).save(tmp_path / "net.gsm")
    status, out, _ = call("inspect", path, "--board", "icebreaker", "--json")
    found = json.loads(out)
    assert (status, found["plan"]["target"]["name"]) == (0, "icebreaker")
    status, out, _ = call("inspect", path, "--board", "icebreaker")
    assert f"cycles {found['plan']['cycles']}" in " ".join(out.split())


def test_simulate_runs_the_samples_and_predicts_the_cycles(design):
    result = gs.simulate(design, simulator="amaranth")
    assert (result.images, result.of, result.mismatches) == (4, 5, 0)
    assert set(result.cycles) == {result.predicted} == {design.plan.cycles}
    samples = design.description.samples
    assert samples is not None
    assert np.array_equal(result.outputs, samples.outputs[:4])
    labelled = samples.labels[:4] >= 0
    hits = samples.outputs[:4].argmax(axis=1)[labelled] == samples.labels[:4][labelled]
    assert result.accuracy == hits.mean()


def test_simulate_takes_integers_as_they_are_and_quantises_floats(design, tmp_path):
    x = np.random.default_rng(1).integers(0, 17, (3, 6, 6, 1))
    np.save(tmp_path / "x.npy", x)
    np.save(tmp_path / "real.npy", (x / 16).astype(np.float32))
    integers = gs.simulate(design, tmp_path / "x.npy", simulator="amaranth")
    real = gs.simulate(design, tmp_path / "real.npy", simulator="amaranth")
    assert np.array_equal(integers.outputs, tiny_cnn().run(x))
    assert np.array_equal(integers.outputs, real.outputs)
    assert integers.accuracy is None


def test_an_archive_of_inputs_is_refused(design, tmp_path):
    path = tmp_path / "x.npz"
    np.savez(path, x=np.zeros((1, 4)))
    assert refusal("simulate", design.folder, "--inputs", path, "--simulator", "amaranth",
                   "--json") == (
        f"gossamer: {path} is an archive of arrays (.npz); save its inputs alone as a .npy file, "
        "with numpy.save.\n")


@pytest.mark.parametrize("x, message", [
    (np.zeros((2, 6, 6), int), "does not fit the design: Input must have shape (N, 6, 6, 1), not "
                               "(2, 6, 6)."),
    (np.zeros((2, 36)), "does not fit the design: Input must have shape (N, 6, 6, 1), not "
                        "(2, 36)."),
    (np.full((1, 6, 6, 1), 17), "does not fit the design: Input must lie in 0..16, not 17..17."),
    (np.zeros((1, 6, 6, 1), complex), "does not fit the design: Input must be of an integer type, "
                                      "not complex128."),
    (np.full((1, 6, 6, 1), np.nan), "holds NaN or infinity; give finite numbers."),
    (np.zeros((0, 6, 6, 1), int), "holds no samples; give at least one."),
    (np.array([None]), "is not a .npy file of plain numbers; save inputs with numpy.save."),
], ids=["shape", "flat", "range", "complex", "nan", "empty", "object"])
def test_unfit_inputs_are_refused(design, tmp_path, x, message):
    np.save(tmp_path / "x.npy", x)
    assert refusal("simulate", design.folder, "--inputs", tmp_path / "x.npy", "--simulator",
                   "amaranth", "--json") == f"gossamer: {tmp_path / 'x.npy'} {message}\n"


def test_a_missing_or_foreign_input_file_is_said(design, tmp_path):
    path = tmp_path / "x.npy"
    command = ("simulate", design.folder, "--inputs", path)
    assert refusal(*command) == (
        f"gossamer: There is no file {path}; save inputs with numpy.save.\n")
    path.write_text("1, 2, 3")
    assert refusal(*command) == (
        f"gossamer: {path} is not a .npy file of plain numbers; save inputs with numpy.save.\n")


def test_a_design_without_samples_asks_for_inputs(tmp_path):
    design = gs.generate(described(tiny_mlp(), samples=0), out=tmp_path / "out")
    assert refusal("simulate", design.folder) == (
        f"gossamer: Design {design.folder} has no test vectors; give inputs for the simulation.\n")


@pytest.mark.parametrize("verb", ["simulate", "build", "flash"])
def test_a_folder_that_is_no_design_is_refused(tmp_path, verb):
    assert refusal(verb, tmp_path) == (
        f"gossamer: {tmp_path} is not a design folder; make one with `gossamer generate`.\n")


def test_flash_before_build_is_refused(design):
    assert refusal("flash", design.folder) == (
        f"gossamer: {design.folder / 'build'} holds no finished build; build the design first.\n")


def test_a_build_without_its_tool_is_refused_and_leaves_nothing(design, monkeypatch, tmp_path):
    monkeypatch.setenv("YOSYS", "no-such-yosys")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = sorted(design.folder.iterdir())
    err = refusal("build", design.folder, "--json")
    assert err.startswith("gossamer: yosys, needed for synthesis, was not found (YOSYS says "
                          "'no-such-yosys', which is not a program); ")
    assert err.count("\n") == 1
    assert sorted(design.folder.iterdir()) == before


@pytest.mark.slow
def test_build_makes_a_bitstream_that_fits(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    gs.generate(described(tiny_mlp()), board="icebreaker", out=tmp_path / "out")
    status, out, err = call("build", tmp_path / "out", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert Path(found["bitstream"]).stat().st_size > 100_000
    assert found["fmax_mhz"] * 1e6 >= found["clock_hz"] > 0
    for count in found["utilisation"].values():
        assert 0 <= count["used"] <= count["available"]


def test_boards_and_tools_are_listed(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / name)
    flows.record("ulx3s", {"yosys": "0"})
    status, out, err = call("boards", "--json")
    assert (status, err) == (0, "")
    boards = {board["name"]: board for board in json.loads(out)["boards"]}
    assert {"icebreaker", "ice40_hx8k_b_evn", "ulx3s", "tang_nano_9k"} <= set(boards)
    assert boards["ulx3s_12f"] == {
        "name": "ulx3s_12f", "device": "LFE5U-12F-6BG381C", "luts": 12096, "block_rams": 32,
        "dsps": 28, "sprams": 0, "clock_hz": 25_000_000, "link": "uart, spi", "cable": "ulx3s",
        "costs": "ecp5", "built": False}
    assert boards["ulx3s"]["built"]
    # Nothing of Nexus was measured.
    assert boards["lifcl_40_evn"]["costs"] == "ecp5"
    status, out, err = call("doctor", "--json")
    assert (status, err) == (0, "")
    tools = {tool["name"]: tool for tool in json.loads(out)["tools"]}
    assert {"yosys", "nextpnr-ice40", "nextpnr-ecp5", "verilator", "openFPGALoader"} <= set(tools)
    status, out, err = call("doctor")
    assert (status, err) == (0, "")
    assert all(name in out for name in tools)
