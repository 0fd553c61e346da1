"""Pins: a whole device in Verilator, spoken to through its line by the host's own code."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from gossamer.errors import GossamerError
from gossamer_sim import simulators

__all__ = ["Pins", "SpiPins"]

#: Few seconds of simulation do not repay an optimising compiler. Verilator knows no X: what would
#: be one becomes a random number, so that a missing initial value does not pass.
_OPTIONS = (
    "--cc", "--exe", "--build", "--no-timing", "--top-module", "device", "--timescale", "1ps/1ps",
    "--x-assign", "unique", "--x-initial", "unique", "-Wno-fatal", "-Wno-lint", "-Wno-style",
    "-MAKEFLAGS", "OPT_FAST=-O0 OPT_SLOW=-O0",
)

_BENCH, _LINE = (Path(str(files("gossamer_sim") / name)) for name in ("pins.cpp", "line.h"))


class _Device:
    """A device in Verilator and the program at the other end of its line.

    Time passes only while the host sends or waits, so a timeout is a number of clock cycles and
    the same run gives the same bytes on any machine.

    Parameters
    ----------
    sources : sequence of Path
        Verilog with a module ``device`` that has the ports clk and rst, and those of the line.
    divisor : int
        Clock cycles per bit.
    folder : Path
        Keeps the compiled model, which is used again while the sources stay the same.
    cycles_per_second : float
        Cycles that stand for one second of the host's timeouts.
    """

    _SPI = False

    def __init__(
        self, sources: Sequence[Path], *, divisor: int, folder: Path,
        cycles_per_second: float = 1_000_000,
    ) -> None:
        self._rate = cycles_per_second
        self._cycles = 0
        program = _compile(sources, folder, self._SPI)
        self._process = subprocess.Popen(
            [program, str(divisor), "+verilator+rand+reset+2", "+verilator+seed+1"], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def _command(self, text: str) -> bytes:
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
        if not line[0].isdigit():
            raise GossamerError(f"The simulated device failed and said {line.strip()!r}.")
        if "!" in line:
            raise GossamerError(
                "The device sent a byte without a stop bit; its rate is not the one of its build.")
        cycles, *received = line.split()
        self._cycles = int(cycles)
        return bytes.fromhex("".join(received))

    def close(self) -> None:
        """End the simulation."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Pins(_Device):
    """A device with a UART as a transport of ``gossamer.runtime``; its ports are rx and tx."""

    _received = b""

    def write(self, data: bytes) -> None:
        """Send bytes to the device."""
        if data:
            self._received += self._command(f"s {data.hex()}")

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""
        if not self._received:
            self._received = self._command(f"w {round(timeout * self._rate)}")
        data, self._received = self._received[:count], self._received[count:]
        return data


class SpiPins(_Device):
    """A device on an SPI bus as a controller of ``gossamer.runtime.spi``.

    Its ports are cs, high in a transaction, sck, copi and cipo.
    """

    _SPI = True

    def exchange(self, data: bytes) -> bytes:
        """Send bytes in one transaction, and return as many that came at the same time."""
        return self._command(f"s {data.hex()}")

    def seconds(self) -> float:
        """The simulated time."""
        return self._cycles / self._rate


def _compile(sources: Sequence[Path], folder: Path, spi: bool) -> Path:
    """The program, compiled unless it is there already."""
    tool = simulators.find("verilator")
    options = (*_OPTIONS, *(("-CFLAGS", "-DSPI") if spi else ()))
    recipe = hashlib.sha256(repr([tool.version, options]).encode())
    for source in (*sources, _BENCH, _LINE):
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
            [command, *options, "--Mdir", str(folder.resolve()), "-o", "device", str(_BENCH),
             *(str(source.resolve()) for source in sources)],
            stdout=messages, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
        ).returncode
    if status != 0:
        raise GossamerError(f"Verilator could not compile the device; see {log} for its messages.")
    stamp.write_text(recipe.hexdigest())
    return program
