"""Loading: how a host fills a memory that has no initial contents."""

from __future__ import annotations

from amaranth.lib.wiring import Out, Signature

__all__ = ["load_signature"]


def load_signature(size: int) -> Signature:
    """How a host fills a memory of ``size`` bytes.

    Members
    -------
    write : Out(1)
        Write ``data`` at byte ``address``. Without effect once ``done`` is high.
    address : Out(range(size)), data : Out(8)
    done : Out(1)
        Everything is written; stays high.
    """
    return Signature({
        "write": Out(1), "address": Out(range(max(2, size))), "data": Out(8), "done": Out(1)})
