"""Depthwise layers whose lanes read pixels of their channel, and hold those under a line."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from gossamer_hw.array import PRIMED, Column, Layer, Loop

from ..ir import Conv2d, Linear, Requantize, TensorType
from .fold import one_tap
from .geometry import Geometry
from .passes import Pass
from .views import View

__all__ = ["Window", "spread", "windowed"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Window:
    """How a depthwise layer passes the lanes: line by line of its kernel, along one axis.

    Or, where all taps have one weight, as in a pool, pixel by pixel of its windows.

    Attributes
    ----------
    conv : Conv2d
        With ``fold``, of one tap.
    shape : tuple of int
        Height, width and channels of its results.
    vertical : bool
        Whether lines are columns of the kernel, and results come from the top to the bottom.
    results : int
        Of a run along a line of the image.
    runs : int
        Of a burst.
    fold : int
        Pixels of a window, which are added up one after the other; 1 along lines.
    paired : bool
        Whether two neighbours across the image come at a time: pixels of two columns of the kernel,
        or, across, with every result the two that it is further than the one before.
    abreast : int
        Neighbours across the image whose channels lie in rows side by side. Where they are paired,
        with as many that follow them.
    shared : int
        Pixels of padding that end a run and begin the next one, which does not walk them again.
    """

    conv: Conv2d
    shape: tuple[int, ...]
    vertical: bool
    results: int
    runs: int = 1
    fold: int = 1
    paired: bool = False
    abreast: int = 1
    shared: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Of the kernel; pairs across the image count once."""
        _, height, width, _ = self.conv.weight.shape
        return height, len(self.starts)

    @property
    def starts(self) -> list[int]:
        """Columns of the kernel; of pairs the first ones."""
        columns = range(self.conv.weight.shape[2])
        return _starts(len(columns), self.abreast) if self.paired else list(columns)

    @property
    def taps(self) -> int:
        """Pixels, or pairs of them, that lie under a line."""
        return self.size[0 if self.vertical else 1]

    @property
    def lines(self) -> int:
        """Of the kernel, or pairs of them."""
        return self.size[1 if self.vertical else 0]

    @property
    def stride(self) -> int:
        """Pixels, or pairs of them, from one result to the next."""
        if self.vertical:
            return self.conv.stride[0]
        return self.conv.stride[1] // (1 + self.paired)

    @property
    def pixels(self) -> int:
        """That a run walks, or pairs of them."""
        return (self.results - 1) * self.stride + self.taps - self.shared

    def after(self, image: tuple[int, ...]) -> Window:
        """The same where runs follow each other: a whole line of the image each, all padded alike.

        Then the padding that ends a run is what the next one begins with.
        """
        axis = 0 if self.vertical else 1
        if self.results < self.shape[axis] or self.paired and not self.vertical:
            return self
        before = self.conv.padding[2 * axis]
        behind = self.pixels - before - image[axis]
        return replace(self, shared=max(0, min(before, behind, self.taps - 1, PRIMED)))

    def node(self, geometry: Geometry) -> Linear:
        """What is stored: for every channel and line the taps, in the last columns of a block.

        What belongs to left ones of pairs is in the last columns of the first half of the block;
        where pixels are abreast, what belongs to those that follow.
        """
        return _lines(self.conv, self.vertical, self.paired, self.abreast, geometry.columns)

    def columns(self, view: View, geometry: Geometry) -> Iterator[Column]:
        """Where the lines lie."""
        width = self.conv.weight.shape[2]
        for line in range(self.lines):
            # The last columns hold right ones of pairs, and a line across ends with one.
            dy, dx = (0, line) if self.vertical else (line, 0)
            if self.abreast > 1:
                dx = self.starts[line]
            elif self.paired:
                dx = min(2 * line + 1, width - 1) if self.vertical else width + 1 - 2 * self.taps
            yield Column(offset=dy * view.row + dx * view.pixel, dy=dy,
                         dx=(dx,) * geometry.columns)

    def layer(self, plain: Layer, view: View, geometry: Geometry) -> Layer:
        """The layer of the array, from that whose positions are results."""
        if self.fold > 1:
            return replace(plain, taps=1, group_step=geometry.rows)
        height, width, _ = self.shape
        sy, sx = self.conv.stride
        if self.vertical:
            line = Loop(count=self.pixels, dy=1, dx=0, step=view.row)
            sx *= self.abreast
            rest = [Loop(count=width // self.abreast, dy=0, dx=sx, step=sx * view.pixel)]
        else:
            step = 1 + self.paired
            line = Loop(count=self.pixels, dy=0, dx=step, step=step * view.pixel)
            each = self.results * sx
            rest = [Loop(count=width // self.results, dy=0, dx=each, step=each * view.pixel),
                    Loop(count=height, dy=sy, dx=0, step=sy * view.row)]
        pixel, row = plain.out_step, plain.out_step * width
        y, x = (self.shared, 0) if self.vertical else (0, self.shared)
        return replace(
            plain, y=plain.y + y, x=plain.x + x, shared=self.shared, abreast=self.abreast,
            channels=self.abreast * plain.channels,
            base=plain.base + y * view.row + x * view.pixel,
            loops=(line, *(loop for loop in rest if loop.count > 1)),
            burst=self.runs * self.pixels, taps=self.taps, stride=self.stride,
            group_step=geometry.rows, beside=0 if not self.paired else (
                view.pixel if self.abreast == 1 else -geometry.rows),
            out_step=row if self.vertical else pixel,
            out_turn=self.abreast * pixel - (height - 1) * row if self.vertical else None)


def windowed(item: Pass, types: Mapping[str, TensorType], seen: Mapping[str, View],
             geometry: Geometry, *, last: bool) -> Window | None:
    """The fastest way through a layer that reads and writes such views, or None if there is none.

    The first pixels of a run give no result, so it is as long as may be. Down the image it is a
    whole column, and only where results may come in any order: in memory. Runs across it are passed
    together until weights come as fast. Where several pixels have as many channels as the array has
    rows, columns go side by side. Windows of one weight are walked pixel by pixel unless they
    overlap so much that lines take fewer steps.
    """
    node = item.weighted
    if not geometry.window or not _depthwise(item) or not isinstance(node, Conv2d):
        return None
    shape, image = types[item.output].shape, types[item.source].shape
    view = seen[item.source]
    found = []
    one, fold = one_tap(node)
    if fold > 1 and isinstance(one, Conv2d):
        if geometry.single:     # where a tile is enough for all of that
            return None
        found.append(Window(conv=replace(one, stride=(1, 1)), shape=shape, vertical=False,
                            results=1, fold=fold))
    for vertical, length in enumerate((shape[1], shape[0])):
        most = min(length, geometry.burst)
        results = max(count for count in range(1, most + 1) if length % count == 0)
        window = Window(conv=node, shape=shape, vertical=bool(vertical), results=results)
        if vertical and (last or results < length):
            continue
        if window.stride <= window.taps <= geometry.columns:
            found.append(window.after(image))
        pairs = replace(window, paired=True)
        if (_apart(view, node, geometry) and node.weight.shape[2] > 1
                and pairs.stride <= pairs.taps <= geometry.columns // 2
                and (vertical or node.stride[1] == 2)):
            found.append(pairs.after(image))
        if vertical and _abreast(item, shape, seen):
            most = max(1, geometry.rows // node.outputs)
            count = max(count for count in range(1, most + 1) if shape[1] % count == 0)
            many = replace(window, abreast=count)
            if count > 1 and many.stride <= many.taps <= geometry.columns:
                found.append(many.after(image))
                if (geometry.pairs and count * node.outputs == geometry.rows
                        and 4 <= geometry.columns <= 2 * geometry.rows
                        and many.taps <= geometry.columns // 2 and count < node.weight.shape[2]):
                    found.append(replace(many, paired=True).after(image))
    # Cycles in which the weights of a line come, and until they come again, for the next burst.
    load = -(-geometry.rows * geometry.columns * node.weight_bits // geometry.port)
    again = load + (3 if geometry.deep else 1)
    # Where the next ones wait in a register, it is free some cycles after they are taken.
    load = max(load, 3 if geometry.single else 1 + geometry.deep)

    def cycles(window: Window) -> int:
        """Of a row group, but for what comes before and after."""
        each = window.fold * window.pixels
        total = shape[0] * shape[1] // (window.results * window.abreast)
        before = (total - 1) // window.runs     # whole bursts, and the rest in the last one
        step, last = (max(load, runs * each) for runs in (
            window.runs, total - before * window.runs))
        return window.lines * (before * step + last) + before * max(0, again - step)

    def together(window: Window) -> Window:
        if window.vertical or window.fold > 1:
            return window
        most = min(geometry.burst // window.results, shape[0] * shape[1] // window.results)
        return min((replace(window, runs=runs) for runs in range(1, most + 1)), key=cycles)

    return min(map(together, found), default=None, key=cycles)


def spread(items: tuple[Pass, ...], types: Mapping[str, TensorType], seen: dict[str, View],
           geometry: Geometry) -> dict[str, View]:
    """Views with tensors of which pairs of pixels can be read, where that takes fewer steps.

    Neighbours must begin in different halves of the banks, which may take some more room between
    them. A tensor that a graph's input, parts or sums depend on stays as it is.
    """
    if not geometry.pairs:
        return seen
    names = {item.output for item in items if item.residual is None}
    names -= {item.residual for item in items}
    names -= {item.source for item in items if not isinstance(item.weighted, Conv2d)}
    names -= {seen[name].root for item in items for name in (item.source, item.output)
              if seen[name].root != name}
    found = dict(seen)
    for item in items[:-1]:     # results of the last one come in their order
        if item.source not in names:
            continue
        _, width, channels = types[item.source].shape
        pixel = channels + geometry.rows * (channels % (2 * geometry.rows) == 0)
        view = replace(seen[item.source], pixel=pixel, row=width * pixel)
        way = windowed(item, types, seen | {item.source: view}, geometry, last=False)
        if way and way.paired:
            found[item.source] = view
    return found


def _depthwise(item: Pass) -> bool:
    """Whether every result comes of pixels of one channel, and its own."""
    node = item.weighted
    return (item.pool is None and isinstance(node, Conv2d) and node.outputs == node.groups > 1
            and set(node.dilation) == {1})


def _apart(view: View, node: Conv2d, geometry: Geometry) -> bool:
    """Whether two neighbours across the image can be read at a time, for all row groups."""
    rows = geometry.rows
    return (geometry.pairs and 4 <= geometry.columns <= 2 * rows and node.outputs % rows == 0
            and view.offset % rows == 0 and view.pixel % (2 * rows) == rows)


def _abreast(item: Pass, shape: tuple[int, ...], seen: Mapping[str, View]) -> bool:
    """Whether pixels can be computed side by side: they lie so, before and after."""
    node = item.weighted
    return (isinstance(node, Conv2d) and node.stride[1] == 1 and item.residual is None
            and isinstance(item.requantize, Requantize)
            and seen[item.source].pixel == seen[item.output].pixel == shape[2])


def _starts(width: int, step: int) -> list[int]:
    """The first ones of pairs of columns, so far apart, that all of them fall into."""
    return [column for column in range(width) if column // step % 2 == 0]


@functools.lru_cache(maxsize=128)   # what is packed is known by the node
def _lines(node: Conv2d, vertical: bool, paired: bool, abreast: int, columns: int) -> Linear:
    kernel = node.weight[..., 0]
    width = kernel.shape[2]
    right, left = kernel, kernel[..., :0]
    if paired and abreast > 1:
        starts = _starts(width, abreast)
        wide = np.pad(kernel, ((0, 0), (0, 0), (0, abreast)))
        right, left = (wide[..., [start + step for start in starts]] for step in (0, abreast))
    elif paired and vertical:
        right = kernel[..., [min(place, width - 1) for place in range(1, width + 1, 2)]]
        left = np.zeros_like(right)
        left[..., :width // 2] = kernel[..., :width - 1:2]
    elif paired:
        right, left = kernel[..., (width + 1) % 2::2], kernel[..., width % 2::2]
    blocks = np.zeros((node.outputs, right.shape[2 if vertical else 1], columns), np.int8)
    for half, end in ((right, columns), (left, columns // 2)):
        cut = half.transpose(0, 2, 1) if vertical else half
        if cut.size:
            blocks[:, :, end - cut.shape[2]:end] = cut
    return Linear(name=node.name, x=node.x, bias=np.tile(node.bias, abreast),
                  weight=np.tile(blocks.reshape(node.outputs, -1), (abreast, 1)),
                  weight_bits=node.weight_bits)
