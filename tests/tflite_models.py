"""Small random TensorFlow Lite models of 8-bit integers, and LiteRT's reference kernels."""

from __future__ import annotations

from typing import Any

import flatbuffers
import numpy as np
import numpy.typing as npt

__all__ = ["Builder", "outputs"]

#: Versions of operators that take 8-bit integers; 2 for the others.
VERSIONS = {"FULLY_CONNECTED": 4, "CONV_2D": 3, "DEPTHWISE_CONV_2D": 3, "RESHAPE": 1,
            "EXPAND_DIMS": 1}


class Builder:
    """Adds tensors and operators one by one; ``bytes`` is the file.

    ``schema`` is LiteRT's generated module with the file format's object interface.
    """

    def __init__(self, schema: Any, seed: int) -> None:
        self.schema = schema
        self.rng = np.random.default_rng(seed)
        self.graph = schema.SubGraphT()
        self.graph.tensors, self.graph.operators = [], []
        self.graph.inputs = []
        self.model = schema.ModelT()
        self.model.version = 3
        self.model.operatorCodes = []
        self.model.buffers = [schema.BufferT()]
        self.model.subgraphs = [self.graph]

    def tensor(self, shape: tuple[int, ...], *, kind: str = "INT8", scale: Any = None,
               zero: int | None = None, axis: int = 0,
               data: npt.NDArray[Any] | None = None) -> int:
        tensor = self.schema.TensorT()
        tensor.name = f"tensor_{len(self.graph.tensors)}".encode()
        tensor.shape, tensor.type = list(shape), getattr(self.schema.TensorType, kind)
        if scale is not None:
            quantization = self.schema.QuantizationParametersT()
            quantization.scale = [float(s) for s in np.atleast_1d(scale)]
            quantization.zeroPoint = [zero or 0] * len(quantization.scale)
            quantization.quantizedDimension = axis
            tensor.quantization = quantization
        if data is not None:
            buffer = self.schema.BufferT()
            buffer.data = np.frombuffer(np.ascontiguousarray(data).tobytes(), np.uint8)
            self.model.buffers.append(buffer)
            tensor.buffer = len(self.model.buffers) - 1
        self.graph.tensors.append(tensor)
        return len(self.graph.tensors) - 1

    def activation(self, *shape: int, scale: float | None = None, zero: int | None = None) -> int:
        """An activation, its scale and zero point random unless they are given."""
        scale = float(self.rng.uniform(0.01, 0.2)) if scale is None else scale
        zero = int(self.rng.integers(-128, 128)) if zero is None else zero
        return self.tensor((1, *shape), scale=scale, zero=zero)

    def input(self, *shape: int, **keys: Any) -> int:
        index = self.activation(*shape, **keys)
        self.graph.inputs = [index]
        return index

    def weights(self, shape: tuple[int, ...], axis: int, per_channel: bool = True) -> int:
        count = shape[axis] if per_channel else 1
        return self.tensor(shape, scale=self.rng.uniform(0.001, 0.02, count), axis=axis,
                           data=self.rng.integers(-127, 128, shape).astype(np.int8))

    def bias(self, outputs: int) -> int:
        return self.tensor((outputs,), kind="INT32",
                           data=self.rng.integers(-2000, 2000, outputs).astype(np.int32))

    def constant(self, values: Any) -> int:
        data = np.array(values, np.int32)
        return self.tensor(data.shape, kind="INT32", data=data)

    def operator(self, kind: str, inputs: list[int], output: int | list[int], options: str = "",
                 **keys: Any) -> int:
        """Add an operator with the options ``keys`` of class ``options``; its first output."""
        outputs = [output] if isinstance(output, int) else output
        schema = self.schema
        code = schema.OperatorCodeT()
        code.builtinCode = getattr(schema.BuiltinOperator, kind)
        code.deprecatedBuiltinCode = min(code.builtinCode, 127)
        code.version = VERSIONS.get(kind, 2)
        self.model.operatorCodes.append(code)
        operator = schema.OperatorT()
        operator.opcodeIndex = len(self.model.operatorCodes) - 1
        operator.inputs, operator.outputs = inputs, outputs
        if options:
            operator.builtinOptionsType = getattr(schema.BuiltinOptions, options)
            operator.builtinOptions = getattr(schema, f"{options}T")()
            for name, value in keys.items():
                assert hasattr(operator.builtinOptions, name)
                setattr(operator.builtinOptions, name, value)
        self.graph.operators.append(operator)
        self.graph.outputs = outputs[:1]
        return outputs[0]

    def bytes(self) -> bytes:
        builder = flatbuffers.Builder(1024)
        builder.Finish(self.model.Pack(builder), b"TFL3")
        return bytes(builder.Output())


def outputs(data: bytes, x: npt.NDArray[Any]) -> list[list[npt.NDArray[Any]]]:
    """What LiteRT's reference kernels compute: for each sample, each operator's output."""
    from ai_edge_litert.interpreter import Interpreter, OpResolverType

    interpreter = Interpreter(
        model_content=data, experimental_op_resolver_type=OpResolverType.BUILTIN_REF,
        experimental_preserve_all_tensors=True)
    interpreter.allocate_tensors()
    entry = interpreter.get_input_details()[0]
    made = [operator["outputs"][0] for operator in interpreter._get_ops_details()]
    found = []
    for sample in x:
        interpreter.set_tensor(entry["index"], sample[None].astype(entry["dtype"]))
        interpreter.invoke()
        found.append([interpreter.get_tensor(index)[0].copy() for index in made])
    return found
