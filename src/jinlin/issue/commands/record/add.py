"""`jinlin issue add`, the command that is typed most: nothing is loaded that it does not need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.said import SaidMoment
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import CATEGORY, ISSUE, TITLE
from jinlin.issue.commands.shared.one_issue import answer, issue_data
from jinlin.issue.intake.advice import EntryTerms
from jinlin.issue.intake.entry import record_issue
from jinlin.issue.record.actions import NewIssue
from jinlin.issue.record.categories import Category, categories, category_label, find_category
from jinlin.issue.record.guesses import GuessedCategory, guess_category, usual_urgency
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.record.whereabouts import (
    Place,
    TitlePlace,
    entrance_meant,
    place_in_title,
    place_in_words,
    read_place,
)
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.guessing import guessed
from jinlin.output.asking import Question, answers
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import PAST_MOMENT, WHO
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

_ORDERED: Final = "home_repair"
"""The category of what a resident orders for her home, where the title tells none."""
_TitleOrLines: TypeAlias = Annotated[
    str,
    TITLE.argument(
        help=N_("What it is, in one line; - for one issue per line."),
        asked=AskedFor(N_("What was brought")),
    ),
]
_Category: TypeAlias = Annotated[
    str | None,
    CATEGORY.option(
        help=N_("A category or a group, such as 公共照明 or 设施; guessed if not given.")
    ),
]
_Accused: TypeAlias = Annotated[
    str | None,
    TITLE.option("--against", called=N_("NAME"), help=N_("Against whom it is; never on boards.")),
]
_Reported: TypeAlias = Annotated[
    SaidMoment | None,
    PAST_MOMENT.option(
        "--date", called=N_("DATE"), help=N_("When it was reported; now if not given.")
    ),
]
_Steward: TypeAlias = Annotated[
    str | None, WHO.option("--assign", help=N_("The person in charge from the start."))
]
_Private: TypeAlias = Annotated[bool, flag("--private", help=N_("Keep it off boards."))]
_PartOf: TypeAlias = Annotated[str | None, ISSUE.option(help=N_("The issue it is part of."))]


def add(
    call: Call,
    title: _TitleOrLines,
    category: _Category = None,
    place: options.Place = None,
    building: options.Building = None,
    room: options.Room = None,
    reporter: options.Reporter = None,
    reporter_phone: options.ReporterPhone = None,
    on_behalf_of: options.OnBehalfOf = None,
    against: _Accused = None,
    urgency: options.UrgencyWord = None,
    channel: options.ChannelWord = None,
    due: options.Due = None,
    reported: _Reported = None,
    assign: _Steward = None,
    private: _Private = False,
    public_title: options.PublicTitle = None,
    part_of: _PartOf = None,
    offer: options.Offer = None,
) -> None:
    if title == "-":
        others = (
            category, place, building, room, reporter, reporter_phone, on_behalf_of, against,
            urgency, due, reported, assign, private, public_title, part_of, offer,
        )  # fmt: skip
        _from_lines(call, channel, alone=not any(others))
        return
    if category is None:
        category = _asked_category(call, title)
    with writing(call) as tx:
        if room and not (place or building) and (place := entrance_meant(tx, room)):
            call.tell(_("Read as: {line}").format(line=f"{as_typed('--place')} {place}"))
            room = None
        known = categories(tx)
        guess = guess_category(known, title, tx) if category is None else None
        guess, chosen = _chosen(known, category, guess, ordered=offer is not None)
        told = TitlePlace() if place or building or room else place_in_title(tx, title)
        where = _where(tx, place or told.said, building, room)
        reported_at = _reported_at(reported, tx.clock)
        then = tx.clock._replace(now=datetime.fromisoformat(reported_at))
        new = NewIssue(
            title=title, reported_at=reported_at, place=place or told.said,
            building_id=where.building_id, household_id=where.household_id,
            reporter=reporter, reporter_phone=reporter_phone,
            on_behalf_of=on_behalf_of, accused=against, channel=channel or Channel.OTHER,
            urgency=urgency or usual_urgency(chosen, title), due_on=due.on(then) if due else None,
            private=private, parent_id=find(tx, part_of).id if part_of else None,
            public_title=public_title, offer_id=options.offer_id(tx, offer, reported_at),
        )  # fmt: skip
        terms = EntryTerms(chosen, known, private=private, due=due is not None, guess=guess)
        entry = record_issue(tx, new, terms, steward=options.somebody(tx, assign))
        data = issue_data(tx, entry.issue) | {
            "category_guessed": guess is not None, "similar": entry.similar,
        }  # fmt: skip
    for sentence in entry.first:
        call.tell(sentence)
    answer(call, entry.issue, data, _said(entry.issue))
    for sentence in (*_place_told(told, entry.issue.label), *entry.advice):
        call.tell(sentence)


def _chosen(
    known: Sequence[Category], said: str | None, guess: GuessedCategory | None, *, ordered: bool
) -> tuple[GuessedCategory | None, Category]:
    """Return the category that was said or guessed, or that of orders where nothing tells one."""
    if guess is None or (ordered and guess.category.unsorted):
        return None, find_category(known, said or _ORDERED)
    return guess, guess.category


def _place_told(told: TitlePlace, number: str) -> Iterator[str]:
    """Return which place was read from the title, or that nobody knows its building."""
    if told.said is not None:
        yield _("The place is read from the title: {place}.").format(place=told.said)
    if told.unknown is not None:
        yield _(
            "No building “{building}” is recorded, so it is at no place yet. If it should be:"
            " jinlin building add {building}; then jinlin issue edit {number} --building {building}"
        ).format(building=told.unknown, number=number)


def _asked_category(call: Call, title: str) -> str | None:
    """Ask on a terminal which category is meant of several that a title tells alike."""
    if not call.environment.interactive or call.yes or len(guessed(title)) < 2:  # noqa: PLR2004
        return None
    with reading(call) as reader:
        known = categories(reader)
        guess = guess_category(known, title, reader)
    if not guess.category.unsorted:
        return None
    question = Question(
        "--category",
        _("Which category"),
        None,
        choices=[category.label for category in guess.near],
        optional=True,
        check=lambda answer: find_category(known, answer),
    )
    [answered] = answers(call, [question], asking=True)
    return answered or None


def _from_lines(call: Call, channel: Channel | None, *, alone: bool) -> None:
    """Record one issue a line.

    Raises:
        UsageError: it is not alone: what there is to say stands in the lines.
    """
    from jinlin.issue.commands.record.typed_lines import record_typed

    if not alone:
        raise UsageError(
            _("With - only --channel can be given: the rest stands in the lines."),
            hint=_("Write a line like: 路灯不亮 #公共照明 @3号楼2单元 !紧急"),
        )
    record_typed(call, channel)


def _reported_at(said: SaidMoment | None, clock: Clock) -> str:
    """Return the moment of the report; now where none is said, or only that it was today."""
    moment = said.on(clock) if said else clock.stamp
    return clock.stamp if moment == clock.moment(clock.today) else moment


def _where(reader: Reader, place: str | None, building: str | None, room: str | None) -> Place:
    if building is not None or room is not None:
        return read_place(reader, building=building, room=room)
    return place_in_words(reader, place) if place else Place()


def _said(issue: IssueRow) -> str:
    """Return what was recorded, as far as it was not typed."""
    said = _("recorded under {category}, due {due}").format(
        category=category_label(issue.category), due=issue.due_on
    )
    if issue.building and issue.place:
        said += _(", building {building}").format(building=issue.building)
    if issue.steward:
        said += _(", with {who}").format(who=issue.steward)
    return said
