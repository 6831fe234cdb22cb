"""What the verbs of a ballot share: the ballot that is meant, and what is said of one."""

from __future__ import annotations

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.elevator.consent.ballots import Ballot, latest_ballot
from jinlin.elevator.project.plans import plan_label
from jinlin.elevator.project.projects import Project
from jinlin.store.transaction.tx import Reader


def ballot_meant(reader: Reader, found: Project) -> Ballot:
    """Return the last ballot of a project.

    Raises:
        NotFoundError: none was opened.
    """
    ballot = latest_ballot(reader, found)
    if ballot is None:
        raise NotFoundError(
            _("No ballot of {project} was opened.").format(project=found.label),
            hint=_("Open one: jinlin elevator ballot open --closes 12-15"),
        )
    return ballot


def as_json(found: Project, ballot: Ballot) -> dict[str, object]:
    """Return what programs read of a ballot."""
    return {
        "project": found.label,
        "ballot": ballot.round,
        "plan": plan_label(ballot.plan),
        "scope": ballot.scope.code,
        "opened_on": ballot.opened_on,
        "closes_on": ballot.closes_on,
        "ended_on": ballot.ended_on,
        "questions": [
            {"question": one.question.value, "matter": one.matter.code, "source": one.matter.source}
            for one in ballot.asked
        ],
    }
