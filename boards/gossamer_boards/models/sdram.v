// A single-data-rate SDRAM of 4 banks x 8192 rows x 512 columns x 16 bits, and a judge of who
// drives it. It obeys what an AS4C16M16SA-7 obeys (Alliance Memory's data sheet: truth table of
// commands, electrical characteristics), with latency 2 and bursts of one. CLOCK_HZ is the
// frequency that its clock stands for.
//
// A command that comes too early, too late or in a wrong state stops the simulation with a message:
// tRCD, tRP, tRAS and its longest, tRC, tRFC, tRRD, tWR, tMRD, POWER_UP nanoseconds and eight
// refreshes before use, and then a refresh every 7.8125 us (64 ms / 8192). One that comes later, as
// after a reset of who drives it, loses all that was written, and the chip starts again.
//
// The first SIZE bytes can be used. Nothing is known of what was never written, unless CONTENTS
// names a file of bytes in hexadecimal, one on a line, that lie there from the start, as in no real
// chip.
module sdram #(
    parameter CONTENTS = "",
    parameter SIZE = 2,
    parameter CLOCK_HZ = 50_000_000,
    parameter POWER_UP = 200_000
) (
    input clk,
    input ras,      // high while they are given, unlike the pins
    input cas,
    input we,
    input [1:0] bank,
    input [12:0] address,
    input [1:0] mask,
    input [15:0] d,
    input driven,
    output reg [15:0] q,
    output reg drives
);
    // The first half-words, in the order of their addresses: row, bank, column.
    localparam HALVES = (SIZE + 1) / 2;
    localparam [63:0] LONG = 1_000_000;
    reg [15:0] cells [0:HALVES - 1];
    reg [7:0] bytes [0:SIZE];
    integer n;
    initial if (CONTENTS != "") begin
        $readmemh(CONTENTS, bytes, 0, SIZE - 1);
        for (n = 0; n < HALVES; n = n + 1)
            cells[n] = {bytes[2 * n + 1], bytes[2 * n]};
    end

    reg [63:0] now = LONG;              // clocks; before that, all things may have happened
    reg [63:0] opened [0:3];
    reg [63:0] closed [0:3];
    reg [63:0] written [0:3];
    reg [63:0] refreshed = 0, set = 0, any_opened = 0;
    reg [3:0] active = 0;
    reg [12:0] row [0:3];
    reg [3:0] refreshes = 0;
    reg precharged = 0, ready = 0, late = 0;
    reg [15:0] lost = 0;                // bits that are no longer what was written
    initial for (n = 0; n < 4; n = n + 1) begin
        opened[n] = 0;
        closed[n] = 0;
        written[n] = 0;
    end

    task broken(input [8 * 48 - 1:0] rule);
        begin
            $fdisplay(32'h8000_0002, "SDRAM: %0s, at clock %0d.", rule, now - LONG);
`ifdef VERILATOR
            $stop;
`else
            $finish;
`endif
        end
    endtask

    // Clocks since then, and a time in picoseconds, in units of a picosecond and a kilohertz.
    function [63:0] passed(input [63:0] since);
        passed = (now - since) * 64'd1_000_000_000;
    endfunction

    function [63:0] units(input [63:0] picoseconds);
        units = picoseconds * (CLOCK_HZ / 1000);
    endfunction

    task least(input [63:0] since, input [63:0] picoseconds, input [8 * 48 - 1:0] rule);
        if (passed(since) < units(picoseconds)) broken(rule);
    endtask

    task most(input [63:0] since, input [63:0] picoseconds, input [8 * 48 - 1:0] rule);
        if (passed(since) > units(picoseconds)) broken(rule);
    endtask

    task close(input [1:0] which);
        if (active[which]) begin
            least(opened[which], 42_000, "closed before tRAS");
            least(written[which], 14_000, "closed before tWR");
            if (ready) most(opened[which], 100_000_000, "open beyond the longest tRAS");
            active[which] <= 0;
            closed[which] <= now;
        end
    endtask

    task needs_closed(input [1:0] which);
        begin
            if (active[which]) broken("a row is open");
            least(closed[which], 21_000, "command before tRP");
        end
    endtask

    task needs_ready;
        if (!ready) begin
            if (late) broken("refresh later than 7.8125 us");
            else broken("used before the mode is set");
        end
    endtask

    wire [24:0] place = {row[bank], bank, address[8:0]};
    reg [1:0] pipe = 0;
    reg [15:0] first = 0;
    always @(posedge clk) begin
        now <= now + 1;
        pipe <= {pipe[0], 1'b0};
        // Data of a read come out after the next edge and stay until the one after that.
        drives <= pipe[0];
        q <= first;
        if (driven && drives) broken("both ends drive the data");
        if (ready && passed(refreshed) > units(7_812_500)) begin
            ready <= 0;
            late <= 1;
            precharged <= 0;
            refreshes <= 0;
            lost <= lost + 16'h9d37;
        end
        if (ras || cas || we) begin
            least(LONG, 64'd1000 * POWER_UP, "command too early after power-up");
            least(refreshed, 63_000, "command before tRFC");
            if (now < set + 2) broken("command before tMRD");
        end
        case ({ras, cas, we})
            3'b101: begin                               // close a row, or all of them
                if (address[10]) begin
                    close(0);
                    close(1);
                    close(2);
                    close(3);
                    precharged <= 1;
                end else
                    close(bank);
            end
            3'b110: begin                               // refresh
                needs_closed(0);
                needs_closed(1);
                needs_closed(2);
                needs_closed(3);
                if (!precharged) broken("refresh before rows are closed");
                refreshed <= now;
                if (refreshes != 8) refreshes <= refreshes + 1;
            end
            3'b111: begin                               // set the mode
                needs_closed(0);
                needs_closed(1);
                needs_closed(2);
                needs_closed(3);
                if (refreshes != 8) broken("mode before eight refreshes");
                if (address[12:10] != 0 || address[8:7] != 0 || address[6:4] != 2
                        || address[2:0] != 0 || bank != 0)
                    broken("mode that this model has not");
                set <= now;
                ready <= 1;
            end
            3'b100: begin                               // open a row
                needs_ready;
                needs_closed(bank);
                least(opened[bank], 63_000, "opened before tRC");
                least(any_opened, 14_000, "opened before tRRD");
                active[bank] <= 1;
                row[bank] <= address;
                opened[bank] <= now;
                any_opened <= now;
            end
            3'b010: begin                               // read
                needs_ready;
                if (!active[bank]) broken("read of a closed row");
                least(opened[bank], 21_000, "read before tRCD");
                if (address[12:9] != 0) broken("column beyond a row, or closing");
                if (driven) broken("read while its data pins are driven");
                if (mask != 0) broken("read with masked data");
                if (place >= HALVES) broken("read beyond SIZE");
                pipe[0] <= 1;
                first <= cells[place] ^ lost;
            end
            3'b011: begin                               // write
                needs_ready;
                if (!active[bank]) broken("write to a closed row");
                least(opened[bank], 21_000, "write before tRCD");
                if (address[12:9] != 0) broken("column beyond a row, or closing");
                if (!driven) broken("write while its data pins are not driven");
                if (drives || pipe != 0) broken("write into a read");
                if (place >= HALVES) broken("write beyond SIZE");
                if (!mask[0]) cells[place][7:0] <= d[7:0] ^ lost[7:0];
                if (!mask[1]) cells[place][15:8] <= d[15:8] ^ lost[15:8];
                written[bank] <= now;
            end
            3'b001: broken("burst stop");
            default: ;
        endcase
    end
endmodule
