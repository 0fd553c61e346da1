"""Load a module from a user's file, written ``net.py:Net``."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from uuid import uuid4

import torch
from torch import nn

from ...errors import GossamerError

__all__ = ["load_module"]


def load_module(spec: str, *, seed: int = 0) -> nn.Module:
    """Execute the Python file of ``spec`` and return its module.

    Parameters
    ----------
    spec : str
        ``file.py:Name``; ``Name`` is a module, or a class or function that makes one and needs no
        arguments. The file may import its neighbours.
    seed : int
        Seeds the random initialisation of the weights; the caller's generator is not disturbed.
    """
    file, _, name = spec.rpartition(":")
    if not file or not name:
        raise GossamerError(
            f"The model {spec!r} does not name a file and a class; write it as net.py:Net."
        )
    path = Path(file).resolve()
    if not path.is_file():
        raise GossamerError(f"The model file {file!r} does not exist; check the path.")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        source = _execute(path, file)
        if not hasattr(source, name):
            raise GossamerError(
                f"The model file {file!r} has no {name!r}; name a class, function or module in it."
            )
        found = getattr(source, name)
        if isinstance(found, nn.Module):
            return found
        if not callable(found):
            raise GossamerError(
                f"{spec!r} is of type {type(found).__name__}, not a module; name a class derived "
                "from torch.nn.Module or a function that returns one."
            )
        try:
            made = found()
        except Exception as error:
            raise GossamerError(
                f"{spec!r} cannot be made without arguments ({_line(error)}); give every argument "
                "a default or name a function that needs none."
            ) from error
    if not isinstance(made, nn.Module):
        raise GossamerError(
            f"{spec!r} makes a {type(made).__name__}, not a module; return a torch.nn.Module."
        )
    return made


def _execute(path: Path, file: str) -> ModuleType:
    """Run a file as a module of a name nobody else uses, its folder importable meanwhile."""
    name = f"_gossamer_model_{uuid4().hex}"
    loader = importlib.util.spec_from_file_location(name, path)
    if loader is None or loader.loader is None:
        raise GossamerError(f"The model file {file!r} is not Python; name one ending in .py.")
    source = importlib.util.module_from_spec(loader)
    before = list(sys.path)
    sys.path.insert(0, str(path.parent))
    sys.modules[name] = source  # dataclasses and pickle look their module up here
    try:
        loader.loader.exec_module(source)
    except Exception as error:
        del sys.modules[name]
        raise GossamerError(
            f"The model file {file!r} fails when imported ({_line(error)}); run it with Python "
            "to see where."
        ) from error
    finally:
        sys.path[:] = before
    return source


def _line(error: Exception) -> str:
    """Kind and first line of an error, without the full stop."""
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0].rstrip('.')}" if text else type(error).__name__
