"""Networks that answer with images: their results travel compressed and come back exactly."""

from dataclasses import replace

import numpy as np
import pytest
from amaranth.back import verilog
from tests.boards.test_link_codec import DIVISOR, RATE, described

import gossamer as gs
from gossamer import ir
from gossamer.design import Design, generate
from gossamer.errors import GossamerError
from gossamer.plan import plan
from gossamer.plan.link import choose_link
from gossamer.runtime.coded import CodedDevice
from gossamer.runtime.device import Device
from gossamer_boards import get
from gossamer_boards.build import portable
from gossamer_boards.line import SimulatedLine
from gossamer_hw.link.zeros_link import ZerosLink
from gossamer_hw.link.zeros_results import ZerosResults
from gossamer_hw.link.zfpl_results import ZfplResults


def filters(side=6):
    """A convolution that smooths an image, with a ReLU: images of two channels."""
    weight = np.stack([[[1, 2, 1], [2, 4, 2], [1, 2, 1]], [[0, 1, 0], [1, -4, 1], [0, 1, 0]]])
    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(side, side, 1), low=0, high=16, scale=0.0625),
        ir.Conv2d(name="conv", x="x", weight=weight[..., None].astype(np.int8),
                  bias=np.array([0, 0]), weight_bits=4, padding=(1, 1, 1, 1)),
        ir.Requantize(
            name="out", x="conv", multiplier=np.array([200, 900]), shift=np.array([8, 8]),
            low=0, high=255, scale=0.125),
    )))


@pytest.fixture(scope="module")
def description():
    return described(filters())


@pytest.fixture(scope="module")
def made(description):
    return plan(description.graph, get("ulx3s").target)


@pytest.mark.parametrize("results", [
    ZerosResults(elements=72, low=0, high=255, blank=0),
    pytest.param(ZfplResults(rows=6, columns=6, channels=2, low=0, high=255),
                 marks=pytest.mark.slow)], ids=lambda codec: codec.kind)
def test_results_are_exact_through_the_whole_device(description, made, results, tmp_path):
    graph = description.graph
    design = generate(description, made, "ulx3s", tmp_path / "design",
                      link=ZerosLink(elements=36, low=0, high=16), results=results)
    assert Design.load(design.folder).results == results
    path = tmp_path / "device.v"
    device = portable(design, divisor=DIVISOR, idle_timeout=1000)
    path.write_text(verilog.convert(device, name="device", emit_src=False))
    x = np.random.default_rng(1).integers(0, 17, (2, *graph.input.shape))
    x[0] = description.samples.inputs[0]
    sent, seen = design.sent(x)
    with SimulatedLine([path], divisor=DIVISOR, folder=tmp_path, cycles_per_second=RATE) as line:
        plain = Device(line)
        frames = plain.transfer(sent)
        scores = CodedDevice(plain, design.link, design.results).infer(design.elements(x))
    expected = graph.run(seen).reshape(len(x), -1)
    assert frames == results.encode(expected)
    assert len({len(frame) for frame in frames}) > 1
    assert (design.received(frames) == expected).all()
    assert (scores == expected).all()
    with pytest.raises(GossamerError, match=r"^The device sends results that its design cannot \(A "
                       r"frame of results must end with its results\); reset the board, or flash "
                       r"it again\.$"):
        design.received([frames[0] + bytes([1, 0, 0, 0])])


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["zfpl", "zeros"])
def test_the_virtual_board_answers_with_them(description, mode, tmp_path):
    design = gs.generate(description, out=tmp_path / "design", board="ulx3s", link_codec=mode)
    assert design.results.kind == mode
    ran = gs.run(design, description.samples.inputs[:4], verify=True)
    assert (ran.mismatches, ran.images) == (0, 4)
    assert gs.simulate(design).mismatches == 0


def test_auto_compresses_results_where_the_line_back_takes_longest(description, made):
    size = 2 * 6 * 6 * 2
    chosen = choose_link(description, made, "auto", byte_cycles=1000)
    assert chosen.results is not None
    assert chosen.back < size
    # What comes back is longer than what is sent, even if that is not compressed.
    assert chosen.codec is None
    assert chosen.coded < chosen.native
    assert chosen.reason.startswith("Inputs travel as they are and results in ")
    # A line that takes no time.
    fast = choose_link(description, made, "auto", byte_cycles=0)
    assert (fast.codec, fast.results) == (None, None)
    room = replace(made, target=replace(made.target, luts=made.needs.luts + 20))
    crowded = choose_link(description, room, "auto", byte_cycles=1000)
    assert (crowded.codec, crowded.results) == (None, None)
