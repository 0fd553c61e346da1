"""Runs inside the simulator: lets a ``stream_harness`` work and compares what it wrote.

The file ``bench.json`` is written by `gossamer_sim.bench.check_streams`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import RisingEdge

from gossamer_sim.compare import compare_streams, stopped

__all__ = ["streams_give_the_expected_payloads"]


@cocotb.test
async def streams_give_the_expected_payloads(dut: Any) -> None:
    bench = json.loads(Path("bench.json").read_text())
    expected: dict[str, list[int]] = bench["expected"]
    Clock(dut.clk, 10, unit="ns").start(start_high=False)
    await RisingEdge(dut.done)

    transfers = {}
    for kind, name, count, *payloads in map(str.split, Path("report").read_text().splitlines()):
        if kind != "transfers":
            raise AssertionError(_fault(kind, name, count, [int(bits, 16) for bits in payloads]))
        transfers[name] = int(count)
    received = {
        name: [int(bits, 16) for bits in Path(f"{name}.received").read_text().split()]
        for name in expected
    }
    total = bench["sent"] | {name: len(payloads) for name, payloads in expected.items()}
    difference = compare_streams(received, expected, bench["widths"], bench["signed"])
    if difference is None and transfers != total:
        difference = stopped(transfers, total, bench["timeout"])
    if difference is not None:
        raise AssertionError(difference)


def _fault(kind: str, name: str, transfer: str, payloads: list[int]) -> str:
    """The sentence about a rule of streams that is broken."""
    if kind == "unknown":
        return f"Stream {name!r} has an unknown value (X) on its ports at transfer {transfer}."
    before, *now = payloads
    return (
        f"Stream {name!r} offers {before} at transfer {transfer} but "
        f"{now[0] if now else 'nothing'} a cycle later, before it was taken."
    )
