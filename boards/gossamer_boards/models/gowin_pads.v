// Pins and PLLs of Gowin, as far as a device with a UART uses them.
//
// A PLL hands on what it gets: the simulated oscillator runs at the frequency that it would make.

module IBUF (input I, output O);
    assign O = I;
endmodule

module TBUF (input I, OEN, output O);
    assign O = OEN ? 1'bz : I;
endmodule

module rPLL (
    input CLKIN, CLKFB, RESET, RESET_P,
    input [5:0] FBDSEL, IDSEL, ODSEL,
    input [3:0] PSDA, DUTYDA, FDLY,
    output CLKOUT, LOCK
);
    parameter DEVICE = "", FCLKIN = "", DYN_IDIV_SEL = "", DYN_FBDIV_SEL = "", DYN_ODIV_SEL = "";
    parameter IDIV_SEL = 0, FBDIV_SEL = 0, ODIV_SEL = 8, CLKFB_SEL = "";

    assign CLKOUT = CLKIN;
    assign LOCK = 1'b1;
endmodule
