"""The registry of boards."""

import pytest

import gossamer_boards
from gossamer.errors import GossamerError


def test_every_open_family_has_a_board():
    assert gossamer_boards.names() == (
        "icebreaker", "ice40_hx8k_b_evn", "ulx3s", "ulx3s_12f", "orangecrab_r0_2_25f",
        "colorlight_i5", "tang_nano_9k")
    families = {gossamer_boards.get(name).family for name in gossamer_boards.names()}
    assert families == {"ice40", "ecp5", "gowin"}


@pytest.mark.parametrize("name", gossamer_boards.names())
def test_a_board_is_what_its_platform_is(name):
    board = gossamer_boards.get(name)
    platform = board.platform()
    assert board.name == name
    part = platform.part if board.family == "gowin" else platform.device
    assert board.target.device.startswith(part)
    assert board.oscillator_hz == platform.default_clk_frequency


def test_an_unknown_board_is_answered_with_the_known_ones():
    with pytest.raises(GossamerError, match=(
            r"^Board 'iceburner' is not known; choose one of icebreaker, ice40_hx8k_b_evn, ulx3s, "
            r"ulx3s_12f, orangecrab_r0_2_25f, colorlight_i5, tang_nano_9k\.$")):
        gossamer_boards.get("iceburner")
