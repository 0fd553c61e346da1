"""SPI: a line of bytes on which the host gives the clock, so that it asks to hear something."""

from __future__ import annotations

import math
import time
from typing import Any, Protocol

from gossamer.errors import GossamerError
from gossamer_hw.link.wire import ESCAPE, ESCAPED_ESCAPE, ESCAPED_IDLE, IDLE

__all__ = ["SCHEME", "Controller", "Decoder", "FtdiController", "SpiTransport", "encode"]

#: How the address of an SPI interface begins.
SCHEME = "ftdi://"

#: Bytes of a transaction that only listens, and of the longest one.
POLL, LONGEST = 64, 1024

#: Fastest rates that the clocks of FTDI's chips with and without an H are divided from, in hertz.
_FAST, _SLOW = 30_000_000, 6_000_000

_IDLE, _ESCAPE = bytes([IDLE]), bytes([ESCAPE])
_ESCAPED = {bytes([ESCAPED_IDLE]): _IDLE, bytes([ESCAPED_ESCAPE]): _ESCAPE}


def encode(data: bytes) -> bytes:
    """Bytes as they travel, those that would stand for nothing or for an escape as two."""
    return (data.replace(_ESCAPE, bytes([ESCAPE, ESCAPED_ESCAPE]))
            .replace(_IDLE, bytes([ESCAPE, ESCAPED_IDLE])))


class Decoder:
    """What bytes on the line stand for."""

    def __init__(self) -> None:
        self._escaped = b""     # An escape whose second byte has not come.

    def feed(self, data: bytes) -> bytes:
        """The bytes that ``data`` completes."""
        data = self._escaped + data.replace(_IDLE, b"")
        self._escaped = _ESCAPE if data.endswith(_ESCAPE) else b""
        first, *others = data.removesuffix(_ESCAPE).split(_ESCAPE)
        # Another byte than these two after an escape is damaged, and its frame's CRC says so.
        return first + b"".join(_ESCAPED.get(part[:1], part[:1]) + part[1:] for part in others)


class Controller(Protocol):
    """The end of an SPI bus that gives the clock: mode 0, the highest bit first."""

    def exchange(self, data: bytes) -> bytes:
        """Send bytes in one transaction, and return as many that came at the same time."""

    def seconds(self) -> float:
        """The time, from any moment on."""


class SpiTransport:
    """An SPI bus as a line of bytes: it sends idle bytes while it waits."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller
        self._decoder = Decoder()
        self._received = bytearray()

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""
        end = self._controller.seconds() + timeout
        while not self._received:
            self._exchange(_IDLE * POLL)
            if self._controller.seconds() >= end:
                break
        data = bytes(self._received[:count])
        del self._received[:count]
        return data

    def write(self, data: bytes) -> None:
        """Send bytes."""
        line = encode(data)
        for at in range(0, len(line), LONGEST):
            self._exchange(line[at:at + LONGEST])

    def _exchange(self, data: bytes) -> None:
        self._received += self._decoder.feed(self._controller.exchange(data))


class FtdiController:
    """The SPI of an FT232H, FT2232H or FT4232H, through pyftdi.

    Its pins are those of FTDI's application note 114: SCK is AD0, COPI AD1, CIPO AD2, CS AD3.

    Parameters
    ----------
    url : str
        As pyftdi writes it, for example ``ftdi://ftdi:2232h/1``.
    limit_hz : int
        The fastest SCK that the device takes; the chip's next one below is chosen.
    """

    def __init__(self, url: str, limit_hz: int) -> None:
        try:
            from pyftdi.spi import SpiController
            from pyftdi.usbtools import UsbToolsError
        except ImportError:
            raise GossamerError(
                "A board is reached over SPI with the library pyftdi, which is not installed; run "
                "`pip install 'gossamer[spi]'`.") from None
        self.url = url
        self._controller: Any = SpiController(cs_count=1)
        try:
            self._controller.configure(url)
            fastest = _FAST if self._controller.ftdi.is_H_series else _SLOW
            # pyftdi takes the nearest one, which may be above what it is asked for.
            frequency = fastest / math.ceil(fastest / limit_hz)
            self._port: Any = self._controller.get_port(cs=0, freq=frequency, mode=0)
        except (OSError, ValueError, UsbToolsError) as error:
            self._controller.close()
            raise GossamerError(
                f"{url} cannot be opened ({_reason(error)}); check the address with "
                "`ftdi_urls.py`, that the cable is plugged in, and that you may use it.") from error
        self.frequency = frequency

    def exchange(self, data: bytes) -> bytes:
        """Send bytes in one transaction, and return as many that came at the same time."""
        try:
            return bytes(self._port.exchange(data, duplex=True))
        except OSError as error:
            raise GossamerError(
                f"{self.url} has failed ({_reason(error)}); plug the cable in again and "
                "open it anew.") from error

    def seconds(self) -> float:
        """The time, from any moment on."""
        return time.monotonic()

    def close(self) -> None:
        """Give the interface back."""
        self._controller.close()


def _reason(error: Exception) -> str:
    """What an error of pyftdi or pyusb says, without its number; in pyusb that is bytes."""
    said: Any = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (said.decode(errors="replace") if isinstance(said, bytes) else said).rstrip(".")
