"""`jinlin issue add`, the command that is typed most: nothing is loaded that it does not need."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import answer, issue_data
from jinlin.issue.intake.advice import EntryTerms, first_steps
from jinlin.issue.intake.entry import RecordedIssue, record_issue
from jinlin.issue.record.actions import NewIssue
from jinlin.issue.record.categories import Category, categories, find_category
from jinlin.issue.record.guesses import usual_urgency
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.record.whereabouts import Place, place_in_words, read_place
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.texts import one_line
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.asking import Question, answers
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader, Tx


class TypedIssue(NamedTuple):
    """An issue as it was typed, word by word; None where nothing was said."""

    title: str | None = None
    category: str | None = None
    place: str | None = None
    building: str | None = None
    room: str | None = None
    reporter: str | None = None
    phone: str | None = None
    on_behalf_of: str | None = None
    accused: str | None = None
    urgency: str | None = None
    channel: str | None = None
    due: str | None = None
    reported: str | None = None
    assign: str | None = None
    private: bool = False
    public_title: str | None = None
    part_of: str | None = None


def add(
    call: Call,
    title: options.TitleOrLines = None,
    category: options.Category = None,
    place: options.PlaceWords = None,
    building: options.Building = None,
    room: options.Room = None,
    reporter: options.Reporter = None,
    reporter_phone: options.ReporterPhone = None,
    on_behalf_of: options.OnBehalfOf = None,
    against: options.Accused = None,
    urgency: options.UrgencyWord = None,
    channel: options.ChannelWord = None,
    due: options.Due = None,
    reported: options.Reported = None,
    assign: options.InChargeAtOnce = None,
    private: options.Private = False,
    public_title: options.PublicTitle = None,
    part_of: options.PartOf = None,
) -> None:
    typed = TypedIssue(
        title=title, category=category, place=place, building=building, room=room,
        reporter=reporter, phone=reporter_phone, on_behalf_of=on_behalf_of, accused=against,
        urgency=urgency, channel=channel, due=due, reported=reported, assign=assign,
        private=private, public_title=public_title, part_of=part_of,
    )  # fmt: skip
    if title == "-":
        _from_lines(call, typed)
        return
    complete = _completed(call, typed)
    with writing(call) as tx:
        entry = _record(tx, complete, advised=category is None)
        data = issue_data(tx, entry.issue) | {"similar": entry.similar}
    for sentence in entry.first:
        call.tell(sentence)
    answer(call, entry.issue, data, _said(entry.issue))
    for sentence in entry.advice:
        call.tell(sentence)


def _from_lines(call: Call, typed: TypedIssue) -> None:
    """Record one issue a line; what else there is to say stands in the lines."""
    from jinlin.issue.commands.record.typed_lines import record_typed

    if any(typed._replace(title=None, channel=None)):
        raise UsageError(
            _("With - only --channel can be given: the rest stands in the lines."),
            hint=_("Write a line like: 路灯不亮 #公共照明 @3号楼2单元 !紧急"),
        )
    record_typed(call, typed.channel)


def _completed(call: Call, typed: TypedIssue) -> TypedIssue:
    """Return what was typed, with what is missing asked for on a terminal."""
    if typed.reported is not None and call.environment.interactive:
        with reading(call) as reader:  # before anything is asked
            options.read_reported(typed.reported, reader.clock)
    title, category, *others = answers(call, _questions(call, typed))
    place, reporter, urgency, due = (text or None for text in others)
    return typed._replace(
        title=title, category=category, place=place, reporter=reporter, urgency=urgency, due=due
    )


def _record(tx: Tx, typed: TypedIssue, *, advised: bool) -> RecordedIssue:
    """Read what was typed, and record it.

    Args:
        tx: the transaction.
        typed: what was typed; a title and a category among it.
        advised: whether the advice of the category was given already.
    """
    known = categories(tx)
    chosen = find_category(known, typed.category or "")
    where = _where(tx, typed.place, typed.building, typed.room)
    reported_at = options.read_reported(typed.reported, tx.clock)
    then = tx.clock._replace(now=datetime.fromisoformat(reported_at))
    new = NewIssue(
        title=options.title_line(typed.title or ""),
        place=one_line(typed.place, what=_("The place")) if typed.place else None,
        building_id=where.building_id,
        household_id=where.household_id,
        reporter=options.read_reporter(typed.reporter) or None,
        reporter_phone=options.read_phone(typed.phone),
        on_behalf_of=options.read_reporter(typed.on_behalf_of, what=_("For whom")) or None,
        accused=None if typed.accused is None else one_line(typed.accused, what=_("Against whom")),
        channel=Channel.read(typed.channel) if typed.channel else Channel.OTHER,
        urgency=Urgency.read(typed.urgency) if typed.urgency else usual_urgency(chosen),
        reported_at=reported_at,
        due_on=parse_day(typed.due, then, planned=True) if typed.due else None,
        private=typed.private,
        public_title=options.cleared(typed.public_title, options.title_line) or None,
        parent_id=None if typed.part_of is None else find(tx, typed.part_of).id,
    )
    said = EntryTerms(
        chosen, known, private=typed.private, due=typed.due is not None, advised=advised
    )
    return record_issue(tx, new, said, steward=options.somebody(tx, typed.assign))


def _questions(call: Call, typed: TypedIssue) -> list[Question]:
    """Return what is asked where title or category is missing, the needed first."""
    known: list[Category] = []
    if (typed.title is None or typed.category is None) and call.environment.interactive:
        with reading(call) as reader:
            known, clock = categories(reader), reader.clock
    return [
        Question(
            option=_("ISSUE"),
            text=_("What is it about"),
            given=typed.title,
            check=options.title_line,
        ),
        Question(
            option="--category",
            text=_("Category"),
            given=typed.category,
            choices=[group.name for group in known if group.is_group],
            check=lambda text: _tell_first(call, find_category(known, text)),
        ),
        Question(option="--place", text=_("Where"), given=typed.place, optional=True),
        Question(
            option="--reporter", text=_("Who reported it"), given=typed.reporter, optional=True
        ),
        Question(
            option="--urgency",
            text=_("How urgent"),
            given=typed.urgency,
            optional=True,
            choices=[word.label for word in Urgency],
            check=Urgency.read,
        ),
        Question(
            option="--due",
            text=_("Due date"),
            given=typed.due,
            optional=True,
            check=lambda text: parse_day(text, clock, planned=True),
        ),
    ]


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


def _tell_first(call: Call, category: Category) -> None:
    for sentence in first_steps(category):
        call.tell(sentence)
