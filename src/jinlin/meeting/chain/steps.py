"""The steps a major matter goes through (两议两评两公开), which are due, and which are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_, speaking
from jinlin.core.text import compact
from jinlin.core.word import Word
from jinlin.meeting.rules.owners_matters import Confidence, by_language, matter_in


class ChainStep(Word, refusal=N_("“{text}” is no step of a major matter.")):
    """A step, in the order in which they are taken."""

    FIRST = "first", N_("branch first")
    COUNCIL = "council", N_("council")
    VOTE = "vote", N_("owners' vote")
    DECISION = "decision", N_("decision posted")
    RESULT = "result", N_("result posted")
    EVALUATION = "evaluation", N_("evaluated")


STEPS: Final = tuple(ChainStep)


class StepState(Word):
    """How a step stands that no record proves."""

    MISSING = "missing", N_("missing")
    NOT_YET = "not_yet", N_("not yet")


class MajorMatter(NamedTuple):
    """A kind of major matter.

    Attributes:
        names: its name by language.
        matters: which of the owners' matters it is.
        words: any of these in a text marks it, as `compact` leaves them.
        works: kinds of works that are of it, where the owners decide nothing about them.
        steps: those that are due.
        evaluates: the body that is rated afterwards; empty for none.
        source: where that stands.
        confidence: how far to rely on it.
    """

    code: str
    names: Mapping[str, str]
    matters: tuple[str, ...]
    words: tuple[str, ...]
    works: tuple[str, ...]
    steps: tuple[ChainStep, ...]
    evaluates: str
    source: str
    confidence: Confidence

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.names.get(speaking()) or next(iter(self.names.values()))


class StepProof(NamedTuple):
    """The record that proves a step; its day as ISO text."""

    number: str
    day: str


class Chain(NamedTuple):
    """A major matter with the steps it has gone through.

    Attributes:
        number: the resolution or the works it is about.
        labels: every resolution on the way to it.
        proofs: by step the record that proves it.
        reached: how far it went, whatever is proved.
    """

    number: str
    text: str
    matter: MajorMatter
    proofs: Mapping[ChainStep, StepProof]
    reached: ChainStep | None
    labels: tuple[str, ...] = ()

    def state(self, step: ChainStep) -> StepState | None:
        """Return how a step stands that nothing proves; None where it is proved or not due.

        What comes before the last step that was taken and is not proved is missing.
        """
        if step in self.proofs or step not in self.matter.steps:
            return None
        taken = [*self.proofs, *([self.reached] if self.reached else [])]
        last = max(map(STEPS.index, taken), default=-1)
        return StepState.MISSING if STEPS.index(step) <= last else StepState.NOT_YET

    def shown(self, step: ChainStep) -> str | None:
        """Return the number that proves a step, else how it stands."""
        proof = self.proofs.get(step)
        return proof.number if proof else self.state(step)


@cache
def major_matters() -> tuple[MajorMatter, ...]:
    """Return the kinds of major matter."""
    return tuple(map(_matter, shipped("meeting/major_matters.toml")["matter"]))


def major_of(code: str | None) -> MajorMatter | None:
    """Return the kind that one of the owners' matters, or a kind of works, belongs to."""
    return next((one for one in major_matters() if code in (*one.matters, *one.works)), None)


def marked(text: str, kinds: Iterable[MajorMatter]) -> MajorMatter | None:
    """Return the first of some kinds of whose words one stands in a text."""
    said = compact(text)
    return next((one for one in kinds if any(word in said for word in one.words)), None)


def major_in(text: str) -> MajorMatter | None:
    """Return the kind of the list that a text is about by its words alone."""
    if (one := marked(text, major_matters())) is not None:
        return one
    found = matter_in(text)
    return major_of(found.code) if found else None


def how_far(
    *, owners: bool, posting_over: bool, done: date | None, result_over: bool, today: date
) -> ChainStep | None:
    """Return how far a resolution went, whatever is proved.

    Args:
        owners: owners or their committee resolved it.
        posting_over: the time in which such a decision is posted is over.
        done: when it was carried out; None while it is not.
        result_over: the time in which its result is posted is over.
        today: the day.
    """
    if done is not None and (today - done).days > HALF_A_YEAR:
        return ChainStep.EVALUATION
    if done is not None and result_over:
        return ChainStep.RESULT
    if owners and posting_over:
        return ChainStep.DECISION
    return ChainStep.VOTE if owners else None


HALF_A_YEAR: Final = 183
"""Days in which bodies are evaluated again (评议会, half-yearly)."""


def _matter(data: Mapping[str, Any]) -> MajorMatter:
    return MajorMatter(
        code=data["code"],
        names=by_language(data, "name"),
        matters=tuple(data.get("matters", ())),
        words=tuple(map(compact, data.get("words", ()))),
        works=tuple(data.get("works", ())),
        steps=tuple(map(ChainStep, data["steps"])),
        evaluates=data.get("evaluates", ""),
        source=data["source"],
        confidence=Confidence(data["confidence"]),
    )
