"""What meetings decided or gave out and hand over, not carried out yet, whatever its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.core.i18n import N_
from jinlin.meeting.record import action_register, resolution_register
from jinlin.meeting.record.ties import ToldOutside
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    decided = resolution_register.resolutions(reader, resolution_register.UNDONE)[0]
    given_out = action_register.actions(reader, action_register.UNDONE)[0]
    found = [
        *((one.label, one.text, one.owner, one.due_on) for one in decided),
        *((one.label, one.text, one.owner, one.due_on) for one in given_out),
    ]
    found.sort(key=lambda task: task[3] or date.max)
    texts = ToldOutside(reader).texts((label, text) for label, text, *_rest in found)
    yield HandoverPart(
        30,
        data={"resolutions": [label for label, *_rest in found]},
        to_do=tuple(
            (label, text, owner or "—", str(due_on or "—"))
            for (label, _text, owner, due_on), text in zip(found, texts, strict=True)
        ),
    )


SHARE: Final = HandoverShare(registers={"meeting": N_("meetings")}, parts=_parts)
