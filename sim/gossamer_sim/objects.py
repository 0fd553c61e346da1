"""Keep the compiled run-time library of Verilator between builds.

It is the same for every design and takes ten times as long to compile as a small model. Verilator's
makefile puts the command in ``OBJCACHE`` before each call of the compiler; this is such a command,
for machines without ccache.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import platformdirs

__all__ = ["command", "main"]


def command() -> str:
    """What to put into ``OBJCACHE``."""
    return shutil.which("ccache") or f"{shlex.quote(sys.executable)} -m gossamer_sim.objects"


def main(compile_command: list[str]) -> int:
    """Run the compiler, or copy what it made of the same library with the same options before."""
    source = Path(compile_command[-1])
    if not (source.name.startswith("verilated") and "-o" in compile_command):
        return subprocess.run(compile_command, check=False).returncode
    target = Path(compile_command[compile_command.index("-o") + 1])
    kept = _folder(compile_command, source) / target.name
    if kept.is_file():
        shutil.copyfile(kept, target)
        return 0
    status = subprocess.run(compile_command, check=False).returncode
    if status == 0:
        # Several builds may store the same object at once.
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        shutil.copyfile(target, part)
        part.replace(kept)
    return status


def _folder(compile_command: list[str], source: Path) -> Path:
    compiler = subprocess.run(
        [compile_command[0], "--version"], capture_output=True, text=True, check=False
    )
    recipe = hashlib.sha256(shlex.join([*compile_command, compiler.stdout]).encode())
    for path in (source, *sorted(source.parent.glob("*.h"))):
        recipe.update(path.read_bytes())
    return platformdirs.user_cache_path("gossamer") / "verilator" / recipe.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
