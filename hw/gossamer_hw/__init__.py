"""Amaranth blocks for sparse neural networks, each of which carries its own exact integer model."""
