"""会议纪要: what was settled, who, by when; sent to those who act on it (practice 5.2).

It names nobody who spoke, no resident and nobody's vote; no red head, no seal, no document number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.documents.page import Block, Closing, Field, Heading, Page, Paragraph, Table
from jinlin.issue.privacy.publicity import all_counted
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.pages.paper import (
    Paper,
    decided,
    joined,
    sent_out,
    sentence,
    time_words,
    unspoken,
)
from jinlin.meeting.pages.release import hushed, let_out
from jinlin.meeting.record.agenda import AgendaItem, SourceKind
from jinlin.meeting.record.register import ActionRow, Resolution
from jinlin.meeting.rules.meetings import PARTY_MEETINGS, AttendanceState
from jinlin.meeting.rules.owners_matters import matter_in
from jinlin.member.register.queries import IN_STATE, members
from jinlin.member.rules.party import MEMBERS
from jinlin.output.listing.discretion import discreet
from jinlin.store.transaction.tx import Reader

_MEMBERS: Final = IN_STATE(tuple(MEMBERS))


def discreet_paper(reader: Reader, paper: Paper) -> Paper:
    """Return a paper whose texts name no resident, phone or door: its summary leaves the house.

    Who was there and who carries something out is named (practice 5.2: 责任人). So are the
    members of the branch in what their own meetings settled.
    """
    paper = hushed(reader, let_out(reader, paper))
    whole, meeting = paper.whole, paper.meeting
    spared = {
        one.person.name
        for one in (members(reader, _MEMBERS) if meeting.type in PARTY_MEETINGS else ())
    }
    own = [meeting.title, meeting.place or "", meeting.sent_to or ""]
    heard = [text or "" for item in whole.items for text in (item.title, item.view)]
    decided: list[Resolution | ActionRow] = [*whole.resolutions, *whole.tasks]
    texts = iter(
        discreet_texts(reader, [*own, *heard, *(row.text for row in decided)], spared=spared)
    )
    known = meeting._replace(
        title=next(texts), place=next(texts) or None, sent_to=next(texts) or None
    )
    items = tuple(i._replace(title=next(texts), view=next(texts) or None) for i in whole.items)
    resolutions = tuple(
        row._replace(text=next(texts), owner=_doer(row.owner)) for row in whole.resolutions
    )
    tasks = tuple(row._replace(text=next(texts), owner=_doer(row.owner)) for row in whole.tasks)
    return paper._replace(
        whole=whole._replace(meeting=known, items=items, resolutions=resolutions, tasks=tasks)
    )


def _doer(owner: str | None) -> str | None:
    return discreet(owner) if owner else None


def summary_page(paper: Paper) -> Page:
    """Return the summary of a meeting's decisions in the user's language."""
    meeting = paper.meeting
    items, resolutions = sent_out(paper)
    return Page(
        title=_("Summary of decisions"),
        above=(paper.organisation,) if paper.organisation else (),
        below=(_("{title} ({number})").format(title=meeting.title, number=meeting.label),),
        blocks=(
            Paragraph(_opening(paper)),
            *_heard(paper, items),
            *_held(items),
            *_decided(paper, resolutions),
            *_present(paper),
            Field(_("Sent to"), meeting.sent_to or _usual_receivers(paper)),
            Closing((paper.publisher, day_words(paper.today))),
        ),
        fields=paper.fields,
    )


def _opening(paper: Paper) -> str:
    meeting = paper.meeting
    said = (
        _("{title} was held at {place}, {time}.")
        if meeting.place
        else _("{title} was held, {time}.")
    ).format(title=paper.called, place=meeting.place, time=time_words(meeting))
    if meeting.chair:
        said += _(" In the chair: {chair}.").format(chair=meeting.chair)
    return said + _(" What was settled:")


def _heard(paper: Paper, items: tuple[AgendaItem, ...]) -> Iterator[Block]:
    if items:
        kept = [one for item in items if (one := paper.kept_item(item))]
        titles = [_titled(item) for item in items if not paper.kept_item(item)]
        yield Heading(_("The meeting heard"), lead=_("The meeting heard "))
        yield Paragraph(
            _("{titles}: {count} items.").format(
                titles=_(", ").join((*titles, *all_counted(kept))), count=len(items)
            )
        )


def _titled(item: AgendaItem) -> str:
    if item.source_kind == SourceKind.ISSUE:
        return _("{title} ({remarks})").format(title=item.title, remarks=item.source_ref)
    return item.title


def _held(items: tuple[AgendaItem, ...]) -> Iterator[Block]:
    views = [item.view for item in items if item.view]
    if views:
        yield Heading(_("The meeting held"), lead=_("The meeting held: "))
        yield from (Paragraph(sentence(view)) for view in views)


def _decided(paper: Paper, resolutions: tuple[Resolution, ...]) -> Iterator[Block]:
    carried = [row for row in resolutions if row.stands]
    lost = [row for row in resolutions if row.lost]
    yield Heading(_("The meeting decided"), lead=_("The meeting decided: "))
    if not carried:
        yield Paragraph(_("Nothing was carried.") if lost else _("Nothing was resolved."))
    for place, text in enumerate(_texts(paper, carried), 1):
        yield Paragraph(f"{place}. {sentence(text)}")
        yield from owners_note(paper, text)
    if lost:
        yield Heading(_("Not carried"), lead=_("Put to the vote and not carried: "))
        yield from (
            Paragraph(f"{place}. {sentence(text)}")
            for place, text in enumerate(_texts(paper, lost), 1)
        )
    owing: tuple[Resolution | ActionRow, ...] = (*carried, *_tasks(paper))
    rows = [
        (row.label, row.text.replace("\n", " "), row.owner or "", _due(row.due_on))
        for row in owing
        if row.owner or row.due_on
    ]
    if rows:
        yield Heading(_("To be done"))
        yield Table(
            headings=(_("Number"), _("Matter"), _("Responsible"), _("By when")),
            rows=tuple(rows),
            widths=(12, 44, 22, 22),
        )


def _texts(paper: Paper, rows: list[Resolution]) -> list[str]:
    """Return what was resolved, what stays in the house counted at the end."""
    kept = [paper.kept[row.label] for row in rows if row.label in paper.kept]
    return [*(row.text for row in rows if row.label not in paper.kept), *all_counted(kept)]


def owners_note(paper: Paper, text: str) -> Iterator[Block]:
    """Say of what only owners can decide that this meeting's word is a proposal (practice 6.2)."""
    matter = matter_in(text)
    if matter is not None and paper.meeting.type != "owners_assembly":
        yield Paragraph(
            _("(The owners decide this together: {matter}, {basis}. What is said here is a"
              " proposal.)").format(matter=matter.name, basis=matter.article)
        )  # fmt: skip


def _tasks(paper: Paper) -> Iterator[ActionRow]:
    """Return the action items that may leave the house, as items and resolutions do."""
    shown = {None, *(item.position for item in sent_out(paper)[0])}
    return (t for t in paper.whole.tasks if t.item in shown and not unspoken(t.text))


def _due(day: object) -> str:
    return str(day) if day else ""


def _present(paper: Paper) -> Iterator[Block]:
    """Say who was there as the standard has it: 出席, 请假, 列席 (GB/T 9704)."""
    yield Field(
        _("Attended"),
        paper.named(AttendanceState.PRESENT, AttendanceState.LATE) or _("not recorded"),
    )
    for label, state in (
        (_("Excused"), AttendanceState.EXCUSED),
        (_("Sat in"), AttendanceState.SITTING_IN),
    ):
        names = paper.named(state)
        if names:
            yield Field(label, names)


def _usual_receivers(paper: Paper) -> str:
    if paper.meeting.type in PARTY_MEETINGS:
        return _("members of the branch; the superior Party organisation")
    carried = decided(paper)
    owners = [row.owner for row in carried] + [task.owner for task in _tasks(paper)]
    doers = dict.fromkeys(owner for owner in owners if owner)
    return joined((_("those present; the community Party organisation"), *doers))
