"""All link codecs, by the names that designs keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .link_codec import LinkCodec
from .zeros_link import ZerosLink
from .zfpl_link import ZfplLink

__all__ = ["LINK_CODECS", "link_codec"]

LINK_CODECS: dict[str, type[LinkCodec]] = {codec.kind: codec for codec in (ZfplLink, ZerosLink)}


def link_codec(saved: Mapping[str, Any]) -> LinkCodec:
    """The codec that :meth:`LinkCodec.to_json` wrote."""
    fields = dict(saved)
    return LINK_CODECS[fields.pop("kind")](**fields)
