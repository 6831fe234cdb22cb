"""`jinlin notice edit`."""

from __future__ import annotations

from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.notice import corrections
from jinlin.notice.commands import options
from jinlin.notice.commands.kinds import MATTER
from jinlin.notice.commands.shared import notice_data, period_told
from jinlin.notice.notice_fields import FIELD_LABELS
from jinlin.notice.queries import NoticeRow, find_notice
from jinlin.notice.rules.matters import Matter, matters, usual_period
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.known import known


def edit(
    call: Call,
    number: options.NoticeNumber,
    *,
    title: Annotated[str | None, NAME.option(called=N_("TITLE"), help=N_("Its title."))] = None,
    told: options.NoticeFields,
    matter: Annotated[
        Matter | None, MATTER.option(help=N_("Such as 电梯方案: jinlin notice matters"))
    ] = None,
    about: options.About = None,
    reason: Annotated[
        str | None, TEXT.option(help=N_("Why; needed once it has been posted."))
    ] = None,
) -> None:
    said: dict[str, Any] = {
        "title": title, **told.kept(call), "matter": matter.code if matter else None,
    }  # fmt: skip
    changes = {field: value for field, value in said.items() if value is not None}
    with writing(call) as tx:
        if about:
            changes["about"] = known(tx, about)
        if told.days is not None:
            before = find_notice(tx, number)
            usual = usual_period(before.type, matters().get(before.matter or ""))
            changes["period"] = options.period_said(told.days, usual)
        notice, changed = corrections.edit(tx, number, changes, reason=reason or "")
    _tell(call, notice, changed)


def _tell(call: Call, notice: NoticeRow, changed: list[str]) -> None:
    """Say what was changed, and what is to be done where it hangs."""
    fields = _(", ").join(_(FIELD_LABELS[field]) for field in changed)
    done(
        call,
        _("{number} {title} was changed: {fields}.").format(
            number=notice.label, title=notice.title, fields=fields
        ),
        number=notice.label,
        data={**notice_data(notice), "changed": changed},
    )
    if notice.posted_on is not None:
        call.tell(
            _(
                "What hangs must be changed too: print it anew (jinlin notice print {number}). If"
                " the scheme itself changed, withdraw it and post it anew: the period starts again."
            ).format(number=notice.label),
        )
    if "period" in changed:
        call.tell(period_told(notice))
