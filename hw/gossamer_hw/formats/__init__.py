"""Weight formats and their decoders."""

from .base import BlockDecoder, Format, Load, Loads, Sizes
from .bitmap import Bitmap
from .block_bitmap import BlockBitmap
from .coordinates import Coordinates
from .dense import Dense
from .nested import Nested
from .pattern import Pattern
from .periodic import PSC1_P16, PSC2_P8, PSC4_P8, PSC4_P16, Periodic
from .row_column import RowColumn
from .run_length import RunLength
from .shared_exponent import SharedExponent
from .tile import Tile
from .values import Integers, Nonzero, Trits, Values

__all__ = [
    "PSC1_P16",
    "PSC2_P8",
    "PSC4_P8",
    "PSC4_P16",
    "Bitmap",
    "BlockBitmap",
    "BlockDecoder",
    "Coordinates",
    "Dense",
    "Format",
    "Integers",
    "Load",
    "Loads",
    "Nested",
    "Nonzero",
    "Pattern",
    "Periodic",
    "RowColumn",
    "RunLength",
    "SharedExponent",
    "Sizes",
    "Tile",
    "Trits",
    "Values",
]
