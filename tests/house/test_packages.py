"""Rooms within rooms: no circle anywhere, no folder one would get lost in, each says what it is for."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from house.sources import SOURCE

MOST_MODULES = 17
MOST_LINES = 60
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


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_no_package_is_wider_than_a_page(package: Path) -> None:
    assert len([*package.glob("*.py")]) - 1 <= MOST_MODULES


def definitions() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node


def test_no_class_name_stands_for_two_things() -> None:
    named = Counter(node.name for _path, node in definitions() if isinstance(node, ast.ClassDef))
    assert [name for name, times in named.items() if times > 1] == []


def test_no_function_is_longer_than_a_screen() -> None:
    assert [
        f"{path.relative_to(SOURCE)} {node.name}"
        for path, node in definitions()
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= MOST_LINES  # type: ignore[operator]
    ] == []


def test_every_module_says_what_it_is() -> None:
    said = {
        path.relative_to(SOURCE).as_posix(): ast.get_docstring(ast.parse(path.read_text("utf-8")))
        for path in SOURCE.rglob("*.py")
        if path.name != "__main__.py"
    }
    assert [path for path, text in said.items() if not text or text.startswith("TODO")] == []
    assert [text for text, times in Counter(said.values()).items() if times > 1] == []


def test_nothing_private_is_imported_from_another_module() -> None:
    assert [
        f"{path.relative_to(SOURCE)} {alias.name}"
        for path, node in definitions()
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jinlin")
        for alias in node.names
        if alias.name.startswith("_") and alias.name not in {"_", "__version__"}
    ] == []
