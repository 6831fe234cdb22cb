"""Whether what the owners' committee and the owners decided was posted in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.meeting.duties import decided_between
from jinlin.meeting.record.results import MATTERS
from jinlin.member.rules.posts import Body
from jinlin.output.contribution.evidence import EvidenceKind, EvidenceRecord, RatedBodyAsked
from jinlin.store.transaction.tx import Reader

_OF: Final = {
    Body.OWNERS_COMMITTEE.value: ("owners_committee", "owners_assembly"),
    Body.SUPERVISORY_BOARD.value: ("supervisory_board",),
    Body.BRANCH.value: tuple(
        one for one, matter in MATTERS.items() if matter == "council_decision"
    ),
}
"""The meetings whose decisions a body posts."""


def evidence(reader: Reader, asked: RatedBodyAsked) -> Iterator[EvidenceRecord]:
    """Yield the meetings whose decisions were to be posted in some days, and whether they were."""
    for label, due, posted in decided_between(
        reader, _OF.get(asked.code, ()), asked.first, asked.last
    ):
        if due < reader.clock.today:
            yield EvidenceRecord(
                EvidenceKind.DISCLOSED,
                label,
                due.isoformat(),
                posted is not None and posted <= due.isoformat(),
            )
