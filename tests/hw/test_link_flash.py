# amaranth: UnusedElaboratable=no
"""Filling a memory from a flash: what is read, what is refused, and what the chip sees."""

import numpy as np
import pytest
from amaranth.sim import Simulator

from gossamer_hw.link.flash import FlashLoader, contents

IMAGE = bytes(np.random.default_rng(0).integers(0, 256, 37, np.uint8))
ADDRESS = 0x01_2345
DESIGN = bytes(range(32))


class Chip:
    """A flash in mode 0, by the words of a data sheet: in on rising, out on falling edges."""

    def __init__(self, held, *, asleep=True):
        self.held = held
        self.asleep = asleep
        self.selected = self.clock = 0
        self.commands = []

    def step(self, cs, clock, copi):
        """Pins after a clock edge; returns what the chip drives."""
        if not cs:
            self.bits, self.out = [], 1
            if self.selected and self.said:
                self.commands.append(self.said)
            self.said = []
        elif not self.selected:
            assert not clock, "selected while the clock is high"
        elif clock and not self.clock:
            self.bits.append(copi)
            if len(self.bits) in (8, 32):
                self.said = self.bits[:]
            if len(self.bits) == 8 and self.value() == 0xAB:
                self.asleep = False
        elif self.clock and not clock and len(self.bits) >= 32:
            self.out = 1
            if not self.asleep and self.value() >> 24 == 0x03:
                at, bit = divmod(len(self.bits) - 32, 8)
                byte = self.held.get((self.value() & 0xFFFFFF) + at, 0xFF)
                self.out = byte >> 7 - bit & 1
        self.selected, self.clock = cs, clock
        return self.out

    def value(self):
        return int("".join(map(str, self.bits[:32])), 2)


def load(chip, *, size=37, cycles=2000, starting=0):
    """Run the loader: what it wrote, whether it was content, and when.

    The memory is there after ``starting`` cycles.
    """
    dut = FlashLoader(size=size, address=ADDRESS, design=DESIGN, rest=20, waits=starting > 0)
    written, ended = {}, []

    async def bench(ctx):
        for cycle in range(cycles):
            if starting:
                ctx.set(dut.starting, cycle < starting)
                assert cycle >= starting or not ctx.get(dut.load.write)
            ctx.set(dut.spi.cipo, chip.step(
                ctx.get(dut.spi.cs), ctx.get(dut.spi.clk), ctx.get(dut.spi.copi)))
            if ctx.get(dut.load.write):
                assert not ctx.get(dut.load.done)
                written[ctx.get(dut.load.address)] = ctx.get(dut.load.data)
            if not ctx.get(dut.busy) and not ended:
                ended.append(cycle)
            await ctx.tick()
        ended.append(ctx.get(dut.load.done))

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()
    return bytes(written.get(i, 0) for i in range(size)), ended[-1], ended[0]


def at_address(data):
    return {ADDRESS + i: byte for i, byte in enumerate(data)}


def test_the_memory_gets_what_lies_behind_the_bitstream():
    chip = Chip(at_address(contents(IMAGE, DESIGN)))
    assert load(chip)[:2] == (IMAGE, 1)
    assert [int("".join(map(str, bits)), 2) for bits in chip.commands] == [
        0xAB, 0x03 << 24 | ADDRESS]
    assert not chip.selected


def test_a_byte_takes_sixteen_cycles():
    ends = [load(Chip({}), size=size, cycles=1500)[2] for size in (20, 21, 40)]
    assert [end - ends[0] for end in ends] == [0, 16, 320]


@pytest.mark.parametrize("starting", [1, 50, 700])
def test_a_memory_that_is_not_there_yet_is_waited_for(starting):
    chip = Chip(at_address(contents(IMAGE, DESIGN)))
    image, done, ended = load(chip, starting=starting)
    assert (image, done) == (IMAGE, 1)
    assert [int("".join(map(str, bits)), 2) for bits in chip.commands] == [
        0xAB, 0x03 << 24 | ADDRESS]
    # From the end of waiting, a turn of the timer at most, a command, and sixteen cycles a byte.
    assert ended - max(starting, 40) - 64 - 16 * len(contents(IMAGE, DESIGN)) <= 32 + 5


@pytest.mark.parametrize("damage", [0, 20, len(IMAGE) + 3])
def test_contents_with_one_wrong_bit_are_refused(damage):
    data = bytearray(contents(IMAGE, DESIGN))
    data[damage] ^= 4
    assert load(Chip(at_address(data)))[1] == 0


def test_weights_of_another_design_are_refused():
    assert load(Chip(at_address(contents(IMAGE, DESIGN[::-1]))))[1] == 0
    assert load(Chip(at_address(contents(IMAGE, b""))))[1] == 0


@pytest.mark.parametrize("held", [{}, at_address(bytes(len(IMAGE) + 4))])
def test_an_empty_flash_is_refused(held):
    assert load(Chip(held))[1] == 0


def test_a_chip_that_does_not_answer_is_refused():
    class Mute(Chip):
        def step(self, cs, clock, copi):
            super().step(cs, clock, copi)
            return 0

    assert load(Mute({}))[1] == 0


def test_what_lies_beyond_three_bytes_of_address_is_refused():
    with pytest.raises(ValueError, match=r"^1 bytes from address 0xfffffc on are not in the first"):
        FlashLoader(size=1, address=0xFFFFFC, design=b"")
