"""Where words are looked for among homes: the door itself, and what visits there brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.complex.household.door import doors_meant
from jinlin.complex.rules.address import home_words
from jinlin.core.i18n import N_
from jinlin.output.contribution.searching import Hit, Searched, Shown, Sought, in_columns
from jinlin.store.transaction.tx import Reader


def _homes(reader: Reader, sought: Sought) -> tuple[Sequence[Hit], int]:
    doors = doors_meant(reader, sought.text)
    found = [Hit(door.label, home_words(door.building, door.entrance, door.room)) for door in doors]
    return found[: sought.limit or None], len(found)


SEARCH: Final = (
    Searched(N_("Home"), _homes),
    Searched(
        N_("Home visit"),
        in_columns(
            "visit AS t JOIN household AS h ON h.id = t.household_id"
            " JOIN building AS b ON b.id = h.building_id",
            Shown(
                number="b.code || ifnull('-' || h.entrance, '') || '-' || h.room",
                title="ifnull(t.result, t.purpose)",
                day="t.visited_on",
            ),
            also=("t.met", "t.visitors"),
        ),
        opened=False,
    ),
)
