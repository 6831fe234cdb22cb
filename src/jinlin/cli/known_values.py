"""What the database knows of each kind of word, for completion; a few dozen values at most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from jinlin.core.columns import Personal
from jinlin.core.word import Word
from jinlin.output.listing.listed_texts import as_listed
from jinlin.output.listing.values import masked
from jinlin.person.rules import person_label
from jinlin.store.transaction.tx import Reader

Values = list[tuple[str, str]]
Find = Callable[[Reader, str], Values]

MOST: Final = 60

_OPEN_ISSUES: Final = (
    "SELECT year || '-' || printf('%04d', number), title FROM issue WHERE removed_at IS NULL"
    " AND closed_at IS NULL AND (year || '-' || printf('%04d', number) GLOB ?1 || '*'"
    " OR number = CAST(?1 AS INTEGER)) ORDER BY id DESC LIMIT ?2"
)
_ALL_ISSUES: Final = _OPEN_ISSUES.replace(" AND closed_at IS NULL", "")
_BUILDINGS: Final = (
    "SELECT code, ifnull(name, '') FROM building WHERE removed_at IS NULL AND code GLOB ?1 || '*'"
    " ORDER BY length(code), code LIMIT ?2"
)
_HOMES: Final = (
    "SELECT b.code || ifnull('-' || h.entrance, '') || '-' || h.room AS door, '' FROM household AS h"
    " JOIN building AS b ON b.id = h.building_id WHERE h.removed_at IS NULL"
    " AND b.removed_at IS NULL AND ?1 GLOB b.code || '*' AND door GLOB ?1 || '*'"
    " ORDER BY h.building_id, h.entrance, h.floor, length(h.room), h.room LIMIT ?2"
)
_PEOPLE: Final = (
    "SELECT p.name, p.number, group_concat(o.title, '、') FROM person AS p"
    " LEFT JOIN post AS o ON o.person_id = p.id AND o.removed_at IS NULL AND o.ended_on IS NULL"
    " WHERE p.removed_at IS NULL AND p.forgotten_at IS NULL AND (o.id IS NOT NULL OR EXISTS"
    " (SELECT 1 FROM member AS m WHERE m.person_id = p.id AND m.removed_at IS NULL))"
    " AND (p.name GLOB ?1 || '*' OR p.initials GLOB ?1 || '*')"
    " GROUP BY p.id ORDER BY o.id IS NULL, p.number LIMIT ?2"
)
_CATEGORIES: Final = (
    "SELECT name, spoken FROM category WHERE name GLOB ?1 || '*' ORDER BY id LIMIT ?2"
)
_MEETINGS: Final = (
    "SELECT 'M' || number, title FROM meeting WHERE removed_at IS NULL"
    " AND 'M' || number GLOB upper(?1) || '*' ORDER BY held_at DESC LIMIT ?2"
)
_FUND_ENTRIES: Final = (
    "SELECT 'F' || number, purpose FROM fund_entry WHERE 'F' || number GLOB upper(?1) || '*'"
    " ORDER BY number DESC LIMIT ?2"
)
_PLANS: Final = (
    "SELECT 'E' || number, name FROM plan WHERE removed_at IS NULL"
    " AND 'E' || number GLOB upper(?1) || '*' ORDER BY number DESC LIMIT ?2"
)
_PROJECTS: Final = (
    "SELECT 'X' || p.number, b.code || ifnull('-' || p.entrance, '') FROM elevator_project AS p"
    " JOIN building AS b ON b.id = p.building_id WHERE p.removed_at IS NULL"
    " AND 'X' || p.number GLOB upper(?1) || '*' ORDER BY p.number DESC LIMIT ?2"
)
_WORKS: Final = (
    "SELECT 'G' || number, title FROM project WHERE removed_at IS NULL"
    " AND 'G' || number GLOB upper(?1) || '*' ORDER BY number DESC LIMIT ?2"
)
_PARTNERS: Final = (
    "SELECT name, 'D' || number FROM partner WHERE removed_at IS NULL"
    " AND (name GLOB ?1 || '*' OR 'D' || number GLOB upper(?1) || '*') ORDER BY number LIMIT ?2"
)
_OFFERS: Final = (
    "SELECT what, 'T' || number FROM offer WHERE removed_at IS NULL"
    " AND ifnull(until >= civil_today(), 1)"
    " AND (what GLOB ?1 || '*' OR 'T' || number GLOB upper(?1) || '*') ORDER BY number LIMIT ?2"
)
_LETTERS: Final = (
    "SELECT number, asked_by FROM opinion WHERE removed_at IS NULL AND number GLOB ?1 || '*'"
    " ORDER BY number DESC LIMIT ?2"
)
_TEAMS: Final = "SELECT name, '' FROM team WHERE removed_at IS NULL AND name GLOB ?1 || '*' ORDER BY id LIMIT ?2"
_GROUPS: Final = _TEAMS.replace("FROM team", "FROM party_group")
_ROOMS: Final = _TEAMS.replace("FROM team", "FROM room")
_FILTERS: Final = (
    "SELECT name, words FROM saved_filter WHERE name GLOB ?1 || '*' ORDER BY id LIMIT ?2"
)


def _asked(sql: str) -> Find:
    def find(reader: Reader, word: str) -> Values:
        found = [(str(row[0]), str(row[1] or "")) for row in _rows(reader, sql, word)]
        told = as_listed(reader, (text for _value, text in found if text))
        return [(value, told.get(text, text)) for value, text in found]

    return find


def _people(reader: Reader, word: str) -> Values:
    """Return people whose names begin so: by name in a post or typed whole, else by number."""
    return [
        (name, posts or "")
        if posts or name == word
        else (person_label(number), masked(name, Personal.NAME))
        for name, number, posts in _rows(reader, _PEOPLE, word)
    ]


def _rows(reader: Reader, sql: str, word: str) -> Sequence[Any]:
    literal = "".join(f"[{c}]" if c in "*?[" else c for c in word)
    return reader.rows(sql, (literal, MOST))


def _said(words: Iterable[Word], word: str) -> Values:
    """Return the words of a fixed choice that begin so, as they are printed or stored."""
    said = [(one.label, one.value) for one in words if one.msgid]
    return [one for one in said if one[0].startswith(word) or one[1].startswith(word)]


def _statuses(_reader: Reader, word: str) -> Values:
    from jinlin.issue.rules.statuses import TOLD

    return _said(TOLD, word)


_BY_KIND: Final[Mapping[str, Find]] = {
    "building": _asked(_BUILDINGS),
    "category": _asked(_CATEGORIES),
    "filter": _asked(_FILTERS),
    "fund entry": _asked(_FUND_ENTRIES),
    "group": _asked(_GROUPS),
    "home": _asked(_HOMES),
    "issue": _asked(_ALL_ISSUES),
    "issue or record": _asked(_ALL_ISSUES),
    "issue status": _statuses,
    "offer": _asked(_OFFERS),
    "opinion": _asked(_LETTERS),
    "meeting": _asked(_MEETINGS),
    "meeting or resolution": _asked(_MEETINGS),
    "open issue": _asked(_OPEN_ISSUES),
    "party": _people,
    "person": _people,
    "visitor": _people,
    "plan": _asked(_PLANS),
    "project": _asked(_PROJECTS),
    "works": _asked(_WORKS),
    "partner": _asked(_PARTNERS),
    "resolution": _asked(_MEETINGS),
    "room": _asked(_ROOMS),
    "team": _asked(_TEAMS),
}
"""By the name of the kind of word; a word for a record of a register is called as its table."""


def known_values(verbs: Sequence[str], parameter: Any) -> Find | None:
    """Return the question for the values of a parameter; None where nobody knows any.

    Args:
        verbs: the command in English words.
        parameter: one of its parameters.
    """
    kind = getattr(parameter.type, "kind", None)
    if kind is None:
        return None
    first = parameter.param_type_name == "argument"
    if first and verbs[-2:] == [kind.name, "add"]:  # what is not there yet
        return None
    if kind.words:
        return lambda _reader, word: _said(kind.words, word)
    return _BY_KIND.get(kind.name)
