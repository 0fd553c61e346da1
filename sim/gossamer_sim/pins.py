"""Pins: a whole device in Verilator, spoken to through its UART by the host's own code."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from gossamer.errors import GossamerError
from gossamer_sim import simulators

__all__ = ["Pins"]

#: Few seconds of simulation do not repay an optimising compiler. Verilator knows no X: what would
#: be one becomes a random number, so that a missing initial value does not pass.
_OPTIONS = (
    "--cc", "--exe", "--build", "--no-timing", "--top-module", "device", "--timescale", "1ps/1ps",
    "--x-assign", "unique", "--x-initial", "unique", "-Wno-fatal", "-Wno-lint", "-Wno-style",
    "-MAKEFLAGS", "OPT_FAST=-O0 OPT_SLOW=-O0",
)

_BENCH = Path(str(files("gossamer_sim") / "pins.cpp"))


class Pins:
    """A device as a transport of ``gossamer.runtime``.

    Time passes only while the host sends or waits, so a timeout is a number of clock cycles and
    the same run gives the same bytes on any machine.

    Parameters
    ----------
    sources : sequence of Path
        Verilog with a module ``device`` that has the ports clk, rst, rx and tx.
    divisor : int
        Clock cycles per bit.
    folder : Path
        Keeps the compiled model, which is used again while the sources stay the same.
    cycles_per_second : float
        Cycles that stand for one second of the host's timeouts.
    """

    def __init__(
        self, sources: Sequence[Path], *, divisor: int, folder: Path,
        cycles_per_second: float = 1_000_000,
    ) -> None:
        self._rate = cycles_per_second
        self._received = bytearray()
        program = _compile(sources, folder)
        self._process = subprocess.Popen(
            [program, str(divisor), "+verilator+rand+reset+2", "+verilator+seed+1"], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def write(self, data: bytes) -> None:
        """Send bytes to the device."""
        if data:
            self._command(f"s {data.hex()}")

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""
        if not self._received:
            self._command(f"w {round(timeout * self._rate)}")
        data = bytes(self._received[:count])
        del self._received[:count]
        return data

    def _command(self, text: str) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        try:
            stdin.write(f"{text}\n")
            stdin.flush()
        except BrokenPipeError:
            pass
        line = stdout.readline()
        if not line:
            raise GossamerError(
                f"The simulated device ended with status {self._process.wait()}; remove the folder "
                "of the simulation and repeat.")
        if "!" in line:
            raise GossamerError(
                "The device sent a byte without a stop bit; its rate is not the one of its build.")
        self._received += bytes.fromhex(line)

    def close(self) -> None:
        """End the simulation."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def __enter__(self) -> Pins:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _compile(sources: Sequence[Path], folder: Path) -> Path:
    """The program, compiled unless it is there already."""
    tool = simulators.find("verilator")
    recipe = hashlib.sha256(repr([tool.version, _OPTIONS]).encode())
    for source in (*sources, _BENCH):
        recipe.update(source.read_bytes())
    program, stamp = folder / "device", folder / "compiled"
    if stamp.is_file() and stamp.read_text() == recipe.hexdigest():
        return program
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    log = folder / "verilator.log"
    with tool.environ(), log.open("w") as messages:
        root = tool.environment.get("VERILATOR_ROOT")
        command = os.path.join(root, "bin", "verilator") if root else "verilator"
        status = subprocess.run(
            [command, *_OPTIONS, "--Mdir", str(folder.resolve()), "-o", "device", str(_BENCH),
             *(str(source.resolve()) for source in sources)],
            stdout=messages, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
        ).returncode
    if status != 0:
        raise GossamerError(f"Verilator could not compile the device; see {log} for its messages.")
    stamp.write_text(recipe.hexdigest())
    return program
