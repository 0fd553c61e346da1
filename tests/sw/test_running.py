"""Running a design on the virtual board: exact answers, its own counters, and refusals."""

import json

import numpy as np
import pytest
from tests.graphs import tiny_mlp
from typer.testing import CliRunner

import gossamer as gs
from gossamer import api, cli, running
from gossamer.description import Description
from gossamer.design import Design
from gossamer.ir import Graph
from gossamer.plan.cycles import predict


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A design whose virtual board is compiled once."""
    out = tmp_path_factory.mktemp("running") / "design"
    api.generate(Description(graph=tiny_mlp(), name="tiny"), board="icebreaker", out=out)
    return out


def inputs(count=30):
    return np.random.default_rng(1).integers(0, 17, (count, 6))


def call(*arguments):
    done = CliRunner().invoke(cli.app, list(map(str, arguments)))
    return done.exit_code, done.stdout, done.stderr


def test_the_board_gives_the_exact_model_s_integers(folder):
    x = inputs()
    result = gs.run(folder, x, verify=True)
    assert (result.outputs == tiny_mlp().run(x)).all()
    assert (result.values == result.outputs * 0.125).all()
    assert (result.verified, result.mismatches, result.difference) == (True, 0, None)
    assert (result.resent, result.silences) == (0, 0)


def test_the_chip_counts_what_the_plan_predicts(folder):
    result = gs.run(folder, inputs(3))
    expected = predict(Design.load(folder).plan.program)
    assert result.cycles == expected.total
    assert tuple(result.layer_cycles.values()) == expected.layers
    assert list(result.layer_cycles) == ["a", "b"]


def test_samples_follow_one_another_as_fast_as_the_line_allows(folder):
    """Six bytes in a frame of twenty; its acknowledgements and the result go the other way."""
    result = gs.run(folder, inputs(200))
    # The device sends at most an acknowledgement, a credit and a result for each of them.
    assert result.throughput > 0.9 * result.baud / 10 / (16 + 16 + 14 + 6)


def test_a_virtual_device_is_a_device(folder):
    design = Design.load(folder)
    x = inputs(4)
    with gs.VirtualDevice(design) as device:
        assert isinstance(device, gs.Device)
        outputs = device.infer(design.elements(x))
        assert (outputs == tiny_mlp().run(x)).all()
        assert (device.dequantize(outputs) == outputs * 0.125).all()
        assert device.identity().name == "tiny"
        device.infer(design.elements(x[:1]))
        assert device.layer_cycles() == device.status().layer_cycles
        assert device.status().inferences == 5
        begin = device.seconds()
        device.infer(design.elements(x))
        # More than four frames and less than a second of simulated time.
        assert 4 * 20 * 10 / 1e6 < device.seconds() - begin < 1


def test_a_board_with_another_design_is_refused(folder, tmp_path):
    other = api.generate(Description(graph=tiny_mlp(seed=1), name="other"), board="icebreaker",
                         out=tmp_path / "other")
    design = Design.load(folder)
    with gs.VirtualDevice(design) as device:
        with pytest.raises(gs.GossamerError) as caught:
            gs.run(other, inputs(), port=device.board.port)
        assert str(caught.value) == (
            f"On {device.board.port}: The device runs the design 'tiny' ({design.hash[:8]}), not "
            f"'other' ({other.hash[:8]}); flash it with this one, or give the design that it runs.")


def test_a_port_and_the_virtual_board_give_the_same(folder):
    x = inputs(5)
    with gs.VirtualDevice(folder) as device:
        result = gs.run(folder, x, port=device.board.port, verify=True)
    assert (result.device, result.mismatches) == (device.board.port, 0)
    assert (result.outputs == gs.run(folder, x).outputs).all()


def test_a_bad_line_changes_no_answer(folder):
    design = Design.load(folder)
    x = inputs(40)
    faults = running.Faults(bit_errors=1e-4, dropped=1e-3, inserted=1e-3, seed=1)
    with gs.VirtualDevice(design, faults=faults, timeout=0.2) as device:
        assert (device.infer(design.elements(x)) == tiny_mlp().run(x)).all()


def test_the_command_writes_outputs_and_says_what_it_measured(folder, tmp_path):
    np.save(tmp_path / "x.npy", inputs())
    out = tmp_path / "y.npy"
    status, text, err = call("run", folder, tmp_path / "x.npy", "--virtual", "--verify",
                             "-o", out, "--json")
    assert (status, err) == (0, "")
    found = json.loads(text)
    assert (np.load(out) == tiny_mlp().run(inputs())).all()
    assert (found["device"], found["images"], found["mismatches"]) == ("virtual", 30, 0)
    assert found["latency_us"] == found["cycles"] / found["clock_hz"] * 1e6
    assert found["throughput"] > 0
    call("run", folder, tmp_path / "x.npy", "--virtual", "--floats", "-o", out)
    assert (np.load(out) == tiny_mlp().run(inputs()) * 0.125).all()


def test_a_wrong_answer_is_a_failure_and_named(folder, tmp_path, monkeypatch):
    np.save(tmp_path / "x.npy", inputs())
    right = Graph.run

    def wrong(self, x):
        outputs = right(self, x)
        outputs[7, 2] += 1
        return outputs

    monkeypatch.setattr(Graph, "run", wrong)
    status, text, err = call("run", folder, tmp_path / "x.npy", "--virtual", "--verify", "--json")
    answer = right(tiny_mlp(), inputs())[7, 2]
    assert (status, json.loads(text)["mismatches"]) == (1, 1)
    assert err == (f"gossamer: The board answers {answer} at output 2 of inference 7, and the "
                   f"exact model {answer + 1}; 1 of 90 integers differ.\n")


@pytest.mark.parametrize("options", [(), ("--virtual", "--port", "/dev/nowhere")],
                         ids=["neither", "both"])
def test_where_to_run_is_asked_for(folder, options):
    assert call("run", folder, *options) == (
        1, "", "gossamer: Give either --port with the board's serial port, or --virtual.\n")


def test_a_port_that_is_not_there_is_named(folder, tmp_path):
    np.save(tmp_path / "x.npy", inputs())
    status, out, err = call("run", folder, tmp_path / "x.npy", "--port", "/dev/nowhere")
    assert (status, out) == (1, "")
    assert "gossamer: Port /dev/nowhere cannot be opened" in err


def test_without_inputs_and_test_vectors_there_is_nothing_to_run(folder):
    status, out, err = call("run", folder, "--virtual")
    assert (status, out, err) == (
        1, "", f"gossamer: Design {folder} has no test vectors; give inputs for the run.\n")


def test_a_place_that_cannot_be_written_is_named(folder, tmp_path):
    np.save(tmp_path / "x.npy", inputs(1))
    out = tmp_path / "missing" / "y.npy"
    assert call("run", folder, tmp_path / "x.npy", "--virtual", "-o", out) == (
        1, "", f"gossamer: {out} cannot be written, because {out.parent} is not a folder that you "
               "may write to; make it or choose another.\n")


@pytest.fixture(scope="module")
def spi(tmp_path_factory):
    """A design that is reached over SPI."""
    out = tmp_path_factory.mktemp("running-spi") / "design"
    api.generate(Description(graph=tiny_mlp(), name="tiny"), board="icebreaker", out=out,
                 link="spi")
    return out


def test_a_design_knows_what_leads_to_the_host(folder, spi):
    uart, other = Design.load(folder), Design.load(spi)
    assert (uart.line, other.line) == ("uart", "spi")
    # Two designs: a host takes neither for the other.
    assert uart.hash != other.hash
    assert uart.manifest.files == other.manifest.files


@pytest.mark.parametrize(("link", "port", "wanted"), [
    ("spi", "/dev/ttyUSB1", "SPI: give the interface's address, as ftdi://ftdi:2232h/1"),
    ("uart", "ftdi:///1", "a UART: give the name of its serial port"),
], ids=["spi", "uart"])
def test_a_port_of_the_other_kind_is_refused(folder, spi, link, port, wanted):
    status, _, err = call("run", spi if link == "spi" else folder, write(folder.parent), "--port",
                          port)
    assert status == 1
    assert err == f"gossamer: The design is generated for {wanted}, not {port}.\n"


def test_a_board_without_a_place_for_spi_says_so(tmp_path):
    with pytest.raises(gs.GossamerError, match=(
            r"^colorlight_i5 has no SPI link; choose one of uart, or another board\.$")):
        api.generate(Description(graph=tiny_mlp(), name="tiny"), board="colorlight_i5",
                     out=tmp_path / "out", link="spi")


@pytest.mark.slow
def test_the_board_gives_the_exact_model_s_integers_over_spi(spi):
    x = inputs(200)
    result = gs.run(spi, x, verify=True)
    assert (result.mismatches, result.resent, result.silences) == (0, 0, 0)
    assert result.baud == result.clock_hz // 8


def write(folder):
    path = folder / "inputs.npy"
    np.save(path, inputs(3))
    return path
