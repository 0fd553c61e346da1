"""The demo: every verb in a row on real digits, from training to a proven bitstream."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gossamer_boards
from gossamer_sim import simulators

from . import api
from .description import Description
from .design import Design
from .errors import GossamerError
from .files import write_atomic
from .inspection import Weights

if TYPE_CHECKING:
    from gossamer_boards.build import Build

    from .running import Run

__all__ = ["Demo", "demo"]

MARKER = "demo.json"
FORMAT = "gossamer-demo"

#: How each model is compressed.
RECIPES = {"cnn": "block-ternary", "mlp": "block-ternary-mlp"}


@dataclass(frozen=True, kw_only=True)
class Demo:
    """What the demo made and measured.

    Attributes
    ----------
    description : Description
    simulation : Simulation
        Of the generated Verilog, on ``simulation.images`` of the test images.
    weights : Weights
        Counted on the packed words.
    build : Build or None
        None if no bitstream was asked for.
    run : Run or None
        All test images through the UART of the virtual board; none without Verilator.
    description_path, design_path : Path
    notes : tuple of str
        Sentences on what was done otherwise than usual.
    """

    model: str
    board: str
    description: Description
    simulation: api.Simulation
    weights: Weights
    build: Build | None
    run: Run | None
    description_path: Path
    design_path: Path
    notes: tuple[str, ...] = ()

    @property
    def latency_us(self) -> float | None:
        """Time of one inference at the clock that the bitstream runs at."""
        return self.simulation.worst_cycles / self.build.clock_hz * 1e6 if self.build else None

    def to_json(self) -> dict[str, Any]:
        cycles = self.simulation.to_json()["cycles"]
        return {
            "model": self.model,
            "board": self.board,
            "recipe": self.description.recipe,
            "accuracy": {
                "float": self.description.float_accuracy,
                "integer": self.description.integer_accuracy,
                "rtl": self.simulation.accuracy,
                "test_images": self.description.test_images,
            },
            "simulator": self.simulation.simulator,
            "simulated_images": self.simulation.images,
            "mismatches": self.simulation.mismatches,
            "weights": self.weights.to_json(),
            "cycles": cycles,
            "utilisation": self.build.utilisation if self.build else None,
            "fmax_mhz": self.build.fmax_mhz if self.build else None,
            "latency_us": self.latency_us,
            "bitstream": str(self.build.bitstream) if self.build else None,
            "virtual_board": self.run.to_json() if self.run else None,
            "description": str(self.description_path),
            "design": str(self.design_path),
            "notes": list(self.notes),
        }


def demo(
    *,
    board: str,
    model: str,
    bitstream: bool,
    simulator: str | None,
    out: Path,
    progress: api.Progress | None = None,
) -> Demo:
    """See :func:`gossamer.api.demo`."""
    # Everything that can be refused is refused before minutes of training.
    gossamer_boards.get(board)
    if model not in RECIPES:
        raise GossamerError(f"There is no model {model!r}; choose one of {', '.join(RECIPES)}.")
    simulator, notes = _simulator(simulator)
    _claim(out, {"format": FORMAT, "model": model, "board": board, "program": _program()})

    path = out / "digits.gsm"
    if path.exists():
        description = Description.load(path)
        notes += (f"The model was trained by an earlier run; remove {out} to train it again.",)
    else:
        description = _train(model, path, progress)
    design_path = out / "design"
    design = _generate(description, board, design_path)
    simulation = api.simulate(design, simulator=simulator, build_dir=out / "simulation",
                              progress=progress)
    build = api.build(design, progress=progress) if bitstream else None
    run = None
    if simulation.simulator == "verilator":
        run = api.run(design, verify=True, build_dir=out / "virtual", progress=progress)
    return Demo(
        model=model, board=board, description=description, simulation=simulation,
        weights=replace(api.inspect(description).weights, packed_bits=design.plan.packed_bits),
        build=build, run=run, description_path=path, design_path=design_path, notes=notes,
    )


def _train(model: str, path: Path, progress: api.Progress | None) -> Description:
    from .compress import build, recipe

    chosen = recipe(RECIPES[model])
    module = build(model, seed=chosen.seed)
    description = api.compress(module, "digits", chosen, name=f"digits-{model}",
                               progress=progress)
    description.save(path)
    return description


def _generate(description: Description, board: str, path: Path) -> Design:
    """Generate the design, and keep the one of an earlier run if it is the same.

    A finished bitstream lies in its folder.
    """
    new = path.with_name(f"{path.name}.new")
    shutil.rmtree(new, ignore_errors=True)  # of a killed run
    design = api.generate(description, board=board, out=new)
    try:
        kept = Design.load(path)
    except GossamerError:
        kept = None
    if kept is not None and kept.hash == design.hash:
        shutil.rmtree(new)
        return kept
    shutil.rmtree(path, ignore_errors=True)
    new.rename(path)
    return replace(design, folder=path)


def _simulator(asked: str | None) -> tuple[str, tuple[str, ...]]:
    """The simulator to use, and why it is not the usual one."""
    if asked is not None:
        return simulators.find(asked).name, ()
    try:
        return simulators.find("verilator").name, ()
    except GossamerError as error:
        return "amaranth", (
            f"{error} The demo ran the first {api.SAMPLE} images in Amaranth's own simulator "
            "instead.",
        )


def _claim(out: Path, marker: dict[str, str]) -> None:
    """Make the folder, or take up one of an earlier demo with the same choices.

    What an earlier version of the program made is thrown away first.
    """
    path = out / MARKER
    if not out.is_dir() or not any(out.iterdir()):
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GossamerError(
                f"The folder {out} cannot be made ({error.strerror}); choose another with --out."
            ) from error
    else:
        found = _read_marker(path)
        if found is None:
            raise GossamerError(
                f"The folder {out} exists and holds something else than a demo; choose another "
                "with --out."
            )
        if any(found.get(key) != marker[key] for key in ("model", "board")):
            raise GossamerError(
                f"The folder {out} holds the demo of the model {found.get('model')} for the board "
                f"{found.get('board')}; choose another with --out, or remove it."
            )
        if found == marker:
            return
        (out / "digits.gsm").unlink(missing_ok=True)
    write_atomic(path, (json.dumps(marker, indent=1) + "\n").encode(), overwrite=True)


def _read_marker(path: Path) -> dict[str, Any] | None:
    try:
        marker = json.loads(path.read_text())
    except (OSError, ValueError):
        return None
    return marker if isinstance(marker, dict) and marker.get("format") == FORMAT else None


def _program() -> str:
    """Digest of this program's own files: a model that another version trained is not reused."""
    digest = hashlib.sha256()
    for package in ("gossamer", "gossamer_hw", "gossamer_sim", "gossamer_boards"):
        spec = find_spec(package)
        assert spec is not None and spec.origin is not None
        root = Path(spec.origin).parent
        for file in sorted(root.rglob("*.py")):
            digest.update(file.relative_to(root).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()
