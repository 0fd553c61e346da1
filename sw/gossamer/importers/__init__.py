"""Importers: models of other frameworks, brought to one small graph of float operators."""
