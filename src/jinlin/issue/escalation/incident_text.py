"""What all homes concerned by an incident are told at once: whom, from when to when, what is done.

The text is Chinese whatever the language of the screen: it goes to residents. It names nobody and
no door: a stairwell of which all homes are concerned, or how many of a building are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.issue.escalation.replies import LONGEST
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.danger import Danger, danger_in
from jinlin.issue.rules.statuses import Status
from jinlin.store.transaction.tx import Reader

_RESULT: Final = 200
"""So much of a result is told; the rest is for those who ask."""
_STANDS: Final = {
    Status.REPORTED: "已登记，正在安排人查看",
    Status.IN_PROGRESS: "正在处理",
    Status.UNDER_CONSULTATION: "正在和有关各方商量",
    Status.ESCALATED: "已报上级协调",
    Status.DEPARTMENTS_CALLED: "街道已通知有关部门到场",
    Status.DEPARTMENTS_ARRIVED: "有关部门已到场处理",
    Status.DEFERRED: "暂缓处理",
    Status.CLOSED_SOLVED: "已处理好",
    Status.CLOSED_UNSOLVED: "未能解决，原因会另行说明",
    Status.DECLINED: "不属于本小区能处理的事",
}


def incident_text(reader: Reader, issue: IssueRow) -> str:
    """Return what those concerned are told, ready to paste: under 500 characters.

    Raises:
        RuleError: the issue is not for everybody.
    """
    _check_public(issue)
    redactor = redactor_of(reader)
    complex_name = reader.value("SELECT name FROM complex") or ""
    title = redactor.text(issue.public_title or issue.title)
    result = redactor.text(issue.result) if issue.result and issue.closed else ""
    if len(result) > _RESULT:
        result = f"{result[:_RESULT]}……"
    lines = [
        f"【{complex_name}党支部】关于“{title}”的通知",
        f"影响范围：{'、'.join(_scope(reader, issue)) or complex_name}",
        *_hours(reader, issue),
        f"目前情况：{_STANDS[issue.status]}{f'：{result}' if result else ''}。",
        *_closing(issue),
        f"（编号{issue.label}，{_moment(reader.clock.local(reader.clock.stamp))}）",
    ]
    text = "\n".join(lines)
    over = len(text) - LONGEST
    return text if over <= 0 else text.replace(title, f"{title[: -over - 2]}……", 1)


def _check_public(issue: IssueRow) -> None:
    if issue.secret or danger_in(issue.title) is Danger.HARM:
        raise RuleError(
            _("Issue {number} stays in the house: there is no text to paste.").format(
                number=issue.label
            ),
            hint=_("Speak with the persons concerned one by one."),
        )
    if issue.private and issue.public_title is None:
        raise RuleError(
            _("Issue {number} is private: its title is not for a group chat.").format(
                number=issue.label
            ),
            hint=_(
                "Say what it is called there: jinlin issue edit {number} --public-title …"
            ).format(number=issue.label),
        )


def _scope(reader: Reader, issue: IssueRow) -> Iterator[str]:
    """Yield who is concerned: whole entrances by their names, of others how many homes."""
    rows = reader.rows(
        "SELECT b.code, h.entrance, count(*) AS homes, sum(h.id = ?1 OR h.id IN (SELECT"
        " household_id FROM issue_household WHERE issue_id = ?2 AND removed_at IS NULL)) AS touched"
        " FROM household AS h JOIN building AS b ON b.id = h.building_id"
        " WHERE h.removed_at IS NULL GROUP BY b.id, h.entrance HAVING touched"
        " ORDER BY b.id, CAST(h.entrance AS INTEGER), h.entrance",
        (issue.household_id, issue.id),
    )
    for row in rows:
        entrance = f"{row['entrance']}单元" if row["entrance"] else ""
        whole = row["homes"] == row["touched"]
        part = f"（{row['touched']}户）" if whole else f"部分住户（{row['touched']}户）"
        yield f"{_building(row['code'])}{entrance}{part}"
    if not rows and issue.building:
        yield _building(issue.building)


def _building(code: str) -> str:
    return code if re.search("[楼栋幢座]$", code) else f"{code}号楼"


def _hours(reader: Reader, issue: IssueRow) -> Iterator[str]:
    """Yield from when to when it lasts, as far as that was said."""
    since, until = (
        reader.clock.local(moment) if moment else None
        for moment in (issue.affected_from, issue.affected_to)
    )
    if since and until and since.date() == until.date():
        yield f"影响时间：{_moment(since)}至{until:%H:%M}"
    elif since and until:
        yield f"影响时间：{_moment(since)}至{_moment(until)}"
    elif since:
        yield f"影响时间：{_moment(since)}起，恢复时间另行通知"
    elif until:
        yield f"影响时间：预计{_moment(until)}恢复"


def _moment(moment: datetime) -> str:
    """Return a moment as people say it; of a day alone the day."""
    day = f"{moment.month}月{moment.day}日"
    return day if (moment.hour, moment.minute) == (0, 0) else f"{day}{moment:%H:%M}"


def _closing(issue: IssueRow) -> Iterator[str]:
    if issue.closed:
        yield "谢谢大家的理解和配合。"
    else:
        yield "给您带来不便，请多包涵；有新情况会在这里告诉大家。"
        yield "家里有老人、病人需要帮忙的，请随时和我们联系。"
