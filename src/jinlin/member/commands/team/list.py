"""`jinlin team list`."""

from __future__ import annotations

from typing import Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.sentences import sentence
from jinlin.member.team.teams import TEAMS, TeamKind, kinds_of_teams
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.output.register.pages import HeldWords, holds, listing_of
from jinlin.store.command.command import reading

_KINDS: Final = {
    TeamKind.RED_STEWARDS: N_("teams of red stewards: {teams}, with {people} people"),
    TeamKind.VOLUNTEERS: N_("teams of volunteers: {teams}, with {people} people"),
    TeamKind.STAFF: N_("teams of paid staff: {teams}, with {people} people"),
}


def list_(call: Call, text: HeldWords = None) -> None:
    with reading(call) as reader:
        found = [one for one in TEAMS.rows(reader) if holds(TEAMS, one, text or ())]
        sums = kinds_of_teams(reader)
    note = sentence(
        _("; ").join(_(_KINDS[one.kind]).format(teams=one.teams, people=one.people) for one in sums)
    )
    listing = listing_of(TEAMS, found, rows_wanted(call))
    show(call, listing._replace(notes=(note,) if found and not text else ()))
