# amaranth: UnusedElaboratable=no
"""The link keeps its promises for every sequence of bytes and pauses, by formal proof."""

from functools import reduce
from operator import or_

import pytest
from amaranth.hdl import Assert, Assume, Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, connect, flipped

from gossamer_hw.link import crc, endpoint, wire
from gossamer_hw.link.deframer import Deframer
from gossamer_hw.link.framer import Framer
from gossamer_hw.link.slots import OUTPUT
from gossamer_hw.link.spi import Peripheral
from gossamer_hw.link.wire import ESCAPE, IDLE, LoadType, Type
from gossamer_sim.formal import prove

#: Bytes of a header after the start byte.
HEADER = wire.HEADER_LENGTH - 1


def stepped(register, bit):
    """The CRC register after one more bit."""
    return (register >> 1) ^ Mux(register[0] ^ bit, crc.POLYNOMIAL, 0)


class DeframerContract(wiring.Component):
    """A deframer, and the last bytes that it has taken.

    When it says that a frame is right, the last bytes are a start byte, a legal header, the payload
    that belongs to it, and a CRC that is right, computed here byte by byte. The rest of the
    assertions are what holds in every state that it reaches, so that induction closes.
    """

    def __init__(self, data_length, fault=None, ragged=False, loads=False):
        self.length, self.fault, self.ragged, self.loads = data_length, fault, ragged, loads
        self.lengths = {Type.DATA: data_length, Type.ACK: wire.CONTROL_LENGTH,
                        Type.NACK: wire.CONTROL_LENGTH, Type.IDENTIFY: 0}
        if loads:
            self.lengths[LoadType.LOAD] = wire.LOAD_LENGTH
        super().__init__({"byte": In(8), "valid": In(1)})

    def elaborate(self, platform):
        m = Module()

        deframer = Deframer(data_length=self.length, idle_timeout=4, ragged=self.ragged,
                            loads=self.loads)
        m.submodules.deframer = deframer.elaborate(platform)
        m.d.comb += [deframer.i.payload.eq(self.byte), deframer.i.valid.eq(self.valid)]

        # The newest byte first. A frame of n bytes after its start byte has that at number n.
        most = HEADER + max(self.lengths.values()) + wire.TRAILER_LENGTH
        history = Signal(8 * (most + 1))
        with m.If(self.valid & deframer.i.ready):
            m.d.sync += history.eq(Cat(self.byte, history))

        # Bytes since the start byte, and the CRC register after them: both begin anew together.
        since = Signal(range(most + 1))
        register = Signal(32)
        begin = deframer.state.ongoing("VERSION")
        with m.If(self.valid & deframer.i.ready):
            m.d.sync += [
                since.eq(Mux(begin, 1, since + 1)),
                register.eq(advanced(m, Mux(begin, 0xFFFFFFFF, register), self.byte)),
            ]

        # How many bytes of a frame there are, from its version on.
        length = Signal(16)
        with m.Switch(deframer.type):
            for kind, value in self.lengths.items():
                with m.Case(kind):
                    ragged = self.ragged and kind == Type.DATA
                    m.d.comb += length.eq(deframer.size if ragged else value)
        ongoing = deframer.state.ongoing
        whole = Signal(range(most + 1))
        taken = Signal(range(most + 1))
        m.d.comb += whole.eq(HEADER + length + wire.TRAILER_LENGTH)
        with m.If(ongoing("HEADER")):
            m.d.comb += taken.eq(deframer.count - 1)
        with m.Elif(ongoing("PAYLOAD")):
            m.d.comb += taken.eq(HEADER + deframer.offset)
        with m.Elif(ongoing("TRAILER")):
            m.d.comb += taken.eq(whole - deframer.count)
        with m.Elif(ongoing("CHECK")):
            m.d.comb += taken.eq(whole)

        def at(position):
            """A byte of the frame; the start byte is number -1."""
            return history.word_select((since - 1 - position)[:len(since)], 8)

        is_legal = {
            -1: at(-1) == wire.START,
            0: at(0) == wire.VERSION,
            1: at(1) == deframer.sequence,
            2: (at(2) == deframer.type) & reduce(or_, [at(2) == kind for kind in self.lengths]),
            3: at(3) == 0,
            4: at(4) == 0,
            7: at(7) == length[:8],
            8: at(8) == length[8:],
        }
        inside = ongoing("PAYLOAD") | ongoing("TRAILER") | ongoing("CHECK")
        if self.ragged:
            with m.If(inside & (deframer.type == Type.DATA)):
                m.d.comb += Assert((length > 0) & (length <= self.length))
        # The promise.
        accepted = deframer.received | (deframer.damaged if self.fault == "crc" else 0)
        with m.If(accepted):
            m.d.comb += [Assert(fact) for fact in is_legal.values()]
            m.d.comb += Assert(since == whole)
            m.d.comb += Assert(register == crc.RESIDUE, "a frame with a wrong CRC is accepted")
        with m.If(deframer.damaged):
            m.d.comb += Assert(register != crc.RESIDUE, "a frame with a right CRC is refused")
        with m.If(deframer.data):
            m.d.comb += Assert(deframer.offset < self.length, "an element is beyond the last one")
        if self.loads:
            with m.If(deframer.load):
                m.d.comb += Assert(deframer.offset < wire.LOAD_LENGTH, "a byte is beyond its part")

        # What holds in between: the serial CRC, once the rest of its byte is shifted in, is that of
        # all bytes taken; the header so far is legal; the counters stay within their bounds.
        with m.If(ongoing("VERSION")):
            m.d.comb += Assert(history[:8] == wire.START)
        with m.If(ongoing("HEADER")):
            m.d.comb += [
                Assert((deframer.count >= 2) & (deframer.count <= HEADER)),
                Assert(at(-1) == wire.START),
                Assert(at(0) == wire.VERSION),
                *(Assert((taken <= place) | ~deframer.legal | fact)
                  for place, fact in is_legal.items() if place in (2, 3, 4, 7)),
                Assert((taken <= 1) | (at(1) == deframer.sequence)),
            ]
        with m.If(inside):
            m.d.comb += [Assert(fact) for fact in is_legal.values()]
        with m.If(ongoing("PAYLOAD")):
            m.d.comb += [
                Assert((deframer.type == Type.DATA)
                       | ((deframer.type == LoadType.LOAD) if self.loads else 0)),
                Assert(deframer.offset < length),
                Assert(deframer.count == wire.TRAILER_LENGTH),
            ]
        with m.If(ongoing("TRAILER")):
            m.d.comb += Assert((deframer.count > 0) & (
                deframer.count <= wire.TRAILER_LENGTH
                + Mux((deframer.type == Type.DATA) | (deframer.type == LoadType.LOAD), 0, length)))
        with m.If(inside | ongoing("HEADER")):
            m.d.comb += Assert(since == taken)
            m.d.comb += Assert(finished(m, deframer.checksum) == register)
        m.d.comb += Assert(deframer.checksum.shift != 0)

        return m


def advanced(m, register, byte):
    """The CRC register after one more byte."""
    for bit in range(8):
        after = Signal(32)
        m.d.comb += after.eq(stepped(register, byte[bit]))
        register = after
    return register


def finished(m, serial):
    """The register of a serial CRC when it has shifted in what is left of its byte."""
    register, shift = serial.register, serial.shift
    for _ in range(8):
        after, rest = Signal(32), Signal(9)
        busy = shift[1:] != 0
        m.d.comb += [
            after.eq(Mux(busy, stepped(register, shift[0]), register)),
            rest.eq(Mux(busy, shift >> 1, shift)),
        ]
        register, shift = after, rest
    return register


class FramerContract(wiring.Component):
    """A framer: every frame that it sends has a CRC that is right, computed here byte by byte.

    The size of a ragged one may be another in every cycle: it is as long as its header says.
    """

    def __init__(self, fault=None, ragged=False):
        self.fault, self.ragged = fault, ragged
        self.lengths = {Type.DATA: 5, Type.ACK: wire.CONTROL_LENGTH}
        super().__init__({"start": In(1), "type": In(3), "sequence": In(8), "frame_id": In(8),
                          "payload": In(8), "ready": In(1)} | ({"size": In(16)} if ragged else {}))

    def elaborate(self, platform):
        m = Module()

        framer = Framer(self.lengths, ragged=self.ragged)
        m.submodules.framer = framer.elaborate(platform)
        if self.ragged:
            m.d.comb += [framer.size.eq(self.size),
                         Assume((self.size > 0) & (self.size <= self.lengths[Type.DATA]))]
        before = Signal(11)
        header = Cat(self.type, self.sequence)
        m.d.sync += before.eq(header)
        m.d.comb += [
            *(getattr(framer, name).eq(getattr(self, name))
              for name in ("start", "type", "sequence", "frame_id", "payload")),
            framer.o.ready.eq(self.ready),
            Assume(reduce(or_, [self.type == kind for kind in self.lengths])),
            Assume(~self.start | ~framer.busy),
            Assume(~framer.busy | (header == before)),
        ]
        byte = framer.o.payload ^ (framer.payload[0] if self.fault == "payload" else 0)
        transfer = framer.o.valid & framer.o.ready
        ongoing, count = framer.state.ongoing, framer.count
        length = Signal(16)
        m.d.comb += length.eq(Mux(self.type == Type.DATA, self.lengths[Type.DATA],
                                  self.lengths[Type.ACK]))
        if self.ragged:
            # What the header says.
            said = Signal(16)
            with m.If(transfer & ongoing("HEADER") & ((count == 8) | (count == 9))):
                m.d.sync += said.word_select(count[0], 8).eq(byte)
            with m.If(self.type == Type.DATA):
                m.d.comb += length.eq(said)
                # For induction.
                with m.If(~ongoing("IDLE") & ~(ongoing("HEADER") & (count == 0))):
                    m.d.comb += Assert((framer.given > 0)
                                       & (framer.given <= self.lengths[Type.DATA]))
                with m.If(~ongoing("IDLE") & ~(ongoing("HEADER") & (count < 9))):
                    m.d.comb += Assert(said[:8] == framer.given)
                with m.If(ongoing("PAYLOAD") | ongoing("TRAILER")):
                    m.d.comb += Assert(said == framer.given)
        register, sent = Signal(32), Signal(16)
        begin = ongoing("HEADER") & (count == 0)
        following = Signal(32)
        m.d.comb += following.eq(advanced(m, register, byte))
        with m.If(transfer):
            m.d.sync += [
                register.eq(Mux(begin, 0xFFFFFFFF, following)),
                sent.eq(Mux(begin, 0, sent + 1)),
            ]

        # The promise.
        with m.If(transfer & begin):
            m.d.comb += Assert(byte == wire.START)
        with m.If(transfer & ongoing("TRAILER") & (count == wire.TRAILER_LENGTH - 1)):
            m.d.comb += [
                Assert(sent == HEADER + length + wire.TRAILER_LENGTH - 1),
                Assert(following == crc.RESIDUE, "a frame with a wrong CRC is sent"),
            ]
        with m.If(ongoing("PAYLOAD")):
            m.d.comb += Assert(framer.offset < length, "a byte is beyond the last one")

        # What holds in between. In the trailer the framer's register only moves down, and the
        # bytes on the line, its complement, leave a constant above it.
        above = [0]
        for _ in range(wire.TRAILER_LENGTH):
            constant = above[-1]
            for _ in range(8):
                constant = constant >> 1 ^ (0 if constant & 1 else crc.POLYNOMIAL)
            above.append(constant)
        assert above[-1] == crc.RESIDUE
        own = finished(m, framer.checksum)
        m.d.comb += Assert(framer.checksum.shift != 0)
        with m.If(ongoing("HEADER")):
            m.d.comb += [
                Assert(count < wire.HEADER_LENGTH),
                Assert(framer.offset == 0),
                Assert(begin | ((own == register) & (sent == count - 1))),
            ]
        with m.If(ongoing("PAYLOAD")):
            m.d.comb += Assert((own == register) & (sent == HEADER + framer.offset))
        with m.If(ongoing("TRAILER")):
            m.d.comb += [
                Assert(count < wire.TRAILER_LENGTH),
                Assert(sent == HEADER + length + count),
                *(Assert((count != number) | (
                    (own ^ constant == register) & (own[32 - 8 * number:] == 0)))
                  for number, constant in enumerate(above)),
            ]

        return m


class SpiContract(wiring.Component):
    """An SPI peripheral whose controller does as it likes, before a deframer, which takes a byte
    within ten cycles: what it hands on is the last eight bits, or what they stand for after an
    escape, and none is overwritten."""

    def __init__(self, slowest=10):
        self.slowest = slowest
        super().__init__({"cs": In(1), "sck": In(1), "copi": In(1), "ready": In(1)})

    def elaborate(self, platform):
        m = Module()

        inner = Peripheral()
        m.submodules.inner = inner.elaborate(platform)
        m.d.comb += [getattr(inner, name).eq(getattr(self, name)) for name in ("cs", "sck", "copi")]
        m.d.comb += inner.o.ready.eq(self.ready)

        idle = Signal(range(self.slowest + 1))
        m.d.sync += idle.eq(Mux(self.ready, 0, idle + 1))
        m.d.comb += Assume(self.ready | (idle + 1 < self.slowest))

        # The bits as they stood at the edges, the byte before this one that meant something, and
        # what this one stands for.
        bits, escaped = Signal(8), Signal()
        now = Signal(8)
        m.d.comb += now.eq(Cat(inner.level, bits))
        with m.If(inner.rises):
            m.d.sync += bits.eq(now)
        due, value = Signal(), Signal(8)
        m.d.sync += due.eq(0)
        with m.If(inner.whole & (now != IDLE)):
            m.d.sync += [escaped.eq(now == ESCAPE), due.eq(now != ESCAPE), value.eq(now)]
            with m.If(escaped & (now == 0xDC)):
                m.d.sync += value.eq(IDLE)
            with m.If(escaped & (now == 0xDD)):
                m.d.sync += value.eq(ESCAPE)
            m.d.comb += Assert(~inner.o.valid | self.ready, "a byte is overwritten")
        m.d.comb += Assert(~due | inner.o.valid, "a byte is lost")
        m.d.comb += Assert(~inner.o.valid | (inner.o.payload == value), "a byte is another one")
        # For induction.
        m.d.comb += Assert((bits[:7] == inner.before) & (escaped == inner.escaped))

        return m


class Watched(Deframer):
    """A deframer that asserts of itself that a data frame was announced before it is right."""

    def __init__(self, **sizes):
        super().__init__(**sizes)
        self.announced = Signal()
        self.heading, self.paying, self.behind = Signal(), Signal(), Signal()

    def elaborate(self, platform):
        m = super().elaborate(platform)
        ongoing = self.state.ongoing
        with m.If(self.received | self.damaged):
            m.d.sync += self.announced.eq(0)
        with m.If(self.begin):
            m.d.sync += self.announced.eq(1)
        m.d.comb += [
            self.heading.eq(ongoing("VERSION") | ongoing("HEADER")),
            self.paying.eq(ongoing("PAYLOAD")),
            self.behind.eq(ongoing("TRAILER") | ongoing("CHECK")),
        ]
        inside = self.paying | self.behind
        m.d.comb += [
            Assert(~inside | (self.type != Type.DATA) | self.announced),
            Assert(~self.paying | (self.type == Type.DATA) & (self.offset < self.data_length)),
        ]
        return m


class Hasty(Watched):
    """A deframer that is satisfied with a byte."""

    def elaborate(self, platform):
        m = super().elaborate(platform)
        with m.If(self.state.ongoing("VERSION")):
            m.d.comb += self.received.eq(1)
        return m


class EndpointContract(wiring.Component):
    """An endpoint whose host sends anything and whose engine stalls as it likes: no slot is filled
    twice or given back twice. The engine marks the last of its outputs, and no other."""

    SIZE = 2

    def __init__(self, ragged_results=False):
        self.inner = endpoint.Endpoint(identity=b"who", input_size=3, output_size=self.SIZE,
                                       idle_timeout=4, ragged_results=ragged_results)
        super().__init__({"rx": In(stream.Signature(8)), "i": In(stream.Signature(OUTPUT)),
                          "tx_ready": In(1), "o_ready": In(1)})

    def elaborate(self, platform):
        m = Module()

        inner = self.inner
        m.submodules.endpoint = inner.elaborate(platform)
        connect(m, flipped(self.rx), inner.rx)
        connect(m, flipped(self.i), inner.i)
        m.d.comb += [inner.tx.ready.eq(self.tx_ready), inner.o.ready.eq(self.o_ready)]
        number = Signal(range(self.SIZE))
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += number.eq(Mux(self.i.payload.last, 0, number + 1))
        ends = number == self.SIZE - 1
        m.d.comb += Assume(~ends | self.i.payload.last if inner.ragged_results
                           else self.i.payload.last == ends)

        inputs, results = inner.inputs, inner.results
        finish = self.i.valid & self.i.ready & self.i.payload.last
        m.d.comb += [
            Assert(~inputs.commit | (inputs.free != 0), "an input is stored over another"),
            Assert(~inputs.write | (inputs.offset < inner.input_size), "an input is too long"),
            Assert(~finish | (results.held < wire.WINDOW), "a result is stored over another"),
            Assert(results.release <= results.held, "a result is given back twice"),
            Assert(inputs.free <= wire.WINDOW),
            Assert(results.held <= wire.WINDOW),
            Assert(inner.sent <= results.held, "a result is sent that is not there"),
            # For induction.
            Assert(~inner.deframer.announced | ~inner.stored | (inputs.free != 0)),
        ]

        return m


class DirectContract(wiring.Component):
    """An endpoint that hands its inputs on as they come, and an engine that takes elements until
    it has the last one of an input, and then when it likes: it gets no more than fit, and the last
    one only when the frame was right."""

    SIZE = 3

    def __init__(self, fault=None):
        self.fault = fault
        self.inner = endpoint.Endpoint(identity=b"who", input_size=self.SIZE, output_size=2,
                                       idle_timeout=4, direct=True)
        super().__init__({"rx": In(stream.Signature(8)), "i": In(stream.Signature(OUTPUT)),
                          "tx_ready": In(1), "o_ready": In(1)})

    def elaborate(self, platform):
        m = Module()

        inner = self.inner
        m.submodules.endpoint = inner.elaborate(platform)
        connect(m, flipped(self.rx), inner.rx)
        connect(m, flipped(self.i), inner.i)
        m.d.comb += [inner.tx.ready.eq(self.tx_ready), inner.o.ready.eq(self.o_ready)]
        o = inner.o
        transfer = o.valid & o.ready

        # It waits from when it says so to its last element.
        waits = Signal()
        m.d.sync += waits.eq(o.ready & ~(transfer & o.payload.last))
        m.d.comb += Assume(~waits | o.ready)

        # Elements that it has of this input.
        number = Signal(range(self.SIZE + 1))
        with m.If(transfer):
            m.d.sync += number.eq(Mux(o.payload.last, 0, number + 1))
        with m.If(inner.restart if self.fault != "restart" else 0):
            m.d.sync += number.eq(0)

        right = Signal()
        m.d.sync += right.eq(inner.deframer.received)
        data = (inner.deframer.type == Type.DATA) & inner.stored
        payload = inner.deframer.paying & data
        behind = inner.deframer.behind & data
        m.d.comb += [
            Assert(~transfer | (o.payload.last == (number == self.SIZE - 1)),
                   "the engine gets more or fewer elements than fit"),
            Assert(~(transfer & o.payload.last) | right, "the last element of a damaged frame"),
            Assert(~inner.restart | ~o.valid, "an element is lost"),
            # For induction: an element stands for a cycle.
            Assert(~o.valid | waits),
            Assert(~(payload | behind) | waits),
            Assert(~(inner.deframer.heading | behind) | ~o.valid),
            Assert(~payload | (number + o.valid == inner.deframer.offset)),
            Assert(~payload | ~o.valid | ~o.payload.last),
            Assert(~behind | ((number == self.SIZE - 1) & o.payload.last)),
        ]

        return m


def verdict(component, folder, depth=2):
    return prove(component, depth=depth, mode="prove", build_dir=folder)


# Up to the frames of the digits.
@pytest.mark.parametrize(("length", "ragged"), [
    (1, False), pytest.param(3, False, marks=pytest.mark.slow),
    pytest.param(64, False, marks=pytest.mark.slow), pytest.param(3, True, marks=pytest.mark.slow)])
def test_no_frame_is_accepted_whose_crc_is_wrong(length, ragged, tmp_path):
    proof = verdict(DeframerContract(length, ragged=ragged), tmp_path)
    assert proof.passed, proof.message


@pytest.mark.slow
@pytest.mark.parametrize("ragged", [False, True])
def test_no_part_of_a_memory_is_accepted_whose_crc_is_wrong(ragged, tmp_path, monkeypatch):
    """With parts of four bytes in place of 512."""
    monkeypatch.setattr(wire, "LOAD_LENGTH", 4)
    proof = verdict(DeframerContract(3, ragged=ragged, loads=True), tmp_path)
    assert proof.passed, proof.message


def test_no_byte_over_spi_is_lost_or_changed(tmp_path):
    proof = verdict(SpiContract(), tmp_path, depth=14)
    assert proof.passed, proof.message


@pytest.mark.parametrize("ragged", [False, True])
def test_no_frame_is_sent_whose_crc_is_wrong(ragged, tmp_path):
    proof = verdict(FramerContract(ragged=ragged), tmp_path)
    assert proof.passed, proof.message


@pytest.mark.parametrize("ragged", [
    False, pytest.param(True, marks=pytest.mark.slow)])
def test_no_slot_is_overrun(ragged, tmp_path, monkeypatch):
    monkeypatch.setattr(endpoint, "Deframer", Watched)
    proof = verdict(EndpointContract(ragged_results=ragged), tmp_path)
    assert proof.passed, proof.message


@pytest.mark.slow
def test_an_engine_that_takes_inputs_as_they_come_is_not_overrun(tmp_path, monkeypatch):
    monkeypatch.setattr(endpoint, "Deframer", Watched)
    proof = verdict(DirectContract(), tmp_path)
    assert proof.passed, proof.message


@pytest.mark.slow
@pytest.mark.parametrize(("component", "message"), [
    (lambda: DeframerContract(1, fault="crc"), "a frame with a wrong CRC is accepted"),
    (lambda: FramerContract(fault="payload"), "own == register"),
    (EndpointContract, "an input is stored over another"),
    (DirectContract, "behind) | ~o.valid"),
    (lambda: DirectContract(fault="restart"), "number + o.valid == "),
], ids=["deframer", "framer", "endpoint", "direct", "restart"])
def test_a_broken_part_is_found_out(component, message, tmp_path, monkeypatch):
    monkeypatch.setattr(endpoint, "Deframer", Hasty)
    proof = verdict(component(), tmp_path)
    assert not proof.passed
    assert message in proof.message


@pytest.mark.slow
def test_a_byte_over_spi_that_is_not_taken_in_time_is_found_out(tmp_path):
    proof = verdict(SpiContract(slowest=60), tmp_path, depth=40)
    assert not proof.passed
    assert "a byte is overwritten" in proof.message
