"""The edition that is posted: without the Party's own life, without names, without small numbers.

What is left out is left out of the figures, so that no form of the edition has it
(practice.md 6.3, 6.6).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from jinlin.core.i18n import _
from jinlin.issue.record.categories import category_label
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.member.rules.purses import Purse
from jinlin.report.figures.figures import (
    MOVED,
    GroupFigures,
    MemberFigures,
    PeriodFigures,
    ProjectFigure,
)
from jinlin.report.rules.flow import Flow, Ratings

FEWEST: Final = 3
"""Categories that received fewer issues than this are counted among the others."""
OTHER: Final = "other"
INSIDE: Final = frozenset({Purse.DUES})
"""Purses that are disclosed within the Party only."""


def public_figures(figures: PeriodFigures) -> PeriodFigures:
    """Return what of a period's figures may be posted."""
    return replace(
        figures,
        letterhead=replace(figures.letterhead, author="", superior=None, street=None),
        groups=_merged(figures.groups),
        buildings=(),
        open_issues=(),
        requests=(),
        unlisted=0,
        missed=(),
        meetings=tuple(m for m in figures.meetings if m.type not in PARTY_MEETINGS),
        planned_meetings=tuple(m for m in figures.planned_meetings if m.type not in PARTY_MEETINGS),
        resolutions=(),
        due_resolutions=(),
        due_actions=(),
        tasks=(),
        projects=tuple(map(_unanswered, figures.projects)),
        works=tuple(replace(one, members=()) for one in figures.works),
        purses=tuple(purse for purse in figures.purses if purse.purse not in INSIDE),
        members=MemberFigures(),
        public=True,
        folded=any(
            group.group != OTHER
            and _few(group)
            and not (group.flow.idle and not group.ratings.rated)
            for group in figures.groups
        ),
    )


def folded_told(figures: PeriodFigures) -> str:
    """Return that groups with few issues stand among the others; empty where none does."""
    if not figures.folded:
        return ""
    name = next(group.name for group in figures.groups if group.group == OTHER)
    return _("Categories with fewer than {count} issues are counted under “{other}”.").format(
        count=FEWEST, other=category_label(name)
    )


def _unanswered(project: ProjectFigure) -> ProjectFigure:
    """Return where a project stood, without what single doors said and paid: one is a family."""
    nobody: dict[str, Any] = dict.fromkeys(
        ("asked", "agree", "disagree", "unheard", "signed", *MOVED), 0
    )
    return replace(project, **nobody)


def _merged(groups: tuple[GroupFigures, ...]) -> tuple[GroupFigures, ...]:
    """Return the groups, those with few issues counted among the others."""
    small = [group for group in groups if group.group == OTHER or _few(group)]
    kept = [group for group in groups if group not in small]
    if not small:
        return tuple(kept)
    named = next((group for group in groups if group.group == OTHER), None)
    rest = GroupFigures(
        group=OTHER,
        name=named.name if named else OTHER,
        flow=sum((group.flow for group in small), Flow()),
        ratings=sum((group.ratings for group in small), Ratings()),
        received_before=sum(group.received_before for group in small),
    )
    return (*kept, rest)


def _few(group: GroupFigures) -> bool:
    came = group.flow.carried_over + group.flow.received + group.flow.reopened
    return came < FEWEST
