"""`jinlin issue add`, the command that is typed most: nothing is loaded that it does not need."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, NamedTuple, TypeAlias

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidMoment
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import ISSUE, TITLE
from jinlin.issue.commands.shared.one_issue import answer, issue_data
from jinlin.issue.intake.advice import EntryTerms, first_steps
from jinlin.issue.intake.entry import record_issue
from jinlin.issue.record.actions import NewIssue
from jinlin.issue.record.categories import categories, find_category
from jinlin.issue.record.guesses import usual_urgency
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.record.whereabouts import Place, place_in_words, read_place
from jinlin.issue.rules.channels import Channel
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import PAST_MOMENT, WHO
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


class CategoryWord(NamedTuple):
    """A category as it was said.

    Attributes:
        advised: whether its advice was given already, when it was chosen on a terminal.
    """

    text: str
    advised: bool = False

    @classmethod
    def chosen(cls, call: Call, said: CategoryWord) -> CategoryWord:
        """Return what was answered, with what must be done at once told before all else.

        Raises:
            NotFoundError: there is no such category.
        """
        with reading(call) as reader:
            category = find_category(categories(reader), said.text)
        for sentence in first_steps(category):
            call.tell(sentence)
        return said._replace(advised=True)


def _groups(call: Call) -> list[str]:
    with reading(call) as reader:
        return [category.name for category in categories(reader) if category.is_group]


_TitleOrLines: TypeAlias = Annotated[
    str,
    TITLE.argument(
        help=N_("What it is, in one line; - for one issue a line."),
        asked=AskedFor(N_("What is it about")),
    ),
]
_Category: TypeAlias = Annotated[
    CategoryWord | None,
    WordKind("category", N_("NAME"), CategoryWord).option(
        help=N_("A category or a group, such as 公共照明 or 设施."),
        asked=AskedFor(
            N_("Category"),
            choices=_groups,
            where=lambda said: said["title"] != "-",
            then=CategoryWord.chosen,
        ),
    ),
]
_Accused: TypeAlias = Annotated[
    str | None,
    TITLE.option("--against", called=N_("NAME"), help=N_("Against whom it is; never on boards.")),
]
_Reported: TypeAlias = Annotated[
    SaidMoment | None,
    PAST_MOMENT.option(called=N_("DATE"), help=N_("When it was reported; now if not given.")),
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
) -> None:
    if category is None or title == "-":
        others = (
            category, place, building, room, reporter, reporter_phone, on_behalf_of, against,
            urgency, due, reported, assign, private, public_title, part_of,
        )  # fmt: skip
        _from_lines(call, channel, alone=not any(others))
        return
    with writing(call) as tx:
        known = categories(tx)
        chosen = find_category(known, category.text)
        where = _where(tx, place, building, room)
        reported_at = _reported_at(reported, tx.clock)
        then = tx.clock._replace(now=datetime.fromisoformat(reported_at))
        new = NewIssue(
            title=title, reported_at=reported_at, place=place, building_id=where.building_id,
            household_id=where.household_id, reporter=reporter, reporter_phone=reporter_phone,
            on_behalf_of=on_behalf_of, accused=against, channel=channel or Channel.OTHER,
            urgency=urgency or usual_urgency(chosen), due_on=due.on(then) if due else None,
            private=private, parent_id=find(tx, part_of).id if part_of else None,
            public_title=public_title,
        )  # fmt: skip
        terms = EntryTerms(
            chosen, known, private=private, due=due is not None, advised=category.advised
        )
        entry = record_issue(tx, new, terms, steward=options.somebody(tx, assign))
        data = issue_data(tx, entry.issue) | {"similar": entry.similar}
    for sentence in entry.first:
        call.tell(sentence)
    answer(call, entry.issue, data, _said(entry.issue))
    for sentence in entry.advice:
        call.tell(sentence)


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
        category=issue.category, due=issue.due_on
    )
    if issue.building and issue.place:
        said += _(", building {building}").format(building=issue.building)
    if issue.steward:
        said += _(", with {who}").format(who=issue.steward)
    return said
