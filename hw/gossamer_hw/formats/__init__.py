"""Weight formats and their decoders."""

from .base import BlockDecoder, Format, Load, Sizes
from .bitmap import Bitmap
from .block_bitmap import BlockBitmap
from .coordinates import Coordinates
from .dense import Dense
from .nested import Nested
from .pattern import Pattern
from .row_column import RowColumn
from .run_length import RunLength
from .shared_exponent import SharedExponent
from .tile import Tile
from .values import Integers, Signs, Trits, Values

__all__ = [
    "Bitmap",
    "BlockBitmap",
    "BlockDecoder",
    "Coordinates",
    "Dense",
    "Format",
    "Integers",
    "Load",
    "Nested",
    "Pattern",
    "RowColumn",
    "RunLength",
    "SharedExponent",
    "Signs",
    "Sizes",
    "Tile",
    "Trits",
    "Values",
]
