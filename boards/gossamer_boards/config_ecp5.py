"""Configuration of an ECP5: whether its tables and its routing are those of a routed netlist.

The text is that of Project Trellis: for each tile the table of each look-up table (``word``) and
each step of the routing that was chosen (``arc``, sink first), the wires of other tiles with where
those are (``S1_V02S0101`` is wire ``V02S0101`` of the tile below). nextpnr's netlist has a cell's
place as an attribute, and of each net all steps, with the places of both wires in numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["difference"]

_PINS = "ABCD"
_DIRECTIONS = {"N": (0, -1), "S": (0, 1), "E": (1, 0), "W": (-1, 0)}

#: A step from one input of a slice to another input of a look-up table: the router permutes them.
_PERMUTED = re.compile(r"X(\d+)/Y(\d+)/0_0_([A-D])(\d)->0_0_([A-D])\4_SLICE")

#: Wires that only some multipliers and pins have a choice for.
_SOMETIMES = {"JMULTA", "JMULTB", "JDIA", "JDIB", "JDIC", "JDID"}

#: A look-up table by its tile and its number there.
_Place = tuple[int, int, int]


def difference(config: str, netlist: Mapping[str, Any]) -> str:
    """What a configuration holds that the routed module does not say, or the other way round.

    All look-up tables are compared, as functions of the wires that lead to them, and all steps of
    the routing outside the clock's spine. The result is empty if there is none.
    """
    arcs, tables, tied = _read(config)
    steps = {step for net in netlist["netnames"].values()
             for step in (net["attributes"].get("ROUTING") or "").split(";")[1::3] if step}
    if foreign := sorted(arcs - steps):
        return f"the step {foreign[0]}, which no net takes"
    # Which wires have a choice is what the configuration says: others are joined for good.
    chosen = {_kind(arc) for arc in arcs} - _SOMETIMES
    if lost := sorted(step for step in steps - arcs if _kind(step) in chosen):
        return f"no step {lost[0]}, which a net takes"
    fed: dict[_Place, list[tuple[int, int]]] = {}
    for step in steps:
        if found := _PERMUTED.fullmatch(step):
            fed.setdefault((int(found[1]), int(found[2]), int(found[4])), []).append(
                (_PINS.index(found[3]), _PINS.index(found[5])))
    for name, cell in sorted(netlist["cells"].items()):
        if cell["type"] != "TRELLIS_COMB":
            continue
        place = _place(cell)
        if not _same(cell["parameters"], tables.pop(place, None), fed.get(place, []),
                     tied.get(place, 0)):
            return f"another table than that of {name}"
    if tables:
        x, y, number = min(tables)
        return f"a table at X{x}/Y{y}, number {number}, which no cell has"
    return ""


def _read(config: str) -> tuple[set[str], dict[_Place, int], dict[_Place, int]]:
    """Steps as nextpnr writes them, tables, and inputs of carries that are tied high."""
    arcs: set[str] = set()
    tables: dict[_Place, int] = {}
    tied: dict[_Place, int] = {}
    x = y = 0
    spine = False
    for line in config.splitlines():
        if found := re.match(r"\.tile (?:\w*_)?R(\d+)C(\d+):(\w+)", line):
            y, x = int(found[1]), int(found[2])
            spine = re.match("CMUX|[BLRT]MID", found[3]) is not None
        elif line.startswith("arc: ") and not spine:
            _, sink, source = line.split()
            arcs.add(f"X{x}/Y{y}/{_relative(source)}->{_relative(sink)}")
        elif found := re.match(r"word: SLICE([A-D])\.K([01])\.INIT ([01]{16})$", line):
            tables[x, y, _number(found[1], found[2])] = int(found[3], 2)
        elif found := re.match(r"enum: SLICE([A-D])\.([A-D])([01])MUX 1$", line):
            place = x, y, _number(found[1], found[3])
            tied[place] = tied.get(place, 0) | 1 << _PINS.index(found[2])
    return arcs, tables, tied


def _relative(wire: str) -> str:
    """A wire as nextpnr names it: columns and rows to its tile, and its name there."""
    x = y = 0
    if found := re.match(r"((?:[NSEW]\d+)+)_", wire):
        wire = wire[found.end():]
        for direction, count in re.findall(r"([NSEW])(\d+)", found[1]):
            right, down = _DIRECTIONS[direction]
            x, y = x + right * int(count), y + down * int(count)
    return f"{x}_{y}_{wire}"


def _kind(step: str) -> str:
    """What a step ends at, without numbers."""
    return re.sub(r"\d+", "", step.rpartition("->")[2].split("_", 2)[2])


def _number(slice_: str, half: str) -> int:
    return 2 * _PINS.index(slice_) + int(half)


def _place(cell: Mapping[str, Any]) -> _Place:
    found = re.fullmatch(r"X(\d+)/Y(\d+)/SLICE([A-D])\.K([01])", cell["attributes"]["NEXTPNR_BEL"])
    if found is None:
        raise ValueError(f"no place of a look-up table: {cell['attributes']['NEXTPNR_BEL']!r}")
    return int(found[1]), int(found[2]), _number(found[3], found[4])


def _same(parameters: Mapping[str, str], table: int | None, fed: list[tuple[int, int]],
          tied: int) -> bool:
    """Whether a table says of the wires what the cell says of its pins.

    Pins that no wire leads to are low, and high in a carry, where wires that lead to no pin are
    tied high.
    """
    if table is None:
        return False
    cell = int(parameters["INITVAL"], 2)
    carry = parameters.get("MODE") == "CCU2"
    open_pins = 0b1111 & ~sum(1 << pin for pin in {pin for _, pin in fed}) if carry else 0
    # Of a carry, the first four entries are a table of two inputs of its own.
    for used in (0b1111, 0b0011) if carry else (0b1111,):
        for wires in _values(used, tied & used if carry else 0):
            pins = open_pins & used
            for wire, pin in fed:
                pins |= (wires >> wire & 1) << pin
            if table >> wires & 1 != cell >> (pins & used) & 1:
                return False
    return not carry or not any(tied >> wire & 1 for wire, _ in fed)


def _values(used: int, high: int) -> Iterator[int]:
    return (value for value in range(16) if value & ~used == 0 and value & high == high)
