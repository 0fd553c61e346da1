"""Single-port memory: the large memories of an iCE40UP, or what behaves alike elsewhere."""

from __future__ import annotations

from amaranth.hdl import Array, C, Cat, ClockSignal, Const, Instance, Module, Mux, Signal, Value
from amaranth.lib import memory, wiring
from amaranth.lib.wiring import In, Out

__all__ = ["SPRAM_DEPTH", "SPRAM_WIDTH", "SinglePortMemory", "sprams"]

#: Words and bits of one SB_SPRAM256KA (Lattice TN1314).
SPRAM_DEPTH = 1 << 14
SPRAM_WIDTH = 16


def sprams(depth: int, width: int) -> int:
    """Blocks that a memory of ``depth`` words of ``width`` bits takes on an iCE40UP."""
    return -(-depth // SPRAM_DEPTH) * -(-width // SPRAM_WIDTH)


class SinglePortMemory(wiring.Component):
    """Words of whole bytes that are read or written, one of them a cycle, and begin undefined.

    ``data_out`` is the word at ``address`` one cycle later. After a cycle with a write it is no
    word of the memory: nothing may depend on it. So that a simulation shows who does, the portable
    memory gives the complement of what it held there.

    On an iCE40UP it is made of SB_SPRAM256KA.

    Parameters
    ----------
    depth : int
        Words.
    width : int
        Bits of a word, a multiple of 16.

    Members
    -------
    address : In(range(depth))
    write : In(width // 8)
        Bytes to write; with any of them the cycle is one of writing.
    data_in : In(width), data_out : Out(width)
    """

    address: Signal
    write: Signal
    data_in: Signal
    data_out: Signal

    def __init__(self, depth: int, width: int) -> None:
        if width < SPRAM_WIDTH or width % SPRAM_WIDTH:
            raise ValueError(
                f"Single-port memory must have a multiple of {SPRAM_WIDTH} bits, not {width!r}")
        self.depth = depth
        self.width = width
        super().__init__({
            "address": In(range(max(2, depth))),
            "write": In(width // 8),
            "data_in": In(width),
            "data_out": Out(width),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        if getattr(platform, "device", "").startswith("iCE40UP"):
            m.d.comb += self.data_out.eq(self._blocks(m))
        else:
            m.submodules.memory = store = memory.Memory(
                shape=self.width, depth=max(2, self.depth), init=[])
            read, port = store.read_port(), store.write_port(granularity=8)
            wrote = Signal()
            m.d.sync += wrote.eq(self.write.any())
            m.d.comb += [
                read.addr.eq(self.address),
                port.addr.eq(self.address),
                port.data.eq(self.data_in),
                port.en.eq(self.write),
                self.data_out.eq(Mux(wrote, ~read.data, read.data)),
            ]

        return m

    def _blocks(self, m: Module) -> Value:
        """The word that was addressed in the last cycle, from blocks for its parts and ranges."""
        ranges = -(-self.depth // SPRAM_DEPTH)
        bits = SPRAM_DEPTH.bit_length() - 1
        number = self.address[bits:] if ranges > 1 else C(0, 1)
        words = []
        for block in range(ranges):
            parts = []
            for part in range(self.width // SPRAM_WIDTH):
                output = Signal(SPRAM_WIDTH, name=f"output_{block}_{part}")
                write = self.write[2 * part:2 * part + 2]
                m.submodules[f"block_{block}_{part}"] = Instance(
                    "SB_SPRAM256KA",
                    i_CLOCK=ClockSignal(),
                    i_ADDRESS=self.address[:bits],
                    i_DATAIN=self.data_in.word_select(part, SPRAM_WIDTH),
                    i_MASKWREN=Cat(bit.replicate(2) for bit in write),
                    i_WREN=self.write.any() & (number == block),
                    i_CHIPSELECT=Const(1, 1), i_STANDBY=Const(0, 1), i_SLEEP=Const(0, 1),
                    i_POWEROFF=Const(1, 1),     # its name says when the level is low
                    o_DATAOUT=output,
                )
                parts.append(output)
            words.append(Cat(parts))
        if ranges == 1:
            return words[0]
        chosen = Signal(range(ranges))
        m.d.sync += chosen.eq(number)
        return Array(words)[chosen]
