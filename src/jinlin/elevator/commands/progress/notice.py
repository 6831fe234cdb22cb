"""`jinlin elevator notice`: the scheme in force, posted for comment."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import day_or_today
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.elevator.commands import shared
from jinlin.elevator.progress.public_notice import MATTER, Posting, post_scheme
from jinlin.elevator.project.projects import Project, project
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.matters import matters
from jinlin.notice.rules.notices import NoticePeriod, Unit, parse_period
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def notice_(
    call: Call,
    number: shared.Number = None,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar=_("A,B"), help=_("Where it hangs, such as 单元门口.")),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Where to object: who, phone, place, hours.")),
    ] = None,
    period: Annotated[
        str | None, typer.Option(metavar=_("DAYS"), help=_("How long, like 15 or 7个工作日."))
    ] = None,
    period_source: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Where that period stands."))
    ] = None,
    basis: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("On what it rests; else the ballot."))
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar=_("DATE"), help=_("When it was put up; today."))
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help=_("Write it, it is not up yet."))] = False,
) -> None:
    where = tuple(listed(shared.kept(place) or ""))
    if not draft and not where:
        where = tuple(listed(shared.asked(call, "--place", _("Where it hangs"), place)))
    with writing(call) as tx:
        found = project(tx, number)
        wanted = Posting(
            places=where,
            contact=shared.kept(contact) or "",
            posted_on=None if draft else day_or_today(on, tx.clock, past=True),
            period=_period(period, period_source),
            basis=shared.kept(basis),
        )
        notice = post_scheme(tx, found, wanted)
    _told(call, found, notice, draft=draft)
    if notice.period is not None and period is None:
        call.tell(_("The period rests on: {source}").format(source=notice.period.source))
    call.tell(
        _("The page for the board: jinlin notice show {notice} -o 公示.docx").format(
            notice=notice.label
        ),
    )


def _told(call: Call, found: Project, notice: NoticeRow, *, draft: bool) -> None:
    until = notice.ends_on.isoformat() if notice.ends_on else None
    done(
        call,
        _("{notice} is up until {day}: {title}").format(
            notice=notice.label, day=until, title=notice.title
        )
        if not draft
        else _("{notice} is written and not up yet: {title}").format(
            notice=notice.label, title=notice.title
        ),
        number=notice.label,
        data={
            "project": found.label,
            "notice": notice.label,
            "title": notice.title,
            "posted_on": notice.posted_on.isoformat() if notice.posted_on else None,
            "ends_on": until,
            "draft": draft,
        },
    )


def _period(text: str | None, source: str | None) -> NoticePeriod | None:
    """Return how long it hangs; None for what the list of matters says."""
    if text is None:
        return None
    days, unit = parse_period(text)
    usual = matters()[MATTER].period
    return NoticePeriod(
        days,
        unit or (usual.unit if usual else Unit.NATURAL),
        shared.kept(source) or _("set here"),
    )
