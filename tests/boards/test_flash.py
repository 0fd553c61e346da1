"""Flashing, with a loader of our own and with the real one."""

import zlib

import pytest

import gossamer_boards
from gossamer.errors import GossamerError
from gossamer_boards import flash, header, toolchain
from gossamer_boards.flash import flash_bitstream

BOARD = gossamer_boards.get("icebreaker")

#: The first bytes of bitstreams that icepack and ecppack wrote.
UP5K = bytes.fromhex("ff0000ff7eaa997e51000105920020" "6202b3" "82000072015011000101")
HX8K = bytes.fromhex("ff0000ff7eaa997e51000105920020" "620367" "72011082000011000101")
ECP5_85 = b"\xff\0Part: LFE5U-85F-6CABGA381\0" + bytes.fromhex(
    "ffffffbdb3ffffffff3b000000e200000041113043220000004000000046000000")
ECP5_12 = ECP5_85.replace(bytes.fromhex("41113043"), bytes.fromhex("21111043"))
GOWIN = b"//Part Number: GW1NR\n" + b"1" * 32 + b"\n00000110" + b"0" * 24 + (
    f"{0x1100481B:032b}\n".encode())
NEXUS = b"LSCC\xff\0\0\xff" + ECP5_85[ECP5_85.index(b"\xff\xff\xbd\xb3"):].replace(
    bytes.fromhex("41113043"), bytes.fromhex("110f1043"))


@pytest.fixture
def bitstream(tmp_path):
    path = tmp_path / "top.bin"
    path.write_bytes(UP5K)
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


@pytest.mark.parametrize("memory", ["sram", "flash"])
def test_the_loader_is_told_where_the_bitstream_goes(loader, bitstream, tmp_path, memory):
    loader(f'echo "$@" > {tmp_path}/called')
    flash_bitstream(BOARD, bitstream, memory)
    assert (tmp_path / "called").read_text() == (
        f"--board ice40_generic --write-{memory} {bitstream}\n")


class Built:
    """What is asked of a design whose weights have no place at power-up."""

    image = bytes(range(200))
    streamed = b""
    hash = "ab" * 32

    def __init__(self, folder, board):
        self.folder = folder
        self.board = board

    @property
    def contents(self):
        return self.image + zlib.crc32(bytes.fromhex(self.hash) + self.image).to_bytes(4, "little")


@pytest.fixture
def built(bitstream, monkeypatch):
    def make(board="icebreaker", content=UP5K):
        bitstream.write_bytes(content)
        return Built(bitstream.parent, board)

    monkeypatch.setattr(flash, "Build", type("Build", (), {
        "load": lambda folder: type("Found", (), {"bitstream": bitstream})}))
    return make


@pytest.fixture
def written(loader, tmp_path):
    """What was written, and with which options."""
    loader(f'for last; do :; done; number=$(ls {tmp_path} | grep -c ^call)',
           f'echo "$@" > {tmp_path}/call$number; cp "$last" {tmp_path}/bytes$number')
    return lambda: [
        ((tmp_path / f"call{number}").read_text().split()[2:-1],
         (tmp_path / f"bytes{number}").read_bytes())
        for number in range(len(list(tmp_path.glob("call*"))))]


def test_weights_lie_behind_the_bitstream(written, built):
    design = built()
    flash.flash(design)
    assert written() == [
        (["--write-flash", "--offset", str(0x2_0000)], design.contents), ([], UP5K)]


@pytest.mark.parametrize(("board", "content", "address"), [
    ("ulx3s", ECP5_85, 0x30_0000), ("ulx3s_12f", ECP5_12, 0x10_0000)])
def test_weights_for_an_sdram_go_to_the_flash_with_a_bitstream_that_does(
        written, built, board, content, address):
    design = built(board, content)
    # Their usual place forgets: the host loads the weights.
    flash.flash(design)
    assert written() == [([], content)]
    flash.flash(design, "flash")
    assert written()[1:] == [
        (["--write-flash", "--offset", str(address)], design.contents),
        (["--write-flash"], content)]


def test_weights_that_the_flash_does_not_hold_are_for_the_host(written, built):
    design = built("ulx3s_12f", ECP5_12)
    design.image = bytes((1 << 24) - 0x10_0000 - 3)
    flash.flash(design, "flash")
    assert written() == [(["--write-flash"], ECP5_12)]
    assert gossamer_boards.get("ulx3s_12f").boots_from(len(design.image) - 1) == 0x10_0000


def test_weights_that_stay_there_lie_in_the_same_place(written, built):
    design = built()
    design.image, design.streamed = b"", b"weights"
    flash.flash(design)
    assert written() == [(["--write-flash", "--offset", str(0x2_0000)], b"weights"), ([], UP5K)]


def test_without_the_chip_the_bitstream_goes_alone(written, built):
    flash.flash(built(), "sram")
    assert written() == [(["--write-sram"], UP5K)]


@pytest.mark.parametrize(("content", "sentence"), [
    (UP5K.ljust(0x2_0001, b"\xff"), "The bitstream has 131,073 bytes and the weights lie from byte "
     "131,072 on; raise flash_address in the board's file."),
    (HX8K, "{path} is for iCE40HX8K, and icebreaker needs one for iCE40UP5K-SG48; build the design "
     "for this board."),
], ids=["long", "other"])
def test_nothing_is_written_with_a_bitstream_that_does_not_fit(written, built, content, sentence,
                                                               bitstream):
    with pytest.raises(GossamerError) as caught:
        flash.flash(built(content=content))
    assert str(caught.value) == sentence.format(path=bitstream)
    assert written() == []


def test_a_bitstream_stays_behind_weights_that_were_not_written(loader, built, tmp_path):
    loader(f'case "$*" in *offset*) exit 1;; esac; touch {tmp_path}/called')
    with pytest.raises(GossamerError, match=r"^openFPGALoader ended with status 1"):
        flash.flash(built())
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize(("content", "names"), [
    (UP5K, ("iCE40UP5K",)),
    (HX8K, ("iCE40HX8K", "iCE40HX4K", "iCE40LP8K", "iCE40LP4K")),
    (ECP5_85, ("LFE5U-85F",)),
    (ECP5_12, ("LFE5U-12F",)),
    (GOWIN, ("GW1NR-LV9", "GW1N-LV9")),
    (NEXUS, ("LIFCL-40",)),
    (UP5K[:20], ()), (ECP5_85[:30], ()), (b"", ()), (b"bits" * 9999, ()),
], ids=["up5k", "hx8k", "85f", "12f", "gowin", "nexus", "cut ice40", "cut ecp5", "empty", "else"])
def test_a_bitstream_says_what_it_is_for(content, names, tmp_path):
    path = tmp_path / "top.bin"
    path.write_bytes(content)
    assert header.device(path) == names


@pytest.mark.parametrize(("board", "content", "what"), [
    ("icebreaker", HX8K, "for iCE40HX8K, and icebreaker needs one for iCE40UP5K-SG48"),
    ("icebreaker", ECP5_85, "for LFE5U-85F, and icebreaker needs one for iCE40UP5K-SG48"),
    ("ulx3s", ECP5_12, "for LFE5U-12F, and ulx3s needs one for LFE5U-85F-6BG381C"),
    ("ulx3s", b"bits",
     "no bitstream of a device that is known, and ulx3s needs one for LFE5U-85F-6BG381C"),
], ids=["hx8k", "ecp5", "12f", "else"])
def test_a_bitstream_for_another_device_is_refused(board, content, what, loader, tmp_path):
    loader(f"touch {tmp_path}/called")
    path = tmp_path / "top.bin"
    path.write_bytes(content)
    with pytest.raises(GossamerError) as caught:
        flash_bitstream(gossamer_boards.get(board), path)
    assert str(caught.value) == f"{path} is {what}; build the design for this board."
    assert not (tmp_path / "called").exists()


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
