"""Stage gates: what must be true before works go on to their next stage, as data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from jinlin.core.i18n import Message, Value
from jinlin.core.word import Word

Standing = TypeVar("Standing")
"""What is known of an undertaking, as far as its gates ask."""
Stage = TypeVar("Stage", bound=Word)


class Requirement(NamedTuple, Generic[Standing]):
    """One thing a gate asks for.

    Attributes:
        met: whether it is so.
        reason: why the gate stays shut otherwise.
        way: what to type.
        told: what the places in both stand for, where that depends on what is known.
    """

    met: Callable[[Standing], bool]
    reason: Message
    way: Message
    told: Callable[[Standing], Mapping[str, Value]] | None = None


class Blocker(NamedTuple):
    """Why a gate is shut, and what opens it."""

    reason: Message
    way: Message


class Course(NamedTuple, Generic[Stage, Standing]):
    """The way works go.

    Attributes:
        stages: the stages in their order.
        gates: what is asked for before a stage is entered; nothing where it is not named.
    """

    stages: Sequence[Stage]
    gates: Mapping[Stage, Sequence[Requirement[Standing]]]

    def without(self, passed_over: Collection[Stage]) -> Course[Stage, Standing]:
        """Return the way where some stages are passed over."""
        return self._replace(stages=[one for one in self.stages if one not in passed_over])

    def place(self, stage: Stage) -> int:
        """Return which stage it is, the first being 0."""
        return self.stages.index(stage)

    def following(self, stage: Stage) -> Stage | None:
        """Return the stage after this one; None after the last."""
        place = self.place(stage) + 1
        return self.stages[place] if place < len(self.stages) else None

    def blockers(self, standing: Standing, *, after: Stage, to: Stage) -> list[Blocker]:
        """Return what stands in the way from one stage to a later one, each thing once.

        Args:
            standing: what is known.
            after: where the works are.
            to: where they are to go; the gates of all stages between are asked too.
        """
        found: list[Blocker] = []
        for stage in self.stages[self.place(after) + 1 : self.place(to) + 1]:
            for asked in self.gates.get(stage, ()):
                if not asked.met(standing):
                    values = asked.told(standing) if asked.told else {}
                    blocker = Blocker(_filled(asked.reason, values), _filled(asked.way, values))
                    if blocker not in found:
                        found.append(blocker)
        return found


def _filled(said: Message, values: Mapping[str, Value]) -> Message:
    """Return a sentence with what its places stand for, and nothing else."""
    named = {place: value for place, value in values.items() if f"{{{place}}}" in said.msgid}
    return said._replace(values={**said.values, **named})
