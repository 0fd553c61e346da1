// A block RAM with two ports: 2,048 bytes of nine bits, for ports of 1, 2, 4, 9, 18 and 36 bits.
//
// An address counts bits of a byte in its lowest three, whatever the width; ports of up to four
// bits see eight of a byte's nine bits. Ports of several bytes write those that their mask names.
// While a port writes, its output stays (mode 0), shows what is written (1), or what was there (2).
// What one port writes in the cycle in which the other one reads it, data sheets leave open: here
// every such bit is read wrong. Both ports have one clock, or one of them has none.

module block_ram (
    input clk_a, en_a, we_a, input [3:0] mask_a, input [13:0] addr_a, input [35:0] d_a,
    output reg [35:0] q_a,
    input clk_b, en_b, we_b, input [3:0] mask_b, input [13:0] addr_b, input [35:0] d_b,
    output reg [35:0] q_b
);
    parameter WIDTH_A = 9, WIDTH_B = 9, MODE_A = 0, MODE_B = 0;
    parameter [18431:0] INIT = 18432'd0;

    reg [8:0] memory [0:2047];
    integer number;
    initial begin
        for (number = 0; number < 2048; number = number + 1)
            memory[number] = INIT[9 * number +: 9];
        q_a = 36'd0;
        q_b = 36'd0;
    end

    // Port A.
    localparam BYTES_A = WIDTH_A < 9 ? 1 : WIDTH_A / 9;
    wire [10:0] first_a = WIDTH_A == 36 ? {addr_a[13:5], 2'd0}
        : WIDTH_A == 18 ? {addr_a[13:4], 1'd0} : addr_a[13:3];
    wire [2:0] offset_a = WIDTH_A == 1 ? addr_a[2:0] : WIDTH_A == 2 ? {addr_a[2:1], 1'd0}
        : WIDTH_A == 4 ? {addr_a[2], 2'd0} : 3'd0;
    wire [8:0] part_a = WIDTH_A < 9 ? ((9'd1 << WIDTH_A) - 9'd1) << offset_a : 9'h1ff;

    // Bits of a byte that this port is writing.
    function [8:0] written_a (input [10:0] place);
        integer index;
        begin
            written_a = 9'd0;
            for (index = 0; index < BYTES_A; index = index + 1)
                if (en_a && we_a && mask_a[index] && first_a + index == place)
                    written_a = part_a;
        end
    endfunction

    integer index_a;
    reg [10:0] place_a;
    reg [8:0] old_a, new_a;
    always @(posedge clk_a)
        if (en_a)
            for (index_a = 0; index_a < BYTES_A; index_a = index_a + 1) begin
                place_a = first_a + index_a;
                old_a = memory[place_a];
                new_a = old_a & ~part_a | (d_a[9 * index_a +: 9] << offset_a) & part_a;
                if (we_a && mask_a[index_a])
                    memory[place_a] <= new_a;
                if (MODE_A == 1 && we_a && mask_a[index_a])
                    old_a = new_a;
                if (MODE_A != 0 || !we_a)
                    q_a[9 * index_a +: 9] <= ((old_a ^ written_b(place_a)) & part_a) >> offset_a;
            end

    // Port B.
    localparam BYTES_B = WIDTH_B < 9 ? 1 : WIDTH_B / 9;
    wire [10:0] first_b = WIDTH_B == 36 ? {addr_b[13:5], 2'd0}
        : WIDTH_B == 18 ? {addr_b[13:4], 1'd0} : addr_b[13:3];
    wire [2:0] offset_b = WIDTH_B == 1 ? addr_b[2:0] : WIDTH_B == 2 ? {addr_b[2:1], 1'd0}
        : WIDTH_B == 4 ? {addr_b[2], 2'd0} : 3'd0;
    wire [8:0] part_b = WIDTH_B < 9 ? ((9'd1 << WIDTH_B) - 9'd1) << offset_b : 9'h1ff;

    // Bits of a byte that this port is writing.
    function [8:0] written_b (input [10:0] place);
        integer index;
        begin
            written_b = 9'd0;
            for (index = 0; index < BYTES_B; index = index + 1)
                if (en_b && we_b && mask_b[index] && first_b + index == place)
                    written_b = part_b;
        end
    endfunction

    integer index_b;
    reg [10:0] place_b;
    reg [8:0] old_b, new_b;
    always @(posedge clk_b)
        if (en_b)
            for (index_b = 0; index_b < BYTES_B; index_b = index_b + 1) begin
                place_b = first_b + index_b;
                old_b = memory[place_b];
                new_b = old_b & ~part_b | (d_b[9 * index_b +: 9] << offset_b) & part_b;
                if (we_b && mask_b[index_b])
                    memory[place_b] <= new_b;
                if (MODE_B == 1 && we_b && mask_b[index_b])
                    old_b = new_b;
                if (MODE_B != 0 || !we_b)
                    q_b[9 * index_b +: 9] <= ((old_b ^ written_a(place_b)) & part_b) >> offset_b;
            end
endmodule
