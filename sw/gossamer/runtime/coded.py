"""Coded device: a device that takes its inputs compressed, or answers so."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from gossamer.errors import GossamerError
from gossamer.runtime.device import Device
from gossamer_hw.link.link_codec import LinkCodec
from gossamer_hw.link.result_codec import ResultCodec

__all__ = ["CodedDevice"]


class CodedDevice:
    """What a design with a link codec makes of a board; compresses what is sent to it.

    The codec of inputs loses: a device answers for ``codec.decode(codec.encode(inputs))``. That of
    results does not.

    Parameters
    ----------
    device : Device
        It takes frames.
    codec : LinkCodec, optional
        That of its design, ``design.link``.
    results : ResultCodec, optional
        The same, ``design.results``.
    """

    def __init__(self, device: Device, codec: LinkCodec | None,
                 results: ResultCodec | None = None) -> None:
        expected = device.identity().input.shape
        if codec is not None and expected != (codec.frame,):
            raise GossamerError(
                f"The device takes inputs of shape {expected}, not frames of at most "
                f"{codec.frame} bytes; give the codec of the design that it runs."
            )
        self.device = device
        answered = device.identity().output.shape
        if results is not None and answered != (results.frame // 2,):
            raise GossamerError(
                f"The device answers with outputs of shape {answered}, not with frames of at most "
                f"{results.frame} bytes; give the codec of the design that it runs."
            )
        self.codec = codec
        self.results = results

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
        if self.codec is None and self.results is None:
            return self.device.infer(batch, progress)
        array = np.asarray(batch)
        size = self.device.identity().input.size if self.codec is None else self.codec.size
        if array.dtype != np.int8 or array.ndim < 2 or array[0].size != size:
            raise GossamerError(
                f"The device takes samples of {size} stored integers of type int8, not "
                f"{array.dtype} of shape {array.shape[1:]}; quantise the inputs first."
            )
        rows = array.reshape(len(array), -1)
        sent = [row.tobytes() for row in rows] if self.codec is None else self.codec.encode(rows)
        if self.results is None:
            return self.device.exchange(sent, progress)
        return self.results.decode(self.device.transfer(sent, progress)).astype(np.int16)
