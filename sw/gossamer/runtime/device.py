"""Device: an accelerator that is plugged in."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import serial

from gossamer.errors import GossamerError
from gossamer.runtime.connection import Connection, Transport
from gossamer.runtime.identity import Counters, Identity
from gossamer.runtime.protocol import WINDOW, Frame, Type
from gossamer.runtime.spi import SCHEME, FtdiController, SpiTransport

if TYPE_CHECKING:
    from gossamer.design import Design

__all__ = ["Device", "SerialTransport", "Status"]


class SerialTransport:
    """A serial port as a line of bytes."""

    def __init__(self, port: str, baud: int) -> None:
        if not port:
            raise GossamerError(
                "The name of the port is empty; give one as /dev/ttyUSB1 or COM4.")
        self.port = port
        try:
            self._serial = serial.Serial(port, baud, timeout=0)
        except (serial.SerialException, ValueError, OSError) as error:
            raise GossamerError(
                f"Port {port} cannot be opened at {baud} baud ({_reason(error)}); check its name, "
                "that the board is plugged in, and that no other program uses it."
            ) from error
        self._serial.reset_input_buffer()

    def read(self, count: int, timeout: float) -> bytes:
        """At least one and at most ``count`` bytes, or none after ``timeout`` seconds."""
        try:
            self._serial.timeout = timeout
            data = self._serial.read(1)
            waiting = min(count - 1, self._serial.in_waiting)
            return bytes(data + self._serial.read(waiting) if data and waiting else data)
        except (serial.SerialException, OSError) as error:
            raise self._unplugged(error) from error

    def write(self, data: bytes) -> None:
        """Send bytes."""
        try:
            self._serial.write(data)
        except (serial.SerialException, OSError) as error:
            raise self._unplugged(error) from error

    def close(self) -> None:
        """Give the port back."""
        self._serial.close()

    def _unplugged(self, error: Exception) -> GossamerError:
        return GossamerError(
            f"Port {self.port} has failed ({_reason(error)}); plug the board in again and open it "
            "anew."
        )


def _reason(error: Exception) -> str:
    """What the system said, without the names that pyserial wraps around it."""
    number = getattr(error, "errno", None)
    if not number and isinstance(error.__context__, Exception):
        # What a terminal lacks comes from the module termios, with its number in front.
        number = next((part for part in error.__context__.args if isinstance(part, int)), None)
    return os.strerror(number) if number else str(error).rstrip(".")


@dataclass(frozen=True, kw_only=True)
class Status:
    """How a device is doing.

    Attributes
    ----------
    inferences : int
        Since its reset.
    cycles : int
        Of the last inference, from its first input element to its last output element.
    layer_cycles : tuple of int
        Of each layer of the last inference; nothing if it was built without these counters.
    resent, silences, resets : int
        Tensors that this host has sent again, its time-outs, and the resets that it has noticed,
        since it opened the device.
    """

    inferences: int
    cycles: int
    layer_cycles: tuple[int, ...]
    resent: int
    silences: int
    resets: int


class Device:
    """An accelerator behind the host protocol.

    Made by :meth:`open`, or from any transport: the virtual board's is a simulator.

    Parameters
    ----------
    transport : Transport
        The line.
    timeout : float
        Seconds of silence after which the host asks again, on top of what the frames of a whole
        window take at the device's rate.
    retries : int
        Silences in a row after which the device counts as lost.
    design : Design, optional
        What the device must run; another one is refused.
    close : callable, optional
        Gives the line back.
    """

    def __init__(
        self, transport: Transport, *, timeout: float = 0.25, retries: int = 20,
        design: Design | None = None, close: Callable[[], None] | None = None,
    ) -> None:
        self._connection = Connection(transport, timeout=timeout, retries=retries)
        self._close = close
        self._identity, _ = self._connection.identify()
        if design is not None:
            self._expect(design)
        if self._identity.baud:
            size = max(self._identity.input.size, 2 * self._identity.output.size)
            frame = len(Frame(type=Type.DATA).encode()) + size
            self._connection.timeout += (WINDOW + 1) * 10 * frame / self._identity.baud

    def _expect(self, design: Design) -> None:
        found = self._identity.design.hex()
        if found != design.hash:
            raise GossamerError(
                f"The device runs the design {self._identity.name!r} ({found[:8]}), not "
                f"{design.manifest.name!r} ({design.hash[:8]}); flash it with this one, or give "
                "the design that it runs."
            )

    @classmethod
    def open(
        cls, port: str, *, baud: int = 1_000_000, timeout: float = 0.25, retries: int = 20,
        design: Design | None = None,
    ) -> Device:
        """Open a board's serial port, or the SPI interface that leads to it, and ask what is there.

        Parameters
        ----------
        port : str
            For example ``/dev/ttyUSB1`` or ``COM4``; with SPI ``ftdi://ftdi:2232h/1``.
        baud : int
            The rate that the build reported; with SPI the highest one.
        timeout, retries, design
            As for the class.
        """
        transport: Transport
        if port.startswith(SCHEME):
            controller = FtdiController(port, baud)
            transport, close = SpiTransport(controller), controller.close
        else:
            transport = serial_port = SerialTransport(port, baud)
            close = serial_port.close
        try:
            return cls(transport, timeout=timeout, retries=retries, design=design, close=close)
        except GossamerError as error:
            close()
            raise GossamerError(f"On {port}: {error}") from error

    def identity(self) -> Identity:
        """What the device is: hash of its design, shapes, scales, clock."""
        return self._identity

    def counters(self) -> Counters:
        """What the device has counted: cycles of the last inference, and inferences."""
        return self._connection.identify()[1]

    def status(self) -> Status:
        """Counters of the device, and what the line cost."""
        counters, line = self.counters(), self._connection.statistics
        return Status(
            inferences=counters.inferences, cycles=counters.cycles, layer_cycles=counters.layers(),
            resent=line.resent, silences=line.silences, resets=line.resets,
        )

    def layer_cycles(self) -> tuple[int, ...]:
        """Cycles of each layer in the last inference, counted on the chip.

        They are exact when nothing else is in flight: run one sample, then ask.
        """
        counters = self.counters()
        if not counters.laps:
            raise GossamerError(
                "The device does not count the cycles of its layers; build its design with "
                "--layer-counters."
            )
        return counters.layers()

    def seconds(self) -> float:
        """The device's time, from any moment on: differences are durations."""
        return time.perf_counter()

    def dequantize(self, outputs: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """The real values that output integers stand for."""
        end = self._identity.output
        return (np.asarray(outputs, np.float64) + end.offset) * end.scale
    def load(self, image: bytes) -> None:
        """Fill the weight memory of a device that keeps its weights where nothing is at power-up.

        Needed once after power-up or reset; what is loaded already is not sent again.

        Parameters
        ----------
        image : bytes
            ``Design.image``.
        """
        self._connection.load(image)

    def infer(
        self, batch: npt.ArrayLike, progress: Callable[[int], None] | None = None
    ) -> npt.NDArray[np.int16]:
        """Run stored 8-bit integers through the device.

        The samples follow one another without a pause, as far as the device's window allows.

        Parameters
        ----------
        batch : array of int8
            One sample a row; the shape of the identity, or flat.
        progress : callable, optional
            Called with the number of results so far.

        Returns
        -------
        array of int16
            One row of outputs for each sample.
        """
        expected = self._identity.input
        array = np.asarray(batch)
        if array.dtype != np.int8:
            raise GossamerError(
                f"The device takes stored integers of type int8, not {array.dtype}; quantise the "
                "inputs first."
            )
        if array.ndim < 2 or array.shape[1:] not in (expected.shape, (expected.size,)):
            raise GossamerError(
                f"The device takes samples of shape {expected.shape}, not {array.shape[1:]}; give "
                "an array with one sample a row."
            )
        return self.exchange([sample.tobytes() for sample in array], progress)

    def exchange(
        self, tensors: Sequence[bytes], progress: Callable[[int], None] | None = None
    ) -> npt.NDArray[np.int16]:
        """One row of outputs for each sample, given as the bytes that travel."""
        scores = np.frombuffer(b"".join(self.transfer(tensors, progress)), dtype="<i2")
        return scores.astype(np.int16).reshape(len(tensors), *self._identity.output.shape)

    def transfer(
        self, tensors: Sequence[bytes], progress: Callable[[int], None] | None = None
    ) -> list[bytes]:
        """The bytes of each result, for each sample in bytes."""
        return self._connection.exchange(tensors, progress)

    def close(self) -> None:
        """Give the port back."""
        if self._close:
            self._close()

    def __enter__(self) -> Device:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
