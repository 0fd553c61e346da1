"""Integer model of the array engine: what its program computes, from the packed words on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from ..requantize import ROUNDINGS, half_up
from .layer import Channel, Layer
from .spec import ArraySpec

__all__ = ["run"]

Ints = npt.NDArray[np.int64]


def run(spec: ArraySpec, inputs: npt.NDArray[np.int8]) -> Ints:
    """Outputs (N, outputs) of the engine for stored inputs (N, input_size).

    Reads nothing but the specification: decodes the words, walks the positions, and follows the
    tables as the hardware does, one layer after the other.
    """
    memory = np.zeros((len(inputs), spec.depth * spec.word), np.int64)
    given = np.zeros_like(memory) if spec.apart else memory
    given[:, spec.input_places] = inputs
    words = iter(spec.words)
    channels = iter(spec.channels_table)
    result = np.zeros((len(inputs), 0), np.int64)
    for number, layer in enumerate(spec.layers):
        source = memory if number else given
        operands = [_operands(spec, layer, source, group) for group in range(
            layer.groups(spec.rows) if layer.group_step else 1)]
        values = np.stack(list(_groups(spec, layer, operands, words, channels)), axis=2)
        values = values[:, :, :layer.channels]
        if layer.residual is not None:
            values = _add(layer, values, memory)
        if layer.factor is not None:
            values = _multiply(layer, values, memory)
        if layer.curve is not None:
            curve = spec.curves[layer.curve]
            values = np.array(curve.values)[values - curve.first]
        pooled = values.reshape(len(inputs), -1, layer.window, layer.channels).max(axis=2)
        if layer.output:
            result = (pooled - layer.zero).reshape(len(inputs), -1)
        else:
            memory[:, _addresses(layer, pooled.shape[1])] = pooled - layer.zero
    return result


def _positions(layer: Layer) -> tuple[Ints, Ints, Ints]:
    """Corner coordinates and element address of every position, in order."""
    y, x, base = (np.full(1, start) for start in (layer.y, layer.x, layer.base))
    for loop in layer.loops:
        count = np.arange(loop.count)[:, None]
        y, x, base = ((count * step + value).reshape(-1) for step, value in (
            (loop.dy, y), (loop.dx, x), (loop.step, base)))
    return y, x, base


def _operands(spec: ArraySpec, layer: Layer, memory: Ints, group: int) -> Ints:
    """Operands (N, positions, column blocks, columns) of a row group; with taps, (..., rows).

    With two pixels a position, (..., 2 x rows).
    """
    y, x, base = _positions(layer)
    table = spec.columns_table[layer.column_base:layer.column_base + layer.count]
    offset = np.array([column.offset for column in table])
    dy = np.array([column.dy for column in table])
    dx = np.array([column.dx for column in table])
    lanes = np.arange(spec.rows if layer.taps else spec.columns)
    if layer.beside:
        lanes = np.append(lanes, lanes - layer.beside)
    beyond = [layer.beyond(lane, spec.rows) if layer.taps else 0 for lane in range(len(lanes))]
    base = base[:, None, None] + group * layer.group_step
    element = (base + offset[:, None] + lanes) % memory.shape[1]
    rows = (y[:, None] + dy)[:, :, None]
    columns = x[:, None, None] + (dx[:, :1] if layer.taps else dx) + np.array(beyond)
    inside = (rows >= 0) & (rows < layer.height) & (columns >= 0) & (columns < layer.width)
    return np.where(inside | (not layer.padded), memory[:, element], layer.pad)


def _groups(
    spec: ArraySpec, layer: Layer, operands: list[Ints], words: Iterator[int],
    channels: Iterator[tuple[Channel, ...]],
) -> Iterator[Ints]:
    """Limited results (N, positions) of every row, row group by row group."""
    format = spec.formats[layer.format]
    for group in range(layer.groups(spec.rows)):
        blocks = format.read(words, layer.count, group).astype(np.int64)
        sums = _held(layer, operands[group], blocks) if layer.taps else np.einsum(
            "npbc,brc->rnp", operands[group % len(operands)], blocks)
        sums = sums.reshape(*sums.shape[:2], -1, layer.fold).sum(axis=3)
        entries = [next(channels) for _ in range(spec.steps(layer, group))]
        flat = [entry[0] for entry in entries] if layer.output else [
            channel for entry in entries for channel in entry]
        for row, (total, channel) in enumerate(zip(sums, flat, strict=False)):
            if layer.levels:
                lane = 0 if layer.output else row % spec.requantizers
                yield _reached(spec, layer, total, channel, spec.thresholds[lane])
                continue
            total = total + sum(step * (total == at) for at, step in channel.exceptions)
            scaled = ROUNDINGS[layer.rounding](
                (total << spec.fraction) + channel.bias, channel.multiplier, channel.shift)
            yield scaled.clip(layer.low, layer.high)


def _reached(spec: ArraySpec, layer: Layer, total: Ints, channel: Channel,
             thresholds: tuple[int, ...]) -> Ints:
    """Values of a channel whose sums are compared with thresholds."""
    first = (channel.multiplier << spec.place) + 1
    row = np.array(thresholds[first:first + (1 << layer.levels) - 1])
    value = (total << spec.fraction) + channel.bias
    return layer.low + layer.step * np.searchsorted(row, value, side="right")


def _held(layer: Layer, pixels: Ints, blocks: Ints) -> Ints:
    """Sums (rows, N, results) of lanes that hold pixels (N, positions, column blocks, rows)."""
    rows, run = blocks.shape[1], layer.loops[0].count if layer.taps > 1 else layer.positions
    pixels = pixels.reshape(len(pixels), -1, run, *pixels.shape[2:])
    pixels = np.pad(pixels, ((0, 0), (0, 0), (layer.shared, 0), (0, 0), (0, 0)),
                    constant_values=layer.pad)
    reach = run + layer.shared - layer.taps + 1
    shape = (rows, *pixels.shape[:2], -(-reach // layer.stride))
    sums = np.zeros(shape, np.int64)
    for tap in range(layer.taps):
        seen = pixels[:, :, tap:tap + reach:layer.stride]
        for first in range(0, seen.shape[-1], rows):
            column = tap - layer.taps - blocks.shape[2] // 2 * (first > 0)
            sums += np.einsum("nupbr,br->rnup", seen[..., first:first + rows], blocks[..., column])
    return sums.reshape(*sums.shape[:2], -1)


def _addresses(layer: Layer, outputs: int) -> Ints:
    """Element addresses (outputs, channels) of the results."""
    step = np.full(outputs, layer.out_step)
    if layer.out_turn is not None:
        step[layer.results[0]::layer.results[0]] = layer.out_turn
    step[0] = layer.out_base
    return step.cumsum()[:, None] + np.arange(layer.channels)


def _add(layer: Layer, values: Ints, memory: Ints) -> Ints:
    """Add the residual, which lies as the outputs do."""
    residual = layer.residual
    assert residual is not None
    address = _addresses(layer, values.shape[1])
    others = memory[:, (address + residual.offset) % memory.shape[1]] + residual.zero
    if residual.own is not None:
        products = values * residual.own + others * residual.multiplier + residual.bias
        total = products >> residual.shift
        if residual.even:
            total -= total & (total << residual.shift == products)
    else:
        total = values + half_up(others, residual.multiplier, residual.shift)
    return total.clip(layer.sum_low, layer.sum_high)


def _multiply(layer: Layer, values: Ints, memory: Ints) -> Ints:
    """Multiply by the factor, which lies as the outputs do, or is one for each channel."""
    factor = layer.factor
    assert factor is not None
    address = _addresses(layer, values.shape[1])
    if factor.alike:
        address = np.broadcast_to(np.arange(layer.channels), address.shape)
    others = memory[:, (address + factor.offset) % memory.shape[1]] + factor.zero
    exact = (values + factor.own) * others * factor.multiplier
    exact += np.where(exact < 0, factor.below, factor.bias)
    total = exact >> factor.shift
    if factor.even:
        total -= total & (total << factor.shift == exact)
    return total.clip(layer.sum_low, layer.sum_high)
