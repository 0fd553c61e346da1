"""Climbing the ladder, with a device of Python in place of the simulators, and once with Icarus."""

import gzip
import hashlib
import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
from tests.graphs import ternary_layer
from typer.testing import CliRunner

import gossamer as gs
import gossamer_boards
from gossamer import cli, verification
from gossamer.description import Description, Samples
from gossamer.design import Design
from gossamer.errors import GossamerError
from gossamer.runtime.identity import Counters
from gossamer.runtime.responder import Responder
from gossamer_boards import pll, rungs
from gossamer_boards.build import Build, Resource, identify, prepare

BOARD = "ice40_hx8k_b_evn"
LEVELS = ("rtl", "netlist", "routed", "bitstream")


def built(folder, *, board=BOARD, dsps=0, link_codec=None):
    """A design with what a build leaves, but for what only tools can make."""
    description = Description(graph=ternary_layer(), name="tiny")
    if link_codec:
        entry = description.graph.input
        x = np.random.default_rng(2).integers(entry.low, entry.high + 1, (9, *entry.shape))
        x *= x > entry.high // 2
        outputs = description.graph.run(x).reshape(9, -1)
        description = replace(description, samples=Samples(
            inputs=x.astype(np.int16), outputs=outputs, labels=outputs.argmax(axis=1)))
    design = gs.generate(description.save(folder / "net.gsm"), board=board, out=folder / "design",
                         link_codec=link_codec)
    where = gossamer_boards.get(board)
    clock = pll.Oscillator(reference_hz=where.oscillator_hz)
    plan = prepare(where, design.behind_link(), identity=identify(design), clock=clock)
    build = design.folder / "build"
    build.mkdir()
    for name, text in plan.files.items():
        (build / name).write_text(text)
    (build / "top.bin").write_bytes(b"bits")
    Build(board=board, bitstream=build / "top.bin", clock_hz=where.oscillator_hz, fmax_mhz=99.0,
          baud=plan.baud, resources={"DSP": Resource(used=dsps, available=8)}, tools={},
          attempts=((12.0, 99.0),), seeds=((1, 99.0),), seed=1)._save(build)
    return design


class FakeLine:
    """A device of Python behind the host's protocol."""

    def __init__(self, design, *, wrong=0, cycles=None, clock_hz=12_000_000, mute=False):
        self.mute = mute
        self.waiting = bytearray()
        self.done = 0
        graph = design.description.graph

        def infer(payload):
            self.done += 1
            stored = (np.frombuffer(payload, np.int8) if design.link is None
                      else design.link.decode([payload]))
            x = stored.astype(np.int64) + design.input_zero
            scores = graph.run(x.reshape(1, *graph.input.shape)).reshape(-1)
            return (scores + wrong).astype("<i2").tobytes()

        def identity():
            counters = Counters(cycles=design.plan.cycles if cycles is None else cycles,
                                inferences=self.done)
            return (replace(identify(design), clock_hz=clock_hz).encode()
                    + counters.cycles.to_bytes(4, "little") + self.done.to_bytes(4, "little"))

        self.identity = identity
        self.responder = Responder(identity=identity(), input_size=design.link_size, infer=infer,
                                   ragged=design.link is not None)

    def write(self, data):
        self.responder.identity = self.identity()
        self.waiting += self.responder.feed(data)

    def read(self, count, timeout):
        if self.mute:
            return b""
        data = bytes(self.waiting[:count])
        del self.waiting[:count]
        return data

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


@pytest.fixture(scope="module")
def design(tmp_path_factory):
    return built(tmp_path_factory.mktemp("built"))


@pytest.fixture
def ladder(design, monkeypatch):
    """Puts lines of Python in place, with what is wrong with each level."""
    def make(**faults):
        def write(level, build, folder, flash, quad=False, sdram=0):
            fault = faults.get(level, {})
            if isinstance(fault, str):
                raise GossamerError(fault)
            folder.mkdir(parents=True, exist_ok=True)
            return (folder / level,)

        monkeypatch.setattr(rungs, "write", write)
        monkeypatch.setattr(verification, "_line", lambda simulator, sources, *rest: FakeLine(
            design, **faults.get(sources[0].name, {})))
    return make


def states(proof):
    return {rung.level: (rung.state, rung.reason) for rung in proof.rungs}


def test_every_level_is_proved_and_the_report_is_kept(design, ladder):
    ladder()
    told = []
    proof = gs.verify(design, images=5, progress=lambda *step: told.append(step))
    assert states(proof) == dict.fromkeys(LEVELS, ("proved", ""))
    assert [(rung.images, rung.mismatches) for rung in proof.rungs] == [(5, 0)] * 4
    assert proof.proved and proof.wanted == "bitstream"
    kept = json.loads((design.folder / "proof" / "proof.json").read_text())
    assert kept == json.loads(json.dumps(proof.to_json()))
    assert kept["design"] == design.hash
    assert kept["bitstream"] == hashlib.sha256(b"bits").hexdigest()
    assert told[0] == ("Proving the RTL", 0, 5)
    assert told[-1] == ("Proving the bitstream", 5, 5)


def test_inputs_that_travel_compressed_are_those_that_the_device_decodes(
        tmp_path, monkeypatch):
    design = built(tmp_path, link_codec="zfpl")
    monkeypatch.setattr(rungs, "write", lambda level, build, folder, flash, quad=False, sdram=0: (
        folder.mkdir(parents=True),))
    monkeypatch.setattr(verification, "_line", lambda *rest: FakeLine(design, cycles=1))
    proof = gs.verify(design, images=5, level="rtl")
    assert states(proof)["rtl"] == ("proved", "")
    assert proof.rungs[0].images == 5


def test_a_level_that_was_not_asked_for_is_not_proved(design, ladder):
    ladder()
    proof = gs.verify(design, level="netlist")
    assert states(proof) == {
        "rtl": ("proved", ""), "netlist": ("proved", ""),
        "routed": ("not proved", "It was not asked for."),
        "bitstream": ("not proved", "It was not asked for.")}
    assert proof.proved


def test_the_levels_below_are_left_out_on_request(design, ladder):
    ladder()
    proof = gs.verify(design, level="routed", only=True)
    assert states(proof)["rtl"] == ("not proved", "It was left out.")
    assert states(proof)["routed"] == ("proved", "")
    assert proof.proved


def test_one_wrong_integer_fails_a_level_and_those_above_it(design, ladder):
    ladder(netlist={"wrong": 1})
    proof = gs.verify(design, images=4)
    assert states(proof) == {
        "rtl": ("proved", ""),
        "netlist": ("failed", "12 of 12 output integers differ from the exact model's."),
        "routed": ("not proved", "A lower level has failed."),
        "bitstream": ("not proved", "A lower level has failed.")}
    assert proof.rungs[1].mismatches == 12
    assert not proof.proved


@pytest.mark.parametrize("fault, reason", [
    ({"mute": True}, "No device answers; check the cable, the port, the rate, and that the board "
                     "is flashed."),
    ({"clock_hz": 13_000_000}, "The device is of another design or another clock."),
    ({"cycles": 7}, "The device counts 20 inferences and 7 cycles for the last one; 20 and "
                    "{cycles} are right."),
], ids=["mute", "clock", "cycles"])
def test_a_device_that_is_not_the_right_one_fails(design, ladder, fault, reason):
    ladder(rtl=fault)
    proof = gs.verify(design)
    assert states(proof)["rtl"] == ("failed", reason.format(cycles=design.plan.cycles))
    assert not proof.proved


def test_a_level_without_its_tool_is_not_proved_with_the_reason(design, ladder):
    ladder(bitstream="icebox_vlog is missing.")
    proof = gs.verify(design)
    assert states(proof)["routed"] == ("proved", "")
    assert states(proof)["bitstream"] == ("not proved", "icebox_vlog is missing.")
    assert not proof.proved


@pytest.mark.parametrize("options, sentence", [
    ({"level": "gates"},
     "There is no level 'gates'; choose one of rtl, netlist, routed, bitstream."),
    ({"images": 1}, "A proof takes two inferences at least; ask for 2 or more."),
    ({"simulator": "amaranth"},
     "The simulator 'amaranth' does not run boards; choose verilator or icarus."),
], ids=["level", "images", "simulator"])
def test_what_cannot_be_done_is_refused(design, options, sentence):
    with pytest.raises(GossamerError) as caught:
        gs.verify(design, **options)
    assert str(caught.value) == sentence


def test_a_design_that_is_not_built_is_refused(tmp_path):
    path = Description(graph=ternary_layer(), name="tiny").save(tmp_path / "net.gsm")
    design = gs.generate(path, board=BOARD, out=tmp_path / "design")
    with pytest.raises(GossamerError, match=r"design/build holds no finished build; build the"):
        gs.verify(design)


def test_the_command_shows_every_level_and_says_what_is_not_proved(design, ladder):
    ladder(routed={"wrong": 1})
    done = CliRunner().invoke(cli.app, ["verify", str(design.folder), "--images", "2"])
    assert done.exit_code == 1
    assert done.stderr.endswith(
        f"gossamer: The level bitstream of {design.folder} is not proved; the table says why.\n")
    rows = {line.split()[0]: line for line in done.stdout.splitlines() if line.split()}
    assert "failed" in rows["routed"] and "6 of 6 output integers differ" in rows["routed"]
    assert "not proved" in rows["bitstream"]
    ladder()
    done = CliRunner().invoke(cli.app, ["verify", str(design.folder), "--json"])
    assert done.exit_code == 0 and json.loads(done.stdout)["proved"]


@pytest.mark.parametrize(("level", "gone"), [
    ("rtl", "top.il"), ("bitstream", "top.bin"), ("bitstream", "top.pcf")])
def test_files_of_a_build_that_are_gone_are_named(design, level, gone, tmp_path):
    copy = Design.load(shutil.copytree(design.folder, tmp_path / "copy"))
    build = Build.load(copy.folder / "build")
    build.bitstream.with_name(gone).unlink()
    sentence = rf"^{build.bitstream.with_name(gone)} cannot be read; build the design again, "
    with pytest.raises(GossamerError, match=sentence):
        rungs.write(level, build, copy.folder / "proof" / level)
    if gone == "top.bin":
        with pytest.raises(GossamerError, match=sentence):
            verification.verify(copy)


def test_netlists_that_are_gone_are_named(design):
    proof = gs.verify(design, level="netlist", only=True)
    assert states(proof)["netlist"] == ("not proved", (
        f"{design.folder}/build/top.json.gz cannot be read; build the design again, which writes "
        "it."))


@pytest.mark.parametrize("board, dsps, level", [
    (BOARD, 0, "bitstream"), ("icebreaker", 0, "bitstream"), ("icebreaker", 2, "routed"),
    ("ulx3s", 2, "routed"), ("tang_nano_9k", 2, "routed"), ("lifcl_40_evn", 2, "routed"),
])
def test_the_highest_level_depends_on_what_tools_can_read(design, board, dsps, level):
    build = replace(Build.load(design.folder / "build"), board=board,
                    resources={"DSP": Resource(used=dsps, available=8)})
    assert rungs.highest(build) == level


def test_a_bitstream_with_cells_that_are_not_read_back_is_not_proved(design, tmp_path):
    build = replace(Build.load(design.folder / "build"), board="icebreaker",
                    resources={"DSP": Resource(used=2, available=8)})
    with pytest.raises(GossamerError, match=(
            r"^The bitstream uses 2 DSP, which icebox_vlog does not read back; choose the level "
            r"routed, or a board without them\.$")):
        rungs.write("bitstream", build, tmp_path / "work")


@pytest.mark.parametrize("board, level, why", [
    ("ulx3s", "bitstream", (
        r"^No tool makes a netlist of a bitstream of ECP5; choose the level routed, which compares "
        r"the configuration in the bitstream with the one that nextpnr wrote\.$")),
    ("lifcl_40_evn", "bitstream", (
        r"^No tool makes a netlist of a bitstream of Nexus; choose the level routed\.$")),
    ("tang_nano_9k", "bitstream", (
        r"^No tool reads the memories in a bitstream of Gowin back; choose the level routed\.$")),
], ids=["ecp5-bitstream", "nexus-bitstream", "gowin-bitstream"])
def test_a_level_that_a_family_does_not_have_says_so(design, tmp_path, board, level, why):
    build = replace(Build.load(design.folder / "build"), board=board)
    with pytest.raises(GossamerError, match=why):
        rungs.write(level, build, tmp_path / "work")


def test_the_configuration_in_a_bitstream_is_compared(design, tmp_path, monkeypatch):
    """With a tool that unpacks text as it is, and one that packs it as it is."""
    for name, line in (("ecpunpack", 'cp "$1" "$2"'), ("ecppack", 'cp "$1" "$2"')):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{line}\n")
        program.chmod(0o755)
        monkeypatch.setenv(name.upper(), str(program))
    folder = tmp_path / "build"
    folder.mkdir()
    nets = {"net": {"attributes": {"ROUTING": "X5/Y4/F3;;5;X5/Y4/A0;X5/Y4/0_0_F3->0_0_A0;5"}}}
    netlist = {"modules": {"top": {"ports": {}, "cells": {}, "netnames": nets}}}
    (folder / "top.routed.json.gz").write_bytes(gzip.compress(json.dumps(netlist).encode()))
    for name in ("top.config", "top.bit"):
        (folder / name).write_text(".tile R4C5:PLC2\narc: A0 F3\n")
    build = replace(Build.load(design.folder / "build"), board="ulx3s", clock_hz=25_000_000,
                    bitstream=folder / "top.bit")
    assert [path.name for path in rungs.write("routed", build, tmp_path / "right")] == [
        "routed.v", "device.v", "models.v"]
    (folder / "top.bit").write_text(".tile R4C5:PLC2\narc: A0 F2\n")
    with pytest.raises(GossamerError, match=(
            r"^The bitstream holds another configuration than the one that nextpnr wrote; build "
            r"the design again\.$")):
        rungs.write("routed", build, tmp_path / "wrong")
    (folder / "top.config").write_text(".tile R4C5:PLC2\narc: A0 F2\n")
    with pytest.raises(GossamerError, match=(
            r"^The configuration that nextpnr wrote is not that of its routed netlist: it holds "
            r"the step X5/Y4/0_0_F2->0_0_A0, which no net takes; build the design again\.$")):
        rungs.write("routed", build, tmp_path / "wrong")


@pytest.mark.parametrize("board, kind, settings, clock_hz", [
    ("ulx3s", "EHXPLLL", {"CLKI_DIV": 5, "CLKFB_DIV": 12, "CLKOP_DIV": 10}, 60_000_000),
    ("tang_nano_9k", "rPLL", {"IDIV_SEL": 2, "FBDIV_SEL": 3, "ODIV_SEL": 16}, 36_000_000),
    (BOARD, "SB_PLL40_CORE", {"DIVR": 0, "DIVF": 79, "DIVQ": 4}, 60_000_000),
], ids=["ecp5", "gowin", "ice40"])
def test_the_clock_of_a_netlist_is_the_one_of_its_build(
    design, tmp_path, board, kind, settings, clock_hz
):
    pll = {"type": kind, "connections": {},
           "parameters": {name: f"{value:032b}" for name, value in settings.items()}}
    netlist = {"modules": {"top": {"ports": {}, "cells": {"pll": pll}}}}
    for name in ("top", "top.syn"):
        (tmp_path / f"{name}.json.gz").write_bytes(gzip.compress(json.dumps(netlist).encode()))
    build = replace(Build.load(design.folder / "build"), board=board, clock_hz=clock_hz,
                    bitstream=tmp_path / "top.bit")
    rungs.write("netlist", build, tmp_path / "right")
    with pytest.raises(GossamerError, match=(
            rf"^The PLL in the netlist makes {clock_hz // 10**6} MHz, but the build promises 50 "
            r"MHz; build the design again\.$")):
        rungs.write("netlist", replace(build, clock_hz=50_000_000), tmp_path / "wrong")


READ_BACK = """\
module top (input clk12_0__io, input uart_0__rx__io, output uart_0__tx__io);
wire n1, clk12_0__io, n2, uart_0__rx__io;
wire n3, uart_0__tx__io;
SB_PLL40_CORE #(.DIVR(4'b0000), .DIVF(7'b{divf:07b}), .DIVQ(3'b100)) pll ();
endmodule
"""


@pytest.fixture
def tools(tmp_path, monkeypatch):
    """Stand-ins for the tools that read a bitstream back."""
    def make(text):
        (tmp_path / "text").write_text(text)
        for name, line in (("iceunpack", "true"), ("icebox_vlog", f"cat {tmp_path}/text")):
            program = tmp_path / name
            program.write_text(f"#!/bin/sh\n{line}\n")
            program.chmod(0o755)
            monkeypatch.setenv(name.upper(), str(program))
    return make


def test_pins_are_declared_once_in_what_was_read_back(design, tools, tmp_path):
    tools(READ_BACK.format(divf=79))
    build = replace(Build.load(design.folder / "build"), clock_hz=60_000_000)
    source, wrapper, _ = rungs.write("bitstream", build, tmp_path / "work")
    text = source.read_text()
    assert "wire n1, second_clk12_0__io, n2, second_uart_0__rx__io;" in text
    assert "wire n3, second_uart_0__tx__io;" in text
    assert "(input clk12_0__io, input uart_0__rx__io, output uart_0__tx__io)" in text
    assert ".uart_0__tx__io(tx)" in wrapper.read_text()


def test_a_pll_of_another_frequency_is_found(design, tools, tmp_path):
    tools(READ_BACK.format(divf=63))
    build = replace(Build.load(design.folder / "build"), clock_hz=60_000_000)
    with pytest.raises(GossamerError, match=(
            r"^The PLL in the bitstream makes 48 MHz, but the build promises 60 MHz; build the "
            r"design again\.$")):
        rungs.write("bitstream", build, tmp_path / "work")


@pytest.mark.skipif(shutil.which("iverilog") is None, reason="Icarus is not here")
@pytest.mark.parametrize(("board", "link_codec"), [
    (BOARD, None), pytest.param("ulx3s", None, marks=pytest.mark.slow),
    pytest.param(BOARD, "zeros", marks=pytest.mark.slow)])
def test_the_rtl_of_a_whole_board_is_proved_through_its_pins(board, link_codec, tmp_path):
    design = built(tmp_path, board=board, link_codec=link_codec)
    proof = gs.verify(design, level="rtl", images=2, simulator="icarus")
    assert states(proof)["rtl"] == ("proved", "")
