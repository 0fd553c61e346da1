"""A traced module computes what PyTorch computes, or is refused by the name of its operator."""

import re
import sys

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from gossamer.compress.qat import Network
from gossamer.compress.recipes import Recipe
from gossamer.errors import GossamerError, UnsupportedError
from gossamer.importers.float_graph import FloatAdd, FloatConv2d, FloatLinear
from gossamer.importers.torch import load_module, trace


class Function(nn.Module):
    """A module of layers and a function of them."""

    def __init__(self, function, **layers):
        super().__init__()
        self.function = function
        for name, layer in layers.items():
            self.add_module(name, layer)

    def forward(self, x):
        return self.function(self, x)


def conv(*arguments, **keywords):
    return nn.Conv2d(*arguments, **keywords)


def norm(channels):
    """A batch norm that has seen something."""
    layer = nn.BatchNorm2d(channels)
    with torch.no_grad():
        for values in (layer.weight, layer.bias, layer.running_mean, layer.running_var):
            values.copy_(torch.rand(channels) + 0.5)
    return layer


SUPPORTED = {
    "convolution": (lambda: conv(3, 4, 3), (3, 6, 5)),
    "rectangular convolution": (lambda: conv(2, 4, (3, 2), stride=(2, 1), padding=(1, 0)),
                                (2, 7, 6)),
    "dilation": (lambda: conv(2, 4, 3, dilation=(1, 2), padding=2, bias=False), (2, 6, 6)),
    "groups": (lambda: conv(4, 6, 3, groups=2), (4, 5, 5)),
    "depthwise": (lambda: conv(4, 4, 3, groups=4, padding=1), (4, 5, 5)),
    "same padding": (lambda: conv(2, 3, (2, 4), padding="same"), (2, 5, 5)),
    "valid padding": (lambda: conv(2, 3, 2, padding="valid"), (2, 5, 5)),
    "linear": (lambda: nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 3, bias=False)),
               (5,)),
    "flattening": (lambda: nn.Sequential(conv(1, 3, 2), nn.Flatten(), nn.ReLU(),
                                         nn.Linear(3 * 2 * 4, 4), nn.Linear(4, 2)), (1, 3, 5)),
    "views": (lambda: Function(lambda m, x: m.l(x.view(x.size(0), -1)), l=nn.Linear(12, 3)),
              (2, 3, 2)),
    "relu6 in place": (lambda: nn.Sequential(conv(1, 2, 1), nn.ReLU6(inplace=True)), (1, 3, 3)),
    "clamps": (lambda: Function(
        lambda m, x: F.hardtanh(m.c(x)).clamp(min=-0.5).clamp(max=0.1), c=conv(1, 2, 1)),
        (1, 3, 3)),
    "batch norm": (lambda: nn.Sequential(conv(2, 3, 3), norm(3), nn.ReLU()), (2, 5, 5)),
    "batch norm of vectors": (lambda: nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4)), (3,)),
    "max pool": (lambda: nn.Sequential(conv(1, 2, 2), nn.MaxPool2d((2, 3), stride=(2, 1)),
                                       nn.ReLU()), (1, 6, 6)),
    "average pool": (lambda: nn.AvgPool2d(2), (2, 5, 6)),
    "adaptive pool": (lambda: nn.Sequential(conv(1, 3, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                                            nn.Dropout(), nn.Linear(3, 2)), (1, 4, 6)),
    "mean": (lambda: Function(lambda m, x: m.c(x).mean((2, 3)), c=conv(1, 3, 2)), (1, 4, 4)),
    "mean kept": (lambda: Function(lambda m, x: m.c(x).mean((-1, -2), keepdim=True),
                                   c=conv(1, 3, 2)), (1, 4, 4)),
    "residual": (lambda: Function(lambda m, x: torch.relu(torch.relu(m.a(x)) + m.b(x)),
                                  a=conv(2, 2, 3, padding=1), b=conv(2, 2, 1)), (2, 4, 4)),
    "identity residual": (lambda: Function(lambda m, x: x + m.a(x), a=conv(2, 2, 1)), (2, 4, 4)),
    "layer used twice": (lambda: Function(lambda m, x: m.a(torch.relu(m.a(x))), a=conv(2, 2, 1)),
                         (2, 3, 3)),
    "unused layer": (lambda: Function(lambda m, x: (m.b(x), m.a(x))[1], a=conv(2, 2, 1),
                                      b=conv(2, 2, 1)), (2, 3, 3)),
}


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel lengths")
@pytest.mark.parametrize("name", SUPPORTED)
def test_trace_keeps_the_function(name):
    make, shape = SUPPORTED[name]
    torch.manual_seed(0)
    module = make().train()
    x = torch.randn(3, *shape)
    graph = trace(module, shape)
    assert module.training
    network = Network(graph, Recipe(name="any"), low=-128, high=127, scale=1 / 16)
    expected = module.eval()(x)
    # Folded batch norms round differently; everything else does not.
    torch.testing.assert_close(network(x), expected, rtol=1e-5, atol=1e-6)


def test_weights_are_in_memory_order():
    module = nn.Sequential(conv(2, 3, (2, 1)), nn.Flatten(), nn.Linear(3 * 2 * 4, 5))
    graph = trace(module, (2, 3, 4))
    first, _, last = graph.nodes[1:]
    assert isinstance(first, FloatConv2d) and first.name == "0" and first.shape == (2, 4, 3)
    assert first.weight[2, 1, 0, 1] == module[0].weight[2, 1, 1, 0]
    assert isinstance(last, FloatLinear) and last.name == "2"
    row, y, x, channel = 4, 1, 3, 2
    assert (last.weight[row].reshape(2, 4, 3)[y, x, channel]
            == module[2].weight[row].reshape(3, 2, 4)[channel, y, x])


def test_branch_a_of_an_addition_is_a_sum_of_its_own():
    module = Function(lambda m, x: x + m.a(x), a=conv(2, 2, 1))
    add = trace(module, (2, 4, 4)).output
    assert isinstance(add, FloatAdd) and (add.a, add.b) == ("a", "x")


REFUSED = {
    "sigmoid": (lambda m, x: torch.sigmoid(m.c(x)),
                "Node 'sigmoid' (aten.sigmoid.default) is not supported; use hardtanh or clamp."),
    "softmax": (lambda m, x: m.c(x).softmax(1),
                "Node 'softmax' (aten.softmax.int) is not supported; return the scores before it, "
                "whose argmax is the same."),
    "concatenation": (lambda m, x: torch.cat([x, m.c(x)], 1),
                      "Node 'cat' (aten.cat.default) is not supported; use add."),
    "sine": (lambda m, x: torch.sin(x),
             "Node 'sin' (aten.sin.default) is not supported; use only conv2d, linear, batch_norm, "
             "relu, clamp, add, max_pool2d, avg_pool2d, adaptive_avg_pool2d to 1 and flatten."),
    "padded pool": (lambda m, x: F.max_pool2d(x, 3, padding=1),
                    "Node 'max_pool2d' (aten.max_pool2d.default) pads its image; pad in a "
                    "convolution before it."),
    "dilated pool": (lambda m, x: F.max_pool2d(x, 2, dilation=2),
                     "Node 'max_pool2d' (aten.max_pool2d.default) has a dilated window; use a "
                     "dilation of 1."),
    "ceiling": (lambda m, x: F.max_pool2d(x, 3, ceil_mode=True),
                "Node 'max_pool2d' (aten.max_pool2d.default) rounds its size up (ceil_mode); use "
                "ceil_mode=False."),
    "padded average": (lambda m, x: F.avg_pool2d(x, 3, padding=1),
                       "Node 'avg_pool2d' (aten.avg_pool2d.default) pads its image; use a padding "
                       "of 0."),
    "adaptive pool to 2": (lambda m, x: F.adaptive_avg_pool2d(x, 2),
                           "Node 'adaptive_avg_pool2d' (aten.adaptive_avg_pool2d.default) pools to "
                           "2x2; pool to 1, or use avg_pool2d."),
    "lone norm": (lambda m, x: m.n(torch.relu(m.c(x))),
                  "Node '_native_batch_norm_legit_no_training' is a batch norm that does not "
                  "follow a layer of its own; put it directly after a convolution or linear layer "
                  "that nothing else reads."),
    "constant": (lambda m, x: m.c(x) + 1,
                 "Node 'add' (aten.add.Tensor) adds a constant; put it into the bias of a layer."),
    "doubling": (lambda m, x: torch.add(x, m.c(x), alpha=2),
                 "Node 'add' (aten.add.Tensor) scales what it adds; fold the factor into a layer."),
    "sum of activations": (lambda m, x: x + x,
                           "Node 'add' adds two values that are both used elsewhere or are no "
                           "sums; let one branch end in a convolution, linear layer or average "
                           "pool that only this addition reads."),
    "clamp of the input": (lambda m, x: torch.relu(x),
                           "Node 'relu' limits the input of the model; limit the data instead."),
    "shared clamp": (lambda m, x: (lambda y: y + m.d(torch.relu(y)))(m.c(x)),
                     "Node 'relu' limits a value that is also used without the limit; apply relu "
                     "or clamp before the value branches."),
    "clamp without zero": (lambda m, x: m.c(x).clamp(1, 2),
                           "Node 'clamp' (aten.clamp.default) limits to 1.0..2.0; use a range with "
                           "zero inside."),
    "transposition": (lambda m, x: m.c(x).reshape(-1, 6, 6, 2),
                      "Node 'view' (aten.view.default) reshapes (2, 2, 6, 6) to (2, 6, 6, 2); "
                      "reshape only by flattening each image to a vector."),
    "flattened result": (lambda m, x: m.c(x).flatten(1),
                         "Node 'view' (aten.view.default) returns a flattened image, whose order "
                         "would change; return the image, or end in a linear layer."),
    "computed weights": (lambda m, x: F.conv2d(x, m.c.weight * m.c.weight),
                         "Node 'mul' (aten.mul.Tensor) is not supported; fold the factor into the "
                         "weights of a neighbouring layer."),
    "linear over an image": (lambda m, x: F.linear(x, m.w.weight),
                             "Node 'linear' (aten.linear.default) applies to an image of shape "
                             "(6, 6, 2); flatten it first, or use conv2d with a 1x1 kernel."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_built_is_refused_by_name(name):
    function, message = REFUSED[name]
    module = Function(function, c=conv(2, 2, 1), d=conv(2, 2, 1), n=nn.BatchNorm2d(2),
                      w=nn.Linear(6, 3))
    with pytest.raises(UnsupportedError, match=f"^{re.escape(message)}$"):
        trace(module, (2, 6, 6))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_not_finite_are_refused(value):
    module = nn.Sequential(nn.Linear(3, 2))
    with torch.no_grad():
        module[0].weight[1, 1] = value
    message = ("The weights '0.weight' hold NaN or infinite values; train again or load another "
               "checkpoint.")
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        trace(module, (3,))


def test_a_shape_that_does_not_fit_is_refused():
    with pytest.raises(GossamerError, match=(
            r"^Linear cannot be traced with samples of shape \(4,\) \(mat1 and mat2 shapes cannot "
            r"be multiplied \(2x4 and 3x2\)\); check that shape, and keep control flow that "
            r"depends on the data out of forward\.$")):
        trace(nn.Linear(3, 2), (4,))


def test_two_results_are_refused():
    module = Function(lambda m, x: (m.c(x), x), c=conv(2, 2, 1))
    with pytest.raises(GossamerError, match=(
            r"^The model returns 2 values; return one tensor of scores\.$")):
        trace(module, (2, 3, 3))


def test_a_result_that_ignores_the_input_is_refused():
    module = Function(lambda m, x: m.c.weight, c=nn.Linear(2, 2))
    with pytest.raises(GossamerError, match=(
            r"^The model's result does not depend on its input; return scores\.$")):
        trace(module, (2,))


# Files.

FILE = """
import neighbour
from torch import nn

class Net(nn.Linear):
    def __init__(self):
        super().__init__(neighbour.SIZE, 2)

def make():
    return Net()

made = Net()
number = 3

def wrong():
    return number

class Needs(nn.Linear):
    def __init__(self, size):
        super().__init__(size, 2)
"""


@pytest.fixture
def file(tmp_path):
    (tmp_path / "neighbour.py").write_text("SIZE = 5\n")
    (tmp_path / "net.py").write_text(FILE)
    yield tmp_path / "net.py"
    sys.modules.pop("neighbour", None)


@pytest.mark.parametrize("name", ["Net", "make", "made"])
def test_a_file_gives_a_module(file, name):
    before, state = list(sys.path), torch.random.get_rng_state()
    module = load_module(f"{file}:{name}")
    assert isinstance(module, nn.Linear) and module.in_features == 5
    assert sys.path == before
    assert torch.equal(torch.random.get_rng_state(), state)
    again, other = load_module(f"{file}:{name}"), load_module(f"{file}:{name}", seed=1)
    assert torch.equal(module.weight, again.weight)
    assert not torch.equal(module.weight, other.weight)


@pytest.mark.parametrize("name, message", [
    ("Missing", "The model file {file!r} has no 'Missing'; name a class, function or module in "
                "it."),
    ("number", "'{file}:number' is of type int, not a module; name a class derived from "
               "torch.nn.Module or a function that returns one."),
    ("wrong", "'{file}:wrong' makes a int, not a module; return a torch.nn.Module."),
    ("Needs", "'{file}:Needs' cannot be made without arguments (TypeError: Needs.__init__() "
              "missing 1 required positional argument: 'size'); give every argument a default or "
              "name a function that needs none."),
])
def test_a_name_that_is_no_model_is_refused(file, name, message):
    whole = message.format(file=str(file))
    with pytest.raises(GossamerError, match=f"^{re.escape(whole)}$"):
        load_module(f"{file}:{name}")


def test_a_file_that_fails_is_refused_and_leaves_no_trace(tmp_path):
    (tmp_path / "net.py").write_text("1 / 0\n")
    before = list(sys.path), set(sys.modules)
    with pytest.raises(GossamerError, match=(
            r"^The model file '.*net\.py' fails when imported \(ZeroDivisionError: division by "
            r"zero\); run it with Python to see where\.$")):
        load_module(f"{tmp_path}/net.py:Net")
    assert (list(sys.path), set(sys.modules)) == before


@pytest.mark.parametrize("spec, message", [
    ("net.py", "The model 'net.py' does not name a file and a class; write it as net.py:Net."),
    ("no.py:Net", "The model file 'no.py' does not exist; check the path."),
])
def test_a_spec_that_names_nothing_is_refused(spec, message):
    with pytest.raises(GossamerError, match=f"^{re.escape(message)}$"):
        load_module(spec)


class Branches(nn.Module):
    """Looks at its data to decide what to do."""

    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 2)

    def forward(self, x):
        return self.layer(x) if x.sum() > 0 else self.layer(-x)


def test_control_flow_on_data_is_refused_in_one_sentence(capfd):
    with pytest.raises(GossamerError, match=r"^Branches cannot be traced with samples of shape "
                       r"\(4,\) \(Could not guard on data-dependent expression .*\); check that "
                       r"shape, and keep control flow that depends on the data out of forward\.$"):
        trace(Branches(), (4,))
    assert capfd.readouterr() == ("", "")
