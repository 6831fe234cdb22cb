"""上报单 as a page: the branch asks the community or the street for what it cannot do itself.

It says where down to the building, for the community the entrance, and never who reported
(practice.md 5.4); against whom the matter is may stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.i18n import _
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Field,
    Form,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
    paragraphs,
)
from jinlin.issue.escalation.request import DONE, RequestSheet
from jinlin.issue.escalation.street_calls import CalledRow
from jinlin.issue.privacy.redaction import Redactor
from jinlin.issue.record.life import EventRow
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.levels import Level
from jinlin.output.listing.discretion import HIDDEN
from jinlin.output.listing.spotting import Names

_CUT_DOOR: Final = re.compile(
    r"(?:(?<=[元楼栋幢座#梯])|-)\*{3}(?:号?[室房户])?|\*{3}号?[室房户](?!数)"
)
_HIDDEN: Final = "×××"
_OPINIONS: Final = (30, 50, 20)
"""The widths of who says it, what, and the signature."""


class _Discreet:
    """What people wrote, without who reported and behind which door."""

    def __init__(self, issue: IssueRow, no_names: Sequence[str]) -> None:
        names = [name for name in (issue.reporter, issue.on_behalf_of) if name]
        self._redactor = Redactor(Names(names, none=no_names), ())
        self._door = issue.room and re.compile(rf"(?<!\d){re.escape(issue.room)}(?:室|房)?(?!\d)")

    def text(self, text: str | None) -> str:
        """Return a text as it may stand on the sheet; empty where there is none."""
        if not text:
            return ""
        said = _CUT_DOOR.sub(_("a home"), self._redactor.text(text)).replace(HIDDEN, _HIDDEN)
        return self._door.sub(_("a home"), said) if self._door else said


def request_page(sheet: RequestSheet) -> Page:
    """Return the sheet of an escalation in the user's language."""
    safe = _Discreet(sheet.issue, sheet.no_names)
    level = Level(sheet.asked.level).label
    day = f"{sheet.clock.local(sheet.asked.escalated_at):%Y-%m-%d}"
    return Page(
        title=_("Request to the {level}").format(level=level),
        blocks=(
            *_head(sheet, safe),
            Heading(_("The situation")),
            *_situation(sheet, safe),
            Heading(_("Done so far")),
            *_done(sheet, safe),
            Heading(_("What is asked")),
            *_asked(sheet, safe),
            Closing((sheet.branch, day)),
            *_opinions(sheet),
        ),
        form=Form.SHEET,
        fields={"编号": sheet.issue.label, "层级": level, "日期": day},
    )


def _head(sheet: RequestSheet, safe: _Discreet) -> Iterator[Block]:
    issue = sheet.issue
    where = _("building {building}").format(building=issue.building) if issue.building else ""
    if where and issue.entrance and sheet.asked.level is Level.COMMUNITY:
        where += "，" + _("entrance {entrance}").format(entrance=issue.entrance)
    place = dict.fromkeys(part for part in (where, safe.text(issue.place)) if part)
    complex_ = (sheet.complex, sheet.community, sheet.street)
    for label, value in (
        (_("Number"), issue.label),
        (_("Complex"), "，".join(part for part in complex_ if part)),
        (_("Issue title"), safe.text(issue.title)),
        (_("Category"), issue.category),
        (_("Place"), "，".join(place)),
        (_("First reported"), f"{sheet.clock.local(issue.reported_at):%Y-%m-%d}"),
        (_("Channel"), issue.channel.label),
        (_("Homes concerned"), str(sheet.homes) if sheet.homes else ""),
        (_("Urgency"), issue.urgency.label),
    ):
        yield Field(label, value or BLANK)
    if issue.accused:
        yield Field(_("Against"), issue.accused)


def _situation(sheet: RequestSheet, safe: _Discreet) -> Iterator[Block]:
    yield from paragraphs(safe.text(sheet.asked.summary) or BLANK * 3)
    if sheet.issue.partly_solved:
        yield Field(_("Partly solved"), safe.text(sheet.issue.partly_solved))


def _done(sheet: RequestSheet, safe: _Discreet) -> Iterator[Block]:
    told = tuple(_step(sheet, step, safe) for step in sheet.steps if step.kind in DONE)
    if told:
        yield Items(told, numbered=False)
    else:
        yield Paragraph(_("Nothing was written down yet: {blank}").format(blank=BLANK))


def _step(sheet: RequestSheet, step: EventRow, safe: _Discreet) -> str:
    note = "；".join(line.strip() for line in safe.text(step.note).splitlines())
    said = "；".join(part for part in (step.person, note, step.reference) if part)
    what = step.kind.label
    day = f"{sheet.clock.local(step.at):%Y-%m-%d}"
    return f"{day} {what}" + (f"：{said}" if said else "")


def _asked(sheet: RequestSheet, safe: _Discreet) -> Iterator[Block]:
    asked = sheet.asked
    lead, *others = asked.departments or [""]
    for label, value in (
        (_("Request"), safe.text(asked.request)),
        (_("What is stuck"), safe.text(asked.stuck)),
        (_("Department in the lead"), lead),
        (_("Departments to help"), "、".join(others)),
        (_("Wanted by"), asked.wanted_by),
        (_("Contact on the spot"), sheet.contact.name),
        (_("Contact's phone"), sheet.contact.phone),
        (_("Attachments"), None if asked.attachments is None else str(asked.attachments)),
    ):
        yield Field(label, value or BLANK)


def _opinions(sheet: RequestSheet) -> Iterator[Block]:
    """Return where the community and the street write, with the calls that were made."""
    street = _("The street's opinion (call, departments, lead)")
    rounds = [
        (_("The street's call {round}").format(round=number), _called(sheet, number), "")
        for number in dict.fromkeys(call.round for call in sheet.calls)
    ]
    yield Table(
        headings=(_("Opinion"), _("What is said"), _("Signature, date")),
        rows=((_("The community's opinion"), "", ""), *(rounds or [(street, "", "")])),
        widths=_OPINIONS,
        tall=True,
    )


def _called(sheet: RequestSheet, number: int) -> str:
    calls: list[CalledRow] = [call for call in sheet.calls if call.round == number]
    return _("{moment}, in the lead {lead}: {departments}").format(
        moment=f"{sheet.clock.local(calls[0].called_at):%Y-%m-%d %H:%M}",
        lead=calls[0].lead,
        departments="、".join(call.department for call in calls),
    )
