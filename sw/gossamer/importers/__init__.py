"""Importers: models of other frameworks, as float graphs to compress or as finished integers."""

from .files import import_model

__all__ = ["import_model"]
