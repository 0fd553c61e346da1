"""Measured cost tables: what place and route says is what the tables say."""

import json
from dataclasses import replace

import pytest
from amaranth.hdl import Module
from amaranth.lib.wiring import Component, In, Out
from benchmarks import cells as command

from gossamer.errors import GossamerError
from gossamer.plan import cells
from gossamer_boards.cells import DEVICES, Specimen, design, measure, tools
from gossamer_hw.formats import Dense, Integers, Tile
from gossamer_hw.lanes import TernaryLanes

UP5K = DEVICES["ice40up5k"]
NONE = cells.Part(key="none", kind="none", terms={"nothing": 1})


class Edges(Component):
    """Sixteen look-up tables."""

    def __init__(self):
        super().__init__({"a": In(16), "b": Out(16)})

    def elaborate(self, platform):
        m = Module()
        m.d.comb += self.b.eq(self.a & ~self.a.rotate_left(5))
        return m


@pytest.mark.parametrize("specimen", [
    command.lane_array(TernaryLanes(), Tile(rows=2, columns=2)),
    next(command.decoder(Dense(values=Integers(4), rows=4, columns=4, port=64))),
], ids=lambda specimen: specimen.part.key)
def test_measuring_again_gives_what_the_table_has(specimen):
    table = command.load(UP5K)
    if not table.entries:
        pytest.skip(f"the table was made with other tools than {tools(UP5K)}; run "
                    f"`{table.command}` to make it again")
    assert measure(specimen, UP5K) == table.entries[specimen.part.key]


@pytest.mark.parametrize("name", [
    "ice40hx8k", *(pytest.param(name, marks=pytest.mark.slow) for name in ("ice40up5k", "ecp5"))])
def test_only_the_component_is_counted(name):
    specimen = Specimen(part=NONE, create=Edges)
    assert design(specimen, DEVICES[name])[2] == 16
    entry = measure(specimen, DEVICES[name])
    # Constants may take a cell each.
    assert 16 <= entry.cells <= 18
    assert (entry.block_rams, entry.dsps) == (0, 0)
    assert entry.fmax_mhz > 100


def test_tables_say_what_they_were_measured_on():
    assert tuple(DEVICES) == cells.DEVICES
    made = [name for name, device in DEVICES.items() if command.path(device).exists()]
    assert {"ice40up5k", "ecp5"} <= set(made), "a board's device has no table"
    for name in made:
        device = DEVICES[name]
        saved = json.loads(command.path(device).read_text())
        assert (saved["device"], saved["family"], saved["dsps"]) == (
            device.device, device.family, device.dsps)
        assert set(saved["tools"]) == {"amaranth", "yosys", device.router}, name


def test_equal_components_are_equal_netlists():
    specimen = command.lane_array(TernaryLanes(), Tile(rows=2, columns=2))
    other = command.lane_array(TernaryLanes(), Tile(rows=2, columns=4))
    assert design(specimen, UP5K) == design(specimen, UP5K)
    assert design(specimen, UP5K)[1] != design(other, UP5K)[1]


def test_a_table_of_other_tools_is_not_added_to(tmp_path, monkeypatch):
    table = command.load(UP5K)
    monkeypatch.setattr(command, "path", lambda device: tmp_path / "table.json")
    command.save(table, tmp_path / "table.json")
    assert command.load(UP5K) == table
    command.save(replace(table, tools={"yosys": "0.1"}), tmp_path / "table.json")
    assert command.load(UP5K) == replace(table, entries={})


def test_what_is_known_is_not_measured_again(tmp_path, monkeypatch):
    listed = {specimen.part.key: specimen for specimen in (
        command.lane_array(TernaryLanes(), Tile(rows=1, columns=1)),
        command.lane_array(TernaryLanes(), Tile(rows=1, columns=2)))}
    measured = []

    def pretend(specimen, device):
        if specimen.part.key == "lanes/ternary/1x2":
            raise GossamerError("It is too large.")
        measured.append(specimen.part.key)
        return cells.Entry(part=specimen.part, cells=5, block_rams=0, dsps=0, fmax_mhz=9.0,
                           design=design(specimen, device)[1])

    monkeypatch.setattr(command, "path", lambda device: tmp_path / "table.json")
    monkeypatch.setattr(command, "measure", pretend)
    lines = []

    def run(again=False):
        return command.run(UP5K, listed, lambda key: True, again=again, report=lines.append)

    table = run()
    assert measured == ["lanes/ternary/1x1"]
    assert lines[0].startswith(
        "ice40up5k 1/2 lanes/ternary/1x1: 5 cells, 0 block RAMs, 0 DSPs, 9.0 MHz")
    assert lines[1] == "ice40up5k 2/2 lanes/ternary/1x2: It is too large."
    assert run() == table and measured == ["lanes/ternary/1x1"]
    run(again=True)
    assert measured == ["lanes/ternary/1x1"] * 2
    # Another netlist is another measurement.
    command.save(replace(table, entries={
        key: replace(entry, design="") for key, entry in table.entries.items()}),
        tmp_path / "table.json")
    run()
    assert len(measured) == 3
