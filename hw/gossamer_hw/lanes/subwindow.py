"""Sub-window lanes: 3 x 3 kernels of pre-defined periodic patterns, without any index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from amaranth.hdl import Array, Module, Mux, Signal, signed
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

__all__ = ["PeriodicKernelArray", "PeriodicKernels", "SubWindow"]

SIZE = 9

# Operands that a lane reaches, by number of lanes. The corners of a 2 x 2 sub-window, or the ends
# of a horizontal pair, wherever it lies in the window; a single lane reaches all.
REACH: dict[int, tuple[tuple[int, ...], ...]] = {
    4: tuple(tuple(3 * (dy + y) + dx + x for dy in (0, 1) for dx in (0, 1))
             for y in (0, 1) for x in (0, 1)),
    2: tuple(tuple(3 * y + dx + x for y in range(3) for dx in (0, 1)) for x in (0, 1)),
    1: (tuple(range(SIZE)),),
}


@dataclass(frozen=True, kw_only=True)
class PeriodicKernels:
    """Filters whose 3 x 3 kernels have supports that are known beforehand.

    Kernel (filter i, channel j) has the pattern ``(i + j + 1) mod P`` of a period of P patterns
    (Kundu et al., IEEE TC 2020, arXiv 2001.10710). A kernel of n weights takes ceil(n / taps)
    steps of all lanes.

    Attributes
    ----------
    patterns : tuple of int
        Masks of the nine taps in row-major order, none empty, for example
        :data:`~gossamer_hw.formats.periodic.PSC4_P8`.
    taps : int
        Lanes: 4 take a 2 x 2 sub-window in one step, 2 a horizontal pair, 1 any tap.
    """

    patterns: tuple[int, ...]
    taps: int

    def __post_init__(self) -> None:
        if self.taps not in REACH:
            raise ValueError(f"Sub-windows must have 1, 2 or 4 taps, not {self.taps!r}")
        for pattern in self.patterns:
            if not 0 < pattern < 1 << SIZE:
                raise ValueError(f"Patterns must be masks of 1 to {SIZE} taps, not {pattern:#b}")
            self.schedule(pattern)

    def pattern(self, filter: int, channel: int) -> int:
        """The support of a kernel."""
        return self.patterns[(filter + channel + 1) % len(self.patterns)]

    def schedule(self, pattern: int) -> list[tuple[int | None, ...]]:
        """The tap that each lane takes in each step; ``ValueError`` if a lane has too many."""
        support = [tap for tap in range(SIZE) if pattern >> tap & 1]
        steps = -(-len(support) // self.taps)
        lanes: list[list[int]] = [[] for _ in range(self.taps)]

        def place(tap: int, tried: set[int]) -> bool:
            """Give a tap to a lane; a full one passes on one of its own (augmenting paths)."""
            for lane, reach in enumerate(REACH[self.taps]):
                if tap in reach and lane not in tried:
                    tried.add(lane)
                    if len(lanes[lane]) < steps:
                        lanes[lane].append(tap)
                        return True
                    for other in list(lanes[lane]):
                        if place(other, tried):
                            lanes[lane].remove(other)
                            lanes[lane].append(tap)
                            return True
            return False

        if not all(place(tap, set()) for tap in support):
            raise ValueError(f"Pattern {pattern:#011b} does not fit {self.taps} taps in {steps} "
                             "steps")
        return [tuple(taps[step] if step < len(taps) else None for taps in map(sorted, lanes))
                for step in range(steps)]

    def pack(self, kernels: npt.NDArray[np.int8], filter: int) -> list[list[int]]:
        """Weights of one filter, kernels of shape (channels, 9), as the lanes take them.

        Raises
        ------
        ValueError
            If a weight lies outside the patterns.
        """
        words = []
        for channel, kernel in enumerate(kernels):
            pattern = self.pattern(filter, channel)
            if any(weight and not pattern >> tap & 1 for tap, weight in enumerate(kernel)):
                raise ValueError(f"Kernel of filter {filter} and channel {channel} has weights "
                                 f"outside its pattern {pattern:#011b}")
            words += [[0 if tap is None else int(kernel[tap]) for tap in step]
                      for step in self.schedule(pattern)]
        return words

    def cycles(self, filter: int, channels: int) -> int:
        """Cycles of one output: the steps of all its kernels."""
        return sum(-(-self.pattern(filter, channel).bit_count() // self.taps)
                   for channel in range(channels))

    def create(self, *, channels: int) -> PeriodicKernelArray:
        """Hardware for up to ``channels`` input channels."""
        return PeriodicKernelArray(self, channels=channels)


class SubWindow(wiring.Component):
    """Lanes that choose their operands from a 3 x 3 window; combinational.

    Members
    -------
    window : In(ArrayLayout(signed(8), 9))
        Operands in row-major order.
    select : In(ArrayLayout(range(reach), taps))
        Which of the operands in its reach each lane takes.
    weights : In(ArrayLayout(signed(8), taps))
    o : Out(signed)
        Sum of the products.
    """

    window: data.View
    select: data.View
    weights: data.View
    o: Signal

    def __init__(self, taps: int) -> None:
        self.reach = REACH[taps]
        super().__init__({
            "window": In(data.ArrayLayout(signed(8), SIZE)),
            "select": In(data.ArrayLayout(range(len(self.reach[0])), taps)),
            "weights": In(data.ArrayLayout(signed(8), taps)),
            "o": Out(signed(16 + (taps - 1).bit_length())),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        m.d.comb += self.o.eq(sum(
            Array(self.window[tap] for tap in reach)[select] * weight
            for reach, select, weight in zip(self.reach, self.select, self.weights, strict=True)))

        return m


class PeriodicKernelArray(wiring.Component):
    """Outputs of one filter: the sum over channels of a window times a periodic kernel.

    An output takes :meth:`PeriodicKernels.cycles` cycles if windows and weights come without a
    pause, and leaves two cycles after its last step; the first step is a cycle after the window
    came. Nothing but a modulo counter says which operands the weights belong to.

    Members
    -------
    phase : In(range(P))
        Pattern of the first channel, ``(filter + 1) mod P``; constant during an output.
    i : In(stream.Signature(StructLayout({"window": ArrayLayout(signed(8), 9), "last": 1})))
        Windows, channel by channel; ``last`` with the last channel of an output.
    weights : In(stream.Signature(ArrayLayout(signed(8), taps)))
        Weights of the filter for each output, see :meth:`PeriodicKernels.pack`.
    o : Out(stream.Signature(signed))
        Outputs.
    """

    phase: Signal
    i: stream.Interface
    weights: stream.Interface
    o: stream.Interface

    def __init__(self, kernels: PeriodicKernels, *, channels: int) -> None:
        self.kernels = kernels
        self.width = 16 + (SIZE * channels - 1).bit_length()
        super().__init__({
            "phase": In(range(max(2, len(kernels.patterns)))),
            "i": In(stream.Signature(data.StructLayout(
                {"window": data.ArrayLayout(signed(8), SIZE), "last": 1}))),
            "weights": In(stream.Signature(data.ArrayLayout(signed(8), kernels.taps))),
            "o": Out(stream.Signature(signed(self.width))),
        })

    def elaborate(self, platform: object) -> Module:
        m = Module()

        kernels = self.kernels
        m.submodules.lanes = lanes = SubWindow(kernels.taps)
        schedules = [kernels.schedule(pattern) for pattern in kernels.patterns]

        # The window, and where in which pattern it is.
        window = Signal(self.i.payload.shape())
        held = Signal()
        first = Signal(init=1)
        turn = Signal(self.phase.shape())
        pattern = Signal.like(turn)
        step = Signal(range(max(2, *map(len, schedules))))
        final = Signal()
        m.d.comb += pattern.eq(Mux(first, self.phase, turn))
        with m.Switch(pattern):
            for number, schedule in enumerate(schedules):
                with m.Case(number):
                    m.d.comb += final.eq(step == len(schedule) - 1)
                    with m.Switch(step):
                        for index, taps in enumerate(schedule):
                            with m.Case(index):
                                m.d.comb += [
                                    select.eq(_reached(reach, tap)) for select, reach, tap
                                    in zip(lanes.select, lanes.reach, taps, strict=True)]

        # An output that waits holds everything.
        go, advance = Signal(), Signal()
        m.d.comb += [
            go.eq(~self.o.valid | self.o.ready),
            advance.eq(held & self.weights.valid & go),
            self.weights.ready.eq(held & go),
            self.i.ready.eq(~held | advance & final),
            lanes.window.eq(window.window),
            lanes.weights.eq(self.weights.payload),
        ]
        with m.If(advance):
            m.d.sync += step.eq(Mux(final, 0, step + 1))
            with m.If(final):
                m.d.sync += [
                    held.eq(0),
                    first.eq(window.last),
                    turn.eq(Mux(pattern == len(schedules) - 1, 0, pattern + 1)),
                ]
        with m.If(self.i.valid & self.i.ready):
            m.d.sync += [held.eq(1), window.eq(self.i.payload)]

        # Add up.
        total = Signal.like(lanes.o)
        stage = Signal(data.StructLayout({"valid": 1, "first": 1, "last": 1}))
        with m.If(go):
            m.d.sync += [
                total.eq(lanes.o),
                stage.valid.eq(advance),
                stage.first.eq(first & (step == 0)),
                stage.last.eq(window.last & final),
                self.o.valid.eq(stage.valid & stage.last),
            ]
            with m.If(stage.valid):
                m.d.sync += self.o.payload.eq(Mux(stage.first, 0, self.o.payload) + total)

        return m


def _reached(reach: Sequence[int], tap: int | None) -> int:
    """Number of a tap among those that a lane reaches; any, if the lane has none."""
    return 0 if tap is None else reach.index(tap)
