// Pins, global buffers and PLLs of iCE40, as far as a device with a UART uses them.
//
// Yosys' models of pins are for simulators with four values, and those of PLLs are empty. A PLL here
// hands on what it gets: the simulated oscillator runs at the frequency that the PLL would make.

module SB_IO (
    inout PACKAGE_PIN,
    input LATCH_INPUT_VALUE, CLOCK_ENABLE, INPUT_CLK, OUTPUT_CLK, OUTPUT_ENABLE, D_OUT_0, D_OUT_1,
    output D_IN_0, D_IN_1
);
    parameter [5:0] PIN_TYPE = 0;
    parameter PULLUP = 0;
    parameter NEG_TRIGGER = 0;
    parameter IO_STANDARD = "";

    reg in = 0, out = 0, enable = 0;
    always @(posedge INPUT_CLK)
        in <= PACKAGE_PIN;
    always @(posedge OUTPUT_CLK) begin
        out <= D_OUT_0;
        enable <= OUTPUT_ENABLE;
    end

    assign D_IN_0 = PIN_TYPE[0] ? PACKAGE_PIN : in;
    assign D_IN_1 = 1'b0;

    generate
        // Everything but these is refused by a module that does not exist.
        if (PIN_TYPE[1]) pin_type_without_model unknown ();
        case (PIN_TYPE[5:2])
            4'b0000: ;
            // D_OUT_1 comes from a register of the rising edge, so that it needs none of the other.
            4'b1100: assign PACKAGE_PIN = enable ? (OUTPUT_CLK ? out : D_OUT_1) : 1'bz;
            4'b1101: assign PACKAGE_PIN = enable ? out : 1'bz;
            4'b0110: assign PACKAGE_PIN = D_OUT_0;
            4'b1010: assign PACKAGE_PIN = OUTPUT_ENABLE ? D_OUT_0 : 1'bz;
            default: pin_type_without_model unknown ();
        endcase
    endgenerate
endmodule

module SB_GB_IO (
    inout PACKAGE_PIN,
    input LATCH_INPUT_VALUE, CLOCK_ENABLE, INPUT_CLK, OUTPUT_CLK, OUTPUT_ENABLE, D_OUT_0, D_OUT_1,
    output D_IN_0, D_IN_1, GLOBAL_BUFFER_OUTPUT
);
    parameter [5:0] PIN_TYPE = 0;
    parameter PULLUP = 0;
    parameter NEG_TRIGGER = 0;
    parameter IO_STANDARD = "";

    assign GLOBAL_BUFFER_OUTPUT = PACKAGE_PIN;
    assign D_IN_0 = PACKAGE_PIN;
    assign D_IN_1 = 1'b0;
endmodule

module SB_GB (input USER_SIGNAL_TO_GLOBAL_BUFFER, output GLOBAL_BUFFER_OUTPUT);
    assign GLOBAL_BUFFER_OUTPUT = USER_SIGNAL_TO_GLOBAL_BUFFER;
endmodule

module SB_PLL40_CORE (
    input REFERENCECLK, EXTFEEDBACK, BYPASS, RESETB, LATCHINPUTVALUE, SDI, SCLK,
    input [7:0] DYNAMICDELAY,
    output PLLOUTCORE, PLLOUTGLOBAL, LOCK, SDO
);
    parameter FEEDBACK_PATH = "", DELAY_ADJUSTMENT_MODE_FEEDBACK = "";
    parameter DELAY_ADJUSTMENT_MODE_RELATIVE = "", PLLOUT_SELECT = "";
    parameter SHIFTREG_DIV_MODE = 0, FDA_FEEDBACK = 0, FDA_RELATIVE = 0;
    parameter DIVR = 0, DIVF = 0, DIVQ = 0, FILTER_RANGE = 0, ENABLE_ICEGATE = 0, TEST_MODE = 0;

    assign PLLOUTCORE = REFERENCECLK;
    assign PLLOUTGLOBAL = REFERENCECLK;
    assign LOCK = 1'b1;
    assign SDO = 1'b0;
endmodule

module SB_PLL40_PAD (
    input PACKAGEPIN, EXTFEEDBACK, BYPASS, RESETB, LATCHINPUTVALUE, SDI, SCLK,
    input [7:0] DYNAMICDELAY,
    output PLLOUTCORE, PLLOUTGLOBAL, LOCK, SDO
);
    parameter FEEDBACK_PATH = "", DELAY_ADJUSTMENT_MODE_FEEDBACK = "";
    parameter DELAY_ADJUSTMENT_MODE_RELATIVE = "", PLLOUT_SELECT = "";
    parameter SHIFTREG_DIV_MODE = 0, FDA_FEEDBACK = 0, FDA_RELATIVE = 0;
    parameter DIVR = 0, DIVF = 0, DIVQ = 0, FILTER_RANGE = 0, ENABLE_ICEGATE = 0, TEST_MODE = 0;

    assign PLLOUTCORE = PACKAGEPIN;
    assign PLLOUTGLOBAL = PACKAGEPIN;
    assign LOCK = 1'b1;
    assign SDO = 1'b0;
endmodule
