"""上报单: the sheet with which the branch asks the community or the street for what it cannot do.

It says where down to the building, for the community the entrance, and never who reported
(practice.md 5.4); against whom the matter is may stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.i18n import _
from jinlin.documents.markdown import escaped
from jinlin.issue.calls import CalledRow, called
from jinlin.issue.ladder import EscalationRow
from jinlin.issue.levels import LEVEL_LABELS, Level
from jinlin.issue.life import EventRow, events
from jinlin.issue.links import households
from jinlin.issue.queries import IssueRow
from jinlin.issue.redaction import HIDDEN, Redactor
from jinlin.issue.rules import CHANNEL_LABELS, EVENT_LABELS, URGENCY_LABELS, EventKind
from jinlin.store.tx import Reader

DONE: Final = frozenset(
    {
        EventKind.ASSIGNED, EventKind.NOTED, EventKind.VISITED, EventKind.CONSULTED,
        EventKind.AGENDA, EventKind.DECIDED, EventKind.PARTLY_SOLVED, EventKind.ARRIVED,
        EventKind.JOINT_HANDLING,
    }
)  # fmt: skip
"""Steps that tell what has been done already."""
_CUT_DOOR: Final = re.compile(
    r"(?:(?<=[元楼栋幢座#梯])|-)\*{3}(?:号?[室房户])?|\*{3}号?[室房户](?!数)"
)
_HIDDEN: Final = "×××"
_BLANK: Final = "＿＿＿＿＿＿＿＿"


class Contact(NamedTuple):
    """Whom the departments meet on the spot: somebody of the branch."""

    name: str | None
    phone: str | None


class Sheet(NamedTuple):
    """What stands on the sheet.

    Attributes:
        complex: the name of the complex, with its street and community.
        homes: how many homes the matter touches.
        steps: the life of the issue.
        calls: the departments the street has called.
    """

    complex: str
    street: str | None
    community: str | None
    issue: IssueRow
    asked: EscalationRow
    contact: Contact
    homes: int
    steps: Sequence[EventRow]
    calls: Sequence[CalledRow]
    clock: Clock


def sheet_of(reader: Reader, issue: IssueRow, asked: EscalationRow, contact: Contact) -> Sheet:
    """Return what stands on the sheet of an escalation."""
    row = reader.row("SELECT name, street, community FROM complex")
    return Sheet(
        complex=row["name"] if row else "",
        street=row["street"] if row else None,
        community=row["community"] if row else None,
        issue=issue,
        asked=asked,
        contact=contact,
        homes=households(reader, issue),
        steps=events(reader, issue),
        calls=called(reader, issue),
        clock=reader.clock,
    )


class _Discreet:
    """What people wrote, without who reported and behind which door."""

    def __init__(self, issue: IssueRow) -> None:
        names = (issue.reporter, issue.on_behalf_of)
        self._redactor = Redactor([name for name in names if name], ())
        self._door = issue.room and re.compile(rf"(?<!\d){re.escape(issue.room)}(?:室|房)?(?!\d)")

    def text(self, text: str) -> str:
        """Return a text as it may stand on the sheet."""
        said = _CUT_DOOR.sub(_("a home"), self._redactor.text(text)).replace(HIDDEN, _HIDDEN)
        return self._door.sub(_("a home"), said) if self._door else said


def written(sheet: Sheet) -> str:
    """Return the sheet as Markdown, in the user's language."""
    issue = sheet.issue
    safe = _Discreet(issue)
    lines = [
        "# " + _("Request to the {level}").format(level=_(LEVEL_LABELS[sheet.asked.level])),
        "",
        *_head(sheet, safe),
        "",
        "## " + _("Done so far"),
        "",
        *_done(sheet, safe),
        "",
        "## " + _("What is asked"),
        "",
        *_asked(sheet, safe),
        "",
        *_opinions(sheet),
    ]
    return "\n".join(lines) + "\n"


def _head(sheet: Sheet, safe: _Discreet) -> Iterator[str]:
    issue = sheet.issue
    reported = sheet.clock.local(issue.reported_at)
    where = _("building {building}").format(building=issue.building) if issue.building else ""
    if where and issue.entrance and sheet.asked.level is Level.COMMUNITY:
        where += "，" + _("entrance {entrance}").format(entrance=issue.entrance)
    place = safe.text(issue.place) if issue.place else ""
    for label, value in (
        (_("Number"), issue.label),
        (_("Complex"), "，".join(p for p in (sheet.complex, sheet.community, sheet.street) if p)),
        (_("Issue title"), safe.text(issue.title)),
        (_("Category"), issue.category),
        (_("Place"), "，".join(dict.fromkeys(part for part in (where, place) if part))),
        (_("First reported"), f"{reported:%Y-%m-%d}"),
        (_("Channel"), _(CHANNEL_LABELS[issue.channel])),
        (_("Homes concerned"), str(sheet.homes) if sheet.homes else ""),
        (_("Against"), issue.accused or ""),
        (_("Urgency"), _(URGENCY_LABELS[issue.urgency])),
    ):
        if value:
            yield _field(label, escaped(value))


def _done(sheet: Sheet, safe: _Discreet) -> Iterator[str]:
    told = [line for step in sheet.steps if step.kind in DONE for line in _step(sheet, step, safe)]
    yield from told or [_("Nothing was written down yet: {blank}").format(blank=_BLANK)]


def _step(sheet: Sheet, step: EventRow, safe: _Discreet) -> Iterator[str]:
    said = [part for part in (step.person, step.note and safe.text(step.note)) if part]
    what = _(EVENT_LABELS[step.kind])
    day = f"{sheet.clock.local(step.at):%Y-%m-%d}"
    yield f"- {day} {what}" + (f"：{escaped('；'.join(said))}" if said else "")


def _asked(sheet: Sheet, safe: _Discreet) -> Iterator[str]:
    asked = sheet.asked
    lead, *others = asked.departments or [""]
    yield _field(_("Request"), escaped(safe.text(asked.request)))
    yield _field(_("What is stuck"), escaped(safe.text(asked.stuck)) if asked.stuck else _BLANK)
    yield _field(_("Department in the lead"), escaped(lead) or _BLANK)
    yield _field(_("Departments to help"), escaped("、".join(others)) or _BLANK)
    yield _field(_("Wanted by"), asked.wanted_by or _BLANK)
    yield _field(_("Contact on the spot"), escaped(sheet.contact.name or "") or _BLANK)
    yield _field(_("Contact's phone"), sheet.contact.phone or _BLANK)
    yield _field(_("Attachments"), _BLANK)


def _opinions(sheet: Sheet) -> Iterator[str]:
    at = sheet.clock.local(sheet.asked.escalated_at)
    yield _field(_("The branch, on"), f"{sheet.complex} {_day(at)}")
    yield _field(_("The community's opinion"), _BLANK)
    if not sheet.calls:
        yield _field(_("The street's opinion (call, departments, lead)"), _BLANK)
    for number in dict.fromkeys(call.round for call in sheet.calls):
        round_ = [call for call in sheet.calls if call.round == number]
        yield _field(
            _("The street's call {round}").format(round=number),
            _("{moment}, in the lead {lead}: {departments}").format(
                moment=f"{sheet.clock.local(round_[0].called_at):%Y-%m-%d %H:%M}",
                lead=escaped(round_[0].lead),
                departments=escaped("、".join(call.department for call in round_)),
            ),
        )


def _day(moment: datetime) -> str:
    return f"{moment.year}-{moment.month:02d}-{moment.day:02d}"


def _field(label: str, value: str) -> str:
    return _("- **{label}**: {text}").format(label=label, text=value)
