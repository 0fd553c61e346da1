// Pins and PLLs of ECP5, as far as a device uses them.
//
// A PLL hands on what it gets: the simulated oscillator runs at the frequency that it would make.

module IB (input I, output O);
    assign O = I;
endmodule

module OBZ (input I, T, output O);
    assign O = T ? 1'bz : I;
endmodule

module BB (inout B, input I, T, output O);
    assign B = T ? 1'bz : I;
    assign O = B;
endmodule

// Registers at pins.
module OFS1P3DX (input D, SP, SCLK, CD, output reg Q);
    initial Q = 0;
    always @(posedge SCLK)
        if (SP) Q <= CD ? 1'b0 : D;
endmodule

module FD1S3AX (input D, CK, output reg Q);
    initial Q = 0;
    always @(posedge CK)
        Q <= D;
endmodule

// D0 while the clock is high, D1 while it is low, two cycles later.
module ODDRX1F (input SCLK, RST, D0, D1, output Q);
    reg [1:0] first = 0, second = 0;
    always @(posedge SCLK) begin
        first <= RST ? 2'b00 : {D1, D0};
        second <= RST ? 2'b00 : first;
    end
    assign Q = SCLK ? second[0] : second[1];
endmodule

// The pin of the configuration's clock, which is none of the module's: a board's wrapper looks at
// MCLK.
module USRMCLK (input USRMCLKI, USRMCLKTS);
    wire MCLK = USRMCLKTS ? 1'b1 : USRMCLKI;
endmodule

module EHXPLLL (input CLKI, CLKFB, RST, STDBY, ENCLKOP, output CLKOP, LOCK);
    parameter FEEDBK_PATH = "", CLKOP_ENABLE = "", OUTDIVIDER_MUXA = "";
    parameter CLKI_DIV = 1, CLKFB_DIV = 1, CLKOP_DIV = 1, CLKOP_CPHASE = 0, CLKOP_FPHASE = 0;

    assign CLKOP = CLKI;
    assign LOCK = 1'b1;
endmodule
