"""Writing files that are either whole or not there."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from .errors import GossamerError

__all__ = ["write_atomic"]


def write_atomic(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write ``data`` under a temporary name in the same folder, then rename it to ``path``.

    A reader never sees a half-written file, and an interruption leaves what was there before.

    Raises
    ------
    GossamerError
        If ``path`` exists and ``overwrite`` is false, or if its folder cannot be written.
    """
    if path.exists() and not overwrite:
        raise GossamerError(
            f"{path} already exists; choose another name, or allow it to be overwritten."
        )
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise GossamerError(
            f"{path} cannot be written ({error.strerror}); choose a folder that exists and that "
            "you may write to."
        ) from error
    temporary = Path(name)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        # mkstemp makes files that only their owner reads; give the usual permissions instead.
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except OSError as error:
        raise GossamerError(
            f"{path} cannot be written ({error.strerror}); free some space or choose another "
            "folder."
        ) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
