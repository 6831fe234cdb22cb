"""Works as they may hang: the plan before, what came of it after, as their stage is.

What the owners decided stands there by households and area, firms by name; no resident is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from jinlin.complex.rules.address import place_words
from jinlin.core.days.written import written_day
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.laws import named_in_full
from jinlin.core.money import yuan_words
from jinlin.core.reference import Reference
from jinlin.core.sentences import sentence
from jinlin.meeting.rules.owners_matters import matters
from jinlin.member.rules.purses import Purse
from jinlin.output.contribution.notice_sources import Drawn
from jinlin.project.board import candidates
from jinlin.project.progress.decided_words import decided_words
from jinlin.project.progress.facts import facts_of
from jinlin.project.progress.words import money_words, signed_by, where
from jinlin.project.record.decision import owners_place
from jinlin.project.record.known_quotes import chosen_of, quotes_of, to_choose_among
from jinlin.project.record.money import money_of
from jinlin.project.record.notes import hands
from jinlin.project.record.projects import KIND, PROJECTS, CommunityProject, find_project
from jinlin.project.rules.notices import WorksNotice, to_be_posted
from jinlin.project.rules.stages import ProjectMilestone
from jinlin.store.transaction.tx import Reader
from jinlin.works.milestones import milestone_day, milestone_detail


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return what may be posted of works, of those that go on where no number is given.

    Raises:
        NotFoundError: there are no such works.
        RuleError: nothing of them is to be posted at their stage, or nobody is named who signs.
    """
    project = find_project(reader, which)
    wanted = to_be_posted(facts_of(reader, project))
    if wanted is None and to_choose_among(quotes_of(reader, project)):
        return candidates.draw(reader, project.label)
    if wanted is None:
        raise RuleError(
            _("{number} is at the stage “{stage}”: nothing of it is to be posted now.").format(
                number=project.label, stage=project.stage.label
            ),
            hint=_("The plan hangs after the owners' decision, the result after acceptance."),
        )
    signer = "" if wanted is WorksNotice.RESULT else signed_by(project)
    told, title = _TOLD[wanted](reader, project)
    building, entrance = owners_place(project)
    place = place_words(building, entrance) if building else ""
    return Drawn(
        matter=wanted.value,
        title=title,
        body="\n".join(told),
        basis="" if wanted is WorksNotice.RESULT else _basis(project),
        about=Reference(KIND, project.label),
        audience=_("all owners of {where}").format(where=place) if place else _("all owners"),
        signer=signer,
        contact=project.contact or "",
    )


def _basis(project: CommunityProject) -> str:
    said = matters()[project.matter].reason if project.matter else project.matter_reason or ""
    return next(named_in_full([said]))


def _plan(reader: Reader, project: CommunityProject) -> tuple[Iterator[str], str]:
    return _plan_lines(reader, project), _("plan of {title}").format(title=project.title)


def _plan_lines(reader: Reader, project: CommunityProject) -> Iterator[str]:
    plan = milestone_detail(reader, PROJECTS, project, ProjectMilestone.PLAN)
    money = money_of(reader, project)
    yield _("What is planned: {title}.").format(title=project.full_title)
    if place := where(project):
        yield _("Where: {place}.").format(place=place)
    if plan:
        yield sentence(_("The plan: {text}").format(text=plan))
    if money.budget is not None:
        yield _("Budget: {amount}.").format(amount=yuan_words(money.budget))
    if project.purse:
        yield _("Paid out of: {purse}.").format(purse=Purse(project.purse).label)
    yield from decided_words(reader, project)
    if project.responsible:
        yield _("Carried out by: {who}.").format(who=project.responsible)
    yield _(
        "Members of the Party branch take part in every stage; the branch takes no money and signs"
        " no contract."
    )


def _result(reader: Reader, project: CommunityProject) -> tuple[Iterator[str], str]:
    return _result_lines(reader, project), _("result of {title}").format(title=project.title)


def _result_lines(reader: Reader, project: CommunityProject) -> Iterator[str]:
    accepted = milestone_day(reader, PROJECTS, project, ProjectMilestone.ACCEPTED)
    detail = milestone_detail(reader, PROJECTS, project, ProjectMilestone.ACCEPTED)
    yield _("{title}: begun on {begun}, accepted on {accepted}.").format(
        title=project.title, begun=written_day(project.started_on), accepted=written_day(accepted)
    )
    if detail:
        yield sentence(_("Acceptance: {text}").format(text=detail))
    if project.responsible:
        yield _("Carried out by: {who}.").format(who=project.responsible)
    chosen = chosen_of(quotes_of(reader, project))
    if chosen is not None:
        yield _("Works: {company}.").format(company=chosen.company)
    if sums := money_words(money_of(reader, project)):
        yield sums
    if _all_watched(reader, project):
        yield _("Members of the Party branch took part in every stage.")


def _all_watched(reader: Reader, project: CommunityProject) -> bool:
    """Return whether a member of the branch took part in every stage works went through."""
    gone_through = {
        row["stage"]
        for row in reader.rows(
            "SELECT DISTINCT stage FROM project_stage WHERE project_id = ? AND skipped IS NULL",
            (project.id,),
        )
    }
    return gone_through <= {one.stage.value for one in hands(reader, project) if one.ours}


_TOLD: Final[
    Mapping[WorksNotice, Callable[[Reader, CommunityProject], tuple[Iterator[str], str]]]
] = {WorksNotice.PLAN: _plan, WorksNotice.JOINT_PLAN: _plan, WorksNotice.RESULT: _result}
