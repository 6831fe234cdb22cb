"""征求意见: an employer asks what the branch thinks of a member who reported in.

The reply holds facts from the records and what the committee discussed, in words: no score, no
ranking (practice 5.5; PIPL 24).
"""

from __future__ import annotations

import re
import sqlite3
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact
from jinlin.core.word import Word
from jinlin.member.register.queries import members_of, who_left
from jinlin.member.report_in.report_in import Service, services_of
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader


class Cause(Word, refusal=N_("There is no cause “{text}”."), error=NotFoundError):
    """Why an employer asks."""

    HONOURS = "honours", N_("honours"), "评优评先", "评优", "评先", "评先评优"
    PROMOTION = "promotion", N_("promotion"), "晋职晋级", "晋级", "晋职", "提拔"
    DELEGATE = (
        "delegate", N_("nomination as delegate, deputy or CPPCC member"),
        "两代表一委员", "推选", "党代表", "人大代表", "政协委员",
    )  # fmt: skip
    OTHER = "other", N_("another cause"), "其他"


class ReplyState(Word):
    """How far a reply is."""

    OPEN = "open", N_("to be replied")
    OVERDUE = "overdue", N_("reply overdue")
    REPLIED = "replied", N_("has been replied")


class Asked(NamedTuple):
    """An employer's letter; days are ISO text.

    Attributes:
        asked_by: the employer.
        letter: the letter's number.
        cause: why it asks.
        received_on: when the letter came.
        reply_by: until when it wants the reply.
    """

    asked_by: str
    cause: Cause
    received_on: str
    letter: str | None = None
    reply_by: str | None = None


class OpinionRow(NamedTuple):
    """A letter and the branch's reply, as far as there is one.

    Attributes:
        id: the row's id.
        number: its permanent number.
        person: whom it is about.
        member_id: her row in the register.
        asked: the letter.
        state: how far the reply is.
        discussed_on: when the committee discussed it.
        text: the opinion.
        replied_on: when the reply went out.
    """

    id: int
    number: int
    person: PersonRow
    member_id: int
    asked: Asked
    state: ReplyState
    discussed_on: str | None
    text: str | None
    replied_on: str | None

    @property
    def label(self) -> str:
        """Its number as people read it: `Y3`."""
        return f"Y{self.number}"


class Facts(NamedTuple):
    """What the records say of a member who reported in.

    Attributes:
        reported_on: when she reported in.
        employer: where she works.
        services: what she did, the earliest first.
    """

    reported_on: str | None
    employer: str | None
    services: tuple[Service, ...]

    @property
    def minutes(self) -> int:
        """For how long she served, as far as it was said."""
        return sum(service.minutes or 0 for service in self.services)


_SCORED: Final = re.compile(
    r"(?<![\d.点时:])\d+(?:\.\d+)?分(?![钟之])|[〇零一二两三四五六七八九十百]{2,}分(?![钟之])"
    r"|满分|总分|得分|评分|打分|分数|排名|名次|位次|名列|排在?第|第(?:\d+|[一二三四五六七八九十]+)名"
)
_RANKED: Final = re.compile(r"\b(?:score|rank)", re.IGNORECASE)


def parse_opinion(text: str) -> str:
    """Read what the committee thinks, in words.

    Raises:
        UsageError: it is empty.
        RuleError: it gives a score or a rank, which people are not given (practice 5.5).
    """
    said = clean(text)
    if not said:
        raise UsageError(_("The opinion is empty."), hint=_("Write it in words with --text."))
    scored = _SCORED.search(compact(said)) or _RANKED.search(said)
    if scored is not None:
        raise RuleError(
            _("“{text}” is a score or a rank; an opinion says in words what she did.").format(
                text=scored[0]
            ),
            hint=_("Write it like --text 工作认真负责，积极参加志愿服务"),
        )
    return said


def parse_opinion_number(text: str) -> int:
    """Read the number of a letter: `Y3` or `3`.

    Raises:
        UsageError: it is no such number.
    """
    match = re.fullmatch(r"y?(\d{1,9})", compact(text))
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of a letter.").format(text=text),
            hint=_("Write it like Y3; see: jinlin member opinion list"),
        )
    return int(match[1])


def opinions(reader: Reader) -> list[OpinionRow]:
    """Return all letters: those to be replied first, the most urgent of them at the top."""
    found = [_opinion(reader, row) for row in reader.rows(f"{_SELECT}{_ORDER}")]
    return sorted(found, key=lambda opinion: opinion.state is ReplyState.REPLIED)


def to_reply(reader: Reader) -> list[OpinionRow]:
    """Return the letters that wait for their reply, the most urgent first."""
    return [one for one in opinions(reader) if one.state is not ReplyState.REPLIED]


def same_letter(reader: Reader, member_id: int, asked: Asked) -> OpinionRow | None:
    """Return a letter about a member that says the same; one with another number does not."""
    for one in opinions(reader):
        if (
            one.member_id == member_id
            and one.asked[:3] == asked[:3]
            and one.asked.reply_by == asked.reply_by
            and asked.letter in (None, one.asked.letter)
        ):
            return one
    return None


def opinion_row(reader: Reader, opinion_id: int) -> OpinionRow:
    """Return the letter of a row that is there."""
    [row] = reader.rows(f"{_SELECT} AND o.id = ?", (opinion_id,))
    return _opinion(reader, row)


def find_opinion(reader: Reader, number: int) -> OpinionRow:
    """Return one letter.

    Raises:
        NotFoundError: there is none of this number.
    """
    row = reader.row(f"{_SELECT} AND o.number = ?", (number,))
    if row is None:
        raise NotFoundError(
            _("There is no letter Y{number}.").format(number=number),
            hint=_("See: jinlin member opinion list"),
        )
    return _opinion(reader, row)


def facts(reader: Reader, opinion: OpinionRow) -> Facts:
    """Return what the records say of the member a letter is about."""
    person = [opinion.person.id]
    [member, *_older] = members_of(reader, person) or who_left(reader, person)
    details = member.details
    done = tuple(s for s in services_of(reader, opinion.member_id) if s.done_on is not None)
    return Facts(details.reported_on, details.employer or opinion.asked.asked_by, done)


_SELECT = (
    "SELECT o.*, m.person_id, p.number AS person_number, p.name, p.phone FROM opinion AS o"
    " JOIN member AS m ON m.id = o.member_id JOIN person AS p ON p.id = m.person_id"
    " WHERE o.removed_at IS NULL"
)
_ORDER = " ORDER BY o.replied_on DESC, o.reply_by IS NULL, o.reply_by, o.number DESC"


def _opinion(reader: Reader, row: sqlite3.Row) -> OpinionRow:
    today = reader.clock.today.isoformat()
    state = ReplyState.OPEN
    if row["replied_on"]:
        state = ReplyState.REPLIED
    elif row["reply_by"] and row["reply_by"] < today:
        state = ReplyState.OVERDUE
    return OpinionRow(
        id=row["id"],
        number=row["number"],
        person=PersonRow(row["person_id"], row["person_number"], row["name"], row["phone"]),
        member_id=row["member_id"],
        asked=Asked(
            asked_by=row["asked_by"],
            cause=Cause(row["cause"]),
            received_on=row["received_on"],
            letter=row["letter"],
            reply_by=row["reply_by"],
        ),
        state=state,
        discussed_on=row["discussed_on"],
        text=row["text"],
        replied_on=row["replied_on"],
    )
