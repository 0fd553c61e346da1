"""The registry of boards."""

import pytest

import gossamer_boards
from gossamer.errors import GossamerError


def test_the_two_boards_are_known():
    assert gossamer_boards.names() == ("icebreaker", "ulx3s")


@pytest.mark.parametrize("name", gossamer_boards.names())
def test_a_board_is_what_its_platform_is(name):
    board = gossamer_boards.get(name)
    platform = board.platform()
    assert board.name == name
    assert board.target.device.startswith(platform.device)
    assert board.oscillator_hz == platform.default_clk_frequency


def test_an_unknown_board_is_answered_with_the_known_ones():
    with pytest.raises(GossamerError, match=(
            r"^Board 'iceburner' is not known; choose one of icebreaker, ulx3s\.$")):
        gossamer_boards.get("iceburner")
