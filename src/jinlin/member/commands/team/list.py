"""`jinlin team list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import _
from jinlin.member.commands.team.options import kind_column
from jinlin.member.team.teams import (
    teams,
)
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = teams(reader)
    people = sum(team.members for team in found)
    notes = (
        _("Teams: {teams}; places in them: {people}.").format(teams=len(found), people=people),
    )
    show(
        call,
        Listing.of(
            "teams",
            _("Teams"),
            (
                Cell("name", _("Team")),
                Cell.of(kind_column(), "kind"),
                Cell("leader", _("Team leader"), lambda team: "、".join(team.leaders) or None),
                Cell("members", _("Team members"), kind=Kind.INTEGER),
                Cell("skills", _("Skills"), lambda team: "、".join(team.skills) or None),
                Cell("duties", _("Duties")),
            ),
            found[: rows_wanted(call) or None],
            total=len(found),
            empty=_("No team is recorded. Add one: jinlin team add 红管家服务队 --kind 红管家"),
            notes=notes if found else (),
        ),
    )
