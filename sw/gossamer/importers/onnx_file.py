"""Read an ONNX file into plain nodes and arrays, trusting nothing in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from google.protobuf.message import DecodeError
from onnx import numpy_helper

from ..errors import GossamerError, UnsupportedError
from .imported import plain

__all__ = ["MOST_ELEMENTS", "Model", "Node", "read"]

MOST_NODES = 8192

#: Elements of one array: more than any board holds.
MOST_ELEMENTS = 1 << 24

#: What a field or an array that is not what it says raises.
DAMAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
          UnicodeDecodeError, MemoryError, RuntimeError)


@dataclass(frozen=True, kw_only=True, eq=False)
class Node:
    """An operator; the name of an absent input is empty."""

    name: str
    kind: str
    domain: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: dict[str, Any]


@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """What a file holds; ``shape`` is the input's without the batch."""

    nodes: tuple[Node, ...]
    constants: dict[str, npt.NDArray[Any]]
    input: str
    shape: tuple[int, ...]
    output: str


def read(data: bytes) -> Model:
    """Read the file's bytes; a :class:`GossamerError` says what is wrong with them."""
    try:
        model = onnx.load_model_from_string(data)
    except (DecodeError, *DAMAGE) as error:
        raise GossamerError(
            "The file is not an ONNX model, or it is damaged or cut short; export the model again."
        ) from error
    graph = model.graph
    if not graph.node or len(graph.node) > MOST_NODES:
        raise GossamerError(
            f"The model has {len(graph.node):,} nodes, and 1 to {MOST_NODES:,} are read; export "
            "the model again.")
    constants = {_text(tensor.name): _array(tensor, _text(tensor.name))
                 for tensor in graph.initializer}
    if graph.sparse_initializer:
        raise GossamerError("The model has sparse constants; export it with dense ones.")
    nodes = tuple(_node(node, i) for i, node in enumerate(graph.node))
    inputs = [entry for entry in graph.input if _text(entry.name) not in constants]
    if len(inputs) != 1 or len(graph.output) != 1:
        raise GossamerError(
            f"The model has {len(inputs)} inputs and {len(graph.output)} outputs; export a model "
            "with one of each.")
    return Model(nodes=nodes, constants=constants, input=_text(inputs[0].name),
                 shape=_shape(inputs[0]), output=_text(graph.output[0].name))


def _array(tensor: Any, name: str) -> npt.NDArray[Any]:
    if tensor.data_location == onnx.TensorProto.EXTERNAL:
        raise UnsupportedError(name, "is a constant in another file",
                               "save the model in one file")
    if any(size < 0 for size in tensor.dims) or math.prod(tensor.dims) > MOST_ELEMENTS:
        raise UnsupportedError(name, f"is a constant of shape {tuple(tensor.dims)}",
                               "use a smaller model")
    try:
        array = np.asarray(numpy_helper.to_array(tensor))
    except DAMAGE as error:
        raise UnsupportedError(name, "is a constant whose data does not suit its type and shape",
                               "export the model again") from error
    if array.dtype.kind not in "fiub":
        raise UnsupportedError(name, f"is a constant of type {array.dtype}",
                               "store it in int8" if "int" in array.dtype.name else
                               "export the model again")
    return array


def _text(value: str | bytes) -> str:
    """A string of the file, which arrives as bytes where it is no UTF-8."""
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def _node(node: Any, index: int) -> Node:
    kind = plain(_text(node.op_type))
    outputs = tuple(map(_text, node.output))
    name = _text(node.name) or (outputs[0] if outputs else f"{kind}_{index}")
    attributes = {}
    for attribute in node.attribute:
        if attribute.type in (onnx.AttributeProto.TENSOR,):
            attributes[_text(attribute.name)] = _array(attribute.t, name)
        elif attribute.type in (onnx.AttributeProto.GRAPH, onnx.AttributeProto.GRAPHS):
            raise UnsupportedError(name, f"({kind}) has a graph of its own",
                                   "export a model without control flow")
        else:
            try:
                attributes[_text(attribute.name)] = onnx.helper.get_attribute_value(attribute)
            except DAMAGE as error:
                raise UnsupportedError(
                    name, f"({kind}) has a damaged attribute {attribute.name!r}",
                    "export the model again") from error
    return Node(name=name, kind=kind, domain=_text(node.domain),
                inputs=tuple(map(_text, node.input)), outputs=outputs, attributes=attributes)


def _shape(entry: Any) -> tuple[int, ...]:
    """Shape of one sample; the batch may be open."""
    kind = entry.type.tensor_type
    if kind.elem_type != onnx.TensorProto.FLOAT:
        raise UnsupportedError(_text(entry.name), "is an input of another type than 32-bit floats",
                               "export a model whose quantisers are inside")
    sizes = [axis.dim_value if axis.HasField("dim_value") else 0 for axis in kind.shape.dim]
    if len(sizes) not in (2, 3, 4) or any(size < 1 for size in sizes[1:]):
        raise UnsupportedError(
            _text(entry.name), f"is an input of shape {tuple(sizes)}, 0 where it is open",
            "export with a fixed shape (1, channels, height, width), (1, channels, length) or "
            "(1, features)")
    if sizes[0] > 1:
        raise UnsupportedError(_text(entry.name), f"is an input with a batch of {sizes[0]}",
                               "export with a batch of one")
    if math.prod(sizes[1:]) > MOST_ELEMENTS:
        raise UnsupportedError(_text(entry.name), f"is an input of shape {tuple(sizes)}",
                               "use smaller images")
    return tuple(sizes[1:])
