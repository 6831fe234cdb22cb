"""会议通知: what goes out before a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.days.written import day_words
from jinlin.core.i18n import N_, _
from jinlin.core.sentences import in_a_row, sentence
from jinlin.documents.page import BLANK, Block, Closing, Page, Paragraph
from jinlin.meeting.pages.agenda import usual_participants
from jinlin.meeting.pages.paper import Paper, sent_out
from jinlin.meeting.pages.wording import counted, moment_words
from jinlin.meeting.rules.kinds import Expected, meeting_types
from jinlin.meeting.rules.meetings import PARTY_MEETINGS

LONGEST: Final = 500
"""A text for WeChat is shorter than so many characters (practice 7)."""


def notice_text(paper: Paper) -> str:
    """Return the notice to paste into WeChat: below 500 characters, its first line says what."""
    items = notice_items(paper)
    for shown in range(len(items), -1, -1):
        text = "\n".join(_notice_lines(paper, items, shown))
        if len(text) + 1 < LONGEST:
            return text
    return text[: LONGEST - 2] + "…"


def notice_items(paper: Paper) -> list[str]:
    """Return what the items are about, as far as it may leave the house before the meeting.

    They are counted as on the list of items, which leaves out those that stand on no paper too; a
    single one is not.
    """
    return counted([paper.called_ahead(item) for item in sent_out(paper)[0]])


def untold(paper: Paper) -> str:
    """Return how many items the branch's own members are told of at the meeting alone."""
    count = len(paper.whole.items) - len(sent_out(paper)[0])
    if not count or paper.meeting.type not in PARTY_MEETINGS:
        return ""
    return _("Items told at the meeting: {count}.").format(count=count)


def _notice_lines(paper: Paper, items: list[str], shown: int) -> Iterator[str]:
    yield _("[Notice of a meeting] {title}").format(title=paper.meeting.title)
    yield _addressed(paper)
    yield _invitation(paper)
    if shown:
        yield _("Items:")
        yield from items[:shown]
    if len(items) > shown:
        yield _("… {count} items in all").format(count=len(items))
    if more := untold(paper):
        yield more
    if rule := notice_rule(paper):
        yield rule
    yield _(_kept_away(paper))
    yield f"{paper.publisher}　{day_words(paper.today)}"


def notice_page(paper: Paper, *, contact: str | None = None) -> Page:
    """Return the notice as a letter in the user's language.

    Args:
        paper: what it is written from.
        contact: whom to ask, with her phone; blanks where it is not said.
    """
    items = notice_items(paper)
    blocks: list[Block] = [
        Paragraph(_addressed(paper), flush=True),
        Paragraph(_invitation(paper)),
    ]
    more = untold(paper)
    if len(items) == 1:
        said = _("Item: {item}").format(item=sentence(items[0]))
        blocks.append(Paragraph(in_a_row(filter(None, (said, more)))))
    elif items:
        blocks += [Paragraph(_("Items:")), *map(Paragraph, items)]
    if more and len(items) != 1:
        blocks.append(Paragraph(more))
    if _expected(paper) is Expected.FREE:
        who = _("Taking part: {who}").format(who=usual_participants(paper) or BLANK)
        blocks.append(Paragraph(who))
    if rule := notice_rule(paper):
        blocks.append(Paragraph(rule))
    blocks += [
        Paragraph(_(_kept_away(paper))),
        Paragraph(
            _("Contact: {contact}").format(contact=contact)
            if contact
            else _("Contact: {blank} Telephone: {blank}").format(blank=BLANK)
        ),
        Paragraph(_("Please take note.")),
        Closing((paper.publisher, day_words(paper.today))),
    ]
    return Page(
        title=_("Notice of a meeting"),
        above=(paper.organisation,) if paper.organisation else (),
        blocks=tuple(blocks),
        code=paper.meeting.label,
        fields=paper.fields,
    )


_CALLED: Final = {
    Expected.PARTY_MEMBERS: N_("To all members of the branch:"),
    Expected.WITH_REPORT_INS: N_("To all members of the branch and those who reported in:"),
    Expected.COMMITTEE: N_("To the members of the branch committee:"),
    Expected.GROUP: N_("To the members of the Party group:"),
    Expected.OWNERS_COMMITTEE: N_("To the members of the owners' committee:"),
    Expected.SUPERVISORY_BOARD: N_("To the members of the supervisory board:"),
    Expected.OWNERS: N_("To all owners:"),
    Expected.PARTNERS: N_("To all partners:"),
    Expected.FREE: N_("To all who are invited:"),
}
"""Whom a notice is addressed to, by who should attend."""


def _kept_away(paper: Paper) -> str:
    """Return what whoever cannot come does: owners give somebody authority to vote for them."""
    if _expected(paper) is Expected.OWNERS:
        return N_(
            "If you cannot take part, you may give somebody written authority to vote for you."
        )
    return N_("If you cannot come, please say so beforehand and give the reason.")


def _addressed(paper: Paper) -> str:
    return _(_CALLED[_expected(paper)])


def _expected(paper: Paper) -> Expected:
    """Return whom a meeting calls, and so whom its notice is addressed to."""
    known = meeting_types().get(paper.meeting.type)
    return known.expected if known else Expected.FREE


def _invitation(paper: Paper) -> str:
    meeting = paper.meeting
    return _("{title} will be held on {time} at {place}. Please be there in time.").format(
        title=paper.called,
        time=moment_words(meeting.held_at),
        place=meeting.place or BLANK,
    )


def notice_rule(paper: Paper) -> str:
    """Return the rule on how early everybody is told of a meeting; empty where there is none.

    A notice that is late does not say that it is in time.
    """
    days = days_ahead(paper)
    if not days:
        return ""
    if days_short(paper):
        return _(
            "All owners and the residents' committee are told (Regulation on property management,"
            " art. 14); nothing that is not announced is voted on."
        )
    return _(
        "All owners are told {days} days ahead, and the residents' committee too (Regulation on"
        " property management, art. 14); nothing that is not announced is voted on."
    ).format(days=days)


def days_ahead(paper: Paper) -> int:
    """Return how many days ahead everybody is told by law; 0 where no law says so."""
    known = meeting_types().get(paper.meeting.type)
    return known.notice_days if known else 0


def days_short(paper: Paper) -> int:
    """Return how many days are missing for a notice in time; 0 where it is or was in time."""
    needed = days_ahead(paper)
    latest = paper.meeting.held_at.date() - timedelta(days=needed)
    told = [item.announced_on or paper.today for item in paper.whole.items]
    day = max(told, default=paper.today)
    return max(0, (day - latest).days) if needed else 0
