"""Small random quantised ONNX models, and what qonnx and onnxruntime make of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper

__all__ = ["Builder", "qonnx_values", "runtime_outputs", "unfused_outputs"]

#: Operators of QONNX.
CUSTOM = ("Quant", "BipolarQuant", "Trunc", "MultiThreshold")


class Builder:
    """Adds nodes one by one; ``bytes`` is the file."""

    def __init__(self, seed: int, *shape: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self.input = helper.make_tensor_value_info("x", 1, [1, *shape])

    def constant(self, values: Any, dtype: Any = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, dtype), name))
        return name

    def add(self, kind: str, inputs: list[str], **attributes: Any) -> str:
        name = f"{kind}_{len(self.nodes)}"
        domain = {"domain": "qonnx.custom_op.general"} if kind in CUSTOM else {}
        self.nodes.append(helper.make_node(kind, inputs, [f"{name}_out"], name=name, **domain,
                                           **attributes))
        return f"{name}_out"

    def quant(self, x: str, scale: Any, bits: int, *, signed: int = 1, narrow: int = 0,
              zero: float = 0.0, rounding: str = "ROUND") -> str:
        return self.add("Quant", [x, self.constant(scale), self.constant(zero),
                                  self.constant(float(bits))],
                        signed=signed, narrow=narrow, rounding_mode=rounding)

    def weights(self, shape: tuple[int, ...], scale: Any, bits: int, **keys: Any) -> str:
        real = self.rng.normal(0, 1, shape).astype(np.float32)
        return self.quant(self.constant(real), scale, bits, **keys)

    def batch_norm(self, x: str, channels: int, spread: float) -> str:
        gain = self.rng.uniform(0.5, 2, channels) * self.rng.choice([-1, 1], channels)
        return self.add("BatchNormalization", [x, *(self.constant(values) for values in (
            gain, self.rng.normal(0, 1, channels), self.rng.normal(0, spread, channels),
            self.rng.uniform(0.5, 2, channels) * spread ** 2))])

    def dequantized(self, values: npt.NDArray[Any], scale: Any, axis: int = 0) -> str:
        """A stored integer constant behind DequantizeLinear."""
        scales = np.asarray(scale, np.float32)
        zero = self.constant(np.zeros(scales.shape), values.dtype)
        return self.add("DequantizeLinear", [self.constant(values, values.dtype),
                                             self.constant(scales), zero],
                        **({"axis": axis} if scales.ndim else {}))

    def requantized(self, x: str, scale: float, zero: int = 0, dtype: Any = np.int8) -> str:
        """QuantizeLinear and DequantizeLinear."""
        parameters = [self.constant(scale), self.constant(zero, dtype)]
        return self.add("DequantizeLinear", [self.add("QuantizeLinear", [x, *parameters]),
                                             *parameters])

    def bytes(self, output: str) -> bytes:
        graph = helper.make_graph(
            self.nodes, "model", [self.input], [helper.make_tensor_value_info(output, 1, None)],
            self.constants)
        model = helper.make_model(graph, ir_version=10, opset_imports=[
            helper.make_opsetid("", 17), helper.make_opsetid("qonnx.custom_op.general", 1)])
        return bytes(model.SerializeToString())


def qonnx_values(data: bytes, x: npt.NDArray[Any]) -> dict[str, npt.NDArray[Any]]:
    """Every tensor as qonnx computes it, for a batch (N, channels, height, width) or (N, features).
    """
    from qonnx.core.modelwrapper import ModelWrapper
    from qonnx.core.onnx_exec import execute_onnx
    from qonnx.transformation.infer_shapes import InferShapes

    model = onnx.load_model_from_string(data)
    names = {tensor.name for tensor in model.graph.initializer}
    (entry,) = (e for e in model.graph.input if e.name not in names)
    for value in (entry, *model.graph.output):
        if value.type.tensor_type.HasField("shape"):
            value.type.tensor_type.shape.dim[0].dim_value = len(x)
    wrapped = ModelWrapper(model).transform(InferShapes())
    values = execute_onnx(wrapped, {entry.name: x.astype(np.float32)},
                          return_full_exec_context=True)
    return dict(values)


def runtime_outputs(data: bytes, x: npt.NDArray[Any], options: Any = None) -> npt.NDArray[Any]:
    """What onnxruntime computes, sample by sample, with the fusions it has by default."""
    import onnxruntime

    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return np.concatenate([session.run(None, {name: sample[None].astype(np.float32)})[0]
                           for sample in x])


def unfused_outputs(data: bytes, x: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """What onnxruntime computes in floating point, node by node."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    return runtime_outputs(data, x, options)
