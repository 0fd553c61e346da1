"""The zip around a description: two members, byte-identical output, guarded input."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from ..errors import GossamerError

__all__ = ["LIMITS", "MODEL", "WEIGHTS", "pack", "unpack"]

MODEL = "model.json"
WEIGHTS = "weights.safetensors"

#: Members of the archive in their order, and the most bytes that each may unpack to. The largest
#: board holds a few megabytes of weights; the limits only keep a hostile file out of memory.
LIMITS = {MODEL: 16 << 20, WEIGHTS: 256 << 20}

#: The earliest time that a zip can hold: the same input gives the same bytes on any day.
EPOCH = (1980, 1, 1, 0, 0, 0)

REMEDY = "make it again with `gossamer compress`"


def pack(members: dict[str, bytes]) -> bytes:
    """Make the archive.

    Members are stored, not deflated, because the bytes that a compressor writes depend on its
    version.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in LIMITS:
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 3  # the same on every system
            info.external_attr = 0o644 << 16
            archive.writestr(info, members[name])
    return buffer.getvalue()


def unpack(path: Path) -> dict[str, bytes]:
    """Read both members; a :class:`GossamerError` says what is wrong with the file."""
    if path.is_dir():
        raise GossamerError(f"{path} is a folder; give the description file (.gsm) itself.")
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            return {info.filename: _read(archive, info, path) for info in _members(archive, path)}
    except FileNotFoundError:
        raise GossamerError(
            f"There is no description {path}; make one with `gossamer compress`."
        ) from None
    except OSError as error:
        raise GossamerError(
            f"{path} cannot be read ({error.strerror}); check the disk and the permissions."
        ) from error
    except (zipfile.BadZipFile, NotImplementedError):
        raise GossamerError(
            f"{path} is damaged, cut short or no description at all: it is not a complete zip "
            f"archive; {REMEDY}."
        ) from None


def _members(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    infos = archive.infolist()
    if sorted(info.filename for info in infos) != sorted(LIMITS):
        found = ", ".join(info.filename for info in infos[:3]) or "nothing"
        raise GossamerError(
            f"{path} is not a description: it holds {found}{' ...' if len(infos) > 3 else ''} "
            f"instead of {MODEL} and {WEIGHTS}; give a file made with `gossamer compress`."
        )
    for info in infos:
        limit = LIMITS[info.filename]
        if info.file_size > limit:
            raise GossamerError(
                f"{info.filename} in {path} unpacks to {info.file_size:,} bytes, and a description "
                f"may hold {limit:,} there; use a smaller model."
            )
    return infos


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> bytes:
    # zipfile stops at the declared size, which has been checked, and compares the checksum.
    try:
        return archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise GossamerError(
            f"{info.filename} in {path} is damaged: its checksum does not match; {REMEDY}."
        ) from None
    except (RuntimeError, NotImplementedError) as error:
        raise GossamerError(
            f"{info.filename} in {path} cannot be unpacked: it is encrypted or packed in an "
            "unusual way; repack the archive plainly."
        ) from error
