"""Inputs that travel compressed: chosen by measurement, decoded in front of the array."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from amaranth.back import verilog
from tests.graphs import tiny_cnn, tiny_mlp

import gossamer as gs
from gossamer.description import Description, Samples
from gossamer.design import Design, generate
from gossamer.errors import GossamerError
from gossamer.plan import cells, plan
from gossamer.plan.link import choose_link, needs_with, plan_with, predictions, views
from gossamer.runtime.coded import CodedDevice
from gossamer.runtime.device import Device
from gossamer_boards import get
from gossamer_boards.build import portable
from gossamer_boards.line import SimulatedLine

DIVISOR = 5
RATE = 100_000


def described(graph, seed=1, count=24):
    """Smooth images of the graph's input as samples."""
    rng = np.random.default_rng(seed)
    size = int(np.prod(graph.input.shape))
    side = int(np.sqrt(size))
    y, x = np.mgrid[:side, :side]
    phases = rng.uniform(0, 6, (count, 2, 1, 1))
    waves = 8 + 8 * np.sin(x / 3 + phases[:, 0]) * np.cos(y / 4 + phases[:, 1])
    inputs = np.round(waves).astype(np.int64).reshape(count, *graph.input.shape)
    outputs = graph.run(inputs)
    return Description(graph=graph, name="tiny", samples=Samples(
        inputs=inputs.astype(np.int16), outputs=outputs,
        labels=predictions(outputs)))


@pytest.fixture(scope="module")
def description():
    return described(tiny_cnn())


@pytest.fixture(scope="module")
def design(description, tmp_path_factory):
    return gs.generate(description, out=tmp_path_factory.mktemp("link") / "design",
                       link_codec="zfpl")


def test_a_device_answers_for_what_its_codec_decodes(description, tmp_path):
    graph = description.graph
    made = plan(graph, get("icebreaker").target)
    codec = choose_link(description, made, "zfpl", byte_cycles=100, ratio=20, changed=1).codec
    design = generate(description, made, "icebreaker", tmp_path / "design", link=codec)
    path = tmp_path / "device.v"
    device = portable(design, divisor=DIVISOR, idle_timeout=1000)
    path.write_text(verilog.convert(device, name="device", emit_src=False))
    x = np.random.default_rng(1).integers(0, 17, (4, *graph.input.shape))
    x[:2] = description.samples.inputs[:2]
    elements = design.elements(x)
    sent, seen = design.sent(x)
    assert len({len(frame) for frame in sent}) > 1
    assert max(map(len, sent)) <= codec.frame
    assert (seen != x).any()       # noise does not survive
    with SimulatedLine([path], divisor=DIVISOR, folder=tmp_path, cycles_per_second=RATE) as line:
        plain = Device(line)
        assert plain.identity().input.shape == (codec.frame,)
        scores = CodedDevice(plain, codec).infer(elements)
    assert (scores == graph.run(seen).reshape(scores.shape)).all()


@pytest.mark.slow
def test_the_virtual_board_runs_it(design, description):
    x = description.samples.inputs[:4]
    ran = gs.run(design, x, verify=True)
    assert ran.mismatches == 0
    assert ran.images == 4


def test_a_design_keeps_its_codec_and_others_are_as_they_were(design, description, tmp_path):
    assert Design.load(design.folder).link == design.link
    plain = generate(description, design.plan, "icebreaker", tmp_path / "plain")
    assert plain.link is None
    assert "link.json" not in plain.manifest.files
    assert {name: digest for name, digest in design.manifest.files.items()
            if name != "link.json"} == plain.manifest.files
    assert design.hash != plain.hash


def test_the_frame_is_the_shortest_that_keeps_what_matters(design, description):
    made = design.plan
    chosen = choose_link(description, made, "zfpl", byte_cycles=100)
    assert chosen.codec == design.link
    assert chosen.ratio >= 48
    assert chosen.changed <= 0.003
    loose = choose_link(description, made, "zfpl", byte_cycles=100, ratio=10, changed=1)
    assert loose.length < chosen.length
    assert 10 <= loose.ratio < chosen.ratio


def test_zeros_are_chosen_where_most_of_an_image_is_blank(description):
    made = plan(description.graph, get("icebreaker").target)
    x = description.samples.inputs
    sparse = x * (np.random.default_rng(0).random(x.shape) < 0.2)
    outputs = description.graph.run(sparse.astype(np.int64))
    blank = Description(graph=description.graph, name="blank", samples=Samples(
        inputs=sparse.astype(np.int16), outputs=outputs.reshape(len(x), -1),
        labels=predictions(outputs)))
    zeros, zfpl, best = (choose_link(blank, made, mode, byte_cycles=1000)
                         for mode in ("zeros", "zfpl", "auto"))
    assert zeros.codec.kind == "zeros"
    assert zfpl.codec.kind == "zfpl"
    assert zeros.length < 0.6 * x[0].size < zfpl.length
    assert best == zeros
    # 0 to 16 take five bits; without loss, the average frame has these bits.
    bits = x[0].size + 5 * np.count_nonzero(sparse.reshape(len(x), -1), axis=1)
    assert (zeros.codec.group, zeros.ratio) == (1, np.inf)
    assert zeros.length == np.mean(np.ceil(bits / 8))


def test_auto_compresses_only_where_the_line_is_what_takes_longest(description):
    made = plan(description.graph, get("icebreaker").target)
    slow = choose_link(description, made, "auto", byte_cycles=1000, ratio=10, changed=1)
    assert slow.codec is not None
    assert slow.coded < slow.native
    fast = choose_link(description, made, "auto", byte_cycles=1, ratio=10, changed=1)
    assert fast.codec is None
    assert (fast.native, fast.coded) == (made.cycles, made.cycles)
    assert fast.reason.endswith(f"not fewer than {made.cycles:,}, which is what the engine takes.")


def test_a_design_has_room_for_the_decoder_of_its_inputs(design, description):
    target = get("icebreaker").target
    first = plan(description.graph, target)
    assert not needs_with(first, design.link).fits(target)
    assert design.needs.fits(target)
    assert design.plan.needs.block_rams < first.needs.block_rams
    table = cells.table(target)
    decoder = table.cells(cells.link_decoder(design.link))
    ragged = table.cells(cells.RAGGED_LINK) - table.cells(cells.HOST_LINK)
    assert decoder > 500
    assert design.needs.luts == pytest.approx(design.plan.needs.luts + decoder + ragged, abs=2)
    # The planes of its blocks; frames and elements are too few for more block RAMs.
    assert design.link.rows == 1
    assert design.needs.block_rams == design.plan.needs.block_rams + 1


def test_a_decoder_for_which_there_is_no_room_is_refused(design, description):
    made = plan(description.graph, get("icebreaker").target)

    def less(luts):
        return replace(made, target=replace(made.target, luts=luts, block_rams=40))

    with pytest.raises(GossamerError, match=r"^The model does not fit icebreaker with the decoder "
                       r"of its inputs: it needs \d,\d{3} of 1,800 logic cells; generate without "
                       r"--link-codec, or choose a larger board\.$"):
        plan_with(less(1800), design.link)
    choose = partial(choose_link, description, mode="auto", byte_cycles=1000, ratio=10, changed=1)
    # There is room for the other one, or for none.
    assert choose(less(made.needs.luts + 2000)).codec.kind == "zfpl"
    assert choose(less(made.needs.luts + 500)).codec.kind == "zeros"
    none = choose(less(made.needs.luts + 20))
    assert none.codec is None
    assert none.reason.startswith("Inputs travel as they are: with a decoder for them the design ")


def test_flat_inputs_are_taken_for_the_image_that_compresses_best():
    assert views((64,)) == [(1, 64, 1), (4, 16, 1), (8, 8, 1), (16, 4, 1)]
    assert views((8, 8, 3)) == [(1, 192, 1), (8, 8, 3)]
    assert views((5, 6)) == [(1, 30, 1), (5, 6, 1)]
    flat = described(tiny_mlp(inputs=256))
    made = plan(flat.graph, get("icebreaker").target)
    assert choose_link(flat, made, "zfpl", byte_cycles=100).codec.rows == 16


def test_what_cannot_be_measured_or_sent_is_refused(design, description):
    bare = Description(graph=description.graph, name="bare")
    with pytest.raises(GossamerError, match=r"^A link codec is measured on samples, and the "
                       r"description has none; compress the model with a data set, or generate "
                       r"without --link-codec\.$"):
        choose_link(bare, design.plan, "zfpl", byte_cycles=100)
