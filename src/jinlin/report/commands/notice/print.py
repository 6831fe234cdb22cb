"""`jinlin notice print`: the sheet for the board, or the note on its result."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.documents.page import Page
from jinlin.notice import queries
from jinlin.notice.commands import options
from jinlin.notice.commands.shared import notice_data
from jinlin.notice.corrections import corrections
from jinlin.notice.objections import objections
from jinlin.notice.pages import TEMPLATE, result_page
from jinlin.notice.posting_proofs import proofs as proofs_of
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.notices import NoticeStatus, Type
from jinlin.output.command.kind import flag
from jinlin.output.delivery.page import show_pages
from jinlin.report.board.guard import Guard, check_may_hang, public_page
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def print_(
    call: Call,
    number: options.NoticeNumber,
    result: Annotated[
        bool, flag("--result", help=N_("The note on its result, once its period is over."))
    ] = False,
) -> None:
    with reading(call) as reader:
        notice = queries.find_notice(reader, number)
        guard = Guard(reader)
        check_may_hang(guard, notice.about)
        corrected = corrections(reader, notice).get(notice.id, [])
        shown = guard.notice(notice)
        page = _result(reader, guard, shown) if result else public_page(guard, shown, corrected)
    show_pages(call, [page], data=notice_data(shown), template=TEMPLATE)
    if not result and notice.posted_on is None:
        call.tell(
            _("It is a draft. Once it is up: jinlin notice post {number}").format(
                number=notice.label
            ),
        )


def _result(reader: Reader, guard: Guard, notice: NoticeRow) -> Page:
    """Return the note on what came of a public notice, which is as everybody may read it.

    Raises:
        RuleError: it is none, its period is not over, or an objection has no answer.
    """
    if notice.type is not Type.PUBLIC_NOTICE or notice.status is not NoticeStatus.ENDED:
        raise RuleError(
            _("{number} has no result yet: only a public notice whose period is over has.").format(
                number=notice.label
            ),
            hint=_("See: jinlin notice show {number}").format(number=notice.label),
        )
    if notice.open_objections:
        raise RuleError(
            _("{number} has objections without an answer: {count}.").format(
                number=notice.label, count=notice.open_objections
            ),
            hint=_("Answer them first: jinlin notice answer {number}-1 TEXT").format(
                number=notice.label
            ),
        )
    objected = [
        each._replace(text=guard.text(each.text), answer=guard.text(each.answer or ""))
        for each in objections(reader, notice)
    ]
    proofs = [proof._replace(place=guard.place(proof.place)) for proof in proofs_of(reader, notice)]
    return result_page(notice, objected, proofs)
