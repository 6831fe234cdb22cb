"""The month's report: what it still lacks, one by one; then the page, then it is filed."""

from __future__ import annotations

from typing import Final

from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, StepLine
from jinlin.cli.window.walks.calls import RATED
from jinlin.core.i18n import N_

WALK: Final = GuidedWalk(
    N_("The month's report"),
    (
        GuidedStep(
            N_("Which month, and the meetings it should have had"),
            (
                StepLine(
                    "meeting calendar --month {month}",
                    (
                        PlaceAsked(
                            "month", N_("Which month, such as 10"), usual=N_("last"), always=True
                        ),
                    ),
                ),
            ),
        ),
        GuidedStep(
            N_("A meeting that was held and is not recorded yet"),
            (
                StepLine(
                    "meeting add --type {type} --time {time}",
                    (
                        PlaceAsked("type", N_("Kind of meeting, such as 党小组会"), optional=True),
                        PlaceAsked("time", N_("When it was held, such as 10-28 19:30")),
                    ),
                ),
            ),
            again=True,
        ),
        GuidedStep(
            N_("What is overdue: close what is done, say of the rest how it stands"),
            (
                StepLine(
                    "issue close {number} --result {result}",
                    (PlaceAsked("result", N_("What was done, if it is done"), optional=True),),
                ),
                StepLine(
                    "issue note {number} {note}",
                    (PlaceAsked("note", N_("How it stands, in short"), optional=True),),
                ),
            ),
            each="issue list --overdue",
            shown=N_("{number} {title} (due {due_on}, {steward})"),
        ),
        RATED,
        GuidedStep(
            N_("Money that came in and is not recorded yet"),
            (
                StepLine(
                    "branch fund income --amount {money}",
                    (
                        PlaceAsked(
                            "money", N_("How much came in, such as 320 or 5万"), optional=True
                        ),
                    ),
                ),
            ),
            again=True,
        ),
        GuidedStep(
            N_("Money that was spent and is not recorded yet"),
            (
                StepLine(
                    "branch fund spend --amount {money}",
                    (PlaceAsked("money", N_("How much was spent, such as 320"), optional=True),),
                ),
            ),
            again=True,
        ),
        GuidedStep(N_("The page, to look at"), (StepLine("report monthly {month}", at_once=True),)),
        GuidedStep(
            N_("File it: what was handed in stays as it was, later figures correct it"),
            (
                StepLine(
                    "report monthly {month} --final -o {file}",
                    (
                        PlaceAsked(
                            "file",
                            N_("Into which file it is filed, such as monthly.docx; Enter: not yet"),
                            optional=True,
                        ),
                    ),
                ),
            ),
        ),
    ),
)
