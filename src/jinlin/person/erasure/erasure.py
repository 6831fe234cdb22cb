"""Delete what is kept of a person for good, from the history too, leaving the counts true."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.person.erasure.remains import Remains
from jinlin.person.erasure.traces import Edit, Traces
from jinlin.person.merge.duties import duties_of
from jinlin.person.people.queries import PersonRow
from jinlin.person.references.needles import Needle
from jinlin.store.history.forgetting import bury
from jinlin.store.transaction.tx import Reader, Tx


class Erasure(NamedTuple):
    """What forgetting a person does.

    Attributes:
        own: her own rows that are cleared, by table.
        named: rows of others in which her name, phone or id is replaced, by table.
        left: rows that stay, since a namesake may be meant, by table.
        shared: rows that stay, since they may tell of others of her home, by table.
        homes: those homes, as people write them.
        kept: rows in which she stays told of, or in their history, by table.
        changes: changes of the history whose values are deleted, those of the forgetting too.
        entries: commands of the history that can no longer be undone.
        needles: her names, phones and ids.
    """

    own: Mapping[str, int]
    named: Mapping[str, int]
    left: Mapping[str, int]
    shared: Mapping[str, int]
    homes: tuple[str, ...]
    kept: Mapping[str, int]
    changes: int
    entries: int
    needles: Sequence[Needle]


def survey(reader: Reader, person: PersonRow) -> Erasure:
    """Return what forgetting a person would do.

    Raises:
        RuleError: she was forgotten before, or her record is still needed.
    """
    _check(reader, person)
    return _told(reader, Traces(reader, person.id))


def forget(tx: Tx, person: PersonRow) -> Erasure:
    """Delete what is kept of a person for good; it cannot be undone.

    Her row and those that are counted stay, without telling of her.

    Raises:
        RuleError: she was forgotten before, or her record is still needed.
    """
    _check(tx, person)
    traces = Traces(tx, person.id)
    told = _told(tx, traces)
    for edit in traces.edits:
        _write(tx, edit)
    buried = bury(tx.connection, traces.changes, seq=tx.seq)
    tx.describe(
        Message(
            N_("Forgot {person}: what was kept of her is deleted"),
            {"person": person.label, **buried._asdict()},
        ),
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
    duties = duties_of(reader, person)
    if duties:
        raise RuleError(
            _("{person} cannot be forgotten yet: {reasons}.").format(
                person=person.masked, reasons=_("; ").join(duty.reason for duty in duties)
            ),
            hint=_("Type first: {commands}").format(
                commands=_("; ").join(way for duty in duties for way in duty.ways)
            ),
        )


def _told(reader: Reader, traces: Traces) -> Erasure:
    remains = Remains(reader, traces)
    return Erasure(
        own=Counter(edit.table for edit in traces.edits if edit.own),
        named=Counter(edit.table for edit in traces.edits if not edit.own),
        left=traces.left + remains.left,
        shared=traces.at_home.left,
        homes=traces.at_home.homes_left(),
        kept=remains.kept,
        changes=len(traces.changes) + len(traces.edits),
        entries=_entries(reader, traces.changes),
        needles=traces.needles,
    )


def _entries(reader: Reader, changes: frozenset[int]) -> int:
    """Return how many commands some changes belong to."""
    return int(
        reader.value(
            "SELECT count(DISTINCT entry) FROM row_change"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([*changes]),),
        )
    )


def _write(tx: Tx, edit: Edit) -> None:
    """Clear one row; what would then be called like another row gets a number after it."""
    if not edit.values:
        tx.delete_many(edit.table, [edit.row_id])
        return
    values = edit.values
    for serial in count(2):
        try:
            tx.update(edit.table, edit.row_id, **values)
        except sqlite3.IntegrityError as error:
            taken = _unique_columns(tx, error).intersection(edit.values)
            if not taken:
                raise
            values = {**edit.values, **{name: f"{edit.values[name]}-{serial}" for name in taken}}
        else:
            return


def _unique_columns(tx: Tx, error: sqlite3.IntegrityError) -> frozenset[str]:
    """Return the columns that would no longer be unique; none where that is not what is wrong."""
    said = str(error)
    if match := re.search(r"UNIQUE constraint failed: index '(\w+)'", said):
        return frozenset(str(row["name"]) for row in tx.rows(f"PRAGMA index_info({match[1]})"))
    if said.startswith("UNIQUE constraint failed: "):
        return frozenset(re.findall(r"\w+\.(\w+)", said))
    return frozenset()
