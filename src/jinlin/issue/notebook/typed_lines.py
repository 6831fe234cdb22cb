"""Several issues at once, one a line, as somebody types them after a walk through the complex.

`11-03 路灯不亮 #公共照明 @3号楼2单元门口 !紧急`: the words are the title; `#` is the category,
`@` the place, `!` the urgency; a day in front is when it was reported. Only the title is needed.

A program writes JSON Lines instead: `{"title": "路灯不亮", "category": "公共照明"}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from jinlin.core.days.said_days import parse_day, parse_moment
from jinlin.core.errors import FileError, JinlinError, RowProblem
from jinlin.core.i18n import N_, Message, _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean, folded, shown
from jinlin.issue.notebook.importing import Imported, take_in
from jinlin.issue.notebook.lookup import Lookup
from jinlin.issue.notebook.notebook_rows import NotebookRow
from jinlin.issue.record.categories import find_category, promise_on
from jinlin.issue.record.guesses import guess_category, usual_urgency
from jinlin.issue.record.whereabouts import Place
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.limits import check_reported, dates_of
from jinlin.issue.rules.statuses import Status
from jinlin.issue.rules.texts import one_line
from jinlin.issue.rules.urgencies import Urgency, shortened
from jinlin.output.importing.outcome import Rejected
from jinlin.person.rules import parse_name
from jinlin.store.transaction.tx import Tx

_LISTED = re.compile(r"^\s*(?:\d{1,3}\s*[.、．)）]|[-*•·])\s*(?=\S)")
_MARKS: Final = {"#": "category", "@": "place", "!": "urgency"}
_KEYS: Final = {
    "title": "title", "事项": "title",
    "category": "category", "类别": "category",
    "place": "place", "地点": "place",
    "urgency": "urgency", "紧急程度": "urgency",
    "day": "day", "date": "day", "reported_at": "day", "反映时间": "day",
    "reporter": "reporter", "反映人": "reporter",
    "reporter_phone": "phone", "phone": "phone", "电话": "phone",
    "channel": "channel", "来源": "channel",
}  # fmt: skip
"""What a JSON line may say, by the field of a `TypedLine`."""


class TypedLine(NamedTuple):
    """What one line says.

    Attributes:
        day: when it was reported, as it was typed.
        reporter, phone, channel: only JSON says them.
    """

    title: str
    category: str | None
    place: str | None
    urgency: str | None
    day: str | None
    reporter: str | None = None
    phone: str | None = None
    channel: str | None = None


def read_line(text: str) -> TypedLine:
    """Take a line apart; the number of a list in front of it is not part of it.

    Raises:
        FileError: it is JSON of which something cannot be taken.
    """
    if text.lstrip()[:1] == "{":
        return _read_json(text)
    said: dict[str, str] = {}
    words: list[str] = []
    for word in _LISTED.sub("", clean(text)).split():
        field = _MARKS.get(folded(word)[:1])
        if field and len(word) > 1 and field not in said:
            said[field] = word[1:]
        else:
            words.append(word)
    day = words.pop(0) if len(words) > 1 and _is_day(words[0]) else None
    return TypedLine(
        " ".join(words), said.get("category"), said.get("place"), said.get("urgency"), day
    )


def _read_json(text: str) -> TypedLine:
    import json

    hint = _('Write it like: {"title": "路灯不亮", "category": "公共照明", "day": "2026-11-03"}')
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(_("It is not JSON."), hint=hint, detail=str(error)) from error
    said: dict[str, str] = {}
    for key, value in found.items():
        field = _KEYS.get(clean(key).lower())
        if field is None or field in said:
            raise FileError(_("“{key}” cannot be taken.").format(key=shown(key)), hint=hint)
        if value is None or value == "":
            continue
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise FileError(_("“{key}” is not one text.").format(key=shown(key)), hint=hint)
        said[field] = clean(str(value))
    return TypedLine(
        said.get("title", ""), said.get("category"), said.get("place"), said.get("urgency"),
        said.get("day"), said.get("reporter"), said.get("phone"), said.get("channel"),
    )  # fmt: skip


def _is_day(word: str) -> bool:
    """Return whether a word can only be a day: `11-03`, `2026-11-03`, `昨天`, `周五`."""
    return (
        re.fullmatch(
            r"(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|today|yesterday|今天|昨天|前天"
            r"|(?:周|星期|礼拜)[一二三四五六日天]",
            folded(word),
        )
        is not None
    )


def record_lines(tx: Tx, lines: Iterable[str], *, channel: Channel) -> Imported:
    """Record an issue for each line; a line that says what is recorded already adds nothing.

    Args:
        tx: the transaction.
        lines: as they were typed; empty ones are passed over.
        channel: how all of them came in.

    Returns:
        What came of them; the copies are counted as lines, from 1.
    """
    register = Lookup.of(tx)
    read: list[NotebookRow] = []
    taken: list[int] = []
    refused: list[Rejected] = []
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            read.append(_issue(tx, register, read_line(text), channel))
            taken.append(number)
        except JinlinError as error:
            reason = _("{message} {hint}").format(message=error.message, hint=error.hint)
            problem = RowProblem(row=number, column="", reason=reason)
            refused.append(Rejected((text.strip(),), problem))
    imported = take_in(tx, read, refused)
    told = {"count": imported.outcome.added}
    tx.describe(
        Message(N_("Recorded {count} issues from lines"), told),
        reverse=Message(N_("take back {count} issues recorded from lines"), told),
    )
    copies = [
        copy._replace(row=taken[copy.row], other=None if copy.other is None else taken[copy.other])
        for copy in imported.copies
    ]
    return imported._replace(copies=copies)


def _issue(tx: Tx, register: Lookup, line: TypedLine, channel: Channel) -> NotebookRow:
    """Return a line as the notebook has it."""
    title = one_line(line.title, what=_("The title"))
    reported_at = tx.clock.stamp
    if line.day is not None and (
        ":" in line.day or parse_day(line.day, tx.clock) != tx.clock.today
    ):
        reported_at = parse_moment(line.day, tx.clock)
    reported = tx.clock.local(reported_at)
    check_reported(reported, tx.clock.now)
    guess = None if line.category else guess_category(register.categories, title, tx)
    category = guess.category if guess else find_category(register.categories, line.category or "")
    urgency = Urgency.read(line.urgency) if line.urgency else usual_urgency(category, title)
    promise = promise_on(register.promises[category.id], reported.date())
    return NotebookRow(
        title=title,
        reported=reported,
        reported_at=reported_at,
        category=category,
        guess=guess,
        where=register.place(None, line.place) if line.place else Place(),
        place=one_line(line.place, what=_("The place")) if line.place else None,
        reporter=parse_name(line.reporter) if line.reporter else None,
        phone=parse_phone(line.phone) if line.phone else None,
        channel=Channel.read(line.channel) if line.channel else channel,
        handler=None,
        dates=dates_of(
            shortened(promise, urgency, reported, register.calendar),
            reported,
            register.calendar,
        ),
        status=Status.REPORTED,
        closed_at=None,
        result=None,
        satisfaction=None,
        urgency=urgency,
    )
