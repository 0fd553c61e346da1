"""Compressors for streams of numbers: exact models and the hardware that equals them."""

from .base import Codec
from .bits import BitReader, BitString
from .block_float import BlockFloat
from .chunks import Chunk, Chunks
from .limits import Limits
from .szfp import Szfp1d
from .types import BFLOAT16, FLOAT16, FLOAT32, Float, Integer, ValueType
from .zfp import Zfp
from .zfpl import ZfpL

__all__ = ["BFLOAT16", "FLOAT16", "FLOAT32", "BitReader", "BitString", "BlockFloat", "Chunk",
           "Chunks", "Codec", "Float", "Integer", "Limits", "Szfp1d", "ValueType", "Zfp", "ZfpL"]
