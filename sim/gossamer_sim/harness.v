// Around an engine: feeds inferences from a file, writes every output to a file, counts cycles.
//
// All per-cycle work is done here, so that the bench in Python wakes once per inference.
// The macro ENGINE names the engine's module; the file is plain Verilog-2005.
//
// With the macro BEAT, the engine takes so many elements together; `size` counts these.
// With the macro LOADED, the engine's weight memory is filled before the first inference.
//
// Arguments: +size +outputs +count +stall (of 65,536) +seed +timeout.
// Reads  inputs.bin   one byte per element, `size` per inference.
//        weights.bin  with LOADED: the bytes of the weight memory.
// Writes transfers.txt "i CYCLE" when the first element of an inference is accepted,
//                      "o CYCLE HEX" for each output element, framing bit included.
`ifndef BEAT
`define BEAT 1
`endif
module harness (
    input  wire        clk      /*verilator public_flat_rw*/,
    output reg         wake     /*verilator public_flat_rd*/,
    output reg  [31:0] finished /*verilator public_flat_rd*/,
    output reg  [2:0]  fault    /*verilator public_flat_rd*/
);
    localparam HANG = 1, UNKNOWN = 2, FRAMING = 3, UNASKED = 4;

    reg [31:0] size, outputs, count, stall, seed, timeout;
    integer inputs, transfers, character, place;

    reg        rst = 1;
    reg [31:0] cycle = 0;
    reg [31:0] idle = 0;            // cycles since the last transfer
    reg [31:0] offered = 0;         // inferences whose elements have all been offered
    reg [31:0] started = 0;         // inferences whose first element has been accepted
    reg [31:0] element = 0;         // next element to offer
    reg [31:0] position = 0;        // next output element to come
    reg [31:0] source_state, sink_state;

    reg        i_valid = 0, i_first = 0, o_ready = 0;
    reg  [8*`BEAT:0] i_payload = 0;
    wire       i_ready, o_valid;
    wire [16:0] o_payload;

`ifdef LOADED
    integer weights;
    reg  [31:0] load_address = 0;
    reg   [7:0] load_data = 0;
    reg         load_write = 0, loaded = 0;
`else
    wire        loaded = 1;
`endif

    `ENGINE engine (
        .clk(clk), .rst(rst),
`ifdef LOADED
        .load__write(load_write), .load__address(load_address), .load__data(load_data),
        .load__done(loaded),
`endif
        .i__payload(i_payload), .i__valid(i_valid), .i__ready(i_ready),
        .o__payload(o_payload), .o__valid(o_valid), .o__ready(o_ready)
    );

    // The same numbers in every simulator, which $random with a seed does not promise.
    function [31:0] xorshift(input [31:0] state);
        reg [31:0] x;
        begin
            x = state ^ (state << 13);
            x = x ^ (x >> 17);
            xorshift = x ^ (x << 5);
        end
    endfunction

    initial begin
        wake = 0;
        finished = 0;
        fault = 0;
        if (!$value$plusargs("size=%d", size)) $finish;
        if (!$value$plusargs("outputs=%d", outputs)) $finish;
        if (!$value$plusargs("count=%d", count)) $finish;
        if (!$value$plusargs("stall=%d", stall)) $finish;
        if (!$value$plusargs("seed=%d", seed)) $finish;
        if (!$value$plusargs("timeout=%d", timeout)) $finish;
        source_state = xorshift(seed ^ 32'h9e3779b9) | 1;
        sink_state = xorshift(seed ^ 32'h7f4a7c15) | 1;
        inputs = $fopen("inputs.bin", "rb");
        transfers = $fopen("transfers.txt", "w");
`ifdef LOADED
        weights = $fopen("weights.bin", "rb");
`endif
    end

    // Without stalls an inference runs alone; with them the next one presses in behind it.
    wire offer = element != 0 ? 1'b1
               : offered != count && (stall != 0 || offered == finished);
    wire unknown = (^{i_ready, o_valid}) === 1'bx || (o_valid && (^o_payload) === 1'bx);

    always @(posedge clk) begin
        cycle <= cycle + 1;
        rst <= cycle < 4;
        source_state <= xorshift(source_state);
        sink_state <= xorshift(sink_state);

`ifdef LOADED
        if (!rst && !loaded) begin
            character = $fgetc(weights);
            load_write <= character >= 0;
            load_data <= character[7:0];
            if (load_write) load_address <= load_address + 1;
            loaded <= character < 0;
        end
`endif

        if (!rst && loaded && fault == 0 && finished != count) begin
            idle <= idle + 1;

            if (i_valid && i_ready) begin
                idle <= 0;
                if (i_first) begin
                    $fwrite(transfers, "i %0d\n", cycle);
                    started <= started + 1;
                end
            end
            if (!i_valid || i_ready) begin
                i_valid <= 0;
                if (offer && source_state[15:0] >= stall) begin
                    for (place = 0; place < `BEAT; place = place + 1) begin
                        character = $fgetc(inputs);
                        i_payload[8 * place +: 8] <= character[7:0];
                    end
                    i_valid <= 1;
                    i_first <= element == 0;
                    i_payload[8 * `BEAT] <= element == size - 1;
                    element <= element == size - 1 ? 0 : element + 1;
                    if (element == size - 1) offered <= offered + 1;
                end
            end

            o_ready <= sink_state[15:0] >= stall;
            if (o_valid && o_ready) begin
                idle <= 0;
                $fwrite(transfers, "o %0d %h\n", cycle, o_payload);
                position <= position + 1;
                if (started == finished)
                    fail(UNASKED);
                else if (o_payload[16] != (position == outputs - 1))
                    fail(FRAMING);
                else if (position == outputs - 1) begin
                    position <= 0;
                    finished <= finished + 1;
                    if (finished == count - 1) $fflush(transfers);
                    wake <= !wake;
                end
            end

            if (unknown) fail(UNKNOWN);
            if (idle == timeout) fail(HANG);
        end
    end

    task fail(input [2:0] reason);
        begin
            fault <= reason;
            wake <= !wake;
            $fflush(transfers);
        end
    endtask
endmodule
