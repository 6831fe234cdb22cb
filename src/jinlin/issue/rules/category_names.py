"""What the categories and groups that come with the program are called in English.

The database keeps the Chinese name; a name that is not ours is said as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from jinlin.core.i18n import speaking


def shipped_categories() -> dict[str, Any]:
    """Return what `categories.toml` says: a table of groups, and a list of categories."""
    import tomllib
    from importlib import resources

    text = resources.files("jinlin.issue").joinpath("categories.toml").read_text("utf-8")
    return tomllib.loads(text)


def category_labels() -> Mapping[str, str]:
    """Return by its name in the database what a category or a group is called, as labels."""
    return english_names() if speaking() == "en" else MappingProxyType({})


def category_label(name: str) -> str:
    """Return what a category or a group is called in the user's language."""
    return category_labels().get(name, name)


def group_label(code: str) -> str:
    """Return what the group of a code is called in the user's language; the code of no group."""
    group = shipped_categories()["groups"].get(code, {"name": code})
    return category_label(group["name"])


@cache
def english_names() -> Mapping[str, str]:
    """Return what the categories and groups are called in English, by their Chinese names."""
    return MappingProxyType(dict(_names(shipped_categories())))


def _names(shipped: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in (*shipped["groups"].values(), *shipped["category"]):
        yield one["name"], one["english"]
