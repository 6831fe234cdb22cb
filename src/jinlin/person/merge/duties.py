"""What still needs a person's record, and what to type so that nothing does."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.person.people.queries import PersonRow
from jinlin.person.references.places import places_of
from jinlin.store.schema.duties import DUTIES
from jinlin.store.transaction.tx import Reader


class Need(NamedTuple):
    """Why somebody cannot be forgotten yet.

    Attributes:
        table: where it is.
        reason: what needs her, in words.
        ways: the commands that end it.
    """

    table: str
    reason: str
    ways: tuple[str, ...]


class _Row(NamedTuple):
    """One row that needs her: how people name it, and the columns of it that lead to her."""

    name: str
    keys: frozenset[str]


def duties_of(reader: Reader, person: PersonRow) -> list[Need]:
    """Return everything that still needs a person's record."""
    needs = []
    for table, duty in DUTIES.items():
        either = " OR ".join(f"{key} = ?1" for key in duty.keys)
        rows = reader.rows(
            f"SELECT * FROM {table} WHERE ({either}) AND {duty.open} ORDER BY id", (person.id,)
        )
        if rows:
            found = [
                _Row(name, frozenset(key for key in duty.keys if row[key] == person.id))
                for row, name in zip(rows, _names_of(reader, table, rows), strict=True)
            ]
            names = _(", ").join(dict.fromkeys(row.name for row in found))
            ways = dict.fromkeys(WAYS_OUT[table](person, row) for row in found)
            reason = _(REASONS[table]).format(names=names, number=person.label)
            needs.append(Need(table, reason, tuple(ways)))
    return needs


def _names_of(reader: Reader, table: str, rows: Sequence[sqlite3.Row]) -> list[str]:
    """Return how people name rows of a table of `DUTIES`: a title, an issue's number, a door."""
    if table == "issue":
        return [f"{row['year']:04d}-{row['number']:04d}" for row in rows]
    if building := DUTIES[table].building:
        return places_of(reader, building, rows)
    if table != "post":
        return [""] * len(rows)
    titles = [str(row["title"]) for row in rows]
    return [
        title if titles.count(title) == 1 else str(row["unit"] or row["body"])
        for title, row in zip(titles, rows, strict=True)
    ]


REASONS: Mapping[str, str] = {
    "post": N_("holds a post today ({names})"),
    "member": N_("is a Party member of this branch (after a death: jinlin member remove {number})"),
    "coverage": N_("looks after buildings as a red steward ({names})"),
    "issue": N_("is in charge of open issues or does the work ({names})"),
    "household": N_("represents households in votes ({names})"),
}
"""Why somebody cannot be forgotten yet, by the table that needs her."""


def _end_post(person: PersonRow, row: _Row) -> str:
    post = f'"{row.name}"' if " " in row.name else row.name
    return as_spoken(f"jinlin member post end {person.label} {post}")


def _leave(person: PersonRow, _row: _Row) -> str:
    return _("jinlin member transfer {number} --out --other <BRANCH>").format(number=person.label)


def _uncover(person: PersonRow, _row: _Row) -> str:
    return as_spoken(f"jinlin team uncover {person.label}")


def _hand_over(_person: PersonRow, row: _Row) -> str:
    words = [as_spoken(f"jinlin issue assign {row.name}")]
    words += [_("WHO")] * ("steward_id" in row.keys)
    words += [f"{as_typed('--doing')} {_('WHO')}"] * ("doer_id" in row.keys)
    return " ".join(words)


def _stand_down(_person: PersonRow, row: _Row) -> str:
    return as_spoken(f"jinlin household representative {row.name} {as_typed('--remove')}")


WAYS_OUT: Mapping[str, Callable[[PersonRow, _Row], str]] = {
    "post": _end_post,
    "member": _leave,
    "coverage": _uncover,
    "issue": _hand_over,
    "household": _stand_down,
}
"""What to type about a row that needs her."""
