"""`jinlin team list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.team.teams import TEAMS
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.output.register.pages import listing_of
from jinlin.store.command.command import reading


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = TEAMS.rows(reader)
    note = _("Teams: {teams}; places in them: {people}.").format(
        teams=len(found), people=sum(team.members for team in found)
    )
    listing = listing_of(TEAMS, found, rows_wanted(call))
    show(call, listing._replace(notes=(note,) if found else ()))
