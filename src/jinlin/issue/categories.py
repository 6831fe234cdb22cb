"""The usual categories, and how a new database gets them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any, Final

from jinlin.store.command import Tx

COLUMNS: Final = (
    "code", "group_code", "name", "spoken", "respond_amount", "respond_unit", "close_amount",
    "close_unit", "raise_amount", "raise_unit", "first_handler", "goes_to", "privacy", "advice",
    "origin",
)  # fmt: skip


def seed_categories(tx: Tx) -> None:
    """Give a new database the usual categories with their limits."""
    text = resources.files("jinlin.issue").joinpath("categories.toml").read_text("utf-8")
    tx.insert_many("category", COLUMNS, _rows(tomllib.loads(text)))


def _rows(data: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Return one row a category, each group first: a group is a category for the undecided."""
    fallback = data["category"][-1]
    for code, name in data["groups"].items():
        if code != fallback["group"]:
            yield _row({**fallback, "code": code, "group": code, "name": name, "origin": ""})
    for category in data["category"]:
        yield _row(category)


def _row(category: dict[str, Any]) -> tuple[Any, ...]:
    return (
        category["code"], category["group"], category["name"], " ".join(category["spoken"]),
        *category["respond"], *category["close"], *category["raise"],
        category["first_handler"], category["goes_to"], category["privacy"], category["advice"],
        category["origin"],
    )  # fmt: skip
