"""`jinlin issue escalate`: what the complex cannot settle goes up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import full_number, issue_data, number_question
from jinlin.issue.escalation.ladder import (
    HIGHER,
    Request,
    escalate_issue,
    last_escalation,
)
from jinlin.issue.escalation.request import Contact, sheet_of
from jinlin.issue.record.queries import find
from jinlin.issue.record.transitions import happened
from jinlin.issue.rules.departments import read_departments
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.texts import NAME_LENGTH, one_line, several_lines
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.saving import once_saved
from jinlin.store.command.command import reading, writing

if TYPE_CHECKING:
    from jinlin.documents.page import Page
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Reader

PAPER: Final = "上报单"
"""The name of its template."""


_To: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("WORD"), help=_("community, street or district."))
]
_Request: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("TEXT"), help=_("What is asked: 勘查, 执法, 协调, 答复.")),
]
_Summary: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("TEXT"), help=_("The situation in a few sentences.")),
]
_Stuck: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("What the complex cannot do itself."))
]
_Departments: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="城管,公安", help=_("Who should be called, the lead first.")),
]
_WantedBy: TypeAlias = Annotated[
    str | None, typer.Option("--wanted-by", metavar=_("DATE"), help=_("By when it is wanted."))
]
_Attachments: TypeAlias = Annotated[
    int | None,
    typer.Option(metavar="N", min=0, max=999, help=_("How many sheets or photos go with it.")),
]
_Contact: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("NAME"), help=_("Whom they meet; the secretary if not given.")),
]
_Phone: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("PHONE"), help=_("The contact's phone."))
]
_Again: TypeAlias = Annotated[
    bool, typer.Option("--again", help=_("Only print the last sheet again."))
]


def escalate(
    call: Call,
    number: options.Number = None,
    to: _To = None,
    request: _Request = None,
    summary: _Summary = None,
    stuck: _Stuck = None,
    departments: _Departments = None,
    other: options.Other = False,
    wanted_by: _WantedBy = None,
    attachments: _Attachments = None,
    contact: _Contact = None,
    phone: _Phone = None,
    at: options.At = None,
    again: _Again = False,
) -> None:
    met = Contact(
        one_line(contact, what=_("The contact"), longest=NAME_LENGTH) if contact else None,
        options.read_phone(phone),
    )
    if again:
        [said] = answers(call, [number_question(number)])
        _print_again(call, full_number(call, said), met)
        return
    check_page(call)
    said, level, asked = answers(call, [number_question(number), *_questions(to, request)])
    wanted = Request(
        to=Level.read(level),
        request=several_lines(asked, what=_("The request")),
        stuck=several_lines(stuck, what=_("What is stuck")) if stuck else None,
        departments=read_departments(departments, other=other) if departments else (),
        summary=several_lines(summary, what=_("The situation")) if summary else None,
        attachments=attachments,
    )
    meant = full_number(call, said)
    with once_saved(call) as held, writing(call) as tx:
        day = parse_day(wanted_by, tx.clock, planned=True) if wanted_by else None
        issue = find(tx, meant)
        wanted = wanted._replace(wanted_by=day)
        issue = escalate_issue(tx, issue, wanted, at=happened(tx, issue, at))
        page = _page(tx, issue, met)
        data = issue_data(tx, issue)
        show_pages(held, [page], data={**data, "dry_run": call.dry_run}, template=PAPER)
    _tell(call, issue)


def _questions(to: str | None, request: str | None) -> list[Question]:
    rungs = [rung.label for rung in HIGHER]
    return [
        Question(option="--to", text=_("To which rung"), given=to, choices=rungs, check=Level.read),
        Question(option="--request", text=_("What is asked"), given=request),
    ]


def _tell(call: Call, issue: IssueRow) -> None:
    call.tell(
        _("{number} {title}: {what}").format(
            number=issue.label,
            title=issue.title,
            what=_("escalated to the {level}").format(level=issue.level.label),
        ),
    )
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
    name = met.name or reader.setting("secretary")
    phone = met.phone or _phone_of(reader, name)
    return request_page(sheet_of(reader, issue, asked, Contact(name, phone)))


def _phone_of(reader: Reader, name: str | None) -> str | None:
    """Return the phone of the only person of that name; people in a post are reached by it."""
    rows = reader.rows("SELECT phone FROM person WHERE name = ? AND removed_at IS NULL", (name,))
    return rows[0]["phone"] if len(rows) == 1 else None
