"""What a listing can be asked for (query predicates): a table of terms, each declared once.

A comma between words is or; an option that is given twice, and two options, are and. From a
`Filter` come the options of its commands (`output/command/filtered.py`), the condition of the
query, the refusal of what contradicts itself, and what is kept of a filter and how it is typed
again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from jinlin.core.clock import Clock
from jinlin.core.days.said_days import parse_bound
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.text import clean, listed
from jinlin.core.word import Word

if TYPE_CHECKING:
    from jinlin.store.transaction.tx import Reader

FilterWords: TypeAlias = Mapping[str, tuple[str, ...]]
"""What was asked for, as it was typed, by the names of the terms; a mark has no words.

It is read anew each time, so that `today` stays today.
"""


class Condition(NamedTuple):
    """What rows must fulfil: SQL with a placeholder for each value, and the values."""

    sql: str = "1"
    values: tuple[object, ...] = ()

    def __and__(self, other: Condition) -> Condition:
        """Return what asks for both."""
        if EVERYTHING in (self, other):
            return other if self == EVERYTHING else self
        return Condition(f"{self.sql} AND {other.sql}", self.values + other.values)


EVERYTHING: Final = Condition()

Meaning: TypeAlias = Callable[[Sequence[Any]], Condition]
"""What any of some values asks for."""


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Return what asks for one of several conditions."""
    every = tuple(conditions)
    return Condition(
        f"({' OR '.join(one.sql for one in every)})",
        tuple(value for one in every for value in one.values),
    )


def one_of(column: str, within: str = "{}") -> Meaning:
    """Return what asks that a column holds one of the values.

    Args:
        column: which.
        within: what is asked instead, with `{}` where the column is looked at.
    """
    return lambda values: Condition(
        within.format(f"{column} IN ({', '.join('?' * len(values))})"), tuple(values)
    )


def each(sql: str) -> Meaning:
    """Return what asks for a condition with any of the values, wherever a `?` stands in it."""
    places = sql.count("?")
    return lambda values: any_of(Condition(sql, (value,) * places) for value in values)


def plain(sql: str) -> Meaning:
    """Return what asks for a condition without values."""
    return lambda _values: Condition(sql)


def having(*columns: str) -> Meaning:
    """Return what asks for any of some words in any of the columns, whatever their case."""
    sql = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns)
    return lambda words: any_of(Condition(sql, (pattern(word),) * len(columns)) for word in words)


def pattern(word: str) -> str:
    """Return the pattern for LIKE, with a backslash as its ESCAPE, of what holds a word."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


class FilterTerm(NamedTuple):
    """One thing a listing can be asked for.

    Attributes:
        name: how it is kept; with dashes it is the option, unless that is called otherwise.
        help: what it asks for, not yet translated.
        metavar: what the help writes for its words, not yet translated; empty for a mark.
        read: reads one word; as it stands otherwise.
        find: reads one word, or finds out what a mark needs, in the database.
        where: what the values that were read ask for; None where the command looks itself.
        option: the option, where it is called otherwise than the term.
        chinese: the option in Chinese, where that is another than elsewhere.
        whole: its words are one, whatever marks stand in them.
        choice: the fixed choice of which its words are.
        kind: what completion knows its words by; empty where it knows none.
    """

    name: str
    help: str
    metavar: str = ""
    read: Callable[[str], Any] = str
    find: Callable[[Reader, str], Any] | None = None
    where: Meaning | None = None
    option: str = ""
    chinese: str = ""
    whole: bool = False
    choice: type[Word] | None = None
    kind: str = ""

    @property
    def typed(self) -> str:
        """The option as it is typed in English."""
        return f"--{(self.option or self.name).replace('_', '-')}"

    @property
    def spoken(self) -> str:
        """The option as the user would type it."""
        return as_typed(self.typed, self.chinese)

    def values(self, reader: Reader, words: str) -> list[Any]:
        """Return what the words of an option mean, each by itself.

        Raises:
            UsageError: there is none.
        """
        said = [words] if self.whole or not self.metavar else listed(words)
        kept = [word for one in said if (word := clean(one)) or not self.metavar]
        if not kept:
            raise UsageError(_("A filter is empty."), hint=_("Write a word after the option."))
        read = self.choice.understood if self.choice else self.read
        find = self.find
        return [read(word) if find is None else find(reader, word) for word in kept]

    def condition(self, reader: Reader, given: Sequence[str]) -> Condition:
        """Return what it asks for; `given` are its words, once for each time."""
        found = EVERYTHING
        if self.where is not None:
            for words in given if self.metavar else ("",):
                found &= self.where(self.values(reader, words))
        return found


class Contradiction(NamedTuple):
    """A term and others with which it cannot stand; what is said of it is not yet translated."""

    term: str
    others: frozenset[str]
    told: str
    hint: str = N_("Give only one of them.")


class Filter(NamedTuple):
    """What a kind of listing can be asked for.

    Attributes:
        terms: in the order of the help.
        contradictions: what cannot be asked for together.
    """

    terms: tuple[FilterTerm, ...]
    contradictions: tuple[Contradiction, ...] = ()

    def condition(self, reader: Reader, asked: FilterWords) -> Condition:
        """Return what rows must fulfil.

        Raises:
            UsageError: a word cannot be read, or two contradict each other.
            NotFoundError: what a word names is not there.
        """
        self.check(asked)
        span_asked(asked, reader.clock, first=date.min, last=date.max)
        found = EVERYTHING
        for term in self.terms:
            if term.name in asked:
                found &= term.condition(reader, asked[term.name])
        return found

    def check(self, asked: FilterWords) -> None:
        """Refuse terms that cannot stand together.

        Raises:
            UsageError: two contradict each other.
        """
        for one in self.contradictions:
            if one.term in asked and not one.others.isdisjoint(asked):
                raise UsageError(_(one.told), hint=_(one.hint))

    def values(self, reader: Reader, asked: FilterWords, name: str) -> list[list[Any]]:
        """Return what the words of one term mean, once for each time it was given."""
        [term] = (term for term in self.terms if term.name == name)
        return [term.values(reader, words) for words in asked.get(name, ())]

    def both(self, one: FilterWords, other: FilterWords) -> FilterWords:
        """Return what asks for both, in the order of the terms."""
        return {
            term.name: (*one.get(term.name, ()), *other.get(term.name, ()))
            for term in self.terms
            if term.name in one or term.name in other
        }

    def typed(self, asked: FilterWords) -> str:
        """Return a filter as its options are typed."""
        return " ".join(
            f"{term.spoken} {_quoted(word)}" if term.metavar else term.spoken
            for term in self.terms
            if term.name in asked
            for word in asked[term.name] or ("",)
        )

    def kept(self, asked: FilterWords) -> dict[str, list[str] | bool]:
        """Return a filter as it is kept."""
        return {
            term.name: list(asked[term.name]) if term.metavar else True
            for term in self.terms
            if term.name in asked
        }


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def from_kept(kept: Mapping[str, Any]) -> FilterWords:
    """Return a filter that was kept."""
    return {
        name: tuple(said) if isinstance(said, list) else () for name, said in kept.items() if said
    }


def span_asked(asked: FilterWords, clock: Clock, *, first: date, last: date) -> tuple[date, date]:
    """Return the first and the last day of what is asked for.

    Args:
        asked: of several first days the latest holds, of several last days the earliest.
        clock: the day of today.
        first: what holds where none is said.
        last: what holds where none is said.

    Raises:
        UsageError: one is no day, or the first comes after the last.
    """
    first = max((parse_bound(day, clock) for day in asked.get(SINCE, ())), default=first)
    last = min((parse_bound(day, clock) for day in asked.get(UNTIL, ())), default=last)
    if first > last:
        raise UsageError(
            _("{since} is after {until}.").format(since=first, until=last),
            hint=_("Change --from and --to round."),
        )
    return first, last


SINCE: Final = "since"
UNTIL: Final = "until"


def days(
    column: str, *, since: str = N_("From this day."), until: str = N_("Up to this day.")
) -> tuple[FilterTerm, FilterTerm]:
    """Return `--from` and `--to` for a column that keeps a day as ISO text."""
    return _span(
        (since, each(f"{column} >= ?"), lambda reader, day: str(parse_bound(day, reader.clock))),
        (until, each(f"{column} <= ?"), lambda reader, day: str(parse_bound(day, reader.clock))),
    )


def moments(
    column: str, *, since: str = N_("From this day."), until: str = N_("Up to this day.")
) -> tuple[FilterTerm, FilterTerm]:
    """Return `--from` and `--to` for a column that keeps a moment."""
    return _span(
        (since, each(f"{column} >= ?"), lambda reader, day: _moment(reader.clock, day)),
        (until, each(f"{column} < ?"), lambda reader, day: _moment(reader.clock, day, after=1)),
    )


_Bound: TypeAlias = tuple[str, Meaning, "Callable[[Reader, str], str]"]


def _span(*bounds: _Bound) -> tuple[FilterTerm, FilterTerm]:
    since, until = (
        FilterTerm(
            name, told, N_("DATE"), find=find, where=where, option=option, whole=True, kind="day"
        )
        for (told, where, find), name, option in zip(
            bounds, (SINCE, UNTIL), ("from", "to"), strict=True
        )
    )
    return since, until


def _moment(clock: Clock, day: str, *, after: int = 0) -> str:
    return clock.moment(parse_bound(day, clock) + timedelta(days=after))
