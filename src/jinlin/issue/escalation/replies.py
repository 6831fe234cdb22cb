"""What a resident is told: templates by status and group of categories, filled in for one issue.

The texts are Chinese whatever the language of the screen: they go to residents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import clean
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.categories import Category
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.transitions import describe_step, take
from jinlin.issue.rules.danger import Danger, danger_in
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.statuses import Status
from jinlin.store.transaction.tx import Reader, Tx

LONGEST: Final = 499
"""WeChat shows a longer text folded; it must be under 500 characters."""
ANY: Final = "any"
"""Stands for all categories."""
PLACES: Final = frozenset(
    {"complex", "number", "title", "reported", "due", "until", "result", "departments", "level"}
)
_BRACE = re.compile(r"\{([^{}]*)\}")
_LEVELS: Final = {
    Level.FRIDAY: "周五议事日",
    Level.COMMUNITY: "社区",
    Level.STREET: "街道",
    Level.DISTRICT: "区里",
}
_MORE: Final = "……"
_FIRST: Final = "您反映的“{title}”（编号{number}）还在办理。"
_LATE: Final = "比原定的时间晚了，让您久等，对不起；我们正在抓紧办{and_tell}。"
_AND_TELL: Final = "，有进展马上告诉您"
_TELLS: Final = "告诉您"
_OWN: Final = (
    "SELECT id FROM reply_template WHERE category_code = ? AND status = ? AND removed_at IS NULL"
)


class Template(NamedTuple):
    """One text.

    Attributes:
        category_code: of a category or a group; `any` for all.
        own: whether it is the branch's own.
    """

    category_code: str
    status: Status
    text: str
    own: bool


@cache
def _shipped() -> Mapping[str, Mapping[str, str]]:
    return shipped("issue/replies.toml")


def templates(reader: Reader) -> list[Template]:
    """Return all texts, the branch's own in place of those that came with the program."""
    found = {
        (group, Status(status)): Template(group, Status(status), text.strip(), own=False)
        for status, texts in _shipped().items()
        for group, text in texts.items()
    }
    for row in reader.rows("SELECT * FROM reply_template WHERE removed_at IS NULL"):
        key = row["category_code"], Status(row["status"])
        found[key] = Template(*key, row["text"], own=True)
    order = list(Status)
    return sorted(
        found.values(),
        key=lambda t: (order.index(t.status), t.category_code != ANY, t.category_code),
    )


def template_for(reader: Reader, issue: IssueRow) -> Template:
    """Return the text for an issue: its category's, else its group's, else the one for all.

    Of two that fit equally the branch's own is taken, and its own for all before a shipped one.
    """
    fitting = {t.category_code: t for t in templates(reader) if t.status is issue.status}
    wanted = (issue.category_code, issue.group_code, ANY)
    chosen = [fitting[code] for code in wanted if code in fitting]
    return next((t for t in chosen if t.own), chosen[0])


def reply_text(reader: Reader, issue: IssueRow) -> str:
    """Return what to tell the resident: the first line says what it is; nobody is named.

    Raises:
        RuleError: it tells of harm to a person: nothing about it may be pasted anywhere.
    """
    if issue.secret or danger_in(issue.title) is Danger.HARM:
        raise RuleError(
            _("Issue {number} may be about harm to a person: there is no text to paste.").format(
                number=issue.label
            ),
            hint=_(
                "Call 110 first; speak with the person concerned alone and face to face, with the "
                "community or the women's federation (12338)."
            ),
        )
    late = issue.overdue(reader.clock.today.isoformat())
    redactor = redactor_of(reader)
    name = reader.value("SELECT name FROM complex") or ""
    values = {
        "complex": name,
        "number": issue.label,
        "title": redactor.text(issue.title),
        "reported": _day(reader.clock.local(issue.reported_at).date()),
        "due": _day(date.fromisoformat(issue.due_on)) if issue.due_on and not late else "",
        "until": _day(date.fromisoformat(issue.deferred_until)) if issue.deferred_until else "",
        "result": redactor.text(issue.result) if issue.result else "",
        "departments": _departments(reader, issue),
        "level": _LEVELS.get(issue.level, "上级"),
    }
    head = f"【{name}党支部】关于所反映事项的答复"
    body = template_for(reader, issue).text
    return _fitting(head, _without_a_past_day(body) if late else body, values)


def _without_a_past_day(body: str) -> str:
    """Return a text whose due day is over: it is not promised again."""
    lines = [line for line in body.splitlines() if "{due}" not in line]
    first = [] if any("{title}" in line for line in lines) else [_FIRST]
    told = any(_TELLS in line for line in lines)
    return "\n".join([*first, *lines, _LATE.format(and_tell="" if told else _AND_TELL)])


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _departments(reader: Reader, issue: IssueRow) -> str:
    """Return the departments of the last call; where some have arrived, those."""
    rows = reader.rows(
        "SELECT d.department, d.arrived_at FROM called_department AS d WHERE d.call_id ="
        " (SELECT max(id) FROM street_call WHERE issue_id = ?)"
        " ORDER BY d.id",
        (issue.id,),
    )
    came = [row["department"] for row in rows if row["arrived_at"]]
    return "、".join(came or [row["department"] for row in rows])


def _fitting(head: str, body: str, values: Mapping[str, str]) -> str:
    """Fill a text in; what is too long is cut in the result first, then in the title."""
    text = _filled(head, body, values)
    for field in ("result", "title"):
        over = len(text) - LONGEST
        if over > 0:
            kept = max(0, len(values[field]) - over - len(_MORE))
            values = {**values, field: values[field][:kept] + _MORE}
            text = _filled(head, body, values)
    return text if len(text) <= LONGEST else text[: LONGEST - len(_MORE)] + _MORE


def _filled(head: str, body: str, values: Mapping[str, str]) -> str:
    """Return the text without the lines that have nothing to say."""
    lines = [head]
    for line in body.splitlines():
        places = _BRACE.findall(line)
        if all(values[place] for place in places):
            lines.append(_BRACE.sub(lambda found: values[found[1]], line))
    return "\n".join(lines)


def reply(tx: Tx, issue: IssueRow) -> None:
    """Record that the resident was told where things stand."""
    take(tx, issue, EventKind.REPLIED)
    did = Message(N_("Replied to the resident of issue {number}"), {"number": issue.label})
    describe_step(tx, issue, did)


def set_template(tx: Tx, category: Category | None, status: Status, text: str) -> None:
    """Keep a text of the branch's own.

    Args:
        tx: the transaction.
        category: for which category or group; None for all.
        status: for which status.
        text: what may stand in braces is said in `PLACES`.

    Raises:
        UsageError: it is empty, too long, or has a brace that means nothing.
    """
    kept = clean(text)
    unknown = [place for place in _BRACE.findall(kept) if place not in PLACES]
    if unknown or not kept:
        raise UsageError(
            _("“{text}” cannot be filled in.").format(text=f"{{{unknown[0]}}}")
            if unknown
            else _("The text is empty."),
            hint=_("In braces there may be: {places}.").format(places=" ".join(sorted(PLACES))),
        )
    if len(kept) > LONGEST:
        raise UsageError(
            _("The text has {count} characters; WeChat wants less than 500.").format(
                count=len(kept)
            ),
            hint=_("Shorten it."),
        )
    code = category.code if category else ANY
    row = tx.row(_OWN, (code, status))
    if row is None:
        tx.insert("reply_template", category_code=code, status=status, text=kept)
    else:
        tx.update("reply_template", row["id"], text=kept)
    tx.describe(
        Message(N_("Kept a reply of the branch's own")),
        reverse=Message(N_("take back the branch's own reply")),
    )


def remove_template(tx: Tx, category: Category | None, status: Status) -> None:
    """Take a text of the branch's own away; the one that came with the program holds again.

    Raises:
        NotFoundError: there is none.
    """
    code = category.code if category else ANY
    row = tx.row(_OWN, (code, status))
    if row is None:
        raise NotFoundError(
            _("There is no reply of your own for this."), hint=_("See: jinlin issue replies")
        )
    tx.update("reply_template", row["id"], removed_at=tx.clock.stamp)
    tx.describe(
        Message(N_("Removed a reply of the branch's own")),
        reverse=Message(N_("put back the branch's own reply")),
    )
