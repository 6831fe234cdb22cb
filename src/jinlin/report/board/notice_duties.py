"""What must be up by when, what must come down, and who is owed an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.member.board.fund import DISCLOSES, quarter_to_post
from jinlin.notice.duties import DutyKind, NoticeDuty
from jinlin.notice.queries import last_posted
from jinlin.notice.rules.matters import Matter, matters
from jinlin.notice.rules.notices import NoticeStatus
from jinlin.notice.rules.turns import Turn, due_again
from jinlin.output.contribution.notice_sources import SOURCE_OF, anything, to_draw
from jinlin.output.contribution.rooms import contributed
from jinlin.report.board.purse_disclosure import last_disclosed
from jinlin.store.transaction.tx import Reader


def duties(reader: Reader) -> list[NoticeDuty]:
    """Return everything, what is due first at the top."""
    found = [
        *regular(reader),
        *(duty for room in contributed("duties") for duty in room.duties(reader)),
    ]
    return sorted(found, key=lambda duty: (duty.due_on or date.max, duty.kind, duty.number))


def regular(reader: Reader) -> Iterator[NoticeDuty]:
    """Return what is posted every week, quarter, half-year or always."""
    last = last_posted(reader)
    today = reader.clock.today
    for code, matter in matters().items():
        if not matter.every or (matter.if_any and not anything(reader, SOURCE_OF[code])):
            continue
        notice = last.get(code)
        day = notice.posted_on if notice else None
        day = max(filter(None, (day, last_disclosed(reader, code))), default=None)
        if matter.every is Turn.STANDING:
            if notice is not None and notice.status is NoticeStatus.RUNNING:
                continue
            due = None
        else:
            due = due_again(matter.every, day, today)
        yield NoticeDuty(
            DutyKind.POST, "", matter.name, due, day, matter.basis, _command(reader, matter)
        )


def _command(reader: Reader, matter: Matter) -> str:
    """Return what posts a matter; of purses the quarter that is to be posted."""
    source, purses = SOURCE_OF.get(matter.code), DISCLOSES.get(matter.code)
    quarter = quarter_to_post(reader, purses) if purses else None
    if source is None or (purses and quarter is None):
        return as_spoken(f"jinlin notice post {as_typed('--matter')} {matter.word}")
    return to_draw(source, quarter)
