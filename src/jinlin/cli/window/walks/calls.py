"""Satisfaction: who is to be asked, one after another, and what they answered."""

from __future__ import annotations

from typing import Final

from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, StepLine
from jinlin.core.i18n import N_

RATED: Final = GuidedStep(
    N_("Whoever brought it is asked: are they satisfied?"),
    (
        StepLine(
            "issue rate record {number} {answer}",
            (
                PlaceAsked(
                    "answer", N_("What they say"),
                    (N_("satisfied"), N_("basically satisfied"), N_("not satisfied")),
                    optional=True,
                ),
            ),
        ),
    ),
    each="issue list --unrated",
    more="issue show {number} --unmask",
    shown=N_("{number} {title}: {result}[ | ask {reporter} {reporter_phone}]"),
)  # fmt: skip

WALK: Final = GuidedWalk(N_("Satisfaction calls"), (RATED,))
