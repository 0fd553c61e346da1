"""Building, with tools of our own that do as they are told, and once with the real ones."""

import json
import os
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

import gossamer_boards
from gossamer.errors import GossamerError
from gossamer_boards import flows, pll, toolchain
from gossamer_boards.board import link_spi
from gossamer_boards.build import Build, Resource, build_engine, prepare, uart

BOARD = gossamer_boards.get("icebreaker")

RPT = """\
2. Printing statistics.
     9999   SB_LUT4
3. Printing statistics.
       40   SB_CARRY
       10   SB_DFF
        5   SB_DFFESR
      123   SB_LUT4
"""


def report(reached):
    cells = {
        "ICESTORM_LC": {"used": 200, "available": 5280},
        "ICESTORM_RAM": {"used": 4, "available": 30},
        "ICESTORM_SPRAM": {"used": 0, "available": 4},
        "ICESTORM_DSP": {"used": 1, "available": 8},
        "ICESTORM_PLL": {"used": 1, "available": 1},
    }
    return json.dumps({
        "utilization": cells, "fmax": {"clk": {"achieved": reached, "constraint": 1.0}}})


@pytest.fixture
def tools(tmp_path, monkeypatch):
    """Puts tools in place that reach the given frequencies, one after the other."""
    folder = tmp_path / "tools"
    folder.mkdir()

    def program(name, variable, *lines):
        path = folder / name
        version = f'[ "$1" = --version ] && {{ echo "{name} 9.9"; exit 0; }}'
        called = f"echo {name} >> {folder}/calls"
        path.write_text("\n".join(["#!/bin/sh", version, called, *lines]) + "\n")
        path.chmod(0o755)
        monkeypatch.setenv(variable, str(path))

    def make(*reached, place="", pack="echo bits > top.bin"):
        for number, frequency in enumerate(reached):
            (folder / f"report{number}").write_text(report(frequency))
        (folder / "rpt").write_text(RPT)
        program("yosys", "YOSYS", "echo {} > top.json", f"cp {folder}/rpt top.rpt")
        program(
            "nextpnr", "NEXTPNR_ICE40",
            f"n=$(ls {folder} | grep -c done); touch {folder}/done$n",
            f"cp {folder}/report$n top.report.json; echo asc > top.asc",
            "echo {} > top.routed.json", place)
        program("icepack", "ICEPACK", pack)

    return make


@pytest.fixture
def calls(tmp_path):
    """The tools that were called so far."""
    return lambda: (tmp_path / "tools" / "calls").read_text().split()


@pytest.fixture
def build(tmp_path, engine, identity):
    def run(**options):
        return build_engine(BOARD, engine, identity=identity, folder=tmp_path / "out" / "build",
                            cache=tmp_path / "cache", **options)
    return run


def files(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_report_says_what_was_used_and_reached(tools, build, tmp_path):
    tools(41.5)
    result = build(clock_hz=30_000_000)
    assert result.clock_hz == 30_000_000
    assert result.fmax_mhz == 41.5
    assert result.baud == 1_000_000
    assert result.attempts == ((30.0, 41.5),)
    assert result.resources == {
        "logic cells": Resource(used=200, available=5280),
        "block RAM": Resource(used=4, available=30),
        "SPRAM": Resource(used=0, available=4),
        "DSP": Resource(used=1, available=8),
        "PLL": Resource(used=1, available=1),
        "LUT": Resource(used=123, available=5280),
        "FF": Resource(used=15, available=5280),
    }
    assert result.bitstream == tmp_path / "out" / "build" / "top.bin"
    assert result.bitstream.read_text() == "bits\n"
    assert result.tools["yosys"] == "9.9 (environment)"
    assert Build.load(tmp_path / "out" / "build") == result
    assert json.loads(json.dumps(result.to_json()))["utilisation"]["DSP"] == {
        "used": 1, "available": 8}


def test_the_fastest_of_several_seeds_is_kept(tools, build, calls):
    tools(25.5, 31.5, 30.5, 31.5)
    told = []
    result = build(clock_hz=30_000_000, seeds=4,
                   progress=lambda what, done, total: told.append((what, done, total)))
    assert result.seeds == ((1, 25.5), (2, 31.5), (3, 30.5), (4, 31.5))
    assert (result.seed, result.fmax_mhz) == (2, 31.5)
    assert result.attempts == ((30.0, 31.5),)
    assert calls() == ["yosys"] + 4 * ["nextpnr", "icepack"]
    assert told[-3:] == [
        ("Placing and routing seed 2 of 4, 31.5 MHz so far", 2, 4),
        ("Placing and routing seed 3 of 4, 31.5 MHz so far", 3, 4),
        ("Placing and routing seed 4 of 4, 31.5 MHz so far", 4, 4),
    ]
    assert Build.load(result.bitstream.parent) == result


def test_a_seed_that_cannot_be_routed_is_left_out(tools, build):
    tools(40, 41, 42, place='case "$*" in *"--seed 2"*) echo "ERROR: stuck"; exit 1;; esac')
    result = build(clock_hz=30_000_000, seeds=3)
    assert [seed for seed, _ in result.seeds] == [1, 3]
    assert result.seed == 3


def test_a_seed_that_takes_too_long_is_left_out(tools, build):
    tools(40, 41, 42, place='case "$*" in *"--seed 1"*) exec sleep 60;; esac')
    result = build(clock_hz=30_000_000, seeds=2, minutes=0.05)
    assert [seed for seed, _ in result.seeds] == [2]


def test_a_build_that_takes_too_long_is_stopped(tools, build, tmp_path):
    tools(40, place="exec sleep 60")
    log = tmp_path / "out" / "build.failed.log"
    with pytest.raises(GossamerError, match=re.escape(
            "nextpnr-ice40 took longer than 0.01 minutes and was stopped; give it more of them, or "
            f"try more seeds; its log is {log}.")):
        build(clock_hz=30_000_000, minutes=0.01)
    assert files(tmp_path / "out") == [log.name]


def test_an_interrupted_sweep_goes_on_where_it_was(tools, build, calls, tmp_path):
    tools(31, 32, 33, 34)

    def interrupt(what, done, total):
        if "seed 3" in what:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(clock_hz=30_000_000, seeds=4, progress=interrupt)
    assert files(tmp_path / "out") == []
    build(clock_hz=30_000_000, seeds=4)
    assert calls().count("yosys") == 1
    assert calls().count("nextpnr") == 4


@pytest.mark.parametrize("minutes", [0, -1.5, float("nan")])
def test_a_placement_in_no_time_is_refused(build, minutes):
    with pytest.raises(GossamerError, match=r"^A placement takes more than no time; give it a "):
        build(minutes=minutes)


@pytest.mark.parametrize("options", [{"seeds": 0}, {"jobs": 0}])
def test_a_sweep_of_nothing_is_refused(tools, build, options):
    tools(40)
    with pytest.raises(GossamerError, match=(
            r"^A build tries one seed at least, in one job at least; ask for 1\.$")):
        build(**options)


def test_a_clock_that_is_missed_is_lowered_to_one_that_was_reached(tools, build):
    tools(26.2, 26.1)
    result = build(clock_hz=30_000_000)
    # The highest multiple of 375 kHz that is not above 98 % of 26.2 MHz.
    assert result.clock_hz == 25_500_000
    assert result.attempts == ((30.0, 26.2), (25.5, 26.1))


def test_the_clock_falls_with_every_attempt(tools, build):
    tools(29.9, 29.2, 28.6)
    result = build(clock_hz=30_000_000)
    assert [asked for asked, _ in result.attempts] == [30.0, 29.25, 28.5]


def test_a_design_that_reaches_nothing_is_refused(tools, build, tmp_path):
    tools(29, 28, 27, 26)
    with pytest.raises(GossamerError, match=(
            r"^The design reaches no clock that was tried on icebreaker \(30, 28\.12, 27\.38, "
            r"26\.25 MHz\); ask for a lower one, or for a smaller array\.$")):
        build(clock_hz=30_000_000)
    assert files(tmp_path / "out") == []


def test_a_result_is_used_again_when_all_inputs_are_equal(tools, build, calls):
    tools(26.2, 26.9)
    first = build(clock_hz=30_000_000)
    before = calls()
    second = build(clock_hz=30_000_000)
    assert calls() == before == 2 * ["yosys", "nextpnr", "icepack"]
    assert second.cached and not first.cached
    assert second.bitstream.read_text() == "bits\n"
    assert second.attempts == first.attempts


def test_another_clock_is_another_result(tools, build):
    tools(40, 40)
    build(clock_hz=30_000_000)
    assert not build(clock_hz=24_000_000).cached


def test_another_version_of_a_tool_is_another_result(tools, build, tmp_path, monkeypatch):
    tools(40, 40)
    build()
    changed = tmp_path / "tools" / "yosys10"
    changed.write_text(Path(os.environ["YOSYS"]).read_text().replace("yosys 9.9", "yosys 10.0"))
    changed.chmod(0o755)
    monkeypatch.setenv("YOSYS", str(changed))
    assert not build().cached


def test_a_design_that_is_too_big_is_refused_with_need_and_have(tools, build, tmp_path):
    tools(40, place=(
        "printf 'Info: Device utilisation:\\nInfo: \\t ICESTORM_LC: 6200/ 5280 117%%\\n"
        "Info: \\t ICESTORM_RAM: 31/ 30 103%%\\n' > top.tim; echo 'ERROR: No room'; exit 1"))
    with pytest.raises(GossamerError, match=(
            r"^The design does not fit icebreaker: it needs 6200 logic cells of 5280, 31 block RAM "
            r"of 30; prune more, use fewer lanes, or choose a larger board\.$")):
        build()
    assert files(tmp_path / "out") == []
    # The netlist alone, for another attempt.
    assert [files(tmp_path / "cache" / name) for name in files(tmp_path / "cache")] == [
        ["top.il", "top.json", "top.pcf", "top.rpt", "top.ys"]]


def test_a_tool_that_fails_leaves_its_log_until_a_build_succeeds(tools, build, tmp_path):
    log = tmp_path / "out" / "build.failed.log"
    for reason in ("disk full", "disk gone"):
        tools(40, 40, pack=f"echo half > top.bin; echo Packing; echo 'Error: {reason}.'; exit 1")
        with pytest.raises(GossamerError, match=(
                rf"^icepack ended with status 1 and said 'Error: {reason}'; its whole log is "
                rf"{log}\.$")):
            build()
        assert log.read_text() == f"Packing\nError: {reason}.\n"
        assert files(tmp_path / "out") == ["build.failed.log"]
    tools(40, 40, 40)
    assert build().bitstream.read_text() == "bits\n"
    assert files(tmp_path / "out") == ["build"]


def test_what_abc9_fails_at_is_mapped_without_it(tools, engine, identity, tmp_path, monkeypatch):
    """A Yosys that fails unless its script has the other mapper, for an ECP5."""
    folder = tmp_path / "tools"
    cells = {name: {"used": 2, "available": 4} for name in
             ("TRELLIS_COMB", "TRELLIS_FF", "DP16KD", "MULT18X18D", "EHXPLLL")}
    for name, variable, lines in (
            ("yosys", "YOSYS", ["grep -q '^abc -dress' top.ys || exit 1",
                                """echo '{"modules": {}}' > top.json"""]),
            ("nextpnr", "NEXTPNR_ECP5", [f"cp {folder}/ecp5 top.report.json"]),
            ("ecppack", "ECPPACK", ["echo bits > top.bit"])):
        path = folder / name
        path.write_text("\n".join([
            "#!/bin/sh", f'[ "$1" = --version ] && {{ echo "{name} 9.9"; exit 0; }}', *lines, ""]))
        path.chmod(0o755)
        monkeypatch.setenv(variable, str(path))
    (folder / "ecp5").write_text(json.dumps({
        "utilization": cells, "fmax": {"clk": {"achieved": 99.0, "constraint": 1.0}}}))
    told = []
    found = build_engine(
        gossamer_boards.get("ulx3s_12f"), engine, identity=identity, folder=tmp_path / "build",
        cache=tmp_path / "cache", progress=lambda what, done, total: told.append(what))
    assert "Synthesising with yosys again, without ABC9" in told
    assert found.bitstream.read_text() == "bits\n"
    script = (tmp_path / "build" / "top.ys").read_text().splitlines()
    first = next(number for number, line in enumerate(script) if line.startswith("synth_ecp5"))
    assert [line.split() for line in script[first:first + 4]] == [
        ["synth_ecp5", "-top", "top", "-run", ":map_luts"], ["abc", "-dress", "-lut", "4:7"],
        ["clean"], ["synth_ecp5", "-top", "top", "-run", "map_cells:"]]


def test_an_interrupted_build_leaves_the_earlier_one(tools, build, tmp_path):
    tools(40, 40)
    first = build(clock_hz=30_000_000)

    def interrupt(what, done, total):
        if "Packing" in what:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(clock_hz=24_000_000, progress=interrupt)
    assert files(tmp_path / "out") == ["build"]
    assert Build.load(tmp_path / "out" / "build") == first


def test_what_a_killed_build_left_is_cleared_away(tools, build, tmp_path):
    tools(40)
    left = tmp_path / "out" / ".build.partial"
    left.mkdir(parents=True)
    (left / "top.bin").write_text("half")
    build()
    assert files(tmp_path / "out") == ["build"]


def test_a_folder_that_cannot_be_written_is_named(tools, build, tmp_path):
    tools(40)
    (tmp_path / "out").write_text("a file")
    with pytest.raises(GossamerError, match=(
            rf"^{tmp_path}/out/build cannot be written \(Not a directory\); choose a folder that "
            r"you may write to\.$")):
        build()


def test_progress_is_told_step_by_step(tools, build):
    tools(40)
    told = []
    build(clock_hz=30_000_000, progress=lambda *step: told.append(step))
    assert told == [
        ("Writing the netlist for 30 MHz", 0, 4),
        ("Synthesising with yosys", 1, 4),
        ("Placing and routing with nextpnr-ice40", 2, 4),
        ("Packing the bitstream with icepack", 3, 4),
    ]


def test_the_first_run_of_a_wheels_tool_is_said_to_be_long(tools, build, tmp_path, monkeypatch):
    locate = toolchain.locate
    monkeypatch.setattr(toolchain, "locate", lambda name: replace(locate(name), found="wheel"))
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / "user" / name)
    tools(40, 40)
    told = []
    for clock_hz in (30_000_000, 24_000_000):
        build(clock_hz=clock_hz, progress=lambda what, done, total: told.append(what))
    first = " (first run: the tool is compiled, up to a minute)"
    assert told == [
        "Writing the netlist for 30 MHz",
        "Synthesising with yosys" + first,
        "Placing and routing with nextpnr-ice40" + first,
        "Packing the bitstream with icepack" + first,
        "Writing the netlist for 24 MHz",
        "Synthesising with yosys",
        "Placing and routing with nextpnr-ice40",
        "Packing the bitstream with icepack",
    ]


def test_a_folder_without_a_build_is_named(tmp_path):
    with pytest.raises(GossamerError, match=(
            rf"^{tmp_path} holds no finished build; build the design first\.$")):
        Build.load(tmp_path)


@pytest.mark.parametrize("text", [
    "{", "{}", "[]", "3", '{"board": "icebreaker", "bitstream": 3}',
    '{"board": "icebreaker", "bitstream": "top.bin", "clock_hz": 1, "fmax_mhz": 1, "baud": 1, '
    '"utilisation": []}',
])
def test_a_damaged_report_is_named(tmp_path, text):
    (tmp_path / "build.json").write_text(text)
    with pytest.raises(GossamerError, match=(
            rf"^{tmp_path}/build\.json, the report of the build, is damaged; build the design "
            r"again\.$")):
        Build.load(tmp_path)


def test_every_clock_has_a_rate_within_two_percent():
    for board in map(gossamer_boards.get, gossamer_boards.names()):
        for limit in range(12_000_000, 100_000_000, 1_000_000):
            if board.family == "ecp5" and limit < 25_000_000:
                continue
            clock = pll.highest(board.family, board.oscillator_hz, limit).frequency
            divisor, baud = uart(clock)
            assert abs(clock / divisor / baud - 1) < Fraction(2, 100)
            assert baud >= 460_800


def test_a_clock_that_is_too_slow_for_any_rate_is_refused():
    with pytest.raises(GossamerError, match=(
            r"^No UART rate fits a clock of 0\.1 MHz; ask for a faster clock\.$")):
        uart(100_000)


@pytest.mark.parametrize("name", gossamer_boards.names())
def test_the_same_design_is_the_same_files(name, engine, identity):
    board = gossamer_boards.get(name)
    clock = pll.highest(board.family, board.oscillator_hz, board.goal_hz)
    plans = [prepare(board, engine(), identity=identity, clock=clock) for _ in range(2)]
    assert plans[0].files == plans[1].files
    assert plans[0].commands == plans[1].commands
    text = "".join(plans[0].files.values())
    assert not re.search(r"/(home|root|tmp|work|usr)/", text)


def test_pins_that_a_platform_lacks_are_one_sentence(engine, identity, tmp_path):
    board = replace(BOARD, spi=link_spi(cs="1", copi="2", cipo="3", sck="4", conn=("gpio", 9)))
    with pytest.raises(GossamerError, match=r"^The platform of icebreaker lacks pins that the .*; "
                       r"correct the description, see docs/boards\.md\.$"):
        build_engine(board, engine, identity=identity, folder=tmp_path / "build", line="spi")
    assert files(tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", gossamer_boards.names())
def test_a_real_bitstream_is_made(name, engine, identity, tmp_path):
    board = gossamer_boards.get(name)
    result = build_engine(board, engine, identity=identity, folder=tmp_path / "build",
                          cache=tmp_path / "cache")
    assert result.bitstream.stat().st_size > 50_000
    assert result.fmax_mhz * 1e6 >= result.clock_hz
    flows.record(name, result.tools)     # `gossamer boards` says that it was built here
    if name == "icebreaker":
        # The host link: at most 900 logic cells and 6 block RAMs, whatever the engine.
        assert result.resources["logic cells"].used < 1000
        assert result.resources["block RAM"].used == 4
