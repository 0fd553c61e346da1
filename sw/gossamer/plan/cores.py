"""Cores of one layer: lanes that work outside the array, and what they would cost there."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from gossamer_hw.lanes import PeriodicKernels
from gossamer_hw.macro import ColumnFormat, ColumnLayer, ColumnMatrix

from ..ir import Conv2d, TensorType, Weighted
from ..ir.blocks import dense_matrix
from ..target import Target
from . import cells
from .formats import TABLES, integers

__all__ = ["cores"]

#: Words of the column macro's store that was measured.
DEPTH = 256

#: Bits of what the lanes multiply.
BITS = 8

OUTSIDE = ("the array has other lanes; these numbers are of the core alone, without memories of "
           "activations or a host link")


def cores(node: Weighted, type_: TensorType, target: Target) -> Iterator[dict[str, Any]]:
    """What sub-window lanes and the column macro make of a layer, as fields of an option.

    ``type_`` is that of the layer's value. Cycles are exact for weights and operands that come
    without a pause, logic cells those that were measured.
    """
    positions = math.prod(type_.shape) // node.outputs
    table = cells.table(target)
    for name, found in (("sub-window", _subwindow(node, positions)),
                        ("column-macro", _macro(node, positions))):
        for fields in found:
            part = fields.pop("part", None)
            if part in table.entries:
                entry = table.entries[part]
                fields |= {"luts": entry.cells, "block_rams": entry.block_rams,
                           "dsps": entry.dsps, "reason": OUTSIDE}
            elif part is not None:
                fields["reason"] = f"its cells were not measured for {table.device}"
            yield {"lanes": name, "rows": node.geometry[0], "columns": node.geometry[1]} | fields


def _subwindow(node: Weighted, positions: int) -> Iterator[dict[str, Any]]:
    if not isinstance(node, Conv2d) or node.weight.shape[1:3] != (3, 3) or node.groups > 1:
        yield {"reason": "the layer has no 3 x 3 kernels over all channels"}
        return
    kernels = node.weight.reshape(node.outputs, 9, -1).transpose(0, 2, 1)
    legal = [patterns for patterns in TABLES.values() if _periodic(kernels, patterns)]
    if not legal:
        yield {"reason": "kernels have weights outside every pre-defined pattern"}
        return
    patterns = min(legal, key=lambda table: sum(map(int.bit_count, table)) / len(table))
    channels = kernels.shape[1]
    for taps in (1, 2, 4):
        try:
            form = PeriodicKernels(patterns=patterns, taps=taps)
        except ValueError as error:     # taps that lie apart
            yield {"kind": f"sub-window{taps}", "reason": str(error)}
            continue
        steps = sum(form.cycles(filter, channels) for filter in range(node.outputs))
        support = sum(form.pattern(filter, channel).bit_count()
                      for filter in range(node.outputs) for channel in range(channels))
        bits = integers(node).bits
        yield {"kind": f"sub-window{taps}", "format": f"sub-window{taps}-int{bits}",
               "rows": 1, "columns": taps, "value_bits": support * bits,
               "code_bits": support * bits, "stored_bits": steps * taps * BITS,
               # The first window comes in, and the last output leaves two cycles after its steps.
               "cycles": positions * steps + 2, "part": f"lanes/subwindow/{taps}"}


def _periodic(kernels: np.ndarray[Any, Any], patterns: tuple[int, ...]) -> bool:
    """Whether kernels of shape (filters, channels, 9) lie in patterns for single kernels."""
    filters, channels, taps = kernels.shape
    turn = (np.arange(filters)[:, None] + np.arange(channels) + 1) % len(patterns)
    allowed = np.array(patterns)[turn][..., None] >> np.arange(taps) & 1
    return not (kernels * (1 - allowed)).any()


def _macro(node: Weighted, positions: int) -> Iterator[dict[str, Any]]:
    if isinstance(node, Conv2d) and node.groups > 1:
        yield {"reason": "column segments of a group's channels would be mostly zeros"}
        return
    matrix = dense_matrix(node).T.astype(np.int64)
    bits = next(width for width in (1, 2, 4, 8) if width >= _width(node))
    for name, layer in _formats(matrix, bits):
        whole = ColumnMatrix(layer=layer, weights=matrix, depth=DEPTH)
        sizes = whole.sizes
        yield {"kind": f"column-{name}", "format": f"column-{name}-int{bits}",
               "rows": layer.outputs, "columns": 64, "value_bits": sizes.values,
               "code_bits": sizes.codes, "stored_bits": sizes.stored,
               "cycles": whole.cycles(positions), "part": f"column-macro/{DEPTH}"}


def _width(node: Weighted) -> int:
    """Bits of a column's weights, of which a single one is 0 or -1."""
    low, high = int(node.weight.min(initial=0)), int(node.weight.max(initial=0))
    return 1 if low >= -1 and not high else integers(node).bits


def _formats(matrix: np.ndarray[Any, Any], bits: int) -> Iterator[tuple[str, ColumnLayer]]:
    """Formats of the macro by name, each with the index that suits the matrix (inputs, outputs)."""
    each = 8 // bits
    padded = np.zeros((-(-matrix.shape[0] // 64) * 64, -(-matrix.shape[1] // each) * each), bool)
    padded[:matrix.shape[0], :matrix.shape[1]] = matrix != 0
    rows = padded.reshape(len(padded), -1, each).any(axis=2)
    yield "dense", ColumnLayer(format=ColumnFormat.DENSE, bits=bits)
    yield "bitmap", ColumnLayer(format=ColumnFormat.BITMAP, bits=bits)
    yield "coo", ColumnLayer(format=ColumnFormat.COORDINATES, bits=bits, index=6)
    # Runs are as long as rows are rare.
    density = max(rows.mean(), 1 / 128)
    index = 1 + round(-math.log2(density))
    yield f"run-length{index}", ColumnLayer(format=ColumnFormat.RUN_LENGTH, bits=bits, index=index)
    slots = {index: max(1, int(rows.reshape(-1, 1 << index, rows.shape[1]).sum(axis=1).max()))
             for index in (2, 3, 4)}
    index = min(slots, key=lambda index: slots[index] * (index + 8) / (1 << index))
    yield f"pattern{slots[index]}:{1 << index}", ColumnLayer(
        format=ColumnFormat.N_M, bits=bits, index=index, slots=slots[index])
