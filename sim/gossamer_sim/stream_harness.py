"""Verilog around a component that sends payloads from files and writes what comes out to files.

All per-cycle work is done there, so that a bench in Python only waits for the end.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["stream_harness"]

HEAD = """\
module harness (
    input  wire clk  /*verilator public_flat_rw*/,
    output reg  done /*verilator public_flat_rd*/
);
    reg        rst = 1, over = 0;
    reg [31:0] cycle = 0, idle = 0, stall, seed, timeout, settle;
    integer    report, code;

    // The same numbers in every simulator, which $random with a seed does not promise.
    function [31:0] xorshift(input [31:0] state);
        reg [31:0] x;
        begin
            x = state ^ (state << 13);
            x = x ^ (x >> 17);
            xorshift = x ^ (x << 5);
        end
    endfunction
"""

#: Of each stream; sources begin with an empty register, sinks with nothing to wait for.
STREAM = """
    reg  [31:0] {name}_total, {name}_transfers = 0, {name}_state;
    integer     {name}_file;
"""

SOURCE = """\
    reg  [31:0] {name}_offered = 0;
    reg  [{top}:0] {name}_payload = 0, {name}_next;
    reg         {name}_valid = 0;
    wire        {name}_ready;
"""

SINK = """\
    reg  [{top}:0] {name}_before;
    reg         {name}_ready = 0, {name}_waiting = 0;
    wire [{top}:0] {name}_payload;
    wire        {name}_valid;
"""

INITIAL = """\
        if (!$value$plusargs("{name}.total=%d", {name}_total)) $finish;
        {name}_state = xorshift(seed ^ 32'd{number}) | 1;
        {name}_file = $fopen("{name}.{direction}", "{mode}");
"""

STEP_SOURCE = """
            {name}_state <= xorshift({name}_state);
            if ((^{name}_ready) === 1'bx) begin
                $fwrite(report, "unknown {name} %0d\\n", {name}_transfers);
                over <= 1;
            end
            if ({name}_valid && {name}_ready) begin
                {name}_transfers <= {name}_transfers + 1;
                idle <= 0;
            end
            if (!{name}_valid || {name}_ready) begin
                {name}_valid <= 0;
                if ({name}_offered != {name}_total && {name}_state[15:0] >= stall) begin
                    code = $fscanf({name}_file, "%h", {name}_next);
                    {name}_payload <= {name}_next;
                    {name}_valid <= 1;
                    {name}_offered <= {name}_offered + 1;
                end
            end
"""

STEP_SINK = """
            {name}_state <= xorshift({name}_state);
            {name}_ready <= {name}_state[15:0] >= stall;
            {name}_waiting <= {name}_valid && !{name}_ready;
            {name}_before <= {name}_payload;
            if ((^{name}_valid) === 1'bx || ({name}_valid && (^{name}_payload) === 1'bx)) begin
                $fwrite(report, "unknown {name} %0d\\n", {name}_transfers);
                over <= 1;
            end else if ({name}_waiting && !{name}_valid) begin
                $fwrite(report, "nothing {name} %0d %h\\n", {name}_transfers, {name}_before);
                over <= 1;
            end else if ({name}_waiting && {name}_payload !== {name}_before) begin
                $fwrite(report, "changed {name} %0d %h %h\\n", {name}_transfers, {name}_before,
                        {name}_payload);
                over <= 1;
            end
            if ({name}_valid && {name}_ready) begin
                $fwrite({name}_file, "%h\\n", {name}_payload);
                {name}_transfers <= {name}_transfers + 1;
                idle <= 0;
            end
"""


def stream_harness(
    sources: Mapping[str, int], sinks: Mapping[str, int], constants: Mapping[str, int]
) -> str:
    """The text of ``harness``, which is Verilog-2005.

    Reads, from the arguments of the simulation, +stall (of 65,536), +seed, +timeout, +settle, the
    ``NAME.total`` of every stream and each constant (hexadecimal); payloads to send, hexadecimal,
    from ``NAME.sent``. Writes payloads to ``NAME.received``, and broken rules and
    the number of transfers to ``report``. ``done``
    rises ``settle`` cycles after the last of all payloads, or after ``timeout`` cycles in which no
    stream moved, or with a fault.

    Parameters
    ----------
    sources, sinks, constants : dict
        Bits of the payloads of the component's input and output streams, and of other input ports.
    """
    streams = [*sources, *sinks]
    text = HEAD
    for name, width in constants.items():
        text += f"    reg [{width - 1}:0] {name}_constant = 0;\n"
    for name, width in (*sources.items(), *sinks.items()):
        parts = STREAM + (SOURCE if name in sources else SINK)
        text += parts.format(name=name, top=width - 1)
    pins = ["        .clk(clk), .rst(rst)"]
    pins += [f"        .{name}({name}_constant)" for name in constants]
    pins += [f"        .{name}__payload({name}_payload), .{name}__valid({name}_valid), "
             f".{name}__ready({name}_ready)" for name in streams]
    text += "\n    dut dut (\n" + ",\n".join(pins) + "\n    );\n\n    initial begin\n"
    text += "        done = 0;\n        report = $fopen(\"report\", \"w\");\n"
    for name in ("stall", "seed", "timeout", "settle"):
        text += f"        if (!$value$plusargs(\"{name}=%d\", {name})) $finish;\n"
    for number, name in enumerate(streams):
        text += INITIAL.format(
            name=name, number=0x9E3779B9 * (number + 1) % 2**32,
            direction="sent" if name in sources else "received",
            mode="r" if name in sources else "w")
    for name in constants:
        text += f"        code = $value$plusargs(\"constant.{name}=%h\", {name}_constant);\n"
    text += "    end\n\n    always @(posedge clk) begin\n        cycle <= cycle + 1;\n"
    text += "        rst <= cycle < 4;\n        if (!rst && !done) begin\n"
    text += "            idle <= idle + 1;\n"
    text += "".join((STEP_SOURCE if name in sources else STEP_SINK).format(name=name)
                    for name in streams)
    complete = " && ".join(f"{name}_transfers >= {name}_total" for name in streams)
    text += f"\n            if (over || idle >= timeout || ({complete} && idle >= settle)) begin\n"
    text += "".join(f"                $fflush({name}_file);\n" for name in sinks)
    for name in streams:
        text += f'                $fwrite(report, "transfers {name} %0d\\n", {name}_transfers);\n'
    text += "                $fflush(report);\n                done <= 1;\n"
    return text + "            end\n        end\n    end\nendmodule\n"
