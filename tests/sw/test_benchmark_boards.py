"""The table of boards: every model on every board, reasons for what does not fit, and going on."""

import json
from types import SimpleNamespace

import pytest
from benchmarks import boards

import gossamer as gs
from gossamer_boards.build import Build, Resource


@pytest.fixture
def built(monkeypatch, tmp_path):
    """Boards that were built for: nothing is, in truth."""
    designs = []

    def generate(description, *, board, out):
        if (description, board) == ("ds-cnn", "ice40_hx8k_b_evn"):
            raise gs.GossamerError("The model is too large.")
        return SimpleNamespace(board=board, hash=description + board,
                               plan=SimpleNamespace(cycles=100))

    def build(design, *, seeds, jobs, layer_counters, cache):
        if design.board == "tang_nano_9k":
            raise gs.GossamerError("The design does not fit.")
        designs.append(design.board)
        bitstream = tmp_path / "top.bin"
        bitstream.write_bytes(design.board.encode())
        return Build(
            board=design.board, bitstream=bitstream, clock_hz=1_000_000, fmax_mhz=2.0, baud=1,
            resources={"LUT": Resource(used=5, available=9)}, tools={}, attempts=((1.0, 2.0),),
            seeds=((1, 2.0),), seed=1)

    monkeypatch.setattr(boards, "build", build)
    monkeypatch.setattr(boards.gs, "generate", generate)
    for name in boards.MODELS:
        monkeypatch.setitem(boards.MODELS, name, lambda name=name: name)
    return designs


def table(capsys, *arguments):
    boards.main(["--json", *map(str, arguments)])
    return json.loads(capsys.readouterr().out)["boards"]


def test_every_model_is_on_every_board_or_has_a_reason(built, capsys):
    rows = table(capsys)
    names = boards.gossamer_boards.names()
    assert [(row["model"], row["board"]) for row in rows] == [
        (model, board) for model in ("digits-cnn", "ds-cnn") for board in names]
    for row in rows:
        if row["board"] == "tang_nano_9k":
            assert row["refused"] == "The design does not fit."
        elif (row["model"], row["board"]) == ("ds-cnn", "ice40_hx8k_b_evn"):
            assert row["refused"] == "The model is too large."
        else:
            assert (row["clock_mhz"], row["fmax_mhz"], row["cycles"]) == (1.0, 2.0, 100)
            assert row["latency_us"] == 100.0
            assert row["utilisation"] == {"LUT": {"used": 5, "available": 9}}


def test_a_run_goes_on_where_an_earlier_one_was(built, capsys, tmp_path):
    into = tmp_path / "deep" / "rows.json"
    some = ["--model", "digits-cnn", "--board", "icebreaker", "--into", into]
    first = table(capsys, *some)
    both = table(capsys, *some, "--board", "ulx3s_12f", "--board", "tang_nano_9k")
    assert built == ["icebreaker", "ulx3s_12f"]
    assert both[0] == first[0]
    assert table(capsys, *some, "--board", "ulx3s_12f", "--board", "tang_nano_9k") == both
    assert built == ["icebreaker", "ulx3s_12f"]
    # Other options are another row.
    table(capsys, *some, "--seeds", 2)
    assert built == ["icebreaker", "ulx3s_12f", "icebreaker"]


def test_a_model_that_is_not_there_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(boards, "FOLDER", tmp_path)
    with pytest.raises(gs.GossamerError, match=(
            r"^.*/kws_ref_model\.tflite is not there; let GOSSAMER_MODELS name the folder that "
            r"holds it\.$")):
        boards.imported()
