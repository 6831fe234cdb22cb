"""A notice as records make it: what is to be posted, before she has said the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.reference import Reference
from jinlin.core.word import Word
from jinlin.store.transaction.tx import Reader


class Drawn(NamedTuple):
    """What the records say.

    Attributes:
        matter: which line of the list of what must be public; a code.
        title: without 关于 and the type.
        body: paragraphs, one a line; lines with tabs are a table.
        about: the one record it is about.
        covers: the days whose records it tells of.
        audience: whom it concerns.
        signer: who signs it, with who witnesses it and where to object, as the records have them;
            empty where they have none.
        told: what to tell her of what stays in the house.
        named: whose names it may show: they act in a post.
    """

    matter: str
    title: str
    body: str
    basis: str = ""
    about: Reference | None = None
    covers: tuple[date, date] | None = None
    audience: str = ""
    signer: str = ""
    witness: str = ""
    contact: str = ""
    told: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class NoticeSource(
    Word, refusal=N_("A notice cannot be drawn from “{text}”."), error=NotFoundError
):
    """Records that a notice is drawn from."""

    ISSUES = "issues", N_("issues"), "issue", "事项", "办理情况"
    FUND = "fund", N_("fund"), "funds", "经费", "收支"
    REVENUE = "revenue", N_("revenue"), "公共收益"
    SERVICE_ACCOUNT = "service_account", N_("property service"), "物业服务", "物业服务收支"
    RESOLUTIONS = "resolutions", N_("resolutions"), "resolution", "决议", "会议"
    RESULT = "result", N_("result"), "results", "结果", "实施结果", "落实情况"
    ELEVATOR = "elevator", N_("elevator"), "电梯", "方案"
    PROJECT = "project", N_("project"), "项目", "工程", "改造项目"
    CANDIDATES = "candidates", N_("candidate firms"), "候选企业", "候选单位", "评选结果"
    PARTNERS = "partners", N_("partners"), "partner", "共建", "共建协议"
    SURVEY = "survey", N_("survey"), "问卷", "问卷结果", "调查"
    SERVICES = "services", N_("services"), "service", "服务", "服务日", "志愿服务"
    POWERS = "powers", N_("list of small powers"), "权力清单", "小微权力清单"
    STEWARDS = "stewards", N_("stewards"), "steward", "红管家", "红管家名单", "名单"


DRAWN_BY: Final[Mapping[NoticeSource, str]] = {
    NoticeSource.ISSUES: "jinlin.report.board.from_issues",
    NoticeSource.FUND: "jinlin.member.board.fund",
    NoticeSource.REVENUE: "jinlin.member.board.revenue",
    NoticeSource.SERVICE_ACCOUNT: "jinlin.member.board.service_account",
    NoticeSource.RESOLUTIONS: "jinlin.meeting.board.resolutions",
    NoticeSource.RESULT: "jinlin.meeting.board.results",
    NoticeSource.ELEVATOR: "jinlin.elevator.board",
    NoticeSource.PROJECT: "jinlin.project.board.works",
    NoticeSource.CANDIDATES: "jinlin.project.board.candidates",
    NoticeSource.PARTNERS: "jinlin.partner.board",
    NoticeSource.SURVEY: "jinlin.survey.board",
    NoticeSource.SERVICES: "jinlin.meeting.board.services",
    NoticeSource.POWERS: "jinlin.notice.board",
    NoticeSource.STEWARDS: "jinlin.member.board.stewards",
}
"""Whose `draw` makes it: of records their room's, of a report's figures the report's.

Where a matter is owed only if there is anything to tell, its `anything` says whether there is.
"""

SOURCE_OF: Final[Mapping[str, NoticeSource]] = {
    "branch_fund": NoticeSource.FUND,
    "common_revenue": NoticeSource.REVENUE,
    "handled_issues": NoticeSource.ISSUES,
    "partners": NoticeSource.PARTNERS,
    "service_account": NoticeSource.SERVICE_ACCOUNT,
    "steward_roster": NoticeSource.STEWARDS,
}
"""What is posted in every stretch of time, by the code of its matter, and what it is drawn from."""


def drawn(reader: Reader, source: NoticeSource, which: str | None) -> Drawn:
    """Return what records say.

    Args:
        reader: the database.
        source: which.
        which: the month, quarter, meeting, plan or building; None for the latest, or for all.

    Raises:
        NotFoundError: there is no such record.
        RuleError: it must not be posted, or there is nothing to tell.
        UsageError: `which` cannot be read.
    """
    draw: Callable[[Reader, str | None], Drawn] = import_module(DRAWN_BY[source]).draw
    return draw(reader, which)


def anything(reader: Reader, source: NoticeSource) -> bool:
    """Return whether there are records of which a notice would tell."""
    return bool(import_module(DRAWN_BY[source]).anything(reader))


def to_draw(source: NoticeSource, which: object = None) -> str:
    """Return the command that posts a notice from records."""
    command = as_spoken(f"jinlin notice post {as_typed('--from', '--取自')} {source.label}")
    return command if which is None else f"{command} {as_typed('--of')} {which}"


def sheet_rows(*rows: tuple[str, ...]) -> list[str]:
    """Return the lines of a table in a notice's text."""
    return ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
