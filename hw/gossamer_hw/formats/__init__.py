"""Weight formats and their decoders."""

from .base import BlockDecoder, Format, Load, Sizes
from .block_bitmap import BlockBitmap
from .dense import Dense
from .pattern import Pattern
from .row_column import RowColumn
from .tile import Tile
from .values import Integers, Signs, Trits, Values

__all__ = [
    "BlockBitmap",
    "BlockDecoder",
    "Dense",
    "Format",
    "Integers",
    "Load",
    "Pattern",
    "RowColumn",
    "Signs",
    "Sizes",
    "Tile",
    "Trits",
    "Values",
]
