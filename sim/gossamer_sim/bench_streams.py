"""Runs inside the simulator: sends and compares the payloads of ``bench.json``.

The file is written by `gossamer_sim.bench.check_streams`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import RisingEdge

from gossamer_sim.compare import compare_streams, stopped
from gossamer_sim.streams import Sink, Source

__all__ = ["streams_give_the_expected_payloads"]


@cocotb.test
async def streams_give_the_expected_payloads(dut: Any) -> None:
    bench = json.loads(Path("bench.json").read_text())
    expected: dict[str, list[int]] = bench["expected"]
    stall, seed = bench["stall"], bench["seed"]

    Clock(dut.clk, 10, unit="ns").start(start_high=False)
    dut.rst.value = 1
    for name, value in bench["constants"].items():
        getattr(dut, name).value = value
    sources = {name: Source(dut, name, stall=stall, seed=seed) for name in bench["sent"]}
    sinks = {name: Sink(dut, name, stall=stall, seed=seed) for name in expected}
    for _ in range(4):
        await RisingEdge(dut.clk)
    dut.rst.value = 0

    for name, source in sources.items():
        cocotb.start_soon(source.send(bench["sent"][name]))
    for sink in sinks.values():
        cocotb.start_soon(sink.run())

    def transfers() -> dict[str, int]:
        return {name: driver.transfers for name, driver in (*sources.items(), *sinks.items())}

    total = {name: len(values) for name, values in (*bench["sent"].items(), *expected.items())}
    idle, before = 0, transfers()
    while any(before[name] < total[name] for name in total):
        await RisingEdge(dut.clk)
        now = transfers()
        idle = 0 if now != before else idle + 1
        before = now
        if idle == bench["timeout"]:
            break
    # A payload too many would follow soon.
    for _ in range(bench["settle"]):
        await RisingEdge(dut.clk)

    received = {name: sink.received for name, sink in sinks.items()}
    difference = compare_streams(received, expected, bench["widths"], bench["signed"])
    if difference is None and idle == bench["timeout"]:
        difference = stopped(transfers(), total, idle)
    if difference is not None:
        raise AssertionError(difference)
