"""What a council decided, published without speakers and votes by name (practice.md 5.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.meeting.kinds import type_name
from jinlin.meeting.pages.paper import paper_of
from jinlin.meeting.pages.publication import Published, check_publishable, published
from jinlin.meeting.queries import Filter, MeetingRow, meetings
from jinlin.meeting.rules import parse_number
from jinlin.report.board.drawn import Drawn
from jinlin.store.tx import Reader

MATTERS: Final[Mapping[str, str]] = {
    "friday_council": "council_decision",
    "neighbours_council": "council_decision",
    "building_council": "council_decision",
    "complex_hearing": "council_decision",
    "co_building_council": "council_decision",
    "joint_meeting": "council_decision",
    "residents_meeting": "council_decision",
    "owners_committee": "committee_decision",
    "supervisory_board": "committee_decision",
    "owners_assembly": "owners_decision",
    "evaluation": "evaluation",
}
"""Kinds of meeting whose decisions are public, and which matter they are; no Party meeting is."""


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the published resolutions of a meeting, the latest that has any otherwise.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: it is a meeting of the Party, or decided nothing that may be posted.
        UsageError: `which` is no number of a meeting.
    """
    number = parse_number(which.partition("-")[0]) if which else _latest(reader)
    paper = paper_of(reader, number)
    meeting = paper.meeting
    check_publishable(paper)
    if meeting.type not in MATTERS:
        raise RuleError(
            _("What a “{type}” decides is not posted.").format(type=type_name(meeting.type)),
            hint=_("Only councils, the owners' assembly and its committee post their decisions."),
        )
    every = published(reader, paper)
    chosen = [one for one in every if not which or "-" not in which or one.row.label == which]
    if not chosen:
        raise RuleError(
            _("{number} has no such resolution.").format(number=meeting.label),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    return Drawn(
        matter=MATTERS[meeting.type],
        title=_("decisions of {meeting}").format(meeting=_named(meeting)),
        body="\n".join(line for place, one in enumerate(chosen, 1) for line in _told(place, one)),
        basis=_("{meeting}; present {present}.").format(
            meeting=_named(meeting),
            present=sum(a.state in ("present", "late") for a in paper.whole.attendees),
        ),
        about=Reference("meeting", meeting.label),
        covers=(meeting.held_at.date(), meeting.held_at.date()),
        audience=_("all residents"),
    )


def _latest(reader: Reader) -> int:
    """Return the latest meeting whose decisions are posted.

    Raises:
        RuleError: there is none.
    """
    held = meetings(reader, Filter(types=tuple(MATTERS), stop=reader.clock.stamp), limit=0)
    for listed in held:
        if listed.resolutions:
            return listed.meeting.number
    raise RuleError(_("No council has decided anything yet."), hint=_("See: jinlin meeting list"))


def _named(meeting: MeetingRow) -> str:
    day = meeting.held_at
    return _("the {type} of {day}").format(
        type=type_name(meeting.type),
        day=_("{year}-{month:02d}-{day:02d}").format(year=day.year, month=day.month, day=day.day),
    )


def _told(place: int, one: Published) -> Iterator[str]:
    """Return a resolution: what about, what, how it was voted, on what it stands, who, by when."""
    text = " ".join(one.text.split())
    said = _("{item}: {text}").format(item=one.title, text=text) if one.title else text
    yield f"{place}. {said}"
    parts = {
        _("How it was settled"): one.result,
        _("Basis"): one.basis,
        _("Carried out by"): one.owner,
        _("By when"): str(one.row.due_on or ""),
    }
    known = [_("{label}: {text}").format(label=k, text=text) for k, text in parts.items() if text]
    if known:
        yield _("; ").join(known)
