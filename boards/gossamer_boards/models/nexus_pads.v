// Pins of Nexus, as far as a device with a UART or SPI uses them.

module IB (input I, output O);
    assign O = I;
endmodule

module OBZ (input I, T, output O);
    assign O = T ? 1'bz : I;
endmodule
