"""What of the notices wants doing today, in a fixed number of questions."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from jinlin.notice import objections, questions
from jinlin.notice.queries import NoticeFilter, count_notices, ending, notices
from jinlin.store.transaction.tx import Reader

SHOWN: Final = 5
"""Of each kind so many are named; the others are counted."""
ENDS_SOON: Final = timedelta(days=2)


class WaitingPaper(NamedTuple):
    """Something that waits: a notice, an objection, a question; the day as ISO text."""

    number: str
    text: str
    day: str


class WaitingPapers(NamedTuple):
    """What waits for the same.

    Attributes:
        key: `ending`, `take_down`, `objections`, `questions`.
        total: how many there are.
        first: the first few.
    """

    key: str
    total: int
    first: tuple[WaitingPaper, ...]


def waiting(reader: Reader) -> list[WaitingPapers]:
    """Return what waits today, each kind with its first few; kinds of which there are none too."""
    soon = ending(reader, by=reader.clock.today + ENDS_SOON)
    hanging = NoticeFilter(to_take_down=True)
    objected = objections.unanswered(reader)
    asked = questions.questions(reader, unanswered=True)
    return [
        _kind("ending", len(soon), [(n.label, n.title, str(n.ends_on)) for n in soon]),
        _kind(
            "take_down",
            count_notices(reader, hanging),
            [
                (n.label, n.title, str(n.withdrawn_on or n.ends_on))
                for n in notices(reader, hanging, limit=SHOWN)
            ],
        ),
        _kind(
            "objections", len(objected), [(o.label, o.title, str(o.answer_by)) for o in objected]
        ),
        _kind(
            "questions",
            len(asked),
            [(q.label, "" if q.private else q.text, str(q.answer_by)) for q in asked],
        ),
    ]


def _kind(key: str, total: int, rows: list[tuple[str, str, str]]) -> WaitingPapers:
    return WaitingPapers(key, total, tuple(WaitingPaper(*row) for row in rows[:SHOWN]))
