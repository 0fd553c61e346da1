"""Description: a compressed model as one immutable object that is saved, loaded and compared."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import ValidationError
from safetensors import SafetensorError
from safetensors import numpy as safetensors

from .. import ir
from ..errors import GossamerError
from ..files import write_atomic
from . import schema
from .archive import MODEL, REMEDY, WEIGHTS, pack, unpack

__all__ = ["Description", "Robustness", "Samples"]

Arrays = dict[str, npt.NDArray[Any]]

NODES: dict[str, type[ir.Node]] = {
    node.kind: node
    for node in (
        ir.Input, ir.Linear, ir.Conv2d, ir.SumPool, ir.MaxPool, ir.Requantize, ir.MultiThreshold,
        ir.Table, ir.Sum, ir.Product, ir.Add, ir.Softmax, ir.Flatten, ir.Reshape,
        ir.Concat, ir.Slice, ir.Pad, ir.Patch,
    )
}

#: What the axes of an array are; the graph's rules check their lengths.
Shape = tuple[str, ...]

#: Arrays of each kind of node: name, type in the file, shape.
ARRAYS: dict[str, tuple[tuple[str, str, Shape], ...]] = {
    "linear": (
        ("weight", "int8", ("outputs", "inputs")),
        ("bias", "int64", ("outputs",)),
    ),
    "conv2d": (
        ("weight", "int8", ("outputs", "kh", "kw", "inputs")),
        ("bias", "int64", ("outputs",)),
    ),
    "requantize": (
        ("multiplier", "int64", ("channels",)),
        ("shift", "int64", ("channels",)),
        ("exceptions", "int64", ("exceptions", "3")),
    ),
    "multithreshold": (("thresholds", "int64", ("channels", "steps")),),
    "table": (("values", "int64", ("entries",)),),
    "softmax": (("exponentials", "int64", ("distances",)),),
}

#: Arrays that are not in the file where they are empty.
OPTIONAL = {"exceptions"}


@dataclass(frozen=True, kw_only=True, eq=False)
class Samples:
    """Test vectors that travel with a model, so that a design can be proved without its data set.

    Attributes
    ----------
    inputs : int array, shape (N, *input shape)
        Input integers.
    outputs : int array, shape (N, *output shape)
        What PyTorch's integer model answered: an oracle that is independent of ``graph.run``.
    labels : int array, shape (N,)
        The right classes; -1 where there is none.
    """

    inputs: ir.IntArray
    outputs: ir.IntArray
    labels: ir.IntArray

    def __post_init__(self) -> None:
        for field in fields(self):
            array = _cast(getattr(self, field.name), "int32", f"samples.{field.name}")
            values = array.astype(np.int64)
            values.flags.writeable = False
            object.__setattr__(self, field.name, values)
        if not 0 < len(self.inputs) == len(self.outputs) == len(self.labels):
            raise GossamerError(
                f"Samples have {len(self.inputs)} inputs, {len(self.outputs)} outputs and "
                f"{len(self.labels)} labels; give as many of each, and at least one."
            )

    def __len__(self) -> int:
        return len(self.inputs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Samples) and all(
            np.array_equal(getattr(self, field.name), getattr(other, field.name))
            for field in fields(self)
        )


@dataclass(frozen=True)
class Robustness:
    """Accuracy on test samples that were attacked.

    Attributes
    ----------
    float_accuracy : float
        Of the float model, attacked itself.
    transferred : float
        Of the graph, on the samples found for the float model.
    fresh : float
        Of the graph, on samples found for the quantised network, with gradients passing straight
        through its roundings.
    """

    float_accuracy: float
    transferred: float
    fresh: float


@dataclass(frozen=True, kw_only=True)
class Description:
    """A graph, where it came from and what it achieves.

    It is independent of a board: packing the weights for an array is the planner's work.

    Attributes
    ----------
    graph : Graph
        The compressed model; legal by :func:`gossamer.ir.check`.
    name : str
        What to call it in tables and file names.
    recipe : str
        Name of the compression recipe, empty if there was none.
    classes : int
        Number of classes, 0 if it is not a classifier.
    float_accuracy, integer_accuracy : float or None
        Fractions of ``test_images`` classified correctly before and after compression.
    test_images : int
        Size of the test set behind these fractions.
    robustness : Robustness or None
        The same under attack, if the recipe has an adversary.
    samples : Samples or None
        Test vectors.
    """

    graph: ir.Graph
    name: str
    recipe: str = ""
    classes: int = 0
    float_accuracy: float | None = None
    integer_accuracy: float | None = None
    test_images: int = 0
    robustness: Robustness | None = None
    samples: Samples | None = None

    def __post_init__(self) -> None:
        ir.check(self.graph)
        if self.samples is not None:
            try:
                self.graph.input.admit(self.samples.inputs)
            except ValueError as error:
                raise GossamerError(
                    f"The samples do not suit the graph: {error}; quantize them with the graph's "
                    "input."
                ) from error
            for field, shape in self._sample_shapes(len(self.samples)).items():
                found = getattr(self.samples, field).shape
                if found != shape:
                    raise GossamerError(
                        f"The {field} of the samples have shape {found}; this graph needs {shape}."
                    )

    def _sample_shapes(self, count: int) -> dict[str, tuple[int, ...]]:
        output = self.graph.types()[self.graph.output.name]
        return {
            "inputs": (count, *self.graph.input.shape),
            "outputs": (count, *output.shape),
            "labels": (count,),
        }

    def save(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write the file, whole or not at all; the same description gives the same bytes.

        Raises
        ------
        GossamerError
            If ``path`` exists and ``overwrite`` is false, or cannot be written.
        """
        path = Path(path)
        write_atomic(path, self.to_bytes(), overwrite=overwrite)
        return path

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        arrays: Arrays = {}
        for node in self.graph:
            for field, dtype, _ in ARRAYS.get(node.kind, ()):
                name = f"{node.name}.{field}"
                array = getattr(node, field)
                if len(array) or field not in OPTIONAL:
                    arrays[name] = _cast(array, dtype, name)
        if self.samples is not None:
            for item in fields(self.samples):
                name = f"samples.{item.name}"
                arrays[name] = _cast(getattr(self.samples, item.name), "int32", name)
        keys = {
            "format": schema.FORMAT,
            "version": schema.VERSION,
            "name": self.name,
            "recipe": self.recipe,
            "classes": self.classes,
            "accuracy": {
                "float": self.float_accuracy,
                "integer": self.integer_accuracy,
                "test_images": self.test_images,
                "robustness": asdict(self.robustness) if self.robustness else None,
            },
            "nodes": [_keys(node) for node in self.graph],
        }
        text = json.dumps(keys, indent=1, default=np.generic.item) + "\n"
        try:
            schema.Model.model_validate_json(text)
        except ValidationError as error:
            raise GossamerError(
                f"Description {self.name!r} cannot be saved: {_first(error)}."
            ) from error
        return pack({MODEL: text.encode(), WEIGHTS: safetensors.save(arrays)})

    @classmethod
    def load(cls, path: str | Path) -> Description:
        """Read a file and check everything in it; nothing in it is ever executed.

        Raises
        ------
        GossamerError
            If the file is missing, damaged, too large, newer than this program or not a legal
            description, in one sentence.
        """
        path = Path(path)
        members = unpack(path)
        model = _parse(members[MODEL], path)
        arrays = _arrays(members[WEIGHTS], path)

        nodes = []
        for operator in model.nodes:
            keys = operator.model_dump(exclude={"kind"})
            for field, dtype, shape in ARRAYS.get(operator.kind, ()):
                name = f"{operator.name}.{field}"
                if name in arrays or field not in OPTIONAL:
                    keys[field] = _take(arrays, name, dtype, shape, path)
            nodes.append(NODES[operator.kind](**keys))
        robustness = model.accuracy.robustness
        vectors = {}
        if any(name.startswith("samples.") for name in arrays):
            for item in fields(Samples):
                name = f"samples.{item.name}"
                vectors[item.name] = _take(arrays, name, "int32", None, path)
        if arrays:
            raise GossamerError(
                f"{path} is not a legal description: {WEIGHTS} holds {min(arrays)!r}, which no "
                f"node uses; {REMEDY}."
            )
        try:
            return cls(
                graph=ir.Graph(tuple(nodes)),
                name=model.name,
                recipe=model.recipe,
                classes=model.classes,
                float_accuracy=model.accuracy.float,
                integer_accuracy=model.accuracy.integer,
                test_images=model.accuracy.test_images,
                robustness=Robustness(**robustness.model_dump()) if robustness else None,
                samples=Samples(**vectors) if vectors else None,
            )
        except GossamerError as error:
            raise GossamerError(f"{path} is not a legal description: {error}") from error


def _keys(node: ir.Node) -> dict[str, Any]:
    """Fields of a node that stand in model.json: all but the arrays."""
    arrays = {field for field, _, _ in ARRAYS.get(node.kind, ())}
    keys = {field.name: getattr(node, field.name) for field in fields(node)}
    return {"kind": node.kind} | {k: v for k, v in keys.items() if k not in arrays}


def _cast(array: npt.ArrayLike, dtype: str, name: str) -> npt.NDArray[Any]:
    """The same integers in the type of the file, contiguous and little-endian."""
    values = np.asarray(array)
    result = np.ascontiguousarray(values, np.dtype(dtype).newbyteorder("<"))
    if not np.issubdtype(values.dtype, np.integer) or not np.array_equal(result, values):
        raise GossamerError(
            f"Array {name!r} of type {values.dtype} cannot be stored as {dtype} without loss; "
            "quantize it first."
        )
    return result


def _parse(data: bytes, path: Path) -> schema.Model:
    try:
        keys = json.loads(data)
    except (ValueError, RecursionError):
        raise GossamerError(f"{MODEL} in {path} is not JSON; {REMEDY}.") from None
    if not isinstance(keys, dict) or keys.get("format") != schema.FORMAT:
        raise GossamerError(
            f"{path} is not a description: the format in {MODEL} is not {schema.FORMAT!r}; give a "
            "file made with `gossamer compress`."
        )
    version = keys.get("version")
    if isinstance(version, int) and version > schema.VERSION:
        raise GossamerError(
            f"{path} is a description of version {version}, and this program reads up to version "
            f"{schema.VERSION}; install a newer gossamer."
        )
    try:
        return schema.Model.model_validate_json(data)
    except ValidationError as error:
        raise GossamerError(
            f"{MODEL} in {path} is not a legal description: {_first(error)}; {REMEDY}."
        ) from error


def _first(error: ValidationError) -> str:
    """The first complaint of a schema, with the way to the key."""
    complaint = error.errors(include_url=False)[0]
    where = ".".join(str(step) for step in complaint["loc"])
    what = complaint["msg"]
    return f"{where}: {what[0].lower()}{what[1:]}"


def _arrays(data: bytes, path: Path) -> Arrays:
    try:
        return dict(safetensors.load(data))
    except (SafetensorError, KeyError, ValueError):  # damaged, or a type that numpy lacks
        raise GossamerError(
            f"{WEIGHTS} in {path} is not a legal safetensors file; {REMEDY}."
        ) from None


def _take(
    arrays: Arrays, name: str, dtype: str, shape: Shape | None, path: Path
) -> npt.NDArray[Any]:
    """Remove an array from ``arrays`` and return it if it is what the schema promises."""
    if name not in arrays:
        raise GossamerError(
            f"{path} is not a legal description: {WEIGHTS} lacks {name!r}; {REMEDY}."
        )
    array = arrays.pop(name)
    if array.dtype != np.dtype(dtype):
        raise GossamerError(
            f"{path} is not a legal description: {name!r} is of type {array.dtype} and must be "
            f"{dtype}; {REMEDY}."
        )
    if array.size == 0 or (shape is not None and array.ndim != len(shape)):
        axes = ", ".join(shape) if shape else "samples, ..."
        raise GossamerError(
            f"{path} is not a legal description: {name!r} has shape {array.shape} and must have "
            f"({axes}), none of them empty; {REMEDY}."
        )
    return array
