"""Layer-wise ADMM: prune a trained network with samples alone, no labels and no training.

Each layer in turn is to give the sums that it gave in the whole network, from what the layers
before it, pruned already, now provide. With the Gram matrix of a layer's inputs that is a
least-squares problem on a set of legal weights: ADMM with one factorisation finds the zeros
(Boza 2024, arXiv 2401.02938), an exact solve the weights, and coordinate descent their integers.

Weights are in memory order, output channel first. A Gram matrix is (groups, inputs, inputs), where
the inputs are what one output weighs; a layer without groups may leave out the first axis. It is
best centred, because the bias takes up the mean.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor

from ..errors import GossamerError
from ..importers.float_graph import FloatConv2d, FloatWeighted
from .projections import BlockProjection, MaskProjection, PatternProjection
from .qat import Network
from .quantizers import Quantizer, SharedExponent, fit_scale
from .row_column import RowColumnProjection
from .train import Progress

__all__ = ["prune_layer", "prune_network", "quantize_layer", "refit", "windows"]

#: How often the zeros are chosen anew, ever more of them, and iterations of ADMM in between.
ROUNDS, STEPS = 12, 2
#: Weight of the pull towards the legal weights, where every input has a power of one: with less, a
#: weight that has been dropped would in time look larger than it was.
RHO = 1.0
#: What every input's power is raised by, as a share of the mean: it makes the problem well posed,
#: and keeps weights near what they were where samples do not say better.
DAMPING = 0.01
#: Most rounds of coordinate descent; it ends when no integer changes.
DESCENTS = 6


def prune_layer(
    weight: Tensor, gram: Tensor, projection: MaskProjection, *, damping: float = DAMPING
) -> Tensor:
    """Legal weights W', in float64, that nearly minimise ``|X W - X W'|``.

    The projection sees each weight times the norm of its input, so that it compares what weights
    contribute to the sums; its budget falls along a cubic to what it is.
    """
    gram = _damped(gram, damping)
    norm = gram.diagonal(dim1=1, dim2=2).sqrt()[:, None]
    target = _rows(weight, len(gram)) * norm
    gram = gram / norm / norm.mT
    wanted = target @ gram
    identity = torch.eye(gram.shape[-1], dtype=gram.dtype)
    inverse = torch.cholesky_inverse(torch.linalg.cholesky(gram + RHO * identity))
    free, dual = target, torch.zeros_like(target)
    for index in range(1, ROUNDS + 1):
        loose = _loosen(projection, (1 - index / ROUNDS) ** 3)
        mask = loose.mask((free + dual).reshape(weight.shape)).reshape(target.shape)
        for _ in range(STEPS):
            legal = (free + dual) * mask
            dual = dual + free - legal
            free = (wanted + RHO * (legal - dual)) @ inverse
    return (_solve(target, gram, mask) / norm).reshape(weight.shape)


def refit(weight: Tensor, gram: Tensor, mask: Tensor, *, damping: float = DAMPING) -> Tensor:
    """The weights W', in float64 and zero where ``mask`` is, of the least ``|X W - X W'|``."""
    gram = _damped(gram, damping)
    return _solve(_rows(weight, len(gram)), gram, mask).reshape(weight.shape)


def quantize_layer(
    weight: Tensor, gram: Tensor, quantizer: Quantizer, *, damping: float = DAMPING
) -> tuple[Tensor, Tensor]:
    """Integers, and a scale per output, that nearly minimise ``|X W - X (scale integers)|``.

    From the nearest integers on, each input's weights in turn become what is best given all others,
    and then the scale does; no step makes the sums worse. Zeros stay. Integers that share an
    exponent depend on each other, and are the nearest ones.
    """
    gram = _damped(gram, damping)
    scale = fit_scale(weight.double(), quantizer)
    steps = weight.double() / scale.reshape(-1, *(1,) * (weight.ndim - 1))
    nearest = quantizer.codes(steps)
    if isinstance(quantizer, SharedExponent):
        return nearest, scale
    target, codes = _rows(weight, len(gram)), _rows(nearest, len(gram))
    alive = target != 0
    step = scale.reshape(*codes.shape[:2], 1)
    for _ in range(DESCENTS):
        error = (codes * step - target) @ gram
        before = codes.clone()
        for index, power in enumerate(gram.diagonal(dim1=1, dim2=2).T):
            column = codes[..., index]
            best = column - error[..., index] / power[:, None] / step[..., 0]
            moved = quantizer.codes(best) * alive[..., index] - column
            if moved.any():
                column += moved
                error += (moved * step[..., 0])[..., None] * gram[:, None, index]
        sums = codes @ gram
        fitted = (sums * target).sum(dim=2) / (sums * codes).sum(dim=2).clamp(min=1e-30)
        step = torch.where(fitted[..., None] > 0, fitted[..., None], step)
        if torch.equal(codes, before):
            break
    return codes.reshape(weight.shape), step.reshape(-1)


@torch.no_grad()
def prune_network(
    network: Network,
    samples: Tensor,
    projections: Mapping[str, MaskProjection],
    *,
    quantize: bool = False,
    batch: int = 64,
    damping: float = DAMPING,
    progress: Progress | None = None,
) -> dict[str, float]:
    """Prune a network that has been trained and not been quantised.

    Layers without a projection stay whole, and are refitted to what the pruned ones before them
    provide. With ``quantize`` the weights become their layer's integers on the way, so that later
    layers make up for that as well, and the network computes with integers from then on.

    Parameters
    ----------
    samples : Tensor
        What the network takes; a few hundred are enough, and labels are not needed.
    batch : int
        Samples whose activations are held at a time.

    Returns
    -------
    errors : dict
        By layer, mean square error of its sums over their variance in the network as given.
    """
    if not len(samples):
        raise GossamerError("There are no samples to prune with; give a few hundred.")
    whole = copy.deepcopy(network)
    layers = network.graph.weighted
    errors = {}
    for index, node in enumerate(layers):
        if progress:
            progress("layers", index, len(layers))
        layer, moments = network.layer(node.name), _observe(node, network, whole, samples, batch)
        gram = moments.gram
        weight = moments.best(layer.masked(), damping)
        if node.name in projections:
            weight = prune_layer(weight, gram, projections[node.name], damping=damping)
            layer.mask.copy_(weight != 0)
        if quantize:
            codes, scale = quantize_layer(weight, gram, layer.quantizer, damping=damping)
            weight = codes * scale.reshape(-1, *(1,) * (codes.ndim - 1))
            layer.scale.copy_(scale)
        layer.weight.copy_(weight)
        layer.bias.copy_(moments.bias(weight))
        errors[node.name] = moments.error(weight)
    if progress:
        progress("layers", len(layers), len(layers))
    if quantize:
        network.quantized = True
        network.fit(samples)
    return errors


def windows(node: FloatWeighted, x: Tensor) -> Tensor:
    """All inputs that a layer weighs, (groups, windows, inputs) in float64, for a batch ``x``."""
    if not isinstance(node, FloatConv2d):
        return x.double()[None]
    _, kh, kw, inputs = node.weight.shape
    top, bottom, left, right = node.padding
    padded = F.pad(x.double(), (left, right, top, bottom))
    unfolded = F.unfold(padded, (kh, kw), node.dilation, 0, node.stride)
    # From channel by channel, tap by tap to memory order.
    split = unfolded.reshape(len(x), node.groups, inputs, kh * kw, -1).permute(1, 0, 4, 3, 2)
    return split.reshape(node.groups, -1, kh * kw * inputs)


@dataclass(frozen=True, eq=False)
class Moments:
    """Means and centred products of a layer's inputs and of the sums it is to make of them.

    Attributes
    ----------
    inputs, sums : Tensor
        Means, (groups, inputs) and (groups, outputs).
    gram, cross : Tensor
        Mean products of inputs with inputs, and with sums: (groups, inputs, outputs).
    variance : float
        Of the sums, over all outputs.
    """

    inputs: Tensor
    sums: Tensor
    gram: Tensor
    cross: Tensor
    variance: float

    def best(self, weight: Tensor, damping: float) -> Tensor:
        """The weights nearest to making the sums, damped towards ``weight``."""
        rows = _rows(weight, len(self.gram))
        missing = self.cross - self.gram @ rows.mT
        change = torch.linalg.solve(_damped(self.gram, damping), missing)
        return (rows + change.mT).reshape(weight.shape)

    def bias(self, weight: Tensor) -> Tensor:
        """The bias that keeps the mean of every sum."""
        rows = _rows(weight, len(self.gram))
        return (self.sums - (rows @ self.inputs[..., None])[..., 0]).reshape(-1)

    def error(self, weight: Tensor) -> float:
        """Mean square error of the sums, with that bias, over their variance."""
        rows = _rows(weight, len(self.gram))
        products = (rows @ self.gram - 2 * self.cross.mT) * rows
        return max(0.0, float(products.sum()) / self.variance + 1) if self.variance else 0.0


def _observe(
    node: FloatWeighted, network: Network, whole: Network, samples: Tensor, batch: int
) -> Moments:
    """What a layer is to do: its inputs in the pruned network, its sums in the whole one."""
    layer = whole.layer(node.name)
    groups = node.groups if isinstance(node, FloatConv2d) else 1
    weight, bias = _rows(layer.masked(), groups), layer.bias.double().reshape(groups, 1, -1)
    count, total, products = 0, torch.zeros(1), torch.zeros(1)
    for part in samples.split(batch):
        sums = windows(node, whole.real(part)[node.x]) @ weight.mT + bias
        seen = torch.cat([windows(node, network.real(part)[node.x]), sums], dim=2)
        count += seen.shape[1]
        total = total + seen.sum(dim=1)
        products = products + seen.mT @ seen
    mean = total / count
    centred = products / count - mean[:, :, None] * mean[:, None]
    size = weight.shape[2]
    return Moments(
        inputs=mean[:, :size],
        sums=mean[:, size:],
        gram=centred[:, :size, :size],
        cross=centred[:, :size, size:],
        variance=float(centred.diagonal(dim1=1, dim2=2)[:, size:].sum()),
    )


def _loosen(projection: MaskProjection, share: float) -> MaskProjection:
    """A projection with its budget raised by a share of what it would drop."""

    def budget(keep: int, all_of_them: int) -> int:
        return keep + round(share * max(0, all_of_them - keep))

    match projection:
        case BlockProjection():
            return replace(projection, keep=budget(projection.keep, int(projection.ids.max()) + 1))
        case RowColumnProjection():
            return replace(projection, keep=budget(projection.keep, projection.positions.numel()))
        case PatternProjection():
            largest = int(projection.ids.reshape(-1).bincount().max())
            return replace(projection, n=budget(projection.n, largest))
    return projection


def _solve(target: Tensor, gram: Tensor, mask: Tensor) -> Tensor:
    """Rows, zero where the mask is, nearest to those of ``target`` in the norm of ``gram``."""
    kept = mask.reshape(target.shape) != 0
    result = torch.zeros_like(target)
    for group, matrix in enumerate(gram):
        supports, which = kept[group].unique(dim=0, return_inverse=True)
        for index, support in enumerate(supports):
            rows = which == index
            factor = torch.linalg.cholesky(matrix[support][:, support])
            wanted = matrix[support] @ target[group, rows].mT
            part = torch.zeros_like(target[group, rows])
            part[:, support] = torch.cholesky_solve(wanted, factor).mT
            result[group, rows] = part
    return result


def _damped(gram: Tensor, damping: float) -> Tensor:
    """A Gram matrix (groups, inputs, inputs) that has an inverse."""
    if damping <= 0:
        raise GossamerError(f"The damping of a Gram matrix must be positive, not {damping}.")
    gram = gram.double().reshape(-1, *gram.shape[-2:])
    power = float(gram.diagonal(dim1=1, dim2=2).mean()) or 1.0
    return gram + damping * power * torch.eye(gram.shape[-1], dtype=gram.dtype)


def _rows(weight: Tensor, groups: int) -> Tensor:
    """Weights as (groups, outputs of a group, inputs) in float64."""
    return weight.detach().double().reshape(groups, -1, weight[0].numel())
