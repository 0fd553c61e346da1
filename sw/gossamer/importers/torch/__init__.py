"""PyTorch importer: a module, or a file that holds one, to a float graph."""

from .load import load_module
from .trace import trace

__all__ = ["load_module", "trace"]
