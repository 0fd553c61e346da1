"""The models of the demo: small ones for 8x8 digits, and the classic perceptron for MNIST."""

from __future__ import annotations

import torch
from torch import nn

from ..errors import GossamerError

__all__ = ["MODELS", "DigitsCNN", "DigitsMLP", "MnistMLP", "build"]


class DigitsCNN(nn.Module):
    """Two convolutions and a linear layer, 3,784 weights, for images (N, 1, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 3, padding=1)
        self.conv2 = nn.Conv2d(8, 16, 3, stride=2, padding=1)
        self.linear = nn.Linear(256, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.linear(x.flatten(1))


class DigitsMLP(nn.Module):
    """A perceptron 64-32-10, 2,368 weights, for images (N, 1, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(64, 32)
        self.linear = nn.Linear(32, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(torch.relu(self.hidden(x.flatten(1))))


class MnistMLP(nn.Module):
    """The perceptron 784-300-100-10 of LeCun et al. (1998), 266,200 weights, for vectors (N, 784).

    Its many weights are what compression was measured on ever since.
    """

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Linear(784, 300)
        self.second = nn.Linear(300, 100)
        self.linear = nn.Linear(100, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = torch.relu(self.second(torch.relu(self.first(x))))
        return self.linear(x)


#: Models by their name on the command line.
MODELS: dict[str, type[nn.Module]] = {
    "cnn": DigitsCNN, "mlp": DigitsMLP, "mlp-300-100": MnistMLP,
}


def build(name: str, *, seed: int = 0) -> nn.Module:
    """A demo model with random weights; the caller's generator is not disturbed."""
    if name not in MODELS:
        raise GossamerError(f"There is no model {name!r}; choose one of {', '.join(MODELS)}.")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return MODELS[name]()
