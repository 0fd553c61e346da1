"""Training: one loop for every stage, deterministic by its generator, resumable at each epoch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .adversary import Adversary
from .augment import Augmentation

__all__ = ["OPTIMIZERS", "Progress", "Samples", "accuracy", "scores", "train"]

#: Called with the stage, the epochs done and the epochs in all.
Progress = Callable[[str, int, int], None]
Samples = tuple[Tensor, Tensor]

OPTIMIZERS = ("adam", "sgd")


def train(
    module: nn.Module,
    samples: Samples,
    *,
    epochs: int,
    rate: float,
    batch: int,
    generator: torch.Generator,
    optimizer: str = "adam",
    weight_decay: float = 0.0,
    augment: Augmentation | None = None,
    adversary: Adversary | None = None,
    teacher: nn.Module | None = None,
    distillation: float = 0.0,
    penalty: Callable[[], Tensor] | None = None,
    averaging: float = 0.0,
    before_epoch: Callable[[int], None] | None = None,
    after_step: Callable[[], None] | None = None,
    after_epoch: Callable[[dict[str, Any]], None] | None = None,
    state: Mapping[str, Any] | None = None,
) -> list[float]:
    """Train with the rate falling to zero along a cosine; return each epoch's mean loss.

    The optimiser is ``adam`` (AdamW) or ``sgd`` (Nesterov momentum 0.9). The loss is the cross
    entropy with the classes and, for a share ``distillation``, with the probabilities that the
    ``teacher`` gives. ``penalty`` is added to the loss of every batch. An ``adversary`` changes
    every batch first. With ``averaging``, the share of itself that a running average of the
    parameters keeps in each step, training ends with that average.

    ``after_epoch`` gets the state of the loop; given as ``state``, the loop goes on from there.
    """
    x, y = samples
    parameters = [p for p in module.parameters() if p.requires_grad]
    averages = [parameter.detach().clone() for parameter in parameters]
    descent: torch.optim.Optimizer
    if optimizer == "adam":
        descent = torch.optim.AdamW(parameters, lr=rate, weight_decay=weight_decay)
    else:
        descent = torch.optim.SGD(parameters, lr=rate, weight_decay=weight_decay, momentum=0.9,
                                  nesterov=True)
    steps = max(1, epochs * -(-len(x) // batch))
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(descent, steps)
    losses: list[float] = []
    if state is not None:
        descent.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        averages, losses = list(state["averages"]), list(state["losses"])
    for epoch in range(len(losses), epochs):
        if before_epoch:
            before_epoch(epoch)
        module.train()
        total = 0.0
        for chosen in torch.randperm(len(x), generator=generator).split(batch):
            images = augment(x[chosen], generator) if augment else x[chosen]
            if adversary:
                images = adversary.attack(module, images, y[chosen], generator)
            result = module(images)
            loss = F.cross_entropy(result, y[chosen])
            if teacher and distillation:
                wanted = scores(teacher, images).softmax(dim=1)
                loss = (1 - distillation) * loss + distillation * F.cross_entropy(result, wanted)
            if penalty:
                loss = loss + penalty()
            descent.zero_grad()
            loss.backward()
            descent.step()
            schedule.step()
            if after_step:
                after_step()
            if averaging:
                _approach(averages, parameters, 1 - averaging)
            total += float(loss.detach()) * len(chosen)
        losses.append(total / len(x))
        if after_epoch:
            after_epoch({"optimizer": descent.state_dict(), "schedule": schedule.state_dict(),
                         "averages": averages, "losses": losses})
    if averaging:
        _approach(parameters, averages, 1)
    return losses


@torch.no_grad()
def _approach(tensors: Sequence[Tensor], goals: Sequence[Tensor], share: float) -> None:
    """Move each tensor a share of the way to its goal."""
    for tensor, goal in zip(tensors, goals, strict=True):
        tensor.lerp_(goal, share)


@torch.no_grad()
def scores(module: nn.Module, x: Tensor, batch: int = 256) -> Tensor:
    """The module's result for many samples, in evaluation mode."""
    training = module.training
    module.eval()
    parts = [module(part) for part in x.split(batch)]
    module.train(training)
    return torch.cat(parts)


def accuracy(result: Tensor, y: Tensor) -> float:
    """Share of samples whose largest score is that of their class."""
    return float((result.argmax(dim=1) == y).double().mean())
