"""Flashing, with a loader of our own and with the real one."""

import pytest

import gossamer_boards
from gossamer.errors import GossamerError
from gossamer_boards import toolchain
from gossamer_boards.flash import flash_bitstream

BOARD = gossamer_boards.get("icebreaker")


@pytest.fixture
def bitstream(tmp_path):
    path = tmp_path / "top.bin"
    path.write_bytes(b"bits")
    return path


@pytest.fixture
def loader(tmp_path, monkeypatch):
    """An openFPGALoader that does as it is told."""
    def program(*lines):
        path = tmp_path / "loader"
        version = '[ "$1" = --Version ] && { echo "openFPGALoader v1.1.1"; exit 0; }'
        path.write_text("\n".join(["#!/bin/sh", version, *lines]) + "\n")
        path.chmod(0o755)
        monkeypatch.setenv("OPENFPGALOADER", str(path))

    toolchain.probe.cache_clear()
    return program


def test_the_loader_is_called_with_board_and_bitstream(loader, bitstream, tmp_path):
    loader(f'echo "$@" > {tmp_path}/called')
    flash_bitstream(BOARD, bitstream)
    assert (tmp_path / "called").read_text() == f"--board ice40_generic {bitstream}\n"


def test_without_a_bitstream_nothing_is_called(loader, tmp_path):
    loader(f"touch {tmp_path}/called")
    with pytest.raises(GossamerError, match=(
            rf"^There is no bitstream {tmp_path}/none.bin; build the design first\.$")):
        flash_bitstream(BOARD, tmp_path / "none.bin")
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize("said", [
    "unable to open ftdi device: -3 (device not found)\\nError: Failed to claim cable",
    "JTAG init failed with: unable to open ftdi device",
])
def test_no_board_is_one_sentence(loader, bitstream, said):
    loader(f'printf "{said}\\n" >&2; exit 1')
    with pytest.raises(GossamerError, match=(
            r"^No icebreaker answers; plug the board in, check the cable, and repeat\.$")):
        flash_bitstream(BOARD, bitstream)


def test_a_lack_of_permission_is_one_sentence(loader, bitstream):
    loader('echo "unable to open ftdi device: -4 (usb_open() failed: insufficient rights)"; exit 1')
    with pytest.raises(GossamerError, match=(
            r"^The cable of icebreaker may not be opened by this user; add openFPGALoader's udev "
            r"rules, plug the board in again, and repeat\.$")):
        flash_bitstream(BOARD, bitstream)


def test_any_other_failure_is_quoted(loader, bitstream):
    loader("echo Erasing; echo 'Error: verification failed.' >&2; exit 5")
    with pytest.raises(GossamerError, match=(
            r"^openFPGALoader ended with status 5 and said 'Error: verification failed'; repeat, "
            r"and see its documentation if the message stays\.$")):
        flash_bitstream(BOARD, bitstream)


def test_the_real_loader_says_that_nothing_is_there(bitstream, monkeypatch):
    monkeypatch.delenv("OPENFPGALOADER", raising=False)
    toolchain.probe.cache_clear()
    # Without the libraries it cannot start; without a board it cannot find one.
    with pytest.raises(GossamerError, match=(
            r"^(No icebreaker answers; .*|openFPGALoader, needed for flashing, was not found .*"
            r"library .* is missing\); install your system's package of .*"
            r"`apt install (libusb-1\.0-0|libftdi1-2)`\))\.$")):
        flash_bitstream(BOARD, bitstream)
