"""The source of the program as the tests of the house read it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from jinlin.output.register.register import Register

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "src" / "jinlin"
SCHEMA = SOURCE / "store" / "schema"


@cache
def script(name: str) -> Any:
    """Return a file of the folder scripts as a module."""
    spec = spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_docs(name: str) -> str:
    """Return a page of the folder docs."""
    return (ROOT / "docs" / name).read_text("utf-8")


def commands_in_docs() -> list[str]:
    """Return every command, as docs/cli.md names it, which test_reference.py holds to the code."""
    return re.findall(r"^#+ (jinlin.*)$", in_docs("cli.md"), re.MULTILINE)


def registers() -> list[Any]:
    """Return every register that is declared (see `jinlin.output.register`)."""
    found = [
        import_module(f"jinlin.{'.'.join(path.relative_to(SOURCE).with_suffix('').parts)}")
        for path in SOURCE.rglob("*.py")
        if re.search(r"= \w*Register\(", path.read_text("utf-8"))
    ]
    return [one for module in found for one in vars(module).values() if isinstance(one, Register)]


_NAMED = re.compile(
    r"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|INDEX\s+\w+\s+ON)\s+(?:OR\s+\w+\s+)?([a-z_]+)"
)
_FIRST_IS_TABLE = {"insert", "insert_many", "update"}


def floors() -> list[str]:
    """Return the rooms from the top floor down, as the import contract names them."""
    found: list[str] = script("pictures").rooms()
    return found


def owners() -> dict[str, str]:
    """Return which room each table belongs to: the section of the schema script it stands in."""
    found: dict[str, str] = script("pictures").owners()
    return found


def tables_named(source: str) -> Iterator[tuple[int, str]]:
    """Return the line and name of each table that the SQL text of a module names."""
    tree = ast.parse(source)
    inside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
        for part in node.values
    }  # fmt: skip
    for node in ast.walk(tree):
        if id(node) in inside:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "?" for part in node.values
            )
        elif isinstance(node, ast.Call):
            text = f"INTO {_table_of_call(node)}"
        else:
            continue
        yield from ((node.lineno, name) for name in _NAMED.findall(text))


def _table_of_call(node: ast.Call) -> str:
    """Return the table that `tx.insert("table", …)` and its like name."""
    first = node.args[0] if node.args else None
    writes = isinstance(node.func, ast.Attribute) and node.func.attr in _FIRST_IS_TABLE
    if writes and isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value
    return ""


def reaching_up(source: str, room: str) -> list[str]:
    """Return the tables of higher rooms that a module's SQL names."""
    rooms, owner = floors(), owners()
    return [
        f"line {line}: {table} belongs to {owner[table]}"
        for line, table in tables_named(source)
        if table in owner and rooms.index(owner[table]) < rooms.index(room)
    ]
