"""Splitting follows its equations, with and without a dual, and ends on the set."""

import torch

from gossamer.compress.projections import BlockProjection
from gossamer.compress.solver import Splitting


def blocks(keep):
    return BlockProjection(torch.arange(4).repeat_interleave(2).reshape(2, 4), keep)


def test_one_round_by_hand():
    weight = torch.nn.Parameter(torch.tensor([[4.0, 0.0, 1.0, 0.0], [3.0, 0.0, 2.0, 0.0]]))
    admm = Splitting({"w": (weight, blocks(2))}, rho=0.5)
    c = admm.constraints["w"]
    assert c.z.tolist() == [[4, 0, 0, 0], [3, 0, 0, 0]] and not c.u.any()
    admm.penalty().backward()
    assert torch.equal(weight.grad, 0.5 * (weight.detach() - c.z))  # rho (W - Z + U)
    assert admm.residual() == (5 / 30) ** 0.5
    with torch.no_grad():
        weight[0, 2] = 5.0
    admm.step(2.0)
    assert c.z.tolist() == [[4, 0, 5, 0], [0, 0, 0, 0]]
    assert c.u.tolist() == [[0, 0, 0, 0], [1.5, 0, 1, 0]]  # W - Z, over the growth
    assert admm.rho == 1.0


def test_the_pull_moves_weights_onto_the_set():
    """The loss |W - T|**2 alone would keep every block; the minimum on the set is known."""
    target = torch.tensor([[4.0, 1.0, 1.0, 0.0], [3.0, 2.0, 2.0, 1.0]])
    weight = torch.nn.Parameter(target.clone())
    admm = Splitting({"w": (weight, blocks(2))}, rho=0.1)

    def train_round():
        optimizer = torch.optim.SGD([weight], lr=0.5 / (2 + admm.rho))
        for _ in range(50):
            optimizer.zero_grad()
            (((weight - target) ** 2).sum() + admm.penalty()).backward()
            optimizer.step()

    residuals = []
    for _ in range(10):
        train_round()
        residuals.append(admm.residual())
        admm.step(2.0)
    admm.finish()
    assert residuals == sorted(residuals, reverse=True) and residuals[-1] < 0.05
    expected = blocks(2).project(target)
    assert blocks(2).legal(weight.detach())
    torch.testing.assert_close(weight.detach(), expected, rtol=0.05, atol=0.05)


def test_without_a_dual_z_follows_the_weights():
    weight = torch.nn.Parameter(torch.tensor([[4.0, 0.0, 1.0, 0.0], [3.0, 0.0, 2.0, 0.0]]))
    splitting = Splitting({"w": (weight, blocks(2))}, rho=0.5, dual=False)
    with torch.no_grad():
        weight[0, 2] = 5.0
    splitting.step()
    c = splitting.constraints["w"]
    assert c.z.tolist() == [[4, 0, 5, 0], [0, 0, 0, 0]] and not c.u.any()


def test_a_state_is_taken_up():
    weight = torch.nn.Parameter(torch.arange(8.0).reshape(2, 4))
    first = Splitting({"w": (weight, blocks(2))}, rho=0.5)
    first.step(2.0)
    second = Splitting({"w": (weight, blocks(2))}, rho=0.5)
    second.load(first.state())
    assert second.rho == 1.0 and torch.equal(second.penalty(), first.penalty())
    assert second.penalty() != Splitting({"w": (weight, blocks(2))}, rho=1.0).penalty()
