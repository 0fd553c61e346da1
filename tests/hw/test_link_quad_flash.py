# amaranth: UnusedElaboratable=no
"""Streaming words from a quad flash: what the chip sees, what comes, and what is refused."""

import random

import numpy as np
import pytest
from amaranth.sim import Simulator

from gossamer_hw.link.quad_flash import ARRIVAL, START, QuadFlash, wire_crc

IMAGE = bytes(np.random.default_rng(0).integers(0, 256, 48, np.uint8))
ADDRESS = 0x01_2345


class Chip:
    """A flash behind registered pins, by the words of a data sheet: in on rising, out on falling
    edges of a clock that rises in the middle of a cycle."""

    def __init__(self, held):
        self.held = held
        self.commands = []
        self.driven = []    # at every clock
        self.said = []
        self.pins = (0, 0, 0)
        self.answers = [0, 0]

    def cycle(self, cs, clock, out, drive):
        """Signals of the device in a cycle; returns what its input register holds then."""
        # Brought out in the next cycle, and held in the one after that.
        self.answers.append(self.answer(cs))
        self.pins = (clock, out, drive)
        return self.answers.pop(0)

    def answer(self, cs):
        """What the chip drives after a cycle with the registered pins."""
        clock, out, drive = self.pins
        if not cs:
            if self.said:
                self.commands.append("".join(map(str, self.said))[:32])
            self.said, self.driven = [], []
            return 0
        if clock:
            self.said.append(out & 1)
            self.driven.append(drive)
            assert not drive or out >> 2 == 3, "write protection and hold must be high"
        return self.held.get(self.place(), 0xF) if self.place() is not None else 0

    def place(self):
        """Number of the four bits that the latest falling edge brought out."""
        if len(self.said) < 40 or int("".join(map(str, self.said[:8])), 2) != 0x6B:
            return None
        assert self.driven[:32] == [1] * 32
        assert not any(self.driven[33:]), "data meet a driven bus"
        at = int("".join(map(str, self.said[8:32])), 2)
        return 2 * at + len(self.said) - 40


def nibbles(image):
    return {2 * (ADDRESS + at) + low: byte >> (0 if low else 4) & 15
            for at, byte in enumerate(image) for low in (0, 1)}


def stream(chip, *, port=32, begins=(), room=lambda: 1, cycles=1500, tail=0, filled=None):
    """Run it: words with the cycles in which they came, cycles of asking, of ``intact``, and
    whether it failed. The last bytes may be a tail, and ``filled`` what is made of it."""
    head = len(IMAGE) - tail
    dut = QuadFlash(image=IMAGE[:head], tail=IMAGE[head:], port=port, address=ADDRESS, rest=20)
    came, asked, intact = [], [], []
    failed = 0

    async def bench(ctx):
        nonlocal failed
        for cycle in range(cycles):
            ctx.set(dut.words.begin, cycle in begins)
            ctx.set(dut.words.room, room())
            spi = [ctx.get(getattr(dut.spi, name)) for name in ("cs", "clk", "o", "oe")]
            for found, signal in ((asked, dut.words.asked), (intact, dut.words.intact)):
                if ctx.get(signal):
                    found.append(cycle)
            if ctx.get(dut.words.valid):
                came.append((cycle, ctx.get(dut.words.word)))
            if tail and ctx.get(dut.fill.write):
                filled[ctx.get(dut.fill.address)] = ctx.get(dut.fill.word)
            failed = ctx.get(dut.failed)
            ctx.set(dut.spi.i, chip.cycle(*spi))
            await ctx.tick()

    simulation = Simulator(dut)
    simulation.add_clock(1e-6)
    simulation.add_testbench(bench)
    simulation.run()
    return came, asked, intact, failed


def words(port):
    size = port // 8
    return [int.from_bytes(IMAGE[at:at + size], "little") for at in range(0, len(IMAGE), size)]


@pytest.mark.parametrize("port", [16, 32, 64])
def test_words_come_at_the_pace_of_the_wire(port):
    chip = Chip(nibbles(IMAGE))
    came, asked, intact, failed = stream(chip, port=port, begins=(600, 900))
    assert not failed
    pace = port // 4
    assert asked == [begin + START + pace * n for begin in (600, 900)
                     for n in range(len(words(port)))]
    assert came == [(cycle + pace + ARRIVAL - 1, word)
                    for cycle, word in zip(asked, words(port) * 2, strict=True)]
    assert intact == [came[len(words(port)) - 1][0], came[-1][0]]
    read = f"{0x6B << 24 | ADDRESS:032b}"
    assert chip.commands == [
        f"{0xAB:08b}", f"{0x50:08b}", f"{0x3102:016b}", *[read] * 3]


def test_the_clock_stands_still_while_there_is_no_room():
    random_ = random.Random(0)
    came, asked, intact, failed = stream(
        Chip(nibbles(IMAGE)), begins=(600,), room=lambda: random_.random() < 0.05)
    assert not failed
    assert [word for _, word in came] == words(32)
    assert asked[-1] - asked[0] > 8 * len(words(32))
    assert [cycle for cycle, _ in came] == [cycle + 8 + ARRIVAL - 1 for cycle in asked]
    assert len(intact) == 1


def test_an_inference_that_begins_early_waits_for_the_check():
    came, _, _, failed = stream(Chip(nibbles(IMAGE)), begins=(3,))
    assert ([word for _, word in came], failed) == (words(32), 0)


@pytest.mark.parametrize("place", [0, 47])
def test_other_contents_are_refused_before_anything_comes(place):
    held = bytearray(IMAGE)
    held[place] ^= 0x10
    came, asked, intact, failed = stream(Chip(nibbles(held)), begins=(3,))
    assert (came, asked, intact, failed) == ([], [], [], 1)


def test_the_tail_is_read_once():
    filled = {}
    came, _, intact, failed = stream(
        Chip(nibbles(IMAGE)), begins=(600, 900), tail=20, filled=filled)
    assert filled == dict(enumerate(words(32)[7:]))
    assert ([word for _, word in came], len(intact), failed) == (words(32)[:7] * 2, 2, 0)


def test_the_crc_is_that_of_the_standard_in_the_order_of_the_wire():
    # CRC-32/BZIP2 of the catalogue's check string, not complemented.
    assert wire_crc(b"123456789") ^ 0xFFFFFFFF == 0xFC891918


def test_an_image_must_lie_in_reach():
    with pytest.raises(ValueError, match=r"^48 bytes from address 0xffffe0 on are not in the firs"):
        QuadFlash(image=IMAGE, port=32, address=0xFFFFE0)
