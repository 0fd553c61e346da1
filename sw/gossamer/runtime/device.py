"""Device: an accelerator that is plugged in."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import TracebackType

import numpy as np
import numpy.typing as npt
import serial

from gossamer.errors import GossamerError
from gossamer.runtime.connection import Connection, Transport
from gossamer.runtime.identity import Counters, Identity

__all__ = ["Device", "SerialTransport"]


class SerialTransport:
    """A serial port as a line of bytes."""

    def __init__(self, port: str, baud: int) -> None:
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
    return os.strerror(number) if number else str(error).rstrip(".")


class Device:
    """An accelerator behind the host protocol.

    Made by :meth:`open`, or from any transport: the virtual board's is a simulator.
    """

    def __init__(
        self, transport: Transport, *, timeout: float = 0.25, retries: int = 20,
        close: Callable[[], None] | None = None,
    ) -> None:
        self._connection = Connection(transport, timeout=timeout, retries=retries)
        self._close = close
        self._identity, _ = self._connection.identify()

    @classmethod
    def open(cls, port: str, *, baud: int = 1_000_000, retries: int = 20) -> Device:
        """Open a board's serial port and ask what is there.

        Parameters
        ----------
        port : str
            For example ``/dev/ttyUSB1`` or ``COM4``.
        baud : int
            The rate that the build reported.
        retries : int
            Silences of a quarter of a second after which the device counts as lost.
        """
        transport = SerialTransport(port, baud)
        try:
            return cls(transport, retries=retries, close=transport.close)
        except GossamerError as error:
            transport.close()
            raise GossamerError(f"On {port}: {error}") from error

    def identity(self) -> Identity:
        """What the device is: hash of its design, shapes, scales, clock."""
        return self._identity

    def counters(self) -> Counters:
        """What the device has counted: cycles of the last inference, and inferences."""
        return self._connection.identify()[1]

    def infer(
        self, batch: npt.ArrayLike, progress: Callable[[int], None] | None = None
    ) -> npt.NDArray[np.int16]:
        """Run stored 8-bit integers through the device.

        Parameters
        ----------
        batch : array of int8
            One sample a row; the shape of the identity, or flat.

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
        results = self._connection.exchange([sample.tobytes() for sample in array], progress)
        scores = np.frombuffer(b"".join(results), dtype="<i2").astype(np.int16)
        return scores.reshape(len(array), *self._identity.output.shape)

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
