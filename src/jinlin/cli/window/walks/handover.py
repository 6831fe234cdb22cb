"""Handing over: the data looked at, the posts put right, the list and the copy made."""

from __future__ import annotations

from typing import Final

from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, StepLine
from jinlin.core.i18n import N_

WALK: Final = GuidedWalk(
    N_("Hand over to the next secretary"),
    (
        GuidedStep(
            N_("Who stays in a post, and who leaves it"),
            (
                StepLine(
                    "member post end {number} {title} --date {left}",
                    (PlaceAsked("left", N_("Left on which day; Enter: stays"), optional=True),),
                ),
            ),
            each="member post list",
            shown="{title} {unit} {name}",
        ),
        GuidedStep(
            N_("Who takes up a post"),
            (
                StepLine(
                    "member post add {who} --title {title} --from {since}",
                    (
                        PlaceAsked("who", N_("Who takes up a post"), optional=True),
                        PlaceAsked("title", N_("Which post, such as 书记 or 业委会主任")),
                        PlaceAsked("since", N_("From which day on"), usual=N_("today")),
                    ),
                ),
            ),
            again=True,
        ),
        GuidedStep(
            N_("The term of the new committee"),
            (
                StepLine(
                    "branch edit --term {years} --term-from {elected}",
                    (
                        PlaceAsked("years", N_("How many years, 3 or 5"), optional=True),
                        PlaceAsked("elected", N_("Elected on which day")),
                    ),
                ),
            ),
        ),
        GuidedStep(
            N_("What goes on: open issues, resolutions, money"),
            (
                StepLine("issue list", at_once=True),
                StepLine("meeting resolutions --undone", at_once=True),
                StepLine("branch fund balance", at_once=True),
            ),
        ),
        GuidedStep(N_("Is all well with the data?"), (StepLine("db check", at_once=True),)),
        GuidedStep(
            N_("The list to sign, and beside it a checked copy of everything"),
            (
                StepLine(
                    "db handover {file}",
                    (PlaceAsked("file", N_("Into which file"), usual=N_("handover.docx")),),
                ),
            ),
        ),
        GuidedStep(
            N_("From now on papers and the log are signed by somebody else"),
            (
                StepLine(
                    "config set 书记 {secretary}",
                    (PlaceAsked("secretary", N_("Name of the new secretary"), optional=True),),
                ),
            ),
        ),
    ),
)
