"""Graph: typed nodes with exact integer semantics, and the rules that make one legal."""

from .blocks import block_columns, blocks, dense_matrix, own_blocks, survivors
from .check import MOST_FRACTION, check
from .graph import Graph
from .ops import (
    Add,
    Concat,
    Conv2d,
    Flatten,
    Input,
    IntArray,
    Linear,
    MaxPool,
    MultiThreshold,
    Node,
    Pad,
    Requantize,
    Reshape,
    Slice,
    Softmax,
    Sum,
    SumPool,
    Table,
    Weighted,
)
from .types import TensorType

__all__ = [
    "MOST_FRACTION",
    "Add",
    "Concat",
    "Conv2d",
    "Flatten",
    "Graph",
    "Input",
    "IntArray",
    "Linear",
    "MaxPool",
    "MultiThreshold",
    "Node",
    "Pad",
    "Requantize",
    "Reshape",
    "Slice",
    "Softmax",
    "Sum",
    "SumPool",
    "Table",
    "TensorType",
    "Weighted",
    "block_columns",
    "blocks",
    "check",
    "dense_matrix",
    "own_blocks",
    "survivors",
]
