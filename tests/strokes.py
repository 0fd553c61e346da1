"""Two classes of 5x5 images, horizontal and vertical strokes: learned in a moment."""

import numpy as np

from gossamer.data import Dataset

__all__ = ["strokes"]


def strokes(count: int) -> Dataset:
    """``count`` images, a quarter of them for testing."""
    rng = np.random.default_rng(0)
    y = rng.integers(0, 2, count)
    x = rng.uniform(0, 0.4, (count, 5, 5, 1)).astype(np.float32)
    for image, vertical in zip(x, y, strict=True):
        (image.transpose(1, 0, 2) if vertical else image)[rng.integers(0, 5)] += 0.6
    train = count * 3 // 4
    return Dataset("strokes", x[:train], y[:train], x[train:], y[train:], low=0, high=255,
                   scale=1 / 255)
