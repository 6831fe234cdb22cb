"""Payments for the elevator: the door, the sum, the receipt; again for the next door."""

from __future__ import annotations

from typing import Final

from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, StepLine
from jinlin.core.i18n import N_

WALK: Final = GuidedWalk(
    N_("Payments for the elevator"),
    (
        GuidedStep(
            N_("Who still owes"),
            (StepLine("elevator arrears {of_number}", at_once=True, without=True),),
            of="elevator projects",
            shown="{number} {place}",
        ),
        GuidedStep(
            N_("Somebody pays; then the next one"),
            (
                StepLine(
                    "elevator pay {door} {sum} [--method {method}] --project {of_number}",
                    (
                        PlaceAsked("door", N_("Which door pays, such as 502"), optional=True),
                        PlaceAsked("sum", N_("How much, such as 20000 or 2万")),
                        PlaceAsked(
                            "method",
                            N_("How; a bank transfer otherwise"),
                            (N_("bank transfer"), N_("cash"), N_("mobile payment")),
                            optional=True,
                        ),
                    ),
                ),
                StepLine(
                    "elevator receipt {number}",
                    at_once=True,
                    of_last=("elevator ledger {door} --project {of_number}",),
                ),
            ),
            again=True,
        ),
        GuidedStep(
            N_("Who owes what now"), (StepLine("elevator arrears {of_number}", at_once=True),)
        ),
    ),
)
