"""The walk over output positions: counters, coordinates and addresses."""

from __future__ import annotations

from amaranth.hdl import Cat, Const, Module, Mux, Signal, Value, unsigned
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from .layer import Layer, Loop
from .spec import ArraySpec
from .table import of_layer

__all__ = ["PositionWalk"]


class PositionWalk(wiring.Component):
    """Step through the positions of a layer, burst by burst.

    A burst is walked once per block. ``y``, ``x`` and ``base`` describe the current position; they
    change in the cycle after one of the strobes.

    Members
    -------
    layer : In
        Number of the layer.
    start : In(1)
        Go to the first position of the layer; overrides the others.
    offset : In
        With ``start``: what is added to ``base``. Only where a layer of ``spec`` has a
        ``group_step``.
    step : In(1)
        Go to the next position.
    again : In(1)
        With ``step`` at the last position of a burst: go back to the first position of the burst.
    advance : In(1)
        With ``step`` at the last position of a burst: the next position starts a new burst.
    y, x : Out
        Corner of the window, modulo their width: an operand at ``y + dy`` is inside the image when
        that sum, as an unsigned number, is less than the height.
    base : Out
        Element address of the corner, modulo the memory.
    ends : Out(1)
        Only with ``spec.windows``: the position is the last one of the innermost loop.
    spare : Out(1)
        Only with ``spec.shares``: that, in a layer that shares padding; from a register.
    """

    def __init__(self, spec: ArraySpec) -> None:
        self.spec = spec
        self.levels = max(len(entry.loops) for entry in spec.layers)
        self.widths = {
            "y": max(_bits(spec, entry, "dy", entry.y, entry.height) for entry in spec.layers),
            "x": max(_bits(spec, entry, "dx", entry.x, entry.width) for entry in spec.layers),
            "base": max(1, (spec.depth * spec.word - 1).bit_length()),
        }
        super().__init__({
            "layer": In(range(len(spec.layers))),
            "start": In(1),
            "step": In(1),
            "again": In(1),
            "advance": In(1),
            **{name: Out(width) for name, width in self.widths.items()},
        } | ({"offset": In(self.widths["base"])} if spec.slides else {})
          | ({"ends": Out(1)} if spec.windows else {})
          | ({"spare": Out(1)} if spec.shares else {}))

    def _loop(self, entry: Layer, level: int) -> Loop:
        return entry.loops[level] if level < len(entry.loops) else Loop(
            count=1, dy=0, dx=0, step=0)

    def _delta(self, entry: Layer, level: int, field: str) -> int:
        """What a coordinate gains when ``level`` moves on and the levels below start again."""
        inner = (self._loop(entry, i) for i in range(level))
        return int(getattr(self._loop(entry, level), field)
                   - sum((loop.count - 1) * getattr(loop, field) for loop in inner))

    def elaborate(self, platform: object) -> Module:
        m = Module()

        entries = self.spec.layers
        counters = [
            Signal(range(max(2, *(self._loop(e, level).count for e in entries))),
                   name=f"counter_{level}")
            for level in range(self.levels)
        ]
        current = Cat(*counters, self.y, self.x, self.base)
        saved = Signal(len(current))

        # Next position: the first level that is not at its end moves on, those below start again.
        following = {name: getattr(self, name) for name in self.widths}
        parts: list[Value] = []
        below: Value = Const(1, 1)
        for level, counter in enumerate(counters):
            counts = [self._loop(entry, level).count - 1 for entry in entries]
            moves = Signal(name=f"moves_{level}")
            at_end = counter == of_layer(m, self.spec.deep, self.layer, counts)
            m.d.comb += moves.eq(below & ~at_end)
            if self.spec.windows and level == 0:
                m.d.comb += self.ends.eq(at_end)
            if self.spec.shares and level == 0:
                before = of_layer(m, self.spec.deep, self.layer, [
                    max(0, count - 1) for count in counts])
                shares = of_layer(m, self.spec.deep, self.layer, [
                    int(entry.shared > 0) for entry in entries])
                with m.If(self.step):
                    m.d.sync += self.spare.eq((counter == before) & shares)
            parts.append(Mux(moves, counter + 1, Mux(below, 0, counter))[:len(counter)])
            for name, field in (("y", "dy"), ("x", "dx"), ("base", "step")):
                delta = of_layer(m, self.spec.deep, self.layer, [
                    self._delta(e, level, field) for e in entries])
                following[name] = Mux(moves, getattr(self, name) + delta, following[name])
            below = below & at_end
        after = Signal(len(current))
        first = Signal(len(current))
        m.d.comb += [
            after.eq(Cat(*parts, *(following[n][:width] for n, width in self.widths.items()))),
            first.eq(Cat(*(Const(0, len(counter)) for counter in counters), *(
                of_layer(m, self.spec.deep, self.layer, [
                    getattr(e, name) % (1 << width) for e in entries], unsigned(width))
                for name, width in self.widths.items()))),
        ]

        with m.If(self.step):
            m.d.sync += current.eq(Mux(self.again, saved, after))
            with m.If(self.advance):
                m.d.sync += saved.eq(after)
        with m.If(self.start):
            m.d.sync += [current.eq(first), saved.eq(first)]
            if self.spec.shares:
                m.d.sync += self.spare.eq(0)
            if self.spec.slides:
                # The base is the last part of it.
                begin = first[-len(self.base):] + self.offset
                m.d.sync += [self.base.eq(begin), saved[-len(self.base):].eq(begin)]

        return m


def _bits(spec: ArraySpec, entry: Layer, field: str, corner: int, size: int) -> int:
    """Width in which coordinates left of zero differ from all coordinates inside."""
    table = spec.columns_table[entry.column_base:entry.column_base + entry.count]
    tap = max((column.dy if field == "dy" else max(column.dx)) for column in table)
    reach = sum((loop.count - 1) * getattr(loop, field) for loop in entry.loops)
    beyond = [entry.beyond(lane, spec.rows) for lane in range(spec.rows * (1 + spec.pairs))
              if entry.taps and field == "dx"]
    tap += max(beyond, default=0)
    left = max(0, -min(beyond, default=0) - corner)
    return max(1, (max(size, corner + reach + tap + 1) + left).bit_length())
