"""Lineage: which records of meetings stem from issues that are kept back, however they are tied."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, TypeAlias

from jinlin.issue.privacy.publicity import Disclosure, KeptBack, Withheld, kept_back, strictest
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.record.agenda import item_label
from jinlin.meeting.rules.meetings import resolution_label, vote_label
from jinlin.meeting.rules.resolutions import action_label
from jinlin.store.transaction.tx import Reader

_Rows: TypeAlias = Sequence[sqlite3.Row]
_Decided: TypeAlias = Sequence[tuple[sqlite3.Row, str]]
_Edges: TypeAlias = defaultdict[str, set[str]]
"""From a record to what it stems from; `=` before it stands for what was said of it alone.

`M12-1` and `A5` are a resolution and an action item, `i7` the item with that id, `2026-0007` an
issue.
"""


_DECIDED: Final = """
    SELECT r.id, m.number AS meeting, r.number, r.text, r.item_id, NULL AS resolution_id,
        r.removed_at,
        (SELECT group_concat(printf('%04d-%04d', s.year, s.number)) FROM resolution_issue AS l
         JOIN issue AS s ON s.id = l.issue_id WHERE l.resolution_id = r.id) AS issues
    FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id
    UNION ALL
    SELECT a.id, NULL, a.number, a.text, a.item_id, a.resolution_id, a.removed_at,
        (SELECT group_concat(printf('%04d-%04d', s.year, s.number)) FROM action_issue AS l
         JOIN issue AS s ON s.id = l.issue_id WHERE l.action_id = a.id)
    FROM action_item AS a"""
"""Resolutions and action items; the latter without a meeting."""
_AGENDA: Final = """
    SELECT i.id, m.number AS meeting, i.position, i.title, i.source_ref, i.for_item_id,
        i.removed_at FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id"""


_VOTES: Final = """
    SELECT m.number AS meeting, v.number, v.item_id FROM vote AS v
    JOIN meeting AS m ON m.id = v.meeting_id"""


_ELECTED: Final = (
    "SELECT DISTINCT c.name FROM vote_candidate AS c JOIN vote AS w ON w.id = c.vote_id"
    " WHERE c.elected AND w.removed_at IS NULL AND NOT w.superseded"
)
_SHORTEST_RECORD: Final = 8
"""A shorter decision or item is what is said of other matters as well: 请物业处理."""


class Ties(NamedTuple):
    """The records that stem from issues that are kept back.

    Attributes:
        kept: by the label of an item, a resolution, an action item or a vote (`M12/3`, `M12-1`,
            `A5`, `M12-V1`) what may stand outside in its place.
        items: the same by the id of an item, also of one that was taken off.
        texts: what was written in them, each with what it belongs to.
        issues: the issues themselves, by number.
        silent: the meetings of which nothing that was resolved leaves the house, by number.
    """

    kept: Mapping[str, KeptBack]
    items: Mapping[int, KeptBack]
    texts: tuple[tuple[str, KeptBack], ...]
    issues: Mapping[str, KeptBack]
    silent: frozenset[int] = frozenset()


def ties(reader: Reader) -> Ties:
    """Return what stems from issues that are kept back, worked out once while nothing is written.

    A resolution and an action item are tied by the issues that were named and by what their item
    was drawn from; an item by what it was drawn from and by all that was decided under it; each
    also by the title of an issue that somebody typed into it, whatever else it is about.
    """
    return reader.once(_ties)


def _ties(reader: Reader) -> Ties:
    issues = kept_back(reader)
    if not issues:
        return Ties({}, {}, (), {})
    decided, agenda = _labelled(reader.rows(_DECIDED)), reader.rows(_AGENDA)
    edges = _edges(decided, agenda)
    titles = Withheld((issue.own, issue) for issue in issues.values())

    def kept_in(record: str, text: str) -> KeptBack | None:
        tied = (issues[node] for node in _reached(record, edges) if node in issues)
        return strictest([*tied, *titles.found(text)])

    items = {
        row["id"]: kept
        for row in agenda
        if (kept := kept_in(f"i{row['id']}", row["title"])) is not None
    }
    told = [
        (item_label(row["meeting"], row["position"]), row["title"], items[row["id"]])
        for row in agenda
        if row["removed_at"] is None and row["id"] in items
    ]
    told += [
        (label, row["text"], kept)
        for row, label in decided
        if (kept := kept_in(label, row["text"])) is not None
    ]
    votes = reader.rows(_VOTES) if items else ()
    voted = {
        vote_label(row["meeting"], row["number"]): items[row["item_id"]]
        for row in votes
        if row["item_id"] in items
    }
    return Ties(
        kept={label: kept for label, _text, kept in told} | voted,
        items=items,
        texts=tuple(_only_there(told, decided, agenda)),
        issues=issues,
        silent=_silent(
            decided, {name for name, _text, one in told if one.form is not Disclosure.TITLED}
        ),
    )


def _only_there(
    told: Sequence[tuple[str, str, KeptBack]], decided: _Decided, agenda: _Rows
) -> Iterator[tuple[str, KeptBack]]:
    """Return what was written in what is kept back and nowhere else: no words everybody uses."""
    kept = {label for label, _text, _kept in told}
    free = {row["text"] for row, label in decided if label not in kept}
    free |= {
        row["title"] for row in agenda if item_label(row["meeting"], row["position"]) not in kept
    }
    for _label, text, one in told:
        if len(text) >= _SHORTEST_RECORD and text not in free:
            yield text, one


def withheld(reader: Reader) -> Withheld:
    """Return what finds the words of what is kept back, of issues and of meetings, in any text."""
    return reader.once(_withheld)


def _withheld(reader: Reader) -> Withheld:
    known = ties(reader)
    titles = ((issue.own, issue) for issue in known.issues.values())
    return Withheld((*titles, *known.texts))


class ToldOutside:
    """What reports tell of resolutions and action items: nothing of what stays in the house.

    Args:
        reader: the database; it is asked once.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept = ties(reader).kept
        self._words = withheld(reader)

    def texts(self, records: Iterable[tuple[str, str]]) -> list[str]:
        """Return what is told of records, each with its label; residents are not named.

        Those a meeting elected are, as are those who hold a post.
        """
        elected = {str(row["name"]) for row in self._reader.rows(_ELECTED)}
        texts = [self._text(*record) for record in records]
        return discreet_texts(self._reader, texts, spared=elected)

    def _text(self, label: str, text: str) -> str:
        kept = self._kept.get(label)
        return self._words.text(text) if kept is None else kept.words


def _labelled(rows: _Rows) -> _Decided:
    """Return resolutions and action items with their labels."""
    return [
        (
            row,
            action_label(row["number"])
            if row["meeting"] is None
            else resolution_label(row["meeting"], row["number"]),
        )
        for row in rows
    ]


def _silent(decided: _Decided, kept: AbstractSet[str]) -> frozenset[int]:
    standing = [
        (row["meeting"], label)
        for row, label in decided
        if row["meeting"] is not None and row["removed_at"] is None
    ]
    spoken = {meeting for meeting, label in standing if label not in kept}
    return frozenset(meeting for meeting, _label in standing) - spoken


def _edges(decided: _Decided, agenda: _Rows) -> _Edges:
    """Return what each record stems from."""
    edges: _Edges = defaultdict(set)
    by_id = {row["id"]: label for row, label in decided if row["meeting"] is not None}
    for row, label in decided:
        edges[f"={label}"].update((row["issues"] or "").split(","))
        edges[label].add(f"={label}")
        if row["item_id"]:
            edges[label].add(f"=i{row['item_id']}")
            edges[f"i{row['item_id']}"].add(f"={label}")
        if row["resolution_id"]:
            edges[label].add(by_id[row["resolution_id"]])
    places = {
        item_label(row["meeting"], row["position"]): f"i{row['id']}"
        for row in agenda
        if row["removed_at"] is None
    }
    for row in agenda:
        edges[f"i{row['id']}"].add(f"=i{row['id']}")
        if row["source_ref"]:
            edges[f"=i{row['id']}"].add(places.get(row["source_ref"], row["source_ref"]))
        if row["for_item_id"]:
            edges[f"=i{row['id']}"].add(f"i{row['for_item_id']}")
    return edges


def _reached(record: str, edges: _Edges) -> Iterable[str]:
    seen, waiting = {record}, [record]
    while waiting:
        new = edges.get(waiting.pop(), set()) - seen
        seen |= new
        waiting.extend(new)
    return seen
