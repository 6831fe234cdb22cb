"""The Friday council: its agenda, each item in turn, its end, and what is put up of it."""

from __future__ import annotations

from typing import Final

from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, StepLine
from jinlin.core.i18n import N_

_COUNCILS: Final = "meeting list --type friday_council --undone"
_MEETING: Final = "meeting show {of_number}"

WALK: Final = GuidedWalk(
    N_("Friday's deliberation"),
    (
        GuidedStep(
            N_("Draw up the agenda"),
            (
                StepLine(
                    "meeting agenda [{of_number}] --build", of_last=(_MEETING,), unless="opened_at"
                ),
            ),
            of=_COUNCILS,
            else_new=N_("the next Friday, which is planned now"),
        ),
        GuidedStep(
            N_("Before the meeting: the notice to send round, the papers, another day"),
            (
                StepLine("meeting notify {of_number}", at_once=True),
                StepLine(
                    "meeting agenda {of_number} -o {agenda}",
                    (
                        PlaceAsked(
                            "agenda",
                            N_("Into which file the agenda goes, such as 议题清单.docx"),
                            optional=True,
                        ),
                    ),
                ),
                StepLine(
                    "meeting edit {of_number} --time {moved}",
                    (
                        PlaceAsked(
                            "moved",
                            N_("Another day after all, such as 今天19:30; Enter: it stays"),
                            optional=True,
                        ),
                    ),
                ),
            ),
            of=_COUNCILS,
            day=_MEETING,
            ahead=True,
        ),
        GuidedStep(
            N_("The meeting begins"),
            (
                StepLine(
                    "meeting open {of_number} [--at {time}]",
                    (
                        PlaceAsked(
                            "time",
                            N_("When it began, such as 19:30; now"),
                            optional=True,
                            today="held_at",
                        ),
                    ),
                    of_last=(_MEETING,),
                    unless="opened_at",
                ),
                StepLine(
                    "meeting attend record {of_number} {who}",
                    (PlaceAsked("who", N_("Who is there, such as 林秀英、陈国强"), optional=True),),
                ),
            ),
            day=_MEETING,
        ),
        GuidedStep(
            N_("Each item in turn"),
            (
                StepLine(
                    "meeting item {of_number} --item {item} --note {situation}",
                    (PlaceAsked("situation", N_("How it stands, in short"), optional=True),),
                ),
                StepLine(
                    "meeting resolve {of_number} {decision} --item {item} [--owner {owner}]"
                    " [--due {due}]",
                    (
                        PlaceAsked("decision", N_("What is decided"), optional=True),
                        PlaceAsked("owner", N_("Who carries it out"), optional=True),
                        PlaceAsked("due", N_("By when, such as 11-20"), optional=True),
                    ),
                ),
                StepLine(
                    "issue escalate {reference} --to {level} --request {request}",
                    (
                        PlaceAsked(
                            "level",
                            N_("Reported upward to"),
                            (N_("community"), N_("street"), N_("district")),
                            optional=True,
                        ),
                        PlaceAsked("request", N_("What is asked of them, such as 协调")),
                    ),
                ),
            ),
            each="meeting agenda {of_number} --internal",
            shown=N_("Item {item}: {title} {reference} {why}"),
        ),
        GuidedStep(
            N_("The meeting ends"),
            (
                StepLine(
                    "meeting close {of_number} [--at {time}]",
                    (
                        PlaceAsked(
                            "time",
                            N_("When it ended, such as 21:00; now"),
                            optional=True,
                            today="held_at",
                        ),
                    ),
                    of_last=(_MEETING,),
                    unless="ended_at",
                ),
            ),
        ),
        GuidedStep(
            N_("The text for the wall: look at it, then put it up"),
            (
                StepLine(
                    "notice post --from 决议 --of {of_number} [--place {place}]",
                    (PlaceAsked("place", N_("Where it hangs, such as 小区大门"), optional=True),),
                    rehearsed=True,
                    of_last=("meeting resolutions --meeting {of_number}",),
                    given="number",
                ),
            ),
        ),
    ),
)
