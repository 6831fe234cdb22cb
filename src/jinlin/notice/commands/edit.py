"""`jinlin notice edit`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.notice import corrections
from jinlin.notice.commands import options
from jinlin.notice.commands.shared import notice_data, period_told
from jinlin.notice.notice_fields import FIELD_LABELS
from jinlin.notice.queries import NoticeRow, find_notice
from jinlin.notice.rules.matters import matters, parse_matter, usual_period
from jinlin.notice.rules.notices import parse_number
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.known import known_reference


def edit(
    call: Call,
    number: options.Number,
    title: options.Title = None,
    text: options.Text = None,
    file: options.File = None,
    basis: options.Basis = None,
    audience: options.Audience = None,
    signer: options.SignedBy = None,
    witness: options.Witness = None,
    contact: options.Contact = None,
    places: options.Places = None,
    attachments: options.Attachments = None,
    named: options.Named = None,
    days: options.Days = None,
    matter: Annotated[
        str | None,
        typer.Option(metavar=_("MATTER"), help=_("Such as 电梯方案: jinlin notice matters")),
    ] = None,
    about: options.About = None,
    reason: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Why; needed once it has been posted.")),
    ] = None,
) -> None:
    said: dict[str, Any] = {
        "title": _line(title), "body": options.text_given(call, text, file), "basis": _line(basis),
        "audience": _line(audience), "signer": _line(signer), "witness": _line(witness),
        "contact": _line(contact), "places": options.lines_of(places),
        "attachments": options.lines_of(attachments), "named": options.lines_of(named),
        "matter": parse_matter(matter).code if matter else None,
    }  # fmt: skip
    changes = {field: value for field, value in said.items() if value is not None}
    if not changes and days is None and not about:
        raise UsageError(
            _("Nothing to change was named."),
            hint=_("For example: jinlin notice edit {number} --place 3号楼公示栏").format(
                number=number
            ),
        )
    if "" in (changes.get(field) for field in ("title", "body", "signer")):
        raise UsageError(
            _("A notice has a title, a text and a signer."), hint=_("Write it, or leave it out.")
        )
    with writing(call) as tx:
        meant = parse_number(number)
        if about:
            changes["about"] = known_reference(tx, about)
        if days is not None:
            before = find_notice(tx, meant)
            usual = usual_period(before.type, matters().get(before.matter or ""))
            changes["period"] = options.period_said(days, usual)
        notice, changed = corrections.edit(tx, meant, changes, reason=clean(reason or ""))
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


def _line(text: str | None) -> str | None:
    return None if text is None else clean(text)
