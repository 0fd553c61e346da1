// The virtual board: a device in Verilator whose line leads to a pseudo-terminal or a pipe.
//
//     virtual pty  DIVISOR QUIET     prints the terminal's name; commands on standard input
//     virtual pipe DIVISOR           bytes and cycles on standard input and output
//
// gossamer_sim/virtual.py starts it and says what the commands are.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "line.h"
#include "verilated.h"

namespace {

constexpr unsigned RESET_CYCLES = 16;
// Cycles between two looks at the terminal: less than a byte takes at the fastest rate.
constexpr unsigned SLICE = 32;
// So many bytes are handed over at once while the device does not stop sending.
constexpr size_t BURST = 64;

class Board {
public:
    explicit Board(unsigned divisor) : line_(divisor) {
        // What would be X is a random number, the same in every run.
        context_->randReset(2);
        context_->randSeed(1);
        device_ = std::make_unique<Vdevice>(context_.get());
        device_->clk = 0;
        Line::rest(*device_);
        reset(RESET_CYCLES);
    }

    ~Board() { device_->final(); }

    void send(const uint8_t *bytes, size_t count) { line_.send(bytes, count); }

    // Whether all has been sent.
    bool idle() const { return line_.idle(); }

    // What the device has sent.
    std::vector<uint8_t> &received() { return line_.received; }

    uint64_t cycles() const { return cycles_; }

    // Cycles since the last bit on any wire.
    uint64_t quiet() const { return cycles_ - active_; }

    // Hold the reset button. The line is that of another chip and goes on.
    void reset(unsigned cycles) {
        device_->rst = 1;
        for (unsigned n = 0; n < cycles; ++n) tick();
        device_->rst = 0;
    }

    void tick() {
        if (line_.drive(*device_)) active_ = cycles_;
        device_->clk = 1;
        device_->eval();
        device_->clk = 0;
        device_->eval();
        if (line_.listen(*device_)) active_ = cycles_;
        ++cycles_;
    }

private:
    Line line_;
    std::unique_ptr<VerilatedContext> context_ = std::make_unique<VerilatedContext>();
    std::unique_ptr<Vdevice> device_;
    uint64_t cycles_ = 0, active_ = 0;
};

int fail(const char *what) {
    std::perror(what);
    return 1;
}

// ---------------------------------------------------------------- pseudo-terminal

// Time passes as fast as it can be simulated, and stands still when both wires have been quiet for
// so long that nothing can happen before the host sends.
int serve_terminal(Board &board, uint64_t quiet) {
    const int line = posix_openpt(O_RDWR | O_NOCTTY);
    if (line < 0 || grantpt(line) || unlockpt(line)) return fail("pseudo-terminal");
    const std::string name = ptsname(line);
    // Held open here too, so that the board stays when the host is unplugged.
    const int other = open(name.c_str(), O_RDWR | O_NOCTTY);
    termios settings;
    if (other < 0 || tcgetattr(other, &settings)) return fail(name.c_str());
    cfmakeraw(&settings);
    if (tcsetattr(other, TCSANOW, &settings)) return fail(name.c_str());
    fcntl(line, F_SETFL, O_NONBLOCK);
    std::printf("%s\n", name.c_str());
    std::fflush(stdout);

    std::string command;
    while (true) {
        pollfd ends[] = {{STDIN_FILENO, POLLIN, 0}, {line, POLLIN, 0}};
        const bool asleep = board.quiet() > quiet;
        if (poll(ends, 2, asleep ? -1 : 0) < 0) return fail("poll");
        if (ends[1].revents & POLLIN) {
            uint8_t bytes[4096];
            const ssize_t count = read(line, bytes, sizeof bytes);
            if (count > 0) board.send(bytes, size_t(count));
        }
        if (ends[0].revents) {
            char letter;
            if (read(STDIN_FILENO, &letter, 1) != 1) return 0;
            if (letter == 'x') board.reset(RESET_CYCLES);
            std::printf("%llu\n", static_cast<unsigned long long>(board.cycles()));
            std::fflush(stdout);
        }
        for (unsigned n = 0; n < SLICE; ++n) board.tick();
        auto &received = board.received();
        if (!received.empty()) {
            // What does not fit is lost, as in a serial driver that nobody reads.
            if (write(line, received.data(), received.size()) < 0) errno = 0;
            received.clear();
        }
    }
}

// ---------------------------------------------------------------- pipe

bool take(void *data, size_t size) {
    auto *bytes = static_cast<uint8_t *>(data);
    while (size) {
        const ssize_t count = read(STDIN_FILENO, bytes, size);
        if (count <= 0) return false;
        bytes += count;
        size -= size_t(count);
    }
    return true;
}

// Time passes only as far as the host allows: the same bytes at the same cycles in every run.
int serve_pipe(Board &board, unsigned divisor) {
    struct __attribute__((packed)) {
        uint8_t letter;
        uint32_t cycles, length;
    } command;
    while (take(&command, sizeof command)) {
        std::vector<uint8_t> bytes(command.length);
        if (!take(bytes.data(), bytes.size())) return 1;
        board.send(bytes.data(), bytes.size());
        auto &received = board.received();
        if (command.letter == 'x') {
            board.reset(command.cycles);
        } else if (command.letter == 'e') {
            // As long as sending takes.
            while (!board.idle()) board.tick();
        } else {
            const uint64_t end = board.cycles() + command.cycles;
            // Until something has come and the device has stopped sending.
            while (board.cycles() < end && received.size() < BURST) {
                board.tick();
                if (!received.empty() && board.quiet() > 2 * divisor) break;
            }
        }
        const uint64_t cycles = board.cycles();
        const uint32_t length = uint32_t(received.size());
        std::fwrite(&cycles, sizeof cycles, 1, stdout);
        std::fwrite(&length, sizeof length, 1, stdout);
        std::fwrite(received.data(), 1, length, stdout);
        std::fflush(stdout);
        received.clear();
    }
    return 0;
}

}  // namespace

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    const unsigned divisor = unsigned(std::atoi(argv[2]));
    Board board(divisor);
    if (std::string(argv[1]) == "pipe") return serve_pipe(board, divisor);
    return argc > 3 ? serve_terminal(board, std::strtoull(argv[3], nullptr, 10)) : 2;
}
