"""What a new version of a scheme does to each door: who pays more, and who is to be asked again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class Consent(Word):
    """Which of the three papers a door consented on."""

    OPINION = "opinion", N_("consultation")
    VOTE = "vote", N_("ballot")
    AGREEMENT = "agreement", N_("payment agreement")


class Told(NamedTuple):
    """What a door has consented to: the fen it was told on each paper; None where it signed none.

    Attributes:
        opinion: when it agreed in the consultation.
        vote: when it voted for the scheme.
        agreement: when it signed the payment agreement.
    """

    opinion: int | None = None
    vote: int | None = None
    agreement: int | None = None

    @property
    def papers(self) -> Mapping[Consent, int]:
        """The papers it consented on, with the amount each named."""
        return {Consent(name): told for name, told in self._asdict().items() if told is not None}


class DoorChange(NamedTuple):
    """One door under an earlier and a later version. Fen.

    Attributes:
        label: the door: `3-1-502`.
        before: None where no version was in force, or the door was not in it.
        now: what it is to pay.
        again: the papers whose consent no longer holds, since it pays more than they named.
    """

    label: str
    floor: int
    before: int | None
    now: int
    again: tuple[Consent, ...]

    @property
    def change(self) -> int:
        """How much more (or, negative, less) it pays than before."""
        return 0 if self.before is None else self.now - self.before

    @property
    def pays_more(self) -> bool:
        """Whether it pays more than before."""
        return self.change > 0


class NewAmount(NamedTuple):
    """What a door is to pay by a version; fen."""

    household_id: int | None
    label: str
    floor: int
    amount: int


def door_changes(
    now: Iterable[NewAmount],
    *,
    before: Mapping[str, int],
    told: Mapping[int, Told],
) -> list[DoorChange]:
    """Return what a version does to each door, in the order given.

    Consent is bound to an amount: only who pays more than a paper named is asked again.

    Args:
        now: the doors of the new version.
        before: by label, what each paid by the version in force; empty where none was.
        told: by household, what each consented to.
    """
    return [
        DoorChange(
            label=door.label,
            floor=door.floor,
            before=before.get(door.label),
            now=door.amount,
            again=tuple(
                paper
                for paper, amount in told.get(door.household_id or 0, Told()).papers.items()
                if amount < door.amount
            ),
        )
        for door in now
    ]


def to_see_again(changes: Sequence[DoorChange]) -> list[DoorChange]:
    """Return the doors that must be asked again, from the lowest floor up as they stand."""
    return [change for change in changes if change.again]
