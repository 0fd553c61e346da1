"""Coded device: a device that takes its inputs compressed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from gossamer.errors import GossamerError
from gossamer.runtime.device import Device
from gossamer_hw.link.link_codec import LinkCodec

__all__ = ["CodedDevice"]


class CodedDevice:
    """What a design with a link codec makes of a board; compresses what is sent to it.

    The codec loses: a device answers for ``codec.decode(codec.encode(inputs))``.

    Parameters
    ----------
    device : Device
        It takes frames.
    codec : LinkCodec
        That of its design, ``design.link``.
    """

    def __init__(self, device: Device, codec: LinkCodec) -> None:
        expected = device.identity().input.shape
        if expected != (codec.frame,):
            raise GossamerError(
                f"The device takes inputs of shape {expected}, not frames of at most "
                f"{codec.frame} bytes; give the codec of the design that it runs."
            )
        self.device = device
        self.codec = codec

    def infer(
        self, batch: npt.ArrayLike, progress: Callable[[int], None] | None = None
    ) -> npt.NDArray[np.int16]:
        """Run stored 8-bit integers through the device.

        Parameters
        ----------
        batch : array of int8
            One sample a row.

        Returns
        -------
        array of int16
            One row of outputs for each sample.
        """
        array = np.asarray(batch)
        if array.dtype != np.int8 or array.ndim < 2 or array[0].size != self.codec.size:
            raise GossamerError(
                f"The device takes samples of {self.codec.size} stored integers of type int8, not "
                f"{array.dtype} of shape {array.shape[1:]}; quantise the inputs first."
            )
        return self.device.exchange(self.codec.encode(array.reshape(len(array), -1)), progress)
