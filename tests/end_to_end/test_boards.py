"""Every board really built: a small network through planning, placement and packing."""

from dataclasses import replace

import pytest
from tests.graphs import ternary_layer

import gossamer as gs
import gossamer_boards
from gossamer.compress import build as network
from gossamer.compress import recipe
from gossamer.compress.methods import Admm
from gossamer.description import Description
from gossamer_boards.build import build, build_engine, identify

pytestmark = pytest.mark.slow


def design_for(board, folder):
    path = Description(graph=ternary_layer(), name="tiny").save(folder / "net.gsm")
    return gs.generate(path, board=board, out=folder / "design")


@pytest.mark.parametrize("name", gossamer_boards.names())
def test_a_network_is_built_for_every_board(name, tmp_path):
    board = gossamer_boards.get(name)
    design = design_for(name, tmp_path)
    result = build_engine(board, design.engine, identity=identify(design),
                          folder=tmp_path / "build", cache=tmp_path / "cache")
    assert result.board == name
    assert result.fmax_mhz * 1e6 >= result.clock_hz
    assert result.bitstream.stat().st_size > 50_000
    # Memories become block RAM, or RAM in look-up tables where the device has it: not flip-flops.
    assert result.resources["block RAM"].used >= (4 if board.family == "ice40" else 2)
    assert result.resources["FF"].used < 1000


@pytest.mark.parametrize("name", [
    "ice40_hx8k_b_evn", "ulx3s_12f", "tang_nano_9k", "lifcl_40_evn"])
def test_the_same_design_is_the_same_bitstream(name, tmp_path):
    board = gossamer_boards.get(name)
    design = design_for(name, tmp_path)
    first, second = (
        build_engine(board, design.engine, identity=identify(design),
                     folder=tmp_path / f"build{number}", cache=tmp_path / f"cache{number}")
        for number in range(2))
    assert not second.cached
    assert first.bitstream.read_bytes() == second.bitstream.read_bytes()
    for path in first.bitstream.parent.glob("*.json.gz"):
        assert path.read_bytes() == (second.bitstream.parent / path.name).read_bytes()


@pytest.fixture(scope="module")
def digits():
    """The demo's digits network, of fewer epochs."""
    quick = replace(recipe("block-ternary"), float_epochs=10, method=Admm(epochs=4, rounds=2),
                    masked_epochs=4, range_epochs=4, exact_epochs=4)
    return gs.compress(network("cnn"), recipe=quick)


@pytest.mark.parametrize("name", [
    "ice40_hx8k_b_evn", "ulx3s_12f", "tang_nano_9k", "lifcl_40_evn"])
def test_the_digits_are_the_same_bitstream_again(digits, name, tmp_path):
    """Also from a design that is generated anew."""
    bitstreams = []
    for number in range(2):
        design = gs.generate(digits, board=name, out=tmp_path / f"design{number}")
        built = build(design, cache=tmp_path / f"cache{number}")
        assert not built.cached
        bitstreams.append(built.bitstream.read_bytes())
    assert bitstreams[0] == bitstreams[1]


def test_a_sweep_of_seeds_keeps_the_fastest_placement(tmp_path):
    design = design_for("ice40_hx8k_b_evn", tmp_path)
    result = build(design, seeds=3, jobs=2, cache=tmp_path / "cache")
    assert [seed for seed, _ in result.seeds] == [1, 2, 3]
    assert len({reached for _, reached in result.seeds}) > 1
    assert result.fmax_mhz == max(reached for _, reached in result.seeds)
