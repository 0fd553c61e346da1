"""Energy of an inference: a model, not a measurement.

What a plan counts exactly (multiplications, memory bits, cycles) times constants per event, as in
"Mobile or FPGA?" (Yuan et al., ACM TECS 21(5), 2022, arXiv 2106.09166). The constants are those of
a 45 nm chip that are widely quoted from Horowitz, "Computing's energy problem", ISSCC 2014. They
say which of two plans takes less; what an FPGA takes is several times as much.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import GossamerError
from .formats import integers
from .plan import Plan

__all__ = ["EnergyModel"]


@dataclass(frozen=True, kw_only=True)
class EnergyModel:
    """Picojoules per event.

    Attributes
    ----------
    multiply : float
        A product of 8 x 8 bits; one of fewer bits takes its share. A ternary weight needs none.
    add : float
        An addition to a sum of 32 bits, one for each product.
    bit : float
        A bit read from memory on the chip: 5 pJ for 32 bits out of 8 kB.
    cycle : float
        What the idle chip takes in a cycle. That is a property of board and clock, so it is
        nothing unless you give it.
    """

    multiply: float = 0.2
    add: float = 0.1
    bit: float = 5 / 32
    cycle: float = 0.0

    def __post_init__(self) -> None:
        for name in ("multiply", "add", "bit", "cycle"):
            if getattr(self, name) < 0:
                raise GossamerError(
                    f"The energy of {name!r} cannot be {getattr(self, name)} pJ; give what an "
                    "event takes, or zero.")

    def inference(self, plan: Plan) -> float:
        """Picojoules of one inference; operands and weights are read from memory on the chip.

        Every lane multiplies in every step, also by the zeros in a block that is kept.
        """
        total = plan.cycles * self.cycle
        program = plan.program
        spec = program.spec
        for layer, item, loads, words in zip(
                spec.layers, program.passes, program.loads, program.words, strict=True):
            node = item.weighted
            product = 0.0 if node.ternary else self.multiply * integers(node).bits / 8
            steps = sum(map(len, loads)) * layer.positions
            total += steps * spec.tile.lanes * (product + self.add)
            total += self.bit * (steps * spec.columns * 8 + words * spec.port * layer.bursts)
        return total
