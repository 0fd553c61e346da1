"""What every test shares: one thread, property tests that repeat exactly, Icarus if it is there.

Icarus has no wheel, so a machine may lack it: tests whose parameters name it are skipped then. The
other tools come with the installation and are never skipped.
"""

import os

# Before numpy or torch is loaded: two workers on two cores, one thread each.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from hypothesis import settings

from gossamer_sim import simulators

settings.register_profile("gossamer", deadline=None, derandomize=True, database=None)
settings.load_profile("gossamer")


def pytest_collection_modifyitems(items):
    if "icarus" in simulators.available():
        return
    for item in items:
        parameters = getattr(item, "callspec", None)
        named = parameters is not None and "icarus" in map(str, parameters.params.values())
        if named or item.get_closest_marker("icarus"):
            reason = "Icarus is not installed: apt install iverilog"
            item.add_marker(pytest.mark.skip(reason=reason))
