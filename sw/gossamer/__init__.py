"""From a PyTorch model to a small, exact, sparse accelerator on an open-source FPGA board.

The verbs load what they need when they are first used, so that ``import gossamer as gs`` is quick
and never loads torch.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import (
        boards,
        build,
        compress,
        demo,
        doctor,
        flash,
        generate,
        import_,
        inspect,
        run,
        simulate,
        sweep,
        verify,
    )
    from .description import Description
    from .errors import GossamerError, UnsupportedError
    from .running import VirtualDevice
    from .runtime.device import Device

__all__ = [
    "Description",
    "Device",
    "GossamerError",
    "UnsupportedError",
    "VirtualDevice",
    "boards",
    "build",
    "compress",
    "demo",
    "doctor",
    "flash",
    "generate",
    "import_",
    "inspect",
    "run",
    "simulate",
    "sweep",
    "verify",
]

_ELSEWHERE = {
    "Description": "gossamer.description",
    "GossamerError": "gossamer.errors",
    "UnsupportedError": "gossamer.errors",
    "Device": "gossamer.runtime.device",
    "VirtualDevice": "gossamer.running",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_ELSEWHERE.get(name, "gossamer.api")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps ``gs.compress`` the verb after ``gossamer.compress``, the package, was imported.

    The import system binds every submodule in its parent; where a verb has the same name, the verb
    stays, and the submodule is reached by ``from gossamer.compress import ...``.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
