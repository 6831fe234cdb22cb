"""What we use of Typer's inside stands in one file, and is there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import requires, version
from pathlib import Path

from packaging.requirements import Requirement

import jinlin

SOURCE = Path(jinlin.__file__).parent
INSIDE = SOURCE / "output" / "typer_inside.py"


def private_names(path: Path) -> Iterator[tuple[str, str]]:
    """Yield module and name of what a file takes from Typer's inside."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("typer"):
            for name in node.names:
                if "._" in f"{node.module}.{name.name}":
                    yield str(node.module), name.name
        if isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names if name.name.startswith("typer._"))


def test_no_other_file_reaches_into_typer() -> None:
    tests = Path(__file__).parents[1]
    found = [
        str(path)
        for folder in (SOURCE, tests)
        for path in folder.rglob("*.py")
        if path not in {INSIDE, Path(__file__)} and "typer._" in path.read_text(encoding="utf-8")
    ]
    assert not found


def test_this_typer_has_all_we_use_of_its_inside() -> None:
    missing = [
        f"{module}.{name}" for module, name in private_names(INSIDE) if not _has(module, name)
    ]
    assert not missing, f"Typer {version('typer')} breaks jinlin: it lacks {', '.join(missing)}"


def test_the_typer_installed_is_one_that_is_allowed() -> None:
    [bounds] = [
        one.specifier for one in map(Requirement, requires("jinlin") or ()) if one.name == "typer"
    ]
    assert version("typer") in bounds


def _has(module: str, name: str) -> bool:
    try:
        return hasattr(import_module(module), name) or bool(import_module(f"{module}.{name}"))
    except ImportError:
        return False
