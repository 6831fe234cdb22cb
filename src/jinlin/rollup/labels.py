"""What is handed up by the words of those who read it, and of the rooms it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from jinlin.core.i18n import _
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.issue.record.categories import category_label, group_label, shipped_categories
from jinlin.meeting.rules.kinds import meeting_types
from jinlin.member.rules.purses import Purse
from jinlin.rollup.rules.cells import Key
from jinlin.rollup.rules.tables import TABLES


def table_labels() -> Mapping[str, str]:
    """Return what the tables are called."""
    return {name: _(table.label) for name, table in TABLES.items()}


def measure_labels() -> Mapping[str, str]:
    """Return what the measures are called."""
    return {
        measure: _(text) for table in TABLES.values() for measure, text in table.measures.items()
    }


def in_order(cell: tuple[Key, int]) -> tuple[int, str, int]:
    """Return by what cells are put in the order in which people read them."""
    key = cell[0]
    measures = list(TABLES[key.table].measures)
    return list(TABLES).index(key.table), key.item, measures.index(key.measure)


def item_label(table: str, item: str) -> str:
    """Return what an item of a table is called, by the words of the room it comes from."""
    return _ITEMS.get(table, str)(item)


def _category(item: str) -> str:
    group, _slash, code = item.partition("/")
    named = {one["code"]: one["name"] for one in shipped_categories()["category"]}
    if not code:
        return _("{group}, kept back").format(group=group_label(group))
    return category_label(named.get(code, code))


def _meeting(item: str) -> str:
    known = meeting_types().get(item)
    return known.name if known else item


def _elevator(item: str) -> str:
    kind, _slash, stage = item.partition("/")
    return f"{WorksKind(kind).label}·{Stage(stage).label}"


_ITEMS: Final[Mapping[str, Callable[[str], str]]] = {
    "categories": _category,
    "groups": group_label,
    "meetings": _meeting,
    "purses": lambda item: Purse(item).label,
    "elevators": _elevator,
}
