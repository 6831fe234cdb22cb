"""What somebody away from a meeting handed in, read as a vote where that is clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from jinlin.core.numerals import NUMERALS, int_of
from jinlin.core.text import compact
from jinlin.meeting.rules.vote_count import VoteCounts
from jinlin.meeting.rules.vote_rules import Answer

_SAYS: Final[Mapping[Answer, frozenset[str]]] = {
    Answer.FOR: frozenset({
        "同意", "完全同意", "赞成", "赞同", "支持", "同意接收", "同意转正", "没有意见",
        "无异议", "没有异议", "无不同意见", "没有不同意见",
        "agree", "iagree", "for", "infavour", "infavor",
    }),
    Answer.AGAINST: frozenset({
        "不同意", "不赞成", "不赞同", "不支持", "反对", "不同意接收", "不同意转正",
        "disagree", "idisagree", "against", "oppose", "ioppose",
    }),
    Answer.ABSTAIN: frozenset({"弃权", "abstain", "iabstain"}),
}  # fmt: skip
"""Every wording that is read, as a whole clause: words of denial turn any other round."""
_FIGURE: Final = rf"\d{{1,6}}|[{NUMERALS}零]{{1,4}}"
_COUNT: Final = re.compile(
    rf"(?P<before>[^\d:：]+?)[:：=]?(?P<n>{_FIGURE})[票人名个]?"
    rf"|(?P<m>{_FIGURE})[票人名个]?(?P<behind>\D+?)票?"
)
_ALL: Final = (
    "全票|(?:全票|全体|全部|一致)(?:通过|赞成|同意|支持|表决通过)|unanimous(?:ly)?|allinfavou?r"
)
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


def count_in(text: str) -> tuple[Answer, int] | None:
    """Return which answer a text counts, and how many: `同意4`, `4票赞成`, `四票赞成`, `弃权：1票`.

    None where it counts nothing, or not in figures that can be read.
    """
    match = _COUNT.fullmatch(compact(text))
    if match is None:
        return None
    answer, number = _answer(match["before"] or match["behind"]), votes_in(match["n"] or match["m"])
    return None if answer is None or number is None else (answer, number)


def votes_in(text: str) -> int | None:
    """Return how many votes a text says, not saying which: `4`, `4票`, `四票`; None for none."""
    match = re.fullmatch(rf"({_FIGURE})[票人]?", compact(text))
    return None if match is None else 0 if match[1] == "零" else int_of(match[1])


def says_all(text: str) -> bool:
    """Return whether a text says that everybody there was in favour: `全票通过`."""
    return re.fullmatch(_ALL, compact(text)) is not None


def counts_of(answers: Iterable[Answer]) -> VoteCounts:
    """Return how many answers there are of each kind."""
    said = list(answers)
    return VoteCounts(*(said.count(answer) for answer in Answer))
