"""The compressed model description: a graph and what is known of it, in one ``.gsm`` file."""

from .model import Description, Robustness, Samples

__all__ = ["Description", "Robustness", "Samples"]
