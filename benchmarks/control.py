"""The digits MLP against a trivial control: one multiplier, one ROM, one weight a cycle.

    python benchmarks/control.py [--json] [--gsm mlp.gsm]

Both compute the same integers from the same compressed model (trained here when no description is
given), both are synthesised, placed and routed for the iCE40UP5K in this run, without a host link:
logic cells, block RAMs, DSP blocks, routed clock, cycles from the first input element to the last
output, and the product of logic cells and cycles.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from amaranth.back import verilog
from amaranth.hdl import Module, Mux, Signal, signed, unsigned
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out

import gossamer_boards
from gossamer import ir
from gossamer.description import Description
from gossamer.plan import passes, plan, stored
from gossamer_boards import toolchain
from gossamer_hw.array import ArrayEngine
from gossamer_sim.run import run_engine_amaranth

IMAGES = 4


class SingleMultiplier(wiring.Component):
    """Fully connected layers, one weight per cycle; the same streams as the array engine."""

    i: stream.Interface
    o: stream.Interface

    def __init__(self, graph: ir.Graph) -> None:
        self.items = passes(graph)
        self.types = graph.types()
        self.first = stored(graph.input.name, graph.input.infer())
        super().__init__({
            "i": In(stream.Signature(data.StructLayout({"data": signed(8), "last": 1}))),
            "o": Out(stream.Signature(data.StructLayout({"data": signed(16), "last": 1}))),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        nodes = [item.weighted for item in self.items]
        scales = [item.requantize for item in self.items
                  if isinstance(item.requantize, ir.Requantize)]
        assert all(isinstance(node, ir.Linear) for node in nodes)
        zeros = [self.first.zero, *(
            stored(item.output, self.types[item.output]).zero for item in self.items[:-1]), 0]
        values = np.concatenate([node.weight.reshape(-1) for node in nodes]).astype(int)
        width = 2 if np.abs(values).max() <= 1 else max(node.weight_bits for node in nodes)
        m.submodules.weights = weights = memory.Memory(
            shape=signed(width), depth=len(values), init=values.tolist())
        neurons = [
            {"bias": int(bias + zero * node.weight[k].astype(int).sum()),
             "multiplier": int(scale.multiplier[k]), "shift": int(scale.shift[k]) - 1}
            for node, scale, zero in zip(nodes, scales, zeros[:-1], strict=True)
            for k, bias in enumerate(node.bias)
        ]
        m.submodules.neurons = table = memory.Memory(
            shape=data.StructLayout({"bias": signed(24), "multiplier": 8, "shift": 5}),
            depth=len(neurons), init=neurons)
        sizes = [node.weight.shape[1] for node in nodes]
        # Every layer's inputs have a place of their own.
        bases = np.cumsum([0, *sizes]).tolist()
        m.submodules.activations = activations = memory.Memory(
            shape=signed(8), depth=bases[-1], init=[])
        weight, neuron = weights.read_port(), table.read_port()
        operand, write = activations.read_port(), activations.write_port()

        layer = Signal(range(len(nodes) + 1))
        index = Signal(range(max(sizes)))
        unit = Signal(range(max(node.outputs for node in nodes)))
        result = Signal(range(bases[-1] + 1))
        busy = Signal()

        def per_layer(options: list[int]) -> Any:
            return data.ArrayLayout(unsigned(16), len(options)).const(options)[layer]

        # Input, and then one product per cycle.
        load = self.i.valid & self.i.ready
        final = index == per_layer(sizes) - 1
        stages = [Signal(data.StructLayout({"valid": 1, "first": 1, "last": 1, "end": 1}),
                         name=f"stage_{k}") for k in range(5)]
        advance = Signal()
        issue = busy & advance
        with m.If(advance):
            m.d.sync += stages[0].eq(0)
        with m.If(issue):
            m.d.sync += [
                weight.addr.eq(weight.addr + 1),
                operand.addr.eq(operand.addr + 1),
                index.eq(index + 1),
                stages[0].valid.eq(1),
                stages[0].first.eq(index == 0),
                stages[0].last.eq(final),
                stages[0].end.eq(final & (unit == per_layer([n.outputs for n in nodes]) - 1)),
            ]
            with m.If(final):
                m.d.sync += [index.eq(0), unit.eq(unit + 1),
                             operand.addr.eq(per_layer(bases[:-1]))]
                with m.If(unit == per_layer([node.outputs for node in nodes]) - 1):
                    m.d.sync += [busy.eq(0), unit.eq(0), layer.eq(layer + 1)]

        accumulator = Signal(signed(24))
        product = Signal(signed(32))
        scaled = Signal(signed(24))
        shift = Signal(5)
        m.d.comb += [operand.en.eq(advance), weight.en.eq(advance)]
        with m.If(advance):
            m.d.sync += [after.eq(before) for before, after in zip(stages, stages[1:],
                                                                   strict=False)]
            with m.If(stages[0].valid):
                m.d.sync += accumulator.eq(
                    Mux(stages[0].first, 0, accumulator) + weight.data * operand.data)
            with m.If(stages[1].last):
                m.d.sync += [product.eq((accumulator + neuron.data.bias)
                                        * neuron.data.multiplier),
                             shift.eq(neuron.data.shift), neuron.addr.eq(neuron.addr + 1)]
            m.d.sync += scaled.eq(((product >> shift) + 1) >> 1)

        # Limits and destination of the result of the layer before the one that is set up.
        output = result == bases[-1]
        hidden = scales[0]
        low, high = Mux(output, -32768, hidden.low), Mux(output, 32767, hidden.high)
        limited = Mux(scaled < low, low, Mux(scaled > high, high, scaled))
        done = stages[3].valid & stages[3].last
        m.d.comb += [
            self.o.valid.eq(done & output),
            self.o.payload.data.eq(limited),
            self.o.payload.last.eq(stages[3].end),
            advance.eq(~self.o.valid | self.o.ready),
            write.en.eq(load | done & ~output),
            write.addr.eq(result),
            write.data.eq(Mux(load, self.i.payload.data, limited - zeros[1])),
        ]
        with m.If(load | done & ~output & advance):
            m.d.sync += result.eq(result + 1)
        idle = Signal(init=1)
        m.d.comb += self.i.ready.eq(idle)
        with m.If(load & self.i.payload.last):
            m.d.sync += [idle.eq(0), busy.eq(1), layer.eq(0), operand.addr.eq(0),
                         weight.addr.eq(0), neuron.addr.eq(0)]
        with m.If(done & stages[3].end & advance):
            m.d.sync += operand.addr.eq(per_layer(bases[:-1]))
            with m.If(output):
                m.d.sync += [idle.eq(1), result.eq(0)]
            with m.Else():
                m.d.sync += busy.eq(1)

        return m


def compressed() -> Description:
    """The demo's MLP, compressed with the demo's recipe."""
    import gossamer as gs
    from gossamer.compress.models import build

    return gs.compress(build("mlp"), "digits", "block-ternary", name="mlp")


def route(component: wiring.Component) -> dict[str, Any]:
    """Logic cells, block RAMs, DSP blocks and clock on the iCE40UP5K, placed and routed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "top.v").write_text(verilog.convert(component, name="top", emit_src=False))
        toolchain.run(toolchain.find("yosys"), [
            "-q", "-p", "read_verilog top.v; synth_ice40 -dsp -abc9 -top top -json top.json"],
            cwd=folder, log=folder / "yosys.log")
        toolchain.run(toolchain.find("nextpnr-ice40"), [
            "--up5k", "--package", "sg48", "--json", "top.json", "--freq", "24",
            "--pcf-allow-unconstrained", "--timing-allow-fail", "--report", "report.json"],
            cwd=folder, log=folder / "nextpnr.log")
        report = json.loads((folder / "report.json").read_text())
    used = {key: value["used"] for key, value in report["utilization"].items()}
    clock = min(entry["achieved"] for entry in report["fmax"].values())
    return {"logic_cells": used["ICESTORM_LC"], "block_rams": used["ICESTORM_RAM"],
            "dsps": used["ICESTORM_DSP"], "fmax_mhz": clock}


def measure(description: Description) -> dict[str, Any]:
    graph = description.graph
    made = plan(graph, gossamer_boards.get("icebreaker").target)
    samples = description.samples
    assert samples is not None
    x = samples.inputs[:IMAGES]
    zero = stored("x", graph.input.infer()).zero
    elements = (x - zero).reshape(len(x), -1)
    expected = samples.outputs[:IMAGES].reshape(len(x), -1)
    result: dict[str, Any] = {"integer_accuracy": description.integer_accuracy,
                              "test_images": description.test_images}
    for name, create in (("gossamer", lambda: ArrayEngine(made.program.spec)),
                         ("control", lambda: SingleMultiplier(graph))):
        run = run_engine_amaranth(create, elements, expected.shape[1], expected=expected)
        entry = route(create()) | {"cycles": int(run.cycles.max())}
        entry["logic_cell_cycles"] = entry["logic_cells"] * entry["cycles"]
        entry["logic_cell_us"] = entry["logic_cell_cycles"] / entry["fmax_mhz"]
        result[name] = entry
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--gsm", type=Path, help="a compressed MLP instead of training one")
    arguments = parser.parse_args()
    result = measure(Description.load(arguments.gsm) if arguments.gsm else compressed())
    if arguments.json:
        print(json.dumps(result, indent=2))
        return
    print(f"{'':10}{'LC':>6}{'BRAM':>6}{'DSP':>5}{'MHz':>7}{'cycles':>8}{'LC x cycles':>13}")
    for name in ("gossamer", "control"):
        row = result[name]
        print(f"{name:10}{row['logic_cells']:6}{row['block_rams']:6}{row['dsps']:5}"
              f"{row['fmax_mhz']:7.1f}{row['cycles']:8}{row['logic_cell_cycles']:13,}")


if __name__ == "__main__":
    main()
