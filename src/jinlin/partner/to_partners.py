"""What comes before a meeting with the partners: what is needed of them, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.days.written import written_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan_words
from jinlin.meeting.agenda.agenda_sources import SourceItem
from jinlin.meeting.record.agenda import SourceKind
from jinlin.partner.record.needs import needs
from jinlin.partner.record.waiting import open_promises
from jinlin.project.record.projects import KIND
from jinlin.store.transaction.tx import Reader

PROMISE: Final = "partner_support"
SOURCES: Final = (KIND, PROMISE)
"""What their items on an agenda say of where they come from, beside issues."""


def items(reader: Reader) -> Iterator[SourceItem]:
    """Yield issues passed up and works that lack money, never private; then overdue promises."""
    for need in needs(reader):
        if need.missing is None:
            why = _("passed up on {day}; what can partners do?").format(day=written_day(need.since))
            yield SourceItem(SourceKind.ISSUE, need.number, need.title, why)
        else:
            why = _("{amount} is missing").format(amount=yuan_words(need.missing))
            yield SourceItem(KIND, need.number, need.title, why)
    for one in open_promises(reader, reader.clock.today - timedelta(days=1)):
        text = _("{partner}: {what}").format(partner=one.partner, what=one.what)
        said = (
            _("was to come by {day} and has not")
            if one.amount is None
            else _("{amount} promised; was to come by {day} and has not")
        )
        amount = "" if one.amount is None else yuan_words(one.amount)
        why = said.format(amount=amount, day=written_day(one.due_on))
        yield SourceItem(PROMISE, one.label, text, why)
