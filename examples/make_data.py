"""Write a data set of one's own: noisy strokes in four directions, as a .npz file.

    python make_data.py strokes.npz
"""

import sys

import numpy as np
import numpy.typing as npt


def stroke(direction: int, random: np.random.Generator) -> npt.NDArray[np.float64]:
    """A 10x10 image of a line: horizontal, vertical, or one of the two diagonals."""
    y, x = np.mgrid[:10, :10] - random.uniform(3.5, 5.5, (2, 1, 1))
    distance = np.abs([y, x, (y - x) / np.sqrt(2), (y + x) / np.sqrt(2)][direction])
    ink = np.clip(random.uniform(1.0, 1.8) - distance, 0, 1)
    return np.clip(ink + random.normal(0, 0.2, ink.shape), 0, 1)


def main(path: str, samples: int = 1000) -> None:
    """Images as uint8, of which the model takes x / 255, and their classes."""
    random = np.random.default_rng(0)
    y = random.integers(0, 4, samples)
    x = np.stack([stroke(direction, random) for direction in y])
    np.savez_compressed(path, x=np.rint(x * 255).astype(np.uint8)[..., np.newaxis], y=y)
    print(f"{path}: {samples} images")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "strokes.npz")
