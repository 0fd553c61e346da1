"""Column macro: one instance in every format and precision, its cycles, and whole layers."""

import numpy as np
import pytest
from amaranth.sim import Simulator

from gossamer_hw.macro import ColumnFormat, ColumnLayer, ColumnMacro, ColumnMatrix
from gossamer_sim.bench import check_streams

DENSE = ColumnFormat.DENSE
BITMAP = ColumnFormat.BITMAP
COORDINATES = ColumnFormat.COORDINATES
RUN_LENGTH = ColumnFormat.RUN_LENGTH
N_M = ColumnFormat.N_M

LAYERS = [
    ColumnLayer(format=format, bits=bits, index=index, slots=slots)
    for format, index, slots in (
        (DENSE, 0, 0), (BITMAP, 0, 0), (COORDINATES, 6, 0),
        (RUN_LENGTH, 1, 0), (RUN_LENGTH, 4, 0), (RUN_LENGTH, 8, 0),
        (N_M, 2, 1), (N_M, 3, 4), (N_M, 4, 16),
    )
    for bits in (8, 4, 2, 1)
]


def name(layer):
    return f"{layer.format.name}{layer.index}-{layer.bits}"


def weights(layer, density, seed):
    """A random column segment that is legal in the layer's format."""
    rng = np.random.default_rng(seed)
    half = 1 << (layer.bits - 1)
    values = rng.integers(-half, half, (64, layer.outputs))
    values[rng.random((64, layer.outputs)) < 0.1] = -half
    values[rng.random(64) >= density] = 0
    if layer.format is N_M:
        for group in np.split(np.arange(64), 64 >> layer.index):
            used = [row for row in group if values[row].any()]
            values[used[layer.slots:]] = 0
    return values


def run_length(rows):
    """Weights of eight bits with values in some rows."""
    values = np.zeros((64, 1), np.int64)
    values[list(rows)] = 5
    return values


class Bench:
    """Drive a macro and count its cycles."""

    def __init__(self, depth=2048):
        self.dut = ColumnMacro(depth=depth)
        self.cycle = 0

    async def tick(self, ctx):
        await ctx.tick()
        self.cycle += 1

    async def send(self, ctx, port, payload):
        ctx.set(port.payload, payload)
        ctx.set(port.valid, 1)
        while not ctx.get(port.ready):
            await self.tick(ctx)
        await self.tick(ctx)
        ctx.set(port.valid, 0)

    async def receive(self, ctx, count, stall):
        outputs = []
        while len(outputs) < count:
            ctx.set(self.dut.o.ready, int(stall.random() >= self.stall))
            if ctx.get(self.dut.o.valid) and ctx.get(self.dut.o.ready):
                payload = self.dut.o.payload
                outputs.append((ctx.get(payload.data), ctx.get(payload.last)))
            await self.tick(ctx)
        ctx.set(self.dut.o.ready, 0)
        return outputs

    async def segments(self, ctx, layer, columns, activations, *, base=0, load=True):
        """Run column segments, all of them for each 64 activations; outputs and cycles."""
        if load:
            words = [word for column in columns for word in layer.encode(column)]
            for i, word in enumerate(words):
                await self.send(ctx, self.dut.words, {"data": word, "last": i == len(words) - 1})
        await self.send(ctx, self.dut.layer, {
            "format": layer.format, "precision": layer.bits.bit_length() - 1,
            "index": layer.index, "slots": layer.slots,
            "segments": len(columns) // len(activations), "base": base,
        })
        outputs, cycles = [], []
        for x in activations:
            for value in x:
                await self.send(ctx, self.dut.activations, int(value))
            start = self.cycle
            outputs += await self.receive(
                ctx, len(columns) // len(activations) * layer.outputs, self.random)
            cycles.append(self.cycle - start)
        return outputs, cycles

    def run(self, process, *, stall=0.0):
        self.stall, self.random = stall, np.random.default_rng(1)
        sim = Simulator(self.dut)
        sim.add_clock(1e-6)
        sim.add_testbench(process)
        sim.run()


def expected(layer, columns, activations):
    per = len(columns) // len(activations)
    return [
        (int(dot), i == layer.outputs - 1)
        for number, column in enumerate(columns)
        for i, dot in enumerate(activations[number // per] @ column)
    ]


@pytest.mark.parametrize("stall", [0.0, 0.5])
def test_one_instance_runs_all_formats_and_precisions_one_after_another(stall):
    bench = Bench()
    rng = np.random.default_rng(0)

    async def process(ctx):
        for number, layer in enumerate(rng.permutation(LAYERS)):
            columns = [weights(layer, density, 10 * number + i)
                       for i, density in enumerate((0.3, 0.9))]
            activations = rng.integers(-128, 128, (1, 64))
            outputs, cycles = await bench.segments(ctx, layer, columns, activations)
            assert outputs == expected(layer, columns, activations), name(layer)
            if not stall:
                assert cycles == [sum(map(layer.cycles, columns))], name(layer)

    bench.run(process, stall=stall)


def test_empty_full_and_extreme_segments():
    bench = Bench()

    async def process(ctx):
        for layer in LAYERS[::3]:
            low = -(1 << (layer.bits - 1))
            low_column = np.full((64, layer.outputs), low)
            if layer.format is N_M:
                low_column[np.arange(64) % (1 << layer.index) >= layer.slots] = 0
            columns = [np.zeros_like(low_column), low_column] * 2
            activations = np.array([[-128] * 64, [127] * 64])
            outputs, cycles = await bench.segments(ctx, layer, columns, activations)
            assert outputs == expected(layer, columns, activations), name(layer)
            assert cycles == [layer.cycles(columns[0]) + layer.cycles(columns[1])] * 2

    bench.run(process)


@pytest.mark.parametrize("index", [1, 2, 4, 5])
def test_runs_at_the_escape(index):
    layer = ColumnLayer(format=RUN_LENGTH, bits=8, index=index)
    escape = (1 << index) - 1
    columns = [run_length(rows) for rows in (
        [escape - 1], [escape], [escape + 1], [63], [0, 63], [0, escape, 63], [62, 63])]
    bench = Bench()

    async def process(ctx):
        activations = np.arange(-32, 32)[None]
        outputs, cycles = await bench.segments(ctx, layer, columns, activations)
        assert outputs == expected(layer, columns, activations)
        assert cycles == [sum(map(layer.cycles, columns))]

    bench.run(process)


def test_a_layer_runs_again_from_its_base():
    bench = Bench()
    layer = ColumnLayer(format=BITMAP, bits=4)
    columns = [weights(layer, 0.4, seed) for seed in range(3)]
    rng = np.random.default_rng(2)

    async def process(ctx):
        await bench.segments(ctx, layer, columns, rng.integers(-128, 128, (1, 64)))
        base = len(layer.encode(columns[0]))
        activations = rng.integers(-128, 128, (2, 64))
        outputs, _ = await bench.segments(
            ctx, layer, columns[1:], activations, base=base, load=False)
        assert outputs == expected(layer, columns[1:], activations)

    bench.run(process)


@pytest.mark.parametrize("simulator", ["icarus", pytest.param("verilator", marks=pytest.mark.slow)])
def test_verilog_gives_the_same_outputs(simulator, tmp_path):
    layer = ColumnLayer(format=BITMAP, bits=4)
    columns = [weights(layer, 0.3, seed) for seed in range(4)]
    activations = np.random.default_rng(4).integers(-128, 128, (2, 64))
    words = [word for column in columns for word in layer.encode(column)]
    # Without stalls, words and the configuration come before the first activation.
    check_streams(
        ColumnMacro(depth=512),
        {"words": [{"data": word, "last": i == len(words) - 1} for i, word in enumerate(words)],
         "layer": [{"format": BITMAP, "precision": 2, "index": 0, "slots": 0, "segments": 2,
                    "base": 0}],
         "activations": activations.reshape(-1).tolist()},
        {"o": [{"data": dot, "last": last}
               for dot, last in expected(layer, columns, activations)]},
        build_dir=tmp_path, simulator=simulator, stall=0.0)


@pytest.mark.parametrize("layer", LAYERS, ids=name)
def test_model_reads_what_encode_writes(layer):
    rng = np.random.default_rng(3)
    for seed, density in enumerate((0, 0.1, 0.5, 1)):
        column = weights(layer, density, seed)
        activations = rng.integers(-128, 128, 64)
        words = iter([*layer.encode(column), 77])
        assert layer.model(words, activations) == (activations @ column).tolist()
        assert next(words) == 77


@pytest.mark.parametrize(("layer", "rows", "bits"), [
    (ColumnLayer(format=DENSE, bits=8), [1, 40], 64 * 8),
    (ColumnLayer(format=BITMAP, bits=8), [1, 40], 64 + 2 * 8),
    (ColumnLayer(format=COORDINATES, bits=8, index=6), [1, 40], 7 + 2 * (6 + 8)),
    (ColumnLayer(format=RUN_LENGTH, bits=8, index=6), [1, 40], 7 + 2 * (6 + 8)),
    (ColumnLayer(format=RUN_LENGTH, bits=8, index=4), [1, 40], 7 + 4 * (4 + 8)),
    (ColumnLayer(format=N_M, bits=8, index=4, slots=2), [1, 40], 4 * 2 * (4 + 8)),
], ids=lambda value: name(value) if isinstance(value, ColumnLayer) else None)
def test_words_are_as_many_as_the_fields_need(layer, rows, bits):
    values = 64 if layer.format is DENSE else 8 if layer.format is N_M else len(rows)
    sizes = layer.pack(run_length(rows))[2]
    assert sizes == (8 * values, bits, -(-bits // 16) * 16)
    assert len(layer.encode(run_length(rows))) == sizes.stored // 16


def test_fields_lie_as_documented():
    column = np.zeros((64, 2), np.int64)
    column[3] = 1, -2
    column[9] = -8, 7
    low, high = 0xE1, 0x78
    words = ColumnLayer(format=COORDINATES, bits=4, index=6).encode(column)
    stream = 2 | 3 << 7 | low << 13 | 9 << 21 | high << 27
    assert words == [stream >> i & 0xFFFF for i in (0, 16, 32)]
    words = ColumnLayer(format=BITMAP, bits=4).encode(column)
    assert words == [1 << 3 | 1 << 9, 0, low | high << 8, 0, 0]


def matrix(layer, weights, depth):
    return ColumnMatrix(layer=layer, weights=np.asarray(weights, np.int64), depth=depth)


def test_a_sparse_layer_fills_the_store_less_often():
    weights = np.hstack([run_length(range(i % 7, 64, 16)) for i in range(256)])
    dense = matrix(ColumnLayer(format=DENSE, bits=8), weights, 256)
    sparse = matrix(ColumnLayer(format=COORDINATES, bits=8, index=6), weights, 256)
    # 32 words of a dense segment, 4 of one with four entries.
    assert len(dense.fills) == 32 and dense.sizes.stored == 256 * 32 * 16
    assert len(sparse.fills) == 4 and sparse.sizes.stored == 256 * 4 * 16
    # What is left of the store is too small for a whole segment.
    assert len(matrix(dense.layer, weights[:, :5], 80).fills) == 3


@pytest.mark.parametrize("positions", [1, 2])
@pytest.mark.parametrize(("layer", "depth"), [
    (ColumnLayer(format=BITMAP, bits=4), 512),              # one fill for three inputs' segments
    (ColumnLayer(format=DENSE, bits=2), 70),                # a piece begins in the middle
    (ColumnLayer(format=RUN_LENGTH, bits=8, index=3), 40),
], ids=lambda value: name(value) if isinstance(value, ColumnLayer) else str(value))
def test_a_whole_layer_takes_the_cycles_of_its_fills(layer, depth, positions):
    rng = np.random.default_rng(5)
    half = 1 << layer.bits - 1
    weights = rng.integers(-half, half, (150, 11)) * (rng.random((150, 1)) < 0.3)
    whole = matrix(layer, weights, depth)
    assert len(whole.fills) > 1 or depth == 512
    x = rng.integers(-128, 128, (positions, 150))
    padded = np.pad(x, ((0, 0), (0, 42)))
    sums = np.zeros((positions, 12), np.int64)
    bench = Bench(depth)

    async def process(ctx):
        for pieces in whole.fills:
            words = [word for piece in pieces for word in piece.words]
            for i, word in enumerate(words):
                await bench.send(ctx, bench.dut.words, {"data": word, "last": i == len(words) - 1})
            for position in range(positions):
                for piece in pieces:
                    await bench.send(ctx, bench.dut.layer, {
                        "format": layer.format, "precision": layer.bits.bit_length() - 1,
                        "index": layer.index, "slots": layer.slots, "segments": piece.count,
                        "base": piece.base})
                    for value in padded[position, 64 * piece.segment:][:64]:
                        await bench.send(ctx, bench.dut.activations, int(value))
                    found = await bench.receive(ctx, piece.count * layer.outputs, bench.random)
                    at = piece.first * layer.outputs
                    sums[position, at:at + len(found)] += [dot for dot, _ in found]

    bench.run(process)
    assert (sums[:, :11] == x @ weights).all()
    assert [whole.model(row.tolist()) for row in x] == (x @ weights).tolist()
    assert bench.cycle == whole.cycles(positions)


@pytest.mark.parametrize(("make", "message"), [
    (lambda: ColumnLayer(format=DENSE, bits=3),
     r"^Weights of a column must have 1, 2, 4 or 8 bits, not 3$"),
    (lambda: ColumnLayer(format=RUN_LENGTH, bits=8, index=9),
     r"^Index of RUN_LENGTH must have 1 to 8 bits, not 9$"),
    (lambda: ColumnLayer(format=N_M, bits=8, index=2, slots=5),
     r"^Slots of N_M must be 1 to 4, not 5$"),
    (lambda: ColumnLayer(format=N_M, bits=8, index=4, slots=1).encode(run_length([16, 20])),
     r"^Rows 16\.\.31 have 2 values for 1 slots$"),
    (lambda: ColumnLayer(format=DENSE, bits=2).encode(np.full((64, 4), 2)),
     r"^Weights 2\.\.2 do not fit in 2 bits$"),
    (lambda: ColumnLayer(format=DENSE, bits=2).encode(np.zeros((64, 1), np.int64)),
     r"^Column segment must have shape \(64, 4\), not \(64, 1\)$"),
    (lambda: matrix(ColumnLayer(format=DENSE, bits=8), [[1]], 31).fills,
     r"^Column segment of 32 words does not fit in a store of 31$"),
    (lambda: ColumnLayer(format=COORDINATES, bits=8, index=6).model(iter([1]), [0] * 64),
     r"^Row group ends before its last block$"),
])
def test_what_cannot_be_stored_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()
