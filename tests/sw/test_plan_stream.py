"""Weights that pass through a ring: when they come, and when the planner lets them."""

import json
import random
from dataclasses import replace

import pytest
from tests import graphs

from gossamer.errors import GossamerError
from gossamer.plan import Geometry, TooLargeError, plan
from gossamer.plan.plan import make
from gossamer.plan.stream import Arrivals, ring, sdram
from gossamer.target import Target
from gossamer_hw.link.quad_flash import ARRIVAL, START

BOARD = Target(name="small", device="iCE40UP5K-SG48", family="ice40", luts=9999, block_rams=30,
               block_ram_bits=4096, block_ram_width=16, sprams=0, dsps=8, clock_hz=12_000_000,
               quad_flash=0x2_0000)


def word_by_word(begin, port, depth, sizes, works):
    """When row groups come and leave, from one word and one cycle after the other."""
    ends = [sum(sizes[:n + 1]) for n in range(len(sizes))]
    asked, marked, free = 0, 0, begin + START
    came = {}       # by the number of words
    come, leave = [], []
    cycle = 0
    while len(leave) < len(sizes):
        group = len(leave)
        if cycle >= free and asked < ends[-1] and asked - marked < depth - 1:
            asked, free = asked + 1, cycle + port // 4
            came[asked] = free + ARRIVAL
        begins = max(came.get(ends[group], cycle), *leave, 0)
        # Room is seen in the cycle after a row group has left.
        if cycle == begins + works[group]:
            come.append(begins)
            leave.append(cycle)
            marked = ends[group]
        cycle += 1
    return come, leave


@pytest.mark.parametrize("seed", range(20))
def test_row_groups_come_when_the_ring_has_had_room(seed):
    random_ = random.Random(seed)
    sizes = [random_.randint(1, 12) for _ in range(12)]
    works = [random_.randint(1, random_.choice([20, 200])) for _ in sizes]
    depth = ring(sizes, 1 + seed % 2)
    port, begin = random_.choice([16, 32]), random_.choice([0, 63])
    come, leave = word_by_word(begin, port, depth, sizes, works)
    arrivals = Arrivals(begin, port, depth, [(size, 1) for size in sizes])
    now = 0
    for group, work in enumerate(works):
        now = max(now, arrivals.come(group))
        assert now == come[group]
        now += work
        assert now == leave[group]
        arrivals.leave(group, now)


def cycle_by_cycle(begin, port, depth, sizes, works, source):
    """The same from a memory with pages and turns: each cycle is of one or of the other."""
    ends = [sum(sizes[:n + 1]) for n in range(len(sizes))]
    asked, marked, busy = 0, 0, 0
    turning, since, page = begin + source.start, 0, 0
    came, come, leave = {}, [], []
    cycle = begin
    while len(leave) < len(sizes):
        if turning:     # until then
            turning, since = (0, 0) if cycle + 1 >= turning else (turning, 0)
        elif busy:      # on the wires
            busy, since = busy - 1, since + 1
        elif asked < ends[-1] and (since >= source.stretch or asked * port // source.page != page):
            turning, page = cycle + source.turn, asked * port // source.page
        else:
            since += 1
            if asked < ends[-1] and asked - marked < depth - 1:
                asked, busy = asked + 1, port // 16 - 1
                came[asked] = cycle + port // 16 + source.arrival
        group = len(leave)
        begins = max(came.get(ends[group], 1 << 30), *leave, 0)
        if cycle == begins + works[group]:
            come.append(begins)
            leave.append(cycle)
            marked = ends[group]
        cycle += 1
    return come, leave


@pytest.mark.parametrize("seed", range(20))
def test_row_groups_come_from_pages_with_turns_between(seed):
    random_ = random.Random(seed)
    source = replace(sdram((40_000_000, 100_000_000)), page=32 * random_.choice([4, 10, 64]),
                     stretch=random_.randint(3, 60), turn=random_.randint(2, 15))
    sizes = [random_.randint(1, 30) for _ in range(25)]
    works = [random_.randint(1, random_.choice([20, 200])) for _ in sizes]
    depth = ring(sizes, 1 + seed % 2)
    port, begin = random_.choice([32, 64]), random_.choice([0, 63])
    come, leave = cycle_by_cycle(begin, port, depth, sizes, works, source)
    arrivals = Arrivals(begin, port, depth, [(size, 1) for size in sizes], source)
    now = 0
    for group, work in enumerate(works):
        now = max(now, arrivals.come(group))
        assert now == come[group]
        now += work
        assert now == leave[group]
        arrivals.leave(group, now)


@pytest.mark.parametrize(("sizes", "one", "two"), [
    ([5], 6, 6), ([5, 5, 5], 6, 10), ([9, 1, 1], 10, 10), ([1, 1], 2, 2), ([3, 9, 2], 10, 12)])
def test_a_ring_holds_one_or_two_row_groups(sizes, one, two):
    assert (ring(sizes, 0), ring(sizes, 1), ring(sizes, 2)) == (0, one, two)


def test_weights_come_from_flash_only_if_nothing_else_holds_them():
    graph = graphs.tiny_mlp(inputs=400, hidden=200)
    geometry = Geometry(rows=4, columns=4)
    room = replace(BOARD, block_rams=120)
    assert plan(graph, room, geometry).geometry == geometry
    board = replace(BOARD, block_rams=36)
    made = plan(graph, board, geometry)
    assert made.geometry.streamed == 2
    assert made.needs.fits(board)
    waits = made.layers[0].waits
    assert waits > made.layers[0].cycles / 2
    saved = json.loads(json.dumps(made.to_json()))
    assert saved["segments"][0]["layers"][0]["waits"] == waits
    assert made.from_json(saved, graph).cycles == made.cycles
    with pytest.raises(TooLargeError, match=r"of 36 block RAMs"):
        plan(graph, replace(board, quad_flash=None), geometry)


def test_a_ring_of_one_row_group_is_tried_where_two_do_not_fit():
    graph = graphs.tiny_mlp(inputs=400, hidden=200)
    made = plan(graph, BOARD, Geometry(rows=4, columns=4, streamed=1))
    assert made.geometry.streamed == 1
    fewer = replace(BOARD, block_rams=made.needs.block_rams)
    assert plan(graph, fewer, Geometry(rows=4, columns=4)).geometry.streamed == 1


def test_channels_move_to_single_port_memory_where_block_ram_is_short():
    graph = graphs.tiny_mlp(inputs=900, hidden=800)
    geometry = Geometry(rows=4, columns=4, requantizers=1)
    needs = {parked: make(graph, BOARD, replace(geometry, streamed=1, parked=parked)).needs
             for parked in (False, True)}
    assert needs[True].block_rams < needs[False].block_rams
    board = replace(BOARD, block_rams=needs[True].block_rams, sprams=needs[True].sprams)
    made = plan(graph, board, geometry)
    assert (made.geometry.streamed > 0, made.geometry.parked) == (True, True)
    with pytest.raises(GossamerError, match=r"^An array's table of channels is filled from the fl"):
        replace(geometry, parked=True)


def test_weights_come_from_sdram_only_if_nothing_else_holds_them():
    graph = graphs.tiny_mlp(inputs=400, hidden=200)
    geometry = Geometry(rows=4, columns=4)
    board = replace(BOARD, device="LFE5U-12F-6BG381C", family="ecp5", quad_flash=None,
                    block_rams=60, sdram=(40_000_000, 100_000_000))
    assert plan(graph, replace(board, block_rams=200), geometry).geometry == geometry
    made = plan(graph, board, geometry)
    assert (made.geometry.streamed, made.needs.fits(board)) == (2, True)
    # Four times as fast as a flash, but for the turns.
    flash = make(graph, replace(BOARD, block_rams=60), made.geometry)
    waits = [sum(layer.waits for layer in found.layers) for found in (made, flash)]
    assert 0 < waits[0] < waits[1] / 3
    assert made.from_json(json.loads(json.dumps(made.to_json())), graph).cycles == made.cycles
    with pytest.raises(TooLargeError, match=r"of 60 block RAMs"):
        plan(graph, replace(board, sdram=None), geometry)
    with pytest.raises(GossamerError, match=r"^Weights come from SDRAM in words of 32, 64 or 128"):
        make(graph, board, replace(made.geometry, port=16))


@pytest.mark.parametrize("keys", [{"streamed": 3}, {"streamed": 1, "loaded": True}])
def test_a_ring_that_makes_no_sense_is_refused(keys):
    with pytest.raises(GossamerError, match=r"^An array's ring holds the weights of 1 or 2 row gr"):
        Geometry(**keys)
