"""Elevators of a period, as the part on main projects tells them first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from jinlin.complex.rules.address import place_words
from jinlin.core.money import in_yuan, yuan_words
from jinlin.documents.page import Block, Paragraph
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.report.edition.parts import orders, partners, tasks, works
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import MOVED, PeriodFigures, PlanFigure, ProjectFigure

LONGEST_LIST: Final = 5
"""More items of a kind than this do not belong on one page."""


def projects(figures: PeriodFigures, say: Wording) -> Iterable[Block]:
    """Return where elevator projects and works stood when the period ended, and plans of none.

    How far tasks from above are stands behind; then what partners gave for them and for others'
    matters, then what residents ordered.
    """
    plans, going = figures.plans[-LONGEST_LIST:], figures.projects[-LONGEST_LIST:]
    helped = (
        tasks.told(figures, say) + partners.told(figures.partners, say) + orders.told(figures, say)
    )
    if not plans and not going and not figures.works and not helped:
        return (Paragraph(text=say("projects.none")),)
    day = say.day(figures.period.last_day)
    text = "".join(_project(project, day, say) for project in going)
    if rest := len(figures.projects) - len(going):
        text += say("projects.other_projects", count=rest)
    text += "".join(_plan(plan, say) for plan in plans)
    if rest := len(figures.plans) - len(plans):
        text += say("projects.others", count=rest)
    if plans or any(_open(project) and project.total for project in going):
        text += say("projects.caution")
    return (Paragraph(text=text + works.told(figures, say) + helped),)


def _open(project: ProjectFigure) -> bool:
    """Return whether the owners still decide on the scheme."""
    return project.ended_on is None and Stage(project.stage).place < Stage.CONTRACT.place


def _project(project: ProjectFigure, day: str, say: Wording) -> str:
    """Return where a project stood: consultation and agreements apart, never a vote."""
    where = place_words(project.building, project.entrance)
    told = {"place": where, "kind": WorksKind(project.kind).label, "day": day}
    if project.ended_on:
        return say("projects.ended", **(told | {"day": say.full_day(project.ended_on)}))
    clauses = _decided_on(project, say) if _open(project) else _works(project, say)
    stage = say.label("stages", project.stage, "")
    parts = [say("projects.project", **told, stage=stage), *clauses]
    return say.joined(parts, mark="clause") + say("marks.stop")


def _decided_on(project: ProjectFigure, say: Wording) -> Iterator[str]:
    """Yield what the owners decide on, and how many were heard so far."""
    if project.total is not None:
        yield say("projects.scheme", shares=_shared(project.total, project.due, project, say))
    if project.agree or project.disagree or project.unheard < project.asked:
        counts = {name: getattr(project, name) for name in ("agree", "disagree", "unheard")}
        counts["otherwise"] = project.asked - sum(counts.values())
        answers = [say(f"projects.{name}", count=n) for name, n in counts.items() if n]
        yield say("projects.sounding", asked=project.asked, answers=say.joined(answers))


def _works(project: ProjectFigure, say: Wording) -> Iterator[str]:
    """Yield how many agreements are signed while there are some to sign, and the money."""
    if 0 < project.signed < project.payers:
        yield say("projects.signed", signed=project.signed, payers=project.payers)
    sums = [("cost", project.total)]
    if project.moved:
        sums += [(name, getattr(project, name)) for name in ("due", *MOVED, "balance")]
    if told := [say(f"projects.{name}", amount=yuan_words(fen)) for name, fen in sums if fen]:
        yield say.joined(told, mark="comma")


def _plan(plan: PlanFigure, say: Wording) -> str:
    shares = _shared(plan.total, plan.net, plan, say)
    return say("projects.plan", where=_where(plan, say), name=plan.name, shares=shares)


def _shared(total: int, net: int, among: PlanFigure | ProjectFigure, say: Wording) -> str:
    """Return a cost, what of it is shared, by how many homes, and the least and most of one."""
    parts = [say("projects.cost", amount=yuan_words(total))]
    if net < total:
        parts.append(say("projects.after_subsidy", net=yuan_words(net)))
    households = among.households if isinstance(among, PlanFigure) else among.payers
    key = "shared_by_nobody"
    if households:
        key = "shared_evenly" if among.lowest == among.highest else "shared"
    lowest, highest = in_yuan(among.lowest or 0), in_yuan(among.highest or 0)
    parts.append(say(f"projects.{key}", households=households, lowest=lowest, highest=highest))
    return say.joined(parts, mark="comma")


def _where(plan: PlanFigure, say: Wording) -> str:
    if plan.building is None or plan.building in plan.name:
        return ""
    return say("projects.where", building=say.building(plan.building))
