"""Import a file by what its name ends in."""

from __future__ import annotations

from pathlib import Path

from ..errors import GossamerError
from .imported import MOST_BYTES, Imported, InputSteps

__all__ = ["import_model"]


def import_model(path: Path, steps: InputSteps | None = None) -> Imported:
    """Read a finished integer model; nothing in the file is executed.

    Parameters
    ----------
    path : Path
        A ``.tflite``, ``.onnx`` or ``.pt2`` file.
    steps : InputSteps, optional
        How the input is quantised where the model does not say.

    Raises
    ------
    GossamerError
        If the file is missing, too large, damaged, or a model that cannot be computed: then with
        the name of the node, the reason and the nearest thing that can.
    """
    kinds = {".tflite": _tflite, ".onnx": _onnx, ".pt2": _pt2}
    if path.suffix not in kinds:
        raise GossamerError(
            f"{path} is not a kind of model that is known; give a file that ends in "
            f"{', '.join(kinds)}.")
    return kinds[path.suffix](_read(path), steps)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise GossamerError(
                f"{path} has {size:,} bytes, and a model may have {MOST_BYTES:,}; use a smaller "
                "model.")
        return path.read_bytes()
    except FileNotFoundError:
        raise GossamerError(f"There is no file {path}; check the path.") from None
    except OSError as error:
        raise GossamerError(
            f"{path} cannot be read ({error.strerror}); check the disk and the permissions."
        ) from error


def _tflite(data: bytes, steps: InputSteps | None) -> Imported:
    from .tflite import import_tflite

    return import_tflite(data)


def _onnx(data: bytes, steps: InputSteps | None) -> Imported:
    from .onnx import import_onnx

    return import_onnx(data, steps)


def _pt2(data: bytes, steps: InputSteps | None) -> Imported:
    from .pt2 import import_pt2

    return import_pt2(data, steps)
