"""Build Verilog for a simulator and run a cocotb bench in it."""

from __future__ import annotations

import hashlib
import json
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from pathlib import Path

from cocotb_tools.runner import VerilatorControlFile, get_runner

from gossamer.errors import GossamerError
from gossamer_sim import simulators
from gossamer_sim.netlist import Netlist

__all__ = ["build", "run"]

BUILD_ARGS = {
    # cocotb makes every signal public, which forbids many of Verilator's optimisations and halves
    # its speed; the few signals that a bench touches are marked instead. Verilator knows no X: what
    # would be one becomes a random number, so that a missing initial value does not pass.
    "verilator": (
        "--no-public-flat-rw",
        "--no-timing",
        "--x-assign", "unique",
        "--x-initial", "unique",
        "-Wno-fatal",
        "-Wno-lint",
        "-Wno-style",
    ),
    # The later dialects leave some of Amaranth's combinational outputs unknown in Icarus.
    "icarus": ("-g2005",),
}  # fmt: skip


def build(
    verilog: Path | Netlist,
    top: str,
    simulator: str,
    build_dir: Path,
    *,
    harness: Path | None = None,
    defines: Mapping[str, object] | None = None,
    public: Sequence[str] = (),
) -> None:
    """Compile a design, with a harness around it, into ``build_dir``, a folder of its own.

    The same sources are not compiled twice.

    ``public`` names the signals of ``top`` that the bench touches, where the source does not mark
    them itself. The compiler's messages go to ``build.log`` there.
    """
    tool = simulators.find(simulator)
    args = BUILD_ARGS[simulator]
    sources: list[Path] = []
    includes: list[Path] = []
    if isinstance(verilog, Netlist):
        sources += verilog.sources
        includes.append(verilog.cells.parent)
        if simulator == "icarus" and verilog.family == "ecp5":
            raise GossamerError(
                "Icarus does not read the cell models of ecp5; choose the simulator verilator."
            )
        if simulator == "icarus":
            # Default values of ports are newer than its dialect of Verilog.
            defines = {**(defines or {}), "NO_ICE40_DEFAULT_ASSIGNMENTS": 1}
    else:
        sources.append(verilog)
    if harness is not None:
        sources.append(harness)
    recipe = hashlib.sha256(
        json.dumps([tool.name, tool.version, top, defines, args, public]).encode()
    )
    for source in sources:
        recipe.update(source.read_bytes())
    stamp = build_dir / "built"
    if stamp.is_file() and stamp.read_text() == recipe.hexdigest():
        return
    # An interrupted build leaves half-written objects that make would take for good ones.
    shutil.rmtree(build_dir, ignore_errors=True)
    build_dir.mkdir(parents=True)
    log = build_dir / "build.log"
    files: list[Path | VerilatorControlFile] = [source.resolve() for source in sources]
    if simulator == "verilator" and public:
        marks = build_dir / "public.vlt"
        lines = [f'public_flat_rw -module "{top}" -var "{name}"\n' for name in public]
        marks.write_text("`verilator_config\n" + "".join(lines))
        files.insert(0, VerilatorControlFile(marks))
    try:
        with tool.environ():
            get_runner(simulator).build(
                sources=files,
                includes=includes,
                hdl_toplevel=top,
                build_dir=build_dir,
                build_args=list(args),
                defines=defines or {},
                timescale=("1ns", "1ps"),
                always=True,
                log_file=log,
            )
    except RuntimeError as error:
        raise GossamerError(
            f"{simulator} could not compile the Verilog of {top!r}; see {log} for its messages."
        ) from error
    stamp.write_text(recipe.hexdigest())


def run(
    module: str,
    top: str,
    simulator: str,
    build_dir: Path,
    run_dir: Path,
    *,
    plusargs: Sequence[str] = (),
    seed: int = 0,
) -> None:
    """Run the cocotb test in ``module`` on what `build` made; its working folder is ``run_dir``.

    A failed assertion in the bench becomes a `GossamerError` with the assertion's sentence. The
    simulator's messages go to ``bench.log``.
    """
    tool = simulators.find(simulator)
    if simulator == "verilator":
        plusargs = ["+verilator+rand+reset+2", f"+verilator+seed+{seed % 2**31 + 1}", *plusargs]
    log = run_dir / "bench.log"
    results = run_dir / "results.xml"
    run_dir.mkdir(parents=True, exist_ok=True)
    try:
        with tool.environ():
            get_runner(simulator).test(
                test_module=module,
                hdl_toplevel=top,
                hdl_toplevel_lang="verilog",
                build_dir=build_dir,
                test_dir=run_dir,
                plusargs=plusargs,
                extra_env={"COCOTB_LOG_LEVEL": "WARNING"},
                seed=seed,
                results_xml=str(results.resolve()),
                log_file=log,
            )
    except (SystemExit, RuntimeError):
        # The runner leaves this way on a failed test too; the results file says which it was.
        if not results.is_file():
            raise GossamerError(
                f"{simulator} stopped before the bench ended; see {log} for its messages."
            ) from None
    if not results.is_file():
        raise GossamerError(f"{simulator} ran no bench; see {log} for its messages.")
    for case in ElementTree.parse(results).iter("testcase"):
        for failure in (*case.iter("failure"), *case.iter("error")):
            reason = failure.get("message") or failure.text or "the bench failed"
            raise GossamerError(reason.strip())
