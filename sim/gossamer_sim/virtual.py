"""The virtual board: a whole device in Verilator, its line at a pseudo-terminal or a pipe."""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
import time
from importlib.resources import as_file, files
from pathlib import Path
from types import TracebackType
from typing import Self

import serial

from gossamer.errors import GossamerError
from gossamer_hw.link.host_link import Line
from gossamer_sim import simulators

__all__ = ["PortController", "VirtualBoard", "VirtualLine", "VirtualSpi", "compile_board"]

#: Module of the device; its ports are clk, rst, and rx and tx, or cs, sck, copi and cipo.
TOP = "device"

ARGUMENTS = (
    "--cc", "--exe", "--build", "-O3", "--no-timing", "--x-assign", "unique", "--x-initial",
    "unique", "-Wno-fatal", "-Wno-lint", "-Wno-style", "-CFLAGS", "-O2", "--top-module", TOP,
    "--prefix", "Vdevice",
)

#: Letter, cycles and length of the bytes that follow; cycles so far and length of the answer.
_COMMAND = struct.Struct("<cII")
_ANSWER = struct.Struct("<QI")


def compile_board(verilog: Path, build_dir: Path, line: Line = "uart") -> Path:
    """Compile a device into the program of its virtual board, and return that.

    The same Verilog is not compiled twice in ``build_dir``, a folder of its own. The compiler's
    messages stay there in ``build.log``.
    """
    tool = simulators.find("verilator")
    program, stamp = build_dir / "board", build_dir / "built"
    package = files("gossamer_sim")
    with as_file(package / "virtual.cpp") as harness, as_file(package / "line.h") as header:
        recipe = hashlib.sha256(repr((tool.version, ARGUMENTS, line)).encode())
        for source in (verilog, harness, header):
            recipe.update(source.read_bytes())
        if stamp.is_file() and program.is_file() and stamp.read_text() == recipe.hexdigest():
            return program
        # What an interrupted build left would be taken for good by make.
        shutil.rmtree(build_dir, ignore_errors=True)
        build_dir.mkdir(parents=True)
        log = build_dir / "build.log"
        with tool.environ(), log.open("w") as messages:
            status = subprocess.run(
                ["verilator", *ARGUMENTS, *(["-CFLAGS", "-DSPI"] if line == "spi" else []),
                 "-Mdir", str(build_dir.resolve()), "-o", program.name,
                 str(verilog.resolve()), str(harness.resolve())],
                stdout=messages, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
            ).returncode
    if status != 0:
        raise GossamerError(
            f"Verilator could not compile the virtual board; see {log} for its messages."
        )
    stamp.write_text(recipe.hexdigest())
    return program


class _Program:
    """A virtual board's process; it ends with this one, or when it is closed."""

    def __init__(self, program: Path, *arguments: object) -> None:
        self._process = subprocess.Popen(
            [str(program.resolve()), *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )

    def _ask(self, data: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            raise self._ended() from None

    def _ended(self) -> GossamerError:
        return GossamerError("The virtual board has ended; start it again.")

    def close(self) -> None:
        """Switch the board off."""
        self._process.kill()
        self._process.wait()
        for end in (self._process.stdin, self._process.stdout):
            if end is not None:
                end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class VirtualBoard(_Program):
    """A device behind a pseudo-terminal: any program may open ``port`` as a board's serial port.

    Time passes as fast as it can be simulated, whatever the host does meanwhile. Bytes travel as
    bits over the pins ``rx`` and ``tx``, or over those of an SPI bus: for each byte that is written
    to the port one comes back, see :class:`PortController`. When the wires have been quiet for
    ``quiet_cycles``, time stands still until the host sends again.

    Parameters
    ----------
    verilog : Path
        Module ``device`` with the ports clk and rst, and those of the line.
    divisor : int
        Clock cycles per bit.
    line : Line
    build_dir : Path
        Keeps the compiled simulation, which is used again while the Verilog stays the same.
    quiet_cycles : int
        At least what the device needs for an inference, and to forget half a frame.

    Attributes
    ----------
    port : str
        Name of the terminal.
    """

    port: str

    def __init__(
        self, verilog: Path, *, divisor: int, build_dir: Path, quiet_cycles: int = 1 << 20,
        line: Line = "uart",
    ) -> None:
        super().__init__(compile_board(verilog, build_dir, line), "pty", divisor, quiet_cycles)
        self.port = self._line()

    def cycles(self) -> int:
        """Clock cycles since power-up."""
        self._ask(b"c")
        return int(self._line())

    def reset(self) -> None:
        """Press the reset button."""
        self._ask(b"x")
        self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().decode().strip()
        if not line:
            raise self._ended()
        return line


class PortController:
    """The port of a virtual board with SPI as a controller of ``gossamer.runtime.spi``."""

    def __init__(self, port: str) -> None:
        self._port = serial.Serial(port, timeout=60)

    def exchange(self, data: bytes) -> bytes:
        """Send bytes, and return as many that came at the same time."""
        self._port.write(data)
        received = bytes(self._port.read(len(data)))
        if len(received) != len(data):
            raise GossamerError("The virtual board has ended; start it again.")
        return received

    def seconds(self) -> float:
        """The time, from any moment on."""
        return time.monotonic()

    def close(self) -> None:
        """Give the port back."""
        self._port.close()


class _Piped(_Program):
    """A device whose time passes only while the host waits.

    The same calls give the same bytes at the same cycles on any machine, and a time-out takes as
    long as its cycles do.

    Parameters
    ----------
    cycles_per_second : float
        Cycles that stand for one second of the host's time-outs.
    """

    _LINE: Line = "uart"

    def __init__(
        self, verilog: Path, *, divisor: int, build_dir: Path, cycles_per_second: float
    ) -> None:
        super().__init__(compile_board(verilog, build_dir, self._LINE), "pipe", divisor)
        self.cycles = 0
        self._rate = cycles_per_second
        self._outgoing = bytearray()
        self._received = bytearray()

    def reset(self, cycles: int = 16) -> None:
        """Press the reset button."""
        self._command(b"x", cycles)

    def _command(self, letter: bytes, cycles: int) -> None:
        self._ask(_COMMAND.pack(letter, cycles, len(self._outgoing)) + self._outgoing)
        self._outgoing.clear()
        self.cycles, length = _ANSWER.unpack(self._take(_ANSWER.size))
        self._received += self._take(length)

    def _given(self, count: int) -> bytes:
        data = bytes(self._received[:count])
        del self._received[:count]
        return data

    def _take(self, count: int) -> bytes:
        assert self._process.stdout is not None
        data = self._process.stdout.read(count)
        if len(data) != count:
            raise self._ended()
        return data


class VirtualLine(_Piped):
    """A device with a UART as a transport of ``gossamer.runtime``."""

    def write(self, data: bytes) -> None:
        """Send bytes; they are on their way when time passes."""
        self._outgoing += data

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""
        if not self._received:
            self._command(b"r", max(1, round(timeout * self._rate)))
        return self._given(count)


class VirtualSpi(_Piped):
    """A device on an SPI bus as a controller of ``gossamer.runtime.spi``."""

    _LINE = "spi"

    def exchange(self, data: bytes) -> bytes:
        """Send bytes in one transaction, and return as many that came at the same time."""
        self._outgoing += data
        self._command(b"e", 0)
        return self._given(len(data))

    def seconds(self) -> float:
        """The simulated time."""
        return self.cycles / self._rate
