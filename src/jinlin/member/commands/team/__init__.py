"""`jinlin team`: service teams, and which steward looks after what."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import _
from jinlin.member.team.actions import TEAMS
from jinlin.output.command.grammar import ListingCommand, PageCommand, PersonalListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in
from jinlin.output.register.verbs import RegisterVerb

_verb = partial(verb_in, __name__)


app = noun(
    _("Service teams, and which steward looks after what."),
    later=(
        RegisterVerb("add", TEAMS, _("Record a team: red stewards, volunteers or staff.")),
        _verb("list", "list:list_", _("The teams with their leaders and skills."), ListingCommand),
        _verb("show", "show:show_", _("One team with its members."), PersonalListingCommand),
        RegisterVerb("edit", TEAMS, _("Change a team's name, kind, duties or leader.")),
        _verb("remove", "remove:remove", _("Take a team out.")),
        _verb("join", "join:join", _("Put somebody into a team, with her skills.")),
        _verb("leave", "leave:leave", _("Record that somebody left a team.")),
        _verb("cover", "cover:cover", _("Say which building a steward looks after.")),
        _verb("uncover", "uncover:uncover", _("A steward no longer looks after a building.")),
        _verb("roster", "roster:roster", _("Who looks after what, by building, for the board."), PageCommand),
        _verb("skills", "skills:skills", _("The usual skills; other words may be used too."), ListingCommand),
    ),
)  # fmt: skip
