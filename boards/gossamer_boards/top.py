"""Tops: an engine with its host link, on a board or on its own."""

from __future__ import annotations

import math
from typing import Any

from amaranth.hdl import (
    ClockDomain,
    ClockSignal,
    Const,
    Instance,
    Module,
    ResetSignal,
    Signal,
)
from amaranth.lib import cdc, io
from amaranth.lib.wiring import Component, Out, connect, flipped
from amaranth.utils import ceil_log2

from gossamer_boards.board import Board
from gossamer_boards.pll import ClockSource, Ice40Pll, Oscillator, PllBlock
from gossamer_hw.link.flash import SPI
from gossamer_hw.link.host_link import WIRES, HostLink, Line, wires
from gossamer_hw.link.quad_flash import QUAD_SPI
from gossamer_hw.link.sdram import SDRAM

__all__ = ["BoardTop", "DeviceTop"]


class DeviceTop(Component):
    """A whole device behind a few wires, with nothing of a board or a vendor in it.

    Parameters
    ----------
    engine : Component
        With ``i`` and ``o`` as in ``gossamer_hw.link.slots``, and with ``load`` if the host fills
        its weight memory. If it has ``laps``, it also has ``lap``, and the device tells how long
        each layer took. If it is ``ragged``, inputs may be shorter, and outputs if it has
        ``ragged_results``. If it has a ``beat``, it takes so many input elements
        together. If it is ``direct``, it has ``restart``, and gets inputs as they come. If it has
        ``spi`` or ``sdram``, its weights come from the board's flash or SDRAM, and
        ``failed`` says that they do not.
    identity : bytes
        Answer to an identity request, before the counters.
    input_size, output_size : int
        Elements of one inference.
    divisor : int
        Clock cycles per bit of the UART, or the least of SPI.
    idle_timeout : int
        Cycles without a byte after which half a frame is forgotten.
    load_size : int
        Bytes that the host loads.
    flash_address : int, optional
        Where the same bytes lie in the board's SPI flash, if it has one.
    design : bytes
        Hash of the design that they must belong to there.
    line : Line
        What carries bytes to and from the host.

    Members
    -------
    rx : In(1), tx : Out(1)
        With the line ``uart``. ``rx`` is not synchronised.
    cs, sck, copi : In(1), cipo : Out(1)
        With the line ``spi``, not synchronised either; ``cs`` is high in a transaction.
    spi : Out(SPI)
        To the flash, if there is something to load from it; Out(QUAD_SPI) for an engine that reads
        it.
    sdram : Out(SDRAM)
        Of an engine that reads an SDRAM.
    """

    rx: Signal
    tx: Signal
    cs: Signal
    sck: Signal
    copi: Signal
    cipo: Signal
    spi: Any
    sdram: Any

    def __init__(
        self,
        engine: Component,
        *,
        identity: bytes,
        input_size: int,
        output_size: int,
        divisor: int,
        idle_timeout: int = 1 << 18,
        load_size: int = 0,
        flash_address: int | None = None,
        design: bytes = b"",
        line: Line = "uart",
    ) -> None:
        self.engine = engine
        self.streams = hasattr(engine, "spi")
        self.has_sdram = hasattr(engine, "sdram")
        self.link = HostLink(
            identity=identity,
            input_size=input_size,
            output_size=output_size,
            divisor=divisor,
            idle_timeout=idle_timeout,
            laps=getattr(engine, "laps", 0),
            load_size=load_size,
            flash_address=flash_address,
            design=design,
            ragged=getattr(engine, "ragged", False),
            direct=getattr(engine, "direct", False),
            ragged_results=getattr(engine, "ragged_results", False),
            streams=self.streams or self.has_sdram,
            line=line,
            starts=self.has_sdram,
            beat=getattr(engine, "beat", 1),
        )
        super().__init__(wires(line) | ({"spi": Out(SPI)} if self.link.flash else {})
                         | ({"spi": Out(QUAD_SPI)} if self.streams else {})
                         | ({"sdram": Out(SDRAM)} if self.has_sdram else {}))

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        m.submodules.engine = engine = self.engine
        m.submodules.link = link = self.link
        *inputs, output = WIRES[link.line]
        m.d.comb += [getattr(link, name).eq(getattr(self, name)) for name in inputs]
        m.d.comb += getattr(self, output).eq(getattr(link, output))
        connect(m, link.o, engine.i)
        connect(m, engine.o, link.i)
        if link.endpoint.laps:
            m.d.comb += link.lap.eq(engine.lap)
        if link.endpoint.direct:
            m.d.comb += engine.restart.eq(link.restart)
        if link.load_size:
            connect(m, link.load, engine.load)
        if link.flash:
            connect(m, link.spi, flipped(self.spi))
        if self.streams:
            connect(m, engine.spi, flipped(self.spi))
            m.d.comb += link.failed.eq(engine.failed)
        if self.has_sdram:
            connect(m, engine.sdram, flipped(self.sdram))
            m.d.comb += [link.failed.eq(engine.failed), link.starting.eq(engine.starting)]

        return m


class BoardTop(Component):
    """A device on a board: clock, reset and the pins of the link.

    Parameters
    ----------
    board : Board
        Where.
    device : DeviceTop
        What.
    clock : ClockSource
        Made by ``gossamer_boards.pll.highest``.
    """

    def __init__(self, board: Board, device: DeviceTop, clock: ClockSource) -> None:
        self.board = board
        self.device = device
        self.clock = clock
        super().__init__({})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        pin = platform.request(platform.default_clk, dir="-")
        clock = Signal()
        steady = Signal()
        if isinstance(self.clock, Ice40Pll) and self.board.pll_pad:
            m.submodules.pll = pll = PllBlock(self.clock, pin.io)
            m.d.comb += [clock.eq(pll.clock), steady.eq(pll.locked)]
        else:
            m.submodules.pin = buffer = io.Buffer("i", pin)
            if isinstance(self.clock, Oscillator):
                m.d.comb += [clock.eq(buffer.i), steady.eq(1)]
            else:
                m.submodules.pll = pll = PllBlock(self.clock, buffer.i)
                m.d.comb += [clock.eq(pll.clock), steady.eq(pll.locked)]
        platform.add_clock_constraint(clock, float(self.clock.frequency))

        # iCE40's block RAMs read as zero for some 3 us after configuration, so the reset lasts at
        # least 15 us from then, and from the PLL's lock.
        m.domains.start = start = ClockDomain(reset_less=True)
        m.domains.sync = ClockDomain()
        running = Signal()
        m.submodules.steady = cdc.FFSynchronizer(steady, running, o_domain="start")
        timer = Signal(ceil_log2(math.ceil(self.clock.frequency * 15 / 1_000_000)) + 1)
        m.d.comb += [
            start.clk.eq(clock),
            ClockSignal("sync").eq(clock),
            ResetSignal("sync").eq(~timer[-1]),
        ]
        with m.If(~running):
            m.d.start += timer.eq(0)
        with m.Elif(~timer[-1]):
            m.d.start += timer.eq(timer + 1)

        m.submodules.device = device = self.device
        line = device.link.line
        pins = platform.request("uart" if line == "uart" else "link_spi", 0, dir="-")
        *inputs, output = WIRES[line]
        for name in inputs:
            m.submodules[name] = buffer = io.Buffer("i", getattr(pins, name))
            m.d.comb += getattr(device, name).eq(buffer.i)
        m.submodules[output] = buffer = io.Buffer("o", getattr(pins, output))
        m.d.comb += buffer.o.eq(getattr(device, output))
        if device.link.flash:
            self._connect_flash(m, platform.request(self.board.flash, 0, dir="-"))
        if device.streams:
            # Registers in the pins' own cells: what the chip sees does not depend on routing.
            flash = platform.request("spi_flash_4x", 0, dir="-")
            m.submodules.flash_cs = select = io.Buffer("o", flash.cs)
            m.submodules.flash_clk = pulse = io.DDRBuffer("o", flash.clk)
            m.submodules.flash_dq = pins = io.FFBuffer("io", flash.dq)
            m.d.comb += [
                select.o.eq(device.spi.cs),
                pulse.o[1].eq(device.spi.clk),
                pins.o.eq(device.spi.o),
                pins.oe.eq(device.spi.oe),
                device.spi.i.eq(pins.i),
            ]
        if device.has_sdram:
            self._connect_sdram(m, platform.request("sdram", 0, dir="-"))

        return m

    def _connect_flash(self, m: Module, chip: Any) -> None:
        """Pins of a flash that is read after a reset."""
        pins = self.device.spi

        def drive(name: str, value: Any) -> None:
            m.submodules[f"flash_{name}"] = buffer = io.Buffer("o", getattr(chip, name))
            m.d.comb += buffer.o.eq(value)

        drive("cs", pins.cs)
        if hasattr(chip, "clk"):
            drive("clk", pins.clk)
        else:
            # To the pin of the configuration's clock (Lattice, FPGA-TN-02039, MCLK).
            m.submodules.flash_clk = Instance(
                "USRMCLK", i_USRMCLKI=pins.clk, i_USRMCLKTS=Const(0))
        drive("copi", pins.copi)
        m.submodules.flash_cipo = buffer = io.Buffer("i", chip.cipo)
        m.d.comb += pins.cipo.eq(buffer.i)
        # Neither protect the chip nor make it wait.
        for name in ("wp", "hold"):
            if hasattr(chip, name):
                drive(name, 0)

    def _connect_sdram(self, m: Module, chip: Any) -> None:
        """Pins of an SDRAM, whose clock is that of the device upside down.

        What it is told changes half a cycle before it looks, in registers of the pins' own cells.
        What it says comes within 6 ns and stays until 2.5 ns after its next clock edge (data sheets
        for a latency of two), and then is taken.
        """
        pins = self.device.sdram
        m.submodules.sdram_clk = pulse = io.DDRBuffer("o", chip.clk)
        m.d.comb += pulse.o[1].eq(1)
        for name, value in (
                ("clk_en", 1), ("cs", 1), ("ras", pins.ras), ("cas", pins.cas), ("we", pins.we),
                ("ba", pins.bank), ("a", pins.address), ("dqm", pins.mask.replicate(2))):
            m.submodules[f"sdram_{name}"] = buffer = io.FFBuffer("o", getattr(chip, name))
            m.d.comb += buffer.o.eq(value)
        m.domains.fall = fall = ClockDomain(clk_edge="neg", reset_less=True)
        m.submodules.sdram_dq = data = io.Buffer("io", chip.dq)
        taken = Signal(16)
        m.d.fall += taken.eq(data.i)
        m.d.sync += pins.i.eq(taken)
        m.d.comb += [fall.clk.eq(ClockSignal("sync")), data.o.eq(pins.o), data.oe.eq(pins.oe)]
