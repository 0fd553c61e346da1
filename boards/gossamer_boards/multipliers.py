"""Multipliers of an ECP5, as Yosys leaves them, made smaller around their DSP blocks.

Yosys multiplies in DSP blocks, but leaves the registers around them in slices
(https://github.com/YosysHQ/yosys, ``techlibs/lattice``). In the block they cost nothing, and paths
end where the block is, wherever that may be. It also leads the sign of a narrow factor to all bits
of the block above it, where wires are rarest; a factor that stands in the upper bits instead, with
zeros below, needs no wire but its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["RULES", "absorb", "raise_factors"]

#: Counts up when something else is done, so that what was kept of earlier builds is not used.
RULES = 1

_INPUTS = {side: [f"{side}{bit}" for bit in range(18)] for side in "AB"}
_OUTPUTS = [f"P{bit}" for bit in range(36)]


@dataclass(frozen=True)
class _Bank:
    """Registers with the same clock and enable, each by the multiplier's port that it is at."""

    clock: int
    enable: int | str
    registers: Mapping[str, tuple[str, ...]]


def raise_factors(module: dict[str, Any]) -> int:
    """Let signed factors stand in the upper bits of their ports; how many wires end no more.

    The product of two factors that are raised by i and by j bits is raised by i + j. Where a bit of
    it is used that only repeats its sign, nothing is raised.
    """
    used = {bit for cell in module["cells"].values() for port, bits in cell["connections"].items()
            if cell["port_directions"][port] != "output" for bit in bits}
    used |= {bit for port in module["ports"].values() for bit in port["bits"]}
    spared = 0
    for cell in module["cells"].values():
        if cell["type"] != "MULT18X18D":
            continue
        factors = {side: [_bit(cell, port) for port in ports] for side, ports in _INPUTS.items()}
        raised = {side: _repeats(bits) if _bit(cell, f"SIGNED{side}") == "1" else 0
                  for side, bits in factors.items()}
        product = {number: _bit(cell, port) for number, port in enumerate(_OUTPUTS)
                   if _bit(cell, port) in used}
        by = sum(raised.values())
        if not by or product and max(product) + by > 35:
            continue
        for side, count in raised.items():
            spared += count * isinstance(factors[side][17], int)
            for port, bit in zip(_INPUTS[side], ["0"] * count + factors[side], strict=False):
                _connect(cell, port, bit)
        for port in _OUTPUTS:
            cell["connections"].pop(port, None)
        for number, bit in product.items():
            cell["connections"][_OUTPUTS[number + by]] = [bit]
            cell["port_directions"][_OUTPUTS[number + by]] = "output"
    return spared


def absorb(module: dict[str, Any]) -> int:
    """Change a module of a Yosys netlist; how many registers it has less.

    A multiplier takes the registers of both its factors if all bits that are not zero come from
    registers that have no reset, with one clock and one enable for each factor; they stay where
    something else uses them too. It takes those of its product if nothing else uses it.
    """
    cells: dict[str, Any] = module["cells"]
    sinks: dict[int, list[tuple[str, str]]] = defaultdict(list)
    drivers: dict[int, str] = {}
    for name, cell in cells.items():
        for port, bits in cell["connections"].items():
            for bit in bits:
                if not isinstance(bit, int):
                    continue
                if cell["port_directions"][port] == "output":
                    drivers[bit] = name
                else:
                    sinks[bit].append((name, port))
    pins = {bit for port in module["ports"].values() for bit in port["bits"]}

    def bank(found: Iterable[tuple[str, Iterable[str]]]) -> _Bank | None:
        registers = {port: tuple(names) for port, names in found}
        controls = {_control(cells.get(each)) for names in registers.values() for each in names}
        control = controls.pop() if len(controls) == 1 else None
        return None if control is None else _Bank(*control, registers)

    before = len(cells)
    for name, cell in [*cells.items()]:
        if cell["type"] != "MULT18X18D":
            continue
        factors = [bank(
            (port, [drivers.get(bit, "")])
            for port in ports if (bit := _bit(cell, port)) != "0") for ports in _INPUTS.values()]
        outputs = {port: bit for port in _OUTPUTS
                   if isinstance(bit := _bit(cell, port), int) and (sinks[bit] or bit in pins)}
        product = None
        if not pins & set(outputs.values()) and all(
                port == "DI" for bit in outputs.values() for _, port in sinks[bit]):
            product = bank((port, [each for each, _ in sinks[bit]])
                           for port, bit in outputs.items())
        banks = {"OUTPUT": product} if product else {}
        first, second = factors
        if first and second:
            banks |= {"INPUTA": first, "INPUTB": second}
        if not banks or len({found.clock for found in banks.values() if found}) != 1:
            continue
        enables: list[int | str] = []
        for place, found in banks.items():
            assert found is not None
            if found.enable not in enables:
                enables.append(found.enable)
            cell["parameters"] |= {
                f"REG_{place}_CLK": "CLK0", f"REG_{place}_RST": "RST0",
                f"REG_{place}_CE": f"CE{enables.index(found.enable)}"}
            _connect(cell, "CLK0", found.clock)
            for port, names in found.registers.items():
                if place != "OUTPUT":
                    bit = _bit(cells[names[0]], "DI")
                    _connect(cell, port, bit)
                    sinks[bit].append((name, port))
                    continue
                # Registers of the same bit are one.
                kept, *others = (cells.pop(each)["connections"]["Q"][0] for each in names)
                cell["connections"][port] = [kept]
                for other in others:
                    _rename(module, sinks[other], other, kept)
                    sinks[kept] += sinks[other]
        cell["parameters"] |= {"RESETMODE": "SYNC"}
        _connect(cell, "RST0", "0")
        for number, enable in enumerate(enables):
            if enable != "1":       # what nothing leads to is high
                _connect(cell, f"CE{number}", enable)
    _sweep(module)
    return before - len(cells)


def _repeats(bits: list[int | str]) -> int:
    """How many bits of a number do no more than repeat its sign."""
    return len(bits) - 1 - next(
        (place for place in reversed(range(len(bits) - 1)) if bits[place] != bits[-1]), -1) - 1


def _control(cell: Mapping[str, Any] | None) -> tuple[int, int | str] | None:
    """Clock and enable of a register that begins at zero and has no reset."""
    if cell is None or cell["type"] != "TRELLIS_FF":
        return None
    words = {name: str(value).rstrip(" ") for name, value in cell["parameters"].items()}
    if (_bit(cell, "LSR") not in ("0", "x") or words.get("REGSET", "RESET") != "RESET"
            or words.get("CLKMUX", "CLK") != "CLK"):
        return None
    match words.get("CEMUX", "1"):
        case "1":
            return _bit(cell, "CLK"), "1"
        case "CE":
            return _bit(cell, "CLK"), _bit(cell, "CE")
    return None


def _bit(cell: Mapping[str, Any], port: str) -> Any:
    """The wire at a port of one bit, or the constant there."""
    return (cell["connections"].get(port) or ["0"])[0]


def _connect(cell: dict[str, Any], port: str, bit: int | str) -> None:
    cell["connections"][port] = [bit]
    cell["port_directions"][port] = "input"


def _rename(module: dict[str, Any], sinks: Iterable[tuple[str, str]], old: int, new: int) -> None:
    """Let a wire be another one, at its sinks and in its names."""
    for name, port in sinks:
        if name in module["cells"]:
            connections = module["cells"][name]["connections"]
            connections[port] = [new if bit == old else bit for bit in connections[port]]
    for net in [*module["netnames"].values(), *module["ports"].values()]:
        net["bits"] = [new if bit == old else bit for bit in net["bits"]]


def _sweep(module: dict[str, Any]) -> None:
    """Remove registers that nothing uses any more."""
    cells = module["cells"]
    while True:
        used = {bit for cell in cells.values() for port, bits in cell["connections"].items()
                if cell["port_directions"][port] != "output" for bit in bits}
        used |= {bit for port in module["ports"].values() for bit in port["bits"]}
        idle = [name for name, cell in cells.items()
                if cell["type"] == "TRELLIS_FF" and _bit(cell, "Q") not in used]
        if not idle:
            return
        for name in idle:
            del cells[name]
