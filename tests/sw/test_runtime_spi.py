"""The host's end of SPI: what stands for nothing, and FTDI's chips through pyftdi.

pyftdi is an optional extra, so a module of ours stands in its place; that our calls are right for
the real one is tested where it is installed.
"""

import random
import sys
import types

import pytest

from gossamer.errors import GossamerError
from gossamer.runtime.device import Device
from gossamer.runtime.spi import LONGEST, Decoder, FtdiController, SpiTransport, encode
from gossamer_hw.link.wire import ESCAPE, IDLE


class Echo:
    """A bus that says again what it heard, as far as it means something, a transaction later."""

    def __init__(self):
        self.time, self.longest, self._waits = 0.0, 0, b""

    def exchange(self, data):
        self.time += len(data) * 1e-6
        self.longest = max(self.longest, len(data))
        said, self._waits = self._waits[:len(data)], self._waits[len(data):]
        self._waits += data.replace(bytes([IDLE]), b"")
        return said.ljust(len(data), bytes([IDLE]))

    def seconds(self):
        return self.time


@pytest.mark.parametrize("seed", range(5))
def test_bytes_pass_through_the_code_whatever_they_are_and_wherever_it_is_cut(seed):
    rng = random.Random(seed)
    data = bytes(rng.choice([IDLE, ESCAPE, *range(256)]) for _ in range(500))
    line = bytes(byte for code in encode(data)
                 for byte in [IDLE] * rng.choice([0, 0, 1]) + [code])
    decoder, found = Decoder(), b""
    while line:
        size = rng.randrange(1, 9)
        found += decoder.feed(line[:size])
        line = line[size:]
    assert found == data


def test_what_is_damaged_after_an_escape_is_one_byte():
    decoder = Decoder()
    assert decoder.feed(bytes([ESCAPE, 0x31, 0x32])) == b"\x31\x32"
    assert decoder.feed(bytes([ESCAPE, ESCAPE, 0xDD, 0x33])) == bytes([ESCAPE, 0x33])


def test_a_line_over_spi_gives_what_comes_and_ends_its_wait_in_time():
    echo = Echo()
    line = SpiTransport(echo)
    data = random.Random(0).randbytes(3000)
    line.write(data)
    assert echo.longest == LONGEST
    found = b""
    while len(found) < len(data):
        found += line.read(100, 1.0)
    assert found == data
    before = echo.time
    assert line.read(100, 0.01) == b""
    assert 0.01 <= echo.time - before < 0.011


@pytest.fixture
def pyftdi(monkeypatch):
    """A stand-in for the library; the chip echoes."""
    log = types.SimpleNamespace(calls=[], is_H_series=True, error=None)

    class Port(Echo):
        def exchange(self, data, *, duplex):
            if log.error:
                raise log.error
            assert duplex
            return super().exchange(data)

    class SpiController:
        def __init__(self, cs_count):
            self.ftdi = log
            log.calls.append(("count", cs_count))

        def configure(self, url):
            log.calls.append(("configure", url))
            if log.error:
                raise log.error

        def get_port(self, *, cs, freq, mode):
            log.calls.append(("port", cs, round(freq), mode))
            return Port()

        def close(self):
            log.calls.append(("close",))

    class UsbToolsError(Exception):
        pass

    for name, found in (("pyftdi", {}), ("pyftdi.spi", {"SpiController": SpiController}),
                        ("pyftdi.usbtools", {"UsbToolsError": UsbToolsError})):
        module = types.ModuleType(name)
        vars(module).update(found)
        monkeypatch.setitem(sys.modules, name, module)
    log.UsbToolsError = UsbToolsError
    return log


@pytest.mark.parametrize(("high", "limit", "frequency"), [
    (True, 7_500_000, 7_500_000), (True, 3_234_375, 3_000_000), (True, 30_000_000, 30_000_000),
    (True, 29_999_999, 15_000_000), (False, 7_500_000, 6_000_000), (False, 3_234_375, 3_000_000),
])
def test_the_clock_is_the_fastest_of_the_chip_that_the_device_takes(
        pyftdi, high, limit, frequency):
    pyftdi.is_H_series = high
    controller = FtdiController("ftdi://ftdi:2232h/1", limit)
    assert pyftdi.calls == [("count", 1), ("configure", "ftdi://ftdi:2232h/1"),
                            ("port", 0, frequency, 0)]
    assert controller.exchange(b"\x01\x02") == bytes([IDLE, IDLE])
    controller.close()
    assert pyftdi.calls[-1] == ("close",)


def test_an_interface_that_is_not_there_is_one_sentence(pyftdi):
    pyftdi.error = pyftdi.UsbToolsError("No USB device matches URL")
    with pytest.raises(GossamerError, match=(
            r"^ftdi://none/1 cannot be opened \(No USB device matches URL\); check the address "
            r"with `ftdi_urls\.py`, that the cable is plugged in, and that you may use it\.$")):
        FtdiController("ftdi://none/1", 1_000_000)
    assert pyftdi.calls[-1] == ("close",)


@pytest.mark.parametrize(("error", "reason"), [
    # As pyusb raises it, from what the C library said.
    (OSError(None, b"couldn't opendir(): No such file or directory"),
     "couldn't opendir(): No such file or directory"),
    (OSError(13, "Access denied (insufficient permissions)"),
     "Access denied (insufficient permissions)"),
    (ValueError("No backend available."), "No backend available"),
])
def test_the_reason_is_words_alone(pyftdi, error, reason):
    pyftdi.error = error
    with pytest.raises(GossamerError) as found:
        FtdiController("ftdi:///1", 1_000_000)
    assert f"cannot be opened ({reason}); check" in str(found.value)


def test_an_interface_that_is_unplugged_is_one_sentence(pyftdi):
    controller = FtdiController("ftdi:///1", 1_000_000)
    pyftdi.error = OSError("No such device")
    with pytest.raises(GossamerError, match=(
            r"^ftdi:///1 has failed \(No such device\); plug the cable in again and open it "
            r"anew\.$")):
        controller.exchange(b"\xc0")


def test_a_board_that_says_nothing_over_spi_is_named_and_its_interface_given_back(pyftdi):
    with pytest.raises(GossamerError, match=r"^On ftdi:///1: No device answers; "):
        Device.open("ftdi:///1", timeout=0.0, retries=2)
    assert pyftdi.calls[-1] == ("close",)


def test_without_the_library_there_is_a_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyftdi.spi", None)
    with pytest.raises(GossamerError, match=(
            r"^A board is reached over SPI with the library pyftdi, which is not installed; run "
            r"`pip install 'gossamer\[spi\]'`\.$")):
        Device.open("ftdi:///1")


class Mpsse:
    """The commands of an FTDI chip in MPSSE mode that an SPI needs (AN 108), around an echo."""

    def __init__(self, ftdi):
        self.answers, self.selected, self.transactions, self._bus = bytearray(), False, 0, Echo()
        self.is_connected, self.has_wide_port, self.is_H_series = True, True, True
        self.frequency_max, self.frequency, self._codes = 30e6, 0.0, ftdi

    def open_mpsse_from_url(self, url, **settings):
        return 6e6

    def __getattr__(self, name):
        return lambda *arguments, **settings: None

    def set_frequency(self, frequency):
        self.frequency = frequency

    def write_data(self, data):
        data = bytes(data)
        while data:
            if data[0] == self._codes.SET_BITS_LOW:
                # Chip select is bit 3.
                self.transactions += self.selected and bool(data[1] & 8)
                self.selected = not data[1] & 8
                data = data[3:]
            elif data[0] == self._codes.SEND_IMMEDIATE:
                data = data[1:]
            else:
                assert (data[0], self.selected) == (self._codes.RW_BYTES_PVE_NVE_MSB, True)
                size = int.from_bytes(data[1:3], "little") + 1
                self.answers += self._bus.exchange(data[3:3 + size])
                data = data[3 + size:]

    def read_data_bytes(self, size, attempt=1, request_gen=None):
        data = bytes(self.answers[:size])
        del self.answers[:size]
        return data

    def close(self, freeze=False):
        self.is_connected = False


def test_the_library_itself_is_called_rightly(monkeypatch):
    """Bytes leave on the falling edge and are taken on the rising one: mode 0."""
    ftdi = pytest.importorskip("pyftdi.ftdi", reason="the extra spi is not installed")
    chips = []
    monkeypatch.setattr(
        "pyftdi.spi.Ftdi", type("Ftdi", (ftdi.Ftdi,), {
            "__new__": lambda cls: chips.append(Mpsse(ftdi.Ftdi)) or chips[-1]}))
    controller = FtdiController("ftdi://ftdi:2232h/1", 7_600_000)
    line = SpiTransport(controller)
    data = random.Random(0).randbytes(3000)
    line.write(data)
    found = b""
    while len(found) < len(data):
        found += line.read(4096, 1.0)
    assert found == data
    assert (chips[0].frequency, chips[0].selected) == (7.5e6, False)
    assert chips[0].transactions > 3
    controller.close()
    assert not chips[0].is_connected
