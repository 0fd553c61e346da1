"""Routes: run the tools for one design at one clock, with several seeds."""

from __future__ import annotations

import functools
import gzip
import hashlib
import json
import shutil
import uuid
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gossamer.errors import GossamerError
from gossamer_boards import pll, toolchain, utilisation
from gossamer_boards.board import Board
from gossamer_boards.multipliers import RULES, absorb, raise_factors
from gossamer_boards.synthesis import synthesise
from gossamer_boards.utilisation import TOP, Resource

__all__ = ["NETLIST", "ROUTED", "Plan", "Progress", "Route", "sweep"]

#: Called with what is being done, steps done and steps in all.
Progress = Callable[[str, int, int], None]

#: Netlists before and after place and route, as ``.json.gz`` in the build's folder.
NETLIST, ROUTED = TOP, f"{TOP}.routed"

_STEPS = {
    "yosys": "Synthesising",
    "nextpnr-ice40": "Placing and routing",
    "nextpnr-ecp5": "Placing and routing",
    "nextpnr-himbaechel-gowin": "Placing and routing",
    "nextpnr-nexus": "Placing and routing",
    "icepack": "Packing the bitstream",
    "ecppack": "Packing the bitstream",
    "gowin_pack": "Packing the bitstream",
    "prjoxide": "Packing the bitstream",
}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One attempt: the files that the tools take, the commands, and minutes to place and route."""

    board: Board
    clock: pll.ClockSource
    baud: int
    files: dict[str, str]
    commands: tuple[tuple[str, ...], ...]
    minutes: float | None = None

    @property
    def seed(self) -> int:
        """Of place and route."""
        return int(self.commands[1][self.commands[1].index("--seed") + 1])

    def reseeded(self, seed: int) -> Plan:
        """The same attempt with another seed."""
        synthesis, route, *rest = self.commands
        place = route.index("--seed") + 1
        return replace(self, commands=(
            synthesis, (*route[:place], str(seed), *route[place + 1:]), *rest))


@dataclass(frozen=True, kw_only=True)
class Route:
    """One placement and what it reached, in MHz."""

    seed: int
    folder: Path
    cached: bool
    tools: dict[str, str]
    resources: dict[str, Resource]
    reached: float


def _route(plan: Plan, work: Path, store: Path, report: Progress, failed: Path) -> Route:
    cached, tools = _attempt(plan, work, store, report, failed)
    resources, reached = utilisation.read(plan.board.family, work)
    return Route(seed=plan.seed, folder=work, cached=cached, tools=tools, resources=resources,
                  reached=reached)


def sweep(
    plan: Plan, work: Path, seeds: int, jobs: int, store: Path, report: Progress, failed: Path
) -> list[Route]:
    """Try a number of seeds; one that cannot be routed is left out if another one can.

    The first one runs alone, so that the others find the synthesised netlist.
    """
    work.mkdir()
    first = plan.seed
    routes: list[Route] = []
    errors: list[GossamerError] = []

    def add(route: Callable[[], Route]) -> None:
        try:
            routes.append(route())
        except toolchain.ToolFailed as error:
            errors.append(error)

    add(lambda: _route(plan, work / str(first), store, report, failed))
    pool = ThreadPoolExecutor(jobs)
    try:
        running = [
            pool.submit(_route, plan.reseeded(seed), work / str(seed), store,
                        lambda what, done, total: None, failed)
            for seed in range(first + 1, first + seeds)
        ]
        for done, future in enumerate(as_completed(running), 1):
            add(future.result)
            fastest = max((route.reached for route in routes), default=0.0)
            report(f"Placing and routing seed {done + 1} of {seeds}, {fastest:.4g} MHz so far",
                   done + 1, seeds)
    finally:
        pool.shutdown(cancel_futures=True)
    if not routes:
        raise errors[0]
    return sorted(routes, key=lambda route: route.seed)


def _attempt(
    plan: Plan, work: Path, store: Path, report: Progress, failed: Path
) -> tuple[bool, dict[str, str]]:
    """Run the tools in ``work``, or take what an earlier run with the same inputs left.

    The log of a tool that fails is moved to ``failed``, because ``work`` does not outlive it.
    """
    names = [command[0] for command in plan.commands]
    tools = {name: toolchain.find(name) for name in names}
    versions = {name: f"{tool.version} ({tool.found})" for name, tool in tools.items()}
    kept = store / _key(plan.files, plan.commands, versions | {"multipliers": str(RULES)})
    if kept.is_dir():
        shutil.copytree(kept, work)
        return True, versions

    # The netlist depends on neither seed nor pins, and is kept for other attempts.
    synthesis = plan.commands[0]
    netlist = store / _key(
        {name: plan.files[name] for name in (f"{TOP}.il", f"{TOP}.ys")}, (synthesis,),
        {synthesis[0]: versions[synthesis[0]]})
    if netlist.is_dir():
        shutil.copytree(netlist, work)
    else:
        work.mkdir()
    for name, content in plan.files.items():
        (work / name).write_text(content)
    for number, command in enumerate(plan.commands):
        if command is synthesis and netlist.is_dir():
            _pack(plan.board.family, work)
            continue
        tool = tools[command[0]]
        step = f"{_STEPS[tool.name]} with {tool.name}"
        if toolchain.first_run(tool):
            step += " (first run: the tool is compiled, up to a minute)"
        report(step, number + 1, len(plan.commands) + 1)
        log = work / f"{tool.name}.log"
        try:
            if command is synthesis:
                synthesise(tool, command[1:], work / f"{TOP}.ys", log=log, again=functools.partial(
                    report, f"{step} again, without ABC9", number + 1, len(plan.commands) + 1))
            else:
                toolchain.run(tool, command[1:], cwd=work, log=log,
                              minutes=plan.minutes if tool.name.startswith("nextpnr") else None)
        except toolchain.ToolFailed as error:
            if too_big := utilisation.too_big(plan.board.name, plan.board.family, work):
                raise too_big from None
            raise error.with_log(log.replace(failed)) from None
        if not log.stat().st_size:
            log.unlink()
        if command is synthesis:
            _keep(work, netlist)
            _pack(plan.board.family, work)
    # Large as they are: `gossamer verify` reads them.
    for path in work.glob(f"{TOP}*.json"):
        if path.name != f"{TOP}.report.json":
            _compress(path)
    _keep(work, kept)
    return False, versions


def _pack(family: str, work: Path) -> None:
    """Change a netlist by what synthesis leaves undone."""
    if family == "ecp5":
        path = work / f"{TOP}.json"
        netlist = json.loads(path.read_text())
        for module in netlist["modules"].values():
            raise_factors(module)
            absorb(module)
        path.write_text(json.dumps(netlist, indent=1))


def _key(files: Mapping[str, str], commands: Any, versions: Mapping[str, str]) -> str:
    text = json.dumps([files, commands, versions], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _keep(work: Path, kept: Path) -> None:
    """Copy a folder into the cache, whole or not at all."""
    # A second process may have kept the same result by now; either is right.
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_name(f".{kept.name}.{uuid.uuid4().hex}")
    shutil.copytree(work, fresh)
    try:
        fresh.rename(kept)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)


def _compress(path: Path) -> None:
    """Replace a file by one that is compressed, the same bytes for the same bytes."""
    with gzip.GzipFile(path.with_name(f"{path.name}.gz"), "wb", mtime=0) as file:
        file.write(path.read_bytes())
    path.unlink()
