"""Sequencer: which position meets which block, cycle by cycle."""

from __future__ import annotations

from typing import Any

from amaranth.hdl import Module, Mux, Signal, Value
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out

from .delay import later
from .operands import column_layout
from .spec import ArraySpec
from .table import of_layer
from .walk import PositionWalk

__all__ = ["Sequencer"]


class Sequencer(wiring.Component):
    """Run the layers: take tiles and walk a burst of positions past each.

    A layer starts when every result of the one before is in memory. A tile is taken in the cycle
    of the last position of the tile before; the last tile of a burst waits until a result bank
    is free. While ``hold`` is high no position is issued.

    With ``spec.buffered`` every tile waits for a result bank, and the next tile waits in a
    register, so that no path leads from ``hold`` to the weight memory. A tile that is taken stays
    there for one more cycle, until ``tile`` takes it over. With more than one of ``spec.parts``, no
    position is issued while the rows of a result are written.

    Members
    -------
    i : In(stream.Signature(spec.tile_layout))
        Tiles.
    loaded : In(1)
        Pulses when the input tensor is complete; the first layer may start.
    idle : Out(1)
        Waiting for an input tensor.
    hold : In(1)
    released : In(1)
        Pulses when a result bank has been read.
    done : In(1)
        Pulses when the last result of a burst is in memory or has left the engine.
    layer : Out
    step : Out(1)
        A position is issued; the members below belong to it.
    valid : Out(1)
        Only with ``spec.windows``: the position has a result.
    spare : Out(1)
        Only with ``spec.shares``: the position is padding for certain, and needs no memory.
    primes : Out(1)
        Only with ``spec.shares``: no position is issued, but lanes that hold pixels take padding.
    y, x, base : Out
        As in ``PositionWalk``.
    column : Out(column_layout(spec))
    tile : Out(spec.tile_layout)
        The tile, one cycle after ``step``, two with windows in single-port memory or with
        ``spec.deep``.
    upcoming : Out(spec.tile_layout), over : Out(1)
        Only with ``spec.buffered``: what ``tile`` is from the next cycle on, where ``over`` is
        high.
    position : Out(range(burst))
        Number of the position in its burst, or of the sum that it belongs to.
    first, last : Out(1)
        The tile is the first, the last of its burst.
    opens, closes : Out(1)
        Only with ``spec.folds``: the position is the first, the last of its sum.
    end : Out(1)
        The position is the last of its burst.
    bank : Out(range(banks))
        Result bank of the burst.
    """

    i: stream.Interface

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        self.walk = PositionWalk(spec)
        super().__init__({
            "i": In(stream.Signature(spec.tile_layout)),
            "loaded": In(1),
            "idle": Out(1),
            "hold": In(1),
            "released": In(1),
            "done": In(1),
            "layer": Out(range(len(spec.layers))),
            "step": Out(1),
            **{name: Out(width) for name, width in self.walk.widths.items()},
            "column": Out(column_layout(spec)),
            "tile": Out(spec.tile_layout),
            **({"upcoming": Out(spec.tile_layout), "over": Out(1)} if spec.buffered else {}),
            **({"opens": Out(1), "closes": Out(1)} if spec.folds else {}),
            **({"valid": Out(1)} if spec.windows else {}),
            **({"spare": Out(1), "primes": Out(1)} if spec.shares else {}),
            "position": Out(range(spec.burst)),
            "first": Out(1),
            "last": Out(1),
            "end": Out(1),
            "bank": Out(range(spec.banks)),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        spec, layers = self.spec, self.spec.layers
        m.submodules.walk = walk = self.walk
        layout = column_layout(spec)
        wrap = 1 << layout["offset"].width
        m.submodules.columns = columns = memory.Memory(
            shape=layout, depth=max(2, len(spec.columns_table)),
            init=[{
                "offset": column.offset % wrap,
                "dy": column.dy,
                "dx": column.dx if spec.gather else column.dx[:1],
            } for column in spec.columns_table])
        entry = columns.read_port()

        def constant(values: list[int]) -> Value:
            return self._of_layer(m, values)

        # Where the walk stands. What ends with the current burst is kept in registers of its own,
        # since the memories' addresses hang on it.
        groups = [layer.groups(spec.rows) for layer in layers]
        group = Signal(range(max(groups)))
        burst = Signal(range(max(layer.bursts for layer in layers)))
        stop = Signal.like(self.position)       # last position of the burst
        last_group = Signal()
        last_burst = Signal()

        def begin_burst(is_last: Value) -> list[Any]:
            return [
                last_burst.eq(is_last),
                stop.eq(Mux(is_last, constant([layer.results[1] - 1 for layer in layers]),
                            constant([layer.results[0] - 1 for layer in layers]))),
            ]

        only_burst = constant([int(layer.bursts == 1) for layer in layers])
        running = Signal()
        finish = Signal()        # the last position of a tile is issued
        complete = Signal()      # ... of the last tile of the layer
        take = Signal()
        taken: Value = take         # when the tile at work follows
        if spec.single and spec.windows:
            taken = Signal()
            m.d.sync += taken.eq(take)
        coming: data.View = self.i.payload
        waiting: Value = self.i.valid
        wanted: Signal = self.i.ready
        if spec.buffered:
            coming, waiting, wanted = self.upcoming, Signal(), Signal()
            m.d.comb += self.i.ready.eq(~waiting if taken is take else ~waiting & ~taken)
            with m.If(self.i.valid & self.i.ready):
                m.d.sync += [waiting.eq(1), self.upcoming.eq(self.i.payload)]
            with m.If(take):
                m.d.sync += waiting.eq(0)
        # Bursts taken whose results are not in memory; one may follow the other in a cycle.
        unwritten = Signal(range(spec.banks + max(8, spec.curved and spec.post_latency)))
        occupied = Signal(range(spec.banks + 1))     # result banks in use

        draining = Signal()      # the rows of a result are written one after the other
        m.d.comb += [
            self.step.eq(running & ~self.hold & ~draining if spec.parts > 1
                         else running & ~self.hold),
            self.end.eq((self.position == stop) & self.closes if spec.folds
                        else self.position == stop),
            finish.eq(self.step & self.end),
            complete.eq(finish & self.last & last_burst & last_group),
            walk.layer.eq(self.layer),
            walk.step.eq(self.step),
            walk.again.eq(finish & ~self.last),
            walk.advance.eq(finish & self.last),
            *(getattr(self, name).eq(getattr(walk, name)) for name in walk.widths),
            self.column.eq(entry.data),
            take.eq(waiting & wanted),
            entry.addr.eq(coming.index
                          + constant([layer.column_base for layer in layers])),
            entry.en.eq(take),
        ]

        # The tile at work. Its weights are needed a cycle later than its column.
        if spec.buffered:
            m.d.sync += self.over.eq(taken)
        if spec.deep:
            # Nothing but registers enables what lies at all lanes.
            arrived = later(m, self.i.payload, 1, "arrived", reset_less=True)
            at_lanes, tile = (Signal.like(self.tile, reset_less=True) for _ in range(2))
            with m.If(later(m, self.i.valid & self.i.ready, 1, "comes")):
                m.d.sync += at_lanes.eq(arrived)
            with m.If(later(m, self.over, 1, "goes")):
                m.d.sync += tile.eq(at_lanes)
            m.d.comb += self.tile.eq(tile)
        elif spec.buffered:
            with m.If(self.over):
                m.d.sync += self.tile.eq(self.upcoming)
        else:
            upcoming = Signal.like(self.tile)
            m.d.sync += self.tile.eq(upcoming)
        if spec.folds:
            number = self._fold(m)
        if spec.shares:
            # The first position is issued two cycles after the start.
            starts = Signal()
            m.d.comb += [
                self.primes.eq(starts | later(m, starts, 1, "started")),
                self.spare.eq(walk.spare),
            ]
        if spec.parts > 1:
            left = Signal(range(spec.parts))
            with m.If(draining):
                m.d.sync += [left.eq(left - 1), draining.eq(left != 1)]
            with m.If(self.step & self.last & (self.closes if spec.folds else 1)):
                m.d.sync += [left.eq(spec.parts - 1), draining.eq(1)]
        with m.If(self.step & self.closes if spec.folds else self.step):
            m.d.sync += self.position.eq(self.position + 1)
        with m.If(finish):
            m.d.sync += [running.eq(0), self.position.eq(0), self.first.eq(0)]
            with m.If(self.last):
                m.d.sync += [
                    self.first.eq(1),
                    self.bank.eq(self.bank + 1),
                    burst.eq(burst + 1),
                    *begin_burst(burst + 2 == constant([layer.bursts for layer in layers])),
                ]
                with m.If(last_burst):
                    m.d.comb += walk.start.eq(1)
                    m.d.sync += [
                        burst.eq(0),
                        *begin_burst(only_burst),
                        group.eq(group + 1),
                        last_group.eq(group + 2 == constant(groups)),
                    ]
        with m.If(take):
            m.d.sync += [running.eq(1), self.last.eq(coming.last)]
            if not spec.buffered:
                m.d.sync += upcoming.eq(self.i.payload)

        if spec.slides:
            # The operands of the row group that starts next.
            offset = Signal.like(walk.offset)
            m.d.comb += walk.offset.eq(offset)
            with m.If(walk.start):
                m.d.sync += offset.eq(offset + constant([layer.group_step for layer in layers]))

        claims = take & coming.last
        m.d.sync += [
            unwritten.eq(unwritten + claims - self.done),
            occupied.eq(occupied + claims - self.released),
        ]

        with m.FSM():
            with m.State("Idle"):
                m.d.comb += self.idle.eq(1)
                with m.If(self.loaded):
                    m.next = "Start"
            with m.State("Start"):
                m.d.comb += walk.start.eq(1)
                if spec.shares:
                    m.d.comb += starts.eq(1)
                m.d.sync += [
                    self.first.eq(1),
                    *begin_burst(only_burst),
                    group.eq(0),
                    last_group.eq(constant([int(count == 1) for count in groups])),
                ]
                if spec.folds:
                    m.d.sync += self.closes.eq(constant([
                        int(max(layer.taps, layer.fold) == 1 + layer.shared) for layer in layers]))
                if spec.shares:
                    m.d.sync += number.eq(constant([layer.shared for layer in layers]))
                m.next = "Run"
            with m.State("Run"):
                bank_free = occupied < spec.banks
                if not spec.buffered:
                    bank_free |= ~coming.last
                m.d.comb += wanted.eq((~running | finish) & ~complete & bank_free)
                with m.If(complete):
                    m.next = "Settle"
            with m.State("Settle"):
                if spec.slides:
                    m.d.sync += offset.eq(0)
                with m.If(unwritten == 0):
                    with m.If(self.layer == len(layers) - 1):
                        m.d.sync += self.layer.eq(0)
                        m.next = "Idle"
                    with m.Else():
                        m.d.sync += self.layer.eq(self.layer + 1)
                        m.next = "Next" if spec.deep else "Start"
            if spec.deep:
                with m.State("Next"):   # its constants come
                    m.next = "Start"

        return m

    def _of_layer(self, m: Module, values: list[int]) -> Value:
        return of_layer(m, self.spec.deep, self.layer, values)

    def _fold(self, m: Module) -> Signal:
        """Count the positions of a sum; what is asked of them comes from registers.

        Pixels that the lanes hold count for the next sum too.
        """
        layers = self.spec.layers
        folds = [max(layer.taps, layer.fold) for layer in layers]
        number = Signal(range(max(folds)))
        after = Signal.like(number)
        back: Value | int = 0
        opens: Value = number == 0
        if self.spec.windows:
            holds = self._of_layer(m, [int(layer.taps > 1) for layer in layers])
            left = self._of_layer(m, [
                layer.taps - layer.stride if layer.taps else 0 for layer in layers])
            back = Mux(self.walk.ends, self._of_layer(m, [layer.shared for layer in layers]), left)
            opens |= holds
            m.d.comb += self.valid.eq(self.closes | ~holds)
        m.d.comb += [after.eq(Mux(self.closes, back, number + 1)), self.opens.eq(opens)]
        with m.If(self.step):
            m.d.sync += [
                number.eq(after),
                self.closes.eq(after == self._of_layer(m, [fold - 1 for fold in folds])),
            ]
        return number
