"""Ballots of owners from a list: one row a door, with what its ballot says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.complex.exchange.door_rows import DOOR, DoorFinder
from jinlin.core.call import Call
from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.exchange.table.reader import read_table, read_whole
from jinlin.exchange.table.rows import Row
from jinlin.exchange.table.value_words import value_meaning
from jinlin.meeting.rules.vote_rules import Answer
from jinlin.meeting.voting.named_vote_form import UNREAD
from jinlin.meeting.voting.owners_ballots import INVALID, BallotBatch, Returned
from jinlin.meeting.voting.owners_roll import Part

WANTED: Final = (*DOOR, "answer")
_WITH_COUNTS: Final = re.compile(r"(?P<path>.+?)[:：](?P<out>\d{1,6})/(?P<back>\d{1,6})")
_SAID: Final[Mapping[str, str | None]] = {
    "agree": Answer.FOR,
    "disagree": Answer.AGAINST,
    "abstain": Answer.ABSTAIN,
    "not_reached": None,
}
_INVALID: Final = frozenset({"无效", "无效票", "废票", "invalid"})
_SILENT: Final = frozenset(
    {"未交", "未交回", "未参与", "未表决", "未表态", "未投票", "已送达", "none"}
)


class SaidList(NamedTuple):
    """A list of doors, and how many papers went out and came back, where that was said."""

    path: str
    handed_out: int | None = None
    collected: int | None = None

    def __str__(self) -> str:
        return self.path


def parse_list(text: str) -> SaidList:
    """Read which list is meant: a file, or `FILE:40/38`."""
    match = _WITH_COUNTS.fullmatch(text)
    if match is None:
        return SaidList(text)
    return SaidList(match["path"], int(match["out"]), int(match["back"]))


def read_batch(call: Call, said: SaidList, roll: Sequence[Part]) -> BallotBatch:
    """Read one list.

    Args:
        call: the command, in whose folder it lies.
        said: which.
        roll: every door of the vote.

    Raises:
        FileError: it cannot be read, or some of its rows cannot: they are listed.
    """
    path = call.environment.path(said.path)
    table = read_table(path, WANTED)
    if "answer" not in table.headers.columns:
        raise FileError(
            _("{path} has no column that says how each door voted.").format(path=path),
            hint=_("Name one 表决意见 or “answer”: 同意, 反对, 弃权, 无效, or nothing."),
        )
    doors = DoorFinder(
        roll, lambda door: _("no door of this vote is called {door}").format(door=door)
    )
    ballots: dict[int, Returned] = {}

    def read(row: Row) -> None:
        household = doors.found(row).household_id
        if household in ballots:
            raise row.error("room", _("this door is on the list twice"))
        ballots[household] = _returned(row)

    read_whole(table, read, refusal=UNREAD)
    if not ballots:
        raise FileError(
            _("{path} holds no ballot.").format(path=path),
            hint=_("Below the header it needs a row for each door."),
        )
    return BallotBatch(
        label=path.stem,
        ballots=ballots,
        handed_out=said.handed_out,
        collected=said.collected,
    )


def _returned(row: Row) -> Returned:
    said = row.text("answer")
    word = compact(said)
    if not word or word in _SILENT:
        return Returned(None, served=True)
    if word in _INVALID:
        return Returned(INVALID, served=True)
    meaning = word if word in {"for", "against"} else value_meaning("answer", said)
    if meaning in {"for", "against"}:
        return Returned(meaning, served=True)
    if meaning is None or meaning not in _SAID:
        raise row.error(
            "answer",
            _("“{text}” is no vote: 同意, 反对, 弃权, 无效 or nothing").format(text=said),
        )
    answer = _SAID[meaning]
    return Returned(answer, served=answer is not None)
