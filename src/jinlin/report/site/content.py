"""What the site shows, read once: everything in it may be read by everybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, NamedTuple

from jinlin.core.days.period import period_of
from jinlin.core.days.stretch import Length, Stretch, stretch_with
from jinlin.documents.page import Page
from jinlin.issue.lists.board import CLOSED_DAYS, BoardRow, board
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.privacy.publicity import KeptBack
from jinlin.member.board.disclosed import DisclosedEntry, disclosed_entries
from jinlin.member.management.menu_page import menu_page
from jinlin.member.management.offers import offers_on
from jinlin.member.own_branch import branch
from jinlin.notice.corrections import corrections
from jinlin.notice.queries import NoticeRow, notices
from jinlin.notice.questions import PUBLIC, QuestionRow, questions
from jinlin.notice.rules.notices import NoticeStatus
from jinlin.notice.small_powers import POWERS, Power
from jinlin.report.board.guard import Guard, public_page
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import Point, SinceFirst
from jinlin.report.figures.full_queries import since_first, trend
from jinlin.report.figures.public import public_figures
from jinlin.report.figures.queries import period_figures
from jinlin.report.site.frame import MENU, OFFERS, SiteOwner
from jinlin.store.transaction.tx import Reader

KEPT: Final = timedelta(days=366)
"""So long what is over stays on the site."""
MOST_ISSUES: Final = 500
MOST_QUESTIONS: Final = 200


class PostedSheet(NamedTuple):
    """A notice as everybody may read it, with its sheet."""

    notice: NoticeRow
    page: Page

    @property
    def file(self) -> str:
        """The name of its page."""
        return f"notice-{self.notice.number}.html"


class SiteContent(NamedTuple):
    """All that is public.

    Attributes:
        posted: the latest first; drafts and what was withdrawn are not among them.
        issues: the lines of the board.
        months: what came and went in each of the last twelve, the latest first.
        latest: the last month that is over, in full.
        questions: those without an answer first; private ones are not among them.
        money: the entries of the purses that were disclosed, the latest first.
        since: what came of issues since the first was reported; None where none was.
        powers: the lines of the list of small powers, cell by cell.
        menu: what is offered today, with its prices; None where nothing is.
        kept: the notices that are not among them, being about what stays in the house.
    """

    complex: SiteOwner
    posted: tuple[PostedSheet, ...]
    issues: tuple[BoardRow, ...]
    months: tuple[Point, ...]
    latest: PeriodFigures
    questions: tuple[QuestionRow, ...]
    money: tuple[DisclosedEntry, ...]
    since: SinceFirst | None
    powers: tuple[tuple[str, ...], ...]
    menu: Page | None
    kept: Mapping[str, KeptBack]


def site_content(reader: Reader) -> SiteContent:
    """Return what the site shows."""
    guard = Guard(reader)
    this = stretch_with(reader.clock.today, Length.MONTH)
    corrected = corrections(reader)
    shown = _recent(reader)
    offers = offers_on(reader, reader.clock.today)
    kept = {n.label: found for n in shown if (found := guard.kept(n.about)) is not None}
    return SiteContent(
        kept=kept,
        complex=SiteOwner(
            name=str(reader.value("SELECT name FROM complex") or ""),
            branch=branch(reader).name,
            day=reader.clock.today.isoformat(),
            pages=tuple(name for name in MENU if offers or name != OFFERS),
        ),
        posted=tuple(
            PostedSheet(notice, public_page(guard, notice, corrected.get(notice.id, [])))
            for notice in map(guard.notice, (one for one in shown if one.label not in kept))
        ),
        issues=tuple(
            row._replace(title=guard.text(row.title))
            for row in board(reader, WantedIssues(), days=CLOSED_DAYS, limit=MOST_ISSUES)
        ),
        money=tuple(
            one._replace(purpose=guard.text(one.purpose), counterparty=guard.text(one.counterparty))
            for one in disclosed_entries(reader)
        ),
        since=since_first(reader, this),
        powers=tuple(
            tuple(guard.text(getattr(line, one.key) or "") for one in Power.fields)
            for line in POWERS.rows(reader)
        ),
        menu=menu_page(reader, offers, phone=None) if offers else None,
        months=tuple(trend(reader, period_of(this, reader.clock)))[::-1],
        latest=_latest(reader, this),
        questions=tuple(
            _anonymous(question, guard)
            for question in questions(reader, PUBLIC, limit=MOST_QUESTIONS)
            if guard.kept(question.about) is None
        ),
    )


def _recent(reader: Reader) -> list[NoticeRow]:
    """Return the notices that hang or are over for no more than a year."""
    since = reader.clock.today - KEPT
    return [
        notice
        for notice in notices(reader)
        if notice.posted_on is not None
        and notice.status is not NoticeStatus.WITHDRAWN  # it may be what it said that was wrong
        and (notice.status is NoticeStatus.RUNNING or notice.posted_on >= since)
    ]


def _anonymous(question: QuestionRow, guard: Guard) -> QuestionRow:
    return question._replace(
        text=guard.text(question.text),
        answer=guard.text(question.answer) if question.answer else None,
        interim=tuple(one._replace(text=guard.text(one.text)) for one in question.interim),
        asker=None,
        asker_phone=None,
    )


def _latest(reader: Reader, this: Stretch) -> PeriodFigures:
    """Return the last month that is over, this one where nothing was recorded before it."""
    found = public_figures(period_figures(reader, this.previous))
    return public_figures(period_figures(reader, this)) if found.empty else found
