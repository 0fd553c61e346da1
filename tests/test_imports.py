"""What may import what: the arrows between the four packages, and torch only where it trains."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.graphs import tiny_mlp

ROOT = Path(__file__).parents[1]

PACKAGES = {"gossamer": "sw", "gossamer_hw": "hw", "gossamer_sim": "sim",
            "gossamer_boards": "boards"}

#: Which of our packages each may import, besides itself.
ARROWS = {
    "gossamer_hw": set(),
    "gossamer": {"gossamer_hw"},
    "gossamer_sim": {"gossamer", "gossamer_hw"},
    "gossamer_boards": {"gossamer", "gossamer_hw"},
}

#: They import all four, and nothing but each other and the lazy verbs imports them.
ROOF = {"gossamer.api", "gossamer.cli", "gossamer.demonstration", "gossamer.running",
        "gossamer.verification"}

#: Below these, and nowhere else, torch is imported.
TORCH = ("gossamer.compress", "gossamer.importers.torch")


def below(module: str, *parents: str) -> bool:
    return any(module == parent or module.startswith(parent + ".") for parent in parents)


def modules() -> dict[str, Path]:
    found = {}
    for package, folder in PACKAGES.items():
        base = ROOT / folder
        for path in sorted((base / package).rglob("*.py")):
            parts = path.relative_to(base).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


class Running(ast.NodeTransformer):
    """Leaves out what only type checkers read."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        is_typing = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        return None if is_typing else self.generic_visit(node)


def imports(module: str, *, running: bool = False) -> Iterator[str]:
    """Every name that an import statement of the module reaches, at any depth of its code."""
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    tree: ast.AST = ast.parse(path.read_text())
    for node in ast.walk(Running().visit(tree) if running else tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parent = package.split(".")[:len(package.split(".")) - node.level + 1]
                base = ".".join([*parent, *([node.module] if node.module else [])])
            for alias in node.names:
                name = f"{base}.{alias.name}"
                yield name if name in MODULES else base


@pytest.mark.parametrize("module", MODULES)
def test_a_package_imports_only_what_its_arrows_allow(module):
    if module in ROOF:
        return
    package = module.partition(".")[0]
    allowed = ARROWS[package] | {package}
    reached = {name.partition(".")[0] for name in imports(module)} & set(PACKAGES)
    assert not reached - allowed


@pytest.mark.parametrize("module", [m for m in MODULES if below(m, "gossamer_hw")])
def test_the_hardware_library_imports_only_numpy_and_amaranth(module):
    reached = {name.partition(".")[0] for name in imports(module)} - set(sys.stdlib_module_names)
    assert not reached - {"numpy", "amaranth", "gossamer_hw"}


@pytest.mark.parametrize("module", MODULES)
def test_nothing_imports_the_roof_but_the_lazy_verbs(module):
    if module in ROOF or module in ("gossamer", "gossamer.__main__"):
        return
    assert not set(imports(module)) & ROOF


@pytest.mark.parametrize("module", MODULES)
def test_torch_is_imported_only_where_it_trains(module):
    if not below(module, *TORCH):
        reached = imports(module, running=True)
        assert not [name for name in reached if below(name, "torch", "torchvision")]


@pytest.mark.parametrize("module", MODULES)
def test_what_imports_torch_is_imported_only_inside_functions_of_the_roof(module):
    """At the top of a file, nothing outside reaches into the folders that import torch."""
    if below(module, *TORCH):
        return
    inside = {name for name in imports(module) if below(name, *TORCH)}
    assert not inside or module in ROOF


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=False,
                          capture_output=True, text=True)


NO_TORCH = "\nimport sys; sys.exit('torch was imported' if 'torch' in sys.modules else 0)"


@pytest.mark.parametrize("code", [
    "import gossamer_hw",
    "import gossamer",
    "import gossamer as gs; gs.inspect; gs.Description",
    "import gossamer.cli",
    "import gossamer_sim, gossamer_boards",
    "import gossamer.ir, gossamer.plan",
])
def test_importing_does_not_load_torch(code):
    done = run(code + NO_TORCH)
    assert (done.returncode, done.stderr) == (0, "")


def test_generating_from_a_saved_description_does_not_load_torch(tmp_path):
    from gossamer.description import Description

    path = Description(graph=tiny_mlp(), name="tiny").save(tmp_path / "net.gsm")
    code = ("import sys, gossamer as gs\n"
            "gs.generate(sys.argv[1], board='icebreaker', out=sys.argv[2])")
    done = run(code + NO_TORCH, path, tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_gossamer_loads_none_of_its_parts():
    code = ("import gossamer, sys\n"
            "print(*sorted(m for m in sys.modules if m.startswith(('gossamer', 'numpy'))))")
    assert run(code).stdout.split() == ["gossamer"]
