"""Make one person of two who are recorded twice: every row of the one goes to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.person.people.queries import PersonRow
from jinlin.store.schema.person_rows import ABOUT, ONCE, PERSON_KEYS, SCOPED, STRONGER
from jinlin.store.transaction.tx import Reader, Tx

_TAKEN_OVER: Final = ("phone", "other_phone", "note")
_WITH_THE_ID: Final = ("id_number", "id_purpose", "id_override", "birth_on", "sex")
_CONTRADICTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("id_number",),
    "member": ("party_state", "affiliation"),
}
_PARTS: Final = ("ownership", "share", "household_id")
"""Parts of a whole: two parts of one person are added, unless one repeats the other."""


class MergePlan(NamedTuple):
    """What merging two people does.

    Attributes:
        moved: rows that go over, by table.
        doubled: rows that both had and of which one stays, by table.
        filled: what is taken over because the kept person had none, by column.
        stays: what both have and say differently; the kept person's stays, by column.
    """

    moved: Mapping[str, int]
    doubled: Mapping[str, int]
    filled: tuple[str, ...]
    stays: tuple[str, ...]


class _Pair(NamedTuple):
    """Two rows of one table that become one."""

    table: str
    kept: Mapping[str, object]
    gone: Mapping[str, object]


def plan(reader: Reader, gone: PersonRow, kept: PersonRow) -> MergePlan:
    """Return what merging one person into another would do.

    Raises:
        RuleError: they are one already, were forgotten, or contradict each other.
    """
    people = _people(reader, gone, kept)
    pairs = _pairs(reader, gone, kept)
    for pair in (people, *pairs):
        _check_contradictions(pair, gone, kept)
    values = _person_values(people)
    doubled = Counter(pair.table for pair in pairs)
    moved = Counter(
        {
            table: sum(_count(reader, table, key, gone.id) for key in keys) - doubled[table]
            for table, keys in PERSON_KEYS.items()
        }
    )
    return MergePlan(
        moved={table: count for table, count in moved.items() if count > 0},
        doubled=doubled,
        filled=tuple(values),
        stays=tuple(
            column
            for column in ("name", *_TAKEN_OVER)
            if column not in values
            and people.gone[column] not in (None, people.kept[column], people.kept["other_phone"])
        ),
    )


def merge(tx: Tx, gone: PersonRow, kept: PersonRow) -> MergePlan:
    """Merge one person into another, who keeps her number; the other number leads to her.

    Raises:
        RuleError: they are one already, were forgotten, or contradict each other.
    """
    planned = plan(tx, gone, kept)
    values = _person_values(_people(tx, gone, kept))
    for pair in _pairs(tx, gone, kept):
        _make_one(tx, pair)
    for table, keys in PERSON_KEYS.items():
        for key in keys:
            tx.write(f"UPDATE {table} SET {key} = ? WHERE {key} = ?", (kept.id, gone.id))
    if values:
        tx.update("person", kept.id, **values)
    tx.update("person", gone.id, removed_at=tx.clock.stamp, merged_into=kept.id)
    names = {"gone": gone.masked, "kept": kept.masked}
    tx.describe(
        Message(N_("Merged {gone} into {kept}"), names),
        reverse=Message(N_("make {gone} and {kept} two people again"), names),
        subject=kept.label,
    )
    return planned


def _people(reader: Reader, gone: PersonRow, kept: PersonRow) -> _Pair:
    if gone.id == kept.id:
        raise RuleError(
            _("{person} is one person already.").format(person=kept.masked),
            hint=_("Name two people: jinlin member merge P12 P7"),
        )
    rows = {
        row["id"]: dict(row)
        for row in reader.rows("SELECT * FROM person WHERE id IN (?, ?)", (gone.id, kept.id))
    }
    for person in (gone, kept):
        if rows[person.id]["forgotten_at"]:
            raise RuleError(
                _("{number} was forgotten; nothing is left to merge.").format(number=person.label)
            )
    return _Pair("person", kept=rows[kept.id], gone=rows[gone.id])


def _pairs(reader: Reader, gone: PersonRow, kept: PersonRow) -> list[_Pair]:
    """Return the rows that may stand only once for a person and that both have."""
    return [
        _Pair(table, kept=dict(mine), gone=dict(hers))
        for table, (columns, live) in ONCE.items()
        for hers in _live(reader, table, live, gone.id)
        for mine in _live(reader, table, live, kept.id)
        if all(hers[column] == mine[column] for column in columns)
    ]


def _live(reader: Reader, table: str, live: str, person_id: int) -> list[Mapping[str, object]]:
    rows = reader.rows(
        f"SELECT * FROM {table} WHERE {ABOUT[table][0]} = ? AND {live}", (person_id,)
    )
    return [dict(row) for row in rows]


def _count(reader: Reader, table: str, key: str, person_id: int) -> int:
    return int(reader.value(f"SELECT count(*) FROM {table} WHERE {key} = ?", (person_id,)))


def _check_contradictions(pair: _Pair, gone: PersonRow, kept: PersonRow) -> None:
    for column in _CONTRADICTIONS.get(pair.table, ()):
        mine, hers = pair.kept[column], pair.gone[column]
        if mine and hers and mine != hers:
            raise RuleError(
                _("{gone} and {kept} cannot be one person: {what} differs.").format(
                    gone=gone.masked, kept=kept.masked, what=_(CONTRADICTED[column])
                ),
                hint=_("If one of them is wrong, put it right first: jinlin member edit WHO"),
            )


CONTRADICTED: Final[Mapping[str, str]] = {
    "id_number": N_("the id number"),
    "party_state": N_("the Party status"),
    "affiliation": N_("where membership is held"),
}
"""What two records of one person cannot say differently."""


def _person_values(people: _Pair) -> dict[str, object]:
    """Return what the kept person takes over: what she had not, and a second phone."""
    mine, hers = people.kept, people.gone
    values = {c: hers[c] for c in _TAKEN_OVER if mine[c] is None and hers[c] is not None}
    if mine["id_number"] is None and hers["id_number"] is not None:
        values |= {column: hers[column] for column in _WITH_THE_ID}
    phones = [hers["phone"], hers["other_phone"]]
    new = [phone for phone in phones if phone not in (None, mine["phone"], values.get("phone"))]
    if mine["other_phone"] is None:
        values.pop("other_phone", None)
        if new:
            values["other_phone"] = new[0]
    return values


def _make_one(tx: Tx, pair: _Pair) -> None:
    """Complete the row that stays, hang on it what hung on the other, and remove the other."""
    values = _completed(tx, pair)
    kept, gone = int(str(pair.kept["id"])), int(str(pair.gone["id"]))
    tx.update(pair.table, gone, removed_at=tx.clock.stamp)
    if values:
        tx.update(pair.table, kept, **values)
    for table, key, scoped in _hanging_on(pair.table):
        tx.write(f"UPDATE OR IGNORE {table} SET {key} = ? WHERE {key} = ?{scoped}", (kept, gone))


def _completed(tx: Tx, pair: _Pair) -> dict[str, object]:
    """Return what the row that stays takes over from the other."""
    values = {
        column: hers
        for column, hers in pair.gone.items()
        if hers is not None and pair.kept[column] is None and column != "removed_at"
    }
    for (table, column), words in STRONGER.items():
        if table == pair.table:
            best = min(str(pair.kept[column]), str(pair.gone[column]), key=words.index)
            values |= {column: best} if best != pair.kept[column] else {}
    table, share, whole = _PARTS
    if table == pair.table and pair.kept[share] and pair.gone[share]:
        both = [str(pair.kept[share]), str(pair.gone[share])]
        others = tx.rows(
            f"SELECT {share} FROM {table} WHERE {whole} = ? AND removed_at IS NULL",
            (pair.kept[whole],),
        )
        total = sum((Fraction(row[0]) for row in others if row[0]), Fraction())
        if total <= 1:
            values[share] = str(sum(map(Fraction, both), Fraction()))
    return values


def _hanging_on(parent: str) -> Iterator[tuple[str, str, str]]:
    """Return what leads to the rows of a table: table, column, and a condition in its place."""
    for table, (key, leads_to) in ABOUT.items():
        if leads_to == parent:
            scoped = ""
            if table in SCOPED:
                column, other = SCOPED[table]
                scoped = f" AND {column} IN (SELECT id FROM {other} WHERE scope = '{parent}')"
            yield table, key, scoped
