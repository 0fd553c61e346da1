"""Checkpoint: what a compression has reached, so that an interrupted one goes on where it was."""

from __future__ import annotations

import io
import pickle
import zipfile
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch
from torch import nn

from ..data import Dataset
from ..errors import GossamerError
from ..files import write_atomic
from .recipes import Recipe

__all__ = ["Checkpoint", "fingerprint"]


@dataclass
class Checkpoint:
    """A file with the state of a compression after its last epoch.

    Attributes
    ----------
    path : Path
    key : str
        Of the module, the data and the recipe, see :func:`fingerprint`.
    saved : dict, optional
        What an earlier run left; its ``call`` is the number of the training that was interrupted.
    """

    path: Path
    key: str
    saved: dict[str, Any] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if not self.path.exists():
            return
        try:
            with open(self.path, "rb") as file:
                self.saved = torch.load(file, weights_only=True)
            assert isinstance(self.saved, dict)
            key = self.saved["key"]
        except (OSError, EOFError, KeyError, AssertionError, RuntimeError, ValueError,
                pickle.UnpicklingError, zipfile.BadZipFile) as error:
            raise GossamerError(
                f"{self.path} is not a checkpoint or is damaged; remove it to start afresh."
            ) from error
        if key != self.key:
            raise GossamerError(
                f"The checkpoint {self.path} belongs to another model, data set or recipe; remove "
                "it or name another file."
            )

    def save(self, state: dict[str, Any]) -> None:
        """Replace the file."""
        buffer = io.BytesIO()
        torch.save({"key": self.key, **state}, buffer)
        write_atomic(self.path, buffer.getvalue(), overwrite=True)

    def remove(self) -> None:
        """Nothing is left to resume."""
        self.path.unlink(missing_ok=True)


def fingerprint(module: nn.Module, dataset: Dataset, recipe: Recipe) -> str:
    """Tells compressions apart: the module with its weights, the data and the recipe."""
    digest = sha256(f"{module!r} {recipe!r} {dataset.low} {dataset.high} {dataset.scale}".encode())
    for tensor in module.state_dict().values():
        digest.update(tensor.contiguous().numpy().tobytes())
    for array in (dataset.train_x, dataset.train_y, dataset.test_x, dataset.test_y):
        digest.update(array.tobytes())
    return digest.hexdigest()
