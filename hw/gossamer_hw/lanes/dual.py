"""Dual lanes: two products in one DSP block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amaranth.hdl import Cat, ClockSignal, Const, Instance, Module, Signal, Value, signed
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from .base import Lanes

__all__ = ["DualIntegerLanes", "DualProduct"]

# Bits of a product of four and eight bits: the distance of two products in one multiplier.
FIELD = 12

#: Parameters of an SB_MAC16 that put its two products into registers.
PRODUCT_REGISTERS = ("TOP_8x8_MULT_REG", "BOT_8x8_MULT_REG")


class DualProduct(wiring.Component):
    """Two signed products, combinational, or one cycle later.

    * On an iCE40UP or iCE5LP both are in one SB_MAC16 as two 8x8 multipliers (Lattice TN1295).
    * On an ECP5 two products of four-bit weights with one operand are in one MULT18X18D, which
      multiplies it by ``(w[1] << 12) + w[0]``. If the lower product is negative it borrows one
      from the upper, which gets it back in LUTs.
    * Elsewhere, and in simulation, they are two multiplications, which synthesis maps as it likes.

    Parameters
    ----------
    bits : int
        Width of a weight: 4 or 8.
    shared : bool
        Whether both weights meet the same operand.
    registered : bool
        Whether products follow by one cycle: an SB_MAC16 then holds them in a register of its own.
    holds : bool
        Whether weights are held: an SB_MAC16 has registers for them too.

    Members
    -------
    w : In(ArrayLayout(signed(bits), 2))
        Weights.
    load : In(1)
        With ``holds``: the weights are held from the next cycle on.
    x : In(ArrayLayout(signed(8), 1 if shared else 2))
        Operands.
    p : Out(ArrayLayout(signed(bits + 8), 2))
        ``w[i] * x[i]``, or ``w[i] * x[0]`` if shared.
    """

    w: data.View
    x: data.View
    p: data.View
    load: Signal

    def __init__(self, bits: int, *, shared: bool = False, registered: bool = False,
                 holds: bool = False) -> None:
        self.bits = bits
        self.registered = registered
        self.holds = holds
        self.shared = shared
        super().__init__({
            "w": In(data.ArrayLayout(signed(bits), 2)),
            "x": In(data.ArrayLayout(signed(8), 1 if shared else 2)),
            "p": Out(data.ArrayLayout(signed(bits + 8), 2)),
        } | ({"load": In(1)} if holds else {}))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        weights = list(self.w)
        if self.holds and not _has_mac16(platform):
            weights = [Signal(signed(self.bits), name=f"kept_{i}") for i in range(2)]
            with m.If(self.load):
                m.d.sync += [kept.eq(w) for kept, w in zip(weights, self.w, strict=True)]
        operands = list(self.x) * 2 if self.shared else list(self.x)
        inside = self.registered and _has_mac16(platform)
        if _has_mac16(platform):
            products = _mac16(m, weights, operands, registered=inside,
                              load=self.load if self.holds else None)
        elif getattr(platform, "family", None) == "ecp5" and self.shared and self.bits == 4:
            products = _mult18(m, weights, operands[0])
        else:
            products = [w * x for w, x in zip(weights, operands, strict=False)]
        domain = m.d.sync if self.registered and not inside else m.d.comb
        domain += [p.eq(product) for p, product in zip(self.p, products, strict=True)]

        return m


@dataclass(frozen=True)
class DualIntegerLanes(Lanes):
    """Weights of 4 or 8 bits, two lanes to a DSP block where it has room for two.

    An SB_MAC16 takes any two lanes, a MULT18X18D two of four bits in rows that share an operand.
    """

    bits: int
    registered: bool = False

    def __post_init__(self) -> None:
        if self.bits not in (4, 8):
            raise ValueError(f"Dual lanes must have 4 or 8 weight bits, not {self.bits!r}")

    @property
    def name(self) -> str:
        return f"int{self.bits}-dual"

    @property
    def weight_width(self) -> int:
        return self.bits

    @property
    def latency(self) -> int:
        return int(self.registered)

    def legal(self, low: int, high: int) -> bool:
        half = 1 << (self.bits - 1)
        return -half <= low and high < half

    def products(
        self, m: Module, weights: Sequence[Sequence[Value]], operands: Sequence[Sequence[Value]]
    ) -> list[list[Value]]:
        return self._products(m, weights, operands, None)

    def held_products(
        self, m: Module, weights: Sequence[Sequence[Value]],
        operands: Sequence[Sequence[Value]], load: Value
    ) -> list[list[Value]]:
        return self._products(m, weights, operands, load)

    def _products(
        self, m: Module, weights: Sequence[Sequence[Value]],
        operands: Sequence[Sequence[Value]], load: Value | None
    ) -> list[list[Value]]:
        products: list[list[Value]] = [list(row) for row in operands]
        sharing: dict[int, list[tuple[int, int]]] = {}
        for row, values in enumerate(operands):
            for column, operand in enumerate(values):
                sharing.setdefault(id(operand), []).append((row, column))
        alone = []
        pairs = []
        for lanes in sharing.values():
            pairs += [(lanes[i:i + 2], True) for i in range(0, len(lanes) - 1, 2)]
            alone += lanes[len(lanes) & ~1:]
        pairs += [(alone[i:i + 2], False) for i in range(0, len(alone), 2)]
        for number, (pair, shared) in enumerate(pairs):
            dual = DualProduct(self.bits, shared=shared, registered=self.registered,
                               holds=load is not None)
            m.submodules[f"product_{number}"] = dual
            if load is not None:
                m.d.comb += dual.load.eq(load)
            for i, (row, column) in enumerate(pair):
                m.d.comb += dual.w[i].eq(weights[row][column])
                if i < len(dual.x):
                    m.d.comb += dual.x[i].eq(operands[row][column])
                products[row][column] = dual.p[i]
        return products


def _has_mac16(platform: object) -> bool:
    return getattr(platform, "device", "").startswith(("iCE40UP", "iCE5LP"))


def _mac16(m: Module, weights: Sequence[Value], operands: Sequence[Value], *, registered: bool,
           load: Value | None) -> list[Value]:
    def halves(values: Sequence[Value]) -> Value:
        """Sixteen bits of two signed bytes."""
        return Cat(Cat(value, value[-1].replicate(8 - len(value))) for value in values)

    output = Signal(32)
    used = (*(PRODUCT_REGISTERS if registered else ()), *(("A_REG",) if load is not None else ()))
    # All other registers are off, and 2 selects the product of eight by eight bits.
    m.submodules.mac = Instance(
        "SB_MAC16",
        p_MODE_8x8=Const(1, 1), p_A_SIGNED=Const(1, 1), p_B_SIGNED=Const(1, 1),
        p_TOPOUTPUT_SELECT=Const(2, 2), p_BOTOUTPUT_SELECT=Const(2, 2),
        **{f"p_{name}": Const(0, 1) for name in (
            "NEG_TRIGGER", "A_REG", "B_REG", "C_REG", "D_REG", *PRODUCT_REGISTERS,
            "PIPELINE_16x16_MULT_REG1", "PIPELINE_16x16_MULT_REG2",
            "TOPADDSUB_UPPERINPUT", "BOTADDSUB_UPPERINPUT") if name not in used},
        **{f"p_{name}": Const(0, 2) for name in (
            "TOPADDSUB_LOWERINPUT", "BOTADDSUB_LOWERINPUT",
            "TOPADDSUB_CARRYSELECT", "BOTADDSUB_CARRYSELECT")},
        **{f"p_{name}": Const(1, 1) for name in used},
        i_CLK=ClockSignal() if used else Const(0, 1), i_CE=Const(int(bool(used)), 1),
        i_AHOLD=Const(0, 1) if load is None else ~load,
        **{f"i_{name}": Const(0, 1) for name in (
            "BHOLD", "CHOLD", "DHOLD",
            "IRSTTOP", "IRSTBOT", "ORSTTOP", "ORSTBOT", "OLOADTOP", "OLOADBOT",
            "ADDSUBTOP", "ADDSUBBOT", "OHOLDTOP", "OHOLDBOT", "CI", "ACCUMCI", "SIGNEXTIN")},
        i_A=halves(weights), i_B=halves(operands), i_C=Const(0, 16), i_D=Const(0, 16),
        o_O=output,
    )
    return [output[:16].as_signed(), output[16:].as_signed()]


def _mult18(m: Module, weights: Sequence[Value], operand: Value) -> list[Value]:
    packed = Signal(signed(18))
    wide = Signal(signed(18))
    output = Signal(2 * FIELD)
    m.d.comb += [packed.eq((weights[1] << FIELD) + weights[0]), wide.eq(operand)]
    bits = {f"i_{port}{i}": value[i]
            for port, value in (("A", packed), ("B", wide), ("C", Const(0, 18)))
            for i in range(18)}
    # Its registers are off unless parameters say otherwise.
    m.submodules.mult = Instance(
        "MULT18X18D", **bits,
        i_SIGNEDA=Const(1, 1), i_SIGNEDB=Const(1, 1),
        i_SOURCEA=Const(0, 1), i_SOURCEB=Const(0, 1),
        **{f"o_P{i}": output[i] for i in range(2 * FIELD)},
    )
    lower, upper = output[:FIELD].as_signed(), output[FIELD:].as_signed()
    return [lower, upper + lower[-1]]
