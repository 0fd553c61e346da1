"""The code blocks of the README and of the pages run as printed.

The blocks of a page run in order in one empty folder. A comment on the line before a block says
what is special about it::

    <!-- file: net.py -->       the block is written to this file
    <!-- slow -->               runs in the slow tests; the fast ones check that its commands parse
    <!-- not run: reason -->    is never run; its commands are parsed
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer

from gossamer.cli import app

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]

BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]*?) -->\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language, the comment before it, and its text."""

    language: str
    mark: str
    text: str

    @property
    def runs(self) -> bool:
        if self.mark.startswith("file: "):
            return True
        return self.language in ("sh", "python") and not self.mark.startswith("not run")


def blocks(page: str) -> list[Block]:
    return [Block(match["language"], match["mark"] or "", match["text"])
            for match in BLOCK.finditer((ROOT / page).read_text())]


def execute(block: Block, folder: Path) -> None:
    if block.mark.startswith("file: "):
        (folder / block.mark.removeprefix("file: ")).write_text(block.text)
        return
    command = ["sh", "-euc", block.text] if block.language == "sh" else [
        sys.executable, "-c", block.text]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(command, cwd=folder, env=os.environ | {"PATH": path}, check=False,
                          capture_output=True, text=True)
    assert done.returncode == 0, f"{block.text}\n{done.stdout}\n{done.stderr}"


def parse(block: Block) -> None:
    """Check every `gossamer` command of a shell block without running it."""
    root = typer.main.get_command(app)
    for line in block.text.splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["gossamer"]:
            with root.make_context("gossamer", words[1:]) as context:
                name, command, rest = root.resolve_command(  # type: ignore[attr-defined]
                    context, [*context._protected_args, *context.args])
                command.make_context(name, rest, parent=context)


@pytest.mark.parametrize("page", PAGES)
def test_commands_on_the_page_are_understood(page):
    for block in blocks(page):
        if block.language == "sh":
            parse(block)


@pytest.mark.parametrize("page", PAGES)
def test_quick_blocks_run(page, tmp_path):
    for block in blocks(page):
        if block.runs and block.mark != "slow":
            execute(block, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in PAGES if any(b.mark == "slow" for b in blocks(p))])
def test_all_blocks_run_in_order(page, tmp_path):
    for block in blocks(page):
        if block.runs:
            execute(block, tmp_path)


def test_marks_are_spelt_correctly():
    marks = {block.mark for page in PAGES for block in blocks(page)}
    assert not [mark for mark in marks
                if mark not in ("", "slow") and not mark.startswith(("file: ", "not run: "))]


def test_every_verb_is_in_the_readme():
    text = "".join(block.text for block in blocks("README.md") if block.language == "sh")
    for command in app.registered_commands:
        assert f"gossamer {command.name}" in text


def test_links_between_pages_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / page).read_text()):
            assert (ROOT / page).parent.joinpath(target).exists(), f"{page}: {target}"
