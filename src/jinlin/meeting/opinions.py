"""What somebody away from a meeting handed in, read as a vote where that is clear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.core.text import compact
from jinlin.meeting.counting import Counts
from jinlin.meeting.owners_vote import Answer

_AGAINST: Final = r"不同意|不赞成|不赞同|不支持|反对|disagree|against|oppose"
_SAYS: Final = {
    Answer.AGAINST: re.compile(_AGAINST),
    Answer.ABSTAIN: re.compile(r"弃权|abstain"),
    Answer.FOR: re.compile(r"同意|赞成|赞同|支持|agree|infavour|infavor"),
}
_UNDER_CONDITIONS: Final = re.compile(r"但|如果|若|前提|条件|保留|除非|but|unless|provided")


def opinion_in(text: str) -> Answer | None:
    """Return what an opinion in writing says; None where it says more than one thing, or none.

    “同意，但是…” is never counted as agreement.
    """
    said = compact(text)
    if _UNDER_CONDITIONS.search(said):
        return None
    found = [
        answer
        for answer, words in _SAYS.items()
        if words.search(re.sub(_AGAINST, "", said) if answer is Answer.FOR else said)
    ]
    return found[0] if len(found) == 1 else None


def counts_of(answers: Iterable[Answer]) -> Counts:
    """Return how many answers there are of each kind."""
    said = list(answers)
    return Counts(*(said.count(answer) for answer in Answer))
