"""What issues can be asked for in words, such as a saved filter holds, and which it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from jinlin.complex.building.filter_terms import building_term
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.issue.lists import lists
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.record.categories import categories, find_category
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.statuses import Status, means_merged, read_statuses
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.listing.filter import (
    EVERYTHING,
    Condition,
    Contradiction,
    Filter,
    FilterTerm,
    FilterWords,
    each,
    having,
    moments,
    one_of,
    plain,
)
from jinlin.store.transaction.tx import Reader

_Statuses = tuple[frozenset[Status], bool]
_DECLINED: Final = frozenset({Status.DECLINED})


def _status(word: str) -> _Statuses:
    """Return the statuses a word means, and whether it is what was merged."""
    return (_DECLINED, True) if means_merged(word) else (read_statuses(word), False)


def _category_ids(reader: Reader, word: str) -> frozenset[int]:
    """Return the category a word means, and of a group all that belongs to it."""
    known = reader.once(categories)
    chosen = find_category(known, word)
    return frozenset(
        c.id for c in known if c == chosen or (chosen.is_group and c.group_code == chosen.code)
    )


def _home_id(reader: Reader, word: str) -> int | None:
    from jinlin.issue.record.whereabouts import read_place

    return read_place(reader, building=None, room=word).household_id


def _offer_id(reader: Reader, word: str) -> int:
    from jinlin.member.management.offers import OFFERS

    return OFFERS.find(reader, word).id


def _in_charge(reader: Reader, word: str) -> tuple[int | None, str]:
    """Return the person a word means, None where only a body is called so, and the word.

    Raises:
        NotFoundError: neither a person nor a body is called so, or several people are.
    """
    from jinlin.complex.household.people import people_called, the_one

    found = people_called(reader, word)
    if len(found) == 1:
        return found[0].id, word
    if lists.has_handler(reader, word):
        return None, word
    if found:
        return the_one(reader, found, word).id, word
    raise NotFoundError(
        _("Nobody and no body called “{text}” is in charge of anything.").format(text=word),
        hint=_("See who is: jinlin issue stats --by steward"),
    )


def _department(word: str) -> str:
    from jinlin.issue.rules.departments import read_department

    return read_department(word, other=True)


def _today(reader: Reader, _word: str) -> str:
    return reader.clock.today.isoformat()


def _now(reader: Reader, _word: str) -> str:
    return reader.clock.stamp


def _in_categories(found: Sequence[frozenset[int]]) -> Condition:
    return one_of("i.category_id")(sorted(frozenset[int]().union(*found)))


ISSUES: Final = Filter(
    (
        FilterTerm(
            "status", N_("A status; open, closed; 办理中,已办结."), N_("WORD"), read=_status,
            kind="issue status",
        ),
        FilterTerm(
            "category", N_("A category; a group holds all of its own."), N_("NAME"),
            find=_category_ids, where=_in_categories, kind="category",
        ),
        building_term(one_of("i.building_id")),
        FilterTerm(
            "room", N_("A home, also one it affects: 3-1-502."), N_("HOME"),
            find=_home_id, where=lists.at_homes, kind="home",
        ),
        FilterTerm(
            "steward", N_("Who is in charge: a person or a body."), N_("WHO"),
            find=_in_charge, where=lists.in_charge_of, kind="person",
        ),
        FilterTerm(
            "department", N_("Called by the street: 城管,公安."), N_("NAME"),
            read=_department, where=lists.CALLED,
        ),
        FilterTerm(
            "unassigned", N_("Only what nobody is in charge of."),
            where=plain("i.steward_id IS NULL AND i.handler IS NULL"),
        ),
        FilterTerm(
            "channel", N_("door, phone, wechat, 12345 and so on."), N_("WORD"),
            choice=Channel, where=one_of("i.channel"),
        ),
        FilterTerm(
            "level", N_("complex, friday, community, street, district."), N_("WORD"),
            choice=Level, where=one_of("i.level"),
        ),
        FilterTerm(
            "urgency", N_("normal, urgent or critical."), N_("WORD"),
            choice=Urgency, where=one_of("i.urgency"),
        ),
        *moments(
            "i.reported_at",
            since=N_("Reported from this day on."),
            until=N_("Reported up to this day."),
        ),
        FilterTerm(
            "overdue", N_("Only what is overdue."), find=_today, where=each("i.due_on < ?")
        ),
        FilterTerm(
            "due_soon", N_("Only what is nearly due."), find=_today, where=each(lists.DUE_SOON)
        ),
        FilterTerm(
            "to_raise", N_("Only what is due to go one rung up."),
            find=_today, where=each(lists.TO_RAISE),
        ),
        FilterTerm(
            "unanswered", N_("Only what nobody reached in the time promised."),
            find=_now, where=each(lists.UNANSWERED),
        ),
        FilterTerm(
            "deferred_back", N_("Only what was deferred until today or before."),
            find=_today, where=each("i.status = 'deferred' AND i.deferred_until <= ?"),
        ),
        FilterTerm(
            "offer", N_("Orders of something that is offered: 入户小修, T1."), N_("NAME"),
            find=_offer_id, where=one_of("i.offer_id"), kind="offer",
        ),
        FilterTerm(
            "ordered", N_("Only what residents ordered."), where=plain("i.offer_id IS NOT NULL")
        ),
        FilterTerm("unrated", N_("Only what is closed and not rated."), where=plain(lists.UNRATED)),
        FilterTerm("urged", N_("Only what was urged."), where=plain("i.urged > 0")),
        FilterTerm("private", N_("Only what is kept off boards."), where=plain(lists.PRIVATE)),
        FilterTerm("public", N_("Only what is not kept off boards."), where=plain("i.private = 0")),
        FilterTerm(
            "text", N_("Words in title, place, result; who brought it."), N_("WORD"),
            where=having(*lists.SEARCHED),
        ),
        FilterTerm(
            "filter", N_("A saved filter; see: jinlin issue filter."), N_("NAME"), kind="filter"
        ),
    ),
    (
        Contradiction(
            "private", frozenset({"public"}), N_("--private and --public contradict each other.")
        ),
    ),
)  # fmt: skip

_OF_OPEN: Final = frozenset({"overdue", "due_soon", "to_raise", "unanswered"})
"""What only an open issue can have missed."""


def meant(reader: Reader, asked: FilterWords) -> WantedIssues:
    """Return which issues a filter means; the saved filters it names were looked up before.

    A list by who is in charge, or was called, is handed on: what is secret is not in it.

    Raises:
        UsageError: a word cannot be read, or two contradict each other.
        NotFoundError: there is no such category, building, home or person.
    """
    ISSUES.check(asked)
    statuses, merged = _statuses(ISSUES.values(reader, asked, "status"))
    return WantedIssues(
        statuses=statuses,
        where=ISSUES.condition(reader, asked) & merged,
        only_open=not _OF_OPEN.isdisjoint(asked),
        without_secret="steward" in asked or "department" in asked,
    )


def _statuses(each_time: Sequence[Sequence[Any]]) -> tuple[frozenset[Status], Condition]:
    """Return the statuses that are meant, and what is asked of those kept as declined.

    What was merged is kept among what was declined: only the merged are meant, only the others, or
    both.
    """
    found, said = frozenset(Status), set[_Statuses]()
    for read in each_time:
        found &= frozenset[Status]().union(*(statuses for statuses, _merged in read))
        said |= set(read)
    merged, declined = (_DECLINED, True) in said, (_DECLINED, False) in said
    if merged is declined or any(statuses > _DECLINED for statuses, _merged in said):
        return found, EVERYTHING
    return found, lists.merged_or_not(merged=merged)
