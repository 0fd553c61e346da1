"""Sentences about streams that did not give what was expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["compare_streams", "stopped"]


def compare_streams(
    received: Mapping[str, Sequence[int]],
    expected: Mapping[str, Sequence[int]],
    widths: Mapping[str, int],
    signed: Sequence[str],
) -> str | None:
    """A sentence about the first wrong payload (bit patterns), or None if all agree.

    Payloads of the streams named in ``signed`` are shown as signed numbers.
    """
    for name, wanted in expected.items():

        def show(bits: int, name: str = name) -> int:
            negative = name in signed and bits >> (widths[name] - 1)
            return bits - (1 << widths[name]) if negative else bits

        got = received[name]
        for index, (a, b) in enumerate(zip(got, wanted, strict=False)):
            if a != b:
                return (
                    f"Payload {index} of stream {name!r} is {show(a)}, but {show(b)} was expected."
                )
        if len(got) > len(wanted):
            return (
                f"Stream {name!r} gives {show(got[len(wanted)])} after all {len(wanted)} expected "
                "payloads."
            )
    return None


def stopped(transfers: Mapping[str, int], total: Mapping[str, int], idle: int) -> str:
    """The sentence about streams that no longer move."""
    states = ", ".join(
        f"{transfers[name]} of {total[name]} payloads on {name!r}" for name in sorted(total)
    )
    return f"No stream moved for {idle} cycles after {states}."
