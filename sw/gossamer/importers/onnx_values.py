"""Values of an ONNX graph while it is imported: constants, and data that depends on the input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .. import ir

__all__ = ["Chain", "Constant", "Data", "Floats", "Link", "Pool", "Quantizer", "affine", "clamp",
           "curve"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Constant:
    """A known array; ``real = scale * integers`` where it was quantised."""

    values: npt.NDArray[np.generic]
    integers: Ints | None = None
    scale: Doubles | None = None
    bits: int = 8


@dataclass(frozen=True, kw_only=True, eq=False)
class Link:
    """One function of single values in a chain.

    ``apply`` takes 32-bit floats (channels, n), as the model computes it. ``gain`` and ``offset``,
    of shape (channels, 1) or (1, 1), say the same of a linear function in real numbers; a clamp has
    None for both, and a curve is neither.
    """

    apply: Callable[[Floats], Floats]
    gain: Doubles | None = None
    offset: Doubles | None = None
    straight: bool = True


Chain = tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class Pool:
    """A max pool: pairs of (vertical, horizontal), padding (top, bottom, left, right).

    ``after`` is how many links of the chain come before it.
    """

    window: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    padding: tuple[int, int, int, int]
    after: int


def affine(apply: Callable[[Floats], Floats], gain: npt.ArrayLike, offset: npt.ArrayLike) -> Link:
    """A linear function."""
    return Link(apply=apply, gain=np.atleast_2d(np.asarray(gain, np.float64)),
                offset=np.atleast_2d(np.asarray(offset, np.float64)))


def clamp(low: float, high: float) -> Link:
    """Limits."""
    return Link(apply=lambda x: np.clip(x, np.float32(low), np.float32(high)))


def curve(apply: Callable[[Floats], Floats]) -> Link:
    """Any other function that does not fall."""
    return Link(apply=apply, straight=False)


@dataclass(frozen=True, kw_only=True, eq=False)
class Data:
    """A tensor that depends on the input.

    Attributes
    ----------
    shape : tuple of int
        Of one sample, as ONNX has it: (channels, height, width), (channels, width) or (features,).
    name : str
        Node of the graph that computes its integers, of shape (height, width, channels); lines are
        images of height one.
    sums : Node or None
        The node itself if its integers are sums, which join the graph with what requantizes them.
    scale : float array, shape (channels,) or (1,)
        Real value of one step, before the chain.
    zero : float
        The integer that stands for zero, before the chain.
    chain : tuple of Link
        What was computed since.
    image : tuple of int or None
        Shape of the image, (channels, height, width) or (channels, width), that a vector was made
        of: its elements lie in memory as (height, width, channel).
    raw : bool
        Whether this is the model's input, not quantised yet.
    last : bool
        Whether ONNX sees the image with its channels last for now.
    pair : tuple of Data or None
        Two activations that are added, the chain follows. ``sums`` is there as well if their sum as
        integers has one scale.
    times : bool
        Whether the pair is multiplied instead: ``sums`` is then their product.
    parts : tuple of Data
        Activations at scales of their own that are joined, the chain follows. With ``places``,
        (row, column) of each, every one is put over those before it instead: averages.
    pools : tuple of Pool
        Max pools of what is not quantised yet: as no function after them falls, nor a quantiser,
        they follow the quantiser. ``shape`` is that of their results.
    """

    shape: tuple[int, ...]
    name: str
    scale: Doubles
    zero: float = 0.0
    sums: ir.Weighted | ir.SumPool | ir.Sum | ir.Product | None = None
    chain: Chain = ()
    image: tuple[int, ...] | None = None
    raw: bool = False
    last: bool = False
    pair: tuple[Data, Data] | None = None
    times: bool = False
    parts: tuple[Data, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    pools: tuple[Pool, ...] = ()

    @property
    def quantized(self) -> bool:
        """Whether it is an activation of integers as they are in memory."""
        return self.sums is None and not (self.chain or self.raw or self.pair or self.parts)

    @property
    def limited(self) -> bool:
        """Whether a clamp is in the chain, and nothing that is bent."""
        return any(link.gain is None for link in self.chain) and all(
            link.straight for link in self.chain)

    @property
    def channels(self) -> int:
        return self.shape[0]

    def real(self, integers: Ints) -> Floats:
        """Real values of integers (channels, n), through the chain, as the model computes them."""
        return self.through(
            ((integers - self.zero) * self.scale[:, None]).astype(np.float32))

    def through(self, values: Floats) -> Floats:
        """Real values after the chain, as the model computes them."""
        with np.errstate(all="ignore"):
            for link in self.chain:
                values = link.apply(values)
        return values

    def line(self) -> tuple[Doubles, Doubles] | None:
        """Gain and offset of the real value over the integers, clamps ignored; None for a curve."""
        gain = self.scale[:, None]
        offset = -self.zero * gain
        for link in self.chain:
            if not link.straight:
                return None
            if link.gain is not None and link.offset is not None:
                gain, offset = gain * link.gain, offset * link.gain + link.offset
        return gain[:, 0], np.broadcast_to(offset, gain.shape)[:, 0]


@dataclass(frozen=True, kw_only=True, eq=False)
class Quantizer:
    """What brings real values to integers.

    ``integers`` takes 32-bit floats (channels, n); its results, ``low`` to ``high`` in steps of
    ``step``, stand for ``scale * (integer - zero)``. Limits are None where only the values limit.
    ``drop`` is how many bits are lost between real steps and integers (``Trunc``).
    ``direct``, where given, says what a fused kernel computes of sums without a chain.
    """

    integers: Callable[[Floats], Floats]
    low: int | None
    high: int | None
    scale: float
    zero: float = 0.0
    step: int = 1
    drop: int = 0
    rounds_even: bool = True
    direct: Callable[[Ints, Doubles], Floats] | None = None
