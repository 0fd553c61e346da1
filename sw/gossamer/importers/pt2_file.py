"""Read a program that ``torch.export.save`` wrote, without PyTorch and without unpickling anything.

The archive holds the graph as JSON and each weight as plain bytes. PyTorch's own loader unpickles
parts of it, which may execute code; this one reads the graph, the weights and nothing else.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import GossamerError, UnsupportedError
from .imported import MOST_BYTES, plain

__all__ = ["Call", "Program", "Ref", "read"]

#: Major version of the graph's schema.
SCHEMA = 8

MOST_CALLS = 8192
MOST_ELEMENTS = 1 << 24

#: Types of PyTorch by their number in a file.
DTYPES = {1: np.uint8, 2: np.int8, 3: np.int16, 4: np.int32, 5: np.int64, 7: np.float32,
          8: np.float64, 12: np.bool_}

#: What a graph that is not what it says raises.
DAMAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
          RecursionError, MemoryError)


@dataclass(frozen=True)
class Ref:
    """The name of a tensor among the arguments of a call."""

    name: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Call:
    """A call of an operator, ``aten.conv2d`` without overload; arguments by name."""

    name: str
    target: str
    arguments: dict[str, Any]


@dataclass(frozen=True, kw_only=True, eq=False)
class Program:
    """What a file holds; ``shape`` is the input's without the batch."""

    calls: tuple[Call, ...]
    constants: dict[str, npt.NDArray[Any]]
    input: str
    shape: tuple[int, ...]
    output: str


def read(data: bytes) -> Program:
    """Read the file's bytes; a :class:`GossamerError` says what is wrong with them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
                raise GossamerError(
                    f"The file unpacks to more than {MOST_BYTES:,} bytes; use a smaller model.")
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
            UnicodeDecodeError, *DAMAGE) as error:
        raise GossamerError(
            "The file is not a program of torch.export, or it is damaged or cut short; save it "
            "again with torch.export.save.") from error


def _read(archive: zipfile.ZipFile) -> Program:
    names = [name for name in archive.namelist() if name.endswith("/models/model.json")]
    if len(names) != 1:
        raise ValueError("no model")
    root = names[0].removesuffix("models/model.json")
    model = json.loads(archive.read(names[0]))
    major = model["schema_version"]["major"]
    if major != SCHEMA:
        raise GossamerError(f"The program has schema version {major!r}, and {SCHEMA} is read; "
                            "export it with the PyTorch version that Gossamer is tested with.")
    graph, signature = model["graph_module"]["graph"], model["graph_module"]["signature"]
    if len(graph["nodes"]) > MOST_CALLS:
        raise GossamerError(f"The program has {len(graph['nodes']):,} calls, and at most "
                            f"{MOST_CALLS:,} are read; use a smaller model.")
    tensors: dict[str, str] = {}
    inputs = []
    for spec in signature["input_specs"]:
        (kind, entry), = spec.items()
        match kind:
            case "user_input":
                inputs.append(str(entry["arg"]["as_tensor"]["name"]))
            case "parameter" | "buffer" | "tensor_constant":
                tensors[str(entry["arg"]["name"])] = str(entry[f"{kind}_name"])
            case _:
                raise GossamerError(
                    f"The program takes a {plain(kind)}; export a module without one.")
    outputs = [spec.get("user_output") for spec in signature["output_specs"]]
    if len(inputs) != 1 or len(outputs) != 1 or outputs[0] is None:
        raise GossamerError(f"The program has {len(inputs)} inputs and {len(outputs)} results; "
                            "export a module with one tensor of each.")
    return Program(
        calls=tuple(_call(node, i) for i, node in enumerate(graph["nodes"])),
        constants=_constants(archive, root, tensors),
        input=inputs[0], shape=_shape(graph["tensor_values"][inputs[0]], inputs[0]),
        output=str(outputs[0]["arg"]["as_tensor"]["name"]))


def _constants(archive: zipfile.ZipFile, root: str, tensors: dict[str, str]
               ) -> dict[str, npt.NDArray[Any]]:
    """Arrays by their names in the graph."""
    stored: dict[str, tuple[str, Any]] = {}
    for folder, config in (("weights", "model_weights_config.json"),
                           ("constants", "model_constants_config.json")):
        path = f"{root}data/{folder}/"
        if f"{path}{config}" in archive.namelist():
            entries = json.loads(archive.read(f"{path}{config}"))["config"]
            stored |= {name: (path, entry) for name, entry in entries.items()}
    found = {}
    for name, key in tensors.items():
        path, entry = stored[key]
        if entry["use_pickle"]:
            raise UnsupportedError(key, "is a tensor that is pickled, and unpickling may execute "
                                   "code", "save plain tensors")
        found[name] = _array(archive.read(path + entry["path_name"]), entry["tensor_meta"], key)
    return found


def _array(data: bytes, meta: Any, name: str) -> npt.NDArray[Any]:
    """A tensor from the bytes of its storage."""
    if meta["dtype"] not in DTYPES:
        raise UnsupportedError(name, f"is a tensor of PyTorch's type number {meta['dtype']}",
                               "use 32-bit floats and integers of up to 64 bits")
    sizes = [int(size["as_int"]) for size in meta["sizes"]]
    strides = [int(stride["as_int"]) for stride in meta["strides"]]
    flat: npt.NDArray[Any] = np.frombuffer(data, DTYPES[meta["dtype"]])
    offset = int(meta["storage_offset"]["as_int"])
    if any(size < 0 for size in sizes) or math.prod(sizes) > MOST_ELEMENTS or (
            len(sizes) != len(strides) or any(stride < 0 for stride in strides) or offset < 0):
        raise ValueError("an impossible tensor")
    last = offset + sum((size - 1) * stride for size, stride in zip(sizes, strides, strict=True))
    if math.prod(sizes) and last >= len(flat):
        raise ValueError("a tensor beyond its storage")
    if not math.prod(sizes):
        return np.zeros(sizes, flat.dtype)
    view = np.lib.stride_tricks.as_strided(
        flat[offset:], sizes, [stride * flat.itemsize for stride in strides])
    return np.array(view)


def _call(node: Any, index: int) -> Call:
    target = plain(str(node["target"])).removeprefix("torch.ops.")
    target = target.rpartition(".")[0] if target.count(".") > 1 else target
    name = str(node.get("name") or node["outputs"][0]["as_tensor"]["name"])
    outputs = node["outputs"]
    if len(outputs) != 1 or "as_tensor" not in outputs[0]:
        raise UnsupportedError(name, f"({target}) does not compute one tensor",
                               "use operators that do")
    return Call(name=str(outputs[0]["as_tensor"]["name"]), target=target,
                arguments={str(entry["name"]): _argument(entry["arg"], name)
                           for entry in node["inputs"]})


def _argument(argument: Any, name: str) -> Any:
    """References of tensors, numbers, alone or a list, or None for what does not matter."""
    (kind, value), = argument.items()
    match kind:
        case "as_tensor":
            return Ref(str(value["name"]))
        case "as_optional_tensor":
            return Ref(str(value["as_tensor"]["name"])) if "as_tensor" in value else None
        case "as_tensors":
            return [Ref(str(tensor["name"])) for tensor in value]
        case "as_int" | "as_scalar_type":
            return int(value)
        case "as_float":
            return float(value)
        case "as_bool":
            return bool(value)
        case "as_string":
            return str(value)
        case "as_ints":
            return [int(v) for v in value]
        case "as_floats":
            return [float(v) for v in value]
        case "as_none" | "as_device" | "as_layout" | "as_memory_format":
            return None
    raise UnsupportedError(name, f"has an argument of the kind {kind.removeprefix('as_')!r}",
                           "export with fixed shapes and without control flow")


def _shape(meta: Any, name: str) -> tuple[int, ...]:
    """Shape of one sample; the batch is one, or open."""
    sizes = [int(size["as_int"]) if "as_int" in size else 0 for size in meta["sizes"]]
    if meta["dtype"] != 7:
        raise UnsupportedError(name, "is an input of another type than 32-bit floats",
                               "export a module whose quantisers are inside")
    if len(sizes) not in (2, 3, 4) or any(size < 1 for size in sizes[1:]) or sizes[0] not in (0, 1):
        raise UnsupportedError(
            name, f"is an input of shape {tuple(sizes)}, 0 where it is open",
            "export with an example of shape (1, channels, height, width), (1, channels, length) "
            "or (1, features)")
    if math.prod(sizes[1:]) > MOST_ELEMENTS:
        raise UnsupportedError(name, f"is an input of shape {tuple(sizes)}", "use smaller images")
    return tuple(sizes[1:])
