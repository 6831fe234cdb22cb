"""Leading through a walk: each step is told, asked for, filled in, and carried out."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol

from jinlin.cli.main import run
from jinlin.cli.window.walk import GuidedStep, GuidedWalk, PlaceAsked, filled
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.output.asking import Question, answers

SKIP = "-"


class LeadingWindow(Protocol):
    """What leads: the window."""

    call: Call
    at_step: dict[str, int]

    def run(self, words: Sequence[str]) -> int:
        """Carry out a command."""

    def say(self, text: str) -> None:
        """Say a line."""


def lead(window: LeadingWindow, name: str) -> None:
    """Lead through a walk, from where it was left; what is done stays done, `undo` takes it back.

    Raises:
        KeyboardInterrupt: it is left; the window keeps at which step.
        UsageError: there is nothing it could be about.
    """
    walk: GuidedWalk = import_module(f"jinlin.cli.window.walks.{name}").WALK
    window.say(_(walk.title))
    window.say(_("Ctrl+C leaves; what was done stays, and undo takes it back."))
    about = _chosen_row(window, walk.of) if walk.of else {}
    first = window.at_step.pop(name, 0)
    for number, step in enumerate(walk.steps):
        if number < first:
            continue
        window.at_step[name] = number
        window.say(f"── {number + 1}/{len(walk.steps)} {_(step.about)}")
        for row in rows_of(window.call, filled(step.each, about)) if step.each else ({},):
            _do(window, step, {**about, **row})
    del window.at_step[name]
    window.say(_("Done: {walk}").format(walk=_(walk.title)))


def _do(window: LeadingWindow, step: GuidedStep, values: Mapping[str, str]) -> None:
    """Do a step for one row, unless it is skipped."""
    if step.each:
        window.say(step.shown.format_map(_Blank(values)))
    try:
        said = _asked(window, step.asks, values)
    except _SkippedError:
        return
    window.run(filled(step.line, {**values, **said}))


class _SkippedError(Exception):
    """The step is not to be done."""


class _Blank(dict[str, str]):
    """A row of which an unknown column is empty."""

    def __missing__(self, _key: str) -> str:
        return ""


def _asked(
    window: LeadingWindow, asks: Sequence[PlaceAsked], values: Mapping[str, str]
) -> dict[str, str]:
    """Return what was answered for the places of a step.

    Raises:
        _SkippedError: the step is not to be done.
    """

    def check(answer: str) -> None:
        if answer == SKIP:
            raise _SkippedError

    questions = [
        Question(
            one.place, _(one.text).format_map(_Blank(values)), None,
            choices=[_(choice) for choice in one.choices], optional=one.optional, check=check,
            about=_("- leaves this one out, < goes back, Ctrl+C leaves the walk."),
        )
        for one in asks
    ] or [
        Question("", _("Enter does it, - leaves it out"), None, optional=True, check=check,
                 about=_("- leaves this one out, < goes back, Ctrl+C leaves the walk."))
    ]  # fmt: skip
    said = answers(window.call, questions, asking=True)
    return {one.place: answer for one, answer in zip(asks, said, strict=False)}


def _chosen_row(window: LeadingWindow, listing: str) -> dict[str, str]:
    """Return the row a walk is about, its columns called `of_…`: the only one, or the one chosen.

    Raises:
        UsageError: there is none.
    """
    rows = rows_of(window.call, listing.split())
    if not rows:
        raise UsageError(_("There is nothing yet this could be about."), hint=f"jinlin {listing}")
    number = 0
    if len(rows) > 1:
        shown = [" ".join(list(row.values())[:2]) for row in rows]
        question = Question("", _("Which one"), None, choices=shown)
        [answer] = answers(window.call, [question])
        number = shown.index(answer) if answer in shown else 0
    return {f"of_{key}": value for key, value in rows[number].items()}


def rows_of(call: Call, words: Sequence[str]) -> list[dict[str, str]]:
    """Return the rows of a listing as texts, by column; none where it is refused."""
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    quiet = call.environment._replace(stdout=stream, stdin=io.StringIO(), window=None)
    if run([*words, "--json"], quiet):
        return []
    stream.seek(0)
    data: Any = json.load(stream)["data"]
    rows = (
        data
        if isinstance(data, list)
        else next((v for v in data.values() if isinstance(v, list)), [])
    )
    return [
        {key: "" if value is None else str(value) for key, value in row.items()} for row in rows
    ]
