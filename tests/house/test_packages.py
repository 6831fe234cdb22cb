"""Rooms within rooms: no circle anywhere, no folder one would get lost in, each says what it is for."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from house.sources import SOURCE

PACKAGES = sorted(path.parent for path in SOURCE.rglob("__init__.py"))


@cache
def imports() -> dict[str, frozenset[str]]:
    """Return of every module which modules it imports, also inside functions and for types only."""
    graph = grimp.build_graph("jinlin", cache_dir=None)
    return {
        module: frozenset(graph.find_modules_directly_imported_by(module))
        for module in graph.modules
    }


def test_no_file_imports_itself_by_way_of_others() -> None:
    TopologicalSorter(imports()).prepare()  # names the circle


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_no_package_imports_itself_by_way_of_its_neighbours(package: Path) -> None:
    inside = ".".join(("jinlin", *package.relative_to(SOURCE).parts)) + "."
    neighbours: dict[str, set[str]] = defaultdict(set)
    for module, imported in imports().items():
        for other in imported:
            if module.startswith(inside) and other.startswith(inside):
                one, two = (name.removeprefix(inside).split(".")[0] for name in (module, other))
                neighbours[one].update({two} - {one})
    TopologicalSorter(neighbours).prepare()


def definitions() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node


def test_nothing_private_is_imported_from_another_module() -> None:
    assert [
        f"{path.relative_to(SOURCE)} {alias.name}"
        for path, node in definitions()
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jinlin")
        for alias in node.names
        if alias.name.startswith("_") and alias.name not in {"_", "__version__"}
    ] == []
