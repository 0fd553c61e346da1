"""Check a component's streams: send payloads, compare what comes out.

The same call works for Amaranth's simulator and, as Verilog under cocotb, for Verilator and Icarus.
"""

from __future__ import annotations

import functools
import json
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from amaranth import Const, Module, Shape, Signal, Value
from amaranth.back import verilog
from amaranth.hdl import ShapeCastable
from amaranth.lib import stream
from amaranth.lib.wiring import Component, Flow, connect, flipped
from amaranth.sim import Simulator

from gossamer.errors import GossamerError
from gossamer_sim import launch
from gossamer_sim.compare import compare_streams, stopped
from gossamer_sim.stream_harness import stream_harness

__all__ = ["check_streams", "check_streams_amaranth"]

# A payload is a number, or whatever the stream's shape makes a constant of.
Payloads = Mapping[str, Sequence[Any]]

# Cycles after the last expected payload in which no other may come.
SETTLE = 32


def check_streams(
    component: Component,
    sent: Payloads,
    expected: Payloads,
    *,
    build_dir: Path,
    simulator: str = "verilator",
    stall: float = 0.5,
    seed: int = 0,
    constants: Mapping[str, int] | None = None,
    timeout_cycles: int = 10_000,
) -> None:
    """Send payloads to a component and compare what it gives; a difference is a GossamerError.

    Parameters
    ----------
    sent, expected : dict
        Payloads by the name of the stream port, for example ``{"i": [1, -2]}``: numbers, or
        anything the shape of the payload makes a constant of (a dict for a structure).
        A number for a structure is its bit pattern.
    build_dir : Path
        Keeps the compiled simulation, which is reused while the component stays the same.
    simulator : str
        ``verilator``, ``icarus`` or ``amaranth``.
    stall : float
        Chance of a pause per cycle, independently on every stream.
    constants : dict
        Values of the other input ports, by name.
    timeout_cycles : int
        This many cycles without a transfer on any stream end the run.
    """
    if simulator == "amaranth":
        return check_streams_amaranth(
            component,
            sent,
            expected,
            stall=stall,
            seed=seed,
            constants=constants,
            timeout_cycles=timeout_cycles,
        )
    ports = _Ports(component, sent, expected)
    build_dir = build_dir.resolve()
    run_dir, compiled = build_dir / "run", build_dir / simulator
    shutil.rmtree(run_dir, ignore_errors=True)
    run_dir.mkdir(parents=True)
    source, harness = build_dir / "dut.v", build_dir / "harness.v"
    source.write_text(verilog.convert(_Clocked(component), name="dut", emit_src=False))
    members = dict(component.signature.members)
    widths = {name: Shape.cast(members[name].shape).width for name in constants or ()}
    harness.write_text(
        stream_harness(
            {name: ports.widths[name] for name in sent},
            {name: ports.widths[name] for name in expected},
            widths,
        )
    )
    launch.build(source, "harness", simulator, compiled, harness=harness)
    for name, payloads in ports.sent.items():
        (run_dir / f"{name}.sent").write_text("".join(f"{bits:x}\n" for bits in payloads))
    bench = {
        "sent": {name: len(payloads) for name, payloads in ports.sent.items()},
        "expected": ports.expected,
        "widths": ports.widths,
        "signed": ports.signed,
        "timeout": timeout_cycles,
    }
    (run_dir / "bench.json").write_text(json.dumps(bench))
    arguments: dict[str, object] = {
        "stall": round(stall * 65536),
        "seed": seed % 2**32,
        "timeout": timeout_cycles,
        "settle": SETTLE,
    }
    for name, payloads in (ports.sent | ports.expected).items():
        arguments[f"{name}.total"] = len(payloads)
    for name, value in (constants or {}).items():
        arguments[f"constant.{name}"] = f"{value & (1 << widths[name]) - 1:x}"
    launch.run(
        "gossamer_sim.bench_streams",
        "harness",
        simulator,
        compiled,
        run_dir,
        plusargs=[f"+{name}={value}" for name, value in arguments.items()],
        seed=seed,
    )


def check_streams_amaranth(
    component: Component,
    sent: Payloads,
    expected: Payloads,
    *,
    stall: float = 0.5,
    seed: int = 0,
    constants: Mapping[str, int] | None = None,
    timeout_cycles: int = 10_000,
) -> None:
    """The same as `check_streams` in Amaranth's own simulator."""
    ports = _Ports(component, sent, expected)
    dut = _Clocked(component)
    received: dict[str, list[int]] = {name: [] for name in expected}
    transfers = dict.fromkeys(ports.shapes, 0)
    total = {name: len(values) for name, values in (ports.sent | ports.expected).items()}
    idle = 0

    async def source(ctx: Any, name: str) -> None:
        port, pauses = getattr(dut, name), random.Random(f"{seed} {name}")
        for bits in ports.sent[name]:
            while pauses.random() < stall:
                await ctx.tick()
            ctx.set(Value.cast(port.payload), bits)
            ctx.set(port.valid, 1)
            ready = 0
            while not ready:
                _, _, ready = await ctx.tick().sample(port.ready)
            transfers[name] += 1
            ctx.set(port.valid, 0)

    async def sink(ctx: Any, name: str) -> None:
        port, pauses = getattr(dut, name), random.Random(f"{seed} {name}")
        payload = Value.cast(port.payload)
        mask = (1 << ports.widths[name]) - 1
        waiting: int | None = None
        while True:
            ready = pauses.random() >= stall
            ctx.set(port.ready, ready)
            _, _, valid, bits = await ctx.tick().sample(port.valid, payload)
            offered = bits & mask if valid else None
            if waiting is not None and offered != waiting:
                raise GossamerError(
                    f"Stream {name!r} offers {waiting} at transfer {transfers[name]} but "
                    f"{'nothing' if offered is None else offered} a cycle later, before it was "
                    "taken."
                )
            waiting = None if ready else offered
            if ready and offered is not None:
                received[name].append(offered)
                transfers[name] += 1

    async def watch(ctx: Any) -> None:
        nonlocal idle
        for name, value in (constants or {}).items():
            ctx.set(getattr(dut, name), value)
        before = dict(transfers)
        while any(transfers[name] < total[name] for name in total) and idle < timeout_cycles:
            await ctx.tick()
            idle = 0 if transfers != before else idle + 1
            before = dict(transfers)
        await ctx.tick().repeat(SETTLE)

    # The watch goes first: it sets the constants before anything moves.
    simulation = Simulator(dut)
    simulation.add_clock(1e-6)
    simulation.add_testbench(watch)
    for name in ports.sent:
        simulation.add_testbench(functools.partial(source, name=name), background=True)
    for name in expected:
        simulation.add_testbench(functools.partial(sink, name=name), background=True)
    simulation.run()

    difference = compare_streams(received, ports.expected, ports.widths, ports.signed)
    if difference is None and idle == timeout_cycles:
        difference = stopped(transfers, total, idle)
    if difference is not None:
        raise GossamerError(difference)


class _Ports:
    """The streams of a check by name, their payloads as bit patterns."""

    def __init__(self, component: Component, sent: Payloads, expected: Payloads) -> None:
        self.shapes = {
            **{name: self._shape(component, name, Flow.In) for name in sent},
            **{name: self._shape(component, name, Flow.Out) for name in expected},
        }
        casts = {name: Shape.cast(shape) for name, shape in self.shapes.items()}
        self.widths = {name: shape.width for name, shape in casts.items()}
        self.signed = [name for name, shape in casts.items() if shape.signed]
        self.sent = {name: self._bits(name, payloads) for name, payloads in sent.items()}
        self.expected = {name: self._bits(name, payloads) for name, payloads in expected.items()}

    @staticmethod
    def _shape(component: Component, name: str, flow: Flow) -> Any:
        members = component.signature.members
        member = dict(members).get(name)
        if (
            member is None
            or not member.is_signature
            or not isinstance(member.signature, stream.Signature)
            or member.flow is not flow
        ):
            direction = "input" if flow is Flow.In else "output"
            raise GossamerError(
                f"{type(component).__name__} has no {direction} stream {name!r}; its ports are "
                f"{', '.join(sorted(members))}."
            )
        return member.signature.members["payload"].shape

    def _bits(self, name: str, payloads: Sequence[Any]) -> list[int]:
        shape, mask = self.shapes[name], (1 << self.widths[name]) - 1
        if isinstance(shape, ShapeCastable):
            structured = (
                payload if isinstance(payload, int) else Const.cast(shape.const(payload)).value
                for payload in payloads
            )
            return [int(payload) & mask for payload in structured]
        return [int(payload) & mask for payload in payloads]


class _Clocked(Component):
    """The component with a clock and a reset, which it need not have of its own."""

    def __init__(self, inner: Component) -> None:
        self._inner = inner
        super().__init__(inner.signature)

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.inner = self._inner
        connect(m, flipped(self), self._inner)
        edge = Signal()
        m.d.sync += edge.eq(~edge)

        return m
