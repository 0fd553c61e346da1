"""Build Verilog for a simulator and run a cocotb bench in it."""

from __future__ import annotations

import hashlib
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from pathlib import Path

from cocotb_tools.runner import get_runner
from gossamer.errors import GossamerError

from gossamer_sim import simulators

__all__ = ["bench", "build"]

BUILD_ARGS = {
    # cocotb makes every signal public, which forbids most of Verilator's optimisations and costs a
    # factor in speed; the benches mark the few signals they touch instead. Values that Verilog
    # leaves unknown become random ones (see PLUSARGS), so that a missing reset does not pass.
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
    sources: Sequence[Path],
    top: str,
    simulator: str,
    build_dir: Path,
    *,
    defines: Mapping[str, object] | None = None,
    build_args: Sequence[str] = (),
) -> None:
    """Compile ``sources`` in ``build_dir``; the same sources are not compiled twice.

    The compiler's messages go to ``build.log`` there.
    """
    tool = simulators.find(simulator)
    args = [*BUILD_ARGS[simulator], *build_args]
    defines = dict(defines or {})
    recipe = hashlib.sha256(json.dumps([tool.version, top, defines, args]).encode())
    for source in sources:
        recipe.update(source.read_bytes())
    stamp = build_dir / "built"
    if stamp.is_file() and stamp.read_text() == recipe.hexdigest():
        return
    stamp.unlink(missing_ok=True)
    build_dir.mkdir(parents=True, exist_ok=True)
    log = build_dir / "build.log"
    try:
        with tool.environ():
            get_runner(simulator).build(
                sources=sources,
                hdl_toplevel=top,
                build_dir=build_dir,
                build_args=args,
                defines=defines,
                timescale=("1ns", "1ps"),
                always=True,
                log_file=log,
            )
    except RuntimeError as error:
        raise GossamerError(
            f"{simulator} could not compile the Verilog of {top!r}; see {log} for its messages."
        ) from error
    stamp.write_text(recipe.hexdigest())


def bench(
    module: str,
    top: str,
    simulator: str,
    build_dir: Path,
    run_dir: Path,
    *,
    plusargs: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    seed: int = 0,
) -> None:
    """Run the cocotb bench ``module`` on what `build` made; its working folder is ``run_dir``.

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
                extra_env={"COCOTB_LOG_LEVEL": "WARNING", **(environment or {})},
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
