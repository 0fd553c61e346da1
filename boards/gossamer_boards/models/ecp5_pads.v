// Pins, PLLs and multipliers of ECP5, as far as a device uses them.
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

// A multiplier with its registers off, which Yosys only declares; zero for unsigned or cascaded
// operands, which no engine has.
module MULT18X18D (
    input
        A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17, B0, B1, B2,
        B3, B4, B5, B6, B7, B8, B9, B10, B11, B12, B13, B14, B15, B16, B17, C0, C1, C2, C3, C4, C5,
        C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16, C17, SIGNEDA, SIGNEDB, SOURCEA, SOURCEB,
    output
        P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15, P16, P17, P18, P19,
        P20, P21, P22, P23, P24, P25, P26, P27, P28, P29, P30, P31, P32, P33, P34, P35
);
    wire signed [17:0] a = {
        A17, A16, A15, A14, A13, A12, A11, A10, A9, A8, A7, A6, A5, A4, A3, A2, A1, A0};
    wire signed [17:0] b = {
        B17, B16, B15, B14, B13, B12, B11, B10, B9, B8, B7, B6, B5, B4, B3, B2, B1, B0};
    wire signed [35:0] product = a * b;
    assign {
        P35, P34, P33, P32, P31, P30, P29, P28, P27, P26, P25, P24, P23, P22, P21, P20, P19, P18,
        P17, P16, P15, P14, P13, P12, P11, P10, P9, P8, P7, P6, P5, P4, P3, P2, P1, P0} =
        SIGNEDA & SIGNEDB & ~SOURCEA & ~SOURCEB ? product : 36'b0;
endmodule
