"""What somebody away from a meeting handed in, read as a vote where that is clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from jinlin.core.text import compact
from jinlin.meeting.rules.vote_count import VoteCounts
from jinlin.meeting.rules.vote_rules import Answer

_SAYS: Final[Mapping[Answer, frozenset[str]]] = {
    Answer.FOR: frozenset({
        "同意", "完全同意", "赞成", "赞同", "支持", "同意接收", "同意转正", "没有意见",
        "无异议", "没有异议", "无不同意见", "没有不同意见",
        "agree", "iagree", "infavour", "infavor",
    }),
    Answer.AGAINST: frozenset({
        "不同意", "不赞成", "不赞同", "不支持", "反对", "不同意接收", "不同意转正",
        "disagree", "idisagree", "against", "oppose", "ioppose",
    }),
    Answer.ABSTAIN: frozenset({"弃权", "abstain", "iabstain"}),
}  # fmt: skip
"""Every wording that is read, as a whole clause: words of denial turn any other round."""
_CLAUSE_ENDS: Final = re.compile("[,.;!、。]")
_CLAUSE: Final = re.compile("(?:本人|我)?(.*?)(?:的书面意见)?")


def opinion_in(text: str) -> Answer | None:
    """Return what an opinion in writing says, where each of its clauses is a known wording.

    Returns:
        The answer; None where a clause is anything else (“同意，但是…”, “不能同意”), where they
        disagree, or where nothing is said: then people say what it means.
    """
    said = {_answer(clause) for clause in _CLAUSE_ENDS.split(compact(text)) if clause}
    return said.pop() if len(said) == 1 else None


def _answer(clause: str) -> Answer | None:
    match = _CLAUSE.fullmatch(clause)
    assert match is not None
    return next((answer for answer, words in _SAYS.items() if match[1] in words), None)


def counts_of(answers: Iterable[Answer]) -> VoteCounts:
    """Return how many answers there are of each kind."""
    said = list(answers)
    return VoteCounts(*(said.count(answer) for answer in Answer))
