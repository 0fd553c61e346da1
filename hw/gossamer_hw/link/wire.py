"""Numbers of the host protocol, version 1, that hardware and host share (docs/protocol.md)."""

from enum import IntEnum

__all__ = ["CONTROL_LENGTH", "COUNTERS_LENGTH", "ESCAPE", "ESCAPED_ESCAPE", "ESCAPED_IDLE",
           "FOREIGN", "HEADER_LENGTH", "IDLE", "LOAD_LENGTH", "LOAD_PARTS", "START",
           "TRAILER_LENGTH", "UNLOADED", "VERSION", "WINDOW", "LoadType", "Reason", "Type",
           "loaded_length"]

#: First byte of every frame.
START = 0x47
VERSION = 1
#: Start byte to length field.
HEADER_LENGTH = 10
#: CRC-32.
TRAILER_LENGTH = 4
#: Payload of ACK, NACK and CREDIT: free places, reason.
CONTROL_LENGTH = 2
#: Counters that a device appends to its identity: cycles and inferences, 32 bits each.
COUNTERS_LENGTH = 8
#: Data frames that a device of version 1 holds in each direction.
WINDOW = 2
#: Payload of LOAD: a part of the memory that the host fills.
LOAD_LENGTH = 512
#: Most parts of that memory.
LOAD_PARTS = 65_535


class Type(IntEnum):
    """What a frame is."""

    DATA = 0
    ACK = 1
    NACK = 2
    CREDIT = 3
    IDENTIFY = 4
    IDENTITY = 5


class Reason(IntEnum):
    """Why a frame was not accepted."""

    NONE = 0
    CRC = 1
    ORDER = 2
    BUSY = 3
    HEADER = 4


# Apart from the others, so that nothing of it is in a device without such a memory.
class LoadType(IntEnum):
    """What a frame is that fills a memory."""

    LOAD = 6
    LOADED = 7


def loaded_length(size: int) -> int:
    """Payload of LOADED for a memory of ``size`` bytes: parts in all, and the next one if they are
    more than a sequence number tells, two bytes each."""
    return CONTROL_LENGTH if size <= 255 * LOAD_LENGTH else 2 * CONTROL_LENGTH


#: Why a tensor was not accepted: the memory is not full.
UNLOADED = 5

#: The flash from which the weights come does not hold them.
FOREIGN = 6

#: On SPI, the byte that stands for nothing, and two bytes each in place of it and of ESCAPE, with
#: the values of RFC 1055 (SLIP).
IDLE = 0xC0
ESCAPE = 0xDB
ESCAPED_IDLE = 0xDC
ESCAPED_ESCAPE = 0xDD
