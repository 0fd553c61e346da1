// A serial flash chip of the 25 series with four data pins, asleep until it is woken, as an iCE40
// leaves it. It obeys what a W25Q128JV obeys (data sheet, revision F), in mode 0:
//
//   ABh  8 clocks                         release from power-down
//   50h  8 clocks                         the next command may write volatile status
//   31h  16 clocks, right after 50h       status register 2; bit 1 frees IO2 and IO3 for data
//   6Bh  8 + 24 + 8 clocks, then data     four bits with each falling edge, if IO2 and IO3 are free
//
// While they are not free, a low IO2 protects it and a low IO3 holds it: it takes no command then.
// Data that meet a driven bus are wrong. CONTENTS is a file of bytes in hexadecimal, one on a line,
// that lie from ADDRESS on.
module quad_flash #(
    parameter CONTENTS = "",
    parameter SIZE = 1,
    parameter [23:0] ADDRESS = 0
) (
    input cs,
    input clk,
    input [3:0] d,
    input driven,
    output [3:0] q,
    output reg drives
);
    reg [7:0] contents [0:SIZE - 1];
    initial $readmemh(CONTENTS, contents);

    reg awake = 0, free = 0, writable = 0, ignore = 0;
    reg [5:0] count = 0;
    reg [31:0] command = 0;
    reg [7:0] kind = 0;
    wire [31:0] received = {command[30:0], d[0]};

    // A command counts when the chip is no longer selected after exactly its clocks.
    always @(posedge clk or negedge cs) begin
        if (!cs) begin
            if (!ignore) begin
                if (count == 8 && command[7:0] == 8'hAB)
                    awake <= 1;
                if (count == 16 && command[15:8] == 8'h31 && awake && writable)
                    free <= command[1];
            end
            writable <= !ignore && awake && count == 8 && command[7:0] == 8'h50;
            count <= 0;
            ignore <= 0;
        end else begin
            command <= received;
            if (count != 40)
                count <= count + 1;
            if (count == 7)
                kind <= received[7:0];
            if (count < 32 && (!driven || !free && d[3:2] != 2'b11))
                ignore <= 1;
        end
    end

    reg [23:0] start = 0, address = 0;
    reg high = 0;
    reg [3:0] nibble = 0;
    always @(posedge clk)
        if (count == 31)
            start <= received[23:0] - ADDRESS;
    always @(negedge clk or negedge cs) begin
        if (!cs) begin
            drives <= 0;
            high <= 1;
        end else if (count == 40 && kind == 8'h6B && awake && free && !ignore) begin
            drives <= 1;
            high <= !high;
            if (high) begin
                nibble <= byte_at(drives ? address : start) >> 4;
                address <= drives ? address : start;
            end else begin
                nibble <= byte_at(address);
                address <= address + 1;
            end
        end
    end
    assign q = nibble ^ {4{driven}};

    function [7:0] byte_at(input [23:0] at);
        byte_at = at < SIZE ? contents[at] : 8'hFF;
    endfunction
endmodule
