"""`jinlin elevator notice`: the scheme in force, posted for comment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.core.said import SaidDay, day_on
from jinlin.elevator.commands import shared
from jinlin.elevator.progress.public_notice import MATTER, Posting, post_scheme
from jinlin.elevator.project.projects import Project, project
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.matters import matters
from jinlin.notice.rules.notices import NoticePeriod, SaidPeriod, Unit, parse_period
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import PAST_DAY, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

PLACES: Final = TEXT.several(called=N_("A,B"))
PERIOD: Final = WordKind("period", N_("DAYS"), parse_period)


def notice_(
    call: Call,
    number: shared.Number = None,
    place: Annotated[
        Sequence[str] | None,
        PLACES.option(
            "--place",
            help=N_("Where it hangs, such as 单元门口."),
            asked=AskedFor(N_("Where it hangs"), where=lambda said: not said["draft"]),
        ),
    ] = None,
    contact: Annotated[
        str | None, TEXT.option(help=N_("Where to object: who, phone, place, hours."))
    ] = None,
    period: Annotated[
        SaidPeriod | None, PERIOD.option(help=N_("How long, like 15 or 7个工作日."))
    ] = None,
    period_source: Annotated[
        str | None, TEXT.option(help=N_("Where that period is written."))
    ] = None,
    basis: Annotated[str | None, TEXT.option(help=N_("On what it rests; else the ballot."))] = None,
    on: Annotated[
        SaidDay | None, PAST_DAY.option("--date", help=N_("When it was put up; today."))
    ] = None,
    draft: Annotated[bool, flag("--draft", help=N_("Write it, it is not up yet."))] = False,
) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        wanted = Posting(
            places=tuple(place or ()),
            contact=contact or "",
            posted_on=None if draft else day_on(on, tx.clock),
            period=_period(period, period_source) if period else None,
            basis=basis,
        )
        notice = post_scheme(tx, found, wanted)
    _told(call, found, notice, draft=draft)
    if notice.period is not None and period is None:
        call.tell(
            _("The period rests on: {source}").format(source=basis_words(notice.period.source))
        )
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


def _period(said: SaidPeriod, source: str | None) -> NoticePeriod:
    """Return how long it hangs, where that was said."""
    usual = matters()[MATTER].period
    unit = said.unit or (usual.unit if usual else Unit.NATURAL)
    return NoticePeriod(said.days, unit, source or _("set here"))
