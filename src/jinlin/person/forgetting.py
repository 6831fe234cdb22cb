"""Delete what is kept of a person for good, from the history too, leaving the counts true."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.person.queries import PersonRow
from jinlin.person.traces import Traces
from jinlin.store.forgetting import bury
from jinlin.store.kept import FOLDER
from jinlin.store.personal import DUTIES, ENDED, FORGOTTEN
from jinlin.store.sealing import ENDING
from jinlin.store.tx import Reader, Tx


class Forgetting(NamedTuple):
    """What forgetting a person does.

    Attributes:
        own: her own rows that are cleared, by table.
        named: rows of others in which her name, phone or id is replaced, by table.
        left: texts that stay, since a namesake may be meant.
        kept: rows of accounts and sentences of the log in which her name stays, by table.
        changes: rows of the history whose values are deleted.
        entries: commands of the history that can no longer be undone.
        backups: the copies beside the database that still hold her, by file name.
    """

    own: Mapping[str, int]
    named: Mapping[str, int]
    left: int
    kept: Mapping[str, int]
    changes: int
    entries: int
    backups: Sequence[str]


def survey(reader: Reader, person: PersonRow) -> Forgetting:
    """Return what forgetting a person would do.

    Raises:
        RuleError: she was forgotten before, or her record is still needed.
    """
    _check(reader, person)
    return _told(reader, person, Traces(reader, person.id))


def forget(tx: Tx, person: PersonRow) -> Forgetting:
    """Delete what is kept of a person for good; it cannot be undone.

    Her row and those that are counted stay, without telling of her.

    Raises:
        RuleError: she was forgotten before, or her record is still needed.
    """
    _check(tx, person)
    traces = Traces(tx, person.id)
    told = _told(tx, person, traces)
    for edit in traces.edits:
        tx.update(edit.table, edit.row_id, **edit.values)
    for table in ENDED:
        _end(tx, table, traces.ids[table])
    for row_id in traces.ids["person"]:
        tx.update("person", row_id, forgotten_at=tx.clock.stamp)
    bury(tx.connection, traces.changes, seq=tx.seq)
    tx.describe(
        Message(N_("Forgot {person}: what was kept of her is deleted"), {"person": person.label}),
        reverse=Message(N_("bring {person} back"), {"person": person.label}),
        subject=person.label,
    )
    return told


def _check(reader: Reader, person: PersonRow) -> None:
    if reader.value("SELECT forgotten_at FROM person WHERE id = ?", (person.id,)):
        raise RuleError(
            _("{number} was forgotten before.").format(number=person.label),
            hint=_("See: jinlin log {number}").format(number=person.label),
        )
    for table, (keys, open_) in DUTIES.items():
        either = " OR ".join(f"{key} = ?1" for key in keys)
        count = reader.value(
            f"SELECT count(*) FROM {table} WHERE ({either}) AND {open_}", (person.id,)
        )
        if count:
            raise RuleError(
                _(REASONS[table]).format(person=person.masked, count=count),
                hint=_(WAYS_OUT[table]).format(number=person.label),
            )


REASONS: Mapping[str, str] = {
    "post": N_("{person} holds a post today; who acts in a post must stay recorded."),
    "member": N_("{person} is a Party member of this branch; the register must keep her."),
    "coverage": N_("{person} looks after buildings as a red steward."),
    "issue": N_("{person} is in charge of open issues: {count}."),
    "household": N_("{person} represents a household in votes."),
}
"""Why somebody cannot be forgotten yet, by the table that needs her."""

WAYS_OUT: Mapping[str, str] = {
    "post": N_("End it first: jinlin member post end {number}"),
    "member": N_("Record first that she was transferred out or has left."),
    "coverage": N_("Give the buildings to somebody else first."),
    "issue": N_("Close them or give them to somebody else: jinlin issue assign NUMBER WHO"),
    "household": N_("Name another representative first: jinlin household edit HOME"),
}
"""What to do about it."""


def _told(reader: Reader, person: PersonRow, traces: Traces) -> Forgetting:
    return Forgetting(
        own=Counter(edit.table for edit in traces.edits if edit.own),
        named=Counter(edit.table for edit in traces.edits if not edit.own),
        left=traces.left,
        kept=traces.kept,
        changes=len(traces.changes),
        entries=_entries(reader, traces.changes),
        backups=backups_holding(reader.path, person.number),
    )


def _entries(reader: Reader, changes: frozenset[int]) -> int:
    """Return how many commands some changes belong to."""
    marks = json_list(changes)
    return int(
        reader.value(
            "SELECT count(DISTINCT entry) FROM row_change"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (marks,),
        )
    )


def json_list(numbers: frozenset[int]) -> str:
    """Return numbers as one value for a statement, however many they are."""
    return f"[{','.join(map(str, numbers))}]"


def _end(tx: Tx, table: str, ids: Sequence[int]) -> None:
    """End rows that tell of nobody any more: removed where they can be, else deleted."""
    marks = ", ".join("?" * len(ids))
    if any(row["name"] == "removed_at" for row in tx.rows(f"PRAGMA table_info({table})")):
        tx.write(
            f"UPDATE {table} SET removed_at = ? WHERE id IN ({marks}) AND removed_at IS NULL",
            (tx.clock.stamp, *ids),
        )
    else:
        tx.write(f"DELETE FROM {table} WHERE id IN ({marks})", ids)


def backups_holding(path: Path, number: int) -> list[str]:
    """Return the names of the backups beside a database that still hold a person.

    One that cannot be read, being damaged or encrypted, is named too: nobody can tell.
    """
    folder = path.parent / FOLDER
    copies = [*folder.glob("*.db"), *folder.glob(f"*{ENDING}")] if folder.is_dir() else ()
    found = []
    for copy in sorted(copies):
        try:
            address = f"{copy.absolute().as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(address, uri=True)) as connection:
                row = connection.execute(
                    "SELECT name FROM person WHERE number = ?", (number,)
                ).fetchone()
        except sqlite3.Error:
            found.append(copy.name)
            continue
        if row is not None and row[0] != FORGOTTEN:
            found.append(copy.name)
    return found
