"""What every test shares: one thread, and property tests that repeat exactly."""

import os

# Before numpy or torch is loaded: two workers on two cores, one thread each.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from hypothesis import settings

settings.register_profile("gossamer", deadline=None, derandomize=True, database=None)
settings.load_profile("gossamer")
