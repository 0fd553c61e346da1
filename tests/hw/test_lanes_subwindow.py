"""Sub-window lanes: periodic kernels give the convolution's integers in the cycles of a formula."""

import numpy as np
import pytest
from amaranth.sim import Simulator

from gossamer_hw.formats.periodic import PSC1_P16, PSC2_P8, PSC4_P8, PSC4_P16
from gossamer_hw.lanes.subwindow import REACH, PeriodicKernels
from gossamer_sim.bench import check_streams, check_streams_amaranth

KERNELS = {
    "pSC4-P8": PeriodicKernels(patterns=PSC4_P8, taps=4),
    "pSC4-P16": PeriodicKernels(patterns=PSC4_P16, taps=4),
    "pSC2-P8": PeriodicKernels(patterns=PSC2_P8, taps=2),
    "pSC1-P16": PeriodicKernels(patterns=PSC1_P16, taps=1),
    "dense": PeriodicKernels(patterns=(0x1FF,), taps=4),
    "dense-2": PeriodicKernels(patterns=(0x1FF,), taps=2),
}

each = pytest.mark.parametrize("kernels", KERNELS.values(), ids=KERNELS)


def convolution(kernels, filter, channels, height, width, seed):
    """Windows and outputs of one filter over an image, and its packed weights."""
    rng = np.random.default_rng(seed)
    image = rng.integers(-128, 128, (channels, height, width))
    weights = rng.integers(-128, 128, (channels, 9))
    image[0], weights[0] = -128, -128
    for channel in range(channels):
        support = kernels.patterns[(filter + channel + 1) % len(kernels.patterns)]
        weights[channel] *= np.array([support >> tap & 1 for tap in range(9)])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3), axis=(1, 2))
    outputs = np.einsum("cyxkl,ckl->yx", windows, weights.reshape(channels, 3, 3))
    by_position = windows.transpose(1, 2, 0, 3, 4).reshape(-1, channels, 9)
    sent = [
        {"window": window.tolist(), "last": channel == channels - 1}
        for position in by_position for channel, window in enumerate(position)
    ]
    return sent, kernels.pack(weights, filter) * len(by_position), outputs.reshape(-1).tolist()


@each
@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_outputs_are_the_convolution(kernels, stall):
    for filter in (0, 3, 7):
        windows, weights, outputs = convolution(kernels, filter, 11, 4, 5, seed=filter)
        check_streams_amaranth(
            kernels.create(channels=11), {"i": windows, "weights": weights}, {"o": outputs},
            stall=stall, seed=1, constants={"phase": (filter + 1) % len(kernels.patterns)})


@pytest.mark.parametrize("simulator", [
    "icarus", pytest.param("verilator", marks=pytest.mark.slow)])
def test_verilog_gives_the_convolution(simulator, tmp_path):
    kernels = KERNELS["pSC4-P8"]
    windows, weights, outputs = convolution(kernels, 2, 8, 4, 4, seed=0)
    check_streams(
        kernels.create(channels=8), {"i": windows, "weights": weights}, {"o": outputs},
        build_dir=tmp_path, simulator=simulator, stall=0.4, constants={"phase": 3})


def leaving(kernels, filter, channels, positions):
    """Cycles in which outputs leave, counted from that in which the first window came."""
    windows, weights, outputs = convolution(kernels, filter, channels, 3, positions + 2, seed=0)
    dut = kernels.create(channels=channels)
    times = []

    async def bench(ctx):
        ctx.set(dut.phase, (filter + 1) % len(kernels.patterns))
        ctx.set(dut.o.ready, 1)
        ctx.set(dut.i.valid, 1)
        ctx.set(dut.weights.valid, 1)
        cycle = sent = used = 0
        while len(times) < len(outputs):
            ctx.set(dut.i.payload, windows[sent % len(windows)])
            ctx.set(dut.weights.payload, weights[used % len(weights)])
            if ctx.get(dut.o.valid):
                assert ctx.get(dut.o.payload) == outputs[len(times)]
                times.append(cycle)
            sent += ctx.get(dut.i.ready)
            used += ctx.get(dut.weights.ready)
            await ctx.tick()
            cycle += 1
            assert cycle < 1000

    sim = Simulator(dut)
    sim.add_clock(1e-6)
    sim.add_testbench(bench)
    sim.run()
    return times


@each
@pytest.mark.parametrize(("filter", "channels"), [(0, 8), (5, 8), (1, 13), (0, 1)])
def test_cycles_are_those_of_the_formula(kernels, filter, channels):
    cycles = sum(
        -(-kernels.patterns[(filter + j + 1) % len(kernels.patterns)].bit_count() // kernels.taps)
        for j in range(channels))
    assert kernels.cycles(filter, channels) == cycles
    assert leaving(kernels, filter, channels, 4) == [cycles * n + 2 for n in range(1, 5)]


@pytest.mark.parametrize(("kernels", "cycles"), [
    (KERNELS["pSC4-P8"], 10), (KERNELS["pSC2-P8"], 12), (KERNELS["dense"], 24),
    (KERNELS["dense-2"], 40),
])
@pytest.mark.parametrize("filter", range(8))
def test_eight_channels_take_the_cycles_of_the_paper(kernels, cycles, filter):
    assert kernels.cycles(filter, 8) == cycles


@each
def test_every_weight_is_stored_once(kernels):
    for pattern in kernels.patterns:
        taps = [tap for step in kernels.schedule(pattern) for tap in step if tap is not None]
        assert sorted(taps) == [tap for tap in range(9) if pattern >> tap & 1]


def test_four_lanes_reach_four_operands_each():
    assert REACH[4] == ((0, 1, 3, 4), (1, 2, 4, 5), (3, 4, 6, 7), (4, 5, 7, 8))
    assert REACH[2] == ((0, 1, 3, 4, 6, 7), (1, 2, 4, 5, 7, 8))
    # A sub-window is in its lanes' order.
    assert KERNELS["pSC4-P8"].schedule(0b110_110_000) == [(4, 5, 7, 8)]


@pytest.mark.parametrize(("make", "message"), [
    (lambda: PeriodicKernels(patterns=PSC4_P8, taps=3),
     r"^Sub-windows must have 1, 2 or 4 taps, not 3$"),
    (lambda: PeriodicKernels(patterns=(0,), taps=4),
     r"^Patterns must be masks of 1 to 9 taps, not 0b0$"),
    (lambda: PeriodicKernels(patterns=(0b000_000_101,), taps=4).schedule(0b001_000_101 | 1 << 3),
     r"^Pattern 0b001001101 does not fit 4 taps in 1 steps$"),
    (lambda: KERNELS["pSC4-P8"].pack(np.ones((2, 9), np.int8), 7),
     r"^Kernel of filter 7 and channel 1 has weights outside its pattern 0b000011011$"),
])
def test_what_does_not_fit_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()
