"""Runs inside the simulator: lets ``harness.v`` work and compares what it wrote.

Expects ``bench.npz`` in the working folder, leaves ``run.npz`` there (see `gossamer_sim.run`).
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import cocotb
import numpy as np
from cocotb.clock import Clock
from cocotb.triggers import ReadOnly, ValueChange

from gossamer_sim.transfers import first_difference, read_transfers

__all__ = ["engine_gives_the_expected_outputs"]

FAULTS = {
    1: "made no transfer for {timeout} cycles in inference {n}",
    2: "drives an unknown value (X) on its ports in inference {n}",
    3: "does not mark exactly the last of {outputs} outputs with `last` in inference {n}",
    4: "gives an output before inference {n} has begun",
}


@cocotb.test
async def engine_gives_the_expected_outputs(dut: Any) -> None:
    bench = np.load("bench.npz")
    count = int(bench["count"])
    outputs = int(bench["outputs"])
    Clock(dut.clk, 10, unit="ns").start(start_high=False)

    reported = 0.0
    finished = 0
    while finished < count:
        await ValueChange(dut.wake)
        await ReadOnly()
        finished = dut.finished.value.to_unsigned()
        fault = dut.fault.value.to_unsigned()
        if fault:
            reason = FAULTS[fault].format(n=finished, outputs=outputs, timeout=bench["timeout"])
            raise AssertionError(f"The engine {reason}.")
        if time.monotonic() - reported > 0.2:
            reported = time.monotonic()
            Path("progress").write_text(str(finished))

    values, cycles = read_transfers(Path("transfers.txt"), count, outputs)
    np.savez("run.npz", outputs=values, cycles=cycles)
    if "expected" in bench:
        difference = first_difference(values, bench["expected"])
        if difference is not None:
            raise AssertionError(difference)
