"""Endpoint: the device's side of the host protocol, between byte streams and an engine."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value
from amaranth.lib import memory, stream
from amaranth.lib.wiring import Component, In, Out, connect, flipped

from gossamer_hw.link.deframer import Deframer
from gossamer_hw.link.framer import Framer
from gossamer_hw.link.load import load_signature
from gossamer_hw.link.slots import OUTPUT, DirectInput, InputSlots, ResultSlots, input_layout
from gossamer_hw.link.wire import (
    CONTROL_LENGTH,
    COUNTERS_LENGTH,
    FOREIGN,
    LOAD_LENGTH,
    LOAD_PARTS,
    UNLOADED,
    WINDOW,
    LoadType,
    Reason,
    Type,
    loaded_length,
)

__all__ = ["Endpoint"]


class Endpoint(Component):
    """The device's side of the host protocol, version 1 (docs/protocol.md).

    A data frame reaches the engine only after its CRC was right, in order, and once: a frame that
    is repeated is acknowledged again and dropped. Two frames fit before the engine takes the first.
    Two results wait until the host acknowledges them; a third holds the engine's output back.
    Elements pass to and from the engine at one a cycle, or inputs at one beat.

    With a memory to load, its parts come in LOAD frames, in order. A part is written as it arrives,
    and again if its CRC was wrong; data frames are refused until every part was right.

    Where the weights come from the board's flash for each inference, and one finds others there,
    the host is told so, and with every data frame again.

    Parameters
    ----------
    identity : bytes
        Answer to an identity request; cycles of the last inference and number of inferences, 32
        bits each, are appended. The cycles count from the transfer of the first input element to
        the transfer of the last output element, both included; they are exact when inferences do
        not overlap.
    input_size, output_size : int
        Elements of one inference.
    idle_timeout : int
        Cycles without a byte after which half a frame is forgotten.
    laps : int
        How often ``lap`` pulses in an inference; the cycles from its first input element to each
        of them follow the counters in the answer to an identity request.
    load_size : int
        Bytes of the memory that the host fills at start-up, whole LOAD frames; 0 if there is none.
    boots : bool
        Whether something else may fill the memory first.
    ragged : bool
        Whether inputs may have fewer elements, down to one.
    ragged_results : bool
        Whether outputs may; an inference ends with the ``last`` of them.
    direct : bool
        Whether the engine can be told to begin an input again. Then inputs are written to its
        memory as they come, one at a time, and its cycles count as if they had come at once.
    streams : bool
        Whether the engine can fail to get its weights.
    beat : int
        Input elements that the engine takes together.

    Members
    -------
    rx : In(stream.Signature(8)), tx : Out(stream.Signature(8))
        From and to the host; a byte takes at least nine cycles in either direction.
    o : Out(stream.Signature(input_layout(beat)))
        To the engine.
    i : In(stream.Signature(OUTPUT))
        From the engine.
    lap : In(1)
        Only with ``laps``.
    load : Out(load_signature(load_size))
        To the memory, if there is one.
    booting, booted : In(1)
        Only with ``boots``: something else fills the memory; it has filled it.
    restart : Out(1)
        Only with ``direct``: the next element is the first of its input.
    failed : In(1)
        Only with ``streams``: the engine gets other weights than its own, and gives no results any
        more.
    """

    rx: stream.Interface
    tx: stream.Interface
    o: stream.Interface
    i: stream.Interface
    lap: Signal
    booting: Signal
    booted: Signal
    restart: Signal
    failed: Signal

    def __init__(
        self,
        *,
        identity: bytes,
        input_size: int,
        output_size: int,
        idle_timeout: int,
        laps: int = 0,
        load_size: int = 0,
        boots: bool = False,
        ragged: bool = False,
        ragged_results: bool = False,
        direct: bool = False,
        streams: bool = False,
        beat: int = 1,
    ) -> None:
        if direct and (ragged or input_size < 2):
            raise ValueError("Inputs that an engine takes as they come must have a known size of "
                             "two elements or more")
        if load_size % LOAD_LENGTH or not 0 <= load_size <= LOAD_PARTS * LOAD_LENGTH:
            raise ValueError(f"A memory is loaded in at most {LOAD_PARTS} whole frames of "
                             f"{LOAD_LENGTH} bytes, not {load_size!r} bytes")
        self.identity = identity
        self.input_size = input_size
        self.output_size = output_size
        self.idle_timeout = idle_timeout
        self.laps = laps
        self.load_size = load_size
        self.boots = boots and load_size > 0
        self.ragged = ragged
        self.ragged_results = ragged_results
        self.direct = direct
        self.streams = streams
        self.beat = beat
        super().__init__({
            "rx": In(stream.Signature(8)),
            "tx": Out(stream.Signature(8)),
            "o": Out(stream.Signature(input_layout(beat))),
            "i": In(stream.Signature(OUTPUT)),
            **({"lap": In(1)} if laps else {}),
        } | ({"load": Out(load_signature(load_size))} if load_size else {})
          | ({"booting": In(1), "booted": In(1)} if self.boots else {})
          | ({"restart": Out(1)} if direct else {})
          | ({"failed": In(1)} if streams else {}))

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        m.submodules.deframer = deframer = Deframer(
            data_length=self.input_size, idle_timeout=self.idle_timeout,
            loads=bool(self.load_size), ragged=self.ragged,
        )
        m.submodules.framer = framer = Framer({
            Type.DATA: 2 * self.output_size,
            Type.IDENTITY: len(self.identity) + COUNTERS_LENGTH + 4 * self.laps,
            Type.ACK: CONTROL_LENGTH,
            Type.NACK: CONTROL_LENGTH,
            Type.CREDIT: CONTROL_LENGTH,
        } | ({LoadType.LOADED: loaded_length(self.load_size)} if self.load_size else {}),
            ragged=self.ragged_results)
        inputs: InputSlots | DirectInput
        if self.direct:
            inputs = DirectInput(self.input_size)
            m.d.comb += [inputs.begin.eq(deframer.begin), self.restart.eq(inputs.restart)]
        else:
            inputs = InputSlots(self.input_size, ragged=self.ragged, beat=self.beat)
        m.submodules.inputs = inputs
        m.submodules.results = results = ResultSlots(
            self.output_size, ragged=self.ragged_results)
        connect(m, flipped(self.rx), deframer.i)
        connect(m, framer.o, flipped(self.tx))
        connect(m, inputs.o, flipped(self.o))
        connect(m, flipped(self.i), results.i)

        # A slot's parity is that of its sequence number; a result has that of its input.
        expected = Signal(8)  # The next data frame to accept.
        acknowledged = Signal(8)  # The oldest result that the host may lack.
        sent = Signal(range(WINDOW + 1))  # Results from there on that are on their way.

        # What to tell the host next. Everything in it is cumulative: the last word is enough.
        told = Signal(init=1)
        verdict = Signal(Type, init=Type.ACK)
        reason = Signal(Reason)
        identify = Signal()

        def tell(kind: Type | LoadType, why: int = Reason.NONE) -> None:
            m.d.sync += [told.eq(0), verdict.eq(kind), reason.eq(why)]

        parts = self.load_size // LOAD_LENGTH
        part = Signal(range(parts + 1))     # The next one of the memory to load.
        low = part[:8] if parts > 255 else part     # What of it is a sequence number.
        if self.load_size:
            m.d.comb += [
                self.load.write.eq(deframer.load & (deframer.sequence == low)),
                self.load.address.eq(Cat(deframer.offset[:LOAD_LENGTH.bit_length() - 1], part)),
                self.load.data.eq(self.rx.payload),
                self.load.done.eq(part == parts),
            ]
        # A frame that came while the memory was filled otherwise is not in it.
        missed = Signal()
        if self.boots:
            with m.If(self.booting):
                m.d.comb += self.load.write.eq(0)
            with m.If(deframer.load & (deframer.offset == 0)):
                m.d.sync += missed.eq(self.booting)
            with m.If(self.booted):
                m.d.sync += part.eq(parts)

        # Sending, the most urgent first. Sequence and type are registers: the frame must not
        # change while it leaves.
        launch = Signal()
        sent_reason = Signal(Reason)
        with m.If(~framer.busy):
            with m.If(~told):
                m.d.comb += framer.start.eq(1)
                m.d.sync += [
                    told.eq(1),
                    framer.type.eq(verdict),
                    framer.sequence.eq(expected),
                    sent_reason.eq(reason),
                ]
                if self.load_size:
                    with m.If(verdict == LoadType.LOADED):
                        m.d.sync += framer.sequence.eq(part)
            with m.Elif(identify):
                m.d.comb += framer.start.eq(1)
                m.d.sync += [
                    identify.eq(0),
                    framer.type.eq(Type.IDENTITY),
                    framer.sequence.eq(expected),
                ]
            with m.Elif(sent != results.held):
                m.d.comb += [framer.start.eq(1), launch.eq(1)]
                m.d.sync += [
                    framer.type.eq(Type.DATA),
                    framer.sequence.eq(acknowledged + sent),
                ]

        # A frame that began while both slots were full is not in memory, though one may be free
        # when it ends.
        stored = Signal()
        with m.If(deframer.begin):
            m.d.sync += stored.eq(inputs.free != 0)
        m.d.comb += [
            inputs.write.eq(deframer.data & stored),
            inputs.offset.eq(deframer.offset),
            inputs.data.eq(self.rx.payload),
        ]

        free_before = Signal.like(inputs.free)
        m.d.sync += free_before.eq(inputs.free)
        with m.If((inputs.free > free_before) & told):
            tell(Type.CREDIT)

        m.d.sync += [
            acknowledged.eq(acknowledged + results.release),
            sent.eq(sent + launch - results.release),
        ]
        ahead = Signal(8)
        gained = Signal(8)
        m.d.comb += [
            ahead.eq(deframer.sequence - expected),
            gained.eq(deframer.sequence - acknowledged),
        ]
        if self.streams:
            before = Signal()
            m.d.sync += before.eq(self.failed)
            with m.If(self.failed & ~before):
                tell(Type.NACK, FOREIGN)
        with m.If(deframer.damaged):
            tell(Type.NACK, Reason.CRC)
        with m.If(deframer.illegal):
            tell(Type.NACK, Reason.HEADER)
        with m.If(deframer.received):
            with m.Switch(deframer.type):
                with m.Case(Type.DATA):
                    with m.If(ahead[-1]):
                        tell(Type.ACK)
                    with m.Elif(ahead != 0):
                        tell(Type.NACK, Reason.ORDER)
                    if self.load_size:
                        with m.Elif(~self.load.done):
                            tell(Type.NACK, UNLOADED)
                    if self.streams:
                        with m.Elif(self.failed):
                            tell(Type.NACK, FOREIGN)
                    with m.Elif(~stored):
                        tell(Type.NACK, Reason.BUSY)
                    with m.Else():
                        tell(Type.ACK)
                        m.d.comb += inputs.commit.eq(1)
                        m.d.sync += expected.eq(expected + 1)
                if self.load_size:
                    with m.Case(LoadType.LOAD):
                        tell(LoadType.LOADED)
                        with m.If((deframer.sequence == low) & ~missed):
                            m.d.sync += part.eq(part + ~self.load.done)
                with m.Case(Type.IDENTIFY):
                    m.d.sync += identify.eq(1)
                with m.Case(Type.ACK, Type.NACK):
                    with m.If(gained <= sent):
                        m.d.comb += results.release.eq(gained)
                    with m.If(deframer.type == Type.NACK):
                        m.d.sync += sent.eq(0)

        # The id of a frame, kept for its result under its sequence number.
        ids = memory.Memory(shape=8, depth=512, init=[])
        m.submodules.ids = ids
        ids_write, ids_read = ids.write_port(), ids.read_port()
        m.d.comb += [
            ids_write.addr.eq(Cat(expected, deframer.frame_id_byte)),
            ids_write.data.eq(self.rx.payload),
            ids_write.en.eq(deframer.frame_id),
            ids_read.addr.eq(Cat(framer.sequence, framer.frame_id_byte)),
            framer.frame_id.eq(Mux(framer.type == Type.DATA, ids_read.data, 0)),
        ]

        cycles = Signal(32)
        inferences = Signal(32)
        running = Signal()
        fresh = Signal(init=1)
        with m.If(running):
            m.d.sync += cycles.eq(cycles + 1)
        if not self.direct:
            with m.If(self.o.valid & self.o.ready):
                m.d.sync += fresh.eq(self.o.payload.last)
                with m.If(fresh):
                    m.d.sync += [running.eq(1), cycles.eq(1)]
        else:
            with m.If(self.o.valid & self.o.ready & self.o.payload.last):
                m.d.sync += [running.eq(1), cycles.eq(self.input_size)]
        with m.If(self.i.valid & self.i.ready & self.i.payload.last):
            m.d.sync += [running.eq(0), inferences.eq(inferences + 1)]

        rom = memory.Memory(shape=8, depth=len(self.identity), init=self.identity,
                            attrs={"rom_style": "block"})
        m.submodules.identity = rom
        rom_read = rom.read_port()
        beyond = Signal.like(framer.offset)
        m.d.comb += [
            rom_read.addr.eq(framer.offset),
            beyond.eq(framer.offset - len(self.identity)),
            results.slot.eq(framer.sequence[0]),
            results.offset.eq(framer.offset),
        ]
        if self.ragged_results:
            m.d.comb += framer.size.eq(results.length)
        if self.laps:
            times = self._lap_times(m, cycles, running, beyond[2:])
        with m.Switch(framer.type):
            with m.Case(Type.DATA):
                m.d.comb += framer.payload.eq(results.data)
            with m.Case(Type.IDENTITY):
                m.d.comb += framer.payload.eq(rom_read.data)
                with m.If(framer.offset >= len(self.identity)):
                    counters = Cat(cycles, inferences)
                    m.d.comb += framer.payload.eq(counters.word_select(beyond[:3], 8))
                    if self.laps:
                        with m.If(beyond >= COUNTERS_LENGTH):
                            m.d.comb += framer.payload.eq(times.word_select(beyond[:2], 8))
            if self.load_size:
                with m.Case(LoadType.LOADED):
                    if parts > 255:
                        m.d.comb += framer.payload.eq(
                            Cat(Const(parts, 16), part).word_select(framer.offset[:2], 8))
                    else:
                        m.d.comb += framer.payload.eq(Mux(framer.offset[0], 0, parts))
            with m.Default():
                m.d.comb += framer.payload.eq(Mux(framer.offset[0], sent_reason, inputs.free))

        # What the proof of this component speaks of.
        self.inputs, self.results, self.deframer = inputs, results, deframer
        self.stored, self.sent = stored, sent

        return m

    def _lap_times(self, m: Module, cycles: Signal, running: Signal, word: Value) -> Value:
        """The laps of the last inference; ``word`` counts from the counters on."""
        first = COUNTERS_LENGTH // 4
        m.submodules.laps = laps = memory.Memory(shape=32, depth=first + self.laps, init=[])
        write_port, read_port = laps.write_port(), laps.read_port()
        number = Signal(range(first + self.laps), init=first)
        with m.If(~running):
            m.d.sync += number.eq(first)
        with m.Elif(self.lap):
            m.d.sync += number.eq(number + 1)
        m.d.comb += [
            write_port.addr.eq(number),
            write_port.data.eq(cycles),
            # The end of the last layer comes after the last output element.
            write_port.en.eq(self.lap & running),
            # What a memory reads while it is written is not defined. A byte stands for nine cycles,
            # so the word is read before or after.
            read_port.addr.eq(word),
            read_port.en.eq(~write_port.en),
        ]
        self.lap_ports = write_port, read_port
        return read_port.data
