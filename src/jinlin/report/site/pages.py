"""The pages of the site, each from what was gathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.days.written import month_words
from jinlin.core.i18n import _
from jinlin.documents.html import article, safe
from jinlin.issue.lists.board import BoardRow
from jinlin.issue.record.categories import category_label
from jinlin.issue.rules.statuses import CLOSED, Status
from jinlin.meeting.service.public import SERVICES
from jinlin.notice.queries import NoticeRow
from jinlin.notice.questions import QuestionRow
from jinlin.notice.rules.notices import NoticeStatus, Signer, Type, signer_of, without_period
from jinlin.notice.small_powers import Power
from jinlin.output.listing.values import percent
from jinlin.partner.record.disclosed import PARTNERS
from jinlin.project.record.projects import KIND
from jinlin.report.edition.tables import posted_columns, posted_numbers
from jinlin.report.figures.public import folded_told
from jinlin.report.rules.flow import Ratings
from jinlin.report.site.content import PostedSheet, SiteContent
from jinlin.report.site.frame import (
    OFFERS,
    framed,
    heading,
    link,
    numbers,
    paragraph,
    table,
    tag,
)
from jinlin.report.site.money import money

ON_HOME: Final = 5
_TAGS: Final = {
    NoticeStatus.RUNNING: "open",
    NoticeStatus.ENDED: "over",
    NoticeStatus.DRAFT: "over",
}
_ORDER: Final = (
    Status.DEPARTMENTS_CALLED, Status.DEPARTMENTS_ARRIVED, Status.ESCALATED,
    Status.UNDER_CONSULTATION, Status.IN_PROGRESS, Status.REPORTED, Status.DEFERRED,
    Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED,
)  # fmt: skip
"""What is furthest up the ladder first, what is settled last."""
_ELEVATOR: Final = "elevator_scheme"


def site_pages(found: SiteContent) -> Iterator[tuple[str, str]]:
    """Return each file of the site with its content."""
    titled = {
        "index.html": (_("Start page"), _home(found)),
        "notices.html": (_("Notices"), _notices(found)),
        "board.html": (_("Issues"), _board(found.issues)),
        "months.html": (_("Monthly figures"), _months(found)),
        "money.html": (_("Income and spending"), money(found.money, found.questions, _question)),
        "elevator.html": (_("Elevator schemes"), _elevator(found)),
        "projects.html": (_("Projects and partners"), _projects(found)),
        "services.html": (_("Volunteer services"), _services(found)),
        OFFERS: (_("Service menu"), _offers(found)),
        "questions.html": (
            _("Questions and answers"),
            _questions(found.questions, _contact(found)),
        ),
        "powers.html": (_("List of small powers"), _powers(found.powers)),
    }
    for file in found.complex.pages:
        title, lines = titled[file]
        yield file, framed(found.complex, file=file, title=title, body="\n".join(lines))
    for posted in found.posted:
        yield (
            posted.file,
            framed(
                found.complex,
                file="notices.html",
                title=posted.notice.title,
                body="\n".join((f"<p>{_state(posted)}</p>", article(posted.page))),
            ),
        )


def _home(found: SiteContent) -> Iterator[str]:
    open_now = [row for row in found.issues if row.status not in CLOSED]
    solved = [row for row in found.issues if row.status is Status.CLOSED_SOLVED]
    commenting = [
        p
        for p in found.posted
        if p.notice.type is Type.PUBLIC_NOTICE and p.notice.status is NoticeStatus.RUNNING
    ]
    yield heading(found.complex.name, 1)
    yield numbers(
        (
            (str(len(commenting)), _("public notices open for comment")),
            (str(len(open_now)), _("issues being handled")),
            (str(len(solved)), _("issues solved in the last 30 days")),
            (str(sum(q.answer is not None for q in found.questions)), _("questions answered")),
        )
    )
    yield paragraph(
        _("Issues that are not public are not among these; the monthly figures count all.")
    )
    yield heading(_("Open for comment"))
    yield from _listed(commenting, _("No public notice is open for comment now."))
    yield heading(_("Latest notices"))
    yield from _listed(found.posted[:ON_HOME], _("Nothing has been posted yet."))
    answered = [q for q in found.questions if q.answer is not None]
    if answered:
        yield heading(_("Latest answers"))
        yield from (_question(question) for question in answered[:ON_HOME])


def _notices(found: SiteContent) -> Iterator[str]:
    yield heading(_("Notices"), 1)
    if not found.posted:
        yield paragraph(_("Nothing has been posted yet."))
    for kind in Type:
        chosen = [posted for posted in found.posted if posted.notice.type is kind]
        if chosen:
            yield heading(kind.label.capitalize())
            yield from _listed(chosen, "")


def _elevator(found: SiteContent) -> Iterator[str]:
    yield heading(_("Elevator schemes"), 1)
    yield paragraph(
        _("What is shown is the standard of each floor. What a home pays is on its own sheet.")
    )
    yield from _in_full(
        [posted for posted in found.posted if posted.notice.matter == _ELEVATOR],
        _("No elevator scheme has been posted yet."),
    )


def _projects(found: SiteContent) -> Iterator[str]:
    yield heading(_("Projects and partners"), 1)
    yield from _in_full(
        [posted for posted in found.posted if _is_of_works(posted.notice)],
        _("Nothing of a project or of partners has been posted yet."),
    )


def _services(found: SiteContent) -> Iterator[str]:
    yield heading(_("Volunteer services"), 1)
    yield from _in_full(
        [posted for posted in found.posted if posted.notice.matter == SERVICES],
        _("Nothing of volunteer services has been posted yet."),
    )


def _offers(found: SiteContent) -> Iterator[str]:
    if found.menu is not None:
        yield article(found.menu)


def _is_of_works(notice: NoticeRow) -> bool:
    about = notice.about.kind if notice.about else None
    return about == KIND or notice.matter == PARTNERS


def _in_full(chosen: Sequence[PostedSheet], empty: str) -> Iterator[str]:
    if not chosen:
        yield paragraph(empty)
    for posted in chosen:
        yield f"<p>{_state(posted)}</p>"
        yield article(posted.page)


def _listed(posted: Sequence[PostedSheet], empty: str) -> Iterator[str]:
    if not posted:
        yield paragraph(empty)
        return
    yield table(
        (
            _("Title of the notice"),
            _("Status"),
            _("Put up on"),
            _("Hangs until"),
            _("Signing body"),
        ),
        (
            (
                link(p.file, p.notice.title),
                _status(p),
                safe(str(p.notice.posted_on)),
                safe(str(p.notice.ends_on or without_period(p.notice.type))),
                safe(p.notice.signer),
            )
            for p in posted
        ),
    )


def _status(posted: PostedSheet) -> str:
    status = posted.notice.status
    return tag(status.label, _TAGS[status])


def _state(posted: PostedSheet) -> str:
    notice = posted.notice
    if notice.ends_on is None:
        return _status(posted)
    until = _("until {day}").format(day=notice.ends_on)
    return f"{_status(posted)} {safe(until)}"


def _board(rows: Sequence[BoardRow]) -> Iterator[str]:
    yield heading(_("Issues"), 1)
    yield paragraph(
        _(
            "What is on the way, and what was settled in the last 30 days;"
            " private issues are not shown."
        )
    )
    if not rows:
        yield paragraph(_("There is no issue to show."))
    for status in _ORDER:
        chosen = [row for row in rows if row.status is status]
        if not chosen:
            continue
        label = _("{what}: {count}").format(what=status.label, count=len(chosen))
        yield heading(label.capitalize())
        closed = status in CLOSED
        headings = (_("Number"), _("Issue"), _("Building"), _("Reported on"), _("Closed on"))
        yield table(
            headings if closed else headings[:-1],
            (
                [
                    safe(text)
                    for text in (
                        row.number, row.title, row.building or "", str(row.reported_on),
                        *((str(row.closed_on),) if closed else ()),
                    )
                ]
                for row in chosen
            ),
        )  # fmt: skip


def _months(found: SiteContent) -> Iterator[str]:
    yield heading(_("Monthly figures"), 1)
    yield paragraph(
        _("The same figures as in the monthly report. The month that is running counts up to now.")
    )
    yield table(
        (_("Month"), _("Received"), _("Settled"), _("Still open")),
        (
            (safe(str(point.stretch)), str(point.received), str(point.closed), str(point.open))
            for point in found.months
        ),
        numeric=(1, 2, 3),
        searched=False,
    )
    if since := found.since:
        yield heading(_("In all since {month}").format(month=month_words(since.day)))
        yield numbers(((str(since.closed), _("issues settled")), _satisfied(since.ratings)))
    latest = found.latest
    yield heading(str(latest.period.stretch))
    yield numbers(
        (
            (str(latest.total.received), _("issues received")),
            (str(latest.total.closed_solved), _("issues put right")),
            _satisfied(latest.ratings),
        )
    )
    columns = posted_columns(latest.total)
    yield table(
        (_("Category"), *columns),
        (
            (safe(category_label(g.name)), *posted_numbers(g.flow, columns))
            for g in latest.groups
            if not g.flow.idle
        ),
        numeric=range(1, 1 + len(columns)),
        searched=False,
    )
    if text := folded_told(latest):
        yield paragraph(text)


def _satisfied(ratings: Ratings) -> tuple[str, str]:
    """Return how many were satisfied, and of how many; no share of a small number."""
    rate = ratings.rate
    said = _("satisfied, of {base} who answered").format(base=rate.denominator)
    return str(rate.numerator) if rate.exact is None else percent(rate.exact), said


def _questions(questions: Sequence[QuestionRow], contact: str) -> Iterator[str]:
    yield heading(_("Questions and answers"), 1)
    yield paragraph(_("Whoever asks is answered on the next working day. Who asked is not shown."))
    if contact:
        yield paragraph(_("To ask: {contact}").format(contact=contact))
    if not questions:
        yield paragraph(_("Nobody has asked anything yet."))
    yield from map(_question, questions)


def _contact(found: SiteContent) -> str:
    """Return where to ask: what the branch's own notices said last."""
    return next(
        (
            posted.notice.contact
            for posted in found.posted
            if posted.notice.contact and signer_of(posted.notice.signer) is Signer.BRANCH
        ),
        "",
    )


def _question(question: QuestionRow) -> str:
    said = [_("Asked on {day}: {text}").format(day=question.asked_on, text=question.text)]
    said += [
        _("Told meanwhile on {day}: {text}").format(day=one.on, text=one.text)
        for one in question.interim
    ]
    state = ""
    if question.answer is None:
        due = tag(_("to be answered by {day}").format(day=question.answer_by), "open")
        state = f"<p>{due}</p>"
    else:
        said.append(
            _("Answered on {day}: {text}").format(day=question.answered_on, text=question.answer)
        )
    return f'<div class="question">{"".join(map(paragraph, said))}{state}</div>'


def _powers(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    yield heading(_("List of small powers"), 1)
    if not lines:
        yield paragraph(_("The list is empty."))
        return
    yield table([_(one.label) for one in Power.fields], (map(safe, line) for line in lines))
