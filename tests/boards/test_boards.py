"""The registry of boards."""

import pytest

import gossamer_boards
from gossamer.errors import GossamerError


def test_every_open_family_has_a_board():
    assert gossamer_boards.names() == (
        "icebreaker", "ice40_hx8k_b_evn", "ulx3s", "ulx3s_12f", "orangecrab_r0_2_25f",
        "colorlight_i5", "tang_nano_9k", "lifcl_40_evn")
    families = {gossamer_boards.get(name).family for name in gossamer_boards.names()}
    assert families == {"ice40", "ecp5", "nexus", "gowin"}


@pytest.mark.parametrize("name", gossamer_boards.names())
def test_a_board_is_what_its_platform_is(name):
    board = gossamer_boards.get(name)
    platform = board.platform()
    assert board.name == name
    part = platform.part if board.family == "gowin" else platform.device
    assert board.target.device.startswith(part)
    assert board.oscillator_hz == platform.default_clk_frequency


@pytest.mark.parametrize("name", [
    name for name in gossamer_boards.names() if gossamer_boards.get(name).spi])
def test_an_spi_link_is_on_four_pins_of_its_own(name):
    board = gossamer_boards.get(name)
    platform = board.platform()
    platform.add_resources([board.spi])
    link, uart = platform.request("link_spi", 0, dir="-"), platform.request("uart", 0, dir="-")
    clock = platform.request(platform.default_clk, 0, dir="-")
    ports = [link.cs, link.sck, link.copi, link.cipo, uart.rx, uart.tx, clock]
    assert len({port.io.metadata[0].name for port in ports}) == 7
    # The chip is selected by a low pin.
    assert [port.invert[0] for port in ports] == [True, *6 * [False]]


def test_an_unknown_board_is_answered_with_the_known_ones():
    with pytest.raises(GossamerError, match=(
            r"^Board 'iceburner' is not known; choose one of icebreaker, ice40_hx8k_b_evn, ulx3s, "
            r"ulx3s_12f, orangecrab_r0_2_25f, colorlight_i5, tang_nano_9k, "
            r"lifcl_40_evn\.$")):
        gossamer_boards.get("iceburner")


OWN_BOARD = """\
from gossamer_boards import Board
from gossamer_boards.ulx3s_12f import ULX3S_12F
from dataclasses import replace
BOARD = replace(ULX3S_12F, target=replace(ULX3S_12F.target, name={name!r}))
"""


def test_a_board_of_the_users_own_is_one_file(tmp_path, monkeypatch):
    path = tmp_path / "mine.py"
    path.write_text(OWN_BOARD.format(name="mine"))
    monkeypatch.setenv("GOSSAMER_BOARDS", str(path))
    assert gossamer_boards.names()[-1] == "mine"
    assert gossamer_boards.get("mine").family == "ecp5"


@pytest.mark.parametrize("text, sentence", [
    (OWN_BOARD.format(name="mine").replace("replace(ULX3S_12F.target,",
                                           "replace(ULX3S_12F.target, family='xilinx',"),
     r".*mine\.py describes a board of the family 'xilinx', whose tools are not known; the "
     r"families are ice40, ecp5, nexus, gowin\."),
    ("raise SystemExit(3)",
     r".*mine\.py describes no board, because it ends with SystemExit: 3; .*"),
    (None, r"GOSSAMER_BOARDS names .*mine\.py, which is not a Python file; correct or unset it\."),
    ("x =", r".*mine\.py describes no board, because it ends with SyntaxError: .*; correct it or "
            r"unset GOSSAMER_BOARDS\."),
    ("BOARD = 3", r".*mine\.py has no BOARD of the class gossamer_boards\.Board; see "
                  r"docs/boards\.md\."),
    (OWN_BOARD.format(name="ulx3s"),
     r".*mine\.py describes a second board 'ulx3s'; give it another name\."),
], ids=["family", "ends", "missing", "broken", "wrong", "twice"])
def test_a_file_that_is_no_board_is_named(tmp_path, monkeypatch, text, sentence):
    path = tmp_path / "mine.py"
    if text is not None:
        path.write_text(text)
    monkeypatch.setenv("GOSSAMER_BOARDS", str(path))
    with pytest.raises(GossamerError, match=f"^{sentence}$"):
        gossamer_boards.get("icebreaker")
