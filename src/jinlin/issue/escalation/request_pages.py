"""上报单 as a page: the branch asks the community or the street for what it cannot do itself.

It says where down to the building, for the community the entrance, and never who reported
(practice.md 5.4); against whom the matter is may stand on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.complex.rules.address import place_words
from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import _
from jinlin.core.sentences import clauses, sentence
from jinlin.documents.box import TO_WRITE_IN, Box, BoxRow, pairs
from jinlin.documents.page import Attachments, Block, Closing, Form, Page, Paragraph
from jinlin.issue.escalation.request import RequestSheet
from jinlin.issue.escalation.request_words import request_told, step_told
from jinlin.issue.escalation.street_calls import CalledRow
from jinlin.issue.privacy.upward import ToldUpward
from jinlin.issue.rules.departments import department_names
from jinlin.issue.rules.levels import Level

_TOWNS: Final = ("镇", "乡")
"""How what stands in a street's place is called outside of a city's districts."""
_WIDTHS: Final = (17, 33, 17, 33)
_TOLD: Final = 20
"""The least height of what is told in sentences; millimetres."""
_OPINION: Final = 25
"""The least height of what the community and the street write; millimetres."""


def request_page(sheet: RequestSheet) -> Page:
    """Return the sheet of an escalation in the user's language."""
    safe = ToldUpward(sheet.names, sheet.issue.room)
    level = Level(sheet.asked.level).label
    day = day_words(sheet.clock.local(sheet.asked.escalated_at).date())
    return Page(
        title=_("Request to the {level}").format(level=level),
        blocks=(
            Paragraph(_("To: {whom}").format(whom=_addressee(sheet)), flush=True),
            Box(_WIDTHS, tuple(_rows(sheet, safe))),
            *_attached(sheet),
            Closing((sheet.branch, day)),
        ),
        form=Form.SHEET,
        one_sheet=True,
        code=sheet.issue.label,
        fields={"编号": sheet.issue.label, "层级": level, "日期": day},
    )


def _addressee(sheet: RequestSheet) -> str:
    """Return who is asked: whoever leads the Party's work there, and whoever administers."""
    level = Level(sheet.asked.level)
    street = sheet.street or level.label
    match level:
        case Level.COMMUNITY:
            said = _("Party organisation and residents' committee of {place}")
            return said.format(place=sheet.community or level.label)
        case Level.STREET if street.endswith(_TOWNS):
            return _("Party committee and government of {place}").format(place=street)
        case Level.STREET:
            return _("Party working committee and office of {place}").format(place=street)
        case _:
            return level.label


def _rows(sheet: RequestSheet, safe: ToldUpward) -> Iterator[BoxRow]:
    issue, asked, wide = sheet.issue, sheet.asked, len(_WIDTHS)
    since = day_words(sheet.clock.local(issue.reported_at).date())
    homes = _("{count} in all").format(count=sheet.homes) if sheet.homes else ""
    yield pairs(_("The matter"), safe.text(issue.title), columns=wide)
    yield pairs(_("Complex"), _complex(sheet), _("Place"), _place(sheet, safe), columns=wide)
    yield pairs(_("First reported"), since, _("Homes concerned"), homes, columns=wide)
    if issue.accused:
        yield pairs(_("Against"), issue.accused, columns=wide)
    for label, text in (
        (_("The situation"), _situation(sheet, safe)),
        (_("Done so far"), _ended(safe.text(asked.work_done)) or _steps(sheet, safe)),
        (_("What is stuck"), _ended(safe.text(asked.stuck))),
        (_("Request"), request_told(sheet.asked, safe)),
    ):
        yield pairs(label, text, columns=wide, height=TO_WRITE_IN if text else _TOLD)
    wanted = written_day(asked.wanted_by)
    contact = clauses(*sheet.contact)
    yield pairs(_("Wanted by"), wanted, _("Contact"), contact, columns=wide, height=TO_WRITE_IN)
    yield from _opinions(sheet)


def _complex(sheet: RequestSheet) -> str:
    """Return where the complex lies: 春江街道梅苑社区梅苑小区."""
    return (
        _("{complex}, {community}, {street}")
        .format(street=sheet.street or "", community=sheet.community or "", complex=sheet.complex)
        .strip(", ")
    )


def _place(sheet: RequestSheet, safe: ToldUpward) -> str:
    issue = sheet.issue
    entrance = issue.entrance if sheet.asked.level is Level.COMMUNITY else None
    where = place_words(issue.building, entrance) if issue.building else ""
    place = safe.text(issue.place)
    return clauses(where, place) if place != where else where


def _situation(sheet: RequestSheet, safe: ToldUpward) -> str:
    told = [_ended(safe.text(sheet.asked.summary))]
    if sheet.issue.partly_solved:
        solved = _("Partly solved: {what}").format(what=safe.text(sheet.issue.partly_solved))
        told.append(_ended(solved))
    return "\n".join(filter(None, told))


def _ended(text: str) -> str:
    """Return what was written, each line of it ended like a sentence."""
    return "\n".join(sentence(line.strip()) for line in text.splitlines() if line.strip())


def _steps(sheet: RequestSheet, safe: ToldUpward) -> str:
    """Return what the record says was done until it was escalated, a line a step."""
    until = sheet.asked.escalated_at
    steps = (step_told(step, safe, sheet.clock) for step in sheet.steps if step.at <= until)
    return "\n".join(map(sentence, steps))


def _attached(sheet: RequestSheet) -> Iterator[Block]:
    if sheet.asked.attachments:
        yield Attachments((_("Photos: {count}").format(count=sheet.asked.attachments),))


def _opinions(sheet: RequestSheet) -> Iterator[BoxRow]:
    """Return the calls that were made, and where the community and the street write."""
    rounds = dict.fromkeys(call.round for call in sheet.calls)
    if rounds:
        calls = "\n".join(_called(sheet, number) for number in rounds)
        yield pairs(_("Calls of the street"), calls, columns=len(_WIDTHS))
    for label in (_("The community's opinion"), _("The street's opinion")):
        yield pairs(
            label,
            "",
            columns=len(_WIDTHS),
            height=_OPINION,
            foot=_("(Seal)　Date: ____________"),
        )


def _called(sheet: RequestSheet, number: int) -> str:
    calls: list[CalledRow] = [call for call in sheet.calls if call.round == number]
    moment = sheet.clock.local(calls[0].called_at)
    lead, *names = department_names((calls[0].lead, *(call.department for call in calls)))
    return _("{day} {time:%H:%M}: called {departments}, in the lead {lead}").format(
        day=day_words(date(moment.year, moment.month, moment.day)),
        time=moment,
        lead=lead,
        departments=_(", ").join(names),
    )
