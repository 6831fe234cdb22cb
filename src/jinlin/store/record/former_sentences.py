"""Sentences that earlier versions wrote into the history: it says them in any language still."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_

FORMER: Final = (
    N_("Added room {name}"),
    N_("remove room {name}"),
    N_("Room {name} was changed: {fields}"),
    N_("set room {name} back: {fields}"),
    N_("Removed room {name}"),
    N_("put room {name} back"),
    N_("Added subsidy {line} to {project}: {amount} yuan"),
    N_("remove subsidy {line} of {project}"),
    N_("Corrected subsidy {line} of {project}"),
    N_("correct subsidy {line} of {project} back"),
    N_("Removed subsidy {line} of {project}: {amount} yuan"),
    N_("bring subsidy {line} of {project} back"),
    N_("Added cost line {line} to {project}: {amount} yuan"),
    N_("remove cost line {line} of {project}"),
    N_("Removed cost line {line} of {project}: {amount} yuan"),
    N_("bring cost line {line} of {project} back"),
    N_("Recorded quote {quote} of {project}: {amount} yuan"),
    N_("remove quote {quote} of {project}"),
    N_("Removed quote {quote} of {project}"),
    N_("bring quote {quote} of {project} back"),
    N_("Put {position} {name} on the venue's checklist"),
    N_("take {position} {name} off the venue's checklist"),
    N_("Took {position} {name} off the venue's checklist"),
    N_("put {position} {name} back on the venue's checklist"),
    N_("Added team {team}"),
    N_("remove team {team}"),
    N_("Team {team} was changed"),
    N_("set team {team} back"),
    N_("Team {team} was taken out"),
    N_("put team {team} back"),
    N_("Recorded letter {number}: an opinion is asked"),
    N_("take letter {number} out"),
    N_("Letter {number} was taken out"),
    N_("put letter {number} back"),
)
"""What is written anew is said by the registers themselves (see `jinlin.output.register`)."""
