"""The board: what must be put up or come down, one by one, looked at before it is done."""

from __future__ import annotations

from typing import Final

from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, StepLine
from jinlin.core.i18n import N_

WALK: Final = GuidedWalk(
    N_("What must hang or come down, one by one"),
    (
        GuidedStep(
            N_("What must be put up, taken down or answered"),
            (
                StepLine(
                    "{next} [--place {place}]",
                    (
                        PlaceAsked(
                            "place",
                            N_("Where it hangs, such as 小区大门"),
                            optional=True,
                            of=("kind", "post"),
                        ),
                    ),
                    rehearsed=True,
                ),
            ),
            each="notice due",
            shown="{due_on} {what} {number} {next}",
        ),
        GuidedStep(
            N_("The sheets of what was put up today"),
            (
                StepLine(
                    "notice print {number} -o {file}",
                    (PlaceAsked("file", N_("Into which file, such as 公示.docx"), optional=True),),
                ),
            ),
            each="notice list --from today",
        ),
    ),
)
