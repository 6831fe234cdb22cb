"""Which elevator plans are handed over: those that stand are still to be carried out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.project.plans import plans
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    standing = [plan for plan in plans(reader, limit=0) if plan.stands]
    yield HandoverPart(
        20,
        data={"plans": [plan.label for plan in standing]},
        to_do=tuple(
            (plan.label, plan.name, "—", _("{money} yuan").format(money=yuan(plan.total)))
            for plan in standing
        ),
    )


SHARE: Final = HandoverShare(parts=_parts)
