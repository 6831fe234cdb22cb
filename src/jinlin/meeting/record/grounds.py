"""On what a resolution stands, and whether it is a decision: the one definition, rule and SQL."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinlin.core.i18n import N_
from jinlin.meeting.record.held import NOBODY_CAME


class Ground(StrEnum):
    """On what a resolution stands."""

    AGREED = "agreed"
    CARRIED = "carried"
    LOST = "lost"
    UNTOLD = "untold"
    UNVOTED = "unvoted"
    NO_OWNERS_VOTE = "no_owners_vote"
    UNATTENDED = "unattended"


STANDING: Final = frozenset({Ground.AGREED, Ground.CARRIED})
"""What is a decision: agreed without a vote, or carried by its own."""


GROUND_LABELS: Final[Mapping[Ground, str]] = {
    Ground.AGREED: N_("agreed without a vote"),
    Ground.CARRIED: N_("carried"),
    Ground.LOST: N_("not carried"),
    Ground.UNTOLD: N_("by which vote?"),
    Ground.UNVOTED: N_("no vote, though its item was lost"),
    Ground.NO_OWNERS_VOTE: N_("no owners' vote"),
    Ground.UNATTENDED: N_("nobody recorded as present"),
}
"""What is told as the status of a resolution that is no decision: nothing of it is carried out."""

_ON_ITEM: Final = "w.item_id = r.item_id AND w.removed_at IS NULL AND NOT w.superseded"
OWN_VOTE: Final = f"""(SELECT w.id FROM vote AS w WHERE w.meeting_id = r.meeting_id
    AND w.removed_at IS NULL AND NOT w.superseded AND (w.number = r.vote
    OR (r.vote IS NULL AND {_ON_ITEM}
        AND (SELECT count(*) FROM vote AS w WHERE {_ON_ITEM}) = 1)))"""  # noqa: S608  (our own words)
"""The vote that `resolution AS r` stands on; where nobody said which, the only one on its item."""
_CARRIED: Final = (
    "(w.passed OR EXISTS (SELECT 1 FROM vote_candidate AS c WHERE c.vote_id = w.id AND c.elected))"
)
GROUND: Final = f"""(CASE
    WHEN r.vote IS NULL
         AND (SELECT count(DISTINCT {_CARRIED}) FROM vote AS w WHERE {_ON_ITEM}) > 1 THEN 'untold'
    WHEN r.vote = 0 AND m.type <> 'owners_assembly'
         AND (SELECT max({_CARRIED}) FROM vote AS w WHERE {_ON_ITEM}) = 0 THEN 'unvoted'
    ELSE ifnull((SELECT CASE WHEN {_CARRIED} THEN 'carried' ELSE 'lost' END FROM vote AS w
                 WHERE w.id = {OWN_VOTE} OR (r.vote IS NULL AND {_ON_ITEM}) LIMIT 1),
                CASE WHEN m.type = 'owners_assembly' THEN 'no_owners_vote'
                     WHEN {NOBODY_CAME} THEN 'unattended' ELSE 'agreed' END)
    END)"""  # noqa: S608  (our own words)
"""On what `resolution AS r` of `meeting AS m` stands, as the word of a `Ground`."""
BESIDE_VOTES: Final = f"(r.vote = 0 AND EXISTS (SELECT 1 FROM vote AS w WHERE {_ON_ITEM}))"  # noqa: S608  (our own words)
"""Whether `resolution AS r` stands on none of the votes that its item had."""
DECIDED: Final = f"{GROUND} IN ('agreed', 'carried')"
"""Whether `resolution AS r` of `meeting AS m` is a decision (see `STANDING`)."""
