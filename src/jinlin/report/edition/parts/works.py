"""Works in the complex, as a report tells them: a sentence on the page, and a table below it."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.written import day_short
from jinlin.core.money import yuan, yuan_words
from jinlin.documents.page import Table
from jinlin.project.rules.stages import ProjectStage
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures, WorksFigure

MOST = 5
"""So many are told on the page; the others are counted there and stand in the table."""


def told(figures: PeriodFigures, say: Wording) -> str:
    """Return where the works stood when the period ended, and their money."""
    shown = figures.works[-MOST:]
    day = say.day(figures.period.last_day)
    text = "".join(_sentence(one, day, say) for one in shown)
    if rest := len(figures.works) - len(shown):
        text += say("works.others", count=rest)
    return text


def _sentence(one: WorksFigure, day: str, say: Wording) -> str:
    if one.ended_on:
        return say("works.ended", title=one.title, day=say.full_day(one.ended_on))
    if one.stage == ProjectStage.USE:
        where = say("works.in_use", title=one.title, day=say.full_day(one.since))
    else:
        stage = ProjectStage(one.stage).label
        where = say("works.stage", title=one.title, day=day, stage=stage)
    if one.members:
        who = say("works.members", names=say.joined(one.members))
        where = say.joined((where, who), mark="comma")
    money = say.joined(_money(one, say), mark="comma")
    parts = (where, money) if money else (where,)
    return say.joined(parts, mark="clause") + say("marks.stop")


def _money(one: WorksFigure, say: Wording) -> Iterator[str]:
    for name, fen in (("budget", one.budget), ("contract", one.contract), ("paid", one.paid)):
        if fen:
            yield say(f"works.{name}", amount=yuan_words(fen))


def progress_table(figures: PeriodFigures, say: Wording) -> Table | None:
    """Return every one of the works with stage, members and money; None where there is none."""
    if not figures.works:
        return None
    names = ["title", "at", "since", "who", "budget_sum", "contract_sum", "paid_sum"]
    if figures.public:
        names.remove("who")
    rows = (_row(one, say) for one in figures.works)
    return Table(
        headings=tuple(say(f"works.{name}") for name in names),
        rows=tuple(tuple(row[name] for name in names) for row in rows),
        numeric=tuple(name.endswith("_sum") for name in names),
    )


def _row(one: WorksFigure, say: Wording) -> dict[str, str]:
    return {
        "title": one.title,
        "at": say("works.over") if one.ended_on else ProjectStage(one.stage).label,
        "since": day_short(one.ended_on or one.since),
        "who": say.joined(one.members),
        "budget_sum": yuan(one.budget) if one.budget else "",
        "contract_sum": yuan(one.contract) if one.contract else "",
        "paid_sum": yuan(one.paid) if one.paid else "",
    }
