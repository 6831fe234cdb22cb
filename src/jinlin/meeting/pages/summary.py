"""会议纪要: what was settled, who, by when; sent to those who act on it (practice 5.2).

It names nobody who spoke, no resident and nobody's vote; no red head, no seal, no document number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.days.written import day_words
from jinlin.core.i18n import N_, _
from jinlin.core.sentences import clauses, sentence
from jinlin.documents.page import Block, Closing, Field, Heading, Page, Paragraph
from jinlin.issue.privacy.publicity import all_counted
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.pages.paper import Paper, decided, held_words, left_over, sent_out, unspoken
from jinlin.meeting.pages.release import hushed, let_out
from jinlin.meeting.pages.wording import counted, heard, in_charge, remarked, time_words
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.record.register import ActionRow, Resolution
from jinlin.meeting.rules.meetings import HERE, PARTY_MEETINGS, AttendanceState
from jinlin.meeting.rules.owners_matters import matter_in
from jinlin.meeting.rules.vote_rules import BallotKind
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
        title=_("Summary: {meeting}").format(meeting=paper.called),
        above=(paper.organisation,) if paper.organisation else (),
        blocks=(
            Paragraph(_opening(paper)),
            *_dealt_with(paper, items),
            *_held(items),
            *_decided(paper, resolutions),
            *_left_over(paper, items),
            *_present(paper),
            Closing((paper.publisher, day_words(paper.today))),
            Field(_("Sent to"), meeting.sent_to or _usual_receivers(paper)),
        ),
        code=meeting.label,
        fields=paper.fields,
    )


def _opening(paper: Paper) -> str:
    meeting = paper.meeting
    if paper.ballot:
        return _("{said}.").format(said=held_words(paper))
    said = (
        _("{title} was held at {place}, {time}") if meeting.place else _("{title} was held, {time}")
    ).format(title=paper.begun, place=meeting.place, time=time_words(meeting))
    if meeting.chair:
        said += _(", {chair} in the chair").format(chair=meeting.chair)
    return _("{said}.").format(said=said)


_CONSIDERED: Final = re.compile("^(?:会议)?(?:讨论|研究|审议|商议|商量|协商|审定)了?")
_HEARD: Final = N_("heard {what}")
_HEARD_AS: Final = {
    "通报": N_("was informed of {what}"),
    "传达": N_("was told of {what}"),
    "学习": N_("studied {what}"),
    "宣读": N_("heard the text of {what} read out"),
    "汇报": N_("heard a report on {what}"),
}
"""How it is told of an item that begins with one of these verbs; of others that it was heard."""
_NOUNS: Final = ("事宜", "事项", "问题", "工作", "方案", "情况", "计划", "报告")
"""How what was considered ends where no word of its own need follow."""


def _dealt_with(paper: Paper, items: tuple[AgendaItem, ...]) -> Iterator[Block]:
    """Say what the meeting heard, considered and elected, with the verb the items begin with."""
    if not items:
        return
    elections = {v.item: v for v in paper.votes if v.kind is BallotKind.ELECTION}
    told: dict[str, list[str]] = {}
    considered, elected = list[str](), list[str]()
    kept = [one for item in items if (one := paper.kept_item(item))]
    for item in items:
        if paper.kept_item(item):
            continue
        if vote := elections.get(item.position):
            elected.append(
                _("voted by {method} on {what}").format(method=vote.method.label, what=item.title)
            )
        elif found := heard(item.title):
            verb, what = found
            told.setdefault(verb, []).append(what)
        else:
            considered.append(_CONSIDERED.sub("", item.title))
    considered += all_counted(kept)
    parts = [
        _(_HEARD_AS.get(verb, _HEARD)).format(what=_(", ").join(what))
        for verb, what in told.items()
    ]
    if considered:
        parts.append(_considered(considered).format(what=_(", ").join(considered)))
    *others, last = (*parts, *elected)
    said = clauses(*others)
    whole = _("{said}, and {more}").format(said=said, more=last) if said else last
    yield Paragraph(_("The meeting {parts}.").format(parts=whole))


def _considered(what: Sequence[str]) -> str:
    if what and what[-1].endswith(_NOUNS):
        return _("considered {what}")
    return _("considered the matter of {what}")


_HELD: Final = re.compile("^会议(?:一致)?认为[，,：:]?")


def _held(items: tuple[AgendaItem, ...]) -> Iterator[Block]:
    views = [_HELD.sub("", item.view) for item in items if item.view]
    if views:
        yield Heading(_("The meeting held"), lead=_("The meeting held: "))
        yield from (Paragraph(sentence(view)) for view in views)


def _decided(paper: Paper, resolutions: tuple[Resolution, ...]) -> Iterator[Block]:
    """Say who was elected, what was resolved and given out, who does it by when; what was lost."""
    elected = [row for row in resolutions if row.stands and paper.elected(row)]
    carried = [row for row in resolutions if row.stands and not paper.elected(row)]
    lost = [row for row in resolutions if row.lost]
    if elected:
        yield from _under(
            _("Result of the election"), _("Result of the election: "), _texts(paper, elected)
        )
    texts = [
        *_texts(paper, carried),
        *_chosen(paper, resolutions),
        *(remarked(one.text, in_charge(one)) for one in _tasks(paper)),
    ]
    if not texts and not elected:
        texts = [_("Nothing was carried.") if lost else _("Nothing was resolved.")]
    if texts:
        for block in _under(_("The meeting decided"), _("The meeting decided: "), texts):
            yield block
            yield from owners_note(paper, block.text)
    if lost:
        yield from _under(
            _("Not carried"), _("Put to the vote and not carried: "), _texts(paper, lost)
        )


def _chosen(paper: Paper, resolutions: tuple[Resolution, ...]) -> Iterator[str]:
    """Yield which firm, place or plan was chosen, where no resolution says so yet."""
    said = {row.item for row in resolutions if row.stands}
    votes = {one.item: one for one in paper.votes if one.kind is BallotKind.ELECTION}
    for item, vote in votes.items():
        names = [one for one in vote.candidates if one.elected]
        if names and item not in said and not vote.people:
            yield sentence(
                _(", ").join(
                    _("{name} is chosen ({votes} of {base} votes)").format(
                        name=one.name, votes=one.votes, base=vote.base
                    )
                    for one in names
                )
            )


def _under(heading: str, lead: str, texts: Sequence[str]) -> Iterator[Heading | Paragraph]:
    """Yield texts under a heading: a single one runs on after it, several are counted below."""
    yield Heading(heading, lead=lead) if len(texts) == 1 else Heading(lead.strip())
    yield from map(Paragraph, counted(texts))


def _left_over(paper: Paper, items: tuple[AgendaItem, ...]) -> Iterator[Block]:
    """Say what was not decided and comes to the next meeting."""
    left = {item.id for item in left_over(paper)}
    titles = [item.title for item in items if item.id in left and not paper.kept_item(item)]
    titles += all_counted(
        one for item in items if item.id in left and (one := paper.kept_item(item))
    )
    if titles:
        yield Paragraph(
            _("Left for the next meeting: {titles}.").format(titles=_(", ").join(titles))
        )


def _texts(paper: Paper, rows: list[Resolution]) -> list[str]:
    """Return what was resolved in sentences, what stays in the house counted at the end."""
    kept = [paper.kept[row.label] for row in rows if row.label in paper.kept]
    told = (row for row in rows if row.label not in paper.kept)
    return [
        *(
            remarked(row.text, in_charge(row) if row.stands and not paper.elected(row) else ())
            for row in told
        ),
        *map(sentence, all_counted(kept)),
    ]


_BEFORE_OWNERS: Final = re.compile("(?:提请|提交|报)[^，。；]*业主(?:大会|共同)")
"""A decision that brings a matter before the owners says by itself that it is a proposal."""


def owners_note(paper: Paper, text: str) -> Iterator[Paragraph]:
    """Say of what only owners can decide that this meeting's word is a proposal (practice 6.2)."""
    matter = None if _BEFORE_OWNERS.search(text) else matter_in(text)
    if matter is not None and paper.meeting.type != "owners_assembly":
        yield Paragraph(
            _("(The owners decide this together: {matter}, {basis}. What is said here is a"
              " proposal.)").format(matter=matter.name, basis=matter.article)
        )  # fmt: skip


def _tasks(paper: Paper) -> Iterator[ActionRow]:
    """Return the action items that may leave the house, as items and resolutions do."""
    shown = {None, *(item.position for item in sent_out(paper)[0])}
    return (t for t in paper.whole.tasks if t.item in shown and not unspoken(t.text))


def _present(paper: Paper) -> Iterator[Block]:
    """Say who was there as the standard has it: 出席, 请假, 列席 (GB/T 9704)."""
    for label, states in (
        (_("Attended"), HERE),
        (_("Excused"), {AttendanceState.EXCUSED}),
        (_("Sat in"), {AttendanceState.SITTING_IN}),
    ):
        names = paper.named(*states)
        if names:
            yield Field(label, names)


def _usual_receivers(paper: Paper) -> str:
    if paper.meeting.type in PARTY_MEETINGS:
        return _("members of the branch, the superior Party organisation")
    carried = decided(paper)
    owners = [row.owner for row in carried] + [task.owner for task in _tasks(paper)]
    there = {attendee.name for attendee in paper.whole.attendees}
    doers = dict.fromkeys(owner for owner in owners if owner and owner not in there)
    return _(", ").join((_("those present, the community Party organisation"), *doers))
