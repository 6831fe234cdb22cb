"""`jinlin issue reply`: what the resident is told, from a template."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import full_number
from jinlin.issue.escalation import replies as answering
from jinlin.issue.record import queries
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing


def reply(
    call: Call,
    number: options.Issue,
    sent: Annotated[bool, flag("--sent", help=N_("Note down that the resident was told."))] = False,
) -> None:
    meant = full_number(call, number)
    if sent:
        with writing(call) as tx:
            issue = queries.find(tx, meant)
            text = answering.reply_text(tx, issue)
            answering.reply(tx, issue)
    else:
        with reading(call) as reader:
            issue = queries.find(reader, meant)
            text = answering.reply_text(reader, issue)
    done(call, text, number=text, data={"number": issue.label, "text": text, "sent": sent})
    call.tell(
        (
            _("It is noted that {number} was answered.")
            if sent
            else _("Copy the text above. When it is sent: jinlin issue reply {number} --sent")
        ).format(number=issue.label),
    )
