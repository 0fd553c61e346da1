"""Break-even: from which pruning ratio on a sparse engine beats the dense one, layer by layer.

As in ADMM-NN (Ren et al., ASPLOS 2019, arXiv 1812.11677), but with this project's own engines:
their cycles are exact, their logic cells and clocks are those of the measured cost tables.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from ..errors import UnsupportedError
from ..ir import Conv2d, Graph, Requantize, Weighted, block_columns, check
from ..target import Target
from .choose import alone, arrays
from .cost import fmax_mhz, needs
from .formats import SPECIAL, IllegalFormatError, kind
from .geometry import Geometry
from .plan import make

__all__ = ["DENSE", "DENSITIES", "SPARSITIES", "BreakEven", "Engine", "Sparsity", "break_even",
           "engines"]

BoolArray = npt.NDArray[np.bool_]

#: Densities that are compared: eight steps to each halving, down to one weight in 64.
DENSITIES = tuple(2 ** (-step / 8) for step in range(49))

#: Kinds of formats that store every weight.
DENSE = ("dense", "mx")

#: ``area``: cycles x logic cells / clock, what equal areas filled with engines take. ``time``:
#: cycles / clock of one engine. ``bits``: of weight memory.
Measure = Literal["area", "time", "bits"]

#: Of larger layers about so many weights are measured, those of the first outputs: every row group
#: takes cycles of its own.
LARGE = 1 << 14


@dataclass(frozen=True, kw_only=True)
class Engine:
    """What one layer costs on an engine of its own.

    Attributes
    ----------
    kind, format, lanes : str
    geometry : Geometry
    cycles : int
        Exact; the input transfer does not count.
    cells : int
        Logic cells without the host link, from the measured tables.
    fmax_mhz : float
        Clock to expect, from the measured tables.
    bits : int
        Of weight memory, whole words.
    """

    kind: str
    format: str
    lanes: str
    geometry: Geometry
    cycles: int
    cells: int
    fmax_mhz: float
    bits: int

    def cost(self, by: Measure = "area") -> float:
        """Microseconds (``time``), microseconds times logic cells (``area``), or bits."""
        if by == "bits":
            return self.bits
        time = self.cycles / self.fmax_mhz
        return time * self.cells if by == "area" else time


@dataclass(frozen=True)
class Sparsity:
    """A way to prune a layer, and the kinds of formats that are made for what is left.

    Attributes
    ----------
    name : str
    kinds : tuple of str
    mask : callable
        Which weights (shape of the layer's) are left of a layer at a density. Costs must fall
        with it, apart from ties.
    densities : tuple of float
        Those that are compared, descending.
    """

    name: str
    kinds: tuple[str, ...]
    mask: Callable[[Weighted, float], BoolArray]
    densities: tuple[float, ...] = DENSITIES


@dataclass(frozen=True, kw_only=True)
class BreakEven:
    """Where a sparse engine begins to beat the best dense one for a layer.

    Attributes
    ----------
    sparsity : str
    by : str
        The measure: ``area``, ``time`` or ``bits``.
    dense : Engine or None
        The best engine for the layer without zeros; None if none fits, so that any sparse one pays.
    sparse : Engine or None
        The best engine at the break-even; None if even the sparsest layer is better dense.
    density : float or None
        The largest share of weights, of those compared, with which ``sparse`` costs less.
    """

    sparsity: str
    by: Measure
    dense: Engine | None
    sparse: Engine | None
    density: float | None

    @property
    def ratio(self) -> float | None:
        """All weights over those that are left; None if a sparse engine never pays."""
        return None if self.density is None else 1 / self.density

    def pays(self, density: float) -> bool:
        """Whether a layer of this density is better sparse."""
        return self.density is not None and density <= self.density

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"ratio": self.ratio}


def break_even(
    graph: Graph, node: Weighted, target: Target, sparsity: Sparsity, *, by: Measure = "area"
) -> BreakEven:
    """Measure the break-even of a layer on a board, by bisection over the densities.

    Zeros of the layer count as its weakest weights, so that layers pruned already can be measured.
    Engines have as many lanes as those that :func:`gossamer.plan.options` compares. Whether the
    weights fit the board's memory is not asked: the answer is about logic and time. Of a layer of
    more than ``LARGE`` weights only the first outputs are measured, dense and sparse.
    """
    whole = _filled(node)

    def cheapest(layer: Weighted, kinds: Sequence[str]) -> Engine | None:
        single = _head(alone(_with(graph, layer), layer))
        head = single[node.name]
        assert isinstance(head, Weighted)
        return min(engines(single, head, target, kinds),
                   key=lambda engine: engine.cost(by), default=None)

    dense = cheapest(whole, DENSE)
    limit = math.inf if dense is None else dense.cost(by)

    def better(density: float) -> Engine | None:
        # One bit holds no zero.
        pruned = replace(whole, weight=whole.weight * sparsity.mask(node, density),
                         weight_bits=max(2, whole.weight_bits))
        found = cheapest(pruned, sparsity.kinds)
        return found if found is not None and found.cost(by) < limit else None

    grid = sparsity.densities
    sparse = better(grid[-1])
    if sparse is None:
        return BreakEven(sparsity=sparsity.name, by=by, dense=dense, sparse=None, density=None)
    low, high = -1, len(grid) - 1       # not better before the first, better at the last
    while high - low > 1:
        middle = (low + high) // 2
        found = better(grid[middle])
        if found is None:
            low = middle
        else:
            high, sparse = middle, found
    density = float(sparsity.mask(node, grid[high]).mean())
    return BreakEven(sparsity=sparsity.name, by=by, dense=dense, sparse=sparse, density=density)


def engines(
    graph: Graph, node: Weighted, target: Target, kinds: Sequence[str]
) -> Iterator[Engine]:
    """Every engine with a format of these kinds that can compute a layer alone on a board."""
    single = alone(graph, node)
    for geometry in arrays(node):
        own = "pattern" if geometry.pattern else "bcr" if geometry.tile else None
        for name in kinds:
            if (name if name in SPECIAL else None) != own:
                continue
            try:
                form = kind(name, node, geometry)
                made = make(single, target, replace(geometry, format=name), ordered=False)
            except (IllegalFormatError, UnsupportedError):
                continue
            if any(what != "block RAMs" for what, _, _ in made.needs.lacking(target)):
                continue
            spec = made.program.spec
            yield Engine(
                kind=name, format=form.name, lanes=spec.lanes.name, geometry=made.geometry,
                cycles=made.cycles - made.segments[0].cycles.input,
                cells=needs(spec, target).luts, fmax_mhz=fmax_mhz(spec, target),
                bits=made.packed_bits)


def _with(graph: Graph, node: Weighted) -> Graph:
    """The graph with another node of the same name."""
    return Graph(tuple(node if old.name == node.name else old for old in graph))


def _head(single: Graph) -> Graph:
    """A layer alone with as many of its outputs as give about ``LARGE`` weights."""
    source, node, scale = single
    assert isinstance(node, Weighted) and isinstance(scale, Requantize)
    outputs = -(-LARGE * node.outputs // node.weight.size // 16) * 16     # whole row groups
    if outputs >= node.outputs or isinstance(node, Conv2d) and node.groups > 1:
        return single
    return check(Graph((
        source,
        replace(node, weight=node.weight[:outputs], bias=node.bias[:outputs]),
        replace(scale, multiplier=scale.multiplier[:outputs], shift=scale.shift[:outputs],
                exceptions=scale.exceptions[scale.exceptions[:, 0] < outputs]),
    )))


def _filled(node: Weighted) -> Weighted:
    """The layer with its smallest magnitude, of either sign, in place of zeros."""
    magnitudes = np.abs(node.weight[node.weight != 0].astype(int))
    least = int(magnitudes.min(initial=127)) if magnitudes.size else 1
    signs = np.random.default_rng(0).choice(np.array([-least, least], np.int8), node.weight.shape)
    return replace(node, weight=np.where(node.weight == 0, signs, node.weight).astype(np.int8))


# Masks by magnitude. Equal magnitudes, zeros above all, are put in order by a seeded generator.


def _strengths(node: Weighted) -> npt.NDArray[np.float64]:
    """Magnitude of each weight (shape of the weights), no two alike."""
    noise = np.random.default_rng(1).random(node.weight.shape) / 2
    return np.asarray(np.abs(node.weight.astype(np.float64)) + noise)


def _strongest(strengths: npt.NDArray[np.float64], density: float) -> BoolArray:
    """The largest of some strengths; at least one."""
    count = max(1, round(density * strengths.size))
    kept = np.zeros(strengths.size, np.bool_)
    kept[np.argsort(-strengths.reshape(-1), kind="stable")[:count]] = True
    return kept.reshape(strengths.shape)


def _irregular(node: Weighted, density: float) -> BoolArray:
    return _strongest(_strengths(node), density)


def _blocks(node: Weighted, density: float) -> BoolArray:
    places = _places(node, *node.geometry) // (node.geometry[0] * node.geometry[1])
    _, owner = np.unique(places, return_inverse=True)
    owner = owner.reshape(places.shape)
    power = np.bincount(owner.reshape(-1), _strengths(node).reshape(-1) ** 2)
    return _strongest(power / np.bincount(owner.reshape(-1)), density)[owner]


def _pattern(node: Weighted, density: float) -> BoolArray:
    """N of 8 (1 of 4 is 2 of 8), and 2 of 4 for the half."""
    group = 4 if density == 1 / 2 else 8
    owner = (_places(node, 1, group) // group).reshape(-1)
    order = np.lexsort((-_strengths(node).reshape(-1), owner))
    first = np.searchsorted(owner[order], owner[order])
    kept = np.zeros(owner.size, np.bool_)
    kept[order] = np.arange(owner.size) - first < round(density * group)
    return kept.reshape(node.weight.shape)


def _row_column(node: Weighted, density: float) -> BoolArray:
    """Columns of blocks, then rows, four at once, each to the square root of the density."""
    rows, columns = (max(8, size) for size in node.geometry)
    places = _places(node, rows, columns)
    block, inside = np.divmod(places, rows * columns)
    row, column = np.divmod(inside, columns)
    power = _strengths(node) ** 2
    kept = np.ones(node.weight.shape, np.bool_)
    for owner in (block * columns + column, block * rows + row):
        kept &= _quarters(owner, block, power * kept, density ** 0.5)
    return kept


def _quarters(
    owner: npt.NDArray[np.int64], block: npt.NDArray[np.int64], power: npt.NDArray[np.float64],
    density: float,
) -> BoolArray:
    """The strongest rows or columns of all blocks, in fours of like strength of the same block."""
    lines, line = np.unique(owner, return_inverse=True)
    line = line.reshape(owner.shape)
    # Lines of blocks at the edge are shorter, which shall not make them weaker.
    strength = np.bincount(line.reshape(-1), power.reshape(-1)) / np.bincount(line.reshape(-1))
    home = np.zeros(len(lines), np.int64)
    home[line.reshape(-1)] = block.reshape(-1)
    order = np.lexsort((-strength, home))
    rank = np.empty(len(lines), np.int64)
    rank[order] = np.arange(len(lines)) - np.searchsorted(home[order], home[order])
    _, four = np.unique(home * len(lines) + rank // 4, return_inverse=True)
    return _strongest(np.bincount(four, strength) / np.bincount(four), density)[four][line]


def _places(node: Weighted, rows: int, columns: int) -> npt.NDArray[np.int64]:
    """Place of each weight among all blocks, in the order in which formats store them."""
    cut = block_columns(node, columns)
    at = np.empty(int(cut.max()) + 1, np.int64)
    at[cut[cut >= 0]] = np.flatnonzero(cut.reshape(-1) >= 0)
    index, inside = np.divmod(at, columns)
    row = np.arange(node.outputs).reshape(-1, *(1,) * (node.weight.ndim - 1))
    start = (row // rows * len(cut) * rows + row % rows) * columns
    return np.asarray(start + (index * rows * columns + inside)[_members(node)])


def _members(node: Weighted) -> npt.NDArray[np.int64]:
    """Column of the dense matrix that each weight is in."""
    if not isinstance(node, Conv2d):
        return np.broadcast_to(np.arange(node.weight.shape[1]), node.weight.shape)
    outputs, kh, kw, inputs = node.weight.shape
    owner = np.arange(outputs) // (outputs // node.groups)
    tap = np.arange(kh * kw).reshape(1, kh, kw, 1) * inputs * node.groups
    return tap + owner.reshape(-1, 1, 1, 1) * inputs + np.arange(inputs)


#: The usual ways to prune. Blocks are those that the layer was trained in; rows and columns are
#: pruned in blocks of at least 8 x 8.
SPARSITIES = (
    Sparsity("blocks", ("block-bitmap", "block-punched"), _blocks),
    Sparsity("irregular", ("bitmap", "coo", "run-length4", "run-length5", "run-length8"),
             _irregular),
    Sparsity("N:M", ("pattern",), _pattern, (1 / 2, 1 / 4, 1 / 8)),
    Sparsity("rows and columns", ("bcr",), _row_column),
)
