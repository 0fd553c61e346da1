"""Talk to a whole device through its UART: 8 data bits, no parity, one stop bit."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from gossamer_sim import launch
from gossamer_sim.netlist import Netlist

__all__ = ["run_uart"]


def run_uart(
    verilog: Path | Netlist,
    script: Sequence[bytes | int],
    divisor: int,
    *,
    build_dir: Path,
    top: str = "top",
    simulator: str = "verilator",
    timeout_cycles: int = 1_000_000,
) -> bytes:
    """Send bytes to a device and return all that it sent back.

    The device has the ports ``clk``, ``rx``, ``tx`` and perhaps ``rst``, and no PLL.

    Parameters
    ----------
    verilog : Path or Netlist
        The device, or what `gossamer_sim.netlist.synthesise` made of it.
    script : sequence of bytes and int
        What happens in turn: bytes are sent, a number waits until that many bytes more have come.
    divisor : int
        Clock cycles per bit.
    build_dir : Path
        Keeps the compiled simulation, which is reused while the Verilog stays the same.
    timeout_cycles : int
        Waiting this many cycles for bytes ends the run with a GossamerError.
    """
    build_dir = build_dir.resolve()
    run_dir, compiled = build_dir / "run", build_dir / simulator
    shutil.rmtree(run_dir, ignore_errors=True)
    run_dir.mkdir(parents=True)
    launch.build(verilog, top, simulator, compiled, public=("clk", "rst", "rx", "tx"))
    steps = [step if isinstance(step, int) else list(step) for step in script]
    bench = {"script": steps, "divisor": divisor, "timeout": timeout_cycles}
    (run_dir / "bench.json").write_text(json.dumps(bench))
    launch.run("gossamer_sim.bench_uart", top, simulator, compiled, run_dir)
    return (run_dir / "received.bin").read_bytes()
