"""The simulator for small designs: Icarus, which compiles in no time, or Verilator without it."""

from gossamer_sim import simulators

__all__ = ["SIMULATOR"]

SIMULATOR = "icarus" if "icarus" in simulators.available() else "verilator"
