// Pins and PLLs of ECP5, as far as a device with a UART uses them.
//
// A PLL hands on what it gets: the simulated oscillator runs at the frequency that it would make.

module IB (input I, output O);
    assign O = I;
endmodule

module OBZ (input I, T, output O);
    assign O = T ? 1'bz : I;
endmodule

module EHXPLLL (input CLKI, CLKFB, RST, STDBY, ENCLKOP, output CLKOP, LOCK);
    parameter FEEDBK_PATH = "", CLKOP_ENABLE = "", OUTDIVIDER_MUXA = "";
    parameter CLKI_DIV = 1, CLKFB_DIV = 1, CLKOP_DIV = 1, CLKOP_CPHASE = 0, CLKOP_FPHASE = 0;

    assign CLKOP = CLKI;
    assign LOCK = 1'b1;
endmodule
