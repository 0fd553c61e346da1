// The host's end of a device's line, around the model that Verilator makes of the module `device`:
// a UART, or with -DSPI the controller of an SPI bus. A bit takes `divisor` cycles of the clock.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "Vdevice.h"

#ifndef SPI

class Line {
public:
    explicit Line(unsigned divisor) : divisor_(divisor) {}

    static void rest(Vdevice &device) { device.rx = 1; }

    void send(const uint8_t *bytes, size_t count) {
        to_device_.insert(to_device_.end(), bytes, bytes + count);
    }

    // Whether all has been sent.
    bool idle() const { return to_device_.empty() && !send_bits_ && !send_timer_; }

    // Before a clock edge; whether a bit was sent.
    bool drive(Vdevice &device) {
        if (send_timer_) {
            --send_timer_;
            return false;
        }
        if (send_bits_ == 0) {
            if (to_device_.empty()) return false;
            send_shift_ = 1u << 9 | unsigned(to_device_.front()) << 1;
            send_bits_ = 10;
            to_device_.pop_front();
        }
        device.rx = send_shift_ & 1;
        send_shift_ >>= 1;
        --send_bits_;
        send_timer_ = divisor_ - 1;
        return true;
    }

    // After a clock edge; whether a bit has come. Each is looked at in its middle.
    bool listen(const Vdevice &device) {
        if (listen_timer_) {
            --listen_timer_;
            return false;
        }
        switch (listen_bits_) {
        case 0:
            if (device.tx) return false;
            listen_bits_ = 9;
            listen_timer_ = divisor_ + divisor_ / 2 - 1;
            return true;
        case 1:
            // A byte without a stop bit is none.
            if (device.tx) received.push_back(uint8_t(listen_shift_));
            else ++broken;
            break;
        default:
            listen_shift_ = (listen_shift_ >> 1 | unsigned(device.tx) << 7) & 255;
            listen_timer_ = divisor_ - 1;
        }
        --listen_bits_;
        return true;
    }

    // What the device has sent, and how many bytes had no stop bit.
    std::vector<uint8_t> received;
    unsigned broken = 0;

private:
    const unsigned divisor_;
    std::deque<uint8_t> to_device_;
    unsigned send_timer_ = 0, send_shift_ = 0, send_bits_ = 0;
    unsigned listen_timer_ = 0, listen_shift_ = 0, listen_bits_ = 0;
};

#else

// Mode 0, the highest bit first. What is sent at once is a transaction; a byte comes for each.
class Line {
public:
    explicit Line(unsigned divisor) : half_(divisor / 2) {}

    static void rest(Vdevice &device) { device.cs = device.sck = device.copi = 0; }

    void send(const uint8_t *bytes, size_t count) {
        to_device_.insert(to_device_.end(), bytes, bytes + count);
    }

    bool idle() const { return to_device_.empty() && state_ == RESTING && !timer_; }

    // Each state lasts for half a period of SCK.
    bool drive(Vdevice &device) {
        if (timer_) {
            --timer_;
            return false;
        }
        switch (state_) {
        case RESTING:
            if (to_device_.empty()) return false;
            device.cs = 1;
            state_ = SELECTED;
            break;
        case SELECTED:
        case HIGH:
            device.sck = 0;
            if (state_ == HIGH && ++bit_ == 8) {
                received.push_back(uint8_t(shift_));
                to_device_.pop_front();
                bit_ = 0;
            }
            state_ = to_device_.empty() ? ENDING : LOW;
            if (state_ == LOW) device.copi = to_device_.front() >> (7 - bit_) & 1;
            break;
        case LOW:
            shift_ = (shift_ << 1 | device.cipo) & 255;
            device.sck = 1;
            state_ = HIGH;
            break;
        case ENDING:
            device.cs = 0;
            state_ = RESTING;
            break;
        }
        timer_ = half_ - 1;
        return true;
    }

    bool listen(const Vdevice &) { return false; }

    std::vector<uint8_t> received;
    unsigned broken = 0;

private:
    enum State { RESTING, SELECTED, LOW, HIGH, ENDING };

    const unsigned half_;
    std::deque<uint8_t> to_device_;
    State state_ = RESTING;
    unsigned timer_ = 0, bit_ = 0, shift_ = 0;
};

#endif
