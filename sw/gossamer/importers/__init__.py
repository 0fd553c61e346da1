"""Importers: models of other frameworks, as float graphs to compress or as finished integers."""

from .files import import_model
from .imported import Imported, InputSteps

__all__ = ["Imported", "InputSteps", "import_model"]
