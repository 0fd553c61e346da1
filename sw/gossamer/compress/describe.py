"""Describe a compressed model: its graph, its accuracy, and its test set with PyTorch's answers."""

from __future__ import annotations

import torch

from ..data import Dataset
from ..description import Description, Samples
from .oracle import TorchIntegers
from .pipeline import Compressed
from .recipes import Recipe

__all__ = ["describe"]


def describe(result: Compressed, dataset: Dataset, recipe: Recipe, name: str) -> Description:
    """The description of a compression's result.

    The samples are the whole test set; their outputs come from :class:`TorchIntegers`, which shares
    no arithmetic with the graph, so that a design can later be proved without PyTorch.
    """
    inputs = dataset.integers(dataset.test_x)
    outputs = TorchIntegers(result.graph)(torch.from_numpy(inputs)).numpy()
    return Description(
        graph=result.graph,
        name=name,
        recipe=recipe.name,
        classes=dataset.classes,
        float_accuracy=result.float_accuracy,
        integer_accuracy=result.integer_accuracy,
        test_images=result.test_images,
        robustness=result.robustness,
        samples=Samples(inputs=inputs, outputs=outputs, labels=dataset.test_y),
    )
