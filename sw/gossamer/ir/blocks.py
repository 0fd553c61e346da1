"""How a layer's weights fall into blocks of rows x columns, for training and for the array alike.

A *row* is an output channel, a *column* an element of the dot product. Inputs lie in memory as
(height, width, channel), channel fastest, so the elements of one kernel row are one run of
``kw * channels`` consecutive elements; each run is cut into blocks of ``columns`` elements, and the
last block of a run is padded. With a horizontal dilation every tap is a run of its own. A linear
layer is one run. When the channels are a multiple of ``columns``, a block never crosses a tap.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .ops import Conv2d, IntArray, Linear, Weighted

__all__ = ["block_columns", "blocks", "dense_matrix", "own_blocks", "survivors"]


def dense_matrix(node: Weighted) -> npt.NDArray[np.int8]:
    """Weights as a matrix (outputs, inputs of the dot product), groups spelt out with zeros.

    For a convolution the second axis is (kh, kw, channel), channel fastest.
    """
    if isinstance(node, Linear):
        return node.weight
    assert isinstance(node, Conv2d)
    outputs, kh, kw, inputs = node.weight.shape
    dense = np.zeros((outputs, kh, kw, inputs * node.groups), np.int8)
    each = outputs // node.groups
    for group in range(node.groups):
        rows = slice(group * each, (group + 1) * each)
        dense[rows, :, :, group * inputs:(group + 1) * inputs] = node.weight[rows]
    return dense.reshape(outputs, -1)


def block_columns(node: Weighted, columns: int) -> IntArray:
    """Which columns of :func:`dense_matrix` each column block holds: shape (blocks, columns).

    Padding is -1.
    """
    if isinstance(node, Linear):
        runs = [np.arange(node.weight.shape[1])]
    else:
        assert isinstance(node, Conv2d)
        _, kh, kw, inputs = node.weight.shape
        length = kw * inputs * node.groups
        runs = [np.arange(ky * length, (ky + 1) * length) for ky in range(kh)]
        if node.dilation[1] > 1:
            runs = [tap for run in runs for tap in np.split(run, kw)]
    parts = []
    for run in runs:
        padded = np.full(-(-len(run) // columns) * columns, -1, np.int64)
        padded[:len(run)] = run
        parts.append(padded.reshape(-1, columns))
    return np.concatenate(parts)


def own_blocks(node: Weighted, rows: int, columns: int) -> IntArray | None:
    """The column blocks of each row group's own channels: shape (row groups, blocks).

    For a depthwise convolution whose row groups are whole blocks of channels; None for others.
    """
    if not isinstance(node, Conv2d) or node.groups == 1 or node.outputs != node.groups:
        return None
    if node.groups % rows or rows % columns or node.weight.shape[3] != 1:
        return None
    channel = block_columns(node, columns)[:, 0] % node.groups
    return np.stack([np.flatnonzero(channel // rows == group)
                     for group in range(node.groups // rows)])


def blocks(node: Weighted, rows: int, columns: int, *, own: bool = False
           ) -> npt.NDArray[np.int8]:
    """All blocks: shape (row groups, column blocks, rows, columns), padded with zeros.

    With ``own``, only those that :func:`own_blocks` gives, if it does.
    """
    matrix = dense_matrix(node)
    groups = -(-node.outputs // rows)
    padded = np.zeros((groups * rows, matrix.shape[1] + 1), np.int8)
    padded[:node.outputs, :-1] = matrix
    picked = padded[:, block_columns(node, columns)]
    cut = picked.reshape(groups, rows, -1, columns).transpose(0, 2, 1, 3)
    which = own_blocks(node, rows, columns) if own else None
    return cut if which is None else cut[np.arange(groups)[:, None], which]


def survivors(node: Weighted, rows: int, columns: int) -> npt.NDArray[np.bool_]:
    """Which blocks hold a nonzero weight: shape (row groups, column blocks)."""
    return np.any(blocks(node, rows, columns) != 0, axis=(2, 3))
