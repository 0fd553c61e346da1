// The host's end of a device's UART, around the model that Verilator makes of the module `device`.
//
// Commands come on standard input, one a line: "s HEX" sends bytes, "w N" waits until a byte has
// come or N cycles have passed. The answer to each is a line with the bytes that came, in hex.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "Vdevice.h"

namespace {

class Line {
public:
    Line(VerilatedContext& context, unsigned divisor) : device{&context}, divisor{divisor} {
        device.rx = 1;
        device.clk = 0;
        device.rst = 1;
        run(4);
        device.rst = 0;
    }

    void send(uint8_t byte) {
        const unsigned bits = byte << 1 | 1 << 9;
        for (unsigned place = 0; place < 10; ++place) {
            device.rx = bits >> place & 1;
            run(divisor);
        }
    }

    void wait(uint64_t cycles) {
        while (cycles-- != 0 && received.empty()) run(1);
    }

    std::string take() {
        std::string text;
        text.swap(received);
        return text;
    }

private:
    void run(unsigned cycles) {
        while (cycles-- != 0) {
            device.clk = 1;
            device.eval();
            device.clk = 0;
            device.eval();
            listen();
        }
    }

    void listen() {
        if (timer != 0) {
            --timer;
        } else if (position < 8) {
            byte |= device.tx << position++;
            timer = divisor - 1;
        } else if (position == 8) {
            static const char digits[] = "0123456789abcdef";
            received += device.tx ? digits[byte >> 4] : '!';  // No stop bit.
            received += digits[byte & 15];
            position = 9;
        } else if (!device.tx) {
            position = 0;
            byte = 0;
            timer = divisor + divisor / 2 - 1;
        }
    }

    Vdevice device;
    const unsigned divisor;
    unsigned timer = 0, position = 9, byte = 0;
    std::string received;
};

int digit(char character) { return character <= '9' ? character - '0' : character - 'a' + 10; }

}  // namespace

int main(int argc, char** argv) {
    VerilatedContext context;
    context.commandArgs(argc, argv);
    Line line{context, static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10))};
    std::string command, argument;
    while (std::cin >> command >> argument) {
        if (command == "s") {
            for (size_t place = 0; place + 1 < argument.size(); place += 2)
                line.send(digit(argument[place]) << 4 | digit(argument[place + 1]));
        } else {
            line.wait(std::strtoull(argument.c_str(), nullptr, 10));
        }
        std::cout << line.take() << std::endl;
    }
}
