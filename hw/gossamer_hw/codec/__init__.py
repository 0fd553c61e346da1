"""Compressors for streams of numbers: exact models and the hardware that equals them."""

from .base import Codec
from .bits import BitReader, BitString
from .chunks import Chunk, Chunks
from .limits import Limits
from .types import BFLOAT16, FLOAT16, FLOAT32, Float, Integer, ValueType
from .zfp import Zfp
from .zfpl import ZfpL

__all__ = ["BFLOAT16", "FLOAT16", "FLOAT32", "BitReader", "BitString", "Chunk", "Chunks", "Codec",
           "Float", "Integer", "Limits", "ValueType", "Zfp", "ZfpL"]
