"""Line: a simulated device as a transport, so that the real host talks to its UART."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from gossamer.errors import GossamerError
from gossamer_boards import toolchain

__all__ = ["SimulatedLine"]

#: Plays the UART's other side. Commands come in on standard input: ``s`` sends a byte, ``w`` waits
#: for cycles; each is answered by a dot. A byte that the device sends is printed as it comes.
_BENCH = """\
`timescale 1ns / 1ps
module bench;
    localparam DIVISOR = {divisor};

    reg clk = 0, rst = 1, rx = 1;
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

    task run(input integer cycles);
        repeat (cycles) begin
            #5 clk = 1;
            #5 clk = 0;
        end
    endtask

    integer count, argument, index;
    reg [7:0] command;
    initial begin
        run(4);
        rst = 0;
        count = $fscanf(32'h8000_0000, " %c %d", command, argument);
        while (count == 2) begin
            if (command == "s") begin
                for (index = 0; index < 10; index = index + 1) begin
                    rx = index == 0 ? 1'b0 : index == 9 ? 1'b1 : argument[index - 1];
                    run(DIVISOR);
                end
            end else
                run(argument);
            $display(".");
            $fflush;
            count = $fscanf(32'h8000_0000, " %c %d", command, argument);
        end
        $finish;
    end
endmodule
"""


class SimulatedLine:
    """A device in Icarus Verilog as a transport of ``gossamer.runtime``.

    Simulated time passes only while the host sends or waits, so a timeout is a number of clock
    cycles and the same run gives the same bytes on any machine.

    Parameters
    ----------
    sources : iterable of Path
        Verilog with a module ``device`` that has ports clk, rst, rx and tx, and what it needs: the
        converted ``DeviceTop``, or its netlist and the models of its cells.
    divisor : int
        Clock cycles per bit.
    folder : Path
        For the compiled simulation.
    cycles_per_second : float
        Cycles of simulated time that stand for one second of the host's timeouts.
    """

    def __init__(
        self, sources: Iterable[Path], *, divisor: int, folder: Path,
        cycles_per_second: float = 1_000_000,
    ) -> None:
        self.cycles = 0
        self._divisor = divisor
        self._rate = cycles_per_second
        self._received = bytearray()
        bench = folder / "bench.v"
        bench.write_text(_BENCH.format(divisor=divisor))
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

    def __enter__(self) -> SimulatedLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
