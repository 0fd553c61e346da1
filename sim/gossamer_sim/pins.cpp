// The host's end of a device's line, around the model that Verilator makes of the module `device`.
//
// Commands come on standard input, one a line: "s HEX" sends bytes, "w N" waits until a byte has
// come or N cycles have passed. The answer to each is a line with the cycles so far and the bytes
// that came, in hex.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "line.h"
#include "verilated.h"

namespace {

class Pins {
public:
    Pins(VerilatedContext &context, unsigned divisor) : device{&context}, line{divisor} {
        Line::rest(device);
        device.clk = 0;
        device.rst = 1;
        run(4);
        device.rst = 0;
    }

    void send(const std::vector<uint8_t> &bytes) {
        line.send(bytes.data(), bytes.size());
        while (!line.idle()) run(1);
    }

    void wait(uint64_t count) {
        while (count-- != 0 && line.received.empty()) run(1);
    }

    uint64_t cycles() const { return passed; }

    std::string take() {
        static const char digits[] = "0123456789abcdef";
        // A byte without a stop bit.
        std::string text(line.broken, '!');
        for (const uint8_t byte : line.received) {
            text += digits[byte >> 4];
            text += digits[byte & 15];
        }
        line.received.clear();
        return text;
    }

private:
    void run(unsigned count) {
        while (count-- != 0) {
            line.drive(device);
            device.clk = 1;
            device.eval();
            device.clk = 0;
            device.eval();
            line.listen(device);
            ++passed;
        }
    }

    Vdevice device;
    Line line;
    uint64_t passed = 0;
};

int digit(char character) { return character <= '9' ? character - '0' : character - 'a' + 10; }

}  // namespace

int main(int argc, char** argv) {
    VerilatedContext context;
    context.commandArgs(argc, argv);
    Pins pins{context, static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10))};
    std::string command, argument;
    while (std::cin >> command >> argument) {
        if (command == "s") {
            std::vector<uint8_t> bytes;
            for (size_t place = 0; place + 1 < argument.size(); place += 2)
                bytes.push_back(uint8_t(digit(argument[place]) << 4 | digit(argument[place + 1])));
            pins.send(bytes);
        } else {
            pins.wait(std::strtoull(argument.c_str(), nullptr, 10));
        }
        std::cout << pins.cycles() << ' ' << pins.take() << std::endl;
    }
}
