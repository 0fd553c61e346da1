"""Trace a module through ``torch.export`` to a float graph, or refuse it by name."""

from __future__ import annotations

import contextlib
import io
import math
import operator
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import fx, nn

from ...errors import GossamerError, UnsupportedError
from ..float_graph import (
    FloatAdd,
    FloatAveragePool,
    FloatBatchNorm,
    FloatClamp,
    FloatConv2d,
    FloatFlatten,
    FloatGraph,
    FloatInput,
    FloatLinear,
    FloatMaxPool,
    FloatNode,
)
from ..fold import fold

__all__ = ["trace"]

#: Samples in the example: with two, an operator that mixes samples shows in its shape.
BATCH = 2

SUPPORTED = (
    "use only conv2d, linear, batch_norm, relu, clamp, add, max_pool2d, avg_pool2d, "
    "adaptive_avg_pool2d to 1 and flatten"
)

#: The nearest supported thing, by an operator's name without its overload.
NEAREST = {
    "softmax": "return the scores before it, whose argmax is the same",
    "log_softmax": "return the scores before it, whose argmax is the same",
    "sigmoid": "use hardtanh or clamp",
    "tanh": "use hardtanh or clamp",
    "gelu": "use relu",
    "silu": "use relu",
    "elu": "use relu",
    "leaky_relu": "use relu",
    "prelu": "use relu",
    "hardswish": "use relu6",
    "hardsigmoid": "use clamp",
    "conv1d": "use conv2d over images of height one",
    "conv3d": "use conv2d",
    "conv_transpose2d": "use conv2d",
    "matmul": "use torch.nn.Linear",
    "mm": "use torch.nn.Linear",
    "bmm": "use torch.nn.Linear",
    "layer_norm": "use batch_norm directly after a convolution or linear layer",
    "group_norm": "use batch_norm directly after a convolution or linear layer",
    "sub": "use add, with the sign in the weights",
    "mul": "fold the factor into the weights of a neighbouring layer",
    "cat": "use add",
}

IDENTITIES = ("alias", "clone", "contiguous", "detach", "dropout", "feature_dropout")
SHAPES = ("_unsafe_view", "flatten", "reshape", "squeeze", "unsqueeze", "view")


def trace(module: nn.Module, example_shape: Sequence[int]) -> FloatGraph:
    """Bring a module, in evaluation mode, to a :class:`FloatGraph`.

    Parameters
    ----------
    module : nn.Module
        Takes one batch of images (N, C, H, W) or vectors (N, F) and returns one tensor. Its mode
        is left as it was.
    example_shape : sequence of int
        Shape of one sample as the module sees it: (C, H, W) or (F,).

    Raises
    ------
    UnsupportedError
        Naming the first operator that cannot be built, the reason and the nearest one that can.
    GossamerError
        If the module cannot be exported at all or holds weights that are not finite.
    """
    shape = tuple(example_shape)
    if len(shape) not in (1, 3):
        raise GossamerError(
            f"A sample has shape {shape}; give (channels, height, width) or (features,)."
        )
    return fold(_Tracer(_export(module, shape)).graph())


def _export(module: nn.Module, shape: tuple[int, ...]) -> torch.export.ExportedProgram:
    modes = {child: child.training for child in module.modules()}
    dtype = next((p.dtype for p in module.parameters()), torch.float32)
    example = torch.zeros((BATCH, *shape), dtype=dtype)
    try:
        module.eval()
        with torch.no_grad(), warnings.catch_warnings():
            # torch 2.13 copies its own deprecated LeafSpec objects.
            warnings.simplefilter("ignore", FutureWarning)
            module(example)  # its own error says more than the exporter's
            # The exporter prints its internals before it raises; our sentence says what matters.
            quiet = io.StringIO()
            with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
                # An empty table only makes the graph functional; conv2d and linear stay whole.
                return torch.export.export(module, (example,)).run_decompositions({})
    except Exception as error:
        text = str(error).strip().splitlines() or [type(error).__name__]
        raise GossamerError(
            f"{type(module).__name__} cannot be traced with samples of shape {shape} "
            f"({text[0].rstrip('.')}); check that shape, and keep control flow that depends on "
            "the data out of forward."
        ) from error
    finally:
        for child, training in modes.items():
            child.training = training


class _Tracer:
    """One walk over the exported graph.

    ``values`` says which float node holds the value of an exported node, ``flattened`` in which
    image's order, (channels, height, width), PyTorch keeps the elements of a vector.
    """

    def __init__(self, program: torch.export.ExportedProgram) -> None:
        self.program = program
        self.nodes: dict[str, FloatNode] = {}
        self.values: dict[fx.Node, str] = {}
        self.flattened: dict[str, tuple[int, ...]] = {}
        signature = program.graph_signature
        self.targets: dict[str, str] = {
            **signature.inputs_to_parameters,
            **signature.inputs_to_buffers,
            **signature.inputs_to_lifted_tensor_constants,
        }

    def graph(self) -> FloatGraph:
        for node in self.program.graph.nodes:
            if node.op == "placeholder":
                if node.name not in self.targets:
                    self.add(node, FloatInput(name=node.name, shape=self.shape(node)))
            elif node.op == "output":
                return self.result(node)
            elif node.op == "call_function":
                self.call(node)
        raise AssertionError("an exported graph has an output")

    def call(self, node: fx.Node) -> None:
        kind = _kind(node)
        match kind:
            case "conv2d":
                self.conv2d(node)
            case "linear":
                self.linear(node)
            case "batch_norm" | "_native_batch_norm_legit_no_training":
                self.batch_norm(node)
            case "relu":
                self.clamp(node, 0, None)
            case "relu6":
                self.clamp(node, 0, 6)
            case "hardtanh":
                self.clamp(node, *_named(node, "min_val", "max_val"))
            case "clamp" | "clamp_min" | "clamp_max":
                self.clamp(node, *_named(node, "min", "max"))
            case "add":
                self.sum(node)
            case "max_pool2d":
                self.max_pool(node)
            case "avg_pool2d":
                self.average_pool(node)
            case "adaptive_avg_pool2d":
                self.adaptive_average_pool(node)
            case "mean":
                self.mean(node)
            case _ if kind in SHAPES:
                self.reshape(node)
            case _ if kind in IDENTITIES or node.target is operator.getitem:
                self.values[node] = self.operand(node, 0).name
            case _:
                raise refuse(node, "is not supported", NEAREST.get(kind, SUPPORTED))

    # Operators.

    def conv2d(self, node: fx.Node) -> None:
        x = self.operand(node, 0)
        if len(x.shape) != 3:
            raise refuse(node, f"convolves a value of shape {x.shape}", "convolve images")
        stride, padding, dilation, groups = _named(
            node, "stride", "padding", "dilation", "groups"
        )
        weight = self.tensor(node, 1).transpose(0, 2, 3, 1)
        dilation = _pair(dilation)
        if padding in ("same", "valid"):
            both = [d * (k - 1) if padding == "same" else 0
                    for d, k in zip(dilation, weight.shape[1:3], strict=True)]
            ends = [(total // 2, total - total // 2) for total in both]
        else:
            ends = [(side, side) for side in _pair(padding)]
        self.add(node, FloatConv2d(
            name=self.layer_name(node), shape=self.shape(node), x=x.name,
            weight=np.ascontiguousarray(weight), bias=self.bias(node, len(weight)),
            stride=_pair(stride), padding=(*ends[0], *ends[1]), dilation=dilation, groups=groups,
        ))

    def linear(self, node: fx.Node) -> None:
        x = self.operand(node, 0)
        if len(x.shape) != 1:
            raise refuse(node, f"applies to an image of shape {x.shape}",
                         "flatten it first, or use conv2d with a 1x1 kernel")
        weight = self.tensor(node, 1)
        if x.name in self.flattened:  # from PyTorch's order of the columns to memory order
            image = self.flattened[x.name]
            weight = weight.reshape(-1, *image).transpose(0, 2, 3, 1).reshape(len(weight), -1)
        self.add(node, FloatLinear(
            name=self.layer_name(node), shape=self.shape(node), x=x.name,
            weight=np.ascontiguousarray(weight), bias=self.bias(node, len(weight)),
        ))

    def batch_norm(self, node: fx.Node) -> None:
        x = self.operand(node, 0)
        ones, zeros = np.ones(x.shape[-1], np.float32), np.zeros(x.shape[-1], np.float32)
        gain, offset = self.tensor(node, 1, ones), self.tensor(node, 2, zeros)
        mean, variance = self.tensor(node, 3), self.tensor(node, 4)
        factor = gain / np.sqrt(variance + _named(node, "eps")[0])
        self.add(node, FloatBatchNorm(
            name=node.name, shape=x.shape, x=x.name, factor=factor, offset=offset - mean * factor,
        ))

    def clamp(self, node: fx.Node, low: Any, high: Any) -> None:
        x = self.operand(node, 0)
        low = -math.inf if low is None else float(low)
        high = math.inf if high is None else float(high)
        if not low <= 0 <= high or low == high:
            raise refuse(node, f"limits to {low}..{high}", "use a range with zero inside")
        self.keep_order(x, node.name)
        self.add(node, FloatClamp(name=node.name, shape=x.shape, x=x.name, low=low, high=high))

    def sum(self, node: fx.Node) -> None:
        if not all(isinstance(argument, fx.Node) for argument in node.args[:2]):
            raise refuse(node, "adds a constant", "put it into the bias of a layer")
        a, b = self.operand(node, 0), self.operand(node, 1)
        if a.shape != b.shape:
            raise refuse(node, f"adds values of different shapes {a.shape} and {b.shape}",
                         "add values of one shape")
        if _named(node, "alpha")[0] not in (None, 1):
            raise refuse(node, "scales what it adds", "fold the factor into a layer")
        if self.flattened.get(a.name) != self.flattened.get(b.name):
            raise refuse(node, "adds a flattened image to another vector",
                         "add before flattening, or after a linear layer")
        self.keep_order(a, node.name)
        self.add(node, FloatAdd(name=node.name, shape=a.shape, a=a.name, b=b.name))

    def max_pool(self, node: fx.Node) -> None:
        window, stride, padding, dilation, ceil = _named(
            node, "kernel_size", "stride", "padding", "dilation", "ceil_mode"
        )
        x = self.image(node)
        if _pair(padding) != (0, 0):
            raise refuse(node, "pads its image", "pad in a convolution before it")
        if _pair(dilation) != (1, 1):
            raise refuse(node, "has a dilated window", "use a dilation of 1")
        if ceil:
            raise refuse(node, "rounds its size up (ceil_mode)", "use ceil_mode=False")
        self.add(node, FloatMaxPool(
            name=node.name, shape=self.shape(node), x=x.name, window=_pair(window),
            stride=_pair(stride or window),
        ))

    def average_pool(self, node: fx.Node) -> None:
        window, stride, padding, ceil, divisor = _named(
            node, "kernel_size", "stride", "padding", "ceil_mode", "divisor_override"
        )
        x = self.image(node)
        if _pair(padding) != (0, 0):
            raise refuse(node, "pads its image", "use a padding of 0")
        if ceil:
            raise refuse(node, "rounds its size up (ceil_mode)", "use ceil_mode=False")
        if divisor is not None:
            raise refuse(node, "has a divisor of its own", "leave divisor_override out")
        self.add(node, FloatAveragePool(
            name=node.name, shape=self.shape(node), x=x.name, window=_pair(window),
            stride=_pair(stride or window),
        ))

    def adaptive_average_pool(self, node: fx.Node) -> None:
        x = self.image(node)
        shape = self.shape(node)
        if shape[:2] != (1, 1):
            raise refuse(node, f"pools to {shape[0]}x{shape[1]}", "pool to 1, or use avg_pool2d")
        self.global_pool(node, x, shape)

    def mean(self, node: fx.Node) -> None:
        x = self.image(node)
        axes = {axis % 4 for axis in (_named(node, "dim")[0] or ())}
        if axes != {2, 3}:
            raise refuse(node, "averages over other axes than height and width",
                         "use adaptive_avg_pool2d to 1")
        if len(self.shape(node)) == 3:
            self.global_pool(node, x, self.shape(node))
        else:  # without keepdim it flattens as well
            pool = f"{node.name}_pool"
            self.global_pool(node, x, (1, 1, x.shape[2]), pool)
            self.add(node, FloatFlatten(name=node.name, shape=(x.shape[2],), x=pool))

    def global_pool(
        self, node: fx.Node, x: FloatNode, shape: tuple[int, ...], name: str | None = None
    ) -> None:
        window = (x.shape[0], x.shape[1])
        self.add(node, FloatAveragePool(
            name=name or node.name, shape=shape, x=x.name, window=window, stride=window,
        ))

    def reshape(self, node: fx.Node) -> None:
        x = self.operand(node, 0)
        source: Any = node.args[0]
        before, after = tuple(source.meta["val"].shape), tuple(node.meta["val"].shape)
        if before == after:
            self.values[node] = x.name
        elif len(before) == 4 and after == (BATCH, math.prod(before[1:])):
            self.flattened[node.name] = before[1:]
            self.add(node, FloatFlatten(name=node.name, shape=(after[1],), x=x.name))
        else:
            raise refuse(node, f"reshapes {before} to {after}",
                         "reshape only by flattening each image to a vector")

    def result(self, node: fx.Node) -> FloatGraph:
        results = node.args[0]
        assert isinstance(results, (tuple, list))
        if len(results) != 1 or not isinstance(results[0], fx.Node):
            raise GossamerError(
                f"The model returns {len(results)} values; return one tensor of scores."
            )
        if results[0] not in self.values:
            raise GossamerError("The model's result does not depend on its input; return scores.")
        last = self.nodes[self.values[results[0]]]
        height, width = self.flattened.get(last.name, (1, 1, 1))[1:]
        if height * width > 1:
            raise refuse(results[0], "returns a flattened image, whose order would change",
                         "return the image, or end in a linear layer")
        # What the result does not depend on is left out.
        used, kept = {last.name}, []
        for float_node in reversed(self.nodes.values()):
            if float_node.name in used or isinstance(float_node, FloatInput):
                used.update(float_node.inputs)
                kept.append(float_node)
        return FloatGraph(tuple(reversed(kept)))

    # Pieces.

    def add(self, node: fx.Node, made: FloatNode) -> None:
        self.nodes[made.name] = made
        self.values[node] = made.name

    def keep_order(self, x: FloatNode, name: str) -> None:
        if x.name in self.flattened:
            self.flattened[name] = self.flattened[x.name]

    def operand(self, node: fx.Node, index: int) -> FloatNode:
        """The float node behind an argument that must be data."""
        argument: Any = node.args[index]
        if not isinstance(argument, fx.Node) or argument not in self.values:
            raise refuse(node, "computes with weights or constants where data is expected",
                         "apply layers to data only")
        return self.nodes[self.values[argument]]

    def image(self, node: fx.Node) -> FloatNode:
        x = self.operand(node, 0)
        if len(x.shape) != 3:
            raise refuse(node, f"pools a value of shape {x.shape}", "pool images")
        return x

    def tensor(
        self, node: fx.Node, index: int, default: npt.NDArray[np.float32] | None = None
    ) -> npt.NDArray[np.float32]:
        """A parameter or buffer as it is stored, checked to be finite."""
        argument = node.args[index] if index < len(node.args) else None
        if argument is None and default is not None:
            return default
        if not isinstance(argument, fx.Node) or argument.name not in self.targets:
            raise refuse(node, "has weights that are computed while it runs",
                         "store them as parameters")
        target = self.targets[argument.name]
        stored = {**self.program.state_dict, **self.program.constants}[target]
        array = stored.detach().to(torch.float32).numpy().copy()
        if not np.isfinite(array).all():
            raise GossamerError(
                f"The weights {target!r} hold NaN or infinite values; train again or load another "
                "checkpoint."
            )
        return array

    def bias(self, node: fx.Node, outputs: int) -> npt.NDArray[np.float32]:
        return self.tensor(node, 2, np.zeros(outputs, np.float32))

    def layer_name(self, node: fx.Node) -> str:
        """The module's path, which the user knows; the exported name if it is used twice."""
        argument = node.args[1]
        assert isinstance(argument, fx.Node)
        path = self.targets.get(argument.name, "").rpartition(".")[0]
        return path if path and path not in self.nodes else node.name

    def shape(self, node: fx.Node) -> tuple[int, ...]:
        """Shape of one sample, channels last."""
        shape = tuple(node.meta["val"].shape)
        if len(shape) not in (2, 4) or shape[0] != BATCH:
            raise refuse(node, f"makes a value of shape {shape}",
                         "keep to batches of images (N, C, H, W) or vectors (N, F)")
        return (*shape[2:], shape[1])


def refuse(node: fx.Node, reason: str, remedy: str) -> UnsupportedError:
    """The error that names a node and its ATen operator."""
    return UnsupportedError(node.name, f"({node.target}) {reason}", remedy)


def _kind(node: fx.Node) -> str:
    """Name of a node's operator, without namespace and overload."""
    return str(node.target).removeprefix("aten.").partition(".")[0]


def _named(node: fx.Node, *names: str) -> tuple[Any, ...]:
    """Arguments of a node by name, defaults filled in; ``None`` for what it does not have."""
    schema = node.target._schema.arguments  # type: ignore[union-attr]
    values = {argument.name: argument.default_value for argument in schema
              if argument.has_default_value()}
    values.update(zip((argument.name for argument in schema), node.args, strict=False))
    values.update(node.kwargs)
    return tuple(values.get(name) for name in names)


def _pair(value: Any) -> tuple[int, int]:
    """One number for both axes, or two."""
    if isinstance(value, int):
        return value, value
    numbers = tuple(value) or (1, 1)
    return numbers[0], numbers[-1]
