"""Short ways to a few issues."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded
from issue.adding import Add


@pytest.fixture
def add(jinlin: Jinlin) -> Add:
    """Record an issue and return its number; `公共照明` where no category is named."""

    def add(title: str = "路灯不亮", *words: str) -> str:
        category = () if "--category" in words else ("--category", "公共照明")
        return jinlin("issue", "add", title, *category, *words, "-q").out.strip()

    return add


@seeded
def one(jinlin: Jinlin, add: Add) -> Jinlin:
    """A database with one issue."""
    add()
    return jinlin
