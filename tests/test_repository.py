"""What is tracked names no machine and no registry, and every package says that it is typed."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: Where packages come from is the user's setting. Written apart, so that this file may be tracked.
HOSTS = [".".join(parts) for parts in (
    ("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"), ("proxy", "golang"),
    ("download", "pytorch"), ("deb", "debian"), ("crates", "io"), ("conda", "anaconda"),
)]

#: The home or work folder of a person or a machine.
MACHINE = re.compile(r"(?<![\w.~$}])/(?:home|root|Users|work|opt|mnt|media|srv|data)/[\w.]")


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False,
                          text=True)
    if done.returncode:
        pytest.skip("this is not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def lines() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue  # a picture
        found += [(f"{path.relative_to(ROOT)}:{number}", line)
                  for number, line in enumerate(text.splitlines(), 1)]
    return found


def test_no_file_names_a_package_registry():
    assert not [where for where, line in lines() if any(host in line for host in HOSTS)]


def test_no_file_holds_a_path_of_one_machine():
    here = (str(ROOT) + "/", str(Path.home()) + "/")
    assert not [where for where, line in lines()
                if MACHINE.search(line) or any(path in line for path in here)]


def test_no_generated_file_is_tracked():
    kinds = {".v", ".il", ".vcd", ".fst", ".bin", ".bit", ".asc", ".gsm", ".pyc", ".log"}
    # The bench's harness and the models of pins and memories are written by hand.
    assert {path.name for path in tracked() if path.suffix in kinds} <= {
        "harness.v", "ice40_pads.v", "ecp5_pads.v", "gowin_pads.v", "nexus_pads.v",
        "block_ram.v", "spi_flash.v", "quad_flash.v", "sdram.v"}


def test_every_package_is_typed():
    for package in ("sw/gossamer", "hw/gossamer_hw", "sim/gossamer_sim", "boards/gossamer_boards"):
        assert (ROOT / package / "py.typed").is_file()
