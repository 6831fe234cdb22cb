"""What somebody asks for in words, such as a saved filter holds, and which issues it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from jinlin.core.clock import parse_bound
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.issue.lists.lists import WantedIssues, has_handler
from jinlin.issue.record.categories import categories, find_category
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.statuses import Status, means_merged, read_statuses
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.transaction.tx import Reader

Words: TypeAlias = tuple[str, ...]


class IssueFilter(NamedTuple):
    """What was asked for, as it was typed: read anew each time, so that `today` stays today.

    Attributes:
        status: each a list of words between commas, any of which will do.
        category: as for `status`.
        building: as for `status`.
        room: as for `status`.
        steward: as for `status`; a person or a body.
        department: as for `status`; called by the street.
        unassigned: only what nobody is in charge of.
        channel: as for `status`.
        level: as for `status`.
        urgency: as for `status`.
        since: reported from this day on; of several the latest holds.
        until: reported up to this day; of several the earliest holds.
        overdue: only what is overdue.
        due_soon: only what is nearly due.
        to_raise: only what should have gone one rung up by now.
        unanswered: only what nobody reached in the time promised.
        deferred_back: only what was deferred until today or before.
        unrated: only what is closed and not rated.
        urged: only what was urged.
        private: only what is kept off boards.
        public: only what is not.
        text: as for `status`; words in title, place or result.
    """

    status: Words = ()
    category: Words = ()
    building: Words = ()
    room: Words = ()
    steward: Words = ()
    department: Words = ()
    unassigned: bool = False
    channel: Words = ()
    level: Words = ()
    urgency: Words = ()
    since: Words = ()
    until: Words = ()
    overdue: bool = False
    due_soon: bool = False
    to_raise: bool = False
    unanswered: bool = False
    deferred_back: bool = False
    unrated: bool = False
    urged: bool = False
    private: bool = False
    public: bool = False
    text: Words = ()

    @property
    def said(self) -> dict[str, Any]:
        """What was asked for, without what was not."""
        return {name: value for name, value in self._asdict().items() if value}

    def also(self, other: IssueFilter) -> IssueFilter:
        """Return the filter that asks for both."""
        mine, theirs = self._asdict(), other._asdict()
        return IssueFilter(
            **{
                name: mine[name] + theirs[name]
                if isinstance(mine[name], tuple)
                else mine[name] or theirs[name]
                for name in self._fields
            }
        )


def meant(reader: Reader, asked: IssueFilter) -> WantedIssues:
    """Return which issues a filter means.

    A list by who is in charge, or was called, is handed on: what is secret is not in it.

    Raises:
        UsageError: a word cannot be read, or two contradict each other.
        NotFoundError: there is no such category, building, home or person.
    """
    if asked.private and asked.public:
        raise UsageError(
            _("--private and --public contradict each other."), hint=_("Give only one of them.")
        )
    statuses, merged = _statuses(asked.status)
    today = reader.clock.today.isoformat()
    return WantedIssues(
        statuses=statuses,
        merged=merged,
        categories=list(_category_ids(reader, asked.category)),
        buildings=list(_building_ids(reader, asked.building)),
        homes=list(_home_ids(reader, asked.room)),
        in_charge=list(_in_charge(reader, asked.steward)),
        departments=_each(asked.department, _read_department),
        unassigned=asked.unassigned,
        channels=_each(asked.channel, Channel.read),
        levels=_each(asked.level, Level.read),
        urgencies=_each(asked.urgency, Urgency.read),
        overdue_on=today if asked.overdue else None,
        due_soon_on=today if asked.due_soon else None,
        to_raise_on=today if asked.to_raise else None,
        unanswered_at=reader.clock.stamp if asked.unanswered else None,
        deferred_back_on=today if asked.deferred_back else None,
        unrated=asked.unrated,
        urged=asked.urged,
        private=True if asked.private else False if asked.public else None,
        without_secret=bool(asked.steward or asked.department),
        texts=[_said(words) for words in asked.text],
        **_days(reader, asked.since, asked.until),
    )


def _said(words: str) -> list[str]:
    """Take apart what is separated by commas: any of them will do."""
    said = [kept for word in listed(words) if (kept := clean(word))]
    if not said:
        raise UsageError(_("A filter is empty."), hint=_("Write a word after the option."))
    return said


Read = TypeVar("Read", bound=str)


def _each(options: Words, read: Callable[[str], Read]) -> list[frozenset[str]]:
    return [frozenset(str(read(word)) for word in _said(words)) for words in options]


def _read_department(text: str) -> str:
    from jinlin.issue.rules.departments import read_department

    return read_department(text, other=True)


_DECLINED: Final = frozenset({Status.DECLINED})


def _statuses(options: Words) -> tuple[frozenset[Status], bool | None]:
    """Return the statuses that are meant, and of what is kept as declined whether only the merged.

    What was merged is kept among what was declined: only the merged are meant, only the others, or
    (None) both.
    """
    found, said = frozenset(Status), set[tuple[frozenset[Status], bool]]()
    for words in options:
        read = {_status(word) for word in _said(words)}
        found &= frozenset[Status]().union(*(statuses for statuses, _merged in read))
        said |= read
    merged, declined = (_DECLINED, True) in said, (_DECLINED, False) in said
    whole = any(statuses > _DECLINED for statuses, _merged in said)
    return found, merged if merged is not declined and not whole else None


def _status(word: str) -> tuple[frozenset[Status], bool]:
    """Return the statuses a word means, and whether it is what was merged."""
    return (_DECLINED, True) if means_merged(word) else (read_statuses(word), False)


def _category_ids(reader: Reader, options: Words) -> Iterator[frozenset[int]]:
    known = categories(reader) if options else []
    for words in options:
        chosen = [find_category(known, word) for word in _said(words)]
        groups = {category.code for category in chosen if category.is_group}
        yield frozenset(c.id for c in known if c in chosen or c.group_code in groups)


def _building_ids(reader: Reader, options: Words) -> Iterator[frozenset[int]]:
    if not options:
        return
    from jinlin.complex.building.queries import building_id
    from jinlin.complex.rules.address import parse_building

    for words in options:
        yield frozenset(building_id(reader, parse_building(word)) for word in _said(words))


def _home_ids(reader: Reader, options: Words) -> Iterator[frozenset[int]]:
    if not options:
        return
    from jinlin.issue.record.whereabouts import read_place

    for words in options:
        places = (read_place(reader, building=None, room=word) for word in _said(words))
        yield frozenset(place.household_id for place in places if place.household_id is not None)


def _in_charge(reader: Reader, options: Words) -> Iterator[list[tuple[int | None, str]]]:
    for words in options:
        yield [(_person_id(reader, word), word) for word in _said(words)]


def _person_id(reader: Reader, word: str) -> int | None:
    """Return the person a word means; None where only a body is called so.

    Raises:
        NotFoundError: neither a person nor a body is called so, or several people are.
    """
    from jinlin.complex.household.people import people_called, the_one

    found = people_called(reader, word)
    if len(found) == 1:
        return found[0].id
    if has_handler(reader, word):
        return None
    if found:
        return the_one(reader, found, word).id
    raise NotFoundError(
        _("Nobody and no body called “{text}” is in charge of anything.").format(text=word),
        hint=_("See who is: jinlin issue stats --by steward"),
    )


def _days(reader: Reader, first: Words, last: Words) -> dict[str, str]:
    """Return the moments between which a report was made."""
    clock = reader.clock
    since = max((parse_bound(text, clock) for text in first), default=None)
    until = min((parse_bound(text, clock) for text in last), default=None)
    if since and until and since > until:
        raise UsageError(
            _("{since} is after {until}.").format(since=since, until=until),
            hint=_("Change --from and --to round."),
        )
    moments = {"reported_from": since, "reported_before": until and until + timedelta(days=1)}
    return {name: clock.moment(day) for name, day in moments.items() if day is not None}


def as_typed(asked: IssueFilter) -> str:
    """Return a filter as its options are typed."""
    names = {"since": "from", "until": "to"}
    pieces: list[str] = []
    for name, value in asked.said.items():
        option = f"--{names.get(name, name).replace('_', '-')}"
        values: Sequence[str] = value if isinstance(value, tuple) else ()
        pieces += [f"{option} {_quoted(word)}" for word in values] or [option]
    return " ".join(pieces)


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word
