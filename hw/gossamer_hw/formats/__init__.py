"""Weight formats and their decoders."""

from .base import BlockDecoder, Format, Load
from .bitmap import BlockBitmap
from .dense import Dense
from .values import Integers, Trits, Values

__all__ = ["BlockBitmap", "BlockDecoder", "Dense", "Format", "Integers", "Load", "Trits", "Values"]
