"""`jinlin team`: service teams, and which steward looks after what."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.member.team.teams import TEAMS
from jinlin.output.command.grammar import ListingCommand, PageCommand, PersonalListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in
from jinlin.output.register.verbs import RegisterVerb

_verb = partial(verb_in, __name__)


app = noun(
    N_("Service teams, and which steward looks after what."),
    later=(
        RegisterVerb("add", TEAMS, N_("Record a team: red stewards, volunteers or staff.")),
        _verb("list", "list:list_", N_("The teams with their leaders and skills."), ListingCommand),
        _verb("show", "show:show_", N_("One team with its members."), PersonalListingCommand),
        RegisterVerb("edit", TEAMS, N_("Change a team's name, kind, duties or leader.")),
        _verb("remove", "remove:remove", N_("Take a team out.")),
        _verb("join", "join:join", N_("Put somebody into a team, with her skills.")),
        _verb("leave", "leave:leave", N_("Record that somebody left a team.")),
        _verb("cover", "cover:cover", N_("Say which building a steward looks after.")),
        _verb("uncover", "uncover:uncover", N_("A steward no longer looks after a building.")),
        _verb("roster", "roster:roster", N_("Who looks after what, by building, for the board."), PageCommand),
        _verb("skills", "skills:skills", N_("The usual skills; other words may be used too."), ListingCommand),
    ),
)  # fmt: skip
