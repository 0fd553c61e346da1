"""Quantisers of QONNX and ONNX, with the floating-point arithmetic of their executors.

QONNX's are those of "QONNX: Representing Arbitrary-Precision Quantized Neural Networks"
(Pappalardo et al., 2022) as ``qonnx`` runs them; ``QuantizeLinear`` is ONNX's, and onnxruntime's
where that fuses it with a layer.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from .onnx_values import Doubles, Floats, Ints, Quantizer

__all__ = ["ROUNDINGS", "bipolar", "by_inverse", "integer", "limits", "linear", "multi_threshold",
           "truncate"]

#: QONNX's rounding modes.
ROUNDINGS: dict[str, Callable[[Floats], Floats]] = {
    "ROUND": np.rint,
    "HALF_EVEN": np.rint,
    "CEIL": np.ceil,
    "FLOOR": np.floor,
    "UP": lambda x: np.sign(x) * np.ceil(np.abs(x)),
    "DOWN": np.trunc,
    "HALF_UP": lambda x: np.sign(x) * np.floor(np.abs(x) + np.float32(0.5)),
    "HALF_DOWN": lambda x: np.sign(x) * np.ceil(np.abs(x) - np.float32(0.5)),
}


def integer(scale: float, zero: float, bits: int, *, signed: bool, narrow: bool,
            rounding: str) -> Quantizer:
    """``Quant``: integers of ``bits`` bits; one signed bit is -1 and 1."""
    if bits == 1 and signed:
        return bipolar(scale, zero)
    low, high = limits(bits, signed=signed, narrow=narrow)
    nearest = ROUNDINGS[rounding]

    def integers(x: Floats) -> Floats:
        steps = x / np.float32(scale) + np.float32(zero)
        return nearest(np.clip(steps, np.float32(low), np.float32(high)))

    return Quantizer(integers=integers, low=low, high=high, scale=scale, zero=zero,
                     rounds_even=nearest is np.rint)


def bipolar(scale: float, zero: float = 0.0) -> Quantizer:
    """``BipolarQuant``: 1 from the real number zero on, else -1."""
    def integers(x: Floats) -> Floats:
        return np.where(x / np.float32(scale) + np.float32(zero) >= 0, 1, -1).astype(np.float32)

    return Quantizer(integers=integers, low=-1, high=1, scale=scale, zero=zero, step=2,
                     rounds_even=False)


def truncate(scale: float, zero: float, drop: int, rounding: str,
             ends: tuple[int, int] | None, to: float, to_zero: float) -> Quantizer:
    """``Trunc``: integers at ``scale`` without their last ``drop`` bits, now at scale ``to``."""
    nearest = ROUNDINGS[rounding]

    def integers(x: Floats) -> Floats:
        steps = np.rint(x / np.float32(scale) + np.float32(zero)) / np.float32(2.0 ** drop)
        if ends is not None:
            steps = np.clip(steps, np.float32(ends[0]), np.float32(ends[1]))
        return nearest(steps)

    low, high = ends or (None, None)
    return Quantizer(integers=integers, low=low, high=high, scale=to, zero=to_zero, drop=drop,
                     rounds_even=False)


def multi_threshold(thresholds: npt.NDArray[np.float32], scale: float, bias: float
                    ) -> Quantizer | None:
    """``MultiThreshold``: ``scale * (how many thresholds are reached) + bias``.

    None where the bias is no whole number of half steps.
    """
    step = 1 if np.rint(bias / scale) == bias / scale else 2
    first = step * bias / scale
    if first != np.rint(first):
        return None

    def integers(x: Floats) -> Floats:
        channels = max(len(x), len(thresholds))
        x = np.broadcast_to(x, (channels, x.shape[1]))
        rows = np.broadcast_to(thresholds, (channels, thresholds.shape[1]))
        count = np.stack([np.searchsorted(row, line, side="right")
                          for row, line in zip(rows, x, strict=True)])
        return (first + step * count).astype(np.float32)

    return Quantizer(integers=integers, low=int(first),
                     high=int(first) + step * thresholds.shape[1], scale=scale / step, step=step,
                     rounds_even=False)


def linear(scale: float, zero: int, low: int, high: int) -> Quantizer:
    """``QuantizeLinear``: to nearest, ties to even, then the zero point, limited."""
    def integers(x: Floats) -> Floats:
        return np.clip(np.rint(x / np.float32(scale)) + np.float32(zero), low, high)

    def direct(sums: Ints, scales: Doubles) -> Floats:
        factors = scales.astype(np.float32) / np.float32(scale)
        return np.clip(np.rint(sums.astype(np.float32) * factors[:, None]) + zero, low, high)

    return Quantizer(integers=integers, low=low, high=high, scale=scale, zero=float(zero),
                     direct=direct)


def by_inverse(scale: float, zero: int, low: int, high: int) -> Quantizer:
    """PyTorch's quantisers: as :func:`linear`, but they multiply by the inverse of the scale."""
    inverse = np.float32(1) / np.float32(scale)

    def integers(x: Floats) -> Floats:
        return np.clip(np.rint(x * inverse) + np.float32(zero), low, high)

    return Quantizer(integers=integers, low=low, high=high, scale=scale, zero=float(zero))


def limits(bits: int, *, signed: bool, narrow: bool) -> tuple[int, int]:
    """The least and the greatest integer; ``narrow`` leaves one out."""
    if signed:
        return -(1 << (bits - 1)) + narrow, (1 << (bits - 1)) - 1
    return 0, (1 << bits) - 1 - narrow
