"""Weights in a board's SDRAM: from its flash after a reset, or from the host."""

from fractions import Fraction

import numpy as np
import pytest
from tests import graphs

import gossamer as gs
from gossamer import running
from gossamer.description import Description
from gossamer.design import generate
from gossamer.plan import Geometry
from gossamer.plan.plan import make
from gossamer.running import VirtualDevice
from gossamer_boards import flash, pll, sdram_chip
from gossamer_boards.build import Build, identify, prepare
from gossamer_boards.ulx3s_12f import ULX3S_12F
from gossamer_hw.link.wire import LOAD_LENGTH

INPUTS = 90
GRAPH = graphs.tiny_mlp(inputs=INPUTS, hidden=30)
GEOMETRY = Geometry(rows=4, columns=4, requantizers=1, multiplier="dsp", streamed=2)


def small(folder):
    """A design whose weights lie in SDRAM although they need not."""
    return generate(Description(
        graph=GRAPH, name="tiny", recipe="", classes=3, float_accuracy=None,
        integer_accuracy=None, test_images=0, samples=None),
        make(GRAPH, ULX3S_12F.target, GEOMETRY), "ulx3s_12f", folder, line="spi")


@pytest.fixture(scope="module")
def design(tmp_path_factory):
    return small(tmp_path_factory.mktemp("sdram") / "design")


def infer(device, design, count=4):
    """Whether the answers are right, one after the other, and the last one in time."""
    x = np.random.default_rng(1).integers(0, 17, (count, INPUTS))
    answers = device.exchange(design.sent(x)[0])
    assert (answers == GRAPH.run(x).reshape(count, -1)).all()
    device.exchange(design.sent(x)[0][:1])
    assert device.status().cycles == design.plan.cycles


def test_the_image_has_several_parts(design):
    assert len(design.image) == 2 * LOAD_LENGTH


def test_a_device_fills_its_sdram_from_the_flash(design):
    with VirtualDevice(design) as device:
        # The host has nothing to do, and cannot change it.
        device.load(bytes(len(design.image)))
        infer(device, design)
        device.board.reset()
        device.load(bytes(len(design.image)))
        infer(device, design)


@pytest.mark.slow
def test_the_host_fills_it_where_the_flash_holds_something_else(design, monkeypatch):
    monkeypatch.setattr(running, "contents", lambda image, design: bytes(len(image) + 4))
    with VirtualDevice(design) as device:
        device.load(design.image)
        infer(device, design)


@pytest.fixture(scope="module")
def built(design):
    """What a build leaves of the RTL."""
    clock = pll.highest("ecp5", ULX3S_12F.oscillator_hz, Fraction(50_000_000))
    plan = prepare(ULX3S_12F, design.behind_link(), identity=identify(design), clock=clock,
                   load_size=len(design.image), line=design.line)
    build = design.folder / "build"
    build.mkdir()
    (build / "top.il").write_text(plan.files["top.il"])
    (build / "top.bit").write_bytes(b"bits")
    Build(board="ulx3s_12f", bitstream=build / "top.bit", clock_hz=round(clock.frequency),
          fmax_mhz=99.0, baud=plan.baud, resources={}, tools={}, attempts=((50.0, 99.0),),
          seeds=((1, 99.0),), seed=1, line=design.line)._save(build)
    return design


@pytest.mark.slow
def test_the_rtl_is_proved_with_both_chips_at_its_pins(built):
    proof = gs.verify(built, level="rtl", images=4)
    rung = proof.rungs[0]
    assert (rung.level, rung.state, rung.images, rung.reason) == ("rtl", "proved", 4, "")


@pytest.mark.slow
def test_a_bit_of_the_flash_and_a_wrong_pin_are_noticed(built, monkeypatch):
    held = bytearray(flash.behind(built, ULX3S_12F)[0])
    held[100] ^= 1
    with monkeypatch.context() as patch:
        patch.setattr(flash, "behind", lambda design, board: (bytes(held), board.flash_address))
        rung = gs.verify(built, level="rtl", images=2).rungs[0]
    # The device does not take it, and so what the proof loads, which is not the weights.
    sentence = "The board's SDRAM gives other weights than were loaded; reset the board, and build "
    assert (rung.state, rung.images) == ("failed", 0)
    assert rung.reason.startswith(sentence)
    chip = sdram_chip.instance
    for pin, wrong, said in (
            (".q(sdram_q)", ".q({stuck, sdram_q[14:0]})", sentence),
            (".address(sdram_a)", ".address({sdram_a[12:6], sdram_a[4], sdram_a[4:0]})",
             "The simulated device failed and said 'SDRAM: mode that this model has not, at")):
        monkeypatch.setattr(sdram_chip, "instance", lambda *given, pin=pin, wrong=wrong, **more: (
            chip(*given, **more).replace(pin, wrong)))
        rung = gs.verify(built, level="rtl", images=2).rungs[0]
        assert (rung.state, rung.images) == ("failed", 0)
        assert rung.reason.startswith(said)


@pytest.mark.slow
@pytest.mark.icarus
def test_no_signal_of_the_whole_board_is_unknown(built):
    rung = gs.verify(built, level="rtl", images=2, simulator="icarus").rungs[0]
    assert (rung.state, rung.images, rung.reason) == ("proved", 2, "")
