"""The program opens no network connection."""

from __future__ import annotations

import ast
import re

import pytest
from house.sources import SOURCE

NETWORK = frozenset({
    "socket", "ssl", "urllib", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc",
    "socketserver", "requests", "httpx", "aiohttp", "asyncio", "webbrowser",
})  # fmt: skip


def imported(source: str) -> set[str]:
    """Return the packages that a module imports, wherever it does."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_no_module_imports_what_opens_a_connection() -> None:
    sources = {path: path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    reaching = {
        path.relative_to(SOURCE).as_posix(): imported(source) & NETWORK
        for path, source in sources.items()
        if NETWORK.intersection(re.findall(r"\w+", source))  # the others need no parsing
    }
    assert {path: names for path, names in reaching.items() if names} == {}


@pytest.mark.parametrize("source", ["import socket", "def f():\n  from urllib import request"])
def test_one_that_did_would_be_found(source: str) -> None:
    assert imported(source) & NETWORK
