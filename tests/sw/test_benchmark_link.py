"""The link under fire: nothing is lost, computed twice or out of its place, in model and RTL.

``python benchmarks/link.py`` prints what these tests check on more.
"""

import json

import pytest
from benchmarks import link
from benchmarks.link import FIRE, LONG, SIZE, frame_bytes

from gossamer.runtime.faults import Faults

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("link")


def check(outcome, faults):
    assert outcome["wrong"] == 0
    assert outcome["computed"] == outcome["tensors"]
    assert outcome["resets"] == 0
    for name, count in outcome["faults"].items():
        assert (count > 0) == (getattr(faults, name) > 0), name


@pytest.mark.parametrize("title", FIRE)
def test_the_model_loses_nothing(title):
    count = 1500 if "1e-5" in title else 300
    check(link.model(FIRE[title], count), FIRE[title])


@pytest.mark.parametrize("title", [title for title in FIRE if "1e-5" not in title])
def test_the_hardware_loses_nothing(title, folder):
    check(link.rtl(FIRE[title], 60, folder), FIRE[title])


def test_a_clean_line_is_used_to_nine_tenths(folder):
    """A tenth of the rate is its capacity in bytes."""
    short = link.rtl(Faults(), 200, folder)
    assert short["line"] >= 0.9
    assert short["sent"] == 200 * frame_bytes(SIZE) + 14 * 2
    assert (short["resent"], short["silences"]) == (0, 0)


@pytest.mark.slow
def test_long_tensors_take_nine_tenths_of_a_clean_line(folder):
    long = link.rtl(Faults(), 60, folder, LONG)
    assert long["payload"] >= 0.9
    assert (long["wrong"], long["resent"]) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("title", FIRE)
def test_ten_megabytes_through_the_model(title):
    outcome = link.model(FIRE[title], -(-10 * MEGABYTE // frame_bytes(SIZE)))
    assert outcome["sent"] >= 10 * MEGABYTE
    check(outcome, FIRE[title])


@pytest.mark.slow
@pytest.mark.parametrize("title", FIRE)
def test_a_megabyte_through_the_hardware(title, folder):
    outcome = link.rtl(FIRE[title], -(-MEGABYTE // frame_bytes(SIZE)), folder)
    assert outcome["sent"] >= MEGABYTE
    check(outcome, FIRE[title])


@pytest.mark.slow
def test_every_answer_of_a_short_soak_is_right(folder):
    rates = Faults(bit_errors=1e-4, dropped=1e-3, inserted=1e-3, pauses=0.05, resets=0.01, seed=6)
    outcome = link.soak(500, folder, rates)
    assert (outcome["tensors"], outcome["wrong"]) == (500, 0)
    assert all(outcome["faults"].values())
    assert outcome["resets"] and outcome["resent"] and outcome["silences"]


@pytest.mark.slow
def test_every_answer_of_a_soak_is_right(folder):
    outcome = link.soak(100_000, folder)
    assert (outcome["tensors"], outcome["wrong"]) == (100_000, 0)
    assert all(outcome["faults"].values())


def test_a_fault_that_is_not_noticed_would_be(monkeypatch):
    """The test can fail: with a model that takes every frame for right."""
    monkeypatch.setattr("gossamer.runtime.protocol._crc", lambda body: bytes(4))
    faults = Faults(bit_errors=1e-4, seed=1)
    assert link.model(faults, 50)["wrong"] > 0


@pytest.mark.slow
def test_the_command_prints_one_object(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["link.py", "--json", "--bytes", "2200", "--inferences", "20"])
    link.main()
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"rtl", "soak"}
    assert all(row["wrong"] == 0 for row in [*found["rtl"].values(), found["soak"]])
