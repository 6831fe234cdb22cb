"""What the database holds of the words of a line: names, what is going on, what was named last."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Self

from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_ZONE, Clock
from jinlin.core.errors import JinlinError
from jinlin.core.reference import NAMED
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

if TYPE_CHECKING:
    from jinlin.core.days.stretch import Stretch

_NAMES: Final[Mapping[str, str]] = {
    "building": "SELECT 1 FROM building WHERE removed_at IS NULL AND ?1 IN (code, name)",
    "category": "SELECT 1 FROM category WHERE ?1 IN (name, code)",
    "filter": "SELECT 1 FROM saved_filter WHERE name = ?1",
    "group": "SELECT 1 FROM party_group WHERE removed_at IS NULL AND name = ?1",
    "person": (
        "SELECT 1 FROM person WHERE removed_at IS NULL AND forgotten_at IS NULL"
        " AND ?1 IN (name, 'P' || number)"
    ),
    "home": (
        "SELECT 1 FROM person AS p WHERE removed_at IS NULL AND forgotten_at IS NULL"
        " AND name = ?1 AND p.id IN"
        " (SELECT person_id FROM occupancy WHERE removed_at IS NULL AND until IS NULL"
        " UNION ALL SELECT person_id FROM ownership WHERE removed_at IS NULL)"
    ),
    "offer": "SELECT 1 FROM offer WHERE removed_at IS NULL AND ?1 IN (what, 'T' || number)",
    "partner": "SELECT 1 FROM partner WHERE removed_at IS NULL AND ?1 IN (name, 'D' || number)",
    "place": (
        "SELECT 1 FROM (SELECT name FROM room WHERE removed_at IS NULL"
        " UNION ALL SELECT name FROM building WHERE removed_at IS NULL"
        " UNION ALL SELECT place FROM meeting WHERE removed_at IS NULL) WHERE ?1 = name"
    ),
    "post": "SELECT 1 FROM post WHERE removed_at IS NULL AND title = ?1",
    "room": "SELECT 1 FROM room WHERE removed_at IS NULL AND name = ?1",
    "team": "SELECT 1 FROM team WHERE removed_at IS NULL AND name = ?1",
    "visitor": (
        "SELECT 1 FROM person AS p WHERE removed_at IS NULL AND forgotten_at IS NULL"
        " AND ?1 IN (name, 'P' || number) AND p.id IN"
        " (SELECT person_id FROM member WHERE removed_at IS NULL"
        " UNION SELECT person_id FROM team_member WHERE removed_at IS NULL AND until IS NULL"
        " UNION SELECT person_id FROM post WHERE removed_at IS NULL AND ended_on IS NULL)"
    ),
    "works": (
        "SELECT 1 FROM project WHERE removed_at IS NULL AND ended_on IS NULL AND stage <> 'use'"
        " AND length(?1) > 1 AND instr(title, ?1)"
    ),
    "title": "SELECT 1 FROM post WHERE removed_at IS NULL AND title = ?1",
}
"""By kind of word the question whether something is called so."""

_NUMBERS: Final[Mapping[str, str]] = {
    kind: f"SELECT 1 FROM {table} WHERE number = ?1 LIMIT 1"  # noqa: S608  (our own tables)
    for kind, table in {
        "issue": "issue", "meeting": "meeting", "opinion": "opinion",
        "notice": "notice", "plan": "plan", "project": "elevator_project", "works": "project",
        "survey": "survey",
    }.items()
} | {
    "open issue": "SELECT 1 FROM issue WHERE number = ?1 AND closed_at IS NULL LIMIT 1",
}  # fmt: skip
"""By kind of word the question whether a record of it has a number."""

_BEGUN_NAME: Final = (
    "SELECT 1 FROM person WHERE removed_at IS NULL AND forgotten_at IS NULL"
    " AND name GLOB ?1 || '*' LIMIT 1"
)
_MEETINGS = "SELECT 'M' || number FROM meeting WHERE removed_at IS NULL AND ended_at IS NULL"
_PROJECTS = "SELECT 'X' || number FROM elevator_project WHERE removed_at IS NULL"
_WORKS = (
    "SELECT 'G' || number FROM project WHERE removed_at IS NULL AND ended_on IS NULL"
    " AND stage <> 'use'"
)
_SURVEYS = "SELECT 'W' || number FROM survey WHERE removed_at IS NULL AND closed_on IS NULL"
_MANAGER = "SELECT number FROM manager WHERE removed_at IS NULL AND ended_on IS NULL"
_MEETING = (
    f"{_MEETINGS} AND opened_at IS NOT NULL",
    f"{_MEETINGS} AND held_at BETWEEN ?1 AND ?2",
)
_GOING_ON: Final[Mapping[str, Sequence[str]]] = {
    "meeting": _MEETING,
    "meeting or resolution": _MEETING,
    "action item": _MEETING,
    "project": (f"{_PROJECTS} AND ended_on IS NULL",),
    "works": (_WORKS,),
    "survey": (_SURVEYS,),
    "manager": (_MANAGER,),
}
"""By kind of word the questions for what is going on; the first that finds something tells."""


class OnRecord:
    """What the database can tell of the words of a line; it is opened when the first is asked for.

    What is wrong with it is left to the command to say: nothing is known then.

    Args:
        call: the command.
    """

    def __init__(self, call: Call) -> None:
        self._call = call
        self._open = ExitStack()
        self._reader: Reader | None = None
        self._asked = False
        self._known: dict[tuple[str, str], bool] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._open.close()

    def let_go(self) -> None:
        """Hold the database no longer; it is opened again when more is asked for."""
        self._open.close()
        self._reader, self._asked = None, False

    @property
    def _opened(self) -> Reader | None:
        if not self._asked:
            self._asked = True
            with suppress(JinlinError):
                self._reader = self._open.enter_context(reading(self._call))
        return self._reader

    def _rows(self, question: str, values: Sequence[object] = ()) -> Iterator[Any]:
        reader = self._opened
        try:
            return iter(reader.rows(question, values) if reader else ())
        except sqlite3.Error:
            return iter(())

    @cached_property
    def _clock(self) -> Clock:
        reader, now = self._opened, self._call.environment.now()
        return reader.clock if reader else Clock(now, DEFAULT_ZONE)

    @property
    def today(self) -> date:
        """The day of the command, as the database counts days."""
        return self._clock.today

    def is_ahead(self, day: str) -> bool:
        """Return whether of a day without its year the one to come is nearer than the last one."""
        from jinlin.core.days.said_days import parse_nearest

        with suppress(JinlinError):
            return parse_nearest(day, self._clock._replace(said=None)) > self.today
        return False

    def stretch(self, words: str) -> Stretch | None:
        """Return the week, month, quarter or year that words name and nothing else."""
        from jinlin.core.days.stretch import stretch_said

        return stretch_said(words, self._clock)

    def holds(self, kind: str, text: str) -> bool:
        """Return whether something of a kind is called so."""
        if (kind, text) not in self._known:
            self._known[kind, text] = any(self._rows(f"{_NAMES[kind]} LIMIT 1", (text,)))
        return self._known[kind, text]

    def pays(self, text: str) -> bool:
        """Return whether somebody on record, a body or whoever was paid before, is called so."""
        from jinlin.store.parties import judged

        reader = self._opened
        return reader is not None and judged(reader, (text,))[text].recorded

    def begins_a_name(self, text: str) -> bool:
        """Return whether somebody's name in Chinese begins so, with its surname and more."""
        said = re.fullmatch("[一-鿿]{2,6}", text) is not None
        return said and any(self._rows(_BEGUN_NAME, (text,)))

    def near_names(self, text: str) -> list[str]:
        """Return the names that somebody has who may be meant by one that nobody has."""
        from jinlin.person.people.queries import near_names

        reader = self._opened
        return near_names(reader, text) if reader is not None else []

    def numbered(self, kind: str, number: str) -> bool:
        """Return whether a record of a kind has this number; of a kind without numbers always."""
        question = _NUMBERS.get(kind)
        return question is None or any(self._rows(question, (int(number),)))

    def alias(self, word: str) -> str | None:
        """Return the line that she calls so; None where none is."""
        for (line,) in self._rows("SELECT value FROM setting WHERE key = 'alias ' || ?", (word,)):
            return str(line)
        return None

    def going_on(self, kind: str) -> str | None:
        """Return the number of what is going on; None where nothing is, or more than one.

        Args:
            kind: the kind of word, such as `meeting`.
        """
        for question in _GOING_ON.get(kind, ()):
            found = list(self._rows(f"{question} LIMIT 2", self._today(question)))
            if found:
                return str(found[0][0]) if len(found) == 1 else None
        return None

    @staticmethod
    def may_go_on(kind: str) -> bool:
        """Return whether there are things of a kind that go on."""
        return kind in _GOING_ON

    def anything_going_on(self, kind: str) -> bool:
        """Return whether something of a kind is going on, one or more."""
        return any(
            next(iter(self._rows(f"{question} LIMIT 1", self._today(question))), None)
            for question in _GOING_ON.get(kind, ())
        )

    def _today(self, question: str) -> Sequence[str]:
        if "?1" not in question or self._reader is None:
            return ()
        clock = self._reader.clock
        return clock.moment(clock.today), clock.moment(clock.today, 23, 59, 59)

    def named_last(self, *records: str) -> tuple[str, str] | None:
        """Return what was named last of some kinds of records, and its number; None for nothing.

        In the window it is what was last shown or written there; otherwise what was written last.

        Args:
            records: the kinds, as `core.reference` calls them.
        """
        window = self._call.environment.window
        named = [*window.named.items()] if window is not None else []
        for record, number in reversed(named):
            if record in records:
                return record, number
        for (subject,) in self._rows("SELECT subject FROM entry ORDER BY seq DESC LIMIT 500"):
            for one in reversed(subject.split()):
                for record in records:
                    if NAMED[record].fullmatch(one.lower()):
                        return record, str(one)
        return None
