"""A line that fails as often as it is told to, and the same way each time."""

import pytest

from gossamer.runtime.faults import Faults, FaultyTransport


class Loop:
    """Gives back what is written."""

    def __init__(self):
        self.data = b""

    def write(self, data):
        self.data += data

    def read(self, count, timeout):
        data, self.data = self.data[:count], self.data[count:]
        return data


SENT = bytes(range(256)) * 400


def carry(faults, piece=100):
    line = FaultyTransport(loop := Loop(), faults)
    for at in range(0, len(SENT), piece):
        line.write(SENT[at:at + piece])
    return loop.data, line


def test_a_line_without_faults_changes_nothing():
    data, line = carry(Faults())
    assert data == SENT
    assert not any(line.count.values())
    assert b"".join(iter(lambda: line.read(1000, 0.1), b"")) == SENT


@pytest.mark.parametrize("rate", [1e-4, 1e-3, 1e-2])
def test_bits_are_inverted_at_their_rate(rate):
    data, line = carry(Faults(bit_errors=rate, seed=1))
    assert len(data) == len(SENT)
    flipped = sum((a ^ b).bit_count() for a, b in zip(data, SENT, strict=True))
    assert flipped == line.count["bit_errors"]
    assert flipped == pytest.approx(8 * len(SENT) * rate, rel=0.3)


@pytest.mark.parametrize(("name", "sign"), [("dropped", -1), ("inserted", 1)])
def test_bytes_are_lost_and_added_at_their_rate(name, sign):
    data, line = carry(Faults(**{name: 1e-2}, seed=2))
    assert len(data) - len(SENT) == sign * line.count[name]
    assert line.count[name] == pytest.approx(len(SENT) * 1e-2, rel=0.2)


def test_faults_do_not_depend_on_how_the_bytes_are_cut():
    faults = Faults(bit_errors=1e-3, seed=3)
    assert carry(faults, 1)[0] == carry(faults, 1000)[0] != carry(Faults(
        bit_errors=1e-3, seed=4))[0]


def test_what_is_lost_as_a_whole_is_waited_for():
    line = FaultyTransport(loop := Loop(), Faults(dropped=0.9, seed=5))
    loop.data = bytes(1000)
    pieces = list(iter(lambda: line.read(4, 0.1), b""))
    assert all(pieces) and 50 < len(b"".join(pieces)) < 200


def test_the_device_is_reset_only_if_it_can_be():
    pressed = []
    line = FaultyTransport(Loop(), Faults(resets=0.5, seed=6), lambda: pressed.append(1))
    for _ in range(100):
        line.read(1, 0.1)
    assert len(pressed) == line.count["resets"] == pytest.approx(50, abs=15)
    other = FaultyTransport(Loop(), Faults(resets=0.5, seed=6))
    other.read(1, 0.1)
    assert other.count["resets"] == 0
