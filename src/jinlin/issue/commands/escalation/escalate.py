"""`jinlin issue escalate`: what the complex cannot settle goes up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import DEPARTMENTS, LINES, SHORT_NAME
from jinlin.issue.commands.shared.one_issue import full_number, issue_data
from jinlin.issue.escalation.ladder import (
    HIGHER,
    Request,
    escalate_issue,
    last_escalation,
)
from jinlin.issue.escalation.request import Contact, sheet_of
from jinlin.issue.record.queries import find
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.departments import known_departments
from jinlin.issue.rules.levels import Level
from jinlin.output.command.kind import AskedFor, Number, flag
from jinlin.output.command.kinds import PHONE, PLANNED_DAY, choice
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.saving import once_saved
from jinlin.store.command.command import reading, writing

if TYPE_CHECKING:
    from jinlin.documents.page import Page
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Reader

PAPER: Final = "上报单"
"""The name of its template."""


def _first_time(said: Mapping[str, Any]) -> bool:
    return not said["again"]


def _sought(text: str) -> AskedFor:
    return AskedFor(text, optional=True, sought=True, where=_first_time)


_To: TypeAlias = Annotated[
    Level | None,
    choice(Level).option(
        help=N_("community, street or district."),
        asked=AskedFor(
            N_("To which rung"),
            choices=lambda _call: [rung.label for rung in HIGHER],
            where=_first_time,
        ),
    ),
]
_Request: TypeAlias = Annotated[
    str | None,
    LINES.option(
        help=N_("What is asked: 勘查, 执法, 协调, 答复."),
        asked=AskedFor(N_("What is asked"), where=_first_time),
    ),
]
_Summary: TypeAlias = Annotated[
    str | None,
    LINES.option(
        help=N_("The situation in a few sentences."), asked=_sought(N_("The situation, in short"))
    ),
]
_WorkDone: TypeAlias = Annotated[
    str | None,
    LINES.option(
        help=N_("What was done already; what is on record if not given."),
        asked=_sought(N_("What was done already")),
    ),
]
_Stuck: TypeAlias = Annotated[
    str | None,
    LINES.option(
        help=N_("What the complex cannot do itself."),
        asked=_sought(N_("What the complex cannot do itself")),
    ),
]
_WantedBy: TypeAlias = Annotated[
    SaidDay | None,
    PLANNED_DAY.option(help=N_("By when it is wanted."), asked=_sought(N_("By when it is wanted"))),
]


def escalate(
    call: Call,
    number: options.Issue,
    to: _To = None,
    request: _Request = None,
    summary: _Summary = None,
    work_done: _WorkDone = None,
    stuck: _Stuck = None,
    departments: Annotated[
        Sequence[str] | None,
        DEPARTMENTS.option(
            "--department", called="城管,公安", help=N_("Who should be called, the lead first.")
        ),
    ] = None,
    other: options.Other = False,
    wanted_by: _WantedBy = None,
    attachments: Annotated[
        int | None,
        Number(low=0, high=999).option(help=N_("How many photos go with it.")),
    ] = None,
    contact: Annotated[
        str | None, SHORT_NAME.option(help=N_("Whom they meet; the secretary if not given."))
    ] = None,
    phone: Annotated[str | None, PHONE.option(help=N_("The contact's phone."))] = None,
    at: options.At = None,
    again: Annotated[
        bool, flag("--again", "--重印", help=N_("Only print the last sheet again."))
    ] = False,
) -> None:
    met = Contact(contact, phone)
    meant = full_number(call, number)
    if again:
        _print_again(call, meant, met)
        return
    assert to is not None
    assert request is not None
    check_page(call)
    known = known_departments(departments or (), other=other)
    with once_saved(call) as held, writing(call) as tx:
        wanted = Request(
            to=to,
            request=request,
            stuck=stuck,
            departments=known,
            wanted_by=wanted_by.on(tx.clock) if wanted_by else None,
            summary=summary,
            work_done=work_done,
            attachments=attachments,
            contact=contact,
            contact_phone=phone,
        )
        issue = find(tx, meant)
        issue = escalate_issue(tx, issue, wanted, at=happened(tx, issue, at))
        page = _page(tx, issue, met)
        data = issue_data(tx, issue)
        show_pages(held, [page], data={**data, "dry_run": call.dry_run}, template=PAPER)
    _tell(call, issue, wanted)


def _tell(call: Call, issue: IssueRow, asked: Request) -> None:
    call.tell(
        _("{number} {title}: {what}").format(
            number=issue.label,
            title=issue.title,
            what=_("escalated to the {level}").format(level=issue.level.label),
        ),
    )
    blank = [
        label
        for label, said in (
            (_("the situation"), asked.summary),
            (_("what is stuck"), asked.stuck),
            (_("the day by which it is wanted"), asked.wanted_by),
        )
        if not said
    ]
    if blank:
        call.tell(_("Left to be written on the sheet: {what}.").format(what=_(", ").join(blank)))
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))


def _print_again(call: Call, number: str, met: Contact) -> None:
    with reading(call) as reader:
        issue = find(reader, number)
        page = _page(reader, issue, met)
        data = issue_data(reader, issue)
    show_pages(call, [page], data=data, template=PAPER)


def _page(reader: Reader, issue: IssueRow, met: Contact) -> Page:
    from jinlin.issue.escalation.request_pages import request_page

    asked = last_escalation(reader, issue)
    if asked is None:
        raise NotFoundError(
            _("Issue {number} was not escalated.").format(number=issue.label),
            hint=_("Escalate it: jinlin issue escalate {number} --to community").format(
                number=issue.label
            ),
        )
    name = met.name or asked.contact or reader.setting("secretary")
    phone = met.phone or asked.contact_phone or _phone_of(reader, name)
    return request_page(sheet_of(reader, issue, asked, Contact(name, phone)))


def _phone_of(reader: Reader, name: str | None) -> str | None:
    """Return the phone of the only person of that name; people in a post are reached by it."""
    rows = reader.rows("SELECT phone FROM person WHERE name = ? AND removed_at IS NULL", (name,))
    return rows[0]["phone"] if len(rows) == 1 else None
