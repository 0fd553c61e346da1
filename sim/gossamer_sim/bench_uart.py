"""Runs inside the simulator: plays the script of `gossamer_sim.uart.run_uart`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import Event, FallingEdge, SimTimeoutError, Timer, with_timeout

__all__ = ["Uart", "device_answers"]

PERIOD = 10  # nanoseconds


class Uart:
    """The host's end of the wires: sends on ``rx``, listens on ``tx`` all the time."""

    def __init__(self, dut: Any, divisor: int) -> None:
        self.received = bytearray()
        self._rx, self._tx = dut.rx, dut.tx
        self._bit = divisor * PERIOD
        self._came = Event()
        self._rx.value = 1

    async def send(self, data: bytes) -> None:
        """Send bytes without a pause between them."""
        for byte in data:
            for bit in (0, *(byte >> index & 1 for index in range(8)), 1):
                self._rx.value = bit
                await Timer(self._bit, unit="ns")

    async def listen(self) -> None:
        """Collect bytes in ``received`` until cancelled."""
        while True:
            await FallingEdge(self._tx)
            await Timer(self._bit * 3 // 2, unit="ns")
            byte = 0
            for index in range(8):
                byte |= self._level() << index
                await Timer(self._bit, unit="ns")
            if not self._level():
                raise AssertionError(
                    f"Byte {len(self.received)} from the device has no stop bit; check the divisor."
                )
            self.received.append(byte)
            self._came.set()

    async def receive(self, total: int) -> None:
        """Wait until ``total`` bytes have come since the start."""
        while len(self.received) < total:
            self._came.clear()
            await self._came.wait()

    def _level(self) -> int:
        value = self._tx.value
        if not value.is_resolvable:
            raise AssertionError(
                f"The device drives the unknown value {value} on tx in byte {len(self.received)}."
            )
        return int(value)


@cocotb.test
async def device_answers(dut: Any) -> None:
    bench = json.loads(Path("bench.json").read_text())
    uart = Uart(dut, bench["divisor"])
    Clock(dut.clk, PERIOD, unit="ns").start(start_high=False)
    if hasattr(dut, "rst"):
        dut.rst.value = 1
        await Timer(4 * PERIOD, unit="ns")
        dut.rst.value = 0
    # An idle line first, so that the device cannot take the start for a bit.
    await Timer(2 * bench["divisor"] * PERIOD, unit="ns")
    cocotb.start_soon(uart.listen())
    wanted = 0
    for step in bench["script"]:
        if isinstance(step, list):
            await uart.send(bytes(step))
            continue
        wanted += step
        try:
            await with_timeout(uart.receive(wanted), bench["timeout"] * PERIOD, "ns")
        except SimTimeoutError:
            raise AssertionError(
                f"The device sent {len(uart.received)} of {wanted} bytes and then nothing for "
                f"{bench['timeout']} cycles."
            ) from None
    # The stop bit of the last byte, and whatever the device sends unasked.
    await Timer(12 * bench["divisor"] * PERIOD, unit="ns")
    Path("received.bin").write_bytes(uart.received)
