"""Graph: typed nodes with exact integer semantics, and the rules that make one legal."""

from .blocks import block_columns, blocks, dense_matrix, own_blocks, survivors
from .check import MOST_FRACTION, check
from .graph import Graph
from .ops import (
    Add,
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
