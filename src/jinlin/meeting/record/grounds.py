"""On what a resolution stands, and whether it is a decision: the one definition, rule and SQL."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.meeting.record.held import NOBODY_CAME


class Ground(Word):
    """On what a resolution stands; of one that is no decision it is told as its status."""

    AGREED = "agreed", N_("agreed without a vote")
    CARRIED = "carried", N_("carried")
    LOST = "lost", N_("not carried")
    UNTOLD = "untold", N_("by which vote?")
    UNVOTED = "unvoted", N_("no vote, though its item was lost")
    NO_OWNERS_VOTE = "no_owners_vote", N_("no owners' vote")
    UNATTENDED = "unattended", N_("nobody recorded as present")


STANDING: Final = frozenset({Ground.AGREED, Ground.CARRIED})
"""What is a decision: agreed without a vote, or carried by its own."""

_ON_ITEM: Final = "w.item_id = r.item_id AND w.removed_at IS NULL AND NOT w.superseded"
OWN_VOTE: Final = f"""(SELECT w.id FROM vote AS w WHERE w.meeting_id = r.meeting_id
    AND w.removed_at IS NULL AND NOT w.superseded AND (w.number = r.vote
    OR (r.vote IS NULL AND {_ON_ITEM}
        AND (SELECT count(*) FROM vote AS w WHERE {_ON_ITEM}) = 1)))"""  # noqa: S608  (our own words)
"""The vote that `resolution AS r` stands on; where nobody said which, the only one on its item."""
CARRIED: Final = (
    "(w.passed OR EXISTS (SELECT 1 FROM vote_candidate AS c WHERE c.vote_id = w.id AND c.elected))"
)
"""Whether `vote AS w` was carried, or elected or chose anybody."""
GROUND: Final = f"""(CASE
    WHEN r.vote IS NULL
         AND (SELECT count(DISTINCT {CARRIED}) FROM vote AS w WHERE {_ON_ITEM}) > 1 THEN 'untold'
    WHEN r.vote = 0 AND m.type <> 'owners_assembly'
         AND (SELECT max({CARRIED}) FROM vote AS w WHERE {_ON_ITEM}) = 0 THEN 'unvoted'
    ELSE ifnull((SELECT CASE WHEN {CARRIED} THEN 'carried' ELSE 'lost' END FROM vote AS w
                 WHERE w.id = {OWN_VOTE} OR (r.vote IS NULL AND {_ON_ITEM}) LIMIT 1),
                CASE WHEN m.type = 'owners_assembly' THEN 'no_owners_vote'
                     WHEN {NOBODY_CAME} THEN 'unattended' ELSE 'agreed' END)
    END)"""  # noqa: S608  (our own words)
"""On what `resolution AS r` of `meeting AS m` stands, as the word of a `Ground`."""
BESIDE_VOTES: Final = f"(r.vote = 0 AND EXISTS (SELECT 1 FROM vote AS w WHERE {_ON_ITEM}))"  # noqa: S608  (our own words)
"""Whether `resolution AS r` stands on none of the votes that its item had."""
DECIDED: Final = f"{GROUND} IN ('agreed', 'carried')"
"""Whether `resolution AS r` of `meeting AS m` is a decision (see `STANDING`)."""
TO_CARRY_OUT: Final = (
    f"({DECIDED} AND (r.owner IS NOT NULL OR r.due_on IS NOT NULL OR NOT EXISTS ("  # noqa: S608  (our own words)
    f"SELECT 1 FROM vote AS e WHERE e.id = {OWN_VOTE} AND e.kind = 'election')))"
)
"""Whether it is a decision to be carried out: not one that says who was elected, and no more."""
