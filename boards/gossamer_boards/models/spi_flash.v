// A serial flash chip of the 25 series, asleep until it is woken, as an iCE40 leaves it.
//
// CONTENTS is a file of bytes in hexadecimal, one on a line, that lie from ADDRESS on.
module spi_flash #(
    parameter CONTENTS = "",
    parameter SIZE = 1,
    parameter [23:0] ADDRESS = 0
) (
    input cs,
    input clk,
    input copi,
    output reg cipo
);
    reg [7:0] contents [0:SIZE - 1];
    initial $readmemh(CONTENTS, contents);

    reg awake = 0, reading = 0;
    reg [5:0] count = 0;
    reg [31:0] command = 0;
    reg [23:0] address = 0;
    reg [7:0] shift = 0;

    wire [31:0] received = {command[30:0], copi};

    always @(posedge clk or negedge cs) begin
        if (!cs) begin
            count <= 0;
            reading <= 0;
        end else begin
            command <= received;
            if (count != 32)
                count <= count + 1;
            if (count == 7 && received[7:0] == 8'hAB)
                awake <= 1;
            if (count == 31 && received[31:24] == 8'h03 && awake)
                reading <= 1;
        end
    end

    // The first bit leaves when the clock falls after the address; "fresh" until then.
    reg fresh = 1;
    reg [2:0] number = 0;
    wire [23:0] next = fresh ? command[23:0] - ADDRESS : address + 1;
    always @(negedge clk or negedge cs) begin
        if (!cs) begin
            fresh <= 1;
            number <= 0;
            cipo <= 1;
        end else if (reading) begin
            fresh <= 0;
            number <= number + 1;
            if (number == 0) begin
                {cipo, shift} <= {byte_at(next), 1'b1};
                address <= next;
            end else
                {cipo, shift} <= {shift, 1'b1};
        end
    end

    function [7:0] byte_at(input [23:0] at);
        byte_at = at < SIZE ? contents[at] : 8'hFF;
    endfunction
endmodule
