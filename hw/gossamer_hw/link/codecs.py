"""All codecs of the link, by the names that designs keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .link_codec import LinkCodec
from .result_codec import ResultCodec
from .zeros_link import ZerosLink
from .zeros_results import ZerosResults
from .zfpl_link import ZfplLink
from .zfpl_results import ZfplResults

__all__ = ["LINK_CODECS", "RESULT_CODECS", "link_codec", "result_codec"]

LINK_CODECS: dict[str, type[LinkCodec]] = {codec.kind: codec for codec in (ZfplLink, ZerosLink)}

RESULT_CODECS: dict[str, type[ResultCodec]] = {
    codec.kind: codec for codec in (ZfplResults, ZerosResults)}


def link_codec(saved: Mapping[str, Any]) -> LinkCodec:
    """The codec that :meth:`LinkCodec.to_json` wrote."""
    fields = dict(saved)
    return LINK_CODECS[fields.pop("kind")](**fields)


def result_codec(saved: Mapping[str, Any]) -> ResultCodec:
    """The codec that :meth:`ResultCodec.to_json` wrote."""
    fields = dict(saved)
    return RESULT_CODECS[fields.pop("kind")](**fields)
