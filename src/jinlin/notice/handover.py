"""What of the notices is handed over: what hangs, until when, and what residents wait for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.days.written import day_short
from jinlin.core.i18n import N_, _
from jinlin.documents.page import Heading, Table
from jinlin.notice import objections, questions
from jinlin.notice.queries import NoticeRow, notices
from jinlin.notice.rules.notices import NoticeStatus, without_period
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.output.listing.filter import Condition
from jinlin.output.listing.listed_texts import as_listed
from jinlin.store.transaction.tx import Reader

_UP_OR_DRAFTED: Final = Condition(
    "n.taken_down_on IS NULL AND (n.posted_on IS NOT NULL OR n.withdrawn_on IS NULL)"
)


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    hanging = notices(reader, _UP_OR_DRAFTED)
    titles = as_listed(reader, (notice.title for notice in hanging))
    table = (
        Heading(_("Notices that hang or are drafted")),
        Table(
            (_("Number"), _("Title of the notice"), _("Put up on"), _("How long")),
            tuple(
                (
                    notice.label,
                    titles[notice.title],
                    day_short(notice.posted_on) if notice.posted_on else "—",
                    _until(notice),
                )
                for notice in hanging
            ),
            widths=(10, 42, 16, 32),
        ),
    )
    yield HandoverPart(
        34,
        data={"notices": [notice.label for notice in hanging]},
        blocks=table if hanging else (),
    )
    yield _waiting(reader)


def _until(notice: NoticeRow) -> str:
    """Return up to when a notice hangs, or that it is to come down or to be put up."""
    match notice.status:
        case NoticeStatus.DRAFT:
            return _("draft, not put up yet")
        case NoticeStatus.WITHDRAWN:
            return "\n".join((notice.status.label, _("to be taken down")))
        case NoticeStatus.ENDED if notice.ends_on:
            over = _("over since {day}").format(day=day_short(notice.ends_on))
            return "\n".join((over, _("to be taken down")))
    if notice.ends_on is None:
        return without_period(notice.type)
    return "\n".join(
        (
            _("up to {day}").format(day=day_short(notice.ends_on)),
            _("to be taken down on {day}").format(
                day=day_short(notice.ends_on + timedelta(days=1))
            ),
        )
    )


def _waiting(reader: Reader) -> HandoverPart:
    """Return what residents asked or objected to and nobody answered, the first due first."""
    asked = questions.questions(reader, questions.UNANSWERED)
    against = objections.unanswered(reader)
    said = as_listed(reader, [*(one.text for one in asked), *(one.title for one in against)])
    rows = [
        (one.answer_by, one.label, _("confidential") if one.private else said[one.text])
        for one in asked
    ]
    rows += [
        (one.answer_by, one.label, _("Objection to “{title}”").format(title=said[one.title]))
        for one in against
    ]
    table = (
        Heading(_("Questions and objections to answer")),
        Table(
            (_("Number"), _("What is asked"), _("Answer by")),
            tuple((label, text, day_short(day)) for day, label, text in sorted(rows)),
            widths=(12, 68, 20),
        ),
    )
    return HandoverPart(
        36,
        data={
            "questions": [one.label for one in asked],
            "objections": [one.label for one in against],
        },
        blocks=table if rows else (),
    )


SHARE: Final = HandoverShare(
    registers={"notice": N_("notices"), "power": N_("small powers")}, parts=_parts
)
