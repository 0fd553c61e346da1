"""Line: a device simulated in Icarus, so that the real host talks to its UART or its SPI."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from gossamer.errors import GossamerError
from gossamer_boards import toolchain

__all__ = ["SimulatedLine", "SimulatedSpi"]

#: Plays the line's other side. Commands come in on standard input: ``s`` sends a byte, ``w`` waits
#: for cycles, ``c`` selects the chip or does not; each is answered by a dot. A byte that the device
#: sends is printed as it comes.
_BENCH = """\
`timescale 1ns / 1ps
module bench;
    localparam DIVISOR = {divisor};
    reg clk = 0, rst = 1;
    task run(input integer cycles);
        repeat (cycles) begin
            #5 clk = 1;
            #5 clk = 0;
        end
    endtask
{line}
    integer count, argument, index;
    reg [7:0] command;
    initial begin
        run(4);
        rst = 0;
        count = $fscanf(32'h8000_0000, " %c %d", command, argument);
        while (count == 2) begin
            case (command)
                "s": send(argument);
                "w": run(argument);
                "c": select(argument);
            endcase
            $display(".");
            $fflush;
            count = $fscanf(32'h8000_0000, " %c %d", command, argument);
        end
        $finish;
    end
endmodule
"""

_UART = """
    reg rx = 1;
    wire tx;
    device dut (.clk(clk), .rst(rst), .rx(rx), .tx(tx));

    integer timer = 0, position = 9;
    reg [7:0] received;
    always @(negedge clk) begin
        if (!rst && tx === 1'bx)
            $fatal(1, "tx is unknown");
        if (timer != 0)
            timer = timer - 1;
        else if (position < 8) begin
            received[position] = tx;
            position = position + 1;
            timer = DIVISOR - 1;
        end else if (position == 8) begin
            $display("%0d", received);
            position = 9;
        end else if (!tx) begin
            position = 0;
            timer = DIVISOR + DIVISOR / 2 - 1;
        end
    end

    task send(input [7:0] value);
        for (index = 0; index < 10; index = index + 1) begin
            rx = index == 0 ? 1'b0 : index == 9 ? 1'b1 : value[index - 1];
            run(DIVISOR);
        end
    endtask

    task select(input wanted);
        ;
    endtask
"""

_SPI = """
    reg cs = 0, sck = 0, copi = 0;
    wire cipo;
    device dut (.clk(clk), .rst(rst), .cs(cs), .sck(sck), .copi(copi), .cipo(cipo));

    reg [7:0] received;
    task send(input [7:0] value);
        begin
            for (index = 7; index >= 0; index = index - 1) begin
                copi = value[index];
                run(DIVISOR / 2);
                if (cipo === 1'bx)
                    $fatal(1, "cipo is unknown");
                received[index] = cipo;
                sck = 1;
                run(DIVISOR / 2);
                sck = 0;
            end
            $display("%0d", received);
        end
    endtask

    task select(input wanted);
        begin
            run(DIVISOR / 2);
            cs = wanted;
            run(DIVISOR / 2);
        end
    endtask
"""


class _Simulation:
    """A device in Icarus Verilog.

    Simulated time passes only while the host sends or waits, so a timeout is a number of clock
    cycles and the same run gives the same bytes on any machine.

    Parameters
    ----------
    sources : iterable of Path
        Verilog with a module ``device`` that has ports clk and rst, and those of the line, and what
        it needs: the converted ``DeviceTop``, or its netlist and the models of its cells.
    divisor : int
        Clock cycles per bit.
    folder : Path
        For the compiled simulation.
    cycles_per_second : float
        Cycles of simulated time that stand for one second of the host's timeouts.
    """

    _LINE = _UART

    def __init__(
        self, sources: Iterable[Path], *, divisor: int, folder: Path,
        cycles_per_second: float = 1_000_000,
    ) -> None:
        self.cycles = 0
        self._divisor = divisor
        self._rate = cycles_per_second
        self._received = bytearray()
        bench = folder / "bench.v"
        bench.write_text(_BENCH.format(divisor=divisor, line=self._LINE))
        compiler = toolchain.find("iverilog")
        image = folder / "bench.vvp"
        # Amaranth's Verilog needs the older language: with -g2012 some outputs stay unknown.
        toolchain.run(
            compiler,
            ["-g2005", "-DNO_ICE40_DEFAULT_ASSIGNMENTS", "-s", "bench", "-o", str(image),
             str(bench), *map(str, sources)],
            cwd=folder, log=folder / "iverilog.log",
        )
        runner = shutil.which("vvp", path=str(Path(compiler.path).parent))
        self._process = subprocess.Popen(
            [runner or "vvp", "-n", str(image)], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )

    def _command(self, letter: str, argument: int) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        try:
            stdin.write(f"{letter} {argument}\n")
            stdin.flush()
        except BrokenPipeError:
            raise GossamerError(
                "The simulation has ended before the host was done; see its log."
            ) from None
        while (line := stdout.readline().strip()) != ".":
            if not line.isdigit():
                raise GossamerError(f"The simulated device failed and said {line!r}.")
            self._received.append(int(line))

    def close(self) -> None:
        """End the simulation."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait(timeout=60)
        if self._process.stdout:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class SimulatedLine(_Simulation):
    """A device with a UART as a transport of ``gossamer.runtime``; its ports are rx and tx."""

    def write(self, data: bytes) -> None:
        """Send bytes to the device."""
        for byte in data:
            self._command("s", byte)
            self.cycles += 10 * self._divisor

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""
        step = 10 * self._divisor
        remaining = int(timeout * self._rate)
        while not self._received and remaining > 0:
            self._command("w", min(step, remaining))
            self.cycles += min(step, remaining)
            remaining -= step
        data = bytes(self._received[:count])
        del self._received[:count]
        return data


class SimulatedSpi(_Simulation):
    """A device on an SPI bus as a controller of ``gossamer.runtime.spi``.

    Its ports are cs, high in a transaction, sck, copi and cipo.
    """

    _LINE = _SPI

    def exchange(self, data: bytes) -> bytes:
        """Send bytes in one transaction, and return as many that came at the same time."""
        self._command("c", 1)
        for byte in data:
            self._command("s", byte)
        self._command("c", 0)
        self.cycles += (8 * len(data) + 2) * self._divisor
        received = bytes(self._received)
        self._received.clear()
        return received

    def seconds(self) -> float:
        """The simulated time."""
        return self.cycles / self._rate
