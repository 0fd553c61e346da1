"""Channels that are removed change no output: the same numbers before and after."""

import dataclasses

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from gossamer.compress import Recipe, TorchIntegers
from gossamer.compress.channels import Channels
from gossamer.compress.lower import lower
from gossamer.compress.qat import Network
from gossamer.compress.shrink import channel_ids, shrink, shrink_network
from gossamer.errors import GossamerError
from gossamer.importers.float_graph import FloatGraph
from gossamer.importers.torch import trace


class Chain(nn.Module):
    """Convolutions, pools and a flattened image."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(2, 8, 3, padding=1)
        self.b = nn.Conv2d(8, 12, 3, stride=2, padding=1)
        self.c = nn.Linear(12 * 2 * 3, 10)
        self.d = nn.Linear(10, 4)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.a(x)), 2, stride=1)
        x = F.hardtanh(self.b(x), -40, 3000)
        return self.d(torch.relu(self.c(x.flatten(1))))


class Residual(nn.Module):
    """Two convolutions with a skip, a projection with a second one, an average."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(2, 8, 3, padding=1)
        self.b = nn.Conv2d(8, 6, 3, padding=1)
        self.c = nn.Conv2d(6, 8, 3, padding=1)
        self.d = nn.Conv2d(8, 6, 3, stride=2, padding=1)
        self.e = nn.Conv2d(8, 6, 1, stride=2)
        self.f = nn.Linear(6, 4)

    def forward(self, x):
        x = torch.relu(self.a(x))
        x = torch.relu(x + self.c(torch.relu(self.b(x))))
        x = self.d(x) + self.e(x)
        return self.f(F.avg_pool2d(x, 2).flatten(1))  # of four, which is exact


class Depthwise(nn.Module):
    """A depthwise convolution with a multiplier of two, and one with two groups."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(2, 8, 1)
        self.b = nn.Conv2d(8, 16, 3, padding=1, groups=8)
        self.c = nn.Conv2d(16, 6, 1)
        self.d = nn.Conv2d(6, 8, 3, groups=2)
        self.e = nn.Linear(8 * 3 * 4, 4)

    def forward(self, x):
        x = torch.relu(self.c(torch.relu(self.b(torch.relu(self.a(x))))))
        return self.e(torch.relu(self.d(x)).flatten(1))


NETS = [Chain, Residual, Depthwise]


def recipe(structure=None, **keywords):
    return Recipe(name="mine", structure=structure or Channels(), whole_share=0,
                  **{"density": 0.5, **keywords})


def network(kind, **keywords):
    """A network of small integer weights, so that float64 sums are exact in any order."""
    torch.manual_seed(0)
    module = kind()
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(torch.randint(-3, 4, parameter.shape))
    graph = trace(module, (2, 5, 6))
    return Network(graph, recipe(**keywords), low=0, high=16, scale=1.0)


def samples():
    return torch.randint(0, 17, (9, 2, 5, 6), generator=torch.Generator().manual_seed(1)).double()


def pruned(kind, structure, **keywords):
    net = network(kind, structure=structure, **keywords)
    found = structure.for_graph(net.graph, net.recipe)
    for name, projection in found.items():
        layer = net.layer(name)
        assert projection.legal(projection.project(layer.weight.detach()))
        layer.prune(projection)
    return net.double(), found


def widths(graph):
    return [node.shape[-1] for node in graph.weighted]


@pytest.mark.parametrize("structure", [Channels(), Channels(residual=True)], ids=str)
@pytest.mark.parametrize("kind", NETS)
def test_outputs_are_the_same_without_the_removed_channels(kind, structure):
    net, found = pruned(kind, structure)
    small = shrink_network(net).double()
    with torch.no_grad():
        before, after = net.real(samples()), small.real(samples())
    output = net.graph.output.name
    assert torch.equal(before[output], after[output]) and before[output].std() > 0
    assert sum(widths(small.graph)) < sum(widths(net.graph)) or not found
    ids = channel_ids(net.graph)
    for node in net.graph.weighted:  # nothing that was to go is still there
        kept = small.graph[node.name].shape[-1]
        if node.name in found:
            assert kept == int(net.layer(node.name).bias_mask.sum())
        else:
            assert kept <= len(ids[node.name])
        new = small.layer(node.name)
        assert new.weight.shape == new.mask.shape and len(new.bias) == kept
    # Once more, there is nothing to remove.
    assert shrink_network(small).graph.nodes is not None
    assert widths(shrink_network(small).graph) == widths(small.graph)


@pytest.mark.parametrize("kind, residual, expected", [
    (Chain, False, {"a", "b", "c"}), (Residual, False, {"b"}), (Depthwise, False, set()),
    (Residual, True, {"a", "b", "c", "d", "e"}), (Depthwise, True, {"a", "b", "c", "d"}),
])
def test_layers_that_share_channels_keep_theirs_unless_told(kind, residual, expected):
    _, found = pruned(kind, Channels(residual))
    assert set(found) == expected


def test_both_branches_agree():
    net, found = pruned(Residual, Channels(residual=True))
    masks = {name: net.layer(name).bias_mask for name in found}
    assert torch.equal(masks["a"], masks["c"]) and torch.equal(masks["d"], masks["e"])
    small = shrink_network(net).graph
    assert widths(small) == [4, 3, 4, 3, 3, 4]


def test_a_channel_that_one_branch_needs_stays():
    net = network(Residual)
    layer = net.layer("c")
    layer.mask[:4] = 0
    layer.bias_mask[:4] = 0
    small = shrink_network(net.double())
    assert widths(small.graph) == widths(net.graph)
    assert torch.equal(small.layer("c").mask, layer.mask)  # masks outlive the change


def test_groups_go_whole():
    net, _ = pruned(Depthwise, Channels(residual=True))
    small = shrink_network(net).graph
    assert small["b"].groups == small["a"].shape[-1] == 4 and small["b"].weight.shape[-1] == 1
    assert small["b"].shape[-1] == 8
    assert small["d"].groups == 1 and small["d"].weight.shape == (4, 3, 3, 3)


def test_a_flattened_channel_goes_from_every_pixel():
    net, _ = pruned(Chain, Channels())
    small = shrink_network(net).graph
    kept = net.layer("b").bias_mask.bool()
    columns = kept.repeat(6).numpy()
    rows = net.layer("c").bias_mask.bool().numpy()
    whole = net.layer("c").weight.detach().numpy()
    assert np.array_equal(small["c"].weight, whole[rows][:, columns])


def test_a_constant_channel_is_not_removed():
    """Without weights, its bias still reaches the next layer."""
    net = network(Chain)
    net.layer("a").mask[2] = 0
    with torch.no_grad():
        net.layer("a").bias[2] = 2
    assert shrink_network(net.double()).graph["a"].shape[-1] == 8
    net.layer("a").bias_mask[2] = 0
    assert shrink_network(net).graph["a"].shape[-1] == 7


@pytest.mark.parametrize("low, high, left", [(2, 9, 12), (-9, -1, 12), (-3, 9, 11)])
def test_a_channel_that_a_limit_makes_constant_is_not_removed(low, high, left):
    net = network(Chain)
    nodes = [dataclasses.replace(node, low=low, high=high) if node.name == "b" else node
             for node in net.graph]
    net = Network(FloatGraph(tuple(nodes)), net.recipe, low=0, high=16, scale=1.0)
    net.layer("b").mask[3] = 0
    net.layer("b").bias_mask[3] = 0
    net = net.double()
    small = shrink_network(net).double()
    assert small.graph["b"].shape[-1] == left
    with torch.no_grad():
        assert torch.equal(net(samples()), small(samples()))


def test_what_nothing_reads_goes():
    net = network(Chain)
    net.layer("c").mask[:, 5::12] = 0  # channel 5 of every pixel
    net = net.double()
    small = shrink_network(net).double()
    assert widths(small.graph) == [8, 11, 10, 4]
    with torch.no_grad():
        assert torch.equal(net(samples()), small(samples()))


def test_something_is_left_of_every_value():
    net = network(Chain)
    net.layer("b").mask.zero_()
    net.layer("b").bias_mask.zero_()
    net = net.double()
    small = shrink_network(net).double()
    assert widths(small.graph) == [1, 1, 10, 4]
    with torch.no_grad():
        assert torch.equal(net(samples()), small(samples()))


def test_a_whole_graph_is_not_changed():
    graph = network(Chain).graph
    assert shrink(graph) is graph


def test_a_smaller_network_trains_and_reaches_the_integers():
    net, _ = pruned(Residual, Channels(residual=True))
    small = shrink_network(net)
    x = samples()
    small.freeze(x)
    graph = lower(small)
    integers = graph.input.quantize(x.permute(0, 2, 3, 1).numpy())
    scores = graph.trace(integers)[graph.output.name]
    assert np.array_equal(TorchIntegers(graph)(torch.from_numpy(integers)).numpy(), scores)
    with torch.no_grad():
        assert np.array_equal(small(x).numpy(), scores * small.scales[small.graph.output.name])
    with pytest.raises(GossamerError, match=(
            r"^Channels can be removed only before scales are chosen; shrink the network before "
            r"quantised training\.$")):
        shrink_network(small)


def test_removed_biases_are_no_integers_either():
    """A network that keeps its dead channels computes the same integers without their biases."""
    net, _ = pruned(Chain, Channels())
    with torch.no_grad():
        net.layer("a").bias.fill_(5)
    net.freeze(samples())
    gone = ~net.layer("a").bias_mask.bool()
    assert gone.any() and not net.bias_codes(net.graph["a"])[gone].any()
    assert net.integers(samples())["a"][:, gone].abs().sum() == 0


def test_layers_alone_do_not_say_which_channels_can_go():
    with pytest.raises(GossamerError, match="^Which channels can go depends on the whole model"):
        Channels().projections(network(Chain).graph.weighted, recipe())


def test_channels_of_the_largest_norm_stay():
    net = network(Chain)
    projection = Channels().for_graph(net.graph, net.recipe)["b"]
    weight = net.layer("b").weight.detach()
    norms = weight.square().sum(dim=(1, 2, 3))
    kept = projection.bias_mask(weight).bool()
    assert norms[kept].min() >= norms[~kept].max()
    assert projection.formats[0] == "dense"
