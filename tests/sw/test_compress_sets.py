"""Structures prune what they say, and name formats that store what is left, weight by weight."""

import itertools
import re

import numpy as np
import pytest
import torch

from gossamer import ir
from gossamer.compress import Recipe
from gossamer.compress.projections import (
    BalancedProjection,
    ChoiceProjection,
    MaskProjection,
    block_ids,
    positions,
)
from gossamer.compress.row_column import RowColumnProjection
from gossamer.compress.structures import (
    CORNERS,
    Blocks,
    FixedMask,
    Irregular,
    KernelPatterns,
    Pattern,
    PeriodicKernels,
    Punched,
    RowColumn,
)
from gossamer.errors import GossamerError
from gossamer.importers.float_graph import FloatConv2d, FloatLinear
from gossamer.plan.formats import KINDS, kind
from gossamer.plan.geometry import Geometry
from gossamer_hw.formats import PSC4_P8, Integers, Nonzero


def layer(shape, name="a", seed=0, **keywords):
    weight = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    form = FloatConv2d if len(shape) == 4 else FloatLinear
    return form(name=name, x="x", shape=(1, 1, shape[0]), weight=weight,
                bias=np.zeros(shape[0], np.float32), **keywords)


LAYERS = (layer((16, 3, 3, 1), "first", 1), layer((16, 3, 3, 16), "conv", 2),
          layer((24, 64), "linear", 3))


def recipe(structure, *, rows=4, columns=4, density=0.25):
    budget = density if structure.budgeted else 1.0
    return Recipe(name="mine", structure=structure, rows=rows, columns=columns, density=budget,
                  whole_share=0.05)


def sets(structure, layers=LAYERS, **keywords):
    return structure.projections(layers, recipe(structure, **keywords))


def integers(node, projection):
    """The projected layer in integers of four bits, in which no survivor is zero."""
    weight = torch.from_numpy(node.weight)
    kept = projection.mask(weight).numpy()
    values = np.sign(node.weight) * np.clip(np.round(np.abs(node.weight) * 3), 1, 7)
    keys = {"name": node.name, "x": "x", "weight": (values * kept).astype(np.int8),
            "bias": np.zeros(len(kept), np.int64), "weight_bits": 4}
    return ir.Conv2d(**keys) if isinstance(node, FloatConv2d) else ir.Linear(**keys)


STRUCTURES = [
    (Irregular(), {}),
    (Blocks(), {}),
    (Blocks(balanced=True), {}),
    (Punched(8, 8), {}),
    (Punched(4, 16, balanced=True), {}),
    (Punched(8), {"rows": 8, "columns": 8}),
    (Pattern(1, 4), {"columns": 8}),
    (RowColumn(), {"rows": 8, "columns": 8}),
    (RowColumn(blocks=0.5), {"rows": 8, "columns": 8}),
    (RowColumn(balanced=True), {"rows": 8, "columns": 8}),
    (PeriodicKernels(PSC4_P8, 4, 4), {}),
    (PeriodicKernels(PSC4_P8, 1, 1, phase=None), {}),
    (KernelPatterns(), {}),
    (KernelPatterns(CORNERS[:2], 4, 8), {}),
    (FixedMask({"conv": np.arange(16 * 9 * 16).reshape(16, 3, 3, 16) % 5 == 0}), {}),
]


@pytest.mark.parametrize("structure, shape", STRUCTURES, ids=lambda value: str(value)[:40])
def test_the_formats_of_a_set_store_its_weights(structure, shape):
    found = sets(structure, **shape)
    assert found
    for node in LAYERS:
        if node.name not in found:
            continue
        projection = found[node.name]
        weights = integers(node, projection)
        rows, columns = shape.get("rows", 4), shape.get("columns", 4)
        cut = ir.blocks(weights, rows, columns)
        sizes = {}
        for name in ("dense", *projection.formats):
            assert name in KINDS
            geometry = Geometry(
                rows=rows, columns=columns, port=64, tile=(4, 4) if name == "bcr" else None,
                pattern=(1, 4) if name == "pattern" else None)
            form = kind(name, weights, geometry)
            for number, group in enumerate(cut):
                words = form.encode(group, number)
                assert np.array_equal(form.decode(words, len(group), number), group)
            sizes[name] = sum(form.sizes(group, i).stored for i, group in enumerate(cut))
        # Zeros are not stored; the headers of the first layer are more than its few weights.
        if (weights.weight != 0).mean() < 0.5 and node.name != "first":
            assert sizes[projection.formats[0]] < sizes["dense"], sizes


def test_a_format_does_not_store_weights_outside_the_set():
    node = layer((8, 3, 3, 8))
    whole = integers(node, MaskOfAll())
    with pytest.raises(ValueError, match="outside every pre-defined pattern"):
        kind("periodic", whole, Geometry(port=64))


class MaskOfAll(MaskProjection):
    def mask(self, weight):
        return torch.ones_like(weight)


@pytest.mark.parametrize("name", ["coo", "bitmap", "run-length4"])
@pytest.mark.parametrize("top, values", [
    (1, Nonzero(1)), (2, Nonzero(2)), (3, Integers(3)), (4, Nonzero(3)), (5, Integers(4)),
    (7, Integers(4)), (8, Nonzero(4)), (64, Nonzero(7)), (65, Integers(8)), (127, Integers(8)),
])
def test_no_code_is_lost_to_zero_where_that_saves_a_bit(name, top, values):
    random = np.random.default_rng(7)
    weight = random.integers(-top, top + 1, (8, 32)) * (random.random((8, 32)) < 0.3)
    weight[0, :2] = top, -top
    node = ir.Linear(name="a", x="x", weight=weight.astype(np.int8), bias=np.zeros(8, np.int64),
                     weight_bits=8)
    form = kind(name, node, Geometry(port=32))
    assert form.values == values
    cut = ir.blocks(node, 4, 4)
    for number, group in enumerate(cut):
        assert np.array_equal(form.decode(form.encode(group, number), len(group), number), group)
    assert sum(form.sizes(group).values for group in cut) == \
        np.count_nonzero(weight) * values.coded


def test_the_lowest_integer_needs_no_bit_more():
    """-8..7 are integers of four bits, which the codes without zero cannot hold in fewer."""
    weight = np.tile(np.array([-8, 7, 0, 0], np.int8), (4, 4))
    node = ir.Linear(name="a", x="x", weight=weight, bias=np.zeros(4, np.int64), weight_bits=4)
    assert kind("coo", node, Geometry(port=32)).values == Integers(4)


# Punched.

@pytest.mark.parametrize("node, filters, channels", [
    (layer((16, 3, 3, 8)), 8, 4), (layer((16, 3, 3, 8)), 16, 1), (layer((10, 3, 3, 6)), 4, 4),
    (layer((16, 24)), 8, 4), (layer((8, 3, 3, 4), groups=2), 4, 1),
], ids=["conv", "columns", "odd", "linear", "groups"])
def test_neighbouring_filters_lose_the_same_taps(node, filters, channels):
    (projection,) = sets(Punched(filters, channels), (node,), columns=min(4, channels)).values()
    mask = projection.mask(torch.from_numpy(node.weight)).numpy()
    kept = 0
    for start in range(0, len(mask), filters):
        for first in range(0, mask.shape[-1], channels):
            part = mask[start:start + filters, ..., first:first + channels]
            taps = part.reshape(len(part), -1, part.shape[-1]).any(axis=(0, 2))
            assert np.array_equal(part.reshape(len(part), -1, part.shape[-1]),
                                  np.broadcast_to(taps[:, None], (len(part), len(taps),
                                                                  part.shape[-1])))
            kept += taps.sum()
    assert kept == projection.keep and 0 < mask.mean() < 0.5


def test_punched_blocks_are_those_of_the_largest_norm():
    node = layer((8, 1, 2, 4))
    (projection,) = sets(Punched(4, 4), (node,), density=0.5).values()
    units = np.square(node.weight).reshape(2, 4, 2, 4).sum(axis=(1, 3))  # group, tap
    mask = projection.mask(torch.from_numpy(node.weight)).numpy().reshape(2, 4, 2, 4)
    assert np.array_equal(mask[:, 0, :, 0], units >= np.sort(units.ravel())[2])


# Balance.

@pytest.mark.parametrize("structure, line", [(Blocks(balanced=True), 4), (Punched(8, 4, True), 8)])
def test_every_block_row_keeps_as_many_blocks(structure, line):
    node = LAYERS[1]
    weight = node.weight.copy()
    weight[:8] *= 10  # without balance, all would be left there
    projection = sets(structure)["conv"]
    mask = projection.mask(torch.from_numpy(weight)).numpy()
    per_line = mask.reshape(len(mask) // line, -1).sum(axis=1)
    assert len(set(per_line)) == 1 and per_line[0] > 0
    assert projection.legal(torch.from_numpy(weight * mask))
    unbalanced = type(structure)(**{**structure.__dict__, "balanced": False})
    other = sets(unbalanced)["conv"].mask(torch.from_numpy(weight)).numpy()
    assert not other[8:].any()
    assert not projection.legal(torch.from_numpy(weight * other))


def test_a_balanced_set_keeps_the_largest_of_every_line():
    node = layer((4, 8))
    ids = block_ids(node, 2, 2)
    weight = torch.from_numpy(node.weight)
    lines = torch.arange(4)[:, None].expand(4, 8) // 2
    projection = BalancedProjection(ids, lines, 2)
    found = projection.project(weight)
    for line in range(2):
        errors = {
            kept: float((weight * ~torch.isin(ids, torch.tensor(kept)))[lines == line]
                        .square().sum())
            for kept in itertools.combinations(range(4 * line, 4 * line + 4), 2)
        }
        best = torch.tensor(min(errors, key=errors.__getitem__))
        assert torch.equal(found[lines == line],
                           (weight * torch.isin(ids, best))[lines == line])
    assert torch.equal(projection.groups()[0], ids)


@pytest.mark.parametrize("blocks", [1, 3])
def test_the_weakest_blocks_of_a_block_row_go_as_a_whole(blocks):
    node = layer((32, 64))
    weight = torch.from_numpy(node.weight)
    places = positions(node, 8, 8)
    bcr = RowColumnProjection(places, 8, 8, (4, 4), 256, blocks=blocks)
    mask = bcr.mask(weight)
    cut = (mask * weight).numpy().reshape(4, 8, 8, 8).transpose(0, 2, 1, 3)
    norms = np.square(node.weight).reshape(4, 8, 8, 8).sum(axis=(1, 3))
    for kept, power in zip(cut.any(axis=(2, 3)), norms, strict=True):
        assert kept.sum() <= blocks
        assert set(np.flatnonzero(kept)) <= set(np.argsort(-power)[:blocks])
    assert 200 < int(mask.sum()) <= 256 and bcr.legal(mask * weight)
    free = RowColumnProjection(places, 8, 8, (4, 4), 256)
    assert free.legal(mask * weight) and not bcr.legal(free.project(weight))


def test_balanced_rows_and_columns_are_equal_work():
    node = layer((32, 64))
    weight = torch.from_numpy(node.weight)
    weight[:8] *= 5
    places = positions(node, 8, 8)
    bcr = RowColumnProjection(places, 8, 8, (4, 4), 512, balanced=True)
    mask = bcr.mask(weight)
    assert mask.reshape(4, -1).sum(dim=1).tolist() == [128] * 4
    free = RowColumnProjection(places, 8, 8, (4, 4), 512)
    assert bcr.legal(mask * weight) and not bcr.legal(free.project(weight))


# Kernels.

def test_each_kernel_keeps_its_best_pattern():
    node = LAYERS[1]
    projection = sets(KernelPatterns())["conv"]
    weight = torch.from_numpy(node.weight)
    found = projection.project(weight).numpy()
    for i, j in itertools.product(range(16), range(16)):
        kernel = node.weight[i, :, :, j].reshape(-1)
        kept = [np.array([pattern >> t & 1 for t in range(9)]) * kernel for pattern in CORNERS]
        assert np.array_equal(found[i, :, :, j].reshape(-1),
                              max(kept, key=lambda part: np.square(part).sum()))
    assert projection.legal(torch.from_numpy(found)) and not projection.legal(weight)


def test_kernels_that_share_a_pattern_make_whole_blocks_zero():
    projection = sets(KernelPatterns(CORNERS, 4, 4))["conv"]
    mask = projection.mask(torch.from_numpy(LAYERS[1].weight)).numpy()
    shared = mask.reshape(4, 4, 9, 4, 4)
    assert (shared == shared[:, :1, :, :, :1]).all() and mask.mean() == 4 / 9
    assert {tuple(p) for p in shared[:, 0, :, :, 0].transpose(0, 2, 1).reshape(-1, 9).astype(int)} \
        <= {tuple(pattern >> t & 1 for t in range(9)) for pattern in CORNERS}
    (groups,) = projection.groups()
    for group in groups.unique():
        assert len(set(mask[(groups == group).numpy()])) == 1


@pytest.mark.parametrize("phase", [0, 3, 7])
def test_a_trained_layer_takes_the_phase_that_keeps_most(phase):
    """Weights that lie in the kernels of a phase are all kept, and no other phase would."""
    node = LAYERS[1]
    kept = sets(PeriodicKernels(PSC4_P8, 2, 2, phase))["conv"].kept.numpy()
    i, j = np.indices((16, 16))
    pattern = np.array(PSC4_P8)[(i // 2 + j // 2 + 1 + phase) % 8]
    taps = pattern[:, None] >> np.arange(9)[:, None] & 1
    assert np.array_equal(kept.reshape(16, 9, 16), taps)
    free = sets(PeriodicKernels(PSC4_P8, 2, 2, None))["conv"]
    noisy = torch.from_numpy(node.weight * np.where(kept, 1, 0.1).astype(np.float32))
    assert np.array_equal(free.mask(noisy).numpy(), kept)
    assert free.legal(free.project(noisy)) and not free.legal(noisy)
    assert PeriodicKernels(PSC4_P8).fixed and not PeriodicKernels(PSC4_P8, phase=None).fixed


def test_of_equal_choices_the_first_is_taken():
    choices = torch.tensor([[[1, 0]], [[0, 1]]]).bool()
    projection = ChoiceProjection(choices, torch.zeros(1, 2, dtype=torch.int64))
    assert projection.mask(torch.ones(1, 2)).tolist() == [[1, 0]]


# Masks of the user.

def test_a_given_mask_is_used_as_it_is():
    mask = np.random.default_rng(5).integers(0, 2, (24, 64))
    found = sets(FixedMask({"linear": mask}))
    assert set(found) == {"linear"}
    weight = torch.from_numpy(LAYERS[2].weight)
    assert np.array_equal(found["linear"].project(weight).numpy(), LAYERS[2].weight * mask)


@pytest.mark.parametrize("masks, message", [
    ({"none": np.ones((1, 1))},
     "There is a mask for 'none', which is no layer; the layers are first, conv, linear."),
    ({"linear": np.ones((64, 24))},
     "The mask of 'linear' has shape (64, 24), but the weights have (24, 64), output first and "
     "channel last; give one of that shape."),
])
def test_a_mask_that_does_not_fit_is_refused(masks, message):
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        sets(FixedMask(masks))


@pytest.mark.parametrize("structure, problem", [
    (Punched(6), "a number of 6 filters must be a multiple of the 4 rows"),
    (Punched(8, 6), "a number of 6 channels must be one or a multiple of the 4 columns"),
    (KernelPatterns(()), "kernels need patterns, each with some of 9 taps"),
    (KernelPatterns((1 << 9,)), "kernels need patterns, each with some of 9 taps"),
    (KernelPatterns((1, 3)),
     "patterns to choose from must have as many taps, or the fullest would always win"),
    (KernelPatterns((1,), 0), "a pattern is for at least one output and one input channel"),
    (RowColumn(blocks=0), "the share of blocks that keep anything must be above 0 to 1, not 0"),
])
def test_an_impossible_structure_says_why(structure, problem):
    assert structure.problem(4, 4) == problem
