"""Host link: an engine's two streams behind the wires of a UART or of SPI."""

from __future__ import annotations

from typing import Any, Literal

from amaranth.hdl import Module, Signal
from amaranth.lib import stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from gossamer_hw.link.endpoint import Endpoint
from gossamer_hw.link.flash import SPI, FlashLoader
from gossamer_hw.link.load import load_signature
from gossamer_hw.link.slots import OUTPUT, input_layout
from gossamer_hw.link.spi import CYCLES_PER_BIT, Peripheral
from gossamer_hw.link.uart import Receiver, Transmitter

__all__ = ["WIRES", "HostLink", "Line", "wires"]

#: What carries the bytes to and from the host.
Line = Literal["uart", "spi"]

#: The names of each line's wires; ``cs`` is high in a transaction. Inputs are not synchronised.
WIRES: dict[str, tuple[str, ...]] = {"uart": ("rx", "tx"), "spi": ("cs", "sck", "copi", "cipo")}


def wires(line: Line) -> dict[str, Any]:
    """Members of a component that such a line ends at; the last one is an output."""
    return {"rx": In(1, init=1), "tx": Out(1, init=1)} if line == "uart" else {
        "cs": In(1), "sck": In(1), "copi": In(1), "cipo": Out(1)}


class HostLink(Component):
    """An :class:`Endpoint` of the host protocol on a UART or on SPI.

    Parameters
    ----------
    identity : bytes
        Answer to an identity request; the counters are appended.
    input_size, output_size : int
        Elements of one inference.
    divisor : int
        Clock cycles per bit of the UART, or the least of SPI.
    idle_timeout : int
        Cycles without a byte after which half a frame is forgotten.
    laps : int
        As in :class:`Endpoint`.
    load_size : int
        Bytes of the memory that the host fills at start-up; 0 if there is none.
    flash_address : int, optional
        Where its contents lie in an SPI flash, if that may fill it first.
    design : bytes
        Hash of the design that the contents in the flash must belong to.
    ragged, ragged_results, direct, streams, beat
        As in :class:`Endpoint`.
    line : Line
        What carries the bytes.
    starts : bool
        Whether the memory that the host fills is not there from the first cycle on.

    Members
    -------
    rx : In(1), tx : Out(1)
        With the line ``uart``. ``rx`` is not synchronised.
    cs, sck, copi : In(1), cipo : Out(1)
        With the line ``spi``: as in :class:`Peripheral`.
    o : Out(stream.Signature(input_layout(beat)))
        To the engine.
    i : In(stream.Signature(OUTPUT))
        From the engine.
    lap : In(1)
        Only with ``laps``.
    load : Out(load_signature(load_size))
        To the memory, if there is one.
    spi : Out(SPI)
        To the flash, if there is one.
    restart : Out(1)
        Only with ``direct``.
    failed : In(1)
        Only with ``streams``.
    starting : In(1)
        Only with ``starts``: the memory forgets what is loaded now.
    """

    rx: Signal
    tx: Signal
    cs: Signal
    sck: Signal
    copi: Signal
    cipo: Signal
    o: stream.Interface
    i: stream.Interface
    lap: Signal
    spi: Any
    restart: Signal
    failed: Signal
    starting: Signal

    def __init__(
        self,
        *,
        identity: bytes,
        input_size: int,
        output_size: int,
        divisor: int,
        idle_timeout: int = 1 << 18,
        laps: int = 0,
        load_size: int = 0,
        flash_address: int | None = None,
        design: bytes = b"",
        ragged: bool = False,
        ragged_results: bool = False,
        direct: bool = False,
        streams: bool = False,
        line: Line = "uart",
        starts: bool = False,
        beat: int = 1,
    ) -> None:
        if line == "spi" and divisor < CYCLES_PER_BIT:
            raise ValueError(f"A bit of SPI takes at least {CYCLES_PER_BIT} clock cycles, not "
                             f"{divisor!r}")
        self.line = line
        self.divisor = divisor
        self.starts = starts
        self.load_size = load_size
        self.flash = (
            FlashLoader(size=load_size, address=flash_address, design=design, waits=starts)
            if load_size and flash_address is not None else None)
        self.endpoint = Endpoint(
            identity=identity,
            input_size=input_size,
            output_size=output_size,
            idle_timeout=idle_timeout,
            laps=laps,
            load_size=load_size,
            boots=self.flash is not None or starts,
            ragged=ragged,
            ragged_results=ragged_results,
            direct=direct,
            streams=streams,
            beat=beat,
        )
        super().__init__({
            **wires(line),
            "o": Out(stream.Signature(input_layout(beat))),
            "i": In(stream.Signature(OUTPUT)),
            **({"lap": In(1)} if laps else {}),
        } | ({"load": Out(load_signature(load_size))} if load_size else {})
          | ({"spi": Out(SPI)} if self.flash else {})
          | ({"restart": Out(1)} if direct else {})
          | ({"failed": In(1)} if streams else {})
          | ({"starting": In(1)} if starts else {}))

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        endpoint = self.endpoint
        if self.line == "uart":
            m.submodules.receiver = receiver = Receiver(self.divisor)
            m.submodules.endpoint = endpoint
            m.submodules.transmitter = transmitter = Transmitter(self.divisor)
            m.d.comb += [receiver.rx.eq(self.rx), self.tx.eq(transmitter.tx)]
            connect(m, receiver.o, endpoint.rx)
            connect(m, endpoint.tx, transmitter.i)
        else:
            m.submodules.peripheral = peripheral = Peripheral()
            m.submodules.endpoint = endpoint
            m.d.comb += [
                peripheral.cs.eq(self.cs), peripheral.sck.eq(self.sck),
                peripheral.copi.eq(self.copi), self.cipo.eq(peripheral.cipo),
            ]
            connect(m, peripheral.o, endpoint.rx)
            connect(m, endpoint.tx, peripheral.i)
        connect(m, endpoint.o, flipped(self.o))
        connect(m, flipped(self.i), endpoint.i)
        if endpoint.laps:
            m.d.comb += endpoint.lap.eq(self.lap)
        if endpoint.direct:
            m.d.comb += self.restart.eq(endpoint.restart)
        if endpoint.streams:
            m.d.comb += endpoint.failed.eq(self.failed)
        if self.load_size:
            connect(m, endpoint.load, flipped(self.load))
        if self.flash:
            m.submodules.flash = flash = self.flash
            connect(m, flash.spi, flipped(self.spi))
            m.d.comb += [endpoint.booting.eq(flash.busy), endpoint.booted.eq(flash.load.done)]
            if self.starts:
                m.d.comb += flash.starting.eq(self.starting)
            with m.If(flash.busy):
                m.d.comb += [
                    self.load.write.eq(flash.load.write),
                    self.load.address.eq(flash.load.address),
                    self.load.data.eq(flash.load.data),
                ]
        elif self.starts:
            m.d.comb += endpoint.booting.eq(self.starting)

        return m
