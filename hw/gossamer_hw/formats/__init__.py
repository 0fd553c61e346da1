"""Weight formats and their decoders."""

from .base import BlockDecoder, Format, Load, Sizes
from .block_bitmap import BlockBitmap
from .coordinates import Coordinates
from .dense import Dense
from .pattern import Pattern
from .row_column import RowColumn
from .run_length import RunLength
from .tile import Tile
from .values import Integers, Signs, Trits, Values

__all__ = [
    "BlockBitmap",
    "BlockDecoder",
    "Coordinates",
    "Dense",
    "Format",
    "Integers",
    "Load",
    "Pattern",
    "RowColumn",
    "RunLength",
    "Signs",
    "Sizes",
    "Tile",
    "Trits",
    "Values",
]
