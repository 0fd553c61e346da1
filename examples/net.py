"""A model of one's own: a small residual network for the images of make_data.py.

    python make_data.py strokes.npz
    gossamer compress net.py:Net --data strokes.npz --recipe block-ternary -o strokes.gsm
"""

import torch
from torch import nn


class Net(nn.Module):
    """Images (N, 1, 10, 10) to four scores."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, 8, 3, stride=2, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(8)
        self.body = nn.Conv2d(8, 8, 3, padding=1)
        self.head = nn.Linear(8, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = torch.relu(self.norm(self.stem(x)))
        x = torch.relu(x + self.body(x))
        return self.head(x.mean(dim=(2, 3)))
