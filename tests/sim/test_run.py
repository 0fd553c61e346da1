"""Running inferences through an engine's Verilog."""

import numpy as np
import pytest
from tests.sim.conftest import (
    HANGS,
    OUTPUTS,
    SIZE,
    UNMARKED,
    Engine,
    expected_cycles,
    expected_outputs,
)

from gossamer.errors import GossamerError
from gossamer_sim import launch
from gossamer_sim.run import run_engine, run_engine_amaranth

both = pytest.mark.parametrize("simulator", ["verilator", "icarus"])


@both
def test_outputs_and_cycles_are_exact(engine_verilog, engine_build, inputs, simulator):
    run = run_engine(
        engine_verilog,
        inputs,
        OUTPUTS,
        build_dir=engine_build,
        simulator=simulator,
        expected=expected_outputs(inputs),
    )
    assert (run.outputs == expected_outputs(inputs)).all()
    assert (run.cycles == expected_cycles(inputs)).all()
    assert run.outputs.dtype == run.cycles.dtype == np.int64


@both
@pytest.mark.parametrize("seed", [0, 1])
def test_stalls_change_no_output(engine_verilog, engine_build, inputs, simulator, seed):
    run = run_engine(
        engine_verilog,
        inputs,
        OUTPUTS,
        build_dir=engine_build,
        simulator=simulator,
        expected=expected_outputs(inputs),
        stall=0.4,
        seed=seed,
    )
    assert (run.cycles > expected_cycles(inputs)).all()


@pytest.mark.icarus
def test_stalls_are_the_same_in_both_simulators(engine_verilog, engine_build, inputs):
    cycles = [
        run_engine(
            engine_verilog,
            inputs,
            OUTPUTS,
            build_dir=engine_build,
            simulator=simulator,
            stall=0.3,
            seed=7,
        ).cycles
        for simulator in ("verilator", "icarus")
    ]
    assert (cycles[0] == cycles[1]).all()


@both
def test_a_wrong_expectation_fails(engine_verilog, engine_build, inputs, simulator):
    expected = expected_outputs(inputs)
    got = expected[3, 2]
    expected[3, 2] += 1
    expected[9, 0] -= 7
    with pytest.raises(
        GossamerError,
        match=rf"^Output 2 of inference 3 is {got} in simulation but {got + 1} was expected; "
        rf"2 of {expected.size} outputs differ\.$",
    ):
        run_engine(
            engine_verilog,
            inputs,
            OUTPUTS,
            build_dir=engine_build,
            simulator=simulator,
            expected=expected,
        )


@both
def test_a_hang_is_reported(engine_verilog, engine_build, inputs, simulator):
    inputs[2, 0] = HANGS
    with pytest.raises(
        GossamerError, match=r"^The engine made no transfer for 500 cycles in inference 2\.$"
    ):
        run_engine(
            engine_verilog,
            inputs,
            OUTPUTS,
            build_dir=engine_build,
            simulator=simulator,
            timeout_cycles=500,
        )


@both
def test_a_missing_last_is_reported(engine_verilog, engine_build, inputs, simulator):
    inputs[4, 0] = UNMARKED
    with pytest.raises(
        GossamerError,
        match=r"^The engine does not mark exactly the last of 5 outputs with `last` in "
        r"inference 4\.$",
    ):
        run_engine(engine_verilog, inputs, OUTPUTS, build_dir=engine_build, simulator=simulator)


@pytest.mark.icarus
def test_progress_ends_at_the_total(engine_verilog, engine_build, inputs):
    calls = []
    run_engine(
        engine_verilog,
        inputs,
        OUTPUTS,
        build_dir=engine_build,
        simulator="icarus",
        progress=lambda done, total: calls.append((done, total)),
    )
    assert calls[-1] == (len(inputs), len(inputs))
    assert calls == sorted(set(calls))


@pytest.mark.icarus
def test_an_unknown_value_is_reported(tmp_path, inputs):
    verilog = """
        module engine(input clk, rst, input [8:0] i__payload, input i__valid, output i__ready,
                      output [16:0] o__payload, output o__valid, input o__ready);
            reg [7:0] memory [0:15];
            reg [3:0] position = 0;
            reg full = 0;
            assign i__ready = !full;
            assign o__valid = full;
            assign o__payload = {position == 4, 8'd0, memory[position + 9]};
            always @(posedge clk) begin
                if (i__valid && i__ready) begin
                    memory[position] <= i__payload[7:0];
                    position <= i__payload[8] ? 0 : position + 1;
                    full <= i__payload[8];
                end else if (o__valid && o__ready)
                    position <= position + 1;
            end
        endmodule
    """
    with pytest.raises(
        GossamerError,
        match=r"^The engine drives an unknown value \(X\) on its ports in inference 0\.$",
    ):
        run_engine(verilog, inputs, OUTPUTS, build_dir=tmp_path, simulator="icarus")


def test_amaranths_simulator_agrees(inputs):
    inputs = inputs[:4]
    run = run_engine_amaranth(Engine, inputs, OUTPUTS, expected=expected_outputs(inputs))
    assert (run.outputs == expected_outputs(inputs)).all()
    assert (run.cycles == expected_cycles(inputs)).all()


def test_amaranths_simulator_reports_a_wrong_output(inputs):
    expected = expected_outputs(inputs[:1])
    expected[0, 0] += 1
    with pytest.raises(GossamerError, match=r"^Output 0 of inference 0 is .* 1 of 5 outputs"):
        run_engine_amaranth(Engine, inputs[:1], OUTPUTS, expected=expected)


def test_amaranths_simulator_reports_a_hang(inputs):
    inputs[1, 0] = HANGS
    with pytest.raises(
        GossamerError, match=r"^The engine made no transfer for 200 cycles in inference 1\.$"
    ):
        run_engine_amaranth(Engine, inputs[:2], OUTPUTS, timeout_cycles=200)


def test_the_shape_of_the_inputs_is_checked(engine_verilog, tmp_path):
    with pytest.raises(
        GossamerError,
        match=r"^The inputs of a simulation have the shape \(inferences, elements\), "
        r"not \(12,\)\.$",
    ):
        run_engine(engine_verilog, np.zeros(SIZE, dtype=np.int8), OUTPUTS, build_dir=tmp_path)


@pytest.mark.icarus
def test_verilog_that_does_not_compile_is_reported(tmp_path, inputs):
    with pytest.raises(
        GossamerError,
        match=r"^icarus could not compile the Verilog of 'harness'; see .*build\.log for its "
        r"messages\.$",
    ):
        run_engine("module engine(", inputs, OUTPUTS, build_dir=tmp_path, simulator="icarus")


@pytest.mark.slow
def test_large_models_are_compiled_in_parts(engine_verilog, tmp_path, inputs, monkeypatch):
    arguments = (*launch.BUILD_ARGS["verilator"], "--output-split", "100")
    monkeypatch.setitem(launch.BUILD_ARGS, "verilator", arguments)
    run_engine(
        engine_verilog, inputs, OUTPUTS, build_dir=tmp_path, expected=expected_outputs(inputs)
    )
    assert list((tmp_path / "verilator").glob("*.fast.gch"))
