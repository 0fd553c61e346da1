"""Nested ternary packings: codes, weights, and the decoders that read them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from amaranth.hdl import Module, Signal
from amaranth.sim import Simulator
from hypothesis import given
from hypothesis import strategies as st
from tests.tiles import expected

from gossamer_hw.formats import BlockBitmap, Dense, Trits
from gossamer_hw.formats.nested import Nested, _quint_codes, _quint_digits
from gossamer_sim.bench import check_streams, check_streams_amaranth

PACKINGS = [Nested((1, 2)), Nested((3, 7)), Nested((1, 2, 3, 4)), Nested((5, 20, 60, 127))]


def name(values: Nested) -> str:
    return values.name


def reference_quints(code: int) -> tuple[int, int, int]:
    """The quint block as the standard prints it, with Q[6:0] and C[4:0] as bit lists."""
    q = [code >> i & 1 for i in range(7)]

    def number(*bits: int) -> int:
        """{bits}, highest first."""
        return int("".join(map(str, bits)), 2)

    if number(q[2], q[1]) == 0b11 and number(q[6], q[5]) == 0b00:
        return 4, 4, number(q[0], q[4] & (1 - q[0]), q[3] & (1 - q[0]))
    if number(q[2], q[1]) == 0b11:
        q2 = 4
        c = [q[0], 1 - q[5], 1 - q[6], q[3], q[4]]
    else:
        q2 = number(q[6], q[5])
        c = q[:5]
    if number(c[2], c[1], c[0]) == 0b101:
        return number(c[4], c[3]), 4, q2
    return number(c[2], c[1], c[0]), number(c[4], c[3]), q2


def test_every_quint_code_follows_the_standard():
    assert [_quint_digits(code) for code in range(128)] == [
        reference_quints(code) for code in range(128)]
    assert set(_quint_codes()) == set(itertools.product(range(5), repeat=3))


def weights(values: Nested) -> list[int]:
    return [0, *values.levels, *(-level for level in values.levels)]


@pytest.mark.parametrize(("values", "port", "symbols"), [
    (Nested((1, 2)), 16, 6), (Nested((1, 2)), 32, 12), (Nested((1, 2)), 64, 27),
    (Nested((1, 2, 3, 4)), 16, 5), (Nested((1, 2, 3, 4)), 32, 10), (Nested((1, 2, 3, 4)), 64, 20),
])
def test_words_hold_whole_codes(values, port, symbols):
    assert values.symbols(port) == symbols
    assert len(values.unpack(0, port)) == symbols
    assert values.pack([values.levels[-1]] * symbols, port) < 1 << port


@given(st.data())
def test_unpack_is_the_inverse_of_pack(data):
    values = data.draw(st.sampled_from(PACKINGS))
    port = data.draw(st.sampled_from([16, 32, 64]))
    symbols = data.draw(st.lists(
        st.sampled_from(weights(values)), max_size=values.symbols(port)))
    padding = [0] * (values.symbols(port) - len(symbols))
    assert values.unpack(values.pack(symbols, port), port) == symbols + padding


def test_nine_states_are_two_trits():
    # Symbols 1, -2, 4, 0, 0 as a + 3b.
    values = Nested((1, 2, 3, 4))
    low, high = [1, 1, 1, 0, 0], [0, -1, 1, 0, 0]
    word = values.pack([1, -2, 4], 16)
    assert (Trits().unpack(word & 0xff, 8), Trits().unpack(word >> 8, 8)) == (low, high)


@pytest.mark.parametrize("values", PACKINGS, ids=name)
def test_only_levels_are_legal(values):
    assert [v for v in range(-128, 128) if values.legal(v)] == sorted(weights(values))
    assert all(-(1 << values.width - 1) <= v < 1 << values.width - 1 for v in weights(values))


@pytest.mark.parametrize("values", PACKINGS, ids=name)
def test_hardware_unpacks_every_code(values):
    m = Module()
    word = Signal(16)
    symbols = Signal(values.symbols(16) * values.width)
    m.d.comb += symbols.eq(values.expand(word, 16))
    # All quint codes; trit bytes one by one, as they are decoded.
    words = [a | (a * 5 & 127) << 7 for a in range(128)] if values.together == 3 else [
        a | (a * 77 + 1 & 255) << 8 for a in range(256)]

    def fields(state: int) -> list[int]:
        half = 1 << values.width - 1
        return [((state >> values.width * i) + half & 2 * half - 1) - half
                for i in range(values.symbols(16))]

    async def bench(ctx):
        for code in words:
            ctx.set(word, code)
            assert fields(ctx.get(symbols)) == values.unpack(code, 16)

    sim = Simulator(m)
    sim.add_testbench(bench)
    sim.run()


def sparse(values: Nested, density: float, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    blocks = rng.choice(np.array(weights(values), np.int8), (20, 4, 4))
    return blocks * (rng.random((20, 1, 1)) < density)


@pytest.mark.parametrize("values", PACKINGS, ids=name)
@pytest.mark.parametrize("kind", [Dense, BlockBitmap])
def test_formats_take_nested_codes(kind, values):
    format = kind(values=values, rows=4, columns=4, port=32)
    groups = [sparse(values, 1 if kind is Dense else density, seed)
              for seed, density in enumerate((1.0, 0.3, 0.0))]
    for group in groups:
        assert (format.decode(format.encode(group), len(group)) == group).all()
    tiles = [tile for group in groups for tile in expected(group)]
    check_streams_amaranth(
        format.create(count=20, width=8),
        {"i": [word for group in groups for word in format.encode(group)]}, {"o": tiles},
        stall=0.3, constants={"count": 20})


@pytest.mark.slow
def test_nested_codes_are_the_same_in_verilog(tmp_path):
    format = Dense(values=Nested((1, 2)), rows=4, columns=4, port=32)
    group = sparse(format.values, 1, 1)
    check_streams(
        format.create(count=20, width=8), {"i": format.encode(group)}, {"o": expected(group)},
        build_dir=tmp_path, simulator="verilator", stall=0.3, constants={"count": 20})


@pytest.mark.parametrize(("values", "bits"), [(Nested((1, 2)), 7 / 3), (Nested((1, 3, 5, 9)), 3.2)])
def test_nested_codes_take_the_bits_of_the_specification(values, bits):
    format = Dense(values=values, rows=4, columns=4, port=32)
    group = sparse(values, 1, 3)
    assert format.sizes(group).codes == int(bits * group.size)


@pytest.mark.parametrize(("levels", "message"), [
    ((1,), r"^Nested ternary codes have 2 or 4 levels, not 1$"),
    ((2, 1), r"^Levels of a nested ternary code must ascend within 1\.\.127, not \(2, 1\)$"),
    ((0, 1), r"^Levels of a nested ternary code must ascend within 1\.\.127, not \(0, 1\)$"),
    ((1, 128), r"^Levels of a nested ternary code must ascend within 1\.\.127, not \(1, 128\)$"),
])
def test_other_levels_are_refused(levels, message):
    with pytest.raises(ValueError, match=message):
        Nested(levels)
