"""What an importer of a finished integer model returns."""

from __future__ import annotations

from dataclasses import dataclass

from .. import ir

__all__ = ["MOST_BYTES", "Imported", "InputSteps", "plain"]

#: The largest file that is read: boards hold a few megabytes of weights, a hostile file any number.
MOST_BYTES = 256 << 20


@dataclass(frozen=True)
class InputSteps:
    """How the input is quantised if the model does not say: signed integers of ``bits`` bits."""

    bits: int = 8
    scale: float = 1 / 16


@dataclass(frozen=True, kw_only=True, eq=False)
class Imported:
    """A legal graph and what the user should know about it.

    Attributes
    ----------
    graph : Graph
        Every integer as the file says.
    classes : int
        Number of classes if the model ends in a softmax, else 0.
    notes : tuple of str
        What was left to the host or assumed, one sentence each.
    """

    graph: ir.Graph
    classes: int = 0
    notes: tuple[str, ...] = ()


def plain(text: str) -> str:
    """A word of a file as it may stand in a sentence: short, and on one line."""
    return "".join(c if c.isprintable() else "?" for c in text[:100])
