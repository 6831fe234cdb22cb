"""`jinlin notice withdraw`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.notice import corrections
from jinlin.notice.commands import options
from jinlin.notice.commands.shared import notice_data, tell_duties
from jinlin.notice.queries import NoticeRow, find_notice
from jinlin.notice.rules.notices import NoticeStatus
from jinlin.output.asking import Question, answers, overtaken
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import TEXT
from jinlin.output.command.questions import ask
from jinlin.output.delivery.show import done
from jinlin.report.board.purse_disclosure import posting_again, unmark
from jinlin.store.command.command import reading, writing


def withdraw(
    call: Call,
    number: options.NoticeNumber,
    reason: Annotated[str | None, TEXT.argument(called=N_("REASON"), help=N_("Why."))] = None,
    for_good: Annotated[
        bool | None,
        flag("--for-good/--again", help=N_("Whether it stays withdrawn or is posted again.")),
    ] = None,
) -> None:
    with reading(call) as reader:
        before = find_notice(reader, number)
    if before.status is NoticeStatus.WITHDRAWN and for_good:
        reason = before.withdrawn_because or ""
    elif reason is None:
        reason = ask(call, TEXT, _("REASON"), _("Why it is withdrawn"))
    lasting = _lasting(call, before, for_good)
    with writing(call) as tx:
        if find_notice(tx, before.number) != before:
            raise overtaken()
        count = unmark(tx, before)
        notice = corrections.withdraw(tx, before.number, reason=reason, for_good=lasting)
    said = (
        _("{number} {title} was withdrawn for good.")
        if lasting
        else _("{number} {title} was withdrawn.")
    )
    done(
        call,
        said.format(number=notice.label, title=notice.title),
        number=notice.label,
        data={**notice_data(notice), "for_good": lasting, "undisclosed": count},
    )
    if count:
        call.tell(_("No longer disclosed: {count} entries.").format(count=count))
    if count and lasting:
        call.tell(_disclosing_otherwise(notice))
    if not lasting and before.posted_on and (again := posting_again(notice)):
        call.tell(
            _(
                "To post it again: {again}; if it is not posted again:"
                " jinlin notice withdraw {number} --for-good"
            ).format(again=again, number=notice.label),
        )
    tell_duties(call, notice)


def _disclosing_otherwise(notice: NoticeRow) -> str:
    start, stop = notice.covers or ("", "")
    return _(
        "Once they are put up otherwise:"
        " jinlin branch fund disclose --from {start} --to {stop} --place 大门口"
    ).format(start=start, stop=stop)


def _lasting(call: Call, notice: NoticeRow, said: bool | None) -> bool:
    """Return whether it is withdrawn for good; asked on a terminal where the records ask for it."""
    if said is not None or not notice.posted_on or not posting_again(notice):
        return bool(said)
    if not call.environment.interactive or call.yes:
        return False
    yes, no = _("yes"), _("no")

    def read(answer: str) -> bool:
        if answer not in {yes, no}:
            raise UsageError(
                _("“{text}” is neither yes nor no.").format(text=answer),
                hint=_("Choose from: {choices}.").format(choices=_(", ").join((yes, no))),
            )
        return answer == no

    question = Question("--for-good", _("Will it be posted again"), None, (yes, no), check=read)
    return read(answers(call, [question])[0])
