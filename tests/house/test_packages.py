"""Rooms within rooms: no circle anywhere, no folder one would get lost in, each says what it is for."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

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


class ModuleFacts(NamedTuple):
    """What the tests below ask of a module; the modules are parsed once for all of them."""

    path: str
    docstring: str | None
    classes: list[str]
    long_functions: list[str]
    private_imports: list[str]
    translated: list[str]


@cache
def modules() -> list[ModuleFacts]:
    return [facts_of(path.relative_to(SOURCE).as_posix(), path.read_text("utf-8"))
            for path in sorted(SOURCE.rglob("*.py"))]  # fmt: skip


def facts_of(path: str, source: str) -> ModuleFacts:
    tree = ast.parse(source)
    found = ModuleFacts(path, ast.get_docstring(tree), [], [], [], [*translated_at_import(tree)])
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef():
                found.classes.append(node.name)
            case ast.FunctionDef(end_lineno=int(last)) if last - node.lineno >= MOST_LINES:
                found.long_functions.append(node.name)
            case ast.ImportFrom(module=str(module)) if module.startswith("jinlin"):
                found.private_imports.extend(
                    alias.name
                    for alias in node.names
                    if alias.name.startswith("_") and alias.name not in {"_", "__version__"}
                )
    return found


def translated_at_import(node: ast.AST) -> Iterator[str]:
    """Return what `_` is called for before a function runs: in its declaration, or in none."""
    match node:
        case ast.Lambda():
            return
        case ast.FunctionDef():
            parts: list[ast.AST] = [node.args, *node.decorator_list]
        case ast.Call(func=ast.Name(id="_")):
            yield ast.unparse(node)
            return
        case _:
            parts = [*ast.iter_child_nodes(node)]
    for part in parts:
        yield from translated_at_import(part)


def test_no_class_name_stands_for_two_things() -> None:
    named = Counter(name for module in modules() for name in module.classes)
    assert [name for name, times in named.items() if times > 1] == []


def test_no_function_is_longer_than_a_screen() -> None:
    assert {one.path: one.long_functions for one in modules() if one.long_functions} == {}


def test_every_module_says_what_it_is() -> None:
    said = {one.path: one.docstring for one in modules() if not one.path.endswith("__main__.py")}
    assert [path for path, text in said.items() if not text or text.startswith("TODO")] == []
    assert [text for text, times in Counter(said.values()).items() if times > 1] == []


def test_nothing_private_is_imported_from_another_module() -> None:
    assert {one.path: one.private_imports for one in modules() if one.private_imports} == {}


def test_nothing_is_translated_before_it_is_asked_for() -> None:
    assert {one.path: one.translated for one in modules() if one.translated} == {}


@pytest.mark.parametrize(
    "source",
    [
        'HELP = _("Why.")',
        'def f(reason: Annotated[str, TEXT.option(help=_("Why."))]) -> None: ...',
        'class Words(NamedTuple):\n  reason: Annotated[str, TEXT.option(help=_("Why."))]',
        'def f(reason: str = _("Why.")) -> None: ...',
    ],
)
def test_what_is_translated_too_early_is_found(source: str) -> None:
    later = 'def g() -> str:\n  return _("Later.")\nh = lambda: _("Later.")\n'
    assert facts_of("x.py", later + source).translated == ["_('Why.')"]
