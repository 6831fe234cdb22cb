"""What a 上报单 and an agenda say alike of a matter: the steps taken, and what is asked."""

from __future__ import annotations

from jinlin.core.clock import Clock
from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.core.sentences import in_a_row, sentence
from jinlin.issue.escalation.ladder import EscalationRow
from jinlin.issue.privacy.upward import ToldUpward
from jinlin.issue.record.life import EventRow
from jinlin.issue.rules.departments import department_names
from jinlin.issue.rules.events import EventKind


def step_told(step: EventRow, safe: ToldUpward, clock: Clock) -> str:
    """Return a step with its day, in one line."""
    said = "；".join(line.strip() for line in safe.text(step.note).splitlines())
    if step.kind is EventKind.ARRIVED and said:
        departments, _mark, what = said.partition("；")
        came = _(", ").join(department_names(departments.split("、")))
        said = _("{departments} arrived").format(departments=came)
        said = _("{label}: {text}").format(label=said, text=what) if what else said
    day = day_words(clock.local(step.at).date())
    return _("{day} {what}").format(day=day, what=said or step.kind.label)


def request_told(asked: EscalationRow, safe: ToldUpward) -> str:
    """Return what is asked, and who should be called, in sentences."""
    said = [sentence(safe.text(asked.request))]
    if asked.departments:
        lead, *others = department_names(asked.departments)
        said.append(
            _("Please call {lead} (in the lead), {others}.").format(
                lead=lead, others=_(", ").join(others)
            )
            if others
            else _("Please call {lead}.").format(lead=lead)
        )
    return in_a_row(said)
