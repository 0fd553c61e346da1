"""Plan: how a graph becomes hardware, with its exact cycles and its approximate resources."""

from .break_even import SPARSITIES, BreakEven, Engine, Sparsity, break_even, engines
from .choose import OBJECTIVE, Option, options
from .cost import Needs
from .cycles import Cycles, predict
from .formats import KINDS, candidates, smallest
from .geometry import Geometry
from .host import device_part, finish
from .lower import Program, Stored, lower, stored
from .passes import Pass, passes
from .plan import LayerPlan, Plan, Segment, TooLargeError, make, plan

__all__ = [
    "KINDS",
    "OBJECTIVE",
    "SPARSITIES",
    "BreakEven",
    "Cycles",
    "Engine",
    "Geometry",
    "LayerPlan",
    "Needs",
    "Option",
    "Pass",
    "Plan",
    "Program",
    "Segment",
    "Sparsity",
    "Stored",
    "TooLargeError",
    "break_even",
    "candidates",
    "device_part",
    "engines",
    "finish",
    "lower",
    "make",
    "options",
    "passes",
    "plan",
    "predict",
    "smallest",
    "stored",
]
