"""The host link under fire: throughput against error rates, and a soak of the virtual board.

    python benchmarks/link.py [--json] [--bytes 1000000] [--inferences 100000]

The lines lose, damage and add bytes in both directions; tensors are all different. What counts is
whether every answer is right and in its place, and whether the device computed every tensor once.

* ``model``: the protocol in Python on both sides, where a silence takes no time.
* ``rtl``: the device in Verilator, every bit on its pins. Simulated time passes only while the host
  waits, so the numbers are the same on any machine. Of a line's bytes a second (a tenth of its
  rate), ``line`` is the share that carries frames to the device and ``payload`` the share that
  carries tensors that were not sent before. A time-out lasts 600 byte times, and as long as three
  frames take.
* ``soak``: a small network on the virtual board, whose engine stalls at random in half of all
  cycles, with a line that fails in every way and a device that is reset now and then.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from amaranth.back import verilog
from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out

from gossamer import api, ir
from gossamer.description import Description
from gossamer.design import Design
from gossamer.runtime.connection import Connection, Transport
from gossamer.runtime.faults import Faults, FaultyTransport
from gossamer.runtime.identity import Identity, Tensor
from gossamer.runtime.protocol import Frame, Type, control
from gossamer.runtime.responder import Responder
from gossamer_boards.build import identify
from gossamer_boards.top import DeviceTop
from gossamer_hw.link.slots import INPUT, OUTPUT
from gossamer_sim.stalls import Stalling
from gossamer_sim.virtual import VirtualLine

#: Clock cycles per bit: the fewest, so that the least is simulated for a byte.
DIVISOR = 4
BYTE = 10 * DIVISOR

#: Of the host, in byte times on top of three frames, and after how many in a row it gives up.
TIMEOUT = 600
RETRIES = 1000
SECONDS = 0.25

#: Of the device, in cycles.
IDLE = 4096

#: Payload of a frame: that of the digits, and one at which headers weigh little.
SIZE = 64
LONG = 1024

FIRE = {
    "no errors": Faults(),
    "bit errors 1e-5": Faults(bit_errors=1e-5, seed=1),
    "bit errors 1e-4": Faults(bit_errors=1e-4, seed=2),
    "bit errors 1e-3": Faults(bit_errors=1e-3, seed=3),
    "dropped bytes 1e-3": Faults(dropped=1e-3, seed=4),
    "inserted bytes 1e-3": Faults(inserted=1e-3, seed=5),
}

SOAK = Faults(bit_errors=1e-5, dropped=1e-4, inserted=1e-4, pauses=0.01, resets=3e-4, seed=6)


def frame_bytes(size: int) -> int:
    """Bytes that go to the device for a tensor: its frame, and word that its result is here."""
    return len(Frame(type=Type.DATA, payload=bytes(size)).encode()) + len(
        control(Type.ACK, 0).encode())


class Digest(Component):
    """An engine whose answer depends on every element and its place: Fletcher's two sums."""

    i: stream.Interface
    o: stream.Interface

    def __init__(self) -> None:
        super().__init__({"i": In(stream.Signature(INPUT)), "o": Out(stream.Signature(OUTPUT))})

    def elaborate(self, platform: object) -> Module:
        m = Module()

        first, second = Signal(16), Signal(16)
        answering, number = Signal(), Signal()
        m.d.comb += [
            self.i.ready.eq(~answering),
            self.o.valid.eq(answering),
            self.o.payload.data.eq(Mux(number, second, first)),
            self.o.payload.last.eq(number),
        ]
        with m.If(self.i.valid & self.i.ready):
            total = first + self.i.payload.data.as_unsigned()
            m.d.sync += [
                first.eq(total),
                second.eq(second + total),
                answering.eq(self.i.payload.last),
            ]
        with m.If(self.o.valid & self.o.ready):
            m.d.sync += number.eq(~number)
            with m.If(number):
                m.d.sync += [first.eq(0), second.eq(0), answering.eq(0)]

        return m


def digest(payload: bytes) -> bytes:
    """What :class:`Digest` answers."""
    elements = np.frombuffer(payload, np.uint8).astype(np.int64)
    sums = elements.sum(), elements.cumsum().sum()
    return b"".join(int(value % 65536).to_bytes(2, "little") for value in sums)


def tensors(count: int, size: int) -> list[bytes]:
    """Different tensors: each begins with its number."""
    random = np.random.default_rng(7)
    return [number.to_bytes(4, "little") + random.bytes(size - 4) for number in range(count)]


class ModelLine:
    """The device in Python as a transport."""

    def __init__(self, size: int) -> None:
        identity = Identity(design=bytes(32), input=Tensor(shape=(size,), scale=1.0),
                            output=Tensor(shape=(2,), scale=1.0))
        self.responder = Responder(identity=identity.encode(), input_size=size, infer=digest)
        self._incoming = bytearray()

    def write(self, data: bytes) -> None:
        self._incoming += self.responder.feed(data)

    def read(self, count: int, timeout: float) -> bytes:
        if not self._incoming:
            self._incoming += self.responder.silence()
        data = bytes(self._incoming[:count])
        del self._incoming[:count]
        return data


class CountingLine:
    """A transport that counts what goes to the device."""

    def __init__(self, line: Transport) -> None:
        self.sent = 0
        self._line = line

    def write(self, data: bytes) -> None:
        self.sent += len(data)
        self._line.write(data)

    def read(self, count: int, timeout: float) -> bytes:
        return self._line.read(count, timeout)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of sending tensors over a bad line."""

    tensors: int
    sent: int
    wrong: int
    computed: int
    resent: int
    silences: int
    resets: int
    faults: dict[str, int]

    def to_json(self) -> dict[str, Any]:
        return dict(vars(self))


def fire(
    line: Transport, faults: Faults, payloads: Sequence[bytes], expected: Sequence[bytes],
    reset: Callable[[], None] | None = None,
) -> Outcome:
    """Send tensors over a line with faults and compare every answer, in order."""
    counting = CountingLine(FaultyTransport(line, faults, reset))
    faulty = counting._line
    assert isinstance(faulty, FaultyTransport)
    connection = Connection(counting, timeout=SECONDS, retries=RETRIES)
    connection.identify()
    answers = connection.exchange(payloads)
    wrong = abs(len(answers) - len(expected)) + sum(
        answer != right for answer, right in zip(answers, expected, strict=False))
    statistics = connection.statistics
    _, counters = connection.identify()
    return Outcome(
        tensors=len(payloads), sent=counting.sent, wrong=wrong, computed=counters.inferences,
        resent=statistics.resent, silences=statistics.silences, resets=statistics.resets,
        faults=faulty.count,
    )


def model(faults: Faults, count: int, size: int = SIZE) -> dict[str, Any]:
    """Fire at the protocol's model."""
    sent = tensors(count, size)
    return fire(ModelLine(size), faults, sent, [digest(tensor) for tensor in sent]).to_json()


def device_verilog(engine: Component, identity: Identity, folder: Path) -> Path:
    """Write a whole device around an engine."""
    top = DeviceTop(engine, identity=identity.encode(), input_size=identity.input.size,
                    output_size=identity.output.size, divisor=DIVISOR, idle_timeout=IDLE)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "device.v"
    path.write_text(verilog.convert(top, name="device", emit_src=False))
    return path


def line(path: Path, size: int) -> VirtualLine:
    """The device in Verilator."""
    timeout = (TIMEOUT + 3 * frame_bytes(size)) * BYTE
    return VirtualLine(path, divisor=DIVISOR, build_dir=path.parent / "verilator",
                       cycles_per_second=timeout / SECONDS)


def rtl(faults: Faults, count: int, folder: Path, size: int = SIZE) -> dict[str, Any]:
    """Fire at the device in Verilator, compiled in ``folder``."""
    identity = Identity(design=bytes(32), input=Tensor(shape=(size,), scale=1.0),
                        output=Tensor(shape=(2,), scale=1.0))
    sent = tensors(count, size)
    with line(device_verilog(Digest(), identity, folder / f"digest-{size}"), size) as device:
        outcome = fire(device, faults, sent, [digest(tensor) for tensor in sent])
        capacity = device.cycles / BYTE
    return outcome.to_json() | {
        "cycles": device.cycles,
        "line": outcome.sent / capacity,
        "payload": count * size / capacity,
    }


def network() -> ir.Graph:
    """A network of two layers, with 16 inputs and 4 outputs."""
    random = np.random.default_rng(8)

    def weights(outputs: int, inputs: int) -> npt.NDArray[np.int8]:
        return random.integers(-1, 2, (outputs, inputs)).astype(np.int8)

    return ir.check(ir.Graph((
        ir.Input(name="x", shape=(16,), low=-128, high=127, scale=1 / 16),
        ir.Linear(name="a", x="x", weight=weights(8, 16), bias=random.integers(-9, 9, 8),
                  weight_bits=2),
        ir.Requantize(name="hidden", x="a", multiplier=random.integers(1 << 11, 1 << 12, 8),
                      shift=np.full(8, 14), low=0, high=255, scale=1 / 8),
        ir.Linear(name="b", x="hidden", weight=weights(4, 8), bias=random.integers(-9, 9, 4),
                  weight_bits=2),
        ir.Requantize(name="scores", x="b", multiplier=np.full(4, 1 << 12), shift=np.full(4, 12),
                      low=-32768, high=32767, scale=1.0),
    )))


def soak(inferences: int, folder: Path, faults: Faults = SOAK) -> dict[str, Any]:
    """Run a small network with stalls, noise and resets, compiled in ``folder``."""
    out = folder / "soak"
    graph = network()
    design = (Design.load(out) if out.exists() else
              api.generate(Description(graph=graph, name="soak"), board="icebreaker", out=out))
    path = device_verilog(Stalling(design.engine()), identify(design), out / "virtual")
    x = np.random.default_rng(9).integers(-128, 128, (inferences, 16))
    expected = [row.astype("<i2").tobytes() for row in graph.run(x)]
    with line(path, 16) as device:
        outcome = fire(device, faults, [row.tobytes() for row in design.elements(x)], expected,
                       device.reset)
        return outcome.to_json() | {"cycles": device.cycles}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--bytes", type=int, default=1_000_000, metavar="N",
                        help="bytes of frames to the device in RTL for each error rate")
    parser.add_argument("--inferences", type=int, default=100_000, help="of the soak")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = {f"{title}, {size} bytes": rtl(faults, arguments.bytes // frame_bytes(size), folder,
                                              size)
                for size in (SIZE, LONG) for title, faults in FIRE.items()
                if size == SIZE or "1e-3" not in title}
        soaked = soak(arguments.inferences, folder)
    if arguments.json:
        print(json.dumps({"rtl": rows, "soak": soaked}, indent=2))
        return
    print(f"{'line, payload of a frame':<34}{'tensors':>9}{'wrong':>7}{'resent':>8}{'silences':>9}"
          f"{'line':>8}{'payload':>9}")
    for title, row in rows.items():
        print(f"{title:<34}{row['tensors']:9}{row['wrong']:7}{row['resent']:8}{row['silences']:9}"
              f"{row['line']:8.1%}{row['payload']:9.1%}")
    faults = ", ".join(f"{count:,} {what.replace('_', ' ')}"
                       for what, count in soaked["faults"].items())
    print(f"soak: {soaked['wrong']} of {soaked['tensors']:,} answers wrong; {faults}; "
          f"{soaked['resent']:,} tensors sent again, {soaked['silences']:,} time-outs")


if __name__ == "__main__":
    main()
