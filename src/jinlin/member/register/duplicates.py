"""Who may be recorded twice, and why one would think so (record linkage)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader


class Likeness(Word):
    """Why two records may be one person; the surest first."""

    SAME_ID = "same_id", N_("same id number")
    SAME_NAME_AND_PHONE = "same_name_and_phone", N_("same name and phone")
    SAME_NAME_AND_HOME = "same_name_and_home", N_("same name and home")
    SAME_NAME_NEAR_PHONE = "same_name_near_phone", N_("same name, phone off by a digit")
    SAME_SOUND_AND_PHONE = "same_sound_and_phone", N_("name sounds the same, same phone")
    SAME_SOUND_AND_HOME = "same_sound_and_home", N_("name sounds the same, same home")
    SAME_NAME_ONE_WITHOUT_PHONE = (
        "same_name_one_without_phone",
        N_("same name, one without a phone"),
    )


_SUREST: Final = list(Likeness)


class Duplicate(NamedTuple):
    """Two records that may be one person.

    Attributes:
        kept: the one with the lower number.
        other: the other one.
        reasons: the surest first.
    """

    kept: PersonRow
    other: PersonRow
    reasons: tuple[Likeness, ...]


_LIVE: Final = "removed_at IS NULL AND forgotten_at IS NULL"
_PHONES: Final = (
    f"SELECT id, name, pinyin, phone FROM person WHERE {_LIVE} AND phone IS NOT NULL"
    f" UNION ALL SELECT id, name, pinyin, other_phone FROM person WHERE {_LIVE}"
    " AND other_phone IS NOT NULL AND other_phone IS NOT phone"
)
_HOMES: Final = (
    "SELECT household_id, person_id FROM ownership WHERE removed_at IS NULL UNION"
    " SELECT household_id, person_id FROM occupancy WHERE removed_at IS NULL AND until IS NULL"
)
_GROUPED: Final = "SELECT group_concat(DISTINCT id) FROM"

_Found = Iterator[tuple[int, int, Likeness]]


def duplicates(reader: Reader) -> list[Duplicate]:
    """Return the pairs that may be one person, the surest first.

    Two with different id numbers are two people, whatever else they share.
    """
    reasons: dict[tuple[int, int], set[Likeness]] = {}
    for first, second, reason in _found(reader):
        reasons.setdefault((min(first, second), max(first, second)), set()).add(reason)
    people = _people(reader, {person for pair in reasons for person in pair})
    pairs = [
        _duplicate(people[first][0], people[second][0], found)
        for (first, second), found in reasons.items()
        if not _told_apart(people[first][1], people[second][1])
    ]
    return sorted(pairs, key=lambda d: (_SUREST.index(d.reasons[0]), d.kept.number, d.other.number))


def _found(reader: Reader) -> _Found:
    yield from _in_groups(
        reader,
        f"{_GROUPED} person WHERE {_LIVE} AND id_number IS NOT NULL GROUP BY id_number",
        Likeness.SAME_ID,
    )
    yield from _in_groups(
        reader, f"{_GROUPED} ({_PHONES}) GROUP BY phone, name", Likeness.SAME_NAME_AND_PHONE
    )
    at_home = f"({_HOMES}) AS h JOIN person ON id = h.person_id AND {_LIVE} GROUP BY household_id"
    yield from _in_groups(reader, f"{_GROUPED} {at_home}, name", Likeness.SAME_NAME_AND_HOME)
    yield from _sounding(
        reader, f"({_PHONES}) GROUP BY phone, pinyin", Likeness.SAME_SOUND_AND_PHONE
    )
    yield from _sounding(reader, f"{at_home}, pinyin", Likeness.SAME_SOUND_AND_HOME)
    yield from _by_phone(reader)


def _in_groups(reader: Reader, sql: str, reason: Likeness) -> _Found:
    for row in reader.each(f"{sql} HAVING count(DISTINCT id) > 1"):
        for first, second in combinations(map(int, row[0].split(",")), 2):
            yield first, second, reason


def _sounding(reader: Reader, source: str, reason: Likeness) -> _Found:
    """Return those who sound the same and are written differently."""
    for row in reader.each(
        f"SELECT group_concat(id || ' ' || name, char(10)) FROM {source}"
        " HAVING pinyin IS NOT NULL AND count(DISTINCT name) > 1"
    ):
        people = [line.split(" ", 1) for line in row[0].split("\n")]
        for (first, name), (second, other) in combinations(people, 2):
            if name != other and first != second:
                yield int(first), int(second), reason


def _by_phone(reader: Reader) -> _Found:
    """Return namesakes whose phones are nearly the same, or one of whom has none."""
    rows = reader.each(
        f"SELECT name, id, phone FROM person WHERE {_LIVE} AND name IN (SELECT name FROM person"
        f" WHERE {_LIVE} GROUP BY name HAVING count(*) > 1) ORDER BY name, number"
    )
    for _name, group in groupby(rows, key=lambda row: str(row["name"])):
        namesakes = [(int(row["id"]), row["phone"]) for row in group]
        if len(namesakes) == 2 and None in {phone for _id, phone in namesakes}:  # noqa: PLR2004
            yield namesakes[0][0], namesakes[1][0], Likeness.SAME_NAME_ONE_WITHOUT_PHONE
        yield from _near((person, phone) for person, phone in namesakes if phone)


def _near(phones: Iterable[tuple[int, str]]) -> _Found:
    """Return those whose phones differ by one digit, or by two that changed places.

    Two such phones are alike when one digit is left out of each.
    """
    shortened: dict[str, list[tuple[int, str]]] = {}
    seen = set()
    for person, phone in phones:
        for cut in range(len(phone)):
            shortened.setdefault(phone[:cut] + phone[cut + 1 :], []).append((person, phone))
    for alike in shortened.values():
        for (first, phone), (second, other) in combinations(alike, 2):
            if phone != other and (first, second) not in seen:
                seen.add((first, second))
                yield first, second, Likeness.SAME_NAME_NEAR_PHONE


def _people(reader: Reader, ids: Iterable[int]) -> dict[int, tuple[PersonRow, str | None]]:
    rows = reader.rows(
        "SELECT id, number, name, phone, id_number FROM person"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (f"[{','.join(map(str, ids))}]",),
    )
    return {
        row["id"]: (
            PersonRow(row["id"], row["number"], row["name"], row["phone"]),
            row["id_number"],
        )
        for row in rows
    }


def _told_apart(first: str | None, second: str | None) -> bool:
    return first is not None and second is not None and first != second


def _duplicate(first: PersonRow, second: PersonRow, reasons: Iterable[Likeness]) -> Duplicate:
    kept, other = sorted((first, second), key=lambda person: person.number)
    return Duplicate(kept, other, tuple(sorted(reasons, key=_SUREST.index)))
