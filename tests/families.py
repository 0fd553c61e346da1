"""Networks of the families that MLPerf Tiny and QONNX's model zoo have, with random weights.

In their real shapes: nothing of the published files is needed. ``narrow`` divides the channels of
the layers inside, for fast tests.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from tests import onnx_models, tflite_models

__all__ = ["autoencoder", "cnv", "keyword_mlp", "mlp", "streaming_words", "visual_wake_words"]

#: One scale for all activations of a TensorFlow Lite model; sums are brought to use all of it.
SCALE = 0.1

RELU = 1
SAME, VALID = 0, 1


class Tflite(tflite_models.Builder):
    """Layers in a row; each takes what the one before computed."""

    def __init__(self, schema: Any, *shape: int) -> None:
        super().__init__(schema, 0)
        self.shape = shape
        self.last = self.input(*shape, scale=SCALE, zero=3)

    def layer(self, kind: str, options: str, weights: tuple[int, ...], axis: int, taps: int,
              shape: tuple[int, ...], **keys: Any) -> None:
        scale = self.rng.uniform(0.5, 1.5, weights[axis]) / (60 * taps ** 0.5)
        held = self.tensor(weights, scale=scale, axis=axis,
                           data=self.rng.integers(-127, 128, weights).astype(np.int8))
        self.last = self.operator(
            kind, [self.last, held, self.bias(weights[axis])],
            self.activation(*shape, scale=SCALE, zero=-128 if RELU in keys.values() else 7),
            options, **keys)
        self.shape = shape

    def dense(self, outputs: int, **keys: Any) -> None:
        (inputs,) = self.shape
        self.layer("FULLY_CONNECTED", "FullyConnectedOptions", (outputs, inputs), 0, inputs,
                   (outputs,), **keys)

    def conv(self, outputs: int, kernel: tuple[int, int], stride: int = 1, *, padding: int = SAME,
             depthwise: bool = False) -> None:
        height, width, inputs = self.shape
        size = [-(-n // stride) if padding == SAME else (n - k) // stride + 1
                for n, k in zip((height, width), kernel, strict=True)]
        kind, options, weights, axis = (
            ("DEPTHWISE_CONV_2D", "DepthwiseConv2DOptions", (1, *kernel, inputs), 3) if depthwise
            else ("CONV_2D", "Conv2DOptions", (outputs, *kernel, inputs), 0))
        taps = kernel[0] * kernel[1] * (1 if depthwise else inputs)
        self.layer(kind, options, weights, axis, taps, (*size, outputs), padding=padding,
                   strideH=stride, strideW=stride, fusedActivationFunction=RELU,
                   **({"depthMultiplier": 1} if depthwise else {}))

    def separable(self, outputs: int, kernel: tuple[int, int], stride: int = 1, **keys: Any
                  ) -> None:
        self.conv(self.shape[2], kernel, stride, depthwise=True, **keys)
        self.conv(outputs, (1, 1))

    def pool(self) -> None:
        """The average of all positions, as a vector."""
        height, width, channels = self.shape
        pooled = self.operator(
            "AVERAGE_POOL_2D", [self.last], self.activation(1, 1, channels, scale=SCALE, zero=-128),
            "Pool2DOptions", padding=VALID, strideH=height, strideW=width, filterHeight=height,
            filterWidth=width)
        self.last = self.operator("RESHAPE", [pooled, self.constant([1, channels])],
                                  self.activation(channels, scale=SCALE, zero=-128))
        self.shape = (channels,)

    def softmax(self) -> bytes:
        self.operator("SOFTMAX", [self.last], self.activation(*self.shape, scale=1 / 256,
                                                              zero=-128),
                      "SoftmaxOptions", beta=1.0)
        return self.bytes()


def autoencoder(schema: Any, *, narrow: int = 1) -> bytes:
    """Anomaly detection: ten fully connected layers, 640 to 8 and back."""
    model = Tflite(schema, 640 // narrow)
    for outputs in (*[128 // narrow] * 4, 8, *[128 // narrow] * 4):
        model.dense(outputs, fusedActivationFunction=RELU)
    model.dense(640 // narrow)
    return model.bytes()


def visual_wake_words(schema: Any, *, size: int = 96, narrow: int = 1) -> bytes:
    """MobileNet v1, width 0.25, of 96 x 96 pixels; its strides pad below and right alone."""
    model = Tflite(schema, size, size, 3)
    model.conv(8, (3, 3), 2)
    for outputs, stride in ((16, 1), (32, 2), (32, 1), (64, 2), (64, 1), (128, 2), *[(128, 1)] * 5,
                            (256, 2), (256, 1)):
        model.separable(max(8, outputs // narrow), (3, 3), stride)
    model.pool()
    model.dense(2)
    return model.softmax()


def streaming_words(schema: Any, *, steps: int = 98, narrow: int = 1) -> bytes:
    """Wake words in a stream: separable convolutions along the time of a spectrogram alone."""
    model = Tflite(schema, steps, 1, 40 // narrow)
    for taps in (3, 5, 9, 15):
        model.separable(128 // narrow, (taps, 1), padding=VALID)
    model.pool()
    model.dense(3)
    return model.softmax()


class Qonnx(onnx_models.Builder):
    """Layers in a row, their weights and activations of few bits."""

    def __init__(self, weight_bits: int, bits: int, *shape: int) -> None:
        super().__init__(0, *shape)
        self.weight_bits, self.bits = weight_bits, bits
        self.channels = shape[0]
        self.last = "x"

    def few(self, x: str, bits: int) -> str:
        """Quantised to -1 and 1, or to integers of a few bits."""
        if bits == 1:
            return self.add("BipolarQuant", [x, self.constant(1.0)])
        return self.quant(x, 0.5, bits, narrow=1)

    def held(self, shape: tuple[int, ...]) -> str:
        real = self.rng.normal(0, 0.6, shape)
        return self.few(self.constant(real), self.weight_bits)

    def layer(self, outputs: int, kernel: int = 0) -> None:
        """A layer and its batch norm."""
        inputs = self.channels
        if kernel:
            y = self.add("Conv", [self.last, self.held((outputs, inputs, kernel, kernel))],
                         kernel_shape=[kernel, kernel])
        else:
            turned = self.add("Transpose", [self.held((outputs, inputs))], perm=[1, 0])
            y = self.add("MatMul", [self.last, turned])
        self.last = self.batch_norm(y, outputs, (inputs * max(1, kernel) ** 2) ** 0.5)
        self.channels = outputs

    def activate(self) -> None:
        self.last = self.few(self.last, self.bits)

    def scores(self, outputs: int = 10) -> bytes:
        """Scores of one scale and offset."""
        turned = self.add("Transpose", [self.held((outputs, self.channels))], perm=[1, 0])
        y = self.add("MatMul", [self.last, turned])
        y = self.add("Sub", [y, self.constant([0.75])])
        y = self.add("Div", [y, self.constant([4.0])])
        return self.bytes(self.add("Add", [y, self.constant([-0.5])]))


def mlp(weight_bits: int, bits: int, width: int = 64, *, narrow: int = 1) -> bytes:
    """TFC (64 wide) and SFC (256 wide): pixels of 0 to 1, three hidden layers, ten scores."""
    model = Qonnx(weight_bits, bits, 1, 28, 28)
    x = model.add("Reshape", ["x", model.constant([-1, 784], np.int64)])
    x = model.add("Sub", [model.add("Mul", [x, model.constant(2.0)]), model.constant([1.0])])
    model.last, model.channels = model.few(x, bits), 784
    for _ in range(3):
        model.layer(width // narrow)
        model.activate()
    return model.scores()


def keyword_mlp(*, narrow: int = 1, thresholds: bool = False) -> bytes:
    """490 features of 8 bits, three hidden layers of 256, all of 3 bits, twelve scores.

    With ``thresholds``, batch norms and activations are folded into multi-thresholds.
    """
    model = Qonnx(3, 3, 490)
    model.last = model.quant("x", 1.0, 8)
    for _ in range(3):
        if not thresholds:
            model.layer(256 // narrow)
            model.last = model.add("Relu", [model.last])
            model.last = model.quant(model.last, 0.25, 3, signed=0)
            continue
        turned = model.add("Transpose", [model.held((256 // narrow, model.channels))],
                           perm=[1, 0])
        y = model.add("MatMul", [model.last, turned])
        first, apart = (model.rng.normal(0, size, (256 // narrow, 1)) * model.channels ** 0.5
                        for size in (3, 1))
        # Integers times the scale of the sums.
        steps = 0.5 * np.ceil(first + abs(apart) * np.arange(7))
        model.last = model.add("MultiThreshold", [y, model.constant(steps)], out_dtype="UINT3")
        model.channels = 256 // narrow
    return model.scores(12)


def cnv(weight_bits: int, bits: int, *, narrow: int = 1) -> bytes:
    """Six 3 x 3 convolutions without padding, two pools, two hidden layers, ten scores."""
    model = Qonnx(weight_bits, bits, 3, 32, 32)
    x = model.add("Sub", [model.add("Mul", ["x", model.constant(2.0)]), model.constant([1.0])])
    model.last = model.quant(x, 2.0 ** -7, 8)
    for channels, pooled in ((64, False), (64, True), (128, False), (128, True), (256, False),
                             (256, False)):
        model.layer(channels // narrow, 3)
        model.activate()
        if pooled:
            model.last = model.add("MaxPool", [model.last], kernel_shape=[2, 2], strides=[2, 2])
    model.last = model.add("Reshape", [model.last,
                                       model.constant([-1, 256 // narrow], np.int64)])
    for _ in range(2):
        model.layer(512 // narrow)
        model.activate()
    return model.scores()
