"""Flows: for which boards this installation has made a bitstream, with which tools."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

__all__ = ["built", "record"]


def record(board: str, tools: Mapping[str, str]) -> None:
    """Remember in the user's cache that a bitstream was made for a board, by these versions."""
    path = _path(board)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_text(json.dumps(dict(tools), indent=2) + "\n")
    partial.rename(path)


def built(board: str) -> bool:
    """Whether a bitstream was made for a board, by a test or for a design."""
    return _path(board).is_file()


def _path(board: str) -> Path:
    return platformdirs.user_cache_path("gossamer") / "flows" / f"{board}.json"
